-- Prints on-time rates, the national form II.06a and the rates on five bases. demo/report.sql
-- includes this script.

\echo
\echo '(a) TỶ LỆ HỒ SƠ GIẢI QUYẾT TRƯỚC HẠN VÀ ĐÚNG HẠN TRÊN SỐ TIẾP NHẬN, CHỈ TIÊU 98%'
\echo '    Columns: unit, received, ended before or on the due day, rate, target met (Đạt) or not, rank of communes'
\echo '    motcua.on_time_rate(tally, \'received\'), motcua.meets(tally, 0.98, \'received\'), motcua.merge(tally)'
\echo
WITH line AS (
    SELECT u.ten, 0 AS place, u.t,
           rank() OVER (ORDER BY motcua.on_time_rate(u.t, 'received') DESC) AS rank
    FROM unit_tally AS u
    WHERE u.cap = 'xa'
    UNION ALL
    SELECT s.ten, s.place, s.t, NULL FROM summary_tally AS s
)
SELECT l.ten AS "Đơn vị",
       pg_temp.viet(r.denominator, 9) AS "Tiếp nhận",
       pg_temp.viet(r.numerator, 17) AS "Trước và đúng hạn",
       pg_temp.percent(r.rate) AS "Tỷ lệ",
       CASE WHEN motcua.meets(l.t, 0.98, r.basis) THEN 'Đạt' ELSE 'Chưa đạt' END AS "Chỉ tiêu 98%",
       l.rank AS "Xếp hạng"
FROM line AS l
CROSS JOIN LATERAL motcua.rates(l.t) AS r
WHERE r.basis = 'received'
ORDER BY l.place, l.rank, l.ten COLLATE "C";

\pset tuples_only on
SELECT format('    %s: làm tròn là %s nhưng chưa đạt, vì chỉ tiêu được so với đúng tỷ số %s/%s.'
              || E'\n    (Prints %s, yet misses the target: the exact fraction '
                 'is compared, never the rounded figure.)',
              u.ten, motcua.format_percent(r.rate), pg_temp.viet(r.numerator, 1),
              pg_temp.viet(r.denominator, 1),
              motcua.format_percent(r.rate, lang => 'en'))
FROM unit_tally AS u
CROSS JOIN LATERAL motcua.rates(u.t) AS r
WHERE r.basis = 'received' AND motcua.percent(r.rate) >= 98 AND NOT motcua.meets(u.t, 0.98, r.basis)
ORDER BY u.ma COLLATE "C"
\g (format=unaligned)
\pset tuples_only off

\echo
\echo '(b) BIỂU II.06a/VPCP/KSTT: TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH'
\echo '    National report form II.06a, columns 3 to 13: motcua.report_06a(schema, period)'
\echo '    Tiếp nhận:       (3) tổng số = (4) trực tuyến + (5) trực tiếp - dịch vụ bưu chính + (6) từ kỳ trước'
\echo '    Đã giải quyết:   (7) tổng số = (8) trước hạn + (9) đúng hạn + (10) quá hạn'
\echo '    Đang giải quyết: (11) tổng số = (12) trong hạn, gồm tạm dừng/chờ bổ sung + (13) quá hạn'
\echo '    (Intake: online, direct or post, carried over. Resolved: early, on time, late. Open: in time, overdue.)'
\echo
SELECT f.label                             AS "Đơn vị (2)",
       pg_temp.viet(f.received_total, 6)   AS "(3)",
       pg_temp.viet(f.received_online, 5)  AS "(4)",
       pg_temp.viet(f.received_direct, 6)  AS "(5)",
       pg_temp.viet(f.carried, 4)          AS "(6)",
       pg_temp.viet(f.resolved_total, 6)   AS "(7)",
       pg_temp.viet(f.early, 6)            AS "(8)",
       pg_temp.viet(f.on_time, 6)          AS "(9)",
       pg_temp.viet(f.late, 4)             AS "(10)",
       pg_temp.viet(f.open_total, 4)       AS "(11)",
       pg_temp.viet(f.open_in_time, 4)     AS "(12)",
       pg_temp.viet(f.open_overdue, 4)     AS "(13)"
FROM motcua.report_06a('mot_cua', '[2020-01-01,2020-12-31]') AS f
ORDER BY f.tt NULLS LAST;

\pset tuples_only on
SELECT CASE WHEN count(v.identity) = 0
                 THEN format('    Lệch số liệu: không có, ở cả %1$s đơn vị.  (mot_cua.consistency '
                             'found nothing in any of the %1$s units.)',
                             count(DISTINCT u.ma))
            ELSE format('    Lệch số liệu: %s.  (mot_cua.consistency.)',
                        string_agg(format('%s, %s', u.ten, v.identity),
                                   '; ' ORDER BY u.ma COLLATE "C")) END
FROM unit_tally AS u
LEFT JOIN mot_cua.consistency AS v ON v.unit = u.ma
\g (format=unaligned)

\echo
\echo '(c) CÙNG MỘT SỐ HỒ SƠ, NĂM CÁCH TÍNH TỶ LỆ ĐÚNG HẠN: TOÀN HUYỆN'
\echo '    The same dossiers, five on-time rates, who uses each and its formula: motcua.rates(motcua.merge(tally))'
\echo
SELECT format(E'    %s %s = %s / %s   %s\n              %s\n              %s',
              rpad(r.basis, 9), pg_temp.percent(r.rate), pg_temp.viet(r.numerator, 6),
              pg_temp.viet(r.denominator, 6),
              r.used_by, r.formula_vi,
              CASE r.basis
                   WHEN 'resolved'  THEN '(early + on time) / resolved'
                   WHEN 'processed'
                        THEN '(early + on time, less withdrawn, refused, stopped) / resolved'
                   WHEN 'received'  THEN '(early + on time) / newly received in the period'
                   WHEN 'workload'
                        THEN '1 - (late + open and overdue) / (newly received + carried over)'
                   WHEN 'due'       THEN 'met / dossiers that fell due in the period'
              END)
FROM summary_tally AS s
CROSS JOIN LATERAL motcua.rates(s.t) WITH ORDINALITY AS r
WHERE s.place = 3
ORDER BY r.ordinality
\g (format=unaligned)
SELECT format(E'\n    Chênh nhau tới %s điểm phần trăm vì mỗi cách tính kể một khác hồ sơ đang '
              'giải quyết, từ kỳ trước chuyển'
              || E'\n    sang, rút hoặc dừng xử lý; do đó tỷ lệ nào cũng phải nêu rõ cách tính.'
              || E'\n    (Up to %s points apart: open, carried-over and withdrawn dossiers count '
                 'differently. Name the basis.)',
              replace((motcua.percent(max(r.rate)) - motcua.percent(min(r.rate)))::text, '.', ','),
              motcua.percent(max(r.rate)) - motcua.percent(min(r.rate)))
FROM summary_tally AS s
CROSS JOIN LATERAL motcua.rates(s.t) AS r
WHERE s.place = 3
\g (format=unaligned)
\pset tuples_only off

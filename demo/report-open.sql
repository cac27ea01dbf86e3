-- Work still open when the year ended, reconstructed as of that day.

\echo
\echo '(d) HỒ SƠ ĐANG GIẢI QUYẾT TÍNH ĐẾN 31/12/2020'
\echo '    Open as of 2020-12-31. Columns: unit, open, in time, overdue, paused (waiting for a supplement or a fee)'
\echo
WITH line AS (
    SELECT u.ten, u.ma, u.t FROM unit_tally AS u
    UNION ALL
    SELECT 'Tổng cộng', NULL, motcua.merge(u.t) FROM unit_tally AS u
)
SELECT l.ten AS "Đơn vị",
       pg_temp.viet(motcua.open(l.t), 15) AS "Đang giải quyết",
       pg_temp.viet(motcua.open_in_time(l.t), 9) AS "Trong hạn",
       pg_temp.viet(motcua.open_overdue(l.t), 8) AS "Quá hạn",
       pg_temp.viet(motcua.open_paused(l.t), 21) AS "Tạm dừng/chờ bổ sung"
FROM line AS l
ORDER BY l.ma COLLATE "C" NULLS LAST;

\pset tuples_only on
SELECT format(E'    %1$s hồ sơ trong số đó giải quyết xong trong tháng 01/2021: trạng thái hiện tại không cho biết số'
              || E'\n    cuối năm, nên số liệu được tính lại theo ngày.'
              || E'\n    (%1$s of them ended in January 2021: counts are rebuilt as of the day, not read from the present status.)', count(*))
FROM dossier AS h
WHERE h.ngay_tiep_nhan < '2021-01-01' AND h.ngay_ket_thuc >= '2021-01-01'
\g (format=unaligned)
\pset tuples_only off

\echo
\echo '    Năm hồ sơ quá hạn lâu nhất  /  The five most overdue'
\echo '    Columns: dossier, unit, procedure, due, working days overdue, motcua.classify(due, ended, as_of, ...)'
\echo
WITH open_dossier AS (
    SELECT h.*,
           motcua.classify(h.ngay_hen_tra, h.ngay_ket_thuc, date '2020-12-31', paused_since => h.ngay_tam_dung) AS verdict,
           motcua.working_days_between(motcua.vn_date(h.ngay_hen_tra), '2020-12-31', 'vn') AS days_late
    FROM dossier AS h
    WHERE h.ngay_tiep_nhan < '2021-01-01'
)
SELECT o.ma_ho_so AS "Mã hồ sơ",
       pg_temp.cut(o.don_vi, 21) AS "Đơn vị",
       pg_temp.cut(o.thu_tuc, 34) AS "Thủ tục",
       pg_temp.viet(motcua.vn_date(o.ngay_hen_tra)) AS "Hẹn trả",
       o.days_late AS "Quá hạn",
       o.verdict AS "classify"
FROM open_dossier AS o
WHERE o.verdict = 'overdue'
ORDER BY o.days_late DESC, o.ma_ho_so COLLATE "C"
LIMIT 5;
\echo '    Quá hạn: số ngày làm việc, motcua.working_days_between(ngày hẹn trả, 31/12/2020)'

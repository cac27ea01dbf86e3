-- Prints which dossiers were open when the year ended, reconstructed as of that day.
-- demo/report.sql includes this script.

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
SELECT format(E'    %1$s hồ sơ trong số đó giải quyết xong trong tháng '
              '01/2021: trạng thái hiện tại không cho biết số'
              || E'\n    cuối năm, nên số liệu được tính lại theo ngày.'
              || E'\n    (%1$s of them ended in January 2021: counts are rebuilt as of the day, '
                 'not read from the present status.)',
              count(*))
FROM mot_cua.source AS d
WHERE d.received_at < '2021-01-01' AND d.ended_at >= '2021-01-01'
\g (format=unaligned)
\pset tuples_only off

\echo
\echo '    Năm hồ sơ quá hạn lâu nhất  /  The five most overdue'
\echo '    Columns: dossier, unit, procedure, due, working days overdue: mot_cua.overdue'
\echo
SELECT o.code AS "Mã hồ sơ",
       pg_temp.cut(o.unit_name, 21) AS "Đơn vị",
       pg_temp.cut(o.procedure, 34) AS "Thủ tục",
       pg_temp.viet(o.due_on) AS "Hẹn trả",
       o.days_late AS "Quá hạn"
FROM mot_cua.overdue AS o
ORDER BY o.days_late DESC, o.code COLLATE "C"
LIMIT 5;
\echo '    Quá hạn: số ngày làm việc'

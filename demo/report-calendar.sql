-- Prints a deadline over Tết, make-up Saturdays and the days off of a year from the working-day
-- calendar. demo/report.sql includes this script.

\echo
\echo '(e) LỊCH LÀM VIỆC  /  The working-day calendar'
\echo
\echo '(e1) 5 ngày làm việc từ Thứ Hai 20/01/2020, qua Tết Canh Tý: ngày tiếp nhận không tính'
\echo '     Five working days from Monday 2020-01-20 over Tết; the day received does not count (Tính: counted)'
\pset tuples_only on
SELECT format('     motcua.add_working_days(''2020-01-20'', 5)  ->  %s %s',
              pg_temp.weekday(due), pg_temp.viet(due))
FROM motcua.add_working_days('2020-01-20', 5, 'vn') AS due
\g (format=unaligned)
\pset tuples_only off
\echo
SELECT pg_temp.viet(d.day) AS "Ngày",
       pg_temp.weekday(d.day) AS "Thứ",
       CASE WHEN x.working AND d.day > '2020-01-20'
            THEN motcua.working_days_between('2020-01-20', d.day, 'vn') END AS "Tính",
       CASE WHEN d.day = '2020-01-20' THEN 'Ngày tiếp nhận' ELSE x.title END AS "Vì sao"
FROM generate_series(0, motcua.add_working_days('2020-01-20', 5, 'vn') - date '2020-01-20') AS g
CROSS JOIN LATERAL (SELECT date '2020-01-20' + g AS day) AS d
CROSS JOIN LATERAL motcua.explain_day(d.day, 'vn') AS x
ORDER BY d.day;

\echo '(e2) Thứ Bảy làm bù: hoán đổi ngày làm việc theo quyết định từng năm  /  Make-up Saturdays: motcua.explain_day'
\echo
SELECT pg_temp.viet(d.day) AS "Ngày", pg_temp.weekday(d.day) AS "Thứ",
       CASE WHEN x.working THEN 'làm việc' ELSE 'nghỉ' END AS "Hôm đó",
       x.title AS "Vì sao", pg_temp.cut(split_part(x.source, ' (', 1), 44) AS "Căn cứ"
FROM (VALUES (date '2019-01-05'), ('2024-04-29'), ('2024-05-04')) AS d (day)
CROSS JOIN LATERAL motcua.explain_day(d.day, 'vn') AS x
ORDER BY d.day;

\echo '(e3) Ngày nghỉ và ngày làm bù năm 2026  /  Days off and make-up days of 2026: motcua.days_off(2026)'
\echo
SELECT pg_temp.viet(o.day) AS "Ngày", pg_temp.weekday(o.day) AS "Thứ",
       CASE WHEN motcua.is_working_day(o.day, 'vn') THEN 'làm việc' ELSE 'nghỉ' END AS "Hôm đó",
       o.title AS "Tên",
       CASE o.status WHEN 'official' THEN 'chính thức' WHEN 'provisional' THEN 'tạm tính'
            ELSE 'chưa áp dụng' END AS "Tình trạng"
FROM motcua.days_off(2026, 'vn') AS o
ORDER BY o.day;

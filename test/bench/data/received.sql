-- This data has days from 2012 to 2025 on which dossiers were received, and the best calendar that
-- SQL has without an extension: a table with running numbers of its working days.
CREATE TABLE bench.received AS
SELECT (date '2012-01-01' + (hashint4(i) & 2147483647) % 5000) AS d
FROM generate_series(1, :rows) AS i;
VACUUM ANALYZE bench.received;

CREATE TABLE bench.calendar AS
SELECT day::date AS day, motcua.is_working_day(day::date) AS works,
       sum(motcua.is_working_day(day::date)::int) OVER (ORDER BY day)::int AS number
FROM generate_series(date '2010-01-01', date '2032-12-31', interval '1 day') AS day;
ALTER TABLE bench.calendar ADD PRIMARY KEY (day);
CREATE UNIQUE INDEX ON bench.calendar (number) WHERE works;
VACUUM ANALYZE bench.calendar;

-- add_working_days against date + integer, and against the best SQL without an extension:
-- a calendar table with running working-day numbers, joined twice.
CREATE TABLE bench.received AS
SELECT (date '2012-01-01' + (hashint4(i) & 2147483647) % 5000) AS d
FROM generate_series(1, 1000000) AS i;
VACUUM ANALYZE bench.received;

CREATE TABLE bench.calendar AS
SELECT day::date AS day, motcua.is_working_day(day::date) AS works,
       sum(motcua.is_working_day(day::date)::int) OVER (ORDER BY day)::int AS number
FROM generate_series(date '2010-01-01', date '2027-12-31', interval '1 day') AS day;
ALTER TABLE bench.calendar ADD PRIMARY KEY (day);
CREATE UNIQUE INDEX ON bench.calendar (number) WHERE works;
VACUUM ANALYZE bench.calendar;

INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
('days', 'count(*)', NULL, NULL,
 $$SELECT count(*) FROM bench.received$$),
('days', 'date + 5', NULL, NULL,
 $$SELECT sum(d + 5 - date '2000-01-01') FROM bench.received$$),
('days', 'add_working_days(d, 5)', 'date + 5', 1.15,
 $$SELECT sum(motcua.add_working_days(d, 5) - date '2000-01-01') FROM bench.received$$),
('days', 'add_working_days(d, 200)', 'date + 5', 1.15,
 $$SELECT sum(motcua.add_working_days(d, 200) - date '2000-01-01') FROM bench.received$$),
('days', 'add_working_days(d, 5, ''vn'')', 'date + 5', 1.15,
 $$SELECT sum(motcua.add_working_days(d, 5, 'vn') - date '2000-01-01') FROM bench.received$$),
('days', 'add_working_days(d, 5, value)', 'date + 5', 1.15,
 $$SELECT sum(motcua.add_working_days(d, 5, (SELECT motcua.calendar_value('vn'))) - date '2000-01-01') FROM bench.received$$),
('days', 'working_days_between(d, d + 10)', 'date + 5', NULL,
 $$SELECT sum(motcua.working_days_between(d, d + 10)) FROM bench.received$$),
('days', 'calendar table joined twice', NULL, NULL,
 $$SELECT sum(later.day - date '2000-01-01')
   FROM bench.received
   JOIN bench.calendar AS today ON today.day = received.d
   JOIN bench.calendar AS later ON later.works AND later.number = today.number + 5$$),
('days', 'add_working_days against the join', 'calendar table joined twice', 0.4,
 $$SELECT sum(motcua.add_working_days(d, 5) - date '2000-01-01') FROM bench.received$$);

CALL bench.run('days');
SELECT name, min_ms, median_ms, baseline, ratio, goal FROM bench.report WHERE suite = 'days';

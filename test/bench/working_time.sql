-- The calendar's other speeds: a child calendar by name, working time, the rebuild after an edit; and the peers.
INSERT INTO motcua.calendar (name, title) VALUES ('commune', 'Lịch của xã');
INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES ('commune', '2026-03-06', 'off');

CREATE TABLE bench.moment AS
SELECT timestamptz '2012-01-01 00:00+07' + (hashint4(i) & 2147483647) % 438000 * interval '15 minutes' AS at
FROM generate_series(1, 1000000) AS i;
VACUUM ANALYZE bench.moment;

-- Ten calls a row, the scan subtracted, make a ratio per call.
INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
('time', 'scan of dates', NULL, NULL,
 $$SELECT count(d) FROM bench.received$$),
('time', '10 x date + n', NULL, NULL,
 $$SELECT count(d + 1), count(d + 2), count(d + 3), count(d + 4), count(d + 5), count(d + 6), count(d + 7), count(d + 8),
          count(d + 9), count(d + 10) FROM bench.received$$),
('time', '10 x add_working_days(d, n, child)', NULL, NULL,
 $$SELECT count(motcua.add_working_days(d, 1, 'commune')), count(motcua.add_working_days(d, 2, 'commune')),
          count(motcua.add_working_days(d, 3, 'commune')), count(motcua.add_working_days(d, 4, 'commune')),
          count(motcua.add_working_days(d, 5, 'commune')), count(motcua.add_working_days(d, 6, 'commune')),
          count(motcua.add_working_days(d, 7, 'commune')), count(motcua.add_working_days(d, 8, 'commune')),
          count(motcua.add_working_days(d, 9, 'commune')), count(motcua.add_working_days(d, 10, 'commune')) FROM bench.received$$),
('time', 'scan of moments', NULL, NULL,
 $$SELECT count(at) FROM bench.moment$$),
('time', '4 x timestamptz + interval', NULL, NULL,
 $$SELECT count(at + interval '4 h'), count(at + interval '40 h'), count(at + interval '90 min'), count(at + interval '400 h')
   FROM bench.moment$$),
('time', '4 x add_working_time', NULL, NULL,
 $$SELECT count(motcua.add_working_time(at, interval '4 h')), count(motcua.add_working_time(at, interval '40 h')),
          count(motcua.add_working_time(at, interval '90 min')), count(motcua.add_working_time(at, interval '400 h'))
   FROM bench.moment$$),
('time', '4 x working_time_between', NULL, NULL,
 $$SELECT count(motcua.working_time_between(at, timestamptz '2024-06-03 10:00+07')),
          count(motcua.working_time_between(at, timestamptz '2020-06-03 10:00+07')),
          count(motcua.working_time_between(at, timestamptz '2016-06-03 10:00+07')),
          count(motcua.working_time_between(at, timestamptz '2013-06-03 10:00+07')) FROM bench.moment$$);
CALL bench.run('time');
SELECT name, min_ms, median_ms FROM bench.report WHERE suite = 'time';

CREATE FUNCTION bench.per_call(which text, scan text) RETURNS numeric LANGUAGE sql AS $$
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY (q.ms - s.ms)::float8)::numeric
    FROM bench.timing q JOIN bench.timing s USING (round)
    WHERE q.name = which AND s.name = scan
$$;
SELECT 'child calendar by name, per call, to date + integer' AS name,
       round(bench.per_call('10 x add_working_days(d, n, child)', 'scan of dates')
             / bench.per_call('10 x date + n', 'scan of dates'), 2) AS ratio, 4 AS goal
UNION ALL
SELECT 'add_working_time, per call, to timestamptz + interval',
       round(bench.per_call('4 x add_working_time', 'scan of moments')
             / bench.per_call('4 x timestamptz + interval', 'scan of moments'), 2), 8
UNION ALL
SELECT 'working_time_between, per call, to add_working_time',
       round(bench.per_call('4 x working_time_between', 'scan of moments')
             / bench.per_call('4 x add_working_time', 'scan of moments'), 2), 1;

-- An edit and the first answer after it, beside the same edit and an answer that needs no calendar.
CREATE PROCEDURE bench.edit(rounds integer, question text, INOUT ms numeric)
LANGUAGE plpgsql AS $$
DECLARE
    began timestamptz := clock_timestamp();
BEGIN
    FOR i IN 1 .. rounds LOOP
        UPDATE motcua.calendar_day SET title = i::text WHERE calendar = 'commune';
        EXECUTE question;
    END LOOP;
    ms := extract(epoch FROM clock_timestamp() - began) * 1000 / rounds;
END $$;
CALL bench.edit(200, 'SELECT date ''2026-03-05'' + 1', NULL) \gset plain_
CALL bench.edit(200, 'SELECT motcua.add_working_days(''2026-03-05'', 1, ''commune'')', NULL) \gset rebuilt_
SELECT 'rebuild of one calendar of 111 years, ms' AS name, round(:rebuilt_ms - :plain_ms, 3) AS ms, 1 AS goal;

-- Slow peers on a few rows: a loop in PL/pgSQL, generate_series, orafce (weekends only, no make-up days).
CREATE FUNCTION bench.loop_add(d date, n integer) RETURNS date LANGUAGE plpgsql AS $$
BEGIN
    WHILE n > 0 LOOP
        d := d + 1;
        IF (SELECT works FROM bench.calendar WHERE day = d) THEN
            n := n - 1;
        END IF;
    END LOOP;
    RETURN d;
END $$;
CREATE FUNCTION bench.series_add(d date, n integer) RETURNS date LANGUAGE sql AS $$
    SELECT day FROM (SELECT g::date AS day FROM generate_series(d + 1, d + n * 2 + 20, interval '1 day') AS g) AS s
    JOIN bench.calendar USING (day) WHERE works ORDER BY day OFFSET n - 1 LIMIT 1
$$;
CREATE TABLE bench.few AS SELECT d FROM bench.received LIMIT 2000;
INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
('peers', 'add_working_days(d, 30), 2 000 rows', NULL, NULL, 'SELECT count(motcua.add_working_days(d, 30)) FROM bench.few'),
('peers', 'PL/pgSQL loop', 'add_working_days(d, 30), 2 000 rows', NULL, 'SELECT count(bench.loop_add(d, 30)) FROM bench.few'),
('peers', 'generate_series', 'add_working_days(d, 30), 2 000 rows', NULL, 'SELECT count(bench.series_add(d, 30)) FROM bench.few');
SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'orafce') AS has_orafce \gset
\if :has_orafce
SET client_min_messages = warning;
CREATE EXTENSION orafce;
INSERT INTO bench.query (suite, name, baseline, goal, sql) VALUES
('peers', 'orafce plvdate.add_bizdays', 'add_working_days(d, 30), 2 000 rows', NULL,
 'SELECT count(plvdate.add_bizdays(d, 30)) FROM bench.few');
\endif
CALL bench.run('peers', 3);
SELECT name, median_ms, baseline, ratio FROM bench.report WHERE suite = 'peers';

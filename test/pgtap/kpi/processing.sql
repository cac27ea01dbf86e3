-- Test processing time: by hand, against plain SQL over random rows, in windows, by workers, and
-- with untrusted input.
\ir ../setup.psql
SELECT plan(54);
SET LOCAL search_path = public, motcua;
SELECT setseed(0.20220623);

-- ---- by hand ----
-- From Monday 2 March 2026 09:00 to Wednesday 11 March 14:30, with office hours 07:30-11:30 and
-- 13:00-17:00.
SELECT is((SELECT processing_time(timestamp '2026-03-02 09:00', timestamp '2026-03-11 14:30', u)
           FROM (SELECT unit AS u) AS x),
          time, format('in %s', unit))
FROM (VALUES ('working_day', 7.0),
             ('working_hour', 6.5 + 6 * 8 + 5.5),
             ('day', 9),
             ('week', 9.0 / 7),
             ('month', 9.0 / 30),
             ('year', 9.0 / 365),
             ('hour', 9 * 24 + 5.5),
             ('day_skip_holiday', 9)) AS v (unit, time);
SELECT is((SELECT processing_time(received, ended, 'working_day')
           FROM (VALUES (date '2026-03-02', date '2026-03-04'),
                        ('2026-03-02', '2026-03-09'),
                        ('2026-03-02', '2026-03-02')) AS v (received, ended)),
          7.0 / 3, 'two, five and no working days have the right average');
SELECT is((SELECT processing_time(date '2021-02-05', date '2021-02-17', 'working_day')),
          3.0, 'Tết does not count in working days');
SELECT is((SELECT processing_time(date '2021-02-05', date '2021-02-17', 'day')),
          12.0, 'Tết counts in days');
SELECT is((SELECT processing_time(date '2021-02-05', date '2021-02-17', 'day_skip_holiday')),
          5.0, 'day_skip_holiday leaves seven holidays out');
SELECT is((SELECT processing_time(date '2021-02-05', due_on(date '2021-02-05', '9 ngày làm việc'),
                                  unit(time_limit '9 ngày làm việc'))),
          9.0, 'what a limit counts, the unit of that limit measures');
SELECT is((SELECT processing_time(received_at(d), ended_at(d) - paused_time(d), unit(time_limit(d)))
           FROM (SELECT resolve(resume(pause(dossier(timestamptz '2026-03-02 09:00+07', '15 ngày'),
                                             timestamptz '2026-03-04 09:00+07'),
                                       timestamptz '2026-03-09 09:00+07',
                                       'subtract'),
                                timestamptz '2026-03-12 16:00+07') AS d) AS x),
          5.0,
          'the processing time of a dossier leaves its pause out');

-- ---- who counts ----
SELECT is((SELECT processing_time(received, ended, 'day')
           FROM (VALUES (date '2026-03-02', date '2026-03-05'),
                        (NULL, '2026-03-20'),
                        ('2026-03-02', NULL),
                        ('2026-03-02', 'infinity'),
                        ('2026-03-02', '-infinity'),
                        ('infinity', 'infinity'),
                        ('-infinity', '2026-03-02'),
                        ('2026-03-02', '2026-03-01')) AS v (received, ended)),
          3.0,
          'dossiers that are not received, not ended or ended before the receipt do not count');
SELECT is((SELECT processing_time(timestamp '2026-03-02 09:00', timestamp '2026-03-02 00:00',
                                  'working_day')),
          0.0, 'by day, an end without a time of day is not before the receipt');
SELECT is((SELECT processing_time(timestamp '2026-03-02 09:00', timestamp '2026-03-02 00:00',
                                  'hour')),
          NULL, 'by instant, an end without a time of day is before the receipt');
SELECT is((SELECT processing_time(d, d, 'day')
           FROM (SELECT date '2026-03-02' AS d) AS x WHERE d IS NULL),
          NULL, 'no rows give NULL');
SELECT is((SELECT processing_time(NULL::date, NULL::date, 'day')), NULL,
          'rows that do not count give NULL');
SELECT is((SELECT processing_time(d, d + 4, unit)
           FROM (VALUES (date '2026-03-02', 'day'), ('2026-03-02', NULL)) AS v (d, unit)),
          4.0, 'a row without a unit is skipped');
SELECT is((SELECT processing_time(d, d + 7, 'working_day', calendar)
           FROM (VALUES (date '2026-03-02', calendar_value('vn')),
                        ('2026-03-02', NULL)) AS v (d, calendar)),
          5.0, 'a row without its calendar value is skipped');
SELECT is((SELECT processing_time(date '2026-03-02', date '2026-03-09', 'working_day', NULL::text)),
          5.0, 'a NULL name of a calendar is the setting');

-- ---- one unit ----
SELECT throws_ok($$SELECT motcua.processing_time(date '2026-03-02', date '2026-03-09', unit)
                   FROM (VALUES ('day'), ('working_day')) AS v (unit)$$,
                 '22023',
                 'processing times of different units cannot be averaged: "day" and "working_day"',
                 'rows of different units are refused');
SELECT lives_ok($$SELECT unit, motcua.processing_time(date '2026-03-02', date '2026-03-09', unit)
                  FROM (VALUES ('day'), ('working_day')) AS v (unit)
                  GROUP BY unit$$,
                'groups can have different units');
SELECT throws_ok($$SELECT motcua.processing_time(date '2026-03-02', date '2026-03-09',
                                                 'fortnight')$$,
                 '22023', 'unknown unit of time "fortnight"', 'an unknown unit is refused');
SELECT throws_ok(format($$SELECT motcua.processing_time(date '2026-03-02', date '2026-03-09', %L)$$,
                        unit),
                 '22023',
                 format('processing time of dates has no unit "%s"', unit),
                 format('dates have no %s', unit))
FROM unnest(ARRAY['hour', 'working_hour']) AS unit;
SELECT throws_ok($$SELECT motcua.processing_time(date '1980-03-02', date '2026-03-09',
                                                 'working_day')$$,
                 '22008', NULL, 'a receipt before the coverage is refused');
SELECT throws_ok($$SELECT motcua.processing_time(date '2020-03-02', date '2126-03-09',
                                                 'day_skip_holiday')$$,
                 '22008', NULL, 'an end after the coverage is refused');
SELECT throws_ok($$SELECT motcua.processing_time(timestamp '2020-03-02', timestamp '2126-03-09',
                                                 'working_hour')$$,
                 '22008', NULL, 'hours outside the coverage are refused');
SELECT is((SELECT processing_time(date '1980-03-02', date '1980-03-09', 'day')),
          7.0, 'plain days need no coverage');
SELECT throws_ok($$SELECT motcua.processing_time(date '2026-03-02', date '2026-03-09', 'day',
                                                 'nowhere')$$,
                 '42704', NULL, 'a calendar that does not exist is refused');

-- ---- limits and untrusted states ----
SELECT is((SELECT processing_time(date '4713-01-01 BC', date '5874897-12-31', 'day')),
          (date '5874897-12-31' - date '4713-01-01 BC')::numeric,
          'the longest processing time can be computed');
SELECT throws_ok($$SELECT motcua.processing_time(timestamp '4713-01-01 BC',
                                                 timestamp '294276-12-31', 'hour')$$,
                 '22008', NULL, 'a time too long for microseconds is refused');
SELECT throws_ok($$SELECT motcua.processing_time(timestamp '2001-01-01', timestamp '294276-12-31',
                                                 'hour')
                   FROM generate_series(1, 1100000)$$,
                 '22003',
                 'sum of processing times out of range',
                 'a sum beyond 64 bits is refused, not wrapped');
SELECT throws_ok(format('SELECT motcua_internal.processing_final(%L)', state),
                 '22P03', NULL, format('no state: %s', state))
FROM unnest(ARRAY['{99,1,1,1}', '{-1,1,1,1}', '{0,1,1,1}', '{1,-1,1,1}', '{{1,1,1}}', '{1,1,1}',
                  '{1,1,1,NULL}', '{}']) AS state;
SELECT throws_ok($$SELECT motcua_internal.processing_combine('{1,1,1,0}', '{1,1,1,0}')$$,
                 '55000', NULL, 'the transition function is refused outside an aggregate');

-- ---- random rows against plain SQL ----
CREATE TABLE public.processed AS
SELECT i,
       (ARRAY['working_day', 'working_hour', 'day', 'day_skip_holiday', 'week', 'month', 'year',
              'hour'])[1 + i % 8] AS unit,
       CASE WHEN random() < 0.02 THEN NULL
            WHEN random() < 0.01 THEN 'infinity'
            ELSE timestamp '2023-06-01' + random() * interval '400 days' END AS received,
       CASE WHEN random() < 0.2 THEN NULL
            WHEN random() < 0.02 THEN 'infinity'
            WHEN random() < 0.01 THEN '-infinity'
            ELSE timestamp '2023-07-01' + random() * interval '460 days' END AS ended
FROM generate_series(1, 8000) AS i;
ANALYZE public.processed;
CREATE TEMP TABLE holiday AS
SELECT day
FROM generate_series(2023, 2025) AS year, days_off(year)
WHERE kind = 'off' AND status <> 'unverified';
CREATE TEMP TABLE expected AS
SELECT p.*,
       CASE WHEN unit = 'working_hour'
                 THEN extract(epoch FROM working_time_between(received, ended)) / 3600
            WHEN unit = 'hour' THEN extract(epoch FROM ended - received) / 3600
            WHEN unit = 'working_day' THEN working_days_between(received::date, ended::date)
            WHEN unit = 'day_skip_holiday' THEN days - (
                SELECT count(*) FROM holiday WHERE day > received::date AND day <= ended::date)
            ELSE days::numeric / CASE unit
                                      WHEN 'day' THEN 1
                                      WHEN 'week' THEN 7
                                      WHEN 'month' THEN 30
                                      ELSE 365 END END AS time
FROM (SELECT *, ended::date - received::date AS days FROM public.processed
      WHERE isfinite(received)
        AND isfinite(ended)
        AND CASE WHEN unit IN ('hour', 'working_hour') THEN ended >= received
                 ELSE ended::date >= received::date END) AS p;
SELECT cmp_ok((SELECT count(*) FROM expected), '>', 3000::bigint, 'there are rows that count');
SELECT results_eq('SELECT unit, round(processing_time(received, ended, unit), 10) FROM processed '
                  'GROUP BY unit ORDER BY unit',
                  'SELECT unit, round(avg(time), 10) FROM expected GROUP BY unit ORDER BY unit',
                  'timestamps give the averages of plain SQL in every unit');
SELECT results_eq($$SELECT unit, round(processing_time(received::date, ended::date, unit, 'vn'), 10)
                    FROM processed
                    WHERE unit !~ 'hour'
                    GROUP BY unit
                    ORDER BY unit$$,
                  $$SELECT unit, round(avg(time), 10)
                    FROM expected
                    WHERE unit !~ 'hour'
                    GROUP BY unit
                    ORDER BY unit$$,
                  'dates');
SET LOCAL TimeZone = 'America/New_York';
SELECT results_eq($$SELECT unit,
                           round(processing_time(received AT TIME ZONE 'Asia/Ho_Chi_Minh',
                                                 ended AT TIME ZONE 'Asia/Ho_Chi_Minh', unit,
                                                 calendar_value('vn')),
                                 10)
                    FROM processed GROUP BY unit ORDER BY unit$$,
                  'SELECT unit, round(avg(time), 10) FROM expected GROUP BY unit ORDER BY unit',
                  'instants give the same whatever the session''s zone');
RESET TimeZone;
SELECT is(
    (SELECT count(*)
     FROM (SELECT unit, i,
                  processing_time(received, ended, unit) OVER (
                      PARTITION BY unit ORDER BY i ROWS BETWEEN 9 PRECEDING AND 3 PRECEDING) AS time
           FROM public.processed WHERE i <= 1600) AS w
     WHERE round(time, 10) IS DISTINCT FROM (SELECT round(avg(e.time), 10)
                                             FROM expected AS e
                                             WHERE e.unit = w.unit
                                               AND e.i BETWEEN w.i - 72 AND w.i - 24)),
    0::bigint, 'moving frames give the averages of their rows');
SELECT is((SELECT count(*)
           FROM (SELECT processing_time(received, ended, unit) OVER (
                            ORDER BY unit, i
                            ROWS BETWEEN CURRENT ROW AND CURRENT ROW) IS NULL AS none,
                        i
                 FROM public.processed) AS w
           WHERE none = (i IN (SELECT e.i FROM expected AS e))),
          0::bigint, 'a frame can leave one unit for another');

-- ---- parallel plans ----
SET LOCAL parallel_setup_cost = 0; SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0; SET LOCAL max_parallel_workers_per_gather = 2;
CREATE FUNCTION pg_temp.workers(query text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE plan json;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
    RETURN plan::text LIKE '%Workers Planned%' AND plan::text LIKE '%"Partial Mode": "Partial"%';
END $$;
SELECT ok(pg_temp.workers('SELECT unit, processing_time(received, ended, '
                          'unit) FROM processed GROUP BY unit'),
          'workers aggregate in parts');
SELECT results_eq('SELECT unit, round(processing_time(received, ended, unit), 10) FROM processed '
                  'GROUP BY unit ORDER BY unit',
                  'SELECT unit, round(avg(time), 10) FROM expected GROUP BY unit ORDER BY unit',
                  'workers give the averages of a serial scan');
SELECT is((SELECT processing_time(received, ended, unit) FROM public.processed WHERE i < 0),
          NULL, 'workers without rows give NULL');
SELECT throws_ok('SELECT processing_time(received, ended, unit) FROM '
                 'public.processed WHERE isfinite(ended)',
                 '22023', NULL, 'rows of different units are refused in workers too');

SELECT * FROM finish();
ROLLBACK;

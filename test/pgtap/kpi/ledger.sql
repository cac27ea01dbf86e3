-- Test the ledger: its tally of any period is the tally of the rows, however the ledger was made.
\ir ../setup.psql
SELECT plan(46);
SET LOCAL search_path = public, motcua;
SELECT setseed(0.20260302);

-- The rows are of every kind: NULLs, infinities, ended before received, no due date, pauses, every
-- end.
CREATE TEMP TABLE r AS
SELECT i, i % 7 AS part, random() < 0.3 AS taken,
       CASE WHEN random() < 0.01 THEN NULL
            WHEN random() < 0.005 THEN 'infinity'
            ELSE timestamp '2020-01-01' + random() * interval '120 days' END AS received,
       CASE WHEN random() < 0.1 THEN NULL
            WHEN random() < 0.02 THEN 'infinity'
            ELSE timestamp '2020-01-01' + random() * interval '140 days' END AS due,
       CASE WHEN random() < 0.25 THEN NULL
            WHEN random() < 0.02 THEN 'infinity'
            WHEN random() < 0.01 THEN '-infinity'
            ELSE timestamp '2020-01-01' + random() * interval '150 days' END AS ended,
       CASE WHEN random() < 0.8 THEN NULL
            WHEN random() < 0.02 THEN '-infinity'
            ELSE timestamp '2020-01-01' + random() * interval '150 days' END AS paused,
       CASE WHEN random() < 0.2 THEN NULL ELSE random() < 0.5 END AS online,
       (ARRAY['result', 'withdrawn', 'refused', 'stopped',
              NULL])[1 + floor(random() * 5)::int] AS ended_as,
       (ARRAY['day', 'instant', NULL])[1 + floor(random() * 3)::int] AS granularity
FROM generate_series(1, 100000) AS i;
ANALYZE r;
CREATE TEMP TABLE p AS
SELECT i, daterange(since, since + 1 + floor(random() * random() * 60)::int) AS period
FROM generate_series(1, 1000) AS i,
     LATERAL (SELECT date '2019-12-25' + floor(random() * 150 + i * 0)::int AS since) AS s;

-- All rows are compared over 25 periods, and 300 rows over all 1000.
CREATE TEMP TABLE whole AS
SELECT ledger(received, due, ended, online, ended_as, granularity, paused) AS l
FROM r;
CREATE TEMP TABLE few AS
SELECT ledger(received, due, ended, online, ended_as, granularity, paused) AS l
FROM r WHERE i <= 300;
SELECT is((SELECT count(*)
           FROM p
           WHERE i <= 25
             AND (SELECT tally(l, period) FROM whole)
                     = (SELECT tally(received, due, ended, period, online, ended_as, granularity,
                                     paused)
                        FROM r)),
          25::bigint, '100,000 rows of every kind have their tallies in 25 periods');
SELECT is((SELECT count(*)
           FROM p
           WHERE (SELECT tally(l, period) FROM few)
                     = (SELECT tally(received, due, ended, period, online, ended_as, granularity,
                                     paused)
                        FROM r WHERE r.i <= 300)),
          1000::bigint, '300 rows of every kind have their tallies in 1,000 periods');
-- Each row is compared by itself, so that no two errors cancel out.
SELECT is((SELECT count(*)
           FROM (SELECT r.*,
                        ledger(received, due, ended, online, ended_as, granularity,
                               paused) OVER (PARTITION BY i) AS l
                 FROM r WHERE i <= 3000) AS x
           JOIN p ON p.i = 1 + x.i % 1000
           WHERE tally(l, period) IS DISTINCT FROM (
               SELECT tally(v.a, v.b, v.c, v.p, v.d, v.e, v.f, v.g)
               FROM (VALUES (x.received, x.due, x.ended, p.period, x.online, x.ended_as,
                             x.granularity, x.paused)) AS v (a, b, c, p, d, e, f, g))),
          0::bigint, '3,000 rows have their tallies, each alone');

-- ---- columns of each type ----
SELECT is((SELECT count(*)
           FROM p
           WHERE i <= 40
             AND (SELECT tally(ledger(received::date, due::date, ended::date), period)
                  FROM r WHERE r.i <= 2000) = (SELECT tally(received::date, due::date, ended::date,
                                                            period)
                                               FROM r WHERE r.i <= 2000)),
          40::bigint, 'dates in the short form give the same tallies');
SELECT is((SELECT count(*)
           FROM p
           WHERE i <= 40
             AND (SELECT tally(ledger(received::date, due::date, ended::date, online, ended_as,
                                      granularity, paused::date),
                               period)
                  FROM r WHERE r.i <= 2000) = (SELECT tally(received::date, due::date, ended::date,
                                                            period, online, ended_as, granularity,
                                                            paused::date)
                                               FROM r WHERE r.i <= 2000)),
          40::bigint, 'dates in the full form give the same tallies');
SELECT is((SELECT count(*)
           FROM p
           WHERE i <= 40
             AND (SELECT tally(ledger(received, due::date, ended), period)
                  FROM r WHERE r.i <= 2000) = (SELECT tally(received, due::date, ended, period)
                                               FROM r WHERE r.i <= 2000)),
          40::bigint, 'timestamps with a due date give the same tallies');
SET LOCAL TimeZone = 'America/New_York';
SELECT is((SELECT count(*)
           FROM p
           WHERE i <= 40
             AND (SELECT tally(ledger(received::timestamptz, due::timestamptz, ended::timestamptz,
                                      online, ended_as, granularity, paused::timestamptz),
                               period)
                  FROM r WHERE r.i <= 2000)
                     = (SELECT tally(received::timestamptz, due::timestamptz, ended::timestamptz,
                                     period, online, ended_as, granularity, paused::timestamptz)
                        FROM r WHERE r.i <= 2000)),
          40::bigint, 'instants');
SELECT is((SELECT count(*)
           FROM p
           WHERE i <= 40
             AND (SELECT tally(ledger(received::timestamptz, due::date, ended::timestamptz), period)
                  FROM r WHERE r.i <= 2000) = (SELECT tally(received::timestamptz, due::date,
                                                            ended::timestamptz, period)
                                               FROM r WHERE r.i <= 2000)),
          40::bigint, 'instants with a due date give the same tallies');
RESET TimeZone;

-- ---- splits, merges, subtraction ----
CREATE TEMP TABLE parts AS
SELECT part, taken, ledger(received, due, ended, online, ended_as, granularity, paused) AS l
FROM r GROUP BY part, taken;
SELECT ok((SELECT merge(l ORDER BY random()) FROM parts) = (SELECT l FROM whole),
          'parts merge to the whole in random order');
SELECT ok((SELECT merge(l)
           FROM parts
           WHERE part < 3) + (SELECT merge(l) FROM parts WHERE part >= 3) = (SELECT l FROM whole),
          'two ledgers can be added');
SELECT ok((SELECT l FROM whole) - (SELECT merge(l)
                                   FROM parts
                                   WHERE taken) = (SELECT merge(l) FROM parts WHERE NOT taken),
          'the ledger of a subset can be subtracted');
SELECT ok((SELECT l FROM whole) - (SELECT l FROM whole) = '{"days": []}'::ledger,
          'a ledger less itself is empty');
SELECT is((SELECT count(*)
           FROM p
           WHERE i <= 10
             AND tally((SELECT merge(l) FROM parts WHERE NOT taken), period) = (
                 SELECT tally(received, due, ended, period, online, ended_as, granularity, paused)
                 FROM r WHERE NOT taken)),
          10::bigint, 'the rest after a subtraction has its tallies');
SELECT ok((SELECT merge(l)
           FROM (SELECT ledger(received, due, ended, online, ended_as, granularity, paused) AS l
                 FROM r GROUP BY i) AS x) = (SELECT l FROM whole),
          '100,000 ledgers of one row merge to the whole');

-- ---- windows: rows leave the frame ----
SELECT is((SELECT count(*)
           FROM (SELECT i,
                        ledger(received, due, ended, online, ended_as, granularity, paused) OVER (
                            ORDER BY i ROWS BETWEEN 20 PRECEDING AND CURRENT ROW) AS l
                 FROM r WHERE i <= 400) AS w
           WHERE l IS DISTINCT FROM (SELECT ledger(received, due, ended, online, ended_as,
                                                   granularity, paused)
                                     FROM r WHERE r.i BETWEEN w.i - 20 AND w.i)),
          0::bigint, 'a moving frame gives the ledger of its rows');
SELECT is((SELECT count(*)
           FROM (SELECT part, taken,
                        merge(l) OVER (ORDER BY part, taken
                                       ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS w,
                        row_number() OVER (ORDER BY part, taken) AS n
                 FROM parts) AS x
           WHERE w IS DISTINCT FROM (SELECT merge(y.l)
                                     FROM (SELECT l, row_number() OVER (ORDER BY part, taken) AS m
                                           FROM parts) AS y
                                     WHERE m BETWEEN x.n - 2 AND x.n)),
          0::bigint, 'a moving frame gives the merged ledgers of its rows');
SELECT results_eq('SELECT ledger(NULL::date, NULL::date, NULL::date) OVER (ORDER BY i ROWS BETWEEN '
                  '2 PRECEDING AND 1 PRECEDING) IS NULL FROM generate_series(1, 4) AS i',
                  'VALUES (true), (false), (false), (false)',
                  'an empty frame gives NULL, and rows that count nowhere give an empty ledger');

-- ---- parallel plans ----
CREATE TABLE public.parallel_rows AS SELECT * FROM r;
ANALYZE public.parallel_rows;
SET LOCAL parallel_setup_cost = 0; SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0; SET LOCAL max_parallel_workers_per_gather = 2;
CREATE FUNCTION pg_temp.workers(query text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE plan json;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
    RETURN plan::text LIKE '%Workers Planned%' AND plan::text LIKE '%"Partial Mode": "Partial"%';
END $$;
SELECT ok(pg_temp.workers('SELECT motcua.ledger(received, due, ended, online, ended_as, '
                          'granularity, paused) FROM public.parallel_rows'),
          'workers build the ledger');
SELECT ok((SELECT ledger(received, due, ended, online, ended_as, granularity, paused)
           FROM public.parallel_rows) = (SELECT l FROM whole),
          'workers build the ledger of a serial scan');
SELECT ok((SELECT ledger(received, due, ended) FROM public.parallel_rows WHERE i < 0) IS NULL,
          'workers without rows give NULL');
SELECT is((SELECT count(*)
           FROM (SELECT part, taken,
                        ledger(received, due, ended, online, ended_as, granularity, paused) AS l
                 FROM public.parallel_rows GROUP BY part, taken) AS x
           JOIN parts USING (part, taken, l)),
          14::bigint, 'ledgers of groups can be joined by hash');
SET LOCAL max_parallel_workers_per_gather = 0;
SET LOCAL work_mem = '64kB';
SELECT is((SELECT sum(received(tally(l, '[2020-01-01,2020-07-01)')))
           FROM (SELECT i % 20000 AS g, ledger(received, due, ended) AS l FROM r GROUP BY g) AS x),
          (SELECT received(tally(received, due, ended, '[2020-01-01,2020-07-01)'))::numeric FROM r),
          'many groups fit in little memory');
RESET work_mem;

-- ---- forms ----
SELECT ok((SELECT l::text::ledger = l AND l::jsonb::ledger = l FROM whole),
          'the text and jsonb forms are read as the same ledger');
SELECT ok((SELECT DISTINCT l
           FROM (SELECT l FROM whole UNION ALL SELECT l::text::ledger FROM whole) AS x) IS NOT NULL,
          'equal ledgers are one in DISTINCT');
SELECT ok((SELECT ledger_hash(l) = ledger_hash(l::text::ledger)
                  AND ledger_hash_extended(l, 7) = ledger_hash_extended(l::text::ledger, 7)
           FROM whole),
          'equal ledgers have equal hashes');
SELECT is((SELECT count(DISTINCT l) FROM parts), 14::bigint, 'different ledgers differ');
SELECT is((SELECT sum(new_online + new_direct) FROM ledger_days((SELECT l FROM whole))),
          (SELECT count(*)::numeric
           FROM r
           WHERE isfinite(received) AND coalesce(ended, 'infinity') >= date_trunc('day', received)),
          'the days of a ledger hold everything that was received');
SELECT is((SELECT sum(invalid) FROM ledger_days((SELECT l FROM whole))),
          (SELECT count(*)::numeric
           FROM r
           WHERE isfinite(received) AND ended < date_trunc('day', received)),
          'the days of a ledger hold what ended before it was received');
SELECT cmp_ok((SELECT count(*) FROM ledger_due_changes((SELECT l FROM whole)) WHERE day > due),
              '>', 100::bigint, 'the ledger stores pauses as changes of the due date');

-- ---- NULL, empty, limits ----
SELECT is(ledger(received, due, ended), NULL::ledger, 'no rows give NULL') FROM r WHERE i < 0;
SELECT ok(ledger(NULL::date, NULL::date, NULL::date) = '{"days": []}'::ledger,
          'rows that count nowhere give an empty ledger');
SELECT is(merge(NULL::ledger), NULL::ledger, 'merging nothing gives NULL');
SELECT throws_ok($$SELECT ledger(date '0001-01-01' - 1, NULL, NULL)$$,
                 '22008', NULL, 'a receipt before the years of a ledger is refused');
SELECT throws_ok($$SELECT ledger(date '10000-01-01', NULL, NULL)$$,
                 '22008', NULL, 'a receipt after the years of a ledger is refused');
SELECT ok((SELECT tally(ledger(date '2020-01-01', d, e), '[2020-01-01,2020-02-01)') = tally(
               date '2020-01-01', d, e, '[2020-01-01,2020-02-01)')
           FROM (VALUES (date '20000-01-01', date '20000-01-01')) AS v (d, e)),
          'other days outside those years count as never');
SELECT throws_ok($$SELECT '{"days": [{"day": "2020-01-01", "late": 9223372036854775807}, '
                          '{"day": "2020-01-02", "late": 1}]}'::motcua.ledger$$,
                 '22003', NULL, 'a running sum beyond 64 bits is refused');
SELECT throws_ok($$SELECT '{"days": [{"day": "2020-01-01", '
                          '"late": 9223372036854775807}]}'::motcua.ledger
                          + '{"days": [{"day": "2020-01-01", "late": 1}]}'::motcua.ledger$$,
                 '22003', NULL, 'a sum beyond 64 bits is refused');

-- ---- what a tally cannot ----
CREATE TEMP TABLE two AS
SELECT ledger(d, d + 3, d + 40) AS l, tally(d, d + 3, d + 40, daterange(m, m + 30)) AS t, m
FROM (SELECT m, m + i % 29 AS d
      FROM generate_series(0, 99) AS i, (VALUES (date '2020-01-01'), ('2020-02-01')) AS v (m)) AS x
GROUP BY m;
SELECT throws_ok('SELECT merge(t) FROM two',
                 '22023', NULL, 'the tallies of January and February cannot be added');
SELECT ok((SELECT carried(t) = 0 AND received(t) = 200 AND open(t) + resolved(t) = 200
           FROM (SELECT tally(merge(l), '[2020-01-01,2020-04-01)') AS t FROM two) AS x),
          'the ledgers of two months can be added, and the quarter carries nothing twice');

-- ---- series ----
SELECT results_eq($$SELECT period
                    FROM tally_series((SELECT l FROM whole), '2020-01-31', '2020-05-15',
                                      '1 month')$$,
                  $$VALUES (daterange('2020-01-31', '2020-02-29')),
                           ('[2020-02-29,2020-03-31)'),
                           ('[2020-03-31,2020-04-30)'),
                           ('[2020-04-30,2020-05-16)')$$,
                  'months from a 31st do not drift, and the last one is cut');
SELECT is((SELECT count(*)
           FROM whole, tally_series(l, '2020-01-01', '2020-04-30', '7 days') AS s
           WHERE s.tally IS DISTINCT FROM tally(l, s.period)),
          0::bigint, 'each line of the series is the tally of its period');
SELECT is_empty($$SELECT *
                  FROM tally_series((SELECT l FROM whole), '2020-02-01', '2020-01-31', '1 day')$$,
                'a series does not run backwards');
SELECT throws_ok(format('SELECT * FROM motcua.tally_series(''{"days": []}'', ''2020-01-01'', '
                        '''2020-02-01'', %L)',
                        step),
                 '22023', NULL, 'no step of ' || step)
FROM unnest(ARRAY['1 hour', '1 month 1 day', '-1 month', '0 days']) AS step;

SELECT * FROM finish();
ROLLBACK;

-- Test rates on every basis, targets, violations over published figures, shares, percentages.
\ir ../setup.psql
SELECT plan(79);

-- These are published figures (thaibinh.gov.vn 2021, the commune of Quang Thai 2020, the portal of
-- Hue for levels 1 and 2).
CREATE TEMP TABLE published AS
SELECT name, t::motcua.tally AS t
FROM (VALUES
    ('Thai Binh',
     '{"new_online": 69635, "new_direct": 1065067, "carried": 15641, "early": 114977, '
     '"on_time": 1022796, "late": 1551, "open_in_time": 10686, "open_overdue": 333}'),
    ('Quang Thai', '{"new_direct": 1113, "on_time": 1100, "late": 13}'),
    ('Hue',
     '{"new_direct": 268763, "early": 124907, "on_time": 102770, "late": 19852, '
     '"open_in_time": 11622}')) AS p (name, t);
SELECT is(motcua.format_percent(motcua.on_time_rate(t)), '99,86%', 'Thai Binh has 99.86 % on time')
FROM published WHERE name = 'Thai Binh';
SELECT is(motcua.format_percent(motcua.on_time_rate(t)), '98,83%', 'Quang Thai has 98.83 % on time')
FROM published WHERE name = 'Quang Thai';
SELECT is(ARRAY[motcua.received(t), motcua.workload(t), motcua.resolved(t), motcua.open(t)],
          ARRAY[1134702, 1150343, 1139324, 11019]::bigint[],
          'the tally of Thai Binh has the published totals')
FROM published WHERE name = 'Thai Binh';

-- ---- every basis ----
SELECT results_eq(
    $$SELECT basis, numerator, denominator
      FROM motcua.rates((SELECT t FROM published WHERE name = 'Thai Binh'))$$,
    $$VALUES ('resolved', 1137773::bigint, 1139324::bigint),
             ('processed', 1137773, 1139324),
             ('received', 1137773, 1134702),
             ('workload', 1148459, 1150343),
             ('due', 0, 0)$$,
    'rates lists Thai Binh on every basis');
SELECT is((SELECT count(*)
           FROM published, motcua.rates(t) AS r
           WHERE r.rate IS DISTINCT FROM r.numerator::numeric / nullif(r.denominator, 0)
              OR r.rate IS DISTINCT FROM motcua.on_time_rate(t, r.basis)
              OR r.formula_vi IS NULL
              OR r.used_by IS NULL),
          0::bigint, 'each rate is its fraction, and equals on_time_rate');
SELECT cmp_ok((SELECT rate
               FROM published, motcua.rates(t)
               WHERE name = 'Thai Binh' AND basis = 'received'),
              '>', 1::numeric, 'the rate on the basis received may exceed 1');
SELECT is(motcua.on_time_rate('{}'::motcua.tally, b),
          NULL, format('nothing counted, no rate on basis %s', b))
FROM unnest(ARRAY['resolved', 'processed', 'received', 'workload', 'due']) AS b;
SELECT is(motcua.on_time_rate(NULL), NULL, 'without a tally there is no rate');
SELECT is(motcua.on_time_rate('{"due_met": 97, "due_missed": 3}'::motcua.tally, 'due'),
          0.97, 'the basis due counts what was due');

-- A rate that leaves kinds of end out is the rate of a table from which they are gone. The tallies
-- are made from rows, and none is carried, so every basis knows all its rows.
CREATE TEMP TABLE dossier AS
SELECT id, date '2020-01-01' + n[1] % 150 AS received,
       CASE WHEN n[2] % 9 > 0 THEN date '2020-01-01' + n[1] % 150 + n[2] % 30 END AS due,
       CASE WHEN n[3] % 6 > 0 THEN date '2020-01-01' + n[1] % 150 + n[3] % 40 END AS ended,
       (ARRAY['result', 'result', 'withdrawn', 'refused', 'stopped'])[1 + n[4] % 5] AS ended_as
FROM (SELECT id,
             (SELECT array_agg(('x'
                                || substr(md5('rate' || id), 4 * k + 1,
                                          4))::bit(16)::int ORDER BY k)
              FROM generate_series(0, 3) AS k) AS n
      FROM generate_series(1, 3000) AS id) AS x;
CREATE TEMP TABLE without AS
SELECT *
FROM (VALUES (ARRAY[]::text[]),
             (ARRAY['withdrawn']),
             (ARRAY['refused']),
             (ARRAY['stopped']),
             (ARRAY['refused', 'withdrawn']),
             (ARRAY['withdrawn', 'refused', 'stopped']),
             (ARRAY['stopped', 'stopped', NULL])) AS w (kinds);
SELECT is(motcua.on_time_rate(t, basis, kinds), rate, format('%s without %s', basis, kinds))
FROM without,
     (SELECT motcua.tally(received, due, ended, daterange('2020-01-01', '2020-07-01'), false,
                          ended_as, NULL, NULL) AS t
      FROM dossier) AS x,
     LATERAL (SELECT count(*) FILTER (WHERE done AND good) AS good,
                     count(*) FILTER (WHERE done AND good AND ended_as = 'result') AS results,
                     count(*) FILTER (WHERE done) AS resolved,
                     count(*) FILTER (WHERE NOT (done AND NOT good)
                                        AND (done
                                             OR due IS NULL
                                             OR due >= '2020-06-30')) AS in_time,
                     count(*) AS load
              FROM (SELECT *, coalesce(ended <= '2020-06-30', false) AS done,
                           ended <= due OR due IS NULL AS good
                    FROM dossier) AS d
              WHERE NOT (done AND ended_as = ANY (array_remove(kinds, NULL)))) AS c,
     LATERAL (VALUES ('resolved', good / resolved::numeric),
                     ('processed', results / resolved::numeric),
                     ('received', good / load::numeric),
                     ('workload', in_time / load::numeric)) AS r (basis, rate);

-- ---- targets ----
-- 97.996 % is printed as 98,00 % and does not meet 98 %.
CREATE TEMP TABLE close AS SELECT '{"on_time": 97996, "late": 2004}'::motcua.tally AS t;
SELECT is(motcua.format_percent(motcua.on_time_rate(t)), '98,00%',
          'a rate can be printed like the target')
FROM close;
SELECT is(motcua.meets(t, 0.98), false,
          'a rate that only rounds to the target does not meet it') FROM close;
SELECT is(ARRAY[motcua.meets(t, 0.97996), motcua.meets(t, 0.979960000000000000000000001),
                motcua.meets(t, 0)],
          ARRAY[true, false, true], 'meets is exact')
FROM close;
SELECT is(motcua.meets('{"on_time": 1, "late": 2}', 1 / 3::numeric),
          true, 'one of three is more than 0.333...3');
SELECT is(ARRAY[motcua.meets('{}'::motcua.tally, 0.98), motcua.meets(NULL::motcua.tally, 0.98),
                motcua.meets(t, NULL)],
          ARRAY[NULL, NULL, NULL]::boolean[],
          'a tally that counts nothing neither meets nor misses the target')
FROM close;
SELECT is(motcua.meets(tally => t, target => 0.99, basis => 'workload'),
          false, 'meets can use another basis')
FROM published WHERE name = 'Hue';

-- ---- violations ----
SELECT is_empty($$SELECT * FROM published, motcua.violations(t) WHERE name = 'Thai Binh'$$,
                'Thai Binh keeps every identity');
SELECT results_eq($$SELECT v.* FROM published, motcua.violations(t) AS v WHERE name = 'Hue'$$,
                  $$VALUES ('workload = resolved + open', 268763::bigint, 259151::bigint,
                            9612::bigint)$$,
                  'violations finds 9612 dossiers of Hue that are in no class');
SELECT results_eq($$SELECT identity, difference
                    FROM motcua.violations('{"early": -1, "on_time_no_due": 2, '
                                           '"withdrawn_late": 1}'::motcua.tally)$$,
                  $$VALUES ('workload = resolved + open', 1::bigint),
                           ('early >= 0', -1),
                           ('on_time_no_due <= on_time', 2),
                           ('withdrawn + refused + stopped <= resolved', 1),
                           ('withdrawn_late + refused_late + stopped_late <= late', 1),
                           ('withdrawn_late <= withdrawn', 1)$$,
                  'violations finds negative counters and parts beyond their whole');
SELECT throws_ok($$SELECT *
                   FROM motcua.violations('{"early": 9223372036854775807, '
                                          '"late": 1}'::motcua.tally)$$,
                 '22003', NULL, 'violations refuses totals beyond 64 bits');

-- ---- plain aggregates ----
CREATE TEMP TABLE flag AS
SELECT id, CASE WHEN id % 5 > 0 THEN id * id % 7 < 3 END AS yes
FROM generate_series(1, 2000) AS id;
SELECT is((SELECT motcua.share(yes) FROM flag),
          (SELECT count(*) FILTER (WHERE yes)::numeric / count(yes) FROM flag),
          'share is the fraction of the known cases');
SELECT is(ARRAY[(SELECT motcua.share(yes) FROM flag WHERE id < 0),
                (SELECT motcua.share(NULL) FROM flag)],
          ARRAY[NULL, NULL]::numeric[], 'share of nothing is NULL');
SELECT is((SELECT motcua.on_time_rate(due, ended) FROM dossier),
          (SELECT count(*) FILTER (WHERE due IS NULL OR ended <= due)::numeric / count(*)
           FROM dossier WHERE ended IS NOT NULL),
          'on_time_rate(due, ended) is the resolved basis');
SELECT is((SELECT ARRAY[motcua.on_time_rate(due::timestamp, ended::timestamp + '15:00'),
                        motcua.on_time_rate((due + time '08:00') AT TIME ZONE 'Asia/Ho_Chi_Minh',
                                            (ended + time '02:00') AT TIME ZONE 'Asia/Ho_Chi_Minh'),
                        motcua.on_time_rate(due, ended + time '23:00'),
                        motcua.on_time_rate(due,
                                            (ended + time '02:00') AT TIME ZONE 'Asia/Ho_Chi_Minh')]
           FROM dossier),
          (SELECT array_fill(motcua.on_time_rate(due, ended), ARRAY[4]) FROM dossier),
          'on_time_rate over columns of every type goes by the Vietnamese day');
SELECT is((SELECT motcua.on_time_rate(due, ended)
           FROM (VALUES (date '2020-01-01', date 'infinity'),
                        ('2020-01-01', NULL),
                        ('2020-01-01', '-infinity')) AS x (due, ended)),
          NULL, 'open dossiers are not counted');
SELECT is((SELECT count(*) FILTER (WHERE s IS DISTINCT FROM (
                                       SELECT count(*) FILTER (WHERE yes)::numeric / nullif(
                                           count(yes), 0)
                                       FROM flag AS f WHERE f.id BETWEEN w.id - 3 AND w.id + 1))
                  || ' of ' || count(*)
           FROM (SELECT id,
                        motcua.share(yes) OVER (ORDER BY id
                                                ROWS BETWEEN 3 PRECEDING AND 1 FOLLOWING) AS s
                 FROM flag) AS w),
          '0 of 2000', 'share over a moving frame is that of its rows');
SELECT is((SELECT count(*) FILTER (WHERE s IS DISTINCT FROM (
                                       SELECT count(*) FILTER (
                                           WHERE due IS NULL
                                              OR ended <= due)::numeric / nullif(count(*), 0)
                                       FROM dossier AS d
                                       WHERE ended IS NOT NULL AND d.id BETWEEN w.id - 4 AND w.id))
                  || ' of ' || count(*)
           FROM (SELECT id, motcua.on_time_rate(due, ended) OVER (ORDER BY id ROWS 4 PRECEDING) AS s
                 FROM dossier) AS w
           WHERE id <= 500),
          '0 of 500', 'on_time_rate over a moving frame is that of its rows');
CREATE TABLE public.motcua_flag AS
SELECT id, id * id % 7 < 3 AS yes, date '2020-01-01' + id % 9 AS due,
       date '2020-01-01' + id % 11 AS ended
FROM generate_series(1, 20000) AS id;
ANALYZE public.motcua_flag;
SET LOCAL max_parallel_workers_per_gather = 4;
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
CREATE FUNCTION pg_temp.plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE plan json;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
    RETURN plan;
END $$;
SELECT matches(pg_temp.plan_of('SELECT motcua.share(yes), '
                               'motcua.on_time_rate(due, ended) FROM public.motcua_flag'),
               'Finalize.*Gather.*Partial', 'the plan is parallel');
SELECT results_eq('SELECT motcua.share(yes), '
                  'motcua.on_time_rate(due, ended) FROM public.motcua_flag',
                  'SELECT avg(yes::int), avg((ended <= due)::int) FROM public.motcua_flag',
                  'share and on_time_rate are the same in parallel');

-- ---- the other shares of a tally ----
SELECT is(ARRAY[motcua.format_percent(motcua.early_rate(t)),
                motcua.format_percent(motcua.late_rate(t)),
                motcua.format_percent(motcua.overdue_rate(t)),
                motcua.format_percent(motcua.online_rate(t))],
          ARRAY['10,09%', '0,14%', '3,02%', '6,14%'],
          'Thai Binh has its early, late, overdue and online rates')
FROM published WHERE name = 'Thai Binh';
SELECT is((SELECT count(*)
           FROM published AS p
           CROSS JOIN LATERAL (VALUES ('early_rate', motcua.early_rate(p.t)),
                                      ('late_rate', motcua.late_rate(p.t)),
                                      ('overdue_rate', motcua.overdue_rate(p.t)),
                                      ('online_rate', motcua.online_rate(p.t))) AS v (measure, rate)
           CROSS JOIN LATERAL motcua_internal.tally_ratio(p.t, v.measure) AS r
           WHERE v.rate IS DISTINCT FROM r.numerator::numeric / nullif(r.denominator, 0)),
          0::bigint, 'the shares are those that scorecards use');
SELECT is(ARRAY[motcua.early_rate('{}'), motcua.late_rate('{}'), motcua.overdue_rate('{}'),
                motcua.online_rate('{}')],
          ARRAY[NULL, NULL, NULL, NULL]::numeric[],
          'shares of nothing are NULL');

-- ---- percentages ----
SELECT is((SELECT string_agg(motcua.percent(r, 1)::text, ' ')
           FROM unnest(ARRAY[0.0005, -0.0005, 0.00049, 0.1235, -0.1235, 0.1245, 1, 0]) AS r),
          '0.1 -0.1 0.0 12.4 -12.4 12.5 100.0 0.0',
          'percent rounds half away from zero');
SELECT is(ARRAY[motcua.percent(0.988345), motcua.percent(-0.988345), motcua.percent(0.5, 0),
                motcua.percent(0.005, 0)],
          ARRAY[98.83, -98.83, 50, 1], 'percent can have other digits');
SELECT is(ARRAY[motcua.format_percent(0.98835), motcua.format_percent(-0.98835),
                motcua.format_percent(0.98835, 1, 'en'), motcua.format_percent(1, 0),
                motcua.format_percent(rate => 1.00274, lang => 'en')],
          ARRAY['98,84%', '-98,84%', '98.8%', '100%', '100.27%'],
          'format_percent writes as the language does');
SELECT is(ARRAY[motcua.percent(NULL)::text, motcua.format_percent(NULL)],
          ARRAY[NULL, NULL], 'percent of NULL is NULL');

-- ---- errors ----
CREATE FUNCTION pg_temp.hint_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE hint text;
BEGIN
    EXECUTE query;
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT;
    RETURN hint;
END $$;
SELECT throws_ok($$SELECT motcua.on_time_rate('{}'::motcua.tally, 'all')$$,
                 '22023', 'unknown basis "all"', 'an unknown basis is refused');
SELECT is((SELECT count(*)
           FROM motcua.rates('{}'::motcua.tally) AS r
           WHERE strpos(pg_temp.hint_of($$SELECT motcua.on_time_rate('{}'::motcua.tally, 'all')$$),
                        format('"%s"', r.basis)) > 0),
          5::bigint, 'the hint lists the bases');
SELECT throws_ok($$SELECT motcua.meets('{}'::motcua.tally, 0.98, '')$$,
                 '22023', 'unknown basis ""', 'an unknown basis of meets is refused');
SELECT throws_ok($$SELECT motcua.on_time_rate('{}'::motcua.tally, 'resolved', '{result}')$$,
                 '22023',
                 'unknown kind of end to leave out: "result"',
                 'results cannot be left out');
SELECT throws_ok($$SELECT motcua.on_time_rate('{}'::motcua.tally, 'due', '{refused}')$$,
                 '22023',
                 'basis "due" cannot leave out kinds of end',
                 'nothing can be left out on the basis due');
SELECT throws_ok($$SELECT motcua.resolved('{"early": 9223372036854775807, '
                                          '"late": 1}'::motcua.tally)$$,
                 '22003', NULL, 'a total beyond 64 bits is refused');
SELECT throws_ok($$SELECT motcua.on_time_rate('{"early": 9223372036854775807, '
                                              '"late": 1}'::motcua.tally)$$,
                 '22003', NULL, 'a rate whose total is beyond 64 bits is refused');
SELECT throws_ok($$SELECT motcua.percent(1, -1)$$, '22023', NULL, 'negative digits are refused');
SELECT throws_ok($$SELECT motcua.format_percent(1, 2, 'fr')$$,
                 '22023', 'unknown language "fr"', 'an unknown language is refused');

-- ---- one set of dossiers, two published rates ----
CREATE TEMP TABLE two_rates AS
SELECT motcua.tally(date '2025-01-10' + CASE WHEN i > 10900 THEN -30 ELSE 0 END,
                    CASE WHEN i <= 9750 THEN date '2025-03-20'
                         WHEN i <= 10168 THEN date '2025-02-10'
                         ELSE date '2025-05-02' END,
                    CASE WHEN i <= 9750 THEN date '2025-03-20'
                         WHEN i <= 10000 THEN date '2025-02-12' END,
                    daterange('2025-01-01', '2025-04-01')) AS t
FROM generate_series(1, 11000) AS i;
SELECT results_eq($$SELECT r.basis, r.numerator, r.denominator, motcua.format_percent(r.rate)
                    FROM two_rates, motcua.rates(t) AS r
                    WHERE r.basis IN ('resolved', 'workload')
                    ORDER BY 1$$,
                  $$VALUES ('resolved', 9750::bigint, 10000::bigint, '97,50%'),
                           ('workload', 10582, 11000, '96,20%')$$,
                  '250 late and 168 open and overdue: 97,50% of the '
                  'resolved, 96,20% of all to be handled');
SELECT is((SELECT ARRAY[motcua.carried(t), motcua.late(t), motcua.open_overdue(t),
                        motcua.open_in_time(t)]
           FROM two_rates),
          ARRAY[100, 250, 168, 832]::bigint[], 'the two rates have their counters');
SELECT is((SELECT ARRAY[motcua.meets(t, 0.97), motcua.meets(t, 0.97, 'workload')] FROM two_rates),
          ARRAY[true, false], 'whether a target of 97 % is met depends on the basis');

SELECT * FROM finish();
ROLLBACK;

-- Test satisfaction (Decision 766), apologies in time, and tasks: by hand, against plain SQL over
-- random rows, in windows, by workers.
\ir ../setup.psql
SELECT plan(80);
SET LOCAL search_path = public, motcua;
SELECT setseed(0.20180608);
CREATE FUNCTION pg_temp.workers(query text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE plan json;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
    RETURN plan::text LIKE '%Workers Planned%' AND plan::text LIKE '%"Partial Mode": "Partial"%';
END $$;

-- ---- satisfaction: who is unfavourable, in March 2026 ----
SELECT is((SELECT satisfaction_rate(received, due, ended, '[2026-03-01,2026-03-31]'::daterange,
                                    disliked, paused)),
          rate, name)
FROM (VALUES
    (date '2026-03-02', date '2026-03-09', date '2026-03-09', false, NULL::date, 1.0,
     'ended in time'),
    ('2026-03-02', '2026-03-09', '2026-03-10', false, NULL, 0, 'ended late'),
    ('2026-03-02', '2026-03-09', '2026-03-09', true, NULL, 0, 'disliked'),
    ('2026-03-02', '2026-03-09', '2026-03-10', true, NULL, 0, 'late and disliked'),
    ('2026-03-02', '2026-03-09', '2026-03-09', NULL, NULL, 1, 'not rated'),
    ('2026-03-02', '2026-03-30', NULL, false, NULL, 0, 'open past due'),
    ('2026-03-02', '2026-03-31', NULL, false, NULL, 1, 'open, due on the last day'),
    ('2026-03-02', '2026-03-30', NULL, false, '2026-03-20', 1, 'open past due, but paused'),
    ('2026-03-02', '2026-03-30', NULL, true, '2026-03-20', 0, 'paused, and disliked'),
    ('2026-03-02', '2026-03-30', NULL, false, '2026-04-01', 0, 'paused after the period'),
    ('2026-03-02', '2026-03-30', '2026-04-02', false, NULL, 0,
     'ended after the period: open past due'),
    ('2026-03-02', '2026-04-01', '2026-04-02', false, NULL, 1, 'late after the period only'),
    ('2026-03-02', NULL, '2026-03-29', false, NULL, 1, 'no due date'),
    ('2026-01-05', '2026-03-09', '2026-03-09', false, NULL, 1, 'carried in'),
    ('2026-01-05', '2026-02-27', '2026-02-28', true, NULL, NULL, 'ended before the period'),
    ('2026-04-01', '2026-04-02', NULL, true, NULL, NULL, 'received after it'),
    (NULL, '2026-03-09', '2026-03-10', true, NULL, NULL, 'not received'),
    ('infinity', '2026-03-09', 'infinity', true, NULL, NULL, 'received never'),
    ('2026-03-10', '2026-03-09', '2026-03-09', true, NULL, NULL, 'ended before it was received'),
    ('2026-03-10', '2026-03-19', '-infinity', true, NULL, NULL, 'ended before all time'),
    ('2026-03-10', '-infinity', '2026-03-19', false, NULL, 1,
     'due at no time')) AS v (received, due, ended, disliked, paused, rate, name)
GROUP BY name, rate;
SELECT is((SELECT satisfaction_rate(d, d, d, NULL, false)
           FROM (SELECT date '2026-03-02' AS d) AS x),
          NULL, 'without a period the rate is NULL');
SELECT is((SELECT satisfaction_rate(d, d, d, '[2026-03-01,2026-03-31]', false)
           FROM (SELECT date '2026-03-02' AS d) AS x WHERE d IS NULL),
          NULL, 'no rows give NULL');
SELECT throws_ok($$SELECT motcua.satisfaction_rate(d, d, d, period, false)
                   FROM (VALUES (date '2026-01-05', daterange '[2026-01-01,2026-02-01)'),
                                ('2026-02-05', '[2026-02-01,2026-03-01)')) AS v (d, period)$$,
                 '22023',
                 'dossiers of different periods cannot share a satisfaction rate: "2026-01-01 to '
                 '2026-01-31" and "2026-02-01 to 2026-02-28"',
                 'rows of different periods are refused');
SELECT throws_ok($$SELECT motcua.satisfaction_rate(date '2026-01-05', NULL, NULL, '[2026-01-01,)',
                                                   false)$$,
                 '22023', NULL, 'an unbounded period is refused');
SELECT throws_ok(format('SELECT motcua_internal.satisfaction_final(%L)', state),
                 '22P03', NULL, format('no state: %s', state))
FROM unnest(ARRAY['{{1,1,1}}', '{1,1}', '{1,1,NULL,1}', '{}']) AS state;
SELECT throws_ok($$SELECT motcua_internal.share_final('{{1}}')$$,
                 '22P03', NULL, 'no state of a share: {{1}}');
CREATE AGGREGATE pg_temp.hostile(moment, moment, moment, daterange, boolean) (
    SFUNC = motcua_internal.satisfaction_add, STYPE = bigint[],
    INITCOND = '{1,1,2147483646,2147483646}');
SELECT throws_ok($$SELECT pg_temp.hostile(date '2026-03-02', NULL, NULL, '[2026-03-01,2026-03-31]',
                                          false)$$,
                 '22P03', NULL, 'a state that the aggregate did not make is refused');

-- Phú Thọ (H44) had 403,016 dossiers to handle, 130 of them late, overdue or disliked. Many of
-- these are more than one of the three.
SELECT is((SELECT satisfaction_rate(date '2026-01-05',
                                    date '2026-01-12',
                                    CASE WHEN i <= 60 THEN date '2026-01-13'
                                         WHEN i > 100 THEN date '2026-01-12' END,
                                    '[2026-01-01,2026-01-31]',
                                    i BETWEEN 50 AND 130)
           FROM generate_series(1, 403016) AS i),
          402886::numeric / 403016, 'the rate of H44 is 402,886 of 403,016');

-- ---- satisfaction: random rows ----
CREATE TABLE public.handled AS
SELECT i, random() < 0.1 AS disliked,
       CASE WHEN random() < 0.02 THEN NULL
            WHEN random() < 0.01 THEN 'infinity'
            ELSE timestamp '2026-01-01' + random() * interval '150 days' END AS received,
       CASE WHEN random() < 0.1 THEN NULL
            WHEN random() < 0.02 THEN 'infinity'
            ELSE timestamp '2026-01-05' + random() * interval '150 days' END AS due,
       CASE WHEN random() < 0.25 THEN NULL
            WHEN random() < 0.02 THEN 'infinity'
            WHEN random() < 0.01 THEN '-infinity'
            ELSE timestamp '2026-01-05' + random() * interval '170 days' END AS ended,
       CASE WHEN random() < 0.8 THEN NULL
            WHEN random() < 0.02 THEN '-infinity'
            ELSE timestamp '2026-01-01' + random() * interval '150 days' END AS paused
FROM generate_series(1, 6000) AS i;
ANALYZE public.handled;
CREATE TEMP TABLE judged AS
SELECT i, NOT (coalesce(disliked, false) OR outcome IN ('late', 'overdue')) AS favourable
FROM (SELECT *, classify(due::date, ended::date, date '2026-03-31', 'day', paused::date) AS outcome
      FROM public.handled
      WHERE isfinite(received) AND coalesce(ended::date, 'infinity') >= received::date
        AND received::date <= '2026-03-31'
        AND coalesce(ended::date, 'infinity') >= '2026-03-01') AS x;
SELECT cmp_ok((SELECT count(*) FROM judged), '>', 1000::bigint, 'there are rows to handle');
SELECT is((SELECT satisfaction_rate(received, due, ended, '[2026-03-01,2026-03-31]', disliked,
                                    paused)
           FROM public.handled),
          (SELECT avg(favourable::int) FROM judged),
          'timestamps');
SELECT is((SELECT satisfaction_rate(received::date, due::date, ended::date,
                                    '[2026-03-01,2026-03-31]', disliked, paused::date)
           FROM public.handled),
          (SELECT avg(favourable::int) FROM judged),
          'dates');
SELECT is((SELECT satisfaction_rate(received, due::date, ended, '[2026-03-01,2026-03-31]', disliked,
                                    paused)
           FROM public.handled),
          (SELECT avg(favourable::int) FROM judged),
          'timestamps with a due date count like plain SQL');
SET LOCAL TimeZone = 'America/New_York';
SELECT is((SELECT satisfaction_rate(received AT TIME ZONE 'Asia/Ho_Chi_Minh',
                                    due AT TIME ZONE 'Asia/Ho_Chi_Minh',
                                    ended AT TIME ZONE 'Asia/Ho_Chi_Minh',
                                    '[2026-03-01,2026-03-31]', disliked,
                                    paused AT TIME ZONE 'Asia/Ho_Chi_Minh')
           FROM public.handled),
          (SELECT avg(favourable::int) FROM judged), 'instants');
SELECT is((SELECT satisfaction_rate(received AT TIME ZONE 'Asia/Ho_Chi_Minh', due::date,
                                    ended AT TIME ZONE 'Asia/Ho_Chi_Minh',
                                    '[2026-03-01,2026-03-31]', disliked,
                                    paused AT TIME ZONE 'Asia/Ho_Chi_Minh')
           FROM public.handled),
          (SELECT avg(favourable::int) FROM judged),
          'instants with a due date count like plain SQL');
RESET TimeZone;
SELECT is((SELECT satisfaction_rate(received, due, ended, '[2026-03-01,2026-03-31]', false)
           FROM public.handled),
          (SELECT on_time_rate(tally(received, due, ended, '[2026-03-01,2026-03-31]'), 'workload')
           FROM public.handled),
          'where nobody dislikes anything, the rate is on_time_rate on the basis workload');
SELECT is((SELECT count(*)
           FROM (SELECT i,
                        satisfaction_rate(received, due, ended, '[2026-03-01,2026-03-31]', disliked,
                                          paused) OVER (ORDER BY i
                                                        ROWS BETWEEN 6 PRECEDING
                                                            AND 2 PRECEDING) AS rate
                 FROM public.handled WHERE i <= 1500) AS w
           WHERE rate IS DISTINCT FROM (SELECT avg(j.favourable::int)
                                        FROM judged AS j WHERE j.i BETWEEN w.i - 6 AND w.i - 2)),
          0::bigint, 'moving frames, also empty ones, give the rates of their rows');
SELECT is((SELECT count(*)
           FROM (SELECT satisfaction_rate(
                     received,
                     due,
                     ended,
                     CASE WHEN i <= 750 THEN daterange '[2026-02-01,2026-03-01)'
                          ELSE '[2026-03-01,2026-04-01)' END,
                     disliked,
                     paused) OVER (ORDER BY i ROWS BETWEEN CURRENT ROW AND CURRENT ROW) AS rate
                 FROM public.handled WHERE i <= 1500) AS w
           WHERE rate NOT IN (0, 1)),
          0::bigint, 'a frame can leave one period for another');

-- ---- apologies: original due Monday 16 March 2026 ----
SELECT is((SELECT apology_rate(due, ended, apology, reappointments)), rate, name)
FROM (VALUES (date '2026-03-16', date '2026-03-18', date '2026-03-15', 1, 1.0,
              'late, and the apology was sent the day before'),
             ('2026-03-16', '2026-03-18', '2026-03-16', 1, 0, 'sent on the due day'),
             ('2026-03-16', '2026-03-18', NULL, 0, 0, 'late without an apology'),
             ('2026-03-16', '2026-03-16', NULL, 0, NULL, 'in time, so no apology is needed'),
             ('2026-03-16', NULL, NULL, NULL, NULL, 'open, so it does not count yet'),
             ('2026-03-16', NULL, '2026-03-13', 1, 1, 'open, and re-appointed'),
             ('2026-03-16', '2026-03-16', '2026-03-13', 1, 1,
              're-appointed, then in time after all'),
             ('2026-03-16', '2026-03-18', '2026-03-13', 2, 0, 're-appointed twice'),
             ('2026-03-16', '2026-03-18', 'infinity', 1, 0, 'the apology is sent never'),
             ('2026-03-16', '2026-03-18', '-infinity', 1, 0, 'the apology is sent before all time'),
             (NULL, '2026-03-18', '2026-03-13', 1, NULL, 'no due date'),
             ('infinity', 'infinity', '2026-03-13', 1, NULL,
              'due never')) AS v (due, ended, apology, reappointments, rate, name)
GROUP BY name, rate;
SELECT is((SELECT apology_rate(date '2026-03-16', date '2026-03-18', sent, 1, notice, 'vn')),
          rate, name)
FROM (VALUES (date '2026-03-13', 'working_day', 1.0, 'Friday is the working day before Monday'),
             ('2026-03-14', 'working_day', 0, 'Saturday is too late, by working days'),
             ('2026-03-16', 'same_day', 1, 'the due day is in time by the older rule'),
             ('2026-03-17', 'same_day', 0, 'the next day is too late by the older rule'),
             ('2026-03-15', 'day', 1, 'Sunday is the calendar day before Monday'),
             ('2026-03-15', NULL, 1, 'the default is the calendar day')
     ) AS v (sent, notice, rate, name)
GROUP BY name, rate;
SELECT is((SELECT apology_rate(date '2026-03-16', date '2026-03-18', date '2026-03-13', 1,
                               'working_day', calendar)
           FROM (VALUES (calendar_value('vn')), (NULL)) AS v (calendar)),
          1.0, 'a row without its calendar value is skipped');
SELECT throws_ok($$SELECT motcua.apology_rate(date '2026-03-16', date '2026-03-18', NULL, 0, 'week',
                                              'vn')$$,
                 '22023',
                 'unknown notice of an apology "week"',
                 'an unknown notice is refused');
SELECT throws_ok($$SELECT motcua.apology_rate(date '2026-03-16', date '2026-03-18', NULL, -1)$$,
                 '22023',
                 'number of re-appointments "-1" is negative',
                 'a negative number of re-appointments is refused');
SELECT throws_ok($$SELECT motcua.apology_rate(date '1980-03-16', date '2026-03-18', NULL, 0,
                                              'working_day', 'vn')$$,
                 '22008', NULL, 'a due date before the coverage is refused');
SELECT throws_ok($$SELECT motcua.apology_rate(date '1990-01-01', date '2026-03-18', NULL, 0,
                                              'working_day', 'vn')$$,
                 '22008', NULL, 'a due date without a working day before it is refused');
SELECT is((SELECT apology_rate(date '1980-03-16', date '2026-03-18', NULL, 0)),
          0.0, 'a calendar day needs no coverage');
SELECT is((SELECT apology_rate(d, d, d, 1)
           FROM (SELECT date '2026-03-02' AS d) AS x WHERE d IS NULL),
          NULL, 'no rows give NULL');

-- ---- apologies: random rows ----
CREATE TABLE public.apologised AS
SELECT i,
       CASE WHEN random() < 0.1 THEN NULL
            ELSE floor(random() * random() * 4)::int END AS reappointments,
       CASE WHEN random() < 0.05 THEN NULL
            WHEN random() < 0.01 THEN 'infinity'
            ELSE timestamp '2026-01-05' + random() * interval '60 days' END AS due,
       CASE WHEN random() < 0.2 THEN NULL
            WHEN random() < 0.01 THEN 'infinity'
            ELSE timestamp '2026-01-05' + random() * interval '70 days' END AS ended,
       CASE WHEN random() < 0.3 THEN NULL
            WHEN random() < 0.02 THEN 'infinity'
            ELSE timestamp '2026-01-01' + random() * interval '50 days' END AS sent
FROM generate_series(1, 6000) AS i;
ANALYZE public.apologised;
CREATE TEMP TABLE needed AS
SELECT i,
       coalesce(isfinite(sent) AND sent::date < due::date AND coalesce(reappointments, 0) < 2,
                false) AS in_time,
       coalesce(isfinite(sent)
                AND sent::date <= previous_working_day(due::date)
                AND coalesce(reappointments, 0) < 2,
                false) AS in_working_time
FROM public.apologised
WHERE isfinite(due) AND (reappointments > 0 OR (isfinite(ended) AND ended::date > due::date));
SELECT is((SELECT apology_rate(due, ended, sent, reappointments) FROM public.apologised),
          (SELECT avg(in_time::int) FROM needed),
          'timestamps');
SELECT is((SELECT apology_rate(due::date, ended, sent, reappointments, 'working_day', 'vn')
           FROM public.apologised),
          (SELECT avg(in_working_time::int) FROM needed),
          'working days with a due date count like plain SQL');
SET LOCAL TimeZone = 'America/New_York';
SELECT is((SELECT apology_rate(due AT TIME ZONE 'Asia/Ho_Chi_Minh',
                               ended AT TIME ZONE 'Asia/Ho_Chi_Minh',
                               sent AT TIME ZONE 'Asia/Ho_Chi_Minh', reappointments, 'working_day',
                               calendar_value('vn'))
           FROM public.apologised),
          (SELECT avg(in_working_time::int) FROM needed),
          'instants');
RESET TimeZone;
SELECT is((SELECT count(*)
           FROM (SELECT i,
                        apology_rate(due, ended, sent, reappointments, 'working_day', 'vn') OVER (
                            ORDER BY i ROWS BETWEEN 6 PRECEDING AND 2 PRECEDING) AS rate
                 FROM public.apologised WHERE i <= 1500) AS w
           WHERE rate IS DISTINCT FROM (SELECT avg(n.in_working_time::int)
                                        FROM needed AS n WHERE n.i BETWEEN w.i - 6 AND w.i - 2)),
          0::bigint, 'moving frames give the rates of their rows');

-- ---- parallel plans ----
SET LOCAL parallel_setup_cost = 0; SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0; SET LOCAL max_parallel_workers_per_gather = 2;
SELECT ok(pg_temp.workers($$SELECT satisfaction_rate(received, due, ended,
                                                     '[2026-03-01,2026-03-31]', disliked, paused)
                            FROM handled$$),
          'workers count satisfaction');
SELECT is((SELECT satisfaction_rate(received, due, ended, '[2026-03-01,2026-03-31]', disliked,
                                    paused)
           FROM public.handled),
          (SELECT avg(favourable::int) FROM judged),
          'workers give the rate of a serial scan');
SELECT is((SELECT satisfaction_rate(received, due, ended, '[2026-03-01,2026-03-31]', disliked,
                                    paused)
           FROM public.handled WHERE i < 0),
          NULL, 'workers without rows give NULL');
SELECT throws_ok($$SELECT satisfaction_rate(received,
                                            due,
                                            ended,
                                            CASE WHEN i % 2 = 0
                                                      THEN daterange '[2026-02-01,2026-03-01)'
                                                 ELSE '[2026-03-01,2026-04-01)' END,
                                            disliked)
                   FROM public.handled$$,
                 '22023', NULL, 'rows of different periods are refused in workers too');
SELECT ok(pg_temp.workers($$SELECT apology_rate(due, ended, sent, reappointments, 'working_day',
                                                'vn')
                            FROM apologised$$),
          'workers count the apologies');
SELECT is((SELECT apology_rate(due, ended, sent, reappointments, 'working_day', 'vn')
           FROM public.apologised),
          (SELECT avg(in_working_time::int) FROM needed),
          'workers give the rate of a serial scan');

-- ---- tasks: assigned, due and done are one more dossier ----
-- Quảng Nam had 833 tasks assigned from 1 January to 6 July 2020 = 585 done + 67 in time + 181
-- overdue.
CREATE TEMP TABLE task AS
SELECT date '2020-01-01' + i % 150 AS assigned,
       CASE WHEN i <= 585 THEN date '2020-01-01' + i % 150 + 20
            WHEN i <= 652 THEN date '2020-07-06' + i % 30
            ELSE date '2020-07-05' - i % 20 END AS due,
       CASE WHEN i <= 35 THEN date '2020-01-01' + i % 150 + 25
            WHEN i <= 585 THEN date '2020-01-01' + i % 150 + 10 + i % 11
            WHEN i % 2 = 0 THEN date '2020-07-07' + i % 90 END AS done
FROM generate_series(1, 833) AS i;
CREATE TEMP TABLE task_tally AS
SELECT tally(assigned, due, done, '[2020-01-01,2020-07-06]') AS t
FROM task;
SELECT results_eq('SELECT received(t), resolved(t), open_in_time(t), '
                  'open_overdue(t) FROM task_tally',
                  'VALUES (833::bigint, 585::bigint, 67::bigint, 181::bigint)',
                  '833 = 585 + 67 + 181');
SELECT is_empty('SELECT violations(t) FROM task_tally', 'the tally of tasks has no violation');
SELECT is((SELECT on_time_rate(t) FROM task_tally), 550::numeric / 585,
          'the rate of the tasks done is right');
SELECT is((SELECT on_time_rate(t, 'due') FROM task_tally),
          550::numeric / (585 + 181), 'the rate of the tasks due is right');

SELECT * FROM finish();
ROLLBACK;

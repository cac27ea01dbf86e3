-- Test days late: the histogram against plain SQL, the figures of the form, report periods, and
-- Wilson's bound.
\ir ../setup.psql
SELECT plan(35);
SET LOCAL search_path = public, motcua;
SELECT setseed(0.19450902);

CREATE TEMP TABLE r AS
SELECT i, i % 5 AS unit,
       CASE WHEN random() < 0.1 THEN NULL
            WHEN random() < 0.02 THEN 'infinity'
            ELSE date '2024-01-01' + floor(random() * 400)::int END AS due,
       CASE WHEN random() < 0.2 THEN NULL
            WHEN random() < 0.02 THEN 'infinity'
            ELSE date '2024-01-01' + floor(random() * 440)::int END AS ended
FROM generate_series(1, 5000) AS i;
-- The oracle counts working days between the due date and the end, at least one, of what ended
-- late.
CREATE TEMP TABLE late AS
SELECT unit, i, greatest(1, working_days_between(due, ended)) AS days
FROM r
WHERE isfinite(due) AND isfinite(ended) AND ended > due;
SELECT is((SELECT late_count(lateness(due, ended)) FROM r),
          (SELECT count(*) FROM late), 'the histogram counts every late dossier');
SELECT is((SELECT round(average(lateness(due, ended)), 10) FROM r),
          (SELECT round(avg(days), 10) FROM late),
          'average');
SELECT is((SELECT median(lateness(due, ended)) FROM r),
          (SELECT (percentile_cont(0.5) WITHIN GROUP (ORDER BY days))::numeric FROM late),
          'median');
SELECT is((SELECT maximum(lateness(due, ended)) FROM r), (SELECT max(days) FROM late), 'maximum');
SELECT is((SELECT lateness(due, ended)::jsonb FROM r),
          (SELECT jsonb_object_agg(days, n)
           FROM (SELECT days, count(*) AS n FROM late GROUP BY days) AS x),
          'the whole histogram is that of plain SQL');
SELECT is((SELECT average(lateness(due, ended, 'vn_statutory')) FROM r),
          (SELECT avg(greatest(1, working_days_between(due, ended, 'vn_statutory')))
           FROM r
           WHERE isfinite(due) AND isfinite(ended) AND ended > due),
          'the histogram can use another calendar');
SELECT is((SELECT average(lateness(due, ended, calendar_value('vn'))) FROM r),
          (SELECT average(lateness(due, ended)) FROM r),
          'the histogram can use a calendar by value');
SELECT is((SELECT average(lateness(due, ended, NULL::text)) FROM r),
          (SELECT average(lateness(due, ended)) FROM r),
          'a NULL calendar is the setting');
SELECT is((SELECT average(lateness(due, (ended + time '10:00')::timestamp))
           FROM (SELECT due, ended FROM r WHERE isfinite(ended)) AS x),
          (SELECT average(lateness(due, ended)) FROM r),
          'timestamps with a due date give the same');
SELECT is((SELECT average(lateness((due + time '17:00')::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh',
                                   (ended
                                    + time '23:30')::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'))
           FROM r WHERE isfinite(due) AND isfinite(ended)),
          (SELECT average(lateness(due, ended)) FROM r),
          'instants');
SELECT is((SELECT average(lateness(date '2024-05-31', date '2024-06-01'))),
          1.0, 'a Saturday after a Friday is one day late');

SELECT ok((SELECT merge(l ORDER BY random()) = (SELECT lateness(due, ended) FROM r)
           FROM (SELECT lateness(due, ended) AS l FROM r GROUP BY unit) AS x),
          'the histograms of units merge');
SELECT ok((SELECT lateness(due, ended) - (SELECT lateness(due, ended) FROM r WHERE unit = 0) = (
               SELECT lateness(due, ended) FROM r WHERE unit > 0)
           FROM r),
          'one histogram can be subtracted');
SELECT ok((SELECT (SELECT lateness(due, ended) FROM r WHERE unit < 2) + (
               SELECT lateness(due, ended) FROM r WHERE unit >= 2) = lateness(due, ended)
           FROM r),
          'two histograms can be added');
SELECT is((SELECT count(*)
           FROM (SELECT i,
                        lateness(due, ended) OVER (ORDER BY i
                                                   ROWS BETWEEN 30 PRECEDING AND CURRENT ROW) AS l
                 FROM r WHERE i <= 300) AS w
           WHERE l IS DISTINCT FROM (SELECT lateness(due, ended)
                                     FROM r WHERE r.i BETWEEN w.i - 30 AND w.i)),
          0::bigint, 'a moving frame gives the histograms of its rows');
SELECT ok((SELECT l::text::lateness = l AND l::jsonb::lateness = l
           FROM (SELECT lateness(due, ended) AS l FROM r) AS x),
          'the text and jsonb forms are read as the same histogram');
SELECT is((SELECT lateness(due, ended)::text FROM r WHERE i < 0), '{}',
          'no rows give an empty histogram');
SELECT is((SELECT average(lateness(due, ended)) FROM r WHERE i < 0),
          NULL::numeric, 'an empty histogram has no average');
SELECT is(median('{}'::lateness), NULL::numeric, 'an empty histogram has no median');
SELECT is(maximum('{}'::lateness), NULL::integer, 'an empty histogram has no maximum');
SELECT throws_ok($$SELECT '{"0": 1}'::motcua.lateness$$, '22P02', NULL,
                 'a histogram with zero days late is refused');
SELECT throws_ok($$SELECT motcua.average(motcua.lateness(date '1980-01-01', date '2020-01-01'))$$,
                 '22008', NULL, 'days outside the coverage are refused');
SELECT is(days_late(dossier_of(date '2026-03-02', date '2026-03-09', date '2026-03-11'),
                    date '2026-03-31'),
          2, 'the function of a dossier is still called');

-- ---- the form ----
SELECT results_eq($$SELECT (motcua.report_06a('{"new_online": 69635, "new_direct": 1065067, '
                                              '"carried": 15641, "early": 114977, '
                                              '"on_time": 1022796, "late": 1551, '
                                              '"open_in_time": 10600, "open_paused": 86, '
                                              '"open_overdue": 333}')).*$$,
                  $$VALUES (1150343::bigint, 69635::bigint, 1065067::bigint, 15641::bigint,
                            1139324::bigint, 114977::bigint, 1022796::bigint, 1551::bigint,
                            11019::bigint, 10686::bigint, 333::bigint)$$,
                  'the form of Thái Bình 2021 counts paused dossiers as in time');
SELECT is(report_period(2021, 'quarter', 1),
          '[2020-12-15,2021-03-15)'::daterange,
          'report_period knows the first quarter');
SELECT is(report_period(2021, 'half', 2), '[2021-06-15,2021-12-15)'::daterange,
          'report_period knows the second half');
SELECT is(report_period(2021, 'year'), '[2020-12-15,2021-12-15)'::daterange,
          'report_period knows the year');
SELECT is(report_period(2021, 'month', 2, start_day => 1),
          '[2021-02-01,2021-03-01)'::daterange,
          'report_period knows a calendar month');
SELECT is(report_period(2021, 'month', 8, start_day => 21),
          '[2021-07-21,2021-08-21)'::daterange,
          'report_period knows the August of Vĩnh Phúc');
SELECT throws_ok($$SELECT motcua.report_period(2021, 'quarter', 5)$$,
                 '22023', NULL, 'a fifth quarter is refused');
SELECT throws_ok($$SELECT motcua.report_period(2021, 'week', 1)$$, '22023', NULL,
                 'a kind of period that does not exist is refused');

-- ---- Wilson ----
SELECT is(round(wilson_low(12, 12), 4), 0.7575, '12 of 12');
SELECT cmp_ok(wilson_low(12, 12), '<', wilson_low(1062, 1100), '12 of 12 ranks below 1062 of 1100');
SELECT is((SELECT count(*) FROM generate_series(1, 60) AS n, generate_series(0, n) AS s
           WHERE abs(wilson_low(s, n) - ((s + 1.920729410347062::numeric) / (
                                             n + 3.841458820694124::numeric)
                                         - 1.959963984540054::numeric * sqrt(
                                             s * (
                                                 n
                                                 - s)::numeric / n + 0.960364705173531::numeric) / (
                                             n + 3.841458820694124::numeric))) > 0.0000000001),
          0::bigint, 'the bound is that of the formula in the textbook');
SELECT throws_ok('SELECT motcua.wilson_low(13, 12)', '22023', NULL, 'more than all is refused');

SELECT * FROM finish();
ROLLBACK;

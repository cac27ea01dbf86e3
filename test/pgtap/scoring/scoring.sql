-- Test how rates become points, which are exact and rounded once, half away from zero: thresholds,
-- steps, bands and empty denominators.
\ir ../setup.psql
SELECT plan(89);

-- ---- linear, by hand ----
SELECT is(motcua.score_linear(n, d, max, threshold, 'null')::text,
          points, format('linear: %s of %s, %s points from %s on', n, d, max, threshold))
FROM (VALUES
    (1100, 1113, 20, 1, '19.77'),  -- Quảng Thái 2020
    (403016, 464494, 20, 1, '17.35'),  -- the ratio of the sums of 163 units of one province
    (0, 7, 20, 1, '0.00'), (7, 7, 20, 1, '20.00'), (8, 7, 20, 1, '20.00'), (-3, 7, 20, 1, '0.00'),
    (1, 800, 4, 1, '0.01'),  -- 0.005, half of a hundredth, goes up
    (1, 801, 4, 1, '0.00'),
    (29, 2000, 1, 1, '0.01'), (3, 200, 1, 1, '0.02'), (1, 3, 1, 1, '0.33'), (2, 3, 1, 1, '0.67'),
    (4, 5, 2, 0.8, '2.00'), (79, 100, 2, 0.8, '1.98'), (9, 10, 6, 0.9, '6.00'),
    (89, 100, 6, 0.9, '5.93'), (1, 2, 2, 0.5, '2.00'),
    (9223372036854775806, 9223372036854775807, 20, 1, '20.00'),
    (1, 9223372036854775807, 20, 1, '0.00')) AS v (n, d, max, threshold, points);

-- Here a quotient of 16 digits would round differently.
SELECT is(motcua.score_linear(124999999999999999999999999999, 1000000000000000000000000000000, 0.04,
                              1, 'null'),
          0.00, 'less than half by 1 in 10^30 is rounded down');
SELECT is(motcua.score_linear(125000000000000000000000000000, 1000000000000000000000000000000, 0.04,
                              1, 'null'),
          0.01, 'exactly half is rounded up');

-- ---- linear, against the definition of rounding ----
CREATE TEMP TABLE drawn AS
SELECT i, n[1] % (n[2] % 400 + 2) AS numerator, n[2] % 400 + 1 AS denominator,
       (ARRAY[1, 2, 4, 6, 20, 12.5, 0.25])[1 + n[3] % 7] AS max,
       (ARRAY[1, 1, 0.8, 0.9, 0.5, 0.95])[1 + n[4] % 6] AS threshold
FROM (SELECT i,
             (SELECT array_agg(('x'
                                || substr(md5('score' || i), 4 * k + 1,
                                          4))::bit(16)::int ORDER BY k)
              FROM generate_series(0, 3) AS k) AS n
      FROM generate_series(1, 20000) AS i) AS x;
CREATE TEMP TABLE points AS
SELECT *, motcua.score_linear(numerator, denominator, max, threshold, 'null') AS points FROM drawn;
SELECT cmp_ok((SELECT count(*)
               FROM points
               WHERE 200 * max * numerator = (2 * (points * 100) - 1) * denominator * threshold),
              '>', 20::bigint, 'some of the drawn ratios lie half-way');
SELECT is_empty($$
    SELECT *
    FROM points
    WHERE NOT CASE
        WHEN numerator >= denominator * threshold THEN points = round(max, 2)
        ELSE 200 * max * numerator >= (200 * points - 1) * denominator * threshold
             AND 200 * max * numerator < (200 * points + 1) * denominator * threshold END$$,
    'points are the nearest hundredth, half-way up, for 20 000 ratios');
SELECT is_empty($$SELECT *
                  FROM points
                  WHERE points IS DISTINCT FROM round(
                      least(max, max * numerator / (denominator * threshold)), 2)$$,
                'points are what numeric arithmetic gives');
SELECT is_empty($$SELECT *
                  FROM points
                  WHERE points IS DISTINCT FROM motcua.score_linear(
                            round(numerator / denominator::numeric, 40), max, threshold)
                    AND 200 * max * numerator <> (200 * points - 1) * denominator * threshold$$,
                'the rate itself scores the same, except where no quotient can hold a half');
SELECT is_empty($$SELECT * FROM points WHERE scale(points) <> 2 OR points < 0 OR points > max$$,
                'points have two decimals and lie between 0 and max');
SELECT is_empty($$SELECT *
                  FROM points AS a JOIN points AS b USING (denominator, max, threshold)
                  WHERE a.numerator < b.numerator AND a.points > b.points$$,
                'a larger ratio never has fewer points');

-- ---- rates, and policies of empty denominators ----
SELECT is(motcua.score_linear(rate => 0.4, max => 2, threshold => 0.8, zero => 'null'),
          1.00, 'score_linear in named notation');
SELECT is(motcua.score_linear(motcua.on_time_rate('{"on_time": 1100, "late": 13}'::motcua.tally),
                              20),
          19.77, 'the rate of a tally can be scored');
SELECT is(motcua.score_linear(motcua.on_time_rate('{}'::motcua.tally), 20, zero => zero)::text,
          points, format('nothing counted, policy %s', zero))
FROM (VALUES ('null', NULL), ('zero', '0.00'), ('0', '0.00'), ('max', '20.00')) AS v (zero, points);
SELECT is(motcua.score_linear(0, 0, 6, 1, zero)::text, points, format('0 of 0, policy %s', zero))
FROM (VALUES ('null', NULL), ('zero', '0.00'), ('max', '6.00')) AS v (zero, points);
SELECT is(motcua.score_threshold(0, 0, 6, 1, zero)::text,
          points, format('threshold, 0 of 0, policy %s', zero))
FROM (VALUES ('null', NULL), ('zero', '0.00'), ('max', '6.00')) AS v (zero, points);
SELECT is(motcua.score_step(NULL, '{0.8,1}', '{0.5,1}', zero)::text,
          points, format('steps, no rate, policy %s', zero))
FROM (VALUES ('null', NULL), ('zero', '0.00'), ('max', '1.00')) AS v (zero, points);
SELECT is(motcua.score_linear(NULL, 20), NULL, 'the policy is null when none is named');
SELECT is(ARRAY[motcua.score_linear(1, NULL), motcua.score_threshold(1, NULL),
                motcua.score_step(1, NULL, '{1}')],
          ARRAY[NULL, NULL, NULL]::numeric[], 'NULL without a default gives NULL');

-- ---- threshold and steps ----
SELECT is(motcua.score_threshold(97996, 100000, 1, 0.98, 'null'),
          0.00, '97.996 % does not reach 98 %');
SELECT is(motcua.score_threshold(98, 100, 1, 0.98, 'null'), 1.00, '98 % reaches 98 %');
SELECT is(ARRAY[motcua.score_threshold(0.95, 2, 0.95), motcua.score_threshold(0.9499, 2, 0.95),
                motcua.score_threshold(1, 2)],
          ARRAY[2.00, 0.00, 2.00], 'a threshold can be scored by rate');
SELECT is((SELECT string_agg(motcua.score_step(r, '{0.8,0.9,1}', '{0.25,0.5,1}')::text,
                             ' ' ORDER BY r)
           FROM unnest('{-1,0.7999,0.8,0.8999,0.9,0.9999,1,1.5}'::numeric[]) AS r),
          '0.00 0.00 0.25 0.25 0.50 0.50 1.00 1.00', 'the lower bound of a step belongs to it');

-- ---- bands ----
INSERT INTO motcua.scale (name, title) VALUES
    ('par', 'Tiêu chí đúng hạn: 100% đủ điểm, từ 95% theo tỷ lệ, còn lại 0'), ('bac', 'Ba bậc');
INSERT INTO motcua.scale_band (scale, lower, points, proportional) VALUES
    ('par', 1, 1, false),
    ('par', 0.95, NULL, true),
    ('bac', 0.8, 0.5, false),
    ('bac', 0.9, 1, false),
    ('bac', 0.5, 0.125, false);
SELECT is((SELECT string_agg(motcua.score_band(r, 1, 'par')::text, ' ' ORDER BY r)
           FROM unnest('{0,0.9499,0.95,0.9951,0.99999,1,1.2}'::numeric[]) AS r),
          '0.00 0.00 0.95 1.00 1.00 1.00 1.00',
          'a proportional band can lie between two fixed ones');
SELECT is((SELECT string_agg(motcua.score_band(r, max, 'bac')::text, ' ' ORDER BY max, r)
           FROM unnest('{0.49,0.5,0.85,0.95}'::numeric[]) AS r,
                unnest('{0.75,2}'::numeric[]) AS max),
          '0.00 0.13 0.50 0.75 0.00 0.13 0.50 1.00',
          'the points of a band are rounded and never more than max');
SELECT is(motcua.score_band(2, 3, 1, 'bac', 'null'), 0.13, 'bands can be scored by an exact ratio');
SELECT is_empty($$SELECT * FROM generate_series(1, 200) AS d, generate_series(0, 200) AS n
                  WHERE n <= d
                    AND motcua.score_band(n, d, 1, 'bac', 'null') <> CASE
                        WHEN 10 * n >= 9 * d THEN 1
                        WHEN 10 * n >= 8 * d THEN 0.5
                        WHEN 2 * n >= d THEN 0.13
                        ELSE 0 END
                    AND d % 7 = 3$$,
                'bounds are compared exactly');
SELECT is(motcua.score_band(NULL, 3, 'bac', zero)::text,
          points, format('bands, no rate, policy %s', zero))
FROM (VALUES ('null', NULL), ('zero', '0.00'), ('max', '3.00')) AS v (zero, points);
SELECT is(ARRAY[motcua.score_band(1, NULL, 'bac'), motcua.score_band(1, 3, NULL)],
          ARRAY[NULL, NULL]::numeric[], 'a NULL band or maximum gives no points');

-- ---- rating ----
SELECT is(motcua.rating(s, '766'), r, format('%s is %s', s, r))
FROM (VALUES (100, 'Xuất sắc'), (90.96, 'Xuất sắc'), (90, 'Xuất sắc'), (89.99, 'Tốt'),
             (83.61, 'Tốt'), (80, 'Tốt'),
             (79.99, 'Khá'), (50, 'Trung bình'), (49.99, 'Yếu'), (0, 'Yếu'),
             (-1, NULL)) AS v (s, r);
SELECT is(motcua.rating(67.9, '766'),
          'Trung bình',
          '67.9 is Trung bình, because half bands need a scale of their own');
SELECT is(motcua.rating(85, '766', 'en'), 'Good', 'rating has titles in English');
SELECT is(motcua.rating(0.6, 'bac', 'en'), NULL, 'a band without a title has a rating of its name');
SELECT is(ARRAY[motcua.rating('NaN', '766'), motcua.rating('Infinity', '766')],
          ARRAY[NULL, NULL], 'a number outside the scores has no rating');
SELECT is(ARRAY[motcua_internal.in_language('vi', 'Tốt', 'Good'),
                motcua_internal.in_language('en', 'Tốt', 'Good'),
                motcua_internal.in_language('en', 'Tốt', NULL),
                motcua_internal.in_language('vi', NULL, 'Good'),
                motcua_internal.in_language(NULL, 'Tốt', 'Good')],
          ARRAY['Tốt', 'Good', 'Tốt', NULL, 'Tốt'], 'the titles can be in either language');
SELECT is(motcua.rating(NULL, '766'), NULL, 'without a score there is no rating');

-- ---- what cannot be scored ----
SELECT throws_ok($$SELECT motcua_internal.tally_ratio('{}', 'share')$$,
                 '22023', NULL, 'a share has no ratio of a tally');
SELECT throws_ok(format('SELECT motcua.%s', call), state, NULL, call)
FROM (VALUES
    ($$score_linear(1, 20, 0)$$, '22023'), ($$score_linear(1, -1)$$, '22023'),
    ($$score_linear('NaN', 20)$$, '22023'), ($$score_linear('Infinity', 20)$$, '22023'),
    ($$score_linear(1, 20, 1, 'none')$$, '22023'),
    ($$score_linear(1, -1, 20, 1, 'null')$$, '22023'),
    ($$score_step(1, '{1,0.5}', '{1,2}')$$, '22023'),
    ($$score_step(1, '{0.5,1}', '{1}')$$, '22023'),
    ($$score_step(1, '{0.5,NULL}', '{1,2}')$$, '22023'),
    ($$score_step(1, '{0.5}', '{-1}')$$, '22023'), ($$rating(1, 'nowhere')$$, '42704'),
    ($$rating(1, '766', 'fr')$$, '22023'), ($$score_band(1, 1, 'nowhere')$$, '42704'),
    ($$score_band(0.5, 1, '766')$$, '42704')) AS v (call, state);

-- ---- ratios of a tally ----
SELECT results_eq($$SELECT measure, (motcua_internal.tally_ratio(t, measure)).*
                    FROM (SELECT '{"new_online": 60, "new_direct": 30, "carried": 10, "early": 40, '
                                 '"on_time": 20, "late": 7, "open_in_time": 25, "open_overdue": 3, '
                                 '"open_paused": 5, "due_met": 50, "due_missed": 9, '
                                 '"withdrawn": 4}'::motcua.tally AS t) AS x,
                         unnest(ARRAY['on_time_rate:resolved', 'on_time_rate:processed',
                                      'on_time_rate:received', 'on_time_rate:workload',
                                      'on_time_rate:due', 'early_rate', 'late_rate', 'overdue_rate',
                                      'online_rate']) AS measure$$,
                  $$VALUES ('on_time_rate:resolved', 60::bigint, 67::bigint),
                           ('on_time_rate:processed', 56, 67), ('on_time_rate:received', 60, 90),
                           ('on_time_rate:workload', 90, 100), ('on_time_rate:due', 50, 59),
                           ('early_rate', 40, 67), ('late_rate', 7, 67), ('overdue_rate', 3, 33),
                           ('online_rate', 60, 90)$$,
                  'tally_ratio');

SELECT * FROM finish();
ROLLBACK;

-- Test the 766 card, observations, sheets, totals, the board within blocs, cards of the DBA,
-- successors, privileges.
\ir ../setup.psql
SELECT plan(80);
\set period '''[2026-01-01,2026-04-01)'''

-- ---- what is shipped ----
SELECT results_eq($$SELECT section, sum(max_points)
                    FROM motcua.criteria
                    WHERE scorecard = '766'
                    GROUP BY section
                    ORDER BY min(ord)$$,
                  $$VALUES ('Công khai, minh bạch', 18.00),
                           ('Tiến độ giải quyết', 20),
                           ('Dịch vụ công trực tuyến', 12),
                           ('Thanh toán trực tuyến', 10),
                           ('Số hóa hồ sơ', 22),
                           ('Mức độ hài lòng', 18)$$,
                  '766: the groups have their points, 100 together');
SELECT is((SELECT string_agg(code, ' ' ORDER BY ord) FROM motcua.criteria WHERE scorecard = '766'),
          '1.1 1.2 1.3 1.4 2.1 2.2 truc_tuyen 3.1 3.2 3.3 3.5 3.5b 3.6 4.1 4.2 ban_sao_dien_tu 4.3 '
          '4.4 4.5a 4.5b 5.1 5.2 5.3 5.4',
          '766: the criteria stand in their order');
SELECT is((SELECT string_agg(code, ' ' ORDER BY ord) FROM motcua.criteria WHERE max_points IS NULL),
          '2.2 3.1 3.2 3.3', '766: there are no points where the source states none');
SELECT is((SELECT string_agg(code || '=' || threshold, ' ' ORDER BY ord)
           FROM motcua.criteria WHERE threshold < 1),
          '3.1=0.80 3.3=0.50 3.5=0.80 3.5b=0.80 4.3=0.80 5.4=0.90',
          '766: the thresholds are those of the source');
SELECT is((SELECT string_agg(code || '=' || zero, ' ' ORDER BY ord)
           FROM motcua.criteria WHERE zero <> 'null'),
          '1.4=zero 2.1=zero 3.3=zero 3.5=zero 3.5b=zero 3.6=zero 4.1=zero '
          '4.2=zero 4.3=zero 5.2=max 5.3=max 5.4=zero',
          '766: the policies of empty denominators are right');
SELECT is((SELECT string_agg(code || '=' || computed_from, ' ' ORDER BY ord)
           FROM motcua.criteria WHERE computed_from <> 'share'),
          '2.1=on_time_rate:workload 3.3=online_rate',
          '766: the right criteria are computed from a tally');
SELECT is_empty($$SELECT *
                  FROM motcua.criteria
                  WHERE title IS NULL
                     OR title_en IS NULL
                     OR section_en IS NULL
                     OR source IS NULL
                     OR origin <> 'shipped'$$,
                '766: every row has titles in both languages and a source');
SELECT is((SELECT string_agg(concat_ws(' ', name, scale, status, origin), ', ')
           FROM motcua.scorecards),
          '766 766 unverified shipped', 'scorecards');
SELECT is((SELECT string_agg(concat_ws(' ', name, status, origin), ', ') FROM motcua.scales),
          '766 unverified shipped', 'scales: the bands are marked as not confirmed');
SELECT is((SELECT count(*) FROM motcua.scorecard) + (SELECT count(*) FROM motcua.criterion) + (
              SELECT count(*) FROM motcua.scale) + (SELECT count(*) FROM motcua.scale_band),
          0::bigint, 'nothing of the shipped card is in the tables');
-- observe knows every source that the table allows.
SELECT lives_ok($$SELECT motcua_internal.tally_ratio('{}', m[1])
                  FROM pg_constraint,
                       regexp_matches(pg_get_constraintdef(oid), '''([a-z_:]+)''', 'g') AS m
                  WHERE conname = 'criterion_computed_from_is_known' AND m[1] <> 'share'$$,
                'computed_from names measures of a tally');

-- ---- a whole sheet ----
INSERT INTO motcua.observation (scorecard, criterion, unit, period, numerator, denominator)
SELECT '766', code, 'Xã A', :period, n, d
FROM (VALUES ('1.1', 3, 3), ('1.2', 2, 3), ('1.3', 1, 3), ('1.4', 995, 1000), ('2.1', 1100, 1113),
             ('3.1', 7, 8), ('3.3', 30, 100), ('3.5', 9, 10), ('3.5b', 334, 625), ('3.6', 139, 250),
             ('4.1', 0, 0), ('4.2', 1, 7), ('4.3', 3, 10), ('4.4', 0, 55), ('4.5a', 1, 2),
             ('4.5b', 5, 6), ('5.2', 0, 0), ('5.3', 0, 0), ('5.4', 44, 55)) AS v (code, n, d);
INSERT INTO motcua.observation (scorecard, criterion, unit, period, points, source) VALUES
    ('766', 'truc_tuyen', 'Xã A', :period, 9.555, 'Cổng');
SELECT results_eq($$SELECT criterion, points, status
                    FROM motcua.score_sheet('766', 'Xã A', '[2026-01-01,2026-03-31]')$$,
                  $$VALUES
                        ('1.1', 6.00, 'scored'), ('1.2', 2.67, 'scored'), ('1.3', 0.67, 'scored'),
                        ('1.4', 5.97, 'scored'), ('2.1', 19.77, 'scored'),
                        ('2.2', NULL, 'information'), ('truc_tuyen', 9.56, 'scored'),
                        ('3.1', NULL, 'information'), ('3.2', NULL, 'information'),
                        ('3.3', NULL, 'information'), ('3.5', 2.00, 'scored'),
                        ('3.5b', 1.34, 'scored'), ('3.6', 3.34, 'scored'),
                        ('4.1', 0.00, 'empty'), ('4.2', 0.57, 'scored'),
                        ('ban_sao_dien_tu', 2.00, 'scored'), ('4.3', 0.75, 'scored'),
                        ('4.4', 0.00, 'scored'), ('4.5a', 1.00, 'scored'), ('4.5b', 1.67, 'scored'),
                        ('5.1', NULL, 'information'), ('5.2', 6.00, 'empty'),
                        ('5.3', 6.00, 'empty'), ('5.4', 5.33, 'scored')$$,
                  'the sheet is right criterion by criterion');
SELECT is((SELECT sum(points)
           FROM motcua.score_sheet('766', 'Xã A', :period)
           WHERE section = 'Thanh toán trực tuyến'),
          6.68, 'payment: the components are rounded and then summed to 6.68');
SELECT is(round(least(2, 2 * (9 / 10.0) / 0.8) + 2 * (334 / 625.0) / 0.8 + 6 * (139 / 250.0), 2),
          6.67, 'payment: the exact sum would round to 6.67');
SELECT results_eq(format($$SELECT * FROM motcua.score_total('766', 'Xã A', %L)$$, :period),
                  $$VALUES (74.64, 100.00, 100.00, 0, '{}'::text[])$$,
                  'the total is complete');
SELECT is((SELECT score FROM motcua.score_total('766', 'Xã A', :period)),
          (SELECT sum(points) FROM motcua.score_sheet('766', 'Xã A', :period)),
          'the total is the sum of the sheet');
SELECT is((SELECT rate FROM motcua.score_sheet('766', 'Xã A', :period) WHERE criterion = '3.3'),
          0.3, 'a criterion that is not scored shows its rate');
SELECT is((SELECT rate FROM motcua.score_sheet('766', 'Xã A', :period) WHERE criterion = '4.1'),
          NULL, 'an empty denominator has no rate');

-- ---- what is missing ----
SELECT is((SELECT concat_ws(' ', score, max_scored, max_points, missing)
           FROM motcua.score_total('766', 'Xã B', :period)),
          '2.00 2.00 100.00 18',
          'without observations the total has the constant, and 18 criteria are missing');
SELECT is((SELECT count(*)
           FROM motcua.score_sheet('766', 'Xã B', :period)
           WHERE status = 'missing' AND points IS NULL),
          18::bigint,
          'a missing criterion has no points, whatever its policy of empty denominators');
DELETE FROM motcua.observation WHERE criterion IN ('5.2', '2.1');
SELECT is((SELECT concat_ws(' ', score, max_scored, missing, missing_criteria)
           FROM motcua.score_total('766', 'Xã A', :period)),
          '48.87 74.00 2 {2.1,5.2}', 'a partial total names the missing criteria');
SELECT is((SELECT missing FROM motcua.score_total('766', 'Xã A', '[2026-01-01,2026-04-02)')),
          18, 'another period has another sheet');
UPDATE motcua.observation SET points = 12.01 WHERE criterion = 'truc_tuyen';
SELECT is((SELECT status || coalesce(points::text, ' -')
           FROM motcua.score_sheet('766', 'Xã A', :period)
           WHERE criterion = 'truc_tuyen'),
          'beyond_max -', 'points beyond the maximum do not count');
SELECT is((SELECT missing_criteria FROM motcua.score_total('766', 'Xã A', :period)),
          '{2.1,truc_tuyen,5.2}', 'points beyond the maximum are listed');
UPDATE motcua.observation SET points = NULL, rate = 0.5 WHERE criterion = 'truc_tuyen';
INSERT INTO motcua.observation (scorecard, criterion, unit, period, points) VALUES
    ('766', 'ban_sao_dien_tu', 'Xã B', :period, 1.5);
SELECT is((SELECT points
           FROM motcua.score_sheet('766', 'Xã B', :period)
           WHERE criterion = 'ban_sao_dien_tu'),
          1.50, 'points that were given count, whatever the rule');
DELETE FROM motcua.observation WHERE unit = 'Xã B';
SELECT is((SELECT status
           FROM motcua.score_sheet('766', 'Xã A', :period)
           WHERE criterion = 'truc_tuyen'),
          'missing', 'a rate gives no points where only points count');
SELECT throws_ok($$SELECT * FROM motcua.score_sheet('767', 'Xã A', '[2026-01-01,2026-04-01)')$$,
                 '42704', 'scorecard "767" does not exist',
                 'a sheet of an unknown card is refused');
SELECT throws_ok($$SELECT * FROM motcua.score_board('767', '[2026-01-01,2026-04-01)')$$,
                 '42704', 'scorecard "767" does not exist',
                 'a board of an unknown card is refused');
SELECT throws_ok($$SELECT * FROM motcua.observe('767', 'Xã A', '{}')$$,
                 '42704', 'scorecard "767" does not exist', 'observe refuses an unknown card');

-- ---- from a tally ----
INSERT INTO motcua.observation
SELECT *
FROM motcua.observe('766',
                    'Xã C',
                    '{"period": "[2026-01-01,2026-04-01)", "new_online": 60, "new_direct": 30, '
                    '"carried": 10, "early": 40, "on_time": 20, "late": 7, "open_in_time": 25, '
                    '"open_overdue": 3, "open_paused": 5}');
SELECT results_eq($$SELECT criterion, numerator, denominator, points
                    FROM motcua.score_sheet('766', 'Xã C', '[2026-01-01,2026-04-01)')
                    WHERE numerator IS NOT NULL$$,
                  $$VALUES ('2.1', 90::bigint, 100::bigint, 18.00), ('3.3', 60, 90, NULL)$$,
                  'observe fills in what a tally knows: on time and in time, paused included');
SELECT is((SELECT count(*) FROM motcua.observe('766', 'Xã C', NULL)),
          0::bigint, 'without a tally there is no observation');

-- The counts of the parent of 163 units are sums, and its rate is the ratio of the sums.
CREATE TEMP TABLE unit AS
SELECT 'U' || i AS unit,
       format('{"period": "[2026-01-01,2026-04-01)", "new_direct": %s, "on_time": %s, "late": %s}',
              good + bad, good, bad)::motcua.tally AS t
FROM (SELECT i, ('x' || left(md5('u' || i), 3))::bit(12)::int AS good,
             ('x' || right(md5('u' || i), 2))::bit(8)::int * (i % 4) AS bad
      FROM generate_series(1, 163) AS i) AS x;
SELECT results_eq($$SELECT o.numerator, o.denominator
                    FROM motcua.observe('766', 'tỉnh', (SELECT motcua.merge(t) FROM unit)) AS o
                    WHERE criterion = '2.1'$$,
                  $$SELECT sum(o.numerator)::bigint, sum(o.denominator)::bigint
                    FROM unit, motcua.observe('766', unit, t) AS o
                    WHERE criterion = '2.1'$$,
                  'a roll-up adds counts, never rates');

-- ---- empty denominators of the card, one by one ----
INSERT INTO motcua.observation (scorecard, criterion, unit, period, numerator, denominator)
SELECT '766', code, 'rỗng', :period, 0, 0
FROM motcua.criteria
WHERE scorecard = '766' AND rule = 'linear' AND max_points > 0;
SELECT is((SELECT string_agg(criterion || '=' || coalesce(points::text, '-'), ' ' ORDER BY ord)
           FROM motcua.score_sheet('766', 'rỗng', :period)
           WHERE status = 'empty'),
          '1.1=- 1.2=- 1.3=- 1.4=0.00 2.1=0.00 3.5=0.00 3.5b=0.00 3.6=0.00 4.1=0.00 4.2=0.00 '
          '4.3=0.00 4.4=- 4.5a=- 4.5b=- 5.2=6.00 5.3=6.00 5.4=0.00',
          'empty petitions have 6 points, payment, progress and 5.4 have 0, and others have none');
SELECT is((SELECT concat_ws(' ', score, max_scored, max_points, missing_criteria)
           FROM motcua.score_total('766', 'rỗng', :period)),
          '14.00 68.00 100.00 {truc_tuyen}',
          'an empty criterion is not missing, and its maximum is shown');
DELETE FROM motcua.observation WHERE unit = 'rỗng';
-- Dossiers were resolved but none is new, so the basis received has a numerator and no denominator.
INSERT INTO motcua.scorecard (name, title) VALUES ('tiep_nhan', 'Trên số tiếp nhận');
INSERT INTO motcua.criterion (scorecard, code, ord, title, max_points, computed_from, zero) VALUES
    ('tiep_nhan', 'a', 1, 'Đúng hạn trên tiếp nhận', 10, 'on_time_rate:received', '0');
INSERT INTO motcua.observation
SELECT *
FROM motcua.observe('tiep_nhan', 'Xã A',
                    '{"period": "[2026-01-01,2026-04-01)", "carried": 5, "on_time": 5}');
SELECT is((SELECT concat_ws(' ', numerator, denominator, points, status)
           FROM motcua.score_sheet('tiep_nhan', 'Xã A', :period)),
          '5 0 0.00 empty', 'a denominator of 0 is empty even with a numerator of 5');

-- ---- the board: ranks within blocs ----
INSERT INTO motcua.scorecard (name, title, scale) VALUES ('dung_han', 'Chỉ tiêu đúng hạn', '766');
INSERT INTO motcua.criterion (scorecard, code, ord, title, max_points, computed_from, zero) VALUES
    ('dung_han', 'a', 1, 'Đúng hạn', 100, 'on_time_rate:resolved', 'null');
INSERT INTO motcua.agency (code, name, bloc, valid) VALUES
    ('S1', 'Sở Một', 'Sở', '(,)'),
    ('S2', 'Sở Hai', 'Sở', '(,)'),
    ('X1', 'Xã Một', 'Xã', '(,)'),
    ('X2', 'Xã Hai', 'Xã', '(,)'),
    ('X3', 'Xã Ba', 'Xã', '(,)'),
    ('X4', 'Xã Bốn', 'Xã', '(,)'),
    ('X5', 'Xã Năm cũ', 'Huyện', '(,2026-03-31)'), ('X5', 'Xã Năm', 'Xã', '[2026-03-31,)');
INSERT INTO motcua.observation (scorecard, criterion, unit, period, numerator, denominator)
SELECT 'dung_han', 'a', unit, :period, n, d
FROM (VALUES ('S1', 9, 10),
             ('S2', 97, 100),
             ('X1', 98, 100),
             ('X2', 95, 100),
             ('X3', 19, 20),
             ('X4', 3, 5),
             ('X5', 0, 0),
             ('lạ', 1, 1)) AS v (unit, n, d);
SELECT results_eq(format($$SELECT bloc, unit, score, rating, rank, unit_name
                           FROM motcua.score_board('dung_han', %L)$$,
                         :period),
                  $$VALUES
                        ('Sở', 'S2', 97.00, 'Xuất sắc', 1::bigint, 'Sở Hai'),
                        ('Sở', 'S1', 90.00, 'Xuất sắc', 2, 'Sở Một'),
                        ('Xã', 'X1', 98.00, 'Xuất sắc', 1, 'Xã Một'),
                        ('Xã', 'X2', 95.00, 'Xuất sắc', 2, 'Xã Hai'),
                        ('Xã', 'X3', 95.00, 'Xuất sắc', 2, 'Xã Ba'),
                        ('Xã', 'X4', 60.00, 'Trung bình', 4, 'Xã Bốn'),
                        ('Xã', 'X5', NULL, NULL, NULL, 'Xã Năm'),
                        (NULL, 'lạ', 100.00, 'Xuất sắc', 1, NULL)$$,
                  'the board: 1, 2, 2, 4 within a bloc; who has nothing to be scored on has no '
                  'the board ranks within blocs, with the agencies of the last day');
SELECT is((SELECT string_agg(concat_ws('/', unit, rating, rank, missing), ' ' ORDER BY unit)
           FROM motcua.score_board('766', :period)),
          'Xã A/3 Xã C/17', 'partial totals have neither rating nor rank');
SELECT is((SELECT string_agg(concat_ws('/', unit, rating, rank, missing), ' ' ORDER BY unit)
           FROM motcua.score_board('766', :period, incomplete => true)),
          'Xã A/1/3 Xã C/2/17', 'partial totals are ranked if that is asked for');
SELECT is_empty($$SELECT * FROM motcua.score_board('dung_han', '[2020-01-01,2020-02-01)')$$,
                'the board of a period without observations is empty');

-- ---- rules of a card ----
INSERT INTO motcua.scale (name) VALUES ('ba_bac');
INSERT INTO motcua.scale_band (scale, lower, points) VALUES
    ('ba_bac', 0.8, 0.5), ('ba_bac', 0.95, 1);
INSERT INTO motcua.criterion (scorecard, code, ord, title, max_points, rule, threshold, scale, zero)
VALUES
    ('dung_han', 'b', 2, 'Ngưỡng', 3, 'threshold', 0.9, NULL, 'max'),
    ('dung_han', 'c', 3, 'Bậc', 1, 'band', 1, 'ba_bac', 'zero');
INSERT INTO motcua.observation (scorecard, criterion, unit, period, rate) VALUES
    ('dung_han', 'b', 'S1', :period, 0.9),
    ('dung_han', 'c', 'S1', :period, 0.8),
    ('dung_han', 'b', 'S2', :period, 0.8999),
    ('dung_han', 'c', 'S2', :period, 0.7999);
INSERT INTO motcua.observation (scorecard, criterion, unit, period, numerator, denominator) VALUES
    ('dung_han', 'b', 'X1', :period, 0, 0), ('dung_han', 'c', 'X1', :period, 0, 0);
SELECT is((SELECT string_agg(points::text, ' ' ORDER BY unit, ord)
           FROM motcua.score_sheets('dung_han', ARRAY['S1', 'S2', 'X1'], :period)),
          '90.00 3.00 0.50 97.00 0.00 0.00 98.00 3.00 0.00',
          'the sheet follows thresholds, bands and policies');

-- ---- a card and a scale of the DBA win as a whole ----
INSERT INTO motcua.scale (name, title) VALUES ('766', 'Thang của tỉnh');
INSERT INTO motcua.scale_band (scale, lower, title) VALUES ('766', 95, 'A'), ('766', 0, 'B');
INSERT INTO motcua.scorecard (name, title, scale) VALUES ('766', 'Bộ chỉ số của tỉnh', '766');
INSERT INTO motcua.criterion
SELECT c.scorecard, c.code, c.ord, c.section, c.section_en, c.title, c.title_en, 100, c.rule,
       c.threshold, NULL, c.zero, c.computed_from
FROM motcua_internal.shipped_criteria() AS c
WHERE c.code = '2.1';
SELECT is((SELECT string_agg(title || ' ' || origin, ', ')
           FROM motcua.scorecards WHERE name = '766'),
          'Bộ chỉ số của tỉnh local', 'the card of the DBA is listed');
SELECT is((SELECT string_agg(code || ' ' || max_points || ' ' || origin, ', ')
           FROM motcua.criteria WHERE scorecard = '766'),
          '2.1 100 local', 'the card of the DBA has only its own criteria');
SELECT is((SELECT string_agg(title, ' ' ORDER BY lower)
           FROM motcua.scale_bands WHERE scale = '766'),
          'B A', 'the scale of the DBA has only its own bands');
SELECT is(motcua.rating(94.99, '766'), 'B', 'rating uses the scale of the DBA');
SELECT is((SELECT concat_ws(' ', score, max_scored, missing)
           FROM motcua.score_total('766', 'Xã C', :period)),
          '90.00 100 0', 'the total is by the card of the DBA');
UPDATE motcua.scorecard SET name = 'tinh' WHERE name = '766';
SELECT is((SELECT string_agg(DISTINCT scorecard || ' ' || origin, ', ')
           FROM motcua.criteria WHERE code = '2.1'),
          '766 shipped, tinh local',
          'when the card is renamed, its criteria follow and the shipped card is back');
DELETE FROM motcua.scorecard WHERE name = 'tinh';
DELETE FROM motcua.scale WHERE name = '766';
SELECT is((SELECT count(*) FROM motcua.criterion WHERE scorecard IN ('766', 'tinh')) + (
              SELECT count(*) FROM motcua.scale_band WHERE scale = '766'),
          0::bigint, 'when card and scale are deleted, their parts are deleted');
SELECT is(motcua.rating(94.99, '766'), 'Xuất sắc', 'the shipped scale is back');

-- ---- what the tables refuse ----
SELECT throws_ok(format('INSERT INTO motcua.%s', what), state, NULL, what)
FROM (VALUES
    ($$observation (scorecard, criterion, unit, period, numerator, denominator) VALUES ('766', '9.9', 'x', '[2026-01-01,2026-02-01)', 1, 1)$$,
     '23503'),
    ($$observation (scorecard, criterion, unit, period, numerator) VALUES ('766', '2.1', 'x', '[2026-01-01,2026-02-01)', 1)$$,
     '23514'),
    ($$observation (scorecard, criterion, unit, period, numerator, denominator) VALUES ('766', '2.1', 'x', '[2026-01-01,2026-02-01)', -1, 1)$$,
     '23514'),
    ($$observation (scorecard, criterion, unit, period, rate, points) VALUES ('766', '2.1', 'x', '[2026-01-01,2026-02-01)', 1, 1)$$,
     '23514'),
    ($$observation (scorecard, criterion, unit, period, rate) VALUES ('766', '2.1', 'x', '[2026-01-01,2026-02-01)', 'NaN')$$,
     '23514'),
    ($$observation (scorecard, criterion, unit, period, rate) VALUES ('766', '2.1', 'x', '[2026-01-01,)', 1)$$,
     '23514'),
    ($$observation (scorecard, criterion, unit, period, rate) VALUES ('766', '2.1', 'x', '[2026-01-01,infinity)', 1)$$,
     '23514'),
    ($$observation (scorecard, criterion, unit, period, rate) VALUES ('766', '2.1', 'x', 'empty', 1)$$,
     '23514'),
    ($$criterion (scorecard, code, ord, title) VALUES ('766', 'x', 1, 'shipped')$$, '23503'),
    ($$criterion (scorecard, code, ord, title, rule) VALUES ('dung_han', 'x', 1, 'no scale', 'band')$$,
     '23514'),
    ($$criterion (scorecard, code, ord, title, threshold) VALUES ('dung_han', 'x', 1, 'x', 0)$$,
     '23514'),
    ($$criterion (scorecard, code, ord, title, computed_from) VALUES ('dung_han', 'x', 1, 'x', 'on_time')$$,
     '23514'),
    ($$criterion (scorecard, code, ord, title, computed_from) VALUES ('dung_han', 'x', 1, 'x', 'late_rate')$$,
     '23514'),
    ($$scale_band (scale, lower) VALUES ('766', 1)$$, '23503'),
    ($$scorecard (name, scale) VALUES ('x', 'nowhere')$$, '23503'),
    ($$agency (code, calendar) VALUES ('x', 'nowhere')$$, '23503'),
    ($$agency (code, successor) VALUES ('x', 'x')$$, '23514'),
    ($$agency (code, valid) VALUES ('X5', '[2026-01-01,2026-02-01)')$$,
     '23P01')) AS v (what, state);
SELECT throws_ok($$UPDATE motcua.agency SET valid = '(,)' WHERE code = 'X5' AND lower_inf(valid)$$,
                 '23P01', NULL, 'an update that overlaps is refused');

SELECT throws_ok($$INSERT INTO motcua.observation (scorecard, criterion, unit, period, rate)
                   SELECT '766', code, 'x' || i, '[2026-01-01,2026-02-01)', 1
                   FROM generate_series(1, 3) AS i, unnest('{2.1,1.1,9.9}'::text[]) AS code$$,
                 '23503',
                 '"766, 9.9" of a row of motcua.observation is not in motcua.criteria',
                 'one unknown criterion among many rows is refused');

-- ---- successors ----
INSERT INTO motcua.agency (code, valid, successor) VALUES
    ('huyen', '(,2025-07-01)', NULL), ('xa1', '(,2020-01-01)', 'xa2'),
    ('xa2', '(,2025-07-01)', 'xa3'), ('xa3', '[2025-07-01,)', NULL),
    ('vong1', '(,2020-01-01)', 'vong2'), ('vong2', '(,2020-01-01)', 'vong1'),
    ('tam', '(,2020-01-01)', 'moi'), ('tam', '[2024-01-01,)', NULL), ('moi', '(,)', NULL);
SELECT results_eq($$SELECT code, on_day, motcua.successor_of(code, on_day)
                    FROM (VALUES ('xa1', date '2019-12-31'), ('xa1', '2020-01-01'),
                                 ('xa1', '2025-06-30'), ('xa1', '2025-07-01'),
                                 ('xa3', '2019-01-01'), ('huyen', '2026-01-01'),
                                 ('nobody', '2026-01-01'), ('tam', '2019-01-01'),
                                 ('tam', '2022-01-01'),
                                 ('tam', '2025-01-01')) AS v (code, on_day)$$,
                  $$VALUES ('xa1', date '2019-12-31', 'xa1'), ('xa1', '2020-01-01', 'xa2'),
                           ('xa1', '2025-06-30', 'xa2'), ('xa1', '2025-07-01', 'xa3'),
                           ('xa3', '2019-01-01', 'xa3'), ('huyen', '2026-01-01', 'huyen'),
                           ('nobody', '2026-01-01', 'nobody'), ('tam', '2019-01-01', 'tam'),
                           ('tam', '2022-01-01', 'moi'), ('tam', '2025-01-01', 'tam')$$,
                  'successors');
SELECT is(motcua.successor_of('vong1', '2026-01-01'), 'vong2', 'a loop of successors ends');

-- ---- a progress table of 163 units, whose sums are those published for one province ----
CREATE TEMP TABLE progress AS WITH drawn AS (
    SELECT i, 200 + ('x' || substr(md5('load' || i), 1, 4))::bit(16)::int % 5000 AS workload,
           74 + ('x' || substr(md5('rate' || i), 1, 4))::bit(16)::int % 26 AS percent
    FROM generate_series(1, 161) AS i
),
units AS (
    SELECT i, workload::bigint, (workload * percent / 100)::bigint AS in_time FROM drawn
    UNION ALL SELECT 162, 0, 0        -- an inspectorate that had nothing to handle
    UNION ALL SELECT 163, 464494 - sum(workload), 403016 - sum(workload * percent / 100) FROM drawn
)
SELECT format('H44.%s', i) AS unit, u.workload, u.in_time,
       format('{"period": "[2026-01-01,2026-04-01)", "new_direct": %s, "on_time": %s, '
              '"open_in_time": %s, "open_overdue": %s}',
              u.workload, u.in_time / 2, u.in_time - u.in_time / 2,
              u.workload - u.in_time)::motcua.tally AS t
FROM units AS u;
SELECT ok((SELECT bool_and(in_time BETWEEN 0 AND workload) FROM progress),
          'every unit''s figures are possible');
INSERT INTO motcua.observation
SELECT o.*
FROM progress AS p CROSS JOIN LATERAL motcua.observe('766', p.unit, p.t) AS o;
SELECT is((SELECT count(*) FROM motcua.observation WHERE unit LIKE 'H44.%' AND criterion = '2.1'),
          163::bigint, 'there is an observation for each of the 163 units');
SELECT is_empty($$SELECT p.unit, s.rate, s.points
                  FROM progress AS p
                  CROSS JOIN LATERAL (SELECT *
                                      FROM motcua.score_sheet('766', p.unit,
                                                              '[2026-01-01,2026-04-01)')
                                      WHERE criterion = '2.1') AS s
                  WHERE (s.numerator, s.denominator, s.points) IS DISTINCT FROM (
                            p.in_time,
                            p.workload,
                            CASE WHEN p.workload = 0 THEN 0.00
                                 ELSE round(20 * p.in_time::numeric / p.workload, 2) END)
                     OR motcua.percent(s.rate) IS DISTINCT FROM round(
                         100 * p.in_time::numeric / nullif(p.workload, 0), 2)$$,
                'each unit has its ratio and points');
INSERT INTO motcua.observation
SELECT o.*
FROM (SELECT motcua.merge(t) AS t FROM progress) AS p
CROSS JOIN LATERAL motcua.observe('766', 'H44', p.t) AS o;
SELECT results_eq($$SELECT numerator, denominator, motcua.percent(rate), points
                    FROM motcua.score_sheet('766', 'H44', '[2026-01-01,2026-04-01)')
                    WHERE criterion = '2.1'$$,
                  $$VALUES (403016::bigint, 464494::bigint, 86.76, 17.35)$$,
                  'the rate of the province is the ratio of the sums');
SELECT is((SELECT concat_ws(' ', numerator, denominator, coalesce(rate::text, '-'), points, status)
           FROM motcua.score_sheet('766', 'H44.162', '[2026-01-01,2026-04-01)')
           WHERE criterion = '2.1'),
          '0 0 - 0.00 empty',
          'the inspectorate had nothing to handle, so it has no rate and 0 points');
SELECT isnt((SELECT round(avg(motcua.percent(motcua.on_time_rate(t, 'workload'))), 2)
             FROM progress),
            86.76, 'the rate of the province is not the mean of the ratios');
SELECT is((SELECT motcua.format_percent(motcua.on_time_rate(motcua.merge(t), 'workload'))
           FROM progress),
          '86,76%', 'the rate of the province is written as reports write it');

-- ---- privileges ----
CREATE ROLE mc_score_reader;
SET LOCAL ROLE mc_score_reader;
SELECT lives_ok($$SELECT * FROM motcua.score_board('dung_han', '[2026-01-01,2026-04-01)')$$,
                'anybody may read the board');
SELECT lives_ok($$SELECT motcua.successor_of(code, '2026-01-01') FROM motcua.agency$$,
                'anybody may read successors');
RESET ROLE;
SELECT is((SELECT string_agg(format('%s %s', t, p), ', ')
           FROM unnest(ARRAY['scale', 'scale_band', 'scorecard', 'criterion', 'observation',
                             'agency']) AS t,
                unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) AS p
           WHERE has_table_privilege('mc_score_reader', 'motcua.' || t, p)),
          NULL, 'only the owner may write');

SELECT * FROM finish();
ROLLBACK;

-- Test the DBA's own calendars: inheritance, views, what edits change, and privileges.
\ir ../setup.psql
SELECT plan(108);

-- There are four levels: vn, a province, a commune of the province with a six-day week, and a desk
-- of the commune that has no rows of its own.
INSERT INTO motcua.calendar (name, title, parent, work_week) VALUES
    ('hue', 'Lịch của thành phố Huế', 'vn', NULL),
    ('xa', 'Lịch của UBND xã Quảng Thái', 'hue', '1111110'),
    ('quay', 'Lịch của bộ phận Một cửa xã', 'xa', NULL),
    ('luat', 'Lịch theo luật', 'vn_statutory', NULL);
INSERT INTO motcua.calendar_day (calendar, day, kind, reason, title, source) VALUES
    ('hue', '2026-03-26', 'off', 'local', 'Ngày giải phóng Huế', 'UBND thành phố'),
    ('hue', '2026-07-26', 'off', 'local', 'Lễ hội (Chủ nhật)', NULL),
    ('xa', '2026-03-26', 'work', 'local', 'Xã trực lễ', 'UBND xã'),
    ('xa', '2026-04-27', 'work', 'compensation', 'Xã không nghỉ bù', 'UBND xã'),
    ('xa', '2026-06-24', 'off', 'local', 'Lễ hội làng', 'UBND xã'),
    ('xa', '2026-08-09', 'work', 'swap', 'Làm bù Chủ nhật', 'UBND xã');
INSERT INTO motcua.calendar_year (calendar, year, status) VALUES
    ('hue', 2026, 'provisional'),
    ('hue', 2040, 'official'),
    ('xa', 2026, 'official'),
    ('xa', 2041, 'official');

-- ---- nearest wins ----
CREATE TEMP VIEW answer AS
SELECT d.day, string_agg(motcua.is_working_day(d.day, c.name)::int::text, '' ORDER BY c.i) AS works
FROM unnest(ARRAY['vn', 'hue', 'xa', 'quay', 'luat']) WITH ORDINALITY AS c (name, i),
     (VALUES (date '2026-03-26'), ('2026-04-27'), ('2026-06-24'), ('2026-07-26'), ('2026-08-09'),
             ('2026-03-28'), ('2026-03-29'),
             ('2026-02-17'), ('2026-08-22'), ('2026-08-31'), ('2022-04-30'),
             ('2026-03-25')) AS d (day)
GROUP BY d.day;
SELECT results_eq($$SELECT day, works FROM answer ORDER BY day$$, $$VALUES
    (date '2022-04-30', '00000'),   -- a holiday on a Saturday stays off in a six-day week
    (date '2026-02-17', '00000'),
    (date '2026-03-25', '11111'),
    (date '2026-03-26', '10111'),   -- the commune works on its province's day off
    (date '2026-03-28', '00110'),   -- Saturday
    (date '2026-03-29', '00000'),
    (date '2026-04-27', '00110'),   -- the commune works on a day off that vn ships
    (date '2026-06-24', '11001'),
    (date '2026-07-26', '00000'),
    (date '2026-08-09', '00110'),
    (date '2026-08-22', '11110'),   -- a make-up Saturday of vn
    (date '2026-08-31', '00001')$$, 'the nearest calendar decides a day, and the work week');
SELECT is(motcua.add_working_days('2026-03-25', 3, c),
          d, format('3 working days from 25 March 2026, %s', c))
FROM (VALUES ('vn', date '2026-03-30'),
             ('hue', '2026-03-31'),
             ('xa', '2026-03-28'),
             ('quay', '2026-03-28')) AS x (c, d);
SELECT is((SELECT string_agg(motcua.calendar_status(y, c), ' ' ORDER BY y, i)
           FROM unnest(ARRAY[2026, 2040, 2041]) AS y,
                unnest(ARRAY['vn', 'hue', 'xa', 'quay']) WITH ORDINALITY AS c (c, i)),
          'official provisional official official provisional official official official '
          'provisional provisional official official',
          'the nearest calendar_year row decides the status of a year');

-- ---- explain_day ----
SELECT results_eq(
    $$SELECT c, day, e.working, e.reason, e.title, e.source, e.decided_by
      FROM unnest(ARRAY['xa', 'quay']) AS c,
           unnest(ARRAY['2026-02-17', '2026-03-25', '2026-03-26', '2026-03-29', '2026-06-24',
                        '2026-07-26']::date[]) AS day,
           motcua.explain_day(day, c) AS e
      ORDER BY c DESC, day$$,
    $$SELECT c, v.*
      FROM unnest(ARRAY['xa', 'quay']) AS c,
           (VALUES
               (date '2026-02-17', false, 'holiday', 'Tết Nguyên đán (mùng 1)',
                'VPCP 13/10/2025 (kienthuc.net.vn, thanhnien.vn)', 'vn'),
               (date '2026-03-25', true, 'work_week', 'Ngày làm việc', NULL, 'tuần làm việc'),
               (date '2026-03-26', true, 'local', 'Xã trực lễ', 'UBND xã', 'xa'),
               (date '2026-03-29', false, 'work_week', 'Nghỉ hằng tuần', NULL, 'tuần làm việc'),
               (date '2026-06-24', false, 'local', 'Lễ hội làng', 'UBND xã', 'xa'),
               (date '2026-07-26', false, 'local', 'Lễ hội (Chủ nhật)', NULL, 'hue')) AS v
      ORDER BY c DESC, 2$$,
    'explain_day names the calendar that decided, or the work week');
SELECT results_eq($$SELECT (motcua.explain_day('2026-03-26', 'hue')).decided_by,
                           (motcua.explain_day('2026-03-26', 'vn')).decided_by$$,
                  $$VALUES ('hue', 'tuần làm việc')$$, 'the days of the parents are as they were');
SELECT is((motcua.explain_day('2026-04-01', 'hue')).status,
          'provisional', 'a plain day has the status of its year');

-- ---- days_off ----
-- The function lists days off, and work on a weekday of rest. The make-up Saturdays of vn are plain
-- work in a six-day week.
CREATE FUNCTION pg_temp.changed(c text, since text) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(to_char(day, 'DD/MM') || CASE kind WHEN 'off' THEN '-' ELSE '+' END,
                      ' ' ORDER BY day)
    FROM (SELECT *
          FROM motcua.days_off(2026, since)
          EXCEPT SELECT *
          FROM motcua.days_off(2026, c)) AS d
$$;
SELECT is(pg_temp.changed('vn', 'hue'),
          '26/03- 26/07-', 'days_off of a child adds its days off, on a Sunday too');
SELECT is(pg_temp.changed('hue', 'vn'), NULL,
          'days_off of a child keeps the days off of the parent');
SELECT is(pg_temp.changed('hue', 'xa'), '24/06- 09/08+', 'days_off lists work on a Sunday');
SELECT is(pg_temp.changed('xa', 'hue'), '10/01+ 26/03- 27/04- 22/08+ 28/11+',
          'days_off omits work on days that work anyway, overridden days off included');
SELECT results_eq($$SELECT * FROM motcua.days_off(2026, 'quay')$$,
                  $$SELECT * FROM motcua.days_off(2026, 'xa')$$,
                  'a child without rows shows its parent');
SELECT is((SELECT bool_and(d.day > lag)
           FROM (SELECT day, lag(day) OVER () FROM motcua.days_off(2026, 'xa')) AS d),
          true, 'days_off comes in order');

-- ---- views ----
SELECT results_eq(
    $$SELECT name COLLATE "default", title, parent COLLATE "default", work_week, time_zone,
             late_reception, same_day_cutoff, due_time, origin
      FROM motcua.calendars
      WHERE name NOT IN ('quay', 'luat') ORDER BY name$$,
    $$VALUES ('hue', 'Lịch của thành phố Huế', 'vn', NULL, NULL, NULL, NULL::time, NULL, 'local'),
             ('vn', 'Lịch làm việc của cơ quan nhà nước', NULL, '1111100', 'Asia/Ho_Chi_Minh',
              'next_working_day', '15:00', 'close', 'shipped'),
             ('vn_statutory', 'Lịch nghỉ lễ theo luật, không có hoán đổi', NULL, '1111100',
              'Asia/Ho_Chi_Minh', 'next_working_day', '15:00', 'close', 'shipped'),
             ('xa', 'Lịch của UBND xã Quảng Thái', 'hue', '1111110', NULL, NULL, NULL, NULL,
              'local')$$,
    'the view calendars shows shipped and local ones');
INSERT INTO motcua.calendar_day (calendar, day, kind, title) VALUES
    ('vn', '2026-04-27', 'off', 'Xác nhận');
SELECT results_eq(
    $$SELECT calendar COLLATE "default", kind, reason, title, status, origin
      FROM motcua.calendar_days
      WHERE day = '2026-04-27'
      ORDER BY calendar, origin$$,
    $$VALUES ('vn', 'off', 'local', 'Xác nhận', 'official', 'local'),
             ('vn', 'off', 'compensation', 'Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'official',
              'shipped'),
             ('vn_statutory', 'off', 'compensation', 'Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch)',
              'official', 'shipped'),
             ('xa', 'work', 'compensation', 'Xã không nghỉ bù', 'official', 'local')$$,
    'the view calendar_days shows shipped and local days');
SELECT results_eq($$SELECT title, decided_by FROM motcua.explain_day('2026-04-27', 'vn')$$,
                  $$VALUES ('Xác nhận', 'vn')$$, 'a row for vn wins over what is shipped');
DELETE FROM motcua.calendar_day WHERE calendar = 'vn';
INSERT INTO motcua.shift (calendar, valid, season_start, season_end, weekdays, opens, closes,
                          counts)
VALUES ('xa', '[2026-01-01,)', '04-01', '09-30', '0000010', '07:30', '11:30', false);
SELECT results_eq(
    $$SELECT calendar COLLATE "default", valid, season_start, season_end, weekdays, opens, closes,
             counts, origin
      FROM motcua.shifts ORDER BY calendar, opens$$,
    $$VALUES
          ('vn', '(,)'::daterange, '01-01', '12-31', '1111100', time '07:30', time '11:30', true,
           'shipped'),
          ('vn', '(,)', '01-01', '12-31', '1111100', '13:00', '17:00', true, 'shipped'),
          ('vn_statutory', '(,)', '01-01', '12-31', '1111100', '07:30', '11:30', true, 'shipped'),
          ('vn_statutory', '(,)', '01-01', '12-31', '1111100', '13:00', '17:00', true, 'shipped'),
          ('xa', '[2026-01-01,)', '04-01', '09-30', '0000010', '07:30', '11:30', false, 'local')$$,
    'the view shifts shows shipped and local shifts');

-- ---- the setting, and the value ----
SET LOCAL motcua.calendar = 'xa';
SELECT is(ARRAY[motcua.is_working_day('2026-03-28'), motcua.is_working_day('2026-06-24')],
          ARRAY[true, false], 'motcua.calendar may be a child');
SELECT ok(motcua.calendar_value() OPERATOR(motcua.=) motcua.calendar_value('xa'),
          'calendar_value() is the child');
SET LOCAL motcua.calendar = 'vn';

CREATE TEMP TABLE kept AS
SELECT name, motcua.calendar_value(name) AS value
FROM unnest(ARRAY['hue', 'xa', 'quay', 'luat']) AS name;
CREATE TEMP TABLE by_name AS
SELECT k.name, d::date AS day, motcua.is_working_day(d::date, k.name) AS works,
       motcua.add_working_days(d::date, 9, k.name) AS later,
       motcua.explain_day(d::date, k.name)::text AS explained,
       motcua.add_working_time(d, '30:30', k.name) AS hours,
       motcua.calendar_status(extract(year FROM d)::int, k.name) AS status
FROM kept AS k, generate_series(timestamp '2021-01-01 09:10', '2026-11-30', '1 day') AS d;
CREATE FUNCTION pg_temp.kept_differences() RETURNS text LANGUAGE sql AS $$
    SELECT count(*) FILTER (WHERE (works, later, explained, hours, status) IS DISTINCT FROM (
                                motcua.is_working_day(day, value),
                                motcua.add_working_days(day, 9, value),
                                motcua.explain_day(day, value)::text,
                                motcua.add_working_time(day + time '09:10', '30:30', value),
                                motcua.calendar_status(extract(year FROM day)::int, value)))
           || ' of ' || count(*)
    FROM by_name JOIN kept USING (name)
$$;
SELECT is(pg_temp.kept_differences(), '0 of 8636', 'a child answers alike by name and by value');
SELECT is((SELECT count(*)
           FROM kept
           WHERE value::text::motcua.work_calendar OPERATOR(motcua.<>) value),
          0::bigint, 'the text of a child is read as the same value');
SELECT isnt((SELECT value::text FROM kept WHERE name = 'quay'),
            (SELECT value::text FROM kept WHERE name = 'xa'),
            'a child without rows has its own name');

-- ---- a day proclaimed three days ahead ----
PREPARE due AS
SELECT motcua.add_working_days('2026-06-08', 3), motcua.add_working_days('2026-06-08', 3, 'hue'),
       motcua.add_working_time(timestamp '2026-06-08 09:00', '24:00', 'hue');
SET LOCAL plan_cache_mode = force_generic_plan;
CREATE TEMP TABLE due_before (vn, hue, moment) AS EXECUTE due;
SELECT results_eq('EXECUTE due',
                  $$VALUES (date '2026-06-11', date '2026-06-11', timestamp '2026-06-11 09:00')$$,
                  'due dates are right before the proclamation');
SAVEPOINT proclaimed;
INSERT INTO motcua.calendar_day (calendar, day, kind, reason, title) VALUES
    ('vn', '2026-06-11', 'off', 'holiday', 'Quốc tang');
SELECT results_eq('EXECUTE due',
                  $$VALUES (date '2026-06-12', date '2026-06-12', timestamp '2026-06-12 09:00')$$,
                  'due dates are right after the proclamation, in the parent and the child');
INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES ('hue', '2026-06-11', 'work');
SELECT results_eq('EXECUTE due',
                  $$VALUES (date '2026-06-12', date '2026-06-11', timestamp '2026-06-11 09:00')$$,
                  'a child may go on working');
UPDATE motcua.calendar_day SET day = '2026-06-10' WHERE calendar = 'vn';
SELECT results_eq('EXECUTE due',
                  $$VALUES (date '2026-06-12', date '2026-06-12', timestamp '2026-06-12 09:00')$$,
                  'an update is seen');
DELETE FROM motcua.calendar_day WHERE calendar = 'vn';
SELECT results_eq('EXECUTE due', 'TABLE due_before', 'a deletion is seen');
INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES ('vn', '2026-06-09', 'off');
SELECT is(motcua.add_working_days('2026-06-08', 3, 'hue'), '2026-06-12',
          'another inserted row is seen');
TRUNCATE motcua.calendar_day;
SELECT is(motcua.add_working_days('2026-06-08', 3, 'hue'), '2026-06-11', 'TRUNCATE is seen');
UPDATE motcua.calendar SET work_week = '1110000' WHERE name = 'hue';
SELECT is(motcua.add_working_days('2026-06-08', 3, 'hue'),
          '2026-06-15', 'a change of the work week is seen');
ROLLBACK TO proclaimed;
SELECT results_eq('EXECUTE due', 'TABLE due_before', 'a rollback is seen');
SELECT is(motcua.is_working_day('2026-03-26', 'hue'),
          false, 'the rollback brings the truncated rows back');

-- ---- COPY: dumps restore, in any order of rows, generated columns left out ----
\copy motcua.calendar to 'build/calendar.copy'
\copy motcua.calendar_day to 'build/calendar_day.copy'
\copy motcua.calendar_year to 'build/calendar_year.copy'
\copy motcua.shift to 'build/shift.copy'
CREATE TEMP TABLE dumped AS SELECT name, motcua.calendar_value(name) AS value FROM motcua.calendar;
TRUNCATE motcua.calendar, motcua.calendar_day, motcua.calendar_year, motcua.shift;
SELECT throws_ok($$SELECT motcua.is_working_day('2026-03-26', 'hue')$$,
                 '42704', 'calendar "hue" does not exist', 'a calendar that is gone is refused');
SELECT is(pg_temp.kept_differences(),
          '0 of 8636', 'values answer as before when the rows are gone');
\copy motcua.calendar from 'build/calendar.copy'
\copy motcua.calendar_day from 'build/calendar_day.copy'
\copy motcua.calendar_year from 'build/calendar_year.copy'
\copy motcua.shift from 'build/shift.copy'
SELECT is((SELECT count(*) FROM dumped WHERE motcua.calendar_value(name) OPERATOR(motcua.=) value),
          4::bigint, 'every calendar that is copied out can be copied back in');
COPY motcua.calendar (name, parent) FROM stdin;
to	phuong
phuong	hue
\.
COPY motcua.shift (calendar, opens, closes) FROM stdin;
to	07:00	11:00
to	13:00	16:00
\.
SELECT is(motcua.working_time_between(timestamp '2026-03-25', '2026-03-28', 'to'),
          '14:00', 'COPY takes a child before its parent');

-- ---- deleting ----
SELECT throws_ok($$DELETE FROM motcua.calendar WHERE name = 'hue'$$, '23503',
    'calendar "hue" cannot be removed: "phuong" inherits from it', 'a parent cannot be deleted');
DELETE FROM motcua.calendar WHERE name IN ('xa', 'quay');
SELECT is((SELECT count(*)
           FROM (SELECT calendar
                 FROM motcua.calendar_day
                 UNION ALL SELECT calendar
                 FROM motcua.calendar_year
                 UNION ALL SELECT calendar FROM motcua.shift) AS r
           WHERE calendar = 'xa'),
          0::bigint,
          'deleting a calendar deletes its days, years and shifts');
SELECT is((SELECT count(*) FROM motcua.calendar_day WHERE calendar = 'hue'),
          2::bigint, 'deleting a calendar leaves the rows of others');
SELECT throws_ok($$SELECT motcua.calendar_value('xa')$$,
                 '42704', 'calendar "xa" does not exist', 'a deleted calendar is gone at once');

-- ---- what is accepted, and what is refused ----
INSERT INTO motcua.calendar (name) VALUES ('gio'), ('a'), ('b');
UPDATE motcua.calendar SET parent = 'a' WHERE name = 'b';
INSERT INTO motcua.shift (calendar, valid, weekdays, opens, closes) VALUES
    ('gio', '[2026-01-01,2027-01-01)', '1111100', '07:30', '11:30');
-- Run an insert and take it back. Return 'accepted' or what was raised.
CREATE FUNCTION pg_temp.tried(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE query;
    RAISE 'accepted';
EXCEPTION WHEN OTHERS THEN
    RETURN CASE WHEN SQLERRM <> 'accepted' THEN SQLSTATE || ': ' ELSE '' END || SQLERRM;
END $$;
-- The message names the two shifts in the order of the table's key: weekdays, then opening.
SELECT is(pg_temp.tried('INSERT INTO motcua.shift (calendar, valid, season_start, season_end, '
                        'weekdays, opens, closes, counts) VALUES (''gio'', '
                        || v || ')'),
          coalesce('22023: shifts of calendar "gio" overlap: ' || overlap, 'accepted'),
          'shift ' || v)
FROM (VALUES
    ($$'[2026-01-01,2027-01-01)', '01-01', '12-31', '1111100', '11:30', '17:00', true$$, NULL),
    ($$'[2026-01-01,2027-01-01)', '01-01', '12-31', '0000011', '07:00', '12:00', true$$, NULL),
    ($$'[2027-01-01,)', '01-01', '12-31', '1111100', '07:00', '12:00', true$$, NULL),
    ($$'[2025-12-27,2026-01-01)', '01-01', '12-31', '1111100', '07:00', '12:00', true$$, NULL),
    -- the dates share only a Thursday, which is not among the weekdays
    ($$'[2025-12-30,2026-01-01]', '01-01', '12-31', '0110011', '07:00', '12:00', true$$, NULL),
    ($$'[2026-12-01,2027-03-01)', '01-02', '02-29', '1111100', '07:00', '12:00', true$$, NULL),
    ($$'[2026-01-01,2027-01-01)', '01-01', '12-31', '1111100', '11:00', '12:15', true$$,
     '07:30-11:30 and 11:00-12:15'),
    ($$'[2025-12-30,2026-01-01]', '01-01', '12-31', '0111000', '07:00', '12:00', true$$,
     '07:00-12:00 and 07:30-11:30'),
    ($$'(,)', '01-01', '12-31', '0000100', '07:00', '07:31', true$$, '07:00-07:31 and 07:30-11:30'),
    ($$'[2026-12-31,)', '01-01', '12-31', '0001000', '08:00', '09:00', false$$,
     '07:30-11:30 and 08:00-09:00'),
    ($$'(,)', '11-01', '02-15', '1000000', '09:00', '10:00', true$$, '07:30-11:30 and 09:00-10:00'),
    ($$'(,)', '03-02', '03-02', '1000000', '09:00', '24:00', true$$,
     '07:30-11:30 and 09:00-24:00')) AS x (v, overlap);
SELECT lives_ok($$INSERT INTO motcua.shift (calendar, season_start, season_end, opens, closes)
                  VALUES ('a', '04-01', '09-30', '13:30', '17:30'),
                         ('a', '10-01', '03-31', '13:00', '17:00')$$,
                'hours of two seasons are accepted');
SELECT throws_ok($$UPDATE motcua.shift
                   SET season_end = '10-01'
                   WHERE calendar = 'a' AND season_start = '04-01'$$,
                 '22023',
                 'shifts of calendar "a" overlap: 13:00-17:00 and 13:30-17:30',
                 'seasons that share a day are refused');
SELECT lives_ok($$INSERT INTO motcua.shift (calendar, season_start, season_end, opens, closes)
                  VALUES ('b', '04-01', '09-30', '13:30', '17:30'),
                         ('b', '10-01', '03-31', '13:30', '17:00')$$,
                'two seasons that open at the same hour are accepted');
SELECT lives_ok($$INSERT INTO motcua.shift (calendar, opens, closes) VALUES
                      ('vn', '00:00', '24:00'), ('vn_statutory', '07:00', '11:00')$$,
                'hours for a shipped calendar are accepted and replace its own');
DELETE FROM motcua.shift WHERE calendar LIKE 'vn%';

SELECT throws_ok($$UPDATE motcua.calendar SET parent = 'b' WHERE name = 'a'$$,
                 '22023',
                 'calendar "a" inherits from itself through "b"',
                 'a loop of parents is refused');
SELECT throws_ok($$INSERT INTO motcua.calendar (name, parent) VALUES ('c', 'c')$$,
                 '22023',
                 'calendar "c" inherits from itself through "c"',
                 'a calendar that is its own parent is refused');
SELECT throws_ok(q, '23503', format('calendar "%s" does not exist', c), 'refused: ' || q)
FROM (VALUES
    ('nowhere', $$INSERT INTO motcua.calendar (name, parent) VALUES ('c', 'nowhere')$$),
    ('nowhere',
     $$INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES
           ('nowhere', '2026-01-01', 'off')$$),
    ('VN', $$INSERT INTO motcua.calendar_year (calendar, year) VALUES ('VN', 2026)$$),
    ('nowhere',
     $$INSERT INTO motcua.shift (calendar, opens, closes) VALUES
           ('nowhere', '08:00', '09:00')$$)) AS x (c, q);

-- Each row breaks a constraint by one column. The column list names what is given.
SELECT throws_ok(format('INSERT INTO motcua.%s', q),
                 '23514',
                 format('new row for relation "%s" violates check constraint "%s"',
                        split_part(q, ' ', 1), c),
                 'refused: ' || q)
FROM (VALUES
    ('calendar_work_week_is_seven_0_or_1', $$calendar (name, work_week) VALUES ('c', '111110')$$),
    ('calendar_work_week_is_seven_0_or_1', $$calendar (name, work_week) VALUES ('c', '11111000')$$),
    ('calendar_work_week_is_seven_0_or_1', $$calendar (name, work_week) VALUES ('c', '1111120')$$),
    ('calendar_work_week_is_seven_0_or_1', $$calendar (name, work_week) VALUES ('c', '0000000')$$),
    ('calendar_name_is_not_shipped', $$calendar (name) VALUES ('vn')$$),
    ('calendar_name_is_not_shipped', $$calendar (name) VALUES ('vn_statutory')$$),
    ('calendar_name_is_short', $$calendar (name) VALUES ('')$$),
    ('calendar_name_is_short', $$calendar (name) VALUES (repeat('ệ', 22))$$),
    ('calendar_late_reception_is_known',
     $$calendar (name, late_reception) VALUES ('c', 'next_day')$$),
    ('calendar_due_time_is_known', $$calendar (name, due_time) VALUES ('c', 'noon')$$),
    ('calendar_day_kind_is_known',
     $$calendar_day (calendar, day, kind) VALUES ('a', '2026-01-05', 'holiday')$$),
    ('calendar_day_reason_is_known',
     $$calendar_day (calendar, day, kind, reason) VALUES ('a', '2026-01-05', 'off', 'work_week')$$),
    ('calendar_day_status_is_known',
     $$calendar_day (calendar, day, kind, status) VALUES ('a', '2026-01-05', 'off', 'unverified')$$),
    ('calendar_day_is_covered',
     $$calendar_day (calendar, day, kind) VALUES ('a', '1989-12-31', 'off')$$),
    ('calendar_day_is_covered',
     $$calendar_day (calendar, day, kind) VALUES ('a', '2101-01-01', 'off')$$),
    ('calendar_day_is_covered',
     $$calendar_day (calendar, day, kind) VALUES ('a', 'infinity', 'off')$$),
    ('calendar_year_is_covered', $$calendar_year (calendar, year) VALUES ('a', 1989)$$),
    ('calendar_year_is_covered', $$calendar_year (calendar, year) VALUES ('a', 2101)$$),
    ('calendar_year_status_is_known',
     $$calendar_year (calendar, year, status) VALUES ('a', 2026, 'unverified')$$),
    ('shift_valid_is_not_empty',
     $$shift (calendar, valid, opens, closes) VALUES ('hue', '[2026-01-01,2026-01-01)', '08:00', '09:00')$$),
    ('shift_opens_before_it_closes',
     $$shift (calendar, opens, closes) VALUES ('hue', '08:00', '08:00')$$),
    ('shift_opens_before_it_closes',
     $$shift (calendar, opens, closes) VALUES ('hue', '22:00', '06:00')$$),
    ('shift_opens_on_a_second',
     $$shift (calendar, opens, closes) VALUES ('hue', '08:00:00.5', '09:00')$$),
    ('shift_closes_on_a_second',
     $$shift (calendar, opens, closes) VALUES ('hue', '08:00', '09:00:00.000001')$$),
    ('shift_weekdays_are_seven_0_or_1',
     $$shift (calendar, weekdays, opens, closes) VALUES ('hue', '0000000', '08:00', '09:00')$$),
    ('shift_season_start_is_month_day',
     $$shift (calendar, season_start, season_end, opens, closes) VALUES ('hue', '13-01', '04-01', '08:00', '09:00')$$),
    ('shift_season_start_is_month_day',
     $$shift (calendar, season_start, season_end, opens, closes) VALUES ('hue', '02-30', '04-01', '08:00', '09:00')$$),
    ('shift_season_end_is_month_day',
     $$shift (calendar, season_start, season_end, opens, closes) VALUES ('hue', '04-01', '9-30', '08:00', '09:00')$$),
    ('shift_season_end_is_month_day',
     $$shift (calendar, season_start, season_end, opens, closes) VALUES ('phuong', '04-01', '09-31', '08:00', '09:00')$$)) AS x (
c, q);
SELECT throws_ok($$INSERT INTO motcua.calendar (name, same_day_cutoff) VALUES ('c', '24:01')$$,
                 '22008',
                 'date/time field value out of range: "24:01"',
                 'a cutoff after the day is refused');
SELECT throws_ok($$INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES
                       ('hue', '2026-03-26', 'work')$$,
                 '23505', NULL, 'a day that is given twice is refused');
SELECT lives_ok($$INSERT INTO motcua.shift (calendar, season_start, season_end, weekdays, opens,
                                            closes)
                  VALUES
                      ('hue', '02-29', '02-29', '0000001', '08:00', '24:00')$$,
                'a season of 29 February is accepted');
SELECT lives_ok($$INSERT INTO motcua.shift (calendar, valid, opens, closes) VALUES
                      ('gio', '[200000-01-01,200001-01-01)', '08:00', '09:00')$$,
                'dates far ahead are accepted');
SELECT lives_ok($$SELECT motcua.calendar_value('gio')::text::motcua.work_calendar$$,
                'dates far ahead survive the text form');

-- ---- privileges ----
CREATE ROLE motcua_test_reader;
CREATE FUNCTION pg_temp.as_reader(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
    PERFORM set_config('role', 'motcua_test_reader', true);
    EXECUTE query INTO answer;
    PERFORM set_config('role', 'none', true);
    RETURN answer;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE;
END $$;
SELECT is((SELECT string_agg(pg_temp.as_reader(format('SELECT count(*) > 0 FROM motcua.%I', r)),
                             ' ')
           FROM unnest(ARRAY['calendar', 'calendar_day', 'calendar_year', 'shift', 'calendars',
                             'calendar_days', 'shifts']) AS r),
          'true true true true true true true', 'an ordinary role may read tables and views');
SELECT is(pg_temp.as_reader($$SELECT motcua.is_working_day('2026-03-26', 'hue')$$),
          'false', 'an ordinary role may compute');
SELECT is((SELECT string_agg(DISTINCT pg_temp.as_reader(format(w, t)), ' ')
           FROM unnest(ARRAY['calendar', 'calendar_day', 'calendar_year', 'shift']) AS t,
                unnest(ARRAY['INSERT INTO motcua.%I DEFAULT VALUES', 'DELETE FROM motcua.%I',
                             'TRUNCATE motcua.%I']) AS w),
          '42501', 'an ordinary role may insert nothing');
SELECT is(pg_temp.as_reader($$UPDATE motcua.shift SET counts = false$$), '42501',
          'an ordinary role may update nothing');

-- ==== The decree of 2027 ==== This part needs the rules of the law for years without a decision.
SELECT is(motcua.add_working_days('2027-02-03', 1),
          '2027-02-11', 'before the decree 4 to 10 February 2027 are off by the law');
SELECT is(motcua.calendar_status(2027), 'provisional', 'before the decree 2027 is provisional');
INSERT INTO motcua.calendar_day (calendar, day, kind, reason, title, source) VALUES
    ('vn', '2027-02-04', 'work', 'holiday', 'Làm việc', 'Quyết định nghỉ Tết 2027'),
    ('vn', '2027-02-11', 'off', 'holiday', 'Tết Nguyên đán', 'Quyết định nghỉ Tết 2027');
INSERT INTO motcua.calendar_year (calendar, year, source) VALUES
    ('vn', 2027, 'Quyết định nghỉ Tết 2027');
SELECT is(motcua.add_working_days('2027-02-03', 1), '2027-02-04',
          'after the decree 4 February works');
SELECT is(motcua.add_working_days('2027-02-04', 1), '2027-02-12',
          'after the decree 11 February is off');
SELECT is(motcua.calendar_status(2027) || ' ' || motcua.calendar_status(2027, 'hue'),
          'official official', 'the year is official, for children too');
SELECT is((SELECT array_agg(day)
           FROM motcua.days_off(2027)
           WHERE day IN ('2027-02-04', '2027-02-11')),
          ARRAY[date '2027-02-11'],
          'days_off omits 4 February and has 11 February');
-- ==== end of the decree of 2027 ====

SELECT * FROM finish();
ROLLBACK;

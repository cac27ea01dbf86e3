-- Test deadlines on cases by hand: worked cases in every form and three session zones, policies,
-- limits and errors.
\ir ../setup.psql
SELECT plan(146);

INSERT INTO motcua.calendar (name, work_week, time_zone, late_reception, same_day_cutoff, due_time)
VALUES
    ('e6', NULL, NULL, NULL, NULL, NULL),
    ('ban_bay', NULL, NULL, NULL, NULL, NULL),
    ('tam_gio', NULL, NULL, NULL, NULL, NULL),
    ('sang_bay', '1111110', NULL, NULL, NULL, NULL),
    ('hai_gio', NULL, NULL, NULL, '14:00', NULL),
    ('ngay_nhan', NULL, NULL, 'event_day', NULL, NULL),
    ('cung_gio', NULL, NULL, NULL, NULL, 'same_time'),
    ('nua_dem', NULL, NULL, NULL, NULL, 'midnight'),
    ('tokyo', NULL, 'Asia/Tokyo', NULL, NULL, NULL),
    ('berlin', NULL, 'Europe/Berlin', NULL, NULL, NULL);
INSERT INTO motcua.shift (calendar, weekdays, opens, closes, counts) VALUES
    ('e6', '1111100', '07:30', '11:30', true), ('e6', '1111100', '13:30', '17:00', true),
    ('ban_bay', '0000010', '07:30', '11:30', false),
    ('tam_gio', '1111100', '08:00', '12:00', true), ('tam_gio', '1111100', '13:00', '17:00', true),
    ('sang_bay', '1111110', '07:30', '11:30', true),
    ('sang_bay', '1111100', '13:00', '17:00', true);

-- Return what all forms answer in sessions of three zones, as wall time of the calendar. There is
-- one answer of each kind if they agree.
CREATE FUNCTION pg_temp.due(at timestamp, time_limit motcua.time_limit, c text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    value motcua.work_calendar := motcua.calendar_value(c);
    zone text := coalesce((SELECT time_zone FROM motcua.calendar WHERE name = c),
                          'Asia/Ho_Chi_Minh');
    instant timestamptz := at AT TIME ZONE zone;
    session text;
    days date[];
    moments timestamp[];
BEGIN
    FOREACH session IN ARRAY ARRAY['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York'] LOOP
        PERFORM set_config('timezone', session, true);
        days := days || motcua.due_on(at::date, time_limit, c)
        || motcua.due_on(at::date, time_limit, value);
        moments := moments || motcua.due_at(at, time_limit, c)
        || motcua.due_at(at, time_limit, value)
        || motcua.due_at(instant, time_limit, c) AT TIME ZONE zone
        || motcua.due_at(instant, time_limit, value) AT TIME ZONE zone;
    END LOOP;
    RETURN (SELECT string_agg(DISTINCT to_char(d, 'Dy YYYY-MM-DD'), ', ') FROM unnest(days) AS d)
    || '; '
    || (SELECT string_agg(DISTINCT to_char(m, 'Dy YYYY-MM-DD ') || m::time, ', ')
        FROM unnest(moments) AS m);
END $$;

-- ---- worked deadlines of 2021, in which 10 to 16 February, 21 and 30 April and 3 May are off ----
CREATE TEMP TABLE worked (what text, c text, at timestamp, time_limit text, due text);
INSERT INTO worked VALUES
    (
        'E1',                       'vn',        '2021-03-15 09:00', '5 ngày làm việc',
        'Mon 2021-03-22; Mon 2021-03-22 17:00:00'),
    ('E2, over Tết',             'vn',        '2021-02-05 09:00', '3 ngày làm việc',
     'Wed 2021-02-17; Wed 2021-02-17 17:00:00'),
    (
        'E3',                       'vn',        '2021-04-20 09:00', '2 ngày làm việc',
        'Fri 2021-04-23; Fri 2021-04-23 17:00:00'),
    ('E4',                       'vn',        '2021-04-20 09:00', '10 ngày',          'Tue 2021-05-04; Tue 2021-05-04 17:00:00'),
    ('E5, received on a Sunday', 'vn',        '2021-01-31 09:00', '1 tháng',
     'Mon 2021-03-01; Mon 2021-03-01 17:00:00'),
    ('E5, by the event day',     'ngay_nhan', '2021-01-31 09:00', '1 tháng',
     'Mon 2021-03-01; Mon 2021-03-01 17:00:00'),
    (
        'E6',                       'e6',        '2021-03-15 15:00', '8 giờ làm việc',
        'Tue 2021-03-16; Tue 2021-03-16 15:30:00'),
    (
        'E7',                       'e6',        '2021-03-20 09:00', '4 giờ làm việc',
        'Mon 2021-03-22; Mon 2021-03-22 11:30:00'),
    (
        'E7',                       'vn',        '2021-03-20 09:00', '4 giờ làm việc',
        'Mon 2021-03-22; Mon 2021-03-22 11:30:00'),
    ('E8, next working day',     'vn',        '2021-03-15 17:30', '1 ngày làm việc',
     'Tue 2021-03-16; Wed 2021-03-17 17:00:00'),
    ('E8, event day',            'ngay_nhan', '2021-03-15 17:30', '1 ngày làm việc',
     'Tue 2021-03-16; Tue 2021-03-16 17:00:00'),
    ('E10',                      'vn',        '2021-01-25 09:00', '20 ngày làm việc',
     'Mon 2021-03-01; Mon 2021-03-01 17:00:00'),
    (
        'E11',                      'vn',        '2021-03-15 15:00', '8 giờ làm việc',
        'Mon 2021-03-15; Tue 2021-03-16 15:00:00'),
    ('E13',                      'vn',        '2020-12-31 09:00', '2 tháng',          'Mon 2021-03-01; Mon 2021-03-01 17:00:00'),
    -- ---- reception ----
    ('at closing time it is late',             'vn', '2021-03-12 17:00', '1 ngày làm việc',
     'Mon 2021-03-15; Tue 2021-03-16 17:00:00'),
    ('a microsecond before, it is not',        'vn', '2021-03-12 16:59:59.999999', '1 ngày làm việc',
     'Mon 2021-03-15; Mon 2021-03-15 17:00:00'),
    ('before opening',                         'vn', '2021-03-15 06:00', '1 giờ làm việc',
     'Mon 2021-03-15; Mon 2021-03-15 08:30:00'),
    ('at lunch',                               'vn', '2021-03-15 11:30', '1 giờ làm việc',
     'Mon 2021-03-15; Mon 2021-03-15 14:00:00'),
    ('a Saturday desk receives',               'ban_bay', '2026-11-28 09:00', '1 ngày làm việc',
     'Mon 2026-11-30; Mon 2026-11-30 17:00:00'),
    ('where there is none, Monday does',       'vn',      '2026-11-28 09:00', '1 ngày làm việc',
     'Mon 2026-11-30; Tue 2026-12-01 17:00:00'),
    ('a Saturday desk opens first',            'ban_bay', '2026-11-27 18:00', '1 ngày làm việc',
     'Mon 2026-11-30; Mon 2026-11-30 17:00:00'),
    ('a Saturday desk that has closed',        'ban_bay', '2026-11-28 11:30', '1 ngày làm việc',
     'Mon 2026-11-30; Tue 2026-12-01 17:00:00'),
    ('its time does not run',                  'ban_bay', '2026-11-28 09:00', '4 giờ làm việc',
     'Mon 2026-11-30; Mon 2026-11-30 11:30:00'),
    ('nor for half a day',                     'ban_bay', '2026-11-28 09:00', 'nửa ngày',
     'Mon 2026-11-30; Mon 2026-11-30 11:30:00'),
    ('no desk on a Saturday holiday',          'ban_bay', '2022-04-30 09:00', '1 ngày làm việc',
     'Wed 2022-05-04; Thu 2022-05-05 17:00:00'),
    ('received on a make-up Saturday',         'vn',      '2025-04-26 09:00', '1 ngày làm việc',
     'Mon 2025-04-28; Mon 2025-04-28 17:00:00'),
    ('due on a make-up Saturday',              'vn',      '2025-04-25 09:00', '1 ngày làm việc',
     'Sat 2025-04-26; Sat 2025-04-26 17:00:00'),
    -- ---- the same day ----
    ('before 15:00',                           'vn', '2021-03-15 14:59:59', 'trong ngày',
     'Mon 2021-03-15; Mon 2021-03-15 17:00:00'),
    ('15:00:00 itself',                        'vn', '2021-03-15 15:00:00', 'trong ngày',
     'Mon 2021-03-15; Mon 2021-03-15 17:00:00'),
    ('after 15:00',                            'vn', '2021-03-15 15:00:00.000001', 'trong ngày',
     'Mon 2021-03-15; Tue 2021-03-16 17:00:00'),
    ('after 15:00 on a Friday',                'vn', '2021-03-12 15:01', 'trong ngày',
     'Fri 2021-03-12; Mon 2021-03-15 17:00:00'),
    ('before opening',                         'vn', '2021-03-15 05:00', 'trong ngày',
     'Mon 2021-03-15; Mon 2021-03-15 17:00:00'),
    (
        'at lunch',                               'vn', '2021-03-15 12:00', 'trong ngày',
        'Mon 2021-03-15; Mon 2021-03-15 17:00:00'),
    ('after closing',                          'vn', '2021-03-15 17:00', 'trong ngày',
     'Mon 2021-03-15; Tue 2021-03-16 17:00:00'),
    ('on a Saturday',                          'vn', '2021-03-13 09:00', 'trong ngày',
     'Mon 2021-03-15; Mon 2021-03-15 17:00:00'),
    ('at a Saturday desk',                     'ban_bay', '2021-03-13 09:00', 'trong ngày',
     'Mon 2021-03-15; Mon 2021-03-15 17:00:00'),
    ('a cutoff of 14:00: 14:00:00 itself',     'hai_gio', '2021-03-15 14:00', 'trong ngày',
     'Mon 2021-03-15; Mon 2021-03-15 17:00:00'),
    ('a cutoff of 14:00: after it',            'hai_gio', '2021-03-15 14:00:01', 'trong ngày',
     'Mon 2021-03-15; Tue 2021-03-16 17:00:00'),
    ('event day: before opening',              'ngay_nhan', '2021-03-15 05:00', 'trong ngày',
     'Mon 2021-03-15; Mon 2021-03-15 17:00:00'),
    ('event day: in the evening',              'ngay_nhan', '2021-03-15 20:00', 'trong ngày',
     'Mon 2021-03-15; Tue 2021-03-16 17:00:00'),
    ('event day: on a Saturday',               'ngay_nhan', '2021-03-13 09:00', 'trong ngày',
     'Mon 2021-03-15; Mon 2021-03-15 17:00:00'),
    ('midnight',                               'nua_dem', '2021-03-15 09:00', 'trong ngày',
     'Mon 2021-03-15; Mon 2021-03-15 23:59:59.999999'),
    ('same_time is the close too',             'cung_gio', '2021-03-15 09:00', 'trong ngày',
     'Mon 2021-03-15; Mon 2021-03-15 17:00:00'),
    -- ---- days, weeks, months, years ----
    ('10 days into Tết',                       'vn', '2021-02-05 09:00', '10 ngày',
     'Wed 2021-02-17; Wed 2021-02-17 17:00:00'),
    ('days run through weekends',              'vn', '2021-03-12 09:00', '4 ngày',
     'Tue 2021-03-16; Tue 2021-03-16 17:00:00'),
    ('a week to a holiday',                    'vn', '2021-04-23 09:00', '1 tuần',
     'Tue 2021-05-04; Tue 2021-05-04 17:00:00'),
    ('two weeks',                              'vn', '2021-03-15 09:00', '2 tuần',  'Mon 2021-03-29; Mon 2021-03-29 17:00:00'),
    ('31 January and a month, leap year',      'vn', '2024-01-31 09:00', '1 tháng',
     'Thu 2024-02-29; Thu 2024-02-29 17:00:00'),
    ('31 March and a month',                   'vn', '2026-03-31 09:00', '1 tháng',
     'Mon 2026-05-04; Mon 2026-05-04 17:00:00'),
    ('half a month is 15 days',                'vn', '2023-08-31 09:00', '0,5 tháng',
     'Fri 2023-09-15; Fri 2023-09-15 17:00:00'),
    ('a month clamped, then 15 days',          'vn', '2021-01-29 09:00', '1,5 tháng',
     'Mon 2021-03-15; Mon 2021-03-15 17:00:00'),
    ('29 February and a year',                 'vn', '2024-02-29 09:00', '1 năm',
     'Fri 2025-02-28; Fri 2025-02-28 17:00:00'),
    ('a year and a half, clamped once',        'vn', '2024-02-29 09:00', '1,5 năm',
     'Fri 2025-08-29; Fri 2025-08-29 17:00:00'),
    ('half a year to the end of February',     'vn', '2020-08-31 09:00', '0,5 năm',
     'Mon 2021-03-01; Mon 2021-03-01 17:00:00'),
    -- ---- shares of a day ----
    ('half a day of 07:30-11:30, 13:00-17:00', 'vn',       '2021-03-15 09:00', 'nửa ngày',
     'Mon 2021-03-15; Mon 2021-03-15 14:30:00'),
    ('half a day of 08:00-12:00, 13:00-17:00', 'tam_gio',  '2021-03-15 09:00', 'nửa ngày',
     'Mon 2021-03-15; Mon 2021-03-15 14:00:00'),
    ('half a day of 7 and a half hours',       'e6',       '2021-03-15 09:00', '0,5 ngày làm việc',
     'Mon 2021-03-15; Mon 2021-03-15 14:45:00'),
    ('half a day over a weekend',              'vn',       '2021-03-12 16:00', '1/2 ngày làm việc',
     'Fri 2021-03-12; Mon 2021-03-15 10:30:00'),
    ('half a Friday into a Saturday morning',  'sang_bay', '2021-03-12 16:00', '0,5 ngày làm việc',
     'Fri 2021-03-12; Sat 2021-03-13 10:30:00'),
    ('half a Saturday morning',                'sang_bay', '2021-03-13 09:00', '0,5 ngày làm việc',
     'Sat 2021-03-13; Sat 2021-03-13 11:00:00'),
    ('half a Monday, from Saturday noon',      'sang_bay', '2021-03-13 11:30', '0,5 ngày làm việc',
     'Sat 2021-03-13; Mon 2021-03-15 11:30:00'),
    ('half a day to the closing',              'vn',       '2021-03-15 13:00', '0,5 ngày làm việc',
     'Mon 2021-03-15; Mon 2021-03-15 17:00:00'),
    ('a hundredth of a day',                   'vn',       '2021-03-15 09:00:00.000007', '0,01 ngày làm việc',
     'Mon 2021-03-15; Mon 2021-03-15 09:04:48.000007'),
    ('a day and a half',                       'vn',       '2021-03-15 09:00', '1,5 ngày làm việc',
     'Wed 2021-03-17; Wed 2021-03-17 11:30:00'),
    ('a day and a half of the same time',      'cung_gio', '2021-03-15 09:00', '1,5 ngày làm việc',
     'Wed 2021-03-17; Tue 2021-03-16 14:30:00'),
    ('a day and a half of midnight',           'nua_dem',  '2021-03-15 09:00', '1,5 ngày làm việc',
     'Wed 2021-03-17; Wed 2021-03-17 11:30:00'),
    ('a calendar day and a half, to a Friday', 'vn',       '2021-03-11 09:00', '1,5 ngày',
     'Mon 2021-03-15; Mon 2021-03-15 11:30:00'),
    ('and to a Saturday',                      'vn',       '2021-03-12 09:00', '1,5 ngày',
     'Mon 2021-03-15; Mon 2021-03-15 11:30:00'),
    ('of the same time',                       'cung_gio', '2021-03-12 09:00', '1,5 ngày',
     'Mon 2021-03-15; Mon 2021-03-15 11:30:00'),
    ('half a calendar day on a Saturday',      'vn',       '2021-03-13 09:00', '0,5 ngày',
     'Mon 2021-03-15; Mon 2021-03-15 11:30:00'),
    -- ---- the time of the due day ----
    ('same time',                              'cung_gio', '2021-03-15 09:12:34.5', '1 ngày làm việc',
     'Tue 2021-03-16; Tue 2021-03-16 09:12:34.5'),
    ('same time as the reception that counts', 'cung_gio', '2021-03-13 09:00', '1 ngày làm việc',
     'Mon 2021-03-15; Tue 2021-03-16 07:30:00'),
    ('same time, rolled',                      'cung_gio', '2021-03-15 09:00', '6 ngày',
     'Mon 2021-03-22; Mon 2021-03-22 09:00:00'),
    ('midnight, working days',                 'nua_dem',  '2021-03-15 09:00', '1 ngày làm việc',
     'Tue 2021-03-16; Tue 2021-03-16 23:59:59.999999'),
    ('midnight, a month rolled',               'nua_dem',  '2021-01-28 09:00', '1 tháng',
     'Mon 2021-03-01; Mon 2021-03-01 23:59:59.999999'),
    ('midnight does not touch working hours',  'nua_dem',  '2021-03-15 09:00', '1 giờ làm việc',
     'Mon 2021-03-15; Mon 2021-03-15 10:00:00'),
    ('nor half a day',                         'nua_dem',  '2021-03-15 09:00', '0,5 ngày làm việc',
     'Mon 2021-03-15; Mon 2021-03-15 14:30:00'),
    ('nor clock hours, unless they roll',      'nua_dem',  '2021-03-15 09:00', '24 giờ',
     'Tue 2021-03-16; Tue 2021-03-16 09:00:00'),
    ('midnight, clock hours that roll',        'nua_dem',  '2021-03-12 09:00', '24 giờ',
     'Mon 2021-03-15; Mon 2021-03-15 23:59:59.999999'),
    -- ---- hours ----
    ('clock hours run in the evening',         'vn',       '2021-03-15 15:00', '4 giờ',
     'Mon 2021-03-15; Mon 2021-03-15 19:00:00'),
    ('clock hours into a Saturday',            'vn',       '2021-03-12 09:00', '24 giờ',
     'Mon 2021-03-15; Mon 2021-03-15 17:00:00'),
    ('clock hours from a Saturday desk',       'ban_bay',  '2021-03-13 09:00', '2 giờ',
     'Mon 2021-03-15; Mon 2021-03-15 17:00:00'),
    ('working hours end at a closing',         'vn',       '2021-03-15 13:00', '4 giờ làm việc',
     'Mon 2021-03-15; Mon 2021-03-15 17:00:00'),
    ('a quarter of an hour over lunch',        'vn',       '2021-03-15 11:20', '0,25 giờ làm việc',
     'Mon 2021-03-15; Mon 2021-03-15 13:05:00'),
    -- ---- other zones ----
    ('a consulate in Tokyo',                   'tokyo',    '2021-03-15 15:00', '8 giờ làm việc',
     'Mon 2021-03-15; Tue 2021-03-16 15:00:00'),
    ('over the change to summer time',         'berlin',   '2021-03-26 15:00', '8 giờ làm việc',
     'Fri 2021-03-26; Mon 2021-03-29 15:00:00'),
    ('clock hours are those on the wall',      'berlin',   '2021-03-26 15:00', '72 giờ',
     'Mon 2021-03-29; Mon 2021-03-29 15:00:00');
SELECT is(pg_temp.due(at, time_limit::motcua.time_limit, c),
          due, format('%s: %s from %s, %s', what, time_limit, at, c))
FROM worked;

-- Tết 2021 closed offices from 10 to 16 February, its weekend included.
SELECT is(pg_temp.due(at, motcua.make_time_limit(amount, 'day_skip_holiday'), c),
          due, format('%s days that skip holidays, from %s, %s', amount, at, c))
FROM (VALUES ('vn', timestamp '2021-02-08 09:00', 3, 'Thu 2021-02-18; Thu 2021-02-18 17:00:00'),
             ('vn', '2021-02-08 09:00', 1.5, 'Wed 2021-02-17; Wed 2021-02-17 11:30:00'),
             ('vn', '2021-03-12 09:00', 2,   'Mon 2021-03-15; Mon 2021-03-15 17:00:00'),
             ('vn', '2021-03-12 09:00', 3,   'Mon 2021-03-15; Mon 2021-03-15 17:00:00'),
             ('vn', '2021-03-12 09:00', 0.5, 'Fri 2021-03-12; Fri 2021-03-12 14:30:00'),
             ('vn', '2021-04-29 09:00', 1,   'Tue 2021-05-04; Tue 2021-05-04 17:00:00'),
             ('vn', '2021-04-28 09:00', 3,   'Tue 2021-05-04; Tue 2021-05-04 17:00:00'),
             ('vn', '2021-04-28 09:00', 4,   'Wed 2021-05-05; Wed 2021-05-05 17:00:00'),
             ('nua_dem', '2021-02-08 09:00', 1,
              'Tue 2021-02-09; Tue 2021-02-09 23:59:59.999999')) AS x (c, at, amount, due);

-- ---- instants are the calendar's, whatever the session ----
SET LOCAL timezone = 'America/New_York';
SELECT is(motcua.due_at(timestamptz '2021-03-15 06:00Z', '8 giờ làm việc', c),
          due, format('06:00 UTC at %s', c))
FROM (VALUES ('vn', timestamptz '2021-03-16 04:30Z'),
             ('tokyo', '2021-03-16 06:00Z'),
             ('berlin', '2021-03-15 16:00Z')) AS x (c, due);

-- ---- the calendar left out ----
SELECT is(motcua.due_at(timestamp '2021-03-15 15:00', '8 giờ làm việc'),
          timestamp '2021-03-16 15:00', 'without a calendar and a setting vn is used');
SET LOCAL motcua.calendar = 'e6';
SELECT is(motcua.due_at(timestamp '2021-03-15 15:00', '8 giờ làm việc'),
          timestamp '2021-03-16 15:30', 'due_at of a timestamp uses the calendar of the setting');
SELECT is(motcua.due_at(timestamptz '2021-03-15 15:00+07', '8 giờ làm việc', NULL),
          timestamptz '2021-03-16 15:30+07',
          'due_at of a timestamptz uses the calendar of the setting');
SELECT is(motcua.due_on('2021-03-15', '8 giờ làm việc'),
          date '2021-03-16', 'due_on uses the calendar of the setting');
RESET motcua.calendar;

-- ---- named notation, NULL, infinity ----
SELECT is(motcua.due_on(received_on => '2021-03-15', time_limit => '5 ngày làm việc',
                        calendar => 'vn'),
          date '2021-03-22', 'due_on can be called in named notation');
SELECT is(motcua.due_on(received_on => '2021-03-15', time_limit => '5 ngày làm việc',
                        calendar => motcua.calendar_value('vn')),
          date '2021-03-22', 'named notation works with a calendar by value');
SELECT is(motcua.due_at(received_at => timestamp '2021-03-15 09:00',
                        time_limit => '5 ngày làm việc', calendar => 'vn'),
          timestamp '2021-03-22 17:00', 'due_at can be called in named notation');
SELECT is(motcua.due_at(received_at => timestamptz '2021-03-15 09:00+07',
                        time_limit => '5 ngày làm việc', calendar => motcua.calendar_value('vn')),
          timestamptz '2021-03-22 17:00+07', 'named notation works with a calendar by value');
SELECT is(num_nulls(motcua.due_on(NULL, '1 ngày', 'vn'), motcua.due_on('2021-03-15', NULL, 'vn'),
                    motcua.due_on(NULL, '1 ngày', motcua.calendar_value()),
                    motcua.due_on('2021-03-15', NULL, motcua.calendar_value()),
                    motcua.due_on('2021-03-15', '1 ngày', NULL::motcua.work_calendar)),
          5, 'due_on of NULL is NULL');
SELECT is(num_nulls(motcua.due_at(NULL::timestamp, '1 ngày', 'vn'),
                    motcua.due_at(timestamp '2021-03-15', NULL, 'vn'),
                    motcua.due_at(NULL::timestamp, '1 ngày', motcua.calendar_value()),
                    motcua.due_at(timestamp '2021-03-15', '1 ngày', NULL::motcua.work_calendar)),
          4, 'due_at of a NULL timestamp is NULL');
SELECT is(num_nulls(motcua.due_at(NULL::timestamptz, '1 ngày', 'vn'),
                    motcua.due_at(timestamptz '2021-03-15', NULL, 'vn'),
                    motcua.due_at(NULL::timestamptz, '1 ngày', motcua.calendar_value()),
                    motcua.due_at(timestamptz '2021-03-15', '1 ngày', NULL::motcua.work_calendar)),
          4, 'due_at of a NULL timestamptz is NULL');
SELECT is((SELECT count(*)
           FROM unnest(ARRAY['infinity', '-infinity']) AS i,
                unnest(ARRAY['vn', 'berlin']) AS c,
                unnest(ARRAY['trong ngày', '0,5 ngày', '1 giờ',
                             '1 tháng']::motcua.time_limit[]) AS t
           WHERE motcua.due_on(i::date, t, c) = i::date
             AND motcua.due_on(i::date, t, motcua.calendar_value(c)) = i::date
             AND motcua.due_at(i::timestamp, t, c) = i::timestamp
             AND motcua.due_at(i::timestamp, t, motcua.calendar_value(c)) = i::timestamp
             AND motcua.due_at(i::timestamptz, t, c) = i::timestamptz
             AND motcua.due_at(i::timestamptz, t, motcua.calendar_value(c)) = i::timestamptz),
          16::bigint, 'an infinite receipt is returned');

-- ---- beyond the coverage ----
SELECT throws_ok(q, '22008', NULL, q)
FROM unnest(ARRAY[
                $$SELECT motcua.due_on('1989-12-29', '1 ngày', 'vn')$$,
                $$SELECT motcua.due_on('2101-01-01', 'trong ngày', 'vn')$$,
                $$SELECT motcua.due_on('2100-12-30', '2 ngày làm việc', 'vn')$$,
                $$SELECT motcua.due_on('2100-12-30', '1,5 ngày làm việc',
                                       motcua.calendar_value('vn'))$$,
                $$SELECT motcua.due_on('2100-12-30', '17 giờ làm việc', 'vn')$$,
                $$SELECT motcua.due_on('2100-12-30', '41 giờ', 'vn')$$,
                $$SELECT motcua.due_at(timestamp '1989-12-31 23:59:59', '1 tháng', 'vn')$$,
                $$SELECT motcua.due_at(timestamptz '1989-12-31 16:59:59Z', '1 tháng', 'vn')$$,
                $$SELECT motcua.due_at(timestamp '2100-12-31 17:00', 'trong ngày', 'vn')$$,
                $$SELECT motcua.due_at(timestamp '2100-12-31 16:00', 'trong ngày',
                                       motcua.calendar_value('vn'))$$,
                $$SELECT motcua.due_at(timestamptz '2100-12-31 09:00+07', '10 giờ làm việc',
                                       'vn')$$,
                $$SELECT motcua.due_at(timestamp '2100-12-31 14:00', '0,5 ngày', 'vn')$$,
                $$SELECT motcua.due_at(timestamp '2100-12-31 14:00', '24 giờ', 'vn')$$]) AS q;
SELECT is(motcua.due_at(timestamptz '2100-12-31 09:00+07', 'trong ngày', 'vn'),
          timestamptz '2100-12-31 17:00+07', 'the last day of the coverage can be due');
SELECT is(motcua.due_on('2100-12-30', '16 giờ làm việc', 'vn'),
          date '2100-12-31', 'the last day of the coverage can be due by working hours');
SELECT is(motcua.due_at(timestamp '1990-01-01 00:00', '0,5 ngày', 'vn'),
          timestamp '1990-01-02 11:30', 'the first day of the coverage can be due');
SELECT throws_ok(format($$SELECT motcua.due_on('2021-03-15', motcua.make_time_limit(%s, %L),
                                               'vn')$$,
                        amount,
                        unit),
                 '22008', NULL, format('due_on: %s of %s is too far', amount, unit))
FROM unnest(ARRAY['working_day', 'day', 'day_skip_holiday', 'week', 'month', 'year']) AS unit,
     LATERAL (SELECT CASE unit WHEN 'week' THEN 999999 ELSE 999999.5 END) AS x (amount);
SELECT throws_ok(format($$SELECT motcua.due_at(timestamp '2021-03-15 09:00',
                                               motcua.make_time_limit(%s, %L), 'vn')$$,
                        amount,
                        unit),
                 '22008', NULL, format('due_at: %s of %s is too far', amount, unit))
FROM unnest(ARRAY['working_day', 'day', 'day_skip_holiday', 'week', 'month', 'year']) AS unit,
     LATERAL (SELECT CASE unit WHEN 'week' THEN 999999 ELSE 999999.5 END) AS x (amount);
SELECT throws_ok(format($$SELECT motcua.due_at(timestamp '2021-03-15 09:00',
                                               motcua.make_time_limit(999999.99, %L), 'vn')$$,
                        unit),
                 '22008', NULL, format('due_at: 999999.99 of %s is too far', unit))
FROM unnest(ARRAY['working_hour', 'hour']) AS unit;
SELECT throws_ok($$SELECT motcua.due_on('2021-03-15', '1 ngày', 'khong_co')$$,
                 '42704', NULL, 'a calendar that does not exist is refused');

-- ---- stored and indexed ----
SELECT lives_ok(format($$CREATE TEMP TABLE ho_so (id int, received timestamptz, t motcua.time_limit,
                                                  due timestamptz GENERATED ALWAYS AS (
                                                      motcua.due_at(
                                                          received, t,
                                                          %1$L::motcua.work_calendar)) STORED);
                         CREATE INDEX ON ho_so (motcua.due_on(motcua.vn_date(received), t,
                                                              %1$L::motcua.work_calendar))$$,
                       motcua.calendar_value('vn')),
                'a generated column and an index take the forms by value');
INSERT INTO ho_so (id, received, t) VALUES
    (1, '2021-03-15 09:00+07', '5 ngày làm việc'),
    (2, '2021-03-15 17:30+07', '1 ngày làm việc'),
    (3, NULL, '1 ngày'),
    (4, '2021-03-15 09:00+07', NULL);
SELECT results_eq('SELECT id, due FROM ho_so ORDER BY id',
                  $$VALUES (1, timestamptz '2021-03-22 17:00+07'),
                           (2, '2021-03-17 17:00+07'),
                           (3, NULL),
                           (4, NULL)$$,
                  'the generated column has the due dates');
SET LOCAL enable_seqscan = off;
SELECT results_eq(format($$SELECT id
                           FROM ho_so
                           WHERE motcua.due_on(motcua.vn_date(received), t,
                                               %L::motcua.work_calendar) <= '2021-03-20'$$,
                         motcua.calendar_value('vn')),
                  'VALUES (2)', 'the index finds the due dates');
SELECT throws_ok(format($$CREATE INDEX ON ho_so (motcua.due_at(received, t, 'vn'))$$),
                 '42P17', NULL, 'an index cannot use a calendar by name');

SELECT * FROM finish();
ROLLBACK;

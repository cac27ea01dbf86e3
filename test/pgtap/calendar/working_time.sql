-- Test working time on cases by hand: worked cases in every form and session zone, office hours of
-- every kind, limits and errors.
\ir ../setup.psql
\ir working_minutes.psql
SELECT plan(106);

INSERT INTO motcua.calendar (name, time_zone) VALUES
    ('e6', NULL), ('ngay_le', NULL), ('tokyo', 'Asia/Tokyo'), ('new_york', 'America/New_York');
INSERT INTO motcua.shift (calendar, opens, closes) VALUES
    ('e6', '07:30', '11:30'), ('e6', '13:30', '17:00');
INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES
    ('ngay_le', '2025-06-06', 'off'), ('ngay_le', '2025-06-07', 'work');

-- ---- worked cases, in both forms of a calendar, both column types, three sessions ----
-- Return the distinct wall times that all forms answer. There is one if they agree.
CREATE FUNCTION pg_temp.added(at timestamp, amount interval, calendar text, zone text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    value motcua.work_calendar := motcua.calendar_value(calendar);
    instant timestamptz := at AT TIME ZONE 'Asia/Ho_Chi_Minh';
BEGIN
    PERFORM set_config('timezone', zone, true);
    RETURN (SELECT string_agg(DISTINCT to_char(t, 'YYYY-MM-DD HH24:MI:SS'), ', ') FROM unnest(ARRAY[
        motcua.add_working_time(at, amount, calendar), motcua.add_working_time(at, amount, value),
        motcua.add_working_time(instant, amount, calendar) AT TIME ZONE 'Asia/Ho_Chi_Minh',
        motcua.add_working_time(instant, amount, value) AT TIME ZONE 'Asia/Ho_Chi_Minh']) AS t);
END $$;
SELECT is(pg_temp.added(at, amount, c, zone), due, format('%s in a session of %s', what, zone))
FROM (VALUES ('E6', 'e6', timestamp '2021-03-15 15:00', interval '8 hours', '2021-03-16 15:30:00'),
             ('E7', 'e6', '2021-03-20 09:00', '4 hours', '2021-03-22 11:30:00'),
             ('E7', 'vn', '2021-03-20 09:00', '4 hours', '2021-03-22 11:30:00'),
             ('E11', 'vn', '2021-03-15 15:00', '8 hours', '2021-03-16 15:00:00'),
             ('E11 back', 'vn', '2021-03-16 15:00', '-8 hours',
              '2021-03-15 15:00:00')) AS e (what, c, at, amount, due),
     unnest(ARRAY['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York']) AS zone;

-- ---- cases of 2025 and 2026, by hand and by a walk over minutes ----
-- Another program gets some of them wrong.
CREATE TEMP TABLE hand (what text, c text, at timestamp, amount interval, due timestamp);
INSERT INTO hand VALUES
    ('received on a make-up Saturday, 2 days of 8 hours', 'vn', '2025-04-26 08:00', '16:00',
     '2025-04-29 08:00'),
    ('received after hours before a make-up Saturday', 'vn', '2025-04-25 18:00', '8:00',
     '2025-04-26 17:00'),
    ('a make-up Saturday on the way', 'vn', '2025-04-25 09:00', '16:00', '2025-04-28 09:00'),
    ('20 days across it, from Friday evening', 'vn', '2025-04-11 18:00', '160:00',
     '2025-05-13 17:00'),
    ('a make-up Saturday right after a holiday Friday', 'ngay_le', '2025-06-05 09:00', '8:00',
     '2025-06-07 09:00'),
    ('received on a holiday', 'vn', '2025-04-30 10:00', '8:00', '2025-05-05 17:00'),
    ('received on a holiday at midnight', 'vn', '2025-09-02 00:00', '0:01', '2025-09-03 07:31'),
    ('received on a Saturday holiday', 'sang_bay', '2025-06-14 08:00', '4:00', '2025-06-16 11:30'),
    ('250 days of 8 hours', 'vn', '2025-01-02 07:30', '2000:00', '2025-12-31 17:00'),
    ('260 days', 'vn', '2025-01-02 07:30', '2080:00', '2026-01-15 17:00'),
    ('300 days', 'vn', '2025-01-02 07:30', '2400:00', '2026-03-19 17:00'),
    ('250 days back', 'vn', '2025-12-31 17:00', '-2000:00', '2025-01-02 07:30'),
    ('7-hour office, 5 days of 8 hours', 'bay_gio', '2025-03-03 09:00', '40:00',
     '2025-03-10 16:00'),
    ('7-hour office, 5 of its own days', 'bay_gio', '2025-03-03 09:00', '35:00',
     '2025-03-10 09:00'),
    ('07:55 + 7.75 hours, two hours of lunch', 'trua', '2025-03-03 07:55', '7:45',
     '2025-03-04 07:40'),
    ('07:55 + 7.75 hours', 'vn', '2025-03-03 07:55', '7:45', '2025-03-04 07:40'),
    ('08:01 + 0.25 hours', 'vn', '2025-03-03 08:01', '0:15', '2025-03-03 08:16'),
    ('09:01 + a day, not rounded to a quarter', 'vn', '2025-03-03 09:01', '8:00',
     '2025-03-04 09:01'),
    ('received at lunch', 'trua', '2025-03-03 12:00', '1:00', '2025-03-03 14:30'),
    ('received before opening', 'vn', '2025-03-03 06:00', '1:00', '2025-03-03 08:30'),
    ('done at a closing', 'vn', '2025-03-03 09:30', '2:00', '2025-03-03 11:30'),
    ('back to an opening', 'vn', '2025-03-03 14:00', '-1:00', '2025-03-03 13:00'),
    ('back from out of hours', 'vn', '2025-03-08 10:00', '-1:00', '2025-03-07 16:00'),
    ('nothing to add, out of hours', 'vn', '2025-03-08 10:00', '0:00', '2025-03-08 10:00'),
    ('Saturday morning office', 'sang_bay', '2025-06-06 16:00', '4:00', '2025-06-07 10:30'),
    ('Saturday morning office, on into Monday', 'sang_bay', '2025-06-07 10:00', '4:00',
     '2025-06-09 10:00'),
    ('Saturday desk: the time does not run', 'quay', '2025-06-13 16:30', '1:00',
     '2025-06-16 08:00'),
    ('received at a Saturday desk', 'quay', '2025-06-14 08:00', '1:00', '2025-06-16 08:30'),
    ('Saturday desk on a make-up Saturday: Monday''s hours', 'quay', '2025-06-07 10:30', '2:00',
     '2025-06-07 14:00'),
    ('make-up Saturday with hours of its own', 'lam_bu', '2025-04-26 08:00', '5:00',
     '2025-04-26 16:00'),
    ('then Monday', 'lam_bu', '2025-04-26 08:00', '5:01', '2025-04-28 07:31'),
    ('Huế, 31 March 2026', 'hue', '2026-03-31 11:00', '2:00', '2026-03-31 14:30'),
    ('Huế, 1 April 2026', 'hue', '2026-04-01 11:00', '2:00', '2026-04-01 15:00'),
    ('Huế, 30 September 2026', 'hue', '2026-09-30 17:00', '1:00', '2026-10-01 08:00'),
    ('Huế, 1 October 2026', 'hue', '2026-10-01 17:00', '1:00', '2026-10-02 08:30'),
    ('Huế before 2026', 'hue', '2025-06-03 11:00', '2:00', '2025-06-03 14:30'),
    ('Huế, the make-up Saturday of August', 'hue', '2026-08-22 11:00', '2:00', '2026-08-22 15:00'),
    ('six days, Saturday as a Monday in summer', 'sau_ngay_hue', '2026-05-16 11:00', '2:00',
     '2026-05-16 15:00'),
    ('Fridays of its own', 'sau_ngay_hue', '2026-05-15 14:00', '2:00', '2026-05-16 08:30'),
    ('local work on a Sunday', 'tho', '2026-05-17 16:00', '2:00', '2026-05-18 08:30'),
    ('local work on Tết', 'tho', '2026-02-16 09:00', '8:00', '2026-02-17 17:00');
SELECT is(motcua.add_working_time(at, amount, c), due, what) FROM hand;
SELECT is((SELECT string_agg(what, '; ') FROM hand WHERE c NOT IN ('ngay_le')
             AND pg_temp.walk(c, at, extract(epoch FROM amount)::int / 60) IS DISTINCT FROM due),
          NULL, 'the walk over minutes gives the same due dates');

-- Pauses and delays may begin and end at any moment.
SELECT is(motcua.working_time_between(a, b, c), d, format('%s to %s, %s', a, b, c))
FROM (VALUES ('trua', timestamp '2025-03-03 09:00', timestamp '2025-03-05 17:30', interval '22:30'),
             ('vn', '2025-03-07 18:00', '2025-03-10 06:00', '0:00'),
             ('vn', '2025-03-07 16:30', '2025-03-10 07:45', '0:45'),
             ('vn', '2025-03-08 09:00', '2025-03-09 09:00', '0:00'),
             ('vn', '2025-03-03 11:45', '2025-03-03 12:45', '0:00'),
             ('vn', '2025-03-03 17:00', '2025-03-04 07:30', '0:00'),
             ('vn', '2025-03-05 17:30', '2025-03-03 09:00', '-22:30'),
             ('vn', '2025-04-25 12:00', '2025-05-05 12:00', '32:00'),
             ('quay', '2025-06-14 07:00', '2025-06-14 12:00', '0:00'),
             ('bay_gio', '2025-03-03 00:00', '2025-03-09 00:00', '35:00'),
             ('vn', '2025-01-01', '2026-01-01', '2000:00')) AS x (c, a, b, d);

-- ---- moments ----
CREATE FUNCTION pg_temp.moments(c text, VARIADIC at timestamp[]) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(CASE WHEN motcua.is_working_moment(a, c) THEN 'in'
                           ELSE to_char(motcua.next_working_moment(a, c), 'DD HH24:MI:SS.US') END,
                      ', ' ORDER BY i)
    FROM unnest(at) WITH ORDINALITY AS x (a, i)
    WHERE motcua.is_working_moment(a, c) = (motcua.next_working_moment(a, c) = a)
$$;
SELECT is(pg_temp.moments('vn', '2025-03-03 07:30', '2025-03-03 07:29:59.999999',
                          '2025-03-03 11:29:59.999999', '2025-03-03 11:30', '2025-03-03 17:00',
                          '2025-03-07 17:00'),
          'in, 03 07:30:00.000000, in, 03 13:00:00.000000, 04 07:30:00.000000, 10 07:30:00.000000',
          'an opening is working time and a closing is not');
SELECT is(pg_temp.moments('quay', '2025-06-14 08:00', '2025-06-07 08:00', '2025-06-07 12:00',
                          '2025-06-07 16:00', '2025-06-06 08:00'),
          '16 07:30:00.000000, in, 07 13:00:00.000000, in, 07 07:30:00.000000',
          'a Saturday desk has no working time unless the Saturday works');
SELECT is(pg_temp.moments('hue', '2026-09-30 17:15', '2026-10-01 17:15', '2026-10-01 13:15',
                          '2026-09-30 13:15'),
          'in, 02 07:30:00.000000, in, 30 13:30:00.000000',
          'Huế turns to winter hours on 1 October');

-- ---- the microsecond ----
SELECT is(motcua.add_working_time(timestamp '2025-03-03 11:29:59.999999', '0.000001', 'vn'),
          '2025-03-03 11:30', 'the last microsecond before a closing can be added');
SELECT is(motcua.add_working_time(timestamp '2025-03-03 11:29:59.999999', '0.000002', 'vn'),
          '2025-03-03 13:00:00.000001', 'one microsecond more is after lunch');
SELECT is(motcua.add_working_time(timestamp '2025-03-03 13:00:00.000001', '-0.000002', 'vn'),
          '2025-03-03 11:29:59.999999', 'one microsecond back is before the closing');

-- ---- another time zone ----
SET LOCAL timezone = 'UTC';
SELECT is(motcua.next_working_moment(timestamptz '2025-03-03 00:00+09', 'tokyo'),
          '2025-03-03 07:30+09', 'the office opens by the clock of its zone');
SELECT is(motcua.add_working_time(timestamptz '2025-03-03 16:00+09', '2:00', 'tokyo'),
          '2025-03-04 08:30+09', 'working time is counted by the clock of the zone');
SELECT is(motcua.add_working_time(timestamptz '2025-03-03 16:00+09', '2:00',
                                  motcua.calendar_value('tokyo')),
          '2025-03-04 08:30+09', 'a calendar by value gives the same');
SELECT is(motcua.add_working_time(timestamp '2025-03-03 16:00', '2:00', 'tokyo'),
          '2025-03-04 08:30', 'a timestamp is wall time of the office');
SELECT is(motcua.add_working_time(timestamptz '2026-03-06 16:00-05', '2:00', 'new_york'),
          '2026-03-09 08:30-04', 'working time is added across a change to summer time');
SELECT is(motcua.working_time_between('2026-03-06 16:00-05', '2026-03-09 08:30-04'::timestamptz,
                                      'new_york'),
          '2:00', 'working time is measured across a change to summer time');
SELECT is(
    (SELECT count(*)
     FROM generate_series(0, 3000) AS i,
          unnest(ARRAY['tokyo', 'new_york'],
                 ARRAY['Asia/Tokyo', 'America/New_York']) AS z (c, zone),
          LATERAL (SELECT timestamptz '2025-02-01 00:00+00'
                          + i * interval '3 hours 17 minutes') AS t (at)
     WHERE motcua.add_working_time(at, interval '0:01:07' * (i % 1000 - 500),
                                   c) IS DISTINCT FROM motcua.add_working_time(
               at AT TIME ZONE zone, interval '0:01:07' * (i % 1000 - 500), c) AT TIME ZONE zone
        OR motcua.is_working_moment(
            at, c) <> motcua.is_working_moment(at AT TIME ZONE 'Asia/Ho_Chi_Minh', c)
        OR motcua.is_working_moment(at, c)
               <> (motcua.next_working_moment(at AT TIME ZONE zone, c) = at AT TIME ZONE zone)),
    0::bigint, 'instants are converted to wall time of the zone and back');
SELECT throws_ok($$INSERT INTO motcua.calendar (name, time_zone) VALUES ('sao_hoa', 'Mars/Base')$$,
                 '22023',
                 'time zone "Mars/Base" of calendar "sao_hoa" is not recognized',
                 'an unknown time zone is refused');

-- ---- NULL, infinity, limits ----
SELECT is((SELECT count(*)
           FROM (SELECT motcua.calendar_value('vn') AS v) AS c,
                LATERAL (VALUES
                    (motcua.add_working_time(NULL::timestamp, '1:00')::text),
                    (motcua.add_working_time(timestamptz '2025-03-03', NULL)::text),
                    (motcua.next_working_moment(NULL::timestamptz)::text),
                    (motcua.is_working_moment(NULL::timestamp)::text),
                    (motcua.working_time_between(NULL, timestamp '2025-03-03')::text),
                    (motcua.working_time_between(timestamptz '2025-03-03', NULL)::text),
                    (motcua.add_working_time(NULL::timestamptz, '1:00', v)::text),
                    (motcua.add_working_time(timestamp '2025-03-03', NULL, v)::text),
                    (motcua.next_working_moment(NULL::timestamp, v)::text),
                    (motcua.is_working_moment(timestamp '2025-03-03',
                                              NULL::motcua.work_calendar)::text),
                    (motcua.working_time_between(NULL, timestamptz '2025-03-03', v)::text)) AS n (x)
           WHERE x IS NOT NULL),
          0::bigint, 'NULL arguments give NULL');
SET LOCAL motcua.calendar = 'bay_gio';
SELECT is(ARRAY[motcua.add_working_time(timestamp '2025-03-03 07:30', '1:00'),
                motcua.add_working_time(timestamp '2025-03-03 07:30', '1:00', NULL),
                motcua.next_working_moment(timestamp '2025-03-03 07:30')],
          ARRAY['2025-03-03 09:00', '2025-03-03 09:00', '2025-03-03 08:00']::timestamp[],
          'without a calendar the setting is used');
SET LOCAL motcua.calendar = 'vn';
SELECT is(ARRAY[motcua.add_working_time('infinity'::timestamp, '1:00'),
                motcua.add_working_time('-infinity'::timestamp, '-1:00'),
                motcua.next_working_moment('infinity'::timestamp)],
          ARRAY['infinity', '-infinity', 'infinity']::timestamp[],
          'infinite timestamps stay infinite');
SELECT is(ARRAY[motcua.add_working_time('infinity'::timestamptz, '-1:00', 'tokyo'),
                motcua.add_working_time('-infinity'::timestamptz, '1:00'),
                motcua.next_working_moment('-infinity'::timestamptz)],
          ARRAY['infinity', '-infinity', '-infinity']::timestamptz[],
          'infinite timestamptz stay infinite');
SELECT throws_ok(format('SELECT motcua.%s', call),
                 '22023',
                 format('amount of working time "%s" has days or months', amount),
                 call)
FROM (VALUES
    ($$add_working_time(timestamp '2025-03-03', '1 day')$$, '1 day'),
    ($$add_working_time(timestamptz '2025-03-03', '1 month')$$, '1 mon'),
    ($$add_working_time(timestamp '2025-03-03', '1 week -3 hours', motcua.calendar_value())$$,
     '7 days -03:00:00')) AS v (call, amount);
SELECT throws_ok(format('SELECT motcua.%s', call),
                 '22008',
                 message || ' calendar "vn", which covers 1990-01-01 to 2100-12-31',
                 call)
FROM (VALUES
    ($$is_working_moment('infinity'::timestamp)$$, 'time "infinity" is outside'),
    ($$working_time_between('-infinity', timestamptz '2025-03-03')$$,
     'time "-infinity" is outside'),
    ($$is_working_moment(timestamp '1989-12-31 23:59:59.999999')$$,
     'time "1989-12-31 23:59:59" is outside'),
    ($$is_working_moment(timestamptz '1990-01-01 00:00+08')$$,
     'time "1989-12-31 23:00:00" is outside'),
    ($$next_working_moment(timestamp '2101-01-01 00:00:00.000001')$$,
     'time "2101-01-01 00:00:00" is outside'),
    ($$add_working_time(timestamp '2100-12-31 16:00', '1:00:00.000001')$$,
     'working time from "2100-12-31 16:00:00" leaves'),
    ($$add_working_time(timestamp '2025-03-03 08:00', '-2000000:00')$$,
     'working time from "2025-03-03 08:00:00" leaves'),
    ($$next_working_moment(timestamp '2100-12-31 17:00')$$,
     'working time from "2100-12-31 17:00:00" leaves'),
    ($$working_time_between(timestamp '2025-03-03', '2101-01-02')$$,
     'time "2101-01-02 00:00:00" is outside')) AS e (call, message);
SELECT throws_ok(format('SELECT motcua.is_working_moment(timestamptz %L, %L)', at, c),
                 '22008', NULL, format('the ends of time: %s, %s', at, c))
FROM unnest(ARRAY['294276-12-31 23:59:59.999999+00', '4714-11-24 00:00+00 BC']) AS at,
     unnest(ARRAY['vn', 'tokyo', 'new_york']) AS c;
SELECT is(motcua.add_working_time(timestamp '2100-12-31 16:00', '1:00'),
          '2100-12-31 17:00', 'the last hour of the coverage can be reached');

-- ---- named notation ----
SELECT is(ARRAY[motcua.add_working_time(calendar => 'vn', amount => '1:00',
                                        at => timestamp '2025-03-03 08:00')::text,
                motcua.working_time_between(until => timestamp '2025-03-03 09:00',
                                            since => '2025-03-03 08:00', calendar => 'vn')::text,
                motcua.next_working_moment(calendar => motcua.calendar_value('vn'),
                                           at => timestamp '2025-03-03 08:00')::text,
                motcua.is_working_moment(at => timestamp '2025-03-03 08:00')::text,
                motcua.add_working_time(calendar => motcua.calendar_value('vn'), amount => '1:00',
                                        at => timestamptz '2025-03-03 08:00+07')::text],
          ARRAY['2025-03-03 09:00:00', '01:00:00', '2025-03-03 08:00:00', 'true',
                '2025-03-03 02:00:00+00'],
          'the functions can be called in named notation');

SELECT * FROM finish();
ROLLBACK;

-- Test working time against a walk over minutes of work, on random cases, and to the microsecond.
\ir ../setup.psql
\ir working_minutes.psql
SELECT plan(10);

SELECT is((SELECT count(DISTINCT calendar) FROM counting),
          10::bigint, 'there are ten calendars, two of them shipped');
SELECT results_eq(
    $$SELECT calendar COLLATE "default", count(*) FILTER (WHERE minute < '2026-01-01'),
             count(*) FILTER (WHERE minute >= '2026-01-01')
      FROM counting WHERE calendar IN ('vn', 'bay_gio') GROUP BY 1 ORDER BY 1$$,
    $$VALUES ('bay_gio', 250 * 420::bigint, 249 * 420 + 0::bigint),
             ('vn', 250 * 480::bigint, 249 * 480::bigint)$$,
    'the minutes of a year are the sum of those of its working days');

SELECT setseed(0.2026);
CREATE TEMP TABLE random_case AS
SELECT i, c.name,
       timestamp '2025-04-01' + interval '1 minute' * floor(random() * 60 * 24 * 500) AS at,
       (floor(random() * CASE i % 3
                              WHEN 0 THEN 500
                              WHEN 1 THEN 5000
                              ELSE 24000 END) * (i % 2 * 2 - 1))::int AS minutes
FROM generate_series(1, 10000) AS i
JOIN (SELECT name, row_number() OVER (ORDER BY name) - 1 AS k
      FROM motcua.calendars) AS c ON c.k = i / 2 % 10;
CREATE TEMP TABLE walked AS
SELECT r.*, pg_temp.walk(name, at, minutes) AS target, lead(at, 1, at) OVER (ORDER BY i) AS other
FROM random_case AS r;
CREATE TEMP TABLE value AS SELECT name, motcua.calendar_value(name) AS value FROM motcua.calendars;
SELECT is((SELECT count(*) || ' ' || (min(minutes) < -20000 AND max(minutes) > 20000)::text
           FROM walked WHERE target IS NOT NULL),
          '10000 true', 'every walk arrives');

SET LOCAL timezone = 'America/New_York';
SELECT is(
    (SELECT count(*)
     FROM walked
     WHERE motcua.add_working_time(at, make_interval(mins => minutes),
                                   name) IS DISTINCT FROM target),
    0::bigint, 'add_working_time of a timestamp, by name, agrees with the walk in both directions');
SELECT is(
    (SELECT count(*) FROM walked JOIN value USING (name)
     WHERE motcua.add_working_time(at AT TIME ZONE 'Asia/Ho_Chi_Minh',
                                   make_interval(mins => minutes),
                                   value) IS DISTINCT FROM target AT TIME ZONE 'Asia/Ho_Chi_Minh'),
    0::bigint, 'add_working_time of a timestamptz, by value, agrees in a session of another zone');
SELECT is(
    (SELECT count(*) FROM walked JOIN value USING (name)
     WHERE motcua.working_time_between(at, other, name) IS DISTINCT FROM make_interval(
               mins => pg_temp.before(name, other) - pg_temp.before(name, at))
        OR motcua.working_time_between(
            at AT TIME ZONE 'Asia/Ho_Chi_Minh', other AT TIME ZONE 'Asia/Ho_Chi_Minh',
            value) IS DISTINCT FROM motcua.working_time_between(at, other, name)),
    0::bigint, 'working_time_between agrees with the walk, whichever moment is first');
SELECT is((SELECT count(*)
           FROM walked
           WHERE motcua.next_working_moment(at, name) IS DISTINCT FROM pg_temp.nth(
                     name, pg_temp.before(name, at) + 1)
              OR motcua.is_working_moment(at, name) IS DISTINCT FROM EXISTS (
                  SELECT FROM counting AS c WHERE c.calendar = name AND c.minute = at)),
          0::bigint, 'next_working_moment and is_working_moment agree with the walk');

-- These are odd amounts from odd moments, to test the microsecond.
CREATE TEMP TABLE odd AS
SELECT i, name, at + interval '1 microsecond' * floor(random() * 60000000) AS at,
       interval '1 microsecond' * (floor(random() * 1e11) * 2 + 1) * (i % 2 * 2 - 1) AS amount
FROM random_case;
CREATE TEMP TABLE added AS
SELECT o.*, motcua.add_working_time(at, amount, name) AS target
FROM odd AS o;
SELECT is((SELECT count(*)
           FROM added
           WHERE motcua.working_time_between(at, target, name) IS DISTINCT FROM amount),
          0::bigint,
          'the time between is the time added, to the microsecond');
SELECT is(
    (SELECT count(*) FROM added
     WHERE motcua.add_working_time(motcua.add_working_time(at, amount / 3, name),
                                   amount - amount / 3, name) IS DISTINCT FROM target),
    0::bigint, 'two steps arrive where one does, to the microsecond');
SELECT is(
    (SELECT count(*)
     FROM added
     WHERE motcua.working_time_between(target, at, name) IS DISTINCT FROM -amount
        OR motcua.working_time_between(at, target + interval '1 microsecond' * (i % 2 * -2 + 1),
                                       name) = amount),
    0::bigint, 'the moment is the earliest (going back: the latest) with that much time between');

SELECT * FROM finish();
ROLLBACK;

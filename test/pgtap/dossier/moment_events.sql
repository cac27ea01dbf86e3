-- Test the moments of events and of as_of, of each type and in each session. What happens on a day
-- without an hour happens at the beginning of the day. An end and a new due date are at its end.
\ir ../setup.psql
SELECT plan(22);

-- Return the first column of a query's answer in a session of this zone, as text, or its SQLSTATE.
CREATE FUNCTION pg_temp.answer(query text, zone text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
    PERFORM set_config('timezone', zone, true);
    EXECUTE query INTO answer;
    RETURN answer;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE;
END $$;
CREATE TEMP TABLE session AS
SELECT unnest(ARRAY['Asia/Ho_Chi_Minh', 'UTC', 'America/New_York', 'Asia/Tokyo']) AS zone;

-- This is a moment of 5 March before seven, when it is still the 4th in UTC, and the day of that
-- moment.
CREATE TEMP TABLE spelling (type text, day text, exact text);
INSERT INTO spelling VALUES
    ('date', $$date '2026-03-05'$$, NULL),
    ('timestamp', NULL, $$timestamp '2026-03-05 06:30'$$),
    ('timestamptz', NULL, $$timestamptz '2026-03-04 23:30Z'$$),
    ('text', $$text '05/03/2026'$$, $$text '2026-03-05 06:30'$$),
    ('varchar', $$'2026-03-05'::varchar$$, $$'2026-03-04T23:30Z'::varchar$$),
    ('character', $$'2026-03-05'::character(20)$$, $$'5/3/2026 06:30'::character(20)$$),
    ('literal', $$'2026-03-05 +07'$$, $$'2026-03-05 06:30+07'$$);

-- These are calls with one moment, and what they answer for the day and for the exact moment. A
-- text form of a dossier names every moment with its offset.
CREATE TEMP TABLE call (name text, call text, of_day text, of_exact text);
INSERT INTO call VALUES
    ('dossier', $$motcua.dossier(%s, '5 ngày làm việc')$$,
     '{"received_at": "2026-03-05T00:00:00+07:00", "time_limit": "5 ngày làm việc", '
     '"first_due_at": "2026-03-12T17:00:00+07:00", "events": []}',
     '{"received_at": "2026-03-05T06:30:00+07:00", "time_limit": "5 ngày làm việc", '
     '"first_due_at": "2026-03-12T17:00:00+07:00", "events": []}'),
    ('dossier_of, received', $$motcua.received_at(motcua.dossier_of(%s, NULL))
                               AT TIME ZONE 'Asia/Ho_Chi_Minh'$$,
     '2026-03-05 00:00:00', '2026-03-05 06:30:00'),
    ('dossier_of, due', $$motcua.due_at(motcua.dossier_of('2026-03-02', %s))
                          AT TIME ZONE 'Asia/Ho_Chi_Minh'$$,
     '2026-03-05 23:59:59.999999', '2026-03-05 06:30:00'),
    ('dossier_of, ended', $$motcua.ended_at(motcua.dossier_of('2026-03-02', NULL, %s))
                            AT TIME ZONE 'Asia/Ho_Chi_Minh'$$,
     '2026-03-05 23:59:59.999999', '2026-03-05 06:30:00'),
    ('pause', $$(motcua.pause(d.open, %s))::jsonb #>> '{events,0,at}'$$,
     '2026-03-05T00:00:00+07:00', '2026-03-05T06:30:00+07:00'),
    ('resume', $$(motcua.resume(d.paused, %s, 'subtract'))::jsonb #>> '{events,1,at}'$$,
     '2026-03-05T00:00:00+07:00', '2026-03-05T06:30:00+07:00'),
    ('reappoint, at', $$(motcua.reappoint(d.open, %s, '2026-03-20'))::jsonb #>> '{events,0,at}'$$,
     '2026-03-05T00:00:00+07:00', '2026-03-05T06:30:00+07:00'),
    ('reappoint, new_due', $$(motcua.reappoint(d.open, '2026-03-03', %s))::jsonb
                             #>> '{events,0,due_at}'$$,
     '2026-03-05T23:59:59.999999+07:00', '2026-03-05T06:30:00+07:00'),
    ('dossier_agg', $$(SELECT motcua.dossier_agg(e.at, e.event, NULL)::jsonb #>> '{events,0,at}'
                       FROM (SELECT '2026-03-02', 'receive'
                             UNION ALL SELECT (%s)::motcua.moment, 'pause') AS e (at, event))$$,
     '2026-03-05T00:00:00+07:00', '2026-03-05T06:30:00+07:00'),
    ('paused_time', $$motcua.paused_time(d.paused, %s)$$, '71:59:59.999999', '54:30:00'),
    ('time_left', $$motcua.time_left(d.open, %s, calendar => 'vn')$$, '16:00:00', '24:00:00'),
    ('vn_date', 'motcua.vn_date(%s)', '2026-03-05', '2026-03-05'),
    ('working_time_between', $$motcua.working_time_between('2026-03-02', %s, 'vn')$$,
     '24:00:00', '24:00:00'),
    ('is_working_moment', $$motcua.is_working_moment(%s, 'vn')$$, 'false', 'false');
INSERT INTO call
SELECT transition, format($$(motcua.%s(d.open, %%s))::jsonb #>> '{events,0,at}'$$, transition),
       '2026-03-05T23:59:59.999999+07:00', '2026-03-05T06:30:00+07:00'
FROM unnest(ARRAY['resolve', 'withdraw', 'refuse', 'stop']) AS transition;

CREATE TEMP TABLE answered AS
SELECT c.name, s.zone, t.type, k.kind, k.expected,
       pg_temp.answer('SELECT ' || format(c.call, k.spelt) ||
                      $$ FROM (SELECT o AS open, motcua.pause(o, '2026-03-03') AS paused
                               FROM motcua.dossier_of('2026-03-02', '2026-03-09') AS o) AS d$$,
                      s.zone) AS answer
FROM call AS c, session AS s, spelling AS t,
     LATERAL (VALUES ('day', t.day, c.of_day), ('exact', t.exact, c.of_exact))
         AS k (kind, spelt, expected)
WHERE k.spelt IS NOT NULL;
SELECT is((SELECT string_agg(DISTINCT concat_ws(' ', a.kind, a.type, a.zone, a.answer), '; ')
           FROM answered AS a WHERE a.name = c.name AND a.answer IS DISTINCT FROM a.expected),
          NULL, format('%s: a day and a moment of each type in each session', c.name))
FROM call AS c;
SELECT is((SELECT count(*) FROM answered), 18 * 4 * 11::bigint, 'all calls were made');

-- ---- as_of of verdicts ----
CREATE TEMP TABLE verdict AS
SELECT s.zone, t.type, e.at, k.kind,
       pg_temp.answer(format($$SELECT motcua.outcome(d, %1$s, 'original', 'instant') || ' '
                                   || motcua.days_late(d, %1$s, calendar => 'vn')
                             FROM motcua.dossier_of('2026-03-02', %2$L) AS d$$, k.spelt, e.at),
                      s.zone) AS answer
FROM session AS s, spelling AS t, (VALUES ('2026-03-04'), ('2026-03-05'), ('2026-03-05 06:29'),
                                          ('2026-03-05 06:30'), ('2026-03-05 08:00')) AS e (at),
     LATERAL (VALUES ('day', t.day), ('exact', t.exact)) AS k (kind, spelt)
WHERE k.spelt IS NOT NULL;
SELECT is((SELECT string_agg(DISTINCT format('due %s, %s: %s', at, kind, answer), E'\n'
                             ORDER BY format('due %s, %s: %s', at, kind, answer)) FROM verdict),
          'due 2026-03-04, day: overdue 1
due 2026-03-04, exact: overdue 1
due 2026-03-05 06:29, day: in_time 0
due 2026-03-05 06:29, exact: overdue 0
due 2026-03-05 06:30, day: in_time 0
due 2026-03-05 06:30, exact: in_time 0
due 2026-03-05 08:00, day: in_time 0
due 2026-03-05 08:00, exact: in_time 0
due 2026-03-05, day: in_time 0
due 2026-03-05, exact: in_time 0',
          'outcome and days_late are right as of a moment of each type in each session');

-- ---- what returns the type that it is given ----
CREATE TEMP TABLE returned AS
SELECT c.name, s.zone, t.type, k.kind,
       pg_temp.answer('SELECT r || '' '' || pg_typeof(r) FROM (SELECT ' || format(c.call, k.spelt)
                      || ' AS r) AS x', s.zone) AS answer
FROM session AS s, spelling AS t,
     (VALUES ('due_at', $$motcua.due_at(%s, '1 ngày làm việc', 'vn')$$),
             ('due_at by value', $$motcua.due_at(%s, '1wd', motcua.calendar_value('vn'))$$),
             ('add_working_time', $$motcua.add_working_time(%s, '2:00', 'vn')$$),
             ('next_working_moment', $$motcua.next_working_moment(%s, 'vn')$$)) AS c (name, call),
     LATERAL (VALUES ('day', t.day), ('exact', t.exact)) AS k (kind, spelt)
WHERE k.spelt IS NOT NULL;
SELECT is((SELECT string_agg(DISTINCT format('%s: %s', name, answer), E'\n'
                             ORDER BY format('%s: %s', name, answer))
           FROM returned WHERE type <> 'timestamptz'),
          'add_working_time: 2026-03-05 09:30:00 timestamp without time zone
due_at by value: 2026-03-06 17:00:00 timestamp without time zone
due_at: 2026-03-06 17:00:00 timestamp without time zone
next_working_moment: 2026-03-05 07:30:00 timestamp without time zone',
          'for a day, a wall time and a text the answer is a timestamp, the same in every session');
SELECT is((SELECT string_agg(format('%s: %s', name, answer), E'\n' ORDER BY name)
           FROM returned WHERE type = 'timestamptz' AND zone = 'UTC'),
          'add_working_time: 2026-03-05 02:30:00+00 timestamp with time zone
due_at: 2026-03-06 10:00:00+00 timestamp with time zone
due_at by value: 2026-03-06 10:00:00+00 timestamp with time zone
next_working_moment: 2026-03-05 00:30:00+00 timestamp with time zone',
          'for an instant the answer is an instant');

SELECT * FROM finish();
ROLLBACK;

-- Test that calendars by name, by default and by value agree, the forms of the value, and errors.
\ir ../setup.psql
SELECT plan(50);

CREATE TEMP TABLE v (name text PRIMARY KEY, value motcua.work_calendar);
INSERT INTO v SELECT n, motcua.calendar_value(n) FROM unnest(ARRAY['vn', 'vn_statutory']) AS n;
CREATE TEMP TABLE day AS
SELECT g::date AS day
FROM generate_series(date '2010-02-01', date '2027-11-30', interval '1 day') AS g;

-- ---- three ways to name a calendar, one answer ----
-- Count the differences of each function between the name and the value of the same calendar.
CREATE FUNCTION pg_temp.differences()
    RETURNS TABLE (name text, what text, differences bigint, cases bigint)
LANGUAGE sql AS $$
    SELECT v.name, c.what, count(*) FILTER (WHERE NOT c.same), count(*)
    FROM v
    CROSS JOIN day, LATERAL (VALUES
        ('is_working_day',
         motcua.is_working_day(day, v.name) = motcua.is_working_day(day, v.value)),
        ('add_working_days', motcua.add_working_days(day, day - date '2019-01-01' >> 9, v.name)
                           = motcua.add_working_days(day, day - date '2019-01-01' >> 9, v.value)),
        ('working_days_between',
         motcua.working_days_between(day, '2019-02-05', v.name) = motcua.working_days_between(
             day, '2019-02-05', v.value)),
        ('bounds',
         motcua.working_days_between(day, '2019-02-05', v.name, '[)') = motcua.working_days_between(
             day, '2019-02-05', v.value, '[)')),
        ('next', motcua.next_working_day(day, v.name) = motcua.next_working_day(day, v.value)),
        ('previous',
         motcua.previous_working_day(day, v.name) = motcua.previous_working_day(day, v.value)),
        ('explain_day',
         motcua.explain_day(day, v.name) IS NOT DISTINCT FROM motcua.explain_day(day, v.value)),
        ('calendar_status',
         motcua.calendar_status(extract(year FROM day)::int, v.name) = motcua.calendar_status(
             extract(year FROM day)::int, v.value))
    ) AS c (what, same)
    GROUP BY 1, 2
$$;
SELECT results_eq(
    $$SELECT count(*), sum(differences), min(cases) FROM pg_temp.differences()$$,
    $$VALUES (16::bigint, 0::numeric, (SELECT count(*) FROM day))$$,
    'every function answers alike by name and by value');
SELECT is(
    (SELECT count(*)
     FROM v, generate_series(2010, 2027) AS y,
          LATERAL ((TABLE v LIMIT 0)
                   UNION ALL SELECT NULL, NULL
                   WHERE EXISTS (
                       (SELECT *
                        FROM motcua.days_off(y, v.name)
                        EXCEPT ALL SELECT *
                        FROM motcua.days_off(y, v.value))
                       UNION ALL (SELECT *
                                  FROM motcua.days_off(y, v.value)
                                  EXCEPT ALL SELECT *
                                  FROM motcua.days_off(y, v.name)))) AS x),
    0::bigint, 'days_off answers alike by name and by value');

-- Count the differences of each function between no calendar, NULL, and the named one.
CREATE FUNCTION pg_temp.default_differences(name text) RETURNS bigint LANGUAGE sql AS $$
    SELECT count(*)
    FROM day
    WHERE NOT (
        motcua.is_working_day(day) = motcua.is_working_day(day, name)
        AND motcua.is_working_day(day, NULL) = motcua.is_working_day(day, name)
        AND motcua.add_working_days(day, 7) = motcua.add_working_days(day, 7, name)
        AND motcua.working_days_between(day, '2019-02-05') = motcua.working_days_between(
            day, '2019-02-05', name)
        AND motcua.working_days_between(
            day, '2019-02-05',
            bounds => '[]') = motcua.working_days_between(day, '2019-02-05', name, '[]')
        AND motcua.next_working_day(day) = motcua.next_working_day(day, name)
        AND motcua.previous_working_day(day) = motcua.previous_working_day(day, name)
        AND motcua.explain_day(day) IS NOT DISTINCT FROM motcua.explain_day(day, name))
$$;
SELECT is(current_setting('motcua.calendar'), 'vn', 'the setting names vn');
SELECT is(pg_temp.default_differences('vn'), 0::bigint, 'without a calendar, vn is used');
SET LOCAL motcua.calendar = 'vn_statutory';
SELECT is(pg_temp.default_differences('vn_statutory'),
          0::bigint, 'without a calendar, the one that is set is used');
SELECT cmp_ok(pg_temp.default_differences('vn'),
              '>', 100::bigint, 'the comparison tells the calendars apart');
SELECT ok(motcua.calendar_value() OPERATOR(motcua.=) (SELECT value
                                                      FROM v WHERE name = 'vn_statutory'),
          'calendar_value() is the one that is set');
SELECT is((SELECT count(*) FROM motcua.days_off(2024) WHERE reason = 'swap'),
          0::bigint, 'days_off uses the setting');
SAVEPOINT s;
SET LOCAL motcua.calendar = 'vn';
SELECT is(motcua.is_working_day('2024-04-29'), false, 'a change of the setting is seen at once');
ROLLBACK TO s;
SELECT is(motcua.is_working_day('2024-04-29'), true, 'a rollback of the setting is seen at once');
SET LOCAL motcua.calendar = 'vn';

-- ---- the value ----
SELECT is((SELECT count(*) FROM v WHERE value::text::motcua.work_calendar OPERATOR(motcua.<>) value
             OR value::text::motcua.work_calendar::text <> value::text),
          0::bigint, 'the text form is read as the same value');
SELECT is((SELECT count(*)
           FROM v
           WHERE motcua.work_calendar_send(
               value::text::motcua.work_calendar) <> motcua.work_calendar_send(value)),
          0::bigint, 'the text form is read as the same bytes');
SELECT is((SELECT count(*)
           FROM v
           WHERE value::jsonb::motcua.work_calendar OPERATOR(motcua.<>) value),
          0::bigint, 'the jsonb form is read as the same value');
CREATE TEMP TABLE received_v (name text, value motcua.work_calendar);
\copy v to 'build/work_calendar.bin' (format binary)
\copy received_v from 'build/work_calendar.bin' (format binary)
SELECT is((SELECT count(*)
           FROM v JOIN received_v AS r USING (name)
           WHERE r.value OPERATOR(motcua.=) v.value AND r.value::text = v.value::text),
          2::bigint, 'the binary form is read as the same value');
SELECT is(ARRAY[value::jsonb ->> 'name', value::jsonb ->> 'since', value::jsonb ->> 'until',
                value::jsonb ->> 'decided', value::jsonb ->> 'work_week',
                value::jsonb ->> 'time_zone',
                value::jsonb ->> 'late_reception', value::jsonb ->> 'same_day_cutoff',
                value::jsonb ->> 'due_time', jsonb_array_length(value::jsonb -> 'shifts')::text,
                (SELECT count(*)
                 FROM jsonb_array_elements(value::jsonb -> 'days') AS d
                 WHERE d ->> 'day' BETWEEN '2010-01-01' AND '2026-12-31')::text],
          ARRAY['vn', '1990-01-01', '2100-12-31',
                (SELECT jsonb_agg(y) FROM generate_series(2010, 2026) AS y)::text, '1111100',
                'Asia/Ho_Chi_Minh',
                'next_working_day', '15:00', 'close', '2', '264'],
          'the text form says what the calendar is')
FROM v WHERE name = 'vn';
SELECT is((SELECT count(DISTINCT value)
           FROM (SELECT value
                 FROM v
                 UNION ALL SELECT value::text::motcua.work_calendar
                 FROM v) AS x),
          2::bigint, 'DISTINCT knows equal values');
SELECT is((SELECT array_agg(n ORDER BY n)
           FROM (SELECT count(*) AS n
                 FROM (SELECT value FROM v UNION ALL SELECT value FROM v WHERE name = 'vn') AS x
                 GROUP BY value) AS g),
          ARRAY[1, 2]::bigint[], 'GROUP BY knows equal values');
SET LOCAL search_path = public, motcua;
SELECT ok((SELECT value FROM v WHERE name = 'vn')
              IS DISTINCT FROM (SELECT value FROM v WHERE name = 'vn_statutory'),
          'IS DISTINCT FROM tells values apart');
SELECT ok(NOT (SELECT value FROM v WHERE name = 'vn') IS DISTINCT FROM motcua.calendar_value('vn'),
          'IS DISTINCT FROM knows equal values');
SET LOCAL search_path = public;
SELECT is((SELECT count(*) FROM v AS a, v AS b
           WHERE ((a.value OPERATOR(motcua.<) b.value)::int + (
                      a.value OPERATOR(
                          motcua.=) b.value)::int + (a.value OPERATOR(motcua.>) b.value)::int) <> 1
              OR (a.value OPERATOR(motcua.<=) b.value) <> NOT (a.value OPERATOR(motcua.>) b.value)
              OR (a.value OPERATOR(motcua.>=) b.value) <> NOT (a.value OPERATOR(motcua.<) b.value)
              OR (a.value OPERATOR(motcua.<>) b.value) <> (a.name <> b.name)),
          0::bigint, 'the comparison operators agree');

CREATE FUNCTION pg_temp.plan_of(query text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE plan json;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
    RETURN plan;
END $$;
SET LOCAL enable_mergejoin = off;
SET LOCAL enable_nestloop = off;
SELECT matches(pg_temp.plan_of('SELECT FROM v AS a JOIN v AS b ON a.value '
                               'OPERATOR(motcua.=) b.value')::text,
               'Hash Join', 'values can be hashed in a join');
SELECT is((SELECT count(*)
           FROM v AS a JOIN received_v AS b ON a.value OPERATOR(motcua.=) b.value
           WHERE a.name = b.name),
          2::bigint, 'a hash join finds equal values');
SET LOCAL enable_hashjoin = off;
SET LOCAL enable_mergejoin = on;
SELECT is((SELECT count(*)
           FROM v AS a JOIN received_v AS b ON a.value OPERATOR(motcua.=) b.value
           WHERE a.name = b.name),
          2::bigint, 'a merge join finds equal values');
RESET enable_nestloop;
RESET enable_hashjoin;

-- ---- in a generated column and an index ----
DO $$
BEGIN
    EXECUTE format($sql$CREATE TEMP TABLE promised (id int PRIMARY KEY, received date NOT NULL,
                                                    due date GENERATED ALWAYS AS (
                                                        motcua.add_working_days(
                                                            received, 5,
                                                            %L::motcua.work_calendar)) STORED)$sql$,
                   motcua.calendar_value('vn'));
    EXECUTE format('CREATE INDEX promised_working ON promised (motcua.add_working_days(received, '
                   '10, %L::motcua.work_calendar))',
                   motcua.calendar_value('vn'));
END $$;
INSERT INTO promised SELECT i, date '2012-01-01' + i FROM generate_series(1, 5000) AS i;
SELECT is((SELECT count(*)
           FROM promised
           WHERE due IS DISTINCT FROM motcua.add_working_days(received, 5, 'vn')),
          0::bigint, 'a generated column can use a calendar by value');
ANALYZE promised;
SET LOCAL enable_seqscan = off;
SELECT matches(
    pg_temp.plan_of(format('SELECT id FROM promised WHERE motcua.add_working_days(received, 10, '
                           '%L::motcua.work_calendar) = %L',
                           motcua.calendar_value('vn'),
                           '2015-03-10'))::text,
    'promised_working', 'an index by value is used');
RESET enable_seqscan;
SELECT is((SELECT count(*)
           FROM promised
           WHERE motcua.add_working_days(received, 10, 'vn') = '2015-03-10'),
          1::bigint, 'the index finds its row');

-- ---- more values than the cache keeps: work week and name change with i ----
CREATE TEMP TABLE many AS
SELECT i,
       (v.value::jsonb || jsonb_build_object(
            'name', 'c' || i, 'work_week', CASE WHEN i % 2 = 0 THEN '1111110' ELSE '1111100' END,
            'days',
            jsonb_build_array(jsonb_build_object('day', '2024-06-04', 'kind', 'off', 'reason',
                                                 'local', 'status', 'official', 'decided_by',
                                                 'c' || i))))::motcua.work_calendar AS value
FROM v, generate_series(1, 300) AS i WHERE v.name = 'vn_statutory';
SELECT is((SELECT count(*)
           FROM many AS m,
                generate_series(1, 3) AS round,
                LATERAL (VALUES (date '2024-06-01'), ('2024-06-03')) AS d (day)
           WHERE motcua.is_working_day(d.day, m.value) <> (d.day = '2024-06-03' OR i % 2 = 0)),
          0::bigint, '300 calendars in turn, used twice, give right answers');
SELECT is((SELECT count(*) FROM many AS a JOIN many AS b ON b.i = 301 - a.i
           WHERE motcua.is_working_day('2024-06-01',
                                       a.value) = motcua.is_working_day('2024-06-01', b.value)
              OR (motcua.explain_day('2024-06-04', a.value)).decided_by <> 'c' || a.i),
          0::bigint, 'one expression can use two calendars');

-- ---- errors ----
CREATE FUNCTION pg_temp.refused(query text, OUT state text, OUT message text, OUT hint text)
LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE query;
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT,
    hint = PG_EXCEPTION_HINT;
END $$;
SELECT throws_ok(format('SELECT motcua.%s', call), '22008', message, call)
FROM (VALUES
    ($$is_working_day('1989-12-31')$$,
     'date "1989-12-31" is outside calendar "vn", which covers 1990-01-01 to 2100-12-31'),
    ($$is_working_day('2101-01-01', 'vn_statutory')$$,
     'date "2101-01-01" is outside calendar "vn_statutory", which covers 1990-01-01 to 2100-12-31'),
    ($$is_working_day('infinity')$$,
     'date "infinity" is outside calendar "vn", which covers 1990-01-01 to 2100-12-31'),
    ($$add_working_days('2101-01-01', 1)$$,
     'date "2101-01-01" is outside calendar "vn", which covers 1990-01-01 to 2100-12-31'),
    ($$add_working_days('2100-12-31', 1)$$,
     '1 working days from date "2100-12-31" leave calendar "vn", '
     'which covers 1990-01-01 to 2100-12-31'),
    ($$add_working_days('2020-01-02', -2147483648)$$,
     '-2147483648 working days from date "2020-01-02" leave calendar '
     '"vn", which covers 1990-01-01 to 2100-12-31'),
    ($$previous_working_day('1990-01-01')$$,
     '-1 working days from date "1990-01-01" leave calendar "vn", '
     'which covers 1990-01-01 to 2100-12-31'),
    ($$working_days_between('2020-01-02', '-infinity')$$,
     'date "-infinity" is outside calendar "vn", which covers 1990-01-01 to 2100-12-31'),
    ($$explain_day('2101-01-01')$$,
     'date "2101-01-01" is outside calendar "vn", which covers 1990-01-01 to 2100-12-31'),
    ($$calendar_status(2101)$$,
     'year 2101 is outside calendar "vn", which covers 1990-01-01 to 2100-12-31'),
    ($$days_off(1989)$$,
     'year 1989 is outside calendar "vn", which '
     'covers 1990-01-01 to 2100-12-31')) AS e (call, message);
SELECT is((pg_temp.refused(format('SELECT motcua.%s', call))).state, '42704', call)
FROM (VALUES
    ($$is_working_day('2020-01-02', 'nowhere')$$),
    ($$calendar_value('VN')$$),
    ($$days_off(2020, '')$$),
    ($$calendar_value(repeat('x', 5000))$$)) AS e (call);
SET LOCAL motcua.calendar = 'nowhere';
SELECT throws_ok($$SELECT motcua.is_working_day('2020-01-02')$$,
                 '42704',
                 'calendar "nowhere" does not exist',
                 'a setting that names an unknown calendar is refused at use');
SELECT lives_ok($$SELECT motcua.is_working_day('2020-01-02', 'vn')$$,
                'with such a setting calendars by name still work');
SET LOCAL motcua.calendar = 'vn';
SELECT throws_ok(format('SELECT motcua.working_days_between(%L, %L, %L, %L)', '2020-01-02',
                        '2020-01-03', 'vn', b),
                 '22023', format('unknown bounds "%s"', b), format('bounds "%s"', b))
FROM unnest(ARRAY['', '(', '[]]']) AS b;
SELECT is(
    (SELECT string_agg(coalesce((pg_temp.refused(format('SELECT %L::motcua.work_calendar',
                                                        t))).state,
                                'accepted: ' || right(t, 40)),
                       ',') FILTER (WHERE (pg_temp.refused(format(
                                                               'SELECT %L::motcua.work_calendar',
                                                               t))).state IS DISTINCT FROM '22P02')
     FROM v,
          unnest(ARRAY['vn', '', '{}', '[]', '{', '{"name": "x"}', value::text || ' x',
                       replace(value::text, '"off"', '"of"'),
                       replace(value::text, '"since"', '"from"'),
                       replace(value::text, '1990-01-01', '1990-1-1'),
                       replace(value::text, '[2010, ', '[1989, '),
                       replace(value::text, '"07:30"', '"7:30"'),
                       replace(value::text, '"1111100"', '"0000000"'),
                       replace(value::text, '"2100-12-31"', '"1989-12-31"'),
                       jsonb_set(value::jsonb, '{days,3,day}', '"2010-02-13"')::text,
                       jsonb_set(value::jsonb, '{days,3}', '7')::text,
                       jsonb_set(value::jsonb, '{days}', '{}')::text,
                       jsonb_set(value::jsonb, '{shifts}', '{}')::text,
                       jsonb_set(value::jsonb, '{decided}', '{}')::text,
                       jsonb_set(value::jsonb, '{days}', '[[7]]')::text,
                       jsonb_set(value::jsonb, '{shifts}', '[[7]]')::text,
                       jsonb_set(value::jsonb, '{name}', to_jsonb(repeat('x', 64)))::text,
                       jsonb_set(value::jsonb, '{name}', '1')::text]) AS t
     WHERE v.name = 'vn'),
    NULL, 'input refuses names and damaged objects');
SELECT is((SELECT count(*) FROM v, unnest(ARRAY['since', 'until', 'work_week', 'name']) AS key
           WHERE v.name = 'vn'
             AND (pg_temp.refused(format('SELECT %L::motcua.work_calendar',
                                         (v.value::jsonb
                                          - key)::text))).state IS DISTINCT FROM '22P02'),
          0::bigint, 'input refuses an object without one of the keys');

SELECT * FROM finish();
ROLLBACK;

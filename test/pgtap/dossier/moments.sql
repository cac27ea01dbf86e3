-- Test moments as arguments: whatever types the columns, literals and parameters of a call have,
-- and whatever zone and DateStyle the session has, the answer is the one that dates give.
\ir ../setup.psql
SELECT plan(25);

-- Return the first column of a query's answer in a session of this zone, as text, or its SQLSTATE.
CREATE FUNCTION pg_temp.answer(query text, zone text DEFAULT 'UTC') RETURNS text
LANGUAGE plpgsql AS $$
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

-- ---- every mix of types in every session ----

-- Some types are domains, also nested ones.
CREATE DOMAIN pg_temp.day AS date;
CREATE DOMAIN pg_temp.office_day AS pg_temp.day CHECK (VALUE > '2000-01-01');
CREATE DOMAIN pg_temp.instant AS timestamptz;
CREATE DOMAIN pg_temp.written AS varchar(40);

-- The dossier is near midnight. It was received on the first day of the period, and is due and
-- ended on the 12th. The session's zone does not change the meaning of these spellings.
CREATE TEMP TABLE part AS SELECT * FROM (VALUES
    ('received', date '2026-03-10', time '23:30'), ('due', '2026-03-12', '00:30'),
    ('ended', '2026-03-12', '23:45'), ('as_of', '2026-03-12', '23:55')) AS v (part, day, hour);
CREATE TEMP TABLE spelling AS
SELECT part, kind, day,
       format(pattern, day, day + hour, (day + hour - interval '7 hours') || 'Z') AS spelt
FROM part, (VALUES
    ('date', 'date %1$L'), ('timestamp', 'timestamp %2$L'), ('timestamptz', 'timestamptz %3$L'),
    ('text', 'text %2$L'), ('varchar', '%3$L::varchar'), ('bpchar', '%1$L::character(30)'),
    ('domain over a domain over date', '%1$L::pg_temp.office_day'),
    ('domain over timestamptz', '%3$L::pg_temp.instant'),
    ('domain over varchar', '%2$L::pg_temp.written'),
    ('literal', '%1$L')) AS k (kind, pattern);

CREATE TEMP TABLE mix AS
SELECT a.part AS first_part, a.kind AS a_kind, b.kind AS b_kind, c.kind AS c_kind,
       a.spelt AS a, b.spelt AS b, c.spelt AS c
FROM spelling AS a, spelling AS b, spelling AS c
WHERE (a.part, b.part, c.part) IN (('received', 'due', 'ended'), ('due', 'ended', 'as_of'));
SELECT is((SELECT count(*) FROM mix WHERE first_part = 'due'), 1000::bigint,
          'there are ten spellings of each of three arguments');

CREATE TEMP TABLE call (name text, first_part text, call text);
INSERT INTO call VALUES
    ('tally', 'received', $$motcua.tally(%s, %s, %s, '[2026-03-10,2026-04-01)'::daterange)$$),
    ('ledger', 'received', 'motcua.ledger(%s, %s, %s)'),
    ('satisfaction_rate', 'received',
     $$motcua.satisfaction_rate(%s, %s, %s, '[2026-03-10,2026-04-01)'::daterange, false)$$),
    ('dossier_of', 'received',
     $$motcua.vn_date(motcua.received_at(d)) || ' ' || motcua.vn_date(motcua.due_at(d)) || ' '
       || motcua.vn_date(motcua.ended_at(d)) || ' ' || motcua.outcome(d, '2026-03-12')
       || ' ' || motcua.days_late(d, '2026-03-12') FROM motcua.dossier_of(%s, %s, %s) AS d$$),
    ('classify', 'due', 'motcua.classify(%s, %s, %s)'),
    ('lateness', 'due', 'motcua.lateness(%s, %s), %s'),
    ('on_time_rate', 'due', 'motcua.on_time_rate(%s, %s), %s'),
    ('apology_rate', 'due', 'motcua.apology_rate(%s, %s, %s, 1)');
CREATE TEMP TABLE answered AS
SELECT c.name, s.zone, m.a_kind, m.b_kind, m.c_kind,
       pg_temp.answer('SELECT ' || format(c.call, m.a, m.b, m.c), s.zone) AS answer
FROM call AS c JOIN mix AS m USING (first_part) CROSS JOIN session AS s
-- The four calls of most use are tried in all mixes, the others in mixes of three types.
WHERE c.name IN ('tally', 'ledger', 'classify', 'dossier_of')
   OR (m.a_kind || m.b_kind || m.c_kind) !~ 'text|char|domain|literal';
CREATE TEMP TABLE by_day AS
SELECT name, answer FROM answered
WHERE zone = 'UTC' AND (a_kind, b_kind, c_kind) = ('date', 'date', 'date');
SELECT is((SELECT string_agg(name || ' ' || regexp_replace(answer, '\.0*|, "\w+": 0', '', 'g'),
                             E'\n' ORDER BY name) FROM by_day),
          'apology_rate 0
classify on_time
dossier_of 2026-03-10 2026-03-12 2026-03-12 on_time 0
lateness {}
ledger {"days": [{"day": "2026-03-10", "new_direct": 1}, '
          '{"day": "2026-03-12", "on_time": 1, "due_met": 1}]}
on_time_rate 1
satisfaction_rate 1
tally {"period": "[2026-03-10,2026-04-01)", "new_direct": 1, "on_time": 1, "due_met": 1}',
          'calls with dates give the right answers');
SELECT is((SELECT count(*) FILTER (WHERE a.answer IS DISTINCT FROM d.answer) || ' of ' || count(*)
           FROM answered AS a JOIN by_day AS d USING (name) WHERE a.name = c.name),
          CASE WHEN c.name IN ('tally', 'ledger', 'classify', 'dossier_of')
               THEN '0 of 4000' ELSE '0 of 108' END,
          format('%s: every mix in every session answers as dates do', c.name))
FROM call AS c ORDER BY c.name;

-- ---- arguments that are missing ----
CREATE TEMP TABLE nothing AS
SELECT unnest(ARRAY['NULL', 'NULL::date', 'NULL::timestamp', 'NULL::timestamptz', 'NULL::text',
                    'NULL::pg_temp.written', '''infinity''', 'timestamptz ''infinity''']) AS none;
SELECT is((SELECT count(*) FILTER (WHERE pg_temp.answer('SELECT ' || format(c.call, a, n.none, b))
                                     IS DISTINCT FROM c.expected) || ' of ' || count(*)
           FROM nothing AS n, (VALUES
               ('motcua.classify(%s, %s, %s)', 'in_time', '''2026-03-12''', 'date ''2026-03-12'''),
               ('motcua.classify(%2$s, %1$s, %3$s)', 'on_time', '''2026-03-12''', '''2026-03-12'''),
               ('motcua.open_in_time(motcua.tally(%1$s, %3$s, %2$s, ''[2026-03-01,2026-04-01)''))',
                '1', 'timestamp ''2026-03-12 10:00''', '''2026-04-12'''),
               ('motcua.outcome(motcua.dossier_of(%1$s, %3$s, %2$s), ''2026-03-12'')', 'in_time',
                '''2026-03-02''', 'date ''2026-03-12''')) AS c (call, expected, a, b)),
          '0 of 32',
          'a due date or an end that is NULL or infinite counts as missing, whatever its type');

-- ---- parameters without a type ----

-- Return what a prepared statement answers. Its parameters without a type, marked u, become
-- moments.
CREATE FUNCTION pg_temp.prepared(zone text, call text, VARIADIC spelt text[]) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    given text;
    answer text;
    types text;
BEGIN
    PERFORM set_config('timezone', zone, true);
    SELECT string_agg(quote_literal(substr(s, 3)), ', ' ORDER BY i) INTO given
    FROM unnest(spelt) WITH ORDINALITY AS x (s, i) WHERE s LIKE 'u %';
    EXECUTE 'PREPARE asked AS SELECT ' || format(call, VARIADIC (
        SELECT array_agg(CASE WHEN s LIKE 'u %'
                              THEN '$' || (SELECT count(*) FROM unnest(spelt[:i]) AS u
                                           WHERE u LIKE 'u %')
                              ELSE s END ORDER BY i)
        FROM unnest(spelt) WITH ORDINALITY AS x (s, i)));
    SELECT nullif(string_agg(DISTINCT t::text, ', '), 'motcua.moment') INTO types
    FROM pg_prepared_statements AS p, unnest(p.parameter_types) AS t WHERE p.name = 'asked';
    EXECUTE 'EXECUTE asked' || coalesce('(' || given || ')', '') INTO answer;
    DEALLOCATE asked;
    RETURN coalesce(types || ': ', '') || answer;
EXCEPTION WHEN OTHERS THEN
    DEALLOCATE ALL;
    RETURN SQLSTATE || ' ' || SQLERRM;
END $$;

-- An argument is a typed date d, a literal l, a typed varchar v or an untyped parameter u. The
-- table has every row of three of them.
CREATE TEMP TABLE way AS
SELECT p.part, w.way, format(w.pattern, p.day, p.day + p.hour) AS spelt
FROM part AS p, (VALUES ('d', 'date %1$L'), ('l', '%1$L'), ('v', '%2$L::varchar'),
                        ('u', 'u %2$s')) AS w (way, pattern);
CREATE TEMP TABLE bound AS
SELECT s.zone, c.name, a.way || b.way || e.way AS ways,
       pg_temp.prepared(s.zone, c.call, a.spelt, b.spelt, e.spelt) AS answer
FROM session AS s, call AS c, way AS a, way AS b, way AS e
WHERE (a.part, b.part, e.part) IN (('received', 'due', 'ended'), ('due', 'ended', 'as_of'))
  AND a.part = c.first_part AND c.name NOT IN ('lateness', 'on_time_rate');
SELECT is((SELECT string_agg(DISTINCT concat_ws(' ', b.name, b.ways, b.answer), '; ')
           FROM bound AS b JOIN by_day AS d USING (name) WHERE b.answer IS DISTINCT FROM d.answer),
          NULL, 'every way of binding three arguments answers as dates do');
SELECT is((SELECT count(*) FROM bound WHERE ways ~ 'u'), 888::bigint,
          'each of 37 ways with parameters was tried in 6 functions and 4 sessions');

-- These are calls with a named argument, and with one after a default.
SELECT is(pg_temp.prepared('UTC', 'motcua.classify(%s, NULL, %s, paused_since => %s)',
                           'date ''2026-03-12''', 'date ''2026-03-20''', 'u 2026-03-11'),
          'paused', 'classify takes dates and an untyped paused_since');
SELECT is(pg_temp.prepared('UTC', 'motcua.classify(due => %s, ended => %s, as_of => %s)',
                           'u 2026-03-12', 'u 2026-03-12 23:59', 'u 12/03/2026'),
          'on_time', 'untyped parameters can be named');
SELECT is(pg_temp.prepared('UTC',
    $$motcua.open_paused(motcua.tally(%s, %s, NULL, '[2026-03-01,2026-04-01)', true, NULL,
                                      'instant', %s))$$,
    'u 2026-03-02', 'u 2026-03-12', 'u 2026-03-11 08:00'), '1',
    'tally takes an untyped paused_since');

-- Return the types that PostgreSQL infers if all arguments of a function with a moment are untyped.
-- Each moment must be inferred as a moment.
CREATE FUNCTION pg_temp.parameter_types(name text, arguments integer) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE types text;
BEGIN
    EXECUTE format('PREPARE asked AS SELECT %s(%s)', name,
                   (SELECT string_agg('$' || i, ', ') FROM generate_series(1, arguments) AS i));
    SELECT array_to_string(p.parameter_types, ', ') INTO types
    FROM pg_prepared_statements AS p WHERE p.name = 'asked';
    DEALLOCATE asked;
    RETURN types;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE || ' ' || SQLERRM;
END $$;
CREATE TEMP TABLE untyped AS
SELECT name, n, pg_temp.parameter_types('motcua.' || name, n) AS types
FROM (SELECT DISTINCT p.proname AS name, n
      FROM pg_proc AS p,
           generate_series(greatest(1, p.pronargs - p.pronargdefaults), p.pronargs) AS n
      WHERE p.pronamespace = 'motcua'::regnamespace AND p.proname !~ '^moment_'
        AND 'motcua.moment'::regtype = ANY (p.proargtypes[:n - 1])) AS f;
SELECT cmp_ok((SELECT count(*) FROM untyped), '>=', 50::bigint,
              'there are functions with a moment');
SELECT is((SELECT string_agg(format('%s/%s: %s', name, n, types), '; ' ORDER BY name, n)
           FROM untyped WHERE types !~ 'motcua\.moment' OR types ~ 'timestamp'),
          -- Of two untyped arguments the first is a tally.
          'on_time_rate/2: motcua.literal, text',
          'an untyped call of a function with a moment gives it moments, and no timestamps');

-- ---- generic plans, PL/pgSQL, subselects ----
SET LOCAL plan_cache_mode = force_generic_plan;
PREPARE generic AS SELECT motcua.classify($1, $2, $3);
CREATE FUNCTION pg_temp.executed(a text, b text, c text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
    EXECUTE format('EXECUTE generic(%L, %L, %L)', a, b, c) INTO answer;
    RETURN answer;
END $$;
SELECT is((SELECT string_agg(pg_temp.executed('2026-03-12', ended, as_of), ' ' ORDER BY n)
           FROM (VALUES (1, NULL, '2026-03-12'), (2, NULL, '13/03/2026'),
                        (3, '2026-03-12', '13/03/2026'),
                        (4, '2026-03-12 17:00Z', '2026-03-13')) AS v (n, ended, as_of)),
          'in_time overdue on_time late', 'a generic plan gives a verdict for each value');
RESET plan_cache_mode;
CREATE FUNCTION pg_temp.in_a_loop() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    due timestamptz;
    row record;
    answer text;
BEGIN
    FOR row IN SELECT i, date '2026-03-10' + i AS d, '1' || i || '/03/2026' AS t
               FROM generate_series(0, 3) AS i LOOP
        due := timestamp '2026-03-11 23:30' AT TIME ZONE 'Asia/Ho_Chi_Minh';
        answer := concat_ws(' ', answer, motcua.classify(due, NULL, row.d),
                            motcua.classify(row.t, NULL, due));
    END LOOP;
    RETURN answer;
END $$;
SET LOCAL timezone = 'UTC';
SELECT is(pg_temp.in_a_loop(),
          'in_time overdue in_time in_time overdue in_time overdue in_time',
          'variables and records of PL/pgSQL keep their types, and no value is cached');
SELECT is((SELECT string_agg(motcua.classify(due, (SELECT '2026-03-12'), as_of)::text, ' ')
           FROM (VALUES ('2026-03-12', '2026-03-12'), ('11/03/2026', '2026-03-13'))
                AS v (due, as_of)),
          'on_time late', 'literals of VALUES and of subselects are read as text');

-- ---- a wrong call fails when it is parsed ----
CREATE FUNCTION pg_temp.parse(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE 'PREPARE parsed AS ' || query;
    DEALLOCATE parsed;
    RETURN 'parsed';
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE;
END $$;
CREATE TEMP TABLE number AS SELECT 1 AS n;
SELECT is(pg_temp.parse('SELECT ' || c.call || ' FROM number'), c.expected, c.call)
FROM (VALUES ('motcua.tally(n, n, n, ''[2026-01-01,2026-02-01)'')', '42883'),
             ('motcua.classify(''2026-03-12'', n, ''2026-03-12'')', '42883'),
             ('motcua.ledger(''2026-03-32'', NULL, NULL)', '22007'),
             ('motcua.classify(''2026-03-12'', ''soon'', ''2026-03-12'')', '22007'))
     AS c (call, expected);

SELECT * FROM finish();
ROLLBACK;

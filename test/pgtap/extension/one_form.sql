-- Test that functions over moments have one form: what the catalog says of them, and what tables,
-- indexes and views keep of them.
\ir ../setup.psql
SELECT plan(28);

-- ---- signatures ----
CREATE TEMP TABLE routine AS
SELECT p.oid, p.proname, p.prokind, p.oid::regprocedure::text AS described,
       p.proargtypes::oid[] AS types
FROM pg_proc AS p WHERE p.pronamespace = 'motcua'::regnamespace;
-- These are functions of input, output and comparison. Nobody calls them by name.
CREATE TEMP TABLE support AS
SELECT unnest(ARRAY[t.typinput, t.typoutput, t.typreceive, t.typsend])::oid AS oid FROM pg_type AS t
UNION SELECT o.oprcode FROM pg_operator AS o WHERE o.oprname IN ('=', '<>', '<', '<=', '>', '>=')
UNION SELECT a.amproc::oid FROM pg_amproc AS a;

SELECT is((SELECT string_agg(DISTINCT proname, ', ' ORDER BY proname) FROM routine
           WHERE types && ARRAY['timestamp'::regtype, 'timestamptz'::regtype]::oid[]),
          'add_working_time, due_at, next_working_moment',
          'only three functions have forms over timestamps, as they return the type they get');
SELECT is((SELECT string_agg(DISTINCT forms, '; ')
           FROM (SELECT string_agg(types[0]::regtype::text, ', '
                                   ORDER BY types[0]::regtype::text COLLATE "C") AS forms
                 FROM routine
                 WHERE proname IN ('add_working_time', 'due_at', 'next_working_moment')
                   AND NOT types @> ARRAY['motcua.work_calendar'::regtype]::oid[]
                   AND types[0] <> 'motcua.dossier'::regtype
                 GROUP BY proname) AS x),
          'date, motcua.moment, timestamp with time zone, timestamp without time zone',
          'each of these three has a form over a day and one over text');
SELECT is((SELECT string_agg(DISTINCT proname, ', ' ORDER BY proname) FROM routine
           WHERE 'date'::regtype = ANY (types)),
          'add_working_time, due_at, next_working_moment',
          'only these three have forms over dates, which PostgreSQL reads by DateStyle');
-- Aggregates have no names of arguments: theirs are those of their transition functions.
CREATE TEMP TABLE argument AS
SELECT p.proname, p.oid::regprocedure::text AS described, a.name, a.type
FROM pg_proc AS p, unnest(p.proargnames, p.proargtypes::oid[]) AS a (name, type)
WHERE p.pronamespace IN ('motcua'::regnamespace, 'motcua_internal'::regnamespace)
  AND a.type IS NOT NULL AND p.oid NOT IN (SELECT oid FROM support);
SELECT is((SELECT string_agg(DISTINCT described, ', ') FROM argument
           WHERE name IN ('at', 'as_of', 'received', 'received_at', 'due', 'due_at', 'ended',
                          'ended_at', 'paused_since', 'new_due', 'apology')
             AND type <> 'motcua.moment'::regtype
             AND proname NOT IN ('add_working_time', 'due_at', 'next_working_moment',
                                 'moment_of_timestamptz')
             -- the arguments of attach are expressions, and as_of of province_name is a day
             AND proname NOT IN ('attach', 'attach_opencps', 'province_name')),
          NULL,
          'only dossier columns, at and as_of are moments');
SELECT cmp_ok((SELECT count(*) FROM argument WHERE type = 'motcua.moment'::regtype), '>=',
              60::bigint, 'there are arguments that are moments');
SELECT cmp_ok((SELECT count(*) FROM routine WHERE prokind = 'a'), '<=', 30::bigint,
              'there are at most thirty aggregates');
SELECT cmp_ok((SELECT count(*) FROM routine WHERE oid NOT IN (SELECT oid FROM support)),
              '<=', 320::bigint, 'there are at most 320 functions that are called by name');

-- ---- operators ----
SELECT is((SELECT string_agg(o.oid::regoperator::text, ', ') FROM pg_operator AS o
           WHERE 'motcua.moment'::regtype IN (o.oprleft, o.oprright)
             AND o.oprnamespace <> 'motcua_internal'::regnamespace), NULL,
          'no operator of moment is outside motcua_internal');
SELECT is((SELECT count(*) FROM pg_operator AS o
           WHERE 'motcua.moment'::regtype IN (o.oprleft, o.oprright)), 6::bigint,
           'moment has six operators');
SELECT is((SELECT string_agg(format('%s: %s', o.oprname, p.proname), ', ' ORDER BY o.oprname)
           FROM pg_operator AS o, pg_proc AS p WHERE p.oid IN (o.oprrest, o.oprjoin)
             AND o.oprleft = 'motcua.moment'::regtype
             AND p.pronamespace <> 'pg_catalog'::regnamespace), NULL,
          'their selectivity is PostgreSQL''s own');
SELECT is((SELECT format('%s %s %s %s', typcategory, typispreferred, typlen, typbyval)
           FROM pg_type WHERE oid = 'motcua.moment'::regtype), 'S f 8 t',
          'the type is a string that is not preferred, eight bytes by value');
SET LOCAL search_path = public, motcua;
SELECT throws_ok(format('SELECT %s %s %s', a, operator, b), '42883', NULL,
                 format('%s %s %s stays refused', a, operator, b))
FROM (VALUES ('date ''2026-03-02''', '=', 'text ''2026-03-02'''),
             ('now()', '<', 'varchar ''2026-03-02'''),
             ('timestamp ''2026-03-02''', '<>', '''x''::character(9)')) AS v (a, operator, b);
SET LOCAL search_path = public, motcua, motcua_internal;
SELECT is((date '2026-03-02' < timestamp '2026-03-02 00:00:01')::text, 'true',
          'built-in types keep their comparisons even with motcua_internal in the path');
SET LOCAL search_path = public;

-- ---- generated columns, constraints, indexes ----
CREATE TABLE kept (
    id integer, due text, ended timestamptz, received timestamp,
    outcome motcua.outcome GENERATED ALWAYS AS (motcua.classify(due, ended, '2026-06-30')) STORED,
    day date GENERATED ALWAYS AS (motcua.vn_date(ended)) STORED,
    CHECK (motcua.try_date(due) IS NOT NULL OR due IS NULL));
INSERT INTO kept (id, due, ended, received)
SELECT i, to_char(date '2026-01-05' + i % 150, 'DD/MM/YYYY'),
       timestamptz '2026-01-05 17:30Z' + i % 160 * interval '1 day', timestamp '2026-01-02 08:00'
FROM generate_series(1, 3000) AS i;
SELECT is((SELECT count(*) FROM kept
           WHERE outcome IS DISTINCT FROM motcua.classify(to_date(due, 'DD/MM/YYYY'),
                                                          (ended AT TIME ZONE interval '7 h')::date,
                                                          date '2026-06-30')), 0::bigint,
          'generated columns have the right values');
SELECT throws_ok($$INSERT INTO kept (due) VALUES ('31/02/2026')$$, '22007', NULL,
                 'generated columns refuse a text that is no date');
CREATE INDEX by_outcome ON kept (motcua.classify(due, ended, '2026-03-31'));
CREATE INDEX by_day ON kept (motcua.vn_date(due)) WHERE motcua.vn_date(ended) > '2026-03-01';
ANALYZE kept;
SET LOCAL enable_seqscan = off;
CREATE FUNCTION pg_temp.plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE plan json;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
    RETURN plan;
END $$;
SELECT matches(pg_temp.plan_of(format(
                   'SELECT FROM kept WHERE motcua.classify(due, ended, %s) = ''late''', spelt)),
               'by_outcome', format('the index serves %s', spelt))
FROM unnest(ARRAY['''2026-03-31''', '''31/03/2026''', 'date ''2026-03-31''', 'text ''2026-03-31''',
                  '''2026-03-31 +07''::varchar']) AS spelt;
SELECT doesnt_match(pg_temp.plan_of($$SELECT FROM kept
    WHERE motcua.classify(due, ended, timestamp '2026-03-31 00:00') = 'late'$$), 'by_outcome',
    'the partial index does not serve a moment of that day');
SELECT matches(pg_temp.plan_of($$SELECT FROM kept WHERE motcua.vn_date(due) = '2026-03-05'
                                 AND motcua.vn_date(ended) > '2026-03-01'$$), 'by_day',
               'a partial index serves its condition');
RESET enable_seqscan;

-- ---- views, and columns that change their type ----
CREATE VIEW seen AS
SELECT id, motcua.classify(due, ended, '30/06/2026', paused_since => received) AS outcome,
       motcua.outcome(motcua.dossier_of(received, due, ended), NULL::date) AS none FROM kept;
SELECT matches(pg_get_viewdef('seen'), v.expected, format('a view says %s', v.expected))
FROM (VALUES ('due\)::motcua.moment, .*ended\)::motcua.moment, ''2026-06-30''::motcua.moment, '
              'paused_since => .*received\)::motcua.moment'),
             ('\(NULL::date\)::motcua.moment')) AS v (expected);
CREATE FUNCTION pg_temp.rows_of(relation text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
    EXECUTE format('SELECT md5(string_agg(x::text, '' '' ORDER BY id)) FROM %s AS x', relation)
        INTO answer;
    RETURN answer;
END $$;
CREATE TEMP TABLE before AS SELECT pg_temp.rows_of('seen') AS answer;
SET LOCAL search_path = '';
DO $$ BEGIN
    EXECUTE 'CREATE VIEW public.again AS ' || pg_get_viewdef('public.seen');
END $$;
SET LOCAL search_path = public;
SELECT is(pg_temp.rows_of('again'), (SELECT answer FROM before),
          'the text of the view makes the same view');
SELECT throws_ok('ALTER TABLE kept ALTER received TYPE date', '0A000', NULL,
                 'a column under a view does not change its type');

SELECT * FROM finish();
ROLLBACK;

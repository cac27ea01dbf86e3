-- Test that our casts change no meaning of PostgreSQL's own operators and functions, and that
-- strings reach our types everywhere. Every call is resolved with our casts and without them.
\ir ../setup.psql
SELECT plan(30);

CREATE FUNCTION pg_temp.answer(expression text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
    EXECUTE format('SELECT x::text FROM (SELECT motcua.%s) AS a (x)', expression) INTO answer;
    RETURN answer;
END $$;
CREATE FUNCTION pg_temp.plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE plan json;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
    RETURN plan;
END $$;

-- ---- which casts there are ----
SELECT is((SELECT string_agg(format('%s -> %s', castsource::regtype, casttarget::regtype), ', ')
           FROM pg_cast
           WHERE castcontext <> 'e' AND oid >= 16384
             AND casttarget NOT IN (SELECT t.oid FROM pg_type AS t
                                    WHERE t.typnamespace = 'motcua'::regnamespace)),
          NULL, 'no value of ours becomes one of another type by itself');
SELECT is((SELECT string_agg(format('%s from %s', casttarget::regtype, sources), '; '
                             ORDER BY casttarget::regtype::text)
           FROM (SELECT casttarget, string_agg(castsource::regtype::text, ', '
                                               ORDER BY castsource::regtype::text) AS sources
                 FROM pg_cast WHERE castcontext <> 'e' AND oid >= 16384
                 GROUP BY casttarget) AS c),
          'motcua.agency_code from character, character varying, text; '
          'motcua.dossier_code from character, character varying, text; '
          'motcua.moment from character, character varying, date, text, timestamp with time zone, '
          'timestamp without time zone; '
          'motcua.outcome from character, character varying, text; '
          'motcua.procedure_code from character, character varying, text; '
          'motcua.time_limit from character, character varying, text',
          'codes, limits, outcomes and moments come from strings by themselves');

-- ---- operators between PostgreSQL's types, with motcua in the path ----
SELECT 'CREATE TABLE operand (' || string_agg(format('%I %s', 'c ' || t, t), ', ') || ')'
FROM unnest('{boolean,integer,bigint,numeric,"double precision",text,"character varying",
              character,name,date,timestamp,timestamptz,time,interval,json,jsonb,integer[],text[],
              date[],daterange,box,uuid,bytea,tsquery}'::text[]) AS t \gexec
INSERT INTO operand DEFAULT VALUES;
CREATE TEMP TABLE operand_column AS
SELECT quote_ident(attname) AS name FROM pg_attribute
WHERE attrelid = 'operand'::regclass AND attnum > 0
UNION ALL SELECT 'NULL';
-- What the parser makes of an expression: operators, casts and types as a plan shows them, or the
-- SQLSTATE.
CREATE FUNCTION pg_temp.meaning(expression text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE line text;
BEGIN
    FOR line IN EXECUTE 'EXPLAIN (VERBOSE, COSTS OFF) SELECT ' || expression || ' FROM operand' LOOP
        IF line LIKE '%Output:%' THEN RETURN line; END IF;
    END LOOP;
    RETURN NULL;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE;
END $$;
CREATE FUNCTION pg_temp.is_error(meaning text) RETURNS boolean LANGUAGE sql
    RETURN meaning ~ '^[0-9A-Z]{5}$';
SET LOCAL search_path = pg_catalog, public, motcua, pg_temp;
CREATE TEMP TABLE call AS
SELECT true AS is_operator, format('%s %s %s', l.name, o.name, r.name) AS expression
FROM (SELECT DISTINCT oprname AS name FROM pg_operator
      WHERE oprnamespace = 'motcua'::regnamespace) AS o, operand_column AS l, operand_column AS r
UNION ALL
-- Functions of PostgreSQL's that have a name of ours.
SELECT false, format('%I(%s)', p.proname, a.list)
FROM pg_proc AS p,
     LATERAL (SELECT string_agg('NULL::' || format_type(t, NULL), ', ' ORDER BY n) AS list
              FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS u (t, n)) AS a
WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind <> 'p'
  AND p.proname IN (SELECT q.proname FROM pg_proc AS q
                    WHERE q.pronamespace = 'motcua'::regnamespace);
ALTER TABLE call ADD COLUMN with_casts text;
UPDATE call SET with_casts = pg_temp.meaning(expression);
SAVEPOINT with_our_casts;
DELETE FROM pg_cast WHERE oid >= 16384;
CREATE TEMP TABLE compared AS
SELECT is_operator, expression, with_casts, pg_temp.meaning(expression) AS without_casts FROM call;
SELECT count(*) FILTER (WHERE is_operator) AS operators,
       count(*) FILTER (WHERE NOT is_operator) AS functions,
       count(*) FILTER (WHERE NOT was_error) AS valid,
       coalesce(string_agg(format('%s: %s, not %s', expression, with_casts, without_casts), E'\n')
                FILTER (WHERE with_casts <> without_casts AND NOT was_error), 'none') AS changed,
       coalesce(string_agg(expression, ', ') FILTER (WHERE with_casts = '42725'
                                                       AND without_casts <> '42725'),
                'none') AS ambiguous,
       string_agg(DISTINCT split_part(regexp_replace(expression, '"c [^"]*"', 'NULL'), ' ', 2),
                  ', ')
           FILTER (WHERE was_error AND NOT is_error) AS newly_valid,
       coalesce(string_agg(expression, ', ')
                FILTER (WHERE was_error AND NOT is_error
                          AND expression !~ '"c (text|character|character varying)"'),
                'none') AS beside_strings
FROM (SELECT *, pg_temp.is_error(with_casts) AS is_error,
             pg_temp.is_error(without_casts) AS was_error FROM compared) AS c \gset
ROLLBACK TO SAVEPOINT with_our_casts;
SET LOCAL search_path = public;
SELECT cmp_ok(:operators, '>=', 5000, 'operators between PostgreSQL''s types were looked at');
SELECT cmp_ok(:functions, '>=', 1, 'and functions that have a name of ours');
SELECT cmp_ok(:valid, '>=', 500, 'of which many are valid');
SELECT is(:'changed'::text, 'none', 'our casts change what none of them means');
SELECT is(:'ambiguous'::text, 'none', 'and make none of them ambiguous');
SELECT is(:'newly_valid'::text, '<@, @>',
          'what was an error and is valid now is below and above alone');
SELECT is(:'beside_strings'::text, 'none', 'between strings, which are codes of agencies then');

-- ---- strings reach our types ----
CREATE TABLE kept (l motcua.time_limit, a motcua.agency_code, d motcua.dossier_code,
                   p motcua.procedure_code, o motcua.outcome);
PREPARE put(varchar, varchar, varchar, varchar, varchar) AS
    INSERT INTO kept VALUES ($1, $2, $3, $4, $5);
EXECUTE put('5 ngày làm việc', 'H57.101', 'H57.101-260312-0001', '1.000894', 'late');
PREPARE change(text, text, text, text, text) AS
    UPDATE kept SET l = $1, a = $2, d = $3, p = $4, o = $5;
EXECUTE change('3 ngày', 'H57.102', 'H57.102-260312-0002', '1.000895', 'on_time');
SELECT is(kept::text, '("3 ngày",H57.102,H57.102-260312-0002,1.000895,on_time)',
          'INSERT and UPDATE take strings') FROM kept;
SET LOCAL search_path = public, motcua;
PREPARE look(varchar, text, varchar, text) AS
    SELECT count(*) FROM kept WHERE l = $1 AND a <= $2 AND d = $3 AND p >= $4;
SELECT results_eq($$EXECUTE look('03 ngày', 'H57.102', 'H57.102-260312-0002', '1.000895')$$,
                  'VALUES (1::bigint)', 'WHERE takes strings, motcua being in the path');
SET LOCAL search_path = public;
PREPARE by_outcome(varchar) AS SELECT count(*) FROM kept WHERE o = $1::motcua.outcome;
SELECT results_eq($$EXECUTE by_outcome('on_time')$$, 'VALUES (1::bigint)',
                  'an outcome is compared with a string by a cast, as every enum');
SELECT throws_ok(format('SELECT motcua.%s', call), '22P02', message, call || ': the type''s error')
FROM (VALUES
    ($$due_on(date '2026-03-02', text 'năm ngày làm')$$,
     'invalid time limit "năm ngày làm"'),
    ($$level(text 'x')$$, 'invalid input syntax for type agency_code: "x"'),
    ($$received_on(varchar 'x')$$, 'invalid input syntax for type dossier_code: "x"'),
    ($$agency_of(text 'H57')$$, 'invalid input syntax for type dossier_code: "H57"'),
    ($$agency_of('1.2')$$, 'invalid input syntax for type procedure_code: "1.2"'),
    ($$national_code(text 'x')$$,
     'invalid input syntax for type procedure_code: "x"')) AS v (call, message);
SELECT is(motcua.agency_of(code)::text, agency, 'agency_of reads ' || code)
FROM (VALUES ('H57.101-260312-0001', 'H57.101'), ('000.17.22.H56-210531-0001', '000.17.22.H56'),
             ('1.000494.000.00.00.H29', '000.00.00.H29'), ('1.000894', NULL)) AS v (code, agency);

-- ---- columns of text: arguments, aggregates, indexes ----
CREATE TABLE legacy AS
SELECT i AS id, to_char(date '2026-01-05' + i % 60, 'DD/MM/YYYY HH24:MI') AS nhan,
       to_char(date '2026-01-12' + i % 60, 'DD/MM/YYYY')::varchar(20) AS hen,
       CASE WHEN i % 3 > 0 THEN to_char(date '2026-01-10' + i % 70, 'YYYY-MM-DD') END AS xong,
       (1 + i % 9 || ' ngày làm việc')::character(30) AS han,
       format('H57.%s-260312-%s', 101 + i % 7, lpad(i::text, 4, '0')) AS ma
FROM generate_series(1, 2000) AS i;
CREATE TABLE typed AS
SELECT id, to_timestamp(nhan, 'DD/MM/YYYY HH24:MI')::timestamp AS nhan,
       to_date(hen, 'DD/MM/YYYY') AS hen, xong::date AS xong, han::motcua.time_limit AS han,
       ma::motcua.dossier_code AS ma
FROM legacy;
SELECT is(pg_temp.answer(format(query, 'legacy')), pg_temp.answer(format(query, 'typed')), query)
FROM unnest(ARRAY[
    $$tally(nhan, hen, xong, '[2026-01-01,2026-03-01)') FROM %s$$,
    $$ledger(nhan, hen, xong) FROM %s$$, $$on_time_rate(hen, xong) FROM %s$$,
    $$lateness(hen, xong) FROM %s$$,
    $$processing_time(nhan, xong, 'working_day') FROM %s$$]) AS query;
SELECT is((SELECT count(*) FROM legacy AS l JOIN typed AS t USING (id)
           WHERE motcua.due_on(l.nhan, l.han) <> motcua.due_on(t.nhan, t.han)
              OR motcua.agency_of(l.ma)::text <> motcua.agency_of(t.ma)::text),
          0::bigint, 'limits and codes of text columns');
CREATE INDEX by_agency ON legacy (motcua.agency_of(ma));
CREATE INDEX by_due ON legacy (motcua.vn_date(hen));
ANALYZE legacy;
SET LOCAL enable_seqscan = off;
SELECT matches(pg_temp.plan_of(query), index, query)
FROM (VALUES ($$SELECT FROM legacy WHERE motcua.agency_of(ma) OPERATOR(motcua.=) 'H57.101'$$,
              'by_agency'),
             ($$SELECT FROM legacy WHERE motcua.vn_date(hen) = '2026-02-03'$$,
              'by_due')) AS v (query, index);
RESET enable_seqscan;

SELECT * FROM finish();
ROLLBACK;

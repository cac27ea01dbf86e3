-- Test the objects of the extension from the catalog: comments, names, volatility, and calls under
-- any search_path.
\ir ../setup.psql
SELECT plan(31);

CREATE TEMP TABLE member AS
SELECT d.classid, d.objid, pg_describe_object(d.classid, d.objid, 0) AS name
FROM pg_depend AS d JOIN pg_extension AS e ON e.oid = d.refobjid
WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND e.extname = 'motcua'
  -- From version 17 on the row types of tables and views are members too.
  AND NOT EXISTS (SELECT FROM pg_type AS t JOIN pg_class AS c ON c.oid = t.typrelid
                  WHERE d.classid = 'pg_type'::regclass
                    AND t.oid = d.objid
                    AND c.relkind IN ('r', 'v'));
CREATE TEMP TABLE routine AS
SELECT p.*, m.name AS described, pg_get_function_identity_arguments(p.oid) AS arguments,
       p.proargtypes::oid[] && ARRAY['internal'::regtype, 'cstring'::regtype]::oid[]
       OR p.prorettype IN ('cstring'::regtype, 'internal'::regtype) AS is_io
FROM member AS m JOIN pg_proc AS p ON p.oid = m.objid
WHERE m.classid = 'pg_proc'::regclass AND p.prorettype <> 'trigger'::regtype;
-- These functions support a type, an operator, an operator class or an aggregate. Nobody calls them
-- by name.
CREATE TEMP TABLE support AS
SELECT oid FROM routine WHERE is_io
UNION SELECT p.oid
FROM routine AS p JOIN pg_type AS t ON p.oid IN (t.typinput, t.typoutput, t.typreceive, t.typsend)
UNION SELECT p.oid
FROM routine AS p JOIN pg_operator AS o ON o.oprcode = p.oid
WHERE o.oprname IN ('=', '<>', '<', '<=', '>', '>=')
UNION SELECT p.oid FROM routine AS p JOIN pg_amproc AS a ON a.amproc = p.oid
UNION SELECT p.oid
FROM routine AS p
JOIN pg_aggregate AS a ON p.oid IN (a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggserialfn,
                                    a.aggdeserialfn, a.aggmtransfn, a.aggminvtransfn,
                                    a.aggmfinalfn);

-- ---- comments ----
SELECT is((SELECT string_agg(name, ', ' ORDER BY name) FROM member
           WHERE obj_description(objid, classid::regclass::name) IS NULL
             AND NOT (classid = 'pg_type'::regclass
                      AND EXISTS (SELECT FROM pg_type AS t
                                  WHERE t.oid = objid AND t.typelem <> 0 AND t.typcategory = 'A'))),
          NULL, 'every object has a comment');
SELECT is((SELECT string_agg(c, ', ' ORDER BY c)
           FROM (SELECT classid::regclass::text AS c, count(*)
                 FROM member GROUP BY 1 HAVING count(*) > 0) AS x),
          'pg_cast, pg_class, pg_collation, pg_namespace, pg_opclass, pg_operator, pg_opfamily, '
          'pg_proc, pg_ts_config, pg_ts_dict, pg_ts_parser, pg_ts_template, pg_type',
          'the extension has the expected kinds of object');
SELECT cmp_ok((SELECT count(*) FROM routine), '>', 100::bigint,
              'the extension has the expected number of functions');
SELECT is((SELECT string_agg(name, ', ')
           FROM member
           WHERE classid = 'pg_proc'::regclass AND name !~ '^function motcua(_internal)?\.'),
          NULL, 'every function is in one of the two schemas');
SELECT is((SELECT string_agg(m.name, ', ')
           FROM member AS m
           WHERE obj_description(m.objid, m.classid::regclass::name)
                 !~ '^(Internal: [a-z][^|]*|[^|]*\S\. \| [A-Z][^|]*)\.$'),
          NULL, 'a comment is sentences in both languages, or it is called internal');
SELECT is((SELECT string_agg(format('%s.%s', c.relname, a.attname), ', ')
           FROM member AS m
           JOIN pg_class AS c ON c.oid = m.objid AND m.classid = 'pg_class'::regclass
           JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
           WHERE c.relkind IN ('r', 'v')
             AND coalesce(col_description(c.oid, a.attnum), '') !~ '^.+ \| .+$'),
          NULL,
          'every column of a table or view has a comment in both languages');

-- ---- volatility and parallel safety ----
SELECT is((SELECT string_agg(DISTINCT proname, ', ' ORDER BY proname)
           FROM routine WHERE provolatile = 'v'),
          'add_rollup, attach, attach_opencps, compact_rollup, detach, drop_rollup, freeze, '
          'import_opencps_calendar, reattach, rebuild_rollup, resume_attachment, '
          'suspend_attachment, unwatch, watch',
          'only what makes or drops something, or writes rows, is VOLATILE');
SELECT is((SELECT string_agg(described, ', ')
           FROM routine WHERE proparallel <> 's' AND provolatile <> 'v'),
          NULL, 'every other function is PARALLEL SAFE');
SELECT is((SELECT string_agg(DISTINCT proname, ', ' ORDER BY proname)
           FROM routine WHERE provolatile = 's'),
          'add_working_days, add_working_time, apology_add, apology_remove, attach_statement, '
          'attached_relation, attachment_grants, bypassed_relation, calendar_impact, '
          'calendar_status, calendar_value, column_comments, contains_agency_restriction, '
          'days_late, days_off, dossier, dossier_agg_final, due_at, due_on, explain_day, '
          'frozen_hash, grant_statements, grants_of_attachment, has_no_row_security, help, '
          'help_entries, help_relation, help_routine, help_topic, icu_version, is_time_zone, '
          'is_working_day, is_working_moment, lateness_add, lateness_remove, may_read, '
          'may_read_rollup, must_read_base, next_working_day, next_working_moment, '
          'nth_working_day, observe, offered_indexes, own_rollups, previous_working_day, '
          'processing_add, processing_remove, public_routines, rating, redue, report_06a, '
          'report_06a_dossiers, report_html, resume, rollup_stale_reason, routine_arguments, '
          'score_band, score_board, score_sheet, score_sheets, score_total, '
          'still_may_read_rollup, successor_of, time_left, today, type_name, verify_frozen, '
          'verify_rollup, version, vi_index_check, vi_match_icu, vi_search_selectivity, '
          'within_agency_restriction, '
          'working_day_on_or_after, working_day_on_or_before, working_days, '
          'working_days_between, working_time_between',
          'only what takes a calendar by name, reads the DBA''s tables, an attachment, the clock, '
          'the catalog or statistics is STABLE');
SELECT is((SELECT string_agg(described, ', ')
           FROM routine
           WHERE provolatile = 's'
             AND proargtypes::oid[] @> ARRAY['motcua.work_calendar'::regtype]::oid[]),
          NULL, 'a calendar by value is IMMUTABLE');
SELECT is((SELECT string_agg(p.described, ', ')
           FROM routine AS p JOIN pg_aggregate AS a ON a.aggfnoid = p.oid
           WHERE a.aggcombinefn = 0
              OR (p.proname <> 'dossier_agg' AND (a.aggmtransfn = 0 OR a.aggminvtransfn = 0))),
          NULL,
          'every aggregate can be combined, and all but the list of events have a moving form');

-- ---- named notation, with NULL for every argument ----
CREATE FUNCTION pg_temp.call_of(f oid) RETURNS text LANGUAGE sql AS $$
    SELECT format('SELECT * FROM %s.%I(%s)', p.pronamespace::regnamespace, p.proname,
                  coalesce((SELECT string_agg(CASE WHEN p.provariadic <> 0 AND i = p.pronargs - 1
                                              THEN 'VARIADIC ' ELSE '' END
                                         || format('%I => NULL::%s', p.proargnames[i + 1],
                                                   format_type(p.proargtypes[i], NULL)),
                                              ', ' ORDER BY i)
                            FROM generate_series(0, p.pronargs - 1) AS i),
                           ''))
    FROM routine AS p WHERE p.oid = f
$$;
-- Return the SQLSTATE of a query's error, 'value' for a row that is not NULL, else NULL.
CREATE FUNCTION pg_temp.outcome_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE row record;
BEGIN
    EXECUTE query INTO row;
    RETURN CASE WHEN NOT row IS NULL THEN 'value' END;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE;
END $$;
CREATE TEMP TABLE callable AS
SELECT oid, proname, proisstrict, provolatile,
       oid IN (SELECT s.oid FROM support AS s) AS is_support, pronargs
FROM routine WHERE prokind = 'f' AND NOT is_io;
SELECT is((SELECT string_agg(described, ', ')
           FROM routine
           WHERE prokind = 'f' AND pronargs > 0
             AND (proargnames IS NULL
                  OR cardinality(proargnames) < pronargs
                  OR '' = ANY (proargnames))),
          NULL, 'every argument of every function has a name');
CREATE TEMP TABLE called AS
SELECT c.*, pg_temp.call_of(oid) AS call, pg_temp.outcome_of(pg_temp.call_of(oid)) AS outcome
FROM callable AS c WHERE NOT is_support;
SELECT cmp_ok((SELECT count(*) FROM called),
              '>', 60::bigint, 'the functions that have names for their arguments were called');
SELECT is((SELECT string_agg(call, '; ') FROM called WHERE outcome IN ('42883', '42601', '42725')),
          NULL, 'every function can be called in named notation');
SELECT is((SELECT string_agg(call || ': ' || outcome, '; ')
           FROM called
           WHERE outcome IS NOT NULL
             AND proname NOT IN ('help', 'help_topics', 'help_functions',
                                 'help_examples', 'help_arguments', 'public_routines',
                                 'version', 'attach', 'attach_opencps', 'view_labels',
                                 'fold_version', 'icu_version', 'today', 'calendar_value',
                                 'compact_rollup', 'shipped_calendars', 'shipped_days',
                                 'shipped_shifts',
                                 'shipped_scales', 'shipped_scale_bands', 'shipped_scorecards',
                                 'shipped_criteria')),
          NULL,
          'NULL in every argument gives NULL, or no row');
SELECT is((SELECT string_agg(DISTINCT proname, ', ' ORDER BY proname)
           FROM called WHERE outcome = 'value'),
          'calendar_value, compact_rollup, fold_version, help, help_arguments, help_examples, '
          'help_functions, help_topics, icu_version, public_routines, shipped_calendars, '
          'shipped_criteria, shipped_days, shipped_scale_bands, shipped_scales, '
          'shipped_scorecards, shipped_shifts, today, version, view_labels',
          'the functions that need no argument give a value');

-- ---- core expressions with motcua last in the path ----
CREATE FUNCTION pg_temp.under_path(path text, expression text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
    PERFORM set_config('search_path', path, true);
    EXECUTE format('SELECT (%s)::text', expression) INTO answer;
    PERFORM set_config('search_path', 'public', true);
    RETURN answer;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE || ' ' || SQLERRM;
END $$;
CREATE TEMP TABLE core (expression text);
INSERT INTO core VALUES
    ('(SELECT count(*) FROM generate_series(1, 3))'),
    ('(SELECT sum(i) FROM generate_series(1, 3) AS i)'), ('now() <= clock_timestamp()'),
    ('coalesce(NULL, 1)'),
    ($$'a' || 'b'$$), ('1 = 1'), ('1 <> 2'), ('1 < 2'), ('1 <= 2'), ('2 > 1'), ('2 >= 1'),
    ('1 + 1'), ('2 - 1'), ($$lower('ABC')$$), ($$to_char(date '2020-02-03', 'DD/MM/YYYY')$$),
    ($$date '2020-02-28' + 2$$), ($$date '2020-02-28' - 2$$),
    ($$date '2020-03-01' - date '2020-02-28'$$), ($$timestamp '2020-02-28' + interval '1 day'$$),
    ($$date '2020-02-28' = '2020-02-28'$$),
    ($$timestamp '2020-02-28' > '2020-02-27'$$), ($$'{"a": 1}'::jsonb - 'a'$$),
    ($$'{"a": 1}'::jsonb = '{"a": 1}'$$), ('1.5 + 1'),
    ($$daterange('2020-01-01', '2020-02-01') + daterange('2020-02-01', '2020-03-01')$$),
    ('- 1'), ($$version() LIKE 'PostgreSQL%'$$), ($$'x' = 'x'$$),
    ($$(SELECT max(n) FROM (VALUES (1), (2)) AS v (n))$$), ('ARRAY[1, 2] = ARRAY[1, 2]'),
    ('(1, 2) = (1, 2)'), ('1 IS DISTINCT FROM NULL'),
    ($$'a' IN ('a', 'b')$$), ('nullif(1, 1)'), ('greatest(1, 2)'),
    ($$age(date '2020-02-01', '2020-01-01')$$), ($$date_trunc('month', timestamp '2020-02-03')$$),
    ($$extract(year FROM date '2020-02-03')$$),
    ('ARRAY[1, 2] @> ARRAY[1]'), ('ARRAY[1] <@ ARRAY[1, 2]'), ($$ARRAY[1, 2] @> '{1}'$$),
    ($$daterange('2020-01-01', '2020-02-01') @> date '2020-01-05'$$),
    ($$date '2020-01-05' <@ daterange('2020-01-01', '2020-02-01')$$),
    ($$'{"a": 1}'::jsonb @> '{"a": 1}'$$), ($$box '((0,0),(1,1))' @> point '(0.5,0.5)'$$);
SELECT is((SELECT string_agg(format('%s: %s', expression,
                                    pg_temp.under_path('pg_catalog, public, motcua', expression)),
                             '; ')
           FROM core
           WHERE pg_temp.under_path('pg_catalog, public, motcua',
                                    expression) IS DISTINCT FROM pg_temp.under_path(
                     'pg_catalog, public', expression)
              OR pg_temp.under_path('pg_catalog, public', expression) ~ '^[0-9A-Z]{5} '),
          NULL, 'core expressions mean the same with motcua last in the path');
SELECT is((SELECT string_agg(format('%s: %s', expression,
                                    pg_temp.under_path('public, motcua', expression)),
                             '; ')
           FROM core
           WHERE pg_temp.under_path(
               'public, motcua',
               expression) IS DISTINCT FROM pg_temp.under_path('pg_catalog, public', expression)),
          NULL, 'core expressions mean the same with pg_catalog implied');
SELECT is(pg_temp.under_path('pg_catalog, public, motcua', expression),
          'true', format('%s works unqualified', expression))
FROM unnest(
    ARRAY[
        $$'{"early": 1}'::tally + '{"early": 2}'::tally = '{"early": 3}'::tally$$,
        $$'{"early": 3}'::tally - '{"early": 2}'::tally = '{"early": 1}'::tally$$,
        $$'{"early": 3}'::tally IS DISTINCT FROM '{"early": 1}'::tally$$,
        $$'{"early": 1}'::tally < '{"early": 2}'::tally$$,
        $$'{"early": 1}'::tally <> '{"early": 2}'::tally$$,
        $$calendar_value('vn') = calendar_value()$$, $$'early'::outcome < 'late'::outcome$$,
        $$resolved('{"early": 1}'::tally) = 1$$,
        $$'H56.14'::agency_code <@ 'H56' AND 'H56'::agency_code @> '000.00.14.H56' AND 'H56.14'::agency_code < 'H56.103'$$,
        $$level(agency_of('H56.14-240823-0001'::dossier_code)) = 2$$]) AS expression;

-- ---- IMMUTABLE functions with an empty path ----
CREATE TEMP TABLE immutable_call AS
SELECT expression
FROM unnest(
    ARRAY[
        $$motcua.classify(date '2020-01-02', date '2020-01-01', date '2020-02-01')$$,
        $$motcua.vn_date(timestamptz '2020-01-01 20:00+00')$$, $$motcua.month_of('2020-01-02')$$,
        $$motcua.quarter_of('2020-05-02')$$, $$motcua.year_of('2020-05-02')$$,
        $$motcua.columns('{"early": 1}')$$,
        $$motcua.period('{"period": "[2020-01-01,2020-02-01)"}')$$,
        $$motcua.plus('{"early": 1}', '{"early": 1}'::motcua.tally)$$,
        $$motcua.minus('{"early": 1}', '{"early": 1}'::motcua.tally)$$,
        $$motcua.on_time_rate('{"early": 1}'::motcua.tally, 'processed', '{refused}')$$,
        $$motcua.meets('{"early": 1}', 1)$$,
        $$(SELECT count(*) FROM motcua.rates('{"early": 1}'))$$,
        $$(SELECT count(*) FROM motcua.violations('{"early": 1}'))$$, $$motcua.percent(0.5)$$,
        $$motcua.format_percent(0.5)$$, $$motcua.open('{"early": 1}')$$,
        $$'{"early": 1}'::motcua.tally::pg_catalog.jsonb$$,
        $$(SELECT motcua.tally(date '2020-01-02', NULL, NULL,
                               pg_catalog.daterange('2020-01-01', '2020-02-01')))$$,
        $$(SELECT motcua.share(true))$$,
        $$(SELECT motcua.on_time_rate(date '2020-01-02', date '2020-01-02'))$$,
        $$(SELECT motcua.processing_time(date '2020-01-02', date '2020-01-09', 'working_day',
                                         motcua.calendar_value('vn')))$$,
        $$(SELECT motcua.satisfaction_rate(date '2020-01-02', date '2020-01-09', date '2020-01-09',
                                           pg_catalog.daterange('2020-01-01', '2020-02-01'),
                                           false))$$,
        $$(SELECT motcua.apology_rate(date '2020-01-02', date '2020-01-09', date '2020-01-01',
                                      1))$$,
        $$motcua.is_working_day('2024-04-29', motcua.calendar_value('vn'))$$,
        $$motcua.add_working_days('2024-04-29', 3, motcua.calendar_value('vn'))$$,
        $$motcua.working_days_between('2024-04-29', '2024-05-29', motcua.calendar_value('vn'))$$,
        $$motcua.explain_day('2024-04-29', motcua.calendar_value('vn'))$$,
        $$(SELECT count(*) FROM motcua.days_off(2024, motcua.calendar_value('vn')))$$,
        $$motcua.codes_above('000.17.22.H56')$$, $$motcua.province_name('H02', '2025-06-30')$$,
        $$motcua.within_agency('000.17.22.H56', 'H56.22')$$,
        $$motcua.agency_of('1.000494.000.00.00.H29'::motcua.procedure_code)$$,
        $$motcua.score_linear(1100, 1113, 20, 1, 'null')$$,
        $$motcua.score_step(0.9, '{0.8,0.9}', '{1,2}')$$,
        $$motcua_internal.tally_ratio('{"early": 1}', 'early_rate')$$,
        $$(SELECT pg_catalog.sum(max_points) FROM motcua.criteria)$$,
        $$motcua.rating(85, '766')$$, $$motcua.successor_of('a', '2026-01-01')$$,
        $$motcua.vi_normalize('Hòa') || motcua.vi_fold('Huế') || motcua.vi_unaccent('Đà Lạt') || motcua.vi_given_name('Tôn Nữ Hạnh')$$,
        $$(SELECT pg_catalog.string_agg(folded, ' ') FROM motcua.vi_syllables('Quảng Điền'))$$,
        $$motcua.vi_match('Quảng Điền', 'quang')$$,
        $$'QUANG DIEN' OPERATOR(motcua.@@~|) 'quảng điền'$$,
        $$motcua.vi_match_fuzzy('Quảng Điền', 'quag')$$, $$motcua.vi_rank('Quảng Điền', 'dien')$$,
        $$motcua.vi_highlight('Quảng Điền', 'dien')$$,
        $$motcua.vi_find('dien quang', 'Quảng Điền', 'Huế')$$,
        $$motcua.vi_find_fuzzy('dein quang', 'Quảng Điền', 'Huế')$$,
        $$motcua.vi_find_rank('dien quang', 'Quảng Điền', 'Huế')$$]) AS expression;
SELECT is((SELECT string_agg(format('%s: %s', expression, pg_temp.under_path('', expression)), '; ')
           FROM immutable_call
           WHERE pg_temp.under_path(
                     '', expression) IS DISTINCT FROM pg_temp.under_path('public', expression)
              OR pg_temp.under_path('', expression) ~ '^[0-9A-Z]{5} '),
          NULL,
          'functions give the same with an empty path');
SELECT set_config('search_path', '', true) \gset ignored_
CREATE TEMP TABLE called_empty AS
SELECT c.oid, c.call, c.outcome, pg_temp.outcome_of(c.call) AS outcome_empty
FROM pg_temp.called AS c;
SET LOCAL search_path = public;
SELECT is((SELECT string_agg(call, '; ')
           FROM called_empty
           WHERE outcome_empty IS DISTINCT FROM outcome),
          NULL, 'every function can be called with an empty path');

-- Everybody can also call the functions of an aggregate directly, so they must be harmless outside
-- it.
SELECT is((SELECT string_agg(pg_temp.call_of(oid), '; ')
           FROM callable
           WHERE is_support
             AND coalesce(pg_temp.outcome_of(pg_temp.call_of(oid)), '55000') <> '55000'),
          NULL,
          'support functions called with NULLs give NULL, or say that they belong to an aggregate');

SELECT * FROM finish();
ROLLBACK;

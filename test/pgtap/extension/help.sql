-- Test motcua.help(): the forty functions of a day's work, topics, single objects, and every
-- example.
\ir ../setup.psql
SELECT plan(49);

-- These are the functions and aggregates that users call.
CREATE TEMP TABLE routine AS
SELECT p.oid, p.proname::text AS name, p.proargnames, p.proargmodes
FROM pg_proc AS p
WHERE p.pronamespace = 'motcua'::regnamespace
  AND obj_description(p.oid, 'pg_proc') NOT LIKE 'Internal%';
-- Return all that help lists under its topics in a language.
CREATE FUNCTION pg_temp.listed(lang text)
    RETURNS TABLE (topic text, task text, name text, description text) LANGUAGE sql AS $$
    SELECT t.task, h.task, h.name, h.description
    FROM motcua.help('?', lang) AS t CROSS JOIN LATERAL motcua.help(t.task, lang) AS h
$$;
CREATE TEMP TABLE listed AS
SELECT l.lang, h.* FROM (VALUES ('vi'), ('en')) AS l (lang)
CROSS JOIN LATERAL pg_temp.listed(l.lang) AS h;

-- ---- without a topic ----
SELECT is((SELECT count(*) FROM motcua.help()), 40::bigint, 'a day''s work has forty functions');
SELECT is((SELECT string_agg(h.name, ', ' ORDER BY h.ord)
           FROM motcua.help() WITH ORDINALITY AS h (task, name, description, ord)
           WHERE h.ord <= 13),
          'help, attach, attach_statement, offered_indexes, add_rollup, watch, report_period, '
          'report_06a, report_06a_dossiers, report_html, freeze, verify_frozen, tally',
          'the forty functions stand in the order of the day');
SELECT is((SELECT string_agg(name, ', ')
           FROM motcua.help() WHERE name NOT IN (SELECT name FROM routine)),
          NULL, 'all forty functions exist');
SELECT is((SELECT string_agg(e.name, ', ')
           FROM motcua_internal.help_examples() AS e
           WHERE NOT EXISTS (SELECT FROM motcua.help() AS h WHERE h.name = e.name)),
          NULL, 'every function with an example is listed');
SELECT results_eq($$SELECT name FROM motcua.help(lang => 'en')$$,
                  $$SELECT name FROM motcua.help()$$, 'help lists the same in English');
SELECT results_eq('SELECT * FROM motcua.help(NULL, NULL)', 'SELECT * FROM motcua.help()',
                  'help(NULL, NULL) gives the same as help()');
SELECT results_eq($$SELECT * FROM motcua.help('  ')$$, 'SELECT * FROM motcua.help()',
                  'an empty topic gives the same as no topic');
SELECT throws_ok($$SELECT motcua.help('calendar', 'fr')$$,
                 '22023', 'unknown language "fr"', 'another language is refused for a topic');
SELECT throws_ok($$SELECT motcua.help(lang => 'fr')$$,
                 '22023', 'unknown language "fr"', 'another language is refused without a topic');
SELECT throws_ok($$SELECT motcua.help('attach', 'fr')$$,
                 '22023', 'unknown language "fr"', 'another language is refused for a function');

-- ---- topics ----
SELECT is((SELECT string_agg(name, ', ')
           FROM listed
           WHERE name NOT IN (SELECT name FROM routine)
             AND name NOT IN (SELECT cfgname FROM pg_ts_config
                              WHERE cfgnamespace = 'motcua'::regnamespace)),
          NULL, 'topics list only what exists');
SELECT is((SELECT string_agg(DISTINCT r.name, ', ')
           FROM routine AS r
           WHERE r.name NOT IN (SELECT l.name FROM listed AS l WHERE l.lang = 'vi')
             AND r.name NOT IN (SELECT (unnest(p.proargnames))
                                FROM pg_proc AS p WHERE p.oid = 'motcua.columns'::regproc)),
          NULL,
          'topics list every public function but the accessors that columns() stands for');
SELECT is((SELECT string_agg(l.lang || ' ' || l.name, ', ')
           FROM (SELECT lang, name FROM listed
                 WHERE task = topic GROUP BY lang, name HAVING count(*) <> 1) AS l),
          NULL, 'every function belongs to one topic');
SELECT is((SELECT count(*)
           FROM listed
           WHERE lang = 'en'
             AND (task IS NULL OR description IS NULL
                  OR replace(description, 'Tết', '') ~ '[^ -~]')),
          0::bigint, 'the English help describes everything in English');
SELECT is((SELECT count(*)
           FROM listed
           WHERE lang = 'vi' AND (task IS NULL OR description IS NULL OR description !~ '[^ -~]')),
          0::bigint, 'the Vietnamese help describes everything in Vietnamese');
SELECT is((SELECT string_agg(t.task, ', ')
           FROM (SELECT task FROM motcua.help('?', 'en')
                 UNION ALL SELECT task FROM motcua.help('?')) AS t
           WHERE t.task NOT IN (SELECT l.task FROM listed AS l WHERE l.topic = t.task)),
          NULL, 'every topic is found by its name');
SELECT set_has($$SELECT name FROM motcua.help('lịch')$$,
               $$VALUES ('is_working_day'), ('explain_day'), ('calendar_value')$$,
               'a Vietnamese topic has its functions');
SELECT set_hasnt($$SELECT name FROM motcua.help('lịch')$$,
                 $$VALUES ('on_time_rate'), ('merge')$$,
                 'a Vietnamese topic has no other functions');
SELECT results_eq($$SELECT name FROM motcua.help('LỊCH')$$,
                  $$SELECT name FROM motcua.help('lịch')$$, 'case makes no difference');
SELECT results_eq($$SELECT name FROM motcua.help('lich')$$,
                  $$SELECT name FROM motcua.help('lịch')$$, 'marks make no difference');
SELECT set_has($$SELECT name FROM motcua.help('rate', 'en')$$,
               $$VALUES ('on_time_rate'), ('rates'), ('meets')$$,
               'an English topic has its functions');
SELECT results_eq($$SELECT name FROM motcua.help('đối chiếu')$$,
                  $$VALUES ('vi_match_icu'::text)$$,
                  'a word of no topic and no name is searched in the descriptions');
SELECT results_eq($$SELECT task, description
                    FROM motcua.help('Nothing of the kind', 'en') LIMIT 2$$,
                  $$VALUES ('Nothing found'::text,
                            'Nothing is about "Nothing of the kind". '
                            'Call again with a topic below'::text),
                           ('Start here', 'SELECT * FROM motcua.help(''Start here'', ''en'')')$$,
                  'an unknown topic is answered with a sentence about it');
SELECT results_eq($$SELECT task FROM motcua.help('không có mục này') OFFSET 1$$,
                  $$SELECT task FROM motcua.help('?')$$,
                  'an unknown topic is answered with the list of topics');
SELECT is((SELECT count(DISTINCT task) FROM motcua.help('?')),
          (SELECT count(*) FROM motcua.help('?')), 'each topic is listed once');

-- ---- one function ----
SELECT results_eq($$SELECT * FROM motcua.help('report_period', 'en')$$,
                  $$VALUES ('Function'::text, 'report_period'::text,
                            split_part(obj_description('motcua.report_period'::regproc, 'pg_proc'),
                                       ' | ', 2) COLLATE "default"),
                           ('Argument', 'year integer', 'The year'),
                           ('Argument', 'kind text',
                            'The kind of period: month, quarter, half or year'),
                           ('Argument', 'n integer DEFAULT 1', 'Which one of the year'),
                           ('Argument', 'start_day integer DEFAULT 15',
                            'The day of the month before on which the period starts; '
                            '1 for calendar periods'),
                           ('Result', 'daterange',
                            'The days of the period, as report_06a, report_html and tally '
                            'take them.'),
                           ('Example', 'report_period',
                            'SELECT motcua.report_period(2026, ''quarter'', 1);')$$,
                  'help shows a function with arguments, result and example');
SELECT results_eq($$SELECT task, name FROM motcua.help('freeze')$$,
                  $$VALUES ('Hàm'::text, 'freeze'::text), ('Tham số', 'schema_name name'),
                           ('Tham số', 'period daterange'), ('Tham số', 'note text DEFAULT NULL'),
                           ('Kết quả', 'text'), ('Ví dụ', 'freeze')$$,
                  'help shows a function in Vietnamese too');
SELECT results_eq($$SELECT * FROM motcua.help('motcua.Attach(relation, schema_name)')$$,
                  $$SELECT * FROM motcua.help('attach')$$,
                  'a name may have its schema, its parentheses and any case');
SELECT results_eq($$SELECT name, description FROM motcua.help('due_on', 'en')
                    WHERE task = 'Form'$$,
                  $$VALUES ('due_on'::text,
                            'due_on(received_on motcua.moment, time_limit motcua.time_limit, '
                            'calendar text DEFAULT NULL) -> date'::text),
                           ('due_on',
                            'due_on(received_on motcua.moment, time_limit motcua.time_limit, '
                            'calendar motcua.work_calendar) -> date')$$,
                  'several forms are listed, the one with a calendar by value last');
SELECT results_eq($$SELECT name FROM motcua.help('due_on', 'en') WHERE task = 'Argument'$$,
                  $$VALUES ('received_on motcua.moment'::text), ('time_limit motcua.time_limit'),
                           ('calendar text DEFAULT NULL'),
                           ('calendar motcua.work_calendar')$$,
                  'what several forms share is listed once');
SELECT results_eq($$SELECT name FROM motcua.help('ledger', 'en') WHERE task = 'Argument' LIMIT 5$$,
                  $$VALUES ('dossier motcua.dossier'::text), ('online boolean'),
                           ('received motcua.moment'), ('due motcua.moment'),
                           ('ended motcua.moment')$$,
                  'the arguments of aggregates have names');
SELECT results_eq($$SELECT name, description FROM motcua.help('offered_indexes', 'en')
                    WHERE task = 'Result'$$,
                  $$VALUES ('SETOF record'::text,
                            'One row for each index: the column of the views and the CREATE INDEX '
                            'statement to run yourself. Columns: view_column text, '
                            'statement text.'::text)$$,
                  'help shows a table function with its columns');
SELECT is((SELECT string_agg(name || ': ' || description, '; ')
           FROM motcua.help('version', 'en') WHERE task IN ('Argument', 'Result')),
          'text: ', 'help shows no arguments of a function without any');
SELECT results_eq($$SELECT task, name FROM motcua.help('withdrawn_late', 'en')$$,
                  $$VALUES ('Function'::text, 'withdrawn_late'::text),
                           ('Argument', 'tally motcua.tally'), ('Result', 'bigint')$$,
                  'a function that no topic lists is found by its name');
SELECT isnt((SELECT string_agg(task, ', ') FROM motcua.help('tally_in', 'en')), 'Function',
            'an internal function is not found by its name');
CREATE FUNCTION pg_temp.help_under(path text, topic text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('search_path', path, true);
    RETURN QUERY SELECT h::text FROM motcua.help(topic) AS h;
    PERFORM set_config('search_path', 'public', true);
END $$;
SELECT is((SELECT string_agg(t.topic, ', ')
           FROM (VALUES ('due_at'), ('tally'), ('score_step'), ('observation'),
                        ('change_log')) AS t (topic)
           WHERE ARRAY(SELECT pg_temp.help_under('motcua, public', t.topic))
                 <> ARRAY(SELECT pg_temp.help_under('public', t.topic))),
          NULL, 'search_path makes no difference');

-- ---- meanings ----
SELECT is((SELECT string_agg(DISTINCT r.name || ' ' || a.argument, ', ')
           FROM routine AS r
           CROSS JOIN LATERAL motcua_internal.routine_arguments(r.name) AS a
           WHERE a.type IS NOT NULL AND NOT a.is_output
             AND NOT EXISTS (SELECT FROM motcua_internal.help_arguments() AS m
                             WHERE m.argument = a.argument
                               AND m.function_name IN ('', r.name))),
          NULL, 'every argument of every public function has a meaning');
SELECT is((SELECT string_agg(concat_ws(' ', m.function_name, m.argument), ', ')
           FROM motcua_internal.help_arguments() AS m
           WHERE NOT EXISTS (SELECT FROM routine AS r
                             WHERE m.argument = ANY (r.proargnames)
                               AND m.function_name IN ('', r.name))),
          NULL, 'no meaning belongs to no argument');
SELECT is((SELECT string_agg(concat_ws(' ', function_name, argument), ', ')
           FROM (SELECT function_name, argument FROM motcua_internal.help_arguments()
                 GROUP BY 1, 2 HAVING count(*) > 1) AS m),
          NULL, 'no meaning is given twice');
SELECT is((SELECT string_agg(concat_ws(' ', function_name, argument), ', ')
           FROM motcua_internal.help_arguments()
           WHERE vi !~ '[^ -~]' OR (en || argument) ~ '[^ -~]' AND argument <> 'time_limit'),
          NULL, 'each meaning is in both languages');
SELECT is((SELECT string_agg(name, ', ')
           FROM motcua_internal.help_examples()
           WHERE vi !~ '[^ -~].*\.$' OR en !~ '^[ -~]*\.$'),
          NULL, 'the results of the forty functions are in both languages and whole sentences');
SELECT is(motcua_internal.comment_in('Việt | English', 'vi')
          || ',' || motcua_internal.comment_in('Việt | English', 'en')
          || ',' || motcua_internal.comment_in('English', 'en'),
          'Việt,English,English', 'a comment may be in two languages');
COMMENT ON FUNCTION motcua.today() IS 'Cho ngày hôm nay. | Gives the day now.';
SELECT is((SELECT string_agg(h.description, ' ')
           FROM motcua.help('today', 'en') AS h WHERE h.task = 'Function'),
          'Gives the day now.', 'help shows the English part of such a comment');

-- ---- one table or view ----
SELECT results_eq($$SELECT * FROM motcua.help('attachments', 'en') LIMIT 2$$,
                  $$VALUES ('View'::text, 'attachments'::text,
                            'This view lists the attachments: schemas of views over existing '
                            'tables of dossiers.'::text),
                           ('Column', 'schema_name text', 'The name of the schema.')$$,
                  'help shows a view with its columns');
SELECT is((SELECT string_agg(task || ' ' || name, ', ')
           FROM (SELECT * FROM motcua.help('motcua.calendar') LIMIT 2) AS h),
          'Bảng calendar, Cột name text NOT NULL', 'help shows a table with its columns');
SELECT results_eq($$SELECT DISTINCT task FROM motcua.help('calendar', 'en')
                    WHERE task IN ('Calendar', 'Table')$$,
                  $$VALUES ('Calendar'::text)$$, 'a topic goes before an object of its name');

-- ---- every example runs as it is ----
CREATE TABLE ho_so (
    ma_ho_so text PRIMARY KEY, don_vi text, truc_tuyen boolean,
    ngay_tiep_nhan timestamp, ngay_hen_tra timestamp, ngay_ket_thuc timestamp
);
INSERT INTO ho_so VALUES
    ('HS1', 'H57.101', true, '2026-01-05 08:00', '2026-01-09 17:00', '2026-01-08 10:00'),
    ('HS2', 'H57.101', false, '2026-02-02 08:00', '2026-02-06 17:00', '2026-02-11 10:00'),
    ('HS3', 'H57.102', false, '2026-03-02 08:00', '2026-03-31 17:00', NULL);
-- Run statements one after the other and roll them back. Return the error, or NULL.
CREATE FUNCTION pg_temp.error_of(statements text[]) RETURNS text LANGUAGE plpgsql AS $$
DECLARE statement text;
BEGIN
    FOREACH statement IN ARRAY statements LOOP
        EXECUTE statement;
    END LOOP;
    RAISE EXCEPTION USING ERRCODE = 'P0099';
EXCEPTION
    WHEN SQLSTATE 'P0099' THEN RETURN NULL;
    WHEN OTHERS THEN RETURN SQLERRM;
END $$;
-- An example needs the examples of attach and, where it uses what another one makes, of that one.
CREATE TEMP TABLE run AS
SELECT e.name,
       pg_temp.error_of(ARRAY(
           SELECT b.example
           FROM motcua_internal.help_examples() AS b
           WHERE b.name = e.name
              OR b.name = 'attach'
              OR (b.name, e.name) IN (('freeze', 'verify_frozen'), ('add_rollup', 'verify_rollup'))
           ORDER BY b.place)) AS error
FROM motcua_internal.help_examples() AS e;
SELECT is((SELECT string_agg(name || ': ' || error, '; ' ORDER BY name) FROM run WHERE error <> ''),
          NULL, 'every example of the forty runs on a small attachment');
SELECT is((SELECT count(*) FROM run), 40::bigint, 'the examples were run');
SELECT is((SELECT string_agg(c.relname || ': ' || pg_temp.error_of(ARRAY[h.description]), '; ')
           FROM pg_class AS c
           CROSS JOIN LATERAL motcua.help('motcua.' || c.relname, 'en') AS h
           WHERE c.relnamespace = 'motcua'::regnamespace AND c.relkind IN ('r', 'v')
             AND h.task = 'Example'),
          NULL, 'the example of every table and view runs');
SELECT * FROM finish();
ROLLBACK;

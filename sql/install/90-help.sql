-- This module makes motcua.help(). It lists the functions of a day's work or of a topic, or tells
-- all about one object, in Vietnamese or English. Its own texts are in the modules 88 and 89; the
-- rest comes from the catalog.

-- Public comments are 'Vietnamese. | English.', and internal comments are in English only.
CREATE FUNCTION motcua_internal.comment_in(comment text, lang text) RETURNS text
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN pg_catalog.strpos(comment, ' | ') > 0
                     THEN pg_catalog.split_part(comment, ' | ', CASE lang WHEN 'en' THEN 2
                                                                     ELSE 1 END)
                ELSE comment END;
COMMENT ON FUNCTION motcua_internal.comment_in(text, text)
    IS 'Internal: returns the part of a comment that is in a language, or all of the comment if '
       'it is in one language.';

-- Input, output and comparison functions stand beside their types. Their comments begin with
-- Internal.
CREATE FUNCTION motcua_internal.public_routines()
    RETURNS TABLE (oid oid, name text, comment text)
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 300
BEGIN ATOMIC
    SELECT p.oid, p.proname::text, pg_catalog.obj_description(p.oid, 'pg_proc')
    FROM pg_catalog.pg_proc AS p
    JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace AND n.nspname = 'motcua'
    WHERE pg_catalog.obj_description(p.oid, 'pg_proc') NOT LIKE 'Internal%';
END;
COMMENT ON FUNCTION motcua_internal.public_routines()
    IS 'Internal: lists the functions and aggregates that users call.';

-- help searches for a word in the headline first: the topic in both languages and the name.
CREATE FUNCTION motcua_internal.help_entries(lang text)
    RETURNS TABLE (place integer, task text, name text, description text, headline text)
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 200
BEGIN ATOMIC
    SELECT f.place, motcua_internal.in_language(help_entries.lang, t.vi, t.en), f.name,
           motcua_internal.in_language(
               help_entries.lang, f.vi,
               motcua_internal.comment_in(coalesce(r.comment, c.comment), 'en')),
           pg_catalog.concat_ws(' ', t.vi, t.en, f.name)
    FROM motcua_internal.help_functions() AS f
    JOIN motcua_internal.help_topics() AS t ON t.number = f.place / 100
    LEFT JOIN (SELECT DISTINCT ON (p.name) p.name, p.comment
               FROM motcua_internal.public_routines() AS p
               ORDER BY p.name, p.oid) AS r ON r.name = f.name
    LEFT JOIN (SELECT c.cfgname::text AS name,
                      pg_catalog.obj_description(c.oid, 'pg_ts_config') AS comment
               FROM pg_catalog.pg_ts_config AS c
               JOIN pg_catalog.pg_namespace AS n
                   ON n.oid = c.cfgnamespace AND n.nspname = 'motcua') AS c ON c.name = f.name
    ORDER BY f.place;
END;
COMMENT ON FUNCTION motcua_internal.help_entries(text)
    IS 'Internal: lists all functions by topic, in a language.';

-- format_type names the schema of a type or not, depending on search_path. Here types of motcua
-- always have their schema.
CREATE FUNCTION motcua_internal.type_name(type oid, modifier integer) RETURNS text
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE n.nspname WHEN 'motcua' THEN 'motcua.' ELSE '' END
           || pg_catalog.regexp_replace(
                  pg_catalog.format_type(t.oid, type_name.modifier), '^(motcua|pg_catalog)\.', '')
    FROM pg_catalog.pg_type AS t
    JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
    WHERE t.oid = type_name.type;
END;
COMMENT ON FUNCTION motcua_internal.type_name(oid, integer)
    IS 'Internal: returns the name of a type as help shows it, the same under every search_path.';

-- The arguments and output columns of all forms of a function. The first form is the one with the
-- fewest arguments and no calendar by value.
CREATE FUNCTION motcua_internal.routine_arguments(routine_name text)
    RETURNS TABLE (form bigint, routine oid, place integer, argument text, type text,
                   default_value text, is_output boolean)
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 20
BEGIN ATOMIC
    SELECT f.form, f.oid, a.place::integer, f.proargnames[a.place],
           motcua_internal.type_name(a.type, NULL),
           pg_catalog.regexp_replace(
               pg_catalog.pg_get_function_arg_default(f.oid, a.place::integer),
               '::[a-z._ ]+(\[\])?$', ''),
           coalesce(f.proargmodes[a.place] IN ('o', 't'), false)
    FROM (SELECT p.oid, p.proargnames, p.proargmodes,
                 coalesce(p.proallargtypes, p.proargtypes::oid[]) AS types,
                 pg_catalog.row_number() OVER (
                     ORDER BY pg_catalog.strpos(pg_catalog.pg_get_function_arguments(p.oid),
                                                'work_calendar') > 0,
                              p.pronargs,
                              pg_catalog.regexp_replace(
                                  pg_catalog.pg_get_function_arguments(p.oid),
                                  '\m(motcua|pg_catalog)\.', '', 'g') COLLATE "C") AS form
          FROM motcua_internal.public_routines() AS r
          JOIN pg_catalog.pg_proc AS p ON p.oid = r.oid
          WHERE r.name = routine_arguments.routine_name) AS f
    LEFT JOIN LATERAL pg_catalog.unnest(f.types) WITH ORDINALITY AS a (type, place) ON true;
END;
COMMENT ON FUNCTION motcua_internal.routine_arguments(text)
    IS 'Internal: lists the arguments and output columns of all forms of a function.';

-- The parts are shown in their order. An argument or a result that several forms have appears once.
CREATE FUNCTION motcua_internal.help_routine(routine_name text, lang text)
    RETURNS TABLE (part integer, place bigint, task text, name text, description text)
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 20
BEGIN ATOMIC
    WITH argument AS (
        SELECT a.form, a.routine, a.place, a.argument, a.is_output,
               pg_catalog.concat_ws(' ', a.argument, a.type, 'DEFAULT ' || a.default_value) AS said
        FROM motcua_internal.routine_arguments(help_routine.routine_name) AS a
    ), form AS (
        SELECT a.form, a.routine,
               pg_catalog.string_agg(nullif(a.said, ''), ', ' ORDER BY a.place)
                   FILTER (WHERE NOT a.is_output) AS arguments,
               pg_catalog.string_agg(a.said, ', ' ORDER BY a.place)
                   FILTER (WHERE a.is_output) AS columns
        FROM argument AS a
        GROUP BY a.form, a.routine
    ), result AS (
        SELECT f.form, f.arguments, f.columns,
               CASE WHEN p.proretset THEN 'SETOF ' ELSE '' END
               || CASE WHEN f.columns IS NULL THEN motcua_internal.type_name(p.prorettype, NULL)
                       ELSE 'record' END AS type
        FROM form AS f
        JOIN pg_catalog.pg_proc AS p ON p.oid = f.routine
    )
    SELECT 1, 0, motcua_internal.in_language(help_routine.lang, 'Hàm', 'Function'),
           r.name,
           coalesce((SELECT e.description
                     FROM motcua_internal.help_entries(help_routine.lang) AS e
                     WHERE e.name = r.name),
                    motcua_internal.comment_in(r.comment, help_routine.lang))
    FROM (SELECT p.name, p.comment
          FROM motcua_internal.public_routines() AS p
          WHERE p.name = help_routine.routine_name
          ORDER BY p.oid
          LIMIT 1) AS r
    UNION ALL
    SELECT 2, r.form, motcua_internal.in_language(help_routine.lang, 'Cách gọi', 'Form'),
           help_routine.routine_name,
           pg_catalog.format('%s(%s) -> %s', help_routine.routine_name, r.arguments, r.type)
    FROM result AS r
    WHERE (SELECT pg_catalog.count(*) FROM result) > 1
    UNION ALL
    SELECT 3, pg_catalog.min(100 * a.form + a.place),
           motcua_internal.in_language(help_routine.lang, 'Tham số', 'Argument'),
           a.said,
           (SELECT motcua_internal.in_language(help_routine.lang, m.vi, m.en)
            FROM motcua_internal.help_arguments() AS m
            WHERE m.argument = a.argument AND m.function_name IN ('', help_routine.routine_name)
            ORDER BY m.function_name DESC
            LIMIT 1)
    FROM argument AS a
    WHERE a.argument IS NOT NULL AND NOT a.is_output
    GROUP BY a.said, a.argument
    UNION ALL
    SELECT 4, pg_catalog.min(r.form),
           motcua_internal.in_language(help_routine.lang, 'Kết quả', 'Result'), r.type,
           pg_catalog.concat_ws(
               ' ',
               (SELECT motcua_internal.in_language(help_routine.lang, e.vi, e.en)
                FROM motcua_internal.help_examples() AS e
                WHERE e.name = help_routine.routine_name AND pg_catalog.min(r.form) = 1),
               motcua_internal.in_language(help_routine.lang, 'Các cột: ', 'Columns: ')
               || r.columns || '.')
    FROM result AS r
    GROUP BY r.type, r.columns
    UNION ALL
    SELECT 5, e.place, motcua_internal.in_language(help_routine.lang, 'Ví dụ', 'Example'),
           e.name, e.example || ';'
    FROM motcua_internal.help_examples() AS e
    WHERE e.name = help_routine.routine_name;
END;
COMMENT ON FUNCTION motcua_internal.help_routine(text, text)
    IS 'Internal: lists what help tells of one function: forms, arguments, result and an example.';

CREATE FUNCTION motcua_internal.help_relation(relation_name text, lang text)
    RETURNS TABLE (part integer, place bigint, task text, name text, description text)
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 20
BEGIN ATOMIC
    WITH relation AS (
        SELECT c.oid, c.relname::text AS name, c.relkind AS kind
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace AND n.nspname = 'motcua'
        WHERE c.relkind IN ('r', 'v') AND c.relname = help_relation.relation_name
    )
    SELECT 6, 0,
           CASE r.kind WHEN 'v'
                            THEN motcua_internal.in_language(help_relation.lang, 'Khung nhìn',
                                                             'View')
                       ELSE motcua_internal.in_language(help_relation.lang, 'Bảng', 'Table') END,
           r.name,
           motcua_internal.comment_in(pg_catalog.obj_description(r.oid, 'pg_class'),
                                      help_relation.lang)
    FROM relation AS r
    UNION ALL
    SELECT 7, a.attnum, motcua_internal.in_language(help_relation.lang, 'Cột', 'Column'),
           pg_catalog.concat_ws(' ', a.attname,
                                motcua_internal.type_name(a.atttypid, a.atttypmod),
                                CASE WHEN a.attnotnull THEN 'NOT NULL' END),
           motcua_internal.comment_in(pg_catalog.col_description(r.oid, a.attnum),
                                      help_relation.lang)
    FROM relation AS r
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid
        AND a.attnum > 0
        AND NOT a.attisdropped
    UNION ALL
    SELECT 8, 0, motcua_internal.in_language(help_relation.lang, 'Ví dụ', 'Example'), r.name,
           pg_catalog.format('SELECT * FROM motcua.%I LIMIT 20;', r.name)
    FROM relation AS r;
END;
COMMENT ON FUNCTION motcua_internal.help_relation(text, text)
    IS 'Internal: lists what help tells of one table or view: columns and an example.';

-- List the functions whose topic or name matches, or else those whose description matches. If
-- nothing matches, or for '?', list the topics.
CREATE FUNCTION motcua_internal.help_topic(topic text, lang text)
    RETURNS TABLE (place integer, task text, name text, description text)
    LANGUAGE SQL STABLE STRICT PARALLEL SAFE ROWS 30
BEGIN ATOMIC
    WITH found AS (
        SELECT e.*, pg_catalog.min(e.nearness) OVER () AS nearest
        FROM (SELECT e.*,
                     CASE WHEN help_topic.topic = '?' THEN 3
                          WHEN pg_catalog.strpos(pg_catalog.lower(e.headline),
                                                 pg_catalog.lower(help_topic.topic)) > 0
                              OR motcua.vi_match(e.headline, help_topic.topic) THEN 1
                          WHEN motcua.vi_match(e.description, help_topic.topic) THEN 2
                          ELSE 3 END AS nearness
              FROM motcua_internal.help_entries(help_topic.lang) AS e) AS e
    )
    SELECT f.place, f.task, f.name, f.description
    FROM found AS f
    WHERE f.nearness = f.nearest AND f.nearest < 3
    UNION ALL
    SELECT 0,
           motcua_internal.in_language(help_topic.lang, 'Không tìm thấy', 'Nothing found'), 'help',
           pg_catalog.format(
               motcua_internal.in_language(
                   help_topic.lang,
                   'Không có mục nào về "%s". Hãy gọi lại với một chủ đề dưới đây',
                   'Nothing is about "%s". Call again with a topic below'),
               help_topic.topic)
    WHERE help_topic.topic <> '?' AND (SELECT pg_catalog.min(f.nearness) FROM found AS f) = 3
    UNION ALL
    SELECT t.number, motcua_internal.in_language(help_topic.lang, t.vi, t.en), 'help',
           CASE help_topic.lang
               WHEN 'en' THEN pg_catalog.format('SELECT * FROM motcua.help(%L, ''en'')', t.en)
               ELSE pg_catalog.format('SELECT * FROM motcua.help(%L)', t.vi) END
    FROM motcua_internal.help_topics() AS t
    WHERE (SELECT pg_catalog.min(f.nearness) FROM found AS f) = 3;
END;
COMMENT ON FUNCTION motcua_internal.help_topic(text, text)
    IS 'Internal: lists the functions of a topic, or the topics if there is no such topic.';

-- If a topic has the name of an object, as Calendar does, the name alone means the topic, and
-- 'motcua.calendar' means the object.
CREATE FUNCTION motcua.help(topic text DEFAULT NULL, lang text DEFAULT 'vi')
    RETURNS TABLE (task text, name text, description text)
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE ROWS 40
BEGIN ATOMIC
    WITH asked AS MATERIALIZED (
        SELECT a.lang, a.topic, a.name,
               (a.folded LIKE 'motcua.%'
                OR NOT EXISTS (SELECT
                               FROM motcua_internal.help_topics() AS t
                               WHERE a.folded IN (pg_catalog.lower(t.vi), motcua.vi_fold(t.vi),
                                                  pg_catalog.lower(t.en))))
               AND (EXISTS (SELECT FROM motcua_internal.public_routines() AS r
                            WHERE r.name = a.name)
                    OR EXISTS (SELECT FROM motcua_internal.help_relation(a.name, 'en')))
                   AS is_object
        FROM (SELECT coalesce(help.lang, 'vi') AS lang, t.topic, f.folded,
                     pg_catalog.regexp_replace(f.folded, '^motcua\.|\(.*\)$', '', 'g') AS name
              FROM (SELECT nullif(pg_catalog.btrim(help.topic), '') AS topic) AS t
              CROSS JOIN LATERAL (SELECT pg_catalog.lower(t.topic) AS folded) AS f) AS a
    )
    SELECT s.task, s.name, s.description
    FROM (SELECT 0 AS part, x.place::bigint, e.task, e.name, e.description
          FROM asked AS a
          CROSS JOIN LATERAL motcua_internal.help_entries(a.lang) AS e
          JOIN motcua_internal.help_examples() AS x ON x.name = e.name
          WHERE a.topic IS NULL
          UNION ALL
          SELECT 0, t.place, t.task, t.name, t.description
          FROM asked AS a
          CROSS JOIN LATERAL motcua_internal.help_topic(a.topic, a.lang) AS t
          WHERE NOT a.is_object
          UNION ALL
          SELECT r.part, r.place, r.task, r.name, r.description
          FROM asked AS a
          CROSS JOIN LATERAL motcua_internal.help_routine(a.name, a.lang) AS r
          WHERE a.is_object
          UNION ALL
          SELECT r.part, r.place, r.task, r.name, r.description
          FROM asked AS a
          CROSS JOIN LATERAL motcua_internal.help_relation(a.name, a.lang) AS r
          WHERE a.is_object) AS s
    ORDER BY s.part, s.place, s.name COLLATE "C";
END;
COMMENT ON FUNCTION motcua.help(text, text)
    IS 'Liệt kê các hàm của một ngày làm việc hoặc của một chủ đề, hoặc giải thích một hàm, bảng, '
       'khung nhìn: đối số, kết quả và ví dụ; bằng tiếng Việt (vi) hoặc tiếng Anh (en). | '
       'List the functions of a day''s work or of a topic, or tell of one function, table or '
       'view: its arguments, its result and an example; in Vietnamese (vi) or English (en).';

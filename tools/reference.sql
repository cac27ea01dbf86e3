-- Prints the public objects of the extension in this database as one JSON value, for
-- tools/generate-reference. The value is the same on every major and under every locale, because
-- texts are sorted by COLLATE "C" and types are printed under search_path = pg_catalog.
SET search_path = pg_catalog;
-- This call loads the library, which defines the settings of the extension.
SELECT motcua.version() AS ignored \gset

WITH member AS (
    SELECT d.classid, d.objid FROM pg_depend AS d JOIN pg_extension AS e ON e.oid = d.refobjid
    WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND e.extname = 'motcua'
), routine AS (
    -- Input, output and comparison functions are in schema motcua beside their types. The comments
    -- of these functions begin with "Internal", which tells that they are not public.
    SELECT p.*
    FROM pg_proc AS p JOIN member AS m ON m.classid = 'pg_proc'::regclass AND m.objid = p.oid
    WHERE p.pronamespace = 'motcua'::regnamespace
      AND coalesce(obj_description(p.oid, 'pg_proc'), '') NOT LIKE 'Internal%'
), operator AS (
    SELECT o.*, o.oprname IN ('=', '<>', '<', '<=', '>', '>=') AS compares
    FROM pg_operator AS o
    JOIN member AS m ON m.classid = 'pg_operator'::regclass AND m.objid = o.oid
), guide AS (
    SELECT v.place AS ord, v.task AS task_vi, e.task AS task_en, v.name,
           v.description AS vi, e.description AS en
    FROM motcua_internal.help_entries('vi') AS v
    JOIN motcua_internal.help_entries('en') AS e USING (place, name)
), relation AS (
    SELECT c.oid, c.relname AS name, c.relkind AS kind,
           (SELECT json_agg(json_build_object('name', a.attname, 'type',
                                              format_type(a.atttypid, a.atttypmod), 'default',
                                              pg_get_expr(d.adbin, d.adrelid),
                                              'required', a.attnotnull, 'comment',
                                              col_description(a.attrelid,
                                                              a.attnum)) ORDER BY a.attnum)
            FROM pg_attribute AS a
            LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
    FROM pg_class AS c
    WHERE c.relnamespace = 'motcua'::regnamespace AND c.relkind IN ('r', 'v', 'c')
)
SELECT json_build_object(
    'guide', (SELECT json_agg(g ORDER BY g.ord) FROM guide AS g),
    'functions',
    (SELECT json_agg(json_build_object('name', p.proname, 'arguments',
                                       pg_get_function_arguments(p.oid), 'result',
                                       pg_get_function_result(p.oid),
                                       'volatility', p.provolatile, 'aggregate', p.prokind = 'a',
                                       'comment', obj_description(p.oid, 'pg_proc'))
                     ORDER BY p.proname COLLATE "C",
                     p.prokind DESC,
                     pg_get_function_arguments(p.oid) COLLATE "C")
     FROM routine AS p),
    'operators',
    (SELECT json_agg(json_build_object('name', o.oprname, 'left', format_type(o.oprleft, NULL),
                                       'right', format_type(o.oprright, NULL),
                                       'result', format_type(o.oprresult, NULL), 'function',
                                       CASE WHEN p.pronamespace = 'motcua'::regnamespace
                                                 THEN p.proname END,
                                       'comment',
                                       obj_description(
                                           o.oid, 'pg_operator')) ORDER BY o.oprname COLLATE "C",
                     format_type(o.oprleft, NULL) COLLATE "C")
     FROM operator AS o JOIN pg_proc AS p ON p.oid = o.oprcode WHERE NOT o.compares),
    'comparable',
    (SELECT json_agg(format_type(oprleft, NULL) ORDER BY format_type(oprleft, NULL) COLLATE "C")
     FROM operator WHERE oprname = '='),
    'types',
    (SELECT json_agg(json_build_object('name', t.typname, 'comment',
                                       obj_description(t.oid, 'pg_type'),
                                       'labels',
                                       (SELECT json_agg(l.enumlabel ORDER BY l.enumsortorder)
                                        FROM pg_enum AS l WHERE l.enumtypid = t.oid),
                                       'columns',
                                       (SELECT r.columns
                                        FROM relation AS r
                                        WHERE r.oid = t.typrelid)) ORDER BY t.typname COLLATE "C")
     FROM pg_type AS t LEFT JOIN pg_class AS c ON c.oid = t.typrelid
     WHERE t.typnamespace = 'motcua'::regnamespace
       AND t.typcategory <> 'A'
       AND coalesce(c.relkind = 'c', true)),
    'casts',
    (SELECT json_agg(json_build_object(
                         'source', format_type(c.castsource, NULL), 'target',
                         format_type(c.casttarget, NULL), 'context',
                         c.castcontext) ORDER BY format_type(c.castsource, NULL) COLLATE "C",
                     format_type(c.casttarget, NULL) COLLATE "C")
     FROM pg_cast AS c JOIN member AS m ON m.classid = 'pg_cast'::regclass AND m.objid = c.oid),
    'relations',
    (SELECT json_agg(json_build_object('name', r.name, 'kind', r.kind, 'comment',
                                       obj_description(r.oid, 'pg_class'), 'columns',
                                       r.columns) ORDER BY r.name COLLATE "C")
     FROM relation AS r WHERE r.kind IN ('r', 'v')),
    'settings',
    (SELECT json_agg(json_build_object('name', name, 'default', boot_val, 'comment',
                                       concat_ws(' ', short_desc,
                                                 extra_desc)) ORDER BY name COLLATE "C")
     FROM pg_settings WHERE name LIKE 'motcua.%'),
    'collations',
    (SELECT json_agg(json_build_object('name', c.collname, 'comment',
                                       obj_description(
                                           c.oid, 'pg_collation')) ORDER BY c.collname COLLATE "C")
     FROM pg_collation AS c
     JOIN member AS m ON m.classid = 'pg_collation'::regclass AND m.objid = c.oid),
    'configurations',
    (SELECT json_agg(json_build_object('name', c.cfgname, 'comment',
                                       obj_description(
                                           c.oid, 'pg_ts_config')) ORDER BY c.cfgname COLLATE "C")
     FROM pg_ts_config AS c WHERE c.cfgnamespace = 'motcua'::regnamespace),
    'text_search_parts',
    (SELECT json_agg(json_build_object('name', x.name, 'kind', x.kind, 'comment',
                                       obj_description(x.oid,
                                                       x.catalog)) ORDER BY x.kind COLLATE "C",
                     x.name COLLATE "C")
     FROM (
         SELECT oid, dictname::text, 'DICTIONARY', 'pg_ts_dict'::name
         FROM pg_ts_dict
         WHERE dictnamespace = 'motcua'::regnamespace
         UNION ALL SELECT oid, prsname::text, 'PARSER', 'pg_ts_parser'
         FROM pg_ts_parser
         WHERE prsnamespace = 'motcua'::regnamespace
         UNION ALL SELECT oid, tmplname::text, 'TEMPLATE', 'pg_ts_template'
         FROM pg_ts_template
         WHERE tmplnamespace = 'motcua'::regnamespace
     ) AS x (oid, name, kind, catalog)),
    'classes',
    (SELECT json_agg(json_build_object('name', c.opcname, 'method', a.amname, 'type',
                                       format_type(c.opcintype, NULL), 'default', c.opcdefault,
                                       'comment',
                                       obj_description(
                                           c.oid, 'pg_opclass')) ORDER BY c.opcname COLLATE "C")
     FROM pg_opclass AS c JOIN pg_am AS a ON a.oid = c.opcmethod
     WHERE c.opcnamespace = 'motcua'::regnamespace));

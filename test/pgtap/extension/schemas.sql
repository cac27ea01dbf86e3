-- The two schemas of the extension: who owns them, and which function belongs to which.
\ir ../setup.psql
SELECT plan(14);

CREATE TEMP TABLE member AS
SELECT d.classid, d.objid, pg_describe_object(d.classid, d.objid, 0) AS name
FROM pg_depend AS d JOIN pg_extension AS e ON e.oid = d.refobjid
WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND e.extname = 'motcua';
CREATE TEMP TABLE routine AS
SELECT p.oid, p.proname, p.oid::regprocedure::text AS described, p.prosupport, p.prorettype,
       p.pronamespace = 'motcua_internal'::regnamespace AS is_internal,
       p.proargtypes::oid[] || p.prorettype AS types,
       obj_description(p.oid, 'pg_proc') LIKE 'Internal%' AS is_said_to_be_internal
FROM member AS m JOIN pg_proc AS p ON p.oid = m.objid AND m.classid = 'pg_proc'::regclass;

-- Functions of btree and hash operator classes compare; those of other methods do not.
CREATE TEMP TABLE class_function AS
SELECT a.amproc::oid AS oid, m.amname IN ('btree', 'hash') AS compares
FROM pg_amproc AS a
JOIN pg_opfamily AS f ON f.oid = a.amprocfamily
JOIN pg_am AS m ON m.oid = f.opfmethod;
CREATE TEMP TABLE beside_types AS
SELECT unnest(ARRAY[t.typinput, t.typoutput, t.typreceive, t.typsend])::oid AS oid FROM pg_type AS t
UNION SELECT o.oprcode FROM pg_operator AS o WHERE o.oprname IN ('=', '<>', '<', '<=', '>', '>=')
UNION SELECT c.oid FROM class_function AS c WHERE c.compares;
CREATE TEMP TABLE called_by_server AS
SELECT unnest(ARRAY[a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggserialfn, a.aggdeserialfn,
                    a.aggmtransfn, a.aggminvtransfn, a.aggmfinalfn])::oid AS oid
FROM pg_aggregate AS a
UNION SELECT c.oid FROM class_function AS c WHERE NOT c.compares
UNION SELECT r.prosupport FROM routine AS r
UNION SELECT unnest(ARRAY[o.oprrest, o.oprjoin]) FROM pg_operator AS o
UNION SELECT unnest(ARRAY[p.prsstart, p.prstoken, p.prsend, p.prsheadline, p.prslextype])
FROM pg_ts_parser AS p
UNION SELECT unnest(ARRAY[t.tmplinit, t.tmpllexize]) FROM pg_ts_template AS t
UNION SELECT t.tgfoid FROM pg_trigger AS t;

-- ---- which function belongs where ----
SELECT cmp_ok((SELECT count(*) FROM routine WHERE is_internal),
              '>', 80::bigint, 'the internal functions were looked at');
SELECT cmp_ok((SELECT count(*)
               FROM routine
               WHERE NOT is_internal AND oid NOT IN (SELECT oid FROM beside_types)),
              '>',
              180::bigint,
              'and those that users call');
SELECT is((SELECT string_agg(described, ', ' ORDER BY described) FROM routine
           WHERE NOT is_internal AND oid NOT IN (SELECT oid FROM beside_types)
             AND types && ARRAY['internal'::regtype, 'cstring'::regtype,
                                'trigger'::regtype]::oid[]),
          NULL,
          'no function of motcua has a signature that SQL cannot '
          'call, but for input, output and sorting');
SELECT is((SELECT string_agg(described, ', ' ORDER BY described) FROM routine
           WHERE NOT is_internal AND oid NOT IN (SELECT oid FROM beside_types)
             AND oid IN (SELECT oid FROM called_by_server)
             AND proname NOT IN (SELECT name FROM motcua_internal.help_functions())),
          NULL,
          'no function of motcua serves only aggregates, indexes, '
          'the planner, text search or triggers');
SELECT is((SELECT string_agg(described, ', ' ORDER BY described) FROM routine
           WHERE NOT is_internal
             AND is_said_to_be_internal <> (oid IN (SELECT oid FROM beside_types))),
          NULL,
          'of motcua, input, output and comparison functions are '
          'said to be internal, and no others');
SELECT is((SELECT string_agg(described, ', ' ORDER BY described)
           FROM routine
           WHERE is_internal AND NOT is_said_to_be_internal),
          NULL, 'every function of motcua_internal is said to be internal');
SELECT is((SELECT string_agg(described, ', ' ORDER BY described) FROM routine
           WHERE is_internal AND oid IN (SELECT oid FROM beside_types)),
          NULL, 'input, output and comparison functions stay beside their types');
SELECT is((SELECT string_agg(DISTINCT pg_describe_object(d.classid, d.objid, 0), ', ')
           FROM pg_depend AS d
           WHERE d.refclassid = 'pg_namespace'::regclass
             AND d.refobjid = 'motcua_internal'::regnamespace
             AND d.classid <> 'pg_proc'::regclass
             AND (d.classid <> 'pg_operator'::regclass
                  OR EXISTS (SELECT FROM pg_operator AS o
                             WHERE o.oid = d.objid
                               AND 'motcua.moment'::regtype NOT IN (o.oprleft, o.oprright)))
             AND (d.classid NOT IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass)
                  OR NOT EXISTS (SELECT FROM pg_opclass AS c WHERE d.objid IN (c.oid, c.opcfamily)
                                 AND c.opcintype = 'motcua.moment'::regtype))),
          NULL, 'motcua_internal holds functions, and of other objects only the order of moments');

-- ---- whose the schemas are ----
SELECT is((SELECT string_agg(format('%s %s', n.nspname, n.nspowner), ', ' ORDER BY n.nspname)
           FROM member AS m
           JOIN pg_namespace AS n ON m.classid = 'pg_namespace'::regclass AND n.oid = m.objid),
          'motcua 10, motcua_internal 10',
          'both are members of the extension, and belong to the bootstrap superuser');
SELECT is((SELECT string_agg(format('%s: %s may %s', n.nspname,
                                    CASE WHEN a.grantee = 0 THEN 'everybody'
                                         ELSE a.grantee::text END,
                                    a.privilege_type),
                             ', ' ORDER BY n.nspname,
                             a.grantee,
                             a.privilege_type)
           FROM pg_namespace AS n, aclexplode(n.nspacl) AS a
           WHERE n.nspname IN ('motcua', 'motcua_internal') AND a.grantee <> n.nspowner),
          'motcua: everybody may USAGE, motcua_internal: everybody may USAGE',
          'everybody may use them, nobody may create in them');
SELECT is((SELECT count(*) FROM pg_namespace AS n
           WHERE n.nspname IN ('motcua', 'motcua_internal')
             AND obj_description(n.oid, 'pg_namespace') IS NULL),
          0::bigint, 'both have a comment');
SELECT is((SELECT e.extnamespace::regnamespace::text
           FROM pg_extension AS e WHERE e.extname = 'motcua'),
          'pg_catalog',
          'the extension itself says pg_catalog, which comes '
          'first in the search_path of its scripts');
SELECT is((SELECT string_agg(m.name, ', ') FROM member AS m
           WHERE (pg_identify_object(m.classid, m.objid,
                                     0)).schema NOT IN ('motcua', 'motcua_internal')),
          NULL, 'no object of the extension is in another schema');
SELECT is((SELECT string_agg(DISTINCT pg_describe_object(d.classid, d.objid, 0), ', ')
           FROM pg_depend AS d
           WHERE d.refclassid = 'pg_namespace'::regclass AND d.deptype = 'n'
             AND d.refobjid IN ('motcua'::regnamespace, 'motcua_internal'::regnamespace)
             AND NOT EXISTS (SELECT FROM member AS m
                             WHERE m.classid = d.classid AND m.objid = d.objid)
             AND NOT (d.classid = 'pg_type'::regclass
                      AND EXISTS (SELECT FROM pg_type AS t
                                  WHERE t.oid = d.objid
                                    AND (t.typrelid <> 0 OR t.typcategory = 'A')))),
          NULL, 'nothing that is no member of the extension is in them');

SELECT * FROM finish();
ROLLBACK;

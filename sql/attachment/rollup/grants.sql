-- The query lists GRANT statements: roles that may read the view fact may read what is summed from
-- it. Nobody gets rights on the tables of the roll-up.
SELECT pg_catalog.format('GRANT SELECT ON @schema_in_quotes@.unit_kept, '
                         '@schema_in_quotes@.procedure_kept, @schema_in_quotes@.unit_history, '
                         '@schema_in_quotes@.procedure_history TO %s%s',
                         CASE a.grantee
                              WHEN 0 THEN 'PUBLIC'
                              ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(
                                                              a.grantee)) END,
                         CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
FROM pg_catalog.pg_class AS c
CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) AS a
WHERE c.oid = '@schema_in_quotes@.fact'::pg_catalog.regclass
  AND a.privilege_type = 'SELECT'
  AND a.grantee <> c.relowner

-- Who may read the mapping, and the table behind it where readers need that, may read
-- what is summed from them.
SELECT pg_catalog.format('GRANT SELECT ON @schema_in_quotes@.rollup_unit, '
                         '@schema_in_quotes@.rollup_procedure, @schema_in_quotes@.rollup_delta, '
                         '@schema_in_quotes@.unit_history, @schema_in_quotes@.procedure_history TO '
                         '%s%s',
                         CASE a.grantee
                              WHEN 0 THEN 'PUBLIC'
                              ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(
                                                              a.grantee)) END,
                         CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
FROM pg_catalog.pg_class AS c
CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) AS a
WHERE c.oid = '@schema_in_quotes@.source'::pg_catalog.regclass
  AND a.privilege_type = 'SELECT'
  AND a.grantee <> c.relowner
  AND ('security_invoker=true' <> ALL (coalesce(c.reloptions, '{}'))
       OR pg_catalog.has_any_column_privilege(a.grantee,
                                              motcua_internal.attached_relation(
                                                  c.oid)::pg_catalog.oid,
                                              'SELECT'))

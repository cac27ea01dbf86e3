-- $1 is the name of the schema. The query lists the statements of the stored grants.
SELECT motcua_internal.grant_statements($1::pg_catalog.name, s.grants) FROM @schema@.suspended AS s

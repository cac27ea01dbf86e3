SELECT s.relation::pg_catalog.oid, s.rolled_up FROM @schema@.suspended AS s

SELECT pg_catalog.count(*), coalesce(pg_catalog.sum(r.dossiers), 0) FROM @schema@.rollup_unit AS r

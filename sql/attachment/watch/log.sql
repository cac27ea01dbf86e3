INSERT INTO motcua.change_log (at, actor, relation, code, col, old, new)
VALUES (pg_catalog.clock_timestamp(), $1, $2, $3, $4, $5, $6)

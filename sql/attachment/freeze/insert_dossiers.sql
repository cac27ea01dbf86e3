-- $1 is the period, $4 the codes, $5 the facts that were counted.
INSERT INTO @schema@.frozen_dossier
SELECT $1, x.code, x.counted
FROM ROWS FROM (pg_catalog.unnest($4), pg_catalog.unnest($5)) AS x (code, counted)

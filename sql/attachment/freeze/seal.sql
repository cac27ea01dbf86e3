-- $1 is the period.
UPDATE @schema@.frozen_report AS r
SET hash = motcua_internal.frozen_hash(r.previous, r.period, r.frozen_at, r.frozen_by, r.note,
                                       r.figures, d.codes, d.counted)
FROM (
    SELECT pg_catalog.array_agg(x.code) AS codes, pg_catalog.array_agg(x.counted) AS counted
    FROM @schema@.frozen_dossier AS x
    WHERE x.period = $1
) AS d
WHERE r.period = $1
RETURNING pg_catalog.encode(r.hash, 'hex')

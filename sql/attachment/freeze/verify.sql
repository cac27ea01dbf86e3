-- $1 is the period, $3 to $5 what is counted now.
SELECT r.period, 'hash', NULL::text, NULL::text,
       pg_catalog.encode(r.hash, 'hex'), pg_catalog.encode(h.hash, 'hex')
FROM @schema@.frozen_report AS r
CROSS JOIN LATERAL (
    SELECT motcua_internal.frozen_hash(r.previous, r.period, r.frozen_at, r.frozen_by, r.note,
                                       r.figures, pg_catalog.array_agg(d.code),
                                       pg_catalog.array_agg(d.counted)) AS hash
    FROM @schema@.frozen_dossier AS d
    WHERE d.period = r.period
) AS h
WHERE r.period = $1
  AND (r.hash IS DISTINCT FROM h.hash
       OR r.previous IS DISTINCT FROM (SELECT p.hash
                                       FROM @schema@.frozen_report AS p
                                       WHERE p.place < r.place
                                       ORDER BY p.place DESC
                                       LIMIT 1))
UNION ALL
SELECT $1, 'cell', coalesce(f.label, n.label), coalesce(f.col, n.col), f.n, n.n
FROM (
    SELECT c.label, c.col, c.n
    FROM @schema@.frozen_report AS r
    CROSS JOIN LATERAL motcua_internal.report_cells(r.figures) AS c
    WHERE r.period = $1
) AS f
FULL JOIN motcua_internal.report_cells($3) AS n ON n.label = f.label AND n.col = f.col
WHERE f.n IS DISTINCT FROM n.n
UNION ALL
SELECT $1, 'dossier', coalesce(f.code, n.code), NULL, f.counted, n.counted
FROM (
    SELECT d.code, d.counted,
           pg_catalog.row_number() OVER (PARTITION BY d.code ORDER BY d.counted) AS k
    FROM @schema@.frozen_dossier AS d
    WHERE d.period = $1
) AS f
FULL JOIN (
    SELECT x.code, x.counted,
           pg_catalog.row_number() OVER (PARTITION BY x.code ORDER BY x.counted) AS k
    FROM ROWS FROM (pg_catalog.unnest($4), pg_catalog.unnest($5)) AS x (code, counted)
) AS n ON n.code = f.code AND n.k = f.k
WHERE f.counted IS DISTINCT FROM n.counted
ORDER BY 2, 3, 4

-- The query subtracts the base rows from the roll-up, both of one snapshot. A group gives no row if
-- nothing is left of it.
WITH counted AS MATERIALIZED (
    SELECT d.unit, d.procedure, d.field, coalesce(d.online, false) AS online,
           pg_catalog.count(*) AS dossiers, @history@ AS history
    FROM @schema@.fact AS d
    GROUP BY 1, 2, 3, 4
), compared AS (
    SELECT 'unit' AS grain, r.unit, NULL::text AS procedure, NULL::text AS field,
           NULL::boolean AS online, r.dossiers, r.history
    FROM @schema@.rollup_unit AS r
    UNION ALL
    SELECT 'unit', d.unit, NULL, NULL, NULL, d.dossiers, d.history FROM @schema@.rollup_delta AS d
    UNION ALL
    SELECT 'unit', c.unit, NULL, NULL, NULL, -c.dossiers,
           motcua.minus('{}'::motcua.ledger, c.history)
    FROM counted AS c
    UNION ALL
    SELECT 'procedure', r.unit, r.procedure, r.field, r.online, r.dossiers, r.history
    FROM @schema@.rollup_procedure AS r
    UNION ALL
    SELECT 'procedure', d.unit, d.procedure, d.field, d.online, d.dossiers, d.history
    FROM @schema@.rollup_delta AS d
    UNION ALL
    SELECT 'procedure', c.unit, c.procedure, c.field, c.online, -c.dossiers,
           motcua.minus('{}'::motcua.ledger, c.history)
    FROM counted AS c
)
SELECT c.grain, c.unit, c.procedure, c.field, c.online,
       pg_catalog.sum(c.dossiers)::bigint AS dossiers, motcua.merge(c.history) AS history
FROM compared AS c
GROUP BY 1, 2, 3, 4, 5
HAVING pg_catalog.sum(c.dossiers) <> 0
       OR motcua.ledger_ne(motcua.merge(c.history), '{}'::motcua.ledger)
ORDER BY 1 DESC, 2, 3, 4, 5

-- $1 is the period. The query gives the figures of the form, and the code and the facts of each
-- dossier in it. They become $3, $4 and $5 of the statements that write and compare.
SELECT (
    SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(f) ORDER BY f.tt NULLS LAST)
    FROM @schema@.report_06a($1, 'unit', 'recorded') AS f
), pg_catalog.array_agg(coalesce(d.code, '')), pg_catalog.array_agg(
    pg_catalog.concat_ws('|', d.unit, d.received_at, d.due_at, coalesce(d.ended_at::text, '-'))
)
FROM @schema@.report_06a_dossiers($1, 3, NULL, 'unit', 'recorded') AS d

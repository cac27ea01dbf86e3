-- One statement moves the deltas, so that any snapshot sees a change either as a delta or merged.
WITH taken AS MATERIALIZED (
    DELETE FROM @schema@.rollup_delta AS d
    RETURNING d.unit, d.procedure, d.field, d.online, d.dossiers, d.history
), unit AS (
    INSERT INTO @schema@.rollup_unit AS r (unit, dossiers, history)
    SELECT t.unit, pg_catalog.sum(t.dossiers), motcua.merge(t.history) FROM taken AS t GROUP BY 1
    ON CONFLICT ON CONSTRAINT rollup_unit_key
    DO UPDATE SET dossiers = r.dossiers + EXCLUDED.dossiers,
    history = motcua.plus(r.history, EXCLUDED.history)
), procedure AS (
    INSERT INTO @schema@.rollup_procedure AS r (unit, procedure, field, online, dossiers, history)
    SELECT t.unit, t.procedure, t.field, t.online, pg_catalog.sum(t.dossiers),
           motcua.merge(t.history)
    FROM taken AS t
    GROUP BY 1, 2, 3, 4
    ON CONFLICT ON CONSTRAINT rollup_procedure_key
    DO UPDATE SET dossiers = r.dossiers + EXCLUDED.dossiers,
    history = motcua.plus(r.history, EXCLUDED.history)
)
SELECT pg_catalog.count(*) FROM taken

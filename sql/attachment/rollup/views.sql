-- What the views of rates count when there is a roll-up: kept histories and what came since, or the
-- base rows while it is stale. At planning one of the two is left out altogether.
CREATE VIEW @schema@.unit_history WITH (@options@) AS
SELECT r.unit, r.dossiers, r.history
FROM @schema@.rollup_unit AS r
WHERE motcua_internal.rollup_is_current('@schema_in_quotes@.rollup_delta'::pg_catalog.regclass)
UNION ALL
SELECT r.unit, r.dossiers, r.history
FROM @schema@.rollup_delta AS r
WHERE motcua_internal.rollup_is_current('@schema_in_quotes@.rollup_delta'::pg_catalog.regclass)
UNION ALL
SELECT d.unit, pg_catalog.count(*), @history@
FROM @schema@.source AS d
WHERE motcua_internal.rollup_is_stale('@schema_in_quotes@.rollup_delta'::pg_catalog.regclass)
GROUP BY 1;
COMMENT ON VIEW @schema@.unit_history
    IS 'Lịch sử số liệu của từng đơn vị (cộng các dòng cùng đơn vị bằng motcua.merge)';
CREATE VIEW @schema@.procedure_history WITH (@options@) AS
SELECT r.unit, r.procedure, r.field, r.online, r.dossiers, r.history
FROM @schema@.rollup_procedure AS r
WHERE motcua_internal.rollup_is_current('@schema_in_quotes@.rollup_delta'::pg_catalog.regclass)
UNION ALL
SELECT r.unit, r.procedure, r.field, r.online, r.dossiers, r.history FROM @schema@.rollup_delta AS r
WHERE motcua_internal.rollup_is_current('@schema_in_quotes@.rollup_delta'::pg_catalog.regclass)
UNION ALL
SELECT d.unit, d.procedure, d.field, coalesce(d.online, false), pg_catalog.count(*), @history@
FROM @schema@.source AS d
WHERE motcua_internal.rollup_is_stale('@schema_in_quotes@.rollup_delta'::pg_catalog.regclass)
GROUP BY 1, 2, 3, 4;
COMMENT ON VIEW @schema@.procedure_history
    IS 'Lịch sử số liệu theo đơn vị, thủ tục, lĩnh vực, hình thức nộp (cộng bằng motcua.merge)';

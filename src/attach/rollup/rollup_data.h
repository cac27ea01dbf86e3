/* Made by tools/generate-attachment from sql/attachment/rollup/: do not edit. */
static const char rollup_compact[] =
	"WITH taken AS MATERIALIZED (\n"
	"    DELETE FROM @schema@.rollup_delta AS d\n"
	"    RETURNING d.unit, d.procedure, d.field, d.online, d.dossiers, d.history\n"
	"), unit AS (\n"
	"    INSERT INTO @schema@.rollup_unit AS r (unit, dossiers, history)\n"
	"    SELECT t.unit, pg_catalog.sum(t.dossiers), motcua.merge(t.history) FROM taken AS t GROUP BY 1\n"
	"    ON CONFLICT ON CONSTRAINT rollup_unit_key\n"
	"    DO UPDATE SET dossiers = r.dossiers + EXCLUDED.dossiers, history = motcua.plus(r.history, EXCLUDED.history)\n"
	"), procedure AS (\n"
	"    INSERT INTO @schema@.rollup_procedure AS r (unit, procedure, field, online, dossiers, history)\n"
	"    SELECT t.unit, t.procedure, t.field, t.online, pg_catalog.sum(t.dossiers), motcua.merge(t.history) FROM taken AS t GROUP BY 1, 2, 3, 4\n"
	"    ON CONFLICT ON CONSTRAINT rollup_procedure_key\n"
	"    DO UPDATE SET dossiers = r.dossiers + EXCLUDED.dossiers, history = motcua.plus(r.history, EXCLUDED.history)\n"
	")\n"
	"SELECT pg_catalog.count(*) FROM taken\n";
static const char rollup_drop[] =
	"DROP VIEW @schema@.unit_history, @schema@.procedure_history;\n"
	"DROP TABLE @schema@.rollup_unit, @schema@.rollup_procedure, @schema@.rollup_delta, @schema@.rollup_stale;\n";
static const char rollup_drop_triggers[] =
	"DROP TRIGGER IF EXISTS motcua_rollup_insert ON @table@;\n"
	"DROP TRIGGER IF EXISTS motcua_rollup_update ON @table@;\n"
	"DROP TRIGGER IF EXISTS motcua_rollup_delete ON @table@;\n"
	"DROP TRIGGER IF EXISTS motcua_rollup_truncate ON @table@;\n";
static const char rollup_empty[] =
	"DELETE FROM @schema@.rollup_unit;\n"
	"DELETE FROM @schema@.rollup_procedure;\n"
	"DELETE FROM @schema@.rollup_delta;\n"
	"DELETE FROM @schema@.rollup_stale;\n";
static const char rollup_grants[] =
	"SELECT pg_catalog.format('GRANT SELECT ON @schema_in_quotes@.rollup_unit, @schema_in_quotes@.rollup_procedure, @schema_in_quotes@.rollup_delta, @schema_in_quotes@.unit_history, @schema_in_quotes@.procedure_history TO %s%s',\n"
	"                         CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END,\n"
	"                         CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)\n"
	"FROM pg_catalog.pg_class AS c\n"
	"CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) AS a\n"
	"WHERE c.oid = '@schema_in_quotes@.source'::pg_catalog.regclass AND a.privilege_type = 'SELECT' AND a.grantee <> c.relowner\n"
	"  AND ('security_invoker=true' <> ALL (coalesce(c.reloptions, '{}'))\n"
	"       OR pg_catalog.has_any_column_privilege(a.grantee, motcua_internal.attached_relation(c.oid)::pg_catalog.oid, 'SELECT'))\n";
static const char rollup_lock[] =
	"LOCK TABLE @schema@.rollup_unit IN SHARE UPDATE EXCLUSIVE MODE;\n";
static const char rollup_prune[] =
	"DELETE FROM @schema@.rollup_unit AS r WHERE r.dossiers = 0;\n"
	"DELETE FROM @schema@.rollup_procedure AS r WHERE r.dossiers = 0;\n";
static const char rollup_tables[] =
	"CREATE TABLE @schema@.rollup_procedure AS\n"
	"SELECT d.unit, d.procedure, d.field, coalesce(d.online, false) AS online, pg_catalog.count(*) AS dossiers, @history@ AS history\n"
	"FROM @schema@.source AS d\n"
	"GROUP BY 1, 2, 3, 4;\n"
	"CREATE TABLE @schema@.rollup_unit AS\n"
	"SELECT r.unit, pg_catalog.sum(r.dossiers)::bigint AS dossiers, motcua.merge(r.history) AS history\n"
	"FROM @schema@.rollup_procedure AS r\n"
	"GROUP BY 1;\n"
	"CREATE TABLE @schema@.rollup_delta (LIKE @schema@.rollup_procedure);\n"
	"CREATE TABLE @schema@.rollup_stale (at timestamptz NOT NULL, reason text NOT NULL);\n"
	"ALTER TABLE @schema@.rollup_procedure ADD CONSTRAINT rollup_procedure_key UNIQUE NULLS NOT DISTINCT (unit, procedure, field, online);\n"
	"ALTER TABLE @schema@.rollup_unit ADD CONSTRAINT rollup_unit_key UNIQUE NULLS NOT DISTINCT (unit);\n"
	"ANALYZE @schema@.rollup_procedure, @schema@.rollup_unit;\n"
	"COMMENT ON TABLE @schema@.rollup_unit IS 'Bảng tổng hợp: lịch sử số liệu của từng đơn vị, do motcua.compact_rollups gộp lại';\n"
	"COMMENT ON TABLE @schema@.rollup_procedure IS 'Bảng tổng hợp: lịch sử số liệu theo đơn vị, thủ tục, lĩnh vực, hình thức nộp';\n"
	"COMMENT ON TABLE @schema@.rollup_delta IS 'Bảng tổng hợp: thay đổi mới, do trigger ghi thêm; không sửa bằng tay';\n"
	"COMMENT ON TABLE @schema@.rollup_stale IS 'Bảng tổng hợp: vì sao không còn đúng, khi đó các bảng nhìn đếm từ bảng gốc; trống là đúng';\n";
static const char rollup_totals[] =
	"SELECT pg_catalog.count(*), coalesce(pg_catalog.sum(r.dossiers), 0) FROM @schema@.rollup_unit AS r\n";
static const char rollup_trigger[] =
	"CREATE OR REPLACE TRIGGER motcua_rollup_@event@ AFTER @event@ ON @table@ @transition_tables@\n"
	"    FOR EACH STATEMENT EXECUTE FUNCTION motcua_internal.roll_up();\n"
	"ALTER TABLE @table@ ENABLE ALWAYS TRIGGER motcua_rollup_@event@;\n";
static const char rollup_verify[] =
	"WITH counted AS MATERIALIZED (\n"
	"    SELECT d.unit, d.procedure, d.field, coalesce(d.online, false) AS online, pg_catalog.count(*) AS dossiers, @history@ AS history\n"
	"    FROM @schema@.source AS d\n"
	"    GROUP BY 1, 2, 3, 4\n"
	"), compared AS (\n"
	"    SELECT 'unit' AS grain, r.unit, NULL::text AS procedure, NULL::text AS field, NULL::boolean AS online, r.dossiers, r.history\n"
	"    FROM @schema@.rollup_unit AS r\n"
	"    UNION ALL\n"
	"    SELECT 'unit', d.unit, NULL, NULL, NULL, d.dossiers, d.history FROM @schema@.rollup_delta AS d\n"
	"    UNION ALL\n"
	"    SELECT 'unit', c.unit, NULL, NULL, NULL, -c.dossiers, motcua.minus('{}'::motcua.ledger, c.history) FROM counted AS c\n"
	"    UNION ALL\n"
	"    SELECT 'procedure', r.unit, r.procedure, r.field, r.online, r.dossiers, r.history FROM @schema@.rollup_procedure AS r\n"
	"    UNION ALL\n"
	"    SELECT 'procedure', d.unit, d.procedure, d.field, d.online, d.dossiers, d.history FROM @schema@.rollup_delta AS d\n"
	"    UNION ALL\n"
	"    SELECT 'procedure', c.unit, c.procedure, c.field, c.online, -c.dossiers, motcua.minus('{}'::motcua.ledger, c.history) FROM counted AS c\n"
	")\n"
	"SELECT c.grain, c.unit, c.procedure, c.field, c.online, pg_catalog.sum(c.dossiers)::bigint AS dossiers, motcua.merge(c.history) AS history\n"
	"FROM compared AS c\n"
	"GROUP BY 1, 2, 3, 4, 5\n"
	"HAVING pg_catalog.sum(c.dossiers) <> 0 OR motcua.ledger_ne(motcua.merge(c.history), '{}'::motcua.ledger)\n"
	"ORDER BY 1 DESC, 2, 3, 4, 5\n";
static const char rollup_views[] =
	"CREATE VIEW @schema@.unit_history WITH (@options@) AS\n"
	"SELECT r.unit, r.dossiers, r.history FROM @schema@.rollup_unit AS r WHERE motcua_internal.rollup_is_current('@schema_in_quotes@.rollup_delta'::pg_catalog.regclass)\n"
	"UNION ALL\n"
	"SELECT r.unit, r.dossiers, r.history FROM @schema@.rollup_delta AS r WHERE motcua_internal.rollup_is_current('@schema_in_quotes@.rollup_delta'::pg_catalog.regclass)\n"
	"UNION ALL\n"
	"SELECT d.unit, pg_catalog.count(*), @history@\n"
	"FROM @schema@.source AS d\n"
	"WHERE motcua_internal.rollup_is_stale('@schema_in_quotes@.rollup_delta'::pg_catalog.regclass)\n"
	"GROUP BY 1;\n"
	"COMMENT ON VIEW @schema@.unit_history IS 'Lịch sử số liệu của từng đơn vị (cộng các dòng cùng đơn vị bằng motcua.merge)';\n"
	"CREATE VIEW @schema@.procedure_history WITH (@options@) AS\n"
	"SELECT r.unit, r.procedure, r.field, r.online, r.dossiers, r.history FROM @schema@.rollup_procedure AS r\n"
	"WHERE motcua_internal.rollup_is_current('@schema_in_quotes@.rollup_delta'::pg_catalog.regclass)\n"
	"UNION ALL\n"
	"SELECT r.unit, r.procedure, r.field, r.online, r.dossiers, r.history FROM @schema@.rollup_delta AS r\n"
	"WHERE motcua_internal.rollup_is_current('@schema_in_quotes@.rollup_delta'::pg_catalog.regclass)\n"
	"UNION ALL\n"
	"SELECT d.unit, d.procedure, d.field, coalesce(d.online, false), pg_catalog.count(*), @history@\n"
	"FROM @schema@.source AS d\n"
	"WHERE motcua_internal.rollup_is_stale('@schema_in_quotes@.rollup_delta'::pg_catalog.regclass)\n"
	"GROUP BY 1, 2, 3, 4;\n"
	"COMMENT ON VIEW @schema@.procedure_history IS 'Lịch sử số liệu theo đơn vị, thủ tục, lĩnh vực, hình thức nộp (cộng bằng motcua.merge)';\n";

/*
 * This file was made by tools/generate-attachment from sql/attachment/mapping/:
 * do not edit it.
 */
static const char mapping_mapping[] =
	"CREATE VIEW @schema@.mapping WITH (security_invoker = true) AS\n"
	"SELECT @columns@\n"
	"FROM @relation@ AS @alias@\n"
	"WHERE false;\n"
	"COMMENT ON VIEW @schema@.mapping\n"
	"    IS 'Khung nhìn này giữ ánh xạ như đã khai báo khi gắn: mỗi cột là biểu thức của một tham số; '\n"
	"       'nó không có dòng nào. | '\n"
	"       'This view keeps the mapping as it was given to attach: each column is the expression of '\n"
	"       'an argument. It has no rows.';\n";
static const char mapping_settings[] =
	"CREATE OR REPLACE VIEW @schema@.settings WITH (@options@) AS\n"
	"SELECT @version@::pg_catalog.text AS motcua_attachment, a.as_of,\n"
	"       pg_catalog.date_trunc('year', a.as_of::pg_catalog.timestamp)::pg_catalog.date\n"
	"           AS period_start,\n"
	"       @basis@::pg_catalog.text AS basis, @granularity@::pg_catalog.text AS granularity,\n"
	"       @target@::pg_catalog.numeric AS target, @warn_days@ AS warn_days,\n"
	"       @time_zone@::pg_catalog.text AS time_zone, @calendar@::pg_catalog.text AS calendar,\n"
	"       @rights@::pg_catalog.text AS rights, @ignore_rls@ AS ignore_rls\n"
	"FROM (SELECT @as_of@ AS as_of OFFSET 0) AS a;\n"
	"COMMENT ON VIEW @schema@.settings\n"
	"    IS 'Khung nhìn này cho các thiết lập: ngày số liệu, chỉ tiêu, cách tính, lịch làm việc. | '\n"
	"       'This view has the settings: the day shown, the target, the basis, the calendar.';\n";
static const char mapping_stored[] =
	"SELECT a.key, a.value\n"
	"FROM @schema@.suspended AS s\n"
	"CROSS JOIN LATERAL pg_catalog.jsonb_each_text(s.arguments) AS a\n";
static const char mapping_stored_grants[] =
	"SELECT motcua_internal.grant_statements($1::pg_catalog.name, s.grants) FROM @schema@.suspended AS s\n";
static const char mapping_suspend[] =
	"INSERT INTO @schema@.suspended (relation, arguments, grants, rolled_up)\n"
	"SELECT $1::pg_catalog.regclass,\n"
	"       pg_catalog.jsonb_object($2, $3)\n"
	"       || CASE WHEN pg_catalog.cardinality($4) > 0\n"
	"                    THEN pg_catalog.jsonb_build_object('extra', pg_catalog.jsonb_object($4, $5))\n"
	"               ELSE '{}' END,\n"
	"       $6, $7\n";
static const char mapping_suspended[] =
	"CREATE TABLE @schema@.suspended (\n"
	"    relation   pg_catalog.regclass NOT NULL,\n"
	"    arguments  pg_catalog.jsonb NOT NULL,\n"
	"    grants     pg_catalog.jsonb NOT NULL,\n"
	"    rolled_up  boolean NOT NULL\n"
	");\n"
	"COMMENT ON TABLE @schema@.suspended\n"
	"    IS 'Bảng này giữ ánh xạ và các quyền đã cấp của lược đồ đang tạm gỡ; motcua.resume_attachment '\n"
	"       'dựng lại từ đây. | '\n"
	"       'This table holds the mapping and the grants of a suspended attachment; '\n"
	"       'motcua.resume_attachment builds it again from them.';\n";
static const char mapping_suspended_row[] =
	"SELECT s.relation::pg_catalog.oid, s.rolled_up FROM @schema@.suspended AS s\n";

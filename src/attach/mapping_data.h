/* Made by tools/generate-attachment from sql/attachment/mapping/: do not edit. */
static const char mapping_arguments[] =
	"SELECT pg_catalog.format(E',\\n    basis => %L, granularity => %L, target => %s, warn_days => %s'\n"
	"                         ',\\n    calendar => %L, rights => %L%s);',\n"
	"                         s.basis, s.granularity, s.target, s.warn_days, s.calendar, s.rights,\n"
	"                         CASE s.rights WHEN 'owner' THEN ', ignore_rls => true' ELSE '' END)\n"
	"FROM @schema@.settings AS s\n";
static const char mapping_settings[] =
	"CREATE VIEW @schema@.settings WITH (@options@) AS\n"
	"SELECT @version@::pg_catalog.text AS motcua_attachment, a.as_of,\n"
	"       pg_catalog.date_trunc('year', a.as_of::pg_catalog.timestamp)::pg_catalog.date\n"
	"           AS period_start,\n"
	"       @basis@::pg_catalog.text AS basis, @granularity@::pg_catalog.text AS granularity,\n"
	"       @target@::pg_catalog.numeric AS target, @warn_days@ AS warn_days,\n"
	"       @time_zone@::pg_catalog.text AS time_zone, @calendar@::pg_catalog.text AS calendar,\n"
	"       @rights@::pg_catalog.text AS rights\n"
	"FROM (SELECT @as_of@ AS as_of OFFSET 0) AS a;\n"
	"COMMENT ON VIEW @schema@.settings IS 'Thiết lập: ngày số liệu, chỉ tiêu, cách tính, lịch làm việc';\n";
static const char mapping_source[] =
	"CREATE VIEW @schema@.source WITH (@options@) AS\n"
	"SELECT @columns@\n"
	"FROM @relation@ AS @alias@\n"
	"WHERE @included@;\n"
	"COMMENT ON VIEW @schema@.source IS\n"
	"    'Ánh xạ: các cột và biểu thức của bảng gốc (có thông tin cá nhân)';\n";
static const char mapping_suspended[] =
	"CREATE TABLE @schema@.suspended (place integer PRIMARY KEY, statement text NOT NULL);\n"
	"COMMENT ON TABLE @schema@.suspended IS\n"
	"    'Gắn kết đang tạm ngừng: motcua.resume_attachment dựng lại từ đây';\n";

/*
 * This file was made by tools/generate-attachment from sql/attachment/watch/:
 * do not edit it.
 */
static const char watch_create[] =
	"CREATE TRIGGER motcua_watch AFTER UPDATE OR DELETE ON @table@\n"
	"    FOR EACH ROW EXECUTE FUNCTION motcua_internal.log_change(@arguments@);\n"
	"CREATE TRIGGER motcua_watch_truncate AFTER TRUNCATE ON @table@\n"
	"    FOR EACH STATEMENT EXECUTE FUNCTION motcua_internal.log_change();\n"
	"ALTER TABLE @table@\n"
	"    ENABLE ALWAYS TRIGGER motcua_watch, ENABLE ALWAYS TRIGGER motcua_watch_truncate;\n";
static const char watch_drop[] =
	"DROP TRIGGER motcua_watch ON @table@;\n"
	"DROP TRIGGER motcua_watch_truncate ON @table@;\n";

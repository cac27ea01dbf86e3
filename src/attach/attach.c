/* attach: checks the arguments, writes the mapping, and has the views built on it. */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/jsonb.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"
#include "utils/rel.h"
#include "utils/syscache.h"

#include "attach/attachment.h"
#include "calendar/calendar_cache.h"
#include "common/compat.h"
#include "core/base/names.h"
#include "dossier/outcome_sql.h"
#include "kpi/tally_rates.h"

/* The arguments of attach by position. */
enum
{
	ARG_RELATION,
	ARG_SCHEMA,
	ARG_FIRST_COLUMN, /* the columns of source, in the order of mapped_columns */
	ARG_BASIS = ARG_FIRST_COLUMN + MOTCUA_MAPPED_COLUMNS,
	ARG_EXCLUDED,
	ARG_GRANULARITY,
	ARG_TARGET,
	ARG_WARN_DAYS,
	ARG_TIME_ZONE,
	ARG_CALENDAR,
	ARG_AS_OF,
	ARG_EXTRA,
	ARG_RIGHTS,
	ARG_IGNORE_RLS
};

typedef struct mapped_column
{
	const char *name;
	const char *argument;
	motcua_mapped_kind kind;
} mapped_column;

/* In the order of attach's arguments; columns of source, only ever appended. */
static const mapped_column mapped_columns[] = {
	{"received_at", "received_at", MOTCUA_MAPPED_MOMENT},
	{"due_at", "due_at", MOTCUA_MAPPED_END},
	{"ended_at", "ended_at", MOTCUA_MAPPED_MOMENT},
	{"code", "code", MOTCUA_MAPPED_TEXT},
	{"unit", "unit", MOTCUA_MAPPED_GROUP},
	{"reception_unit", "reception_unit", MOTCUA_MAPPED_TEXT},
	{"officer", "officer", MOTCUA_MAPPED_TEXT},
	{"procedure", "procedure", MOTCUA_MAPPED_GROUP},
	{"field", "field", MOTCUA_MAPPED_GROUP},
	{"applicant", "applicant", MOTCUA_MAPPED_TEXT},
	{"online", "online", MOTCUA_MAPPED_BOOLEAN},
	{"channel", "channel", MOTCUA_MAPPED_TEXT},
	{"service_level", "service_level", MOTCUA_MAPPED_TEXT},
	{"ended_as", "ended_as", MOTCUA_MAPPED_TEXT},
	{"paused_since", "paused_since", MOTCUA_MAPPED_MOMENT},
	{"submitted_at", "submitted_at", MOTCUA_MAPPED_MOMENT},
	{"original_due_at", "original_due_at", MOTCUA_MAPPED_END},
	{"returned_at", "returned_at", MOTCUA_MAPPED_MOMENT},
	{"apology_at", "apology_at", MOTCUA_MAPPED_MOMENT},
	{"time_limit", "time_limit", MOTCUA_MAPPED_TEXT},
	{"calendar", "calendar_expr", MOTCUA_MAPPED_TEXT}};

StaticAssertDecl(MOTCUA_MAPPED_COLUMNS == lengthof(mapped_columns),
				 "an argument for every mapped column");

static char *
text_argument(FunctionCallInfo fcinfo, int argument)
{
	return PG_ARGISNULL(argument) ? NULL : text_to_cstring(PG_GETARG_TEXT_PP(argument));
}

/* An argument that may not be NULL. */
static char *
required_text(FunctionCallInfo fcinfo, int argument, const char *name)
{
	if (PG_ARGISNULL(argument))
		ereport(
			ERROR,
			(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
			 errmsg("argument \"%s\" of attach is NULL", name),
			 errhint(
				 "Give relation, schema_name, received_at, due_at and ended_at; leave a setting out to have its default.")));
	return text_to_cstring(PG_GETARG_TEXT_PP(argument));
}

static void
check_choice(const char *argument, const char *value, const char *const choices[], int count)
{
	StringInfoData list;

	initStringInfo(&list);
	for (int at = 0; at < count; at++)
	{
		if (strcmp(value, choices[at]) == 0)
			return;
		appendStringInfo(&list, "%s\"%s\"", at == 0 ? "" : ", ", choices[at]);
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("unknown %s \"%s\"", argument, value),
			 errhint("Use one of %s.", list.data)));
}

static void
check_relation(Oid relation, bool owner_rights, bool ignore_rls)
{
	HeapTuple tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(relation));
	Form_pg_class class;

	if (!HeapTupleIsValid(tuple))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_TABLE),
						errmsg("relation with OID %u does not exist", relation),
						errhint("Name the table of dossiers, as in 'public.dossier'.")));
	class = (Form_pg_class) GETSTRUCT(tuple);
	if (strchr("rpfvm", class->relkind) == NULL || class->relpersistence == RELPERSISTENCE_TEMP)
		ereport(
			ERROR,
			(errcode(ERRCODE_WRONG_OBJECT_TYPE),
			 errmsg("\"%s\" cannot be attached", NameStr(class->relname)),
			 errhint(
				 "Attach a table, a partitioned or foreign table, a view or a materialised view that is not temporary.")));
	if (class->relrowsecurity && owner_rights && !ignore_rls)
		ereport(
			ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("table \"%s\" has row-level security, which rights \"owner\" would bypass",
					NameStr(class->relname)),
			 errhint(
				 "Use rights => 'invoker', or ignore_rls => true if every reader may see every row.")));
	ReleaseSysCache(tuple);
}

static char *
qualified_name(Oid relation)
{
	return quote_qualified_identifier(get_namespace_name(get_rel_namespace(relation)),
									  get_rel_name(relation));
}

/* A name of the time zone database: PostgreSQL would take almost any text for a zone of its own rules. */
static void
check_time_zone(const char *name)
{
	Oid types[] = {TEXTOID};
	Datum values[] = {CStringGetTextDatum(name)};
	int level = motcua_with_safe_search_path();

	if (SPI_execute_with_args(
			"SELECT FROM pg_catalog.pg_timezone_names AS z WHERE pg_catalog.lower(z.name) = pg_catalog.lower($1)",
			1, types, values, NULL, true, 1) != SPI_OK_SELECT)
		elog(ERROR, "could not read pg_timezone_names");
	AtEOXact_GUC(true, level);
	if (SPI_processed == 0)
		ereport(
			ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("time zone \"%s\" is not recognized", name),
			 errhint("Use a name of pg_timezone_names, such as \"Asia/Ho_Chi_Minh\" or \"UTC\".")));
}

/* Settings that their values alone decide on. */
static void
check_settings(FunctionCallInfo fcinfo)
{
	mc_tally none = {0};
	Datum target = PG_GETARG_DATUM(ARG_TARGET);

	(void) motcua_ratio_of(&none, cstring_to_text(required_text(fcinfo, ARG_BASIS, "basis")));
	(void) required_text(fcinfo, ARG_GRANULARITY, "granularity");
	(void) motcua_granularity_arg(fcinfo, ARG_GRANULARITY);
	if (DatumGetBool(DirectFunctionCall2(numeric_lt, target,
										 DirectFunctionCall1(int4_numeric, Int32GetDatum(0)))) ||
		DatumGetBool(DirectFunctionCall2(numeric_gt, target,
										 DirectFunctionCall1(int4_numeric, Int32GetDatum(1)))))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("target \"%s\" is outside 0 to 1",
							   DatumGetCString(DirectFunctionCall1(numeric_out, target))),
						errhint("Write target => 0.98 for 98 %%.")));
	if (PG_GETARG_INT32(ARG_WARN_DAYS) < 0)
		ereport(
			ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("warn_days \"%d\" is negative", PG_GETARG_INT32(ARG_WARN_DAYS)),
			 errhint(
				 "Say how many working days before its due date a dossier is shown in due_soon.")));
}

static void
create_schema(const char *schema)
{
	if (OidIsValid(get_namespace_oid(schema, true)))
		ereport(
			ERROR,
			(errcode(ERRCODE_DUPLICATE_SCHEMA), errmsg("schema \"%s\" already exists", schema),
			 errhint(
				 "Name a schema that is not there yet: attach makes it; SELECT motcua.detach(%s) drops one that attach made.",
				 quote_literal_cstr(schema))));
	motcua_run(psprintf("CREATE SCHEMA %s", quote_identifier(schema)));
}

/* The columns of extra, as ", expression AS name" and ", d.name". */
static void
read_extra(const motcua_attached *attached, Jsonb *extra, StringInfo mapped, StringInfo shown)
{
	JsonbIterator *iterator = JsonbIteratorInit(&extra->root);
	JsonbValue value;
	JsonbIteratorToken token = JsonbIteratorNext(&iterator, &value, true);
	char *name = NULL;

	if (token != WJB_BEGIN_OBJECT)
		ereport(
			ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("argument \"extra\" is not a JSON object"),
			 errhint(
				 "Write an object of names and SQL expressions, as in {\"phone\": \"so_dien_thoai\"}.")));
	while ((token = JsonbIteratorNext(&iterator, &value, true)) != WJB_DONE)
	{
		if (token == WJB_KEY)
			name = pnstrdup(value.val.string.val, value.val.string.len);
		else if (token == WJB_VALUE)
		{
			if (value.type != jbvString)
				ereport(
					ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("argument \"extra\": \"%s\" is not a string", name),
					 errhint(
						 "Write an object of names and SQL expressions, as in {\"phone\": \"so_dien_thoai\"}.")));
			appendStringInfo(mapped, ",\n       %s AS %s",
							 motcua_extra_sql(attached, name,
											  pnstrdup(value.val.string.val, value.val.string.len)),
							 quote_identifier(name));
			appendStringInfo(shown, ",\n       d.%s", quote_identifier(name));
		}
	}
}

/* The select list of source. */
static char *
mapped_list(FunctionCallInfo fcinfo, const motcua_attached *attached)
{
	StringInfoData list;

	initStringInfo(&list);
	for (size_t at = 0; at < lengthof(mapped_columns); at++)
	{
		const mapped_column *column = &mapped_columns[at];

		appendStringInfo(&list, "%s%s AS %s", at == 0 ? "" : ",\n       ",
						 motcua_mapped_sql(attached, column->argument,
										   text_argument(fcinfo, ARG_FIRST_COLUMN + at),
										   column->kind),
						 column->name);
	}
	return list.data;
}

static char *
included_condition(const motcua_attached *attached, const char *excluded)
{
	return excluded == NULL
			   ? "true"
			   : psprintf("%s IS NOT TRUE",
						  motcua_mapped_sql(attached, "excluded", excluded, MOTCUA_MAPPED_BOOLEAN));
}

/* The view that holds the mapping. */
static void
create_mapping(const char *schema, const motcua_attached *attached, const char *list,
			   const char *extra, const char *condition, bool invoker)
{
	motcua_run(psprintf(
		"CREATE VIEW %s.source WITH (security_invoker = %s) AS\nSELECT %s%s\nFROM %s AS %s\nWHERE %s",
		schema, invoker ? "true" : "false", list, extra, attached->relation_name, attached->alias,
		condition));
	motcua_run(psprintf(
		"COMMENT ON VIEW %s.source IS 'Ánh xạ: các cột và biểu thức của bảng gốc (có thông tin cá nhân)'",
		schema));
}

static void
create_settings(FunctionCallInfo fcinfo, const char *schema, const motcua_attached *attached,
				const char *calendar, bool invoker)
{
	char *basis = text_argument(fcinfo, ARG_BASIS);
	char *granularity = text_argument(fcinfo, ARG_GRANULARITY);
	char *day = motcua_day_sql("as_of", text_argument(fcinfo, ARG_AS_OF));
	char *target = DatumGetCString(DirectFunctionCall1(numeric_out, PG_GETARG_DATUM(ARG_TARGET)));

	motcua_run(psprintf(
		"CREATE VIEW %s.settings WITH (security_invoker = %s) AS\n"
		"SELECT '" MOTCUA_VERSION "'::pg_catalog.text AS motcua_attachment, a.as_of,\n"
		"       pg_catalog.date_trunc('year', a.as_of::pg_catalog.timestamp)::pg_catalog.date AS period_start,\n"
		"       %s::pg_catalog.text AS basis, %s::pg_catalog.text AS granularity, %s::pg_catalog.numeric AS target, %d AS warn_days,\n"
		"       %s::pg_catalog.text AS time_zone, %s::pg_catalog.text AS calendar, '%s'::pg_catalog.text AS rights\n"
		"FROM (SELECT %s AS as_of OFFSET 0) AS a",
		schema, invoker ? "true" : "false", quote_literal_cstr(basis),
		quote_literal_cstr(granularity), target, PG_GETARG_INT32(ARG_WARN_DAYS),
		quote_literal_cstr(attached->time_zone), quote_literal_cstr(calendar),
		invoker ? "invoker" : "owner", day));
	motcua_run(psprintf(
		"COMMENT ON VIEW %s.settings IS 'Thiết lập: ngày số liệu, chỉ tiêu, cách tính, lịch làm việc'",
		schema));
}

static char *
pinned_calendar(FunctionCallInfo fcinfo)
{
	char *calendar = text_argument(fcinfo, ARG_CALENDAR);

	if (calendar == NULL)
		calendar = GetConfigOptionByName("motcua.calendar", NULL, true);
	if (calendar == NULL || *calendar == '\0')
		calendar = "vn";
	(void) motcua_calendar_named(fcinfo, calendar);
	return calendar;
}

static bool
wants_invoker_rights(FunctionCallInfo fcinfo)
{
	static const char *const choices[] = {"invoker", "owner"};
	char *rights = required_text(fcinfo, ARG_RIGHTS, "rights");

	check_choice("rights", rights, choices, lengthof(choices));
	return strcmp(rights, "invoker") == 0;
}

static motcua_attached
attached_relation(FunctionCallInfo fcinfo)
{
	motcua_attached attached = {.relation = PG_GETARG_OID(ARG_RELATION)};

	attached.relation_name = qualified_name(attached.relation);
	attached.alias = pstrdup(quote_identifier(get_rel_name(attached.relation)));
	attached.time_zone = required_text(fcinfo, ARG_TIME_ZONE, "time_zone");
	check_time_zone(attached.time_zone);
	return attached;
}

static void
check_required(FunctionCallInfo fcinfo)
{
	static const int required[] = {ARG_RELATION,         ARG_SCHEMA,           ARG_FIRST_COLUMN,
								   ARG_FIRST_COLUMN + 1, ARG_FIRST_COLUMN + 2, ARG_TARGET,
								   ARG_WARN_DAYS,        ARG_IGNORE_RLS};
	static const char *const names[] = {"relation", "schema_name", "received_at", "due_at",
										"ended_at", "target",      "warn_days",   "ignore_rls"};

	for (size_t at = 0; at < lengthof(required); at++)
		if (PG_ARGISNULL(required[at]))
			ereport(
				ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("argument \"%s\" of attach is NULL", names[at]),
				 errhint(
					 "Give relation, schema_name, received_at, due_at and ended_at; leave a setting out to have its default.")));
}

/* A schema that holds nothing of an attachment but frozen figures: resume_attachment builds in it again. */
static bool
is_left_by_suspend(const char *schema)
{
	Oid namespace = get_namespace_oid(schema, true);

	return motcua_has_frozen(schema) && !OidIsValid(get_relname_relid("settings", namespace)) &&
		   !OidIsValid(get_relname_relid("suspended", namespace));
}

PG_FUNCTION_INFO_V1(motcua_attach);
Datum
motcua_attach(PG_FUNCTION_ARGS)
{
	char *schema, *list, *condition;
	motcua_attached attached;
	StringInfoData mapped, shown;
	bool invoker;

	check_required(fcinfo);
	check_settings(fcinfo);
	schema = NameStr(*PG_GETARG_NAME(ARG_SCHEMA));
	invoker = wants_invoker_rights(fcinfo);
	check_relation(PG_GETARG_OID(ARG_RELATION), !invoker, PG_GETARG_BOOL(ARG_IGNORE_RLS));
	initStringInfo(&mapped);
	initStringInfo(&shown);
	SPI_connect();
	attached = attached_relation(fcinfo);
	list = mapped_list(fcinfo, &attached);
	condition = included_condition(&attached, text_argument(fcinfo, ARG_EXCLUDED));
	if (!PG_ARGISNULL(ARG_EXTRA))
		read_extra(&attached, PG_GETARG_JSONB_P(ARG_EXTRA), &mapped, &shown);
	if (!is_left_by_suspend(schema))
		create_schema(schema);
	create_settings(fcinfo, quote_identifier(schema), &attached, pinned_calendar(fcinfo), invoker);
	create_mapping(quote_identifier(schema), &attached, list, mapped.data, condition, invoker);
	motcua_build_views(schema,
					   &(motcua_view_style){.invoker = invoker, .extra_columns = shown.data});
	SPI_finish();
	PG_RETURN_OID(get_namespace_oid(schema, false));
}

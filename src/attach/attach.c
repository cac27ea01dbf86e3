/*
 * This file holds the SQL function attach. It checks the arguments, makes the schema with the views
 * source and settings, and calls attachment_views.c to build the other views. SQL calls it
 * directly, through attach_opencps, and in the statements that resume_attachment runs.
 */
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
#include "attach/mapping_data.h"
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
	ARG_FIRST_COLUMN, /* then one argument for each of mapped_columns */
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

typedef struct MappedColumn
{
	const char *name; /* in the view source */
	const char *argument; /* of attach */
	MappedKind kind;
} MappedColumn;

/*
 * The columns of the view source, in the order of attach's arguments. A new column goes to the end,
 * because older attachments have the columns of their release.
 */
static const MappedColumn mapped_columns[] = {
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

/* Raise 22004 because an argument of attach is NULL. */
static _Noreturn void
refuse_null(const char *name)
{
	ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					errmsg("argument \"%s\" of attach is NULL", name),
					errhint("Give relation, schema_name, received_at, due_at and ended_at; leave a "
							"setting out to have its default.")));
}

/* Return an argument that must not be NULL. */
static char *
required_text(FunctionCallInfo fcinfo, int argument, const char *name)
{
	if (PG_ARGISNULL(argument))
		refuse_null(name);
	return text_to_cstring(PG_GETARG_TEXT_PP(argument));
}

/* Raise 22023 if the value is none of the choices. */
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

/*
 * Raise 42P01, 42809 or 55000 if the relation does not exist, is of a kind that cannot be attached,
 * or has row-level security that the views would bypass.
 */
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
				 "Attach a table, a partitioned or foreign table, a view or a materialised view "
				 "that is not temporary.")));
	if (class->relrowsecurity && owner_rights && !ignore_rls)
		ereport(
			ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("table \"%s\" has row-level security, which rights \"owner\" would bypass",
					NameStr(class->relname)),
			 errhint("Use rights => 'invoker', or ignore_rls => true if every reader may see every "
					 "row.")));
	ReleaseSysCache(tuple);
}

static char *
qualified_name(Oid relation)
{
	return quote_qualified_identifier(get_namespace_name(get_rel_namespace(relation)),
									  get_rel_name(relation));
}

/*
 * Raise 22023 if the name is not one of the time zone database. PostgreSQL itself reads almost any
 * text as a POSIX time zone, which hides typing errors.
 */
static void
check_time_zone(const char *name)
{
	Oid types[] = {TEXTOID};
	Datum values[] = {CStringGetTextDatum(name)};
	bool is_null;

	if (SPI_execute_with_args("SELECT motcua_internal.is_time_zone($1)", 1, types, values, NULL,
							  true, 1) != SPI_OK_SELECT)
		elog(ERROR, "could not read pg_timezone_names");
	if (!DatumGetBool(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &is_null)))
		ereport(
			ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("time zone \"%s\" is not recognized", name),
			 errhint("Use a name of pg_timezone_names, such as \"Asia/Ho_Chi_Minh\" or \"UTC\".")));
}

/* Check the settings that can be judged without the catalogs. Raise 22004 or 22023. */
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
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("warn_days \"%d\" is negative", PG_GETARG_INT32(ARG_WARN_DAYS)),
				 errhint("Say how many working days before its due date a dossier is shown in "
						 "due_soon.")));
}

static void
create_schema(const char *schema)
{
	if (OidIsValid(get_namespace_oid(schema, true)))
		ereport(ERROR,
				(errcode(ERRCODE_DUPLICATE_SCHEMA), errmsg("schema \"%s\" already exists", schema),
				 errhint("Name a schema that is not there yet: attach makes it; SELECT "
						 "motcua.detach(%s) drops one that attach made.",
						 quote_literal_cstr(schema))));
	motcua_run(psprintf("CREATE SCHEMA %s", quote_identifier(schema)));
}

/* Raise 22023 because the argument extra has the wrong form. */
static _Noreturn void
refuse_extra(const char *message)
{
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("%s", message),
					errhint("Write an object of names and SQL expressions, as in {\"phone\": "
							"\"so_dien_thoai\"}.")));
}

/*
 * Read the columns of the argument extra. Append ", expression AS name" for each to `mapped`, which
 * is for the view source, and ", d.name" to `shown`, which is for the view dossier.
 */
static void
read_extra(const AttachedRelation *attached, Jsonb *extra, StringInfo mapped, StringInfo shown)
{
	JsonbIterator *iterator = JsonbIteratorInit(&extra->root);
	JsonbValue value;
	JsonbIteratorToken token = JsonbIteratorNext(&iterator, &value, true);
	char *name = NULL;

	if (token != WJB_BEGIN_OBJECT)
		refuse_extra("argument \"extra\" is not a JSON object");
	while ((token = JsonbIteratorNext(&iterator, &value, true)) != WJB_DONE)
	{
		if (token == WJB_KEY)
			name = pnstrdup(value.val.string.val, value.val.string.len);
		else if (token == WJB_VALUE)
		{
			if (value.type != jbvString)
				refuse_extra(psprintf("argument \"extra\": \"%s\" is not a string", name));
			appendStringInfo(mapped, ",\n       %s AS %s",
							 motcua_extra_sql(attached, name,
											  pnstrdup(value.val.string.val, value.val.string.len)),
							 quote_identifier(name));
			appendStringInfo(shown, ",\n       d.%s", quote_identifier(name));
		}
	}
}

/* Return the select list of the view source, without the columns of the argument extra. */
static char *
mapped_list(FunctionCallInfo fcinfo, const AttachedRelation *attached)
{
	StringInfoData list;

	initStringInfo(&list);
	for (size_t at = 0; at < lengthof(mapped_columns); at++)
	{
		const MappedColumn *column = &mapped_columns[at];

		appendStringInfo(&list, "%s%s AS %s", at == 0 ? "" : ",\n       ",
						 motcua_mapped_sql(attached, column->argument,
										   text_argument(fcinfo, ARG_FIRST_COLUMN + at),
										   column->kind),
						 column->name);
	}
	return list.data;
}

/* Return the condition of the view source. A row for which `excluded` is NULL is included. */
static char *
included_condition(const AttachedRelation *attached, const char *excluded)
{
	return excluded == NULL
			   ? "true"
			   : psprintf("%s IS NOT TRUE",
						  motcua_mapped_sql(attached, "excluded", excluded, MOTCUA_MAPPED_BOOLEAN));
}

static void
create_source(const char *schema, const AttachedRelation *attached, const char *columns,
			  const char *included, bool invoker)
{
	TemplateValue values[] = {{"@schema@", quote_identifier(schema)},
							  {"@options@", motcua_view_options(invoker)},
							  {"@columns@", columns},
							  {"@relation@", attached->relation_name},
							  {"@alias@", attached->alias},
							  {"@included@", included}};

	motcua_run(motcua_fill_template(mapping_source, values, lengthof(values)));
}

static void
create_settings(FunctionCallInfo fcinfo, const char *schema, const AttachedRelation *attached,
				const char *calendar, bool invoker)
{
	Datum target = DirectFunctionCall1(numeric_out, PG_GETARG_DATUM(ARG_TARGET));
	TemplateValue values[] = {
		{"@schema@", quote_identifier(schema)},
		{"@options@", motcua_view_options(invoker)},
		{"@version@", quote_literal_cstr(MOTCUA_VERSION)},
		{"@basis@", quote_literal_cstr(text_argument(fcinfo, ARG_BASIS))},
		{"@granularity@", quote_literal_cstr(text_argument(fcinfo, ARG_GRANULARITY))},
		{"@target@", DatumGetCString(target)},
		{"@warn_days@", psprintf("%d", PG_GETARG_INT32(ARG_WARN_DAYS))},
		{"@time_zone@", quote_literal_cstr(attached->time_zone)},
		{"@calendar@", quote_literal_cstr(calendar)},
		{"@rights@", invoker ? "'invoker'" : "'owner'"},
		{"@as_of@", motcua_day_sql("as_of", text_argument(fcinfo, ARG_AS_OF))}};

	motcua_run(motcua_fill_template(mapping_settings, values, lengthof(values)));
}

/*
 * Return the name of the calendar that the attachment uses from now on, whatever the reader's
 * setting is. Raise 42704 if there is no such calendar.
 */
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

static AttachedRelation
attached_relation(FunctionCallInfo fcinfo)
{
	AttachedRelation attached = {.relation = PG_GETARG_OID(ARG_RELATION)};

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
			refuse_null(names[at]);
}

/*
 * True if the schema holds frozen reports, but neither an attachment nor a suspended one.
 * resume_attachment leaves such a schema and calls attach for it.
 */
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
	char *schema, *columns, *included;
	AttachedRelation attached;
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
	columns = mapped_list(fcinfo, &attached);
	included = included_condition(&attached, text_argument(fcinfo, ARG_EXCLUDED));
	if (!PG_ARGISNULL(ARG_EXTRA))
		read_extra(&attached, PG_GETARG_JSONB_P(ARG_EXTRA), &mapped, &shown);
	if (!is_left_by_suspend(schema))
		create_schema(schema);
	create_settings(fcinfo, schema, &attached, pinned_calendar(fcinfo), invoker);
	create_source(schema, &attached, psprintf("%s%s", columns, mapped.data), included, invoker);
	motcua_build_views(schema, &(ViewStyle){.invoker = invoker, .extra_columns = shown.data});
	SPI_finish();
	PG_RETURN_OID(get_namespace_oid(schema, false));
}

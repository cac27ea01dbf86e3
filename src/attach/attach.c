/*
 * This file holds the SQL function attach. It checks the arguments and makes the schema with the
 * views settings and mapping, which are the record of the attachment; attachment_views.c builds the
 * other views from them. SQL calls it directly and through attach_opencps; resume_attachment calls
 * motcua_make_attachment.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"
#include "utils/syscache.h"

#include "attach/attach.h"
#include "attach/mapping_data.h"
#include "calendar/calendar_tables.h"
#include "common/compat.h"
#include "common/numbers.h"
#include "common/owner.h"
#include "common/spi_rows.h"
#include "kpi/tally_rates.h"

/* The arguments of attach by position. */
enum
{
	ARG_RELATION,
	ARG_SCHEMA,
	ARG_FIRST_COLUMN, /* then one argument for each column that the view source shows */
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

/* ---- arguments ---- */

const char **
motcua_attach_argument(AttachArguments *arguments, const char *name)
{
	const struct
	{
		const char *name;
		const char **place;
	} settings[] = {{"basis", &arguments->basis},          {"granularity", &arguments->granularity},
					{"target", &arguments->target},        {"warn_days", &arguments->warn_days},
					{"time_zone", &arguments->time_zone},  {"calendar", &arguments->calendar},
					{"as_of", &arguments->as_of},          {"rights", &arguments->rights},
					{"ignore_rls", &arguments->ignore_rls}};

	for (int at = 0; at < MOTCUA_ARGUMENT_COLUMNS; at++)
		if (strcmp(name, motcua_mapped_columns[at].argument) == 0)
			return &arguments->columns[at];
	for (size_t at = 0; at < lengthof(settings); at++)
		if (strcmp(name, settings[at].name) == 0)
			return settings[at].place;
	return NULL;
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
 * or reads a table with row-level security that the views would bypass.
 */
static void
check_relation(Oid relation, bool may_bypass)
{
	char *name = get_rel_name(relation);
	Oid secured;

	if (name == NULL)
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_TABLE),
						errmsg("relation with OID %u does not exist", relation),
						errhint("Name the table of dossiers, as in 'public.dossier'.")));
	if (strchr("rpfvm", get_rel_relkind(relation)) == NULL ||
		get_rel_persistence(relation) == RELPERSISTENCE_TEMP)
		ereport(
			ERROR,
			(errcode(ERRCODE_WRONG_OBJECT_TYPE), errmsg("\"%s\" cannot be attached", name),
			 errhint(
				 "Attach a table, a partitioned or foreign table, a view or a materialised view "
				 "that is not temporary.")));
	secured = may_bypass ? InvalidOid : motcua_secured_relation(relation);
	if (OidIsValid(secured))
		ereport(
			ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("table \"%s\" has row-level security, which rights \"owner\" would bypass",
					get_rel_name(secured)),
			 errhint("Use rights => 'invoker', or ignore_rls => true if every reader may see every "
					 "row.")));
}

/*
 * Raise 22023 if the name is not one of the time zone database. PostgreSQL itself reads almost any
 * text as a POSIX time zone, which hides typing errors.
 */
static void
check_time_zone(const char *name)
{
	Oid types[] = {TEXTOID};
	Oid result[] = {BOOLOID};
	Datum values[] = {CStringGetTextDatum(name)};
	Statement question = {"SELECT motcua_internal.is_time_zone($1)", 1, types, values};
	Rows answer = motcua_select(&question, true, result, 1);
	bool is_null;

	if (!DatumGetBool(motcua_cell(&answer, 0, 0, &is_null)))
		ereport(
			ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("time zone \"%s\" is not recognized", name),
			 errhint("Use a name of pg_timezone_names, such as \"Asia/Ho_Chi_Minh\" or \"UTC\".")));
}

/* Raise 22023 if the target is no share. Return it in the form of numeric. */
static char *
checked_target(const char *target)
{
	Datum value = DirectFunctionCall3(numeric_in, CStringGetDatum(target),
									  ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));

	motcua_check_share(value, "target");
	return DatumGetCString(DirectFunctionCall1(numeric_out, value));
}

/* Raise 22023 if the number of days is negative. Return it as a number. */
static int
checked_warn_days(const char *text)
{
	int days = DatumGetInt32(DirectFunctionCall1(int4in, CStringGetDatum(text)));

	if (days < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("warn_days \"%d\" is negative", days),
				 errhint("Say how many working days before its due date a dossier is shown in "
						 "due_soon.")));
	return days;
}

/* Raise 42704 if there is no such calendar. */
static void
check_calendar(const char *name)
{
	if (!motcua_calendar_exists(name))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT), errmsg("calendar \"%s\" does not exist", name),
				 errhint("List the calendars with SELECT * FROM motcua.calendars.")));
}

/* Check the settings that are words. Raise 22023. */
static void
check_words(const AttachArguments *arguments)
{
	static const char *const rights[] = {"invoker", "owner"};
	static const char *const granularities[] = {"day", "instant"};
	mc_tally none = {0};

	(void) motcua_ratio_of(&none, cstring_to_text(arguments->basis));
	check_choice("granularity", arguments->granularity, granularities, lengthof(granularities));
	check_choice("rights", arguments->rights, rights, lengthof(rights));
	check_time_zone(arguments->time_zone);
	check_calendar(arguments->calendar);
}

/* ---- the record ---- */

/* Return the relation as it stands in a FROM clause; expressions may qualify columns with its name. */
static char *
from_clause(Oid relation)
{
	return psprintf(" FROM %s AS %s", motcua_qualified_name(relation),
					quote_identifier(get_rel_name(relation)));
}

/* Raise 22023 because the argument extra has the wrong form. */
static _Noreturn void
refuse_extra(const char *message)
{
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("%s", message),
					errhint("Write an object of names and SQL expressions, as in {\"phone\": "
							"\"so_dien_thoai\"}.")));
}

/* Append ", expression AS name" for each column of the argument extra. */
static void
append_extra(StringInfo columns, const char *from, Jsonb *extra)
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
			char *expression;

			if (value.type != jbvString)
				refuse_extra(psprintf("argument \"extra\": \"%s\" is not a string", name));
			expression = pnstrdup(value.val.string.val, value.val.string.len);
			(void) motcua_checked_type(from, psprintf("extra.%s", name), expression,
									   MOTCUA_MAPPED_TEXT);
			appendStringInfo(columns, ",\n       (%s\n) AS %s", expression, quote_identifier(name));
		}
	}
}

/* Return the select list of the view mapping: the expressions as the caller wrote them. */
static char *
mapped_list(const AttachArguments *arguments)
{
	char *from = from_clause(arguments->relation);
	StringInfoData list;

	initStringInfo(&list);
	for (int at = 0; at < MOTCUA_ARGUMENT_COLUMNS; at++)
	{
		const MappedColumn *column = &motcua_mapped_columns[at];
		const char *expression = arguments->columns[at];

		if (expression != NULL)
			(void) motcua_checked_type(from, column->argument, expression, column->kind);
		appendStringInfo(
			&list,
			expression == NULL ? "%sCAST(NULL AS pg_catalog.text)%s AS %s" : "%s(%s\n) AS %s",
			at == 0 ? "" : ",\n       ", expression == NULL ? "" : expression, column->name);
	}
	if (arguments->extra != NULL)
		append_extra(&list, from, arguments->extra);
	return list.data;
}

void
motcua_write_settings(const AttachArguments *arguments)
{
	bool invoker = strcmp(arguments->rights, "invoker") == 0;
	TemplateValue values[] = {
		{"@schema@", quote_identifier(arguments->schema)},
		{"@options@", motcua_view_options(invoker)},
		{"@version@", quote_literal_cstr(MOTCUA_VERSION)},
		{"@basis@", quote_literal_cstr(arguments->basis)},
		{"@granularity@", quote_literal_cstr(arguments->granularity)},
		{"@target@", checked_target(arguments->target)},
		{"@warn_days@", psprintf("%d", checked_warn_days(arguments->warn_days))},
		{"@time_zone@", quote_literal_cstr(arguments->time_zone)},
		{"@calendar@", quote_literal_cstr(arguments->calendar)},
		{"@rights@", invoker ? "'invoker'" : "'owner'"},
		{"@ignore_rls@", strcmp(arguments->ignore_rls, "true") == 0 ? "true" : "false"},
		{"@as_of@", motcua_day_sql("as_of", arguments->as_of)}};

	motcua_run(motcua_fill_template(mapping_settings, values, lengthof(values)));
}

static void
create_mapping(const AttachArguments *arguments)
{
	TemplateValue values[] = {{"@schema@", quote_identifier(arguments->schema)},
							  {"@columns@", mapped_list(arguments)},
							  {"@relation@", motcua_qualified_name(arguments->relation)},
							  {"@alias@", quote_identifier(get_rel_name(arguments->relation))}};

	motcua_run(motcua_fill_template(mapping_mapping, values, lengthof(values)));
}

void
motcua_make_attachment(const AttachArguments *arguments)
{
	Attachment attachment;
	int level;

	check_words(arguments);
	check_relation(arguments->relation, strcmp(arguments->rights, "invoker") == 0 ||
											strcmp(arguments->ignore_rls, "true") == 0);
	motcua_write_settings(arguments);
	create_mapping(arguments);
	level = motcua_with_safe_search_path();
	attachment = motcua_open_attachment(arguments->schema);
	motcua_build_views(&attachment, false);
	AtEOXact_GUC(true, level);
}

/* ---- attach ---- */

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

static const char *
text_argument(FunctionCallInfo fcinfo, int argument)
{
	return PG_ARGISNULL(argument) ? NULL : text_to_cstring(PG_GETARG_TEXT_PP(argument));
}

/* Return an argument that must not be NULL. */
static const char *
required_text(FunctionCallInfo fcinfo, int argument, const char *name)
{
	if (PG_ARGISNULL(argument))
		refuse_null(name);
	return text_argument(fcinfo, argument);
}

/* Return the calendar that the attachment uses from now on, whatever the reader's setting is. */
static const char *
pinned_calendar(FunctionCallInfo fcinfo)
{
	const char *calendar = text_argument(fcinfo, ARG_CALENDAR);

	if (calendar == NULL)
		calendar = GetConfigOptionByName("motcua.calendar", NULL, true);
	return calendar == NULL || *calendar == '\0' ? "vn" : calendar;
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

/* Return the arguments of a call of attach. Raise 22004 if one is NULL that must not be. */
static AttachArguments
arguments_of_call(FunctionCallInfo fcinfo)
{
	AttachArguments arguments = {.relation = PG_GETARG_OID(ARG_RELATION),
								 .schema = NameStr(*PG_GETARG_NAME(ARG_SCHEMA))};

	for (int at = 0; at < MOTCUA_MAPPED_COLUMNS; at++)
		arguments.columns[at] = text_argument(fcinfo, ARG_FIRST_COLUMN + at);
	arguments.columns[MOTCUA_EXCLUDED] = text_argument(fcinfo, ARG_EXCLUDED);
	arguments.basis = required_text(fcinfo, ARG_BASIS, "basis");
	arguments.granularity = required_text(fcinfo, ARG_GRANULARITY, "granularity");
	arguments.target =
		DatumGetCString(DirectFunctionCall1(numeric_out, PG_GETARG_DATUM(ARG_TARGET)));
	arguments.warn_days = psprintf("%d", PG_GETARG_INT32(ARG_WARN_DAYS));
	arguments.time_zone = required_text(fcinfo, ARG_TIME_ZONE, "time_zone");
	arguments.calendar = pinned_calendar(fcinfo);
	arguments.as_of = text_argument(fcinfo, ARG_AS_OF);
	arguments.rights = required_text(fcinfo, ARG_RIGHTS, "rights");
	arguments.ignore_rls = PG_GETARG_BOOL(ARG_IGNORE_RLS) ? "true" : "false";
	arguments.extra = PG_ARGISNULL(ARG_EXTRA) ? NULL : PG_GETARG_JSONB_P(ARG_EXTRA);
	return arguments;
}

PG_FUNCTION_INFO_V1(motcua_attach);
Datum
motcua_attach(PG_FUNCTION_ARGS)
{
	AttachArguments arguments;

	check_required(fcinfo);
	arguments = arguments_of_call(fcinfo);
	SPI_connect();
	create_schema(arguments.schema);
	motcua_make_attachment(&arguments);
	SPI_finish();
	PG_RETURN_OID(get_namespace_oid(arguments.schema, false));
}

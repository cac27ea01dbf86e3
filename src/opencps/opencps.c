/*
 * This file holds the SQL function attach_opencps. It calls attach with expressions that say what
 * the columns of OpenCPS v2 mean; the longer ones are in sql/attachment/opencps/. The tables of
 * OpenCPS have no constraints and differ between versions, so an expression is left out, or
 * replaced by a simpler one, if a table or column is missing.
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"

#include "attach/attachment.h"
#include "common/owner.h"
#include "common/spi_rows.h"
#include "opencps/opencps.h"
#include "opencps/opencps_data.h"

/* The arguments of attach_opencps by position. */
enum
{
	ARG_OPENCPS,
	ARG_SCHEMA,
	ARG_GROUP,
	ARG_TIME_ZONE,
	ARG_CALENDAR,
	ARG_AS_OF,
	ARG_RIGHTS
};

/* A call of attach gets at most this many arguments. */
#define CALL_MAX 32

/* A call of attach, to which arguments are added by name. */
typedef struct AttachCall
{
	StringInfoData sql; /* "name => $1, ..." */
	int count; /* of arguments */
	Oid types[CALL_MAX];
	Datum values[CALL_MAX];
	char nulls[CALL_MAX];
} AttachCall;

bool
motcua_opencps_has(Oid namespace, const char *table, const char *const columns[], int count)
{
	Oid relation = motcua_relation_named(namespace, table);

	if (!OidIsValid(relation))
		return false;
	for (int at = 0; at < count; at++)
		if (get_attnum(relation, columns[at]) == InvalidAttrNumber)
			return false;
	return true;
}

static bool
has_column(Oid namespace, const char *table, const char *column)
{
	return motcua_opencps_has(namespace, table, &column, 1);
}

char *
motcua_opencps_table(Oid namespace, const char *table)
{
	return quote_qualified_identifier(get_namespace_name(namespace), table);
}

Oid
motcua_opencps_namespace(const char *schema, const char *table)
{
	Oid namespace = get_namespace_oid(schema, true);

	if (!OidIsValid(namespace))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_SCHEMA), errmsg("schema \"%s\" does not exist", schema),
				 errhint("Name the schema that holds the tables of OpenCPS v2.")));
	if (!OidIsValid(motcua_relation_named(namespace, table)))
		ereport(
			ERROR,
			(errcode(ERRCODE_UNDEFINED_TABLE),
			 errmsg("schema \"%s\" has no table \"%s\"", schema, table),
			 errhint(
				 "Name the schema that holds the tables of OpenCPS v2; their names are in lower "
				 "case.")));
	return namespace;
}

/* Return the expression of the field, or NULL if there is no catalogue of procedures. */
static char *
field_expression(Oid namespace)
{
	static const char *const needed[] = {"groupid", "servicecode", "domainname"};
	TemplateValue procedures = {.name = "@procedures@"};

	if (!motcua_opencps_has(namespace, "opencps_serviceinfo", needed, lengthof(needed)))
		return NULL;
	procedures.text = motcua_opencps_table(namespace, "opencps_serviceinfo");
	return motcua_fill_template(opencps_field, &procedures, 1);
}

/* Return the expression of the officer, or NULL if the table of actions is not as needed. */
static char *
officer_expression(Oid namespace)
{
	static const char *const needed[] = {"dossierid", "dossieractionid", "createdate", "username"};
	TemplateValue values[] = {{.name = "@name@"}, {.name = "@actions@"}};

	if (!motcua_opencps_has(namespace, "opencps_dossieraction", needed, lengthof(needed)))
		return NULL;
	values[0].text = has_column(namespace, "opencps_dossieraction", "actionuser")
						 ? "coalesce(nullif(a.actionuser, ''), nullif(a.username, ''))"
						 : "nullif(a.username, '')";
	values[1].text = motcua_opencps_table(namespace, "opencps_dossieraction");
	return motcua_fill_template(opencps_officer, values, lengthof(values));
}

/*
 * Return the expression of paused_since. Without the table of actions only the current state is
 * known; the last change of the dossier's row then counts as the beginning of the pause.
 */
static char *
paused_expression(Oid namespace)
{
	static const char *const action[] = {"dossierid", "dossieractionid", "groupid", "actioncode",
										 "createdate"};
	static const char *const configuration[] = {"groupid", "actioncode", "dateoption"};
	TemplateValue values[] = {{.name = "@actions@"}, {.name = "@configuration@"}};

	if (motcua_opencps_has(namespace, "opencps_dossieraction", action, lengthof(action)) &&
		motcua_opencps_has(namespace, "opencps_actionconfig", configuration,
						   lengthof(configuration)))
	{
		values[0].text = motcua_opencps_table(namespace, "opencps_dossieraction");
		values[1].text = motcua_opencps_table(namespace, "opencps_actionconfig");
		return motcua_fill_template(opencps_paused_since, values, lengthof(values));
	}
	return psprintf("CASE WHEN lockstate = 'PAUSE' THEN %s END",
					has_column(namespace, "opencps_dossier", "lastsenddate")
						? "coalesce(lastsenddate, modifieddate)"
						: "modifieddate");
}

/*
 * Return the expression of the channel. A dossier is by post if it came by post; older versions
 * only record whether the result goes back by post.
 */
static char *
channel_expression(Oid namespace)
{
	bool knows_origin = has_column(namespace, "opencps_dossier", "fromviapostal");
	TemplateValue by_post = {"@by_post@", knows_origin ? "fromviapostal > 0" : "viapostal = 2"};

	return motcua_fill_template(opencps_channel, &by_post, 1);
}

/*
 * Return the condition of dossiers that are not received, or belong to another site than asked for.
 */
static char *
excluded_expression(FunctionCallInfo fcinfo)
{
	return psprintf("receivedate IS NULL OR dossierstatus IN ('new', 'receiving', 'denied')%s",
					PG_ARGISNULL(ARG_GROUP) ? ""
											: psprintf(" OR groupid IS DISTINCT FROM " INT64_FORMAT,
													   PG_GETARG_INT64(ARG_GROUP)));
}

/* Add an argument to a call. */
static void
add_value(AttachCall *call, const char *name, Oid type, Datum value, bool is_null)
{
	Assert(call->count < CALL_MAX);
	call->types[call->count] = type;
	call->values[call->count] = value;
	call->nulls[call->count] = is_null ? 'n' : ' ';
	call->count++;
	appendStringInfo(&call->sql, "%s%s => $%d", call->count == 1 ? "" : ", ",
					 quote_identifier(name), call->count);
}

/* Add an expression as an argument, unless it is NULL. */
static void
add_expression(AttachCall *call, const char *name, const char *expression)
{
	if (expression != NULL)
		add_value(call, name, TEXTOID, CStringGetTextDatum(expression), false);
}

/* Add an argument of attach_opencps, which attach gets unchanged. */
static void
add_argument(AttachCall *call, FunctionCallInfo fcinfo, const char *name, Oid type, int argument)
{
	add_value(call, name, type, PG_ARGISNULL(argument) ? (Datum) 0 : PG_GETARG_DATUM(argument),
			  PG_ARGISNULL(argument));
}

static void
add_moments(AttachCall *call, Oid namespace)
{
	add_expression(call, "received_at", "receivedate");
	add_expression(call, "due_at", "duedate");
	add_expression(call, "ended_at", opencps_ended_at);
	add_expression(call, "paused_since", paused_expression(namespace));
	add_expression(call, "submitted_at", "submitdate");
	add_expression(call, "returned_at", "finishdate");
}

static void
add_descriptions(AttachCall *call, Oid namespace)
{
	add_expression(call, "code", "coalesce(nullif(dossierno, ''), dossierid::text)");
	add_expression(call, "unit", opencps_unit);
	add_expression(call, "officer", officer_expression(namespace));
	add_expression(call, "procedure", "coalesce(nullif(servicename, ''), nullif(servicecode, ''))");
	add_expression(call, "field", field_expression(namespace));
	add_expression(call, "applicant", "applicantname");
	add_expression(call, "online", "online_");
	add_expression(call, "channel", channel_expression(namespace));
	if (has_column(namespace, "opencps_dossier", "servicelevel"))
		add_expression(call, "service_level", "nullif(servicelevel, 0)");
	add_expression(call, "ended_as", opencps_ended_as);
	add_expression(call, "time_limit", opencps_time_limit);
}

static Oid
run_call(AttachCall *call)
{
	static const Oid types[] = {REGNAMESPACEOID};
	Statement statement = {psprintf("SELECT motcua.attach(%s)", call->sql.data), call->count,
						   call->types, call->values, call->nulls};
	Rows schema = motcua_select(&statement, false, types, 1);
	bool is_null;

	return DatumGetObjectId(motcua_cell(&schema, 0, 0, &is_null));
}

PG_FUNCTION_INFO_V1(motcua_attach_opencps);
Datum
motcua_attach_opencps(PG_FUNCTION_ARGS)
{
	AttachCall call = {.count = 0};
	Oid namespace, result;
	int level;

	if (PG_ARGISNULL(ARG_OPENCPS) || PG_ARGISNULL(ARG_SCHEMA))
		ereport(
			ERROR,
			(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
			 errmsg("argument \"%s\" of attach_opencps is NULL",
					PG_ARGISNULL(ARG_OPENCPS) ? "opencps_schema" : "schema_name"),
			 errhint(
				 "Name the schema that holds the tables of OpenCPS, and the schema to be made.")));
	namespace = motcua_opencps_namespace(NameStr(*PG_GETARG_NAME(ARG_OPENCPS)), "opencps_dossier");
	SPI_connect();
	initStringInfo(&call.sql);
	add_value(&call, "relation", REGCLASSOID,
			  ObjectIdGetDatum(motcua_relation_named(namespace, "opencps_dossier")), false);
	add_argument(&call, fcinfo, "schema_name", NAMEOID, ARG_SCHEMA);
	add_moments(&call, namespace);
	add_descriptions(&call, namespace);
	add_expression(&call, "excluded", excluded_expression(fcinfo));
	add_argument(&call, fcinfo, "time_zone", TEXTOID, ARG_TIME_ZONE);
	add_argument(&call, fcinfo, "calendar", TEXTOID, ARG_CALENDAR);
	add_argument(&call, fcinfo, "as_of", TEXTOID, ARG_AS_OF);
	add_argument(&call, fcinfo, "rights", TEXTOID, ARG_RIGHTS);
	level = motcua_with_safe_search_path();
	result = run_call(&call);
	AtEOXact_GUC(true, level);
	SPI_finish();
	PG_RETURN_OID(result);
}

/*
 * attach_opencps: what the columns of OpenCPS v2 mean, as the arguments of attach. Its tables have no constraints and
 * grew over the years, so whatever is not there is done without.
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"

#include "attach/attachment.h"
#include "opencps/opencps.h"

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

/* A call of attach in the making: its arguments by name. */
#define CALL_MAX 32
typedef struct attach_call
{
	StringInfoData sql;
	int count;
	Oid types[CALL_MAX];
	Datum values[CALL_MAX];
	char nulls[CALL_MAX];
} attach_call;

/*
 * When an action pauses the clock (dateOption 1) or sets it running again (3 goes on, 6 starts anew) is configured by site and
 * code. A dossier is paused since the first pause after the last resumption: a second request for papers stops nothing more.
 */
static const char paused_since[] =
	"(SELECT pg_catalog.min(p.createdate) FROM %1$s AS p"
	" WHERE p.dossierid = opencps_dossier.dossierid"
	" AND pg_catalog.concat(p.groupid, ' ', p.actioncode)"
	" = ANY (ARRAY(SELECT pg_catalog.concat(c.groupid, ' ', c.actioncode) FROM %2$s AS c WHERE c.dateoption = 1))"
	" AND NOT EXISTS (SELECT FROM %1$s AS r WHERE r.dossierid = p.dossierid"
	" AND (r.createdate, r.dossieractionid) > (p.createdate, p.dossieractionid)"
	" AND pg_catalog.concat(r.groupid, ' ', r.actioncode)"
	" = ANY (ARRAY(SELECT pg_catalog.concat(c.groupid, ' ', c.actioncode) FROM %2$s AS c WHERE c.dateoption IN (3, 6)))))";

bool
motcua_opencps_has(Oid namespace, const char *table, const char *const columns[], int count)
{
	Oid relation = get_relname_relid(table, namespace);

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
	if (!OidIsValid(get_relname_relid(table, namespace)))
		ereport(
			ERROR,
			(errcode(ERRCODE_UNDEFINED_TABLE),
			 errmsg("schema \"%s\" has no table \"%s\"", schema, table),
			 errhint(
				 "Name the schema that holds the tables of OpenCPS v2; their names are in lower case.")));
	return namespace;
}

/* The field of a procedure stands in the catalogue of procedures only. */
static char *
field_expression(Oid namespace)
{
	static const char *const needed[] = {"groupid", "servicecode", "domainname"};

	if (!motcua_opencps_has(namespace, "opencps_serviceinfo", needed, lengthof(needed)))
		return NULL;
	return psprintf(
		"(SELECT pg_catalog.max(nullif(s.domainname, '')) FROM %s AS s"
		" WHERE s.groupid = opencps_dossier.groupid AND s.servicecode = opencps_dossier.servicecode)",
		motcua_opencps_table(namespace, "opencps_serviceinfo"));
}

/* Who did the last action. */
static char *
officer_expression(Oid namespace)
{
	static const char *const needed[] = {"dossierid", "dossieractionid", "createdate", "username"};

	if (!motcua_opencps_has(namespace, "opencps_dossieraction", needed, lengthof(needed)))
		return NULL;
	return psprintf("(SELECT %s FROM %s AS a WHERE a.dossierid = opencps_dossier.dossierid"
					" ORDER BY a.createdate DESC NULLS LAST, a.dossieractionid DESC LIMIT 1)",
					has_column(namespace, "opencps_dossieraction", "actionuser")
						? "coalesce(nullif(a.actionuser, ''), nullif(a.username, ''))"
						: "nullif(a.username, '')",
					motcua_opencps_table(namespace, "opencps_dossieraction"));
}

/* Without the actions only the state now is known; since when, no better than by the last change of the row. */
static char *
paused_expression(Oid namespace)
{
	static const char *const action[] = {"dossierid", "dossieractionid", "groupid", "actioncode",
										 "createdate"};
	static const char *const config[] = {"groupid", "actioncode", "dateoption"};

	if (motcua_opencps_has(namespace, "opencps_dossieraction", action, lengthof(action)) &&
		motcua_opencps_has(namespace, "opencps_actionconfig", config, lengthof(config)))
		return psprintf(paused_since, motcua_opencps_table(namespace, "opencps_dossieraction"),
						motcua_opencps_table(namespace, "opencps_actionconfig"));
	return psprintf("CASE WHEN lockstate = 'PAUSE' THEN %s END",
					has_column(namespace, "opencps_dossier", "lastsenddate")
						? "coalesce(lastsenddate, modifieddate)"
						: "modifieddate");
}

/* By post means brought in by post; older versions only know the post that takes the result back. */
static char *
channel_expression(Oid namespace)
{
	return psprintf(
		"CASE WHEN online_ THEN 'Trực tuyến' WHEN %s THEN 'Dịch vụ bưu chính' ELSE 'Trực tiếp' END",
		has_column(namespace, "opencps_dossier", "fromviapostal") ? "fromviapostal > 0"
																  : "viapostal = 2");
}

static char *
excluded_expression(FunctionCallInfo fcinfo)
{
	return psprintf("receivedate IS NULL OR dossierstatus IN ('new', 'receiving', 'denied')%s",
					PG_ARGISNULL(ARG_GROUP) ? ""
											: psprintf(" OR groupid IS DISTINCT FROM " INT64_FORMAT,
													   PG_GETARG_INT64(ARG_GROUP)));
}

static void
add_value(attach_call *call, const char *name, Oid type, Datum value, bool is_null)
{
	Assert(call->count < CALL_MAX);
	call->types[call->count] = type;
	call->values[call->count] = value;
	call->nulls[call->count] = is_null ? 'n' : ' ';
	call->count++;
	appendStringInfo(&call->sql, "%s%s => $%d", call->count == 1 ? "" : ", ",
					 quote_identifier(name), call->count);
}

static void
add_expression(attach_call *call, const char *name, const char *expression)
{
	if (expression != NULL)
		add_value(call, name, TEXTOID, CStringGetTextDatum(expression), false);
}

/* An argument of ours handed on as it came. */
static void
add_argument(attach_call *call, FunctionCallInfo fcinfo, const char *name, Oid type, int argument)
{
	add_value(call, name, type, PG_ARGISNULL(argument) ? (Datum) 0 : PG_GETARG_DATUM(argument),
			  PG_ARGISNULL(argument));
}

/* The moments. What is over (cancelled, refused, handed over) without a date of its end ended at the last change of its row. */
static void
add_moments(attach_call *call, Oid namespace)
{
	add_expression(call, "received_at", "receivedate");
	add_expression(call, "due_at", "duedate");
	add_expression(
		call, "ended_at",
		"coalesce(releasedate, finishdate, CASE WHEN dossierstatus = 'cancelled' THEN coalesce(cancellingdate, modifieddate)"
		" WHEN dossierstatus IN ('done', 'unresolved') THEN modifieddate END)");
	add_expression(call, "paused_since", paused_expression(namespace));
	add_expression(call, "submitted_at", "submitdate");
	add_expression(call, "returned_at", "finishdate");
}

/* An agency goes by its code once motcua.agency has it, else by its name. */
static void
add_descriptions(attach_call *call, Oid namespace)
{
	add_expression(call, "code", "coalesce(nullif(dossierno, ''), dossierid::text)");
	add_expression(
		call, "unit",
		"CASE WHEN EXISTS (SELECT FROM motcua.agency AS g WHERE g.code = opencps_dossier.govagencycode::text COLLATE \"C\")"
		" THEN govagencycode ELSE coalesce(nullif(govagencyname, ''), nullif(govagencycode, '')) END");
	add_expression(call, "officer", officer_expression(namespace));
	add_expression(call, "procedure", "coalesce(nullif(servicename, ''), nullif(servicecode, ''))");
	add_expression(call, "field", field_expression(namespace));
	add_expression(call, "applicant", "applicantname");
	add_expression(call, "online", "online_");
	add_expression(call, "channel", channel_expression(namespace));
	if (has_column(namespace, "opencps_dossier", "servicelevel"))
		add_expression(call, "service_level", "nullif(servicelevel, 0)");
	add_expression(
		call, "ended_as",
		"CASE dossierstatus WHEN 'cancelled' THEN 'withdrawn' WHEN 'unresolved' THEN 'stopped' ELSE 'result' END");
	add_expression(
		call, "time_limit",
		"CASE WHEN durationcount > 0 THEN pg_catalog.trim_scale(pg_catalog.round(durationcount::numeric, 2))::text"
		" || CASE durationunit WHEN 0 THEN ' ngày làm việc' WHEN 1 THEN ' giờ làm việc' END END");
}

static Oid
run_call(attach_call *call)
{
	bool is_null;

	if (SPI_execute_with_args(psprintf("SELECT motcua.attach(%s)", call->sql.data), call->count,
							  call->types, call->values, call->nulls, false, 0) != SPI_OK_SELECT ||
		SPI_processed != 1)
		elog(ERROR, "could not call attach");
	return DatumGetObjectId(
		SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &is_null));
}

PG_FUNCTION_INFO_V1(motcua_attach_opencps);
Datum
motcua_attach_opencps(PG_FUNCTION_ARGS)
{
	attach_call call = {.count = 0};
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
			  ObjectIdGetDatum(get_relname_relid("opencps_dossier", namespace)), false);
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

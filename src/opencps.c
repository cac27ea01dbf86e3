/*
 * OpenCPS: its tables attached with the expressions that its columns mean, and its calendar taken over. The facts
 * about the tables are in docs/opencps.md. Tables and columns that a version lacks are done without.
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

/* The site's schema, and what of OpenCPS is there. */
typedef struct site
{
	Oid			namespace;
	const char *schema;			/* quoted */
} site;

static site
site_arg(FunctionCallInfo fcinfo, int argno)
{
	char	   *name = NameStr(*PG_GETARG_NAME(argno));

	return (site) {.namespace = get_namespace_oid(name, false), .schema = quote_identifier(name)};
}

static bool
has_column(const site *from, const char *table, const char *column)
{
	Oid			relation = get_relname_relid(table, from->namespace);

	return OidIsValid(relation) && get_attnum(relation, column) != InvalidAttrNumber;
}

static void
require_column(const site *from, const char *table, const char *column)
{
	if (!has_column(from, table, column))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("schema \"%s\" has no %s with a column \"%s\"", get_namespace_name(from->namespace), table, column),
				 errhint("Name the schema that holds the tables of OpenCPS.")));
}

/* The action table joined to what its actions do to the clock: 1 stops it, 3 resumes it, 6 starts it again. */
static bool
has_action_clock(const site *from)
{
	return has_column(from, "opencps_dossieraction", "actioncode") && has_column(from, "opencps_actionconfig", "dateoption")
		&& has_column(from, "opencps_actionconfig", "actioncode");
}

/* A pause begins with the first stop that no later action undid. */
static const char *
paused_since(const site *from)
{
	const char *same_group = has_column(from, "opencps_actionconfig", "groupid") && has_column(from, "opencps_dossieraction", "groupid")
		? " AND c.groupid = a.groupid" : "";
	const char *actions;

	if (!has_action_clock(from))
		return has_column(from, "opencps_dossier", "lastsenddate")
			? "CASE WHEN lockstate = 'PAUSE' THEN coalesce(lastsenddate, modifieddate) END"
			: "CASE WHEN lockstate = 'PAUSE' THEN modifieddate END";
	actions = psprintf("FROM %s.opencps_dossieraction AS a JOIN %s.opencps_actionconfig AS c ON c.actioncode = a.actioncode%s"
					   " WHERE a.dossierid = opencps_dossier.dossierid AND c.dateoption", from->schema, from->schema, same_group);
	return psprintf("(SELECT min(a.createdate) %s = 1 AND a.createdate > coalesce((SELECT max(a.createdate) %s IN (3, 6)), '-infinity'))", actions, actions);
}

static const char *
field(const site *from)
{
	if (!has_column(from, "opencps_serviceinfo", "domainname"))
		return NULL;
	return psprintf("(SELECT s.domainname FROM %s.opencps_serviceinfo AS s WHERE s.servicecode = opencps_dossier.servicecode%s LIMIT 1)",
					from->schema, has_column(from, "opencps_serviceinfo", "groupid") ? " AND s.groupid = opencps_dossier.groupid" : "");
}

/* Who has the current step. */
static const char *
officer(const site *from)
{
	if (!has_column(from, "opencps_dossieraction", "username") || !has_column(from, "opencps_dossieraction", "nextactionid"))
		return NULL;
	return psprintf("(SELECT max(a.username) FROM %s.opencps_dossieraction AS a WHERE a.dossierid = opencps_dossier.dossierid AND a.nextactionid = 0)",
					from->schema);
}

/* Not received, denied at the desk, or another site's. */
static const char *
excluded(FunctionCallInfo fcinfo, int argno)
{
	const char *never = "receivedate IS NULL OR dossierstatus IN ('new', 'receiving', 'denied')";

	return PG_ARGISNULL(argno) ? never : psprintf("groupid IS DISTINCT FROM " INT64_FORMAT " OR %s", PG_GETARG_INT64(argno), never);
}

static void
append_argument(StringInfo call, const char *name, const char *expression)
{
	if (expression != NULL)
		appendStringInfo(call, ", %s => %s", name, quote_literal_cstr(expression));
}

static void
append_mapping(StringInfo call, const site *from)
{
	appendStringInfo(call, "%s, $1, 'receivedate', 'duedate', %s",
					 quote_literal_cstr(psprintf("%s.opencps_dossier", from->schema)),
					 quote_literal_cstr("coalesce(releasedate, finishdate, CASE WHEN dossierstatus IN ('cancelled', 'unresolved') THEN coalesce(cancellingdate, modifieddate) END)"));
	append_argument(call, "code", "coalesce(nullif(dossierno, ''), dossierid::text)");
	append_argument(call, "unit", "govagencycode");
	append_argument(call, "officer", officer(from));
	append_argument(call, "procedure", "coalesce(nullif(servicename, ''), servicecode)");
	append_argument(call, "field", field(from));
	append_argument(call, "applicant", "applicantname");
	append_argument(call, "online", "online_");
	append_argument(call, "channel", "CASE WHEN online_ THEN 'trực tuyến' ELSE 'trực tiếp' END");
	append_argument(call, "service_level", has_column(from, "opencps_dossier", "servicelevel") ? "servicelevel" : NULL);
	append_argument(call, "ended_as", "CASE dossierstatus WHEN 'cancelled' THEN 'withdrawn' WHEN 'unresolved' THEN 'stopped' ELSE 'result' END");
	append_argument(call, "paused_since", paused_since(from));
	append_argument(call, "submitted_at", "submitdate");
	append_argument(call, "returned_at", "finishdate");
	append_argument(call, "time_limit",
					"CASE WHEN durationcount > 0 THEN durationcount::numeric || CASE durationunit WHEN 1 THEN ' giờ làm việc' ELSE ' ngày làm việc' END END");
}

PG_FUNCTION_INFO_V1(motcua_attach_opencps);
Datum
motcua_attach_opencps(PG_FUNCTION_ARGS)
{
	site		origin;
	StringInfoData call;
	Oid			types[] = {NAMEOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID};
	Datum		values[5];
	char		nulls[5];

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("both schemas of attach_opencps must be given")));
	origin = site_arg(fcinfo, 0);
	require_column(&origin, "opencps_dossier", "receivedate");
	SPI_connect();
	initStringInfo(&call);
	appendStringInfoString(&call, "SELECT motcua.attach(");
	append_mapping(&call, &origin);
	append_argument(&call, "excluded", excluded(fcinfo, 2));
	appendStringInfoString(&call, ", time_zone => $2, calendar => $3, as_of => $4, rights => $5)");
	for (int at = 0; at < 5; at++)
	{
		int			argno = at == 0 ? 1 : at + 2;

		values[at] = PG_GETARG_DATUM(argno);
		nulls[at] = PG_ARGISNULL(argno) ? 'n' : ' ';
	}
	if (SPI_execute_with_args(call.data, 5, types, values, nulls, false, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not attach");
	SPI_finish();
	PG_RETURN_OID(get_namespace_oid(NameStr(*PG_GETARG_NAME(1)), false));
}

/* ---- the calendar ---- */

#define HOURS "\\s*([01]?\\d|2[0-4]):[0-5]\\d\\s*-\\s*([01]?\\d|2[0-4]):[0-5]\\d\\s*"

static void
check_rows(const char *query, const char *what)
{
	if (SPI_execute(query, true, 1) != SPI_OK_SELECT)
		elog(ERROR, "could not read the calendar of OpenCPS");
	if (SPI_processed > 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_DATETIME_FORMAT),
				 errmsg("%s \"%s\" cannot be read", what, SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1)),
				 errhint("Mend the row in OpenCPS, or make the calendar by hand: see docs/calendar.md.")));
}

/* Statements take the calendar's name, the site's group (or NULL for all) and the zone its timestamps are written in. */
static int64
run_import(FunctionCallInfo fcinfo, const char *statement)
{
	Oid			types[] = {TEXTOID, INT8OID, TEXTOID};
	Datum		values[] = {PG_GETARG_DATUM(1), PG_GETARG_DATUM(2), PG_GETARG_DATUM(3)};
	char		nulls[] = {' ', PG_ARGISNULL(2) ? 'n' : ' ', ' '};

	if (SPI_execute_with_args(statement, 3, types, values, nulls, false, 0) != SPI_OK_INSERT)
		elog(ERROR, "could not write the calendar");
	return (int64) SPI_processed;
}

/* OpenCPS counts weekdays from Sunday, 1; a weekday without a row rests. */
static void
import_calendar(FunctionCallInfo fcinfo, const site *from)
{
	check_rows(psprintf("SELECT pg_catalog.format('day %%s: %%s', w.day, w.hours) FROM %s.opencps_worktime AS w"
						" WHERE w.day IS NULL OR w.day NOT BETWEEN 1 AND 7 OR w.hours IS NULL OR w.hours !~ '^" HOURS "(," HOURS ")*$' LIMIT 1", from->schema),
			   "opencps_worktime");
	check_rows(psprintf("SELECT pg_catalog.format('%%s, type %%s', h.holidaydate, h.holidaytype) FROM %s.opencps_holiday AS h"
						" WHERE h.holidaydate IS NULL OR h.holidaytype IS NULL OR h.holidaytype NOT IN (0, 1) LIMIT 1", from->schema),
			   "opencps_holiday");
	run_import(fcinfo, psprintf("INSERT INTO motcua.calendar (name, title, work_week)"
								" SELECT $1, 'OpenCPS' || coalesce(' ' || $2::text, ''), nullif(pg_catalog.string_agg(CASE WHEN EXISTS (SELECT FROM %s.opencps_worktime AS w"
								"   WHERE w.day = d %% 7 + 1 AND ($2 IS NULL OR w.groupid = $2)) THEN '1' ELSE '0' END, '' ORDER BY d), '0000000')"
								" FROM pg_catalog.generate_series(1, 7) AS d WHERE $3 IS NOT NULL", from->schema));
}

static int64
import_days(FunctionCallInfo fcinfo, const site *from)
{
	return run_import(fcinfo, psprintf("INSERT INTO motcua.calendar_day (calendar, day, kind, title, source)"
									   " SELECT DISTINCT ON (d.day) $1, d.day, CASE h.holidaytype WHEN 1 THEN 'work' ELSE 'off' END, h.description, 'OpenCPS'"
									   " FROM %s.opencps_holiday AS h"
									   " CROSS JOIN LATERAL (SELECT (h.holidaydate AT TIME ZONE $3 AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day) AS d"
									   " WHERE $2 IS NULL OR h.groupid = $2 ORDER BY d.day, h.holidaytype DESC", from->schema));
}

/* Weekdays with the same hours share a shift. */
static int64
import_shifts(FunctionCallInfo fcinfo, const site *from)
{
	return run_import(fcinfo, psprintf("INSERT INTO motcua.shift (calendar, weekdays, opens, closes)"
									   " SELECT $1, pg_catalog.string_agg(CASE WHEN d = ANY (g.days) THEN '1' ELSE '0' END, '' ORDER BY d), g.opens, g.closes"
									   " FROM (SELECT p.opens, p.closes, pg_catalog.array_agg(DISTINCT (w.day + 5) %% 7 + 1) AS days"
									   "       FROM %s.opencps_worktime AS w"
									   "       CROSS JOIN LATERAL pg_catalog.string_to_table(w.hours, ',') AS s (part)"
									   "       CROSS JOIN LATERAL (SELECT pg_catalog.btrim(pg_catalog.split_part(s.part, '-', 1))::time AS opens,"
									   "                                  pg_catalog.btrim(pg_catalog.split_part(s.part, '-', 2))::time AS closes) AS p"
									   "       WHERE ($2 IS NULL OR w.groupid = $2) AND $3 IS NOT NULL"
									   "       GROUP BY p.opens, p.closes) AS g"
									   " CROSS JOIN pg_catalog.generate_series(1, 7) AS d GROUP BY g.opens, g.closes, g.days", from->schema));
}

PG_FUNCTION_INFO_V1(motcua_import_opencps_calendar);
Datum
motcua_import_opencps_calendar(PG_FUNCTION_ARGS)
{
	site		origin;
	int64		rows;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(3))
		PG_RETURN_NULL();
	origin = site_arg(fcinfo, 0);
	require_column(&origin, "opencps_holiday", "holidaytype");
	require_column(&origin, "opencps_worktime", "hours");
	SPI_connect();
	import_calendar(fcinfo, &origin);
	rows = import_days(fcinfo, &origin);
	rows += import_shifts(fcinfo, &origin);
	SPI_finish();
	PG_RETURN_INT64(rows);
}

/*
 * import_opencps_calendar: a site's days off and office hours, as OpenCPS v2 keeps them, into a calendar of motcua.calendar.
 * Whatever cannot be read is an error, so nothing is ever half imported.
 */
#include "postgres.h"

#include <ctype.h>

#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/guc.h"
#include "utils/tuplestore.h"

#include "attach/attachment.h"
#include "common/compat.h"
#include "core/base/dates.h"
#include "core/calendar/shipped_calendars.h"
#include "opencps/opencps.h"

/* A session of office hours in minutes of the day, and its weekdays: bit 0 is Monday. */
typedef struct office_session
{
	int opens;
	int closes;
	int weekdays;
} office_session;

typedef struct office_sessions
{
	int count;
	office_session *list;
	int weekdays; /* of all of them */
} office_sessions;

typedef struct imported
{
	int32 days_off;
	int32 make_up_days;
	int32 shifts;
} imported;

/* The arguments of import_opencps_calendar. */
typedef struct import_job
{
	Oid namespace;
	Datum calendar;
	Datum groupid;
	Datum time_zone;
} import_job;

static _Noreturn void
unreadable(int code, const char *table, const char *id, const char *column, const char *value,
		   const char *what)
{
	ereport(ERROR, (errcode(code),
					errmsg("%s %s: %s \"%s\" %s", table, id, column, value ? value : "NULL", what),
					errdetail("Nothing was imported."),
					errhint("Correct the row in OpenCPS, then import again.")));
}

/* Rows of one site. Holds the table of rows: the statements that write follow while it is read. */
static SPITupleTable *
rows_of_site(const import_job *job, const char *query, uint64 *count)
{
	Oid types[] = {INT8OID, TEXTOID};
	Datum values[] = {job->groupid, job->time_zone};

	if (SPI_execute_with_args(query, 2, types, values, NULL, false, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not read the tables of OpenCPS");
	*count = SPI_processed;
	return SPI_tuptable;
}

/* A statement on the calendar $1 with one more value; returns how many rows it changed. */
static uint64
change_calendar(const import_job *job, const char *sql, Oid type, Datum value)
{
	Oid types[] = {TEXTOID, type};
	Datum values[] = {job->calendar, value};

	if (SPI_execute_with_args(sql, 2, types, values, NULL, false, 0) < 0)
		elog(ERROR, "could not write the calendar");
	return SPI_processed;
}

/* ---- office hours ---- */

static void
skip_spaces(const char **at)
{
	while (**at == ' ')
		(*at)++;
}

/* 'HH:mm', the hour of one digit or two, up to 24:00; -1 when it is none. */
static int
read_clock(const char **at)
{
	const char *p = *at;
	int hour = 0, minute;

	skip_spaces(&p);
	if (!isdigit((unsigned char) *p))
		return -1;
	hour = *p++ - '0';
	if (isdigit((unsigned char) *p))
		hour = hour * 10 + *p++ - '0';
	if (p[0] != ':' || !isdigit((unsigned char) p[1]) || !isdigit((unsigned char) p[2]) ||
		isdigit((unsigned char) p[3]))
		return -1;
	minute = (p[1] - '0') * 10 + p[2] - '0';
	*at = p + 3;
	skip_spaces(at);
	return minute > 59 || hour * 60 + minute > 24 * 60 ? -1 : hour * 60 + minute;
}

/* 'HH:mm-HH:mm', at least a minute long. */
static bool
read_session(const char **at, office_session *session)
{
	session->opens = read_clock(at);
	if (session->opens < 0 || **at != '-')
		return false;
	(*at)++;
	session->closes = read_clock(at);
	return session->closes > session->opens;
}

/* Adds a session of one weekday; false when it overlaps another of that day. */
static bool
add_session(office_sessions *sessions, office_session added)
{
	office_session *same = NULL;

	for (int at = 0; at < sessions->count; at++)
	{
		office_session *other = &sessions->list[at];

		if ((other->weekdays & added.weekdays) && added.opens < other->closes &&
			other->opens < added.closes)
			return false;
		if (other->opens == added.opens && other->closes == added.closes)
			same = other;
	}
	if (same == NULL)
	{
		sessions->list = sessions->list ? repalloc(sessions->list,
												   (sessions->count + 1) * sizeof(office_session))
										: palloc(sizeof(office_session));
		sessions->list[sessions->count++] = added;
	}
	else
		same->weekdays |= added.weekdays;
	return true;
}

static void
read_hours(office_sessions *sessions, int weekday, const char *id, const char *hours)
{
	const char *at = hours;

	for (;;)
	{
		office_session session;

		if (at == NULL || !read_session(&at, &session) || (*at != ',' && *at != '\0'))
			unreadable(ERRCODE_INVALID_TEXT_REPRESENTATION, "opencps_worktime", id, "hours", hours,
					   "is not written HH:mm-HH:mm,HH:mm-HH:mm");
		session.weekdays = weekday;
		if (!add_session(sessions, session))
			unreadable(ERRCODE_INVALID_TEXT_REPRESENTATION, "opencps_worktime", id, "hours", hours,
					   "overlaps itself");
		if (*at++ == '\0')
			return;
	}
}

/* The bit of a Java weekday: 1 is Sunday. */
static int
weekday_of(const char *id, const char *day)
{
	if (day == NULL || strlen(day) != 1 || *day < '1' || *day > '7')
		unreadable(ERRCODE_INVALID_PARAMETER_VALUE, "opencps_worktime", id, "day", day,
				   "is no weekday from 1 (Sunday) to 7 (Saturday)");
	return 1 << (*day - '1' + 6) % 7;
}

static office_sessions
read_worktime(const import_job *job)
{
	office_sessions sessions = {.count = 0};
	uint64 count;
	SPITupleTable *rows = rows_of_site(
		job,
		psprintf(
			"SELECT w.worktimeid, w.day, w.hours FROM %s AS w WHERE w.groupid = $1 ORDER BY w.day, w.worktimeid",
			motcua_opencps_table(job->namespace, "opencps_worktime")),
		&count);

	for (uint64 at = 0; at < count; at++)
	{
		char *id = psprintf("worktimeid %s", SPI_getvalue(rows->vals[at], rows->tupdesc, 1));
		char *day = SPI_getvalue(rows->vals[at], rows->tupdesc, 2);
		int weekday = weekday_of(id, day);

		if (sessions.weekdays & weekday)
			unreadable(ERRCODE_INVALID_PARAMETER_VALUE, "opencps_worktime", id, "day", day,
					   "has hours in another row too");
		read_hours(&sessions, weekday, id, SPI_getvalue(rows->vals[at], rows->tupdesc, 3));
		sessions.weekdays |= weekday;
	}
	return sessions;
}

static char *
weekdays_text(int weekdays)
{
	char *text = palloc0(8);

	for (int at = 0; at < 7; at++)
		text[at] = weekdays & 1 << at ? '1' : '0';
	return text;
}

/* A weekday without a row is a day off in OpenCPS. No rows at all: the calendar keeps the hours it has. */
static void
write_hours(const import_job *job, const office_sessions *sessions, imported *counts)
{
	if (sessions->count == 0)
		return;
	change_calendar(job, "UPDATE motcua.calendar SET work_week = $2 WHERE name = $1", TEXTOID,
					CStringGetTextDatum(weekdays_text(sessions->weekdays)));
	change_calendar(job, "DELETE FROM motcua.shift WHERE calendar = $1", INT8OID, job->groupid);
	for (int at = 0; at < sessions->count; at++)
	{
		const office_session *session = &sessions->list[at];

		counts->shifts += change_calendar(
			job,
			psprintf(
				"INSERT INTO motcua.shift (calendar, weekdays, opens, closes) VALUES ($1, $2, '%02d:%02d', '%02d:%02d')",
				session->opens / 60, session->opens % 60, session->closes / 60,
				session->closes % 60),
			TEXTOID, CStringGetTextDatum(weekdays_text(session->weekdays)));
	}
}

/* ---- days ---- */

enum
{
	DAY_ID = 1,
	DAY_WRITTEN,
	DAY_DAY,
	DAY_TYPE,
	DAY_DESCRIPTION,
	DAY_AT_MIDNIGHT
};

/* Databases older than make-up days have no type; Liferay reads NULL as 0. */
static char *
days_query(const import_job *job)
{
	static const char *const type[] = {"holidaytype"};

	return psprintf(
		"SELECT h.holidayid, h.holidaydate, l.at::date, %s, nullif(h.description, ''), l.at::time = '00:00'"
		" FROM %s AS h CROSS JOIN LATERAL (SELECT h.holidaydate AT TIME ZONE $2 AT TIME ZONE 'Asia/Ho_Chi_Minh') AS l (at)"
		" WHERE h.groupid = $1 ORDER BY l.at::date, h.holidayid",
		motcua_opencps_has(job->namespace, "opencps_holiday", type, 1)
			? "coalesce(h.holidaytype, 0)"
			: "0",
		motcua_opencps_table(job->namespace, "opencps_holiday"));
}

static DateADT
checked_day(HeapTuple row, TupleDesc columns, const char *id)
{
	bool is_null;
	DateADT day = DatumGetDateADT(SPI_getbinval(row, columns, DAY_DAY, &is_null));

	if (is_null || day < MC_COVERAGE_FIRST || day > MC_COVERAGE_LAST)
		unreadable(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE, "opencps_holiday", id, "holidaydate",
				   SPI_getvalue(row, columns, DAY_WRITTEN), "is no day from 1990 to 2100");
	return day;
}

/* Whether the row is a make-up day. */
static bool
checked_type(HeapTuple row, TupleDesc columns, const char *id)
{
	char *type = SPI_getvalue(row, columns, DAY_TYPE);

	if (strcmp(type, "0") != 0 && strcmp(type, "1") != 0)
		unreadable(ERRCODE_INVALID_PARAMETER_VALUE, "opencps_holiday", id, "holidaytype", type,
				   "is neither 0 (off) nor 1 (make-up day)");
	return *type == '1';
}

/* A day that the DBA entered in motcua stays as it is. */
static bool
write_day(const import_job *job, DateADT day, bool works, const char *id, const char *description)
{
	Oid types[] = {TEXTOID, DATEOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID};
	Datum values[] = {job->calendar,
					  DateADTGetDatum(day),
					  CStringGetTextDatum(works ? "work" : "off"),
					  CStringGetTextDatum(works ? "swap" : "holiday"),
					  description ? CStringGetTextDatum(description) : (Datum) 0,
					  CStringGetTextDatum(psprintf("OpenCPS, %s", id))};
	char nulls[] = {' ', ' ', ' ', ' ', description ? ' ' : 'n', ' '};

	if (SPI_execute_with_args(
			"INSERT INTO motcua.calendar_day (calendar, day, kind, reason, title, source) VALUES ($1, $2, $3, $4, $5, $6)"
			" ON CONFLICT (calendar, day) DO NOTHING",
			6, types, values, nulls, false, 0) != SPI_OK_INSERT)
		elog(ERROR, "could not write a day");
	return SPI_processed == 1;
}

static void
warn_of_zone(const import_job *job, const char *id, const char *written)
{
	ereport(
		WARNING,
		(errmsg("opencps_holiday %s: holidaydate \"%s\" is not midnight in Viet Nam", id, written),
		 errdetail("It was read in time zone \"%s\".", TextDatumGetCString(job->time_zone)),
		 errhint("If OpenCPS stores its days in another zone, name it: time_zone => 'UTC'.")));
}

static bool
is_at_midnight(HeapTuple row, TupleDesc columns)
{
	bool is_null;

	return DatumGetBool(SPI_getbinval(row, columns, DAY_AT_MIDNIGHT, &is_null));
}

static void
import_days(const import_job *job, SPITupleTable *rows, uint64 count, imported *counts)
{
	DateADT last = MC_COVERAGE_FIRST - 1;
	bool last_works = false, warned = false;

	for (uint64 at = 0; at < count; at++)
	{
		HeapTuple row = rows->vals[at];
		char *id = psprintf("holidayid %s", SPI_getvalue(row, rows->tupdesc, DAY_ID));
		DateADT day = checked_day(row, rows->tupdesc, id);
		bool works = checked_type(row, rows->tupdesc, id);

		if (day == last && works != last_works)
			unreadable(ERRCODE_INVALID_PARAMETER_VALUE, "opencps_holiday", id, "holidaydate",
					   SPI_getvalue(row, rows->tupdesc, DAY_WRITTEN),
					   "is a day off in one row and a make-up day in another");
		if (!warned && !is_at_midnight(row, rows->tupdesc))
		{
			warn_of_zone(job, id, SPI_getvalue(row, rows->tupdesc, DAY_WRITTEN));
			warned = true;
		}
		if (day != last &&
			write_day(job, day, works, id, SPI_getvalue(row, rows->tupdesc, DAY_DESCRIPTION)))
			*(works ? &counts->make_up_days : &counts->days_off) += 1;
		last = day;
		last_works = works;
	}
}

/* ---- all of it ---- */

static void
check_name(const char *calendar)
{
	if (mc_is_shipped(calendar))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("calendar \"%s\" is shipped and cannot be imported into", calendar),
						errhint("Name a calendar of your own; it will inherit from \"vn\".")));
}

static void
check_found(const import_job *job, uint64 days, const office_sessions *sessions)
{
	if (days == 0 && sessions->count == 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("groupid \"" INT64_FORMAT
							   "\" has neither days off nor office hours in OpenCPS",
							   DatumGetInt64(job->groupid)),
						errhint("List the sites that have with: SELECT DISTINCT groupid FROM %s;",
								motcua_opencps_table(job->namespace, "opencps_holiday"))));
}

static imported
import_calendar(const import_job *job)
{
	imported counts = {0};
	office_sessions sessions = read_worktime(job);
	uint64 count;
	SPITupleTable *days = rows_of_site(job, days_query(job), &count);

	check_found(job, count, &sessions);
	change_calendar(
		job,
		"INSERT INTO motcua.calendar (name, title) VALUES ($1, pg_catalog.concat('OpenCPS, groupid ', $2)) ON CONFLICT (name) DO NOTHING",
		INT8OID, job->groupid);
	write_hours(job, &sessions, &counts);
	change_calendar(
		job,
		"DELETE FROM motcua.calendar_day WHERE calendar = $1 AND source LIKE 'OpenCPS, holidayid %'",
		INT8OID, job->groupid);
	import_days(job, days, count, &counts);
	return counts;
}

PG_FUNCTION_INFO_V1(motcua_import_opencps_calendar);
Datum
motcua_import_opencps_calendar(PG_FUNCTION_ARGS)
{
	import_job job;
	imported counts;
	Datum values[3];
	bool nulls[3] = {false};
	int level;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(0))
		return (Datum) 0;
	check_name(text_to_cstring(PG_GETARG_TEXT_PP(1)));
	job.namespace = motcua_opencps_namespace(NameStr(*PG_GETARG_NAME(0)), "opencps_holiday");
	(void) motcua_opencps_namespace(NameStr(*PG_GETARG_NAME(0)), "opencps_worktime");
	job.calendar = PG_GETARG_DATUM(1);
	job.groupid = PG_GETARG_DATUM(2);
	job.time_zone = PG_GETARG_DATUM(3);
	SPI_connect();
	level = motcua_with_safe_search_path();
	counts = import_calendar(&job);
	AtEOXact_GUC(true, level);
	SPI_finish();
	values[0] = Int32GetDatum(counts.days_off);
	values[1] = Int32GetDatum(counts.make_up_days);
	values[2] = Int32GetDatum(counts.shifts);
	tuplestore_putvalues(((ReturnSetInfo *) fcinfo->resultinfo)->setResult,
						 ((ReturnSetInfo *) fcinfo->resultinfo)->setDesc, values, nulls);
	return (Datum) 0;
}

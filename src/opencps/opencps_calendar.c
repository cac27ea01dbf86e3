/*
 * This file holds the SQL function import_opencps_calendar. It copies the days off, make-up days
 * and office hours of a site of OpenCPS v2 to a calendar of motcua.calendar. A row that cannot be
 * read raises an error, so nothing is ever imported in part. The longer statements are in
 * sql/attachment/opencps/.
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
#include "common/owner.h"
#include "common/spi_rows.h"
#include "common/compat.h"
#include "common/options.h"
#include "core/base/dates.h"
#include "core/calendar/shipped_calendars.h"
#include "opencps/opencps.h"
#include "opencps/opencps_data.h"

/* A session of office hours. */
typedef struct OfficeSession
{
	int opens; /* minutes since midnight */
	int closes; /* minutes since midnight */
	int weekdays; /* a bit for each; bit 0 is Monday */
} OfficeSession;

typedef struct OfficeSessions
{
	int count;
	OfficeSession *list;
	int weekdays; /* those with a session */
} OfficeSessions;

/* The numbers of rows that were written, which the function returns. */
typedef struct ImportCounts
{
	int32 days_off;
	int32 make_up_days;
	int32 shifts;
} ImportCounts;

/* The arguments of import_opencps_calendar. */
typedef struct ImportJob
{
	Oid namespace; /* of the tables of OpenCPS */
	Datum calendar; /* text */
	Datum groupid; /* bigint: the site */
	Datum time_zone; /* text: the zone in which OpenCPS wrote its days */
} ImportJob;

/* Raise an error about a value of a row; `what` is the clause that says what is wrong with it. */
static _Noreturn void
unreadable(int code, const char *table, const char *id, const char *column, const char *value,
		   const char *what)
{
	ereport(ERROR, (errcode(code),
					errmsg("%s %s: %s \"%s\" %s", table, id, column, value ? value : "NULL", what),
					errdetail("Nothing was imported."),
					errhint("Correct the row in OpenCPS, then import again.")));
}

/* Return the rows of a query about the site whose columns have the given types. */
static Rows
rows_of_site(const ImportJob *job, const char *query, const Oid *types, int columns)
{
	static const Oid parameter_types[] = {INT8OID, TEXTOID};
	Datum values[] = {job->groupid, job->time_zone};
	Statement statement = {query, 2, parameter_types, values};

	return motcua_select(&statement, false, types, columns);
}

/*
 * Run a statement with the parameters $1, the name of the calendar, and $2, another value. Return
 * the number of rows that it changed.
 */
static uint64
change_calendar(const ImportJob *job, const char *sql, Oid type, Datum value)
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

/*
 * Read 'HH:mm' or 'H:mm', up to 24:00, with spaces around it, and move *at behind it. Return the
 * minutes since midnight, or -1 if the text is not of that form.
 */
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

/*
 * Read 'HH:mm-HH:mm', and move *at behind it. Return false if the text is not of that form or the
 * session is shorter than a minute.
 */
static bool
read_session(const char **at, OfficeSession *session)
{
	session->opens = read_clock(at);
	if (session->opens < 0 || **at != '-')
		return false;
	(*at)++;
	session->closes = read_clock(at);
	return session->closes > session->opens;
}

/*
 * Add a session of one weekday. Sessions of the same hours become one with several weekdays. Return
 * false if the session overlaps another one of its weekday.
 */
static bool
add_session(OfficeSessions *sessions, OfficeSession added)
{
	OfficeSession *same = NULL;

	for (int at = 0; at < sessions->count; at++)
	{
		OfficeSession *other = &sessions->list[at];

		if ((other->weekdays & added.weekdays) && added.opens < other->closes &&
			other->opens < added.closes)
			return false;
		if (other->opens == added.opens && other->closes == added.closes)
			same = other;
	}
	if (same == NULL)
	{
		sessions->list =
			sessions->list ? repalloc(sessions->list, (sessions->count + 1) * sizeof(OfficeSession))
						   : palloc(sizeof(OfficeSession));
		sessions->list[sessions->count++] = added;
	}
	else
		same->weekdays |= added.weekdays;
	return true;
}

/* Add the sessions of a weekday's bit. Raise 22P02 if they cannot be read. */
static void
read_hours(OfficeSessions *sessions, int weekday, const char *id, const char *hours)
{
	const char *at = hours;

	for (;;)
	{
		OfficeSession session;

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

/* Return the bit of a weekday as Java numbers it: 1 is Sunday. Raise 22023 for another text. */
static int
weekday_of(const char *id, const char *day)
{
	if (day == NULL || strlen(day) != 1 || *day < '1' || *day > '7')
		unreadable(ERRCODE_INVALID_PARAMETER_VALUE, "opencps_worktime", id, "day", day,
				   "is no weekday from 1 (Sunday) to 7 (Saturday)");
	return 1 << (*day - '1' + 6) % 7;
}

/* Return the office hours of the site. Raise 22023 or 22P02 for a row that cannot be read. */
static OfficeSessions
read_worktime(const ImportJob *job)
{
	OfficeSessions sessions = {.count = 0};
	TemplateValue table = {"@worktime@", motcua_opencps_table(job->namespace, "opencps_worktime")};
	Rows rows = rows_of_site(job, motcua_fill_template(opencps_worktime, &table, 1), NULL, 3);

	for (uint64 at = 0; at < rows.count; at++)
	{
		char *id = psprintf("worktimeid %s", motcua_cell_text(&rows, at, 0));
		char *day = motcua_cell_text(&rows, at, 1);
		int weekday = weekday_of(id, day);

		if (sessions.weekdays & weekday)
			unreadable(ERRCODE_INVALID_PARAMETER_VALUE, "opencps_worktime", id, "day", day,
					   "has hours in another row too");
		read_hours(&sessions, weekday, id, motcua_cell_text(&rows, at, 2));
		sessions.weekdays |= weekday;
	}
	return sessions;
}

/* Return weekdays as the text of a work_week: seven digits, Monday first. */
static char *
weekdays_text(int weekdays)
{
	char *text = palloc0(8);

	for (int at = 0; at < 7; at++)
		text[at] = weekdays & 1 << at ? '1' : '0';
	return text;
}

static char *
clock_text(int minutes)
{
	return psprintf("%02d:%02d", minutes / 60, minutes % 60);
}

/*
 * Replace the office hours of the calendar. OpenCPS keeps no row for a weekday that is off. If the
 * site has no office hours at all, the calendar keeps those that it has.
 */
static void
write_hours(const ImportJob *job, const OfficeSessions *sessions, ImportCounts *counts)
{
	if (sessions->count == 0)
		return;
	change_calendar(job, "UPDATE motcua.calendar SET work_week = $2 WHERE name = $1", TEXTOID,
					CStringGetTextDatum(weekdays_text(sessions->weekdays)));
	change_calendar(job, "DELETE FROM motcua.shift WHERE calendar = $1", INT8OID, job->groupid);
	for (int at = 0; at < sessions->count; at++)
	{
		const OfficeSession *session = &sessions->list[at];
		TemplateValue hours[] = {{"@opens@", clock_text(session->opens)},
								 {"@closes@", clock_text(session->closes)}};

		counts->shifts +=
			change_calendar(job, motcua_fill_template(opencps_shift, hours, lengthof(hours)),
							TEXTOID, CStringGetTextDatum(weekdays_text(session->weekdays)));
	}
}

/* ---- days ---- */

/* The columns of sql/attachment/opencps/holidays.sql. */
enum
{
	DAY_ID,
	DAY_WRITTEN, /* as the table has it */
	DAY_DAY, /* in Viet Nam */
	DAY_TYPE, /* 0 off, 1 make-up day */
	DAY_DESCRIPTION,
	DAY_AT_MIDNIGHT, /* true if the moment written is midnight in Viet Nam */
	DAY_COLUMNS
};

/* The other columns have the types that the tables of OpenCPS have. */
static const Oid day_types[DAY_COLUMNS] = {[DAY_DAY] = DATEOID, [DAY_AT_MIDNIGHT] = BOOLOID};

/*
 * Return the query of the site's days. Databases from before there were make-up days have no column
 * holidaytype; Liferay reads NULL in it as 0.
 */
static char *
days_query(const ImportJob *job)
{
	static const char *const type[] = {"holidaytype"};
	bool has_type = motcua_opencps_has(job->namespace, "opencps_holiday", type, 1);
	TemplateValue values[] = {
		{"@type@", has_type ? "coalesce(h.holidaytype, 0)" : "0"},
		{"@holidays@", motcua_opencps_table(job->namespace, "opencps_holiday")}};

	return motcua_fill_template(opencps_holidays, values, lengthof(values));
}

/* Return the day of a row. Raise 22008 if no calendar can have it. */
static DateADT
checked_day(const Rows *days, uint64 row, const char *id)
{
	bool is_null;
	DateADT day = DatumGetDateADT(motcua_cell(days, row, DAY_DAY, &is_null));

	if (is_null || day < MC_COVERAGE_FIRST || day > MC_COVERAGE_LAST)
		unreadable(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE, "opencps_holiday", id, "holidaydate",
				   motcua_cell_text(days, row, DAY_WRITTEN), "is no day from 1990 to 2100");
	return day;
}

/* True if the row is a make-up day. Raise 22023 if it is neither that nor a day off. */
static bool
checked_type(const Rows *days, uint64 row, const char *id)
{
	char *type = motcua_cell_text(days, row, DAY_TYPE);

	if (type == NULL || (strcmp(type, "0") != 0 && strcmp(type, "1") != 0))
		unreadable(ERRCODE_INVALID_PARAMETER_VALUE, "opencps_holiday", id, "holidaytype", type,
				   "is neither 0 (off) nor 1 (make-up day)");
	return *type == '1';
}

/*
 * Write a day to the calendar. Return false if the DBA entered that day before, which then stays.
 */
static bool
write_day(const ImportJob *job, DateADT day, bool works, const char *id, const char *description)
{
	Oid types[] = {TEXTOID, DATEOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID};
	Datum values[] = {job->calendar,
					  DateADTGetDatum(day),
					  CStringGetTextDatum(works ? "work" : "off"),
					  CStringGetTextDatum(works ? "swap" : "holiday"),
					  description ? CStringGetTextDatum(description) : (Datum) 0,
					  CStringGetTextDatum(psprintf("OpenCPS, %s", id))};
	char nulls[] = {' ', ' ', ' ', ' ', description ? ' ' : 'n', ' '};

	if (SPI_execute_with_args(opencps_day, 6, types, values, nulls, false, 0) != SPI_OK_INSERT)
		elog(ERROR, "could not write a day");
	return SPI_processed == 1;
}

/* Warn that a day is not midnight in Viet Nam, so the time zone may be wrong. */
static void
warn_of_zone(const ImportJob *job, const char *id, const char *written)
{
	ereport(
		WARNING,
		(errmsg("opencps_holiday %s: holidaydate \"%s\" is not midnight in Viet Nam", id, written),
		 errdetail("It was read in time zone \"%s\".", TextDatumGetCString(job->time_zone)),
		 errhint("If OpenCPS stores its days in another zone, name it: time_zone => 'UTC'.")));
}

static bool
is_at_midnight(const Rows *days, uint64 row)
{
	bool is_null;

	return DatumGetBool(motcua_cell(days, row, DAY_AT_MIDNIGHT, &is_null));
}

/*
 * Write the days, which are in ascending order. A day may have several rows of one type; the first
 * one counts.
 */
static void
import_days(const ImportJob *job, const Rows *days, ImportCounts *counts)
{
	DateADT last = MC_COVERAGE_FIRST - 1;
	bool last_works = false, warned = false;

	for (uint64 row = 0; row < days->count; row++)
	{
		char *id = psprintf("holidayid %s", motcua_cell_text(days, row, DAY_ID));
		DateADT day = checked_day(days, row, id);
		bool works = checked_type(days, row, id);

		if (day == last && works != last_works)
			unreadable(ERRCODE_INVALID_PARAMETER_VALUE, "opencps_holiday", id, "holidaydate",
					   motcua_cell_text(days, row, DAY_WRITTEN),
					   "is a day off in one row and a make-up day in another");
		if (!warned && !is_at_midnight(days, row))
		{
			warn_of_zone(job, id, motcua_cell_text(days, row, DAY_WRITTEN));
			warned = true;
		}
		if (day != last &&
			write_day(job, day, works, id, motcua_cell_text(days, row, DAY_DESCRIPTION)))
			*(works ? &counts->make_up_days : &counts->days_off) += 1;
		last = day;
		last_works = works;
	}
}

/* ---- the whole calendar ---- */

/* Raise 22023 for a calendar that the extension ships. */
static void
check_name(const char *calendar)
{
	if (mc_is_shipped(calendar))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("calendar \"%s\" is shipped and cannot be imported into", calendar),
						errhint("Name a calendar of your own; it will inherit from \"vn\".")));
}

/* Raise 22023 if OpenCPS has nothing about the site. */
static void
check_found(const ImportJob *job, uint64 days, const OfficeSessions *sessions)
{
	if (days == 0 && sessions->count == 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("groupid \"" INT64_FORMAT
							   "\" has neither days off nor office hours in OpenCPS",
							   DatumGetInt64(job->groupid)),
						errhint("List the sites that have with: SELECT DISTINCT groupid FROM %s;",
								motcua_opencps_table(job->namespace, "opencps_holiday"))));
}

static ImportCounts
import_calendar(const ImportJob *job)
{
	ImportCounts counts = {0};
	OfficeSessions sessions = read_worktime(job);
	Rows days = rows_of_site(job, days_query(job), day_types, DAY_COLUMNS);

	check_found(job, days.count, &sessions);
	change_calendar(job, opencps_calendar, INT8OID, job->groupid);
	write_hours(job, &sessions, &counts);
	change_calendar(job, opencps_forget_days, INT8OID, job->groupid);
	import_days(job, &days, &counts);
	return counts;
}

PG_FUNCTION_INFO_V1(motcua_import_opencps_calendar);
Datum
motcua_import_opencps_calendar(PG_FUNCTION_ARGS)
{
	ImportJob job;
	ImportCounts counts;
	Datum values[3];
	bool nulls[3] = {false};
	int level;

	InitMaterializedSRF(fcinfo, 0);
	if (motcua_is_missing(fcinfo, 3))
		return (Datum) 0;
	check_name(text_to_cstring(PG_GETARG_TEXT_PP(1)));
	job.namespace = motcua_opencps_namespace(NameStr(*PG_GETARG_NAME(0)), "opencps_holiday");
	(void) motcua_opencps_namespace(NameStr(*PG_GETARG_NAME(0)), "opencps_worktime");
	job.calendar = PG_GETARG_DATUM(1);
	job.groupid = PG_GETARG_DATUM(2);
	job.time_zone = PointerGetDatum(motcua_text_option(fcinfo, 3, "Asia/Ho_Chi_Minh"));
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

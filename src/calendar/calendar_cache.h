/*
 * Calendars ready for use, per backend: by name, by value, and the session's default.
 *
 * A pointer that these functions return is good until the next call of one of
 * them; keep none across calls.
 */
#ifndef MOTCUA_CALENDAR_CACHE_H
#define MOTCUA_CALENDAR_CACHE_H

#include "access/xact.h"
#include "fmgr.h"

#include "calendar/work_calendar.h"
#include "common/compat.h"
#include "core/calendar/calendar.h"
#include "core/calendar/work_time.h"

typedef struct Calendar
{
	mc_calendar facts;
	mc_day_index *index;
	mc_work_time *work_time; /* see motcua_work_time */
	bool in_vietnam; /* wall time is UTC+7, no zone file needed */
} Calendar;

/* Setting motcua.calendar, and its assign hook. */
extern char *motcua_default_calendar_name;
extern void motcua_assign_default_calendar(const char *newval, void *extra);

/* Called once, when the library is loaded. */
extern void motcua_watch_calendar_tables(void);

/*
 * Finding the calendar of an argument is in line, because adding days costs no
 * more than that. What one expression remembers (fn_extra), so that a row costs
 * a comparison. Its first call in each statement of the client looks for news of
 * other sessions: PL/pgSQL keeps expressions for the whole transaction.
 */
typedef struct CalendarRef
{
	TimestampTz statement; /* when the statement began that last looked */
	uint64 generation;
	const Calendar *calendar;
	int name_length;
	char name[NAMEDATALEN];
	uint8 digest[WORK_CALENDAR_DIGEST_SIZE];
} CalendarRef;

/* Raised whenever a calendar is dropped or grows stale. */
extern uint64 motcua_calendar_generation;

/* The session's default calendar while it is known and fresh, else NULL. */
extern const Calendar *motcua_ready_default;

extern const Calendar *motcua_look_up_calendar(FunctionCallInfo fcinfo, int argno);
extern const Calendar *motcua_look_up_calendar_value(FunctionCallInfo fcinfo, int argno);

/* The calendar of a text argument; NULL means the setting. 42704 when there is none of that name. */
static inline const Calendar *
motcua_calendar_arg(FunctionCallInfo fcinfo, int argno)
{
	const CalendarRef *ref = fcinfo->flinfo->fn_extra;
	const struct varlena *name;

	if (unlikely(!ref || ref->statement != GetCurrentStatementStartTimestamp()))
		return motcua_look_up_calendar(fcinfo, argno);
	if (PG_ARGISNULL(argno))
		return likely(motcua_ready_default != NULL) ? motcua_ready_default
													: motcua_look_up_calendar(fcinfo, argno);
	name = (const struct varlena *) PG_GETARG_POINTER(argno);
	if (likely(VARATT_IS_4B_U(name) && ref->generation == motcua_calendar_generation &&
			   VARSIZE_4B(name) - VARHDRSZ == (Size) ref->name_length &&
			   memcmp(VARDATA_4B(name), ref->name, ref->name_length) == 0))
		return ref->calendar;
	return motcua_look_up_calendar(fcinfo, argno);
}

/* The calendar of a work_calendar argument that is not NULL. */
static inline const Calendar *
motcua_calendar_value_arg(FunctionCallInfo fcinfo, int argno)
{
	const CalendarRef *ref = fcinfo->flinfo->fn_extra;
	const WorkCalendar *value = (const WorkCalendar *) PG_GETARG_POINTER(argno);

	if (likely(ref && VARATT_IS_4B_U(value) && ref->generation == motcua_calendar_generation &&
			   memcmp(ref->digest, value->digest, WORK_CALENDAR_DIGEST_SIZE) == 0))
		return ref->calendar;
	return motcua_look_up_calendar_value(fcinfo, argno);
}

/* The same where the calendar is no argument: a name, or NULL for the setting; a value. */
extern const Calendar *motcua_calendar_named(FunctionCallInfo fcinfo, const char *name);
extern const Calendar *motcua_calendar_of_value(const WorkCalendar *value);

/* The work time index of a calendar from this cache, built when first asked for. */
extern const mc_work_time *motcua_work_time(const Calendar *calendar);

#endif

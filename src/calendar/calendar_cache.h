/*
 * This header declares the calendars that are ready for use in a backend: by name, by value, and by
 * the setting motcua.calendar. The glue of all folders that need a calendar uses it.
 *
 * A pointer that one of these functions returns is valid until the next call of any of them. Do not
 * keep it longer.
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
	mc_work_time *work_time; /* NULL until motcua_work_time builds it */
	bool in_vietnam; /* true if the time zone is Asia/Ho_Chi_Minh, so that no zone file is needed */
} Calendar;

/* The setting motcua.calendar, and the assign hook of the setting. */
extern char *motcua_default_calendar_name;
extern void motcua_assign_default_calendar(const char *newval, void *extra);

/* The setting motcua.cache_memory: kilobytes of calendars that a backend keeps. */
extern int motcua_cache_memory;

/* Register the callback for changes of the calendar tables; _PG_init calls this function once. */
extern void motcua_watch_calendar_tables(void);

/*
 * What one expression remembers in fn_extra, so that a row costs only a comparison. The functions
 * that find the calendar of an argument are inline, because adding days costs no more than that
 * comparison.
 *
 * The first call in each client statement processes pending invalidations. It is not enough to do
 * so once for each expression, because PL/pgSQL keeps expressions for the whole transaction.
 */
typedef struct CalendarRef
{
	TimestampTz statement; /* begin of the client statement that last processed invalidations */
	uint64 generation; /* motcua_calendar_generation when the calendar was looked up */
	const Calendar *calendar;
	int name_length;
	char name[NAMEDATALEN];
	uint8 digest[WORK_CALENDAR_DIGEST_SIZE]; /* digest of the calendar if it was given by value */
} CalendarRef;

/* This counter rises whenever a calendar is removed from the cache or becomes stale. */
extern uint64 motcua_calendar_generation;

/* The calendar of the setting while it is known and not stale, else NULL. */
extern const Calendar *motcua_ready_default;

/*
 * Each of these functions looks up the calendar of an argument that the expression does not
 * remember. The inline functions below call them.
 */
extern const Calendar *motcua_look_up_calendar(FunctionCallInfo fcinfo, int argno);
extern const Calendar *motcua_look_up_calendar_value(FunctionCallInfo fcinfo, int argno);

/*
 * Return the calendar that a text argument names; NULL means the setting motcua.calendar. Raise
 * 42704 if there is no calendar of that name.
 */
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

/* Return the calendar of a work_calendar argument, which is not NULL. */
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

/*
 * Return the calendar of a name (NULL means the setting motcua.calendar) or of a value that is no
 * argument of the function. Raise 42704 if there is no calendar of that name.
 */
extern const Calendar *motcua_calendar_named(FunctionCallInfo fcinfo, const char *name);
extern const Calendar *motcua_calendar_of_value(const WorkCalendar *value);

/*
 * Return the index of work time of a calendar from this cache, which is built at the first call.
 * Raise 54000 if the calendar has too many openings on a day or too many kinds of days.
 */
extern const mc_work_time *motcua_work_time(const Calendar *calendar);

#endif

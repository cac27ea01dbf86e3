/*
 * Calendars ready for use, per backend: by name, by value, and the session's default.
 *
 * A pointer that these functions return is good until the next call of one of
 * them; keep none across calls.
 */
#ifndef MOTCUA_CALENDAR_CACHE_H
#define MOTCUA_CALENDAR_CACHE_H

#include "fmgr.h"

#include "core/calendar.h"
#include "work_calendar.h"

typedef struct Calendar
{
	mc_calendar facts;
	mc_day_index *index;
} Calendar;

/* Setting motcua.calendar, and its assign hook. */
extern char *motcua_default_calendar_name;
extern void motcua_assign_default_calendar(const char *newval, void *extra);

/* The calendar of a text argument; NULL means the setting. 42704 when there is none of that name. */
extern const Calendar *motcua_calendar_arg(FunctionCallInfo fcinfo, int argno);

/* The calendar of a work_calendar argument that is not NULL. */
extern const Calendar *motcua_calendar_value_arg(FunctionCallInfo fcinfo, int argno);

#endif

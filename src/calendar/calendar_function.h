/*
 * This header makes the two SQL functions of a computation that uses a calendar. The files that
 * hold such SQL functions use it. They write the computation as
 *   static Datum name(FunctionCallInfo fcinfo, const Calendar *calendar)
 * The first `required` arguments have no default: NULL in one of them gives NULL. The first SQL
 * function takes the calendar by name, and a NULL name means the setting motcua.calendar. The
 * second one takes the calendar by value, which must not be NULL.
 */
#ifndef MOTCUA_CALENDAR_FUNCTION_H
#define MOTCUA_CALENDAR_FUNCTION_H

#include "calendar/calendar_cache.h"
#include "common/options.h"

#define MOTCUA_CALENDAR_FUNCTION(name, required, calendar_argno)                 \
	PG_FUNCTION_INFO_V1(motcua_##name);                                          \
	Datum motcua_##name(PG_FUNCTION_ARGS)                                        \
	{                                                                            \
		if (motcua_is_missing(fcinfo, required))                                 \
			PG_RETURN_NULL();                                                    \
		return name(fcinfo, motcua_calendar_arg(fcinfo, calendar_argno));        \
	}                                                                            \
	PG_FUNCTION_INFO_V1(motcua_##name##_by_value);                               \
	Datum motcua_##name##_by_value(PG_FUNCTION_ARGS)                             \
	{                                                                            \
		if (motcua_is_missing(fcinfo, required) || PG_ARGISNULL(calendar_argno)) \
			PG_RETURN_NULL();                                                    \
		return name(fcinfo, motcua_calendar_value_arg(fcinfo, calendar_argno));  \
	}

#endif

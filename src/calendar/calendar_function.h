/*
 * This header makes the two SQL functions of a computation that uses a calendar. The files that
 * hold such SQL functions use it. They write the computation as
 *   static Datum name(FunctionCallInfo fcinfo, const Calendar *calendar)
 * with nargs arguments. The first SQL function takes the calendar by name; it is called on NULL
 * input, and a NULL name means the setting motcua.calendar. The second one takes the calendar by
 * value and is strict.
 */
#ifndef MOTCUA_CALENDAR_FUNCTION_H
#define MOTCUA_CALENDAR_FUNCTION_H

#include "calendar/calendar_cache.h"

#define MOTCUA_CALENDAR_FUNCTION(name, nargs, calendar_argno)                   \
	PG_FUNCTION_INFO_V1(motcua_##name);                                         \
	Datum motcua_##name(PG_FUNCTION_ARGS)                                       \
	{                                                                           \
		for (int i = 0; i < (nargs); i++)                                       \
			if (i != (calendar_argno) && PG_ARGISNULL(i))                       \
				PG_RETURN_NULL();                                               \
		return name(fcinfo, motcua_calendar_arg(fcinfo, calendar_argno));       \
	}                                                                           \
	PG_FUNCTION_INFO_V1(motcua_##name##_by_value);                              \
	Datum motcua_##name##_by_value(PG_FUNCTION_ARGS)                            \
	{                                                                           \
		return name(fcinfo, motcua_calendar_value_arg(fcinfo, calendar_argno)); \
	}

#endif

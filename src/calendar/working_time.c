/*
 * This file holds the SQL functions that compute with working time: they move and measure instants
 * by the office hours of a calendar.
 */
#include "postgres.h"

#include "utils/fmgrprotos.h"
#include "utils/timestamp.h"

#include "calendar/calendar_function.h"
#include "calendar/coverage.h"
#include "calendar/wall_time.h"
#include "common/compat.h"

/* ---- the computations, in wall-clock time ---- */

/*
 * Return an amount of work in microseconds. Raise 22023 if it has days or months, because a day has
 * as many working hours as the office gives it.
 */
static inline int64
work_amount(const Interval *amount)
{
	if (unlikely(amount->month != 0 || amount->day != 0))
		ereport(
			ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("amount of working time \"%s\" has days or months",
					DatumGetCString(DirectFunctionCall1(interval_out, IntervalPGetDatum(amount)))),
			 errdetail("A day has as many working hours as the office gives it."),
			 errhint(
				 "For days use motcua.add_working_days; for hours write interval '40 hours'.")));
	return amount->time;
}

static inline mc_instant
add_working_time(const Calendar *calendar, mc_instant wall, Datum amount)
{
	int64 work = work_amount(DatumGetIntervalP(amount));
	mc_instant result;

	if (unlikely(!mc_add_work_time(motcua_covering(calendar, wall), wall, work, &result)))
		motcua_work_not_covered(calendar, wall);
	return result;
}

static inline mc_instant
next_working_moment(const Calendar *calendar, mc_instant wall)
{
	mc_instant result;

	if (!mc_next_work_moment(motcua_covering(calendar, wall), wall, &result))
		motcua_work_not_covered(calendar, wall);
	return result;
}

/* ---- SQL functions for each type of column, with the calendar by name or by value ---- */

#define TYPED_FORMS(type)                                                                          \
	static inline Datum add_working_time_##type(FunctionCallInfo fcinfo, const Calendar *calendar) \
	{                                                                                              \
		mc_instant wall = motcua_##type##_wall(calendar, PG_GETARG_DATUM(0));                      \
		if (TIMESTAMP_NOT_FINITE(wall))                                                            \
			PG_RETURN_TIMESTAMP(wall);                                                             \
		return motcua_##type##_of_wall(calendar,                                                   \
									   add_working_time(calendar, wall, PG_GETARG_DATUM(1)));      \
	}                                                                                              \
	MOTCUA_CALENDAR_FUNCTION(add_working_time_##type, 2, 2)                                        \
	static inline Datum next_working_moment_##type(FunctionCallInfo fcinfo,                        \
												   const Calendar *calendar)                       \
	{                                                                                              \
		mc_instant wall = motcua_##type##_wall(calendar, PG_GETARG_DATUM(0));                      \
		if (TIMESTAMP_NOT_FINITE(wall))                                                            \
			PG_RETURN_TIMESTAMP(wall);                                                             \
		return motcua_##type##_of_wall(calendar, next_working_moment(calendar, wall));             \
	}                                                                                              \
	MOTCUA_CALENDAR_FUNCTION(next_working_moment_##type, 1, 1)

TYPED_FORMS(timestamp)
TYPED_FORMS(timestamptz)
TYPED_FORMS(date)
TYPED_FORMS(moment)

/* ---- SQL functions that take only moments ---- */

static inline Datum
working_time_between(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	mc_instant since = motcua_office_wall(calendar, motcua_moment_arg(fcinfo, 0));
	mc_instant until = motcua_office_wall(calendar, motcua_moment_arg(fcinfo, 1));
	Interval *result = palloc0(sizeof(Interval));

	motcua_covering(calendar, until);
	result->time = mc_work_time_between(motcua_covering(calendar, since), since, until);
	PG_RETURN_INTERVAL_P(result);
}
MOTCUA_CALENDAR_FUNCTION(working_time_between, 2, 2)

static inline Datum
is_working_moment(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	mc_instant wall = motcua_office_wall(calendar, motcua_moment_arg(fcinfo, 0));

	PG_RETURN_BOOL(mc_is_work_moment(motcua_covering(calendar, wall), wall));
}
MOTCUA_CALENDAR_FUNCTION(is_working_moment, 1, 1)

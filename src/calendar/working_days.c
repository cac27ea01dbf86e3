/*
 * This file holds the SQL functions that compute with working days. Each of them exists for a
 * calendar by name and for a calendar by value.
 */
#include "postgres.h"

#include "access/xact.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/timestamp.h"
#include "utils/tuplestore.h"

#include "calendar/calendar_function.h"
#include "calendar/coverage.h"
#include "common/compat.h"
#include "common/moment_sql.h"

static inline Datum
is_working_day(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	DateADT day = motcua_day_arg(fcinfo, 0);

	motcua_check_covered(calendar, day);
	PG_RETURN_BOOL(mc_is_working(calendar->index, day));
}
MOTCUA_CALENDAR_FUNCTION(is_working_day, 1, 1)

/* Return the n-th working day from a day on. Raise 22008 if the coverage is left. */
static inline DateADT
add_days(const Calendar *calendar, DateADT day, int32 n)
{
	mc_day result;

	if (unlikely(DATE_NOT_FINITE(day)))
		return day;
	motcua_check_covered(calendar, day);
	if (unlikely(!mc_add_working_days(calendar->index, day, n, &result)))
		motcua_result_not_covered(calendar, day, n);
	return result;
}

static inline Datum
add_working_days(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	PG_RETURN_DATEADT(add_days(calendar, motcua_day_arg(fcinfo, 0), PG_GETARG_INT32(1)));
}
MOTCUA_CALENDAR_FUNCTION(add_working_days, 2, 2)

static inline Datum
next_working_day(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	PG_RETURN_DATEADT(add_days(calendar, motcua_day_arg(fcinfo, 0), 1));
}
MOTCUA_CALENDAR_FUNCTION(next_working_day, 1, 1)

static inline Datum
previous_working_day(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	PG_RETURN_DATEADT(add_days(calendar, motcua_day_arg(fcinfo, 0), -1));
}
MOTCUA_CALENDAR_FUNCTION(previous_working_day, 1, 1)

static inline Datum
working_day_on_or_after(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	PG_RETURN_DATEADT(add_days(calendar, motcua_day_arg(fcinfo, 0), 0));
}
MOTCUA_CALENDAR_FUNCTION(working_day_on_or_after, 1, 1)

static inline Datum
working_day_on_or_before(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	DateADT day = motcua_day_arg(fcinfo, 0);

	if (DATE_NOT_FINITE(day))
		PG_RETURN_DATEADT(day);
	motcua_check_covered(calendar, day);
	if (mc_is_working(calendar->index, day))
		PG_RETURN_DATEADT(day);
	PG_RETURN_DATEADT(add_days(calendar, day, -1));
}
MOTCUA_CALENDAR_FUNCTION(working_day_on_or_before, 1, 1)

/*
 * Return the n-th working day of the month of a day, counted from the end of the month if n < 0, or
 * NULL if there is none.
 */
static inline Datum
nth_working_day(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	DateADT day = motcua_day_arg(fcinfo, 0);
	mc_day result;

	motcua_check_covered(calendar, day);
	if (!mc_nth_working_day_of_month(calendar->index, day, PG_GETARG_INT32(1), &result))
		PG_RETURN_NULL();
	PG_RETURN_DATEADT(result);
}
MOTCUA_CALENDAR_FUNCTION(nth_working_day, 2, 2)

/* Return the working days from a day to another, both included, or no row if they are reversed. */
static Datum
working_days(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	DateADT since = motcua_day_arg(fcinfo, 0);
	DateADT until = motcua_day_arg(fcinfo, 1);
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;

	motcua_check_covered(calendar, since);
	motcua_check_covered(calendar, until);
	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	for (int32 n = mc_working_number_before(calendar->index, since) + 1;
		 n <= mc_working_number(calendar->index, until); n++)
	{
		Datum value = DateADTGetDatum(calendar->index->day[n]);
		bool isnull = false;

		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, &value, &isnull);
	}
	return (Datum) 0;
}

PG_FUNCTION_INFO_V1(motcua_working_days);
Datum
motcua_working_days(PG_FUNCTION_ARGS)
{
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
	{
		InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
		return (Datum) 0;
	}
	return working_days(fcinfo, motcua_calendar_arg(fcinfo, 2));
}

PG_FUNCTION_INFO_V1(motcua_working_days_by_value);
Datum
motcua_working_days_by_value(PG_FUNCTION_ARGS)
{
	return working_days(fcinfo, motcua_calendar_value_arg(fcinfo, 2));
}

static mc_bounds
bounds_arg(text *name)
{
	mc_bounds bounds;

	if (!mc_parse_bounds(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), &bounds))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("unknown bounds \"%s\"", text_to_cstring(name)),
						errhint("Write '(]', '[)', '[]' or '()': the first sign belongs to since, "
								"the second to until; square brackets include the day.")));
	return bounds;
}

static inline Datum
working_days_between(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	DateADT since = motcua_day_arg(fcinfo, 0);
	DateADT until = motcua_day_arg(fcinfo, 1);

	motcua_check_covered(calendar, since);
	motcua_check_covered(calendar, until);
	PG_RETURN_INT32(mc_working_days_between(calendar->index, since, until,
											bounds_arg(motcua_text_option(fcinfo, 3, "(]"))));
}
MOTCUA_CALENDAR_FUNCTION(working_days_between, 2, 2)

PG_FUNCTION_INFO_V1(motcua_today);
Datum
motcua_today(PG_FUNCTION_ARGS)
{
	PG_RETURN_DATEADT(mc_vietnam_day(GetCurrentTransactionStartTimestamp()));
}

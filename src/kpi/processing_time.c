/*
 * This file holds the aggregate processing_time(received, ended, unit [, calendar]), the average
 * time from receipt to end in one unit. Its state is an array of int8 that holds the members of
 * mc_processing.
 */
#include "postgres.h"

#include "utils/fmgrprotos.h"
#include "utils/numeric.h"

#include "calendar/coverage.h"
#include "calendar/wall_time.h"
#include "common/aggregate.h"
#include "common/compat.h"
#include "core/kpi/processing.h"
#include "deadline/time_limit_sql.h"
#include "dossier/outcome_sql.h"

#define ARG_RECEIVED 1
#define ARG_ENDED 2
#define ARG_UNIT 3
#define ARG_CALENDAR 4

/* The counters in the state, which are the members of mc_processing. */
typedef enum ProcessingCounter
{
	PROCESSING_UNIT,
	PROCESSING_COUNT,
	PROCESSING_WHOLE,
	PROCESSING_MICROSECONDS,
	PROCESSING_COUNTERS
} ProcessingCounter;

static int64 *
counters_of(ArrayType *state)
{
	return motcua_counters(state, PROCESSING_COUNTERS, "processing_time");
}

/* Return the sum that a state holds. Raise 22P03 if the state is damaged. */
static mc_processing
read_state(ArrayType *state)
{
	const int64 *counters = counters_of(state);
	mc_processing sum = {.unit = counters[PROCESSING_UNIT],
						 .count = counters[PROCESSING_COUNT],
						 .whole = counters[PROCESSING_WHOLE],
						 .microseconds = counters[PROCESSING_MICROSECONDS]};

	if (!mc_processing_is_valid(&sum))
		motcua_damaged_state("processing_time");
	return sum;
}

static void
write_state(ArrayType *state, const mc_processing *sum)
{
	int64 *counters = counters_of(state);

	counters[PROCESSING_UNIT] = sum->unit;
	counters[PROCESSING_COUNT] = sum->count;
	counters[PROCESSING_WHOLE] = sum->whole;
	counters[PROCESSING_MICROSECONDS] = sum->microseconds;
}

/* Raise 22023 if a unit of hours is given for a moment that is a whole day. */
static void
check_unit(mc_unit unit, mc_moment received, mc_moment ended)
{
	if (mc_unit_is_of_hours(unit) && !(received.exact && ended.exact))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("processing time of dates has no unit \"%s\"", mc_unit_name(unit)),
						errdetail("A date has no time of day."),
						errhint("Give columns of type timestamp or timestamptz.")));
}

/*
 * Add a sum to the state if the sign is 1, or subtract it if the sign is -1. Raise 22023 if the
 * units differ and 22003 on overflow.
 */
static void
accumulate(ArrayType *state, const mc_processing *other, int sign)
{
	mc_processing sum = read_state(state);

	if (!mc_processing_same_unit(&sum, other))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("processing times of different units cannot be averaged: \"%s\" and \"%s\"",
						mc_unit_name(sum.unit - 1), mc_unit_name(other->unit - 1)),
				 errhint("Add the unit to GROUP BY.")));
	if (!mc_processing_accumulate(&sum, other, sign))
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("sum of processing times out of range"),
						errdetail("Sums are 64-bit integers.")));
	write_state(state, &sum);
}

/*
 * Raise 22008: the day or time of receipt or end is outside the coverage of the calendar, or the
 * time between them leaves 64 bits.
 */
static void
not_covered(const Calendar *calendar, mc_unit unit, mc_moment received, mc_moment ended)
{
	if (unit == MC_WORKING_HOUR)
	{
		motcua_covering(calendar, received.at);
		motcua_covering(calendar, ended.at);
	}
	else if (unit != MC_CLOCK_HOUR)
	{
		motcua_check_covered(calendar, received.day);
		motcua_check_covered(calendar, ended.day);
	}
	ereport(ERROR, (errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
					errmsg("processing time from \"%s\" to \"%s\" out of range",
						   motcua_day_text(received.day), motcua_day_text(ended.day)),
					errhint("Correct the dates, or leave such rows out with FILTER.")));
}

/*
 * Count a dossier that ended. A dossier that ended before it was received, or has not ended, is
 * skipped.
 */
static Datum
count_time(FunctionCallInfo fcinfo, const Calendar *calendar, mc_unit unit, mc_moment received,
		   mc_moment ended, int sign)
{
	ArrayType *array = PG_GETARG_ARRAYTYPE_P(0);
	mc_office office = {&calendar->facts, calendar->index, NULL};
	mc_processing one;

	motcua_aggregate_context(fcinfo);
	if (!mc_is_processed(unit, received, ended))
		PG_RETURN_ARRAYTYPE_P(array);
	check_unit(unit, received, ended);
	if (unit == MC_WORKING_HOUR)
	{
		office.hours = motcua_work_time(calendar);
		received.at = motcua_office_wall(calendar, received);
		ended.at = motcua_office_wall(calendar, ended);
	}
	if (!mc_processing_of(unit, received, ended, &office, &one))
		not_covered(calendar, unit, received, ended);
	accumulate(array, &one, sign);
	PG_RETURN_ARRAYTYPE_P(array);
}

/*
 * Return the calendar that the last argument names, or the session's one if there is no such
 * argument.
 */
static inline const Calendar *
named_calendar(FunctionCallInfo fcinfo)
{
	return PG_NARGS() > ARG_CALENDAR ? motcua_calendar_arg(fcinfo, ARG_CALENDAR)
									 : motcua_calendar_named(fcinfo, NULL);
}

/*
 * Count the dossier of a row. A row without a unit is skipped, and so is one without its calendar
 * by value.
 */
static Datum
count_columns(FunctionCallInfo fcinfo, bool by_value, int sign)
{
	const Calendar *calendar;

	if (PG_ARGISNULL(0)) /* the aggregate never passes NULL */
		PG_RETURN_NULL();
	if (PG_ARGISNULL(ARG_UNIT) || (by_value && PG_ARGISNULL(ARG_CALENDAR)))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	calendar = by_value ? motcua_calendar_value_arg(fcinfo, ARG_CALENDAR) : named_calendar(fcinfo);
	return count_time(fcinfo, calendar, motcua_unit_arg(fcinfo, ARG_UNIT),
					  motcua_moment_arg(fcinfo, ARG_RECEIVED), motcua_moment_arg(fcinfo, ARG_ENDED),
					  sign);
}

PG_FUNCTION_INFO_V1(motcua_processing_add);
Datum
motcua_processing_add(PG_FUNCTION_ARGS)
{
	return count_columns(fcinfo, false, 1);
}

PG_FUNCTION_INFO_V1(motcua_processing_remove);
Datum
motcua_processing_remove(PG_FUNCTION_ARGS)
{
	return count_columns(fcinfo, false, -1);
}

PG_FUNCTION_INFO_V1(motcua_processing_add_by_value);
Datum
motcua_processing_add_by_value(PG_FUNCTION_ARGS)
{
	return count_columns(fcinfo, true, 1);
}

PG_FUNCTION_INFO_V1(motcua_processing_remove_by_value);
Datum
motcua_processing_remove_by_value(PG_FUNCTION_ARGS)
{
	return count_columns(fcinfo, true, -1);
}

PG_FUNCTION_INFO_V1(motcua_processing_combine);
Datum
motcua_processing_combine(PG_FUNCTION_ARGS)
{
	ArrayType *array = PG_GETARG_ARRAYTYPE_P(0);
	mc_processing other;

	motcua_aggregate_context(fcinfo);
	other = read_state(PG_GETARG_ARRAYTYPE_P(1));
	accumulate(array, &other, 1);
	PG_RETURN_ARRAYTYPE_P(array);
}

/* ---- the average ---- */

/* Return the product of two numbers as a numeric. */
static Datum
product(int64 a, int64 b)
{
	return DirectFunctionCall2(numeric_mul, NumericGetDatum(int64_to_numeric(a)),
							   NumericGetDatum(int64_to_numeric(b)));
}

PG_FUNCTION_INFO_V1(motcua_processing_final);
Datum
motcua_processing_final(PG_FUNCTION_ARGS)
{
	mc_processing sum = read_state(PG_GETARG_ARRAYTYPE_P(0));
	int64 parts;
	mc_unit unit;
	Datum total;

	if (sum.count == 0)
		PG_RETURN_NULL();
	unit = sum.unit - 1;
	parts = mc_unit_is_of_hours(unit) ? 1000000 : 1;
	total = DirectFunctionCall2(numeric_add, product(sum.whole, parts),
								NumericGetDatum(int64_to_numeric(sum.microseconds)));
	return DirectFunctionCall2(numeric_div, total,
							   product(sum.count, parts * mc_processing_divisor(unit)));
}

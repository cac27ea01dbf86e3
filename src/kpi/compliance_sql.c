/*
 * This file holds the aggregates satisfaction_rate(received, due, ended, period, disliked [,
 * paused_since]) and apology_rate(due, ended, apology, reappointments [, notice, calendar]). Their
 * states are arrays of int8, like that of share(boolean).
 */
#include "postgres.h"

#include "utils/builtins.h"

#include "calendar/calendar_cache.h"
#include "calendar/coverage.h"
#include "common/aggregate.h"
#include "common/compat.h"
#include "common/daterange.h"
#include "common/numbers.h"
#include "core/kpi/compliance.h"
#include "dossier/outcome_sql.h"
#include "kpi/tally_sql.h"

/* ---- satisfaction_rate ---- */

#define ARG_RECEIVED 1
#define ARG_DUE 2
#define ARG_ENDED 3
#define ARG_PERIOD 4
#define ARG_DISLIKED 5
#define ARG_PAUSED_SINCE 6

/* The counters in the state. The days of the period are stated while a dossier is counted. */
typedef enum SatisfactionCounter
{
	SATISFACTION_FAVOURABLE,
	SATISFACTION_COUNTED,
	SATISFACTION_SINCE,
	SATISFACTION_UNTIL,
	SATISFACTION_COUNTERS
} SatisfactionCounter;

/* Return the counters of a state. Raise 22P03 if the state is damaged. */
static int64 *
satisfaction_counters(ArrayType *state)
{
	return motcua_counters(state, SATISFACTION_COUNTERS, "satisfaction_rate");
}

static mc_ratio
ratio_of(const int64 *counters)
{
	return (mc_ratio){counters[SATISFACTION_FAVOURABLE], counters[SATISFACTION_COUNTED]};
}

static mc_period
period_of(const int64 *counters)
{
	return (mc_period){(mc_day) counters[SATISFACTION_SINCE],
					   (mc_day) counters[SATISFACTION_UNTIL]};
}

static void
set_period(int64 *counters, mc_period period)
{
	counters[SATISFACTION_SINCE] = period.since;
	counters[SATISFACTION_UNTIL] = period.until;
}

/* Raise 22023 if two valid periods differ, or 22P03 if one of them is not valid. */
static void
check_one_period(mc_period a, mc_period b)
{
	if (mc_period_equal(a, b))
		return;
	if (!motcua_period_is_valid(a) || !motcua_period_is_valid(b))
		motcua_damaged_state("satisfaction_rate");
	ereport(
		ERROR,
		(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
		 errmsg("dossiers of different periods cannot share a satisfaction rate: \"%s\" and \"%s\"",
				motcua_period_text(a), motcua_period_text(b)),
		 errdetail("What was carried into the later period would be counted twice."),
		 errhint("Group the rows by period.")));
}

/*
 * Add a ratio of a period to the state. Raise 22023 if the state has another period. A state
 * without dossiers has no period again.
 */
static void
add_to_satisfaction(int64 *counters, mc_ratio added, mc_period period)
{
	if (counters[SATISFACTION_COUNTED] != 0 && added.denominator > 0)
		check_one_period(period_of(counters), period);
	counters[SATISFACTION_FAVOURABLE] += added.numerator;
	counters[SATISFACTION_COUNTED] += added.denominator;
	if (added.denominator > 0)
		set_period(counters, period);
	if (counters[SATISFACTION_COUNTED] == 0)
		set_period(counters, mc_no_period());
}

/* Count a dossier in the state if satisfaction concerns it. */
static Datum
count_satisfaction(FunctionCallInfo fcinfo, const mc_dossier_facts *dossier, int64 step)
{
	ArrayType *array = PG_GETARG_ARRAYTYPE_P(0);
	mc_period period = motcua_period_arg(fcinfo, ARG_PERIOD);
	bool disliked = !PG_ARGISNULL(ARG_DISLIKED) && PG_GETARG_BOOL(ARG_DISLIKED);
	mc_verdict verdict = mc_satisfaction(dossier, period, disliked);

	motcua_aggregate_context(fcinfo);
	if (verdict != MC_NOT_CONCERNED)
		add_to_satisfaction(satisfaction_counters(array),
							(mc_ratio){verdict == MC_FAVOURABLE ? step : 0, step}, period);
	PG_RETURN_ARRAYTYPE_P(array);
}

/* Count the dossier of a row. A row without a period is skipped. */
static Datum
count_columns(FunctionCallInfo fcinfo, int64 step)
{
	mc_dossier_facts dossier = {.received = motcua_moment_arg(fcinfo, ARG_RECEIVED),
								.due = motcua_moment_arg(fcinfo, ARG_DUE),
								.ended = motcua_moment_arg(fcinfo, ARG_ENDED),
								.paused_since = PG_NARGS() > ARG_PAUSED_SINCE
													? motcua_moment_arg(fcinfo, ARG_PAUSED_SINCE)
													: mc_never(),
								.ended_as = MC_RESULT,
								.granularity = MC_BY_DAY};

	if (PG_ARGISNULL(0)) /* the aggregate never passes NULL */
		PG_RETURN_NULL();
	if (PG_ARGISNULL(ARG_PERIOD))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	return count_satisfaction(fcinfo, &dossier, step);
}

PG_FUNCTION_INFO_V1(motcua_satisfaction_add);
Datum
motcua_satisfaction_add(PG_FUNCTION_ARGS)
{
	return count_columns(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(motcua_satisfaction_remove);
Datum
motcua_satisfaction_remove(PG_FUNCTION_ARGS)
{
	return count_columns(fcinfo, -1);
}

PG_FUNCTION_INFO_V1(motcua_satisfaction_combine);
Datum
motcua_satisfaction_combine(PG_FUNCTION_ARGS)
{
	ArrayType *array = PG_GETARG_ARRAYTYPE_P(0);
	int64 *other = satisfaction_counters(PG_GETARG_ARRAYTYPE_P(1));

	motcua_aggregate_context(fcinfo);
	add_to_satisfaction(satisfaction_counters(array), ratio_of(other), period_of(other));
	PG_RETURN_ARRAYTYPE_P(array);
}

PG_FUNCTION_INFO_V1(motcua_satisfaction_final);
Datum
motcua_satisfaction_final(PG_FUNCTION_ARGS)
{
	return motcua_ratio_datum(fcinfo, ratio_of(satisfaction_counters(PG_GETARG_ARRAYTYPE_P(0))));
}

/* ---- apology_rate ---- */

#define ARG_APOLOGY_DUE 1
#define ARG_APOLOGY_ENDED 2
#define ARG_APOLOGY 3
#define ARG_REAPPOINTMENTS 4
#define ARG_NOTICE 5
#define ARG_CALENDAR 6

/*
 * Return the notice that an argument names; without one it is MC_NOTICE_DAY. Raise 22023 for
 * unknown names.
 */
static mc_notice
notice_arg(FunctionCallInfo fcinfo)
{
	text *name;
	int notice;

	if (PG_NARGS() <= ARG_NOTICE || PG_ARGISNULL(ARG_NOTICE))
		return MC_NOTICE_DAY;
	name = PG_GETARG_TEXT_PP(ARG_NOTICE);
	notice = mc_notice_by_name(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	if (notice < 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("unknown notice of an apology \"%s\"", text_to_cstring(name)),
						errhint("Use \"day\" (the day before), \"working_day\" (the working "
								"day before) or \"same_day\".")));
	return notice;
}

/* Return the number of re-appointments; NULL means 0. Raise 22023 if it is negative. */
static int32
reappointments_arg(FunctionCallInfo fcinfo)
{
	int32 reappointments =
		PG_ARGISNULL(ARG_REAPPOINTMENTS) ? 0 : PG_GETARG_INT32(ARG_REAPPOINTMENTS);

	if (reappointments < 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("number of re-appointments \"%d\" is negative", reappointments),
						errhint("Give how often the dossier was re-appointed: 0 when never.")));
	return reappointments;
}

/*
 * Count a dossier in the state if it needs an apology. The calendar is NULL in the short form,
 * whose notice needs none. Raise 22008 if the last day for the apology leaves the calendar.
 */
static Datum
count_apology(FunctionCallInfo fcinfo, const Calendar *calendar, int64 step)
{
	mc_moment due = motcua_moment_arg(fcinfo, ARG_APOLOGY_DUE);
	mc_moment ended = motcua_moment_arg(fcinfo, ARG_APOLOGY_ENDED);
	mc_notice notice = notice_arg(fcinfo);
	int32 reappointments = reappointments_arg(fcinfo);
	mc_day last;

	if (!mc_needs_apology(due, ended, reappointments))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	if (!mc_apology_day(due.day, notice, calendar ? calendar->index : NULL, &last))
	{
		if (calendar == NULL)
			elog(ERROR, "a notice that needs a calendar has none");
		motcua_check_covered(calendar, due.day);
		motcua_result_not_covered(calendar, due.day, -1);
	}
	return motcua_count_case(
		fcinfo, mc_apology_in_time(motcua_moment_arg(fcinfo, ARG_APOLOGY), last, reappointments),
		step);
}

/* Count the dossier of a row whose calendar is given by name or not at all. */
static Datum
count_apology_on_named(FunctionCallInfo fcinfo, int64 step)
{
	if (PG_ARGISNULL(0)) /* the aggregate never passes NULL */
		PG_RETURN_NULL();
	return count_apology(
		fcinfo, PG_NARGS() > ARG_CALENDAR ? motcua_calendar_arg(fcinfo, ARG_CALENDAR) : NULL, step);
}

/*
 * Count the dossier of a row whose calendar is given by value. A row whose calendar is NULL is
 * skipped.
 */
static Datum
count_apology_on_value(FunctionCallInfo fcinfo, int64 step)
{
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(ARG_CALENDAR))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	return count_apology(fcinfo, motcua_calendar_value_arg(fcinfo, ARG_CALENDAR), step);
}

PG_FUNCTION_INFO_V1(motcua_apology_add);
Datum
motcua_apology_add(PG_FUNCTION_ARGS)
{
	return count_apology_on_named(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(motcua_apology_remove);
Datum
motcua_apology_remove(PG_FUNCTION_ARGS)
{
	return count_apology_on_named(fcinfo, -1);
}

PG_FUNCTION_INFO_V1(motcua_apology_add_by_value);
Datum
motcua_apology_add_by_value(PG_FUNCTION_ARGS)
{
	return count_apology_on_value(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(motcua_apology_remove_by_value);
Datum
motcua_apology_remove_by_value(PG_FUNCTION_ARGS)
{
	return count_apology_on_value(fcinfo, -1);
}

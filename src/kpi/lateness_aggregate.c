/*
 * This file holds the transition, inverse and final functions of the aggregates lateness(due, ended
 * [, calendar]) and merge(lateness). A state is changed in place, because the executor owns it. A
 * state that outgrows its room is returned as a larger copy, which the executor takes into its own
 * memory.
 */
#include "postgres.h"

#include "calendar/calendar_cache.h"
#include "calendar/coverage.h"
#include "common/aggregate.h"
#include "common/compat.h"
#include "dossier/outcome_sql.h"
#include "kpi/lateness_sql.h"

#define ARG_DUE 1
#define ARG_ENDED 2
#define ARG_CALENDAR 3

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
 * True if a dossier ended on a day after its due day. A dossier that has no due date or has not
 * ended is not late.
 */
static inline bool
is_late(mc_moment due, mc_moment ended)
{
	return mc_moment_is_finite(due) && mc_moment_is_finite(ended) &&
		   mc_ended_outcome(due, ended, MC_BY_DAY) == MC_LATE;
}

/* Count a dossier if it is late. Raise 22008 if one of its days is outside the calendar. */
static Datum
count_if_late(FunctionCallInfo fcinfo, const Calendar *calendar, mc_moment due, mc_moment ended,
			  int64 step)
{
	Lateness *state;

	if (!is_late(due, ended))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	motcua_aggregate_context(fcinfo);
	motcua_check_covered(calendar, due.day);
	motcua_check_covered(calendar, ended.day);
	state = motcua_lateness_arg(fcinfo, 0);
	PG_RETURN_POINTER(
		motcua_lateness_counted(state, mc_days_late(calendar->index, due.day, ended.day), step));
}

/* Count the dossier of a row whose calendar is given by name or not at all. */
static Datum
count_on_named(FunctionCallInfo fcinfo, int64 step)
{
	if (PG_ARGISNULL(0)) /* the aggregate never passes NULL: its state begins as {} */
		PG_RETURN_NULL();
	return count_if_late(fcinfo, named_calendar(fcinfo), motcua_moment_arg(fcinfo, ARG_DUE),
						 motcua_moment_arg(fcinfo, ARG_ENDED), step);
}

/*
 * Count the dossier of a row whose calendar is given by value. A row whose calendar is NULL is
 * skipped.
 */
static Datum
count_on_value(FunctionCallInfo fcinfo, int64 step)
{
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(ARG_CALENDAR))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	return count_if_late(fcinfo, motcua_calendar_value_arg(fcinfo, ARG_CALENDAR),
						 motcua_moment_arg(fcinfo, ARG_DUE), motcua_moment_arg(fcinfo, ARG_ENDED),
						 step);
}

PG_FUNCTION_INFO_V1(motcua_lateness_add);
Datum
motcua_lateness_add(PG_FUNCTION_ARGS)
{
	return count_on_named(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(motcua_lateness_remove);
Datum
motcua_lateness_remove(PG_FUNCTION_ARGS)
{
	return count_on_named(fcinfo, -1);
}

PG_FUNCTION_INFO_V1(motcua_lateness_add_by_value);
Datum
motcua_lateness_add_by_value(PG_FUNCTION_ARGS)
{
	return count_on_value(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(motcua_lateness_remove_by_value);
Datum
motcua_lateness_remove_by_value(PG_FUNCTION_ARGS)
{
	return count_on_value(fcinfo, -1);
}

PG_FUNCTION_INFO_V1(motcua_lateness_final);
Datum
motcua_lateness_final(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(motcua_lateness_trimmed(motcua_lateness_arg(fcinfo, 0)));
}

/* This strict function is also the combine function of both aggregates. */
PG_FUNCTION_INFO_V1(motcua_lateness_merge);
Datum
motcua_lateness_merge(PG_FUNCTION_ARGS)
{
	motcua_aggregate_context(fcinfo);
	PG_RETURN_POINTER(motcua_lateness_accumulated(motcua_lateness_arg(fcinfo, 0),
												  motcua_lateness_arg(fcinfo, 1), 1));
}

PG_FUNCTION_INFO_V1(motcua_lateness_unmerge);
Datum
motcua_lateness_unmerge(PG_FUNCTION_ARGS)
{
	motcua_aggregate_context(fcinfo);
	PG_RETURN_POINTER(motcua_lateness_accumulated(motcua_lateness_arg(fcinfo, 0),
												  motcua_lateness_arg(fcinfo, 1), -1));
}

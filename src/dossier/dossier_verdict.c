/*
 * This file holds the SQL functions that judge a dossier as of a moment: outcome, days_late and
 * time_left.
 */
#include "postgres.h"

#include "utils/builtins.h"
#include "utils/date.h"

#include "calendar/calendar_function.h"
#include "calendar/wall_time.h"
#include "dossier/dossier_sql.h"
#include "dossier/outcome_sql.h"

static mc_due_kind
due_kind_arg(FunctionCallInfo fcinfo, int argno)
{
	text *name = motcua_text_option(fcinfo, argno, "original");
	int kind = mc_due_kind_by_name(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));

	if (unlikely(kind < 0))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("unknown due date \"%s\"", text_to_cstring(name)),
						errhint("Use \"original\" (moved by pauses), \"current\" (also by "
								"re-appointment) or \"first\" (the slip).")));
	return (mc_due_kind) kind;
}

PG_FUNCTION_INFO_V1(motcua_dossier_outcome);
Datum
motcua_dossier_outcome(PG_FUNCTION_ARGS)
{
	mc_dossier dossier;

	if (motcua_is_missing(fcinfo, 2))
		PG_RETURN_NULL();
	motcua_dossier_arg(fcinfo, 0, &dossier);
	return motcua_outcome_datum(fcinfo, mc_dossier_outcome(&dossier, motcua_moment_arg(fcinfo, 1),
														   due_kind_arg(fcinfo, 2),
														   motcua_granularity_arg(fcinfo, 3)));
}

/* ---- days late ---- */

/*
 * Return the day up to which the days late are counted, if the dossier is late, else
 * MC_DAY_MINUS_INFINITY.
 */
static mc_day
late_until(const mc_dossier_state *state, mc_moment due, mc_moment as_of)
{
	mc_day until = state->stage == MC_STAGE_ENDED ? mc_vietnam_day(state->ended) : as_of.day;

	if (state->stage == MC_STAGE_PAUSED || !mc_moment_is_finite(due) || until <= due.day)
		return MC_DAY_MINUS_INFINITY;
	return until;
}

/*
 * days_late returns 0 if the dossier is not late and at least 1 if it is. So a dossier that was due
 * on a Friday and ended on the Saturday is one day late.
 */
static inline Datum
days_late(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	mc_moment as_of = motcua_moment_arg(fcinfo, 1);
	mc_dossier dossier;
	mc_dossier_state state;
	mc_moment due;
	mc_day until;

	motcua_dossier_arg(fcinfo, 0, &dossier);
	state = mc_dossier_as_of(&dossier, as_of, MC_BY_DAY);
	due = mc_effective_due(&dossier, &state, due_kind_arg(fcinfo, 2));
	until = late_until(&state, due, as_of);
	if (until == MC_DAY_MINUS_INFINITY)
		PG_RETURN_INT32(0);
	motcua_check_covered(calendar, due.day);
	motcua_check_covered(calendar, until);
	PG_RETURN_INT32(Max(1, mc_working_number(calendar->index, until) -
							   mc_working_number(calendar->index, due.day)));
}
MOTCUA_CALENDAR_FUNCTION(days_late, 2, 3)

/* ---- time left ---- */

/*
 * Return the instant, counted in UTC, from which the time left is measured: the end of the dossier,
 * the begin of its pause, or the instant that was asked for.
 */
static mc_instant
measured_from(const mc_dossier_state *state, mc_instant as_of)
{
	if (state->stage == MC_STAGE_ENDED)
		return state->ended;
	return state->stage == MC_STAGE_PAUSED ? state->paused_since : as_of;
}

/*
 * time_left judges by day and measures from the end of the day if only the day is given. If the
 * time is given too, it judges by instant.
 */
static inline Datum
time_left(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	mc_moment as_of = motcua_moment_arg(fcinfo, 1);
	mc_granularity granularity = as_of.exact ? MC_BY_INSTANT : MC_BY_DAY;
	mc_instant at = mc_instant_of_moment(as_of, true);
	Interval *result = palloc0(sizeof(Interval));
	mc_dossier dossier;
	mc_dossier_state state;
	mc_instant from, due;

	if (!as_of.exact)
		motcua_check_covered(calendar, as_of.day);
	motcua_dossier_arg(fcinfo, 0, &dossier);
	state = mc_dossier_as_of(&dossier, as_of, granularity);
	due = mc_dossier_due(&dossier, &state, due_kind_arg(fcinfo, 2));
	if (due == MC_INSTANT_INFINITY)
		PG_RETURN_NULL();
	from = motcua_wall_of(calendar, measured_from(&state, at));
	due = motcua_wall_of(calendar, due + state.deducted);
	motcua_covering(calendar, from);
	result->time = mc_work_time_between(motcua_covering(calendar, due), from, due);
	PG_RETURN_INTERVAL_P(result);
}
MOTCUA_CALENDAR_FUNCTION(time_left, 2, 3)

/*
 * This file holds the transition, inverse and final functions of the aggregates tally(received,
 * due, ended, period [, online, ended_as, granularity, paused_since]), tally(dossier, period,
 * online) and merge(tally). A state is changed in place, because the executor owns it.
 */
#include "postgres.h"

#include "common/aggregate.h"
#include "common/compat.h"
#include "common/daterange.h"
#include "dossier/dossier_sql.h"
#include "kpi/dossier_facts.h"
#include "kpi/tally_sql.h"

#define ARG_PERIOD 4
#define FULL_FORM_NARGS 9

/*
 * Return the state in which a row of a period is counted: argument 0, or a new one for the first
 * row. Raise 22023 if the state has another period.
 */
static inline Tally *
state_for(FunctionCallInfo fcinfo, mc_period period)
{
	MemoryContext context = motcua_aggregate_context(fcinfo);
	mc_tally empty;

	if (likely(!PG_ARGISNULL(0)))
	{
		Tally *state = motcua_tally_arg(fcinfo, 0);

		if (unlikely(!mc_period_is_stated(state->value.period)))
			state->value.period = period;
		if (unlikely(!mc_period_equal(state->value.period, period)))
		{
			empty = mc_tally_empty(period);
			motcua_check_same_period(&state->value, &empty);
		}
		return state;
	}
	empty = mc_tally_empty(period);
	return motcua_make_tally(&empty, context);
}

/*
 * Return the state unchanged, for a row that is skipped. The state of a moving aggregate may not
 * become NULL, so in a window it begins as a tally that has no period yet.
 */
static Datum
unchanged_state(FunctionCallInfo fcinfo)
{
	MemoryContext context;
	mc_tally empty = mc_tally_empty(mc_no_period());

	if (!PG_ARGISNULL(0))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	if (AggCheckCallContext(fcinfo, &context) != AGG_CONTEXT_WINDOW)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(motcua_make_tally(&empty, context));
}

/* The result is NULL if no row had a period. */
PG_FUNCTION_INFO_V1(motcua_tally_final);
Datum
motcua_tally_final(PG_FUNCTION_ARGS)
{
	if (!mc_period_is_stated(motcua_tally_arg(fcinfo, 0)->value.period))
		PG_RETURN_NULL();
	PG_RETURN_DATUM(PG_GETARG_DATUM(0));
}

static inline Datum
count_row(FunctionCallInfo fcinfo, const mc_dossier_facts *facts, int64 step)
{
	Tally *state = state_for(fcinfo, motcua_period_arg(fcinfo, ARG_PERIOD));

	mc_tally_count(&state->value, facts, step);
	PG_RETURN_POINTER(state);
}

/*
 * Return a state from which a row was taken, or NULL if all its counters are 0. If no row with a
 * period is left in the frame, the result must be NULL. The counters cannot tell, because rows that
 * count nowhere leave them at 0 too. Returning NULL makes the executor count the frame anew.
 */
static inline Datum
restart_if_zero(Datum state)
{
	return mc_tally_is_zero(&((Tally *) DatumGetPointer(state))->value) ? (Datum) 0 : state;
}

/*
 * Return the number of the argument online, which comes after the period in the full form, else 0.
 */
static inline int
policies_argno(FunctionCallInfo fcinfo)
{
	return PG_NARGS() == FULL_FORM_NARGS ? ARG_PERIOD + 1 : 0;
}

PG_FUNCTION_INFO_V1(motcua_tally_add);
Datum
motcua_tally_add(PG_FUNCTION_ARGS)
{
	mc_dossier_facts facts;

	if (PG_ARGISNULL(ARG_PERIOD))
		return unchanged_state(fcinfo);
	facts = motcua_read_facts(fcinfo, policies_argno(fcinfo));
	return count_row(fcinfo, &facts, 1);
}

PG_FUNCTION_INFO_V1(motcua_tally_remove);
Datum
motcua_tally_remove(PG_FUNCTION_ARGS)
{
	mc_dossier_facts facts;
	Datum state;

	if (PG_ARGISNULL(ARG_PERIOD))
		return unchanged_state(fcinfo);
	facts = motcua_read_facts(fcinfo, policies_argno(fcinfo));
	state = restart_if_zero(count_row(fcinfo, &facts, -1));
	fcinfo->isnull = state == (Datum) 0;
	return state;
}

/*
 * ---- tally(dossier, period, online) ----
 *
 * A dossier is judged as of the last day of the period.
 */

#define ARG_DOSSIER 1
#define ARG_DOSSIER_PERIOD 2
#define ARG_DOSSIER_ONLINE 3

/* Return the facts of the dossier of a row as of a day. */
static mc_dossier_facts
dossier_facts(FunctionCallInfo fcinfo, mc_day as_of)
{
	mc_dossier dossier;
	mc_dossier_state state;

	motcua_dossier_arg(fcinfo, ARG_DOSSIER, &dossier);
	state = mc_dossier_as_of(&dossier, mc_moment_of_day(as_of), MC_BY_DAY);
	return (mc_dossier_facts){
		.received = mc_vietnam_moment(dossier.received),
		.due = mc_effective_due(&dossier, &state, MC_DUE_ORIGINAL),
		.ended = mc_vietnam_moment(state.ended),
		.paused_since =
			state.stage == MC_STAGE_PAUSED ? mc_vietnam_moment(state.paused_since) : mc_never(),
		.online = !PG_ARGISNULL(ARG_DOSSIER_ONLINE) && PG_GETARG_BOOL(ARG_DOSSIER_ONLINE),
		.ended_as = state.ended_as,
		.granularity = MC_BY_DAY};
}

/* False if the row has no dossier or no period and is skipped. */
static inline bool
dossier_row_is_counted(FunctionCallInfo fcinfo)
{
	return !PG_ARGISNULL(ARG_DOSSIER) && !PG_ARGISNULL(ARG_DOSSIER_PERIOD);
}

static Datum
count_dossier(FunctionCallInfo fcinfo, int64 step)
{
	mc_period period = motcua_period_arg(fcinfo, ARG_DOSSIER_PERIOD);
	Tally *state = state_for(fcinfo, period);
	mc_dossier_facts facts = dossier_facts(fcinfo, period.until);

	mc_tally_count(&state->value, &facts, step);
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(motcua_tally_add_dossier);
Datum
motcua_tally_add_dossier(PG_FUNCTION_ARGS)
{
	if (!dossier_row_is_counted(fcinfo))
		return unchanged_state(fcinfo);
	return count_dossier(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(motcua_tally_remove_dossier);
Datum
motcua_tally_remove_dossier(PG_FUNCTION_ARGS)
{
	Datum state;

	if (!dossier_row_is_counted(fcinfo))
		return unchanged_state(fcinfo);
	state = restart_if_zero(count_dossier(fcinfo, -1));
	fcinfo->isnull = state == (Datum) 0;
	return state;
}

/* ---- merge(tally) ---- */

/*
 * Add a tally to the state, or subtract it. A state that the executor does not own is copied first.
 */
static Datum
accumulate(FunctionCallInfo fcinfo, int sign)
{
	MemoryContext context = motcua_aggregate_context(fcinfo);
	Tally *state = motcua_tally_arg(fcinfo, 0);
	Tally *other = motcua_tally_arg(fcinfo, 1);

	if ((Pointer) state != PG_GETARG_POINTER(0))
		state = motcua_make_tally(&state->value, context);
	motcua_check_same_period(&state->value, &other->value);
	if (!mc_tally_accumulate(&state->value, &other->value, sign))
		motcua_tally_overflow();
	PG_RETURN_POINTER(state);
}

/*
 * merge is strict, so that the first tally becomes the state. This function is also the combine
 * function of both aggregates.
 */
PG_FUNCTION_INFO_V1(motcua_tally_merge);
Datum
motcua_tally_merge(PG_FUNCTION_ARGS)
{
	return accumulate(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(motcua_tally_unmerge);
Datum
motcua_tally_unmerge(PG_FUNCTION_ARGS)
{
	return accumulate(fcinfo, -1);
}

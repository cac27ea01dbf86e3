/* This header declares what the transition and final functions of all aggregates need. */
#ifndef MOTCUA_AGGREGATE_H
#define MOTCUA_AGGREGATE_H

#include "fmgr.h"
#include "utils/array.h"

#include "core/base/ratio.h"

/*
 * Return the memory context of the aggregate that calls the function. Raise 55000 if the function
 * is not called by an aggregate: a transition function changes its state in place, so it must not
 * be called otherwise.
 */
static inline MemoryContext
motcua_aggregate_context(FunctionCallInfo fcinfo)
{
	MemoryContext context;

	if (!AggCheckCallContext(fcinfo, &context))
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("a transition function was called outside its aggregate"),
						errhint("Call the aggregate itself; "
								"SELECT * FROM motcua.help() lists what can be called.")));
	return context;
}

/*
 * Raise 22P03: the state of an aggregate is damaged. Anybody can call a final function with any
 * bytes or array, and another server can send any state.
 */
static inline void
motcua_damaged_state(const char *aggregate)
{
	ereport(ERROR, (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
					errmsg("damaged state of %s", aggregate),
					errhint("States are made by the aggregates alone.")));
}

/* ---- states that are an int8[] of counters ---- */

static inline int64 *
motcua_counters(ArrayType *state, int n, const char *aggregate)
{
	if (ARR_NDIM(state) != 1 || ARR_HASNULL(state) ||
		ARR_SIZE(state) != ARR_OVERHEAD_NONULLS(1) + n * sizeof(int64))
		motcua_damaged_state(aggregate);
	return (int64 *) ARR_DATA_PTR(state);
}

/* Of {favourable, counted}. */
static inline mc_ratio *
motcua_ratio_state(ArrayType *state)
{
	return (mc_ratio *) motcua_counters(state, 2, "a rate");
}

/* Counts a case into the state, argument 0, which the executor owns. */
static inline Datum
motcua_count_case(FunctionCallInfo fcinfo, bool favourable, int64 step)
{
	ArrayType *state = PG_GETARG_ARRAYTYPE_P(0);
	mc_ratio *counters;

	motcua_aggregate_context(fcinfo);
	counters = motcua_ratio_state(state);
	counters->numerator += favourable ? step : 0;
	counters->denominator += step;
	PG_RETURN_ARRAYTYPE_P(state);
}

#endif

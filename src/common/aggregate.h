/* This header declares what the transition and final functions of all aggregates need. */
#ifndef MOTCUA_AGGREGATE_H
#define MOTCUA_AGGREGATE_H

#include "fmgr.h"
#include "utils/array.h"

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

/*
 * Return the n counters of a state, which may be changed in place if the executor owns the state.
 * Raise 22P03 if the state is not an array of n numbers without NULL.
 */
static inline int64 *
motcua_counters(ArrayType *state, int n, const char *aggregate)
{
	if (ARR_NDIM(state) != 1 || ARR_HASNULL(state) ||
		ARR_SIZE(state) != ARR_OVERHEAD_NONULLS(1) + n * sizeof(int64))
		motcua_damaged_state(aggregate);
	return (int64 *) ARR_DATA_PTR(state);
}

/* The counters in the state of an aggregate that returns the share of favourable cases. */
typedef enum ShareCounter
{
	SHARE_FAVOURABLE,
	SHARE_COUNTED,
	SHARE_COUNTERS
} ShareCounter;

/* Return the counters of such a state. Raise 22P03 if the state is damaged. */
static inline int64 *
motcua_share_counters(ArrayType *state)
{
	return motcua_counters(state, SHARE_COUNTERS, "a rate");
}

/*
 * Count a case in the state, which is argument 0, if the step is 1, or take it out if the step is
 * -1. Return the state. Raise 55000 outside an aggregate, so that only a state that the executor
 * owns is changed.
 */
static inline Datum
motcua_count_case(FunctionCallInfo fcinfo, bool favourable, int64 step)
{
	ArrayType *state = PG_GETARG_ARRAYTYPE_P(0);
	int64 *counters;

	motcua_aggregate_context(fcinfo);
	counters = motcua_share_counters(state);
	counters[SHARE_FAVOURABLE] += favourable ? step : 0;
	counters[SHARE_COUNTED] += step;
	PG_RETURN_ARRAYTYPE_P(state);
}

#endif

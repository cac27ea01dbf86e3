/*
 * This file holds the SQL functions that return a part of a dossier: its times, its counts, its
 * pauses and its history.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/multirangetypes.h"
#include "utils/rangetypes.h"
#include "utils/timestamp.h"
#include "utils/tuplestore.h"
#include "utils/typcache.h"

#include "common/moment_sql.h"
#include "dossier/dossier_sql.h"

/*
 * Return a timestamptz, or NULL for MC_INSTANT_INFINITY, which stands for a time that is missing.
 */
static Datum
instant_or_null(FunctionCallInfo fcinfo, mc_instant at)
{
	if (at == MC_INSTANT_INFINITY)
		PG_RETURN_NULL();
	PG_RETURN_TIMESTAMPTZ(at);
}

#define INSTANT_ACCESSOR(name, expression)          \
	PG_FUNCTION_INFO_V1(motcua_##name);             \
	Datum motcua_##name(PG_FUNCTION_ARGS)           \
	{                                               \
		mc_dossier dossier;                         \
		motcua_dossier_arg(fcinfo, 0, &dossier);    \
		return instant_or_null(fcinfo, expression); \
	}

INSTANT_ACCESSOR(received_at, dossier.received)
INSTANT_ACCESSOR(first_due_at, dossier.first_due)
INSTANT_ACCESSOR(original_due_at, mc_dossier_now(&dossier).dues.original)
INSTANT_ACCESSOR(due_at, mc_dossier_now(&dossier).dues.current)
INSTANT_ACCESSOR(ended_at, mc_dossier_now(&dossier).ended)

#define COUNT_ACCESSOR(name, field)                      \
	PG_FUNCTION_INFO_V1(motcua_##name);                  \
	Datum motcua_##name(PG_FUNCTION_ARGS)                \
	{                                                    \
		mc_dossier dossier;                              \
		motcua_dossier_arg(fcinfo, 0, &dossier);         \
		PG_RETURN_INT32(mc_dossier_now(&dossier).field); \
	}

COUNT_ACCESSOR(supplements, supplements)
COUNT_ACCESSOR(reappointments, reappointments)

PG_FUNCTION_INFO_V1(motcua_ended_as);
Datum
motcua_ended_as(PG_FUNCTION_ARGS)
{
	mc_dossier dossier;
	mc_dossier_state state;

	motcua_dossier_arg(fcinfo, 0, &dossier);
	state = mc_dossier_now(&dossier);
	if (state.stage != MC_STAGE_ENDED)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(mc_ended_as_name(state.ended_as)));
}

PG_FUNCTION_INFO_V1(motcua_time_limit);
Datum
motcua_time_limit(PG_FUNCTION_ARGS)
{
	mc_dossier dossier;

	motcua_dossier_arg(fcinfo, 0, &dossier);
	if (dossier.limit == MC_NO_LIMIT)
		PG_RETURN_NULL();
	PG_RETURN_INT64(dossier.limit);
}

/* ---- pauses ---- */

/* Return the tstzrange of a pause. It has no upper bound if `until` is MC_INSTANT_INFINITY. */
static RangeType *
pause_range(TypeCacheEntry *type, mc_instant since, mc_instant until)
{
	RangeBound lower = {.val = TimestampTzGetDatum(since), .inclusive = true, .lower = true};
	RangeBound upper = {.val = TimestampTzGetDatum(until),
						.infinite = until == MC_INSTANT_INFINITY};

	return motcua_range_serialize(type, &lower, &upper);
}

/*
 * Store the ranges of the pauses, in the order of time, and return their number. There is room for
 * all.
 */
static int
collect_pauses(const mc_dossier *dossier, TypeCacheEntry *type, RangeType **ranges)
{
	mc_dossier_state state = mc_dossier_on_receipt(dossier);
	const uint8_t *next = dossier->events;
	mc_event event;
	int count = 0;

	while (mc_next_event(dossier, &next, &event))
	{
		if (state.stage == MC_STAGE_PAUSED)
			ranges[count++] = pause_range(type, state.paused_since, event.at);
		mc_apply_event(&state, &event);
	}
	if (state.stage == MC_STAGE_PAUSED)
		ranges[count++] = pause_range(type, state.paused_since, MC_INSTANT_INFINITY);
	return count;
}

PG_FUNCTION_INFO_V1(motcua_pauses);
Datum
motcua_pauses(PG_FUNCTION_ARGS)
{
	TypeCacheEntry *type = lookup_type_cache(TSTZMULTIRANGEOID, TYPECACHE_MULTIRANGE_INFO);
	mc_dossier dossier;
	RangeType **ranges;
	int count;

	motcua_dossier_arg(fcinfo, 0, &dossier);
	ranges = palloc((dossier.event_count + 1) * sizeof(RangeType *));
	count = collect_pauses(&dossier, type->rngtype, ranges);
	PG_RETURN_MULTIRANGE_P(make_multirange(TSTZMULTIRANGEOID, type->rngtype, count, ranges));
}

/*
 * paused_time(dossier, as_of) returns the sum of the pauses that are over. If as_of is not NULL,
 * the dossier is seen as of then, and a pause that goes on counts until then.
 */
PG_FUNCTION_INFO_V1(motcua_paused_time);
Datum
motcua_paused_time(PG_FUNCTION_ARGS)
{
	Interval *result = palloc0(sizeof(Interval));
	mc_dossier dossier;
	mc_dossier_state state;
	mc_moment as_of;
	mc_instant at;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	motcua_dossier_arg(fcinfo, 0, &dossier);
	if (PG_ARGISNULL(1))
		state = mc_dossier_now(&dossier);
	else
	{
		at = mc_instant_of_moment(motcua_moment_arg(fcinfo, 1), true);
		motcua_check_instant(at);
		as_of = mc_vietnam_moment(at);
		state = mc_dossier_as_of(&dossier, as_of, MC_BY_INSTANT);
		if (state.stage == MC_STAGE_PAUSED)
			state.paused += at - state.paused_since;
	}
	result->time = state.paused;
	PG_RETURN_INTERVAL_P(result);
}

/* ---- history ---- */

static void
put_history_row(ReturnSetInfo *rsinfo, mc_instant at, const char *event, const char *detail,
				mc_dues dues)
{
	bool nulls[5] = {false, false, *detail == '\0', dues.original == MC_INSTANT_INFINITY,
					 dues.current == MC_INSTANT_INFINITY};
	Datum values[5] = {TimestampTzGetDatum(at), CStringGetTextDatum(event),
					   CStringGetTextDatum(detail), TimestampTzGetDatum(dues.original),
					   TimestampTzGetDatum(dues.current)};

	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
}

PG_FUNCTION_INFO_V1(motcua_history);
Datum
motcua_history(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	char limit[MC_TIME_LIMIT_TEXT_MAX] = "";
	mc_dossier dossier;
	mc_dossier_state state;
	const uint8_t *next;
	mc_event event;

	InitMaterializedSRF(fcinfo, 0);
	motcua_dossier_arg(fcinfo, 0, &dossier);
	if (dossier.limit != MC_NO_LIMIT)
		mc_format_time_limit(dossier.limit, false, limit);
	put_history_row(rsinfo, dossier.received, "receive", limit, dossier.dues);
	state = mc_dossier_on_receipt(&dossier);
	next = dossier.events;
	while (mc_next_event(&dossier, &next, &event))
	{
		mc_apply_event(&state, &event);
		put_history_row(rsinfo, event.at, mc_event_kind_name(event.kind),
						mc_event_detail_name(event.kind, event.detail), state.dues);
	}
	return (Datum) 0;
}

/*
 * This file holds the aggregates share(boolean) and on_time_rate(due, ended). Their state is an
 * array of two int8 counters, like that of PostgreSQL's avg(integer), so that it is sent between
 * workers and servers without functions of its own.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "utils/array.h"

#include "common/aggregate.h"
#include "common/compat.h"
#include "common/numbers.h"
#include "dossier/outcome_sql.h"

/* The function is strict, so that cases of NULL are not counted. */
PG_FUNCTION_INFO_V1(motcua_share_add);
Datum
motcua_share_add(PG_FUNCTION_ARGS)
{
	return motcua_count_case(fcinfo, PG_GETARG_BOOL(1), 1);
}

PG_FUNCTION_INFO_V1(motcua_share_remove);
Datum
motcua_share_remove(PG_FUNCTION_ARGS)
{
	return motcua_count_case(fcinfo, PG_GETARG_BOOL(1), -1);
}

PG_FUNCTION_INFO_V1(motcua_share_combine);
Datum
motcua_share_combine(PG_FUNCTION_ARGS)
{
	ArrayType *state = PG_GETARG_ARRAYTYPE_P(0);
	int64 *other = motcua_share_counters(PG_GETARG_ARRAYTYPE_P(1));
	int64 *counters;

	motcua_aggregate_context(fcinfo);
	counters = motcua_share_counters(state);
	counters[SHARE_FAVOURABLE] += other[SHARE_FAVOURABLE];
	counters[SHARE_COUNTED] += other[SHARE_COUNTED];
	PG_RETURN_ARRAYTYPE_P(state);
}

PG_FUNCTION_INFO_V1(motcua_share_final);
Datum
motcua_share_final(PG_FUNCTION_ARGS)
{
	int64 *counters = motcua_share_counters(PG_GETARG_ARRAYTYPE_P(0));

	return motcua_ratio_datum(fcinfo,
							  (mc_ratio){counters[SHARE_FAVOURABLE], counters[SHARE_COUNTED]});
}

/*
 * Count a dossier that ended. It is on time if it ended on a day up to its due day or has no due
 * date. A dossier that is open is not counted.
 */
static inline Datum
count_ended(FunctionCallInfo fcinfo, mc_moment due, mc_moment ended, int64 step)
{
	if (PG_ARGISNULL(0)) /* the aggregate never passes NULL: its state begins as {0,0} */
		PG_RETURN_NULL();
	if (!mc_moment_is_finite(ended))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	return motcua_count_case(fcinfo, mc_ended_outcome(due, ended, MC_BY_DAY) != MC_LATE, step);
}

PG_FUNCTION_INFO_V1(motcua_on_time_add);
Datum
motcua_on_time_add(PG_FUNCTION_ARGS)
{
	return count_ended(fcinfo, motcua_moment_arg(fcinfo, 1), motcua_moment_arg(fcinfo, 2), 1);
}

PG_FUNCTION_INFO_V1(motcua_on_time_remove);
Datum
motcua_on_time_remove(PG_FUNCTION_ARGS)
{
	return count_ended(fcinfo, motcua_moment_arg(fcinfo, 1), motcua_moment_arg(fcinfo, 2), -1);
}

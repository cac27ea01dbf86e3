/* This header declares how the aggregates tally and ledger read the columns of a row. */
#ifndef MOTCUA_DOSSIER_FACTS_H
#define MOTCUA_DOSSIER_FACTS_H

#include "core/kpi/tally.h"
#include "dossier/outcome_sql.h"

/*
 * Return the facts that the arguments (state, received, due, ended, ...) state. In the full form,
 * `policies` is the number of the argument online, which ended_as, granularity and paused_since
 * follow. In the short form it is 0; then the dossier was not filed online, ended with a result,
 * was never paused and is judged by day.
 *
 * The function is always inlined, because a call would copy the structure for every row.
 */
static pg_attribute_always_inline mc_dossier_facts
motcua_read_facts(FunctionCallInfo fcinfo, int policies)
{
	mc_dossier_facts facts;

	facts.received = motcua_moment_arg(fcinfo, 1);
	facts.due = motcua_moment_arg(fcinfo, 2);
	facts.ended = motcua_moment_arg(fcinfo, 3);
	facts.online = policies && !PG_ARGISNULL(policies) && PG_GETARG_BOOL(policies);
	facts.ended_as = policies ? motcua_ended_as_arg(fcinfo, policies + 1) : MC_RESULT;
	facts.granularity = policies ? motcua_granularity_arg(fcinfo, policies + 2) : MC_BY_DAY;
	facts.paused_since = policies ? motcua_moment_arg(fcinfo, policies + 3) : mc_never();
	return facts;
}

#endif

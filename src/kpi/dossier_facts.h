/* What tally and ledger read of a row: (state, received, due, ended, ...) in the five forms. */
#ifndef MOTCUA_DOSSIER_FACTS_H
#define MOTCUA_DOSSIER_FACTS_H

#include "core/kpi/tally.h"
#include "dossier/moments.h"

/*
 * policies is the argument of online, which ended_as, paused_since and granularity follow
 * in the full form; 0 in the short one: not online, a result, never paused, by day.
 */
#define MOTCUA_FACTS_READER(form, type, due_type)                                                  \
	static inline mc_dossier_facts motcua_read_facts_##form(FunctionCallInfo fcinfo, int policies) \
	{                                                                                              \
		mc_dossier_facts facts;                                                                    \
		facts.received = motcua_##type##_moment(fcinfo, 1);                                        \
		facts.due = motcua_##due_type##_moment(fcinfo, 2);                                         \
		facts.ended = motcua_##type##_moment(fcinfo, 3);                                           \
		facts.online = policies && !PG_ARGISNULL(policies) && PG_GETARG_BOOL(policies);            \
		facts.ended_as = policies ? motcua_ended_as_arg(fcinfo, policies + 1) : MC_RESULT;         \
		facts.paused_since = policies ? motcua_##type##_moment(fcinfo, policies + 2) : mc_never(); \
		facts.granularity = policies ? motcua_granularity_arg(fcinfo, policies + 3) : MC_BY_DAY;   \
		return facts;                                                                              \
	}

MOTCUA_FORMS(MOTCUA_FACTS_READER)

#endif

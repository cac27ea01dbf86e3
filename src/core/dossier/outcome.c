/*
 * This file holds the SQL names of the verdicts, kinds of end and granularities of outcome.h. The
 * glue in src/dossier and src/kpi calls it.
 */
#include "core/dossier/outcome.h"

#include <string.h>

#include "core/base/names.h"

static const char *const outcome_names[MC_OUTCOME_COUNT] = {"early",   "on_time", "late",
															"in_time", "overdue", "paused"};
static const char *const ended_as_names[] = {"result", "withdrawn", "refused", "stopped"};
static const char *const granularity_names[] = {"day", "instant"};

const char *
mc_outcome_name(mc_outcome outcome)
{
	return outcome_names[outcome];
}

const char *
mc_ended_as_name(mc_ended_as ended_as)
{
	return ended_as_names[ended_as];
}

int
mc_ended_as_by_name(const char *name, size_t length)
{
	return mc_name_position(ended_as_names, MC_LENGTH_OF(ended_as_names), name, length);
}

/* Nearly every row says "day", so this name is tested first and without a call. */
int
mc_granularity_by_name(const char *name, size_t length)
{
	if (length == 3 && memcmp(name, "day", 3) == 0)
		return MC_BY_DAY;
	return mc_name_position(granularity_names, MC_LENGTH_OF(granularity_names), name, length);
}

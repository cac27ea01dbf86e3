/*
 * This header declares the groups of a roll-up that one statement changes. Each has a count of
 * dossiers and a ledger. The trigger of roll-ups collects them row by row and then appends them.
 */
#ifndef MOTCUA_ROLLUP_GROUPS_H
#define MOTCUA_ROLLUP_GROUPS_H

#include "attach/rollup/rollup.h"
#include "kpi/expanded_ledger.h"

typedef struct RollupGroups RollupGroups;

/* Return an empty set of groups, which lives as long as the current memory context. */
extern RollupGroups *motcua_make_groups(void);

/*
 * Add one dossier to its group if `sign` is 1, or take it away if `sign` is -1. `values` and
 * `nulls` are in the order of RollupColumn. Return the number of groups.
 */
extern int motcua_count_in_group(RollupGroups *groups, const Datum *values, const bool *nulls,
								 const mc_dossier_facts *facts, int sign);

/* Append the groups to the open table rollup_delta, and empty the set. */
extern void motcua_append_groups(RollupGroups *groups, Relation delta);

#endif

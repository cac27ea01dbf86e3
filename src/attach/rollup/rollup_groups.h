/* A hash table of groups with a ledger each, in the memory context it was made in. */
#ifndef MOTCUA_ROLLUP_GROUPS_H
#define MOTCUA_ROLLUP_GROUPS_H

#include "attach/rollup/rollup.h"
#include "kpi/expanded_ledger.h"

typedef struct motcua_rollup_groups motcua_rollup_groups;

extern motcua_rollup_groups *motcua_make_groups(void);

/* Adds (sign 1) or takes away (-1) one dossier of the group: unit, procedure, field, online. Returns how many groups there are. */
extern int motcua_count_in_group(motcua_rollup_groups *groups, const Datum *values,
								 const bool *nulls, const mc_dossier_facts *facts, int sign);

/* Appends what has changed to the roll-up and forgets it. */
extern void motcua_append_groups(motcua_rollup_groups *groups, Oid rollup);

#endif

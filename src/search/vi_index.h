/* What vi_index.c, the operator class vi_syllable_ops, tells vi_index_check.c and vi_find_sql.c. */
#ifndef MOTCUA_VI_INDEX_H
#define MOTCUA_VI_INDEX_H

#include "access/gin.h"

/*
 * A strategy number without an operator: vi_index_check uses it to fetch the rows that are indexed
 * under all keys of a given text (about the first MOTCUA_CHECKED_KEYS keys of a long text).
 */
#define MOTCUA_ALL_KEYS_STRATEGY 5
#define MOTCUA_CHECKED_KEYS 250

/*
 * Return the least of the values of all groups of keys. The value of a group is the best of its
 * keys' values, and the keys of a group stand side by side.
 */
extern GinTernaryValue motcua_weakest_group(const GinTernaryValue *has, int32 count,
											const Pointer *groups);

#endif

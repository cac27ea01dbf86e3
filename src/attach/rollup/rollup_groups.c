/*
 * This file keeps the groups of a roll-up that one statement changes, in a hash table. The trigger
 * in rollup_trigger.c calls it.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "attach/rollup/rollup_groups.h"
#include "common/append.h"

#define GROUP_TEXTS 3 /* unit, procedure, field */
#define NULL_TEXT (-1) /* the length of a text that is NULL */

/* The key is one string: the length and the bytes of each text, then a byte for online. */
typedef struct GroupKey
{
	char *bytes;
	int length;
} GroupKey;

typedef struct RollupGroup
{
	GroupKey key;
	uint32 hash; /* of the key */
	char status; /* for simplehash.h */
	int64 dossiers;
	ExpandedLedger *history;
} RollupGroup;

#define SH_PREFIX groups
#define SH_ELEMENT_TYPE RollupGroup
#define SH_KEY_TYPE GroupKey
#define SH_KEY key
#define SH_HASH_KEY(table, key) hash_bytes((const unsigned char *) (key).bytes, (key).length)
#define SH_EQUAL(table, a, b) \
	((a).length == (b).length && memcmp((a).bytes, (b).bytes, (a).length) == 0)
#define SH_STORE_HASH
#define SH_GET_HASH(table, element) (element)->hash
#define SH_SCOPE static inline
#define SH_DEFINE
#define SH_DECLARE
#include "lib/simplehash.h"

struct RollupGroups
{
	MemoryContext context; /* of the table, the keys and the ledgers */
	groups_hash *table;
	StringInfoData key; /* of the current row */
};

RollupGroups *
motcua_make_groups(void)
{
	RollupGroups *made = palloc(sizeof(RollupGroups));

	made->context = AllocSetContextCreate(CurrentMemoryContext, "motcua roll-up groups",
										  ALLOCSET_DEFAULT_SIZES);
	made->table = groups_create(made->context, 8, NULL);
	initStringInfo(&made->key);
	return made;
}

/* Set the key to that of a row, whose values are in the order of RollupColumn. */
static void
write_key(StringInfo key, const Datum *values, const bool *nulls)
{
	resetStringInfo(key);
	for (int at = 0; at < GROUP_TEXTS; at++)
	{
		text *value = nulls[at] ? NULL : DatumGetTextPP(values[at]);
		int length = nulls[at] ? NULL_TEXT : (int) VARSIZE_ANY_EXHDR(value);

		appendBinaryStringInfo(key, (char *) &length, sizeof(length));
		if (!nulls[at])
			appendBinaryStringInfo(key, VARDATA_ANY(value), length);
	}
	appendStringInfoChar(key, !nulls[GROUP_TEXTS] && DatumGetBool(values[GROUP_TEXTS]));
}

/* Return the group with the current key, which is added if it is new. */
static RollupGroup *
group_of_key(RollupGroups *made)
{
	GroupKey key = {made->key.data, made->key.len};
	bool found;
	RollupGroup *one = groups_insert(made->table, key, &found);

	if (!found)
	{
		one->key.bytes = MemoryContextAlloc(made->context, key.length);
		memcpy(one->key.bytes, key.bytes, key.length);
		one->dossiers = 0;
		one->history = motcua_new_ledger(made->context);
	}
	return one;
}

int
motcua_count_in_group(RollupGroups *made, const Datum *values, const bool *nulls,
					  const mc_dossier_facts *facts, int sign)
{
	RollupGroup *one;

	write_key(&made->key, values, nulls);
	one = group_of_key(made);
	one->dossiers += sign;
	if (mc_day_is_finite(facts->received.day))
		mc_ledger_count(motcua_ledger_room(one->history, MC_LEDGER_EVENTS_PER_DOSSIER,
										   MC_LEDGER_CHANGES_PER_DOSSIER),
						facts, sign);
	return made->table->members;
}

/*
 * Append a row for a group to the table rollup_delta. A group in which all changes cancelled each
 * other has no row.
 */
static void
append_group(Appender *appender, const RollupGroup *one)
{
	Datum values[GROUP_TEXTS + 3];
	bool nulls[GROUP_TEXTS + 3] = {false};
	struct varlena *history = motcua_ledger_flat(one->history);
	const char *next = one->key.bytes;

	if (one->dossiers == 0 && VARSIZE(history) - VARHDRSZ == MC_LEDGER_EMPTY_SIZE)
		return;
	for (int at = 0; at < GROUP_TEXTS; at++)
	{
		int length;

		memcpy(&length, next, sizeof(length));
		next += sizeof(length);
		nulls[at] = length == NULL_TEXT;
		values[at] =
			nulls[at] ? (Datum) 0 : PointerGetDatum(cstring_to_text_with_len(next, length));
		next += nulls[at] ? 0 : length;
	}
	values[GROUP_TEXTS] = BoolGetDatum(*next);
	values[GROUP_TEXTS + 1] = Int64GetDatum(one->dossiers);
	values[GROUP_TEXTS + 2] = PointerGetDatum(history);
	motcua_append(appender, values, nulls);
}

void
motcua_append_groups(RollupGroups *made, Relation delta)
{
	Appender *appender = motcua_open_appender(delta);
	MemoryContext work =
		AllocSetContextCreate(CurrentMemoryContext, "motcua roll-up rows", ALLOCSET_SMALL_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(work);
	groups_iterator iterator;
	RollupGroup *one;

	groups_start_iterate(made->table, &iterator);
	while ((one = groups_iterate(made->table, &iterator)) != NULL)
	{
		append_group(appender, one);
		MemoryContextReset(work);
	}
	MemoryContextSwitchTo(caller);
	MemoryContextDelete(work);
	motcua_close_appender(appender);
	MemoryContextReset(made->context);
	made->table = groups_create(made->context, 8, NULL);
}

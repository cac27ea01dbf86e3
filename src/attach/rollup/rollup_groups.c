/* The groups of a statement's rows, and what the statement adds to and takes from each. */
#include "postgres.h"

#include "common/hashfn.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "attach/rollup/rollup_groups.h"

#define GROUP_TEXTS 3 /* unit, procedure, field */
#define NULL_TEXT (-1)

/* Bytes of a key: length and bytes of each text, then online. */
typedef struct group_key
{
	char *bytes;
	int length;
} group_key;

typedef struct group
{
	group_key key;
	uint32 hash;
	char status;
	int64 dossiers;
	ExpandedLedger *history;
} group;

#define SH_PREFIX groups
#define SH_ELEMENT_TYPE group
#define SH_KEY_TYPE group_key
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

struct motcua_rollup_groups
{
	MemoryContext context;
	groups_hash *table;
	StringInfoData key; /* of the row at hand */
};

motcua_rollup_groups *
motcua_make_groups(void)
{
	motcua_rollup_groups *made = palloc(sizeof(motcua_rollup_groups));

	made->context = AllocSetContextCreate(CurrentMemoryContext, "motcua roll-up groups",
										  ALLOCSET_DEFAULT_SIZES);
	made->table = groups_create(made->context, 8, NULL);
	initStringInfo(&made->key);
	return made;
}

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

static group *
group_of_key(motcua_rollup_groups *made)
{
	group_key key = {made->key.data, made->key.len};
	bool found;
	group *one = groups_insert(made->table, key, &found);

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
motcua_count_in_group(motcua_rollup_groups *made, const Datum *values, const bool *nulls,
					  const mc_dossier_facts *facts, int sign)
{
	group *one;

	write_key(&made->key, values, nulls);
	one = group_of_key(made);
	one->dossiers += sign;
	if (mc_day_is_finite(facts->received.day))
		mc_ledger_count(motcua_ledger_room(one->history, MC_LEDGER_EVENTS_PER_DOSSIER,
										   MC_LEDGER_CHANGES_PER_DOSSIER),
						facts, sign);
	return made->table->members;
}

/* The columns of rollup_delta. */
static void
append_group(motcua_appender *appender, const group *one)
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
motcua_append_groups(motcua_rollup_groups *made, Oid rollup)
{
	motcua_appender *appender = motcua_open_appender(rollup);
	MemoryContext work =
		AllocSetContextCreate(CurrentMemoryContext, "motcua roll-up rows", ALLOCSET_SMALL_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(work);
	groups_iterator iterator;
	group *one;

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

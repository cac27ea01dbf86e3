/*
 * The support functions of the GIN operator class vi_syllable_ops, which PostgreSQL calls. An index
 * stores the keys of syllables and of pairs of syllables (core/search/vi_keys.h). The index returns
 * candidates, and PostgreSQL rechecks each of them with the operator itself.
 */
#include "postgres.h"

#include "access/gin.h"
#include "access/stratnum.h"
#include "common/hashfn.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "common/compat.h"
#include "core/search/vi_keys.h"
#include "search/vi_index.h"
#include "search/vi_text.h"

/*
 * A text with more keys than this gets a hash table that drops repeated keys at once. For a text
 * with fewer keys it is cheaper to let GIN drop them.
 */
#define FEW_KEYS 128

/* The keys of a text. Once the set has a hash table, no new key equals an older one. */
typedef struct KeySet
{
	Datum *keys;
	int32 count;
	int32 capacity;
	int32 *slots; /* hash table of positions in `keys`, -1 for empty; NULL up to FEW_KEYS keys */
	uint32 mask; /* size of the hash table minus 1 */
} KeySet;

static Datum
make_key(const char *letters, Size length)
{
	return PointerGetDatum(cstring_to_text_with_len(letters, (int) length));
}

static bool
is_key(Datum key, const char *letters, Size length)
{
	text *stored = DatumGetTextPP(key);

	return VARSIZE_ANY_EXHDR(stored) == length && memcmp(VARDATA_ANY(stored), letters, length) == 0;
}

/* Return the slot of the hash table that has the key, or the empty slot for it. */
static int32 *
slot_of(const KeySet *set, const char *letters, Size length)
{
	uint32 at = hash_bytes((const unsigned char *) letters, (int) length) & set->mask;

	while (set->slots[at] >= 0 && !is_key(set->keys[set->slots[at]], letters, length))
		at = (at + 1) & set->mask;
	return &set->slots[at];
}

/* Double the room for keys, and make a hash table that is twice as large as that room. */
static void
grow(KeySet *set)
{
	set->capacity *= 2;
	set->keys = repalloc_huge(set->keys, set->capacity * sizeof(Datum));
	if (set->slots != NULL)
		pfree(set->slots);
	set->mask = 2 * set->capacity - 1;
	set->slots =
		MemoryContextAllocHuge(CurrentMemoryContext, (set->mask + (Size) 1) * sizeof(int32));
	memset(set->slots, 0xFF, (set->mask + (Size) 1) * sizeof(int32));
	for (int32 at = 0; at < set->count; at++)
	{
		text *key = DatumGetTextPP(set->keys[at]);

		*slot_of(set, VARDATA_ANY(key), VARSIZE_ANY_EXHDR(key)) = at;
	}
}

static void
add_key(KeySet *set, const char *letters, Size length)
{
	if (set->count == set->capacity)
		grow(set);
	if (set->slots != NULL)
	{
		int32 *slot = slot_of(set, letters, length);

		if (*slot >= 0)
			return;
		*slot = set->count;
	}
	set->keys[set->count++] = make_key(letters, length);
}

/* Return the keys of a text. Once there are `at_most` keys or more, the rest is not read. */
static KeySet
keys_of(const text *written, int32 at_most)
{
	KeySet set = {.capacity = FEW_KEYS};
	mc_key_walk walk;

	set.keys = palloc(FEW_KEYS * sizeof(Datum));
	mc_begin_keys(&walk, VARDATA_ANY(written), VARSIZE_ANY_EXHDR(written));
	while (set.count < at_most && mc_next_keys(&walk))
	{
		CHECK_FOR_INTERRUPTS();
		add_key(&set, mc_single_key(&walk), walk.length);
		if (walk.pair_length > 0)
			add_key(&set, walk.pair, walk.pair_length);
	}
	return set;
}

PG_FUNCTION_INFO_V1(motcua_vi_keys_of_text);
Datum
motcua_vi_keys_of_text(PG_FUNCTION_ARGS)
{
	text *written = PG_GETARG_TEXT_PP(0);
	int32 *count = (int32 *) PG_GETARG_POINTER(1);
	KeySet set;

	motcua_require_utf8();
	set = keys_of(written, PG_INT32_MAX);
	*count = set.count;
	PG_RETURN_POINTER(set.keys);
}

/* ---- the keys that a query needs ---- */

/* Return the mode of an operator of the class. */
static mc_match_mode
mode_of(StrategyNumber strategy)
{
	switch (strategy)
	{
		case 1:
			return MC_MATCH_TYPED;
		case 2:
			return MC_MATCH_LOOSE;
		case 3:
			return MC_MATCH_EITHER;
		case 4:
			return MC_MATCH_FUZZY;
		default:
			elog(ERROR, "vi_syllable_ops has no strategy %d", strategy);
	}
}

/* The keys that a query needs, as GIN takes them. */
typedef struct NeededKeys
{
	int32 count;
	int32 capacity;
	Datum *keys;
	bool *is_prefix;
	Pointer *groups; /* GIN's extra data of each key: the number of its group, cast to a pointer */
} NeededKeys;

static void
add_needed(const mc_needed_key *needed, void *arg)
{
	NeededKeys *all = arg;

	if (all->count == all->capacity)
	{
		all->capacity *= 2;
		all->keys = repalloc(all->keys, all->capacity * sizeof(Datum));
		all->is_prefix = repalloc(all->is_prefix, all->capacity * sizeof(bool));
		all->groups = repalloc(all->groups, all->capacity * sizeof(Pointer));
	}
	all->keys[all->count] = make_key(needed->key, needed->length);
	all->is_prefix[all->count] = needed->is_prefix;
	all->groups[all->count] = (Pointer) (intptr_t) needed->group;
	all->count++;
}

/*
 * Add the first keys of a text, each in a group of its own so that all of them are needed.
 * vi_index_check looks for the row of a text in this way.
 */
static void
need_all_keys(NeededKeys *all, const text *written)
{
	KeySet set = keys_of(written, MOTCUA_CHECKED_KEYS);

	for (int32 at = 0; at < set.count; at++)
	{
		text *key = DatumGetTextPP(set.keys[at]);
		mc_needed_key needed = {
			.key = VARDATA_ANY(key), .length = VARSIZE_ANY_EXHDR(key), .group = at};

		add_needed(&needed, all);
	}
}

PG_FUNCTION_INFO_V1(motcua_vi_keys_of_query);
Datum
motcua_vi_keys_of_query(PG_FUNCTION_ARGS)
{
	text *query = PG_GETARG_TEXT_PP(0);
	StrategyNumber strategy = PG_GETARG_UINT16(2);
	NeededKeys all = {.capacity = 16};

	motcua_require_utf8();
	all.keys = palloc(all.capacity * sizeof(Datum));
	all.is_prefix = palloc(all.capacity * sizeof(bool));
	all.groups = palloc(all.capacity * sizeof(Pointer));
	if (strategy == MOTCUA_ALL_KEYS_STRATEGY)
		need_all_keys(&all, query);
	else
		(void) mc_needed_keys(mode_of(strategy), VARDATA_ANY(query), VARSIZE_ANY_EXHDR(query),
							  add_needed, &all);
	*(int32 *) PG_GETARG_POINTER(1) = all.count;
	*(bool **) PG_GETARG_POINTER(3) = all.is_prefix;
	*(Pointer **) PG_GETARG_POINTER(4) = all.groups;
	if (all.count == 0)
		*(int32 *) PG_GETARG_POINTER(6) = GIN_SEARCH_MODE_ALL;
	PG_RETURN_POINTER(all.keys);
}

GinTernaryValue
motcua_weakest_group(const GinTernaryValue *has, int32 count, const Pointer *groups)
{
	GinTernaryValue weakest = GIN_TRUE;

	for (int32 at = 0; at < count && weakest != GIN_FALSE;)
	{
		Pointer group = groups[at];
		GinTernaryValue best = GIN_FALSE;

		for (; at < count && groups[at] == group; at++)
			if (best == GIN_FALSE || has[at] == GIN_TRUE)
				best = has[at];
		if (best != GIN_TRUE)
			weakest = best;
	}
	return weakest;
}

StaticAssertDecl(sizeof(bool) == sizeof(GinTernaryValue) && GIN_FALSE == false && GIN_TRUE == true,
				 "an array of bool can be read as ternary values");

PG_FUNCTION_INFO_V1(motcua_vi_keys_suffice);
Datum
motcua_vi_keys_suffice(PG_FUNCTION_ARGS)
{
	const GinTernaryValue *has = (const GinTernaryValue *) PG_GETARG_POINTER(0);

	*(bool *) PG_GETARG_POINTER(5) = true;
	PG_RETURN_BOOL(motcua_weakest_group(has, PG_GETARG_INT32(3),
										(Pointer *) PG_GETARG_POINTER(4)) == GIN_TRUE);
}

/* The answer is never GIN_TRUE, because keys contain neither the marks nor the order of pairs. */
PG_FUNCTION_INFO_V1(motcua_vi_keys_may_suffice);
Datum
motcua_vi_keys_may_suffice(PG_FUNCTION_ARGS)
{
	const GinTernaryValue *has = (const GinTernaryValue *) PG_GETARG_POINTER(0);
	GinTernaryValue answer =
		motcua_weakest_group(has, PG_GETARG_INT32(3), (Pointer *) PG_GETARG_POINTER(4));

	PG_RETURN_GIN_TERNARY_VALUE(answer == GIN_FALSE ? GIN_FALSE : GIN_MAYBE);
}

/* ---- order of keys ---- */

/* Keys are compared by their bytes, whatever the collation. */
PG_FUNCTION_INFO_V1(motcua_vi_key_compare);
Datum
motcua_vi_key_compare(PG_FUNCTION_ARGS)
{
	text *a = PG_GETARG_TEXT_PP(0);
	text *b = PG_GETARG_TEXT_PP(1);
	int a_length = VARSIZE_ANY_EXHDR(a);
	int b_length = VARSIZE_ANY_EXHDR(b);
	int order = memcmp(VARDATA_ANY(a), VARDATA_ANY(b), Min(a_length, b_length));

	PG_RETURN_INT32(order != 0 ? order : a_length - b_length);
}

/*
 * Return 0 if the key begins with the wanted prefix, and 1 to end the scan otherwise. GIN starts
 * the scan at the first key that is not less than the prefix.
 */
PG_FUNCTION_INFO_V1(motcua_vi_key_begins);
Datum
motcua_vi_key_begins(PG_FUNCTION_ARGS)
{
	text *beginning = PG_GETARG_TEXT_PP(0);
	text *key = PG_GETARG_TEXT_PP(1);
	int length = VARSIZE_ANY_EXHDR(beginning);

	PG_RETURN_INT32((int) VARSIZE_ANY_EXHDR(key) >= length &&
							memcmp(VARDATA_ANY(key), VARDATA_ANY(beginning), length) == 0
						? 0
						: 1);
}

/*
 * Making the keys of texts and of queries. The glue's operator class, src/search/vi_index.c, calls
 * these functions.
 */
#include "core/search/vi_keys.h"

#include <string.h>

#include "core/search/vi_typo.h"

void
mc_begin_keys(mc_key_walk *keys, const char *text, size_t length)
{
	keys->walk = mc_syllables_of(text, length);
	keys->pair_length = 0;
	keys->length = 0;
	keys->at = 1;
	keys->pair[0] = ' ';
}

/*
 * pair[] holds " key" at the first syllable and " before key" at every other one. A step moves the
 * present key to the front of pair[], where it becomes `before`, and appends the next key.
 */
bool
mc_next_keys(mc_key_walk *keys)
{
	size_t before = keys->length;
	mc_syllable syllable;

	if (!mc_next_syllable(&keys->walk, &syllable))
		return false;
	memmove(keys->pair + 1, keys->pair + keys->at, before);
	keys->at = 1;
	if (before > 0)
	{
		keys->pair[before + 1] = ' ';
		keys->at = before + 2;
	}
	keys->length = mc_syllable_key(&syllable, keys->pair + keys->at);
	keys->pair_length = before > 0 ? keys->at + keys->length : 0;
	return true;
}

/* A walk over the keys that a query needs, with the callback that takes them. */
typedef struct needed_visit
{
	mc_needed_callback callback;
	void *arg;
	int n_groups;
} needed_visit;

/* Call back with one key of the present group. */
static void
need_key(needed_visit *visit, const char *key, size_t length, bool is_prefix)
{
	mc_needed_key needed = {
		.key = key, .length = length, .group = visit->n_groups, .is_prefix = is_prefix};

	visit->callback(&needed, visit->arg);
}

static void
need_typo(const char *key, size_t length, void *arg)
{
	need_key(arg, key, length, false);
}

/*
 * A fuzzy query needs, for each of its syllables, the syllable or one that is a typing error away
 * from it. The last syllable may be only the beginning of a written one.
 */
static int
needed_of_fuzzy(needed_visit *visit, const char *query, size_t length)
{
	mc_syllables walk = mc_syllables_of(query, length);
	mc_syllables ahead;
	mc_syllable typed;
	mc_syllable next;
	char key[MC_SYLLABLE_KEY_BYTES];

	for (; visit->n_groups < MC_NEEDED_GROUPS && mc_next_syllable(&walk, &typed); visit->n_groups++)
	{
		ahead = walk;
		need_key(visit, key, mc_syllable_key(&typed, key), !mc_next_syllable(&ahead, &next));
		mc_typo_keys(&typed, need_typo, visit);
	}
	return visit->n_groups;
}

/*
 * A query of any other mode needs each of its pairs, the last one as a prefix. A query of one
 * syllable needs that syllable as a prefix.
 */
static int
needed_of_pairs(needed_visit *visit, const char *query, size_t length)
{
	mc_key_walk keys;
	mc_key_walk ahead;
	bool more;

	mc_begin_keys(&keys, query, length);
	for (more = mc_next_keys(&keys); more && visit->n_groups < MC_NEEDED_GROUPS; keys = ahead)
	{
		ahead = keys;
		more = mc_next_keys(&ahead);
		if (keys.pair_length > 0)
			need_key(visit, keys.pair, keys.pair_length, !more);
		else if (!more)
			need_key(visit, mc_single_key(&keys), keys.length, true);
		else
			continue;
		visit->n_groups++;
	}
	return visit->n_groups;
}

int
mc_needed_keys(mc_match_mode mode, const char *query, size_t length, mc_needed_callback callback,
			   void *arg)
{
	needed_visit visit = {.callback = callback, .arg = arg};

	return mode == MC_MATCH_FUZZY ? needed_of_fuzzy(&visit, query, length)
								  : needed_of_pairs(&visit, query, length);
}

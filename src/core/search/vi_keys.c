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

/* The letters are " before key", or " key" for the first syllable: what was the key becomes what is before. */
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

typedef struct needed_visit
{
	mc_needed_callback callback;
	void *arg;
	int n_groups;
} needed_visit;

static void
need(needed_visit *visit, const char *key, size_t length, bool is_prefix)
{
	mc_needed_key needed = {
		.key = key, .length = length, .group = visit->n_groups, .is_prefix = is_prefix};

	visit->callback(&needed, visit->arg);
}

static void
need_typo(const char *key, size_t length, void *arg)
{
	need(arg, key, length, false);
}

/* Every syllable or one that is an error away. */
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
		need(visit, key, mc_syllable_key(&typed, key), !mc_next_syllable(&ahead, &next));
		mc_typo_keys(&typed, need_typo, visit);
	}
	return visit->n_groups;
}

/* Every pair, of which the last is a beginning; or the only syllable as a beginning. */
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
			need(visit, keys.pair, keys.pair_length, !more);
		else if (!more)
			need(visit, mc_single_key(&keys), keys.length, true);
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

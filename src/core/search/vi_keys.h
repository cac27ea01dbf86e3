/*
 * Keys: what the GIN operator class vi_syllable_ops stores of a text and looks for in a query.
 * A text has the key of each of its syllables ("ha", see mc_syllable_key) and the key of each pair
 * of neighbouring syllables. A pair's key begins with a blank (" ha noi"), so that pairs sort
 * before single syllables. In every mode, a text in which mc_matches finds a query has the keys
 * that the query needs. The reverse is not true, so mc_matches must check each candidate that an
 * index returns.
 */
#ifndef MC_VI_KEYS_H
#define MC_VI_KEYS_H

#include "core/search/vi_match.h"

#define MC_PAIR_KEY_BYTES (2 * MC_SYLLABLE_KEY_BYTES + 2)

/*
 * A walk over the keys of a text, which must outlive the walk. At each syllable, pair[] holds the
 * key of the pair that ends with the syllable, and the syllable's own key is the end of pair[].
 */
typedef struct mc_key_walk
{
	mc_syllables walk;
	size_t pair_length; /* bytes of the pair's key, 0 at the first syllable */
	size_t length; /* bytes of the syllable's own key */
	size_t at; /* offset in pair[] at which the syllable's own key begins */
	char pair[MC_PAIR_KEY_BYTES];
} mc_key_walk;

/* Return the key of the present syllable: keys->length bytes, valid until the next step. */
static inline const char *
mc_single_key(const mc_key_walk *keys)
{
	return keys->pair + keys->at;
}

/* Start a walk before the first syllable of a text. */
void mc_begin_keys(mc_key_walk *keys, const char *text, size_t length);

/* Step to the next syllable and make its keys. Return false if the text has no more syllables. */
bool mc_next_keys(mc_key_walk *keys);

/*
 * A key that a query needs. The needed keys are in conjunctive form: a text must have at least one
 * key of every group.
 */
typedef struct mc_needed_key
{
	const char *key;
	size_t length;
	int group; /* number of the group, ascending from 0 */
	bool is_prefix; /* any key that begins with this one suffices */
} mc_needed_key;

/* The greatest number of groups of a query. The rest of a longer query is left to mc_matches. */
#define MC_NEEDED_GROUPS 64

/* The key is valid only during the call. */
typedef void (*mc_needed_callback)(const mc_needed_key *needed, void *arg);

/*
 * Call back with each key that a query needs, group by group. Return the number of groups; it is 0
 * for a query without syllables, which every text matches.
 */
int mc_needed_keys(mc_match_mode mode, const char *query, size_t length,
				   mc_needed_callback callback, void *arg);

#endif

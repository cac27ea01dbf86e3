/*
 * What an index knows of a text: the key of every syllable, and of every two neighbouring
 * ones " one other", which the blank sorts before all single ones. A text that a query is
 * found in has the keys that the query needs, in every mode: the index gives candidates,
 * mc_matches decides.
 */
#ifndef MC_VI_KEYS_H
#define MC_VI_KEYS_H

#include "core/search/vi_match.h"

#define MC_PAIR_KEY_BYTES (2 * MC_SYLLABLE_KEY_BYTES + 2)

typedef struct mc_key_walk
{
	mc_syllables walk;
	size_t pair_length; /* 0 at the first syllable, which has none before it */
	size_t length; /* of the syllable's own key, the pair's end */
	size_t at; /* where that begins */
	char pair[MC_PAIR_KEY_BYTES];
} mc_key_walk;

static inline const char *
mc_single_key(const mc_key_walk *keys)
{
	return keys->pair + keys->at;
}

void mc_begin_keys(mc_key_walk *keys, const char *text, size_t length);

/* The keys of the next syllable; false behind the last. */
bool mc_next_keys(mc_key_walk *keys);

/* A key that a query needs. Of the keys of one group, one suffices; of each group, one is needed. */
typedef struct mc_needed_key
{
	const char *key;
	size_t length;
	int group; /* from 0, in order */
	bool is_prefix; /* any key that begins so will do */
} mc_needed_key;

/* Groups beyond these are left to the recheck. */
#define MC_NEEDED_GROUPS 64

typedef void (*mc_needed_callback)(const mc_needed_key *needed, void *arg);

/* Calls back with what a query needs, and returns the number of groups: 0 for a query that every text matches. */
int mc_needed_keys(mc_match_mode mode, const char *query, size_t length,
				   mc_needed_callback callback, void *arg);

#endif

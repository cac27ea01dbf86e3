/*
 * Typing errors, for the fuzzy mode of vi_match.c and the keys of vi_keys.c. A written syllable is
 * one error away from a typed one if it is a possible Vietnamese syllable, and if its base letters
 * result from the typed ones by inserting, removing or replacing one letter or by exchanging two
 * neighbouring letters. Marks are ignored then. Syllables with digits or with letters of other
 * scripts have no typing errors. An i for a y is no error if both are spellings of one syllable
 * (see mc_free_i_at).
 */
#ifndef MC_VI_TYPO_H
#define MC_VI_TYPO_H

#include "core/search/vi_syllable.h"

/* True if the written syllable is one error away from the typed one. */
bool mc_is_typo(const mc_syllable *typed, const mc_syllable *written);

/* The key is not terminated by a NUL and is valid only during the call. */
typedef void (*mc_key_callback)(const char *key, size_t length, void *arg);

/*
 * Call back with the key (see mc_syllable_key) of every syllable that may be one error away from
 * the typed one, except the typed syllable's own key. Some keys come twice.
 */
void mc_typo_keys(const mc_syllable *typed, mc_key_callback callback, void *arg);

#endif

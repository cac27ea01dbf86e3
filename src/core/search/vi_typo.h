/*
 * Typing errors. A written syllable is one error away from a typed one when it is a
 * possible Vietnamese syllable and one base letter inserted, left out or replaced, or two
 * neighbouring ones exchanged, makes its base letters of the typed ones. Marks count for
 * nothing then. Syllables with digits or letters of other scripts stand for themselves;
 * and i for y is no error where they are two spellings of one syllable (mc_ends_in_free_i).
 */
#ifndef MC_VI_TYPO_H
#define MC_VI_TYPO_H

#include "core/search/vi_syllable.h"

bool mc_is_typo(const mc_syllable *typed, const mc_syllable *written);

typedef void (*mc_key_callback)(const char *key, size_t length, void *arg);

/* Calls back with the keys of all syllables that may be one error away, but for the typed one's own; some come twice. */
void mc_typo_keys(const mc_syllable *typed, mc_key_callback callback, void *arg);

#endif

/*
 * Which strings of base letters can be a Vietnamese syllable: an initial and a rime that
 * the orthography lets follow it. The rule knows no vocabulary: of some 2,200 possible
 * strings the language uses about 1,550. What it is for: to tell Vietnamese words from
 * foreign ones before their tones are moved, and to find what a mistyped syllable may
 * have meant.
 */
#ifndef MC_VI_PHONOTACTICS_H
#define MC_VI_PHONOTACTICS_H

#include <stdbool.h>
#include <stddef.h>

#define MC_POSSIBLE_LETTERS 7 /* nghieng has as many, none has more */

/*
 * The letters of the initial of a possible syllable of base letters a to z, 0 where it
 * begins with its vowels; -1 where the string is no possible syllable. qu is an initial,
 * and so is gi before a vowel: the vowels begin behind it.
 */
int mc_initial_of(const char *base, size_t length);

static inline bool
mc_is_possible_syllable(const char *base, size_t length)
{
	return mc_initial_of(base, length) >= 0;
}

/* A neighbour is not ended by a zero and lives as long as the call. */
typedef void (*mc_neighbour_callback)(const char *neighbour, size_t length, void *arg);

/*
 * Calls back for each possible syllable that one letter inserted, left out or replaced,
 * or two neighbouring letters exchanged, makes of the string (possible itself or not):
 * each once, never the string itself. Returns how many. About 20, at most 48, for a possible one.
 */
int mc_possible_neighbours(const char *base, size_t length, mc_neighbour_callback callback,
						   void *arg);

#endif

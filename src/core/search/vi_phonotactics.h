/*
 * Which strings of base letters can be a Vietnamese syllable. A possible syllable is an initial
 * with a rime that the orthography allows behind it. The rule knows no vocabulary: of some 2,200
 * possible strings the language uses about 1,550. vi_tone.c asks in order to tell Vietnamese words
 * from foreign ones before it moves their tones, and vi_typo.c in order to find what a mistyped
 * syllable may mean.
 */
#ifndef MC_VI_PHONOTACTICS_H
#define MC_VI_PHONOTACTICS_H

#include <stdbool.h>
#include <stddef.h>

#define MC_POSSIBLE_LETTERS 7 /* letters of the longest possible syllables, such as nghieng */

/*
 * Return the number of letters of the initial of a possible syllable, which is 0 if the syllable
 * begins with a vowel. Return -1 if the string is no possible syllable. The u of the initial qu
 * belongs to the initial and not to the vowels, and so does the i of gi before another vowel.
 */
int mc_initial_of(const char *base, size_t length);

/* True if the base letters, a to z, are a possible syllable. */
static inline bool
mc_is_possible_syllable(const char *base, size_t length)
{
	return mc_initial_of(base, length) >= 0;
}

/* The neighbour is not terminated by a NUL and is valid only during the call. */
typedef void (*mc_neighbour_callback)(const char *neighbour, size_t length, void *arg);

/*
 * Call back with each neighbour of a string, and return how many there are. A neighbour is a
 * possible syllable that results from the string by inserting, removing or replacing one letter or
 * by exchanging two neighbouring letters. The string itself need not be possible. Each neighbour
 * comes once, and the string itself never comes. A possible syllable has about 20 neighbours and
 * at most 48.
 */
int mc_possible_neighbours(const char *base, size_t length, mc_neighbour_callback callback,
						   void *arg);

#endif

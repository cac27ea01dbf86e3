/*
 * The abbreviations that every administration writes, and what they stand for. The tokens of
 * vi_token.c and the text search dictionary of abbreviations use the list.
 */
#ifndef MC_VI_ABBREVIATION_H
#define MC_VI_ABBREVIATION_H

#include "core/search/vi_syllable.h"

typedef struct mc_abbreviation
{
	const char *written;
	const char *base; /* the letters without marks, in lower case */
	const char *meaning;
	bool wants_point; /* see mc_abbreviations */
} mc_abbreviation;

/*
 * All abbreviations; the list ends with an element whose `written` is NULL. An abbreviation with
 * `wants_point` (TT and the single letters) is recognised only before a point and another word:
 * the P of "P. Phú Hội" is one, the P of "phòng P 12" is not.
 */
extern const mc_abbreviation mc_abbreviations[];

/*
 * Return the abbreviation that a syllable spells, or NULL if it spells none. Upper and lower case
 * are equal, and so are d and đ; a syllable with any other mark is no abbreviation.
 */
const mc_abbreviation *mc_find_abbreviation(const mc_syllable *syllable);

#endif

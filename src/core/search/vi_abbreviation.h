/*
 * Abbreviations that every administration writes, and what they stand for. Single letters
 * and TT count only before a point and another word: P. Phú Hội, but phòng P 12.
 */
#ifndef MC_VI_ABBREVIATION_H
#define MC_VI_ABBREVIATION_H

#include "core/search/vi_syllable.h"

typedef struct mc_abbreviation
{
	const char *written;
	const char *base; /* its letters without marks */
	const char *meaning;
	bool wants_point;
} mc_abbreviation;

/* All of them; ends with one whose `written` is NULL. */
extern const mc_abbreviation mc_abbreviations[];

/* The abbreviation that this syllable is, in any case, with or without the stroke of its đ; NULL when it is none. */
const mc_abbreviation *mc_find_abbreviation(const mc_syllable *syllable);

#endif

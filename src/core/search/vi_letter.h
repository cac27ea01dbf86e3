/*
 * Vietnamese letters: what a code point is to a reader who may type it with or without
 * its marks. A letter has a base (a to z), a quality (the breve, circumflex, horn or
 * stroke that makes it another letter of the alphabet) and a tone, which belongs to the
 * syllable. Marks that Vietnamese does not write on a letter count for nothing: č is c,
 * ö is o, ñ is n. Every Latin letter folds to one to three base letters; letters of other
 * scripts stand for themselves, in lower case.
 *
 * The table (fold_data.h) is made by tools/generate-fold.c from ICU's collation,
 * decompositions and names, and frozen: indexes hold what it says, so a change of it is a
 * new MC_FOLD_VERSION, and the upgrade that brings it must ask for REINDEX.
 */
#ifndef MC_VI_LETTER_H
#define MC_VI_LETTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/search/fold_table.h"

#define MC_FOLD_VERSION 1
#define MC_BASE_LETTERS 3 /* a ligature's at most: ffi */

typedef enum mc_quality
{
	MC_PLAIN,
	MC_BREVE, /* ă */
	MC_CIRCUMFLEX, /* â ê ô */
	MC_HORN, /* ơ ư */
	MC_STROKE /* đ, also written ð or ɖ */
} mc_quality;

/* In the order of the dictionary: level (ngang), huyền, hỏi, ngã, sắc, nặng. */
typedef enum mc_tone
{
	MC_LEVEL,
	MC_HUYEN,
	MC_HOI,
	MC_NGA,
	MC_SAC,
	MC_NANG
} mc_tone;

/* What one code point is. */
typedef struct mc_sign
{
	uint8_t kind; /* mc_sign_kind */
	uint8_t quality; /* mc_quality of a Latin letter; what a mark would add */
	uint8_t tone; /* mc_tone, likewise */
	bool upper; /* a capital */
	uint8_t n_letters; /* of letters[]: 0 for separators and marks */
	uint32_t
		letters[MC_BASE_LETTERS]; /* 'a'-'z', '0'-'9', or another script's letter in lower case */
} mc_sign;

mc_sign mc_sign_of(uint32_t code_point);

/* What a quality mark adds to a base letter: nothing where Vietnamese does not write it there. */
static inline mc_quality
mc_quality_on(uint32_t letter, mc_quality mark)
{
	switch (letter)
	{
		case 'a':
			return mark == MC_BREVE || mark == MC_CIRCUMFLEX ? mark : MC_PLAIN;
		case 'e':
			return mark == MC_CIRCUMFLEX ? mark : MC_PLAIN;
		case 'o':
			return mark == MC_CIRCUMFLEX || mark == MC_HORN ? mark : MC_PLAIN;
		case 'u':
			return mark == MC_HORN ? mark : MC_PLAIN;
		case 'd':
			return mark == MC_STROKE ? mark : MC_PLAIN;
		default:
			return MC_PLAIN;
	}
}

/* What a tone mark adds: tones stand on vowels. */
static inline mc_tone
mc_tone_on(uint32_t letter, mc_tone mark)
{
	switch (letter)
	{
		case 'a':
		case 'e':
		case 'i':
		case 'o':
		case 'u':
		case 'y':
			return mark;
		default:
			return MC_LEVEL;
	}
}

#endif

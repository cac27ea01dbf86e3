/*
 * Where the tone mark of a syllable is written. Two styles are in use, and differ in open
 * syllables in oa, oe and uy: new (hoà, khoẻ, thuý) and old (hòa, khỏe, thúy). All else
 * is the same: the mark stands on the vowel with a quality (of ươ on the second), else
 * before a final consonant on the last vowel, else on the first of two or the second of three.
 */
#ifndef MC_VI_TONE_H
#define MC_VI_TONE_H

#include "core/search/vi_syllable.h"

typedef enum mc_tone_style
{
	MC_TONE_KEEP,
	MC_TONE_NEW,
	MC_TONE_OLD
} mc_tone_style;

/* False, and *style as it was, for no name of a style: 'new', 'old' or 'keep'. */
bool mc_tone_style_of(const char *name, size_t length, mc_tone_style *style);

/*
 * The index of the letter on which the syllable's tone belongs (not where it is: that is
 * tone_at); -1 for what is no possible Vietnamese syllable. Not for MC_TONE_KEEP.
 */
int mc_tone_place(const mc_syllable *syllable, mc_tone_style style);

/* The precomposed Vietnamese letter; 0 where there is none. */
uint32_t mc_compose_letter(uint32_t base, mc_quality quality, mc_tone tone, bool upper);

#define MC_RESPELLED_BYTES(length) (2 * (length))

/*
 * Writes the text, which should be in NFC, with the tones of Vietnamese syllables in their
 * place and with the letters ð, Ð, ɖ, Ɖ as the đ or Đ they stand for there; in abbreviations
 * like HÐND and after numbers (5.000ð) too. Syllables with any other letter or mark, and
 * all else, stay as they are. Returns the bytes.
 */
size_t mc_respell(const char *text, size_t length, mc_tone_style style, char *out);

#endif

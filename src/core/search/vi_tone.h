/*
 * Where the tone mark of a syllable is written. The SQL function vi_normalize calls mc_respell.
 * Two styles are in use. They differ only in open syllables in oa, oe and uy: the new style writes
 * hoà, khoẻ, thuý, the old style hòa, khỏe, thúy. Everything else is the same in both:
 * - the mark stands on the vowel that has a quality, and in ươ on the second vowel;
 * - otherwise, before a final consonant, it stands on the last vowel;
 * - otherwise it stands on the first of two vowels, or on the second of three.
 */
#ifndef MC_VI_TONE_H
#define MC_VI_TONE_H

#include "core/search/vi_syllable.h"

typedef enum mc_tone_style
{
	MC_TONE_KEEP, /* tone marks stay where they are */
	MC_TONE_NEW,
	MC_TONE_OLD
} mc_tone_style;

/* Store the style that a name (new, old, keep) stands for. Return false for any other name. */
bool mc_tone_style_of(const char *name, size_t length, mc_tone_style *style);

/*
 * Return the index of the letter on which the tone of a syllable should be written in a style that
 * is not MC_TONE_KEEP. (The tone is now written on the letter syllable->tone_at.) Return -1 if the
 * syllable is no possible Vietnamese syllable.
 */
int mc_tone_place(const mc_syllable *syllable, mc_tone_style style);

/* Return the code point of a Vietnamese letter with these marks, or 0 if none exists. */
uint32_t mc_compose_letter(uint32_t base, mc_quality quality, mc_tone tone, bool upper);

/* The size of a buffer that holds what mc_respell makes of a text of `length` bytes. */
#define MC_RESPELLED_BYTES(length) (2 * (length))

/*
 * Write the text with the tone marks of its Vietnamese syllables in their places, and return the
 * number of bytes written. The letters ð, Ð, ɖ, Ɖ are replaced by the đ or Đ that they stand for,
 * in Vietnamese syllables, in abbreviations such as HÐND and behind numbers (5.000ð). Syllables
 * with other letters or marks are copied unchanged, and so is everything between syllables. The
 * text should be in NFC: letters with separate combining marks are not recognised.
 */
size_t mc_respell(const char *text, size_t length, mc_tone_style style, char *out);

#endif

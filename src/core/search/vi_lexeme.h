/*
 * Lexemes: what full text search stores of a token, and what it looks for.
 *
 * A syllable is written with some of its marks: none, all, or any of three kinds left out: the
 * tone, the marks of its vowels (together), the stroke of its đ. Of a text every such form is
 * kept, so a query is found by the one form that it has: the marks typed are marks written.
 * Exactly so, but for a syllable with two marked vowels (ươ) of which one is typed plain.
 *
 * The tone stands on the first vowel, whichever carried it, so that hoà is hòa, and so that a
 * typed beginning (hò) is the beginning of the lexeme (hòang). A last i or y that may be
 * either is i.
 *
 * A compound token gives itself as a whole, at the position of its first syllable, and every
 * syllable at a position of its own: it is found whole, by any beginning, and by any syllables
 * in a row, however they were separated. A telephone number takes one position: people group
 * its digits as they like.
 */
#ifndef MC_VI_LEXEME_H
#define MC_VI_LEXEME_H

#include "core/search/vi_syllable.h"

#define MC_LEXEME_BYTES 1200

typedef enum mc_forms
{
	MC_FORMS_INDEX, /* of a text */
	MC_FORMS_QUERY, /* of a query: the marks typed, and no other form */
	MC_FORMS_FOLDED /* of either, where marks do not count */
} mc_forms;

/* Sets of marks, in which a syllable is written. */
#define MC_TONE_MARK 1
#define MC_VOWEL_MARKS 2
#define MC_STROKE_MARK 4
#define MC_ALL_MARKS 7
#define MC_NO_MARKS 0

/* Takes lexemes in order. `variant` differs where one of several lexemes at a position is enough, not all. */
typedef struct mc_lexeme_sink
{
	void (*put)(struct mc_lexeme_sink *sink, const char *lexeme, size_t length, bool next_position,
				int variant);
} mc_lexeme_sink;

/* Writes a syllable with the marks of a set; returns the bytes, at most MC_SYLLABLE_KEY_BYTES. */
size_t mc_spell_syllable(const mc_syllable *syllable, int marks, char *out);

/* The lexemes of a token, plain or compound. */
void mc_put_token(const char *token, size_t length, mc_forms forms, mc_lexeme_sink *sink);

/* An abbreviation as it is written or, in its place, the text that it stands for. */
void mc_put_abbreviation(const mc_syllable *written, const char *meaning, size_t length,
						 mc_forms forms, mc_lexeme_sink *sink);

#endif

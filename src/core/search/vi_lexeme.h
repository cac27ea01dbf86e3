/*
 * Lexemes: what full text search stores of a token of a text, and looks for of a token of a query.
 * The text search dictionaries in src/search/vi_dictionary.c return what the functions here make.
 *
 * The lexemes of a syllable are its forms. A form has all marks of the syllable, or lacks one or
 * more of the three kinds of marks: the tone, the marks of the vowels (all together) and the
 * stroke of the đ. A text stores every form, and a query looks for one form, namely for the marks
 * that were typed. So a query finds the syllables that have at least the marks typed. There is one
 * exception: a syllable with two marked vowels (ươ) is not found if only one of them was typed
 * with its mark.
 *
 * In a lexeme the tone stands on the first vowel, whichever vowel carried the mark. So hoà and hòa
 * have the same lexeme, and a beginning that somebody types (hò) is the beginning of a lexeme
 * (hòang). A text stores an i or y that may be written either way (mc_free_i_at) in both ways, so
 * that the beginning quy finds quyết and quí. It stores a number with leading zeros also without
 * them, and a query for such a number looks for either.
 *
 * A compound token has the lexemes of each of its syllables at positions of their own, in texts and
 * in queries. So a search finds a code by any run of its parts, however they were separated. A
 * telephone number takes only one position, because people group its digits in different ways.
 */
#ifndef MC_VI_LEXEME_H
#define MC_VI_LEXEME_H

#include "core/search/vi_syllable.h"

#define MC_LEXEME_BYTES MC_SYLLABLE_KEY_BYTES /* most bytes of a lexeme */

/* The forms that a token gives. */
typedef enum mc_forms
{
	MC_FORMS_INDEX, /* every form, for texts */
	MC_FORMS_QUERY, /* the marks as typed, for queries */
	MC_FORMS_FOLDED /* the form without marks, for texts and queries if marks do not count */
} mc_forms;

/* The kinds of marks with which a form of a syllable is written, as a set of bits. */
#define MC_TONE_MARK 1
#define MC_VOWEL_MARKS 2
#define MC_STROKE_MARK 4
#define MC_ALL_MARKS 7
#define MC_NO_MARKS 0

/*
 * A receiver of lexemes; `put` is called for each lexeme in order. The lexeme belongs to the
 * position of the one before it, or to the next position if next_position is true. Lexemes with
 * the same `variant` are needed together; of two variants one is enough.
 */
typedef struct mc_lexeme_sink
{
	void (*put)(struct mc_lexeme_sink *sink, const char *lexeme, size_t length, bool next_position,
				int variant);
} mc_lexeme_sink;

/*
 * Write a syllable with those of its marks whose kinds are in the set `marks`. Return the number of
 * bytes written, at most MC_SYLLABLE_KEY_BYTES.
 */
size_t mc_spell_syllable(const mc_syllable *syllable, int marks, char *out);

/* Give the sink the lexemes of a token, plain or compound. */
void mc_put_token(const char *token, size_t length, mc_forms forms, mc_lexeme_sink *sink);

/*
 * Give the sink the lexemes of an abbreviation as variant 0 and those of the text that it stands
 * for as variant 1.
 */
void mc_put_abbreviation(const mc_syllable *written, const char *meaning, size_t length,
						 mc_forms forms, mc_lexeme_sink *sink);

#endif

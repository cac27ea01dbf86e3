/* Compound tokens: each reader takes what begins at `at` and returns where it ends, or `at` when nothing of its kind is there. */
#ifndef MC_VI_COMPOUND_H
#define MC_VI_COMPOUND_H

#include "core/search/vi_token.h"

#define MC_PHONE_DIGITS 11

/* The longest compound token that begins here. */
size_t mc_compound_end(const char *text, size_t at, size_t end, mc_token_kind *kind);

/* A telephone number: 0234 3 554 123, (024) 3827 1234, +84 905 123 456. */
size_t mc_phone_end(const char *text, size_t at, size_t end);

/* Of a whole telephone number: its digits from the 0 on, without separators; 0 when the text is none. */
size_t mc_phone_digits(const char *text, size_t length, char digits[MC_PHONE_DIGITS]);

/* Whether a syllable cannot go on here: the end, or a separator comes next. */
bool mc_syllable_may_end(const char *text, size_t at, size_t end);

#endif

/*
 * Readers of compound tokens, for vi_token.c and vi_lexeme.c. Each function mc_..._end returns the
 * byte offset at which the token that begins at `at` ends, or `at` itself if no token of its kind
 * begins there. `end` is the offset at which the text ends.
 */
#ifndef MC_VI_COMPOUND_H
#define MC_VI_COMPOUND_H

#include "core/search/vi_token.h"

#define MC_PHONE_DIGITS 11 /* most digits of a telephone number, with the 0 */

/* Return the end of the longest compound token that begins at `at`, and store its kind. */
size_t mc_compound_end(const char *text, size_t at, size_t end, mc_token_kind *kind);

/* Return the end of a telephone number: 0234 3 554 123, (024) 3827 1234, +84 905 123 456,
 * 84905123456. */
size_t mc_phone_end(const char *text, size_t at, size_t end);

/*
 * If the whole text is a telephone number, store its digits from the 0 on, without separators and
 * with a 0 for +84, and return how many there are. Return 0 if the text is no telephone number.
 */
size_t mc_phone_digits(const char *text, size_t length, char digits[MC_PHONE_DIGITS]);

/* True if a syllable may end at `at`, because the text ends or a separator comes next. */
bool mc_syllable_may_end(const char *text, size_t at, size_t end);

#endif

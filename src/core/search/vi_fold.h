/*
 * Texts without marks, for the SQL functions vi_fold and vi_unaccent. Neither function makes a
 * text longer, so a buffer of the length of the input holds the output. The input is UTF-8, but
 * any bytes are safe.
 */
#ifndef MC_VI_FOLD_H
#define MC_VI_FOLD_H

#include <stddef.h>

/*
 * Write the base letters of all syllables in lower case, with one blank between two syllables and
 * none at either end. Return the number of bytes written. The output has the same syllables as the
 * text, reduced to their base letters, and folding the output again does not change it.
 */
size_t mc_fold(const char *text, size_t length, char *out);

/*
 * Write the text with its Latin letters replaced by their base letters, that is, without marks but
 * in the same case. Everything else is copied. Return the number of bytes written.
 */
size_t mc_unaccent(const char *text, size_t length, char *out);

#endif

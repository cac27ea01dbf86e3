/*
 * Text without its marks. Neither function makes text longer, so an output of the same
 * length is room enough; the input may be any bytes.
 */
#ifndef MC_VI_FOLD_H
#define MC_VI_FOLD_H

#include <stddef.h>

/*
 * Writes the base letters of the syllables, in lower case, with one blank between two
 * syllables and none outside; returns the bytes. The syllables of what is written are
 * the base letters of the syllables of the text, and folding it again changes nothing.
 */
size_t mc_fold(const char *text, size_t length, char *out);

/*
 * Writes the text with the base letters of its Latin letters, their case kept and their
 * marks left out, and all else as it is; returns the bytes.
 */
size_t mc_unaccent(const char *text, size_t length, char *out);

#endif

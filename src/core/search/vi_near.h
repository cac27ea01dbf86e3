/*
 * This header declares which words are near each other, for searches with errors. Two words of base
 * letters are near if one results from the other by inserting, removing or replacing one letter or
 * by exchanging two neighbouring letters (optimal string alignment distance 1), or if only their
 * initials differ and these sound alike in some part of the country: ch and tr, d, gi and r. The
 * relation is symmetric, knows no vocabulary, and needs words of at least MC_NEAR_LETTERS letters
 * on the typed side.
 */
#ifndef MC_VI_NEAR_H
#define MC_VI_NEAR_H

#include <stddef.h>

#define MC_NEAR_LETTERS 3 /* shorter words are near none */

/* What an error costs, in quarters of a letter. */
typedef enum mc_near
{
	MC_NEAR_SAME = 0,
	MC_NEAR_SOUND = 2, /* sounds alike: s and x, l and n, ch and tr, d, gi and r, final c and t */
	MC_NEAR_LETTER = 4, /* one other error */
	MC_NEAR_NOT = 255
} mc_near;

/* Compare two words of letters a to z. Other bytes are compared as if they were letters. */
mc_near mc_compare_near(const char *typed, size_t n, const char *written, size_t m);

#endif

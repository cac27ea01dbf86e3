/*
 * An exact ratio of two counts, which becomes a numeric or a percentage as late as possible.
 */
#ifndef MC_RATIO_H
#define MC_RATIO_H

#include <stdint.h>

/* A denominator of 0 means that there was nothing to count; the caller decides what that is worth. */
typedef struct mc_ratio
{
	int64_t numerator;
	int64_t denominator;
} mc_ratio;

#endif

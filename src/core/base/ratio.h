/*
 * This header declares exact ratios of two counts. The rates of core/kpi are such ratios. They stay
 * exact until they are displayed as a numeric or a percentage.
 */
#ifndef MC_RATIO_H
#define MC_RATIO_H

#include <stdint.h>

/* If the denominator is 0, nothing was counted, and the caller decides what the ratio is worth. */
typedef struct mc_ratio
{
	int64_t numerator;
	int64_t denominator;
} mc_ratio;

#endif

/*
 * A period of whole days, over which dossiers are counted and reported.
 */
#ifndef MC_PERIOD_H
#define MC_PERIOD_H

#include "core/base/dates.h"

/* Both ends lie in the period. The day since is MC_DAY_MINUS_INFINITY where no period is stated. */
typedef struct mc_period
{
	mc_day since;
	mc_day until;
} mc_period;

/* Return the value that states no period. */
static inline mc_period
mc_no_period(void)
{
	return (mc_period){MC_DAY_MINUS_INFINITY, MC_DAY_MINUS_INFINITY};
}

/* Return true unless the period is mc_no_period(). */
static inline bool
mc_period_is_stated(mc_period period)
{
	return period.since != MC_DAY_MINUS_INFINITY;
}

/* Return true if both periods begin and end on the same days. */
static inline bool
mc_period_equal(mc_period a, mc_period b)
{
	return a.since == b.since && a.until == b.until;
}

/* Return true if the day lies in the period; both its ends do. */
static inline bool
mc_period_holds(mc_period period, mc_day day)
{
	return day >= period.since && day <= period.until;
}

#endif

/*
 * This header declares the periods of whole days over which dossiers are counted and reported. The
 * counts of core/kpi and the glue of dateranges use it.
 */
#ifndef MC_PERIOD_H
#define MC_PERIOD_H

#include "core/base/dates.h"

/* Both ends lie in the period. If no period is stated, both are MC_DAY_MINUS_INFINITY. */
typedef struct mc_period
{
	mc_day since;
	mc_day until;
} mc_period;

/* Return the value that means that no period is stated. */
static inline mc_period
mc_no_period(void)
{
	return (mc_period){MC_DAY_MINUS_INFINITY, MC_DAY_MINUS_INFINITY};
}

/* True unless the period is mc_no_period(). */
static inline bool
mc_period_is_stated(mc_period period)
{
	return period.since != MC_DAY_MINUS_INFINITY;
}

/* True if both periods begin and end on the same days. */
static inline bool
mc_period_equal(mc_period a, mc_period b)
{
	return a.since == b.since && a.until == b.until;
}

/* True if the day lies in the period. Both ends of the period lie in it. */
static inline bool
mc_period_holds(mc_period period, mc_day day)
{
	return day >= period.since && day <= period.until;
}

#endif

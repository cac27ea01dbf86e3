/*
 * This header declares how criteria are scored: by which rule a ratio becomes points, what an empty
 * denominator is worth, and which ratio of a tally a criterion is computed from. The points
 * themselves are computed in src/scoring in exact numeric arithmetic, rounded half away from zero
 * to hundredths.
 */
#ifndef MC_SCORING_H
#define MC_SCORING_H

#include "core/kpi/rates.h"

/* What a criterion scores if its denominator is 0. */
typedef enum mc_zero_policy
{
	MC_ZERO_NULL, /* no score: the criterion is left out */
	MC_ZERO_ZERO, /* no points */
	MC_ZERO_MAX /* full points */
} mc_zero_policy;

#define MC_ZERO_POLICY_COUNT 3

/* By which rule a criterion scores. max are its points, rate is the observed ratio. */
typedef enum mc_score_rule
{
	MC_RULE_LINEAR, /* min(max, max * rate / threshold) */
	MC_RULE_THRESHOLD, /* max if the rate reaches the threshold, else no points */
	MC_RULE_BAND, /* the points of the band of a scale in which the rate lies */
	MC_RULE_POINTS, /* the points are observed instead of a ratio */
	MC_RULE_CONSTANT, /* always max */
	MC_RULE_INFORMATION /* no points */
} mc_score_rule;

#define MC_SCORE_RULE_COUNT 6

/* The ratios that a tally holds. The first of them are its on-time rates, by basis. */
typedef enum mc_measure
{
	MC_MEASURE_ON_TIME, /* the on-time rate of basis b is MC_MEASURE_ON_TIME + b */
	MC_MEASURE_EARLY = MC_MEASURE_ON_TIME + MC_BASIS_COUNT, /* early / resolved */
	MC_MEASURE_LATE, /* late / resolved */
	MC_MEASURE_OVERDUE, /* open_overdue / open */
	MC_MEASURE_ONLINE /* new_online / new */
} mc_measure;

#define MC_MEASURE_COUNT (MC_MEASURE_ONLINE + 1)

/* Return the SQL name of a policy. */
const char *mc_zero_policy_name(mc_zero_policy policy);

/*
 * Return the mc_zero_policy of a name, given as `length` bytes, or -1 if it is unknown. The name
 * "0" means the same as "zero".
 */
int mc_zero_policy_by_name(const char *name, size_t length);

/* Return the SQL name of a rule. */
const char *mc_score_rule_name(mc_score_rule rule);

/* Return the SQL name of a measure, such as "on_time_rate:resolved". */
const char *mc_measure_name(mc_measure measure);

/* Return the mc_measure of a name, given as `length` bytes, or -1 if it is unknown. */
int mc_measure_by_name(const char *name, size_t length);

/*
 * Store a ratio of a tally. If the denominator is 0, the caller decides what the ratio is worth.
 * Return false if a total leaves 64 bits.
 */
bool mc_measure_ratio(const mc_tally *tally, mc_measure measure, mc_ratio *ratio);

#endif

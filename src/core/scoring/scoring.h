/*
 * Scoring: how a ratio becomes points, what an empty denominator is worth, and which
 * ratio of a tally feeds a criterion. The arithmetic itself is numeric's, in the glue:
 * points are exact, rounded half away from zero to hundredths.
 */
#ifndef MC_SCORING_H
#define MC_SCORING_H

#include "core/kpi/rates.h"

/* What a criterion with an empty denominator scores. */
typedef enum mc_zero_policy
{
	MC_ZERO_NULL, /* nothing: it is left out */
	MC_ZERO_ZERO, /* no points */
	MC_ZERO_MAX /* full points */
} mc_zero_policy;

#define MC_ZERO_POLICY_COUNT 3

/* How a criterion scores. */
typedef enum mc_score_rule
{
	MC_RULE_LINEAR, /* min(max, max * rate / threshold) */
	MC_RULE_THRESHOLD, /* max from the threshold on, below it nothing */
	MC_RULE_BAND, /* by the bands of a scale */
	MC_RULE_POINTS, /* points are observed as such */
	MC_RULE_CONSTANT, /* always max */
	MC_RULE_INFORMATION /* no points */
} mc_score_rule;

#define MC_SCORE_RULE_COUNT 6

/* Ratios that a tally holds; the first are its on-time rates, by mc_basis. */
typedef enum mc_measure
{
	MC_MEASURE_ON_TIME, /* + mc_basis */
	MC_MEASURE_EARLY = MC_MEASURE_ON_TIME + MC_BASIS_COUNT, /* early / resolved */
	MC_MEASURE_LATE, /* late / resolved */
	MC_MEASURE_OVERDUE, /* open_overdue / open */
	MC_MEASURE_ONLINE /* new_online / new */
} mc_measure;

#define MC_MEASURE_COUNT (MC_MEASURE_ONLINE + 1)

/* Names, and what a name of length bytes means (-1: nothing); "0" is another name of "zero". */
const char *mc_zero_policy_name(mc_zero_policy policy);
int mc_zero_policy_by_name(const char *name, size_t length);
const char *mc_score_rule_name(mc_score_rule rule);
const char *mc_measure_name(mc_measure measure);
int mc_measure_by_name(const char *name, size_t length);

/* The ratio; a zero denominator is the caller's to judge. False on overflow of a total. */
bool mc_measure_ratio(const mc_tally *tally, mc_measure measure, mc_ratio *ratio);

#endif

/*
 * The scorecards and rating scales that the library ships, from data/scorecards.csv,
 * data/scorecard_*.csv and data/scales.csv, which name a source per row. Numbers are in
 * hundredths: 600 is 6 points, a threshold of 80 is 80 %.
 */
#ifndef MC_SCORECARDS_H
#define MC_SCORECARDS_H

#include "core/scoring/scoring.h"

/* Points that no source states. */
#define MC_NO_POINTS (-1)

typedef struct mc_scale
{
	const char *name;
	const char *title;
	const char *title_en;
	const char *source;
	const char *status; /* confirmed or unverified */
} mc_scale;

/* From lower on, up to the next band. */
typedef struct mc_band
{
	const char *scale;
	int lower;
	const char *title;
	const char *title_en;
} mc_band;

typedef struct mc_scorecard
{
	const char *name;
	const char *title;
	const char *title_en;
	const char *scale;
	const char *source;
	const char *status;
} mc_scorecard;

typedef struct mc_criterion
{
	const char *scorecard;
	const char *code;
	const char *section;
	const char *section_en;
	const char *title;
	const char *title_en;
	int max_points; /* or MC_NO_POINTS */
	mc_score_rule rule;
	int threshold;
	mc_zero_policy zero;
	const char *computed_from; /* a measure, "share", or NULL: an observation from elsewhere */
	const char *note; /* or NULL */
	const char *source;
	const char *status;
} mc_criterion;

/* Entry i, or NULL behind the last. */
const mc_scale *mc_shipped_scale(int i);
const mc_band *mc_shipped_band(int i);
const mc_scorecard *mc_shipped_scorecard(int i);
const mc_criterion *mc_shipped_criterion(int i);

#endif

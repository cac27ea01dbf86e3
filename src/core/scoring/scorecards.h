/*
 * This header declares the scorecards and rating scales that the library ships. They are made from
 * data/scorecards.csv, data/scorecard_*.csv and data/scales.csv, whose rows name their sources. The
 * tables of shipped scorecards in src/scoring/shipped_scorecards.c use it.
 *
 * Numbers are in hundredths: 600 is 6 points, and a threshold of 80 is 80 %.
 */
#ifndef MC_SCORECARDS_H
#define MC_SCORECARDS_H

#include "core/scoring/scoring.h"

/* This number of points means that no source states one. */
#define MC_NO_POINTS (-1)

/* A rating scale. Its bands are mc_band entries with its name. */
typedef struct mc_scale
{
	const char *name;
	const char *title;
	const char *title_en;
	const char *source;
	const char *status; /* "confirmed" or "unverified" */
} mc_scale;

/* A band of a scale, from `lower` on up to the next band. */
typedef struct mc_band
{
	const char *scale;
	int lower;
	const char *title;
	const char *title_en;
} mc_band;

/* A scorecard. Its criteria are mc_criterion entries with its name. */
typedef struct mc_scorecard
{
	const char *name;
	const char *title;
	const char *title_en;
	const char *scale;
	const char *source;
	const char *status;
} mc_scorecard;

/* A criterion of a scorecard. */
typedef struct mc_criterion
{
	const char *scorecard;
	const char *code;
	const char *section;
	const char *section_en;
	const char *title;
	const char *title_en;
	int max_points; /* hundredths of a point, or MC_NO_POINTS */
	mc_score_rule rule;
	int threshold;
	mc_zero_policy zero;
	const char *computed_from; /* name of a measure, "share", or NULL if it is observed elsewhere */
	const char *note; /* NULL if there is none */
	const char *source;
	const char *status;
} mc_criterion;

/* Each of these functions returns entry i, counted from 0, or NULL after the last one. */
const mc_scale *mc_shipped_scale(int i);
const mc_band *mc_shipped_band(int i);
const mc_scorecard *mc_shipped_scorecard(int i);
const mc_criterion *mc_shipped_criterion(int i);

#endif

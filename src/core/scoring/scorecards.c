/*
 * This file gives access to the scorecards and scales that the library ships. The table functions
 * in src/scoring/shipped_scorecards.c call it.
 */
#include "core/scoring/scorecards.h"

#include "core/base/names.h"

#include "core/scoring/scorecards_data.h"

#define ENTRY(array, i) ((i) >= 0 && (i) < MC_LENGTH_OF(array) ? &(array)[i] : NULL)

const mc_scale *
mc_shipped_scale(int i)
{
	return ENTRY(shipped_scales, i);
}

const mc_band *
mc_shipped_band(int i)
{
	return ENTRY(shipped_bands, i);
}

const mc_scorecard *
mc_shipped_scorecard(int i)
{
	return ENTRY(shipped_scorecards, i);
}

const mc_criterion *
mc_shipped_criterion(int i)
{
	return ENTRY(shipped_criteria, i);
}

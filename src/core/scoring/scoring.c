/*
 * This file holds the names of rules, policies and measures, and computes the ratios of measures,
 * as scoring.h declares them. The glue in src/scoring calls it.
 */
#include "core/scoring/scoring.h"

#include "core/base/names.h"

static const char *const zero_policy_names[MC_ZERO_POLICY_COUNT] = {"null", "zero", "max"};

static const char *const rule_names[MC_SCORE_RULE_COUNT] = {"linear", "threshold", "band",
															"points", "constant",  "information"};

static const char *const measure_names[MC_MEASURE_COUNT] = {
	[(int) MC_MEASURE_ON_TIME + (int) MC_BASIS_RESOLVED] = "on_time_rate:resolved",
	[(int) MC_MEASURE_ON_TIME + (int) MC_BASIS_PROCESSED] = "on_time_rate:processed",
	[(int) MC_MEASURE_ON_TIME + (int) MC_BASIS_RECEIVED] = "on_time_rate:received",
	[(int) MC_MEASURE_ON_TIME + (int) MC_BASIS_WORKLOAD] = "on_time_rate:workload",
	[(int) MC_MEASURE_ON_TIME + (int) MC_BASIS_DUE] = "on_time_rate:due",
	[MC_MEASURE_EARLY] = "early_rate",
	[MC_MEASURE_LATE] = "late_rate",
	[MC_MEASURE_OVERDUE] = "overdue_rate",
	[MC_MEASURE_ONLINE] = "online_rate",
};

const char *
mc_zero_policy_name(mc_zero_policy policy)
{
	return zero_policy_names[policy];
}

int
mc_zero_policy_by_name(const char *name, size_t length)
{
	if (length == 1 && name[0] == '0')
		return MC_ZERO_ZERO;
	return mc_name_position(zero_policy_names, MC_ZERO_POLICY_COUNT, name, length);
}

const char *
mc_score_rule_name(mc_score_rule rule)
{
	return rule_names[rule];
}

const char *
mc_measure_name(mc_measure measure)
{
	return measure_names[measure];
}

int
mc_measure_by_name(const char *name, size_t length)
{
	return mc_name_position(measure_names, MC_MEASURE_COUNT, name, length);
}

bool
mc_measure_ratio(const mc_tally *tally, mc_measure measure, mc_ratio *ratio)
{
	switch (measure)
	{
		case MC_MEASURE_EARLY:
			ratio->numerator = tally->n[MC_N_early];
			return mc_tally_resolved(tally, &ratio->denominator);
		case MC_MEASURE_LATE:
			ratio->numerator = tally->n[MC_N_late];
			return mc_tally_resolved(tally, &ratio->denominator);
		case MC_MEASURE_OVERDUE:
			ratio->numerator = tally->n[MC_N_open_overdue];
			return mc_tally_open(tally, &ratio->denominator);
		case MC_MEASURE_ONLINE:
			ratio->numerator = tally->n[MC_N_new_online];
			return mc_tally_received(tally, &ratio->denominator);
		default:
			return mc_on_time_ratio(tally, (mc_basis) (measure - MC_MEASURE_ON_TIME), 0, ratio) ==
				   MC_RATE_OK;
	}
}

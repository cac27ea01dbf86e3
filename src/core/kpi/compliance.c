/*
 * This file judges single dossiers by the two measures of compliance.h. The aggregates in
 * src/kpi/compliance_sql.c call it.
 */
#include "core/kpi/compliance.h"

#include "core/base/names.h"

static const char *const notice_names[] = {"day", "working_day", "same_day"};

mc_verdict
mc_satisfaction(const mc_dossier_facts *dossier, mc_period period, bool disliked)
{
	mc_day received = dossier->received.day;
	mc_day ended = dossier->ended.day;
	mc_outcome outcome;

	if (!mc_day_is_finite(received) || received > period.until || ended < received ||
		ended < period.since)
		return MC_NOT_CONCERNED;
	outcome = mc_classify(dossier->due, dossier->ended, mc_moment_of_day(period.until),
						  dossier->paused_since, dossier->granularity);
	return disliked || outcome == MC_LATE || outcome == MC_OVERDUE ? MC_UNFAVOURABLE
																   : MC_FAVOURABLE;
}

int
mc_notice_by_name(const char *name, size_t length)
{
	return mc_name_position(notice_names, MC_LENGTH_OF(notice_names), name, length);
}

bool
mc_apology_day(mc_day due, mc_notice notice, const mc_day_index *index, mc_day *last)
{
	if (notice == MC_NOTICE_WORKING_DAY)
		return mc_day_index_covers(index, due) && mc_add_working_days(index, due, -1, last);
	*last = due - (notice == MC_NOTICE_DAY);
	return true;
}

bool
mc_needs_apology(mc_moment due, mc_moment ended, int32_t reappointments)
{
	if (!mc_moment_is_finite(due))
		return false;
	if (reappointments > 0)
		return true;
	return mc_moment_is_finite(ended) && mc_ended_outcome(due, ended, MC_BY_DAY) == MC_LATE;
}

/*
 * This file counts dossiers in a tally and adds tallies, as tally.h declares it. The aggregates and
 * the functions over tallies in src/kpi call it.
 */
#include "core/kpi/tally.h"

#include <string.h>

#include "core/base/names.h"

static const char *const counter_names[MC_COUNTER_COUNT] = {
#define X(name) #name,
	MC_COUNTERS(X)
#undef X
};

const char *
mc_counter_name(mc_counter counter)
{
	return counter_names[counter];
}

int
mc_counter_by_name(const char *name, size_t length)
{
	return mc_name_position(counter_names, MC_COUNTER_COUNT, name, length);
}

mc_tally
mc_tally_empty(mc_period period)
{
	mc_tally tally;

	memset(&tally, 0, sizeof(tally));
	tally.period = period;
	return tally;
}

/* Count a dossier as received in the period or carried over into it. */
static void
count_intake(mc_tally *tally, const mc_dossier_facts *dossier, int64_t step)
{
	if (dossier->received.day < tally->period.since)
		tally->n[MC_N_carried] += step;
	else
		tally->n[dossier->online ? MC_N_new_online : MC_N_new_direct] += step;
}

/* Count in which way a dossier ended if that is without a result. */
static void
count_ended_as(mc_tally *tally, mc_ended_as ended_as, mc_outcome outcome, int64_t step)
{
	if (ended_as == MC_RESULT)
		return;
	tally->n[MC_N_withdrawn + (int) ended_as - MC_WITHDRAWN] += step;
	if (outcome == MC_LATE)
		tally->n[MC_N_withdrawn_late + (int) ended_as - MC_WITHDRAWN] += step;
}

/* Count a dossier that ended in the period. */
static void
count_ended(mc_tally *tally, const mc_dossier_facts *dossier, mc_outcome outcome, int64_t step)
{
	tally->n[MC_N_early + (int) outcome] += step;
	if (!mc_moment_is_finite(dossier->due))
		tally->n[MC_N_on_time_no_due] += step;
	count_ended_as(tally, dossier->ended_as, outcome, step);
}

/*
 * Count a dossier that falls due in the period: on its due day, or on the day of receipt if that is
 * later. A dossier that is still open on its due day itself, or that is paused, is neither met nor
 * missed.
 */
static void
count_due(mc_tally *tally, const mc_dossier_facts *dossier, mc_outcome outcome, int64_t step)
{
	mc_day due = dossier->due.day;

	if (due < dossier->received.day)
		due = dossier->received.day;
	if (!mc_moment_is_finite(dossier->due) || !mc_period_holds(tally->period, due))
		return;
	if (outcome <= MC_ON_TIME)
		tally->n[MC_N_due_met] += step;
	else if (outcome == MC_LATE || (outcome == MC_OVERDUE && due < tally->period.until))
		tally->n[MC_N_due_missed] += step;
}

void
mc_tally_count(mc_tally *tally, const mc_dossier_facts *dossier, int64_t step)
{
	mc_day received = dossier->received.day;
	mc_day ended = dossier->ended.day;
	mc_outcome outcome;

	if (!mc_day_is_finite(received) || received > tally->period.until)
		return;
	if (ended < received)
	{
		if (received >= tally->period.since)
			tally->n[MC_N_invalid] += step;
		return;
	}
	outcome = mc_classify(dossier->due, dossier->ended, mc_moment_of_day(tally->period.until),
						  dossier->paused_since, dossier->granularity);
	count_due(tally, dossier, outcome, step);
	if (ended < tally->period.since)
		return;
	count_intake(tally, dossier, step);
	if (outcome <= MC_LATE)
		count_ended(tally, dossier, outcome, step);
	else
		tally->n[MC_N_open_in_time + (int) outcome - MC_IN_TIME] += step;
}

bool
mc_tally_accumulate(mc_tally *target, const mc_tally *other, int sign)
{
	mc_tally sum = *target;

	for (int i = 0; i < MC_COUNTER_COUNT; i++)
	{
		bool overflow = sign > 0 ? __builtin_add_overflow(sum.n[i], other->n[i], &sum.n[i])
								 : __builtin_sub_overflow(sum.n[i], other->n[i], &sum.n[i]);

		if (overflow)
			return false;
	}
	*target = sum;
	return true;
}

int
mc_tally_compare(const mc_tally *a, const mc_tally *b)
{
	if (a->period.since != b->period.since)
		return a->period.since < b->period.since ? -1 : 1;
	if (a->period.until != b->period.until)
		return a->period.until < b->period.until ? -1 : 1;
	for (int i = 0; i < MC_COUNTER_COUNT; i++)
		if (a->n[i] != b->n[i])
			return a->n[i] < b->n[i] ? -1 : 1;
	return 0;
}

bool
mc_tally_is_zero(const mc_tally *tally)
{
	for (int i = 0; i < MC_COUNTER_COUNT; i++)
		if (tally->n[i] != 0)
			return false;
	return true;
}

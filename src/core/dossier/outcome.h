/*
 * The deadline verdict on one dossier. How it ended (result, withdrawn, ...) is
 * another matter: every end gets a verdict.
 * A dossier's moments come as mc_moment: a column of type date knows only the day.
 */
#ifndef MC_OUTCOME_H
#define MC_OUTCOME_H

#include <stddef.h>

#include "core/base/moment.h"

typedef enum mc_outcome
{
	MC_EARLY, /* trước hạn: ended before the due day */
	MC_ON_TIME, /* đúng hạn: on the due day, or no due date */
	MC_LATE, /* quá hạn: after it */
	MC_IN_TIME, /* trong hạn: open, not yet due */
	MC_OVERDUE, /* open, past due */
	MC_PAUSED /* tạm dừng: open, the clock stands still */
} mc_outcome;

#define MC_OUTCOME_COUNT 6

/* How a dossier ended. */
typedef enum mc_ended_as
{
	MC_RESULT,
	MC_WITHDRAWN, /* công dân rút hồ sơ */
	MC_REFUSED, /* từ chối giải quyết */
	MC_STOPPED /* dừng xử lý */
} mc_ended_as;

/* What late means: a later day (the decrees' reading), or a later instant. */
typedef enum mc_granularity
{
	MC_BY_DAY,
	MC_BY_INSTANT
} mc_granularity;

/* SQL names. The readers return -1 for an unknown name; length is in bytes. */
const char *mc_outcome_name(mc_outcome outcome);
const char *mc_ended_as_name(mc_ended_as ended_as);
int mc_ended_as_by_name(const char *name, size_t length);
int mc_granularity_by_name(const char *name, size_t length);

/*
 * Negative, 0 or positive as a is before, at or after b. Instants decide only
 * when they are asked for and both sides have one; otherwise days do.
 */
static inline int
mc_moment_compare(mc_moment a, mc_moment b, mc_granularity granularity)
{
	if (granularity == MC_BY_INSTANT && a.exact && b.exact)
		return (a.at > b.at) - (a.at < b.at);
	return (a.day > b.day) - (a.day < b.day);
}

/*
 * Verdict of a dossier that ended. No due date (not finite): on time, as every
 * Vietnamese report form counts it (DOMAIN: TD, OpenCPS, the 766 portal).
 */
static inline mc_outcome
mc_ended_outcome(mc_moment due, mc_moment ended, mc_granularity granularity)
{
	if (!mc_moment_is_finite(due))
		return MC_ON_TIME;
	return (mc_outcome) (mc_moment_compare(ended, due, granularity) + 1);
}

/*
 * Verdict as of a moment. An end after as_of has not happened yet; due on the
 * as-of day is not overdue; a pause begun by as_of stops the clock.
 */
static inline mc_outcome
mc_classify(mc_moment due, mc_moment ended, mc_moment as_of, mc_moment paused_since,
			mc_granularity granularity)
{
	if (ended.day != MC_DAY_INFINITY && mc_moment_compare(ended, as_of, granularity) <= 0)
		return mc_ended_outcome(due, ended, granularity);
	if (paused_since.day != MC_DAY_INFINITY &&
		mc_moment_compare(paused_since, as_of, granularity) <= 0)
		return MC_PAUSED;
	if (mc_moment_is_finite(due) && mc_moment_compare(due, as_of, granularity) < 0)
		return MC_OVERDUE;
	return MC_IN_TIME;
}

#endif

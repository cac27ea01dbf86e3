/*
 * This header declares the verdict on one dossier: whether it ended, or still is, in time. How the
 * dossier ended, such as with a result or withdrawn, is a second question; every end gets a
 * verdict. The counts of core/kpi and the glue in src/dossier and src/kpi use this header.
 *
 * The moments of a dossier are of type mc_moment, because a column of type date knows only the day.
 */
#ifndef MC_OUTCOME_H
#define MC_OUTCOME_H

#include <stddef.h>

#include "core/base/moment.h"

/* The verdicts. */
typedef enum mc_outcome
{
	MC_EARLY, /* trước hạn: ended before the due date */
	MC_ON_TIME, /* đúng hạn: ended on the due date, or has none */
	MC_LATE, /* quá hạn: ended after the due date */
	MC_IN_TIME, /* trong hạn: open and not past the due date */
	MC_OVERDUE, /* open and past the due date */
	MC_PAUSED /* tạm dừng: open while the clock stands still */
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

/* What is later: a later day, as the decrees read it, or a later instant. */
typedef enum mc_granularity
{
	MC_BY_DAY,
	MC_BY_INSTANT
} mc_granularity;

/* Return the SQL name of an outcome. */
const char *mc_outcome_name(mc_outcome outcome);
/* Return the SQL name of a kind of end. */
const char *mc_ended_as_name(mc_ended_as ended_as);
/* Return the mc_ended_as of a name, given as `length` bytes, or -1 if it is unknown. */
int mc_ended_as_by_name(const char *name, size_t length);
/* Return the mc_granularity of a name, given as `length` bytes, or -1 if it is unknown. */
int mc_granularity_by_name(const char *name, size_t length);

/*
 * Compare two moments by a granularity. Return a number below zero, zero or a number above zero. By
 * MC_BY_INSTANT, moments are compared by their time if both have one, else by their days.
 */
static inline int
mc_moment_compare(mc_moment a, mc_moment b, mc_granularity granularity)
{
	if (granularity == MC_BY_INSTANT && a.exact && b.exact)
		return (a.at > b.at) - (a.at < b.at);
	return (a.day > b.day) - (a.day < b.day);
}

/*
 * Return the verdict on a dossier that ended. If the due date is missing or infinite, the dossier
 * ended on time, as every Vietnamese report form counts it.
 */
static inline mc_outcome
mc_ended_outcome(mc_moment due, mc_moment ended, mc_granularity granularity)
{
	if (!mc_moment_is_finite(due))
		return MC_ON_TIME;
	return (mc_outcome) (mc_moment_compare(ended, due, granularity) + 1);
}

/*
 * Return the verdict on a dossier as of a moment. An end after as_of has not happened yet. A
 * dossier that is due on the day of as_of is not overdue. A pause that began by as_of stops the
 * clock. ended.day and paused_since.day are MC_DAY_INFINITY if the dossier is open or not paused.
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

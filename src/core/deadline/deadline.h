/*
 * Deadlines: a time limit applied to a receipt, by Civil Code 2015 art. 147-148 and the
 * policies of the office. The event's day is not counted; days, weeks, months and years
 * run through days off, clamp at month ends and roll forward at the end only; working
 * days and working hours count what the office works.
 *
 * Every function answers false when the receipt, the deadline or a step between them
 * leaves the coverage of the calendar.
 */
#ifndef MC_DEADLINE_H
#define MC_DEADLINE_H

#include "core/calendar/calendar.h"
#include "core/deadline/time_limit.h"

/* A calendar with its indexes. hours may be NULL where a function says so. */
typedef struct mc_office
{
	const mc_calendar *calendar;
	const mc_day_index *days;
	const mc_work_time *hours;
} mc_office;

/*
 * The day a dossier received on a day falls due. Days only: what the hour of receipt
 * changes (late reception, the same-day cutoff, due times) is mc_due_instant's.
 * Fractions of a day end on the next working day after the whole ones; a fraction alone
 * on the first working day from the receipt. Hours count from the first working moment
 * of the day on. hours may be NULL unless mc_limit_is_in_hours.
 */
bool mc_due_day(const mc_office *office, mc_day received, mc_time_limit limit, mc_day *due);

/*
 * The instant, in wall time, at which a dossier received at an instant falls due.
 *
 * Whole days end by the office's due time. A fraction of a day is that share of the
 * counting time of the day on which it begins, counted from the receipt or from the end
 * of the whole days. Hours are exact; clock hours that end on a day off end with the
 * next working day (art. 148(5)).
 */
bool mc_due_instant(const mc_office *office, mc_instant received, mc_time_limit limit,
					mc_instant *due);

/*
 * When a receipt counts as received. Inside an opening, counting or not: then. Out of
 * hours: by the office's policy at its next opening (Customs QĐ 2988/QĐ-TCHQ 2018 art. 7.5,
 * TT 87/2021/TT-BTC art. 10), or then (Civil Code art. 147, the day of the event).
 */
bool mc_effective_reception(const mc_office *office, mc_instant received, mc_instant *effective);

/* Where on a due day the time runs out, for a receipt at an instant: the office's due time. */
mc_instant mc_due_time_on(const mc_office *office, mc_day day, mc_instant received);

/* The same where no hour of receipt counts: the close, or the end of the day. */
mc_instant mc_last_moment_on(const mc_office *office, mc_day day);

/*
 * Days from since (not counted) to until (counted, not before since), both covered, less
 * those off by decision: what a limit of day_skip_holiday counts.
 */
int32_t mc_days_skipping_holidays(const mc_calendar *calendar, mc_day since, mc_day until);

static inline bool
mc_limit_is_in_hours(mc_time_limit limit)
{
	return mc_time_limit_unit(limit) == MC_WORKING_HOUR ||
		   mc_time_limit_unit(limit) == MC_CLOCK_HOUR;
}

#endif

/*
 * This header declares how a time limit is applied to a receipt, by Civil Code 2015 art. 147-148
 * and the policies of the office. The deadline functions of SQL, the dossiers and the figures about
 * processing time use it.
 *
 * The day of the event is not counted. Days, weeks, months and years run through days off; their
 * ends are clamped to the end of the month, and only the final result is rolled forward to a
 * working day. Working days and working hours count only what the office works.
 *
 * Every function that returns bool returns false if the receipt, the deadline or a step between
 * them lies outside the coverage of the calendar.
 */
#ifndef MC_DEADLINE_H
#define MC_DEADLINE_H

#include "core/calendar/calendar.h"
#include "core/deadline/time_limit.h"

/* An office: a calendar with its two indexes. hours may be NULL where a function says so. */
typedef struct mc_office
{
	const mc_calendar *calendar;
	const mc_day_index *days;
	const mc_work_time *hours;
} mc_office;

/*
 * Store the day on which a dossier that was received on a day falls due. The hour of receipt, on
 * which late reception, the same-day cutoff and due times depend, is considered by mc_due_instant
 * only. If a limit in days has a fraction, it ends on the next working day after the whole days; a
 * fraction without whole days ends on the first working day from the receipt on. Hours run from the
 * first working moment of the day. hours may be NULL unless mc_limit_is_in_hours is true for the
 * limit.
 */
bool mc_due_day(const mc_office *office, mc_day received, mc_time_limit limit, mc_day *due);

/*
 * Store the instant, in wall-clock time, at which a dossier falls due that was received at an
 * instant.
 *
 * Whole days end at the due time of the office. A fraction of a day is that share of the counting
 * time of the day on which the fraction begins; it runs from the receipt, or from the end of the
 * whole days. Hours are exact; hours of the clock that end on a day off end on the next working day
 * (Civil Code 2015 art. 148(5)).
 */
bool mc_due_instant(const mc_office *office, mc_instant received, mc_time_limit limit,
					mc_instant *due);

/*
 * Store the moment at which a receipt counts as received. A receipt inside an opening, counting or
 * not, counts at once. A receipt out of hours counts, by the policy of the office, at the next
 * opening (Customs QĐ 2988/QĐ-TCHQ 2018 art. 7.5, TT 87/2021/TT-BTC art. 10) or at once (Civil Code
 * art. 147, the day of the event).
 */
bool mc_effective_reception(const mc_office *office, mc_instant received, mc_instant *effective);

/*
 * Return the instant of a due day at which the time runs out by the office's due time. The policy
 * MC_DUE_SAME_TIME uses the time of day at which the dossier was received.
 */
mc_instant mc_due_time_on(const mc_office *office, mc_day day, mc_instant received);

/*
 * Return the last moment of a due day if no hour of receipt is considered: the end of the day by
 * the policy MC_DUE_MIDNIGHT, else the close of the office.
 */
mc_instant mc_last_moment_on(const mc_office *office, mc_day day);

/*
 * Return how many days a limit of day_skip_holiday counts between two covered days: `since` is not
 * counted, `until` is, and days off by decision are not. `until` is not before `since`.
 */
int32_t mc_days_skipping_holidays(const mc_calendar *calendar, mc_day since, mc_day until);

/* True if the limit counts working hours or hours of the clock. */
static inline bool
mc_limit_is_in_hours(mc_time_limit limit)
{
	return mc_time_limit_unit(limit) == MC_WORKING_HOUR ||
		   mc_time_limit_unit(limit) == MC_CLOCK_HOUR;
}

#endif

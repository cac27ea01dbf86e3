/*
 * This header declares the checks of a calendar's coverage and their errors, each of which is
 * worded only once. All functions with a calendar use it.
 */
#ifndef MOTCUA_COVERAGE_H
#define MOTCUA_COVERAGE_H

#include "calendar/calendar_cache.h"

/*
 * Return a day in ISO form for messages, whatever the session's DateStyle is. Infinities are
 * written too. The text is allocated in the current memory context, as that of the next function
 * is.
 */
extern char *motcua_day_text(mc_day day);

/* Return wall-clock time as 'YYYY-MM-DD HH:MM:SS' for messages. */
extern const char *motcua_wall_text(mc_instant wall);

/*
 * Each of these functions raises 22008: a day, the result of adding n working days to a day, a
 * time, or the result of adding working time to a time lies outside the coverage.
 */
extern _Noreturn void motcua_day_not_covered(const Calendar *calendar, mc_day day);
extern _Noreturn void motcua_result_not_covered(const Calendar *calendar, mc_day day, int32 n);
extern _Noreturn void motcua_instant_not_covered(const Calendar *calendar, mc_instant wall);
extern _Noreturn void motcua_work_not_covered(const Calendar *calendar, mc_instant wall);
/* Raise 22008 if the calendar does not cover the year. */
extern void motcua_check_year(const Calendar *calendar, int32 year);

/* Raise 22008 if the calendar does not cover the day. No calendar covers an infinite day. */
static inline void
motcua_check_covered(const Calendar *calendar, mc_day day)
{
	if (unlikely(!mc_day_index_covers(calendar->index, day)))
		motcua_day_not_covered(calendar, day);
}

#endif

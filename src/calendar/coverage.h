/* Days outside a calendar's coverage: one error, worded once. */
#ifndef MOTCUA_COVERAGE_H
#define MOTCUA_COVERAGE_H

#include "calendar/calendar_cache.h"

/* ISO form whatever the session's DateStyle, for messages; infinities too. */
extern char *motcua_day_text(mc_day day);

/* 'YYYY-MM-DD HH:MM:SS' of wall time, for messages. */
extern const char *motcua_wall_text(mc_instant wall);

extern _Noreturn void motcua_day_not_covered(const Calendar *calendar, mc_day day);
extern _Noreturn void motcua_result_not_covered(const Calendar *calendar, mc_day day, int32 n);
extern _Noreturn void motcua_instant_not_covered(const Calendar *calendar, mc_instant wall);
extern _Noreturn void motcua_work_not_covered(const Calendar *calendar, mc_instant wall);
extern void motcua_check_year(const Calendar *calendar, int32 year);

/* Raises 22008 when the day is outside the coverage; infinities are. */
static inline void
motcua_check_covered(const Calendar *calendar, mc_day day)
{
	if (unlikely(!mc_day_index_covers(calendar->index, day)))
		motcua_day_not_covered(calendar, day);
}

#endif

/*
 * This header declares deadlines for the glue: the calendar as an office of core/deadline, and the
 * error of deadlines that leave the coverage. The SQL functions of deadlines and dossiers use it.
 */
#ifndef MOTCUA_DEADLINE_H
#define MOTCUA_DEADLINE_H

#include "calendar/wall_time.h"
#include "core/deadline/deadline.h"

/* Return the calendar as an office, with the index of work time. */
static inline mc_office
motcua_office(const Calendar *calendar)
{
	return (mc_office){&calendar->facts, calendar->index, motcua_work_time(calendar)};
}

/*
 * Return the instant at which a receipt falls due; both are wall-clock time of the office. Raise
 * 22008 if the coverage of the calendar is left.
 */
extern mc_instant motcua_due_instant(const Calendar *calendar, mc_instant received,
									 mc_time_limit limit);

/*
 * Raise 22008: a limit that runs from a receipt, given as text, leaves the coverage of the
 * calendar.
 */
extern _Noreturn void motcua_deadline_not_covered(const Calendar *calendar, const char *received,
												  mc_time_limit limit);

#endif

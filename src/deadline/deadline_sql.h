/* Deadlines for the glue: a calendar as core's office, and the errors of leaving its coverage. */
#ifndef MOTCUA_DEADLINE_H
#define MOTCUA_DEADLINE_H

#include "calendar/wall_time.h"
#include "core/deadline/deadline.h"

/* With its hours. */
static inline mc_office
motcua_office(const Calendar *calendar)
{
	return (mc_office){&calendar->facts, calendar->index, motcua_work_time(calendar)};
}

/* When a receipt in wall time falls due, in wall time; 22008 outside the coverage. */
extern mc_instant motcua_due_instant(const Calendar *calendar, mc_instant received,
									 mc_time_limit limit);

/* A limit leaves the coverage from a receipt: 22008. */
extern _Noreturn void motcua_deadline_not_covered(const Calendar *calendar, const char *received,
												  mc_time_limit limit);

#endif

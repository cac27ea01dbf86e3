/*
 * This file holds the SQL functions due_on and due_at, which apply a time limit to a receipt, and
 * the error of deadlines that leave the coverage of the calendar.
 */
#include "postgres.h"

#include "utils/date.h"

#include "calendar/calendar_function.h"
#include "common/compat.h"
#include "common/moment_sql.h"
#include "deadline/deadline_sql.h"

void
motcua_deadline_not_covered(const Calendar *calendar, const char *received, mc_time_limit limit)
{
	char text[MC_TIME_LIMIT_TEXT_MAX];

	mc_format_time_limit(limit, false, text);
	ereport(ERROR,
			(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
			 errmsg("a limit of \"%s\" from \"%s\" leaves calendar \"%s\", which covers %s to %s",
					text, received, calendar->facts.name, motcua_day_text(calendar->facts.first),
					motcua_day_text(calendar->facts.last)),
			 errhint("Correct the time limit or the date of receipt.")));
}

mc_instant
motcua_due_instant(const Calendar *calendar, mc_instant received, mc_time_limit limit)
{
	mc_office office = {&calendar->facts, calendar->index, motcua_covering(calendar, received)};
	mc_instant due;

	if (unlikely(!mc_due_instant(&office, received, limit, &due)))
		motcua_deadline_not_covered(calendar, motcua_wall_text(received), limit);
	return due;
}

static inline Datum
due_on(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	DateADT received = motcua_day_arg(fcinfo, 0);
	mc_time_limit limit = PG_GETARG_INT64(1);
	mc_office office = {&calendar->facts, calendar->index, NULL};
	mc_day due;

	if (DATE_NOT_FINITE(received))
		PG_RETURN_DATEADT(received);
	motcua_check_covered(calendar, received);
	if (mc_limit_is_in_hours(limit))
		office.hours = motcua_work_time(calendar);
	if (unlikely(!mc_due_day(&office, received, limit, &due)))
		motcua_deadline_not_covered(calendar, motcua_day_text(received), limit);
	PG_RETURN_DATEADT(due);
}
MOTCUA_CALENDAR_FUNCTION(due_on, 2, 2)

#define DUE_AT(type)                                                                     \
	static inline Datum due_at_##type(FunctionCallInfo fcinfo, const Calendar *calendar) \
	{                                                                                    \
		mc_instant received = motcua_##type##_wall(calendar, PG_GETARG_DATUM(0));        \
		if (TIMESTAMP_NOT_FINITE(received))                                              \
			PG_RETURN_TIMESTAMP(received);                                               \
		return motcua_##type##_of_wall(                                                  \
			calendar, motcua_due_instant(calendar, received, PG_GETARG_INT64(1)));       \
	}                                                                                    \
	MOTCUA_CALENDAR_FUNCTION(due_at_##type, 2, 2)

DUE_AT(timestamp)
DUE_AT(timestamptz)
DUE_AT(date)
DUE_AT(moment)

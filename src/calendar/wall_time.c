/*
 * This file converts times by the zone file of a calendar. The inline functions of the header call
 * it for calendars outside Viet Nam.
 */
#include "postgres.h"

#include "pgtime.h"
#include "utils/datetime.h"

#include "calendar/wall_time.h"
#include "common/compat.h"

/* Return the time zone of a calendar. Raise 22023 if this server does not know it. */
static pg_tz *
zone_of(const Calendar *calendar)
{
	pg_tz *zone = pg_tzset(calendar->facts.policies.time_zone);

	if (!zone)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("time zone \"%s\" of calendar \"%s\" is not recognized",
						calendar->facts.policies.time_zone, calendar->facts.name),
				 errhint("Give the calendar a time_zone of this server's pg_timezone_names.")));
	return zone;
}

mc_instant
motcua_wall_elsewhere(const Calendar *calendar, TimestampTz at)
{
	struct pg_tm tm;
	fsec_t fsec;
	int offset;
	Timestamp wall;

	if (timestamp2tm(at, &offset, &tm, &fsec, NULL, zone_of(calendar)) != 0 ||
		tm2timestamp(&tm, fsec, NULL, &wall) != 0)
		motcua_instant_not_covered(calendar, at);
	return wall;
}

TimestampTz
motcua_instant_elsewhere(const Calendar *calendar, mc_instant wall)
{
	struct pg_tm tm;
	fsec_t fsec;
	TimestampTz at;
	int offset;

	if (timestamp2tm(wall, NULL, &tm, &fsec, NULL, NULL) != 0)
		motcua_instant_not_covered(calendar, wall);
	offset = DetermineTimeZoneOffset(&tm, zone_of(calendar));
	if (tm2timestamp(&tm, fsec, &offset, &at) != 0)
		motcua_instant_not_covered(calendar, wall);
	return at;
}

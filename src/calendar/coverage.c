/*
 * This file words the errors about days and times that a calendar does not cover, and writes days
 * and times for messages. All functions with a calendar call it.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/date.h"
#include "utils/datetime.h"

#include "calendar/coverage.h"
#include "common/compat.h"

char *
motcua_day_text(mc_day day)
{
	char buffer[MAXDATELEN + 1];
	struct pg_tm tm = {0};

	if (DATE_NOT_FINITE(day))
		EncodeSpecialDate(day, buffer);
	else
	{
		j2date(day + POSTGRES_EPOCH_JDATE, &tm.tm_year, &tm.tm_mon, &tm.tm_mday);
		EncodeDateOnly(&tm, USE_ISO_DATES, buffer);
	}
	return pstrdup(buffer);
}

/* Return the first and the last day of the coverage as text. */
static const char *
coverage_text(const Calendar *calendar)
{
	return psprintf("%s to %s", motcua_day_text(calendar->facts.first),
					motcua_day_text(calendar->facts.last));
}

void
motcua_day_not_covered(const Calendar *calendar, mc_day day)
{
	ereport(ERROR, (errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
					errmsg("date \"%s\" is outside calendar \"%s\", which covers %s",
						   motcua_day_text(day), calendar->facts.name, coverage_text(calendar)),
					errhint("Correct the date, or leave such rows out with WHERE.")));
}

void
motcua_result_not_covered(const Calendar *calendar, mc_day day, int32 n)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
			 errmsg("%d working days from date \"%s\" leave calendar \"%s\", which covers %s", n,
					motcua_day_text(day), calendar->facts.name, coverage_text(calendar)),
			 errhint("Correct the number of days or the date.")));
}

const char *
motcua_wall_text(mc_instant wall)
{
	int64 seconds = (wall - (int64) mc_day_of_wall(wall) * MC_US_PER_DAY) / 1000000;

	if (wall == MC_INSTANT_INFINITY || wall == MC_INSTANT_MINUS_INFINITY)
		return motcua_day_text(mc_day_of_wall(wall));
	return psprintf("%s %02d:%02d:%02d", motcua_day_text(mc_day_of_wall(wall)),
					(int) (seconds / 3600), (int) (seconds / 60 % 60), (int) (seconds % 60));
}

void
motcua_instant_not_covered(const Calendar *calendar, mc_instant wall)
{
	ereport(ERROR, (errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
					errmsg("time \"%s\" is outside calendar \"%s\", which covers %s",
						   motcua_wall_text(wall), calendar->facts.name, coverage_text(calendar)),
					errhint("Correct the time, or leave such rows out with WHERE.")));
}

void
motcua_work_not_covered(const Calendar *calendar, mc_instant wall)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
			 errmsg("working time from \"%s\" leaves calendar \"%s\", which covers %s",
					motcua_wall_text(wall), calendar->facts.name, coverage_text(calendar)),
			 errhint("Correct the amount of working time or the moment it is counted from.")));
}

void
motcua_check_year(const Calendar *calendar, int32 year)
{
	if (year < mc_civil_from_day(calendar->facts.first).year ||
		year > mc_civil_from_day(calendar->facts.last).year)
		ereport(ERROR, (errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
						errmsg("year %d is outside calendar \"%s\", which covers %s", year,
							   calendar->facts.name, coverage_text(calendar)),
						errhint("Name a year that the calendar covers.")));
}

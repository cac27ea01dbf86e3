#include "postgres.h"

#include "compat.h"
#include "coverage.h"

static const char *
day_text(mc_day day)
{
	mc_civil	civil;

	if (!mc_day_is_finite(day))
		return day == MC_DAY_INFINITY ? "infinity" : "-infinity";
	civil = mc_civil_from_day(day);
	return psprintf("%04d-%02d-%02d", civil.year, civil.month, civil.day);
}

static const char *
coverage_text(const Calendar *calendar)
{
	return psprintf("%s to %s", day_text(calendar->facts.first), day_text(calendar->facts.last));
}

void
motcua_day_not_covered(const Calendar *calendar, mc_day day)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
			 errmsg("date \"%s\" is outside calendar \"%s\", which covers %s",
					day_text(day), calendar->facts.name, coverage_text(calendar))));
}

void
motcua_result_not_covered(const Calendar *calendar, mc_day day, int32 n)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
			 errmsg("%d working days from date \"%s\" leave calendar \"%s\", which covers %s",
					n, day_text(day), calendar->facts.name, coverage_text(calendar))));
}

void
motcua_check_year(const Calendar *calendar, int32 year)
{
	if (year < mc_civil_from_day(calendar->facts.first).year ||
		year > mc_civil_from_day(calendar->facts.last).year)
		ereport(ERROR,
				(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
				 errmsg("year %d is outside calendar \"%s\", which covers %s",
						year, calendar->facts.name, coverage_text(calendar))));
}

/*
 * Working time: instants moved and measured by the hours of a calendar. A timestamp is
 * wall time of the office; a timestamptz is turned into it by the calendar's own zone.
 */
#include "postgres.h"

#include "pgtime.h"
#include "utils/datetime.h"
#include "utils/timestamp.h"

#include "calendar_function.h"
#include "compat.h"
#include "coverage.h"

/* ---- wall time ---- */

static pg_tz *
zone_of(const Calendar *calendar)
{
	pg_tz	   *zone = pg_tzset(calendar->facts.policies.time_zone);

	if (!zone)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("time zone \"%s\" of calendar \"%s\" is not recognized",
						calendar->facts.policies.time_zone, calendar->facts.name)));
	return zone;
}

static inline bool
in_vietnam(const Calendar *calendar)
{
	return strcmp(calendar->facts.policies.time_zone, "Asia/Ho_Chi_Minh") == 0;
}

static mc_instant
wall_elsewhere(const Calendar *calendar, TimestampTz at)
{
	struct pg_tm tm;
	fsec_t		fsec;
	int			offset;
	Timestamp	wall;

	if (timestamp2tm(at, &offset, &tm, &fsec, NULL, zone_of(calendar)) != 0 ||
		tm2timestamp(&tm, fsec, NULL, &wall) != 0)
		motcua_instant_not_covered(calendar, at);
	return wall;
}

static TimestampTz
instant_elsewhere(const Calendar *calendar, mc_instant wall)
{
	struct pg_tm tm;
	fsec_t		fsec;
	TimestampTz at;
	int			offset;

	if (timestamp2tm(wall, NULL, &tm, &fsec, NULL, NULL) != 0)
		motcua_instant_not_covered(calendar, wall);
	offset = DetermineTimeZoneOffset(&tm, zone_of(calendar));
	if (tm2timestamp(&tm, fsec, &offset, &at) != 0)
		motcua_instant_not_covered(calendar, wall);
	return at;
}

/* Of an argument, as wall time; not finite: as it is. */
static inline mc_instant
timestamp_wall(const Calendar *calendar, Datum at)
{
	return DatumGetTimestamp(at);
}

static inline mc_instant
timestamptz_wall(const Calendar *calendar, Datum value)
{
	TimestampTz at = DatumGetTimestampTz(value);

	if (likely(in_vietnam(calendar)) || TIMESTAMP_NOT_FINITE(at))
		return mc_vietnam_wall(at);
	return wall_elsewhere(calendar, at);
}

static inline Datum
timestamp_of_wall(const Calendar *calendar, mc_instant wall)
{
	return TimestampGetDatum(wall);
}

static inline Datum
timestamptz_of_wall(const Calendar *calendar, mc_instant wall)
{
	if (likely(in_vietnam(calendar)))
		return TimestampTzGetDatum(wall - MC_VIETNAM_OFFSET);
	return TimestampTzGetDatum(instant_elsewhere(calendar, wall));
}

/* ---- the functions, on wall time ---- */

/* The calendar's work time index; raises 22008 unless it covers the moment. */
static inline const mc_work_time *
covering(const Calendar *calendar, mc_instant wall)
{
	const mc_work_time *index = motcua_work_time(calendar);

	if (unlikely(!mc_work_time_covers(index, wall)))
		motcua_instant_not_covered(calendar, wall);
	return index;
}

/* An amount of work: hours and smaller, since a day has as many hours as the office gives it. */
static inline int64
work_amount(const Interval *amount)
{
	if (unlikely(amount->month != 0 || amount->day != 0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("an amount of working time is given in hours and smaller, not days or months"),
				 errhint("For days use motcua.add_working_days; for hours write interval '40 hours'.")));
	return amount->time;
}

static inline mc_instant
add_working_time(const Calendar *calendar, mc_instant wall, Datum amount)
{
	int64		work = work_amount(DatumGetIntervalP(amount));
	mc_instant	result;

	if (unlikely(!mc_add_work_time(covering(calendar, wall), wall, work, &result)))
		motcua_work_not_covered(calendar, wall);
	return result;
}

static inline Datum
working_time_between(const Calendar *calendar, mc_instant since, mc_instant until)
{
	Interval   *result = palloc0(sizeof(Interval));

	covering(calendar, until);
	result->time = mc_work_time_between(covering(calendar, since), since, until);
	return IntervalPGetDatum(result);
}

static inline mc_instant
next_working_moment(const Calendar *calendar, mc_instant wall)
{
	mc_instant	result;

	if (!mc_next_work_moment(covering(calendar, wall), wall, &result))
		motcua_work_not_covered(calendar, wall);
	return result;
}

/* ---- SQL forms: by column type, by calendar name (NULL: the setting) or value ---- */

#define MOMENT_FORMS(type) \
	static inline Datum \
	add_working_time_##type(FunctionCallInfo fcinfo, const Calendar *calendar) \
	{ \
		mc_instant	wall = type##_wall(calendar, PG_GETARG_DATUM(0)); \
		if (TIMESTAMP_NOT_FINITE(wall)) \
			PG_RETURN_DATUM(PG_GETARG_DATUM(0)); \
		return type##_of_wall(calendar, add_working_time(calendar, wall, PG_GETARG_DATUM(1))); \
	} \
	MOTCUA_CALENDAR_FUNCTION(add_working_time_##type, 3, 2) \
	static inline Datum \
	working_time_between_##type(FunctionCallInfo fcinfo, const Calendar *calendar) \
	{ \
		return working_time_between(calendar, type##_wall(calendar, PG_GETARG_DATUM(0)), \
									type##_wall(calendar, PG_GETARG_DATUM(1))); \
	} \
	MOTCUA_CALENDAR_FUNCTION(working_time_between_##type, 3, 2) \
	static inline Datum \
	next_working_moment_##type(FunctionCallInfo fcinfo, const Calendar *calendar) \
	{ \
		mc_instant	wall = type##_wall(calendar, PG_GETARG_DATUM(0)); \
		if (TIMESTAMP_NOT_FINITE(wall)) \
			PG_RETURN_DATUM(PG_GETARG_DATUM(0)); \
		return type##_of_wall(calendar, next_working_moment(calendar, wall)); \
	} \
	MOTCUA_CALENDAR_FUNCTION(next_working_moment_##type, 2, 1) \
	static inline Datum \
	is_working_moment_##type(FunctionCallInfo fcinfo, const Calendar *calendar) \
	{ \
		mc_instant	wall = type##_wall(calendar, PG_GETARG_DATUM(0)); \
		PG_RETURN_BOOL(mc_is_work_moment(covering(calendar, wall), wall)); \
	} \
	MOTCUA_CALENDAR_FUNCTION(is_working_moment_##type, 2, 1)

MOMENT_FORMS(timestamp)
MOMENT_FORMS(timestamptz)

/*
 * Wall time of an office. A timestamp is wall time already; a timestamptz is turned into
 * it by the calendar's own zone, never the session's. Infinities stay as they are.
 */
#ifndef MOTCUA_WALL_TIME_H
#define MOTCUA_WALL_TIME_H

#include "utils/date.h"
#include "utils/timestamp.h"

#include "calendar/calendar_cache.h"
#include "calendar/coverage.h"
#include "common/moment_sql.h"

/* By the zone file; 22023 when the zone of the calendar is unknown. */
extern mc_instant motcua_wall_elsewhere(const Calendar *calendar, TimestampTz at);
extern TimestampTz motcua_instant_elsewhere(const Calendar *calendar, mc_instant wall);

static inline mc_instant
motcua_wall_of(const Calendar *calendar, TimestampTz at)
{
	if (likely(calendar->in_vietnam) || TIMESTAMP_NOT_FINITE(at))
		return mc_vietnam_wall(at);
	return motcua_wall_elsewhere(calendar, at);
}

/* Of finite wall time inside the coverage. */
static inline TimestampTz
motcua_instant_of(const Calendar *calendar, mc_instant wall)
{
	if (likely(calendar->in_vietnam))
		return wall - MC_VIETNAM_OFFSET;
	return motcua_instant_elsewhere(calendar, wall);
}

/* Return a moment as wall-clock time of the office; a whole day is its beginning. Infinities stay. */
static inline mc_instant
motcua_office_wall(const Calendar *calendar, mc_moment moment)
{
	mc_instant wall = mc_moment_wall(moment, false);

	if (likely(calendar->in_vietnam) || TIMESTAMP_NOT_FINITE(wall))
		return wall;
	return motcua_wall_elsewhere(calendar, wall - MC_VIETNAM_OFFSET);
}

/* ---- the same by column type, for macros over both ---- */

static inline mc_instant
motcua_timestamp_wall(const Calendar *calendar, Datum at)
{
	return DatumGetTimestamp(at);
}

static inline mc_instant
motcua_timestamptz_wall(const Calendar *calendar, Datum at)
{
	return motcua_wall_of(calendar, DatumGetTimestampTz(at));
}

/* A day begins at midnight in Viet Nam, and so does a moment that is one. */
static inline mc_instant
motcua_date_wall(const Calendar *calendar, Datum day)
{
	return motcua_office_wall(calendar, mc_moment_of_day(DatumGetDateADT(day)));
}

static inline mc_instant
motcua_moment_wall(const Calendar *calendar, Datum moment)
{
	return motcua_office_wall(calendar, mc_unpack_moment(DatumGetInt64(moment)));
}

static inline Datum
motcua_timestamp_of_wall(const Calendar *calendar, mc_instant wall)
{
	return TimestampGetDatum(wall);
}

static inline Datum
motcua_timestamptz_of_wall(const Calendar *calendar, mc_instant wall)
{
	return TimestampTzGetDatum(motcua_instant_of(calendar, wall));
}

/* What is asked of a day or of text is answered in wall-clock time of Viet Nam. */
static inline Datum
motcua_moment_of_wall(const Calendar *calendar, mc_instant wall)
{
	return TimestampGetDatum(mc_vietnam_wall(motcua_instant_of(calendar, wall)));
}

static inline Datum
motcua_date_of_wall(const Calendar *calendar, mc_instant wall)
{
	return motcua_moment_of_wall(calendar, wall);
}

/* The calendar's work time index; raises 22008 unless it covers the moment. */
static inline const mc_work_time *
motcua_covering(const Calendar *calendar, mc_instant wall)
{
	const mc_work_time *index = motcua_work_time(calendar);

	if (unlikely(!mc_work_time_covers(index, wall)))
		motcua_instant_not_covered(calendar, wall);
	return index;
}

#endif

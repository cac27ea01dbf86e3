/*
 * Wall time of an office. A timestamp is wall time already; a timestamptz is turned into
 * it by the calendar's own zone, never the session's. Infinities stay as they are.
 */
#ifndef MOTCUA_WALL_TIME_H
#define MOTCUA_WALL_TIME_H

#include "utils/timestamp.h"

#include "calendar/calendar_cache.h"
#include "calendar/coverage.h"

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

/*
 * This header converts between the times that functions are given and the wall-clock time of an
 * office. The functions about working time, deadlines and dossiers use it. A timestamp is
 * wall-clock time already; a timestamptz is converted by the time zone of the calendar, never that
 * of the session. Infinities stay as they are.
 */
#ifndef MOTCUA_WALL_TIME_H
#define MOTCUA_WALL_TIME_H

#include "utils/date.h"
#include "utils/timestamp.h"

#include "calendar/calendar_cache.h"
#include "calendar/coverage.h"
#include "common/moment_sql.h"

/*
 * Each of these functions converts by the zone file. Raise 22023 if the calendar's zone is unknown,
 * and 22008 if the result is no timestamp.
 */
extern mc_instant motcua_wall_elsewhere(const Calendar *calendar, TimestampTz at);
extern TimestampTz motcua_instant_elsewhere(const Calendar *calendar, mc_instant wall);

/* Return the wall-clock time of the office at an instant. */
static inline mc_instant
motcua_wall_of(const Calendar *calendar, TimestampTz at)
{
	if (likely(calendar->in_vietnam) || TIMESTAMP_NOT_FINITE(at))
		return mc_vietnam_wall(at);
	return motcua_wall_elsewhere(calendar, at);
}

/* Return the instant of a finite wall-clock time of the office that is inside the coverage. */
static inline TimestampTz
motcua_instant_of(const Calendar *calendar, mc_instant wall)
{
	if (likely(calendar->in_vietnam))
		return wall - MC_VIETNAM_OFFSET;
	return motcua_instant_elsewhere(calendar, wall);
}

/*
 * Return a moment as wall-clock time of the office; a whole day becomes its beginning in Viet Nam.
 * Infinite moments stay infinite.
 */
static inline mc_instant
motcua_office_wall(const Calendar *calendar, mc_moment moment)
{
	mc_instant wall = mc_moment_wall(moment, false);

	if (likely(calendar->in_vietnam) || TIMESTAMP_NOT_FINITE(wall))
		return wall;
	return motcua_wall_elsewhere(calendar, wall - MC_VIETNAM_OFFSET);
}

/* ---- the same for each type of column; macros form the names of these functions ---- */

/*
 * Each of the next four functions returns a value of its type as wall-clock time of the office. A
 * day begins at midnight in Viet Nam, and so does a moment that is a day.
 */
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

/* - */
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

/*
 * Each of the next four functions returns wall-clock time of the office as the result of an SQL
 * function whose argument has the type in the name. The result has this type too, except that for a
 * date or a moment it is a timestamp with wall-clock time in Viet Nam.
 */
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

/* - */
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

/* Return the index of work time of a calendar. Raise 22008 if the index does not cover the time. */
static inline const mc_work_time *
motcua_covering(const Calendar *calendar, mc_instant wall)
{
	const mc_work_time *index = motcua_work_time(calendar);

	if (unlikely(!mc_work_time_covers(index, wall)))
		motcua_instant_not_covered(calendar, wall);
	return index;
}

#endif

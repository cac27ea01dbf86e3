/*
 * A moment of a dossier is recorded by an office either as a day or as wall-clock time in Viet Nam.
 *
 * The columns of dossiers are dates, timestamps, instants or text, in any mix. All of them are
 * converted to moments, so that every rule about dossiers is written once. An instant is converted
 * to the wall-clock time in Viet Nam at that instant.
 */
#ifndef MC_MOMENT_H
#define MC_MOMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/dates.h"

/* The structure has sixteen bytes, so that it travels in registers. */
typedef struct mc_moment
{
	mc_instant at; /* wall-clock time in microseconds, or 0 if exact is false */
	mc_day day; /* the day of the moment, which may be infinite */
	bool exact; /* true if the time of the day is known */
} mc_moment;

/*
 * A moment also has a packed form of 64 bits, which the SQL type moment stores. If the time of the
 * day is known, the packed form is the wall-clock time in microseconds. Otherwise it is
 * MC_PACKED_DAYS plus the number of the day, which is far below the first timestamp that PostgreSQL
 * can hold. The packed form of an infinite moment is the infinite timestamp.
 */
#define MC_PACKED_DAYS (INT64_MIN / 2)
#define MC_PACKED_DAYS_END (INT64_MIN / 4)

/*
 * A moment can hold every value of PostgreSQL's date, timestamp and timestamptz. The end for
 * wall-clock time is seven hours after that of timestamp, because instants are seen from Viet Nam.
 */
#define MC_MOMENT_FIRST_DAY (-2451545) /* 4714-11-24 BC, day 0 of the Julian count */
#define MC_MOMENT_LAST_DAY 2145031948 /* 5874897-12-31 */
#define MC_MOMENT_FIRST_WALL (MC_MOMENT_FIRST_DAY * MC_US_PER_DAY)
#define MC_MOMENT_WALL_END (INT64_C(9223371331200000000) + MC_VIETNAM_OFFSET)

/* Return the moment that stands for a missing due date, end or pause. */
static inline mc_moment
mc_never(void)
{
	return (mc_moment){0, MC_DAY_INFINITY, false};
}

/* Return the moment of a whole day, which may be infinite. */
static inline mc_moment
mc_moment_of_day(mc_day day)
{
	return (mc_moment){0, day, false};
}

/* Return the moment of a wall-clock time in Viet Nam, which may be infinite. */
static inline mc_moment
mc_moment_of_wall(mc_instant wall)
{
	return (mc_moment){wall, mc_day_of_wall(wall), true};
}

/* Return the moment of an instant that is counted in UTC and may be infinite. */
static inline mc_moment
mc_vietnam_moment(mc_instant utc)
{
	return mc_moment_of_wall(mc_vietnam_wall(utc));
}

/* True if the moment is neither of the two infinities. */
static inline bool
mc_moment_is_finite(mc_moment moment)
{
	return mc_day_is_finite(moment.day);
}

/*
 * Return the wall-clock time of a moment. The time of a whole day is its beginning, or its last
 * microsecond if at_end is true. Infinite moments stay infinite. If no timestamp can hold the day,
 * the result is MC_MOMENT_WALL_END, which no timestamp can hold either.
 */
static inline mc_instant
mc_moment_wall(mc_moment moment, bool at_end)
{
	if (moment.exact)
		return moment.at;
	if (!mc_day_is_finite(moment.day))
		return moment.day == MC_DAY_INFINITY ? MC_INSTANT_INFINITY : MC_INSTANT_MINUS_INFINITY;
	if (moment.day > MC_MOMENT_WALL_END / MC_US_PER_DAY)
		return MC_MOMENT_WALL_END;
	return at_end ? mc_end_of_day(moment.day) : moment.day * MC_US_PER_DAY;
}

/*
 * Return the instant of a moment, counted in UTC. The instant of a whole day is its beginning, or
 * its last microsecond if at_end is true. Infinite moments stay infinite. If no timestamp can hold
 * the day, no timestamp can hold the result either.
 */
static inline mc_instant
mc_instant_of_moment(mc_moment moment, bool at_end)
{
	mc_instant wall = mc_moment_wall(moment, at_end);

	if (wall == MC_INSTANT_INFINITY || wall == MC_INSTANT_MINUS_INFINITY)
		return wall;
	return wall - MC_VIETNAM_OFFSET;
}

/* Return the packed form of a moment. */
static inline int64_t
mc_pack_moment(mc_moment moment)
{
	if (!mc_day_is_finite(moment.day))
		return moment.day == MC_DAY_INFINITY ? MC_INSTANT_INFINITY : MC_INSTANT_MINUS_INFINITY;
	return moment.exact ? moment.at : MC_PACKED_DAYS + moment.day;
}

/* Return the moment of a packed form for which mc_packed_moment_is_valid is true. */
static inline mc_moment
mc_unpack_moment(int64_t packed)
{
	if (packed < MC_PACKED_DAYS_END)
		return mc_moment_of_day(packed == MC_INSTANT_MINUS_INFINITY
									? MC_DAY_MINUS_INFINITY
									: (mc_day) (packed - MC_PACKED_DAYS));
	return mc_moment_of_wall(packed);
}

/* True if 64 bits of untrusted input are the packed form of a moment. */
bool mc_packed_moment_is_valid(int64_t packed);

/*
 * Compare two packed moments for sorting and equality. Return a number below zero, zero or a number
 * above zero. Moments are ordered by day; a whole day comes before every time of the same day, and
 * times are ordered by the clock. The rules about deadlines compare in other ways.
 */
int mc_packed_moment_compare(int64_t a, int64_t b);

#endif

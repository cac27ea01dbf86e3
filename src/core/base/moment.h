/*
 * A moment of a dossier as an office records it: a day, or wall-clock time of Viet Nam.
 *
 * Columns of dossiers are dates, timestamps, instants or text, in any mix. All of them become moments, so
 * that every rule is written once. An instant becomes the wall-clock time that it was in Viet Nam.
 */
#ifndef MC_MOMENT_H
#define MC_MOMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/dates.h"

/* The structure has sixteen bytes, so that it travels in registers. */
typedef struct mc_moment
{
	mc_instant at; /* wall-clock time in microseconds; 0 where only the day is known */
	mc_day day; /* may be infinite */
	bool exact; /* true if the time of the day is known */
} mc_moment;

/*
 * A moment also has a packed form of 64 bits. Wall-clock time is its microseconds. A day is its number after
 * MC_PACKED_DAYS, far below the first timestamp that PostgreSQL can hold. Infinities are those of timestamps.
 */
#define MC_PACKED_DAYS (INT64_MIN / 2)
#define MC_PACKED_DAYS_END (INT64_MIN / 4)

/* The ranges of PostgreSQL's types: date, and timestamp with seven hours more for instants seen from Viet Nam. */
#define MC_MOMENT_FIRST_DAY (-2451545) /* 4714-11-24 BC, day 0 of the Julian count */
#define MC_MOMENT_LAST_DAY 2145031948 /* 5874897-12-31 */
#define MC_MOMENT_FIRST_WALL (MC_MOMENT_FIRST_DAY * MC_US_PER_DAY)
#define MC_MOMENT_WALL_END (INT64_C(9223371331200000000) + MC_VIETNAM_OFFSET)

/* Return what stands for a missing due date, end or pause. */
static inline mc_moment
mc_never(void)
{
	return (mc_moment){0, MC_DAY_INFINITY, false};
}

/* Return the moment that is a whole day, which may be infinite. */
static inline mc_moment
mc_moment_of_day(mc_day day)
{
	return (mc_moment){0, day, false};
}

/* Return the moment of wall-clock time in Viet Nam, which may be infinite. */
static inline mc_moment
mc_moment_of_wall(mc_instant wall)
{
	return (mc_moment){wall, mc_day_of_wall(wall), true};
}

/* Return the moment of an instant in UTC, which may be infinite. */
static inline mc_moment
mc_vietnam_moment(mc_instant utc)
{
	return mc_moment_of_wall(mc_vietnam_wall(utc));
}

static inline bool
mc_moment_is_finite(mc_moment moment)
{
	return mc_day_is_finite(moment.day);
}

/*
 * Return the wall-clock time of a moment: of a whole day its beginning, or with at_end its last microsecond.
 * Infinities stay infinite. A day that no timestamp can hold becomes MC_MOMENT_WALL_END, which is none either.
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
 * Return the instant of a moment in UTC: of a whole day its beginning, or with at_end its last microsecond.
 * Infinities stay infinite. A day outside the range of timestamps becomes an instant outside of it.
 */
static inline mc_instant
mc_instant_of_moment(mc_moment moment, bool at_end)
{
	mc_instant wall = mc_moment_wall(moment, at_end);

	if (wall == MC_INSTANT_INFINITY || wall == MC_INSTANT_MINUS_INFINITY)
		return wall;
	return wall - MC_VIETNAM_OFFSET;
}

/* Return the packed form. The packed form of a day that is infinite is that of the infinite timestamp. */
static inline int64_t
mc_pack_moment(mc_moment moment)
{
	if (!mc_day_is_finite(moment.day))
		return moment.day == MC_DAY_INFINITY ? MC_INSTANT_INFINITY : MC_INSTANT_MINUS_INFINITY;
	return moment.exact ? moment.at : MC_PACKED_DAYS + moment.day;
}

/* Return the moment of a packed form that mc_packed_moment_is_valid. */
static inline mc_moment
mc_unpack_moment(int64_t packed)
{
	if (packed < MC_PACKED_DAYS_END)
		return mc_moment_of_day(packed == MC_INSTANT_MINUS_INFINITY
									? MC_DAY_MINUS_INFINITY
									: (mc_day) (packed - MC_PACKED_DAYS));
	return mc_moment_of_wall(packed);
}

/* Return true if 64 bits from outside are the packed form of a moment. */
bool mc_packed_moment_is_valid(int64_t packed);

/*
 * Order packed moments for sorting and equality: by day, a whole day before every time of that day, then by
 * time. Return a number below, at or above zero. No rule about deadlines compares so.
 */
int mc_packed_moment_compare(int64_t a, int64_t b);

#endif

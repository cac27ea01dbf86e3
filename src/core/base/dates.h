/*
 * Civil days and instants are plain integers here. Everything in the library that handles dates
 * uses these types, and PostgreSQL's own values need no conversion:
 *
 *   mc_day      days since 2000-01-01 in the proleptic Gregorian calendar, like PostgreSQL's date
 *   mc_instant  microseconds since 2000-01-01 00:00, like PostgreSQL's timestamp and timestamptz
 */
#ifndef MC_DATES_H
#define MC_DATES_H

#include <stdbool.h>
#include <stdint.h>

typedef int32_t mc_day;
typedef int64_t mc_instant;

#define MC_DAY_MINUS_INFINITY INT32_MIN
#define MC_DAY_INFINITY INT32_MAX
#define MC_INSTANT_MINUS_INFINITY INT64_MIN
#define MC_INSTANT_INFINITY INT64_MAX

#define MC_US_PER_DAY INT64_C(86400000000)
#define MC_VIETNAM_OFFSET (INT64_C(7) * 3600 * 1000000)

/* The library's calendars can cover these years and days, both ends included. */
#define MC_COVERAGE_FIRST_YEAR 1990
#define MC_COVERAGE_LAST_YEAR 2100
#define MC_COVERAGE_FIRST (-3652) /* 1990-01-01 */
#define MC_COVERAGE_LAST 36889 /* 2100-12-31 */

/* ISO 8601 writes the years of these days with four digits. */
#define MC_DAY_FIRST_WRITABLE (-730119) /* 0001-01-01 */
#define MC_DAY_LAST_WRITABLE 2921939 /* 9999-12-31 */

typedef struct mc_civil
{
	int32_t year;
	int32_t month; /* 1-12 */
	int32_t day; /* 1-31 */
} mc_civil;

/* Return the number of days of a month, 1 to 12, in a proleptic Gregorian year. */
int mc_days_in_month(int32_t year, int32_t month);

/*
 * Return the day of a civil date. The caller has checked that the month and the day exist and that
 * the result fits an mc_day.
 */
mc_day mc_day_from_civil(int32_t year, int32_t month, int32_t day);

/* Return the civil date of a finite day. */
mc_civil mc_civil_from_day(mc_day day);

/*
 * Return the day that lies a number of months (0 or more) after a finite day: the day with the same
 * number in that month, or the last day of that month if it is shorter (Civil Code 2015
 * art. 148(4)).
 */
mc_day mc_add_months(mc_day day, int64_t months);

/*
 * Return the first day of the month (months = 1), quarter (3), half-year (6) or year (12) that a
 * finite day lies in.
 */
mc_day mc_period_start(mc_day day, int months);

/*
 * Read 'YYYY-MM-DD' (ISO 8601, calendar date in extended format) into *day. The text must have at
 * least ten bytes; the function reads the first ten. Return false if they are no such date.
 */
bool mc_parse_iso_day(const char *text, mc_day *day);

/*
 * Write a finite day of the years 0 to 9999 as 'YYYY-MM-DD' with a NUL. `out` has room for 11
 * bytes.
 */
void mc_format_iso_day(mc_day day, char *out);

/* Return the weekday of a finite day: 0 is Monday and 6 is Sunday. (2000-01-01 was a Saturday.) */
static inline int
mc_weekday(mc_day day)
{
	int weekday = (int) (((int64_t) day + 5) % 7);

	return weekday < 0 ? weekday + 7 : weekday;
}

/* Return the day that a wall-clock time lies in. The day of an infinite time is infinite too. */
static inline mc_day
mc_day_of_wall(mc_instant wall)
{
	int64_t day;

	if (wall == MC_INSTANT_INFINITY)
		return MC_DAY_INFINITY;
	if (wall == MC_INSTANT_MINUS_INFINITY)
		return MC_DAY_MINUS_INFINITY;
	day = wall / MC_US_PER_DAY;
	return (mc_day) (day - (wall % MC_US_PER_DAY < 0));
}

/*
 * Return the wall-clock time in Viet Nam at an instant that is counted in UTC. It is UTC+7 without
 * daylight saving, the legal time of the whole country since 1975-06-13 (tz database,
 * Asia/Ho_Chi_Minh). UTC+7 is used for earlier instants too, so that the result never depends on a
 * zone file. Infinite instants stay infinite, and no finite timestamptz overflows.
 */
static inline mc_instant
mc_vietnam_wall(mc_instant utc)
{
	if (utc == MC_INSTANT_INFINITY || utc == MC_INSTANT_MINUS_INFINITY)
		return utc;
	return utc + MC_VIETNAM_OFFSET;
}

/* Return the day in Viet Nam at an instant that is counted in UTC. */
static inline mc_day
mc_vietnam_day(mc_instant utc)
{
	return mc_day_of_wall(mc_vietnam_wall(utc));
}

/* Return the last microsecond of a finite day: the instant that "by the end of the day" means. */
static inline mc_instant
mc_end_of_day(mc_day day)
{
	return ((mc_instant) day + 1) * MC_US_PER_DAY - 1;
}

/* True if the day is neither of the two infinities. */
static inline bool
mc_day_is_finite(mc_day day)
{
	return day != MC_DAY_INFINITY && day != MC_DAY_MINUS_INFINITY;
}

#endif

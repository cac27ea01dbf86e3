/*
 * Civil days and instants as plain integers.
 *
 * mc_day      days since 2000-01-01, proleptic Gregorian: PostgreSQL's date.
 * mc_instant  microseconds since 2000-01-01 00:00: PostgreSQL's timestamps.
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

/* What calendars may cover. */
#define MC_COVERAGE_FIRST_YEAR 1990
#define MC_COVERAGE_LAST_YEAR 2100
#define MC_COVERAGE_FIRST (-3652) /* 1990-01-01 */
#define MC_COVERAGE_LAST 36889 /* 2100-12-31 */

/* The years that ISO 8601 writes with four digits. */
#define MC_DAY_FIRST_WRITABLE (-730119) /* 0001-01-01 */
#define MC_DAY_LAST_WRITABLE 2921939 /* 9999-12-31 */

typedef struct mc_civil
{
	int32_t year;
	int32_t month; /* 1-12 */
	int32_t day; /* 1-31 */
} mc_civil;

/* Days in month 1-12 of a proleptic Gregorian year. */
int mc_days_in_month(int32_t year, int32_t month);

/* The day of a valid civil date; the caller has checked its ranges. Years -4000 to 5 000 000. */
mc_day mc_day_from_civil(int32_t year, int32_t month, int32_t day);

/* The civil date of a finite day. */
mc_civil mc_civil_from_day(mc_day day);

/* The day of the same number in a month that many later (months >= 0), or its last (Civil Code 2015 art. 148(4)). */
mc_day mc_add_months(mc_day day, int64_t months);

/* First day of the month, quarter (months = 3) or year (months = 12) that holds a finite day. */
mc_day mc_period_start(mc_day day, int months);

/*
 * Reads 'YYYY-MM-DD' at text, exactly ten bytes, into *day. False when the bytes
 * are no such date. Source of the form: ISO 8601 calendar date, extended format.
 */
bool mc_parse_iso_day(const char *text, mc_day *day);

/* Writes 'YYYY-MM-DD' and a NUL into out, which holds 11 bytes; years 0-9999. */
void mc_format_iso_day(mc_day day, char *out);

/* 0 = Monday ... 6 = Sunday, of a finite day (2000-01-01 was a Saturday). */
static inline int
mc_weekday(mc_day day)
{
	int weekday = (int) (((int64_t) day + 5) % 7);

	return weekday < 0 ? weekday + 7 : weekday;
}

/* The day of wall-clock time; infinities stay infinite. */
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
 * Vietnamese wall time of an instant counted in UTC: UTC+7 without daylight saving,
 * the legal time of the whole country since 1975-06-13 (tz database, Asia/Ho_Chi_Minh)
 * and taken for every instant, so that the answer never depends on a zone file.
 * Infinities stay infinite; PostgreSQL's finite instants cannot overflow.
 */
static inline mc_instant
mc_vietnam_wall(mc_instant utc)
{
	if (utc == MC_INSTANT_INFINITY || utc == MC_INSTANT_MINUS_INFINITY)
		return utc;
	return utc + MC_VIETNAM_OFFSET;
}

static inline mc_day
mc_vietnam_day(mc_instant utc)
{
	return mc_day_of_wall(mc_vietnam_wall(utc));
}

/* The last microsecond of a day: what "by the end of the day" is as an instant of that day. */
static inline mc_instant
mc_end_of_day(mc_day day)
{
	return ((mc_instant) day + 1) * MC_US_PER_DAY - 1;
}

static inline bool
mc_day_is_finite(mc_day day)
{
	return day != MC_DAY_INFINITY && day != MC_DAY_MINUS_INFINITY;
}

#endif

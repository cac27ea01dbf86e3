/*
 * Test days and civil dates against a calendar that is walked day by day and against the C library,
 * their ISO texts, and the day of an instant.
 */
#define _DEFAULT_SOURCE /* for timegm */
#include "support.h"

#include <time.h>

#include "core/base/dates.h"

#define SECONDS_TO_2000 INT64_C(946684800)
#define PG_FIRST_DAY (-2451545) /* 4714-11-24 BC, PostgreSQL's first date */
#define PG_LAST_DAY 2145031948 /* 5874897-12-31, PostgreSQL's last date */

/* ---- a calendar that is walked day by day ---- */

static bool
naive_leap(int year)
{
	if (year % 400 == 0)
		return true;
	if (year % 100 == 0)
		return false;
	return year % 4 == 0;
}

static int
naive_month_length(int year, int month)
{
	switch (month)
	{
		case 2:
			return naive_leap(year) ? 29 : 28;
		case 4:
		case 6:
		case 9:
		case 11:
			return 30;
		default:
			return 31;
	}
}

static mc_civil
day_after(mc_civil c)
{
	if (c.day < naive_month_length(c.year, c.month))
		return (mc_civil){c.year, c.month, c.day + 1};
	if (c.month < 12)
		return (mc_civil){c.year, c.month + 1, 1};
	return (mc_civil){c.year + 1, 1, 1};
}

static mc_civil
day_before(mc_civil c)
{
	if (c.day > 1)
		return (mc_civil){c.year, c.month, c.day - 1};
	if (c.month > 1)
		return (mc_civil){c.year, c.month - 1, naive_month_length(c.year, c.month - 1)};
	return (mc_civil){c.year - 1, 12, 31};
}

static void
check_conversion(mc_day day, mc_civil c)
{
	mc_civil got = mc_civil_from_day(day);

	check(got.year == c.year && got.month == c.month && got.day == c.day,
		  "day %d: %d-%d-%d, not %d-%d-%d", day, got.year, got.month, got.day, c.year, c.month,
		  c.day);
	check(mc_day_from_civil(c.year, c.month, c.day) == day, "%d-%d-%d is not day %d", c.year,
		  c.month, c.day, day);
}

static void
test_walk_forward(void **state)
{
	mc_civil c = {2000, 1, 1};
	int weekday = 5; /* the first day is a Saturday */

	(void) state;
	for (mc_day day = 0; c.year < 10000; day++)
	{
		check_conversion(day, c);
		check(mc_weekday(day) == weekday, "weekday of day %d", day);
		c = day_after(c);
		weekday = (weekday + 1) % 7;
	}
}

static void
test_walk_backward(void **state)
{
	mc_civil c = {2000, 1, 1};
	int weekday = 5;
	mc_day day = 0;

	(void) state;
	for (; day >= PG_FIRST_DAY; day--)
	{
		check_conversion(day, c);
		check(mc_weekday(day) == weekday, "weekday of day %d", day);
		c = day_before(c);
		weekday = (weekday + 6) % 7;
	}
	assert_int_equal(c.year, -4713);
	assert_int_equal(c.month, 11);
	assert_int_equal(c.day, 23);
}

/*
 * The expected beginnings of month, quarter and year are those that a walk over the days saw last.
 */
static void
test_period_starts(void **state)
{
	mc_day month = 0, quarter = 0, year = 0;
	mc_civil c = {1990, 1, 1};

	(void) state;
	for (mc_day day = mc_day_from_civil(1990, 1, 1); c.year <= 2100; day++, c = day_after(c))
	{
		if (c.day == 1)
			month = day;
		if (c.day == 1 && (c.month == 1 || c.month == 4 || c.month == 7 || c.month == 10))
			quarter = day;
		if (c.day == 1 && c.month == 1)
			year = day;
		check(mc_period_start(day, 1) == month, "month of day %d", day);
		check(mc_period_start(day, 3) == quarter, "quarter of day %d", day);
		check(mc_period_start(day, 12) == year, "year of day %d", day);
	}
}

/* The results must be those of the C library over all dates of PostgreSQL. */
static void
test_far_years_against_libc(void **state)
{
	(void) state;
	for (int i = 0; i < 300000; i++)
	{
		mc_day day = (mc_day) random_between(PG_FIRST_DAY, PG_LAST_DAY);
		time_t seconds;
		struct tm tm;

		if (i < 2)
			day = i ? PG_LAST_DAY : PG_FIRST_DAY;
		seconds = (time_t) ((int64_t) day * 86400 + SECONDS_TO_2000);
		assert_non_null(gmtime_r(&seconds, &tm));
		check_conversion(day, (mc_civil){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday});
		check(mc_weekday(day) == (tm.tm_wday + 6) % 7, "weekday of day %d", day);
		tm.tm_hour = tm.tm_min = tm.tm_sec = 0;
		assert_int_equal(timegm(&tm), seconds);
	}
}

static void
test_days_in_month(void **state)
{
	(void) state;
	for (int year = -800; year <= 2800; year++)
		for (int month = 1; month <= 12; month++)
			check(mc_days_in_month(year, month) == naive_month_length(year, month),
				  "length of %d-%d", year, month);
}

/* ---- text ---- */

/*
 * True if the ten bytes are read as a day. No byte follows them in memory, so that the sanitizer
 * catches a read beyond them.
 */
static bool
parse(const char *text, mc_day *day)
{
	char *exact = malloc(10);
	bool good;

	memcpy(exact, text, 10);
	good = mc_parse_iso_day(exact, day);
	free(exact);
	return good;
}

static void
test_text_round_trip(void **state)
{
	mc_day last = mc_day_from_civil(9999, 12, 31);

	(void) state;
	for (mc_day day = mc_day_from_civil(1, 1, 1); day <= last; day++)
	{
		mc_civil c = mc_civil_from_day(day);
		char expected[32];
		char *out;
		mc_day back;

		if (day % 5 != 0 && (c.year < 1990 || c.year > 2100))
			continue;
		out = malloc(11);
		snprintf(expected, sizeof(expected), "%04d-%02d-%02d", c.year, c.month, c.day);
		mc_format_iso_day(day, out);
		check(strcmp(out, expected) == 0, "day %d prints as %s", day, out);
		check(parse(out, &back) && back == day, "%s reads as day %d", out, back);
		free(out);
	}
}

static void
test_text_accepts_exactly_the_dates(void **state)
{
	static const int years[] = {0, 1, 1900, 2000, 2023, 2024, 9999};

	(void) state;
	for (size_t y = 0; y < sizeof(years) / sizeof(years[0]); y++)
		for (int month = 0; month <= 99; month++)
			for (int day = 0; day <= 99; day++)
			{
				bool valid = years[y] >= 1 && month >= 1 && month <= 12 && day >= 1 &&
							 day <= naive_month_length(years[y], month);
				char text[32];
				mc_day got;

				snprintf(text, sizeof(text), "%04d-%02d-%02d", years[y], month, day);
				check(parse(text, &got) == valid, "%s", text);
			}
}

static void
test_text_refuses_other_bytes(void **state)
{
	(void) state;
	for (int at = 0; at < 10; at++)
		for (int byte = 0; byte < 256; byte++)
		{
			char text[] = "2024-02-29";
			bool separator = at == 4 || at == 7;
			bool digit = byte >= '0' && byte <= '9';
			mc_day day;

			text[at] = (char) byte;
			if (separator)
				check(parse(text, &day) == (byte == '-'), "byte %d at %d", byte, at);
			else if (!digit)
				check(!parse(text, &day), "byte %d at %d", byte, at);
		}
}

/* ---- instants ---- */

static void
test_day_of_wall(void **state)
{
	(void) state;
	for (int i = 0; i < 200000; i++)
	{
		int64_t day = random_between(-2451545, 106751982);
		int64_t within = one_in(3)   ? 0
						 : one_in(2) ? MC_US_PER_DAY - 1
									 : random_between(0, MC_US_PER_DAY - 1);

		check(mc_day_of_wall(day * MC_US_PER_DAY + within) == day, "day %lld", (long long) day);
	}
	assert_int_equal(mc_day_of_wall(-1), -1);
	assert_int_equal(mc_day_of_wall(MC_INSTANT_INFINITY), MC_DAY_INFINITY);
	assert_int_equal(mc_day_of_wall(MC_INSTANT_MINUS_INFINITY), MC_DAY_MINUS_INFINITY);
}

static void
test_vietnam_day(void **state)
{
	const int64_t five_pm = INT64_C(17) * 3600 * 1000000;

	(void) state;
	for (mc_day day = -40000; day <= 40000; day += 7)
	{
		int64_t midnight = day * MC_US_PER_DAY;

		assert_int_equal(mc_vietnam_day(midnight), day);
		assert_int_equal(mc_vietnam_day(midnight + five_pm - 1), day);
		assert_int_equal(mc_vietnam_day(midnight + five_pm), day + 1);
	}
	assert_int_equal(mc_vietnam_day(MC_INSTANT_INFINITY), MC_DAY_INFINITY);
	assert_int_equal(mc_vietnam_day(MC_INSTANT_MINUS_INFINITY), MC_DAY_MINUS_INFINITY);
	/* This instant is PostgreSQL's last finite timestamp, 294276-12-31 23:59:59.999999. */
	assert_int_equal(mc_vietnam_day(INT64_C(9223371331199999999)), 106751983);
	assert_true(mc_day_is_finite(0));
	assert_false(mc_day_is_finite(MC_DAY_INFINITY));
	assert_false(mc_day_is_finite(MC_DAY_MINUS_INFINITY));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_walk_forward),
		cmocka_unit_test(test_walk_backward),
		cmocka_unit_test(test_period_starts),
		cmocka_unit_test(test_far_years_against_libc),
		cmocka_unit_test(test_days_in_month),
		cmocka_unit_test(test_text_round_trip),
		cmocka_unit_test(test_text_accepts_exactly_the_dates),
		cmocka_unit_test(test_text_refuses_other_bytes),
		cmocka_unit_test(test_day_of_wall),
		cmocka_unit_test(test_vietnam_day),
	};

	return cmocka_run_group_tests_name("dates", tests, NULL, NULL);
}

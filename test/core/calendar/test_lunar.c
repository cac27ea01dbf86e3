/* Test the lunar calendar: every day in both directions, and which dates are refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/calendar/lunar.h"

static mc_day
tet(int32_t year)
{
	mc_day day = 0;

	assert_true(mc_tet(year, &day));
	return day;
}

static mc_lunar
lunar_of(mc_day day)
{
	mc_lunar lunar;

	assert_true(mc_to_lunar(day, &lunar));
	return lunar;
}

static void
every_day_makes_the_round_trip(void **state)
{
	mc_day last = mc_day_from_civil(2200, 2, 14);

	(void) state;
	for (mc_day day = tet(1900); day <= last; day++)
	{
		mc_day back;

		assert_true(mc_from_lunar(lunar_of(day), &back));
		assert_int_equal(back, day);
	}
}

/*
 * Assert that a lunar date is followed by the next day, or by day 1 of the next month or of the
 * leap month.
 */
static void
check_step(mc_lunar from, mc_lunar to)
{
	if (to.day != 1)
	{
		assert_int_equal(to.day, from.day + 1);
		assert_true(to.month == from.month && to.leap == from.leap && to.year == from.year);
		return;
	}
	assert_in_range(from.day, 29, 30);
	if (to.leap)
		assert_true(to.month == from.month && !from.leap &&
					to.month == mc_lunar_leap_month(to.year));
	else
		assert_int_equal(to.month, from.month % 12 + 1);
	assert_int_equal(to.year, from.year + (to.month == 1 && !to.leap));
}

static void
dates_follow_each_other(void **state)
{
	mc_lunar previous = lunar_of(tet(1900));

	(void) state;
	for (mc_day day = tet(1900) + 1; day < tet(2199) + 384; day++)
	{
		mc_lunar lunar = lunar_of(day);

		check_step(previous, lunar);
		previous = lunar;
	}
	assert_true(previous.year == 2199 && previous.month == 12 && previous.day == 30);
}

static void
tet_is_in_january_or_february(void **state)
{
	(void) state;
	for (int32_t year = MC_LUNAR_FIRST_YEAR; year <= MC_LUNAR_LAST_YEAR; year++)
	{
		mc_lunar lunar = lunar_of(tet(year));

		assert_true(lunar.year == year && lunar.month == 1 && lunar.day == 1 && !lunar.leap);
		assert_in_range(tet(year) - mc_day_from_civil(year, 1, 1), 20, 51);
	}
}

static void
days_outside_are_refused(void **state)
{
	mc_lunar lunar;

	(void) state;
	assert_false(mc_to_lunar(mc_day_from_civil(1900, 1, 30), &lunar));
	assert_true(mc_to_lunar(mc_day_from_civil(1900, 1, 31), &lunar));
	assert_true(mc_to_lunar(mc_day_from_civil(2200, 2, 14), &lunar));
	assert_false(mc_to_lunar(mc_day_from_civil(2200, 2, 15), &lunar));
	assert_false(mc_to_lunar(mc_day_from_civil(1899, 12, 31), &lunar));
	assert_false(mc_to_lunar(mc_day_from_civil(2201, 1, 1), &lunar));
	assert_false(mc_to_lunar(MC_DAY_INFINITY, &lunar));
	assert_false(mc_to_lunar(MC_DAY_MINUS_INFINITY, &lunar));
}

static bool
exists(int32_t year, int32_t month, int32_t day, bool leap)
{
	mc_day result;

	return mc_from_lunar((mc_lunar){year, month, day, leap}, &result);
}

static void
impossible_dates_are_refused(void **state)
{
	mc_day day;

	(void) state;
	assert_false(exists(2020, 1, 30, false));
	assert_true(exists(2020, 4, 30, false));
	assert_false(exists(2020, 4, 30, true));
	assert_true(exists(2020, 4, 29, true));
	assert_false(exists(2020, 5, 1, true));
	assert_false(exists(2021, 4, 1, true));
	assert_false(exists(2021, 0, 1, true));
	assert_false(exists(2020, 0, 1, false));
	assert_false(exists(2020, 13, 1, false));
	assert_false(exists(2020, INT32_MIN, 1, false));
	assert_false(exists(2020, INT32_MAX, 1, false));
	assert_false(exists(2020, 1, 0, false));
	assert_false(exists(2020, 1, INT32_MAX, false));
	assert_false(exists(1899, 12, 1, false));
	assert_false(exists(2200, 1, 1, false));
	assert_false(exists(INT32_MIN, 1, 1, false));
	assert_false(mc_tet(1899, &day) || mc_tet(2200, &day) || mc_tet(INT32_MIN, &day) ||
				 mc_tet(INT32_MAX, &day));
}

static void
leap_months_where_others_err(void **state)
{
	static const struct
	{
		int32_t year;
		int month;
	} leaps[] = {{1984, 0},  {1985, 2}, {1987, 7}, {2033, 11}, {2052, 8},
				 {2128, 11}, {2147, 0}, {2148, 1}, {1899, 0},  {2200, 0}};

	(void) state;
	for (size_t i = 0; i < sizeof(leaps) / sizeof(leaps[0]); i++)
		assert_int_equal(mc_lunar_leap_month(leaps[i].year), leaps[i].month);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_makes_the_round_trip),
		cmocka_unit_test(dates_follow_each_other),
		cmocka_unit_test(tet_is_in_january_or_february),
		cmocka_unit_test(days_outside_are_refused),
		cmocka_unit_test(impossible_dates_are_refused),
		cmocka_unit_test(leap_months_where_others_err),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("lunar", tests, NULL, NULL);
}

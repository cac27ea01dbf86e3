/* Test processing times in each unit, on a small calendar. */
#include "support.h"

#include "core/kpi/processing.h"

#define MONDAY mc_day_from_civil(2020, 3, 16)

static mc_moment
at(int day, int hour)
{
	return (mc_moment){(mc_instant) day * MC_US_PER_DAY + (mc_instant) hour * 3600 * 1000000, day,
					   true};
}

/* The calendar has three weeks from Monday to Friday with one official and one proposed day off. */
static mc_day_fact facts[2];
static mc_calendar calendar;
static mc_office office;

static int
set_up(void **state)
{
	(void) state;
	facts[0] = (mc_day_fact){.day = MONDAY + 2,
							 .kind = MC_OFF,
							 .status = MC_OFFICIAL,
							 .title = "",
							 .source = "",
							 .origin = ""};
	facts[1] = (mc_day_fact){.day = MONDAY + 3,
							 .kind = MC_OFF,
							 .status = MC_UNVERIFIED,
							 .title = "",
							 .source = "",
							 .origin = ""};
	calendar = (mc_calendar){.name = "x",
							 .first = MONDAY - 10,
							 .last = MONDAY + 10,
							 .work_week = MC_WORK_WEEK_MON_FRI,
							 .fact_count = 2,
							 .facts = facts};
	office = (mc_office){&calendar,
						 mc_calendar_build_index(
							 &calendar, malloc(mc_day_index_size(calendar.first, calendar.last))),
						 NULL};
	return 0;
}

static int
tear_down(void **state)
{
	(void) state;
	free((void *) (uintptr_t) office.days);
	return 0;
}

static int64_t
days_of(mc_unit unit, mc_moment received, mc_moment ended)
{
	mc_processing one;

	assert_true(mc_processing_of(unit, received, ended, &office, &one));
	assert_true(one.unit == (int64_t) unit + 1 && one.count == 1 && one.microseconds == 0);
	return one.whole;
}

static void
test_days(void **state)
{
	mc_processing one;

	(void) state;
	assert_int_equal(days_of(MC_WORKING_DAY, at(MONDAY, 9), at(MONDAY + 7, 8)), 4);
	assert_int_equal(days_of(MC_WORKING_DAY, at(MONDAY, 9), at(MONDAY, 16)), 0);
	assert_int_equal(days_of(MC_WORKING_DAY, at(MONDAY - 2, 9), at(MONDAY - 1, 16)), 0);
	assert_int_equal(days_of(MC_DAY_SKIP_HOLIDAY, at(MONDAY, 9), at(MONDAY + 7, 8)), 6);
	assert_int_equal(days_of(MC_DAY_SKIP_HOLIDAY, at(MONDAY + 2, 9), at(MONDAY + 7, 8)), 5);
	assert_int_equal(days_of(MC_CALENDAR_DAY, at(MONDAY, 23), at(MONDAY + 7, 0)), 7);
	assert_int_equal(days_of(MC_MONTH, at(MONDAY, 23), at(MONDAY + 60, 0)), 60);
	assert_int_equal(
		days_of(MC_YEAR, mc_moment_of_day(INT32_MIN + 1), mc_moment_of_day(INT32_MAX - 1)),
		INT64_C(4294967293));
	assert_false(
		mc_processing_of(MC_WORKING_DAY, at(MONDAY, 9), at(MONDAY + 11, 16), &office, &one));
	assert_false(
		mc_processing_of(MC_DAY_SKIP_HOLIDAY, at(MONDAY - 11, 9), at(MONDAY, 16), &office, &one));
}

/*
 * The processing time in the unit day_skip_holiday counts the days that a time limit in that unit
 * adds.
 */
static void
test_skipped_holidays(void **state)
{
	(void) state;
	for (mc_day received = MONDAY - 10; received <= MONDAY; received++)
	{
		for (int n = 1; n < 8; n++)
		{
			mc_day ended = received + n + (received < MONDAY + 2 && received + n >= MONDAY + 2);

			assert_int_equal(days_of(MC_DAY_SKIP_HOLIDAY, at(received, 1), at(ended, 0)), n);
		}
	}
}

static void
test_hours(void **state)
{
	mc_moment last = {INT64_MAX - 1, 106751991, true};
	mc_processing one;

	(void) state;
	assert_true(mc_processing_of(MC_CLOCK_HOUR, at(MONDAY, 23),
								 (mc_moment){at(MONDAY + 1, 1).at + 5, MONDAY + 1, true}, &office,
								 &one));
	assert_true(one.unit == MC_CLOCK_HOUR + 1 && one.count == 1 && one.whole == 7200 &&
				one.microseconds == 5);
	assert_false(mc_processing_of(MC_CLOCK_HOUR, (mc_moment){-MC_US_PER_DAY, -1, true}, last,
								  &office, &one));
}

static void
test_is_processed(void **state)
{
	(void) state;
	assert_true(mc_is_processed(MC_WORKING_DAY, at(MONDAY, 9), at(MONDAY, 0)));
	assert_false(mc_is_processed(MC_CLOCK_HOUR, at(MONDAY, 9), at(MONDAY, 0)));
	assert_true(mc_is_processed(MC_CLOCK_HOUR, at(MONDAY, 9), at(MONDAY, 9)));
	assert_false(mc_is_processed(MC_WEEK, at(MONDAY, 9), at(MONDAY - 1, 9)));
	assert_false(mc_is_processed(MC_WEEK, at(MONDAY, 9), mc_never()));
	assert_false(mc_is_processed(MC_WEEK, mc_never(), at(MONDAY, 9)));
	assert_false(mc_is_processed(MC_WEEK, at(MONDAY, 9), mc_moment_of_day(MC_DAY_MINUS_INFINITY)));
}

static void
test_sums(void **state)
{
	mc_processing sum = {0, 0, 0, 0};
	mc_processing ten = {MC_WEEK + 1, 1, 10, 0};
	mc_processing four = {MC_WEEK + 1, 1, 4, 0};
	mc_processing month = {MC_MONTH + 1, 1, 4, 0};
	mc_processing huge = {MC_WEEK + 1, 1, INT64_MAX, 0};

	(void) state;
	assert_true(mc_processing_accumulate(&sum, &ten, 1) &&
				mc_processing_accumulate(&sum, &four, 1));
	assert_true(sum.unit == MC_WEEK + 1 && sum.count == 2 && sum.whole == 14);
	assert_false(mc_processing_same_unit(&sum, &month));
	assert_false(mc_processing_accumulate(&sum, &huge, 1));
	assert_true(sum.count == 2 && sum.whole == 14);
	assert_true(mc_processing_accumulate(&sum, &ten, -1) &&
				mc_processing_accumulate(&sum, &four, -1));
	assert_true(sum.unit == 0 && sum.count == 0 && sum.whole == 0 && sum.microseconds == 0);
	assert_true(mc_processing_same_unit(&sum, &month) && mc_processing_same_unit(&month, &sum));
	assert_true(mc_processing_accumulate(&month, &sum, 1));
	assert_true(month.unit == MC_MONTH + 1 && month.count == 1);
}

static void
test_validity(void **state)
{
	(void) state;
	assert_true(mc_processing_is_valid(&(mc_processing){0, 0, 0, 0}));
	assert_true(mc_processing_is_valid(&(mc_processing){MC_UNIT_COUNT, 1, 0, 0}));
	assert_false(mc_processing_is_valid(&(mc_processing){MC_UNIT_COUNT + 1, 1, 0, 0}));
	assert_false(mc_processing_is_valid(&(mc_processing){-1, 1, 0, 0}));
	assert_false(mc_processing_is_valid(&(mc_processing){0, 1, 0, 0}));
	assert_false(mc_processing_is_valid(&(mc_processing){1, 0, 0, 0}));
	assert_false(mc_processing_is_valid(&(mc_processing){1, -1, 0, 0}));
	assert_int_equal(mc_processing_divisor(MC_WORKING_HOUR), 3600);
	assert_int_equal(mc_processing_divisor(MC_CLOCK_HOUR), 3600);
	assert_int_equal(mc_processing_divisor(MC_WEEK), 7);
	assert_int_equal(mc_processing_divisor(MC_MONTH), 30);
	assert_int_equal(mc_processing_divisor(MC_YEAR), 365);
	assert_int_equal(mc_processing_divisor(MC_WORKING_DAY), 1);
	assert_int_equal(mc_processing_divisor(MC_DAY_SKIP_HOLIDAY), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_days),  cmocka_unit_test(test_skipped_holidays),
		cmocka_unit_test(test_hours), cmocka_unit_test(test_is_processed),
		cmocka_unit_test(test_sums),  cmocka_unit_test(test_validity)};

	return cmocka_run_group_tests_name("processing", tests, set_up, tear_down);
}

/* Test working time on worked cases and at its limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/calendar/shipped_calendars.h"
#include "core/calendar/work_time.h"

#define ALWAYS MC_DAY_MINUS_INFINITY, MC_DAY_INFINITY
#define AT(hour, minute) ((hour) *3600 + (minute) *60)
#define WEEKDAYS 0x1F
#define SATURDAY 0x20
#define COUNT(array) ((int) (sizeof(array) / sizeof((array)[0])))
#define MINUTE INT64_C(60000000)
#define HOUR (60 * MINUTE)
#define OFFICE(morning, noon, afternoon, evening)           \
	{ALWAYS, 0, 0, WEEKDAYS, 0, true, morning, noon},       \
	{                                                       \
		ALWAYS, 0, 0, WEEKDAYS, 0, true, afternoon, evening \
	}
#define BUILD_VN(rules) build_vn(rules, COUNT(rules))

static mc_day
on(int year, int month, int day)
{
	return mc_day_from_civil(year, month, day);
}

static mc_instant
at(int year, int month, int day, int hour, int minute)
{
	return on(year, month, day) * MC_US_PER_DAY + hour * HOUR + minute * MINUTE;
}

static mc_work_time *
build(mc_day first, mc_day last, const mc_shift_rule *rules, int count, mc_day_classifier class_of,
	  const void *context)
{
	void *memory = malloc(mc_work_time_size(first, last));
	mc_work_time *index = mc_work_time_build(memory, first, last, rules, count, class_of, context);

	if (index == NULL)
		free(memory);
	else
		assert_in_range(index->size, sizeof(mc_work_time), mc_work_time_size(first, last));
	return index;
}

/*
 * Return the index of working time of the shipped calendar vn with the given office hours. The
 * index is moved to memory of exactly its size.
 */
static mc_work_time *
build_vn(const mc_shift_rule *rules, int count)
{
	mc_day_fact *facts = malloc(MC_SHIPPED_FACTS_MAX * sizeof(*facts));
	mc_calendar vn;
	mc_work_time *index;

	assert_true(mc_shipped_calendar("vn", facts, &vn));
	index = build(vn.first, vn.last, rules, count, mc_calendar_day_class, &vn);
	assert_non_null(index);
	free(facts);
	return realloc(index, index->size);
}

static void
assert_added(const mc_work_time *index, mc_instant start, int64_t amount, mc_instant expected)
{
	mc_instant result;

	assert_true(mc_add_work_time(index, start, amount, &result));
	assert_int_equal(result, expected);
	assert_int_equal(mc_work_time_between(index, start, result), amount);
	assert_int_equal(mc_work_time_between(index, result, start), -amount);
}

static const mc_shift_rule one_stop[] = {OFFICE(AT(7, 30), AT(11, 30), AT(13, 0), AT(17, 0))};

/* ---- worked cases ---- */

/* The expected values come from an independent program with the calendar of 2021. */
static void
worked_deadlines(void **state)
{
	const mc_shift_rule long_noon[] = {
		OFFICE(AT(7, 30), AT(11, 30), AT(13, 30), AT(17, 0)),
	};
	const mc_shift_rule eight_hours[] = {OFFICE(AT(7, 30), AT(11, 30), AT(13, 30), AT(17, 30))};
	mc_work_time *e6 = BUILD_VN(long_noon);
	mc_work_time *until_1730 = BUILD_VN(eight_hours);
	mc_work_time *e11 = BUILD_VN(one_stop);

	(void) state;
	assert_added(e6, at(2021, 3, 15, 15, 0), 8 * HOUR, at(2021, 3, 16, 15, 30));
	assert_added(e6, at(2021, 3, 20, 9, 0), 4 * HOUR, at(2021, 3, 22, 11, 30));
	assert_added(e11, at(2021, 3, 15, 15, 0), 8 * HOUR, at(2021, 3, 16, 15, 0));
	assert_added(until_1730, at(2021, 3, 15, 9, 0), 22 * HOUR + 30 * MINUTE,
				 at(2021, 3, 17, 17, 30));
	assert_added(e11, at(2021, 3, 15, 7, 55), 7 * HOUR + 45 * MINUTE, at(2021, 3, 16, 7, 40));
	assert_int_equal(
		mc_work_time_between(until_1730, at(2021, 3, 15, 9, 0), at(2021, 3, 17, 18, 0)),
		22 * HOUR + 30 * MINUTE);
	free(e6);
	free(until_1730);
	free(e11);
}

static void
ends_at_closings_and_openings(void **state)
{
	mc_work_time *index = BUILD_VN(one_stop);
	mc_instant friday = at(2021, 3, 19, 0, 0);
	mc_instant monday = at(2021, 3, 22, 0, 0);

	(void) state;
	assert_added(index, friday + 13 * HOUR, 4 * HOUR, friday + 17 * HOUR);
	assert_added(index, friday + 13 * HOUR, 4 * HOUR + 1, monday + 7 * HOUR + 30 * MINUTE + 1);
	assert_added(index, friday + 20 * HOUR, 8 * HOUR, monday + 17 * HOUR);
	assert_added(index, friday + 17 * HOUR, 1, monday + 7 * HOUR + 30 * MINUTE + 1);
	assert_added(index, monday + 11 * HOUR + 30 * MINUTE, -4 * HOUR,
				 monday + 7 * HOUR + 30 * MINUTE);
	assert_added(index, monday + 12 * HOUR, -4 * HOUR - 1, friday + 17 * HOUR - 1);
	assert_added(index, monday, -8 * HOUR, friday + 7 * HOUR + 30 * MINUTE);
	assert_added(index, monday + 13 * HOUR, -4 * HOUR, monday + 7 * HOUR + 30 * MINUTE);
	assert_added(index, friday + 18 * HOUR, 0, friday + 18 * HOUR);
	free(index);
}

static void
seven_hour_office(void **state)
{
	const mc_shift_rule rules[] = {OFFICE(AT(8, 0), AT(11, 30), AT(13, 30), AT(17, 0))};
	mc_work_time *index = BUILD_VN(rules);

	(void) state;
	assert_int_equal(mc_day_work_seconds(index, on(2025, 3, 3)), AT(7, 0));
	assert_added(index, at(2025, 3, 3, 9, 0), 35 * HOUR, at(2025, 3, 10, 9, 0));
	free(index);
}

static void
half_days(void **state)
{
	const mc_shift_rule rules[] = {
		{ALWAYS, 0, 0, 0x0F, 0, true, AT(8, 0), AT(12, 0)},
		{ALWAYS, 0, 0, 0x0F, 0, true, AT(13, 0), AT(17, 0)},
		{ALWAYS, 0, 0, 0x10, 0, true, AT(8, 0), AT(12, 0)},
	};
	mc_work_time *index = BUILD_VN(rules);
	mc_instant closing;

	(void) state;
	assert_int_equal(mc_day_work_seconds(index, on(2025, 3, 6)), AT(8, 0));
	assert_int_equal(mc_day_work_seconds(index, on(2025, 3, 7)), AT(4, 0));
	assert_true(mc_day_close(index, on(2025, 3, 7), &closing));
	assert_int_equal(closing, at(2025, 3, 7, 12, 0));
	assert_added(index, at(2025, 3, 6, 16, 0), 6 * HOUR, at(2025, 3, 10, 9, 0));
	free(index);
}

/* Saturday 26 April 2025 made up for Friday 2 May, and 30 April to 4 May were off. */
static void
make_up_saturday(void **state)
{
	mc_work_time *index = BUILD_VN(one_stop);

	(void) state;
	assert_int_equal(mc_day_work_seconds(index, on(2025, 4, 26)), AT(8, 0));
	assert_added(index, at(2025, 4, 26, 8, 0), 16 * HOUR, at(2025, 4, 29, 8, 0));
	assert_added(index, at(2025, 4, 25, 16, 0), 2 * HOUR, at(2025, 4, 26, 8, 30));
	assert_added(index, at(2025, 4, 29, 16, 0), 2 * HOUR, at(2025, 5, 5, 8, 30));
	free(index);
}

static void
saturday_desk(void **state)
{
	const mc_shift_rule rules[] = {
		OFFICE(AT(7, 30), AT(11, 30), AT(13, 0), AT(17, 0)),
		{ALWAYS, 0, 0, SATURDAY, 0, false, AT(7, 30), AT(11, 30)},
	};
	mc_work_time *index = BUILD_VN(rules);
	mc_instant saturday = at(2026, 3, 7, 0, 0);
	mc_instant moment;

	(void) state;
	assert_true(mc_is_open(index, saturday + 8 * HOUR));
	assert_false(mc_is_open(index, saturday + 11 * HOUR + 30 * MINUTE));
	assert_false(mc_is_work_moment(index, saturday + 8 * HOUR));
	assert_false(mc_day_close(index, on(2026, 3, 7), &moment));
	assert_int_equal(mc_day_work_seconds(index, on(2026, 3, 7)), 0);
	assert_added(index, saturday + 8 * HOUR, HOUR, at(2026, 3, 9, 8, 30));
	assert_true(mc_next_opening(index, saturday - HOUR, &moment));
	assert_int_equal(moment, saturday + 7 * HOUR + 30 * MINUTE);
	assert_true(mc_next_work_moment(index, saturday - HOUR, &moment));
	assert_int_equal(moment, at(2026, 3, 9, 7, 30));
	/* A holiday on a Saturday closes the desk, and a make-up Saturday is working time. */
	assert_false(mc_is_open(index, at(2022, 4, 30, 8, 0)));
	assert_true(mc_is_work_moment(index, at(2025, 4, 26, 8, 0)));
	assert_true(mc_is_work_moment(index, at(2025, 4, 26, 14, 0)));
	free(index);
}

/* QĐ 4010/QĐ-UBND: the afternoon moves by half an hour on 1 April and 1 October. */
static void
hue_seasons(void **state)
{
	const mc_shift_rule rules[] = {
		{ALWAYS, 0, 0, WEEKDAYS, 0, true, AT(7, 30), AT(11, 30)},
		{ALWAYS, 401, 930, WEEKDAYS, 0, true, AT(13, 30), AT(17, 30)},
		{ALWAYS, 1001, 331, WEEKDAYS, 0, true, AT(13, 0), AT(17, 0)},
	};
	mc_work_time *index = BUILD_VN(rules);
	mc_instant closing;

	(void) state;
	assert_added(index, at(2026, 9, 30, 15, 30), 8 * HOUR, at(2026, 10, 1, 15, 0));
	assert_added(index, at(2026, 3, 31, 15, 0), 8 * HOUR, at(2026, 4, 1, 15, 30));
	assert_added(index, at(2025, 12, 31, 16, 0), 2 * HOUR, at(2026, 1, 5, 8, 30));
	assert_true(mc_day_close(index, on(2026, 4, 1), &closing));
	assert_int_equal(closing, at(2026, 4, 1, 17, 30));
	assert_int_equal(index->pattern_count, 3);
	free(index);
}

static mc_day_class
always_works(mc_day day, const void *context)
{
	(void) day;
	(void) context;
	return MC_DAY_WORKS;
}

static void
shifts_that_meet_at_midnight(void **state)
{
	const mc_shift_rule rules[] = {
		{ALWAYS, 0, 0, 0x7F, 0, true, 0, AT(2, 0)},
		{ALWAYS, 0, 0, 0x7F, 0, true, AT(9, 0), AT(10, 0)},
		{ALWAYS, 0, 0, 0x7F, 0, true, AT(22, 0), AT(24, 0)},
	};
	mc_work_time *index =
		build(on(2026, 1, 1), on(2026, 1, 31), rules, COUNT(rules), always_works, NULL);
	mc_instant moment;

	(void) state;
	assert_added(index, at(2026, 1, 5, 23, 0), 2 * HOUR, at(2026, 1, 6, 1, 0));
	assert_added(index, at(2026, 1, 5, 23, 0), HOUR, at(2026, 1, 6, 0, 0));
	assert_added(index, at(2026, 1, 6, 1, 0), -HOUR, at(2026, 1, 6, 0, 0));
	assert_added(index, at(2026, 1, 6, 9, 0), -4 * HOUR, at(2026, 1, 5, 22, 0));
	assert_true(mc_is_work_moment(index, at(2026, 1, 6, 0, 0)));
	/* The last shift ends with the coverage. */
	assert_added(index, at(2026, 1, 31, 22, 0), 2 * HOUR, at(2026, 2, 1, 0, 0));
	assert_false(mc_is_work_moment(index, index->end));
	assert_false(mc_is_open(index, index->end));
	assert_false(mc_next_work_moment(index, index->end, &moment));
	assert_false(mc_next_opening(index, index->end, &moment));
	assert_added(index, index->end, -2 * HOUR, at(2026, 1, 31, 22, 0));
	free(index);
}

/*
 * For every n, adding n times the working time of a day to an opening gives the closing of the n-th
 * working day.
 */
static void
agrees_with_working_days(void **state)
{
	mc_day_fact *facts = malloc(MC_SHIPPED_FACTS_MAX * sizeof(*facts));
	mc_work_time *index = BUILD_VN(one_stop);
	mc_day_index *days;
	mc_calendar vn;
	mc_day last;

	(void) state;
	assert_true(mc_shipped_calendar("vn", facts, &vn));
	days = mc_calendar_build_index(&vn, malloc(mc_day_index_size(vn.first, vn.last)));
	for (int32_t n = 1; n <= days->working_days; n++)
	{
		assert_true(mc_nth_working_day(days, n, &last));
		assert_added(index, at(1990, 1, 1, 0, 0), n * 8 * HOUR, last * MC_US_PER_DAY + 17 * HOUR);
		assert_added(index, at(2101, 1, 1, 0, 0), -(days->working_days - n + 1) * 8 * HOUR,
					 last * MC_US_PER_DAY + 7 * HOUR + 30 * MINUTE);
	}
	free(days);
	free(index);
	free(facts);
}

/* ---- limits ---- */

static mc_day
first_working_day_of_vn(void)
{
	mc_day_fact *facts = malloc(MC_SHIPPED_FACTS_MAX * sizeof(*facts));
	mc_calendar vn;
	mc_day day;

	assert_true(mc_shipped_calendar("vn", facts, &vn));
	for (day = vn.first; !mc_calendar_day_state(&vn, day).working; day++)
		;
	free(facts);
	return day;
}

static void
leaving_the_coverage(void **state)
{
	mc_work_time *index = BUILD_VN(one_stop);
	mc_instant result;

	(void) state;
	assert_true(mc_work_time_covers(index, at(1990, 1, 1, 0, 0)));
	assert_true(mc_work_time_covers(index, at(2101, 1, 1, 0, 0)));
	assert_false(mc_work_time_covers(index, MC_INSTANT_INFINITY));
	assert_false(mc_work_time_covers(index, MC_INSTANT_MINUS_INFINITY));
	assert_false(mc_add_work_time(index, at(1990, 1, 1, 0, 0) - 1, HOUR, &result));
	assert_false(mc_add_work_time(index, at(2101, 1, 1, 0, 0) + 1, -HOUR, &result));
	assert_false(mc_add_work_time(index, MC_INSTANT_INFINITY, 0, &result));
	assert_false(mc_add_work_time(index, MC_INSTANT_MINUS_INFINITY, 0, &result));
	assert_false(mc_add_work_time(index, at(2021, 3, 15, 8, 0), INT64_MAX, &result));
	assert_false(mc_add_work_time(index, at(2021, 3, 15, 8, 0), INT64_MIN, &result));
	assert_true(mc_add_work_time(index, index->begin, index->work, &result));
	assert_int_equal(result, at(2100, 12, 31, 17, 0));
	assert_false(mc_add_work_time(index, index->begin, index->work + 1, &result));
	assert_true(mc_add_work_time(index, index->end, -index->work, &result));
	assert_int_equal(result, first_working_day_of_vn() * MC_US_PER_DAY + 7 * HOUR + 30 * MINUTE);
	assert_false(mc_add_work_time(index, index->end, -index->work - 1, &result));
	assert_false(mc_next_work_moment(index, at(2100, 12, 31, 17, 0), &result));
	free(index);
}

static void
no_hours_at_all(void **state)
{
	mc_work_time *index = build(0, 9, NULL, 0, always_works, NULL);
	mc_work_time *empty = build(0, -1, one_stop, COUNT(one_stop), always_works, NULL);
	mc_instant result;

	(void) state;
	assert_false(mc_add_work_time(index, HOUR, 1, &result));
	assert_false(mc_add_work_time(index, HOUR, -1, &result));
	assert_true(mc_add_work_time(index, HOUR, 0, &result));
	assert_int_equal(mc_work_time_between(index, 0, index->end), 0);
	assert_false(mc_next_work_moment(index, HOUR, &result));
	assert_false(mc_next_opening(index, HOUR, &result));
	assert_true(mc_work_time_covers(empty, 0));
	assert_false(mc_add_work_time(empty, 0, 1, &result));
	assert_false(mc_next_opening(empty, 0, &result));
	free(index);
	free(empty);
}

/*
 * An office that is open round the clock over the longest coverage brings seconds and days to their
 * limits.
 */
static void
the_longest_coverage(void **state)
{
	const mc_shift_rule rules[] = {{ALWAYS, 0, 0, 0x7F, 0, true, 0, AT(24, 0)}};
	mc_day last = MC_WORK_TIME_DAYS_MAX - 1;
	mc_work_time *index = build(0, last, rules, 1, always_works, NULL);

	(void) state;
	assert_int_equal(index->work, MC_WORK_TIME_DAYS_MAX * MC_US_PER_DAY);
	for (int64_t amount = 1; amount < index->work; amount += 1234567890123)
	{
		assert_added(index, 0, amount, amount);
		assert_added(index, index->end, -amount, index->end - amount);
	}
	assert_added(index, 0, index->work, index->end);
	free(index);
	assert_null(build(0, last + 1, rules, 1, always_works, NULL));
}

static void
limits_are_refused(void **state)
{
	mc_shift_rule rules[MC_PATTERNS_MAX];
	mc_work_time *index;

	(void) state;
	for (int i = 0; i < MC_PATTERNS_MAX; i++)
		rules[i] = (mc_shift_rule){i, i, 0, 0, 0x7F, 0, true, 0, 60 + i};
	index = build(0, MC_PATTERNS_MAX - 2, rules, MC_PATTERNS_MAX, always_works, NULL);
	assert_non_null(index);
	assert_int_equal(index->pattern_count, MC_PATTERNS_MAX); /* counts the closed day too */
	assert_int_equal(mc_day_work_seconds(index, MC_PATTERNS_MAX - 2), 60 + MC_PATTERNS_MAX - 2);
	free(index);
	assert_null(build(0, MC_PATTERNS_MAX - 1, rules, MC_PATTERNS_MAX, always_works, NULL));
	for (int i = 0; i <= MC_OPENINGS_MAX; i++)
		rules[i] = (mc_shift_rule){5, 5, 0, 0, 0x7F, 0, true, AT(i, 0), AT(i, 30)};
	assert_null(build(0, 9, rules, MC_OPENINGS_MAX + 1, always_works, NULL));
}

/* The index must step over a closure of years in both directions. */
static void
long_closures(void **state)
{
	const mc_shift_rule rules[] = {
		{MC_DAY_MINUS_INFINITY, 3999, 0, 0, 0x7F, 0, true, AT(8, 0), AT(12, 0)},
		{30000, MC_DAY_INFINITY, 0, 0, 0x7F, 0, true, AT(8, 0), AT(12, 0)},
	};
	mc_work_time *index = build(0, 36000, rules, COUNT(rules), always_works, NULL);
	mc_instant last_closing = 3999 * MC_US_PER_DAY + 12 * HOUR;
	mc_instant opening = 30000 * MC_US_PER_DAY + 8 * HOUR;
	mc_instant moment;

	(void) state;
	for (mc_day day = 4000; day < 30000; day += 371)
	{
		assert_added(index, day * MC_US_PER_DAY, HOUR, opening + HOUR);
		assert_added(index, day * MC_US_PER_DAY, -HOUR, last_closing - HOUR);
		assert_true(mc_next_work_moment(index, day * MC_US_PER_DAY, &moment));
		assert_int_equal(moment, opening);
	}
	assert_added(index, last_closing - HOUR, HOUR, last_closing);
	assert_added(index, last_closing - HOUR, HOUR + 1, opening + 1);
	assert_added(index, opening + HOUR, -HOUR, opening);
	assert_added(index, opening + HOUR, -HOUR - 1, last_closing - 1);
	free(index);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(worked_deadlines),
		cmocka_unit_test(ends_at_closings_and_openings),
		cmocka_unit_test(seven_hour_office),
		cmocka_unit_test(half_days),
		cmocka_unit_test(make_up_saturday),
		cmocka_unit_test(saturday_desk),
		cmocka_unit_test(hue_seasons),
		cmocka_unit_test(shifts_that_meet_at_midnight),
		cmocka_unit_test(agrees_with_working_days),
		cmocka_unit_test(leaving_the_coverage),
		cmocka_unit_test(no_hours_at_all),
		cmocka_unit_test(the_longest_coverage),
		cmocka_unit_test(limits_are_refused),
		cmocka_unit_test(long_closures),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Test the office hours of a day, which follow from rules, layers, seasons and classes of days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/calendar/office_hours.h"
#include "core/calendar/shipped_calendars.h"

#define ALWAYS MC_DAY_MINUS_INFINITY, MC_DAY_INFINITY
#define AT(hour, minute) ((hour) *3600 + (minute) *60)
#define WEEKDAYS 0x1F
#define SATURDAY 0x20
#define COUNT(array) ((int) (sizeof(array) / sizeof((array)[0])))

static mc_day
on(int year, int month, int day)
{
	return mc_day_from_civil(year, month, day);
}

static void
assert_hours(const mc_shift_rule *rules, int count, mc_day day, mc_day_class class,
			 const mc_opening *expected, int expected_count)
{
	mc_opening hours[MC_OPENINGS_MAX];

	assert_int_equal(mc_day_hours(rules, count, day, class, hours), expected_count);
	for (int i = 0; i < expected_count; i++)
	{
		assert_int_equal(hours[i].opens, expected[i].opens);
		assert_int_equal(hours[i].closes, expected[i].closes);
		assert_int_equal(hours[i].counts, expected[i].counts);
	}
}

/* Assert that the rules array gives exactly the listed openings on a day. */
#define ASSERT_HOURS(rules, day, class, ...)                                      \
	do                                                                            \
	{                                                                             \
		const mc_opening expected[] = {__VA_ARGS__};                              \
		assert_hours(rules, COUNT(rules), day, class, expected, COUNT(expected)); \
	} while (0)
#define ASSERT_CLOSED(rules, day, class) assert_hours(rules, COUNT(rules), day, class, NULL, 0)

#define OFFICE(layer)                                             \
	{ALWAYS, 0, 0, WEEKDAYS, layer, true, AT(7, 30), AT(11, 30)}, \
	{                                                             \
		ALWAYS, 0, 0, WEEKDAYS, layer, true, AT(13, 0), AT(17, 0) \
	}
#define OFFICE_HOURS               \
	{AT(7, 30), AT(11, 30), true}, \
	{                              \
		AT(13, 0), AT(17, 0), true \
	}

static void
classes_of_a_day(void **state)
{
	const mc_shift_rule rules[] = {OFFICE(0),
								   {ALWAYS, 0, 0, SATURDAY, 0, true, AT(8, 0), AT(11, 0)}};

	(void) state;
	ASSERT_HOURS(rules, on(2026, 3, 2), MC_DAY_WORKS, OFFICE_HOURS);
	ASSERT_CLOSED(rules, on(2026, 3, 2), MC_DAY_OFF);
	ASSERT_HOURS(rules, on(2026, 3, 7), MC_DAY_WEEKEND, {AT(8, 0), AT(11, 0), false});
	ASSERT_HOURS(rules, on(2026, 3, 7), MC_DAY_WORKS, {AT(8, 0), AT(11, 0), true});
	ASSERT_CLOSED(rules, on(2026, 3, 7), MC_DAY_OFF);
	ASSERT_CLOSED(rules, on(2026, 3, 8), MC_DAY_WEEKEND);
}

static void
the_nearest_layer_supplies_all(void **state)
{
	const mc_shift_rule rules[] = {
		OFFICE(2),
		{ALWAYS, 0, 0, 0x02, 1, true, AT(8, 0), AT(12, 0)},
		{on(2026, 1, 1), on(2026, 12, 31), 0, 0, 0x02, 0, true, AT(13, 0), AT(16, 0)},
	};

	(void) state;
	ASSERT_HOURS(rules, on(2026, 3, 2), MC_DAY_WORKS, OFFICE_HOURS);
	ASSERT_HOURS(rules, on(2026, 3, 3), MC_DAY_WORKS, {AT(13, 0), AT(16, 0), true});
	ASSERT_HOURS(rules, on(2027, 3, 2), MC_DAY_WORKS, {AT(8, 0), AT(12, 0), true});
}

static void
validity_has_both_ends(void **state)
{
	const mc_shift_rule rules[] = {
		{on(2026, 3, 3), on(2026, 3, 4), 0, 0, WEEKDAYS, 0, true, AT(8, 0), AT(12, 0)},
	};

	(void) state;
	ASSERT_CLOSED(rules, on(2026, 3, 2), MC_DAY_WORKS);
	ASSERT_HOURS(rules, on(2026, 3, 3), MC_DAY_WORKS, {AT(8, 0), AT(12, 0), true});
	ASSERT_HOURS(rules, on(2026, 3, 4), MC_DAY_WORKS, {AT(8, 0), AT(12, 0), true});
	ASSERT_CLOSED(rules, on(2026, 3, 5), MC_DAY_WORKS);
}

/* QĐ 4010/QĐ-UBND: Huế has seasons from 2026 on, and before that the same hours all year. */
static const mc_shift_rule hue[] = {
	{MC_DAY_MINUS_INFINITY, 9496, 0, 0, WEEKDAYS, 0, true, AT(7, 30), AT(11, 30)},
	{MC_DAY_MINUS_INFINITY, 9496, 0, 0, WEEKDAYS, 0, true, AT(13, 0), AT(17, 0)},
	{9497, MC_DAY_INFINITY, 0, 0, WEEKDAYS, 0, true, AT(7, 30), AT(11, 30)},
	{9497, MC_DAY_INFINITY, 401, 930, WEEKDAYS, 0, true, AT(13, 30), AT(17, 30)},
	{9497, MC_DAY_INFINITY, 1001, 331, WEEKDAYS, 0, true, AT(13, 0), AT(17, 0)},
};

static void
hue_seasons(void **state)
{
	int one, other;

	(void) state;
	assert_int_equal(on(2026, 1, 1), 9497);
	assert_false(mc_shift_overlap(hue, COUNT(hue), &one, &other));
	ASSERT_HOURS(hue, on(2025, 7, 1), MC_DAY_WORKS, OFFICE_HOURS);
	ASSERT_HOURS(hue, on(2025, 12, 31), MC_DAY_WORKS, OFFICE_HOURS);
	ASSERT_HOURS(hue, on(2026, 1, 2), MC_DAY_WORKS, OFFICE_HOURS);
	ASSERT_HOURS(hue, on(2026, 3, 31), MC_DAY_WORKS, OFFICE_HOURS);
	ASSERT_HOURS(hue, on(2026, 4, 1), MC_DAY_WORKS, {AT(7, 30), AT(11, 30), true},
				 {AT(13, 30), AT(17, 30), true});
	ASSERT_HOURS(hue, on(2026, 9, 30), MC_DAY_WORKS, {AT(7, 30), AT(11, 30), true},
				 {AT(13, 30), AT(17, 30), true});
	ASSERT_HOURS(hue, on(2026, 10, 1), MC_DAY_WORKS, OFFICE_HOURS);
	ASSERT_HOURS(hue, on(2026, 12, 31), MC_DAY_WORKS, OFFICE_HOURS);
}

static void
a_season_may_end_on_29_february(void **state)
{
	const mc_shift_rule rules[] = {{ALWAYS, 1201, 229, 0x7F, 0, true, AT(8, 0), AT(12, 0)}};
	const mc_shift_rule leap[] = {{ALWAYS, 229, 229, 0x7F, 0, true, AT(8, 0), AT(12, 0)}};

	(void) state;
	ASSERT_CLOSED(rules, on(2027, 11, 30), MC_DAY_WORKS);
	ASSERT_HOURS(rules, on(2027, 12, 1), MC_DAY_WORKS, {AT(8, 0), AT(12, 0), true});
	ASSERT_HOURS(rules, on(2028, 2, 29), MC_DAY_WORKS, {AT(8, 0), AT(12, 0), true});
	ASSERT_CLOSED(rules, on(2028, 3, 1), MC_DAY_WORKS);
	ASSERT_HOURS(rules, on(2027, 2, 28), MC_DAY_WORKS, {AT(8, 0), AT(12, 0), true});
	ASSERT_CLOSED(rules, on(2027, 3, 1), MC_DAY_WORKS);
	ASSERT_HOURS(leap, on(2028, 2, 29), MC_DAY_WORKS, {AT(8, 0), AT(12, 0), true});
	ASSERT_CLOSED(leap, on(2028, 2, 28), MC_DAY_WORKS);
	ASSERT_CLOSED(leap, on(2027, 3, 1), MC_DAY_WORKS);
}

static void
a_make_up_saturday_works_as_a_monday(void **state)
{
	const mc_shift_rule plain[] = {OFFICE(0)};
	const mc_shift_rule own[] = {OFFICE(1), {ALWAYS, 0, 0, SATURDAY, 0, true, AT(8, 0), AT(11, 0)}};
	const mc_shift_rule parents[] = {
		{ALWAYS, 0, 0, WEEKDAYS, 0, true, AT(9, 0), AT(16, 0)},
		{ALWAYS, 0, 0, SATURDAY, 1, true, AT(8, 0), AT(11, 0)},
	};
	const mc_shift_rule monday[] = {
		OFFICE(1),
		{ALWAYS, 0, 0, 0x01, 0, true, AT(9, 0), AT(16, 0)},
	};

	(void) state;
	ASSERT_HOURS(plain, on(2025, 4, 26), MC_DAY_WORKS, OFFICE_HOURS);
	ASSERT_HOURS(plain, on(2011, 1, 30), MC_DAY_WORKS, OFFICE_HOURS);
	ASSERT_HOURS(own, on(2025, 4, 26), MC_DAY_WORKS, {AT(8, 0), AT(11, 0), true});
	ASSERT_HOURS(parents, on(2025, 4, 26), MC_DAY_WORKS, {AT(8, 0), AT(11, 0), true});
	ASSERT_HOURS(monday, on(2025, 4, 26), MC_DAY_WORKS, {AT(9, 0), AT(16, 0), true});
	ASSERT_HOURS(monday, on(2025, 4, 25), MC_DAY_WORKS, OFFICE_HOURS);
	ASSERT_HOURS(hue, on(2026, 8, 22), MC_DAY_WORKS, {AT(7, 30), AT(11, 30), true},
				 {AT(13, 30), AT(17, 30), true});
}

static void
desk_hours_do_not_count(void **state)
{
	const mc_shift_rule rules[] = {
		OFFICE(1),
		{ALWAYS, 0, 0, SATURDAY, 0, false, AT(7, 0), AT(12, 0)},
		{ALWAYS, 0, 0, 0x10, 0, false, AT(17, 0), AT(19, 0)},
	};

	(void) state;
	ASSERT_HOURS(rules, on(2026, 3, 7), MC_DAY_WEEKEND, {AT(7, 0), AT(12, 0), false});
	ASSERT_CLOSED(rules, on(2026, 5, 2), MC_DAY_OFF);
	/*
	 * Where the rules of a desk count no hours, the hours of its parent count, and the desk stays
	 * open.
	 */
	ASSERT_HOURS(rules, on(2026, 3, 6), MC_DAY_WORKS, OFFICE_HOURS, {AT(17, 0), AT(19, 0), false});
	ASSERT_HOURS(rules, on(2025, 4, 26), MC_DAY_WORKS, {AT(7, 0), AT(7, 30), false},
				 {AT(7, 30), AT(11, 30), true}, {AT(11, 30), AT(12, 0), false},
				 {AT(13, 0), AT(17, 0), true});
}

static void
without_any_clock_the_desk_is_open(void **state)
{
	const mc_shift_rule rules[] = {{ALWAYS, 0, 0, 0x7F, 0, false, AT(7, 0), AT(12, 0)}};

	(void) state;
	ASSERT_HOURS(rules, on(2026, 3, 3), MC_DAY_WORKS, {AT(7, 0), AT(12, 0), false});
	assert_hours(NULL, 0, on(2026, 3, 3), MC_DAY_WORKS, NULL, 0);
}

static void
openings_are_sorted_and_joined(void **state)
{
	const mc_shift_rule rules[] = {
		{ALWAYS, 0, 0, 0x7F, 0, true, AT(22, 0), AT(24, 0)},
		{ALWAYS, 0, 0, 0x7F, 0, false, AT(10, 0), AT(15, 0)},
		{ALWAYS, 0, 0, 0x7F, 0, true, AT(9, 0), AT(11, 0)},
		{ALWAYS, 0, 0, 0x7F, 0, true, AT(11, 0), AT(12, 0)},
		{ALWAYS, 0, 0, 0x7F, 0, true, AT(0, 0), AT(2, 0)},
	};

	(void) state;
	ASSERT_HOURS(rules, on(2026, 3, 3), MC_DAY_WORKS, {AT(0, 0), AT(2, 0), true},
				 {AT(9, 0), AT(12, 0), true}, {AT(12, 0), AT(15, 0), false},
				 {AT(22, 0), AT(24, 0), true});
}

static void
too_many_openings_are_refused(void **state)
{
	mc_shift_rule rules[MC_OPENINGS_MAX + 1];
	mc_opening hours[MC_OPENINGS_MAX];

	(void) state;
	for (int i = 0; i <= MC_OPENINGS_MAX; i++)
		rules[i] = (mc_shift_rule){ALWAYS, 0, 0, 0x7F, 0, true, AT(i, 0), AT(i, 30)};
	assert_int_equal(mc_day_hours(rules, MC_OPENINGS_MAX, 0, MC_DAY_WORKS, hours), MC_OPENINGS_MAX);
	assert_int_equal(mc_day_hours(rules, MC_OPENINGS_MAX + 1, 0, MC_DAY_WORKS, hours), -1);
}

static void
defects_of_a_rule(void **state)
{
	const mc_shift_rule good = {ALWAYS, 0, 0, WEEKDAYS, 0, true, 0, MC_SECONDS_PER_DAY};
	const int16_t bad_seasons[][2] = {{0, 101},   {101, 0},    {1301, 101}, {230, 301},
									  {431, 501}, {-101, 101}, {100, 201}};
	mc_shift_rule rule = good;

	(void) state;
	assert_null(mc_shift_rule_defect(&good));
	for (int i = 0; i < COUNT(bad_seasons); i++)
	{
		rule.season_start = bad_seasons[i][0];
		rule.season_end = bad_seasons[i][1];
		assert_non_null(mc_shift_rule_defect(&rule));
	}
	rule = (mc_shift_rule){5, 4, 0, 0, WEEKDAYS, 0, true, 0, 1};
	assert_string_equal(mc_shift_rule_defect(&rule), "the validity ends before it begins");
	rule = (mc_shift_rule){5, 5, 229, 229, 0, 0, true, 0, 1};
	assert_string_equal(mc_shift_rule_defect(&rule), "the shift has no weekday");
	rule.weekdays = 0x80;
	assert_non_null(mc_shift_rule_defect(&rule));
	rule = (mc_shift_rule){5, 5, 229, 229, 1, 0, true, 60, 60};
	assert_non_null(mc_shift_rule_defect(&rule));
	rule.closes = MC_SECONDS_PER_DAY + 1;
	assert_non_null(mc_shift_rule_defect(&rule));
	rule = (mc_shift_rule){5, 5, 229, 229, 1, 0, true, -1, 60};
	assert_non_null(mc_shift_rule_defect(&rule));
}

/* ---- overlap ---- */

static void
assert_overlap(mc_shift_rule a, mc_shift_rule b, bool expected)
{
	const mc_shift_rule rules[] = {
		{ALWAYS, 0, 0, 0x7F, 9, true, 0, MC_SECONDS_PER_DAY},
		a,
		b,
	};
	const mc_shift_rule swapped[] = {b, a};
	int one, other;

	assert_int_equal(mc_shift_overlap(swapped, 2, &one, &other), expected);
	assert_int_equal(mc_shift_overlap(rules, COUNT(rules), &one, &other), expected);
	if (expected)
	{
		assert_int_equal(one, 1);
		assert_int_equal(other, 2);
	}
}

#define RULE(...) ((mc_shift_rule){__VA_ARGS__})

static void
overlaps_need_a_common_moment(void **state)
{
	const mc_shift_rule morning = {ALWAYS, 0, 0, WEEKDAYS, 0, true, AT(7, 30), AT(11, 30)};

	(void) state;
	assert_overlap(morning, morning, true);
	assert_overlap(morning, RULE(ALWAYS, 0, 0, WEEKDAYS, 0, false, AT(11, 0), AT(13, 0)), true);
	assert_overlap(morning, RULE(ALWAYS, 0, 0, WEEKDAYS, 0, true, AT(11, 30), AT(13, 0)), false);
	assert_overlap(morning, RULE(ALWAYS, 0, 0, WEEKDAYS, 1, true, AT(7, 30), AT(11, 30)), false);
	assert_overlap(morning, RULE(ALWAYS, 0, 0, SATURDAY, 0, true, AT(7, 30), AT(11, 30)), false);
	assert_overlap(RULE(MC_DAY_MINUS_INFINITY, 100, 0, 0, 0x7F, 0, true, 0, 60),
				   RULE(101, MC_DAY_INFINITY, 0, 0, 0x7F, 0, true, 0, 60), false);
	assert_overlap(RULE(MC_DAY_MINUS_INFINITY, 101, 0, 0, 0x7F, 0, true, 0, 60),
				   RULE(101, MC_DAY_INFINITY, 0, 0, 0x7F, 0, true, 0, 60), true);
}

static void
overlaps_need_a_common_day(void **state)
{
	mc_day monday = on(2026, 3, 2);

	(void) state;
	assert_overlap(RULE(ALWAYS, 401, 930, 0x7F, 0, true, 0, 60),
				   RULE(ALWAYS, 1001, 331, 0x7F, 0, true, 0, 60), false);
	assert_overlap(RULE(ALWAYS, 401, 1001, 0x7F, 0, true, 0, 60),
				   RULE(ALWAYS, 1001, 331, 0x7F, 0, true, 0, 60), true);
	assert_overlap(RULE(ALWAYS, 1201, 131, 0x7F, 0, true, 0, 60),
				   RULE(ALWAYS, 1101, 228, 0x7F, 0, true, 0, 60), true);
	/* The winter has ended where the other rule becomes valid. */
	assert_overlap(RULE(monday, on(2026, 8, 31), 0, 0, 0x7F, 0, true, 0, 60),
				   RULE(ALWAYS, 901, 228, 0x7F, 0, true, 0, 60), false);
	/* Both rules are valid from Monday to Wednesday only, and one of them works on Thursdays. */
	assert_overlap(RULE(monday, MC_DAY_INFINITY, 0, 0, 0x08, 0, true, 0, 60),
				   RULE(MC_DAY_MINUS_INFINITY, monday + 2, 0, 0, 0x7F, 0, true, 0, 60), false);
	assert_overlap(RULE(monday, MC_DAY_INFINITY, 0, 0, 0x08, 0, true, 0, 60),
				   RULE(MC_DAY_MINUS_INFINITY, monday + 3, 0, 0, 0x7F, 0, true, 0, 60), true);
	/* The next 29 February that is a Monday is in 2044. */
	assert_overlap(RULE(on(2026, 1, 1), MC_DAY_INFINITY, 201, 229, 0x01, 0, true, 0, 60),
				   RULE(ALWAYS, 229, 301, 0x01, 0, true, 0, 60), true);
	assert_overlap(RULE(on(2026, 1, 1), on(2043, 12, 31), 201, 229, 0x01, 0, true, 0, 60),
				   RULE(ALWAYS, 229, 229, 0x01, 0, true, 0, 60), false);
	/* No calendar covers these days. */
	assert_overlap(RULE(MC_DAY_MINUS_INFINITY, on(1989, 12, 31), 0, 0, 0x7F, 0, true, 0, 60),
				   RULE(ALWAYS, 0, 0, 0x7F, 0, true, 0, 60), false);
}

/* ---- changes ---- */

static bool
same_hours(const mc_shift_rule *rules, int count, mc_day a, mc_day b)
{
	for (int i = 0; i < count; i++)
	{
		mc_shift_rule rule = rules[i];
		mc_opening hours[MC_OPENINGS_MAX];

		rule.weekdays = 0x7F;
		if (mc_day_hours(&rule, 1, a, MC_DAY_WORKS, hours) !=
			mc_day_hours(&rule, 1, b, MC_DAY_WORKS, hours))
			return false;
	}
	return true;
}

/*
 * Assert that mc_hours_change_after announces every day on which a rule begins or ceases to hold by
 * its dates, and few days besides.
 */
static void
assert_changes(const mc_shift_rule *rules, int count)
{
	mc_day from = on(2023, 1, 1);
	mc_day to = on(2034, 12, 31);
	mc_day change = mc_hours_change_after(rules, count, from);

	int announced = 0;

	for (mc_day day = from + 1; day <= to; day++)
	{
		assert_true(day <= change);
		assert_true(day == change || same_hours(rules, count, day - 1, day));
		if (day < change)
			continue;
		announced++;
		change = mc_hours_change_after(rules, count, day);
	}
	assert_in_range(announced, 0, 4 * 12 + 4);
}

static void
changes_are_announced(void **state)
{
	const int16_t seasons[][2] = {{0, 0},     {401, 930},  {1001, 331}, {229, 229},
								  {229, 630}, {1101, 229}, {301, 1231}, {101, 228}};

	(void) state;
	for (int i = 0; i < COUNT(seasons); i++)
	{
		const mc_shift_rule rules[] = {
			{on(2024, 2, 28), on(2032, 3, 1), seasons[i][0], seasons[i][1], WEEKDAYS, 0, true, 0,
			 60},
			{on(2026, 1, 1), MC_DAY_INFINITY, 415, 1015, WEEKDAYS, 0, true, 0, 60},
		};

		assert_changes(rules, 1);
		assert_changes(rules, 2);
	}
	assert_int_equal(mc_hours_change_after(NULL, 0, 0), MC_DAY_INFINITY);
}

static void
classes_of_the_shipped_calendar(void **state)
{
	mc_day_fact *facts = malloc(MC_SHIPPED_FACTS_MAX * sizeof(*facts));
	mc_calendar vn;

	(void) state;
	assert_true(mc_shipped_calendar("vn", facts, &vn));
	assert_int_equal(mc_calendar_day_class(on(2025, 4, 25), &vn), MC_DAY_WORKS);
	assert_int_equal(mc_calendar_day_class(on(2025, 4, 26), &vn), MC_DAY_WORKS);
	assert_int_equal(mc_calendar_day_class(on(2025, 4, 27), &vn), MC_DAY_WEEKEND);
	assert_int_equal(mc_calendar_day_class(on(2025, 4, 30), &vn), MC_DAY_OFF);
	/* The holiday 30 April 2022 was a Saturday. */
	assert_int_equal(mc_calendar_day_class(on(2022, 4, 30), &vn), MC_DAY_OFF);
	free(facts);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(classes_of_a_day),
		cmocka_unit_test(the_nearest_layer_supplies_all),
		cmocka_unit_test(validity_has_both_ends),
		cmocka_unit_test(hue_seasons),
		cmocka_unit_test(a_season_may_end_on_29_february),
		cmocka_unit_test(a_make_up_saturday_works_as_a_monday),
		cmocka_unit_test(desk_hours_do_not_count),
		cmocka_unit_test(without_any_clock_the_desk_is_open),
		cmocka_unit_test(openings_are_sorted_and_joined),
		cmocka_unit_test(too_many_openings_are_refused),
		cmocka_unit_test(defects_of_a_rule),
		cmocka_unit_test(overlaps_need_a_common_moment),
		cmocka_unit_test(overlaps_need_a_common_day),
		cmocka_unit_test(changes_are_announced),
		cmocka_unit_test(classes_of_the_shipped_calendar),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Test the statutory rules against the decided years, and what must hold in every year from 1990 to
 * 2100.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/calendar/lunar.h"
#include "core/calendar/statutory.h"

#include "core/calendar/official_days_data.h"

/* The choices that were decided for Tết and the second National Day (data/vn_days_off.csv). */
static const struct
{
	int32_t year;
	mc_statutory_choice choice;
} decided[] = {
	{2010, {0, 0}}, {2011, {0, 0}}, {2012, {0, 0}}, {2013, {0, 0}}, {2014, {1, 0}}, {2015, {2, 0}},
	{2016, {1, 0}}, {2017, {2, 0}}, {2018, {2, 0}}, {2019, {1, 0}}, {2020, {2, 0}}, {2021, {2, 3}},
	{2022, {1, 1}}, {2023, {2, 1}}, {2024, {2, 3}}, {2025, {2, 1}}, {2026, {1, 1}},
};
#define DECIDED_COUNT (int) (sizeof(decided) / sizeof(decided[0]))

static const mc_statutory_choice by_default = {0, 0};

static int
year_of(mc_day day)
{
	return mc_civil_from_day(day).year;
}

static bool
is_statutory(const mc_day_fact *fact)
{
	return fact->reason == MC_REASON_HOLIDAY || fact->reason == MC_REASON_COMPENSATION;
}

/* Copy the statutory days of a year from the official table. Return their number. */
static int
official(int32_t year, mc_day_fact *facts)
{
	int count = 0;

	for (int i = 0; i < OFFICIAL_DAY_COUNT; i++)
		if (year_of(official_days[i].day) == year && is_statutory(&official_days[i]))
			facts[count++] = official_days[i];
	return count;
}

static bool
same_days(const mc_day_fact *a, int a_count, const mc_day_fact *b, int b_count)
{
	if (a_count != b_count)
		return false;
	for (int i = 0; i < a_count; i++)
		if (a[i].day != b[i].day || a[i].kind != b[i].kind || a[i].reason != b[i].reason ||
			strcmp(a[i].title, b[i].title) != 0)
			return false;
	return true;
}

static bool
reproduces(int32_t year, mc_statutory_choice choice)
{
	mc_day_fact expected[64];
	mc_day_fact facts[MC_STATUTORY_MAX];
	int count = mc_statutory_days(year, choice, facts);

	return same_days(facts, count, expected, official(year, expected));
}

static void
decided_choices_reproduce_every_year(void **state)
{
	(void) state;
	for (int i = 0; i < DECIDED_COUNT; i++)
		assert_true(reproduces(decided[i].year, decided[i].choice));
}

/*
 * Tết 2014 had one day off before and four days after New Year, although two and three have as few
 * days on weekly rest. It is the only year that the default choice misses.
 */
static void
defaults_reproduce_every_year_but_2014(void **state)
{
	(void) state;
	for (int i = 0; i < DECIDED_COUNT; i++)
		assert_int_equal(reproduces(decided[i].year, by_default), decided[i].year != 2014);
	assert_true(reproduces(2027, by_default));
}

static void
default_choice_is_explicit(void **state)
{
	(void) state;
	for (int i = 0; i < DECIDED_COUNT; i++)
	{
		mc_statutory_choice choice = mc_statutory_default_choice(decided[i].year);

		assert_int_equal(choice.second_national_day, decided[i].choice.second_national_day);
		if (decided[i].year != 2014)
			assert_int_equal(choice.tet_days_before, decided[i].choice.tet_days_before);
	}
}

static int
count_of(int32_t year, const char *title, mc_day_status status)
{
	mc_day_fact facts[MC_STATUTORY_MAX];
	int count = mc_statutory_days(year, by_default, facts);
	int found = 0;

	for (int i = 0; i < count; i++)
		found += strstr(facts[i].title, title) != NULL && facts[i].reason == MC_REASON_HOLIDAY &&
				 facts[i].status == status;
	return found;
}

/* The years tested are those in which a period of the law begins or ends. */
static void
holidays_by_law_period(void **state)
{
	static const struct
	{
		int32_t year;
		int tet;
		int gio_to;
		int second;
		int culture;
	} periods[] = {
		{1990, 4, 0, 0, 0}, {2006, 4, 0, 0, 0}, {2007, 4, 1, 0, 0}, {2013, 4, 1, 0, 0},
		{2014, 5, 1, 0, 0}, {2020, 5, 1, 0, 0}, {2021, 5, 1, 1, 0}, {2025, 5, 1, 1, 0},
		{2026, 5, 1, 1, 1}, {2100, 5, 1, 1, 1},
	};

	(void) state;
	for (size_t i = 0; i < sizeof(periods) / sizeof(periods[0]); i++)
	{
		int32_t year = periods[i].year;

		assert_int_equal(
			count_of(year, "Tết Nguyên đán", year < 2014 ? MC_OFFICIAL : MC_PROVISIONAL),
			periods[i].tet);
		assert_int_equal(count_of(year, "Giỗ Tổ", MC_OFFICIAL), periods[i].gio_to);
		assert_int_equal(count_of(year, "liền kề", MC_PROVISIONAL), periods[i].second);
		assert_int_equal(count_of(year, "Văn hóa", MC_OFFICIAL), periods[i].culture);
	}
}

/* True if the weekday is one of weekly rest. Saturdays before October 1999 were working days. */
static bool
is_rest(mc_day day)
{
	return mc_weekday(day) == 6 || (mc_weekday(day) == 5 && day >= mc_day_from_civil(1999, 10, 2));
}

static void
check_year(int32_t year, mc_statutory_choice choice)
{
	mc_day_fact facts[MC_STATUTORY_MAX];
	int count = mc_statutory_days(year, choice, facts);
	int owed = 0;

	assert_in_range(count, 8, MC_STATUTORY_MAX);
	for (int i = 0; i < count; i++)
	{
		bool compensation = facts[i].reason == MC_REASON_COMPENSATION;

		assert_true(facts[i].kind == MC_OFF && year_of(facts[i].day) == year);
		assert_true(i == 0 || facts[i].day > facts[i - 1].day);
		assert_true(strlen(facts[i].title) > 0 && strlen(facts[i].source) > 0);
		assert_false(compensation && is_rest(facts[i].day));
		owed += (!compensation && is_rest(facts[i].day)) - compensation;
		assert_true(owed >= 0);
	}
	assert_int_equal(owed, 0);
}

static void
every_year_is_whole(void **state)
{
	(void) state;
	for (int32_t year = MC_STATUTORY_FIRST_YEAR; year <= MC_STATUTORY_LAST_YEAR; year++)
		for (int8_t before = 0; before <= 2; before++)
			for (int8_t second = 0; second <= 3; second += second + 1)
				check_year(year, (mc_statutory_choice){before, second});
}

static bool
is_off(const mc_day_fact *facts, int count, mc_day day)
{
	for (int i = 0; i < count; i++)
		if (facts[i].day == day)
			return true;
	return is_rest(day);
}

/* Return how many days off follow each other around a day. */
static int
unbroken_rest(int32_t year, mc_statutory_choice choice, mc_day day)
{
	mc_day_fact facts[MC_STATUTORY_MAX];
	int count = mc_statutory_days(year, choice, facts);
	mc_day first = day;
	mc_day last = day;

	while (is_off(facts, count, first - 1))
		first--;
	while (is_off(facts, count, last + 1))
		last++;
	return last - first + 1;
}

/* The expected choice follows the rule for the second National Day as statutory.h words it. */
static void
second_national_day_by_its_rule(void **state)
{
	(void) state;
	for (int32_t year = 2021; year <= MC_STATUTORY_LAST_YEAR; year++)
	{
		mc_day second = mc_day_from_civil(year, 9, 2);
		int before =
			2 * unbroken_rest(year, (mc_statutory_choice){0, 1}, second) - is_rest(second - 1);
		int after =
			2 * unbroken_rest(year, (mc_statutory_choice){0, 3}, second) - is_rest(second + 1);

		assert_int_equal(mc_statutory_default_choice(year).second_national_day,
						 after > before ? 3 : 1);
	}
}

static void
tet_option_by_weekday(void **state)
{
	(void) state;
	for (int32_t year = 2014; year <= MC_STATUTORY_LAST_YEAR; year++)
	{
		mc_day tet = 0;

		assert_true(mc_tet(year, &tet));
		assert_int_equal(mc_statutory_default_choice(year).tet_days_before,
						 mc_weekday(tet) < 2 ? 1 : 2);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decided_choices_reproduce_every_year),
		cmocka_unit_test(defaults_reproduce_every_year_but_2014),
		cmocka_unit_test(default_choice_is_explicit),
		cmocka_unit_test(holidays_by_law_period),
		cmocka_unit_test(every_year_is_whole),
		cmocka_unit_test(second_national_day_by_its_rule),
		cmocka_unit_test(tet_option_by_weekday),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("statutory", tests, NULL, NULL);
}

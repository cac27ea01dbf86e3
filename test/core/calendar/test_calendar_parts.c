/* Test the parts of calendars: laying one over another, which facts show, and sets of years. */
#include "support.h"

#include "core/calendar/calendar.h"

/* ---- laying one calendar over another, and what shows ---- */

static int32_t
random_facts(mc_day_fact *facts, const char *origin)
{
	int32_t count = 0;
	int density = (int) random_between(1, 5);

	for (mc_day day = 0; day < 60; day++)
		if (one_in(density))
			facts[count++] =
				(mc_day_fact){day, (uint8_t) random_between(0, 1), 0, 0, "", "", origin};
	return one_in(5) ? 0 : count;
}

static const mc_day_fact *
fact_of(const mc_day_fact *facts, int32_t count, mc_day day)
{
	for (int32_t i = 0; i < count; i++)
		if (facts[i].day == day)
			return &facts[i];
	return NULL;
}

static void
test_overlay(void **state)
{
	(void) state;
	for (int round = 0; round < 500; round++)
	{
		mc_day_fact near_facts[60], far_facts[60], out[120];
		int32_t near_count = random_facts(near_facts, "near");
		int32_t far_count = random_facts(far_facts, "far");
		int32_t count = mc_overlay_facts(near_facts, near_count, far_facts, far_count, out);
		int32_t next = 0;

		for (mc_day day = 0; day < 60; day++)
		{
			const mc_day_fact *fact = fact_of(near_facts, near_count, day);

			fact = fact ? fact : fact_of(far_facts, far_count, day);
			if (fact)
				assert_memory_equal(&out[next++], fact, sizeof(*fact));
		}
		assert_int_equal(next, count);
	}
}

/*
 * A fact shows where it changes the day: a day off on any weekday, and work on a weekday of rest.
 * Work on a weekday that works anyway does not show.
 */
static void
test_what_shows(void **state)
{
	mc_calendar calendar = {.work_week = 0x3F};

	(void) state;
	for (mc_day day = 0; day < 14; day++)
		for (int kind = MC_OFF; kind <= MC_WORK; kind++)
		{
			mc_day_fact fact = {.day = day, .kind = (uint8_t) kind};
			bool sunday = (day + 5) % 7 == 6;

			assert_int_equal(mc_fact_shows(&calendar, &fact), kind == MC_OFF || sunday);
		}
}

static void
test_years(void **state)
{
	mc_years years = {{0, 0}};

	(void) state;
	for (int year = 1990; year <= 2100; year++)
	{
		assert_false(mc_years_has(&years, year));
		mc_years_add(&years, year);
		mc_years_add(&years, year);
		for (int other = 1990; other <= 2100; other++)
			assert_int_equal(mc_years_has(&years, other), other == year);
		mc_years_remove(&years, year);
		mc_years_remove(&years, year);
	}
	assert_true(years.bits[0] == 0 && years.bits[1] == 0);
}

static void
test_work_week_text(void **state)
{
	static const char *const wrong[] = {"",        "111110",  "11111000", "1111102",
										"0000000", "111110 ", "1111l00"};
	uint8_t week;
	char text[8];

	(void) state;
	assert_true(mc_parse_work_week("1111100", 7, &week));
	assert_int_equal(week, MC_WORK_WEEK_MON_FRI);
	for (int i = 1; i < 128; i++)
	{
		mc_format_work_week((uint8_t) i, text);
		assert_int_equal(strlen(text), 7);
		assert_int_equal(text[0], i & 1 ? '1' : '0');
		assert_true(mc_parse_work_week(text, 7, &week));
		assert_int_equal(week, i);
	}
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		assert_false(mc_parse_work_week(wrong[i], strlen(wrong[i]), &week));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_overlay),
		cmocka_unit_test(test_what_shows),
		cmocka_unit_test(test_years),
		cmocka_unit_test(test_work_week_text),
	};

	return cmocka_run_group_tests_name("calendar_parts", tests, NULL, NULL);
}

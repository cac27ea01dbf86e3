/*
 * Test the working time of random calendars against a walk minute by minute, and to the
 * microsecond.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/calendar/work_time.h"

#define ALWAYS MC_DAY_MINUS_INFINITY, MC_DAY_INFINITY
#define WEEKDAYS 0x1F
#define COUNT(array) ((int) (sizeof(array) / sizeof((array)[0])))
#define MINUTE INT64_C(60000000)
#define HOUR (60 * MINUTE)

#define WORLD_FIRST 8674 /* 2023-10-01, before two New Years and a leap day */
#define WORLD_DAYS 560
#define WORLD_MINUTES (WORLD_DAYS * 1440)
#define WORLDS 40
#define CASES 250

enum minute_state
{
	CLOSED,
	RECEPTION,
	COUNTING
};

typedef struct world
{
	mc_shift_rule rules[12];
	int count;
	uint8_t class[WORLD_DAYS];
	uint8_t minute[WORLD_MINUTES]; /* values of enum minute_state */
	mc_work_time *index;
} world;

static uint64_t random_state;

static uint64_t
random_bits(void)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return random_state;
}

static int64_t
random_between(int64_t low, int64_t high)
{
	return low + (int64_t) (random_bits() % (uint64_t) (high - low + 1));
}

static bool
one_in(int n)
{
	return random_between(1, n) == 1;
}

static mc_shift_rule
random_rule(void)
{
	static const int16_t seasons[][2] = {
		{401, 930}, {1001, 331}, {229, 229}, {1201, 229}, {1115, 228}};
	int season = (int) random_between(0, COUNT(seasons) - 1);
	int opens = (int) random_between(0, 1438);
	mc_shift_rule rule = {
		ALWAYS,
		0,
		0,
		(uint8_t) random_between(1, 0x7F),
		(uint8_t) random_between(0, 2),
		!one_in(4),
		opens * 60,
		(int32_t) random_between(opens + 1, opens + 360 < 1440 ? opens + 360 : 1440) * 60};

	if (one_in(2))
		rule.weekdays |= WEEKDAYS;
	if (one_in(3))
		rule.valid_from = (mc_day) random_between(WORLD_FIRST - 9, WORLD_FIRST + WORLD_DAYS);
	if (one_in(3))
		rule.valid_to = (mc_day) random_between(rule.valid_from < 0 ? WORLD_FIRST : rule.valid_from,
												WORLD_FIRST + WORLD_DAYS + 9);
	if (one_in(3))
	{
		rule.season_start = seasons[season][0];
		rule.season_end = seasons[season][1];
	}
	assert_null(mc_shift_rule_defect(&rule));
	return rule;
}

static mc_day_class
class_in_world(mc_day day, const void *context)
{
	return ((const world *) context)->class[day - WORLD_FIRST];
}

/*
 * True if the rule would hold on the date if that had the given weekday. This is computed without
 * the code of core.
 */
static bool
holds(const mc_shift_rule *rule, mc_day day, int weekday)
{
	mc_civil civil = mc_civil_from_day(day);
	int today = civil.month * 100 + civil.day;
	bool season = true;

	if (rule->season_start != 0 && rule->season_start <= rule->season_end)
		season = rule->season_start <= today && today <= rule->season_end;
	else if (rule->season_start != 0)
		season = !(rule->season_end < today && today < rule->season_start);
	return season && rule->valid_from <= day && day <= rule->valid_to &&
		   (rule->weekdays & 1 << weekday);
}

static void
mark_shift(uint8_t *minute, const mc_shift_rule *rule, bool works)
{
	for (int m = rule->opens / 60; m < rule->closes / 60; m++)
		if (minute[m] != COUNTING)
			minute[m] = works && rule->counts ? COUNTING : RECEPTION;
}

/*
 * Mark the minutes of the nearest layer that has a rule for the weekday, or a counting rule if only
 * those are wanted. False if no layer has such a rule.
 */
static bool
mark(world *w, mc_day day, int weekday, bool counting, bool works)
{
	for (int layer = 0; layer <= 2; layer++)
	{
		bool found = false;

		for (int i = 0; i < w->count; i++)
			found |= w->rules[i].layer == layer && holds(&w->rules[i], day, weekday) &&
					 (w->rules[i].counts || !counting);
		for (int i = 0; found && i < w->count; i++)
			if (w->rules[i].layer == layer && holds(&w->rules[i], day, weekday))
				mark_shift(w->minute + (day - WORLD_FIRST) * 1440, &w->rules[i], works);
		if (found)
			return true;
	}
	return false;
}

static void
mark_day(world *w, mc_day day)
{
	bool works = w->class[day - WORLD_FIRST] == MC_DAY_WORKS;

	if (w->class[day - WORLD_FIRST] == MC_DAY_OFF)
		return;
	mark(w, day, mc_weekday(day), false, works);
	if (!works || memchr(w->minute + (day - WORLD_FIRST) * 1440, COUNTING, 1440))
		return;
	if (!mark(w, day, mc_weekday(day), true, true))
		mark(w, day, 0, true, true);
}

static world *
new_world(void)
{
	world *w = calloc(1, sizeof(world));
	mc_day last = WORLD_FIRST + WORLD_DAYS - 1;

	w->count = (int) random_between(1, COUNT(w->rules));
	for (int i = 0; i < w->count; i++)
		w->rules[i] = random_rule();
	for (int i = 0; i < WORLD_DAYS; i++)
	{
		w->class[i] = mc_weekday(WORLD_FIRST + i) < 5 ? MC_DAY_WORKS : MC_DAY_WEEKEND;
		if (one_in(12))
			w->class[i] = (uint8_t) random_between(MC_DAY_WORKS, MC_DAY_OFF);
		mark_day(w, WORLD_FIRST + i);
	}
	w->index = mc_work_time_build(malloc(mc_work_time_size(WORLD_FIRST, last)), WORLD_FIRST, last,
								  w->rules, w->count, class_in_world, w);
	assert_non_null(w->index);
	w->index = realloc(w->index, w->index->size);
	return w;
}

static void
end_world(world *w)
{
	free(w->index);
	free(w);
}

static mc_instant
instant_of_minute(int64_t minute)
{
	return WORLD_FIRST * MC_US_PER_DAY + minute * MINUTE;
}

/*
 * Return the minute at whose start the amount has been worked (forward) or remains to be worked
 * (back), or -1 outside the coverage.
 */
static int64_t
walk(const world *w, int64_t minute, int64_t amount)
{
	for (; amount > 0 && minute < WORLD_MINUTES; minute++)
		amount -= w->minute[minute] == COUNTING;
	for (; amount < 0 && minute > 0; minute--)
		amount += w->minute[minute - 1] == COUNTING;
	return amount == 0 ? minute : -1;
}

static int64_t
next_minute(const world *w, int64_t minute, enum minute_state least)
{
	while (minute < WORLD_MINUTES && w->minute[minute] < least)
		minute++;
	return minute < WORLD_MINUTES ? minute : -1;
}

static void
check_answer(bool found, mc_instant answer, int64_t expected_minute)
{
	assert_int_equal(found, expected_minute >= 0);
	if (found)
		assert_int_equal(answer, instant_of_minute(expected_minute));
}

static void
check_case(const world *w)
{
	int64_t minute = random_between(0, WORLD_MINUTES - 1);
	int64_t reach = one_in(10) ? 100000 : one_in(3) ? 10000 : 600;
	int64_t amount = random_between(-reach, reach);
	mc_instant start = instant_of_minute(minute);
	mc_instant result = 0;
	bool found = mc_add_work_time(w->index, start, amount * MINUTE, &result);

	check_answer(found, result, walk(w, minute, amount));
	if (found)
		assert_int_equal(mc_work_time_between(w->index, start, result), amount * MINUTE);
	found = mc_next_work_moment(w->index, start, &result);
	check_answer(found, result, next_minute(w, minute, COUNTING));
	found = mc_next_opening(w->index, start, &result);
	check_answer(found, result, next_minute(w, minute, RECEPTION));
	assert_int_equal(mc_is_work_moment(w->index, start), w->minute[minute] == COUNTING);
	assert_int_equal(mc_is_open(w->index, start), w->minute[minute] != CLOSED);
}

static void
check_day(const world *w, int day)
{
	const uint8_t *minute = w->minute + day * 1440;
	mc_instant closing;
	int worked = 0;
	int last = -1;

	for (int m = 0; m < 1440; m++)
		if (minute[m] == COUNTING)
		{
			worked++;
			last = m;
		}
	assert_int_equal(mc_day_work_seconds(w->index, WORLD_FIRST + day), worked * 60);
	assert_int_equal(mc_day_close(w->index, WORLD_FIRST + day, &closing), last >= 0);
	if (last >= 0)
		assert_int_equal(closing, instant_of_minute(day * 1440 + last + 1));
}

static void
agrees_with_a_walk_by_minutes(void **state)
{
	(void) state;
	random_state = 20260301;
	for (int i = 0; i < WORLDS; i++)
	{
		world *w = new_world();

		for (int day = 0; day < WORLD_DAYS; day++)
			check_day(w, day);
		for (int j = 0; j < CASES; j++)
			check_case(w);
		end_world(w);
	}
}

/*
 * The answer forward is the earliest: one microsecond before it, one microsecond of work is
 * missing. The answer back is the latest in the same way.
 */
static void
check_tight(const mc_work_time *index, mc_instant start, int64_t amount, mc_instant result)
{
	if (amount > 0)
		assert_int_equal(mc_work_time_between(index, start, result - 1), amount - 1);
	if (amount < 0)
		assert_int_equal(mc_work_time_between(index, start, result + 1), amount + 1);
}

static void
check_properties(const mc_work_time *index)
{
	mc_instant start = random_between(index->begin, index->end);
	int64_t reach = one_in(2) ? 3 * HOUR : 900 * HOUR;
	int64_t x = random_between(-reach, reach);
	int64_t y = x > 0 ? random_between(0, reach) : random_between(-reach, 0);
	mc_instant once, twice, together;

	if (!mc_add_work_time(index, start, x, &once))
		return;
	assert_int_equal(mc_work_time_between(index, start, once), x);
	assert_int_equal(mc_work_time_between(index, once, start), -x);
	check_tight(index, start, x, once);
	assert_int_equal(mc_add_work_time(index, once, y, &twice),
					 mc_add_work_time(index, start, x + y, &together));
	if (x != 0 && mc_add_work_time(index, once, y, &twice))
		assert_int_equal(twice, together);
}

static void
properties_to_the_microsecond(void **state)
{
	(void) state;
	random_state = 42;
	for (int i = 0; i < WORLDS; i++)
	{
		world *w = new_world();

		for (int j = 0; j < 4 * CASES; j++)
			check_properties(w->index);
		end_world(w);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_a_walk_by_minutes),
		cmocka_unit_test(properties_to_the_microsecond),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}

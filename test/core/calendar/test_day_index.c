/* Test the index of working days on random coverages against a walk day by day. */
#include "support.h"

#include "core/calendar/day_index.h"

#define MAX_DAYS 400

/*
 * A coverage whose days work as the array says. The naive functions below walk this array day by
 * day, and the index must agree with them.
 */
typedef struct world
{
	mc_day first;
	int days;
	bool working[MAX_DAYS];
	mc_day_index *index;
} world;

static bool
naive_working(const world *w, mc_day day)
{
	return w->working[day - w->first];
}

static bool
is_working(mc_day day, void *context)
{
	const world *w = context;

	check(day >= w->first && day < w->first + w->days, "asked for day %d outside the coverage",
		  day);
	return naive_working(w, day);
}

static mc_day
last_of(const world *w)
{
	return w->first + w->days - 1;
}

/* Walk n working days from a day. False if that leaves the coverage. */
static bool
naive_add(const world *w, mc_day day, int n, mc_day *result)
{
	int step = n < 0 ? -1 : 1;
	int left = n < 0 ? -n : n;

	if (n == 0)
	{
		day--;
		left = 1;
	}
	while (left > 0)
	{
		day += step;
		if (day < w->first || day > last_of(w))
			return false;
		if (naive_working(w, day))
			left--;
	}
	*result = day;
	return true;
}

static int
naive_between(const world *w, mc_day since, mc_day until, mc_bounds bounds)
{
	int step = since <= until ? 1 : -1;
	int count = 0;

	for (mc_day day = since;; day += step)
	{
		bool in = (day != since || bounds.since_in) && (day != until || bounds.until_in);

		if (in && naive_working(w, day))
			count++;
		if (day == until)
			return step * count;
	}
}

/* Fill the coverage in one of five styles: all off, all on, mixed, weeks, or long stretches off. */
static void
fill(world *w, int style)
{
	for (int i = 0; i < w->days; i++)
		switch (style)
		{
			case 0:
				w->working[i] = false;
				break;
			case 1:
				w->working[i] = true;
				break;
			case 2:
				w->working[i] = one_in(2);
				break;
			case 3:
				w->working[i] = i % 7 < 5 && !one_in(20);
				break;
			default:
				w->working[i] = i / 40 % 2 == 0 && one_in(3);
		}
}

static void
build(world *w)
{
	/*
	 * The memory has exactly the announced size, so that the sanitizer catches a write beyond it.
	 */
	void *memory = malloc(mc_day_index_size(w->first, last_of(w)));

	w->index = mc_day_index_build(memory, w->first, last_of(w), is_working, w);
	assert_ptr_equal(w->index, memory);
	assert_int_equal(w->index->first, w->first);
	assert_int_equal(w->index->last, last_of(w));
}

static void
random_world(world *w, int style, int days)
{
	w->first = (mc_day) random_between(-40000, 40000);
	w->days = days;
	fill(w, style);
	build(w);
}

typedef void (*world_check)(const world *w);

static void
in_random_worlds(world_check check_world, int rounds, int most_days)
{
	for (int round = 0; round < rounds; round++)
	{
		world w;

		random_world(&w, round % 5,
					 round < 15 ? 1 + round / 5 : (int) random_between(1, most_days));
		check_world(&w);
		free(w.index);
	}
}

static void
check_numbers(const world *w)
{
	int number = 0;
	mc_day found;

	for (mc_day day = w->first; day <= last_of(w); day++)
	{
		assert_true(mc_day_index_covers(w->index, day));
		assert_int_equal(mc_is_working(w->index, day), naive_working(w, day));
		assert_int_equal(mc_working_number_before(w->index, day), number);
		if (naive_working(w, day))
		{
			number++;
			assert_true(mc_nth_working_day(w->index, number, &found));
			assert_int_equal(found, day);
		}
		assert_int_equal(mc_working_number(w->index, day), number);
	}
	assert_int_equal(w->index->working_days, number);
	assert_false(mc_day_index_covers(w->index, w->first - 1));
	assert_false(mc_day_index_covers(w->index, last_of(w) + 1));
	assert_false(mc_day_index_covers(w->index, MC_DAY_INFINITY));
	assert_false(mc_day_index_covers(w->index, MC_DAY_MINUS_INFINITY));
	assert_false(mc_nth_working_day(w->index, 0, &found));
	assert_false(mc_nth_working_day(w->index, -1, &found));
	assert_false(mc_nth_working_day(w->index, number + 1, &found));
	assert_false(mc_nth_working_day(w->index, INT64_MAX, &found));
}

static void
test_numbers(void **state)
{
	(void) state;
	in_random_worlds(check_numbers, 200, MAX_DAYS);
}

static void
check_add(const world *w)
{
	for (mc_day day = w->first; day <= last_of(w); day++)
	{
		mc_day got;

		for (int n = -w->days - 2; n <= w->days + 2; n++)
		{
			mc_day expected = 0;
			bool there = naive_add(w, day, n, &expected);

			got = 0;
			check(mc_add_working_days(w->index, day, n, &got) == there && got == expected,
				  "day %d of %d..%d plus %d is %d, not %d", day, w->first, last_of(w), n, got,
				  expected);
		}
		assert_false(mc_add_working_days(w->index, day, INT32_MAX, &got));
		assert_false(mc_add_working_days(w->index, day, INT32_MIN, &got));
	}
}

static void
test_add(void **state)
{
	(void) state;
	in_random_worlds(check_add, 60, 60);
}

static void
check_between(const world *w)
{
	for (mc_day since = w->first; since <= last_of(w); since++)
		for (mc_day until = w->first; until <= last_of(w); until++)
			for (int b = 0; b < 4; b++)
			{
				mc_bounds bounds = {b & 1, b >> 1};
				int got = mc_working_days_between(w->index, since, until, bounds);
				int expected = naive_between(w, since, until, bounds);

				check(got == expected, "%c%d,%d%c holds %d, not %d", "(["[b & 1], since, until,
					  ")]"[b >> 1], got, expected);
			}
}

static void
test_between(void **state)
{
	(void) state;
	in_random_worlds(check_between, 60, 60);
}

/*
 * If a and b have the same sign, then add(add(d, a), b) = add(d, a + b), and the count with bounds
 * '(]' from d to add(d, n) is n.
 */
static void
check_laws(const world *w)
{
	const mc_bounds after = {false, true};

	for (int i = 0; i < 2000; i++)
	{
		mc_day day = (mc_day) random_between(w->first, last_of(w));
		int sign = one_in(2) ? 1 : -1;
		int a = sign * (int) random_between(1, w->days);
		int b = sign * (int) random_between(1, w->days);
		mc_day one, two, both;
		bool there = mc_add_working_days(w->index, day, a + b, &both);

		if (there)
		{
			assert_true(mc_add_working_days(w->index, day, a, &one));
			assert_true(mc_add_working_days(w->index, one, b, &two));
			assert_int_equal(two, both);
			assert_int_equal(mc_working_days_between(w->index, day, both, after), a + b);
		}
		else if (mc_add_working_days(w->index, day, a, &one))
			assert_false(mc_add_working_days(w->index, one, b, &two));
	}
}

static void
test_laws(void **state)
{
	(void) state;
	in_random_worlds(check_laws, 200, MAX_DAYS);
}

static void
test_empty_coverage(void **state)
{
	world w = {.first = 100, .days = 0};
	mc_day found;

	(void) state;
	build(&w);
	assert_int_equal(w.index->working_days, 0);
	assert_false(mc_day_index_covers(w.index, 100));
	assert_false(mc_nth_working_day(w.index, 1, &found));
	free(w.index);
}

static void
test_bounds_text(void **state)
{
	int accepted = 0;

	(void) state;
	for (int a = 0; a < 256; a++)
		for (int b = 0; b < 256; b++)
		{
			char *text = malloc(2);
			mc_bounds bounds;

			text[0] = (char) a;
			text[1] = (char) b;
			if (mc_parse_bounds(text, 2, &bounds))
			{
				accepted++;
				assert_true(a == '[' || a == '(');
				assert_true(b == ']' || b == ')');
				assert_int_equal(bounds.since_in, a == '[');
				assert_int_equal(bounds.until_in, b == ']');
			}
			assert_false(mc_parse_bounds(text, 1, &bounds));
			assert_false(mc_parse_bounds(text, 0, &bounds));
			free(text);
		}
	assert_int_equal(accepted, 4);
	assert_false(mc_parse_bounds("[])", 3, &(mc_bounds){0}));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),        cmocka_unit_test(test_add),
		cmocka_unit_test(test_between),        cmocka_unit_test(test_laws),
		cmocka_unit_test(test_empty_coverage), cmocka_unit_test(test_bounds_text),
	};

	return cmocka_run_group_tests_name("day_index", tests, NULL, NULL);
}

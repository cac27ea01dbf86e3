/*
 * Test the outcome of dossiers: its names, and every combination of a small set of moments against
 * the definitions in words.
 */
#include "support.h"

#include "core/dossier/outcome.h"

static void
test_names(void **state)
{
	static const char *const names[] = {"early", "on_time", "late", "in_time", "overdue", "paused"};

	(void) state;
	for (int i = 0; i < MC_OUTCOME_COUNT; i++)
		assert_string_equal(mc_outcome_name(i), names[i]);
	assert_int_equal(mc_ended_as_by_name("result", 6), MC_RESULT);
	assert_int_equal(mc_ended_as_by_name("withdrawn", 9), MC_WITHDRAWN);
	assert_int_equal(mc_ended_as_by_name("refused", 7), MC_REFUSED);
	assert_int_equal(mc_ended_as_by_name("stopped", 7), MC_STOPPED);
	assert_int_equal(mc_ended_as_by_name("stopped", 6), -1);
	assert_int_equal(mc_ended_as_by_name("Result", 6), -1);
	assert_int_equal(mc_ended_as_by_name("", 0), -1);
	assert_int_equal(mc_granularity_by_name("day", 3), MC_BY_DAY);
	assert_int_equal(mc_granularity_by_name("instant", 7), MC_BY_INSTANT);
	assert_int_equal(mc_granularity_by_name("days", 4), -1);
	assert_int_equal(mc_granularity_by_name("da", 2), -1);
}

/* ---- every combination of a small world, against the definitions in words ---- */

/*
 * The moments tried are days 0 to 2 without a time, the same days at 08:00 and at 15:00, no day,
 * and the infinite past.
 */
#define MOMENTS 11
#define OF_FINITE 9

static mc_moment
moment(int i)
{
	const mc_instant hour = INT64_C(3600000000);

	if (i == OF_FINITE)
		return mc_never();
	if (i == OF_FINITE + 1)
		return mc_moment_of_day(MC_DAY_MINUS_INFINITY);
	if (i < 3)
		return mc_moment_of_day(i);
	return (mc_moment){
		.day = i % 3, .exact = true, .at = (i % 3) * MC_US_PER_DAY + (i < 6 ? 8 : 15) * hour};
}

/* Return a number that orders moments by day, infinite ones at the ends. */
static double
scale(mc_moment m)
{
	if (m.day == MC_DAY_INFINITY)
		return 1e18;
	if (m.day == MC_DAY_MINUS_INFINITY)
		return -1e18;
	return m.day;
}

static bool
before(mc_moment a, mc_moment b, mc_granularity granularity)
{
	if (granularity == MC_BY_INSTANT && a.exact && b.exact)
		return a.at < b.at;
	return scale(a) < scale(b);
}

static bool
has_happened(mc_moment event, mc_moment as_of, mc_granularity granularity)
{
	return event.day != MC_DAY_INFINITY && !before(as_of, event, granularity);
}

static bool
stated(mc_moment due)
{
	return due.day != MC_DAY_INFINITY && due.day != MC_DAY_MINUS_INFINITY;
}

static mc_outcome
by_the_book(mc_moment due, mc_moment ended, mc_moment as_of, mc_moment paused, mc_granularity g)
{
	if (has_happened(ended, as_of, g))
	{
		if (stated(due) && before(ended, due, g))
			return MC_EARLY;
		if (stated(due) && before(due, ended, g))
			return MC_LATE;
		return MC_ON_TIME;
	}
	if (has_happened(paused, as_of, g))
		return MC_PAUSED;
	if (stated(due) && before(due, as_of, g))
		return MC_OVERDUE;
	return MC_IN_TIME;
}

static void
test_every_combination(void **state)
{
	int seen[MC_OUTCOME_COUNT] = {0};

	(void) state;
	for (int g = MC_BY_DAY; g <= MC_BY_INSTANT; g++)
		for (int d = 0; d < MOMENTS; d++)
			for (int e = 0; e < MOMENTS; e++)
				for (int a = 0; a < MOMENTS; a++)
					for (int p = 0; p < MOMENTS; p++)
					{
						mc_outcome got = mc_classify(moment(d), moment(e), moment(a), moment(p), g);
						mc_outcome expected =
							by_the_book(moment(d), moment(e), moment(a), moment(p), g);

						check(got == expected,
							  "due %d ended %d as of %d paused %d granularity %d: %s, not %s", d, e,
							  a, p, g, mc_outcome_name(got), mc_outcome_name(expected));
						seen[got]++;
					}
	for (int i = 0; i < MC_OUTCOME_COUNT; i++)
		assert_true(seen[i] > 0);
}

static void
test_by_day_an_hour_does_not_matter(void **state)
{
	mc_moment due = moment(3); /* day 0, 08:00 */
	mc_moment ended = moment(6); /* day 0, 15:00 */
	mc_moment as_of = mc_moment_of_day(0);

	(void) state;
	assert_int_equal(mc_classify(due, ended, as_of, mc_never(), MC_BY_DAY), MC_ON_TIME);
	assert_int_equal(mc_classify(due, ended, as_of, mc_never(), MC_BY_INSTANT), MC_LATE);
	assert_int_equal(mc_classify(due, mc_never(), as_of, mc_never(), MC_BY_INSTANT), MC_IN_TIME);
	assert_int_equal(mc_classify(due, mc_never(), moment(6), mc_never(), MC_BY_INSTANT),
					 MC_OVERDUE);
	assert_int_equal(mc_classify(due, mc_never(), moment(6), mc_never(), MC_BY_DAY), MC_IN_TIME);
	assert_int_equal(mc_classify(due, mc_never(), mc_moment_of_day(1), mc_never(), MC_BY_DAY),
					 MC_OVERDUE);
}

static void
test_compare_is_an_order(void **state)
{
	(void) state;
	for (int g = MC_BY_DAY; g <= MC_BY_INSTANT; g++)
		for (int i = 0; i < MOMENTS; i++)
			for (int j = 0; j < MOMENTS; j++)
			{
				int ij = mc_moment_compare(moment(i), moment(j), g);
				int ji = mc_moment_compare(moment(j), moment(i), g);

				assert_int_equal((ij > 0) - (ij < 0), (ji < 0) - (ji > 0));
				assert_int_equal(ij < 0, before(moment(i), moment(j), g));
			}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_every_combination),
		cmocka_unit_test(test_by_day_an_hour_does_not_matter),
		cmocka_unit_test(test_compare_is_an_order),
	};

	return cmocka_run_group_tests_name("outcome", tests, NULL, NULL);
}

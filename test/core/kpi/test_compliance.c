/*
 * Test whether a dossier is favourable for the satisfaction figure, and by which day an apology is
 * due.
 */
#include "support.h"

#include "core/kpi/compliance.h"

static mc_moment
on(int day)
{
	return mc_moment_of_day(day);
}

/*
 * The verdicts must agree with the tally: a dossier is concerned if the tally counts it as
 * workload, and unfavourable if it is late, overdue or disliked.
 */
static void
test_satisfaction(void **state)
{
	(void) state;
	for (int round = 0; round < 100000; round++)
	{
		mc_period period = {(mc_day) random_between(0, 10), (mc_day) random_between(10, 20)};
		mc_dossier_facts facts = {
			.received = one_in(20) ? mc_never() : on((int) random_between(-5, 22)),
			.due = one_in(8) ? mc_never() : on((int) random_between(-5, 25)),
			.ended = one_in(4) ? mc_never() : on((int) random_between(-8, 25)),
			.paused_since = one_in(4) ? on((int) random_between(-5, 25)) : mc_never()};
		bool disliked = one_in(3);
		mc_tally tally = mc_tally_empty(period);
		int64_t workload;
		int64_t bad;
		mc_verdict verdict = mc_satisfaction(&facts, period, disliked);

		mc_tally_count(&tally, &facts, 1);
		assert_true(mc_tally_accumulate(&tally, &tally, 1));
		workload =
			(tally.n[MC_N_new_online] + tally.n[MC_N_new_direct] + tally.n[MC_N_carried]) / 2;
		bad = (tally.n[MC_N_late] + tally.n[MC_N_open_overdue]) / 2;
		assert_int_equal(verdict != MC_NOT_CONCERNED, workload == 1);
		if (workload == 1)
			assert_int_equal(verdict == MC_UNFAVOURABLE, bad == 1 || disliked);
	}
}

static bool
weekday(mc_day day, void *context)
{
	(void) context;
	return mc_weekday(day) < 5;
}

static void
test_apology_day(void **state)
{
	mc_day monday = mc_day_from_civil(2020, 3, 16);
	void *memory = malloc(mc_day_index_size(monday - 10, monday + 10));
	mc_day_index *index = mc_day_index_build(memory, monday - 10, monday + 10, weekday, NULL);
	mc_day last;

	(void) state;
	assert_true(mc_apology_day(monday, MC_NOTICE_DAY, NULL, &last) && last == monday - 1);
	assert_true(mc_apology_day(monday, MC_NOTICE_SAME_DAY, NULL, &last) && last == monday);
	assert_true(mc_apology_day(monday, MC_NOTICE_WORKING_DAY, index, &last) && last == monday - 3);
	assert_true(mc_apology_day(monday + 1, MC_NOTICE_WORKING_DAY, index, &last) && last == monday);
	assert_false(mc_apology_day(monday + 11, MC_NOTICE_WORKING_DAY, index, &last));
	assert_false(mc_apology_day(monday - 10, MC_NOTICE_WORKING_DAY, index, &last));
	free(memory);
}

static void
test_apology(void **state)
{
	(void) state;
	assert_true(mc_needs_apology(on(10), on(11), 0));
	assert_false(mc_needs_apology(on(10), on(10), 0));
	assert_true(mc_needs_apology(on(10), on(10), 1));
	assert_true(mc_needs_apology(on(10), mc_never(), 2));
	assert_false(mc_needs_apology(on(10), mc_never(), 0));
	assert_false(mc_needs_apology(mc_never(), on(11), 1));
	assert_true(mc_apology_in_time(on(9), 9, 0));
	assert_true(mc_apology_in_time(on(9), 9, 1));
	assert_false(mc_apology_in_time(on(10), 9, 1));
	assert_false(mc_apology_in_time(mc_never(), 9, 1));
	assert_false(mc_apology_in_time(on(8), 9, 2));
	assert_int_equal(mc_notice_by_name("day", 3), MC_NOTICE_DAY);
	assert_int_equal(mc_notice_by_name("working_day", 11), MC_NOTICE_WORKING_DAY);
	assert_int_equal(mc_notice_by_name("same_day", 8), MC_NOTICE_SAME_DAY);
	assert_int_equal(mc_notice_by_name("week", 4), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_satisfaction),
									   cmocka_unit_test(test_apology_day),
									   cmocka_unit_test(test_apology)};

	return cmocka_run_group_tests_name("compliance", tests, NULL, NULL);
}

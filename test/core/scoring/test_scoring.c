/* Test scoring: which counters each measure divides, the bands of a score, and overflow. */
#include "support.h"

#include "core/scoring/scorecards.h"

static void
check_measure(const mc_tally *t, const char *name, int64_t numerator, int64_t denominator)
{
	mc_ratio ratio;
	int measure = mc_measure_by_name(name, strlen(name));

	check(measure >= 0, "%s is no measure", name);
	assert_true(mc_measure_ratio(t, (mc_measure) measure, &ratio));
	check(ratio.numerator == numerator && ratio.denominator == denominator,
		  "%s: %lld/%lld, not %lld/%lld", name, (long long) ratio.numerator,
		  (long long) ratio.denominator, (long long) numerator, (long long) denominator);
}

static void
test_measures(void **state)
{
	mc_tally t = mc_tally_empty(mc_no_period());

	(void) state;
	for (int i = 0; i < MC_COUNTER_COUNT; i++)
		t.n[i] = 1 << i; /* powers of two, so that every sum shows its parts */
	check_measure(&t, "on_time_rate:resolved", 8 + 16, 8 + 16 + 32);
	check_measure(&t, "on_time_rate:received", 8 + 16, 1 + 2);
	check_measure(&t, "on_time_rate:workload", 1 + 2 + 4 - 32 - 128, 1 + 2 + 4);
	check_measure(&t, "on_time_rate:due", 512, 512 + 1024);
	check_measure(&t, "early_rate", 8, 8 + 16 + 32);
	check_measure(&t, "late_rate", 32, 8 + 16 + 32);
	check_measure(&t, "overdue_rate", 128, 64 + 128 + 256);
	check_measure(&t, "online_rate", 1, 1 + 2);
}

/* Criterion 2.1 of the scorecard counts dossiers that are open in time or paused as on time. */
static void
test_progress(void **state)
{
	mc_tally t = mc_tally_empty(mc_no_period());

	(void) state;
	t.n[MC_N_new_online] = 60;
	t.n[MC_N_new_direct] = 30;
	t.n[MC_N_carried] = 10;
	t.n[MC_N_early] = 40;
	t.n[MC_N_on_time] = 20;
	t.n[MC_N_late] = 7;
	t.n[MC_N_open_in_time] = 25;
	t.n[MC_N_open_overdue] = 3;
	t.n[MC_N_open_paused] = 5;
	check_measure(&t, "on_time_rate:workload", 40 + 20 + 25 + 5, 100);
}

static void
test_overflow(void **state)
{
	mc_tally t = mc_tally_empty(mc_no_period());
	mc_ratio ratio;

	(void) state;
	t.n[MC_N_early] = INT64_MAX;
	t.n[MC_N_late] = 1;
	assert_false(mc_measure_ratio(&t, MC_MEASURE_EARLY, &ratio));
	assert_false(mc_measure_ratio(&t, MC_MEASURE_LATE, &ratio));
	assert_false(mc_measure_ratio(&t, MC_MEASURE_ON_TIME + MC_BASIS_RESOLVED, &ratio));
	assert_true(mc_measure_ratio(&t, MC_MEASURE_ONLINE, &ratio));
	assert_int_equal(ratio.denominator, 0);
}

static void
test_names(void **state)
{
	(void) state;
	for (int i = 0; i < MC_MEASURE_COUNT; i++)
		assert_int_equal(mc_measure_by_name(mc_measure_name(i), strlen(mc_measure_name(i))), i);
	for (int i = 0; i < MC_ZERO_POLICY_COUNT; i++)
		assert_int_equal(
			mc_zero_policy_by_name(mc_zero_policy_name(i), strlen(mc_zero_policy_name(i))), i);
	for (int i = 0; i < MC_BASIS_COUNT; i++)
	{
		char name[64];
		int length = snprintf(name, sizeof name, "on_time_rate:%s", mc_basis_name(i));

		assert_int_equal(mc_measure_by_name(name, (size_t) length), MC_MEASURE_ON_TIME + i);
	}
	for (int i = 0; i < MC_SCORE_RULE_COUNT; i++)
		assert_non_null(mc_score_rule_name(i));
	assert_int_equal(mc_measure_by_name("share", 5), -1);
	assert_int_equal(mc_zero_policy_by_name("nul", 3), -1);
	assert_int_equal(mc_zero_policy_by_name("0", 1), MC_ZERO_ZERO);
	assert_int_equal(mc_zero_policy_by_name("", 0), -1);
}

static bool
is_known_source(const char *computed_from)
{
	return computed_from == NULL || strcmp(computed_from, "share") == 0 ||
		   mc_measure_by_name(computed_from, strlen(computed_from)) >= 0;
}

static void
test_shipped(void **state)
{
	const mc_criterion *c;
	int sum = 0;

	(void) state;
	assert_string_equal(mc_shipped_scorecard(0)->name, "766");
	assert_null(mc_shipped_scorecard(1));
	assert_null(mc_shipped_scorecard(-1));
	for (int i = 0; (c = mc_shipped_criterion(i)) != NULL; i++)
	{
		sum += c->max_points == MC_NO_POINTS ? 0 : c->max_points;
		check(is_known_source(c->computed_from), "%s is computed from %s", c->code,
			  c->computed_from);
		check(c->threshold > 0 && c->threshold <= 100, "threshold of %s", c->code);
		check(c->max_points != MC_NO_POINTS || c->rule == MC_RULE_INFORMATION ||
				  strcmp(c->status, "unverified") == 0,
			  "points of %s are not stated", c->code);
	}
	assert_int_equal(sum, 100 * 100);
	for (int i = 1; mc_shipped_band(i) != NULL; i++)
		if (strcmp(mc_shipped_band(i)->scale, mc_shipped_band(i - 1)->scale) == 0)
			check(mc_shipped_band(i)->lower < mc_shipped_band(i - 1)->lower, "band %d", i);
	assert_string_equal(mc_shipped_scale(0)->name, "766");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_measures), cmocka_unit_test(test_progress),
		cmocka_unit_test(test_overflow), cmocka_unit_test(test_names),
		cmocka_unit_test(test_shipped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

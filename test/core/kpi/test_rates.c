/*
 * Test rates: published figures, kinds of end that are left out, overflow, and violations of the
 * rules that a tally keeps.
 */
#include "support.h"

#include "core/kpi/rates.h"

#define WITHDRAWN (1u << MC_WITHDRAWN)
#define REFUSED (1u << MC_REFUSED)
#define STOPPED (1u << MC_STOPPED)

/* Return the figures of 2021 that thaibinh.gov.vn published. */
static mc_tally
thai_binh(void)
{
	mc_tally t = mc_tally_empty(mc_no_period());

	t.n[MC_N_new_online] = 69635;
	t.n[MC_N_new_direct] = 1065067;
	t.n[MC_N_carried] = 15641;
	t.n[MC_N_early] = 114977;
	t.n[MC_N_on_time] = 1022796;
	t.n[MC_N_late] = 1551;
	t.n[MC_N_open_in_time] = 10686;
	t.n[MC_N_open_overdue] = 333;
	return t;
}

static void
check_ratio(const mc_tally *t, mc_basis basis, mc_ended_as_set without, int64_t numerator,
			int64_t denominator)
{
	mc_ratio ratio = {-1, -1};

	assert_int_equal(mc_on_time_ratio(t, basis, without, &ratio), MC_RATE_OK);
	check(ratio.numerator == numerator && ratio.denominator == denominator,
		  "%s: %lld/%lld, not %lld/%lld", mc_basis_name(basis), (long long) ratio.numerator,
		  (long long) ratio.denominator, (long long) numerator, (long long) denominator);
}

static void
test_thai_binh(void **state)
{
	mc_tally t = thai_binh();
	int64_t total;

	(void) state;
	assert_true(mc_tally_received(&t, &total));
	assert_int_equal(total, 1134702);
	assert_true(mc_tally_workload(&t, &total));
	assert_int_equal(total, 1150343);
	assert_true(mc_tally_resolved(&t, &total));
	assert_int_equal(total, 1139324);
	assert_true(mc_tally_open(&t, &total));
	assert_int_equal(total, 11019);
	check_ratio(&t, MC_BASIS_RESOLVED, 0, 1137773, 1139324);
	check_ratio(&t, MC_BASIS_PROCESSED, 0, 1137773, 1139324);
	check_ratio(&t, MC_BASIS_RECEIVED, 0, 1137773, 1134702); /* a ratio above 1 */
	check_ratio(&t, MC_BASIS_WORKLOAD, 0, 1150343 - 1551 - 333, 1150343);
	check_ratio(&t, MC_BASIS_DUE, 0, 0, 0);
	assert_int_equal(mc_tally_violations(&t, (mc_violation[MC_VIOLATIONS_MAX]){{0}}), 0);
}

static void
test_quang_thai(void **state)
{
	mc_tally t = mc_tally_empty(mc_no_period());

	(void) state;
	t.n[MC_N_new_direct] = 1113;
	t.n[MC_N_on_time] = 1100;
	t.n[MC_N_late] = 13;
	check_ratio(&t, MC_BASIS_RESOLVED, 0, 1100, 1113);
	check_ratio(&t, MC_BASIS_RECEIVED, 0, 1100, 1113);
	check_ratio(&t, MC_BASIS_WORKLOAD, 0, 1100, 1113);
}

static void
test_due(void **state)
{
	mc_tally t = mc_tally_empty(mc_no_period());
	mc_ratio ratio;

	(void) state;
	t.n[MC_N_due_met] = 97;
	t.n[MC_N_due_missed] = 3;
	check_ratio(&t, MC_BASIS_DUE, 0, 97, 100);
	for (mc_ended_as_set without = 1; without < 16; without++)
		assert_int_equal(mc_on_time_ratio(&t, MC_BASIS_DUE, without, &ratio), MC_RATE_UNKNOWABLE);
}

/* ---- leaving kinds of end out must equal counting without their rows ---- */

/* A dossier that is counted by hand: its outcome, how it ended, and true if it was carried. */
typedef struct row
{
	mc_outcome outcome;
	mc_ended_as kind;
	bool carried;
} row;

static bool
left_out(row r, mc_ended_as_set without)
{
	return r.outcome <= MC_LATE && without >> r.kind & 1;
}

static void
put(mc_tally *t, row r)
{
	t->n[r.carried ? MC_N_carried : MC_N_new_direct]++;
	t->n[MC_N_early + r.outcome]++;
	if (r.outcome > MC_LATE || r.kind == MC_RESULT)
		return;
	t->n[MC_N_withdrawn + (r.kind - MC_WITHDRAWN)]++;
	if (r.outcome == MC_LATE)
		t->n[MC_N_withdrawn_late + (r.kind - MC_WITHDRAWN)]++;
}

static bool
in_time(row r)
{
	return r.outcome != MC_LATE && r.outcome != MC_OVERDUE;
}
static bool
ended(row r)
{
	return r.outcome <= MC_LATE;
}

#define ROWS 500

static mc_tally
random_rows(row rows[ROWS], bool carry)
{
	mc_tally t = mc_tally_empty(mc_no_period());

	for (int i = 0; i < ROWS; i++)
	{
		rows[i] = (row){(mc_outcome) random_between(MC_EARLY, MC_PAUSED),
						(mc_ended_as) random_between(MC_RESULT, MC_STOPPED), carry && one_in(3)};
		put(&t, rows[i]);
	}
	return t;
}

static void
test_without(void **state)
{
	(void) state;
	for (int round = 0; round < 100; round++)
		for (mc_ended_as_set without = 0; without < 16; without += 2)
		{
			row rows[ROWS];
			mc_tally t = random_rows(rows, true);
			int64_t good = 0, results = 0, all = 0, load_good = 0, load = 0;

			for (int i = 0; i < ROWS; i++)
			{
				if (left_out(rows[i], without))
					continue;
				load++;
				load_good += in_time(rows[i]);
				if (!ended(rows[i]))
					continue;
				all++;
				good += in_time(rows[i]);
				results += in_time(rows[i]) && rows[i].kind == MC_RESULT;
			}
			check_ratio(&t, MC_BASIS_RESOLVED, without, good, all);
			check_ratio(&t, MC_BASIS_PROCESSED, without, results, all);
			check_ratio(&t, MC_BASIS_WORKLOAD, without, load_good, load);
		}
}

/* The basis received agrees with the rows only where nothing was carried. */
static void
test_without_received(void **state)
{
	(void) state;
	for (mc_ended_as_set without = 0; without < 16; without += 2)
	{
		row rows[ROWS];
		mc_tally t = random_rows(rows, false);
		int64_t good = 0, all = 0;

		for (int i = 0; i < ROWS; i++)
			if (!left_out(rows[i], without))
			{
				all++;
				good += ended(rows[i]) && in_time(rows[i]);
			}
		check_ratio(&t, MC_BASIS_RECEIVED, without, good, all);
	}
}

/* ---- overflow ---- */

static void
test_overflow(void **state)
{
	(void) state;
	for (int basis = 0; basis < MC_BASIS_COUNT; basis++)
	{
		mc_tally t = mc_tally_empty(mc_no_period());
		mc_ratio ratio;

		for (int i = 0; i < MC_COUNTER_COUNT; i++)
			t.n[i] = INT64_MAX / 2 + 1;
		assert_int_equal(mc_on_time_ratio(&t, basis, 0, &ratio), MC_RATE_OVERFLOW);
	}
	for (int i = 0; i < 4; i++)
	{
		bool (*const total[])(const mc_tally *, int64_t *) = {mc_tally_received, mc_tally_workload,
															  mc_tally_resolved, mc_tally_open};
		const mc_counter part[] = {MC_N_new_online, MC_N_carried, MC_N_late, MC_N_open_paused};
		mc_tally t = mc_tally_empty(mc_no_period());
		mc_violation list[MC_VIOLATIONS_MAX];
		int64_t value;

		t.n[part[i]] = INT64_MAX;
		assert_true(total[i](&t, &value));
		assert_int_equal(value, INT64_MAX);
		t.n[i == 0 ? MC_N_new_direct : part[i] - 1] = 1;
		assert_false(total[i](&t, &value));
		assert_int_equal(mc_tally_violations(&t, list), -1);
	}
}

/* ---- violations ---- */

static const mc_violation *
find(const mc_violation *list, int count, const char *rule)
{
	for (int i = 0; i < count; i++)
		if (strcmp(list[i].rule, rule) == 0)
			return &list[i];
	return NULL;
}

/* Of the 268,763 dossiers of the portal, 9,612 processed ones are in no class. */
static void
test_hue_portal(void **state)
{
	mc_tally t = mc_tally_empty(mc_no_period());
	mc_violation list[MC_VIOLATIONS_MAX];

	(void) state;
	t.n[MC_N_new_direct] = 268763;
	t.n[MC_N_early] = 124907;
	t.n[MC_N_on_time] = 102770;
	t.n[MC_N_late] = 19852;
	t.n[MC_N_open_in_time] = 11622;
	assert_int_equal(mc_tally_violations(&t, list), 1);
	assert_string_equal(list[0].rule, "workload = resolved + open");
	assert_int_equal(list[0].left, 268763);
	assert_int_equal(list[0].right, 247529 + 11622);
	assert_int_equal(list[0].left - list[0].right, 9612);
}

static void
test_negative(void **state)
{
	(void) state;
	for (int i = 0; i < MC_COUNTER_COUNT; i++)
	{
		mc_tally t = mc_tally_empty(mc_no_period());
		mc_violation list[MC_VIOLATIONS_MAX];
		char rule[64];
		const mc_violation *found;

		t.n[i] = -5;
		snprintf(rule, sizeof(rule), "%s >= 0", mc_counter_name(i));
		found = find(list, mc_tally_violations(&t, list), rule);
		check(found && found->left == -5 && found->right == 0, "%s", rule);
	}
}

static void
test_parts(void **state)
{
	static const struct
	{
		const char *rule;
		mc_counter part;
		mc_counter whole;
	} rules[] = {
		{"on_time_no_due <= on_time", MC_N_on_time_no_due, MC_N_on_time},
		{"withdrawn + refused + stopped <= resolved", MC_N_refused, MC_N_early},
		{"withdrawn_late + refused_late + stopped_late <= late", MC_N_stopped_late, MC_N_late},
		{"withdrawn_late <= withdrawn", MC_N_withdrawn_late, MC_N_withdrawn},
		{"refused_late <= refused", MC_N_refused_late, MC_N_refused},
		{"stopped_late <= stopped", MC_N_stopped_late, MC_N_stopped},
	};

	(void) state;
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
	{
		mc_tally t = mc_tally_empty(mc_no_period());
		mc_violation list[MC_VIOLATIONS_MAX];
		const mc_violation *found;

		t.n[rules[i].part] = t.n[rules[i].whole] = 7;
		assert_null(find(list, mc_tally_violations(&t, list), rules[i].rule));
		t.n[rules[i].part] = 8;
		found = find(list, mc_tally_violations(&t, list), rules[i].rule);
		check(found && found->left == 8 && found->right == 7, "%s", rules[i].rule);
	}
}

/* The list has room for all violations at once. */
static void
test_most_violations(void **state)
{
	(void) state;
	for (int round = 0; round < 20000; round++)
	{
		mc_tally t = mc_tally_empty(mc_no_period());
		mc_violation *list = malloc(MC_VIOLATIONS_MAX * sizeof(mc_violation));

		for (int i = 0; i < MC_COUNTER_COUNT; i++)
			t.n[i] = random_between(-100, round % 2 ? -1 : 100);
		assert_in_range(mc_tally_violations(&t, list), 0, MC_VIOLATIONS_MAX);
		free(list);
	}
}

static void
test_names(void **state)
{
	static const char *const names[] = {"resolved", "processed", "received", "workload", "due"};

	(void) state;
	assert_int_equal(MC_BASIS_COUNT, 5);
	for (int i = 0; i < MC_BASIS_COUNT; i++)
	{
		assert_string_equal(mc_basis_name(i), names[i]);
		assert_int_equal(mc_basis_by_name(names[i], strlen(names[i])), i);
		assert_true(strlen(mc_basis_formula_vi(i)) > 0);
		assert_true(strlen(mc_basis_used_by(i)) > 0);
	}
	assert_int_equal(mc_basis_by_name("resolve", 7), -1);
	assert_int_equal(mc_basis_by_name("", 0), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_thai_binh),
		cmocka_unit_test(test_quang_thai),
		cmocka_unit_test(test_due),
		cmocka_unit_test(test_without),
		cmocka_unit_test(test_without_received),
		cmocka_unit_test(test_overflow),
		cmocka_unit_test(test_hue_portal),
		cmocka_unit_test(test_negative),
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_most_violations),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests_name("rates", tests, NULL, NULL);
}

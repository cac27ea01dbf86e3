/*
 * Test the distribution of lateness: counting, merging, the summary, its limits and form, and days
 * late.
 */
#include "support.h"

#include "core/kpi/lateness.h"

#define DAYS 12

static mc_lateness
room_for(int32_t capacity)
{
	return (mc_lateness){0, capacity, calloc((size_t) capacity + 1, sizeof(mc_late_bin))};
}

static void
check_equal(const mc_lateness *l, const int64_t counts[DAYS + 1])
{
	int32_t at = 0;

	assert_true(mc_lateness_is_valid(l));
	for (int64_t days = 1; days <= DAYS; days++)
	{
		if (counts[days] == 0)
			continue;
		check(at < l->used && l->bins[at].days == days && l->bins[at].count == counts[days],
			  "bin %d is not %lld: %lld", at, (long long) days, (long long) counts[days]);
		at++;
	}
	assert_int_equal(at, l->used);
}

/* The bins must agree with a plain array of counts. */
static void
test_counting(void **state)
{
	(void) state;
	for (int round = 0; round < 300; round++)
	{
		mc_lateness l = room_for(DAYS);
		int64_t counts[DAYS + 1] = {0};

		for (int i = 0; i < 60; i++)
		{
			int64_t days = random_between(1, DAYS);
			int64_t step = random_between(-2, 2);

			counts[days] += step;
			assert_int_equal(mc_lateness_count(&l, days, step), MC_LATE_OK);
		}
		check_equal(&l, counts);
		free(l.bins);
	}
}

static void
fill(mc_lateness *l, int64_t counts[DAYS + 1], int n)
{
	for (int i = 0; i < n; i++)
	{
		int64_t days = random_between(1, DAYS);
		int64_t count = random_between(-3, 9);

		counts[days] += count;
		assert_int_equal(mc_lateness_count(l, days, count), MC_LATE_OK);
	}
}

static void
test_merging(void **state)
{
	(void) state;
	for (int round = 0; round < 2000; round++)
	{
		mc_lateness a = room_for(2 * DAYS);
		mc_lateness b = room_for(DAYS);
		int64_t of_a[DAYS + 1] = {0};
		int64_t of_b[DAYS + 1] = {0};
		int sign = one_in(2) ? 1 : -1;

		fill(&a, of_a, (int) random_between(0, 10));
		fill(&b, of_b, (int) random_between(0, 10));
		assert_int_equal(mc_lateness_accumulate(&a, &b, sign), MC_LATE_OK);
		for (int i = 1; i <= DAYS; i++)
			of_a[i] += sign * of_b[i];
		check_equal(&a, of_a);
		check_equal(&b, of_b);
		free(a.bins);
		free(b.bins);
	}
}

static int
by_value(const void *a, const void *b)
{
	int64_t x = *(const int64_t *) a;
	int64_t y = *(const int64_t *) b;

	return (x > y) - (x < y);
}

/* The summary must agree with the sorted list of all dossiers. */
static void
test_summary(void **state)
{
	(void) state;
	for (int round = 0; round < 500; round++)
	{
		mc_lateness l = room_for(DAYS);
		int64_t list[40];
		int n = (int) random_between(1, 40);
		int64_t sum = 0;
		mc_late_summary s;

		for (int i = 0; i < n; i++)
		{
			sum += list[i] = random_between(1, DAYS);
			assert_int_equal(mc_lateness_count(&l, list[i], 1), MC_LATE_OK);
		}
		qsort(list, (size_t) n, sizeof(list[0]), by_value);
		assert_int_equal(mc_lateness_summarize(&l, &s), MC_LATE_OK);
		assert_int_equal(s.count, n);
		assert_int_equal(s.days, sum);
		assert_int_equal(s.maximum, list[n - 1]);
		assert_int_equal(s.median_doubled, list[(n - 1) / 2] + list[n / 2]);
		free(l.bins);
	}
}

static void
test_limits(void **state)
{
	mc_lateness l = room_for(2);
	mc_lateness other = room_for(2);
	mc_late_summary s;
	int64_t total;

	(void) state;
	assert_int_equal(mc_lateness_summarize(&l, &s), MC_LATE_OK);
	assert_true(s.count == 0 && s.maximum == 0 && s.days == 0 && s.median_doubled == 0);
	assert_int_equal(mc_lateness_count(&l, 5, 0), MC_LATE_OK);
	assert_int_equal(l.used, 0);
	assert_int_equal(mc_lateness_count(&l, 5, INT64_MAX), MC_LATE_OK);
	assert_int_equal(mc_lateness_count(&l, 5, 1), MC_LATE_OVERFLOW);
	assert_int_equal(l.bins[0].count, INT64_MAX);
	assert_int_equal(mc_lateness_summarize(&l, &s), MC_LATE_OVERFLOW);
	assert_true(mc_lateness_total(&l, &total) && total == INT64_MAX);
	assert_int_equal(mc_lateness_count(&l, 1, 1), MC_LATE_OK);
	assert_false(mc_lateness_total(&l, &total));
	assert_int_equal(mc_lateness_count(&l, 3, 1), MC_LATE_FULL);
	assert_int_equal(mc_lateness_count(&l, 1, -1), MC_LATE_OK);
	assert_int_equal(mc_lateness_count(&other, 5, 1), MC_LATE_OK);
	assert_int_equal(mc_lateness_accumulate(&l, &other, 1), MC_LATE_OVERFLOW);
	assert_int_equal(mc_lateness_accumulate(&l, &other, -1), MC_LATE_OK);
	assert_int_equal(l.bins[0].count, INT64_MAX - 1);
	assert_int_equal(mc_lateness_count(&other, 6, -1), MC_LATE_OK);
	assert_int_equal(mc_lateness_accumulate(&l, &other, 1), MC_LATE_FULL);
	assert_int_equal(mc_lateness_summarize(&other, &s), MC_LATE_NEGATIVE);
	assert_true(mc_lateness_total(&other, &total) && total == 0);
	free(l.bins);
	free(other.bins);
}

static void
test_order_and_form(void **state)
{
	mc_late_bin one[] = {{1, 2}};
	mc_late_bin two[] = {{1, 2}, {3, 1}};
	mc_late_bin zero[] = {{1, 0}};
	mc_late_bin twice[] = {{2, 1}, {2, 1}};
	mc_late_bin early[] = {{0, 1}};
	mc_late_bin far[] = {{INT64_C(2147483648), 1}};

	(void) state;
#define OF(bins) \
	&(mc_lateness){sizeof(bins) / sizeof((bins)[0]), sizeof(bins) / sizeof((bins)[0]), bins}
	assert_int_equal(mc_lateness_compare(OF(one), OF(one)), 0);
	assert_int_equal(mc_lateness_compare(OF(one), OF(two)), -1);
	assert_int_equal(mc_lateness_compare(OF(two), OF(one)), 1);
	assert_int_equal(mc_lateness_compare(OF(twice), OF(two)), 1);
	assert_true(mc_lateness_is_valid(OF(two)));
	assert_false(mc_lateness_is_valid(OF(zero)));
	assert_false(mc_lateness_is_valid(OF(twice)));
	assert_false(mc_lateness_is_valid(OF(early)));
	assert_false(mc_lateness_is_valid(OF(far)));
#undef OF
}

static void
test_days_text(void **state)
{
	static const char *const bad[] = {"",   "0",   "01",         "-1",          "+1", " 1",
									  "1 ", "1.0", "2147483648", "99999999999", "x"};
	int64_t days;

	(void) state;
	assert_true(mc_parse_late_days("2147483647", 10, &days) && days == INT32_MAX);
	assert_true(mc_parse_late_days("17x", 2, &days) && days == 17);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		check(!mc_parse_late_days(bad[i], strlen(bad[i]), &days), "read \"%s\"", bad[i]);
}

static bool
weekday(mc_day day, void *context)
{
	(void) context;
	return mc_weekday(day) < 5;
}

/* A dossier that was due on Friday 2020-03-13 is one day late on Saturday, and still on Monday. */
static void
test_days_late(void **state)
{
	mc_day friday = mc_day_from_civil(2020, 3, 13);
	void *memory = malloc(mc_day_index_size(friday - 20, friday + 20));
	mc_day_index *index = mc_day_index_build(memory, friday - 20, friday + 20, weekday, NULL);

	(void) state;
	assert_int_equal(mc_days_late(index, friday, friday + 1), 1);
	assert_int_equal(mc_days_late(index, friday, friday + 2), 1);
	assert_int_equal(mc_days_late(index, friday, friday + 3), 1);
	assert_int_equal(mc_days_late(index, friday, friday + 4), 2);
	assert_int_equal(mc_days_late(index, friday + 1, friday + 2), 1);
	assert_int_equal(mc_days_late(index, friday, friday + 14), 10);
	free(memory);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counting),       cmocka_unit_test(test_merging),
		cmocka_unit_test(test_summary),        cmocka_unit_test(test_limits),
		cmocka_unit_test(test_order_and_form), cmocka_unit_test(test_days_text),
		cmocka_unit_test(test_days_late)};

	return cmocka_run_group_tests_name("lateness", tests, NULL, NULL);
}

/* Test report periods: their bounds, and that they follow one another without a gap. */
#include "support.h"

#include "core/kpi/report_period.h"

static void
check_period(int32_t year, const char *kind, int32_t n, int32_t start_day, const char *since,
			 const char *until)
{
	char from[11];
	char to[11];
	int months = mc_report_period_months(kind, strlen(kind));
	mc_period period = mc_report_period(year, months, n, start_day);

	mc_format_iso_day(period.since, from);
	mc_format_iso_day(period.until, to);
	check(strcmp(from, since) == 0 && strcmp(to, until) == 0, "%s %d of %d from day %d: %s to %s",
		  kind, n, year, start_day, from, to);
}

static void
test_official(void **state)
{
	(void) state;
	check_period(2020, "month", 1, 15, "2019-12-15", "2020-01-14");
	check_period(2020, "month", 3, 15, "2020-02-15", "2020-03-14");
	check_period(2020, "month", 12, 15, "2020-11-15", "2020-12-14");
	check_period(2020, "quarter", 1, 15, "2019-12-15", "2020-03-14");
	check_period(2020, "quarter", 2, 15, "2020-03-15", "2020-06-14");
	check_period(2020, "quarter", 4, 15, "2020-09-15", "2020-12-14");
	check_period(2020, "half", 1, 15, "2019-12-15", "2020-06-14");
	check_period(2020, "half", 2, 15, "2020-06-15", "2020-12-14");
	check_period(2020, "year", 1, 15, "2019-12-15", "2020-12-14");
	/* August in Vĩnh Phúc begins on 21 July */
	check_period(2021, "month", 8, 21, "2021-07-21", "2021-08-20");
}

static void
test_calendar(void **state)
{
	(void) state;
	check_period(2020, "month", 1, 1, "2020-01-01", "2020-01-31");
	check_period(2020, "month", 2, 1, "2020-02-01", "2020-02-29");
	check_period(2021, "month", 12, 1, "2021-12-01", "2021-12-31");
	check_period(2021, "quarter", 3, 1, "2021-07-01", "2021-09-30");
	check_period(2021, "half", 2, 1, "2021-07-01", "2021-12-31");
	check_period(2021, "year", 1, 1, "2021-01-01", "2021-12-31");
	check_period(2020, "month", 2, 2, "2020-01-02", "2020-02-01");
}

/*
 * The periods of a kind follow one another without a gap, and each is made of whole periods of the
 * finer kinds.
 */
static void
test_no_gap(void **state)
{
	static const char *const kinds[] = {"month", "quarter", "half", "year"};

	(void) state;
	for (int32_t start_day = 1; start_day <= MC_REPORT_START_DAY_MAX; start_day++)
		for (int k = 0; k < 4; k++)
		{
			int months = mc_report_period_months(kinds[k], strlen(kinds[k]));
			mc_day next = mc_report_period(1990, 12, 1, start_day).since;

			for (int32_t year = 1990; year < 2030; year++)
				for (int32_t n = 1; n <= 12 / months; n++)
				{
					mc_period period = mc_report_period(year, months, n, start_day);

					assert_int_equal(period.since, next);
					assert_int_equal(mc_civil_from_day(period.since).day, start_day);
					next = period.until + 1;
				}
		}
}

static void
test_kinds(void **state)
{
	(void) state;
	assert_int_equal(mc_report_period_months("month", 5), 1);
	assert_int_equal(mc_report_period_months("halfyear", 4), 6);
	assert_int_equal(mc_report_period_months("week", 4), 0);
	assert_int_equal(mc_report_period_months("", 0), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_official),
									   cmocka_unit_test(test_calendar),
									   cmocka_unit_test(test_no_gap), cmocka_unit_test(test_kinds)};

	return cmocka_run_group_tests_name("report_period", tests, NULL, NULL);
}

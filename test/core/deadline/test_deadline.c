/*
 * Test deadlines on the calendar vn: worked cases, every unit and policy, and the ends of the
 * coverage.
 */
#include "support.h"

#include "core/deadline/deadline.h"
#include "offices.h"

/* ---- limits and answers ---- */

static void
check_day(const office *o, mc_day received, mc_time_limit limit, mc_day expected)
{
	mc_day due;

	check(mc_due_day(&o->office, received, limit, &due), "%s leaves the coverage",
		  limit_text(limit));
	check(due == expected, "%s from %s is %s, not %s", limit_text(limit), day_text(received),
		  day_text(due), day_text(expected));
}

static void
check_instant(const office *o, mc_instant received, mc_time_limit limit, mc_instant expected)
{
	mc_instant due;

	check(mc_due_instant(&o->office, received, limit, &due), "%s leaves the coverage",
		  limit_text(limit));
	check(due == expected, "%s is due %lld s from what it should be", limit_text(limit),
		  (long long) ((due - expected) / 1000000));
}

#define WORKING_DAYS(n) limit_of((n) *100, MC_WORKING_DAY)
#define WORKING_HOURS(n) limit_of((n) *100, MC_WORKING_HOUR)
#define DAYS(n) limit_of((n) *100, MC_CALENDAR_DAY)
#define HOURS(n) limit_of((n) *100, MC_CLOCK_HOUR)
#define HALF_WORKING_DAY limit_of(50, MC_WORKING_DAY)

/* ---- worked deadlines, as an independent program computed them ---- */

static void
worked_days(void **state)
{
	static const struct
	{
		int received[3];
		int64_t hundredths;
		mc_unit unit;
		int due[3];
	} cases[] = {
		{{2021, 3, 15}, 500, MC_WORKING_DAY, {2021, 3, 22}},
		{{2021, 2, 5}, 300, MC_WORKING_DAY, {2021, 2, 17}},
		{{2021, 4, 20}, 200, MC_WORKING_DAY, {2021, 4, 23}},
		{{2021, 4, 20}, 1000, MC_CALENDAR_DAY, {2021, 5, 4}},
		{{2021, 1, 31}, 100, MC_MONTH, {2021, 3, 1}},
		{{2021, 1, 25}, 2000, MC_WORKING_DAY, {2021, 3, 1}},
		{{2020, 12, 31}, 200, MC_MONTH, {2021, 3, 1}},
	};
	office *vn = open_vn();

	(void) state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
	{
		mc_day received = on(cases[i].received[0], cases[i].received[1], cases[i].received[2]);
		mc_day due = on(cases[i].due[0], cases[i].due[1], cases[i].due[2]);
		mc_time_limit limit = limit_of(cases[i].hundredths, cases[i].unit);

		check_day(vn, received, limit, due);
		check_instant(vn, received * MC_US_PER_DAY + 9 * HOUR, limit,
					  due * MC_US_PER_DAY + 17 * HOUR);
	}
	close_office(vn);
}

static void
worked_hours(void **state)
{
	static const mc_shift_rule long_noon[] = {
		OFFICE_HOURS(AT(7, 30), AT(11, 30), AT(13, 30), AT(17, 0))};
	office *vn = open_vn();
	office *e6 = open_with_hours(long_noon, 2);

	(void) state;
	check_instant(e6, at(2021, 3, 15, 15, 0), WORKING_HOURS(8), at(2021, 3, 16, 15, 30));
	check_instant(e6, at(2021, 3, 20, 9, 0), WORKING_HOURS(4), at(2021, 3, 22, 11, 30));
	check_instant(vn, at(2021, 3, 15, 15, 0), WORKING_HOURS(8), at(2021, 3, 16, 15, 0));
	check_instant(vn, at(2021, 3, 15, 17, 30), WORKING_DAYS(1), at(2021, 3, 17, 17, 0));
	vn->calendar.policies.late_reception = MC_EVENT_DAY;
	check_instant(vn, at(2021, 3, 15, 17, 30), WORKING_DAYS(1), at(2021, 3, 16, 17, 0));
	close_office(vn);
	close_office(e6);
}

/* ---- units ---- */

static void
days_roll_at_the_end_only(void **state)
{
	office *vn = open_vn();

	(void) state;
	check_day(vn, on(2021, 3, 12), DAYS(1), on(2021, 3, 15));
	check_day(vn, on(2021, 3, 12), DAYS(4), on(2021, 3, 16));
	check_day(vn, on(2021, 4, 23), limit_of(100, MC_WEEK), on(2021, 5, 4));
	check_day(vn, on(2021, 3, 15), limit_of(200, MC_WEEK), on(2021, 3, 29));
	check_day(vn, on(2021, 3, 13), MC_SAME_DAY, on(2021, 3, 15));
	check_day(vn, on(2021, 3, 15), MC_SAME_DAY, on(2021, 3, 15));
	close_office(vn);
}

static void
months_clamp(void **state)
{
	office *vn = open_vn();

	(void) state;
	check_day(vn, on(2024, 1, 31), limit_of(100, MC_MONTH), on(2024, 2, 29));
	check_day(vn, on(2023, 8, 31), limit_of(50, MC_MONTH), on(2023, 9, 15));
	check_day(vn, on(2021, 1, 29), limit_of(150, MC_MONTH), on(2021, 3, 15));
	check_day(vn, on(2024, 2, 29), limit_of(100, MC_YEAR), on(2025, 2, 28));
	check_day(vn, on(2024, 2, 29), limit_of(150, MC_YEAR), on(2025, 8, 29));
	check_day(vn, on(2020, 8, 31), limit_of(50, MC_YEAR), on(2021, 3, 1));
	for (int day = 28; day <= 31; day++)
		check_day(vn, on(2025, 12, day), limit_of(1400, MC_MONTH),
				  on(2027, 3, 1)); /* 28 February 2027 is a Sunday */
	close_office(vn);
}

/* Tết 2021 closed offices from 10 to 16 February, and the weekend in it was off by decision too. */
static void
holidays_are_skipped(void **state)
{
	office *vn = open_vn();

	(void) state;
	check_day(vn, on(2021, 2, 8), limit_of(100, MC_DAY_SKIP_HOLIDAY), on(2021, 2, 9));
	check_day(vn, on(2021, 2, 8), limit_of(300, MC_DAY_SKIP_HOLIDAY), on(2021, 2, 18));
	check_day(vn, on(2021, 3, 12), limit_of(200, MC_DAY_SKIP_HOLIDAY), on(2021, 3, 15));
	check_day(vn, on(2021, 3, 12), limit_of(300, MC_DAY_SKIP_HOLIDAY), on(2021, 3, 15));
	check_day(vn, on(2021, 4, 28), limit_of(300, MC_DAY_SKIP_HOLIDAY), on(2021, 5, 4));
	check_day(vn, on(2021, 4, 28), limit_of(400, MC_DAY_SKIP_HOLIDAY), on(2021, 5, 5));
	close_office(vn);
}

static void
shares_of_a_day(void **state)
{
	static const mc_shift_rule eight[] = {OFFICE_HOURS(AT(8, 0), AT(12, 0), AT(13, 0), AT(17, 0))};
	office *vn = open_vn();
	office *o = open_with_hours(eight, 2);

	(void) state;
	check_instant(o, at(2021, 3, 15, 9, 0), HALF_WORKING_DAY, at(2021, 3, 15, 14, 0));
	check_instant(vn, at(2021, 3, 15, 9, 0), HALF_WORKING_DAY, at(2021, 3, 15, 14, 30));
	check_instant(vn, at(2021, 3, 12, 16, 0), HALF_WORKING_DAY, at(2021, 3, 15, 10, 30));
	check_instant(vn, at(2021, 3, 15, 13, 0), HALF_WORKING_DAY, at(2021, 3, 15, 17, 0));
	check_instant(vn, at(2021, 3, 15, 9, 0), limit_of(150, MC_WORKING_DAY),
				  at(2021, 3, 17, 11, 30));
	check_instant(vn, at(2021, 3, 12, 9, 0), limit_of(150, MC_CALENDAR_DAY),
				  at(2021, 3, 15, 11, 30));
	vn->calendar.policies.due_time = MC_DUE_SAME_TIME;
	check_instant(vn, at(2021, 3, 15, 9, 0), limit_of(150, MC_WORKING_DAY),
				  at(2021, 3, 16, 14, 30));
	check_day(vn, on(2021, 3, 15), HALF_WORKING_DAY, on(2021, 3, 15));
	check_day(vn, on(2021, 3, 15), limit_of(150, MC_WORKING_DAY), on(2021, 3, 17));
	check_day(vn, on(2021, 3, 12), limit_of(150, MC_CALENDAR_DAY), on(2021, 3, 15));
	close_office(vn);
	close_office(o);
}

static void
hours_of_the_clock(void **state)
{
	office *vn = open_vn();

	(void) state;
	check_instant(vn, at(2021, 3, 15, 15, 0), HOURS(4), at(2021, 3, 15, 19, 0));
	check_instant(vn, at(2021, 3, 15, 20, 0), HOURS(1), at(2021, 3, 16, 8, 30));
	check_instant(vn, at(2021, 3, 12, 9, 0), HOURS(24), at(2021, 3, 15, 17, 0));
	/*
	 * The deadline is the end of Tuesday and not the beginning of Wednesday, so it is the last
	 * microsecond before midnight.
	 */
	check_instant(vn, at(2021, 3, 15, 16, 0), HOURS(32), at(2021, 3, 17, 0, 0) - 1);
	check_instant(vn, at(2021, 3, 12, 16, 0), HOURS(8), at(2021, 3, 13, 0, 0) - 1);
	check_day(vn, on(2021, 3, 12), HOURS(24), on(2021, 3, 15));
	check_day(vn, on(2021, 3, 12), WORKING_HOURS(8), on(2021, 3, 12));
	check_day(vn, on(2021, 3, 12), limit_of(801, MC_WORKING_HOUR), on(2021, 3, 15));
	close_office(vn);
}

/* ---- policies ---- */

static void
reception(void **state)
{
	office *vn = open_vn();
	mc_instant effective;
	static const struct
	{
		int hour, minute, to_day, to_hour, to_minute;
	} cases[] = {
		/*
		 * The first hour and minute are those of the receipt on Friday 12 March. Then come the day
		 * of March, the hour and the minute at which it takes effect.
		 */
		{5, 0, 12, 7, 30},  {7, 30, 12, 7, 30},   {9, 0, 12, 9, 0},   {11, 30, 12, 13, 0},
		{12, 0, 12, 13, 0}, {16, 59, 12, 16, 59}, {17, 0, 15, 7, 30}, {23, 0, 15, 7, 30},
	};

	(void) state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
	{
		assert_true(mc_effective_reception(
			&vn->office, at(2021, 3, 12, cases[i].hour, cases[i].minute), &effective));
		assert_int_equal(effective,
						 at(2021, 3, cases[i].to_day, cases[i].to_hour, cases[i].to_minute));
	}
	vn->calendar.policies.late_reception = MC_EVENT_DAY;
	assert_true(mc_effective_reception(&vn->office, at(2021, 3, 13, 23, 0), &effective));
	assert_int_equal(effective, at(2021, 3, 13, 23, 0));
	close_office(vn);
}

static void
a_saturday_desk(void **state)
{
	static const mc_shift_rule rules[] = {
		OFFICE_HOURS(AT(7, 30), AT(11, 30), AT(13, 0), AT(17, 0)),
		{ALWAYS, 0, 0, SATURDAY, 0, false, AT(7, 30), AT(11, 30)},
	};
	office *desk = open_with_hours(rules, 3);

	(void) state;
	assert_false(desk->hours->opens_to_work);
	check_instant(desk, at(2026, 11, 28, 9, 0), WORKING_DAYS(1), at(2026, 11, 30, 17, 0));
	check_instant(desk, at(2026, 11, 27, 18, 0), WORKING_DAYS(1), at(2026, 11, 30, 17, 0));
	check_instant(desk, at(2026, 11, 28, 11, 30), WORKING_DAYS(1), at(2026, 12, 1, 17, 0));
	check_instant(desk, at(2026, 11, 28, 9, 0), WORKING_HOURS(4), at(2026, 11, 30, 11, 30));
	check_instant(desk, at(2026, 11, 28, 9, 0), MC_SAME_DAY, at(2026, 11, 30, 17, 0));
	check_instant(desk, at(2026, 11, 28, 9, 0), HOURS(2), at(2026, 11, 30, 17, 0));
	close_office(desk);
}

static void
the_same_day(void **state)
{
	office *vn = open_vn();

	(void) state;
	check_instant(vn, at(2021, 3, 15, 15, 0), MC_SAME_DAY, at(2021, 3, 15, 17, 0));
	check_instant(vn, at(2021, 3, 15, 15, 0) + 1, MC_SAME_DAY, at(2021, 3, 16, 17, 0));
	check_instant(vn, at(2021, 3, 12, 17, 0), MC_SAME_DAY, at(2021, 3, 15, 17, 0));
	check_instant(vn, at(2021, 3, 13, 9, 0), MC_SAME_DAY, at(2021, 3, 15, 17, 0));
	/* A cutoff after the close is no obstacle: the dossier is due at the close. */
	vn->calendar.policies.same_day_cutoff = AT(20, 0);
	vn->calendar.policies.late_reception = MC_EVENT_DAY;
	check_instant(vn, at(2021, 3, 15, 17, 0) - 1, MC_SAME_DAY, at(2021, 3, 15, 17, 0));
	check_instant(vn, at(2021, 3, 15, 17, 0), MC_SAME_DAY, at(2021, 3, 16, 17, 0));
	vn->calendar.policies.due_time = MC_DUE_MIDNIGHT;
	check_instant(vn, at(2021, 3, 15, 17, 0), MC_SAME_DAY, at(2021, 3, 16, 0, 0) - 1);
	check_instant(vn, at(2021, 3, 15, 21, 0), MC_SAME_DAY, at(2021, 3, 17, 0, 0) - 1);
	vn->calendar.policies.due_time = MC_DUE_SAME_TIME;
	check_instant(vn, at(2021, 3, 15, 9, 0), MC_SAME_DAY, at(2021, 3, 15, 17, 0));
	close_office(vn);
}

static void
due_times(void **state)
{
	office *vn = open_vn();

	(void) state;
	vn->calendar.policies.due_time = MC_DUE_SAME_TIME;
	check_instant(vn, at(2021, 3, 15, 9, 12), WORKING_DAYS(1), at(2021, 3, 16, 9, 12));
	check_instant(vn, at(2021, 3, 13, 9, 0), WORKING_DAYS(1), at(2021, 3, 16, 7, 30));
	vn->calendar.policies.late_reception = MC_EVENT_DAY;
	check_instant(vn, at(2021, 3, 15, 20, 0), WORKING_DAYS(1), at(2021, 3, 16, 17, 0));
	check_instant(vn, at(2021, 3, 15, 4, 0), WORKING_DAYS(1), at(2021, 3, 16, 4, 0));
	vn->calendar.policies.due_time = MC_DUE_MIDNIGHT;
	check_instant(vn, at(2021, 3, 15, 9, 0), WORKING_DAYS(1), at(2021, 3, 17, 0, 0) - 1);
	check_instant(vn, at(2021, 1, 28, 9, 0), limit_of(100, MC_MONTH), at(2021, 3, 2, 0, 0) - 1);
	check_instant(vn, at(2021, 3, 15, 9, 0), WORKING_HOURS(1), at(2021, 3, 15, 10, 0));
	check_instant(vn, at(2021, 3, 15, 9, 0), HALF_WORKING_DAY, at(2021, 3, 15, 14, 30));
	check_instant(vn, at(2021, 3, 15, 9, 0), HOURS(24), at(2021, 3, 16, 9, 0));
	check_instant(vn, at(2021, 3, 12, 9, 0), HOURS(24), at(2021, 3, 16, 0, 0) - 1);
	close_office(vn);
}

/* A shift until 24:00 closes at the last microsecond of its own day. */
static void
open_until_midnight(void **state)
{
	static const mc_shift_rule rules[] = {{ALWAYS, 0, 0, WEEKDAYS, 0, true, AT(16, 0), AT(24, 0)}};
	office *late = open_with_hours(rules, 1);

	(void) state;
	check_instant(late, at(2021, 3, 15, 17, 0), WORKING_DAYS(1), at(2021, 3, 17, 0, 0) - 1);
	check_instant(late, at(2021, 3, 15, 17, 0), WORKING_HOURS(7), at(2021, 3, 16, 0, 0) - 1);
	check_instant(late, at(2021, 3, 15, 16, 0), limit_of(150, MC_WORKING_DAY),
				  at(2021, 3, 17, 20, 0));
	close_office(late);
}

/* A working day without counting shifts ends at midnight. */
static void
no_hours(void **state)
{
	office *shut = open_with_hours(NULL, 0);
	mc_instant due;
	mc_day day;

	(void) state;
	assert_false(mc_due_instant(&shut->office, at(2021, 3, 15, 9, 0), WORKING_DAYS(1), &due));
	assert_false(mc_due_day(&shut->office, on(2021, 3, 15), WORKING_HOURS(1), &day));
	check_day(shut, on(2021, 3, 15), WORKING_DAYS(1), on(2021, 3, 16));
	shut->calendar.policies.late_reception = MC_EVENT_DAY;
	check_instant(shut, at(2021, 3, 15, 9, 0), WORKING_DAYS(1), at(2021, 3, 17, 0, 0) - 1);
	check_instant(shut, at(2021, 3, 15, 9, 0), MC_SAME_DAY, at(2021, 3, 16, 0, 0) - 1);
	assert_false(mc_due_instant(&shut->office, at(2021, 3, 15, 9, 0), HALF_WORKING_DAY, &due));
	assert_false(mc_due_instant(&shut->office, at(2021, 3, 15, 9, 0), WORKING_HOURS(1), &due));
	close_office(shut);
}

/* ---- the coverage ---- */

static void
ends_of_the_coverage(void **state)
{
	office *vn = open_vn();
	mc_day day;
	mc_instant due;

	(void) state;
	assert_false(mc_due_day(&vn->office, on(1989, 12, 31), DAYS(5), &day));
	assert_false(mc_due_day(&vn->office, on(2101, 1, 1), MC_SAME_DAY, &day));
	assert_false(mc_due_instant(&vn->office, at(1990, 1, 1, 0, 0) - 1, DAYS(5), &due));
	assert_false(mc_due_instant(&vn->office, at(2101, 1, 1, 0, 0), DAYS(1), &due));
	assert_false(mc_due_instant(&vn->office, at(2101, 1, 1, 0, 0) + 1, DAYS(1), &due));
	check_instant(vn, at(1990, 1, 1, 0, 0), DAYS(30),
				  at(1990, 2, 1, 17, 0)); /* counted from 2 January, because 1 January was off */
	check_day(vn, on(2100, 12, 30), WORKING_DAYS(1), on(2100, 12, 31));
	assert_false(mc_due_day(&vn->office, on(2100, 12, 31), WORKING_DAYS(1), &day));
	assert_false(mc_due_instant(&vn->office, at(2100, 12, 31, 17, 0), MC_SAME_DAY, &due));
	assert_false(mc_due_instant(&vn->office, at(2100, 12, 31, 15, 1), MC_SAME_DAY, &due));
	close_office(vn);
}

/* For the largest amount of any unit from any day there is an answer or false, and no overflow. */
static void
the_largest_limits(void **state)
{
	office *vn = open_vn();
	mc_day day;
	mc_instant due;

	(void) state;
	for (int unit = 0; unit < MC_UNIT_COUNT; unit++)
		for (int i = 0; i < 2000; i++)
		{
			mc_instant received =
				random_between(vn->hours->begin - MC_US_PER_DAY, vn->hours->end + MC_US_PER_DAY);
			int64_t most = one_in(2) ? MC_TIME_LIMIT_MAX_HUNDREDTHS / 100 * 100
									 : 100 * random_between(1, 40000);
			mc_time_limit limit = limit_of(most, (mc_unit) unit);

			if (mc_due_instant(&vn->office, received, limit, &due))
				check(due >= received && mc_work_time_covers(vn->hours, due), "%s",
					  limit_text(limit));
			if (mc_due_day(&vn->office, mc_day_of_wall(received), limit, &day))
				check(day >= mc_day_of_wall(received) && day <= vn->calendar.last, "%s",
					  limit_text(limit));
		}
	assert_false(mc_due_instant(&vn->office, MC_INSTANT_INFINITY, DAYS(1), &due));
	assert_false(mc_due_instant(&vn->office, MC_INSTANT_MINUS_INFINITY, DAYS(1), &due));
	assert_false(mc_due_day(&vn->office, MC_DAY_INFINITY, DAYS(1), &day));
	assert_false(mc_due_day(&vn->office, MC_DAY_MINUS_INFINITY, DAYS(1), &day));
	close_office(vn);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(worked_days),
		cmocka_unit_test(worked_hours),
		cmocka_unit_test(days_roll_at_the_end_only),
		cmocka_unit_test(months_clamp),
		cmocka_unit_test(holidays_are_skipped),
		cmocka_unit_test(shares_of_a_day),
		cmocka_unit_test(hours_of_the_clock),
		cmocka_unit_test(reception),
		cmocka_unit_test(a_saturday_desk),
		cmocka_unit_test(the_same_day),
		cmocka_unit_test(due_times),
		cmocka_unit_test(open_until_midnight),
		cmocka_unit_test(no_hours),
		cmocka_unit_test(ends_of_the_coverage),
		cmocka_unit_test(the_largest_limits),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Test the deadlines of random receipts. Offices that are open only for work take a short way,
 * which must agree with the long way. Limits in whole days must agree with a walk over every day.
 */
#include "support.h"

#include "core/deadline/deadline.h"
#include "offices.h"

#define CASES 20000

/* ---- random offices, limits and receipts ---- */

static int32_t
random_second(int first_hour, int last_hour)
{
	return (int32_t) random_between(first_hour * 6, last_hour * 6) * 600;
}

/*
 * Make rules of a morning and an afternoon, shorter on some days, and sometimes of a desk whose
 * hours do not count. Return their number.
 */
static int
random_hours(mc_shift_rule rules[4], bool with_desk)
{
	int count = 0;

	rules[count++] = (mc_shift_rule){
		ALWAYS, 0, 0, WEEKDAYS, 0, true, random_second(5, 8), random_second(10, 12)};
	if (!one_in(4))
		rules[count++] = (mc_shift_rule){ALWAYS,
										 0,
										 0,
										 one_in(3) ? 0x0F : WEEKDAYS,
										 0,
										 true,
										 random_second(13, 14),
										 one_in(8) ? AT(24, 0) : random_second(15, 23)};
	if (with_desk && one_in(2))
		rules[count++] = (mc_shift_rule){
			ALWAYS, 0, 0, SATURDAY, 0, false, random_second(6, 9), random_second(11, 20)};
	if (with_desk && one_in(3))
		rules[count++] = (mc_shift_rule){ALWAYS, 0, 0, WEEKDAYS, 0, false, 0, random_second(1, 4)};
	return count;
}

static void
random_policies(mc_policies *policies)
{
	policies->late_reception = (uint8_t) random_between(MC_NEXT_WORKING_DAY, MC_EVENT_DAY);
	policies->due_time = (uint8_t) random_between(MC_DUE_CLOSE, MC_DUE_MIDNIGHT);
	policies->same_day_cutoff = random_second(0, 24);
}

static mc_time_limit
random_limit(void)
{
	static const mc_unit with_decimals[] = {MC_WORKING_DAY, MC_WORKING_HOUR, MC_CALENDAR_DAY,
											MC_DAY_SKIP_HOLIDAY, MC_CLOCK_HOUR};
	mc_unit unit = (mc_unit) random_between(0, MC_UNIT_COUNT - 1);

	if (one_in(10))
		return MC_SAME_DAY;
	if (one_in(4))
		return limit_of(random_between(1, 900), with_decimals[random_between(0, 4)]);
	if ((unit == MC_MONTH || unit == MC_YEAR) && one_in(3))
		return limit_of(100 * random_between(0, 5) + 50, unit);
	return limit_of(100 * random_between(1, one_in(5) ? 400 : 30), unit);
}

/*
 * Return a random receipt, often at a minute where something begins or ends, in years with and
 * without decisions.
 */
static mc_instant
random_receipt(void)
{
	mc_instant day = random_between(on(1990, 1, 1), on(2099, 12, 31)) * MC_US_PER_DAY;

	if (one_in(50))
		day = random_between(on(2100, 11, 1), on(2101, 1, 1)) * MC_US_PER_DAY;
	if (one_in(2))
		return day + random_between(0, 144) * 10 * MINUTE + random_between(-1, 1);
	return day + random_between(0, MC_US_PER_DAY - 1);
}

/* ---- the short way and the long way ---- */

static void
both_ways(const office *o, const office *long_way)
{
	for (int i = 0; i < CASES; i++)
	{
		mc_instant received = random_receipt();
		mc_time_limit limit = random_limit();
		mc_instant short_due = -1;
		mc_instant long_due = -1;
		bool answered = mc_due_instant(&o->office, received, limit, &short_due);

		check(mc_due_instant(&long_way->office, received, limit, &long_due) == answered,
			  "%s from %s: only one way answers", limit_text(limit),
			  day_text(mc_day_of_wall(received)));
		check(!answered || short_due == long_due, "%s from %s: the ways differ by %lld us",
			  limit_text(limit), day_text(mc_day_of_wall(received)),
			  (long long) (short_due - long_due));
	}
}

static void
the_short_way_is_right(void **state)
{
	(void) state;
	for (int i = 0; i < 12; i++)
	{
		mc_shift_rule rules[4];
		int count = random_hours(rules, false);
		office *o = i == 0 ? open_vn() : open_with_hours(rules, count);
		office *long_way = i == 0 ? open_vn() : open_with_hours(rules, count);

		assert_true(o->hours->opens_to_work);
		long_way->hours->opens_to_work = false;
		if (i > 0)
			random_policies(&o->calendar.policies);
		long_way->calendar.policies = o->calendar.policies;
		both_ways(o, long_way);
		close_office(o);
		close_office(long_way);
	}
}

/* ---- a walk over every day ---- */

static bool
works(const office *o, mc_day day)
{
	return mc_calendar_day_state(&o->calendar, day).working;
}

static bool
is_plain(const office *o, mc_day day)
{
	mc_day_state day_state = mc_calendar_day_state(&o->calendar, day);

	return day_state.working || day_state.fact == NULL;
}

static bool
covered(const office *o, mc_day day)
{
	return day >= o->calendar.first && day <= o->calendar.last;
}

/* Move to the first working day on or after the day. False beyond the coverage. */
static bool
walk_to_work(const office *o, mc_day *day)
{
	while (covered(o, *day) && !works(o, *day))
		++*day;
	return covered(o, *day);
}

/* Move over n days for which counts() is true. False beyond the coverage. */
static bool
walk(const office *o, mc_day *day, int64_t n, bool (*counts)(const office *, mc_day))
{
	while (n > 0)
	{
		if (!covered(o, ++*day))
			return false;
		n -= counts(o, *day);
	}
	return true;
}

static mc_day
walk_months(mc_day day, int64_t months)
{
	mc_civil c = mc_civil_from_day(day);

	for (; months > 0; months--)
		c.month == 12 ? (c.year++, c.month = 1) : c.month++;
	if (c.day > mc_days_in_month(c.year, c.month))
		c.day = mc_days_in_month(c.year, c.month);
	return mc_day_from_civil(c.year, c.month, c.day);
}

/*
 * Compute the due day by a walk, for whole amounts and for halves of months and years. False beyond
 * the coverage.
 */
static bool
walked_due_day(const office *o, mc_day day, mc_time_limit limit, mc_day *due)
{
	int64_t n = mc_time_limit_hundredths(limit) / 100;
	bool half = mc_time_limit_hundredths(limit) % 100 != 0;

	*due = day;
	switch (mc_time_limit_unit(limit))
	{
		case MC_WORKING_DAY:
			return n == 0 ? walk_to_work(o, due) : walk(o, due, n, works);
		case MC_DAY_SKIP_HOLIDAY:
			if (!walk(o, due, n, is_plain))
				return false;
			break;
		case MC_CALENDAR_DAY:
			*due += (mc_day) n;
			break;
		case MC_WEEK:
			*due += (mc_day) (7 * n);
			break;
		case MC_MONTH:
			*due = walk_months(day, n) + (half ? 15 : 0);
			break;
		default:
			*due = walk_months(day, 12 * n + (half ? 6 : 0));
			break;
	}
	return walk_to_work(o, due);
}

/*
 * Find the first instant at or after t at which the office is open on the day. False if there is
 * none. The hours are whole seconds and stand in any order.
 */
static bool
opening_at_or_after(const office *o, mc_day day, mc_instant t, mc_instant *effective)
{
	const mc_day_pattern *pattern = mc_pattern_of(o->hours, day - o->hours->first);
	bool found = false;

	for (int i = 0; i < pattern->spans; i++)
	{
		mc_instant opens = day * MC_US_PER_DAY + pattern->span[i].opens * MC_US_PER_SECOND;
		mc_instant closes = day * MC_US_PER_DAY + pattern->span[i].closes * MC_US_PER_SECOND;
		mc_instant candidate = t > opens ? t : opens;

		if (t < closes && (!found || candidate < *effective))
		{
			*effective = candidate;
			found = true;
		}
	}
	return found;
}

static bool
walked_reception(const office *o, mc_instant received, mc_instant *effective)
{
	*effective = received;
	if (o->calendar.policies.late_reception == MC_EVENT_DAY)
		return covered(o, mc_day_of_wall(received));
	for (mc_day day = mc_day_of_wall(received); covered(o, day); day++)
		if (opening_at_or_after(o, day, received, effective))
			return true;
	return false;
}

/*
 * Return the instant at which the day closes under the policy of the calendar, other than
 * 'same_time'.
 */
static mc_instant
walked_close(const office *o, mc_day day)
{
	const mc_day_pattern *pattern = mc_pattern_of(o->hours, day - o->hours->first);
	mc_instant midnight = (day + 1) * MC_US_PER_DAY;
	mc_instant close = -1;

	if (o->calendar.policies.due_time == MC_DUE_MIDNIGHT || pattern->counting == 0)
		return midnight - 1;
	for (int i = 0; i < pattern->counting; i++)
		if (pattern->span[i].closes > close)
			close = pattern->span[i].closes;
	return close == AT(24, 0) ? midnight - 1 : day * MC_US_PER_DAY + close * MC_US_PER_SECOND;
}

static bool
walked_same_day(const office *o, mc_instant received, mc_instant *due)
{
	mc_day day = mc_day_of_wall(received);
	mc_instant cutoff =
		day * MC_US_PER_DAY + o->calendar.policies.same_day_cutoff * MC_US_PER_SECOND;

	if ((!works(o, day) || received > cutoff || received >= walked_close(o, day)) &&
		!walk(o, &day, 1, works))
		return false;
	*due = walked_close(o, day);
	return true;
}

static bool
walked_due_instant(const office *o, mc_instant received, mc_time_limit limit, mc_instant *due)
{
	mc_day day;

	if (!walked_reception(o, received, &received))
		return false;
	if (limit == MC_SAME_DAY)
		return walked_same_day(o, received, due);
	if (!walked_due_day(o, mc_day_of_wall(received), limit, &day))
		return false;
	*due = walked_close(o, day);
	if (o->calendar.policies.due_time == MC_DUE_SAME_TIME)
	{
		mc_instant same_time =
			day * MC_US_PER_DAY + received - mc_day_of_wall(received) * MC_US_PER_DAY;

		*due = same_time < *due ? same_time : *due;
	}
	return true;
}

/*
 * True if the days alone decide, that is if the limit is neither in hours nor in a share of a day.
 */
static bool
is_in_whole_days(mc_time_limit limit)
{
	mc_unit unit = mc_time_limit_unit(limit);

	return unit == MC_MONTH || unit == MC_YEAR ||
		   (!mc_limit_is_in_hours(limit) && mc_time_limit_hundredths(limit) % 100 == 0);
}

static void
check_walk(const office *o, mc_instant received, mc_time_limit limit)
{
	mc_day from = mc_day_of_wall(received);
	mc_day day = 0;
	mc_day walked_day = 0;
	mc_instant due = 0;
	mc_instant walked_due = 0;
	bool answered = covered(o, from) && walked_due_day(o, from, limit, &walked_day);

	check(mc_due_day(&o->office, from, limit, &day) == answered, "%s from %s: only one answers",
		  limit_text(limit), day_text(from));
	check(!answered || day == walked_day, "%s from %s: %s, by walking %s", limit_text(limit),
		  day_text(from), day_text(day), day_text(walked_day));
	answered = walked_due_instant(o, received, limit, &walked_due);
	check(mc_due_instant(&o->office, received, limit, &due) == answered,
		  "%s from %s: only one instant", limit_text(limit), day_text(from));
	check(!answered || due == walked_due, "%s from %s: %lld us from walking", limit_text(limit),
		  day_text(from), (long long) (due - walked_due));
}

static void
agrees_with_walking(void **state)
{
	(void) state;
	for (int i = 0; i < 30; i++)
	{
		mc_shift_rule rules[4];
		int count = random_hours(rules, true);
		office *o = open_with_hours(rules, count);

		random_policies(&o->calendar.policies);
		for (int j = 0; j < CASES / 10; j++)
		{
			mc_time_limit limit = random_limit();

			if (is_in_whole_days(limit))
				check_walk(o, random_receipt(), limit);
		}
		close_office(o);
	}
}

/*
 * A deadline is never before the receipt takes effect, and never on a day off unless working time
 * ends there.
 */
static void
never_before_the_receipt(void **state)
{
	(void) state;
	for (int i = 0; i < 10; i++)
	{
		mc_shift_rule rules[4];
		int count = random_hours(rules, true);
		office *o = open_with_hours(rules, count);

		random_policies(&o->calendar.policies);
		for (int j = 0; j < CASES / 4; j++)
		{
			mc_instant received = random_receipt();
			mc_time_limit limit = random_limit();
			mc_instant due;

			if (!mc_due_instant(&o->office, received, limit, &due))
				continue;
			check(due >= received, "%s is due before its receipt on %s", limit_text(limit),
				  day_text(mc_day_of_wall(received)));
			check(works(o, mc_day_of_wall(due)), "%s is due on %s, a day off", limit_text(limit),
				  day_text(mc_day_of_wall(due)));
		}
		close_office(o);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_short_way_is_right),
		cmocka_unit_test(agrees_with_walking),
		cmocka_unit_test(never_before_the_receipt),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Test tallies: random dossiers against the definitions as sets, identities between counters,
 * adding and removing, and the order.
 */
#include "support.h"

#include "core/kpi/tally.h"

/* ---- the sets of the report form as predicates, without the code of core ---- */

typedef struct question
{
	const mc_dossier_facts *d;
	mc_period p;
} question;

static bool
finite(mc_day day)
{
	return day != MC_DAY_INFINITY && day != MC_DAY_MINUS_INFINITY;
}
static mc_day
R(question q)
{
	return q.d->received.day;
}
static mc_day
E(question q)
{
	return q.d->ended.day;
}
static mc_day
D(question q)
{
	return q.d->due.day;
}
static mc_day
F(question q)
{
	return q.p.since;
}
static mc_day
T(question q)
{
	return q.p.until;
}

static bool
known(question q)
{
	return finite(R(q)) && !(E(q) < R(q));
}
static bool
never_ended(question q)
{
	return E(q) == MC_DAY_INFINITY;
}
static bool
is_new(question q)
{
	return known(q) && F(q) <= R(q) && R(q) <= T(q);
}
static bool
is_carried(question q)
{
	return known(q) && R(q) < F(q) && (never_ended(q) || E(q) >= F(q));
}
static bool
is_resolved(question q)
{
	return known(q) && !never_ended(q) && F(q) <= E(q) && E(q) <= T(q);
}
static bool
is_open(question q)
{
	return known(q) && R(q) <= T(q) && (never_ended(q) || E(q) > T(q));
}

static bool
has_due(question q)
{
	return finite(D(q));
}

static bool
by_instant(question q)
{
	return q.d->granularity == MC_BY_INSTANT && q.d->ended.exact && q.d->due.exact;
}

static bool
ended_before_due(question q)
{
	return has_due(q) && (by_instant(q) ? q.d->ended.at < q.d->due.at : E(q) < D(q));
}

static bool
ended_after_due(question q)
{
	return has_due(q) && (by_instant(q) ? q.d->ended.at > q.d->due.at : E(q) > D(q));
}

static bool
is_paused(question q)
{
	return q.d->paused_since.day != MC_DAY_INFINITY && q.d->paused_since.day <= T(q);
}
static bool
is_past_due(question q)
{
	return has_due(q) && D(q) < T(q);
}

static bool
falls_due(question q)
{
	mc_day day = D(q) > R(q) ? D(q) : R(q);

	return known(q) && has_due(q) && F(q) <= day && day <= T(q);
}

static bool
ended_by_then(question q)
{
	return !never_ended(q) && E(q) <= T(q);
}

static bool
is_due_missed(question q)
{
	mc_day day = D(q) > R(q) ? D(q) : R(q);

	if (!falls_due(q))
		return false;
	if (ended_by_then(q))
		return ended_after_due(q);
	return !is_paused(q) && day < T(q);
}

static bool
ended_as(question q, mc_ended_as kind)
{
	return is_resolved(q) && q.d->ended_as == kind;
}
static bool
late_as(question q, mc_ended_as kind)
{
	return ended_as(q, kind) && ended_after_due(q);
}

static bool
belongs(question q, mc_counter counter)
{
	switch (counter)
	{
		case MC_N_new_online:
			return is_new(q) && q.d->online;
		case MC_N_new_direct:
			return is_new(q) && !q.d->online;
		case MC_N_carried:
			return is_carried(q);
		case MC_N_early:
			return is_resolved(q) && ended_before_due(q);
		case MC_N_on_time:
			return is_resolved(q) && !ended_before_due(q) && !ended_after_due(q);
		case MC_N_late:
			return is_resolved(q) && ended_after_due(q);
		case MC_N_open_in_time:
			return is_open(q) && !is_paused(q) && !is_past_due(q);
		case MC_N_open_overdue:
			return is_open(q) && !is_paused(q) && is_past_due(q);
		case MC_N_open_paused:
			return is_open(q) && is_paused(q);
		case MC_N_due_met:
			return falls_due(q) && ended_by_then(q) && !ended_after_due(q);
		case MC_N_due_missed:
			return is_due_missed(q);
		case MC_N_on_time_no_due:
			return is_resolved(q) && !has_due(q);
		case MC_N_withdrawn:
			return ended_as(q, MC_WITHDRAWN);
		case MC_N_refused:
			return ended_as(q, MC_REFUSED);
		case MC_N_stopped:
			return ended_as(q, MC_STOPPED);
		case MC_N_withdrawn_late:
			return late_as(q, MC_WITHDRAWN);
		case MC_N_refused_late:
			return late_as(q, MC_REFUSED);
		case MC_N_stopped_late:
			return late_as(q, MC_STOPPED);
		case MC_N_invalid:
			return finite(R(q)) && E(q) < R(q) && F(q) <= R(q) && R(q) <= T(q);
		default:
			return false;
	}
}

/* ---- random dossiers ---- */

static mc_moment
random_moment(int never, int always)
{
	mc_moment m = mc_moment_of_day((mc_day) random_between(-20, 20));

	if (never && one_in(never))
		return mc_never();
	if (always && one_in(always))
		return mc_moment_of_day(MC_DAY_MINUS_INFINITY);
	if (one_in(2))
	{
		m.exact = true;
		m.at = m.day * MC_US_PER_DAY + random_between(0, 2) * 3600000000;
	}
	return m;
}

static mc_dossier_facts
random_dossier(void)
{
	mc_dossier_facts dossier = {
		.received = random_moment(30, 30),
		.due = random_moment(8, 20),
		.ended = random_moment(4, 40),
		.paused_since = random_moment(2, 40),
		.online = one_in(3),
		.ended_as = (mc_ended_as) random_between(MC_RESULT, MC_STOPPED),
		.granularity = (mc_granularity) random_between(MC_BY_DAY, MC_BY_INSTANT),
	};

	return dossier;
}

static mc_period
random_period(void)
{
	mc_day since = (mc_day) random_between(-15, 15);

	return (mc_period){since, since + (mc_day) random_between(0, 10)};
}

static void
test_against_the_sets(void **state)
{
	int seen[MC_COUNTER_COUNT] = {0};

	(void) state;
	for (int round = 0; round < 300000; round++)
	{
		mc_dossier_facts dossier = random_dossier();
		question q = {&dossier, random_period()};
		mc_tally tally = mc_tally_empty(q.p);

		mc_tally_count(&tally, &dossier, 1);
		for (int i = 0; i < MC_COUNTER_COUNT; i++)
		{
			check(
				tally.n[i] == belongs(q, i),
				"%s is %d: received %d due %d ended %d paused %d, period %d to %d, granularity %d",
				mc_counter_name(i), (int) tally.n[i], R(q), D(q), E(q), dossier.paused_since.day,
				F(q), T(q), dossier.granularity);
			seen[i] += tally.n[i] != 0;
		}
	}
	for (int i = 0; i < MC_COUNTER_COUNT; i++)
		check(seen[i] > 100, "%s was hit %d times only", mc_counter_name(i), seen[i]);
}

#define CROWD 2000

static void
random_crowd(mc_dossier_facts crowd[CROWD])
{
	for (int i = 0; i < CROWD; i++)
		crowd[i] = random_dossier();
}

static int64_t
sum(const mc_tally *tally, mc_counter first, mc_counter last)
{
	int64_t total = 0;

	for (int i = first; i <= (int) last; i++)
		total += tally->n[i];
	return total;
}

/*
 * The workload is the resolved and the open dossiers together, and a part never exceeds its whole.
 */
static void
test_identities(void **state)
{
	static mc_dossier_facts crowd[CROWD];

	(void) state;
	random_crowd(crowd);
	for (int round = 0; round < 50; round++)
	{
		mc_tally t = mc_tally_empty(random_period());

		for (int i = 0; i < CROWD; i++)
			mc_tally_count(&t, &crowd[i], 1);
		assert_true(sum(&t, MC_N_new_online, MC_N_carried) > 0);
		assert_int_equal(sum(&t, MC_N_new_online, MC_N_carried),
						 sum(&t, MC_N_early, MC_N_late) +
							 sum(&t, MC_N_open_in_time, MC_N_open_paused));
		assert_true(t.n[MC_N_on_time_no_due] <= t.n[MC_N_on_time]);
		assert_true(sum(&t, MC_N_withdrawn_late, MC_N_stopped_late) <= t.n[MC_N_late]);
		assert_true(sum(&t, MC_N_withdrawn, MC_N_stopped) <= sum(&t, MC_N_early, MC_N_late));
	}
}

/*
 * A tally from which every counted dossier is removed, in any order, is empty, and two halves merge
 * to the whole.
 */
static void
test_add_remove_merge(void **state)
{
	static mc_dossier_facts crowd[CROWD];

	(void) state;
	for (int round = 0; round < 20; round++)
	{
		mc_period period = random_period();
		mc_tally whole = mc_tally_empty(period);
		mc_tally halves[2] = {mc_tally_empty(period), mc_tally_empty(period)};
		mc_tally merged;

		random_crowd(crowd);
		for (int i = 0; i < CROWD; i++)
		{
			mc_tally_count(&whole, &crowd[i], 1);
			mc_tally_count(&halves[one_in(3)], &crowd[i], 1);
		}
		assert_false(mc_tally_is_zero(&whole));
		merged = halves[0];
		assert_true(mc_tally_accumulate(&merged, &halves[1], 1));
		assert_int_equal(mc_tally_compare(&merged, &whole), 0);
		assert_true(mc_tally_accumulate(&merged, &halves[0], -1));
		assert_int_equal(mc_tally_compare(&merged, &halves[1]), 0);
		for (int i = CROWD - 1; i >= 0; i--)
			mc_tally_count(&whole, &crowd[i], -1);
		assert_true(mc_tally_is_zero(&whole));
		assert_true(mc_period_equal(whole.period, period));
	}
}

static void
test_overflow_changes_nothing(void **state)
{
	(void) state;
	for (int i = 0; i < MC_COUNTER_COUNT; i++)
		for (int sign = -1; sign <= 1; sign += 2)
		{
			mc_tally target = mc_tally_empty((mc_period){1, 2});
			mc_tally other = target;
			mc_tally before;

			for (int k = 0; k < MC_COUNTER_COUNT; k++)
			{
				target.n[k] = k + 1;
				other.n[k] = 100 + k;
			}
			target.n[i] = sign > 0 ? INT64_MAX - other.n[i] + 1 : INT64_MIN + other.n[i] - 1;
			before = target;
			assert_false(mc_tally_accumulate(&target, &other, sign));
			assert_memory_equal(&target, &before, sizeof(target));
			target.n[i] -= sign;
			assert_true(mc_tally_accumulate(&target, &other, sign));
			assert_int_equal(target.n[i], sign > 0 ? INT64_MAX : INT64_MIN);
		}
}

/* ---- order, names, periods ---- */

static void
test_compare(void **state)
{
	mc_tally ladder[3 + 2 * MC_COUNTER_COUNT];
	int count = 0;

	(void) state;
	ladder[count++] = mc_tally_empty(mc_no_period());
	ladder[count++] = mc_tally_empty((mc_period){5, 6});
	ladder[count++] = mc_tally_empty((mc_period){5, 7});
	for (int i = MC_COUNTER_COUNT - 1; i >= 0; i--)
	{
		/* A larger counter outweighs all counters that stand after it. */
		ladder[count] = mc_tally_empty((mc_period){5, 7});
		ladder[count++].n[i] = 1;
		ladder[count] = mc_tally_empty((mc_period){5, 7});
		ladder[count++].n[i] = INT64_MAX;
	}
	for (int i = 0; i < count; i++)
		for (int k = 0; k < count; k++)
			check(mc_tally_compare(&ladder[i], &ladder[k]) == (i > k) - (i < k), "%d and %d", i, k);
	ladder[0].n[0] = INT64_MIN;
	ladder[1] = mc_tally_empty(mc_no_period());
	assert_int_equal(mc_tally_compare(&ladder[0], &ladder[1]), -1);
}

static void
test_names(void **state)
{
	static const char *const names[] = {
		"new_online",     "new_direct",     "carried",      "early",       "on_time",
		"late",           "open_in_time",   "open_overdue", "open_paused", "due_met",
		"due_missed",     "on_time_no_due", "withdrawn",    "refused",     "stopped",
		"withdrawn_late", "refused_late",   "stopped_late", "invalid"};

	(void) state;
	assert_int_equal(MC_COUNTER_COUNT, 19);
	for (int i = 0; i < MC_COUNTER_COUNT; i++)
	{
		assert_string_equal(mc_counter_name(i), names[i]);
		assert_int_equal(mc_counter_by_name(names[i], strlen(names[i])), i);
		assert_int_equal(mc_counter_by_name(names[i], strlen(names[i]) - 1), -1);
	}
	assert_int_equal(mc_counter_by_name("period", 6), -1);
	assert_int_equal(mc_counter_by_name("", 0), -1);
}

static void
test_periods(void **state)
{
	mc_period period = {5, 7};
	mc_tally tally = mc_tally_empty(period);

	(void) state;
	assert_false(mc_period_is_stated(mc_no_period()));
	assert_true(mc_period_is_stated(period));
	for (mc_day day = 3; day <= 9; day++)
		assert_int_equal(mc_period_holds(period, day), day == 5 || day == 6 || day == 7);
	assert_true(mc_tally_is_zero(&tally));
	assert_true(mc_period_equal(tally.period, period));
	for (int i = 0; i < MC_COUNTER_COUNT; i++)
	{
		tally.n[i] = -1;
		assert_false(mc_tally_is_zero(&tally));
		tally.n[i] = 0;
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_against_the_sets), cmocka_unit_test(test_identities),
		cmocka_unit_test(test_add_remove_merge), cmocka_unit_test(test_overflow_changes_nothing),
		cmocka_unit_test(test_compare),          cmocka_unit_test(test_names),
		cmocka_unit_test(test_periods),
	};

	return cmocka_run_group_tests_name("tally", tests, NULL, NULL);
}

/*
 * Test dossiers: a worked history, events that cannot happen, the rules for a resumed dossier, new
 * due dates after an edit, damaged bytes, and the order.
 */
#include "support.h"

#include "core/base/iso_time.h"
#include "core/deadline/deadline.h"
#include "core/dossier/dossier_dues.h"
#include "offices.h"

#define VIETNAM (-MC_VIETNAM_OFFSET) /* added to a wall time gives UTC */

static mc_instant
at_hour(int month, int day, int hour)
{
	return mc_day_from_civil(2026, month, day) * MC_US_PER_DAY + hour * HOUR + VIETNAM;
}

static mc_instant
to_wall(const void *context, mc_instant utc)
{
	(void) context;
	return mc_vietnam_wall(utc);
}

static mc_instant
to_utc(const void *context, mc_instant wall)
{
	(void) context;
	return wall - MC_VIETNAM_OFFSET;
}

static const mc_zone zone = {to_wall, to_utc, NULL};

/* A dossier that grows event by event. It is packed after each event. */
typedef struct history
{
	uint8_t packed[MC_DOSSIER_HEAD_MAX + 40 * MC_DOSSIER_EVENT_MAX];
	size_t length;
	mc_dossier dossier;
	mc_dossier_state state;
} history;

static void
receive(history *h, mc_instant received, mc_time_limit limit, mc_instant due)
{
	mc_dossier dossier = {
		.received = received, .limit = limit, .first_due = due, .dues = {due, due}};

	h->length = mc_pack_dossier_head(&dossier, h->packed);
	h->state = mc_dossier_on_receipt(&dossier);
	assert_true(mc_unpack_dossier(h->packed, h->length, &h->dossier));
}

static void
happen(history *h, mc_event event)
{
	assert_int_equal(mc_event_refusal(&h->state, &event), MC_ALLOWED);
	mc_apply_event(&h->state, &event);
	h->length += mc_pack_event(&event, h->packed + h->length);
	mc_count_packed_event(h->packed);
	assert_true(mc_unpack_dossier(h->packed, h->length, &h->dossier));
	assert_null(mc_dossier_defect(h->packed, h->length));
}

static mc_event
event(mc_event_kind kind, mc_instant when)
{
	return (mc_event){.at = when, .kind = kind, .dues = {MC_INSTANT_INFINITY, MC_INSTANT_INFINITY}};
}

static void
resume(history *h, const mc_office *office, mc_instant when, mc_resume_rule rule)
{
	mc_event e = event(MC_RESUME, when);

	e.detail = (int) rule;
	assert_true(mc_resumed_dues(office, &zone, rule, h->dossier.limit, h->state.paused_since, when,
								h->state.dues, &e.dues));
	happen(h, e);
}

/*
 * Build the worked history of the design: ten working days from 2 March, two supplements, one
 * re-appointment.
 */
static void
worked_history(history *h, const mc_office *office)
{
	mc_event promise = event(MC_REAPPOINT, at_hour(3, 31, 9));
	mc_instant due;

	assert_true(mc_zoned_due(office, &zone, at_hour(3, 2, 9), 1000, &due));
	receive(h, at_hour(3, 2, 9), 1000, due);
	happen(h, event(MC_PAUSE, at_hour(3, 5, 9)));
	resume(h, office, at_hour(3, 10, 9), MC_RESTART);
	happen(h, event(MC_PAUSE, at_hour(3, 13, 9)));
	resume(h, office, at_hour(3, 18, 9), MC_RESTART);
	promise.dues.current = at_hour(4, 3, 17);
	happen(h, promise);
	happen(h, event(MC_RESOLVE, at_hour(4, 6, 9)));
}

static void
test_worked_history(void **state)
{
	office *o = open_vn();
	history h;
	mc_dossier_state now;

	(void) state;
	worked_history(&h, &o->office);
	now = mc_dossier_now(&h.dossier);
	assert_int_equal(h.dossier.first_due, at_hour(3, 16, 17));
	assert_int_equal(now.dues.original, at_hour(4, 1, 17));
	assert_int_equal(now.dues.current, at_hour(4, 3, 17));
	assert_int_equal(now.supplements, 2);
	assert_int_equal(now.reappointments, 1);
	assert_int_equal(now.paused, 10 * 24 * HOUR);
	assert_int_equal(now.ended, at_hour(4, 6, 9));
	assert_int_equal(now.ended_as, MC_RESULT);
	close_office(o);
}

static mc_outcome
outcome_on(const history *h, int month, int day, mc_due_kind kind)
{
	return mc_dossier_outcome(&h->dossier, mc_moment_of_day(mc_day_from_civil(2026, month, day)),
							  kind, MC_BY_DAY);
}

static void
test_as_of(void **state)
{
	office *o = open_vn();
	history h;

	(void) state;
	worked_history(&h, &o->office);
	assert_int_equal(outcome_on(&h, 3, 4, MC_DUE_ORIGINAL), MC_IN_TIME);
	assert_int_equal(outcome_on(&h, 3, 5, MC_DUE_ORIGINAL), MC_PAUSED);
	assert_int_equal(outcome_on(&h, 3, 9, MC_DUE_FIRST), MC_PAUSED);
	assert_int_equal(outcome_on(&h, 3, 10, MC_DUE_ORIGINAL), MC_IN_TIME);
	assert_int_equal(outcome_on(&h, 3, 20, MC_DUE_FIRST), MC_OVERDUE);
	assert_int_equal(outcome_on(&h, 3, 20, MC_DUE_ORIGINAL), MC_IN_TIME);
	assert_int_equal(outcome_on(&h, 4, 2, MC_DUE_ORIGINAL), MC_OVERDUE);
	assert_int_equal(outcome_on(&h, 4, 2, MC_DUE_CURRENT), MC_IN_TIME);
	assert_int_equal(outcome_on(&h, 4, 6, MC_DUE_ORIGINAL), MC_LATE);
	assert_int_equal(outcome_on(&h, 4, 6, MC_DUE_CURRENT), MC_LATE);
	close_office(o);
}

/* ---- what cannot happen ---- */

static void
test_refusals(void **state)
{
	history h;
	mc_event e;

	(void) state;
	receive(&h, at_hour(3, 2, 9), MC_NO_LIMIT, at_hour(3, 9, 17));
	e = event(MC_RESUME, at_hour(3, 3, 9));
	assert_int_equal(mc_event_refusal(&h.state, &e), MC_REFUSED_NOT_PAUSED);
	e = event(MC_RESOLVE, at_hour(3, 2, 8));
	assert_int_equal(mc_event_refusal(&h.state, &e), MC_REFUSED_EARLIER);
	e = event(MC_REAPPOINT, at_hour(3, 3, 9));
	e.dues.current = at_hour(3, 3, 8);
	assert_int_equal(mc_event_refusal(&h.state, &e), MC_REFUSED_PAST_PROMISE);
	e.dues.current = e.at;
	assert_int_equal(mc_event_refusal(&h.state, &e), MC_ALLOWED);
	happen(&h, event(MC_PAUSE, at_hour(3, 3, 9)));
	for (int kind = 0; kind < MC_EVENT_KIND_COUNT; kind++)
	{
		bool ends_it = kind == MC_WITHDRAW || kind == MC_REFUSE || kind == MC_STOP;

		e = event((mc_event_kind) kind, at_hour(3, 4, 9));
		assert_int_equal(mc_event_refusal(&h.state, &e),
						 ends_it || kind == MC_RESUME ? MC_ALLOWED : MC_REFUSED_PAUSED);
	}
	happen(&h, event(MC_WITHDRAW, at_hour(3, 4, 9)));
	assert_int_equal(h.state.paused, 24 * HOUR);
	assert_int_equal(h.state.ended_as, MC_WITHDRAWN);
	for (int kind = 0; kind < MC_EVENT_KIND_COUNT; kind++)
	{
		e = event((mc_event_kind) kind, at_hour(3, 5, 9));
		assert_int_equal(mc_event_refusal(&h.state, &e), MC_REFUSED_ENDED);
	}
}

/* ---- rules ---- */

static mc_dues
after_pause(const mc_office *office, mc_resume_rule rule, mc_time_limit limit, mc_instant due)
{
	mc_dues after;

	assert_true(mc_resumed_dues(office, &zone, rule, limit, at_hour(3, 5, 10), at_hour(3, 9, 15),
								(mc_dues){due, due}, &after));
	assert_int_equal(after.original, after.current);
	return after;
}

static void
test_rules(void **state)
{
	office *o = open_vn();
	mc_instant due = at_hour(3, 11, 17);

	(void) state;
	/*
	 * From Thursday 10:00 to Monday 15:00 there are 5.5 + 8 + 6 = 19.5 hours of work, which are two
	 * days of 8 hours and 3.5 hours.
	 */
	assert_int_equal(after_pause(&o->office, MC_EXTEND_WORKING, 500, due).original,
					 at_hour(3, 16, 11));
	assert_int_equal(after_pause(&o->office, MC_RESTART, 500, due).original, at_hour(3, 16, 17));
	/*
	 * The dossier waited four days, so the due date moves by three days to Saturday 14 March and
	 * then by one working day.
	 */
	assert_int_equal(after_pause(&o->office, MC_EXTEND_CALENDAR, 500, due).original,
					 at_hour(3, 16, 17));
	assert_int_equal(after_pause(&o->office, MC_SUBTRACT, 500, due).original, due);
	assert_int_equal(
		after_pause(&o->office, MC_EXTEND_WORKING, MC_NO_LIMIT, MC_INSTANT_INFINITY).original,
		MC_INSTANT_INFINITY);
	close_office(o);
}

/*
 * Under the rule subtract the pause is deducted: four days by day, four days and five hours by the
 * clock.
 */
static void
test_subtract(void **state)
{
	history h;
	mc_dossier_state now;
	mc_moment due;

	(void) state;
	receive(&h, at_hour(3, 2, 9), MC_NO_LIMIT, at_hour(3, 9, 12));
	happen(&h, event(MC_PAUSE, at_hour(3, 5, 10)));
	resume(&h, NULL, at_hour(3, 9, 15), MC_SUBTRACT);
	now = mc_dossier_now(&h.dossier);
	due = mc_effective_due(&h.dossier, &now, MC_DUE_ORIGINAL);
	assert_int_equal(now.dues.original, at_hour(3, 9, 12));
	assert_int_equal(due.day, mc_day_from_civil(2026, 3, 13));
	assert_int_equal(due.at, at_hour(3, 13, 17) - VIETNAM);
	assert_true(due.exact);
	assert_int_equal(outcome_on(&h, 3, 13, MC_DUE_ORIGINAL), MC_IN_TIME);
	assert_int_equal(outcome_on(&h, 3, 14, MC_DUE_FIRST), MC_OVERDUE);
	receive(&h, at_hour(3, 2, 9), MC_NO_LIMIT,
			mc_end_of_day(mc_day_from_civil(2026, 3, 9)) + VIETNAM);
	now = mc_dossier_now(&h.dossier);
	assert_false(mc_effective_due(&h.dossier, &now, MC_DUE_ORIGINAL).exact);
}

/* ---- after an edit ---- */

static void
test_redue(void **state)
{
	office *vn = open_vn();
	office *statutory = malloc(sizeof *statutory);
	uint8_t out[MC_DOSSIER_HEAD_MAX + 40 * MC_DOSSIER_EVENT_MAX];
	size_t length;
	mc_instant due;
	mc_dossier moved;
	history h;

	(void) state;
	assert_true(mc_shipped_calendar("vn_statutory", statutory->facts, &statutory->calendar));
	open_calendar(statutory);
	assert_true(mc_zoned_due(&statutory->office, &zone, at_hour(1, 8, 9), 200, &due));
	assert_int_equal(due, at_hour(1, 12, 17));
	receive(&h, at_hour(1, 8, 9), 200, due);
	assert_true(mc_redue(&vn->office, &zone, &h.dossier, false, out, &length));
	assert_int_equal(length, h.length);
	assert_memory_equal(out, h.packed, length);
	assert_true(mc_redue(&vn->office, &zone, &h.dossier, true, out, &length));
	assert_null(mc_dossier_defect(out, length));
	assert_true(mc_unpack_dossier(out, length, &moved));
	assert_int_equal(moved.first_due, at_hour(1, 12, 17));
	assert_int_equal(mc_dossier_now(&moved).dues.original, at_hour(1, 10, 17));
	/* Without a limit, a due date only moves off a day off. */
	receive(&h, at_hour(1, 1, 9) - 7 * 24 * HOUR, MC_NO_LIMIT, at_hour(1, 2, 15));
	assert_true(mc_redue(&vn->office, &zone, &h.dossier, true, out, &length));
	assert_true(mc_unpack_dossier(out, length, &moved));
	assert_int_equal(mc_dossier_now(&moved).dues.current, at_hour(1, 5, 17));
	/*
	 * The due dates of the worked history stay the same on the calendar on which they were
	 * computed.
	 */
	worked_history(&h, &vn->office);
	assert_true(mc_redue(&vn->office, &zone, &h.dossier, true, out, &length));
	assert_int_equal(length, h.length);
	assert_memory_equal(out, h.packed, length);
	close_office(statutory);
	close_office(vn);
}

/* ---- bytes ---- */

static void
test_damage(void **state)
{
	office *o = open_vn();
	history h;

	(void) state;
	worked_history(&h, &o->office);
	for (size_t cut = 0; cut < h.length; cut++)
	{
		uint8_t *copy = malloc(cut ? cut : 1);

		memcpy(copy, h.packed, cut);
		assert_non_null(mc_dossier_defect(copy, cut));
		free(copy);
	}
	h.packed[h.length] = 0;
	assert_non_null(mc_dossier_defect(h.packed, h.length + 1));
	for (size_t i = 0; i < 4; i++)
		for (int bit = 0; bit < 8; bit++)
		{
			h.packed[i] ^= (uint8_t) (1 << bit);
			assert_non_null(mc_dossier_defect(h.packed, h.length));
			h.packed[i] ^= (uint8_t) (1 << bit);
		}
	assert_null(mc_dossier_defect(h.packed, h.length));
	close_office(o);
}

static void
random_dossier(history *h)
{
	receive(h, at_hour((int) random_between(1, 3), (int) random_between(1, 28), 9),
			one_in(2) ? 500 : MC_NO_LIMIT,
			one_in(4) ? MC_INSTANT_INFINITY : at_hour(4, (int) random_between(1, 3), 17));
	if (one_in(2))
		happen(h, event(MC_PAUSE, at_hour(4, 4, 9)));
	if (one_in(2))
		happen(h, event(MC_STOP, at_hour(4, 5, (int) random_between(0, 3))));
}

/*
 * The most urgent dossier comes first, and one without a due date last. The order is total, and a
 * dossier equals only itself.
 */
static void
test_order(void **state)
{
	(void) state;
	for (int i = 0; i < 20000; i++)
	{
		history a, b, c;
		int ab, bc, ac;

		random_dossier(&a);
		random_dossier(&b);
		random_dossier(&c);
		ab = mc_dossier_compare(a.packed, a.length, b.packed, b.length);
		bc = mc_dossier_compare(b.packed, b.length, c.packed, c.length);
		ac = mc_dossier_compare(a.packed, a.length, c.packed, c.length);
		assert_int_equal(ab == 0,
						 a.length == b.length && memcmp(a.packed, b.packed, a.length) == 0);
		assert_int_equal(ab<0, mc_dossier_compare(b.packed, b.length, a.packed, a.length)> 0);
		if (ab <= 0 && bc <= 0)
			assert_true(ac <= 0);
		if (a.state.dues.current < b.state.dues.current)
			assert_true(ab < 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_worked_history), cmocka_unit_test(test_as_of),
		cmocka_unit_test(test_refusals),       cmocka_unit_test(test_rules),
		cmocka_unit_test(test_subtract),       cmocka_unit_test(test_redue),
		cmocka_unit_test(test_damage),         cmocka_unit_test(test_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Test ledgers: the tally of any period must be the one that mc_tally_count gives for the dossiers
 * one by one. Untrusted packed ledgers are refused.
 */
#include "support.h"

#include "core/kpi/ledger.h"

#define ROWS 300
#define DAYS 60 /* number of days on which events of the rows lie */

typedef struct ledger
{
	uint8_t *packed;
	size_t length;
} ledger;

static ledger
empty_ledger(void)
{
	ledger l = {malloc(MC_LEDGER_EMPTY_SIZE), MC_LEDGER_EMPTY_SIZE};

	mc_ledger_pack_empty(l.packed);
	return l;
}

/* Return the sum of ledgers with signs, and of a batch unless it is NULL. */
static ledger
merge(const ledger *sources, const int *signs, int count, mc_ledger_batch *batch)
{
	mc_ledger_reader *readers = calloc((size_t) count + 1, sizeof(*readers));
	mc_ledger_reader **heap = calloc((size_t) count + 1, sizeof(*heap));
	size_t *lengths = calloc((size_t) count + 1, sizeof(*lengths));
	ledger sum;

	for (int i = 0; i < count; i++)
	{
		lengths[i] = sources[i].length;
		assert_true(mc_ledger_open(&readers[i], sources[i].packed, sources[i].length, signs[i]));
	}
	if (batch)
	{
		mc_ledger_event *scratch = malloc(((size_t) batch->event_count + 1) * sizeof(*scratch));

		mc_ledger_sort(batch, scratch);
		free(scratch);
	}
	sum.length = mc_ledger_merge_bound(readers, count, lengths, batch);
	sum.packed = malloc(sum.length);
	assert_int_equal(mc_ledger_merge(readers, count, heap, batch, sum.packed, &sum.length),
					 MC_LEDGER_OK);
	free(readers);
	free(heap);
	free(lengths);
	return sum;
}

static mc_ledger_batch
new_batch(int dossiers)
{
	return (mc_ledger_batch){
		malloc((size_t) dossiers * MC_LEDGER_EVENTS_PER_DOSSIER * sizeof(mc_ledger_event)), 0,
		malloc((size_t) dossiers * MC_LEDGER_CHANGES_PER_DOSSIER * sizeof(mc_due_change)), 0};
}

static void
free_batch(mc_ledger_batch *batch)
{
	free(batch->events);
	free(batch->changes);
}

static mc_moment
random_moment(int none)
{
	mc_day day = (mc_day) random_between(0, DAYS);

	if (one_in(none))
		return mc_never();
	if (one_in(40))
		return mc_moment_of_day(MC_DAY_MINUS_INFINITY);
	if (one_in(40))
		return mc_moment_of_day((mc_day) (one_in(2)
											  ? MC_DAY_LAST_WRITABLE + random_between(-1, 2)
											  : MC_DAY_FIRST_WRITABLE + random_between(-2, 1)));
	if (one_in(2))
		return mc_moment_of_day(day);
	return (mc_moment){day * MC_US_PER_DAY + random_between(0, 3) * MC_US_PER_DAY / 4, day, true};
}

static mc_dossier_facts
random_facts(void)
{
	mc_dossier_facts facts = {.due = random_moment(8),
							  .ended = random_moment(4),
							  .paused_since = random_moment(2),
							  .online = one_in(3),
							  .ended_as = (mc_ended_as) random_between(0, 3),
							  .granularity = (mc_granularity) one_in(3)};

	do
		facts.received = random_moment(1000000);
	while (!mc_ledger_covers(facts.received.day));
	return facts;
}

static mc_period
random_period(void)
{
	mc_day since = (mc_day) random_between(-5, DAYS + 5);

	return (mc_period){since, since + (mc_day) (one_in(3) ? 0 : random_between(0, 20))};
}

static mc_tally
count_all(const mc_dossier_facts *rows, const bool *taken, int count, mc_period period)
{
	mc_tally tally = mc_tally_empty(period);

	for (int i = 0; i < count; i++)
		if (!taken || !taken[i])
			mc_tally_count(&tally, &rows[i], 1);
	return tally;
}

static void
check_same(const mc_tally *got, const mc_tally *expected, const char *what)
{
	for (int i = 0; i < MC_COUNTER_COUNT; i++)
		check(got->n[i] == expected->n[i], "%s: %s of %d..%d is %lld, not %lld", what,
			  mc_counter_name(i), got->period.since, got->period.until, (long long) got->n[i],
			  (long long) expected->n[i]);
}

static void
check_periods(const ledger *l, const mc_dossier_facts *rows, const bool *taken, int count,
			  const char *what)
{
	for (int i = 0; i < 60; i++)
	{
		mc_period period = random_period();
		mc_tally expected = count_all(rows, taken, count, period);
		mc_tally got;

		assert_true(mc_ledger_tally(l->packed, l->length, period, &got));
		check_same(&got, &expected, what);
	}
}

static void
check_round_trip(const ledger *l)
{
	int plus = 1;
	ledger again = merge(l, &plus, 1, NULL);

	assert_int_equal(again.length, l->length);
	assert_memory_equal(again.packed, l->packed, l->length);
	free(again.packed);
}

static void
test_one_dossier(void **state)
{
	(void) state;
	for (int i = 0; i < 20000; i++)
	{
		mc_dossier_facts facts = random_facts();
		mc_ledger_batch batch = new_batch(2);
		ledger l;

		mc_ledger_count(&batch, &facts, 1);
		assert_in_range(batch.event_count, 1, MC_LEDGER_EVENTS_PER_DOSSIER);
		assert_in_range(batch.change_count, 0, MC_LEDGER_CHANGES_PER_DOSSIER);
		l = merge(NULL, NULL, 0, &batch);
		check_periods(&l, &facts, NULL, 1, "one dossier");
		mc_ledger_count(&batch, &facts, -1);
		free(l.packed);
		l = merge(NULL, NULL, 0, &batch);
		assert_int_equal(l.length, MC_LEDGER_EMPTY_SIZE);
		free(l.packed);
		free_batch(&batch);
	}
}

static void
test_many_dossiers(void **state)
{
	mc_dossier_facts rows[ROWS];
	bool taken[ROWS];

	(void) state;
	for (int round = 0; round < 60; round++)
	{
		mc_ledger_batch batches[4];
		ledger parts[4];
		int signs[] = {1, 1, 1, -1};
		ledger sum, whole;

		for (int i = 0; i < 4; i++)
			batches[i] = new_batch(2 * ROWS);
		for (int i = 0; i < ROWS; i++)
		{
			rows[i] = random_facts();
			taken[i] = one_in(3);
			mc_ledger_count(&batches[random_between(0, 2)], &rows[i], 1);
			if (taken[i])
				mc_ledger_count(&batches[3], &rows[i], 1);
		}
		for (int i = 0; i < 4; i++)
			parts[i] = merge(NULL, NULL, 0, &batches[i]);
		sum = merge(parts, signs, 3, NULL);
		check_periods(&sum, rows, NULL, ROWS, "parts merged");
		check_round_trip(&sum);
		whole = merge(&sum, signs, 1, NULL);
		free(sum.packed);
		sum = merge(parts, signs, 4, NULL);
		check_periods(&sum, rows, taken, ROWS, "after taking some out");
		check_round_trip(&sum);
		/* A batch that is merged into the whole ledger must give the same sum. */
		batches[0].event_count = batches[0].change_count = 0;
		for (int i = 0; i < ROWS; i++)
			if (taken[i])
				mc_ledger_count(&batches[0], &rows[i], -1);
		free(parts[0].packed);
		parts[0] = merge(&whole, signs, 1, &batches[0]);
		assert_int_equal(parts[0].length, sum.length);
		assert_memory_equal(parts[0].packed, sum.packed, sum.length);
		free(sum.packed);
		free(whole.packed);
		for (int i = 0; i < 4; i++)
		{
			free(parts[i].packed);
			free_batch(&batches[i]);
		}
	}
}

/* ---- dossier values ---- */

static size_t
random_dossier(uint8_t *packed)
{
	mc_instant at =
		random_between(0, DAYS - 20) * MC_US_PER_DAY + random_between(0, 86399) * INT64_C(1000000);
	mc_instant due = one_in(8) ? MC_INSTANT_INFINITY : at + random_between(-2, 15) * MC_US_PER_DAY;
	mc_dossier dossier = {.received = at,
						  .limit = one_in(2) ? 500 : MC_NO_LIMIT,
						  .first_due = due,
						  .dues = {due, due}};
	mc_dossier_state state = mc_dossier_on_receipt(&dossier);
	size_t length = mc_pack_dossier_head(&dossier, packed);

	for (int tries = (int) random_between(0, 14); tries > 0; tries--)
	{
		mc_event event = {.at = at + random_between(0, 4) * MC_US_PER_DAY +
								random_between(0, 2) * MC_US_PER_DAY / 3,
						  .kind = (mc_event_kind) random_between(0, 6),
						  .dues = {MC_INSTANT_INFINITY, MC_INSTANT_INFINITY}};

		if (event.kind == MC_PAUSE || event.kind == MC_RESUME)
			event.detail = (int) random_between(0, event.kind == MC_PAUSE ? 2 : 3);
		if (event.kind == MC_RESUME && event.detail == MC_RESTART && dossier.limit == MC_NO_LIMIT)
			continue;
		if (event.kind == MC_REAPPOINT)
			event.dues.current = event.at + random_between(0, 9) * MC_US_PER_DAY;
		if (event.kind == MC_RESUME && event.detail != MC_SUBTRACT && !one_in(9))
			event.dues.original = event.dues.current =
				event.at + random_between(-3, 9) * MC_US_PER_DAY;
		if (mc_event_refusal(&state, &event) != MC_ALLOWED)
			continue;
		mc_apply_event(&state, &event);
		length += mc_pack_event(&event, packed + length);
		mc_count_packed_event(packed);
		at = event.at;
	}
	return length;
}

/* Return the facts of a dossier as the aggregate tally(dossier, period, online) reads them. */
static mc_dossier_facts
facts_as_of(const mc_dossier *dossier, mc_day as_of, bool online)
{
	mc_dossier_state state = mc_dossier_as_of(dossier, mc_moment_of_day(as_of), MC_BY_DAY);

	return (mc_dossier_facts){.received = mc_vietnam_moment(dossier->received),
							  .due = mc_effective_due(dossier, &state, MC_DUE_ORIGINAL),
							  .ended = mc_vietnam_moment(state.ended),
							  .paused_since = state.stage == MC_STAGE_PAUSED
												  ? mc_vietnam_moment(state.paused_since)
												  : mc_never(),
							  .online = online,
							  .ended_as = state.ended_as};
}

static void
test_dossier_values(void **state)
{
	uint8_t packed[MC_DOSSIER_HEAD_MAX + 20 * MC_DOSSIER_EVENT_MAX];

	(void) state;
	for (int i = 0; i < 20000; i++)
	{
		size_t size = random_dossier(packed);
		bool online = one_in(2);
		mc_dossier dossier;
		mc_ledger_batch batch;
		ledger l;
		int room;

		assert_null(mc_dossier_defect(packed, size));
		assert_true(mc_unpack_dossier(packed, size, &dossier));
		room = mc_ledger_dossier_room(&dossier);
		batch = new_batch(room);
		mc_ledger_count_dossier(&batch, &dossier, online, 1);
		assert_in_range(batch.event_count, 1, room);
		assert_in_range(batch.change_count, 0, room);
		l = merge(NULL, NULL, 0, &batch);
		for (int p = 0; p < 60; p++)
		{
			mc_period period = random_period();
			mc_tally expected = mc_tally_empty(period);
			mc_dossier_facts facts = facts_as_of(&dossier, period.until, online);
			mc_tally got;

			mc_tally_count(&expected, &facts, 1);
			assert_true(mc_ledger_tally(l.packed, l.length, period, &got));
			check_same(&got, &expected, "a dossier value");
		}
		free(l.packed);
		free_batch(&batch);
	}
}

/* ---- untrusted input ---- */

static void
test_damage(void **state)
{
	mc_ledger_batch batch = new_batch(ROWS);
	ledger l;

	(void) state;
	for (int i = 0; i < ROWS; i++)
	{
		mc_dossier_facts facts = random_facts();

		mc_ledger_count(&batch, &facts, 1);
	}
	l = merge(NULL, NULL, 0, &batch);
	for (size_t cut = 0; cut < l.length; cut++)
	{
		uint8_t *copy = malloc(cut ? cut : 1);
		mc_ledger_reader reader;
		mc_tally tally;

		memcpy(copy, l.packed, cut);
		if (mc_ledger_open(&reader, copy, cut, 1))
		{
			while (reader.has_row)
				mc_ledger_next_row(&reader);
			while (reader.has_change)
				mc_ledger_next_change(&reader);
			assert_false(reader.ended_well && reader.rows_left == 0 && reader.changes_left == 0);
		}
		mc_ledger_tally(copy, cut, (mc_period){0, 9}, &tally);
		free(copy);
	}
	free(l.packed);
	l = empty_ledger();
	check_round_trip(&l);
	free(l.packed);
	free_batch(&batch);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_dossier),
		cmocka_unit_test(test_many_dossiers),
		cmocka_unit_test(test_dossier_values),
		cmocka_unit_test(test_damage),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

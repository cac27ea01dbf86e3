/*
 * Test lists of status changes as bytes: a packed list comes back, damaged bytes are refused, and
 * the order is by time.
 */
#include "support.h"

#include "core/dossier/event_list.h"

static mc_moment
random_moment(void)
{
	if (one_in(2))
		return mc_moment_of_day((mc_day) random_between(9500, 9520));
	return mc_moment_of_wall(random_between(9500 * MC_US_PER_DAY, 9520 * MC_US_PER_DAY));
}

static void
a_change_comes_back(void **state)
{
	(void) state;
	for (int n = 0; n < 20000; n++)
	{
		char detail[20];
		size_t length = (size_t) random_between(0, sizeof detail);
		bool has_detail = !one_in(3);
		mc_moment moment = random_moment();
		mc_event_kind kind = (mc_event_kind) random_between(0, MC_RECEIVE);
		size_t size = mc_packed_change_size(has_detail ? length : 0);
		uint8_t *bytes = malloc(size);
		const uint8_t *next = bytes;
		mc_status_change change;

		memset(detail, 'x', sizeof detail);
		mc_pack_change(moment, kind, has_detail ? detail : NULL, length, bytes);
		assert_true(mc_take_change(&next, bytes + size, &change));
		assert_ptr_equal(next, bytes + size);
		assert_int_equal(mc_pack_moment(change.moment), mc_pack_moment(moment));
		assert_int_equal(change.kind, kind);
		assert_int_equal(change.detail != NULL, has_detail);
		assert_int_equal(change.detail_length, has_detail ? length : 0);
		if (has_detail)
			assert_memory_equal(change.detail, detail, length);
		next = bytes;
		assert_false(mc_take_change(&next, bytes + size - 1, &change));
		free(bytes);
	}
}

static void
damaged_changes_are_refused(void **state)
{
	uint8_t bytes[16];
	const uint8_t *next = bytes;
	mc_status_change change;

	(void) state;
	mc_pack_change(mc_moment_of_day(9500), MC_RECEIVE, NULL, 0, bytes);
	bytes[8] = MC_RECEIVE + 1;
	assert_false(mc_take_change(&next, bytes + sizeof bytes, &change));
	mc_pack_change(mc_moment_of_day(9500), MC_RECEIVE, NULL, 0, bytes);
	bytes[7] = 0x80; /* these bytes are no packed moment */
	bytes[0] = 1;
	assert_false(mc_take_change(&next, bytes + sizeof bytes, &change));
	mc_pack_change(mc_moment_of_day(9500), MC_PAUSE, "", 0, bytes);
	bytes[12] = 1; /* announces a detail of one byte that is missing */
	assert_false(mc_take_change(&next, bytes + sizeof bytes, &change));
	assert_ptr_equal(next, bytes);
}

static void
ends_come_at_the_end_of_a_day(void **state)
{
	mc_moment day = mc_moment_of_day(9500);
	mc_moment hour = mc_moment_of_wall(9500 * MC_US_PER_DAY + 1);

	(void) state;
	for (int kind = 0; kind <= MC_RECEIVE; kind++)
	{
		bool ends =
			kind == MC_RESOLVE || kind == MC_WITHDRAW || kind == MC_REFUSE || kind == MC_STOP;

		assert_int_equal(mc_event_instant((mc_event_kind) kind, day) + MC_VIETNAM_OFFSET,
						 ends ? 9501 * MC_US_PER_DAY - 1 : 9500 * MC_US_PER_DAY);
		assert_int_equal(mc_event_instant((mc_event_kind) kind, hour) + MC_VIETNAM_OFFSET,
						 9500 * MC_US_PER_DAY + 1);
		assert_int_equal(mc_event_instant((mc_event_kind) kind, mc_never()), MC_INSTANT_INFINITY);
	}
}

static void
changes_are_sorted_by_time(void **state)
{
	mc_status_change changes[50];

	(void) state;
	for (int n = 0; n < 500; n++)
	{
		for (int i = 0; i < 50; i++)
			changes[i] = (mc_status_change){.at = random_between(0, 20), .position = i};
		mc_sort_changes(changes, 50);
		for (int i = 1; i < 50; i++)
			assert_true(changes[i - 1].at < changes[i].at ||
						(changes[i - 1].at == changes[i].at &&
						 changes[i - 1].position < changes[i].position));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_change_comes_back),
		cmocka_unit_test(damaged_changes_are_refused),
		cmocka_unit_test(ends_come_at_the_end_of_a_day),
		cmocka_unit_test(changes_are_sorted_by_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

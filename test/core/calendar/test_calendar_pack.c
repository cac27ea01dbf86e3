/*
 * Test packed calendars: they come back, equal calendars give equal bytes, and damaged bytes are
 * refused or give a sound calendar.
 */
#define _POSIX_C_SOURCE 200809L /* for strdup */
#include "packing.h"

#include "core/calendar/shipped_calendars.h"

static void
check_round_trip(const mc_calendar *calendar)
{
	bytes packed = pack(calendar);
	bytes repacked;
	mc_calendar back;
	room space;

	assert_null(unpack(packed, &back, &space));
	check_same(calendar, &back);
	repacked = pack(&back);
	assert_int_equal(repacked.length, packed.length);
	assert_memory_equal(repacked.at, packed.at, packed.length);
	free(repacked.at);
	free_room(space);
	free(packed.at);
}

static mc_calendar
shipped(const char *name)
{
	mc_calendar calendar;
	mc_day_fact *facts = malloc(MC_SHIPPED_FACTS_MAX * sizeof(mc_day_fact));

	assert_true(mc_shipped_calendar(name, facts, &calendar));
	return calendar;
}

static void
test_shipped_round_trip(void **state)
{
	(void) state;
	for (int i = 0; i < MC_SHIPPED_COUNT; i++)
	{
		mc_calendar calendar = shipped(mc_shipped_name(i));

		check_round_trip(&calendar);
		free((void *) calendar.facts);
	}
}

static mc_shift_rule
random_shift(void)
{
	bool seasonal = one_in(2);
	bool bounded = one_in(2);
	int32_t opens = (int32_t) random_between(0, MC_SECONDS_PER_DAY - 1);
	mc_day from = (mc_day) random_between(MC_COVERAGE_FIRST, MC_COVERAGE_LAST - 5000);

	return (mc_shift_rule){
		bounded ? from : MC_DAY_MINUS_INFINITY,
		bounded ? from + (mc_day) random_between(0, 5000) : MC_DAY_INFINITY,
		seasonal ? (int16_t) (random_between(1, 12) * 100 + random_between(1, 29)) : 0,
		seasonal ? (int16_t) (random_between(1, 12) * 100 + random_between(1, 29)) : 0,
		(uint8_t) random_between(1, 127),
		(uint8_t) random_between(0, 255),
		one_in(2),
		opens,
		(int32_t) random_between(opens + 1, MC_SECONDS_PER_DAY)};
}

static void
test_random_round_trip(void **state)
{
	static const char *const words[] = {
		"",     "a",    "b",    "ab",     "Tết Nguyên đán", "Giỗ Tổ Hùng Vương",
		"\x01", "\x7f", "a\nb", "nghỉ bù"};
	static char long_text[20001];
	static const char *const zones[] = {"Asia/Ho_Chi_Minh", "Asia/Tokyo", ""};

	(void) state;
	memset(long_text, 'x', sizeof(long_text) - 1);
	for (int round = 0; round < 400; round++)
	{
		mc_day_fact facts[300];
		mc_shift_rule shifts[20];
		mc_calendar calendar = {
			.name = words[random_between(1, 9)], .facts = facts, .shifts = shifts};
		int gap = one_in(2) ? 2 : 300;

		calendar.first = (mc_day) random_between(MC_COVERAGE_FIRST, MC_COVERAGE_LAST);
		calendar.last = (mc_day) random_between(calendar.first, MC_COVERAGE_LAST);
		calendar.decided = (mc_years){{random_bits(), random_bits() & ((UINT64_C(1) << 47) - 1)}};
		calendar.policies =
			(mc_policies){zones[random_between(0, 2)], (uint8_t) random_between(0, 1),
						  (uint8_t) random_between(0, 2), (int32_t) random_between(0, 86400)};
		calendar.shift_count = (int32_t) random_between(0, 20);
		for (int i = 0; i < calendar.shift_count; i++)
			shifts[i] = random_shift();
		calendar.work_week = (uint8_t) random_between(1, 127);
		for (mc_day day = calendar.first; day <= calendar.last && calendar.fact_count < 300;
			 day += (mc_day) random_between(1, gap))
			facts[calendar.fact_count++] =
				(mc_day_fact){day,
							  (uint8_t) random_between(0, 1),
							  (uint8_t) random_between(0, 3),
							  (uint8_t) random_between(0, 2),
							  one_in(50) ? long_text : words[random_between(0, 9)],
							  words[random_between(0, 9)],
							  words[random_between(0, 9)]};
		check_round_trip(&calendar);
	}
}

/* Equal calendars have equal bytes, wherever in memory their strings lie. */
static void
test_canonical(void **state)
{
	mc_calendar vn = shipped("vn");
	mc_day_fact *copies = malloc((size_t) vn.fact_count * sizeof(mc_day_fact));
	mc_calendar copy = vn;
	bytes one = pack(&vn);
	bytes two;

	(void) state;
	copy.facts = copies;
	for (int i = 0; i < vn.fact_count; i++)
	{
		copies[i] = vn.facts[i];
		copies[i].title = strdup(vn.facts[i].title);
		copies[i].source = strdup(vn.facts[i].source);
		copies[i].origin = strdup(vn.facts[i].origin);
	}
	two = pack(&copy);
	assert_int_equal(one.length, two.length);
	assert_memory_equal(one.at, two.at, one.length);
	for (int i = 0; i < vn.fact_count; i++)
	{
		free((void *) copies[i].title);
		free((void *) copies[i].source);
		free((void *) copies[i].origin);
	}
	free(copies);
	free(one.at);
	free(two.at);
	free((void *) vn.facts);
}

/* ---- damage ---- */

static void
test_every_truncation(void **state)
{
	mc_calendar vn = shipped("vn");
	bytes whole = pack(&vn);

	(void) state;
	for (size_t length = 0; length < whole.length; length++)
	{
		bytes part = exact_copy(whole.at, length);
		mc_calendar calendar;
		room space;

		check(unpack(part, &calendar, &space) != NULL, "the first %zu bytes are accepted", length);
		free_room(space);
		free(part.at);
	}
	free(whole.at);
	free((void *) vn.facts);
}

static void
test_trailing_byte(void **state)
{
	mc_calendar vn = shipped("vn");
	bytes whole = pack(&vn);
	mc_calendar calendar;
	room space;

	(void) state;
	whole.at = realloc(whole.at, ++whole.length);
	for (int byte = 0; byte < 256; byte++)
	{
		whole.at[whole.length - 1] = (uint8_t) byte;
		assert_non_null(unpack(whole, &calendar, &space));
		free_room(space);
	}
	free(whole.at);
	free((void *) vn.facts);
}

/*
 * Replace the byte at a position by every other byte, or only by those that differ in one bit, by
 * zero and by 255. A calendar that is still accepted must be sound. Return how many were accepted.
 */
static int
corrupt_at(bytes packed, size_t at, bool every_byte)
{
	uint8_t sound = packed.at[at];
	int accepted = 0;

	for (int change = 1; change < 256; change++)
	{
		mc_calendar calendar;
		room space;
		bool one_bit = (change & (change - 1)) == 0;

		if (!every_byte && !one_bit && change != sound && change != (sound ^ 0xFF))
			continue;
		packed.at[at] = (uint8_t) (sound ^ change);
		if (unpack(packed, &calendar, &space) == NULL)
		{
			accepted++;
			if (every_byte || (change == 1 && at % 16 == 0))
				exercise(&calendar);
			assert_null(mc_calendar_defect(&calendar));
		}
		free_room(space);
	}
	packed.at[at] = sound;
	return accepted;
}

/* This calendar is short enough to try all 255 wrong bytes in every place. */
static void
test_every_byte_of_a_small_calendar(void **state)
{
	mc_day_fact facts[] = {
		{100, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL, "Tết", "CV 1", "vn"},
		{101, MC_WORK, MC_REASON_SWAP, MC_PROVISIONAL, "", "CV 1", "nhỏ"},
		{300, MC_OFF, MC_REASON_LOCAL, MC_UNVERIFIED, "x", "Tết", "x"},
	};
	mc_shift_rule shifts[] = {
		{MC_DAY_MINUS_INFINITY, MC_DAY_INFINITY, 0, 0, 0x1F, 0, true, 27000, 41400},
		{100, 300, 401, 930, 0x20, 1, false, 46800, 61200},
	};
	mc_calendar calendar = {
		"nhỏ", 0, 400, {{1, 2}}, MC_WORK_WEEK_MON_FRI, 3, facts, mc_shipped_policies(), 2, shifts};
	bytes packed = pack(&calendar);
	int accepted = 0;

	(void) state;
	for (size_t at = 0; at < packed.length; at++)
		accepted += corrupt_at(packed, at, true);
	check(accepted > 0 && accepted < (int) packed.length * 255, "%d accepted", accepted);
	free(packed.at);
}

/*
 * The calendar vn is too long for all wrong bytes, which are tried only at its beginning and end.
 * Elsewhere single bits, zero and 255 are tried.
 */
static void
test_every_position_of_vn(void **state)
{
	mc_calendar vn = shipped("vn");
	bytes packed = pack(&vn);
	int accepted = 0;

	(void) state;
	for (size_t at = 0; at < packed.length; at++)
	{
		bool ends = at < 16 || at + 12 > packed.length;

		accepted += corrupt_at(packed, at, ends);
	}
	check(accepted > 0, "nothing accepted: no string may change?");
	free(packed.at);
	free((void *) vn.facts);
}

static void
test_random_damage(void **state)
{
	mc_calendar vn = shipped("vn");
	bytes whole = pack(&vn);

	(void) state;
	for (int round = 0; round < 8000; round++)
	{
		bytes damaged = exact_copy(whole.at, whole.length);
		mc_calendar calendar;
		room space;

		for (int changes = (int) random_between(1, 6); changes > 0; changes--)
		{
			size_t back = one_in(2) ? 1000 : whole.length - 1;

			damaged.at[whole.length - 1 - (size_t) random_between(0, (int64_t) back)] =
				(uint8_t) random_bits();
		}
		if (unpack(damaged, &calendar, &space) == NULL && one_in(20))
			exercise(&calendar);
		free_room(space);
		free(damaged.at);
	}
	free(whole.at);
	free((void *) vn.facts);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shipped_round_trip),
		cmocka_unit_test(test_random_round_trip),
		cmocka_unit_test(test_canonical),
		cmocka_unit_test(test_every_truncation),
		cmocka_unit_test(test_trailing_byte),
		cmocka_unit_test(test_every_byte_of_a_small_calendar),
		cmocka_unit_test(test_every_position_of_vn),
		cmocka_unit_test(test_random_damage),
	};

	return cmocka_run_group_tests_name("calendar_pack", tests, NULL, NULL);
}

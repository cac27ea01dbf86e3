/* Pack calendars into memory of exact size and unpack them, for the tests of calendar_pack. */
#ifndef TEST_PACKING_H
#define TEST_PACKING_H

#include "support.h"

#include "core/calendar/calendar_pack.h"

/*
 * These bytes lie in memory of exactly their length, so that the sanitizer catches any read beyond
 * them.
 */
typedef struct bytes
{
	uint8_t *at;
	size_t length;
} bytes;

static inline bytes
pack(const mc_calendar *calendar)
{
	char *strings = malloc(mc_calendar_strings_size(calendar));
	bytes packed = {NULL, mc_calendar_pack(calendar, strings, NULL)};

	packed.at = malloc(packed.length);
	assert_int_equal(mc_calendar_pack(calendar, strings, packed.at), packed.length);
	free(strings);
	return packed;
}

/* The arrays that hold the facts and shifts of an unpacked calendar. */
typedef struct room
{
	mc_day_fact *facts;
	mc_shift_rule *shifts;
} room;

/*
 * Unpack a calendar from and into memory of exact size. Return NULL, or why the bytes were refused.
 * The caller frees the room with free_room.
 */
static inline const char *
unpack(bytes packed, mc_calendar *calendar, room *space)
{
	space->facts = malloc(mc_packed_fact_bound(packed.length) * sizeof(mc_day_fact));
	space->shifts = malloc(mc_packed_shift_bound(packed.length) * sizeof(mc_shift_rule));
	return mc_calendar_unpack(packed.at, packed.length, space->facts, space->shifts, calendar);
}

static inline void
free_room(room space)
{
	free(space.facts);
	free(space.shifts);
}

static inline void
check_same_shift(const mc_shift_rule *a, const mc_shift_rule *b)
{
	assert_int_equal(a->valid_from, b->valid_from);
	assert_int_equal(a->valid_to, b->valid_to);
	assert_int_equal(a->season_start, b->season_start);
	assert_int_equal(a->season_end, b->season_end);
	assert_int_equal(a->weekdays, b->weekdays);
	assert_int_equal(a->layer, b->layer);
	assert_int_equal(a->counts, b->counts);
	assert_int_equal(a->opens, b->opens);
	assert_int_equal(a->closes, b->closes);
}

static inline void
check_same(const mc_calendar *a, const mc_calendar *b)
{
	assert_string_equal(a->name, b->name);
	assert_int_equal(a->first, b->first);
	assert_int_equal(a->last, b->last);
	assert_int_equal(a->decided.bits[0], b->decided.bits[0]);
	assert_int_equal(a->decided.bits[1], b->decided.bits[1]);
	assert_int_equal(a->work_week, b->work_week);
	assert_int_equal(a->fact_count, b->fact_count);
	for (int i = 0; i < a->fact_count; i++)
	{
		assert_int_equal(a->facts[i].day, b->facts[i].day);
		assert_int_equal(a->facts[i].kind, b->facts[i].kind);
		assert_int_equal(a->facts[i].reason, b->facts[i].reason);
		assert_int_equal(a->facts[i].status, b->facts[i].status);
		assert_string_equal(a->facts[i].title, b->facts[i].title);
		assert_string_equal(a->facts[i].source, b->facts[i].source);
		assert_string_equal(a->facts[i].origin, b->facts[i].origin);
	}
	assert_string_equal(a->policies.time_zone, b->policies.time_zone);
	assert_int_equal(a->policies.late_reception, b->policies.late_reception);
	assert_int_equal(a->policies.due_time, b->policies.due_time);
	assert_int_equal(a->policies.same_day_cutoff, b->policies.same_day_cutoff);
	assert_int_equal(a->shift_count, b->shift_count);
	for (int i = 0; i < a->shift_count; i++)
		check_same_shift(&a->shifts[i], &b->shifts[i]);
}

/* Use every part of an unpacked calendar: its strings, its index, and its own packed form. */
static inline void
exercise(const mc_calendar *calendar)
{
	mc_day_index *index;
	mc_calendar again;
	room space;
	bytes repacked;

	assert_null(mc_calendar_defect(calendar));
	index = malloc(mc_day_index_size(calendar->first, calendar->last));
	assert_ptr_equal(mc_calendar_build_index(calendar, index), index);
	free(index);
	repacked = pack(calendar);
	assert_null(unpack(repacked, &again, &space));
	check_same(calendar, &again);
	free_room(space);
	free(repacked.at);
}

static inline bytes
exact_copy(const uint8_t *from, size_t length)
{
	bytes copy = {malloc(length ? length : 1), length};

	memcpy(copy.at, from, length);
	return copy;
}

#endif

/*
 * This libFuzzer target unpacks untrusted input as a calendar. It must be refused, or give a
 * calendar that is sound, can be indexed, and packs to bytes that unpack and pack to the same
 * bytes.
 */
#include <stdlib.h>
#include <string.h>

#include "core/calendar/calendar_pack.h"
#include "core/calendar/work_time.h"
#include "fuzzing.h"

static uint8_t *
pack(const mc_calendar *calendar, size_t *length)
{
	char *strings = malloc(mc_calendar_strings_size(calendar));
	uint8_t *packed;

	*length = mc_calendar_pack(calendar, strings, NULL);
	packed = malloc(*length);
	must(mc_calendar_pack(calendar, strings, packed) == *length);
	free(strings);
	return packed;
}

static mc_day_fact *
facts_for(size_t length)
{
	return malloc(mc_packed_fact_bound(length) * sizeof(mc_day_fact));
}

static mc_shift_rule *
shifts_for(size_t length)
{
	return malloc(mc_packed_shift_bound(length) * sizeof(mc_shift_rule));
}

/* Packing is a fixed point: packed bytes unpack to a calendar that packs to the same bytes. */
static void
repack(const mc_calendar *calendar)
{
	size_t length;
	size_t length_again;
	uint8_t *packed = pack(calendar, &length);
	mc_day_fact *facts = facts_for(length);
	mc_shift_rule *shifts = shifts_for(length);
	mc_calendar again;
	uint8_t *packed_again;

	must(mc_calendar_unpack(packed, length, facts, shifts, &again) == NULL);
	packed_again = pack(&again, &length_again);
	must(length == length_again && memcmp(packed, packed_again, length) == 0);
	free(packed_again);
	free(shifts);
	free(facts);
	free(packed);
}

static void
build_index(const mc_calendar *calendar)
{
	mc_day_index *index = malloc(mc_day_index_size(calendar->first, calendar->last));
	int32_t working = 0;

	mc_calendar_build_index(calendar, index);
	for (mc_day day = calendar->first; day <= calendar->last; day++)
		working += mc_is_working(index, day);
	must(working == index->working_days);
	free(index);
}

/*
 * Build the index of working time. NULL is a right answer too: the build refuses a calendar whose
 * shifts make too many different days.
 */
static void
build_work_time(const mc_calendar *calendar)
{
	void *memory = malloc(mc_work_time_size(calendar->first, calendar->last));
	mc_work_time *index =
		mc_work_time_build(memory, calendar->first, calendar->last, calendar->shifts,
						   calendar->shift_count, mc_calendar_day_class, calendar);

	must(!index || mc_work_time_between(index, index->begin, index->end) == index->work);
	free(memory);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	mc_day_fact *facts = facts_for(size);
	mc_shift_rule *shifts = shifts_for(size);
	mc_calendar calendar;

	if (mc_calendar_unpack(data, size, facts, shifts, &calendar) == NULL)
	{
		must(mc_calendar_defect(&calendar) == NULL);
		build_index(&calendar);
		build_work_time(&calendar);
		repack(&calendar);
	}
	free(shifts);
	free(facts);
	return 0;
}

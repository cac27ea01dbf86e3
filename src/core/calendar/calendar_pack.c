/*
 * This file packs calendars into bytes and unpacks untrusted bytes. The input, output and cache of
 * the SQL type work_calendar call it.
 */
#include "core/calendar/calendar_pack.h"

#include <string.h>

#define FORMAT_VERSION 1
#define MIN_FACT_BYTES 5
#define SHIFT_BYTES 23
#define STRINGS_PER_FACT 3
#define STRINGS_PER_CALENDAR 2

/* ---- writing ---- */

typedef struct writer
{
	uint8_t *out; /* NULL if only the length is measured */
	size_t length;
} writer;

static void
put_byte(writer *w, uint8_t byte)
{
	if (w->out)
		w->out[w->length] = byte;
	w->length++;
}

static void
put_varint(writer *w, uint32_t value)
{
	while (value >= 0x80)
	{
		put_byte(w, (uint8_t) (value | 0x80));
		value >>= 7;
	}
	put_byte(w, (uint8_t) value);
}

/* Write the lowest `bytes` bytes of the value, the least significant first. */
static void
put_fixed(writer *w, uint64_t value, int bytes)
{
	for (int i = 0; i < bytes; i++)
		put_byte(w, (uint8_t) (value >> 8 * i));
}

static void
put_int32(writer *w, int32_t value)
{
	put_fixed(w, (uint32_t) value, 4);
}

static void
put_bytes(writer *w, const char *bytes, size_t length)
{
	if (w->out)
		memcpy(w->out + w->length, bytes, length);
	w->length += length;
}

/*
 * The string area while it is built. Each string is stored once. A hash table with linear probing
 * finds the strings again: a slot holds the string's offset plus 1, or 0 if the slot is free.
 */
typedef struct string_area
{
	char *bytes;
	size_t length;
	uint32_t *slots;
	uint32_t mask; /* number of slots, a power of two, minus 1 */
} string_area;

/* Return the 32-bit FNV-1a hash of a string. */
static uint32_t
hash_string(const char *string)
{
	uint32_t hash = 2166136261u;

	for (; *string; string++)
		hash = (hash ^ (uint8_t) *string) * 16777619u;
	return hash;
}

/* Return the offset of a string in the area, and add the string if it is not there yet. */
static uint32_t
intern(string_area *area, const char *string)
{
	uint32_t slot = hash_string(string) & area->mask;
	size_t size = strlen(string) + 1;

	for (; area->slots[slot] != 0; slot = (slot + 1) & area->mask)
		if (strcmp(area->bytes + area->slots[slot] - 1, string) == 0)
			return area->slots[slot] - 1;
	memcpy(area->bytes + area->length, string, size);
	area->slots[slot] = (uint32_t) area->length + 1;
	area->length += size;
	return area->slots[slot] - 1;
}

/* Return the number of slots, a power of two that leaves at least half of the hash table free. */
static uint32_t
slot_count(const mc_calendar *calendar)
{
	uint32_t count = 8;

	while (count < 2 * ((uint32_t) calendar->fact_count * STRINGS_PER_FACT + STRINGS_PER_CALENDAR))
		count *= 2;
	return count;
}

size_t
mc_calendar_strings_size(const mc_calendar *calendar)
{
	size_t size = slot_count(calendar) * sizeof(uint32_t) + strlen(calendar->name) +
				  strlen(calendar->policies.time_zone) + 2;

	for (int32_t i = 0; i < calendar->fact_count; i++)
		size += strlen(calendar->facts[i].title) + strlen(calendar->facts[i].source) +
				strlen(calendar->facts[i].origin) + 3;
	return size;
}

/* Build the string area of a calendar in `scratch`. The calendar's name gets offset 0. */
static string_area
gather_strings(const mc_calendar *calendar, void *scratch)
{
	uint32_t slots = slot_count(calendar);
	string_area area = {(char *) scratch + slots * sizeof(uint32_t), 0, scratch, slots - 1};

	memset(scratch, 0, slots * sizeof(uint32_t));
	intern(&area, calendar->name);
	intern(&area, calendar->policies.time_zone);
	for (int32_t i = 0; i < calendar->fact_count; i++)
	{
		intern(&area, calendar->facts[i].title);
		intern(&area, calendar->facts[i].source);
		intern(&area, calendar->facts[i].origin);
	}
	return area;
}

static void
put_fact(writer *w, const mc_day_fact *fact, mc_day previous, string_area *area)
{
	put_varint(w, (uint32_t) (fact->day - previous));
	put_byte(w, (uint8_t) (fact->kind | fact->reason << 1 | fact->status << 4));
	put_varint(w, intern(area, fact->title));
	put_varint(w, intern(area, fact->source));
	put_varint(w, intern(area, fact->origin));
}

static void
put_policies(writer *w, const mc_policies *policies, string_area *area)
{
	put_varint(w, intern(area, policies->time_zone));
	put_byte(w, policies->late_reception);
	put_byte(w, policies->due_time);
	put_int32(w, policies->same_day_cutoff);
}

static void
put_shift(writer *w, const mc_shift_rule *shift)
{
	put_int32(w, shift->valid_from);
	put_int32(w, shift->valid_to);
	put_fixed(w, (uint16_t) shift->season_start, 2);
	put_fixed(w, (uint16_t) shift->season_end, 2);
	put_byte(w, shift->weekdays);
	put_byte(w, shift->layer);
	put_byte(w, shift->counts);
	put_int32(w, shift->opens);
	put_int32(w, shift->closes);
}

size_t
mc_calendar_pack(const mc_calendar *calendar, void *scratch, uint8_t *out)
{
	writer w = {out, 0};
	string_area area = gather_strings(calendar, scratch);
	mc_day previous = calendar->first;

	put_byte(&w, FORMAT_VERSION);
	put_int32(&w, calendar->first);
	put_int32(&w, calendar->last);
	put_fixed(&w, calendar->decided.bits[0], 8);
	put_fixed(&w, calendar->decided.bits[1], 8);
	put_byte(&w, calendar->work_week);
	put_varint(&w, (uint32_t) area.length);
	put_bytes(&w, area.bytes, area.length);
	put_varint(&w, (uint32_t) calendar->fact_count);
	for (int32_t i = 0; i < calendar->fact_count; i++)
	{
		put_fact(&w, &calendar->facts[i], previous, &area);
		previous = calendar->facts[i].day;
	}
	put_policies(&w, &calendar->policies, &area);
	put_varint(&w, (uint32_t) calendar->shift_count);
	for (int32_t i = 0; i < calendar->shift_count; i++)
		put_shift(&w, &calendar->shifts[i]);
	return w.length;
}

/* ---- reading: no byte is trusted ---- */

/* A position in untrusted bytes. After the first failure, all further reads return any value. */
typedef struct reader
{
	const uint8_t *at;
	const uint8_t *end;
	bool failed;
} reader;

static uint8_t
get_byte(reader *r)
{
	if (r->at == r->end)
	{
		r->failed = true;
		return 0;
	}
	return *r->at++;
}

static uint32_t
get_varint(reader *r)
{
	uint64_t value = 0;

	for (int shift = 0; shift < 35; shift += 7)
	{
		uint8_t byte = get_byte(r);

		value |= (uint64_t) (byte & 0x7F) << shift;
		if (byte < 0x80)
		{
			r->failed |= value > UINT32_MAX;
			return (uint32_t) value;
		}
	}
	r->failed = true;
	return 0;
}

static uint64_t
get_fixed(reader *r, int bytes)
{
	uint64_t value = 0;

	for (int i = 0; i < bytes; i++)
		value |= (uint64_t) get_byte(r) << 8 * i;
	return value;
}

static int32_t
get_int32(reader *r)
{
	return (int32_t) (uint32_t) get_fixed(r, 4);
}

typedef struct strings_view
{
	const char *bytes;
	uint32_t length;
} strings_view;

/* Read the string area. Fail unless it is complete and its last string ends with a NUL. */
static strings_view
get_strings(reader *r)
{
	strings_view view = {NULL, get_varint(r)};

	if (r->failed || view.length == 0 || view.length > (size_t) (r->end - r->at) ||
		r->at[view.length - 1] != '\0')
	{
		r->failed = true;
		return view;
	}
	view.bytes = (const char *) r->at;
	r->at += view.length;
	return view;
}

/* Read an offset and return the string there. Fail unless a string of the area begins there. */
static const char *
get_string(reader *r, strings_view strings)
{
	uint32_t offset = get_varint(r);

	if (r->failed || offset >= strings.length || (offset > 0 && strings.bytes[offset - 1] != '\0'))
	{
		r->failed = true;
		return "";
	}
	return strings.bytes + offset;
}

static mc_day_fact
get_fact(reader *r, mc_day previous, strings_view strings)
{
	mc_day_fact fact;
	int64_t day = previous + (int64_t) get_varint(r);
	uint8_t code = get_byte(r);

	r->failed |= day > MC_DAY_INFINITY || code >> 6 != 0;
	fact.day = (mc_day) day;
	fact.kind = code & 1;
	fact.reason = code >> 1 & 7;
	fact.status = code >> 4 & 3;
	fact.title = get_string(r, strings);
	fact.source = get_string(r, strings);
	fact.origin = get_string(r, strings);
	return fact;
}

static void
get_facts(reader *r, strings_view strings, mc_day_fact *facts, mc_calendar *calendar)
{
	uint32_t count = get_varint(r);
	mc_day previous = calendar->first;

	if (r->failed || count > (size_t) (r->end - r->at) / MIN_FACT_BYTES)
	{
		r->failed = true;
		return;
	}
	for (uint32_t i = 0; i < count && !r->failed; i++)
	{
		facts[i] = get_fact(r, previous, strings);
		previous = facts[i].day;
	}
	calendar->fact_count = (int32_t) count;
	calendar->facts = facts;
}

static mc_policies
get_policies(reader *r, strings_view strings)
{
	mc_policies policies;

	policies.time_zone = get_string(r, strings);
	policies.late_reception = get_byte(r);
	policies.due_time = get_byte(r);
	policies.same_day_cutoff = get_int32(r);
	return policies;
}

static mc_shift_rule
get_shift(reader *r)
{
	mc_shift_rule shift;
	uint8_t counts;

	shift.valid_from = get_int32(r);
	shift.valid_to = get_int32(r);
	shift.season_start = (int16_t) get_fixed(r, 2);
	shift.season_end = (int16_t) get_fixed(r, 2);
	shift.weekdays = get_byte(r);
	shift.layer = get_byte(r);
	counts = get_byte(r);
	r->failed |= counts > 1;
	shift.counts = counts == 1;
	shift.opens = get_int32(r);
	shift.closes = get_int32(r);
	return shift;
}

static void
get_shifts(reader *r, mc_shift_rule *shifts, mc_calendar *calendar)
{
	uint32_t count = get_varint(r);

	if (r->failed || count > (size_t) (r->end - r->at) / SHIFT_BYTES)
	{
		r->failed = true;
		return;
	}
	for (uint32_t i = 0; i < count && !r->failed; i++)
		shifts[i] = get_shift(r);
	calendar->shift_count = (int32_t) count;
	calendar->shifts = shifts;
}

size_t
mc_packed_fact_bound(size_t length)
{
	return length / MIN_FACT_BYTES + 1;
}

size_t
mc_packed_shift_bound(size_t length)
{
	return length / SHIFT_BYTES + 1;
}

const char *
mc_calendar_unpack(const uint8_t *packed, size_t length, mc_day_fact *facts, mc_shift_rule *shifts,
				   mc_calendar *calendar)
{
	reader r = {packed, packed + length, false};
	strings_view strings;

	if (get_byte(&r) != FORMAT_VERSION)
		return "the format version is unknown";
	calendar->first = get_int32(&r);
	calendar->last = get_int32(&r);
	calendar->decided.bits[0] = get_fixed(&r, 8);
	calendar->decided.bits[1] = get_fixed(&r, 8);
	calendar->work_week = get_byte(&r);
	strings = get_strings(&r);
	if (r.failed)
		return "the bytes are damaged";
	calendar->name = strings.bytes;
	get_facts(&r, strings, facts, calendar);
	calendar->policies = get_policies(&r, strings);
	get_shifts(&r, shifts, calendar);
	if (r.failed || r.at != r.end)
		return "the bytes are damaged";
	return mc_calendar_defect(calendar);
}

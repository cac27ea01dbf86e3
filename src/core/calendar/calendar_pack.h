/*
 * A calendar as a string of bytes: the body of the SQL type work_calendar.
 *
 *   u8      format version
 *   i32 x2  first, last (little endian)
 *   u64 x2  decided years
 *   u8      work week, bit 0 = Monday
 *   text    the string area: varint length, then strings that each end in NUL;
 *           offset 0 is the calendar's name
 *   varint  number of facts, each:
 *           varint  days since the previous fact (the first: since the coverage's first day)
 *           u8      kind | reason << 1 | status << 4
 *           varint  offsets of the title, the source and the origin
 *   policies: varint offset of the time zone, u8 late_reception, u8 due_time, i32 same_day_cutoff
 *   varint  number of shifts, each: i32 valid_from, i32 valid_to, u16 season_start, u16 season_end,
 *           u8 weekdays, u8 layer, u8 counts, i32 opens, i32 closes
 *
 * varint: little endian base 128, at most 5 bytes. Equal calendars pack to equal bytes.
 */
#ifndef MC_CALENDAR_PACK_H
#define MC_CALENDAR_PACK_H

#include "core/calendar/calendar.h"

/*
 * Writes the calendar into out and returns its length. With out = NULL only
 * measures. scratch is space of mc_calendar_strings_size bytes, aligned for uint32_t.
 */
size_t mc_calendar_pack(const mc_calendar *calendar, void *scratch, uint8_t *out);

/* Scratch bytes that mc_calendar_pack needs. */
size_t mc_calendar_strings_size(const mc_calendar *calendar);

/* Upper bounds of what is in length packed bytes, for the arrays of mc_calendar_unpack. */
size_t mc_packed_fact_bound(size_t length);
size_t mc_packed_shift_bound(size_t length);

/*
 * Reads hostile bytes. Strings of the calendar point into packed, facts and
 * shifts into the caller's arrays. Returns NULL, or what is wrong with them; then *calendar is unusable.
 * That the strings are valid UTF-8 is left to the caller.
 */
const char *mc_calendar_unpack(const uint8_t *packed, size_t length, mc_day_fact *facts,
							   mc_shift_rule *shifts, mc_calendar *calendar);

#endif

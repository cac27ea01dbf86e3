/*
 * This header declares the packed form of a calendar, a string of bytes that is the body of the SQL
 * type work_calendar. The glue in src/calendar packs and unpacks calendars with it.
 *
 *   u8      format version
 *   i32 x2  first and last day of the coverage
 *   u64 x2  set of decided years
 *   u8      work week, bit 0 is Monday
 *   text    the string area: a varint with its length, then strings that each end with a NUL;
 *           the string at offset 0 is the calendar's name
 *   varint  number of facts; then for each fact
 *           varint  days since the previous fact; for the first, days since the coverage begins
 *           u8      kind | reason << 1 | status << 4
 *           varint  offsets of the title, the source and the origin (three varints)
 *   policies: varint offset of the time zone, u8 late_reception, u8 due_time, i32 same_day_cutoff
 *   varint  number of shifts; then for each shift i32 valid_from, i32 valid_to, u16 season_start,
 *           u16 season_end, u8 weekdays, u8 layer, u8 counts, i32 opens, i32 closes
 *
 * Numbers of fixed length are little endian. A varint is little endian to base 128 and has at most
 * 5 bytes. Equal calendars have equal packed forms.
 */
#ifndef MC_CALENDAR_PACK_H
#define MC_CALENDAR_PACK_H

#include "core/calendar/calendar.h"

/*
 * Write the packed form of a calendar into `out` and return its length. If `out` is NULL, return
 * the length only. `scratch` has room for mc_calendar_strings_size bytes and is aligned for
 * uint32_t.
 */
size_t mc_calendar_pack(const mc_calendar *calendar, void *scratch, uint8_t *out);

/* Return how many bytes of scratch space mc_calendar_pack needs. */
size_t mc_calendar_strings_size(const mc_calendar *calendar);

/*
 * Each of these functions returns how many facts or shifts `length` packed bytes can hold at most.
 * The caller gives mc_calendar_unpack arrays of that size.
 */
size_t mc_packed_fact_bound(size_t length);
size_t mc_packed_shift_bound(size_t length);

/*
 * Unpack a calendar from untrusted bytes. Its strings point into `packed`, and its facts and shifts
 * are the caller's arrays. Return NULL, or a static string that says what is wrong; *calendar must
 * not be used then. The caller checks that the strings are valid UTF-8.
 */
const char *mc_calendar_unpack(const uint8_t *packed, size_t length, mc_day_fact *facts,
							   mc_shift_rule *shifts, mc_calendar *calendar);

#endif

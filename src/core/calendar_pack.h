/*
 * A calendar as a string of bytes: the body of the SQL type work_calendar.
 *
 *   u8      format version
 *   i32 x3  first, last, decided_until (little endian)
 *   u8      work week, bit 0 = Monday
 *   text    the string area: varint length, then strings that each end in NUL;
 *           offset 0 is the calendar's name
 *   varint  number of facts, each:
 *           varint  days since the previous fact (the first: since the coverage's first day)
 *           u8      kind | reason << 1 | status << 4
 *           varint  offset of the title, varint offset of the source
 *
 * varint: little endian base 128, at most 5 bytes. Equal calendars pack to equal bytes.
 */
#ifndef MC_CALENDAR_PACK_H
#define MC_CALENDAR_PACK_H

#include "calendar.h"

/*
 * Writes the calendar into out and returns its length. With out = NULL only
 * measures. scratch is space of mc_calendar_strings_size bytes, aligned for uint32_t.
 */
size_t		mc_calendar_pack(const mc_calendar *calendar, void *scratch, uint8_t *out);

/* Scratch bytes that mc_calendar_pack needs. */
size_t		mc_calendar_strings_size(const mc_calendar *calendar);

/* An upper bound of the facts in length packed bytes, for the array of mc_calendar_unpack. */
size_t		mc_packed_fact_bound(size_t length);

/*
 * Reads hostile bytes. Strings of the calendar point into packed, facts into the
 * caller's array. Returns NULL, or what is wrong with them; then *calendar is unusable.
 * That the strings are valid UTF-8 is left to the caller.
 */
const char *mc_calendar_unpack(const uint8_t *packed, size_t length,
							   mc_day_fact *facts, mc_calendar *calendar);

#endif

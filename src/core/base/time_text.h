/*
 * The parts that texts of days and times have in common: digits, the time of day, the offset from UTC.
 * Each function takes its part from a cursor over bytes from outside and returns false where the bytes are
 * no such part; the cursor has then moved to where the part goes wrong.
 * Source of the forms: ISO 8601-1:2019, extended format; RFC 3339 for the offset.
 */
#ifndef MC_TIME_TEXT_H
#define MC_TIME_TEXT_H

#include <stdbool.h>
#include <stdint.h>

/* The bytes that are still to be read: next up to end, without end. */
typedef struct mc_cursor
{
	const char *next;
	const char *end;
} mc_cursor;

static inline bool
mc_cursor_is_at_end(const mc_cursor *cursor)
{
	return cursor->next == cursor->end;
}

/* Take one byte if it is c. */
static inline bool
mc_take_char(mc_cursor *cursor, char c)
{
	if (mc_cursor_is_at_end(cursor) || *cursor->next != c)
		return false;
	cursor->next++;
	return true;
}

/* Take at least `least` and at most `most` (9 or fewer) decimal digits as a number; return how many, or 0. */
int mc_take_number(mc_cursor *cursor, int least, int most, int32_t *number);

/* Take 'HH:MM[:SS[.f...]]' with at most six decimals as microseconds of the day. */
bool mc_take_time_of_day(mc_cursor *cursor, int64_t *microseconds);

/* Take 'Z', '+HH', '+HH:MM' or '+HHMM' (or with '-') as microseconds east of UTC. */
bool mc_take_offset(mc_cursor *cursor, int64_t *microseconds);

#endif

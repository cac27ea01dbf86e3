/*
 * This header declares the readers of the parts that the texts of days and times have in common:
 * digits, the time of day, and the offset from UTC. iso_time.c and moment_text.c use them. Each
 * function reads its part from a cursor over untrusted bytes. If the bytes are not of the expected
 * form, it returns false, and the cursor stands where the bytes go wrong. Source of the forms: ISO
 * 8601-1:2019, extended format; RFC 3339 for the offset.
 */
#ifndef MC_TIME_TEXT_H
#define MC_TIME_TEXT_H

#include <stdbool.h>
#include <stdint.h>

/* The bytes that have not been read yet: those from next on that lie before end. */
typedef struct mc_cursor
{
	const char *next;
	const char *end;
} mc_cursor;

/* True if all bytes have been read. */
static inline bool
mc_cursor_is_at_end(const mc_cursor *cursor)
{
	return cursor->next == cursor->end;
}

/* Read one byte if it is c, and return true. Otherwise return false. */
static inline bool
mc_take_char(mc_cursor *cursor, char c)
{
	if (mc_cursor_is_at_end(cursor) || *cursor->next != c)
		return false;
	cursor->next++;
	return true;
}

/*
 * Read the decimal digits that come next, at most `most` of them (9 or fewer), as a number. Return
 * how many digits were read, or 0 if there are fewer than `least`.
 */
int mc_take_number(mc_cursor *cursor, int least, int most, int32_t *number);

/*
 * Read 'HH:MM[:SS[.f...]]' with at most six decimals, and store it as microseconds since midnight.
 */
bool mc_take_time_of_day(mc_cursor *cursor, int64_t *microseconds);

/*
 * Read 'Z', '+HH', '+HH:MM' or '+HHMM', with either sign, and store it as microseconds east of UTC.
 */
bool mc_take_offset(mc_cursor *cursor, int64_t *microseconds);

#endif

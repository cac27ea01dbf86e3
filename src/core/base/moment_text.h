/*
 * Moments as text, whatever a session's DateStyle and TimeZone are.
 *
 * These forms are read, with blanks before and behind:
 *   2026-03-02                                 a day (ISO 8601)
 *   2026-03-02 14:20[:SS[.f...]]               wall-clock time of Viet Nam; 'T' may stand for the blank
 *   2026-03-02 14:20[:SS[.f...]][ ]+07[[:]00]  an instant, or with 'Z'; becomes wall-clock time of Viet Nam
 *   2026-03-02[ ]+07                           a day: an offset does not move it (JDBC's setDate sends this)
 *   02/03/2026 [14:20[:SS]]                    day, month, year of four digits, as Viet Nam writes them;
 *                                              day and month of one digit too, and '-' for '/'
 *   infinity, -infinity
 * A year outside 0001 to 9999 has a sign, as ISO 8601 asks for: +12345-01-02, -0043-03-15 (44 BC).
 * All else is refused: two digits for a year, words such as 'now', and texts with more behind the date.
 */
#ifndef MC_MOMENT_TEXT_H
#define MC_MOMENT_TEXT_H

#include <stddef.h>

#include "core/base/moment.h"

#define MC_MOMENT_TEXT_MAX 40 /* bytes, with the NUL */

/* Why a text is no moment. */
typedef enum mc_moment_problem
{
	MC_MOMENT_IS_READABLE,
	MC_MOMENT_EMPTY,
	MC_MOMENT_NO_DATE, /* the text does not begin with a date of a known form */
	MC_MOMENT_SHORT_YEAR, /* the year has fewer than four digits */
	MC_MOMENT_NO_SUCH_DAY, /* the calendar has no such month or day */
	MC_MOMENT_NO_SUCH_TIME, /* no time of day, or no offset, stands where one should */
	MC_MOMENT_MORE_TEXT, /* something follows the date and the time */
	MC_MOMENT_OUT_OF_RANGE /* PostgreSQL has no such date or timestamp */
} mc_moment_problem;

/* Read a moment from the bytes of a text from outside. *moment is set only if the result is MC_MOMENT_IS_READABLE. */
mc_moment_problem mc_read_moment(const char *text, size_t length, mc_moment *moment);

/* Return a problem as a whole sentence in UTF-8, which is static. MC_MOMENT_IS_READABLE has none: NULL. */
const char *mc_moment_problem_text(mc_moment_problem problem, bool english);

/*
 * Write a moment and a NUL so that mc_read_moment reads the same moment: '2026-03-02',
 * '2026-03-02 14:20:00[.ffffff]' or an infinity. Return the length without the NUL.
 */
int mc_write_moment(mc_moment moment, char out[MC_MOMENT_TEXT_MAX]);

#endif

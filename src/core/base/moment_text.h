/*
 * This header declares the text form of moments for the SQL type moment and for the functions that
 * check columns of text. The form does not depend on a session's DateStyle or TimeZone.
 *
 * A text may begin and end with blanks. These forms can be read:
 *   2026-03-02                                 a day (ISO 8601)
 *   2026-03-02 14:20[:SS[.f...]]               wall-clock time in Viet Nam, with a blank or a 'T'
 *   2026-03-02 14:20[:SS[.f...]][ ]+07[[:]00]  an instant, also with 'Z'; it is converted to
 *                                              wall-clock time in Viet Nam
 *   2026-03-02[ ]+07                           a day; the offset does not move it (JDBC's setDate
 *                                              sends this form)
 *   02/03/2026 [14:20[:SS]]                    day, month and year of four digits, as Viet Nam
 *                                              writes them; the day and the month may have one
 *                                              digit, and '-' may stand for '/'
 *   infinity, -infinity
 * A year outside 0001 to 9999 has a sign, as ISO 8601 demands: +12345-01-02, -0043-03-15 (44 BC).
 * Everything else is refused: a year of two digits, words such as 'now', and more text after the
 * date.
 */
#ifndef MC_MOMENT_TEXT_H
#define MC_MOMENT_TEXT_H

#include <stddef.h>

#include "core/base/moment.h"

#define MC_MOMENT_TEXT_MAX 40 /* bytes, with the NUL */

/* The reasons why a text is no moment. */
typedef enum mc_moment_problem
{
	MC_MOMENT_IS_READABLE, /* the text is a moment */
	MC_MOMENT_EMPTY, /* the text has nothing but blanks */
	MC_MOMENT_NO_DATE, /* the text does not begin with a date of a known form */
	MC_MOMENT_SHORT_YEAR, /* the year has fewer than four digits */
	MC_MOMENT_NO_SUCH_DAY, /* the calendar has no such month or day */
	MC_MOMENT_NO_SUCH_TIME, /* the time of day or the offset is malformed */
	MC_MOMENT_MORE_TEXT, /* more text follows the date and the time */
	MC_MOMENT_OUT_OF_RANGE /* PostgreSQL's types cannot hold the date or the time */
} mc_moment_problem;

/*
 * Read a moment from untrusted input. Return MC_MOMENT_IS_READABLE and set *moment, or return the
 * problem and leave *moment unchanged.
 */
mc_moment_problem mc_read_moment(const char *text, size_t length, mc_moment *moment);

/*
 * Return a sentence in UTF-8 that says what is wrong, in English or in Vietnamese. The string is
 * static. The result for MC_MOMENT_IS_READABLE is NULL.
 */
const char *mc_moment_problem_text(mc_moment_problem problem, bool english);

/*
 * Write a moment, with a NUL, in a form that mc_read_moment reads as the same moment: '2026-03-02',
 * '2026-03-02 14:20:00[.ffffff]' or an infinity. Return the length without the NUL.
 */
int mc_write_moment(mc_moment moment, char out[MC_MOMENT_TEXT_MAX]);

#endif

/*
 * This header declares time limits: an amount and a unit, such as "5 ngày làm việc". The SQL type
 * time_limit and the dossiers use it. deadline.h says what a limit means on a calendar.
 *
 * A limit is one integer: unit << 32 | amount in hundredths of the unit. The order of the integers
 * is the order by unit and amount. Amounts are 0 to 999 999.99.
 *
 * The limit zero is "trong ngày" (the same day). It has one form only, zero working days. Zero of
 * the other kinds of days says the same and becomes that form; zero of any other unit is no limit.
 *
 * Days and hours may have fractions of two decimals, months and years only halves (Civil Code 2015
 * art. 146: half a month is 15 days and half a year is 6 months), and weeks none.
 */
#ifndef MC_TIME_LIMIT_H
#define MC_TIME_LIMIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum mc_unit
{
	MC_WORKING_DAY, /* ngày làm việc */
	MC_WORKING_HOUR, /* giờ làm việc */
	MC_CALENDAR_DAY, /* ngày */
	MC_DAY_SKIP_HOLIDAY, /* calendar days that skip public holidays, not weekends */
	MC_WEEK, /* tuần */
	MC_MONTH, /* tháng */
	MC_YEAR, /* năm */
	MC_CLOCK_HOUR /* giờ */
} mc_unit;

#define MC_UNIT_COUNT 8
#define MC_TIME_LIMIT_MAX_HUNDREDTHS INT64_C(99999999)
#define MC_TIME_LIMIT_TEXT_MAX 64 /* bytes of the canonical text, with the NUL */

typedef int64_t mc_time_limit;

#define MC_SAME_DAY ((mc_time_limit) 0)

/* The reasons why a text, or an amount with a unit, is no time limit. */
typedef enum mc_time_limit_defect
{
	MC_LIMIT_SOUND, /* no defect */
	MC_LIMIT_NO_AMOUNT, /* text: a number is missing */
	MC_LIMIT_BAD_UNIT, /* text: no known unit stands here, or more text follows it */
	MC_LIMIT_TOO_MANY_DECIMALS, /* not a whole number of hundredths */
	MC_LIMIT_TOO_LARGE, /* more than 999 999.99 */
	MC_LIMIT_NEGATIVE,
	MC_LIMIT_ZERO, /* zero of a unit that is no kind of day */
	MC_LIMIT_FRACTION, /* a part of a week, month or year that the law does not define */
	MC_LIMIT_WORDS /* text: the words in parentheses do not say the number before them */
} mc_time_limit_defect;

/* Return the unit of a valid limit. */
static inline mc_unit
mc_time_limit_unit(mc_time_limit limit)
{
	return (mc_unit) (limit >> 32);
}

/* Return the amount of a valid limit, in hundredths of its unit. */
static inline int64_t
mc_time_limit_hundredths(mc_time_limit limit)
{
	return limit & INT64_C(0xFFFFFFFF);
}

/*
 * Store the limit of an amount and a unit, and return MC_LIMIT_SOUND; zero days get their one form.
 * Otherwise return what is wrong.
 */
mc_time_limit_defect mc_make_time_limit(int64_t hundredths, mc_unit unit, mc_time_limit *limit);

/* True if 64 bits of untrusted input are a limit in its one form. */
bool mc_time_limit_is_valid(int64_t value);

/*
 * Read a limit as forms print it, with or without Vietnamese marks, NFC or NFD, in capitals or not;
 * the grammar is in time_limit.c. Return MC_LIMIT_SOUND and store the limit, or return what is
 * wrong and store in *position the byte offset of the defect.
 */
mc_time_limit_defect mc_parse_time_limit(const char *text, size_t length, mc_time_limit *limit,
										 size_t *position);

/*
 * Write the canonical text of a limit, in Vietnamese (NFC) or English, with a NUL.
 * mc_parse_time_limit reads the text as the same limit.
 */
void mc_format_time_limit(mc_time_limit limit, bool english, char out[MC_TIME_LIMIT_TEXT_MAX]);

/* Return the SQL name of a unit ('working_day', ...), which is static. */
const char *mc_unit_name(mc_unit unit);
/* Return the unit with an SQL name of `length` bytes, or -1 if there is none. */
int mc_unit_by_name(const char *name, size_t length);

#endif

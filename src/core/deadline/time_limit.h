/*
 * A time limit: an amount and a unit, "5 ngày làm việc". What it means on a calendar is
 * in deadline.h.
 *
 * One integer, unit << 32 | hundredths of the unit, so that integer order is the order
 * by (unit, amount). Amounts are 0 to 999 999.99. Zero is "trong ngày" (the same day):
 * it has one form only, zero working days; zero of days says the same and is stored so,
 * zero of any other unit is no limit. Fractions: two decimals of days and hours; of
 * months and years only halves (Civil Code 2015 art. 146: half a month is 15 days, half
 * a year 6 months); of weeks none.
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
#define MC_TIME_LIMIT_TEXT_MAX 64 /* bytes of a canonical text, its NUL included */

typedef int64_t mc_time_limit;

#define MC_SAME_DAY ((mc_time_limit) 0)

typedef enum mc_time_limit_defect
{
	MC_LIMIT_SOUND,
	MC_LIMIT_NO_AMOUNT, /* text: where a number should be */
	MC_LIMIT_BAD_UNIT, /* text: no unit that we know, or something behind it */
	MC_LIMIT_TOO_MANY_DECIMALS, /* not a whole number of hundredths */
	MC_LIMIT_TOO_LARGE,
	MC_LIMIT_NEGATIVE,
	MC_LIMIT_ZERO, /* of a unit that has no zero */
	MC_LIMIT_FRACTION, /* a part of a week, month or year that the law does not define */
	MC_LIMIT_WORDS /* text: words in parentheses that do not say the number before them */
} mc_time_limit_defect;

static inline mc_unit
mc_time_limit_unit(mc_time_limit limit)
{
	return (mc_unit) (limit >> 32);
}

static inline int64_t
mc_time_limit_hundredths(mc_time_limit limit)
{
	return limit & INT64_C(0xFFFFFFFF);
}

/* The limit of an amount and a unit into *limit (zero days in their one form), or what is wrong. */
mc_time_limit_defect mc_make_time_limit(int64_t hundredths, mc_unit unit, mc_time_limit *limit);

/* Whether these 64 bits are a limit in its one form: for bytes from outside. */
bool mc_time_limit_is_valid(int64_t value);

/*
 * Reads a limit as forms print it, with or without diacritics, NFC or NFD, in any case:
 * the grammar is in time_limit.c. On a defect *position is the byte where it begins.
 */
mc_time_limit_defect mc_parse_time_limit(const char *text, size_t length, mc_time_limit *limit,
										 size_t *position);

/* Canonical text, Vietnamese NFC or English, that mc_parse_time_limit reads back; NUL at the end. */
void mc_format_time_limit(mc_time_limit limit, bool english, char out[MC_TIME_LIMIT_TEXT_MAX]);

/* SQL names of the units ('working_day', ...); the reader gives -1 for an unknown name. */
const char *mc_unit_name(mc_unit unit);
int mc_unit_by_name(const char *name, size_t length);

#endif

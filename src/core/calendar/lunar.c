/*
 * This file converts days to lunar dates and back with a table of months that was computed in
 * advance. The statutory holidays and the lunar functions of SQL call it.
 */
#include "core/calendar/lunar.h"

#include "core/calendar/lunar_data.h"

_Static_assert(LUNAR_FIRST_YEAR == MC_LUNAR_FIRST_YEAR && LUNAR_LAST_YEAR == MC_LUNAR_LAST_YEAR,
			   "lunar_data.h has other years than lunar.h promises");

static bool
year_is_known(int32_t year)
{
	return year >= MC_LUNAR_FIRST_YEAR && year <= MC_LUNAR_LAST_YEAR;
}

/*
 * Return the word of the table that describes the months of a year; lunar_data.h explains its bits.
 */
static uint32_t
packed_year(int32_t year)
{
	return lunar_years[year - MC_LUNAR_FIRST_YEAR];
}

/* Return the number of the month that comes twice, or 0 if the year has no leap month. */
static int
leap_month(uint32_t packed)
{
	return packed >> LUNAR_LEAP_SHIFT & 0xF;
}

static int
month_count(uint32_t packed)
{
	return leap_month(packed) ? 13 : 12;
}

/*
 * Return the number of days, 29 or 30, of the month at a position; position 0 is the first month.
 */
static int
month_length(uint32_t packed, int position)
{
	return 29 + (packed >> position & 1);
}

/* Return the number of days of the year before the month at a position. */
static int
days_before(uint32_t packed, int position)
{
	return 29 * position + __builtin_popcount(packed & ((1u << position) - 1));
}

/* Return the first day of a lunar year. */
static mc_day
first_day(int32_t year)
{
	return mc_day_from_civil(year, 1, 1) + (mc_day) (packed_year(year) >> LUNAR_TET_SHIFT);
}

/* Return the position of a month. The leap month follows the ordinary month of the same number. */
static int
position_of(uint32_t packed, int32_t month, bool leap)
{
	int repeated = leap_month(packed);

	return month - 1 + (repeated != 0 && (leap || month > repeated));
}

/*
 * Return the position of the month that contains the day at an offset from the year's first day. No
 * month is longer than 30 days, so offset / 30 is never behind that month.
 */
static int
position_at(uint32_t packed, int offset)
{
	int position = offset / 30;

	while (position + 1 < month_count(packed) && days_before(packed, position + 1) <= offset)
		position++;
	return position;
}

int
mc_lunar_leap_month(int32_t year)
{
	return year_is_known(year) ? leap_month(packed_year(year)) : 0;
}

/*
 * Return the lunar year of a day. A lunar year begins in the civil year of the same number and ends
 * in the next one.
 */
static int32_t
lunar_year_of(mc_day day)
{
	int32_t year = mc_civil_from_day(day).year;

	return year_is_known(year) && day >= first_day(year) ? year : year - 1;
}

bool
mc_to_lunar(mc_day day, mc_lunar *lunar)
{
	int32_t year = lunar_year_of(day);
	uint32_t packed;
	int offset;
	int position;
	int repeated;

	if (!year_is_known(year))
		return false;
	packed = packed_year(year);
	offset = day - first_day(year);
	if (offset >= days_before(packed, month_count(packed)))
		return false;
	position = position_at(packed, offset);
	repeated = leap_month(packed);
	lunar->year = year;
	lunar->leap = repeated != 0 && position == repeated;
	lunar->month = position + 1 - (repeated != 0 && position >= repeated);
	lunar->day = offset - days_before(packed, position) + 1;
	return true;
}

bool
mc_from_lunar(mc_lunar lunar, mc_day *day)
{
	uint32_t packed;
	int position;

	if (!year_is_known(lunar.year) || lunar.month < 1 || lunar.month > 12)
		return false;
	packed = packed_year(lunar.year);
	if (lunar.leap && lunar.month != leap_month(packed))
		return false;
	position = position_of(packed, lunar.month, lunar.leap);
	if (lunar.day < 1 || lunar.day > month_length(packed, position))
		return false;
	*day = first_day(lunar.year) + days_before(packed, position) + lunar.day - 1;
	return true;
}

bool
mc_tet(int32_t year, mc_day *day)
{
	if (!year_is_known(year))
		return false;
	*day = first_day(year);
	return true;
}

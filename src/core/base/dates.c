/*
 * This file holds the arithmetic of civil dates and the ISO 8601 form of a day. All other folders
 * call it, mostly through the inline functions of the header.
 */
#include "core/base/dates.h"

#define DAYS_FROM_0000_03_01_TO_2000_01_01 730425
#define DAYS_PER_ERA 146097 /* 400 Gregorian years */

int
mc_days_in_month(int32_t year, int32_t month)
{
	static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return month == 2 && leap ? 29 : days[month - 1];
}

/* Return a / b rounded towards minus infinity; b is positive. */
static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* The computation lets a year begin on 1 March, so that the leap day is the last day of a year. */
mc_day
mc_day_from_civil(int32_t year, int32_t month, int32_t day)
{
	int64_t y = (int64_t) year - (month <= 2);
	int64_t era = floor_div(y, 400);
	int64_t year_of_era = y - era * 400;
	int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

	return (mc_day) (era * DAYS_PER_ERA + day_of_era - DAYS_FROM_0000_03_01_TO_2000_01_01);
}

mc_civil
mc_civil_from_day(mc_day day)
{
	int64_t z = (int64_t) day + DAYS_FROM_0000_03_01_TO_2000_01_01;
	int64_t era = floor_div(z, DAYS_PER_ERA);
	int64_t doe = z - era * DAYS_PER_ERA;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t march_month = (5 * doy + 2) / 153;
	mc_civil civil;

	civil.day = (int32_t) (doy - (153 * march_month + 2) / 5 + 1);
	civil.month = (int32_t) (march_month < 10 ? march_month + 3 : march_month - 9);
	civil.year = (int32_t) (yoe + era * 400 + (civil.month <= 2));
	return civil;
}

mc_day
mc_add_months(mc_day day, int64_t months)
{
	mc_civil from = mc_civil_from_day(day);
	int64_t month = from.year * INT64_C(12) + from.month - 1 + months;
	int32_t year = (int32_t) (month / 12);
	int last = mc_days_in_month(year, (int) (month % 12) + 1);

	return mc_day_from_civil(year, (int) (month % 12) + 1, from.day < last ? from.day : last);
}

mc_day
mc_period_start(mc_day day, int months)
{
	mc_civil civil = mc_civil_from_day(day);

	return mc_day_from_civil(civil.year, (civil.month - 1) / months * months + 1, 1);
}

/* Read exactly count decimal digits. Return false if another byte stands among them. */
static bool
read_digits(const char *text, int count, int32_t *value)
{
	*value = 0;
	for (int i = 0; i < count; i++)
	{
		if (text[i] < '0' || text[i] > '9')
			return false;
		*value = *value * 10 + (text[i] - '0');
	}
	return true;
}

bool
mc_parse_iso_day(const char *text, mc_day *day)
{
	mc_civil c;

	if (!read_digits(text, 4, &c.year) || text[4] != '-' || !read_digits(text + 5, 2, &c.month) ||
		text[7] != '-' || !read_digits(text + 8, 2, &c.day))
		return false;
	if (c.year < 1 || c.month < 1 || c.month > 12 || c.day < 1 ||
		c.day > mc_days_in_month(c.year, c.month))
		return false;
	*day = mc_day_from_civil(c.year, c.month, c.day);
	return true;
}

/* Write a number that is not negative as count digits with leading zeros. */
static void
write_digits(char *out, int count, int32_t value)
{
	while (count-- > 0)
	{
		out[count] = (char) ('0' + value % 10);
		value /= 10;
	}
}

void
mc_format_iso_day(mc_day day, char *out)
{
	mc_civil civil = mc_civil_from_day(day);

	write_digits(out, 4, civil.year);
	write_digits(out + 5, 2, civil.month);
	write_digits(out + 8, 2, civil.day);
	out[4] = out[7] = '-';
	out[10] = '\0';
}

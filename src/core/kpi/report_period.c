/*
 * This file computes the report periods of report_period.h. The SQL function report_period calls
 * it.
 */
#include "core/kpi/report_period.h"

#include "core/base/names.h"

static const char *const kind_names[] = {"month", "quarter", "half", "year"};
static const int kind_months[] = {1, 3, 6, 12};

int
mc_report_period_months(const char *kind, size_t length)
{
	int position = mc_name_position(kind_names, MC_LENGTH_OF(kind_names), kind, length);

	return position < 0 ? 0 : kind_months[position];
}

/*
 * Return the day on which the data of a month begin. The month is 0 to 12; 12 is January of the
 * next year.
 */
static mc_day
first_day(int32_t year, int month, int32_t start_day)
{
	/* This number of months is counted from January of the year before. */
	int month_before = start_day > 1 ? month + 11 : month + 12;

	return mc_day_from_civil(year - 1 + month_before / 12, month_before % 12 + 1, start_day);
}

mc_period
mc_report_period(int32_t year, int months, int32_t n, int32_t start_day)
{
	return (mc_period){first_day(year, (n - 1) * months, start_day),
					   first_day(year, n * months, start_day) - 1};
}

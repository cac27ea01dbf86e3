/*
 * Report periods of a year: months, quarters, halves and the year itself. Reports to the
 * Government close early: their data run from the 15th of the month before the period to
 * the 14th of its last month (NĐ 09/2019/NĐ-CP), and some provinces close on other days.
 */
#ifndef MC_REPORT_PERIOD_H
#define MC_REPORT_PERIOD_H

#include <stddef.h>

#include "core/kpi/tally.h"

/* How many months a kind of period has: 'month', 'quarter', 'half', 'year'. 0: no such kind. */
int mc_report_period_months(const char *kind, size_t length);

/* The last start day that every month has. */
#define MC_REPORT_START_DAY_MAX 28

/*
 * The n-th period of so many months of a year. start_day 1: whole calendar months.
 * Later: from that day of the month before the period's first to the day before it in the
 * period's last month. The caller has checked: year 1 to 9999, months a divisor of 12,
 * n 1 to 12 / months, start_day 1 to MC_REPORT_START_DAY_MAX.
 */
mc_period mc_report_period(int32_t year, int months, int32_t n, int32_t start_day);

#endif

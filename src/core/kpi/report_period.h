/*
 * This header declares the report periods of a year: its months, quarters, halves and the year
 * itself. Reports to the Government close early: their data run from the 15th of the month before
 * the period to the 14th of its last month (NĐ 09/2019/NĐ-CP), and some provinces close on other
 * days. The SQL function report_period uses this header.
 */
#ifndef MC_REPORT_PERIOD_H
#define MC_REPORT_PERIOD_H

#include <stddef.h>

#include "core/kpi/tally.h"

/*
 * Return how many months a kind of period has: 'month', 'quarter', 'half' or 'year', given as
 * `length` bytes. Return 0 if there is no such kind.
 */
int mc_report_period_months(const char *kind, size_t length);

/* The latest start day, which every month has. */
#define MC_REPORT_START_DAY_MAX 28

/*
 * Return the n-th period of so many months of a year. If start_day is 1, the period consists of
 * whole calendar months. Otherwise it runs from that day of the month before its first month to the
 * day before that day in its last month. The caller has checked that the year is 1 to 9999, that
 * months divides 12, that n is 1 to 12 / months, and that start_day is 1 to
 * MC_REPORT_START_DAY_MAX.
 */
mc_period mc_report_period(int32_t year, int months, int32_t n, int32_t start_day);

#endif

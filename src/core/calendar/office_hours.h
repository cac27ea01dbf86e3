/*
 * Office hours: the shifts of a calendar and its parents, and the hours of one day.
 *
 * A shift rule is valid on a day when its dates, its season and its weekdays all hold.
 * Which rules give a day its hours:
 *
 *   works    The nearest calendar (lowest layer) with any shift valid that day supplies
 *            all of them. Time runs in the counting ones; in the others the desk only
 *            receives and returns. Where that layer has no counting shift, the clock comes
 *            from the nearest layer that has one valid on that weekday; failing that, from
 *            Monday's hours (the nearest layer with a counting shift valid on that date,
 *            were it a Monday), and the desk is open in both. So a make-up Saturday, or
 *            the Saturday of a six-day week without hours of its own, works as a Monday.
 *   weekend  Off by the work week alone: the shifts of its own weekday are open for
 *            reception and none counts (QĐ 14/2010/QĐ-TTg: Saturday desks).
 *   off      Off by decision (holiday, compensation, swap, local): no hours at all, also
 *            on a Saturday (QĐ 14/2010/QĐ-TTg: "except holidays").
 *
 * Hours change by date, season and unit, e.g. QĐ 4010/QĐ-UBND (Huế): April to September
 * 07:30-11:30 and 13:30-17:30, October to March 07:30-11:30 and 13:00-17:00.
 */
#ifndef MC_OFFICE_HOURS_H
#define MC_OFFICE_HOURS_H

#include "core/base/dates.h"

#define MC_SECONDS_PER_DAY 86400
#define MC_OPENINGS_MAX 16 /* separate openings of one day */

typedef struct mc_shift_rule
{
	mc_day valid_from; /* both in; infinities allowed */
	mc_day valid_to;
	int16_t season_start; /* month * 100 + day, both in; 0, 0 = all year; */
	int16_t season_end; /* start > end wraps over New Year; 229 allowed */
	uint8_t weekdays; /* bit 0 = Monday */
	uint8_t layer; /* 0 = the calendar itself, 1 = its parent, ... */
	bool counts; /* false: open to receive and return, time does not run */
	int32_t opens; /* seconds of the day, */
	int32_t closes; /* 0 <= opens < closes <= 86400 */
} mc_shift_rule;

typedef enum mc_day_class
{
	MC_DAY_WORKS,
	MC_DAY_WEEKEND, /* off by the work week alone */
	MC_DAY_OFF /* off by decision */
} mc_day_class;

/* Open from opens until before closes, seconds of the day. */
typedef struct mc_opening
{
	int32_t opens;
	int32_t closes;
	bool counts;
} mc_opening;

/* NULL, or what is wrong with the ranges of a rule. The other functions take rules without defect. */
const char *mc_shift_rule_defect(const mc_shift_rule *rule);

/*
 * Whether two rules of one layer overlap on some day of MC_COVERAGE_FIRST..LAST, the same
 * weekday, season and validity holding for both; then *one < *other are their positions.
 */
bool mc_shift_overlap(const mc_shift_rule *rules, int count, int *one, int *other);

/*
 * The hours of a finite day, ascending and apart: touching or overlapping shifts of one
 * kind are one opening, and where a counting shift overlaps another it counts, once.
 * Returns their number, or -1 when the day needs more than MC_OPENINGS_MAX.
 */
int mc_day_hours(const mc_shift_rule *rules, int count, mc_day day, mc_day_class class,
				 mc_opening out[MC_OPENINGS_MAX]);

/*
 * A day after a finite day until which the dates and seasons of all rules hold or fail
 * as they do on it, so that the hours depend on weekday and class alone; MC_DAY_INFINITY
 * when that is for ever. At most a few such days a year and rule.
 */
mc_day mc_hours_change_after(const mc_shift_rule *rules, int count, mc_day day);

#endif

/*
 * This header declares the shift rules of a calendar and of its parents, and the office hours of a
 * day that follow from these rules. work_time.h is built from them; the glue in src/calendar loads
 * the rules and shows the hours.
 *
 * A shift rule is valid on a day if the dates, the season and the weekdays of the rule all include
 * the day. Which rules give a day its hours depends on the class of the day:
 *
 *   works    The nearest calendar (the lowest layer) with any shift valid on the day supplies all
 *            shifts of the day. Time runs in the shifts that count; in the others the desk only
 *            receives and returns. If that layer has no counting shift, the counting shifts come
 *            from the nearest layer that has one valid on that weekday. If there is none either,
 *            they come from the hours of a Monday: from the nearest layer that would have a
 *            counting shift if the date were a Monday. The desk is then open in all these shifts.
 *            So a make-up Saturday, or the Saturday of a six-day week without hours of its own,
 *            works like a Monday.
 *   weekend  The day is off by the work week alone. The desk is open in the shifts of the weekday,
 *            and none of them counts (QĐ 14/2010/QĐ-TTg: desks on Saturday).
 *   off      The day is off by decision (holiday, compensation, swap, local). There are no hours
 *            at all, not even on a Saturday (QĐ 14/2010/QĐ-TTg: "except holidays").
 *
 * Hours differ by date, season and unit. For example, QĐ 4010/QĐ-UBND (Huế) sets 07:30-11:30 and
 * 13:30-17:30 from April to September, and 07:30-11:30 and 13:00-17:00 from October to March.
 */
#ifndef MC_OFFICE_HOURS_H
#define MC_OFFICE_HOURS_H

#include "core/base/dates.h"

#define MC_SECONDS_PER_DAY 86400
#define MC_OPENINGS_MAX 16 /* greatest number of separate openings of one day */

typedef struct mc_shift_rule
{
	mc_day valid_from; /* both ends included; may be infinite */
	mc_day valid_to;
	int16_t season_start; /* month * 100 + day, both ends included; 0 and 0 mean all year */
	int16_t season_end; /* less than season_start if the season spans New Year; 229 is allowed */
	uint8_t weekdays; /* bit 0 = Monday */
	uint8_t layer; /* 0 is the calendar itself, 1 is its parent, and so on */
	bool counts; /* false: the desk receives and returns, but time does not run */
	int32_t opens; /* seconds of the day */
	int32_t closes; /* 0 <= opens < closes <= 86400 */
} mc_shift_rule;

typedef enum mc_day_class
{
	MC_DAY_WORKS,
	MC_DAY_WEEKEND, /* off by the work week alone */
	MC_DAY_OFF /* off by decision */
} mc_day_class;

/* The desk is open from the second `opens` of the day until just before the second `closes`. */
typedef struct mc_opening
{
	int32_t opens;
	int32_t closes;
	bool counts;
} mc_opening;

/*
 * Validate the ranges of a rule. Return NULL, or a static string that says what is wrong. All other
 * functions expect rules without a defect.
 */
const char *mc_shift_rule_defect(const mc_shift_rule *rule);

/*
 * True if two rules of one layer are valid on the same day of the coverage 1990 to 2100 and overlap
 * on that day. *one and *other are then the positions of the rules, with *one < *other.
 */
bool mc_shift_overlap(const mc_shift_rule *rules, int count, int *one, int *other);

/*
 * Write the hours of a finite day as openings that ascend and do not overlap. Shifts of one kind
 * that touch or overlap become one opening. If a counting shift overlaps another shift, the time in
 * common counts, once. Return the number of openings, or -1 if the day needs more than
 * MC_OPENINGS_MAX.
 */
int mc_day_hours(const mc_shift_rule *rules, int count, mc_day day, mc_day_class class,
				 mc_opening out[MC_OPENINGS_MAX]);

/*
 * Return a day after a finite day such that the dates and seasons of all rules stay the same until
 * just before that day; until then the hours depend on the weekday and the class alone. Return
 * MC_DAY_INFINITY if they never change. There are only a few such days for each year and rule.
 */
mc_day mc_hours_change_after(const mc_shift_rule *rules, int count, mc_day day);

#endif

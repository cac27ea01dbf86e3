/*
 * This header declares the days off by statute: the holidays of a year from 1990 to 2100, and the
 * days that compensate for holidays on weekly rest. Swaps (hoán đổi) are not among them, because
 * they are decisions and not rules. The shipped calendars and the SQL function statutory_days_off
 * use it.
 *
 * The laws, each with the day from which it applies here:
 *   1995        Labour Code 1994, art. 73: 8 days; Tết has the last day of the old lunar year and
 *               the first three days of the new one. No older rule is at hand, so it is applied to
 *               1990 to 1994 too.
 *   2007-04-02  Law 84/2007/QH11, in force on its promulgation, amends this: Giỗ Tổ (10/3 lunar)
 *               is added, first kept on 26 April 2007.
 *   2013-05-01  Labour Code 2012, art. 115: Tết has five days, 1 + 4 or 2 + 3 by decision.
 *   2021        Labour Code 2019, art. 112: a second National Day is added, 1 or 3 September by
 *               decision.
 *   2026-07-01  Resolution 28/2026/QH16: 24 November, Culture Day, is added.
 *
 * Compensation (1994 art. 73, 2012 art. 115(3), 2019 art. 111(3)): a holiday on weekly rest is made
 * up for on the next day that is not weekly rest, not a holiday and not taken by an earlier
 * holiday. The two older wordings ("the next day") were applied in the same way in 2011, 2016 and
 * 2017. The rule is applied to Culture Day as well. Weekly rest is Sunday, and since 1999-10-02
 * also Saturday (Decision 188/1999/QĐ-TTg).
 *
 * The law does not say what happens if two holidays fall on one day. This does not happen in 1990
 * to 2100, because 10/3 lunar falls on 29 April at the latest. No compensation falls into another
 * year.
 */
#ifndef MC_STATUTORY_H
#define MC_STATUTORY_H

#include "core/calendar/calendar.h"

#define MC_STATUTORY_FIRST_YEAR 1990
#define MC_STATUTORY_LAST_YEAR 2100
#define MC_STATUTORY_MAX 24 /* at most 12 holidays, each with one compensation */

/*
 * What the law leaves to the Prime Minister. A member is ignored in years in which the law leaves
 * no choice.
 */
typedef struct mc_statutory_choice
{
	int8_t tet_days_before; /* days of the old lunar year, 1 or 2; 0 means the default */
	int8_t second_national_day; /* its day in September, 1 or 3; 0 means the default */
} mc_statutory_choice;

/*
 * Return the choice that is expected if the decision about a year is not known. A member is 0 if
 * the law of the year leaves no choice.
 *
 * Tết: the expected option is the one with fewer of its days on weekly rest; if both have as many,
 * it is two days before. That is 1 + 4 if Tết is a Monday or Tuesday, else 2 + 3. All decisions of
 * 2014 to 2026 were so, except that of 2014.
 *
 * National Day: the expected day is the one that makes the longer unbroken rest. If both rests are
 * as long, it is the day that is not weekly rest; if this does not decide either, it is
 * 1 September. All decisions of 2021 to 2026 were so.
 */
mc_statutory_choice mc_statutory_default_choice(int32_t year);

/*
 * Write the days off of a year from 1990 to 2100, ascending and at most one for each day, and
 * return their number. The strings are static. The status is MC_PROVISIONAL for days that rest on a
 * default choice (all of Tết with its compensation, and the second National Day), else MC_OFFICIAL.
 */
int mc_statutory_days(int32_t year, mc_statutory_choice choice,
					  mc_day_fact facts[MC_STATUTORY_MAX]);

#endif

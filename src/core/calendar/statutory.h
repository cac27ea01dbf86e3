/*
 * Days off by statute: the holidays of a civil year 1990-2100 and the days that
 * compensate those on weekly rest. No swaps (hoán đổi): they are decisions, not rules.
 *
 * Law by period:
 *	1995		Labour Code 1994, art. 73: 8 days, Tết being the last day of the old lunar
 *				year and the first three of the new. Applied to 1990-1994 too, for want of
 *				an older rule at hand.
 *	2007		the same, amended by Law 84/2007/QH11 of 2 April 2007, in force on its
 *				promulgation: + Giỗ Tổ (10/3 lunar), first kept on 26 April 2007.
 *	2013-05-01	Labour Code 2012, art. 115: Tết has five days, 1 + 4 or 2 + 3 by decision.
 *	2021		Labour Code 2019, art. 112: + a second National Day, 1 or 3 September by
 *				decision.
 *	2026-07-01	Resolution 28/2026/QH16: + 24 November, Culture Day.
 *
 * Compensation (1994 art. 73, 2012 art. 115(3), 2019 art. 111(3)): a holiday on weekly rest
 * moves to the next day that is neither weekly rest nor holiday nor taken by an earlier
 * holiday; so were the two older wordings ("the next day") applied in 2011, 2016 and 2017.
 * Taken to hold for Culture Day as well. Weekly rest is Sunday, and from 1999-10-02
 * Saturday too (Decision 188/1999/QĐ-TTg).
 *
 * The law is silent on two holidays on one day. It does not happen in 1990-2100: 10/3
 * falls on 29 April at the latest. Nor does any compensation leave its year.
 */
#ifndef MC_STATUTORY_H
#define MC_STATUTORY_H

#include "core/calendar/calendar.h"

#define MC_STATUTORY_FIRST_YEAR 1990
#define MC_STATUTORY_LAST_YEAR 2100
#define MC_STATUTORY_MAX 24 /* at most 12 holidays, each compensated once */

/* What the law leaves to the Prime Minister. Ignored in years that leave no choice. */
typedef struct mc_statutory_choice
{
	int8_t tet_days_before; /* days of the old lunar year: 1 or 2; 0: the default */
	int8_t second_national_day; /* in September: 1 or 3; 0: the default */
} mc_statutory_choice;

/*
 * What is expected of a year without decision; 0 where its law leaves no choice.
 * Tết: the option with fewer of its days on weekly rest; if equal, two before. So 1 + 4
 * when Tết is a Monday or Tuesday, else 2 + 3: what was decided in 2014-2026, but for 2014.
 * National Day: the side that makes the longer unbroken rest; if equal, the one that is
 * not weekly rest; if equal still, 1 September. So was decided in 2021-2026.
 */
mc_statutory_choice mc_statutory_default_choice(int32_t year);

/*
 * Writes the days off of a year 1990-2100 in ascending order, one a day, and returns
 * their number. Strings are static. Status is MC_PROVISIONAL for the days that rest on
 * a default choice: all of Tết with its compensation, and the second National Day.
 */
int mc_statutory_days(int32_t year, mc_statutory_choice choice,
					  mc_day_fact facts[MC_STATUTORY_MAX]);

#endif

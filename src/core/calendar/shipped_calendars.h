/*
 * The calendars that the library ships, 1990 to 2100: vn (offices of the State: statutory
 * days, compensation, official swaps) and vn_statutory (the same without swaps).
 *
 * Years with an official decision take their days from data/vn_days_off.csv,
 * which names a source per row; all others from the rules of the law (statutory.h).
 * Hours: 07:30-11:30 and 13:00-17:00, Monday to Friday (one-stop desks of Thừa Thiên Huế,
 * QĐ 2022/QĐ-UBND of 22/8/2022).
 */
#ifndef MC_SHIPPED_CALENDARS_H
#define MC_SHIPPED_CALENDARS_H

#include "core/calendar/calendar.h"

#define MC_SHIPPED_COUNT 2

/* More than any shipped calendar has: 32 facts a year (MC_STATUTORY_MAX, or a decided year's). */
#define MC_SHIPPED_FACTS_MAX (32 * (MC_COVERAGE_LAST_YEAR - MC_COVERAGE_FIRST_YEAR + 1))

/* Name and title of the shipped calendar 0 .. MC_SHIPPED_COUNT - 1. */
const char *mc_shipped_name(int which);
const char *mc_shipped_title(int which);

bool mc_is_shipped(const char *name);

/* The policies of the shipped calendars. */
mc_policies mc_shipped_policies(void);

/*
 * Fills *calendar, its facts in the caller's array of MC_SHIPPED_FACTS_MAX
 * entries; strings and shifts are static. False when no shipped calendar has that name.
 */
bool mc_shipped_calendar(const char *name, mc_day_fact *facts, mc_calendar *calendar);

#endif

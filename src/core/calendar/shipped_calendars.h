/*
 * This header declares the calendars that the library ships for 1990 to 2100. `vn` is the calendar
 * of the offices of the State: statutory days, compensation and official swaps. `vn_statutory` is
 * the same without swaps. The glue in src/calendar uses them as the parents of all calendars in
 * tables.
 *
 * The days of years with an official decision come from data/vn_days_off.csv, which names
 * a source in each row. The days of all other years follow from the rules of the law (statutory.h).
 * The hours are 07:30-11:30 and 13:00-17:00, Monday to Friday (one-stop desks of Thừa Thiên Huế, QĐ
 * 2022/QĐ-UBND of 22/8/2022).
 */
#ifndef MC_SHIPPED_CALENDARS_H
#define MC_SHIPPED_CALENDARS_H

#include "core/calendar/calendar.h"

#define MC_SHIPPED_COUNT 2

/* No shipped calendar has more facts: no year has more than 32 (by statute, MC_STATUTORY_MAX). */
#define MC_SHIPPED_FACTS_MAX (32 * (MC_COVERAGE_LAST_YEAR - MC_COVERAGE_FIRST_YEAR + 1))

/*
 * Each of these functions returns a static string that describes the shipped calendar with a number
 * from 0 to MC_SHIPPED_COUNT - 1.
 */
const char *mc_shipped_name(int which);
const char *mc_shipped_title(int which);

/* True if a shipped calendar has the name. */
bool mc_is_shipped(const char *name);

/* Return the policies that all shipped calendars have. */
mc_policies mc_shipped_policies(void);

/*
 * Fill *calendar with the shipped calendar of a name. The facts are written into the caller's array
 * of MC_SHIPPED_FACTS_MAX entries; the strings and the shifts are static. Return false if no
 * shipped calendar has the name.
 */
bool mc_shipped_calendar(const char *name, mc_day_fact *facts, mc_calendar *calendar);

#endif

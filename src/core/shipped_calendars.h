/*
 * The calendars that the library ships: vn (offices of the State: statutory days,
 * compensation, official swaps) and vn_statutory (the same without swaps).
 * The days come from data/vn_days_off_2010_2027.csv, which names a source per row.
 */
#ifndef MC_SHIPPED_CALENDARS_H
#define MC_SHIPPED_CALENDARS_H

#include "calendar.h"

#define MC_SHIPPED_COUNT 2

/* Name of the shipped calendar 0 .. MC_SHIPPED_COUNT - 1. */
const char *mc_shipped_name(int which);

/* How many facts mc_shipped_calendar may write, at most. */
int32_t		mc_shipped_fact_capacity(void);

/*
 * Fills *calendar, its facts in the caller's array of mc_shipped_fact_capacity
 * entries; strings are static. False when no shipped calendar has that name.
 */
bool		mc_shipped_calendar(const char *name, mc_day_fact *facts, mc_calendar *calendar);

#endif

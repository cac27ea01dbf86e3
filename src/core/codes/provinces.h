/* Names of the level-1 agencies, provinces (H) and ministries (G), day by day: data/provinces.csv. */
#ifndef MC_PROVINCES_H
#define MC_PROVINCES_H

#include "core/base/dates.h"

/*
 * The name that the territory (or the field) of a level-1 code bears on a day, NULL for
 * an unknown code. Infinity: the newest. Days before the first change get the first name.
 */
const char *mc_province_name(char letter, int number, mc_day day);

#endif

/*
 * Names of the agencies of level 1, which are provinces (letter H) and ministries (letter G), on
 * each day. The names come from data/provinces.csv. The SQL function province_name uses them.
 */
#ifndef MC_PROVINCES_H
#define MC_PROVINCES_H

#include "core/base/dates.h"

/*
 * Return the name that the territory or the field of a code of level 1 bears on a day, or NULL for
 * an unknown code. The day MC_DAY_INFINITY asks for the newest name. Days before the first change
 * get the first name. The name is a constant string in UTF-8.
 */
const char *mc_province_name(char letter, int number, mc_day day);

#endif

/*
 * The Vietnamese lunar calendar, lunar years 1900-2199 (1900-01-31 to 2200-02-14).
 *
 * Source: astronomical computation by tools/generate-lunar.c, which states the rules,
 * packed into lunar_data.h. Official sources decide over it where they exist.
 *
 * Days are those of the official zone of the time. From 1968-01-01 on it is UTC+7
 * (decree of 8 August 1967, then in force in the North; the South kept UTC+8 until 1975,
 * so four of its months of 1968-1975 began a day later). Before 1968 the calendar is the
 * Chinese one: UTC+8 from 1929, Beijing's mean time (7:45:40) until then.
 *
 * Certain: every month to 2053, but for the one of Tết 1925, which a printed table puts
 * on 25 January (the new moon comes 89 minutes before that day). Uncertain: the months
 * that begin 2054-05-08, 2077-11-16, 2085-10-19, 2130-05-08, 2150-05-27, 2159-05-18,
 * 2175-01-23 (Tết) and 2199-01-27 (Tết). Their new moons come less than four minutes
 * after midnight, within what is not yet known of the Earth's rotation: they may turn
 * out to begin a day earlier.
 */
#ifndef MC_LUNAR_H
#define MC_LUNAR_H

#include "core/base/dates.h"

#define MC_LUNAR_FIRST_YEAR 1900
#define MC_LUNAR_LAST_YEAR 2199

typedef struct mc_lunar
{
	int32_t year; /* number of the civil year in which it begins */
	int32_t month; /* 1-12 */
	int32_t day; /* 1-30 */
	bool leap; /* in the second of two months of that number (tháng nhuận) */
} mc_lunar;

/* The month of a lunar year 1900-2199 that comes twice, 0 when none does. */
int mc_lunar_leap_month(int32_t year);

/* The lunar date of a day; false outside lunar years 1900-2199, infinities included. */
bool mc_to_lunar(mc_day day, mc_lunar *lunar);

/* The day of a lunar date; false when there is no such date in lunar years 1900-2199. */
bool mc_from_lunar(mc_lunar lunar, mc_day *day);

/* The first day of a lunar year (Tết Nguyên đán); false outside 1900-2199. */
bool mc_tet(int32_t year, mc_day *day);

#endif

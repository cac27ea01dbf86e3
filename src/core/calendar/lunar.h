/*
 * This header declares the Vietnamese lunar calendar of the lunar years 1900 to 2199, that is, from
 * 1900-01-31 to 2200-02-14. The statutory holidays and the lunar functions of SQL use it.
 *
 * Source: an astronomical computation by tools/generate-lunar.c, which states the rules; its result
 * is packed into lunar_data.h. Where an official source exists, the official source decides.
 *
 * The days are those of the zone that was official at the time. Since 1968-01-01 this is UTC+7
 * (decree of 8 August 1967, which was in force in the North; the South kept UTC+8 until 1975, so
 * that four of its months in 1968 to 1975 began a day later). Before 1968 the calendar is the
 * Chinese one, whose days are those of UTC+8 since 1929, and those of Beijing's mean time
 * (UTC+7:45:40) until then.
 *
 * Every month until 2053 is certain, except the first month of 1925: a printed table lets it begin
 * on 25 January, although the new moon comes 89 minutes before that day. The months that begin on
 * 2054-05-08, 2077-11-16, 2085-10-19, 2130-05-08, 2150-05-27, 2159-05-18, 2175-01-23 (Tết) and
 * 2199-01-27 (Tết) are uncertain. Their new moons come less than four minutes after midnight, and
 * the rotation of the Earth is not known that exactly in advance, so these months may begin a day
 * earlier.
 */
#ifndef MC_LUNAR_H
#define MC_LUNAR_H

#include "core/base/dates.h"

#define MC_LUNAR_FIRST_YEAR 1900
#define MC_LUNAR_LAST_YEAR 2199

typedef struct mc_lunar
{
	int32_t year; /* number of the civil year in which the lunar year begins */
	int32_t month; /* 1-12 */
	int32_t day; /* 1-30 */
	bool leap; /* true for the second of two months with the same number (tháng nhuận) */
} mc_lunar;

/*
 * Return the number of the month that comes twice in a lunar year, or 0 if there is none or the
 * year is not in 1900 to 2199.
 */
int mc_lunar_leap_month(int32_t year);

/*
 * Store the lunar date of a day. Return false if the day is infinite or outside the lunar years
 * 1900 to 2199.
 */
bool mc_to_lunar(mc_day day, mc_lunar *lunar);

/* Store the day of a lunar date. Return false if the lunar years 1900 to 2199 have no such date. */
bool mc_from_lunar(mc_lunar lunar, mc_day *day);

/*
 * Store the first day of a lunar year (Tết Nguyên đán). Return false if the year is not in 1900 to
 * 2199.
 */
bool mc_tet(int32_t year, mc_day *day);

#endif

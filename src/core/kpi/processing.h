/*
 * This header declares processing times: from the receipt of a dossier to its end, in the unit of
 * the procedure's time limit (QĐ 766/QĐ-TTg, information row 2.2). A sum has one unit only, because
 * working days and hours cannot be converted into each other. The aggregates in
 * src/kpi/processing_time.c use it.
 */
#ifndef MC_PROCESSING_H
#define MC_PROCESSING_H

#include "core/deadline/deadline.h"
#include "core/dossier/outcome.h"

/* A sum of processing times. */
typedef struct mc_processing
{
	int64_t unit; /* mc_unit + 1, or 0 if nothing was counted yet */
	int64_t count; /* number of dossiers */
	int64_t whole; /* days, or seconds if the unit is one of hours */
	int64_t microseconds; /* rest beside the seconds if the unit is one of hours */
} mc_processing;

/* True if processing times in the unit are counted in hours. */
static inline bool
mc_unit_is_of_hours(mc_unit unit)
{
	return unit == MC_WORKING_HOUR || unit == MC_CLOCK_HOUR;
}

/*
 * True if a dossier has a processing time: it was received, and it did not end before that. The end
 * is compared by instant for units of hours and by day for the other units. A tally calls the
 * dossiers that ended before they were received invalid.
 */
bool mc_is_processed(mc_unit unit, mc_moment received, mc_moment ended);

/*
 * Store the sum of one dossier for which mc_is_processed is true. Days are counted as time limits
 * count them, without the day of receipt. Units of hours need exact moments, in wall-clock time of
 * the office. Only MC_WORKING_HOUR uses office->hours. Return false if the unit needs the calendar
 * and a moment lies outside its coverage, or if the microseconds leave 64 bits.
 */
bool mc_processing_of(mc_unit unit, mc_moment received, mc_moment ended, const mc_office *office,
					  mc_processing *one);

/* True if the sums can be added: they have the same unit, or one of them has none. */
bool mc_processing_same_unit(const mc_processing *a, const mc_processing *b);

/*
 * Add a sum of the same unit if the sign is 1, or subtract it if the sign is -1. If no dossier is
 * left, the sum has no unit again. Return false if a number leaves 64 bits; then the sum is
 * unchanged.
 */
bool mc_processing_accumulate(mc_processing *sum, const mc_processing *other, int sign);

/*
 * Validate numbers that are untrusted input: the unit exists, the count is not negative, and there
 * is a unit if and only if something was counted.
 */
bool mc_processing_is_valid(const mc_processing *sum);

/*
 * Return how much of mc_processing.whole makes one of the unit: the seconds of an hour, or the days
 * of a week, a month or a year by Civil Code 2015 art. 146 (7, 30, 365).
 */
int32_t mc_processing_divisor(mc_unit unit);

#endif

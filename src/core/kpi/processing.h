/*
 * Processing time: from the receipt to the end, in the unit of the procedure's limit
 * (QĐ 766/QĐ-TTg, information row 2.2). Sums of one unit only: working days and hours do
 * not convert into each other.
 */
#ifndef MC_PROCESSING_H
#define MC_PROCESSING_H

#include "core/deadline/deadline.h"
#include "core/dossier/outcome.h"

typedef struct mc_processing
{
	int64_t unit; /* mc_unit + 1; 0: none yet */
	int64_t count;
	int64_t whole; /* days, or seconds of hours */
	int64_t microseconds; /* of hours, beside the seconds */
} mc_processing;

static inline bool
mc_unit_is_of_hours(mc_unit unit)
{
	return unit == MC_WORKING_HOUR || unit == MC_CLOCK_HOUR;
}

/*
 * Whether a dossier has a processing time: received, and ended no earlier, by instant for
 * units of hours and by day for the others, as a tally tells what is invalid.
 */
bool mc_is_processed(mc_unit unit, mc_moment received, mc_moment ended);

/*
 * The sum of one processed dossier. Days are counted as limits count them: the day
 * received is not. Units of hours need exact moments, in wall time of the office;
 * office->hours is used by MC_WORKING_HOUR only. False when the unit needs the calendar and
 * a moment is outside its coverage, or beyond 64 bits of microseconds.
 */
bool mc_processing_of(mc_unit unit, mc_moment received, mc_moment ended, const mc_office *office,
					  mc_processing *one);

/* Whether the two have one unit, or one of them none. */
bool mc_processing_same_unit(const mc_processing *a, const mc_processing *b);

/*
 * sum += sign * other, of the same unit. The last dossier taken out leaves no unit. False
 * when a number leaves 64 bits; then sum is unchanged.
 */
bool mc_processing_accumulate(mc_processing *sum, const mc_processing *other, int sign);

/* Whether numbers from outside are a sum: a unit exactly when something was counted. */
bool mc_processing_is_valid(const mc_processing *sum);

/*
 * How much of whole makes one of the unit: seconds of an hour, days of a week, month or
 * year by Civil Code 2015 art. 146 (7, 30, 365).
 */
int32_t mc_processing_divisor(mc_unit unit);

#endif

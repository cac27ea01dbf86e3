/*
 * This header declares lateness: how many dossiers are how many working days late. It is an exact
 * histogram, so that the average, the median and the maximum of any union of disjoint sets of
 * dossiers follow from their merged histograms alone. The SQL type lateness in src/kpi uses it.
 *
 * A histogram is an array of bins that are ascending by days, with each number of days at most once
 * and no count of 0, so that equal histograms have equal bins. A count is negative if a dossier was
 * taken out of a set that did not hold it; such a histogram can still be added but has no median.
 */
#ifndef MC_LATENESS_H
#define MC_LATENESS_H

#include "core/calendar/day_index.h"

/* How many dossiers are a number of working days late. */
typedef struct mc_late_bin
{
	int64_t days; /* 1 to MC_LATE_DAYS_MAX */
	int64_t count;
} mc_late_bin;

#define MC_LATE_DAYS_MAX INT32_MAX

/* A histogram with room for `capacity` bins. The caller owns the memory of the bins. */
typedef struct mc_lateness
{
	int32_t used;
	int32_t capacity;
	mc_late_bin *bins;
} mc_lateness;

/* What a histogram says about its dossiers. All members of an empty one are 0. */
typedef struct mc_late_summary
{
	int64_t count; /* number of late dossiers */
	int64_t days; /* sum of their days late */
	int64_t median_doubled; /* twice the median, which is a whole number */
	int64_t maximum; /* days late of the latest dossier */
} mc_late_summary;

/* The result of changing or summarizing a histogram. */
typedef enum mc_late_result
{
	MC_LATE_OK,
	MC_LATE_FULL, /* there is no room for another bin; nothing changed */
	MC_LATE_OVERFLOW, /* a number leaves 64 bits; a change was not made */
	MC_LATE_NEGATIVE /* a count is negative */
} mc_late_result;

/*
 * Return the number of working days from a due day to a later day; both lie inside the coverage.
 * The result is at least 1, so that a dossier that ended on a day off after its due day is late
 * too.
 */
static inline int32_t
mc_days_late(const mc_day_index *index, mc_day due, mc_day until)
{
	int32_t days = mc_working_number(index, until) - mc_working_number(index, due);

	return days > 1 ? days : 1;
}

/*
 * Add a count, which may be negative, to the bin of a number of days from 1 to MC_LATE_DAYS_MAX.
 * The result is MC_LATE_OK, MC_LATE_FULL or MC_LATE_OVERFLOW.
 */
mc_late_result mc_lateness_count(mc_lateness *lateness, int64_t days, int64_t count);

/*
 * Add a histogram to the target if the sign is 1, or subtract it if the sign is -1. The target
 * needs room for the bins of both. The result is MC_LATE_OK, MC_LATE_FULL or MC_LATE_OVERFLOW.
 */
mc_late_result mc_lateness_accumulate(mc_lateness *target, const mc_lateness *other, int sign);

/* Store the number of late dossiers; negative counts are subtracted. Return false on overflow. */
bool mc_lateness_total(const mc_lateness *lateness, int64_t *count);

/*
 * Store the summary of a histogram. The result is MC_LATE_OK, MC_LATE_OVERFLOW or MC_LATE_NEGATIVE;
 * the summary is defined for MC_LATE_OK only.
 */
mc_late_result mc_lateness_summarize(const mc_lateness *lateness, mc_late_summary *summary);

/*
 * Compare two histograms by their bins for sorting and equality. Return -1, 0 or 1. The order has
 * no meaning of its own.
 */
int mc_lateness_compare(const mc_lateness *a, const mc_lateness *b);

/*
 * Validate bins that are untrusted input: they must be ascending by days, without duplicates and
 * without counts of 0.
 */
bool mc_lateness_is_valid(const mc_lateness *lateness);

/*
 * Read a number of days as the text form writes it, in digits without a leading zero. Return false
 * if `length` bytes of text are no such number from 1 to MC_LATE_DAYS_MAX.
 */
bool mc_parse_late_days(const char *text, size_t length, int64_t *days);

#endif

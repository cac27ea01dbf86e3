/*
 * Lateness: how many working days late, of how many dossiers. An exact histogram, so
 * that average, median and maximum of any union of disjoint sets of dossiers come from
 * merged histograms alone.
 *
 * A histogram is an array of bins, ascending by days, each day once and no count 0: one
 * form for one content. Counts may be negative (what was taken out of a set that did
 * not hold it); such a histogram adds up rightly but has no median.
 */
#ifndef MC_LATENESS_H
#define MC_LATENESS_H

#include "core/calendar/day_index.h"

typedef struct mc_late_bin
{
	int64_t days; /* at least 1 */
	int64_t count;
} mc_late_bin;

#define MC_LATE_DAYS_MAX INT32_MAX

typedef struct mc_lateness
{
	int32_t used;
	int32_t capacity;
	mc_late_bin *bins;
} mc_lateness;

/* What a histogram says; all 0 of an empty one. */
typedef struct mc_late_summary
{
	int64_t count; /* late dossiers */
	int64_t days; /* their days late, summed */
	int64_t median_doubled; /* the middle one, or the two middle ones added: twice the median */
	int64_t maximum;
} mc_late_summary;

typedef enum mc_late_result
{
	MC_LATE_OK,
	MC_LATE_FULL, /* no room for another bin; nothing changed */
	MC_LATE_OVERFLOW, /* a number leaves 64 bits; nothing changed */
	MC_LATE_NEGATIVE /* a count is negative */
} mc_late_result;

/*
 * Working days from a due day to a later day, both inside the coverage: at least 1, so
 * that late on a day off is late too.
 */
static inline int32_t
mc_days_late(const mc_day_index *index, mc_day due, mc_day until)
{
	int32_t days = mc_working_number(index, until) - mc_working_number(index, due);

	return days > 1 ? days : 1;
}

/* Adds count to the bin of days (1 to MC_LATE_DAYS_MAX). */
mc_late_result mc_lateness_count(mc_lateness *lateness, int64_t days, int64_t count);

/* target += sign * other. target needs room for the bins of both. */
mc_late_result mc_lateness_accumulate(mc_lateness *target, const mc_lateness *other, int sign);

/* The late dossiers alone, which negative counts do not prevent. False on overflow. */
bool mc_lateness_total(const mc_lateness *lateness, int64_t *count);

mc_late_result mc_lateness_summarize(const mc_lateness *lateness, mc_late_summary *summary);

/* Order by bins: for sorting and equality only. */
int mc_lateness_compare(const mc_lateness *a, const mc_lateness *b);

/* Whether bins from outside are in the one form. */
bool mc_lateness_is_valid(const mc_lateness *lateness);

/* Reads days as the text form writes them: digits without a leading zero. */
bool mc_parse_late_days(const char *text, size_t length, int64_t *days);

#endif

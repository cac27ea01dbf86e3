/*
 * The day index: working days of a calendar as two arrays, so that adding and
 * counting cost the same whatever the distance.
 *
 *   number[d - first + 1]  working days from first to d, both in; number[0] = 0
 *   day[k]                 the k-th working day, from 1
 *
 * The functions below take days inside the coverage; callers check with
 * mc_day_index_covers, and every function that can leave it says so.
 */
#ifndef MC_DAY_INDEX_H
#define MC_DAY_INDEX_H

#include <stddef.h>

#include "core/base/dates.h"

typedef struct mc_day_index
{
	mc_day first; /* coverage, both ends in */
	mc_day last;
	int32_t working_days; /* in the whole coverage */
	int32_t *number;
	mc_day *day;
} mc_day_index;

/* Which ends of a span of days are in: PostgreSQL's range notation. */
typedef struct mc_bounds
{
	bool since_in;
	bool until_in;
} mc_bounds;

/* Answers whether a day of the coverage is a working day; asked once for each, in ascending order. */
typedef bool (*mc_day_predicate)(mc_day day, void *context);

/* Bytes that mc_day_index_build needs for a coverage of first..last (last >= first - 1). */
size_t mc_day_index_size(mc_day first, mc_day last);

/* Builds the index inside memory, which holds mc_day_index_size bytes, aligned for int64_t. */
mc_day_index *mc_day_index_build(void *memory, mc_day first, mc_day last,
								 mc_day_predicate is_working, void *context);

/* Reads '[]', '[)', '(]' or '()' of length bytes. False when it is none of them. */
bool mc_parse_bounds(const char *text, size_t length, mc_bounds *bounds);

/*
 * Working days between two days of the coverage. bounds.since_in belongs to
 * since and bounds.until_in to until, also when until is the earlier day: then
 * the count is of the days walked back, negative. So with '(]' the answer to
 * between(d, add(d, n)) is n for every n but 0.
 */
int32_t mc_working_days_between(const mc_day_index *index, mc_day since, mc_day until,
								mc_bounds bounds);

/*
 * The n-th working day of the month of a covered day: from its start when n > 0, from
 * its end when n < 0. False when the month has no such day, and for n = 0. The coverage
 * is of whole months.
 */
bool mc_nth_working_day_of_month(const mc_day_index *index, mc_day day, int32_t n, mc_day *result);

static inline bool
mc_day_index_covers(const mc_day_index *index, mc_day day)
{
	return day >= index->first && day <= index->last;
}

/* Working days up to and including the day. */
static inline int32_t
mc_working_number(const mc_day_index *index, mc_day day)
{
	return index->number[day - index->first + 1];
}

/* Working days before the day. */
static inline int32_t
mc_working_number_before(const mc_day_index *index, mc_day day)
{
	return index->number[day - index->first];
}

static inline bool
mc_is_working(const mc_day_index *index, mc_day day)
{
	return mc_working_number(index, day) != mc_working_number_before(index, day);
}

/* The number-th working day of the coverage in *result; false when there is none. */
static inline bool
mc_nth_working_day(const mc_day_index *index, int64_t number, mc_day *result)
{
	if (number < 1 || number > index->working_days)
		return false;
	*result = index->day[number];
	return true;
}

/*
 * n > 0: the n-th working day after the day; n < 0: before it; n = 0: the day
 * itself if it works, else the next that does (Civil Code 2015 art. 148(5)).
 * False when the answer lies outside the coverage.
 */
static inline bool
mc_add_working_days(const mc_day_index *index, mc_day day, int32_t n, mc_day *result)
{
	int64_t from =
		n > 0 ? mc_working_number(index, day) : (int64_t) mc_working_number_before(index, day) + 1;

	return mc_nth_working_day(index, from + n, result);
}

#endif

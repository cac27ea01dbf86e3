/*
 * This header declares the index of a calendar's working days: two arrays with which adding and
 * counting working days cost the same for any distance. Deadlines, dossiers, figures and the date
 * functions of SQL use it.
 *
 *   number[d - first + 1]  number of working days from first to d, both included; number[0] = 0
 *   day[k]                 the k-th working day of the coverage, counted from 1
 *
 * The functions below take days inside the coverage, which callers check with mc_day_index_covers.
 * A function whose result can lie outside the coverage returns false then.
 */
#ifndef MC_DAY_INDEX_H
#define MC_DAY_INDEX_H

#include <stddef.h>

#include "core/base/dates.h"

typedef struct mc_day_index
{
	mc_day first; /* coverage, both ends included */
	mc_day last;
	int32_t working_days; /* number of working days in the whole coverage */
	int32_t *number;
	mc_day *day;
} mc_day_index;

/*
 * The bounds of a span of days, like those of PostgreSQL's ranges: each end may be included or not.
 */
typedef struct mc_bounds
{
	bool since_in;
	bool until_in;
} mc_bounds;

/*
 * A predicate is true for a working day. It is asked once for each day of the coverage, in
 * ascending order.
 */
typedef bool (*mc_day_predicate)(mc_day day, void *context);

/*
 * Return how many bytes mc_day_index_build needs for a coverage from `first` to `last`, which is
 * not before first - 1.
 */
size_t mc_day_index_size(mc_day first, mc_day last);

/*
 * Build the index in `memory`, which has room for mc_day_index_size bytes and is aligned for
 * int64_t. Return the index; it needs no clean-up other than that of the memory.
 */
mc_day_index *mc_day_index_build(void *memory, mc_day first, mc_day last,
								 mc_day_predicate is_working, void *context);

/* Read '[]', '[)', '(]' or '()'. Return false if the text is none of them. */
bool mc_parse_bounds(const char *text, size_t length, mc_bounds *bounds);

/*
 * Return the number of working days between two days of the coverage. bounds.since_in applies to
 * `since` and bounds.until_in to `until`. If `until` is the earlier day, the result is the number
 * of working days on the way back, as a negative number. Hence with the bounds '(]' the result from
 * d to add(d, n), which is mc_add_working_days, is n for every n but 0.
 */
int32_t mc_working_days_between(const mc_day_index *index, mc_day since, mc_day until,
								mc_bounds bounds);

/*
 * Find the n-th working day of the month that a covered day lies in, counted from the month's
 * beginning if n > 0 and from its end if n < 0. Return false if the month has no such day or n is
 * 0. The coverage must consist of whole months.
 */
bool mc_nth_working_day_of_month(const mc_day_index *index, mc_day day, int32_t n, mc_day *result);

/* True if the day lies in the coverage of the index. */
static inline bool
mc_day_index_covers(const mc_day_index *index, mc_day day)
{
	return day >= index->first && day <= index->last;
}

/* Return the number of working days of the coverage up to a day, this day included. */
static inline int32_t
mc_working_number(const mc_day_index *index, mc_day day)
{
	return index->number[day - index->first + 1];
}

/* Return the number of working days of the coverage before a day. */
static inline int32_t
mc_working_number_before(const mc_day_index *index, mc_day day)
{
	return index->number[day - index->first];
}

/* True if the day is a working day. */
static inline bool
mc_is_working(const mc_day_index *index, mc_day day)
{
	return mc_working_number(index, day) != mc_working_number_before(index, day);
}

/* Find the working day with the given number, counted from 1. Return false if there is none. */
static inline bool
mc_nth_working_day(const mc_day_index *index, int64_t number, mc_day *result)
{
	if (number < 1 || number > index->working_days)
		return false;
	*result = index->day[number];
	return true;
}

/*
 * Find the n-th working day after a day if n > 0, or before it if n < 0. If n is 0, the result is
 * the day itself if it is a working day, or else the next working day (Civil Code 2015
 * art. 148(5)). Return false if the result lies outside the coverage.
 */
static inline bool
mc_add_working_days(const mc_day_index *index, mc_day day, int32_t n, mc_day *result)
{
	int64_t from =
		n > 0 ? mc_working_number(index, day) : (int64_t) mc_working_number_before(index, day) + 1;

	return mc_nth_working_day(index, from + n, result);
}

#endif

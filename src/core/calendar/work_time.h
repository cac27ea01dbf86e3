/*
 * The work time index: the working hours of a calendar as arrays, so that adding and
 * counting work time cost the same whatever the amount. Source of the rules of the
 * hours: office_hours.h. The first hour of a limit in hours runs from the moment itself
 * (Civil Code 2015 art. 147(1)).
 *
 *   worked[i]   counting seconds of the coverage before its day i; one entry more than days
 *   pattern[i]  which of the distinct patterns of hours day i has; the entry after the
 *               last day is a closed day
 *   reach[k]    the day on which the k * 2^shift-th counting second is done: where to
 *               look for a moment, to within a few days
 *
 * About 7 bytes a day, then the patterns. There is no pointer inside: the first
 * index->size bytes may be copied anywhere aligned for int64_t.
 *
 * Instants are wall time, from 00:00 of the first day to 24:00 of the last, both in:
 * callers check with mc_work_time_covers, and every function that can leave the
 * coverage says so. A shift holds the moments from its opening until before its closing.
 */
#ifndef MC_WORK_TIME_H
#define MC_WORK_TIME_H

#include <stddef.h>

#include "core/calendar/office_hours.h"

#define MC_WORK_TIME_DAYS_MAX 49710 /* their seconds fit 32 bits */
#define MC_PATTERNS_MAX 256 /* distinct hours of a day in one index */
#define MC_US_PER_SECOND INT64_C(1000000)

/* Open from opens until before closes, seconds of the day. */
typedef struct mc_span
{
	int32_t opens;
	int32_t closes;
} mc_span;

/* The hours of a day: the counting spans ascending, then the others ascending. */
typedef struct mc_day_pattern
{
	int32_t work_seconds;
	int32_t closed_from; /* second after which nothing opens any more; 0 on a closed day */
	uint16_t counting; /* spans that count */
	uint16_t spans; /* all of them */
	mc_span span[MC_OPENINGS_MAX];
} mc_day_pattern;

typedef struct mc_work_time
{
	mc_instant begin; /* 00:00 of the first day */
	mc_instant end; /* 24:00 of the last */
	int64_t work; /* counting microseconds of the coverage */
	size_t size; /* bytes in use, this structure included */
	mc_day first;
	int32_t days;
	int32_t shift; /* of reach[] */
	int32_t pattern_count;
	int32_t numbers_at; /* bytes from here to the pattern number of each day, */
	int32_t patterns_at; /* and to the patterns */
	bool opens_to_work; /* every working day opens, and no other day does */
	uint32_t worked[]; /* days + 1, then the other arrays */
} mc_work_time;

/* Answers the class of a day of the coverage; asked once for each, in ascending order. */
typedef mc_day_class (*mc_day_classifier)(mc_day day, const void *context);

/* Bytes that mc_work_time_build needs at most for a coverage of first..last (last >= first - 1). */
size_t mc_work_time_size(mc_day first, mc_day last);

/*
 * Builds the index inside memory, which holds mc_work_time_size bytes, aligned for
 * int64_t. NULL when a limit above is exceeded: days of the coverage, openings of a
 * day, or distinct patterns.
 */
mc_work_time *mc_work_time_build(void *memory, mc_day first, mc_day last,
								 const mc_shift_rule *rules, int count, mc_day_classifier class_of,
								 const void *context);

/*
 * Positive: the earliest instant at which that much counting work is done since start,
 * so a closing, never the opening after it. Negative: the latest instant from which
 * that much work remains to start, so an opening. Zero: start itself. False when start
 * or the answer lies outside the coverage. For all x, between(t, add(t, x)) = x; for
 * x, y > 0, add(add(t, x), y) = add(t, x + y).
 */
bool mc_add_work_time(const mc_work_time *index, mc_instant start, int64_t microseconds,
					  mc_instant *result);

/* Counting microseconds from one covered instant to another; negative when reversed. */
int64_t mc_work_time_between(const mc_work_time *index, mc_instant since, mc_instant until);

/* The covered instant itself inside a counting shift, else the next counting opening; false when none. */
bool mc_next_work_moment(const mc_work_time *index, mc_instant t, mc_instant *result);

/* Whether a covered instant is inside a counting shift. */
bool mc_is_work_moment(const mc_work_time *index, mc_instant t);

/* Whether a covered instant is inside any opening, counting or not: reception. */
bool mc_is_open(const mc_work_time *index, mc_instant t);

/*
 * The covered instant itself inside an opening, counting or not, else the next opening;
 * false when none. Walks over the closed days.
 */
bool mc_next_opening(const mc_work_time *index, mc_instant t, mc_instant *result);

/* The hours of a day, counted from the first of the coverage. */
static inline const mc_day_pattern *
mc_pattern_of(const mc_work_time *index, int32_t day)
{
	const uint8_t *numbers = (const uint8_t *) index + index->numbers_at;

	return (const mc_day_pattern *) ((const char *) index + index->patterns_at) + numbers[day];
}

/* Counting seconds of a day of the coverage: the office's own day. */
static inline int32_t
mc_day_work_seconds(const mc_work_time *index, mc_day day)
{
	return mc_pattern_of(index, day - index->first)->work_seconds;
}

/* Whether no opening of the day is left at a microsecond of it. */
static inline bool
mc_is_after_hours(const mc_work_time *index, mc_day day, int64_t within)
{
	return within >= mc_pattern_of(index, day - index->first)->closed_from * MC_US_PER_SECOND;
}

/* End of the last counting shift of a day of the coverage; false when none counts. */
static inline bool
mc_day_close(const mc_work_time *index, mc_day day, mc_instant *closing)
{
	const mc_day_pattern *pattern = mc_pattern_of(index, day - index->first);

	if (pattern->counting == 0)
		return false;
	*closing = day * MC_US_PER_DAY + pattern->span[pattern->counting - 1].closes * MC_US_PER_SECOND;
	return true;
}

/* False for infinities. */
static inline bool
mc_work_time_covers(const mc_work_time *index, mc_instant t)
{
	return t >= index->begin && t <= index->end;
}

#endif

/*
 * This header declares the index of a calendar's working hours: arrays with which adding and
 * counting work time cost the same for any amount. Deadlines and the working-time functions of SQL
 * use it. The rules of the hours are in office_hours.h. A limit in hours runs from the moment
 * itself on (Civil Code 2015 art. 147(1)).
 *
 *   worked[i]   counting seconds of the coverage before its day i; it has one entry more than
 *               there are days
 *   pattern[i]  the number of the pattern, one of the distinct hours of a day, that day i has; the
 *               entry after the last day is a closed day
 *   reach[k]    the day on which the counting second number k * 2^shift is done; it tells, to
 *               within a few days, where to look for a moment
 *
 * The arrays take about 7 bytes for each day; the patterns follow them. The index contains no
 * pointer, so its first index->size bytes may be copied to any place that is aligned for int64_t.
 *
 * Instants are wall-clock time, from 00:00 of the first day to 24:00 of the last, both included.
 * Callers check with mc_work_time_covers that an instant is covered. A function whose result can
 * lie outside the coverage returns false then. A shift contains the moments from its opening until
 * just before its closing.
 */
#ifndef MC_WORK_TIME_H
#define MC_WORK_TIME_H

#include <stddef.h>

#include "core/calendar/office_hours.h"

#define MC_WORK_TIME_DAYS_MAX 49710 /* so that their seconds fit into 32 bits */
#define MC_PATTERNS_MAX 256 /* greatest number of distinct hours of a day in one index */
#define MC_US_PER_SECOND INT64_C(1000000)

/* The office is open from the second `opens` of the day until just before the second `closes`. */
typedef struct mc_span
{
	int32_t opens;
	int32_t closes;
} mc_span;

/* The hours of a day: first the spans that count, ascending, then the other spans, ascending. */
typedef struct mc_day_pattern
{
	int32_t work_seconds;
	int32_t closed_from; /* last closing of the day, in seconds; 0 on a closed day */
	uint16_t counting; /* number of spans that count */
	uint16_t spans; /* number of all spans */
	mc_span span[MC_OPENINGS_MAX];
} mc_day_pattern;

typedef struct mc_work_time
{
	mc_instant begin; /* 00:00 of the first day */
	mc_instant end; /* 24:00 of the last day */
	int64_t work; /* counting microseconds of the whole coverage */
	size_t size; /* bytes in use, this structure included */
	mc_day first;
	int32_t days; /* number of days of the coverage */
	int32_t shift; /* reach[] has a step of 2^shift seconds */
	int32_t pattern_count;
	int32_t numbers_at; /* byte offset of the pattern numbers of the days */
	int32_t patterns_at; /* byte offset of the patterns */
	bool opens_to_work; /* true if every working day has an opening and no other day has one */
	uint32_t worked[]; /* days + 1 entries; the other arrays follow */
} mc_work_time;

/*
 * A classifier returns the class of a day of the coverage. It is asked once for each day, in
 * ascending order.
 */
typedef mc_day_class (*mc_day_classifier)(mc_day day, const void *context);

/*
 * Return how many bytes mc_work_time_build needs at most for a coverage from `first` to `last`,
 * which is not before first - 1.
 */
size_t mc_work_time_size(mc_day first, mc_day last);

/*
 * Build the index in `memory`, which has room for mc_work_time_size bytes and is aligned for
 * int64_t. Return NULL if a limit above is exceeded: days of the coverage, openings of a day, or
 * patterns.
 */
mc_work_time *mc_work_time_build(void *memory, mc_day first, mc_day last,
								 const mc_shift_rule *rules, int count, mc_day_classifier class_of,
								 const void *context);

/*
 * Add an amount of work time to an instant. If it is positive, the result is the earliest instant
 * at which that much counting work is done since `start`; this can be a closing, but never the
 * opening that follows it. If it is negative, the result is the latest instant from which that much
 * work remains until `start`; this can be an opening. If it is zero, the result is `start`. Return
 * false if `start` or the result lies outside the coverage. For all x, between(t, add(t, x)) = x.
 * For x and y > 0, add(add(t, x), y) = add(t, x + y).
 */
bool mc_add_work_time(const mc_work_time *index, mc_instant start, int64_t microseconds,
					  mc_instant *result);

/*
 * Return the counting microseconds from one covered instant to another, negative if `until` is the
 * earlier one.
 */
int64_t mc_work_time_between(const mc_work_time *index, mc_instant since, mc_instant until);

/*
 * Find the first moment, from a covered instant on, that lies in a counting shift. Return false if
 * there is none in the coverage.
 */
bool mc_next_work_moment(const mc_work_time *index, mc_instant t, mc_instant *result);

/* True if a covered instant lies in a counting shift. */
bool mc_is_work_moment(const mc_work_time *index, mc_instant t);

/* True if a covered instant lies in any opening, so that the desk receives at that instant. */
bool mc_is_open(const mc_work_time *index, mc_instant t);

/*
 * Find the first moment, from a covered instant on, that lies in any opening. Return false if there
 * is none in the coverage. The cost grows with the number of closed days in between.
 */
bool mc_next_opening(const mc_work_time *index, mc_instant t, mc_instant *result);

/* Return the hours of a day that is given by its position in the coverage; 0 is the first day. */
static inline const mc_day_pattern *
mc_pattern_of(const mc_work_time *index, int32_t day)
{
	const uint8_t *numbers = (const uint8_t *) index + index->numbers_at;

	return (const mc_day_pattern *) ((const char *) index + index->patterns_at) + numbers[day];
}

/*
 * Return the counting seconds of a day of the coverage: the length of the office's own working day.
 */
static inline int32_t
mc_day_work_seconds(const mc_work_time *index, mc_day day)
{
	return mc_pattern_of(index, day - index->first)->work_seconds;
}

/* True if no moment of the day, from the microsecond `within` on, lies in an opening. */
static inline bool
mc_is_after_hours(const mc_work_time *index, mc_day day, int64_t within)
{
	return within >= mc_pattern_of(index, day - index->first)->closed_from * MC_US_PER_SECOND;
}

/*
 * Store the end of the last counting shift of a day of the coverage. Return false if the day has no
 * counting shift.
 */
static inline bool
mc_day_close(const mc_work_time *index, mc_day day, mc_instant *closing)
{
	const mc_day_pattern *pattern = mc_pattern_of(index, day - index->first);

	if (pattern->counting == 0)
		return false;
	*closing = day * MC_US_PER_DAY + pattern->span[pattern->counting - 1].closes * MC_US_PER_SECOND;
	return true;
}

/* True if the instant lies in the coverage of the index. Infinite instants do not. */
static inline bool
mc_work_time_covers(const mc_work_time *index, mc_instant t)
{
	return t >= index->begin && t <= index->end;
}

#endif

/*
 * This file builds the index of work time and computes with it. calendar.c builds an index for each
 * calendar; deadlines and the working-time functions of SQL compute with it.
 */
#include "core/calendar/work_time.h"

#include <string.h>

#define CLASSES 3
#define NO_PATTERN (-1)
#define CLOSED 0 /* number of the first pattern, which has no hours */

/* ---- layout: worked[days + 1], reach[days + 2], pattern number[days + 1], patterns ---- */

static inline const uint16_t *
reach_of(const mc_work_time *index)
{
	return (const uint16_t *) (index->worked + index->days + 1);
}

static inline const uint8_t *
numbers_of(const mc_work_time *index)
{
	return (const uint8_t *) (reach_of(index) + index->days + 2);
}

/* Return the offset of the patterns from the beginning of the index, in bytes. */
static size_t
patterns_at(int64_t days)
{
	size_t end = sizeof(mc_work_time) + (size_t) (days + 1) * sizeof(uint32_t) +
				 (size_t) (days + 2) * sizeof(uint16_t) + (size_t) (days + 1);

	return (end + 7) / 8 * 8;
}

size_t
mc_work_time_size(mc_day first, mc_day last)
{
	return patterns_at((int64_t) last - first + 1) + MC_PATTERNS_MAX * sizeof(mc_day_pattern);
}

/* ---- building ---- */

typedef struct builder
{
	mc_work_time *index;
	mc_day_pattern *patterns;
	const mc_shift_rule *rules;
	int rule_count;
	mc_day steady_until; /* known[] holds for the days before this one */
	int known[7][CLASSES]; /* pattern number by weekday and class, or NO_PATTERN */
} builder;

/* Append the openings that count, or those that do not, to the spans of the pattern. */
static void
take_spans(mc_day_pattern *pattern, const mc_opening *hours, int count, bool counting)
{
	for (int i = 0; i < count; i++)
	{
		if (hours[i].counts != counting)
			continue;
		pattern->span[pattern->spans++] = (mc_span){hours[i].opens, hours[i].closes};
		if (hours[i].closes > pattern->closed_from)
			pattern->closed_from = hours[i].closes;
		if (counting)
			pattern->work_seconds += hours[i].closes - hours[i].opens;
	}
}

/* Return the pattern of the openings of a day. */
static mc_day_pattern
pattern_from(const mc_opening *hours, int count)
{
	mc_day_pattern pattern;

	memset(&pattern, 0, sizeof(pattern));
	take_spans(&pattern, hours, count, true);
	pattern.counting = pattern.spans;
	take_spans(&pattern, hours, count, false);
	return pattern;
}

/*
 * Return the number of a pattern, and store the pattern if it is new. Return NO_PATTERN if there is
 * no room for it.
 */
static int
intern(builder *b, const mc_day_pattern *pattern)
{
	int32_t *count = &b->index->pattern_count;

	for (int i = 0; i < *count; i++)
		if (memcmp(&b->patterns[i], pattern, sizeof(*pattern)) == 0)
			return i;
	if (*count == MC_PATTERNS_MAX)
		return NO_PATTERN;
	memcpy(&b->patterns[*count], pattern, sizeof(*pattern));
	return (*count)++;
}

/* Work out the hours of a day and return the number of their pattern, or NO_PATTERN. */
static int
find_pattern(builder *b, mc_day day, mc_day_class class)
{
	mc_opening hours[MC_OPENINGS_MAX];
	int count = mc_day_hours(b->rules, b->rule_count, day, class, hours);
	mc_day_pattern pattern;

	if (count < 0)
		return NO_PATTERN;
	pattern = pattern_from(hours, count);
	return intern(b, &pattern);
}

/*
 * Return the number of the pattern of a day, which is worked out only once for each weekday and
 * class as long as the dates and seasons of the rules stay the same.
 */
static int
pattern_number(builder *b, mc_day day, mc_day_class class)
{
	int *known = &b->known[mc_weekday(day)][class];

	if (day >= b->steady_until)
	{
		memset(b->known, 0xFF, sizeof(b->known));
		b->steady_until = mc_hours_change_after(b->rules, b->rule_count, day);
	}
	if (*known == NO_PATTERN)
		*known = find_pattern(b, day, class);
	return *known;
}

/* Fill worked[] and the pattern numbers. Return false if a limit is exceeded. */
static bool
fill_days(builder *b, mc_day_classifier class_of, const void *context)
{
	mc_work_time *index = b->index;
	uint8_t *number = (uint8_t *) numbers_of(index);
	uint32_t worked = 0;

	for (int32_t i = 0; i < index->days; i++)
	{
		mc_day day = index->first + i;
		mc_day_class class = class_of(day, context);
		int pattern = pattern_number(b, day, class);

		if (pattern == NO_PATTERN)
			return false;
		index->opens_to_work &= (b->patterns[pattern].spans > 0) == (class == MC_DAY_WORKS);
		index->worked[i] = worked;
		number[i] = (uint8_t) pattern;
		worked += (uint32_t) b->patterns[pattern].work_seconds;
	}
	index->worked[index->days] = worked;
	number[index->days] = CLOSED;
	return true;
}

/*
 * Fill reach[]. Its step is the smallest power of two for which the total of counting seconds makes
 * at most as many steps as there are days, so days + 2 entries suffice.
 */
static void
fill_reach(mc_work_time *index)
{
	uint16_t *reach = (uint16_t *) reach_of(index);
	uint32_t total = index->worked[index->days];
	int32_t day = 0;

	index->shift = 0;
	while (total >> index->shift > (uint32_t) index->days)
		index->shift++;
	for (uint64_t k = 0; k <= (uint64_t) (total >> index->shift) + 1; k++)
	{
		while (day < index->days - 1 && index->worked[day + 1] < k << index->shift)
			day++;
		reach[k] = (uint16_t) day;
	}
}

static mc_work_time *
start_index(void *memory, mc_day first, int32_t days)
{
	mc_work_time *index = memory;

	index->begin = first * MC_US_PER_DAY;
	index->end = (first + (int64_t) days) * MC_US_PER_DAY;
	index->first = first;
	index->days = days;
	index->pattern_count = 0;
	index->numbers_at = (int32_t) ((const char *) numbers_of(index) - (const char *) index);
	index->patterns_at = (int32_t) patterns_at(days);
	index->opens_to_work = true;
	return index;
}

mc_work_time *
mc_work_time_build(void *memory, mc_day first, mc_day last, const mc_shift_rule *rules, int count,
				   mc_day_classifier class_of, const void *context)
{
	int64_t days = (int64_t) last - first + 1;
	mc_day_pattern closed;
	builder b;

	if (days > MC_WORK_TIME_DAYS_MAX)
		return NULL;
	b.index = start_index(memory, first, (int32_t) days);
	b.patterns = (mc_day_pattern *) ((char *) memory + patterns_at(days));
	b.rules = rules;
	b.rule_count = count;
	b.steady_until = first;
	closed = pattern_from(NULL, 0);
	intern(&b, &closed);
	if (!fill_days(&b, class_of, context))
		return NULL;
	fill_reach(b.index);
	b.index->work = b.index->worked[days] * MC_US_PER_SECOND;
	b.index->size = patterns_at(days) + (size_t) b.index->pattern_count * sizeof(mc_day_pattern);
	return b.index;
}

/* ---- arithmetic ---- */

/*
 * A covered instant as a day, counted from the first of the coverage, and a microsecond of that
 * day.
 */
typedef struct place
{
	int32_t day;
	int64_t within;
} place;

static inline place
place_of(const mc_work_time *index, mc_instant t)
{
	int64_t since_begin = t - index->begin;
	place at;

	at.day = (int32_t) (since_begin / MC_US_PER_DAY);
	at.within = since_begin - at.day * MC_US_PER_DAY;
	return at;
}

static inline mc_instant
instant_of(const mc_work_time *index, int32_t day, int64_t within)
{
	return index->begin + day * MC_US_PER_DAY + within;
}

/* Return how many counting microseconds of the coverage lie before a covered instant. */
static inline int64_t
work_before(const mc_work_time *index, mc_instant t)
{
	place at = place_of(index, t);
	const mc_day_pattern *pattern = mc_pattern_of(index, at.day);
	int64_t work = index->worked[at.day] * MC_US_PER_SECOND;

	for (int i = 0; i < pattern->counting; i++)
	{
		int64_t opens = pattern->span[i].opens * MC_US_PER_SECOND;
		int64_t closes = pattern->span[i].closes * MC_US_PER_SECOND;
		int64_t until = at.within < closes ? at.within : closes;

		work += until > opens ? until - opens : 0;
	}
	return work;
}

/*
 * Return the first day by the end of which that many counting seconds are done. `seconds` is from 1
 * to the total of the coverage.
 */
static inline int32_t
day_reaching(const mc_work_time *index, uint32_t seconds)
{
	const uint16_t *reach = reach_of(index) + (seconds >> index->shift);
	int32_t low = reach[0];
	int32_t high = reach[1];

	while (low < high)
	{
		int32_t middle = (low + high) >> 1;

		if (index->worked[middle + 1] < seconds)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * Return the instant before which that much work, in microseconds, lies in the coverage. With ahead
 * = 0 it is the earliest such instant (work > 0). With ahead = 1 it is the latest (work < all),
 * which is the one that a microsecond of work follows directly.
 */
static inline mc_instant
instant_at(const mc_work_time *index, int64_t work, int ahead)
{
	int64_t seconds = (work + ahead + MC_US_PER_SECOND - 1) / MC_US_PER_SECOND;
	int32_t day = day_reaching(index, (uint32_t) seconds);
	const mc_span *span = mc_pattern_of(index, day)->span;
	int64_t rest = work - index->worked[day] * MC_US_PER_SECOND;

	for (;; span++)
	{
		int64_t length = (span->closes - span->opens) * MC_US_PER_SECOND;

		if (rest + ahead <= length)
			return instant_of(index, day, span->opens * MC_US_PER_SECOND + rest);
		rest -= length;
	}
}

bool
mc_add_work_time(const mc_work_time *index, mc_instant start, int64_t microseconds,
				 mc_instant *result)
{
	int64_t before;

	if (!mc_work_time_covers(index, start))
		return false;
	if (microseconds == 0)
	{
		*result = start;
		return true;
	}
	before = work_before(index, start);
	if (microseconds > index->work - before || microseconds < -before)
		return false;
	*result = instant_at(index, before + microseconds, microseconds < 0);
	return true;
}

int64_t
mc_work_time_between(const mc_work_time *index, mc_instant since, mc_instant until)
{
	return work_before(index, until) - work_before(index, since);
}

bool
mc_next_work_moment(const mc_work_time *index, mc_instant t, mc_instant *result)
{
	int64_t before = work_before(index, t);

	if (before == index->work)
		return false;
	*result = instant_at(index, before, 1);
	return true;
}

/* ---- openings ---- */

/* True if the microsecond of the day lies in one of the first `spans` spans. */
static bool
in_spans(const mc_day_pattern *pattern, int spans, int64_t within)
{
	for (int i = 0; i < spans; i++)
		if (within >= pattern->span[i].opens * MC_US_PER_SECOND &&
			within < pattern->span[i].closes * MC_US_PER_SECOND)
			return true;
	return false;
}

bool
mc_is_work_moment(const mc_work_time *index, mc_instant t)
{
	place at = place_of(index, t);
	const mc_day_pattern *pattern = mc_pattern_of(index, at.day);

	return in_spans(pattern, pattern->counting, at.within);
}

bool
mc_is_open(const mc_work_time *index, mc_instant t)
{
	place at = place_of(index, t);
	const mc_day_pattern *pattern = mc_pattern_of(index, at.day);

	return in_spans(pattern, pattern->spans, at.within);
}

/* Return the first microsecond of the day, from `within` on, that lies in an opening, or -1. */
static int64_t
open_from(const mc_day_pattern *pattern, int64_t within)
{
	int64_t soonest = -1;

	for (int i = 0; i < pattern->spans; i++)
	{
		int64_t opens = pattern->span[i].opens * MC_US_PER_SECOND;
		int64_t moment = within > opens ? within : opens;

		if (moment < pattern->span[i].closes * MC_US_PER_SECOND &&
			(soonest < 0 || moment < soonest))
			soonest = moment;
	}
	return soonest;
}

bool
mc_next_opening(const mc_work_time *index, mc_instant t, mc_instant *result)
{
	place at = place_of(index, t);

	for (; at.day < index->days; at.day++, at.within = 0)
	{
		int64_t moment = open_from(mc_pattern_of(index, at.day), at.within);

		if (moment >= 0)
		{
			*result = instant_of(index, at.day, moment);
			return true;
		}
	}
	return false;
}

/*
 * This file builds the index of working days and counts with it. calendar.c builds an index for
 * each calendar; the date functions of SQL, deadlines and figures count with it.
 */
#include "core/calendar/day_index.h"

#include <string.h>

static size_t
covered_days(mc_day first, mc_day last)
{
	return (size_t) ((int64_t) last - first + 1);
}

/* Both arrays have one entry more than there are days: number[0] and day[0] stand for no day. */
size_t
mc_day_index_size(mc_day first, mc_day last)
{
	return sizeof(mc_day_index) + 2 * (covered_days(first, last) + 1) * sizeof(int32_t);
}

mc_day_index *
mc_day_index_build(void *memory, mc_day first, mc_day last, mc_day_predicate is_working,
				   void *context)
{
	mc_day_index *index = memory;
	size_t days = covered_days(first, last);
	int32_t number = 0;

	index->first = first;
	index->last = last;
	index->number = (int32_t *) (index + 1);
	index->day = index->number + days + 1;
	index->number[0] = 0;
	index->day[0] = first;
	for (size_t i = 0; i < days; i++)
	{
		mc_day day = (mc_day) (first + (int64_t) i);

		if (is_working(day, context))
			index->day[++number] = day;
		index->number[i + 1] = number;
	}
	index->working_days = number;
	return index;
}

bool
mc_parse_bounds(const char *text, size_t length, mc_bounds *bounds)
{
	if (length != 2 || !strchr("[(", text[0]) || !strchr("])", text[1]) || !text[0] || !text[1])
		return false;
	bounds->since_in = text[0] == '[';
	bounds->until_in = text[1] == ']';
	return true;
}

bool
mc_nth_working_day_of_month(const mc_day_index *index, mc_day day, int32_t n, mc_day *result)
{
	mc_civil civil = mc_civil_from_day(day);
	mc_day first = mc_day_from_civil(civil.year, civil.month, 1);
	mc_day last = first + mc_days_in_month(civil.year, civil.month) - 1;
	int64_t before = mc_working_number_before(index, first);
	int64_t through = mc_working_number(index, last);
	int64_t number = n > 0 ? before + n : through + 1 + n;

	if (n == 0 || number <= before || number > through)
		return false;
	return mc_nth_working_day(index, number, result);
}

/* Return how many working days lie between two days, of which each may be included or not. */
static int32_t
count_span(const mc_day_index *index, mc_day earlier, bool earlier_in, mc_day later, bool later_in)
{
	int32_t below =
		earlier_in ? mc_working_number_before(index, earlier) : mc_working_number(index, earlier);
	int32_t upto =
		later_in ? mc_working_number(index, later) : mc_working_number_before(index, later);

	return upto > below ? upto - below : 0;
}

int32_t
mc_working_days_between(const mc_day_index *index, mc_day since, mc_day until, mc_bounds bounds)
{
	if (since <= until)
		return count_span(index, since, bounds.since_in, until, bounds.until_in);
	return -count_span(index, until, bounds.until_in, since, bounds.since_in);
}

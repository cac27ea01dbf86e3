/*
 * This file holds the histograms of lateness.h: counting, merging, summarizing and validating. The
 * SQL type lateness and its aggregates in src/kpi call it.
 */
#include "core/kpi/lateness.h"

#include <string.h>

/* Return the position of the first bin with at least so many days, or `used` if there is none. */
static int32_t
position_of(const mc_lateness *lateness, int64_t days)
{
	int32_t low = 0;
	int32_t high = lateness->used;

	while (low < high)
	{
		int32_t middle = low + (high - low) / 2;

		if (lateness->bins[middle].days < days)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Move the bins from position `from` on to position `to`, and change their number accordingly. */
static void
move_bins(mc_lateness *lateness, int32_t from, int32_t to)
{
	memmove(lateness->bins + to, lateness->bins + from,
			sizeof(mc_late_bin) * (size_t) (lateness->used - from));
	lateness->used += to - from;
}

mc_late_result
mc_lateness_count(mc_lateness *lateness, int64_t days, int64_t count)
{
	int32_t at = position_of(lateness, days);
	int64_t sum;

	if (count == 0)
		return MC_LATE_OK;
	if (at == lateness->used || lateness->bins[at].days != days)
	{
		if (lateness->used == lateness->capacity)
			return MC_LATE_FULL;
		move_bins(lateness, at, at + 1);
		lateness->bins[at] = (mc_late_bin){days, count};
		return MC_LATE_OK;
	}
	if (__builtin_add_overflow(lateness->bins[at].count, count, &sum))
		return MC_LATE_OVERFLOW;
	lateness->bins[at].count = sum;
	if (sum == 0)
		move_bins(lateness, at + 1, at);
	return MC_LATE_OK;
}

/* ---- merging ---- */

static int64_t
count_of(const mc_lateness *lateness, int64_t days)
{
	int32_t at = position_of(lateness, days);

	return at < lateness->used && lateness->bins[at].days == days ? lateness->bins[at].count : 0;
}

/* True if merging the histograms overflows no count. */
static bool
fits(const mc_lateness *target, const mc_lateness *other, int sign)
{
	int64_t sum;

	for (int32_t i = 0; i < other->used; i++)
	{
		const mc_late_bin *bin = &other->bins[i];
		int64_t count = count_of(target, bin->days);

		if (sign > 0 ? __builtin_add_overflow(count, bin->count, &sum)
					 : __builtin_sub_overflow(count, bin->count, &sum))
			return false;
	}
	return true;
}

/*
 * Merge the histograms from their last bins on. The result is written behind the target's own bins,
 * so that each of those is read before its place is overwritten, and moved to its place at the end.
 */
static void
merge_backwards(mc_lateness *target, const mc_lateness *other, int sign)
{
	int32_t mine = target->used - 1;
	int32_t theirs = other->used - 1;
	int32_t to = target->used + other->used;
	int32_t end = to;
	mc_late_bin bin;

	while (theirs >= 0)
	{
		bin = other->bins[theirs];
		if (mine >= 0 && target->bins[mine].days > bin.days)
			bin = target->bins[mine--];
		else
		{
			int64_t held = 0;

			if (mine >= 0 && target->bins[mine].days == bin.days)
				held = target->bins[mine--].count;
			bin.count = sign > 0 ? held + bin.count : held - bin.count;
			theirs--;
		}
		if (bin.count != 0)
			target->bins[--to] = bin;
	}
	memmove(target->bins + mine + 1, target->bins + to, sizeof(mc_late_bin) * (size_t) (end - to));
	target->used = mine + 1 + end - to;
}

mc_late_result
mc_lateness_accumulate(mc_lateness *target, const mc_lateness *other, int sign)
{
	if (other->used > target->capacity - target->used)
		return MC_LATE_FULL;
	if (!fits(target, other, sign))
		return MC_LATE_OVERFLOW;
	merge_backwards(target, other, sign);
	return MC_LATE_OK;
}

/* ---- summary ---- */

bool
mc_lateness_total(const mc_lateness *lateness, int64_t *count)
{
	*count = 0;
	for (int32_t i = 0; i < lateness->used; i++)
		if (__builtin_add_overflow(*count, lateness->bins[i].count, count))
			return false;
	return true;
}

/*
 * Return the days late of the dossier at a rank if the dossiers are ordered by days late. The first
 * dossier has rank 0.
 */
static int64_t
days_of_rank(const mc_lateness *lateness, int64_t rank)
{
	int32_t i = 0;

	while (rank >= lateness->bins[i].count)
		rank -= lateness->bins[i++].count;
	return lateness->bins[i].days;
}

static bool
add_days(const mc_late_bin *bin, int64_t *sum)
{
	int64_t days;

	return !__builtin_mul_overflow(bin->days, bin->count, &days) &&
		   !__builtin_add_overflow(*sum, days, sum);
}

mc_late_result
mc_lateness_summarize(const mc_lateness *lateness, mc_late_summary *summary)
{
	*summary = (mc_late_summary){0, 0, 0, 0};
	for (int32_t i = 0; i < lateness->used; i++)
	{
		if (lateness->bins[i].count < 0)
			return MC_LATE_NEGATIVE;
		if (!add_days(&lateness->bins[i], &summary->days))
			return MC_LATE_OVERFLOW;
	}
	/*
	 * Days are at least 1, so the number of dossiers cannot overflow if the sum of days does not.
	 */
	(void) mc_lateness_total(lateness, &summary->count);
	if (summary->count == 0)
		return MC_LATE_OK;
	summary->median_doubled = days_of_rank(lateness, (summary->count - 1) / 2) +
							  days_of_rank(lateness, summary->count / 2);
	summary->maximum = lateness->bins[lateness->used - 1].days;
	return MC_LATE_OK;
}

int
mc_lateness_compare(const mc_lateness *a, const mc_lateness *b)
{
	for (int32_t i = 0; i < a->used && i < b->used; i++)
	{
		if (a->bins[i].days != b->bins[i].days)
			return a->bins[i].days < b->bins[i].days ? -1 : 1;
		if (a->bins[i].count != b->bins[i].count)
			return a->bins[i].count < b->bins[i].count ? -1 : 1;
	}
	return (a->used > b->used) - (a->used < b->used);
}

bool
mc_lateness_is_valid(const mc_lateness *lateness)
{
	int64_t before = 0;

	for (int32_t i = 0; i < lateness->used; i++)
	{
		const mc_late_bin *bin = &lateness->bins[i];

		if (bin->days <= before || bin->days > MC_LATE_DAYS_MAX || bin->count == 0)
			return false;
		before = bin->days;
	}
	return true;
}

bool
mc_parse_late_days(const char *text, size_t length, int64_t *days)
{
	*days = 0;
	if (length < 1 || length > 10 || text[0] == '0')
		return false;
	for (size_t i = 0; i < length; i++)
	{
		if (text[i] < '0' || text[i] > '9')
			return false;
		*days = *days * 10 + (text[i] - '0');
	}
	return *days <= MC_LATE_DAYS_MAX;
}

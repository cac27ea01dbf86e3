/*
 * This file validates shift rules and works out the office hours of a day. calendar.c and
 * work_time.c call it, and the trigger of the table shift looks for overlapping rules with it.
 */
#include "core/calendar/office_hours.h"

#include <stddef.h>

#define MONDAY 0
#define NO_LAYER (-1)

/*
 * A day for which rules are looked up. The weekday may differ from that of the day, because a
 * make-up Saturday may have the hours of a Monday.
 */
typedef struct asked_day
{
	mc_day day;
	int month_day; /* month * 100 + day */
	int weekday;
} asked_day;

/* Return what the rules need to know about a day. */
static asked_day
ask(mc_day day)
{
	mc_civil civil = mc_civil_from_day(day);

	return (asked_day){day, civil.month * 100 + civil.day, mc_weekday(day)};
}

/* ---- one rule ---- */

/* True if month * 100 + day is a day of the year; 29 February is one. */
static bool
is_month_day(int month_day)
{
	int month = month_day / 100;
	int day = month_day % 100;

	return month >= 1 && month <= 12 && day >= 1 && day <= mc_days_in_month(2000, month);
}

const char *
mc_shift_rule_defect(const mc_shift_rule *rule)
{
	bool all_year = rule->season_start == 0 && rule->season_end == 0;

	if (rule->valid_to < rule->valid_from)
		return "the validity ends before it begins";
	if (!all_year && !(is_month_day(rule->season_start) && is_month_day(rule->season_end)))
		return "the season is not two days of the year";
	if (rule->weekdays == 0 || rule->weekdays > 0x7F)
		return "the shift has no weekday";
	if (rule->opens < 0 || rule->closes > MC_SECONDS_PER_DAY || rule->opens >= rule->closes)
		return "the shift does not open and then close within a day";
	return NULL;
}

/* True if the day of the year lies in the season of the rule. */
static bool
in_season(const mc_shift_rule *rule, int month_day)
{
	bool started = month_day >= rule->season_start;
	bool not_over = month_day <= rule->season_end;

	if (rule->season_start == 0)
		return true;
	return rule->season_start <= rule->season_end ? started && not_over : started || not_over;
}

/* True if the dates, the season and the weekdays of the rule all include the day. */
static bool
is_valid(const mc_shift_rule *rule, asked_day asked)
{
	return asked.day >= rule->valid_from && asked.day <= rule->valid_to &&
		   (rule->weekdays >> asked.weekday & 1) && in_season(rule, asked.month_day);
}

/* ---- overlapping rules ---- */

/* True if some day of the year lies in the seasons of both rules. */
static bool
seasons_meet(const mc_shift_rule *a, const mc_shift_rule *b)
{
	if (a->season_start == 0 || b->season_start == 0)
		return true;
	return in_season(a, b->season_start) || in_season(b, a->season_start);
}

static mc_day
later(mc_day a, mc_day b)
{
	return a > b ? a : b;
}

static mc_day
earlier(mc_day a, mc_day b)
{
	return a < b ? a : b;
}

/*
 * True if both rules are valid on one day. The loop ends within a year, unless the weekdays and the
 * seasons of the rules meet in leap years only.
 */
static bool
share_a_day(const mc_shift_rule *a, const mc_shift_rule *b)
{
	mc_day from = later(later(a->valid_from, b->valid_from), MC_COVERAGE_FIRST);
	mc_day to = earlier(earlier(a->valid_to, b->valid_to), MC_COVERAGE_LAST);

	for (mc_day day = from; day <= to; day++)
	{
		asked_day asked = ask(day);

		if (is_valid(a, asked) && is_valid(b, asked))
			return true;
	}
	return false;
}

/* True if both rules apply to the same layer, the same day and the same time of that day. */
static bool
overlap(const mc_shift_rule *a, const mc_shift_rule *b)
{
	return a->layer == b->layer && a->opens < b->closes && b->opens < a->closes &&
		   (a->weekdays & b->weekdays) != 0 && seasons_meet(a, b) && share_a_day(a, b);
}

bool
mc_shift_overlap(const mc_shift_rule *rules, int count, int *one, int *other)
{
	for (int i = 0; i < count; i++)
		for (int j = i + 1; j < count; j++)
			if (overlap(&rules[i], &rules[j]))
			{
				*one = i;
				*other = j;
				return true;
			}
	return false;
}

/* ---- the hours of a day ---- */

/* The shifts that apply to a day, in any order. */
typedef struct shift_set
{
	mc_opening shift[MC_OPENINGS_MAX];
	int count; /* may exceed the size of the array: then the day has too many shifts */
} shift_set;

/*
 * Return the lowest layer with a rule that is valid on the day (counting_only: with such a rule
 * that counts), or NO_LAYER if there is none.
 */
static int
nearest_layer(const mc_shift_rule *rules, int count, asked_day asked, bool counting_only)
{
	int nearest = NO_LAYER;

	for (int i = 0; i < count; i++)
		if ((nearest == NO_LAYER || rules[i].layer < nearest) &&
			(rules[i].counts || !counting_only) && is_valid(&rules[i], asked))
			nearest = rules[i].layer;
	return nearest;
}

/* Add the shifts of one layer that are valid on the day. They count only if the day works. */
static void
collect(shift_set *set, const mc_shift_rule *rules, int count, asked_day asked, int layer,
		bool works)
{
	for (int i = 0; i < count; i++)
	{
		const mc_shift_rule *rule = &rules[i];

		if (rule->layer != layer || !is_valid(rule, asked))
			continue;
		if (set->count < MC_OPENINGS_MAX)
			set->shift[set->count] = (mc_opening){rule->opens, rule->closes, works && rule->counts};
		set->count++;
	}
}

/* Add the shifts in which time runs on a working day whose own layer has no counting shift. */
static void
collect_clock(shift_set *set, const mc_shift_rule *rules, int count, asked_day asked)
{
	int layer = nearest_layer(rules, count, asked, true);

	if (layer == NO_LAYER)
	{
		asked.weekday = MONDAY;
		layer = nearest_layer(rules, count, asked, true);
	}
	collect(set, rules, count, asked, layer, true);
}

static bool
has_counting(const shift_set *set)
{
	for (int i = 0; i < set->count && i < MC_OPENINGS_MAX; i++)
		if (set->shift[i].counts)
			return true;
	return false;
}

/*
 * Return the next second after t at which a shift of the set opens or closes, or else the end of
 * the day.
 */
static int32_t
next_edge(const shift_set *set, int32_t t)
{
	int32_t edge = MC_SECONDS_PER_DAY;

	for (int i = 0; i < set->count; i++)
	{
		const mc_opening *shift = &set->shift[i];

		if (shift->opens > t && shift->opens < edge)
			edge = shift->opens;
		if (shift->closes > t && shift->closes < edge)
			edge = shift->closes;
	}
	return edge;
}

/* True if a shift of the set is open at second t. *counts is true if one of these shifts counts. */
static bool
open_at(const shift_set *set, int32_t t, bool *counts)
{
	bool open = false;

	*counts = false;
	for (int i = 0; i < set->count; i++)
		if (set->shift[i].opens <= t && t < set->shift[i].closes)
		{
			open = true;
			*counts |= set->shift[i].counts;
		}
	return open;
}

/*
 * Append an opening, or prolong the last opening if the new one continues it. Return false if the
 * array is full.
 */
static bool
append(mc_opening *out, int *count, mc_opening opening)
{
	mc_opening *last = *count > 0 ? &out[*count - 1] : NULL;

	if (last && last->closes == opening.opens && last->counts == opening.counts)
	{
		last->closes = opening.closes;
		return true;
	}
	if (*count == MC_OPENINGS_MAX)
		return false;
	out[(*count)++] = opening;
	return true;
}

/*
 * Write the set as openings that ascend and do not overlap. Return their number, or -1 if there are
 * more than MC_OPENINGS_MAX.
 */
static int
arrange(const shift_set *set, mc_opening *out)
{
	int count = 0;
	int32_t edge;

	if (set->count > MC_OPENINGS_MAX)
		return -1;
	for (int32_t t = 0; t < MC_SECONDS_PER_DAY; t = edge)
	{
		bool counts;

		edge = next_edge(set, t);
		if (open_at(set, t, &counts) && !append(out, &count, (mc_opening){t, edge, counts}))
			return -1;
	}
	return count;
}

int
mc_day_hours(const mc_shift_rule *rules, int count, mc_day day, mc_day_class class,
			 mc_opening out[MC_OPENINGS_MAX])
{
	asked_day asked = ask(day);
	shift_set set;

	set.count = 0;
	if (class == MC_DAY_OFF)
		return 0;
	collect(&set, rules, count, asked, nearest_layer(rules, count, asked, false),
			class == MC_DAY_WORKS);
	if (class == MC_DAY_WORKS && !has_counting(&set))
		collect_clock(&set, rules, count, asked);
	return arrange(&set, out);
}

/* ---- the days on which hours change ---- */

/*
 * Return the day of the year after the given one, both as month * 100 + day; 28 February is
 * followed by 29 February.
 */
static int
following(int month_day)
{
	int next = month_day + 1;

	if (is_month_day(next))
		return next;
	return next / 100 == 12 ? 101 : (next / 100 + 1) * 100 + 1;
}

/*
 * Return the first day after `day` that has the given day of the year. In years without a 29
 * February, 1 March takes its place.
 */
static mc_day
next_time(int month_day, mc_day day)
{
	int32_t year = mc_civil_from_day(day).year;
	mc_day this_year = mc_day_from_civil(year, month_day / 100, month_day % 100);

	return this_year > day ? this_year
						   : mc_day_from_civil(year + 1, month_day / 100, month_day % 100);
}

/*
 * Return the next day after `day` on which the rule may begin or cease to hold, or MC_DAY_INFINITY.
 */
static mc_day
rule_change_after(const mc_shift_rule *rule, mc_day day)
{
	mc_day change = rule->valid_to == MC_DAY_INFINITY ? MC_DAY_INFINITY : rule->valid_to + 1;

	if (day < rule->valid_from)
		return rule->valid_from;
	if (day > rule->valid_to)
		return MC_DAY_INFINITY;
	if (rule->season_start == 0)
		return change;
	change = earlier(change, next_time(rule->season_start, day));
	return earlier(change, next_time(following(rule->season_end), day));
}

mc_day
mc_hours_change_after(const mc_shift_rule *rules, int count, mc_day day)
{
	mc_day change = MC_DAY_INFINITY;

	for (int i = 0; i < count; i++)
		change = earlier(change, rule_change_after(&rules[i], day));
	return change;
}

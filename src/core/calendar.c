#include "calendar.h"

#include <string.h>

#include "names.h"

static const char *const kind_names[] = {"off", "work"};
static const char *const reason_names[] = {"holiday", "compensation", "swap", "local", "work_week"};
static const char *const status_names[] = {"official", "provisional", "unverified"};

const char *
mc_day_kind_name(mc_day_kind kind)
{
	return kind_names[kind];
}

const char *
mc_day_reason_name(mc_day_reason reason)
{
	return reason_names[reason];
}

const char *
mc_day_status_name(mc_day_status status)
{
	return status_names[status];
}

int
mc_day_kind_by_name(const char *name)
{
	return mc_name_position(kind_names, MC_LENGTH_OF(kind_names), name, strlen(name));
}

int
mc_day_reason_by_name(const char *name)
{
	return mc_name_position(reason_names, MC_LENGTH_OF(reason_names), name, strlen(name));
}

int
mc_day_status_by_name(const char *name)
{
	return mc_name_position(status_names, MC_LENGTH_OF(status_names), name, strlen(name));
}

int32_t
mc_first_fact_from(const mc_calendar *calendar, mc_day day)
{
	int32_t		low = 0;
	int32_t		high = calendar->fact_count;

	while (low < high)
	{
		int32_t		middle = low + (high - low) / 2;

		if (calendar->facts[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static const mc_day_fact *
applied_fact(const mc_calendar *calendar, mc_day day)
{
	int32_t		i = mc_first_fact_from(calendar, day);
	const mc_day_fact *fact = &calendar->facts[i];

	if (i == calendar->fact_count || fact->day != day || fact->status == MC_UNVERIFIED)
		return NULL;
	return fact;
}

mc_day_status
mc_calendar_year_status(const mc_calendar *calendar, mc_day day)
{
	return day <= calendar->decided_until ? MC_OFFICIAL : MC_PROVISIONAL;
}

mc_day_state
mc_calendar_day_state(const mc_calendar *calendar, mc_day day)
{
	const mc_day_fact *fact = applied_fact(calendar, day);
	mc_day_state state;

	state.fact = fact;
	if (fact)
	{
		state.working = fact->kind == MC_WORK;
		state.reason = fact->reason;
		state.status = fact->status;
		return state;
	}
	state.working = calendar->work_week >> mc_weekday(day) & 1;
	state.reason = MC_REASON_WORK_WEEK;
	state.status = mc_calendar_year_status(calendar, day);
	return state;
}

static bool
fact_in_range(const mc_day_fact *fact)
{
	return fact->kind < MC_LENGTH_OF(kind_names) && fact->reason < MC_REASON_WORK_WEEK &&
		fact->status < MC_LENGTH_OF(status_names);
}

const char *
mc_calendar_defect(const mc_calendar *calendar)
{
	mc_day		previous = MC_DAY_MINUS_INFINITY;

	if (calendar->name[0] == '\0' || strlen(calendar->name) > MC_CALENDAR_NAME_MAX)
		return "the name is empty or longer than 63 bytes";
	if (calendar->last < calendar->first)
		return "the coverage ends before it begins";
	if (calendar->first < MC_COVERAGE_FIRST || calendar->last > MC_COVERAGE_LAST)
		return "the coverage leaves 1990-01-01 to 2100-12-31";
	if (calendar->decided_until < MC_COVERAGE_FIRST - 1 || calendar->decided_until > MC_COVERAGE_LAST)
		return "decided_until leaves 1989-12-31 to 2100-12-31";
	if ((calendar->work_week & 0x7F) == 0 || calendar->work_week > 0x7F)
		return "the work week has no working day";
	for (int32_t i = 0; i < calendar->fact_count; i++)
	{
		const mc_day_fact *fact = &calendar->facts[i];

		if (fact->day < calendar->first || fact->day > calendar->last)
			return "a day lies outside the coverage";
		if (fact->day <= previous)
			return "the days are not in ascending order";
		if (!fact_in_range(fact))
			return "a day has an unknown kind, reason or status";
		previous = fact->day;
	}
	return NULL;
}

static bool
is_working(mc_day day, const void *context)
{
	return mc_calendar_day_state(context, day).working;
}

mc_day_index *
mc_calendar_build_index(const mc_calendar *calendar, void *memory)
{
	return mc_day_index_build(memory, calendar->first, calendar->last, is_working, calendar);
}

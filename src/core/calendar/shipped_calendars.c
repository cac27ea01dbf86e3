/*
 * This file puts the shipped calendars together from official decisions and the rules of the law.
 * The glue in src/calendar loads them and shows them in views.
 */
#include "core/calendar/shipped_calendars.h"

#include <string.h>

#include "core/calendar/official_days_data.h"
#include "core/calendar/statutory.h"

static const struct
{
	const char *name;
	const char *title;
	bool with_swaps;
} shipped[MC_SHIPPED_COUNT] = {
	{"vn", "Lịch làm việc của cơ quan nhà nước", true},
	{"vn_statutory", "Lịch nghỉ lễ theo luật, không có hoán đổi", false},
};

static const mc_shift_rule office_shifts[] = {
	{MC_DAY_MINUS_INFINITY, MC_DAY_INFINITY, 0, 0, MC_WORK_WEEK_MON_FRI, 0, true, 27000, 41400},
	{MC_DAY_MINUS_INFINITY, MC_DAY_INFINITY, 0, 0, MC_WORK_WEEK_MON_FRI, 0, true, 46800, 61200},
};

const char *
mc_shipped_name(int which)
{
	return shipped[which].name;
}

const char *
mc_shipped_title(int which)
{
	return shipped[which].title;
}

/* Return the number of the shipped calendar with a name, or -1 if there is none. */
static int
shipped_by_name(const char *name)
{
	for (int i = 0; i < MC_SHIPPED_COUNT; i++)
		if (strcmp(shipped[i].name, name) == 0)
			return i;
	return -1;
}

bool
mc_is_shipped(const char *name)
{
	return shipped_by_name(name) >= 0;
}

/*
 * Copy the facts of the years with an official decision. Swaps are left out of vn_statutory,
 * because they bind only offices that rest on Saturday and Sunday (Tờ trình 89/TTr-LĐTBXH,
 * 20/11/2014).
 */
static int32_t
copy_official(int which, mc_day_fact *facts)
{
	mc_day end = mc_day_from_civil(OFFICIAL_DECIDED_YEAR, 12, 31);
	int32_t count = 0;

	for (int32_t i = 0; i < OFFICIAL_DAY_COUNT && official_days[i].day <= end; i++)
		if (shipped[which].with_swaps || official_days[i].reason != MC_REASON_SWAP)
		{
			facts[count] = official_days[i];
			facts[count++].origin = shipped[which].name;
		}
	return count;
}

/* Write all facts of a shipped calendar, ascending by day, and return their number. */
static int32_t
gather_facts(int which, mc_day_fact *facts)
{
	const mc_statutory_choice by_default = {0, 0};
	int32_t count = 0;

	for (int32_t year = MC_COVERAGE_FIRST_YEAR; year < OFFICIAL_FIRST_YEAR; year++)
		count += mc_statutory_days(year, by_default, facts + count);
	count += copy_official(which, facts + count);
	for (int32_t year = OFFICIAL_DECIDED_YEAR + 1; year <= MC_COVERAGE_LAST_YEAR; year++)
		count += mc_statutory_days(year, by_default, facts + count);
	return count;
}

static mc_years
decided_years(void)
{
	mc_years years = {{0, 0}};

	for (int32_t year = OFFICIAL_FIRST_YEAR; year <= OFFICIAL_DECIDED_YEAR; year++)
		mc_years_add(&years, year);
	return years;
}

mc_policies
mc_shipped_policies(void)
{
	return (mc_policies){"Asia/Ho_Chi_Minh", MC_NEXT_WORKING_DAY, MC_DUE_CLOSE, 15 * 3600};
}

bool
mc_shipped_calendar(const char *name, mc_day_fact *facts, mc_calendar *calendar)
{
	int which = shipped_by_name(name);

	if (which < 0)
		return false;
	calendar->name = shipped[which].name;
	calendar->first = MC_COVERAGE_FIRST;
	calendar->last = MC_COVERAGE_LAST;
	calendar->decided = decided_years();
	calendar->work_week = MC_WORK_WEEK_MON_FRI;
	calendar->fact_count = gather_facts(which, facts);
	calendar->facts = facts;
	calendar->policies = mc_shipped_policies();
	calendar->shift_count = sizeof(office_shifts) / sizeof(office_shifts[0]);
	calendar->shifts = office_shifts;
	return true;
}

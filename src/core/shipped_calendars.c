#include "shipped_calendars.h"

#include <string.h>

#include "official_days_data.h"

static const struct
{
	const char *name;
	bool		with_swaps;
}			shipped[MC_SHIPPED_COUNT] = {
	{"vn", true},
	{"vn_statutory", false},
};

const char *
mc_shipped_name(int which)
{
	return shipped[which].name;
}

int32_t
mc_shipped_fact_capacity(void)
{
	return OFFICIAL_DAY_COUNT;
}

/* Swaps bind only offices with a fixed Saturday and Sunday rest (Tờ trình 89/TTr-LĐTBXH, 20/11/2014). */
static int32_t
copy_facts(bool with_swaps, mc_day_fact *facts)
{
	int32_t		count = 0;

	for (int32_t i = 0; i < OFFICIAL_DAY_COUNT; i++)
		if (with_swaps || official_days[i].reason != MC_REASON_SWAP)
			facts[count++] = official_days[i];
	return count;
}

bool
mc_shipped_calendar(const char *name, mc_day_fact *facts, mc_calendar *calendar)
{
	for (int i = 0; i < MC_SHIPPED_COUNT; i++)
	{
		if (strcmp(shipped[i].name, name) != 0)
			continue;
		calendar->name = shipped[i].name;
		calendar->first = mc_day_from_civil(OFFICIAL_FIRST_YEAR, 1, 1);
		calendar->last = mc_day_from_civil(OFFICIAL_LAST_YEAR, 12, 31);
		calendar->decided_until = mc_day_from_civil(OFFICIAL_DECIDED_YEAR, 12, 31);
		calendar->work_week = MC_WORK_WEEK_MON_FRI;
		calendar->fact_count = copy_facts(shipped[i].with_swaps, facts);
		calendar->facts = facts;
		return true;
	}
	return false;
}

/*
 * This file explains the days of a calendar, validates calendars, and builds the two indexes of a
 * calendar. The glue in src/calendar calls it for every calendar, and core/deadline reads the
 * facts.
 */
#include "core/calendar/calendar.h"

#include <string.h>

#include "core/base/names.h"

static const char *const kind_names[] = {"off", "work"};
static const char *const reason_names[] = {"holiday", "compensation", "swap", "local", "work_week"};
static const char *const status_names[] = {"official", "provisional", "unverified"};
static const char *const late_reception_names[] = {"next_working_day", "event_day"};
static const char *const due_time_names[] = {"close", "same_time", "midnight"};

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

const char *
mc_late_reception_name(mc_late_reception policy)
{
	return late_reception_names[policy];
}

const char *
mc_due_time_name(mc_due_time policy)
{
	return due_time_names[policy];
}

int
mc_late_reception_by_name(const char *name)
{
	return mc_name_position(late_reception_names, MC_LENGTH_OF(late_reception_names), name,
							strlen(name));
}

int
mc_due_time_by_name(const char *name)
{
	return mc_name_position(due_time_names, MC_LENGTH_OF(due_time_names), name, strlen(name));
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
	int32_t low = 0;
	int32_t high = calendar->fact_count;

	while (low < high)
	{
		int32_t middle = low + (high - low) / 2;

		if (calendar->facts[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Return the fact that decides the day, or NULL if there is none or it is only a proposal. */
static const mc_day_fact *
applied_fact(const mc_calendar *calendar, mc_day day)
{
	int32_t i = mc_first_fact_from(calendar, day);
	const mc_day_fact *fact = &calendar->facts[i];

	if (i == calendar->fact_count || fact->day != day || fact->status == MC_UNVERIFIED)
		return NULL;
	return fact;
}

mc_day_status
mc_calendar_year_status(const mc_calendar *calendar, int32_t year)
{
	return mc_years_has(&calendar->decided, year) ? MC_OFFICIAL : MC_PROVISIONAL;
}

/* True if the weekday of the day is a working day of the work week. */
static bool
works_by_week(const mc_calendar *calendar, mc_day day)
{
	return calendar->work_week >> mc_weekday(day) & 1;
}

bool
mc_fact_shows(const mc_calendar *calendar, const mc_day_fact *fact)
{
	return fact->kind == MC_OFF || !works_by_week(calendar, fact->day);
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
	state.working = works_by_week(calendar, day);
	state.reason = MC_REASON_WORK_WEEK;
	state.status = mc_calendar_year_status(calendar, mc_civil_from_day(day).year);
	return state;
}

/* True if all enumerations of a fact have a value that a fact may have. */
static bool
fact_in_range(const mc_day_fact *fact)
{
	return fact->kind < MC_LENGTH_OF(kind_names) && fact->reason < MC_REASON_WORK_WEEK &&
		   fact->status < MC_LENGTH_OF(status_names);
}

/* Return what is wrong with the policies, or NULL. */
static const char *
policies_defect(const mc_policies *policies)
{
	if (policies->late_reception >= MC_LENGTH_OF(late_reception_names) ||
		policies->due_time >= MC_LENGTH_OF(due_time_names))
		return "a policy is unknown";
	if (policies->same_day_cutoff < 0 || policies->same_day_cutoff > 86400)
		return "the same-day cutoff is no time of day";
	return NULL;
}

/*
 * True if the day may begin or end a shift's validity: it is infinite or a calendar can cover it.
 */
static bool
is_shift_bound(mc_day day)
{
	return !mc_day_is_finite(day) || (day >= MC_COVERAGE_FIRST && day <= MC_COVERAGE_LAST);
}

/* Return what is wrong with the shifts, or NULL. */
static const char *
shifts_defect(const mc_calendar *calendar)
{
	for (int32_t i = 0; i < calendar->shift_count; i++)
	{
		const mc_shift_rule *shift = &calendar->shifts[i];

		if (mc_shift_rule_defect(shift) || !is_shift_bound(shift->valid_from) ||
			!is_shift_bound(shift->valid_to))
			return "a shift is invalid";
	}
	return NULL;
}

/* Return what is wrong with the facts, or NULL. */
static const char *
facts_defect(const mc_calendar *calendar)
{
	mc_day previous = MC_DAY_MINUS_INFINITY;

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

const char *
mc_calendar_defect(const mc_calendar *calendar)
{
	const char *defect;

	if (calendar->name[0] == '\0' || strlen(calendar->name) > MC_CALENDAR_NAME_MAX)
		return "the name is empty or longer than 63 bytes";
	if (calendar->last < calendar->first)
		return "the coverage ends before it begins";
	if (calendar->first < MC_COVERAGE_FIRST || calendar->last > MC_COVERAGE_LAST)
		return "the coverage leaves 1990-01-01 to 2100-12-31";
	if (calendar->decided.bits[1] >> (MC_COVERAGE_LAST_YEAR - MC_COVERAGE_FIRST_YEAR + 1 - 64) != 0)
		return "a decided year leaves 1990 to 2100";
	if ((calendar->work_week & 0x7F) == 0 || calendar->work_week > 0x7F)
		return "the work week has no working day";
	defect = facts_defect(calendar);
	if (!defect)
		defect = policies_defect(&calendar->policies);
	if (!defect)
		defect = shifts_defect(calendar);
	return defect;
}

mc_day_class
mc_calendar_day_class(mc_day day, const void *calendar)
{
	mc_day_state state = mc_calendar_day_state(calendar, day);

	if (state.working)
		return MC_DAY_WORKS;
	return state.reason == MC_REASON_WORK_WEEK ? MC_DAY_WEEKEND : MC_DAY_OFF;
}

bool
mc_parse_work_week(const char *text, size_t length, uint8_t *work_week)
{
	*work_week = 0;
	if (length != 7)
		return false;
	for (int weekday = 0; weekday < 7; weekday++)
	{
		if (text[weekday] != '0' && text[weekday] != '1')
			return false;
		*work_week |= (uint8_t) ((text[weekday] - '0') << weekday);
	}
	return *work_week != 0;
}

void
mc_format_work_week(uint8_t work_week, char out[8])
{
	for (int weekday = 0; weekday < 7; weekday++)
		out[weekday] = (char) ('0' + (work_week >> weekday & 1));
	out[7] = '\0';
}

int32_t
mc_overlay_facts(const mc_day_fact *near_facts, int32_t near_count, const mc_day_fact *far_facts,
				 int32_t far_count, mc_day_fact *out)
{
	int32_t written = 0;
	int32_t n = 0;

	for (int32_t f = 0; f < far_count; f++)
	{
		while (n < near_count && near_facts[n].day < far_facts[f].day)
			out[written++] = near_facts[n++];
		if (n == near_count || near_facts[n].day != far_facts[f].day)
			out[written++] = far_facts[f];
	}
	while (n < near_count)
		out[written++] = near_facts[n++];
	return written;
}

/* An index asks for all days in ascending order, so the next fact is found without a search. */
typedef struct sweep
{
	const mc_calendar *calendar;
	const mc_day_fact **next;
} sweep;

/* Return the class of the day. The context is a sweep, whose next fact lies on or after the day. */
static mc_day_class
class_in_order(mc_day day, const void *context)
{
	const sweep *s = context;
	const mc_day_fact *end = s->calendar->facts + s->calendar->fact_count;
	const mc_day_fact *fact = *s->next;

	if (fact != end && fact->day == day)
	{
		(*s->next)++;
		if (fact->status != MC_UNVERIFIED)
			return fact->kind == MC_WORK ? MC_DAY_WORKS : MC_DAY_OFF;
	}
	return works_by_week(s->calendar, day) ? MC_DAY_WORKS : MC_DAY_WEEKEND;
}

static bool
works_in_order(mc_day day, void *context)
{
	return class_in_order(day, context) == MC_DAY_WORKS;
}

mc_day_index *
mc_calendar_build_index(const mc_calendar *calendar, void *memory)
{
	const mc_day_fact *next = calendar->facts;
	sweep s = {calendar, &next};

	return mc_day_index_build(memory, calendar->first, calendar->last, works_in_order, &s);
}

mc_work_time *
mc_calendar_build_work_time(const mc_calendar *calendar, void *memory)
{
	const mc_day_fact *next = calendar->facts;
	sweep s = {calendar, &next};

	return mc_work_time_build(memory, calendar->first, calendar->last, calendar->shifts,
							  calendar->shift_count, class_in_order, &s);
}

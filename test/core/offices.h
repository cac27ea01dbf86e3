/*
 * Make offices on the shipped calendar vn, with office hours and policies of the test's choice, for
 * the tests of deadlines.
 */
#ifndef TEST_OFFICES_H
#define TEST_OFFICES_H

#include "support.h"

#include "core/deadline/deadline.h"
#include "core/calendar/shipped_calendars.h"

#define ALWAYS MC_DAY_MINUS_INFINITY, MC_DAY_INFINITY
#define AT(hour, minute) ((hour) *3600 + (minute) *60)
#define WEEKDAYS 0x1F
#define SATURDAY 0x20
#define MINUTE INT64_C(60000000)
#define HOUR (60 * MINUTE)
#define OFFICE_HOURS(morning, noon, afternoon, evening)     \
	{ALWAYS, 0, 0, WEEKDAYS, 0, true, morning, noon},       \
	{                                                       \
		ALWAYS, 0, 0, WEEKDAYS, 0, true, afternoon, evening \
	}

/*
 * An office and all that it needs. A test may change calendar.policies at any time, because
 * office.calendar points to this calendar.
 */
typedef struct office
{
	mc_office office;
	mc_calendar calendar;
	mc_day_fact facts[MC_SHIPPED_FACTS_MAX];
	mc_day_index *days;
	mc_work_time *hours;
} office;

static inline office *
open_calendar(office *o)
{
	o->days = mc_calendar_build_index(
		&o->calendar, malloc(mc_day_index_size(o->calendar.first, o->calendar.last)));
	o->hours = mc_calendar_build_work_time(
		&o->calendar, malloc(mc_work_time_size(o->calendar.first, o->calendar.last)));
	assert_non_null(o->hours);
	o->office = (mc_office){&o->calendar, o->days, o->hours};
	return o;
}

static inline office *
open_vn(void)
{
	office *o = malloc(sizeof *o);

	assert_true(mc_shipped_calendar("vn", o->facts, &o->calendar));
	return open_calendar(o);
}

/*
 * Return an office with these office hours; close_office frees it. The office keeps the pointer to
 * the rules, so they must live as long as the office.
 */
static inline office *
open_with_hours(const mc_shift_rule *rules, int count)
{
	office *o = malloc(sizeof *o);

	assert_true(mc_shipped_calendar("vn", o->facts, &o->calendar));
	o->calendar.shifts = rules;
	o->calendar.shift_count = count;
	return open_calendar(o);
}

static inline void
close_office(office *o)
{
	free(o->days);
	free(o->hours);
	free(o);
}

static inline mc_day
on(int year, int month, int day)
{
	return mc_day_from_civil(year, month, day);
}

/* Return the wall time in Vietnam, in microseconds since 1970-01-01 00:00. */
static inline mc_instant
at(int year, int month, int day, int hour, int minute)
{
	return on(year, month, day) * MC_US_PER_DAY + hour * HOUR + minute * MINUTE;
}

static inline mc_time_limit
limit_of(int64_t hundredths, mc_unit unit)
{
	mc_time_limit limit = MC_SAME_DAY;

	check(mc_make_time_limit(hundredths, unit, &limit) == MC_LIMIT_SOUND, "no limit: %lld of %s",
		  (long long) hundredths, mc_unit_name(unit));
	return limit;
}

/*
 * Return the day as ISO text. The text lives in one of four static buffers, so one message can hold
 * up to four days.
 */
static inline const char *
day_text(mc_day day)
{
	static char text[4][11];
	static int next;

	next = (next + 1) % 4;
	mc_format_iso_day(day, text[next]);
	return text[next];
}

static inline const char *
limit_text(mc_time_limit limit)
{
	static char text[MC_TIME_LIMIT_TEXT_MAX];

	mc_format_time_limit(limit, true, text);
	return text;
}

#endif

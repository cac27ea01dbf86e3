/*
 * Test calendars: the names of their sets, looking up days, what makes a calendar unsound, and the
 * calendars that are shipped.
 */
#include "support.h"

#include "core/calendar/calendar.h"
#include "core/calendar/shipped_calendars.h"

/* ---- names ---- */

static void
test_names(void **state)
{
	(void) state;
	assert_string_equal(mc_day_kind_name(MC_OFF), "off");
	assert_string_equal(mc_day_kind_name(MC_WORK), "work");
	assert_string_equal(mc_day_reason_name(MC_REASON_HOLIDAY), "holiday");
	assert_string_equal(mc_day_reason_name(MC_REASON_COMPENSATION), "compensation");
	assert_string_equal(mc_day_reason_name(MC_REASON_SWAP), "swap");
	assert_string_equal(mc_day_reason_name(MC_REASON_LOCAL), "local");
	assert_string_equal(mc_day_reason_name(MC_REASON_WORK_WEEK), "work_week");
	assert_string_equal(mc_day_status_name(MC_OFFICIAL), "official");
	assert_string_equal(mc_day_status_name(MC_PROVISIONAL), "provisional");
	assert_string_equal(mc_day_status_name(MC_UNVERIFIED), "unverified");
	for (int i = MC_OFF; i <= MC_WORK; i++)
		assert_int_equal(mc_day_kind_by_name(mc_day_kind_name(i)), i);
	for (int i = MC_REASON_HOLIDAY; i <= MC_REASON_WORK_WEEK; i++)
		assert_int_equal(mc_day_reason_by_name(mc_day_reason_name(i)), i);
	for (int i = MC_OFFICIAL; i <= MC_UNVERIFIED; i++)
		assert_int_equal(mc_day_status_by_name(mc_day_status_name(i)), i);
	assert_string_equal(mc_late_reception_name(MC_NEXT_WORKING_DAY), "next_working_day");
	assert_string_equal(mc_late_reception_name(MC_EVENT_DAY), "event_day");
	assert_string_equal(mc_due_time_name(MC_DUE_CLOSE), "close");
	assert_string_equal(mc_due_time_name(MC_DUE_SAME_TIME), "same_time");
	assert_string_equal(mc_due_time_name(MC_DUE_MIDNIGHT), "midnight");
	for (int i = MC_NEXT_WORKING_DAY; i <= MC_EVENT_DAY; i++)
		assert_int_equal(mc_late_reception_by_name(mc_late_reception_name(i)), i);
	for (int i = MC_DUE_CLOSE; i <= MC_DUE_MIDNIGHT; i++)
		assert_int_equal(mc_due_time_by_name(mc_due_time_name(i)), i);
	assert_int_equal(mc_late_reception_by_name("next"), -1);
	assert_int_equal(mc_due_time_by_name("Close"), -1);
	assert_int_equal(mc_day_kind_by_name(""), -1);
	assert_int_equal(mc_day_kind_by_name("Off"), -1);
	assert_int_equal(mc_day_reason_by_name("swaps"), -1);
	assert_int_equal(mc_day_status_by_name("officia"), -1);
}

/* ---- random calendars against a linear search ---- */

static mc_calendar
random_calendar(mc_day_fact *facts)
{
	mc_calendar calendar = {.name = "x", .facts = facts, .policies = mc_shipped_policies()};
	int density = (int) random_between(1, 9);

	calendar.first = (mc_day) random_between(MC_COVERAGE_FIRST, MC_COVERAGE_LAST - 800);
	calendar.last = calendar.first + (mc_day) random_between(0, 799);
	calendar.decided = (mc_years){{random_bits(), random_bits() & ((UINT64_C(1) << 47) - 1)}};
	calendar.work_week = (uint8_t) random_between(1, 127);
	for (mc_day day = calendar.first; day <= calendar.last; day++)
		if (one_in(density))
			facts[calendar.fact_count++] = (mc_day_fact){day,
														 (uint8_t) random_between(0, 1),
														 (uint8_t) random_between(0, 3),
														 (uint8_t) random_between(0, 2),
														 "title",
														 "source",
														 "origin"};
	if (one_in(4))
		calendar.fact_count = 0;
	return calendar;
}

static const mc_day_fact *
naive_fact(const mc_calendar *calendar, mc_day day)
{
	for (int i = 0; i < calendar->fact_count; i++)
		if (calendar->facts[i].day == day)
			return &calendar->facts[i];
	return NULL;
}

static bool
naive_working(const mc_calendar *calendar, mc_day day)
{
	const mc_day_fact *fact = naive_fact(calendar, day);
	int weekday = (int) (((day + 5) % 7 + 7) % 7);

	if (fact && fact->status != MC_UNVERIFIED)
		return fact->kind == MC_WORK;
	return calendar->work_week & 1 << weekday;
}

static void
check_day_states(const mc_calendar *calendar)
{
	mc_day_index *index = mc_calendar_build_index(
		calendar, malloc(mc_day_index_size(calendar->first, calendar->last)));

	for (mc_day day = calendar->first; day <= calendar->last; day++)
	{
		int bit = mc_civil_from_day(day).year - 1990;
		bool decided = calendar->decided.bits[bit / 64] >> bit % 64 & 1;
		const mc_day_fact *fact = naive_fact(calendar, day);
		mc_day_state got = mc_calendar_day_state(calendar, day);
		bool applied = fact && fact->status != MC_UNVERIFIED;

		assert_int_equal(got.working, naive_working(calendar, day));
		assert_int_equal(mc_is_working(index, day), got.working);
		assert_ptr_equal(got.fact, applied ? fact : NULL);
		assert_int_equal(mc_calendar_day_class(day, calendar), got.working ? MC_DAY_WORKS
															   : applied   ? MC_DAY_OFF
																		   : MC_DAY_WEEKEND);
		assert_int_equal(got.reason, applied ? fact->reason : MC_REASON_WORK_WEEK);
		assert_int_equal(got.status, applied   ? fact->status
									 : decided ? MC_OFFICIAL
											   : MC_PROVISIONAL);
	}
	free(index);
}

static void
check_first_fact_from(const mc_calendar *calendar)
{
	for (mc_day day = calendar->first - 2; day <= calendar->last + 2; day++)
	{
		int expected = 0;

		while (expected < calendar->fact_count && calendar->facts[expected].day < day)
			expected++;
		assert_int_equal(mc_first_fact_from(calendar, day), expected);
	}
}

static void
test_random_calendars(void **state)
{
	(void) state;
	for (int round = 0; round < 60; round++)
	{
		mc_day_fact *facts = malloc(800 * sizeof(mc_day_fact));
		mc_calendar calendar = random_calendar(facts);

		facts = realloc(facts, (size_t) (calendar.fact_count + (calendar.fact_count == 0)) *
								   sizeof(mc_day_fact));
		calendar.facts = facts;
		assert_null(mc_calendar_defect(&calendar));
		check_first_fact_from(&calendar);
		check_day_states(&calendar);
		free(facts);
	}
}

/* ---- defects ---- */

static mc_day_fact sound_facts[2];
static mc_shift_rule sound_shifts[1];
static mc_calendar sound;

static void
reset_sound(void)
{
	sound_facts[0] = (mc_day_fact){10, MC_OFF, MC_REASON_LOCAL, MC_OFFICIAL, "", "", ""};
	sound_facts[1] = (mc_day_fact){11, MC_WORK, MC_REASON_SWAP, MC_UNVERIFIED, "", "", ""};
	sound_shifts[0] = (mc_shift_rule){
		MC_DAY_MINUS_INFINITY, MC_DAY_INFINITY, 401, 930, 0x1F, 0, true, 27000, 41400};
	sound = (mc_calendar){
		"a", 0,           20, {{0, 0}}, MC_WORK_WEEK_MON_FRI, 2, sound_facts, mc_shipped_policies(),
		1,   sound_shifts};
}

/*
 * Assert that the calendar is sound, and that after the change it is not, for a reason that
 * contains the word.
 */
#define BREAKS(change, word)                                                    \
	do                                                                          \
	{                                                                           \
		const char *defect_;                                                    \
		reset_sound();                                                          \
		assert_null(mc_calendar_defect(&sound));                                \
		change;                                                                 \
		defect_ = mc_calendar_defect(&sound);                                   \
		check(defect_ != NULL, "%s is accepted", #change);                      \
		check(strstr(defect_, word) != NULL, "%s gives: %s", #change, defect_); \
	} while (0)

static void
test_defects(void **state)
{
	static char long_name[66];

	(void) state;
	memset(long_name, 'n', 64);
	BREAKS(sound.name = "", "name");
	BREAKS(sound.name = long_name, "name");
	BREAKS(sound.last = -1, "before it begins");
	BREAKS(sound.first = 21, "before it begins");
	BREAKS(sound.first = MC_COVERAGE_FIRST - 1, "1990");
	BREAKS(sound.last = MC_COVERAGE_LAST + 1, "2100");
	BREAKS(sound.work_week = 0, "work week");
	BREAKS(sound.work_week = 0x80, "work week");
	BREAKS(sound.work_week = 0xFF, "work week");
	BREAKS(sound_facts[0].day = -1, "outside");
	BREAKS(sound_facts[1].day = 21, "outside");
	BREAKS(sound_facts[1].day = 10, "ascending");
	BREAKS(sound_facts[1].day = 9, "ascending");
	BREAKS(sound_facts[0].kind = 2, "unknown");
	BREAKS(sound_facts[0].reason = MC_REASON_WORK_WEEK, "unknown");
	BREAKS(sound_facts[1].status = 3, "unknown");
	BREAKS(sound.policies.late_reception = 2, "policy");
	BREAKS(sound.policies.due_time = 3, "policy");
	BREAKS(sound.policies.same_day_cutoff = -1, "cutoff");
	BREAKS(sound.policies.same_day_cutoff = 86401, "cutoff");
	BREAKS(sound_shifts[0].opens = 41400, "shift");
	BREAKS(sound_shifts[0].season_start = 230, "shift");
	long_name[63] = '\0';
	reset_sound();
	sound.name = long_name;
	assert_null(mc_calendar_defect(&sound));
}

/* ---- what is shipped ---- */

static mc_calendar
shipped(const char *name)
{
	mc_calendar calendar;
	mc_day_fact *facts = malloc(MC_SHIPPED_FACTS_MAX * sizeof(mc_day_fact));

	assert_true(mc_shipped_calendar(name, facts, &calendar));
	assert_ptr_equal(calendar.facts, facts);
	assert_true(calendar.fact_count <= MC_SHIPPED_FACTS_MAX);
	assert_string_equal(calendar.name, name);
	assert_null(mc_calendar_defect(&calendar));
	assert_int_equal(calendar.first, mc_day_from_civil(1990, 1, 1));
	assert_int_equal(calendar.last, mc_day_from_civil(2100, 12, 31));
	for (int year = 1990; year <= 2100; year++)
		assert_int_equal(mc_years_has(&calendar.decided, year), year >= 2010 && year <= 2026);
	assert_int_equal(calendar.work_week, 0x1F);
	assert_string_equal(calendar.policies.time_zone, "Asia/Ho_Chi_Minh");
	assert_int_equal(calendar.policies.late_reception, MC_NEXT_WORKING_DAY);
	assert_int_equal(calendar.policies.due_time, MC_DUE_CLOSE);
	assert_int_equal(calendar.policies.same_day_cutoff, 15 * 3600);
	assert_int_equal(calendar.shift_count, 2);
	return calendar;
}

static int
working_days_of_year(const mc_calendar *calendar, int year)
{
	int count = 0;

	for (mc_day day = mc_day_from_civil(year, 1, 1); day <= mc_day_from_civil(year, 12, 31); day++)
		count += mc_calendar_day_state(calendar, day).working;
	return count;
}

static void
test_shipped_working_days(void **state)
{
	static const int expected[] = {252, 251, 251, 253, 252, 250, 251, 250, 250,
								   252, 252, 250, 249, 249, 251, 250, 249};
	mc_calendar vn = shipped("vn");

	(void) state;
	for (int year = 2010; year <= 2026; year++)
		check(working_days_of_year(&vn, year) == expected[year - 2010], "%d has %d working days",
			  year, working_days_of_year(&vn, year));
	check_day_states(&vn);
	free((void *) vn.facts);
}

/*
 * No decision on 2027 is out yet, so the days off of that year follow from the law alone. The test
 * is skipped where the shipped calendar has no days of 2027.
 */
static void
test_shipped_year_not_decided(void **state)
{
	mc_calendar vn = shipped("vn");
	int first = mc_first_fact_from(&vn, mc_day_from_civil(2027, 1, 1));
	int working = working_days_of_year(&vn, 2027);
	bool has_rules = first < vn.fact_count;

	(void) state;
	free((void *) vn.facts);
	if (!has_rules)
		skip();
	assert_int_equal(working, 249);
}

/*
 * The calendar vn_statutory is vn without the swaps. A swap has as many days off as days of work.
 */
static void
test_shipped_without_swaps(void **state)
{
	mc_calendar vn = shipped("vn");
	mc_calendar statutory = shipped("vn_statutory");
	int next = 0;
	int off = 0;
	int on = 0;

	(void) state;
	for (int i = 0; i < vn.fact_count; i++)
	{
		if (vn.facts[i].reason == MC_REASON_SWAP)
		{
			off += vn.facts[i].kind == MC_OFF;
			on += vn.facts[i].kind == MC_WORK;
			continue;
		}
		assert_int_equal(vn.facts[i].kind, MC_OFF);
		assert_true(next < statutory.fact_count);
		assert_memory_equal(&vn.facts[i], &statutory.facts[next], offsetof(mc_day_fact, origin));
		assert_string_equal(statutory.facts[next].origin, strcmp(vn.facts[i].origin, "vn") == 0
															  ? "vn_statutory"
															  : vn.facts[i].origin);
		next++;
	}
	assert_int_equal(next, statutory.fact_count);
	assert_int_equal(off, on);
	assert_true(off > 0);
	check_day_states(&statutory);
	free((void *) vn.facts);
	free((void *) statutory.facts);
}

static void
test_shipped_days(void **state)
{
	mc_calendar vn = shipped("vn");
	mc_day monday = mc_day_from_civil(2026, 11, 23);
	mc_day_state day = mc_calendar_day_state(&vn, monday);

	(void) state;
	assert_non_null(naive_fact(&vn, monday));
	assert_int_equal(naive_fact(&vn, monday)->status, MC_UNVERIFIED);
	assert_true(day.working && day.fact == NULL && day.status == MC_OFFICIAL);
	assert_false(mc_calendar_day_state(&vn, monday + 5).working);
	/* This is the only make-up day on a Sunday. */
	day = mc_calendar_day_state(&vn, mc_day_from_civil(2011, 1, 30));
	assert_true(day.working && day.reason == MC_REASON_SWAP);
	assert_int_equal(mc_calendar_year_status(&vn, 1990), MC_PROVISIONAL);
	assert_int_equal(mc_calendar_year_status(&vn, 2009), MC_PROVISIONAL);
	assert_int_equal(mc_calendar_year_status(&vn, 2010), MC_OFFICIAL);
	assert_int_equal(mc_calendar_year_status(&vn, 2026), MC_OFFICIAL);
	assert_int_equal(mc_calendar_year_status(&vn, 2027), MC_PROVISIONAL);
	assert_int_equal(mc_calendar_year_status(&vn, 2100), MC_PROVISIONAL);
	for (int i = 0; i < vn.fact_count; i++)
	{
		bool decided = mc_years_has(&vn.decided, mc_civil_from_day(vn.facts[i].day).year);

		check(vn.facts[i].title[0] && vn.facts[i].source[0], "day %d has no title or source",
			  vn.facts[i].day);
		assert_string_equal(vn.facts[i].origin, decided ? "vn" : MC_ORIGIN_STATUTE);
	}
	free((void *) vn.facts);
}

static void
test_shipped_names(void **state)
{
	static const char *const unknown[] = {"", "VN", "vn ", "v", "vn_statutor", "vn_statutory2"};
	mc_day_fact facts[1];
	mc_calendar calendar;

	(void) state;
	assert_int_equal(MC_SHIPPED_COUNT, 2);
	assert_string_equal(mc_shipped_name(0), "vn");
	assert_string_equal(mc_shipped_name(1), "vn_statutory");
	assert_true(mc_is_shipped("vn") && mc_is_shipped("vn_statutory"));
	for (size_t i = 0; i < sizeof(unknown) / sizeof(unknown[0]); i++)
	{
		assert_false(mc_is_shipped(unknown[i]));
		assert_false(mc_shipped_calendar(unknown[i], facts, &calendar));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_random_calendars),
		cmocka_unit_test(test_defects),
		cmocka_unit_test(test_shipped_working_days),
		cmocka_unit_test(test_shipped_year_not_decided),
		cmocka_unit_test(test_shipped_without_swaps),
		cmocka_unit_test(test_shipped_days),
		cmocka_unit_test(test_shipped_names),
	};

	return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}

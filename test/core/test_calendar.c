#include "support.h"

#include "calendar.h"
#include "shipped_calendars.h"

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
	assert_int_equal(mc_day_kind_by_name(""), -1);
	assert_int_equal(mc_day_kind_by_name("Off"), -1);
	assert_int_equal(mc_day_reason_by_name("swaps"), -1);
	assert_int_equal(mc_day_status_by_name("officia"), -1);
}

/* ---- random calendars against a linear search ---- */

static mc_calendar
random_calendar(mc_day_fact *facts)
{
	mc_calendar calendar = {.name = "x", .facts = facts};
	int			density = (int) random_between(1, 9);

	calendar.first = (mc_day) random_between(MC_COVERAGE_FIRST, MC_COVERAGE_LAST - 800);
	calendar.last = calendar.first + (mc_day) random_between(0, 799);
	calendar.decided_until = (mc_day) random_between(calendar.first - 1, calendar.last);
	calendar.work_week = (uint8_t) random_between(1, 127);
	for (mc_day day = calendar.first; day <= calendar.last; day++)
		if (one_in(density))
			facts[calendar.fact_count++] = (mc_day_fact) {
				day, (uint8_t) random_between(0, 1), (uint8_t) random_between(0, 3),
				(uint8_t) random_between(0, 2), "title", "source"
			};
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
	int			weekday = (int) (((day + 5) % 7 + 7) % 7);

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
		const mc_day_fact *fact = naive_fact(calendar, day);
		mc_day_state got = mc_calendar_day_state(calendar, day);
		bool		applied = fact && fact->status != MC_UNVERIFIED;

		assert_int_equal(got.working, naive_working(calendar, day));
		assert_int_equal(mc_is_working(index, day), got.working);
		assert_ptr_equal(got.fact, applied ? fact : NULL);
		assert_int_equal(got.reason, applied ? fact->reason : MC_REASON_WORK_WEEK);
		assert_int_equal(got.status, applied ? fact->status
						 : day <= calendar->decided_until ? MC_OFFICIAL : MC_PROVISIONAL);
	}
	free(index);
}

static void
check_first_fact_from(const mc_calendar *calendar)
{
	for (mc_day day = calendar->first - 2; day <= calendar->last + 2; day++)
	{
		int			expected = 0;

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

		facts = realloc(facts, (size_t) (calendar.fact_count + (calendar.fact_count == 0)) * sizeof(mc_day_fact));
		calendar.facts = facts;
		assert_null(mc_calendar_defect(&calendar));
		check_first_fact_from(&calendar);
		check_day_states(&calendar);
		free(facts);
	}
}

/* ---- defects ---- */

static mc_day_fact sound_facts[2];
static mc_calendar sound;

static void
reset_sound(void)
{
	sound_facts[0] = (mc_day_fact) {10, MC_OFF, MC_REASON_LOCAL, MC_OFFICIAL, "", ""};
	sound_facts[1] = (mc_day_fact) {11, MC_WORK, MC_REASON_SWAP, MC_UNVERIFIED, "", ""};
	sound = (mc_calendar) {"a", 0, 20, 5, MC_WORK_WEEK_MON_FRI, 2, sound_facts};
}

/* The calendar is sound; with one change it is not, and the reason mentions the word. */
#define BREAKS(change, word) \
	do { \
		const char *defect_; \
		reset_sound(); \
		assert_null(mc_calendar_defect(&sound)); \
		change; \
		defect_ = mc_calendar_defect(&sound); \
		check(defect_ != NULL, "%s is accepted", #change); \
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
	BREAKS(sound.decided_until = MC_COVERAGE_FIRST - 2, "decided_until");
	BREAKS(sound.decided_until = MC_COVERAGE_LAST + 1, "decided_until");
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
	mc_day_fact *facts = malloc((size_t) mc_shipped_fact_capacity() * sizeof(mc_day_fact));

	assert_true(mc_shipped_calendar(name, facts, &calendar));
	assert_ptr_equal(calendar.facts, facts);
	assert_true(calendar.fact_count <= mc_shipped_fact_capacity());
	assert_string_equal(calendar.name, name);
	assert_null(mc_calendar_defect(&calendar));
	assert_int_equal(calendar.first, mc_day_from_civil(2010, 1, 1));
	assert_int_equal(calendar.last, mc_day_from_civil(2027, 12, 31));
	assert_int_equal(calendar.decided_until, mc_day_from_civil(2026, 12, 31));
	assert_int_equal(calendar.work_week, 0x1F);
	return calendar;
}

static int
working_days_of_year(const mc_calendar *calendar, int year)
{
	int			count = 0;

	for (mc_day day = mc_day_from_civil(year, 1, 1); day <= mc_day_from_civil(year, 12, 31); day++)
		count += mc_calendar_day_state(calendar, day).working;
	return count;
}

static void
test_shipped_working_days(void **state)
{
	static const int expected[] = {
		252, 251, 251, 253, 252, 250, 251, 250, 250, 252, 252, 250, 249, 249, 251, 250, 249, 249
	};
	mc_calendar vn = shipped("vn");

	(void) state;
	for (int year = 2010; year <= 2027; year++)
		check(working_days_of_year(&vn, year) == expected[year - 2010], "%d has %d working days",
			  year, working_days_of_year(&vn, year));
	check_day_states(&vn);
	free((void *) vn.facts);
}

/* vn_statutory is vn without the swaps; swaps come in equal numbers off and on. */
static void
test_shipped_without_swaps(void **state)
{
	mc_calendar vn = shipped("vn");
	mc_calendar statutory = shipped("vn_statutory");
	int			next = 0;
	int			off = 0;
	int			on = 0;

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
		assert_memory_equal(&vn.facts[i], &statutory.facts[next], sizeof(mc_day_fact));
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
	mc_day		monday = mc_day_from_civil(2026, 11, 23);
	mc_day_state day = mc_calendar_day_state(&vn, monday);

	(void) state;
	assert_non_null(naive_fact(&vn, monday));
	assert_int_equal(naive_fact(&vn, monday)->status, MC_UNVERIFIED);
	assert_true(day.working && day.fact == NULL && day.status == MC_OFFICIAL);
	assert_false(mc_calendar_day_state(&vn, monday + 5).working);
	/* The one make-up day on a Sunday. */
	day = mc_calendar_day_state(&vn, mc_day_from_civil(2011, 1, 30));
	assert_true(day.working && day.reason == MC_REASON_SWAP);
	assert_int_equal(mc_calendar_year_status(&vn, mc_day_from_civil(2026, 12, 31)), MC_OFFICIAL);
	assert_int_equal(mc_calendar_year_status(&vn, mc_day_from_civil(2027, 1, 1)), MC_PROVISIONAL);
	for (int i = 0; i < vn.fact_count; i++)
		check(vn.facts[i].title[0] && vn.facts[i].source[0], "day %d has no title or source", vn.facts[i].day);
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
	for (size_t i = 0; i < sizeof(unknown) / sizeof(unknown[0]); i++)
		assert_false(mc_shipped_calendar(unknown[i], facts, &calendar));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_random_calendars),
		cmocka_unit_test(test_defects),
		cmocka_unit_test(test_shipped_working_days),
		cmocka_unit_test(test_shipped_without_swaps),
		cmocka_unit_test(test_shipped_days),
		cmocka_unit_test(test_shipped_names),
	};

	return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}

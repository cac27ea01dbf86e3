/* Test moments: their packed form, their order, and the grammar of their texts. */
#include "support.h"

#include "core/base/moment_text.h"

#define SECOND INT64_C(1000000)
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)

static mc_moment
day(int year, int month, int day_of_month)
{
	return mc_moment_of_day(mc_day_from_civil(year, month, day_of_month));
}

static mc_moment
wall(int year, int month, int day_of_month, int64_t within)
{
	return mc_moment_of_wall(mc_day_from_civil(year, month, day_of_month) * MC_US_PER_DAY + within);
}

/*
 * Return the problem of the text, which is copied to memory of exactly its size, so that the
 * sanitizer catches a read beyond it.
 */
static mc_moment_problem
read_exactly(const char *text, mc_moment *moment)
{
	size_t length = strlen(text);
	char *exact = malloc(length ? length : 1);
	mc_moment_problem problem;

	memcpy(exact, text, length);
	problem = mc_read_moment(exact, length, moment);
	free(exact);
	return problem;
}

static void
check_reads(const char *text, mc_moment expected)
{
	mc_moment moment;
	mc_moment_problem problem = read_exactly(text, &moment);

	check(problem == MC_MOMENT_IS_READABLE, "\"%s\" is refused: %s", text,
		  mc_moment_problem_text(problem, true));
	check(mc_pack_moment(moment) == mc_pack_moment(expected) && moment.day == expected.day,
		  "\"%s\" is read as %lld", text, (long long) mc_pack_moment(moment));
}

static void
check_refuses(const char *text, mc_moment_problem expected)
{
	mc_moment moment;
	mc_moment_problem problem = read_exactly(text, &moment);

	check(problem == expected, "\"%s\" gives problem %d, not %d", text, (int) problem,
		  (int) expected);
}

static void
days_are_read(void **state)
{
	(void) state;
	check_reads("2026-03-02", day(2026, 3, 2));
	check_reads("  2026-03-02\t\n", day(2026, 3, 2));
	check_reads("2026-03-05 +07", day(2026, 3, 5));
	check_reads("2026-03-05+07:00", day(2026, 3, 5));
	check_reads("2026-03-05 -05", day(2026, 3, 5));
	check_reads("2026-03-05Z", day(2026, 3, 5));
	check_reads("02/03/2026", day(2026, 3, 2));
	check_reads("2/3/2026", day(2026, 3, 2));
	check_reads("02-03-2026", day(2026, 3, 2));
	check_reads("2-3-2026", day(2026, 3, 2));
	check_reads("29/2/2024", day(2024, 2, 29));
	check_reads("0001-01-01", day(1, 1, 1));
	check_reads("9999-12-31", day(9999, 12, 31));
	check_reads("+12345-01-02", day(12345, 1, 2));
	check_reads("-0043-03-15", day(-43, 3, 15));
	check_reads("+0000-12-31", day(0, 12, 31));
	check_reads("infinity", mc_moment_of_day(MC_DAY_INFINITY));
	check_reads(" -Infinity ", mc_moment_of_day(MC_DAY_MINUS_INFINITY));
}

static void
times_are_read(void **state)
{
	(void) state;
	check_reads("2026-03-02 14:20", wall(2026, 3, 2, 14 * HOUR + 20 * MINUTE));
	check_reads("2026-03-02T14:20:05", wall(2026, 3, 2, 14 * HOUR + 20 * MINUTE + 5 * SECOND));
	check_reads("2026-03-02t14:20:05.5",
				wall(2026, 3, 2, 14 * HOUR + 20 * MINUTE + 5 * SECOND + SECOND / 2));
	check_reads("2026-03-02 23:59:59.999999", wall(2026, 3, 2, 24 * HOUR - 1));
	check_reads("02/03/2026 14:20", wall(2026, 3, 2, 14 * HOUR + 20 * MINUTE));
	check_reads("2/3/2026 08:05:09", wall(2026, 3, 2, 8 * HOUR + 5 * MINUTE + 9 * SECOND));
	check_reads("02-03-2026 00:00", wall(2026, 3, 2, 0));
}

static void
instants_become_vietnamese_time(void **state)
{
	(void) state;
	check_reads("2026-03-02 14:20+07", wall(2026, 3, 2, 14 * HOUR + 20 * MINUTE));
	check_reads("2026-03-02 14:20 +07:00", wall(2026, 3, 2, 14 * HOUR + 20 * MINUTE));
	check_reads("2026-03-02T14:20:00Z", wall(2026, 3, 2, 21 * HOUR + 20 * MINUTE));
	check_reads("2026-03-02 18:00z", wall(2026, 3, 3, HOUR));
	check_reads("2026-03-02 20:00:00.25-0430",
				wall(2026, 3, 3, 7 * HOUR + 30 * MINUTE + SECOND / 4));
	check_reads("0001-01-01 00:00:00+15:59", wall(0, 12, 31, 15 * HOUR + MINUTE));
}

static void
all_else_is_refused(void **state)
{
	(void) state;
	check_refuses("", MC_MOMENT_EMPTY);
	check_refuses(" \t ", MC_MOMENT_EMPTY);
	check_refuses("now", MC_MOMENT_NO_DATE);
	check_refuses("today", MC_MOMENT_NO_DATE);
	check_refuses("inf", MC_MOMENT_NO_DATE);
	check_refuses("infinity 1", MC_MOMENT_NO_DATE);
	check_refuses("20260302", MC_MOMENT_NO_DATE);
	check_refuses("2026/03/02", MC_MOMENT_NO_DATE);
	check_refuses("2026-3-2", MC_MOMENT_NO_DATE);
	check_refuses("02.03.2026", MC_MOMENT_NO_DATE);
	check_refuses("02/03-2026", MC_MOMENT_NO_DATE);
	check_refuses("123/03/2026", MC_MOMENT_NO_DATE);
	check_refuses("+026-03-02", MC_MOMENT_NO_DATE);
	check_refuses("2/3/26", MC_MOMENT_SHORT_YEAR);
	check_refuses("02-03-226", MC_MOMENT_SHORT_YEAR);
	check_refuses("2026-02-29", MC_MOMENT_NO_SUCH_DAY);
	check_refuses("2026-13-01", MC_MOMENT_NO_SUCH_DAY);
	check_refuses("0000-00-00", MC_MOMENT_NO_SUCH_DAY);
	check_refuses("0000-01-01", MC_MOMENT_NO_SUCH_DAY);
	check_refuses("03/31/2026", MC_MOMENT_NO_SUCH_DAY);
	check_refuses("01/01/0000", MC_MOMENT_NO_SUCH_DAY);
	check_refuses("2026-03-02 24:00", MC_MOMENT_NO_SUCH_TIME);
	check_refuses("2026-03-02 14", MC_MOMENT_NO_SUCH_TIME);
	check_refuses("2026-03-02 8:20", MC_MOMENT_NO_SUCH_TIME);
	check_refuses("2026-03-02T", MC_MOMENT_NO_SUCH_TIME);
	check_refuses("2026-03-02 14:20:00.1234567", MC_MOMENT_NO_SUCH_TIME);
	check_refuses("2026-03-02 14:20:00.", MC_MOMENT_NO_SUCH_TIME);
	check_refuses("2026-03-02 14:20+7", MC_MOMENT_NO_SUCH_TIME);
	check_refuses("02/03/2026 14:20:00.5", MC_MOMENT_NO_SUCH_TIME);
	check_refuses("2026-03-02 14:20 Asia/Tokyo", MC_MOMENT_MORE_TEXT);
	check_refuses("2026-03-02 14:20  +07", MC_MOMENT_MORE_TEXT);
	check_refuses("2026-03-02x", MC_MOMENT_MORE_TEXT);
	check_refuses("02/03/20261", MC_MOMENT_MORE_TEXT);
	check_refuses("02/03/2026 14:20+07", MC_MOMENT_MORE_TEXT);
	check_refuses("02/03/2026 +07", MC_MOMENT_MORE_TEXT);
	check_refuses("+5874898-01-01", MC_MOMENT_OUT_OF_RANGE);
	check_refuses("-4713-11-23", MC_MOMENT_OUT_OF_RANGE);
	check_refuses("+294278-01-01 00:00", MC_MOMENT_OUT_OF_RANGE);
}

/* A zero byte does not end a text, and no other byte is read as if it were another. */
static void
zero_bytes_are_refused(void **state)
{
	mc_moment moment;

	(void) state;
	assert_int_equal(mc_read_moment("2026-03-02\0", 11, &moment), MC_MOMENT_MORE_TEXT);
	assert_int_equal(mc_read_moment("2026-03-02 14:20\0", 17, &moment), MC_MOMENT_MORE_TEXT);
	assert_int_equal(mc_read_moment("\0", 1, &moment), MC_MOMENT_NO_DATE);
}

static void
every_problem_has_sentences(void **state)
{
	(void) state;
	assert_null(mc_moment_problem_text(MC_MOMENT_IS_READABLE, true));
	for (int problem = MC_MOMENT_EMPTY; problem <= MC_MOMENT_OUT_OF_RANGE; problem++)
	{
		assert_non_null(mc_moment_problem_text(problem, false));
		assert_non_null(mc_moment_problem_text(problem, true));
	}
}

static void
check_writes(mc_moment moment, const char *expected)
{
	char text[MC_MOMENT_TEXT_MAX];
	int length = mc_write_moment(moment, text);

	assert_string_equal(text, expected);
	assert_int_equal(length, strlen(text));
	check_reads(text, moment);
}

static void
moments_are_written(void **state)
{
	(void) state;
	check_writes(day(2026, 3, 2), "2026-03-02");
	check_writes(wall(2026, 3, 2, 14 * HOUR + 20 * MINUTE), "2026-03-02 14:20:00");
	check_writes(wall(2026, 3, 2, 5), "2026-03-02 00:00:00.000005");
	check_writes(day(-43, 3, 15), "-0043-03-15");
	check_writes(day(0, 1, 1), "+0000-01-01");
	check_writes(wall(12345, 1, 2, HOUR), "+12345-01-02 01:00:00");
	check_writes(mc_never(), "infinity");
	check_writes(mc_moment_of_wall(MC_INSTANT_MINUS_INFINITY), "-infinity");
	check_writes(mc_moment_of_day(MC_MOMENT_FIRST_DAY), "-4713-11-24");
	check_writes(mc_moment_of_day(MC_MOMENT_LAST_DAY), "+5874897-12-31");
	check_writes(mc_moment_of_wall(MC_MOMENT_FIRST_WALL), "-4713-11-24 00:00:00");
	check_writes(mc_moment_of_wall(MC_MOMENT_WALL_END - 1), "+294277-01-01 06:59:59.999999");
}

static mc_moment
random_moment(void)
{
	if (one_in(20))
		return mc_moment_of_day(one_in(2) ? MC_DAY_INFINITY : MC_DAY_MINUS_INFINITY);
	if (one_in(2))
		return mc_moment_of_day(
			(mc_day) (one_in(3) ? random_between(9500, 9510)
								: random_between(MC_MOMENT_FIRST_DAY, MC_MOMENT_LAST_DAY)));
	return mc_moment_of_wall(one_in(3)
								 ? random_between(9500 * MC_US_PER_DAY, 9510 * MC_US_PER_DAY)
								 : random_between(MC_MOMENT_FIRST_WALL, MC_MOMENT_WALL_END - 1));
}

static void
texts_and_packed_forms_lose_nothing(void **state)
{
	(void) state;
	for (int n = 0; n < 200000; n++)
	{
		mc_moment moment = random_moment();
		int64_t packed = mc_pack_moment(moment);
		mc_moment again = mc_unpack_moment(packed);
		char text[MC_MOMENT_TEXT_MAX];
		mc_moment read;

		check(mc_packed_moment_is_valid(packed), "%lld is not valid", (long long) packed);
		check(again.day == moment.day && mc_pack_moment(again) == packed,
			  "%lld is unpacked wrongly", (long long) packed);
		mc_write_moment(moment, text);
		check(mc_read_moment(text, strlen(text), &read) == MC_MOMENT_IS_READABLE &&
				  mc_pack_moment(read) == packed,
			  "%s is read as %lld, not %lld", text, (long long) mc_pack_moment(read),
			  (long long) packed);
	}
}

static void
bytes_from_outside_are_checked(void **state)
{
	(void) state;
	assert_true(mc_packed_moment_is_valid(INT64_MAX));
	assert_true(mc_packed_moment_is_valid(INT64_MIN));
	assert_false(mc_packed_moment_is_valid(INT64_MIN + 1));
	assert_false(mc_packed_moment_is_valid(INT64_MAX - 1));
	assert_false(mc_packed_moment_is_valid(MC_PACKED_DAYS + MC_MOMENT_FIRST_DAY - 1));
	assert_false(mc_packed_moment_is_valid(MC_PACKED_DAYS + MC_MOMENT_LAST_DAY + 1));
	assert_false(mc_packed_moment_is_valid(MC_PACKED_DAYS + (int64_t) INT32_MAX));
	assert_false(mc_packed_moment_is_valid(MC_MOMENT_FIRST_WALL - 1));
	assert_false(mc_packed_moment_is_valid(MC_MOMENT_WALL_END));
	assert_true(mc_packed_moment_is_valid(0));
}

/* The expected order is that of the triple (day, whole day first, time). */
static void
order_is_by_day_then_time(void **state)
{
	(void) state;
	for (int n = 0; n < 200000; n++)
	{
		mc_moment a = random_moment();
		mc_moment b = random_moment();
		int expected = a.day != b.day            ? (a.day > b.day ? 1 : -1)
					   : !mc_moment_is_finite(a) ? 0
					   : a.exact != b.exact      ? (a.exact ? 1 : -1)
					   : a.at != b.at            ? (a.at > b.at ? 1 : -1)
												 : 0;

		assert_int_equal(mc_packed_moment_compare(mc_pack_moment(a), mc_pack_moment(b)), expected);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_are_read),
		cmocka_unit_test(times_are_read),
		cmocka_unit_test(instants_become_vietnamese_time),
		cmocka_unit_test(all_else_is_refused),
		cmocka_unit_test(zero_bytes_are_refused),
		cmocka_unit_test(every_problem_has_sentences),
		cmocka_unit_test(moments_are_written),
		cmocka_unit_test(texts_and_packed_forms_lose_nothing),
		cmocka_unit_test(bytes_from_outside_are_checked),
		cmocka_unit_test(order_is_by_day_then_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

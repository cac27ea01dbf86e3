/* Test how instants are written and read as ISO 8601 text. */
#include "support.h"

#include "core/base/iso_time.h"

#define SECOND INT64_C(1000000)
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)
#define FIRST (MC_DAY_FIRST_WRITABLE * MC_US_PER_DAY - MC_VIETNAM_OFFSET)
#define LAST ((MC_DAY_LAST_WRITABLE + 1) * MC_US_PER_DAY - MC_VIETNAM_OFFSET - 1)

/* Return the instant, in UTC, of a Vietnamese wall time. */
static mc_instant
vietnam(int year, int month, int day, int hour, int minute)
{
	return mc_day_from_civil(year, month, day) * MC_US_PER_DAY + hour * HOUR + minute * MINUTE -
		   MC_VIETNAM_OFFSET;
}

/*
 * True if the text is read as an instant. The text is copied to memory of exactly its size, so that
 * the sanitizer catches a read beyond it.
 */
static bool
parse(const char *text, size_t length, mc_instant *at)
{
	char *exact = malloc(length ? length : 1);
	bool parsed;

	memcpy(exact, text, length);
	parsed = mc_parse_iso_instant(exact, length, at);
	free(exact);
	return parsed;
}

static void
check_reads(const char *text, mc_instant expected)
{
	mc_instant at;

	check(parse(text, strlen(text), &at), "%s is refused", text);
	check(at == expected, "%s is read as %lld, not %lld", text, (long long) at,
		  (long long) expected);
}

static void
check_refuses(const char *text)
{
	mc_instant at;

	check(!parse(text, strlen(text), &at), "%s is read", text);
}

static void
check_writes(mc_instant at, const char *expected)
{
	char text[MC_ISO_INSTANT_MAX];

	mc_format_iso_instant(at, text);
	assert_string_equal(text, expected);
	check_reads(expected, at);
}

static void
known_instants(void **state)
{
	(void) state;
	check_writes(0, "2000-01-01T07:00:00+07:00");
	check_writes(vietnam(2026, 3, 2, 9, 0), "2026-03-02T09:00:00+07:00");
	check_writes(vietnam(2026, 3, 16, 0, 0) - 1, "2026-03-15T23:59:59.999999+07:00");
	check_writes(vietnam(2026, 3, 16, 0, 0) + 5, "2026-03-16T00:00:00.000005+07:00");
	check_writes(vietnam(1945, 9, 2, 14, 0), "1945-09-02T14:00:00+07:00");
	check_writes(FIRST, "0001-01-01T00:00:00+07:00");
	check_writes(LAST, "9999-12-31T23:59:59.999999+07:00");
}

static void
random_instants_come_back(void **state)
{
	(void) state;
	for (int i = 0; i < 200000; i++)
	{
		mc_instant at = random_between(FIRST, LAST);
		mc_instant again;
		char text[MC_ISO_INSTANT_MAX];

		if (one_in(2))
			at -= at % SECOND; /* drops the fraction */
		if (!mc_instant_is_writable(at))
			continue;
		memset(text, 'x', sizeof text);
		mc_format_iso_instant(at, text);
		assert_non_null(memchr(text, 0, sizeof text));
		check(parse(text, strlen(text), &again) && again == at, "%s does not come back", text);
	}
}

static void
offsets(void **state)
{
	mc_instant nine = vietnam(2026, 3, 2, 9, 0);

	(void) state;
	check_reads("2026-03-02T09:00:00+07:00", nine);
	check_reads("2026-03-02T09:00", nine);
	check_reads("2026-03-02 09:00:00", nine);
	check_reads("2026-03-02t02:00z", nine);
	check_reads("2026-03-02T02:00:00Z", nine);
	check_reads("2026-03-02T02:00:00+00:00", nine);
	check_reads("2026-03-02T02:00:00-00:00", nine);
	check_reads("2026-03-02T09:00:00+07", nine);
	check_reads("2026-03-02T09:00:00+0700", nine);
	check_reads("2026-03-01T21:30-0430", nine);
	check_reads("2026-03-01T10:01:00-15:59", nine);
	check_reads("2026-03-02T17:59:00+15:59", nine);
	check_reads("2026-03-02T09:00:00.5", nine + SECOND / 2);
	check_reads("2026-03-02T09:00:00.000001+07", nine + 1);
}

/* An instant that is written with any offset from UTC is read as the same instant. */
static void
any_offset(void **state)
{
	(void) state;
	for (int i = 0; i < 50000; i++)
	{
		mc_instant at =
			random_between(FIRST + MC_US_PER_DAY, LAST - MC_US_PER_DAY) / MINUTE * MINUTE;
		int offset = (int) random_between(-959, 959);
		int size = abs(offset);
		mc_instant wall = at + offset * MINUTE;
		mc_day day = mc_day_of_wall(wall);
		int minute = (int) ((wall - day * MC_US_PER_DAY) / MINUTE);
		char date[11];
		char text[64];

		mc_format_iso_day(day, date);
		snprintf(text, sizeof text, "%s%c%02d:%02d:00%c%02d%s%02d", date,
				 "Tt "[random_between(0, 2)], minute / 60, minute % 60, offset < 0 ? '-' : '+',
				 size / 60, one_in(2) ? ":" : "", size % 60);
		check_reads(text, at);
	}
}

static void
no_instants(void **state)
{
	static const char *const texts[] = {
		"2026-02-29T09:00",
		"2026-13-01T09:00",
		"2026-00-01T09:00",
		"2026-03-00T09:00",
		"26-03-02T09:00",
		"2026-03-02x09:00",
		"2026-03-02  09:00",
		"2026-03-02T9:00",
		"2026-03-02T24:00",
		"2026-03-02T09:60",
		"2026-03-02T09:00:60",
		"2026-03-02T09:00:00.",
		"2026-03-02T09:00:00.1234567",
		"2026-03-02T09:00:00,5",
		"2026-03-02T09:00.5",
		"2026-03-02T09:00:00 +07:00",
		"2026-03-02T09:00:00+7",
		"2026-03-02T09:00:00+16:00",
		"2026-03-02T09:00:00+07:60",
		"2026-03-02T09:00:00+07:0",
		"2026-03-02T09:00:00+07:00:00",
		"2026-03-02T09:00:00ZZ",
		"2026-03-02T09:00:00Z+07",
		"2026-03-02T09:00:00+07:00 ",
		" 2026-03-02T09:00:00",
		"2026-03-02T-1:00",
		"infinity",
		"now",
		"0001-01-01T00:00:00+07:01",
		"0000-12-31T23:59:59",
		"0000-12-31T16:59:59Z",
		"9999-12-31T17:00:00Z",
		"-001-01-01T00:00:00",
		"0000-12-31T17:00:00Z",
		"10000-01-01T00:00:00",
	};

	(void) state;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		check_refuses(texts[i]);
	assert_false(mc_parse_iso_instant("2026-03-02T09:00\0", 17, &(mc_instant){0}));
}

/* A beginning of the text is an instant only where it ends at the end of a shorter form. */
static void
truncations(void **state)
{
	const char *text = "2026-03-02T09:30:15.250000+07:00";

	(void) state;
	for (size_t length = 0; length <= strlen(text); length++)
	{
		bool minutes = length == 16;
		bool seconds = length == 19;
		bool fraction = length >= 21 && length <= 26;
		bool offset = length == 29 || length == 32;
		mc_instant at;
		mc_instant expected = vietnam(2026, 3, 2, 9, 30) + (minutes ? 0 : 15 * SECOND);

		if (length >= 21)
			expected += length == 21 ? 200000 : 250000;
		check(parse(text, length, &at) == (minutes || seconds || fraction || offset),
			  "wrong at %zu bytes", length);
		if (minutes || seconds || fraction || offset)
			assert_int_equal(at, expected);
	}
}

/*
 * When one byte of the text is replaced by another, the text must be refused or give another
 * instant. Only the separator between date and time has several forms.
 */
static void
other_bytes(void **state)
{
	const char *text = "2026-03-02T09:30:15.250000+07:00";
	char damaged[64];
	mc_instant expected;
	mc_instant at;

	(void) state;
	assert_true(parse(text, strlen(text), &expected));
	for (size_t place = 0; place < strlen(text); place++)
		for (int byte = 0; byte < 256; byte++)
		{
			strcpy(damaged, text);
			damaged[place] = (char) byte;
			if (damaged[place] == text[place] || !parse(damaged, strlen(text), &at))
				continue;
			check((byte >= '0' && byte <= '9') || byte == '-' ||
					  (place == 10 && (byte == ' ' || byte == 't')),
				  "byte %d is read at %zu", byte, place);
			check(place == 10 ? at == expected : at != expected,
				  "byte %d makes no difference at %zu", byte, place);
		}
}

static void
writable_bounds(void **state)
{
	(void) state;
	assert_int_equal(MC_DAY_FIRST_WRITABLE, mc_day_from_civil(1, 1, 1));
	assert_int_equal(MC_DAY_LAST_WRITABLE, mc_day_from_civil(9999, 12, 31));
	assert_int_equal(FIRST, vietnam(1, 1, 1, 0, 0));
	assert_int_equal(LAST, vietnam(10000, 1, 1, 0, 0) - 1);
	assert_true(mc_instant_is_writable(FIRST));
	assert_false(mc_instant_is_writable(FIRST - 1));
	assert_true(mc_instant_is_writable(LAST));
	assert_false(mc_instant_is_writable(LAST + 1));
	assert_false(mc_instant_is_writable(MC_INSTANT_INFINITY));
	assert_false(mc_instant_is_writable(MC_INSTANT_MINUS_INFINITY));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_instants), cmocka_unit_test(random_instants_come_back),
		cmocka_unit_test(offsets),        cmocka_unit_test(any_offset),
		cmocka_unit_test(no_instants),    cmocka_unit_test(truncations),
		cmocka_unit_test(other_bytes),    cmocka_unit_test(writable_bounds),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}

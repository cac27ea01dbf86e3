#define _POSIX_C_SOURCE 200809L	/* strdup */
#include "support.h"

#include "calendar_pack.h"
#include "shipped_calendars.h"

/* Bytes in memory of exactly their length, so that any read beyond them is caught. */
typedef struct bytes
{
	uint8_t    *at;
	size_t		length;
} bytes;

static bytes
pack(const mc_calendar *calendar)
{
	char	   *strings = malloc(mc_calendar_strings_size(calendar));
	bytes		packed = {NULL, mc_calendar_pack(calendar, strings, NULL)};

	packed.at = malloc(packed.length);
	assert_int_equal(mc_calendar_pack(calendar, strings, packed.at), packed.length);
	free(strings);
	return packed;
}

/* Unpacks from and into memory of exact size. The facts are the caller's to free. */
static const char *
unpack(bytes packed, mc_calendar *calendar, mc_day_fact **facts)
{
	*facts = malloc(mc_packed_fact_bound(packed.length) * sizeof(mc_day_fact));
	return mc_calendar_unpack(packed.at, packed.length, *facts, calendar);
}

static void
check_same(const mc_calendar *a, const mc_calendar *b)
{
	assert_string_equal(a->name, b->name);
	assert_int_equal(a->first, b->first);
	assert_int_equal(a->last, b->last);
	assert_int_equal(a->decided_until, b->decided_until);
	assert_int_equal(a->work_week, b->work_week);
	assert_int_equal(a->fact_count, b->fact_count);
	for (int i = 0; i < a->fact_count; i++)
	{
		assert_int_equal(a->facts[i].day, b->facts[i].day);
		assert_int_equal(a->facts[i].kind, b->facts[i].kind);
		assert_int_equal(a->facts[i].reason, b->facts[i].reason);
		assert_int_equal(a->facts[i].status, b->facts[i].status);
		assert_string_equal(a->facts[i].title, b->facts[i].title);
		assert_string_equal(a->facts[i].source, b->facts[i].source);
	}
}

/* Uses everything of an unpacked calendar: strings, index, and its own packed form. */
static void
exercise(const mc_calendar *calendar)
{
	mc_day_index *index;
	mc_calendar again;
	mc_day_fact *facts;
	bytes		repacked;

	assert_null(mc_calendar_defect(calendar));
	index = malloc(mc_day_index_size(calendar->first, calendar->last));
	assert_ptr_equal(mc_calendar_build_index(calendar, index), index);
	free(index);
	repacked = pack(calendar);
	assert_null(unpack(repacked, &again, &facts));
	check_same(calendar, &again);
	free(facts);
	free(repacked.at);
}

static void
check_round_trip(const mc_calendar *calendar)
{
	bytes		packed = pack(calendar);
	bytes		repacked;
	mc_calendar back;
	mc_day_fact *facts;

	assert_null(unpack(packed, &back, &facts));
	check_same(calendar, &back);
	repacked = pack(&back);
	assert_int_equal(repacked.length, packed.length);
	assert_memory_equal(repacked.at, packed.at, packed.length);
	free(repacked.at);
	free(facts);
	free(packed.at);
}

static mc_calendar
shipped(const char *name)
{
	mc_calendar calendar;
	mc_day_fact *facts = malloc((size_t) mc_shipped_fact_capacity() * sizeof(mc_day_fact));

	assert_true(mc_shipped_calendar(name, facts, &calendar));
	return calendar;
}

static void
test_shipped_round_trip(void **state)
{
	(void) state;
	for (int i = 0; i < MC_SHIPPED_COUNT; i++)
	{
		mc_calendar calendar = shipped(mc_shipped_name(i));

		check_round_trip(&calendar);
		free((void *) calendar.facts);
	}
}

static void
test_random_round_trip(void **state)
{
	static const char *const words[] = {
		"", "a", "b", "ab", "Tết Nguyên đán", "Giỗ Tổ Hùng Vương", "\x01", "\x7f", "a\nb", "nghỉ bù"
	};
	static char long_text[20001];

	(void) state;
	memset(long_text, 'x', sizeof(long_text) - 1);
	for (int round = 0; round < 400; round++)
	{
		mc_day_fact facts[300];
		mc_calendar calendar = {.name = words[random_between(1, 9)], .facts = facts};
		int			gap = one_in(2) ? 2 : 300;

		calendar.first = (mc_day) random_between(MC_COVERAGE_FIRST, MC_COVERAGE_LAST);
		calendar.last = (mc_day) random_between(calendar.first, MC_COVERAGE_LAST);
		calendar.decided_until = (mc_day) random_between(MC_COVERAGE_FIRST - 1, MC_COVERAGE_LAST);
		calendar.work_week = (uint8_t) random_between(1, 127);
		for (mc_day day = calendar.first; day <= calendar.last && calendar.fact_count < 300;
			 day += (mc_day) random_between(1, gap))
			facts[calendar.fact_count++] = (mc_day_fact) {
				day, (uint8_t) random_between(0, 1), (uint8_t) random_between(0, 3),
				(uint8_t) random_between(0, 2), one_in(50) ? long_text : words[random_between(0, 9)],
				words[random_between(0, 9)]
			};
		check_round_trip(&calendar);
	}
}

/* Equal calendars are equal bytes, wherever their strings lie. */
static void
test_canonical(void **state)
{
	mc_calendar vn = shipped("vn");
	mc_day_fact *copies = malloc((size_t) vn.fact_count * sizeof(mc_day_fact));
	mc_calendar copy = vn;
	bytes		one = pack(&vn);
	bytes		two;

	(void) state;
	copy.facts = copies;
	for (int i = 0; i < vn.fact_count; i++)
	{
		copies[i] = vn.facts[i];
		copies[i].title = strdup(vn.facts[i].title);
		copies[i].source = strdup(vn.facts[i].source);
	}
	two = pack(&copy);
	assert_int_equal(one.length, two.length);
	assert_memory_equal(one.at, two.at, one.length);
	for (int i = 0; i < vn.fact_count; i++)
	{
		free((void *) copies[i].title);
		free((void *) copies[i].source);
	}
	free(copies);
	free(one.at);
	free(two.at);
	free((void *) vn.facts);
}

/* ---- damage ---- */

static bytes
exact_copy(const uint8_t *from, size_t length)
{
	bytes		copy = {malloc(length ? length : 1), length};

	memcpy(copy.at, from, length);
	return copy;
}

static void
test_every_truncation(void **state)
{
	mc_calendar vn = shipped("vn");
	bytes		whole = pack(&vn);

	(void) state;
	for (size_t length = 0; length < whole.length; length++)
	{
		bytes		part = exact_copy(whole.at, length);
		mc_calendar calendar;
		mc_day_fact *facts;

		check(unpack(part, &calendar, &facts) != NULL, "the first %zu bytes are accepted", length);
		free(facts);
		free(part.at);
	}
	free(whole.at);
	free((void *) vn.facts);
}

static void
test_trailing_byte(void **state)
{
	mc_calendar vn = shipped("vn");
	bytes		whole = pack(&vn);
	mc_calendar calendar;
	mc_day_fact *facts;

	(void) state;
	whole.at = realloc(whole.at, ++whole.length);
	for (int byte = 0; byte < 256; byte++)
	{
		whole.at[whole.length - 1] = (uint8_t) byte;
		assert_non_null(unpack(whole, &calendar, &facts));
		free(facts);
	}
	free(whole.at);
	free((void *) vn.facts);
}

/* Puts every byte of a set at a position; what is accepted must be sound. Returns how many were. */
static int
corrupt_at(bytes packed, size_t at, bool every_byte)
{
	uint8_t		sound = packed.at[at];
	int			accepted = 0;

	for (int change = 1; change < 256; change++)
	{
		mc_calendar calendar;
		mc_day_fact *facts;
		bool		one_bit = (change & (change - 1)) == 0;

		if (!every_byte && !one_bit && change != sound && change != (sound ^ 0xFF))
			continue;
		packed.at[at] = (uint8_t) (sound ^ change);
		if (unpack(packed, &calendar, &facts) == NULL)
		{
			accepted++;
			if (every_byte || (change == 1 && at % 16 == 0))
				exercise(&calendar);
			assert_null(mc_calendar_defect(&calendar));
		}
		free(facts);
	}
	packed.at[at] = sound;
	return accepted;
}

/* A calendar short enough to try all 255 wrong bytes in each place. */
static void
test_every_byte_of_a_small_calendar(void **state)
{
	mc_day_fact facts[] = {
		{100, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL, "Tết", "CV 1"},
		{101, MC_WORK, MC_REASON_SWAP, MC_PROVISIONAL, "", "CV 1"},
		{300, MC_OFF, MC_REASON_LOCAL, MC_UNVERIFIED, "x", "Tết"},
	};
	mc_calendar calendar = {"nhỏ", 0, 400, 200, MC_WORK_WEEK_MON_FRI, 3, facts};
	bytes		packed = pack(&calendar);
	int			accepted = 0;

	(void) state;
	for (size_t at = 0; at < packed.length; at++)
		accepted += corrupt_at(packed, at, true);
	check(accepted > 0 && accepted < (int) packed.length * 255, "%d accepted", accepted);
	free(packed.at);
}

/* vn: single bits, zero and all-ones everywhere; all bytes in the header and the last facts. */
static void
test_every_position_of_vn(void **state)
{
	mc_calendar vn = shipped("vn");
	bytes		packed = pack(&vn);
	int			accepted = 0;

	(void) state;
	for (size_t at = 0; at < packed.length; at++)
	{
		bool		ends = at < 16 || at + 12 > packed.length;

		accepted += corrupt_at(packed, at, ends);
	}
	check(accepted > 0, "nothing accepted: no string may change?");
	free(packed.at);
	free((void *) vn.facts);
}

static void
test_random_damage(void **state)
{
	mc_calendar vn = shipped("vn");
	bytes		whole = pack(&vn);

	(void) state;
	for (int round = 0; round < 8000; round++)
	{
		bytes		damaged = exact_copy(whole.at, whole.length);
		mc_calendar calendar;
		mc_day_fact *facts;

		for (int changes = (int) random_between(1, 6); changes > 0; changes--)
		{
			size_t		back = one_in(2) ? 1000 : whole.length - 1;

			damaged.at[whole.length - 1 - (size_t) random_between(0, (int64_t) back)] = (uint8_t) random_bits();
		}
		if (unpack(damaged, &calendar, &facts) == NULL && one_in(20))
			exercise(&calendar);
		free(facts);
		free(damaged.at);
	}
	free(whole.at);
	free((void *) vn.facts);
}

/* ---- bytes made by hand ---- */

/* version 1, days 0..9, decided until 0, Monday to Friday; "a" at 0, "b" at 2 */
#define HEADER "\x01" "\0\0\0\0" "\x09\0\0\0" "\0\0\0\0" "\x1f"
#define STRINGS "\x04" "a\0b\0"
#define FACT(days) days "\x00" "\x02" "\x00"

static const struct
{
	const char *title;
	const char *packed;
	size_t		length;
	bool		sound;
}			by_hand[] = {
#define CASE(title, literal, sound) {title, literal, sizeof(literal) - 1, sound}
	CASE("no facts", HEADER STRINGS "\x00", true),
	CASE("one fact", HEADER STRINGS "\x01" FACT("\x03"), true),
	CASE("two facts", HEADER STRINGS "\x02" FACT("\x00") FACT("\x09"), true),
	CASE("length in more bytes than it needs", HEADER "\x84\x80\x00" "a\0b\0" "\x80\x00", true),
	CASE("empty", "", false),
	CASE("version 0", "\x00" "\0\0\0\0" "\x09\0\0\0" "\0\0\0\0" "\x1f" STRINGS "\x00", false),
	CASE("version 2", "\x02" "\0\0\0\0" "\x09\0\0\0" "\0\0\0\0" "\x1f" STRINGS "\x00", false),
	CASE("ends before it begins", "\x01" "\x0a\0\0\0" "\x09\0\0\0" "\0\0\0\0" "\x1f" STRINGS "\x00", false),
	CASE("first day of all", "\x01" "\0\0\0\x80" "\x09\0\0\0" "\0\0\0\0" "\x1f" STRINGS "\x00", false),
	CASE("last day of all", "\x01" "\0\0\0\0" "\xff\xff\xff\x7f" "\0\0\0\0" "\x1f" STRINGS "\x00", false),
	CASE("no working weekday", "\x01" "\0\0\0\0" "\x09\0\0\0" "\0\0\0\0" "\x00" STRINGS "\x00", false),
	CASE("eight weekdays", "\x01" "\0\0\0\0" "\x09\0\0\0" "\0\0\0\0" "\x9f" STRINGS "\x00", false),
	CASE("no string area", HEADER "\x00" "\x00", false),
	CASE("empty name", HEADER "\x01" "\0" "\x00", false),
	CASE("string area beyond the end", HEADER "\x7f" "a\0b\0" "\x00", false),
	CASE("string area of 4 GB", HEADER "\xff\xff\xff\xff\x0f" "a\0b\0" "\x00", false),
	CASE("last string without end", HEADER "\x03" "a\0b" "\x00", false),
	CASE("length above 32 bits", HEADER "\x84\x80\x80\x80\x10" "a\0b\0" "\x00", false),
	CASE("length of six bytes", HEADER "\x84\x80\x80\x80\x80\x00" "a\0b\0" "\x00", false),
	CASE("length without end", HEADER "\x84", false),
	CASE("more facts than bytes", HEADER STRINGS "\x02" FACT("\x03"), false),
	CASE("4 G facts", HEADER STRINGS "\xff\xff\xff\xff\x0f" FACT("\x03"), false),
	CASE("fewer facts than bytes", HEADER STRINGS "\x00" FACT("\x03"), false),
	CASE("a day twice", HEADER STRINGS "\x02" FACT("\x03") FACT("\x00"), false),
	CASE("a day after the end", HEADER STRINGS "\x01" FACT("\x0a"), false),
	CASE("a day that overflows", HEADER STRINGS "\x01" FACT("\xff\xff\xff\xff\x0f"), false),
	CASE("a day that wraps round", HEADER STRINGS "\x02" FACT("\x05") FACT("\xfd\xff\xff\xff\x0f"), false),
	CASE("reason 4", HEADER STRINGS "\x01" "\x03" "\x08" "\x02" "\x00", false),
	CASE("status 3", HEADER STRINGS "\x01" "\x03" "\x30" "\x02" "\x00", false),
	CASE("unused bits", HEADER STRINGS "\x01" "\x03" "\x40" "\x02" "\x00", false),
	CASE("title inside a string", HEADER STRINGS "\x01" "\x03" "\x00" "\x01" "\x00", false),
	CASE("source inside a string", HEADER STRINGS "\x01" "\x03" "\x00" "\x00" "\x03", false),
	CASE("title beyond the strings", HEADER STRINGS "\x01" "\x03" "\x00" "\x04" "\x00", false),
	CASE("source far beyond", HEADER STRINGS "\x01" "\x03" "\x00" "\x00" "\xff\xff\xff\xff\x0f", false),
#undef CASE
};

static void
test_by_hand(void **state)
{
	(void) state;
	for (size_t i = 0; i < sizeof(by_hand) / sizeof(by_hand[0]); i++)
	{
		bytes		packed = exact_copy((const uint8_t *) by_hand[i].packed, by_hand[i].length);
		mc_calendar calendar;
		mc_day_fact *facts;
		const char *defect = unpack(packed, &calendar, &facts);

		check((defect == NULL) == by_hand[i].sound, "%s: %s", by_hand[i].title, defect ? defect : "accepted");
		if (!defect)
			exercise(&calendar);
		free(facts);
		free(packed.at);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shipped_round_trip),
		cmocka_unit_test(test_random_round_trip),
		cmocka_unit_test(test_canonical),
		cmocka_unit_test(test_every_truncation),
		cmocka_unit_test(test_trailing_byte),
		cmocka_unit_test(test_every_byte_of_a_small_calendar),
		cmocka_unit_test(test_every_position_of_vn),
		cmocka_unit_test(test_random_damage),
		cmocka_unit_test(test_by_hand),
	};

	return cmocka_run_group_tests_name("calendar_pack", tests, NULL, NULL);
}

/* Test packed calendars that are written byte by byte: those with a flaw are refused. */
#include "packing.h"

/*
 * The header has version 1, days 0 to 9, no decided year, and a week from Monday to Friday. The
 * strings are "a" at offset 0 and "b" at offset 2.
 */
#define DECIDED        \
	"\0\0\0\0\0\0\0\0" \
	"\0\0\0\0\0\0\0\0"
#define HEADER \
	"\x01"     \
	"\0\0\0\0" \
	"\x09\0\0\0" DECIDED "\x1f"
#define STRINGS \
	"\x04"      \
	"a\0b\0"
#define FACT(days) \
	days "\x00"    \
		 "\x02"    \
		 "\x00"    \
		 "\x02"
/*
 * The policies name the zone "b", late reception on the next working day, due at the close, and a
 * cutoff at 15:00.
 */
#define POLICIES \
	"\x02"       \
	"\x00"       \
	"\x00"       \
	"\xf0\xd2\0\0"
#define REST POLICIES "\x00"
#define ALWAYS   \
	"\0\0\0\x80" \
	"\xff\xff\xff\x7f"
#define ALL_YEAR \
	"\0\0"       \
	"\0\0"
/* The shift is open from 07:30 to 11:30. */
#define MORNING    \
	"\x78\x69\0\0" \
	"\xb8\xa1\0\0"
#define SHIFT(valid, season, weekdays, counts, hours) \
	HEADER STRINGS "\x00" POLICIES "\x01" valid season weekdays "\x00" counts hours

static const struct
{
	const char *title;
	const char *packed;
	size_t length;
	bool sound;
} by_hand[] = {
#define CASE(title, literal, sound)                \
	{                                              \
		title, literal, sizeof(literal) - 1, sound \
	}
	CASE("no facts", HEADER STRINGS "\x00" REST, true),
	CASE("one fact", HEADER STRINGS "\x01" FACT("\x03") REST, true),
	CASE("two facts", HEADER STRINGS "\x02" FACT("\x00") FACT("\x09") REST, true),
	CASE("length in more bytes than it needs",
		 HEADER "\x84\x80\x00"
				"a\0b\0"
				"\x80\x00" REST,
		 true),
	CASE("empty", "", false),
	CASE("version 0",
		 "\x00"
		 "\0\0\0\0"
		 "\x09\0\0\0" DECIDED "\x1f" STRINGS "\x00" REST,
		 false),
	CASE("version 2",
		 "\x02"
		 "\0\0\0\0"
		 "\x09\0\0\0" DECIDED "\x1f" STRINGS "\x00" REST,
		 false),
	CASE("ends before it begins",
		 "\x01"
		 "\x0a\0\0\0"
		 "\x09\0\0\0" DECIDED "\x1f" STRINGS "\x00" REST,
		 false),
	CASE("first day of all",
		 "\x01"
		 "\0\0\0\x80"
		 "\x09\0\0\0" DECIDED "\x1f" STRINGS "\x00" REST,
		 false),
	CASE("last day of all",
		 "\x01"
		 "\0\0\0\0"
		 "\xff\xff\xff\x7f" DECIDED "\x1f" STRINGS "\x00" REST,
		 false),
	CASE("no working weekday",
		 "\x01"
		 "\0\0\0\0"
		 "\x09\0\0\0" DECIDED "\x00" STRINGS "\x00" REST,
		 false),
	CASE("eight weekdays",
		 "\x01"
		 "\0\0\0\0"
		 "\x09\0\0\0" DECIDED "\x9f" STRINGS "\x00" REST,
		 false),
	CASE("years 1990 to 2100",
		 "\x01"
		 "\0\0\0\0"
		 "\x09\0\0\0"
		 "\xff\xff\xff\xff\xff\xff\xff\xff"
		 "\xff\xff\xff\xff\xff\x7f\0\0"
		 "\x1f" STRINGS "\x00" REST,
		 true),
	CASE("no string area",
		 HEADER "\x00"
				"\x00" REST,
		 false),
	CASE("empty name",
		 HEADER "\x01"
				"\0"
				"\x00"
				"\x00"
				"\x00"
				"\x00"
				"\xf0\xd2\0\0"
				"\x00",
		 false),
	CASE("string area beyond the end",
		 HEADER "\x7f"
				"a\0b\0"
				"\x00" REST,
		 false),
	CASE("string area of 4 GB",
		 HEADER "\xff\xff\xff\xff\x0f"
				"a\0b\0"
				"\x00" REST,
		 false),
	CASE("last string without end",
		 HEADER "\x03"
				"a\0b"
				"\x00" REST,
		 false),
	CASE("length above 32 bits",
		 HEADER "\x84\x80\x80\x80\x10"
				"a\0b\0"
				"\x00" REST,
		 false),
	CASE("length of six bytes",
		 HEADER "\x84\x80\x80\x80\x80\x00"
				"a\0b\0"
				"\x00" REST,
		 false),
	CASE("length without end", HEADER "\x84", false),
	CASE("more facts than bytes", HEADER STRINGS "\x02" FACT("\x03"), false),
	CASE("more facts than there are", HEADER STRINGS "\x02" FACT("\x03") REST, false),
	CASE("4 G facts", HEADER STRINGS "\xff\xff\xff\xff\x0f" FACT("\x03") REST, false),
	CASE("fewer facts than bytes", HEADER STRINGS "\x00" FACT("\x03") REST, false),
	CASE("a day twice", HEADER STRINGS "\x02" FACT("\x03") FACT("\x00") REST, false),
	CASE("a day after the end", HEADER STRINGS "\x01" FACT("\x0a") REST, false),
	CASE("a day that overflows", HEADER STRINGS "\x01" FACT("\xff\xff\xff\xff\x0f") REST, false),
	CASE("a day that wraps round",
		 HEADER STRINGS "\x02" FACT("\x05") FACT("\xfd\xff\xff\xff\x0f") REST, false),
	CASE("reason 4",
		 HEADER STRINGS "\x01"
						"\x03"
						"\x08"
						"\x02"
						"\x00"
						"\x02" REST,
		 false),
	CASE("status 3",
		 HEADER STRINGS "\x01"
						"\x03"
						"\x30"
						"\x02"
						"\x00"
						"\x02" REST,
		 false),
	CASE("unused bits",
		 HEADER STRINGS "\x01"
						"\x03"
						"\x40"
						"\x02"
						"\x00"
						"\x02" REST,
		 false),
	CASE("title inside a string",
		 HEADER STRINGS "\x01"
						"\x03"
						"\x00"
						"\x01"
						"\x00"
						"\x02" REST,
		 false),
	CASE("source inside a string",
		 HEADER STRINGS "\x01"
						"\x03"
						"\x00"
						"\x00"
						"\x03"
						"\x02" REST,
		 false),
	CASE("origin inside a string",
		 HEADER STRINGS "\x01"
						"\x03"
						"\x00"
						"\x00"
						"\x02"
						"\x01" REST,
		 false),
	CASE("title beyond the strings",
		 HEADER STRINGS "\x01"
						"\x03"
						"\x00"
						"\x04"
						"\x00"
						"\x02" REST,
		 false),
	CASE("source far beyond",
		 HEADER STRINGS "\x01"
						"\x03"
						"\x00"
						"\x00"
						"\xff\xff\xff\xff\x0f"
						"\x02" REST,
		 false),
	CASE("origin beyond the strings",
		 HEADER STRINGS "\x01"
						"\x03"
						"\x00"
						"\x00"
						"\x02"
						"\x04" REST,
		 false),
	CASE("no policies", HEADER STRINGS "\x00", false),
	CASE("no shifts", HEADER STRINGS "\x00" POLICIES, false),
	CASE("zone inside a string",
		 HEADER STRINGS "\x00"
						"\x01"
						"\x00"
						"\x00"
						"\xf0\xd2\0\0"
						"\x00",
		 false),
	CASE("other policies",
		 HEADER STRINGS "\x00"
						"\x00"
						"\x01"
						"\x02"
						"\x80\x51\x01\0"
						"\x00",
		 true),
	CASE("late reception 2",
		 HEADER STRINGS "\x00"
						"\x02"
						"\x02"
						"\x00"
						"\xf0\xd2\0\0"
						"\x00",
		 false),
	CASE("due time 3",
		 HEADER STRINGS "\x00"
						"\x02"
						"\x00"
						"\x03"
						"\xf0\xd2\0\0"
						"\x00",
		 false),
	CASE("cutoff before the day",
		 HEADER STRINGS "\x00"
						"\x02"
						"\x00"
						"\x00"
						"\xff\xff\xff\xff"
						"\x00",
		 false),
	CASE("cutoff after the day",
		 HEADER STRINGS "\x00"
						"\x02"
						"\x00"
						"\x00"
						"\x81\x51\x01\0"
						"\x00",
		 false),
	CASE("a shift", SHIFT(ALWAYS, ALL_YEAR, "\x1f", "\x01", MORNING), true),
	CASE("a shift of a season",
		 SHIFT("\0\0\0\0"
			   "\x09\0\0\0",
			   "\x91\x01"
			   "\xa2\x03",
			   "\x20", "\x00", MORNING),
		 true),
	CASE("shift that ends before it begins",
		 SHIFT("\x09\0\0\0"
			   "\0\0\0\0",
			   ALL_YEAR, "\x1f", "\x01", MORNING),
		 false),
	CASE("shift from 30 February",
		 SHIFT(ALWAYS,
			   "\xe6\0"
			   "\x2d\x01",
			   "\x1f", "\x01", MORNING),
		 false),
	CASE("shift of half a season",
		 SHIFT(ALWAYS,
			   "\x91\x01"
			   "\0\0",
			   "\x1f", "\x01", MORNING),
		 false),
	CASE("shift on no weekday", SHIFT(ALWAYS, ALL_YEAR, "\x00", "\x01", MORNING), false),
	CASE("shift on an eighth weekday", SHIFT(ALWAYS, ALL_YEAR, "\x9f", "\x01", MORNING), false),
	CASE("counts 2", SHIFT(ALWAYS, ALL_YEAR, "\x1f", "\x02", MORNING), false),
	CASE("closes when it opens",
		 SHIFT(ALWAYS, ALL_YEAR, "\x1f", "\x01",
			   "\x78\x69\0\0"
			   "\x78\x69\0\0"),
		 false),
	CASE("opens before the day",
		 SHIFT(ALWAYS, ALL_YEAR, "\x1f", "\x01",
			   "\xff\xff\xff\xff"
			   "\xb8\xa1\0\0"),
		 false),
	CASE("closes after the day",
		 SHIFT(ALWAYS, ALL_YEAR, "\x1f", "\x01",
			   "\x78\x69\0\0"
			   "\x81\x51\x01\0"),
		 false),
	CASE("a shift cut short",
		 SHIFT(ALWAYS, ALL_YEAR, "\x1f", "\x01",
			   "\x78\x69\0\0"
			   "\xb8\xa1\0"),
		 false),
	CASE("more shifts than bytes",
		 HEADER STRINGS "\x00" POLICIES "\x02" ALWAYS ALL_YEAR "\x1f"
						"\x00"
						"\x01" MORNING,
		 false),
	CASE("4 G shifts", HEADER STRINGS "\x00" POLICIES "\xff\xff\xff\xff\x0f", false),
#undef CASE
};

static void
test_by_hand(void **state)
{
	(void) state;
	for (size_t i = 0; i < sizeof(by_hand) / sizeof(by_hand[0]); i++)
	{
		bytes packed = exact_copy((const uint8_t *) by_hand[i].packed, by_hand[i].length);
		mc_calendar calendar;
		room space;
		const char *defect = unpack(packed, &calendar, &space);

		check((defect == NULL) == by_hand[i].sound, "%s: %s", by_hand[i].title,
			  defect ? defect : "accepted");
		if (!defect)
			exercise(&calendar);
		free_room(space);
		free(packed.at);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_by_hand),
	};

	return cmocka_run_group_tests_name("calendar_pack_by_hand", tests, NULL, NULL);
}

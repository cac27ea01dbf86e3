/*
 * Test agency codes: their texts, their order, which agency lies below which, untrusted packed
 * codes, and the names of provinces.
 */
#include "support.h"

#include "core/codes/agency_code.h"
#include "core/codes/provinces.h"

typedef struct code
{
	uint8_t bytes[MC_AGENCY_BYTES_MAX];
	size_t length;
} code;

static code
read_code(const char *text)
{
	code result;
	mc_code_error error;

	result.length = mc_read_agency_code(text, strlen(text), result.bytes, &error);
	check(result.length > 0, "%s is refused: defect %d at %zu", text, error.defect, error.position);
	return result;
}

static mc_agency
agency_of(const char *text)
{
	code packed = read_code(text);
	mc_agency agency;

	assert_int_equal(mc_unpack_agency(packed.bytes, packed.length, &agency), packed.length);
	return agency;
}

static const char *
text_of(const mc_agency *agency)
{
	static char text[MC_AGENCY_TEXT_MAX + 1];

	text[mc_format_agency(agency, text)] = '\0';
	return text;
}

static int
compare(const code *a, const code *b)
{
	size_t shorter = a->length < b->length ? a->length : b->length;
	int order = memcmp(a->bytes, b->bytes, shorter);

	return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

static bool
contains(const char *above, const char *below)
{
	code a = read_code(above);
	code b = read_code(below);

	return mc_agency_contains(a.bytes, a.length, b.bytes, b.length);
}

/* Write a random code of few different parts, so that two random codes are often related. */
static void
random_code(char *text)
{
	static const char *const parts[] = {"00", "01", "13", "013", "103", "99", "999"};
	int depth = (int) random_between(0, MC_AGENCY_PARTS);

	if (one_in(3))
	{
		sprintf(text, "%s.%s.%s.H4%d", one_in(2) ? "000" : "013", one_in(2) ? "00" : "13",
				one_in(3) ? "00" : "13", (int) random_between(4, 5));
		return;
	}
	text += sprintf(text, "H4%d", (int) random_between(4, 5));
	while (depth-- > 0)
		text += sprintf(text, ".%s", parts[random_between(0, 6)]);
}

/* ---- text ---- */

static void
test_text_round_trip(void **state)
{
	static const char *const texts[] = {
		"000.00.00.H49", "000.17.22.H56", "001.00.10.H47", "999.99.99.Z99", "000.14.00.H56",
		"003.00.00.H56", "A00",           "H44.103",       "H56.14",        "H21.65",
		"H56.14.103",    "H44.013",       "H44.00",        "H44.000",       "H01.01.002.03.004.05",
	};

	(void) state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
	{
		mc_agency agency = agency_of(texts[i]);

		assert_string_equal(text_of(&agency), texts[i]);
	}
}

static void
test_random_round_trip(void **state)
{
	char text[64];

	(void) state;
	for (int i = 0; i < 20000; i++)
	{
		mc_agency agency;

		random_code(text);
		agency = agency_of(text);
		assert_string_equal(text_of(&agency), text);
	}
}

static void
test_text_is_trimmed_and_upper_case(void **state)
{
	static const char *const texts[] = {" H56.14", "h56.14", "\tH56.14\r\n",
										"\xC2\xA0H56.14 \xC2\xA0"};

	(void) state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
	{
		mc_agency agency = agency_of(texts[i]);

		assert_string_equal(text_of(&agency), "H56.14");
	}
}

static void
check_refused(const char *text, mc_code_defect defect, size_t position)
{
	uint8_t bytes[MC_AGENCY_BYTES_MAX];
	mc_code_error error;

	assert_int_equal(mc_read_agency_code(text, strlen(text), bytes, &error), 0);
	check(error.defect == defect && error.position == position, "%s: defect %d at %zu", text,
		  error.defect, error.position);
}

static void
test_text_refused(void **state)
{
	(void) state;
	check_refused("", MC_CODE_WANTS_LETTER_OR_DIGIT, 0);
	check_refused(" ", MC_CODE_WANTS_LETTER_OR_DIGIT, 1);
	check_refused("-H56", MC_CODE_WANTS_LETTER_OR_DIGIT, 0);
	check_refused("H5", MC_CODE_WANTS_DIGIT, 2);
	check_refused("H5x", MC_CODE_WANTS_DIGIT, 2);
	check_refused("H561", MC_CODE_WANTS_END, 3);
	check_refused("H56.", MC_CODE_WANTS_DIGIT, 4);
	check_refused("H56..14", MC_CODE_WANTS_DIGIT, 4);
	check_refused("H56.1", MC_CODE_PART_LENGTH, 4);
	check_refused("H56.1400", MC_CODE_PART_LENGTH, 4);
	check_refused("H56.14 .103", MC_CODE_WANTS_END, 6);
	check_refused("H56.14\xC2", MC_CODE_WANTS_END, 6);
	check_refused("H01.01.01.01.01.01.01", MC_CODE_TOO_DEEP, 19);
	check_refused("00.17.22.H56", MC_CODE_WANTS_DIGIT, 2);
	check_refused("0000.17.22.H56", MC_CODE_WANTS_POINT, 3);
	check_refused("000.17.22.56", MC_CODE_WANTS_LETTER, 10);
	check_refused("000.17.22.H56.14", MC_CODE_WANTS_END, 13);
	check_refused("000.17.H56", MC_CODE_WANTS_DIGIT, 7);
}

/* ---- order ---- */

static void
test_order(void **state)
{
	static const char *const sorted[] = {
		"G22",           "H43.999",       "H44",           "000.00.00.H44",
		"H44.00",        "H44.00.13",     "000.13.00.H44", "H44.000",
		"H44.01",        "H44.13",        "000.00.13.H44", "H44.13.01",
		"000.01.13.H44", "H44.13.01.002", "002.01.13.H44", "H44.13.999.999.999.999",
		"H44.013",       "H44.013.01",    "H44.14",        "H44.99",
		"H44.099",       "H44.103",       "H44.129",       "H44.999.999.999.999.999",
		"H45",
	};

	(void) state;
	for (size_t i = 0; i < sizeof(sorted) / sizeof(sorted[0]); i++)
		for (size_t j = 0; j < sizeof(sorted) / sizeof(sorted[0]); j++)
		{
			code a = read_code(sorted[i]);
			code b = read_code(sorted[j]);
			int order = compare(&a, &b);

			check((order > 0) - (order < 0) == (i > j) - (i < j), "%s and %s", sorted[i],
				  sorted[j]);
		}
}

/*
 * The agencies below an agency are exactly those from its new form to last_within, and no packed
 * code is the beginning of another.
 */
static void
test_subtree_is_a_range(void **state)
{
	char above_text[64];
	char below_text[64];

	(void) state;
	for (int i = 0; i < 50000; i++)
	{
		code above;
		code below;
		mc_agency agency;
		mc_agency bound;
		code first;
		code last;

		random_code(above_text);
		random_code(below_text);
		above = read_code(above_text);
		below = read_code(below_text);
		agency = agency_of(above_text);
		bound = mc_agency_new_form(&agency);
		first.length = mc_pack_agency(&bound, first.bytes);
		bound = mc_agency_last_within(&agency);
		last.length = mc_pack_agency(&bound, last.bytes);
		check(mc_agency_contains(above.bytes, above.length, below.bytes, below.length) ==
				  (compare(&first, &below) <= 0 && compare(&below, &last) <= 0),
			  "%s and %s", above_text, below_text);
		check(above.length >= below.length || memcmp(above.bytes, below.bytes, above.length) != 0,
			  "%s begins %s", above_text, below_text);
	}
}

/* ---- above and below ---- */

static void
test_contains(void **state)
{
	(void) state;
	assert_true(contains("H44", "H44.13"));
	assert_true(contains("H44.13", "H44.13"));
	assert_true(contains("H44.13", "H44.13.103"));
	assert_true(contains("000.00.22.H56", "H56.22.17"));
	assert_true(contains("H56.22", "000.17.22.H56"));
	assert_true(contains("000.17.22.H56", "H56.22.17"));
	assert_true(contains("000.00.00.H56", "000.14.00.H56"));
	assert_false(contains("H44.13", "H44"));
	assert_false(contains("H44.13", "H44.130"));
	assert_false(contains("H44.10", "H44.103"));
	assert_false(contains("H44.13", "H44.013"));
	assert_false(contains("H44", "H45.13"));
	assert_false(contains("H56.14", "000.14.00.H56"));
}

static void
check_parent(const char *child, const char *expected)
{
	mc_agency agency = agency_of(child);
	mc_agency parent;

	if (!expected)
	{
		assert_false(mc_agency_parent(&agency, &parent));
		return;
	}
	assert_true(mc_agency_parent(&agency, &parent));
	assert_string_equal(text_of(&parent), expected);
}

static void
test_parent(void **state)
{
	(void) state;
	check_parent("H56", NULL);
	check_parent("000.00.00.H56", NULL);
	check_parent("H56.14", "H56");
	check_parent("H56.14.103", "H56.14");
	check_parent("000.17.22.H56", "000.00.22.H56");
	check_parent("000.00.22.H56", "000.00.00.H56");
	check_parent("003.17.22.H56", "000.17.22.H56");
	check_parent("001.00.10.H47", "000.00.10.H47");
	check_parent("000.14.00.H56", "000.00.00.H56");
	check_parent("H56.00.14", "H56");
	check_parent("H56.00", "H56");
}

static void
check_new_form(const char *old, const char *expected)
{
	mc_agency agency = agency_of(old);
	mc_agency result = mc_agency_new_form(&agency);
	mc_agency back;

	assert_string_equal(text_of(&result), expected);
	assert_true(mc_agency_old_form(&result, &back));
	assert_string_equal(text_of(&back), old);
}

static void
test_forms(void **state)
{
	mc_agency agency;
	mc_agency old;

	(void) state;
	check_new_form("000.00.00.H49", "H49");
	check_new_form("000.00.06.H56", "H56.06");
	check_new_form("000.17.22.H56", "H56.22.17");
	check_new_form("003.17.22.H56", "H56.22.17.003");
	check_new_form("001.00.10.H47", "H47.10.00.001");
	check_new_form("000.14.00.H56", "H56.00.14");
	agency = agency_of("H56.103");
	assert_false(mc_agency_old_form(&agency, &old));
	agency = agency_of("H56.14.00");
	assert_false(mc_agency_old_form(&agency, &old));
	agency = agency_of("H56.14.13.013.01");
	assert_false(mc_agency_old_form(&agency, &old));
}

/* The list has every spelling of the codes above an agency, and nothing else. */
static void
test_spellings_above(void **state)
{
	char text[64];
	char other[64];

	(void) state;
	for (int i = 0; i < 20000; i++)
	{
		mc_agency above[MC_AGENCY_SPELLINGS_MAX];
		mc_agency agency;
		int count;
		bool listed = false;

		random_code(text);
		random_code(other);
		agency = agency_of(text);
		count = mc_agency_spellings_above(&agency, above);
		for (int k = 0; k < count; k++)
			listed = listed || strcmp(text_of(&above[k]), other) == 0;
		check(listed == contains(other, text), "%s above %s", other, text);
	}
}

/* ---- untrusted input ---- */

static void
test_unpack_refuses(void **state)
{
	static const struct
	{
		uint8_t bytes[16];
		size_t length;
	} bad[] = {
		{{0}, 0},
		{{'H', 44}, 2},
		{{'h', 44, 0}, 3},
		{{'H', 100, 0}, 3},
		{{'H', 44, 2}, 3},
		{{'H', 44, 2, 0}, 4},
		{{'H', 44, 9, 208, 0}, 5}, /* a part with the value 1000 */
		{{'H', 44, 2, 200, 0}, 5}, /* the value 100 in two digits */
		{{'H', 44, 2, 27, 1}, 5}, /* an old form with a first part of three digits */
		{{'H', 44, 2, 0, 1}, 5}, /* an old form that ends in zero */
		{{'H', 44, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0}, 15}, /* seven levels */
	};
	mc_agency agency;

	(void) state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		check(mc_unpack_agency(bad[i].bytes, bad[i].length, &agency) == 0, "case %zu", i);
}

/* ---- provinces ---- */

static void
check_name(char letter, int number, mc_day day, const char *expected)
{
	const char *name = mc_province_name(letter, number, day);

	if (expected)
		assert_string_equal(name, expected);
	else
		assert_null(name);
}

static void
test_province_names(void **state)
{
	const mc_day first_july = mc_day_from_civil(2025, 7, 1);

	(void) state;
	check_name('H', 2, first_july - 1, "Bắc Giang");
	check_name('H', 2, first_july, "Bắc Ninh");
	check_name('H', 5, first_july, "Bắc Ninh");
	check_name('H', 2, MC_DAY_INFINITY, "Bắc Ninh");
	check_name('H', 2, MC_DAY_MINUS_INFINITY, "Bắc Giang");
	check_name('H', 57, mc_day_from_civil(2024, 12, 31), "Thừa Thiên Huế");
	check_name('H', 57, mc_day_from_civil(2025, 1, 1), "Huế");
	check_name('G', 1, 0, "Bộ Công an");
	check_name('H', 0, 0, NULL);
	check_name('H', 64, 0, NULL);
	check_name('Z', 1, 0, NULL);
}

/* Return how many provinces have a name on the day: 63 before the merger of 2025, 34 after it. */
static int
count_names(mc_day day)
{
	const char *seen[64];
	int count = 0;

	for (int number = 1; number <= 63; number++)
	{
		const char *name = mc_province_name('H', number, day);
		bool is_new = true;

		for (int i = 0; i < count; i++)
			is_new = is_new && strcmp(seen[i], name) != 0;
		if (is_new)
			seen[count++] = name;
	}
	return count;
}

static void
test_province_counts(void **state)
{
	(void) state;
	assert_int_equal(count_names(mc_day_from_civil(2025, 6, 30)), 63);
	assert_int_equal(count_names(mc_day_from_civil(2025, 7, 1)), 34);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_round_trip),
		cmocka_unit_test(test_random_round_trip),
		cmocka_unit_test(test_text_is_trimmed_and_upper_case),
		cmocka_unit_test(test_text_refused),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_subtree_is_a_range),
		cmocka_unit_test(test_contains),
		cmocka_unit_test(test_parent),
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_spellings_above),
		cmocka_unit_test(test_unpack_refuses),
		cmocka_unit_test(test_province_names),
		cmocka_unit_test(test_province_counts),
	};

	return cmocka_run_group_tests_name("agency_code", tests, NULL, NULL);
}

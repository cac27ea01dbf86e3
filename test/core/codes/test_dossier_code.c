/* Test dossier codes and procedure codes: their texts, their order, and untrusted packed codes. */
#include "support.h"

#include "core/codes/dossier_code.h"
#include "core/codes/procedure_code.h"

#define BYTES_MAX 32
#define TEXT_MAX 48

typedef size_t (*reader)(const char *text, size_t length, uint8_t *bytes, mc_code_error *error);
typedef size_t (*writer)(const uint8_t *bytes, size_t length, char *text);

static void
check_round_trip(reader read, writer write, const char *text)
{
	uint8_t bytes[BYTES_MAX];
	char again[TEXT_MAX];
	mc_code_error error;
	size_t length = read(text, strlen(text), bytes, &error);

	check(length > 0, "%s is refused: defect %d at %zu", text, error.defect, error.position);
	again[write(bytes, length, again)] = '\0';
	assert_string_equal(again, text);
}

static void
check_refused(reader read, const char *text, mc_code_defect defect, size_t position)
{
	uint8_t bytes[BYTES_MAX];
	mc_code_error error;

	assert_int_equal(read(text, strlen(text), bytes, &error), 0);
	check(error.defect == defect && error.position == position, "%s: defect %d at %zu", text,
		  error.defect, error.position);
}

/* Assert that the packed codes of the texts are in the order of the list. */
static void
check_sorted(reader read, const char *const *texts, int count)
{
	uint8_t before[BYTES_MAX] = {0};
	size_t before_length = 0;

	for (int i = 0; i < count; i++)
	{
		uint8_t bytes[BYTES_MAX];
		mc_code_error error;
		size_t length = read(texts[i], strlen(texts[i]), bytes, &error);
		size_t shorter = length < before_length ? length : before_length;
		int order = memcmp(before, bytes, shorter);

		check(length > 0 && (order < 0 || (order == 0 && before_length < length)), "%s", texts[i]);
		memcpy(before, bytes, length);
		before_length = length;
	}
}

static void
test_dossier_round_trip(void **state)
{
	static const char *const texts[] = {
		"000.00.06.H56-231027-0361",
		"000.17.22.H56-210531-0001",
		"000.00.53.H48-220921-0099",
		"H56.14-240823-0001",
		"H21.65-220914-0011",
		"H56-000101-0000",
		"H99.999.999.999.999.999-991231-999999",
		"H56.14-240229-00012",
		"H56.14-240229-123456",
	};

	(void) state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		check_round_trip(mc_read_dossier_code, mc_write_dossier_code, texts[i]);
}

static void
test_dossier_parts(void **state)
{
	const char *text = "H21.65-220914-00011";
	uint8_t bytes[BYTES_MAX];
	mc_code_error error;
	mc_dossier_code code;
	size_t length = mc_read_dossier_code(text, strlen(text), bytes, &error);

	(void) state;
	assert_true(mc_unpack_dossier_code(bytes, length, &code));
	assert_int_equal(code.received, mc_day_from_civil(2022, 9, 14));
	assert_int_equal(code.sequence, 11);
	assert_int_equal(code.digits, 5);
	assert_int_equal(code.agency.depth, 1);
	assert_false(mc_unpack_dossier_code(bytes, length - 1, &code));
	bytes[length - 5] = 0xFF;
	assert_false(mc_unpack_dossier_code(bytes, length, &code));
}

/* A code can hold every day of the century. */
static void
test_dossier_days(void **state)
{
	char text[TEXT_MAX];

	(void) state;
	for (mc_day day = 0; day < 36525; day++)
	{
		mc_civil civil = mc_civil_from_day(day);

		sprintf(text, "H56-%02d%02d%02d-0001", civil.year % 100, civil.month, civil.day);
		check_round_trip(mc_read_dossier_code, mc_write_dossier_code, text);
	}
}

static void
test_dossier_refused(void **state)
{
	(void) state;
	check_refused(mc_read_dossier_code, "H56.14", MC_CODE_WANTS_HYPHEN, 6);
	check_refused(mc_read_dossier_code, "H56.14.240823-0001", MC_CODE_PART_LENGTH, 7);
	check_refused(mc_read_dossier_code, "H56-24082-0001", MC_CODE_WANTS_DIGIT, 9);
	check_refused(mc_read_dossier_code, "H56-2408230-001", MC_CODE_WANTS_HYPHEN, 10);
	check_refused(mc_read_dossier_code, "H56-241323-0001", MC_CODE_MONTH, 6);
	check_refused(mc_read_dossier_code, "H56-240023-0001", MC_CODE_MONTH, 6);
	check_refused(mc_read_dossier_code, "H56-240800-0001", MC_CODE_DAY, 8);
	check_refused(mc_read_dossier_code, "H56-240832-0001", MC_CODE_DAY, 8);
	check_refused(mc_read_dossier_code, "H56-230229-0001", MC_CODE_DAY, 8);
	check_refused(mc_read_dossier_code, "H56-240823-", MC_CODE_WANTS_DIGIT, 11);
	check_refused(mc_read_dossier_code, "H56-240823-001", MC_CODE_NUMBER_LENGTH, 11);
	check_refused(mc_read_dossier_code, "H56-240823-0000001", MC_CODE_NUMBER_LENGTH, 11);
	check_refused(mc_read_dossier_code, "H56-240823-0001x", MC_CODE_WANTS_END, 15);
	check_refused(mc_read_dossier_code, "00352112000539", MC_CODE_WANTS_POINT, 3);
}

static void
test_dossier_order(void **state)
{
	static const char *const sorted[] = {
		"H56-240823-9999",     "000.00.00.H56-200101-0001", "H56.14-231231-999999",
		"H56.14-240101-0001",  "H56.14-240101-0012",        "H56.14-240101-00012",
		"H56.14-240101-0013",  "H56.14-240101-9999",        "H56.14-240101-10000",
		"H56.14-240102-0001",  "000.00.14.H56-230101-0001", "H56.14.01-200101-0001",
		"H56.103-200101-0001",
	};

	(void) state;
	check_sorted(mc_read_dossier_code, sorted, sizeof(sorted) / sizeof(sorted[0]));
}

static void
test_procedure(void **state)
{
	static const char *const sorted[] = {
		"1.000000",
		"1.000494",
		"1.000494.000.00.00.H28",
		"1.000494.000.00.00.H29",
		"1.000494.000.00.13.H29",
		"1.000494.001.17.22.H56",
		"1.000894",
		"2.000908",
		"3.000181",
		"9.999999",
		"9.999999.999.99.99.Z99",
	};

	(void) state;
	check_sorted(mc_read_procedure_code, sorted, sizeof(sorted) / sizeof(sorted[0]));
	for (size_t i = 0; i < sizeof(sorted) / sizeof(sorted[0]); i++)
		check_round_trip(mc_read_procedure_code, mc_write_procedure_code, sorted[i]);
	check_refused(mc_read_procedure_code, "", MC_CODE_WANTS_NONZERO_DIGIT, 0);
	check_refused(mc_read_procedure_code, "0.000894", MC_CODE_WANTS_NONZERO_DIGIT, 0);
	check_refused(mc_read_procedure_code, "1000894", MC_CODE_WANTS_POINT, 1);
	check_refused(mc_read_procedure_code, "1.00894", MC_CODE_WANTS_DIGIT, 7);
	check_refused(mc_read_procedure_code, "1.0000894", MC_CODE_WANTS_END, 8);
	check_refused(mc_read_procedure_code, "1.000494.H29", MC_CODE_WANTS_DIGIT, 9);
	check_refused(mc_read_procedure_code, "1.000494.000.00.00.H2", MC_CODE_WANTS_DIGIT, 21);
}

static void
test_procedure_bytes_refused(void **state)
{
	const uint8_t new_form[] = {0x0F, 0x44, 0x2E, 'H', 29, 0};
	mc_procedure_code code;

	(void) state;
	assert_true(mc_unpack_procedure_code(new_form, 3, &code));
	assert_false(mc_unpack_procedure_code(new_form, 2, &code));
	assert_false(mc_unpack_procedure_code(new_form, 6, &code));
	assert_false(mc_unpack_procedure_code((const uint8_t *) "\x00\x00\x01", 3, &code));
	assert_false(mc_unpack_procedure_code((const uint8_t *) "\xFF\xFF\xFF", 3, &code));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dossier_round_trip),
		cmocka_unit_test(test_dossier_parts),
		cmocka_unit_test(test_dossier_days),
		cmocka_unit_test(test_dossier_refused),
		cmocka_unit_test(test_dossier_order),
		cmocka_unit_test(test_procedure),
		cmocka_unit_test(test_procedure_bytes_refused),
	};

	return cmocka_run_group_tests_name("dossier_code and procedure_code", tests, NULL, NULL);
}

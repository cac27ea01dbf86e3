/*
 * Reading, writing and storing the codes of dossiers. The tokens of core/search and the SQL type
 * dossier_code call these functions.
 */
#include "core/codes/dossier_code.h"

#define FIRST_YEAR 2000
#define DAYS_IN_CENTURY 36525 /* from 2000 to 2099 */
#define DIGITS_MIN 4
#define DIGITS_MAX 6
#define DIGIT_COUNTS (DIGITS_MAX - DIGITS_MIN + 1)

/* Record that the two digits just read are more than `limit` or too small. Return false always. */
static bool
fail_before(mc_scan *scan, mc_code_defect defect, int limit)
{
	scan->at -= 2;
	(void) mc_scan_fail(scan, defect, 2);
	scan->error->limit = limit;
	return false;
}

static bool
scan_day(mc_scan *scan, mc_day *day)
{
	int32_t year;
	int32_t month;
	int32_t day_of_month;
	int days;

	if (!mc_scan_digits(scan, 2, &year) || !mc_scan_digits(scan, 2, &month))
		return false;
	if (month < 1 || month > 12)
		return fail_before(scan, MC_CODE_MONTH, 12);
	if (!mc_scan_digits(scan, 2, &day_of_month))
		return false;
	days = mc_days_in_month(FIRST_YEAR + year, month);
	if (day_of_month < 1 || day_of_month > days)
		return fail_before(scan, MC_CODE_DAY, days);
	*day = mc_day_from_civil(FIRST_YEAR + year, month, day_of_month);
	return true;
}

static bool
scan_number(mc_scan *scan, mc_dossier_code *code)
{
	size_t digits = mc_scan_run(scan);

	if (digits == 0)
		return mc_scan_fail(scan, MC_CODE_WANTS_DIGIT, 0);
	if (digits < DIGITS_MIN || digits > DIGITS_MAX)
		return mc_scan_fail(scan, MC_CODE_NUMBER_LENGTH, digits);
	code->digits = (int32_t) digits;
	return mc_scan_digits(scan, code->digits, &code->sequence);
}

static bool
scan_dossier(mc_scan *scan, mc_dossier_code *code)
{
	return mc_scan_agency(scan, &code->agency) && mc_scan_byte(scan, '-', MC_CODE_WANTS_HYPHEN) &&
		   scan_day(scan, &code->received) && mc_scan_byte(scan, '-', MC_CODE_WANTS_HYPHEN) &&
		   scan_number(scan, code) && mc_scan_end(scan);
}

static size_t
pack(const mc_dossier_code *code, uint8_t *bytes)
{
	uint8_t *out = bytes + mc_pack_agency(&code->agency, bytes);
	int32_t number = code->sequence * DIGIT_COUNTS + code->digits - DIGITS_MIN;

	*out++ = (uint8_t) (code->received >> 8);
	*out++ = (uint8_t) (code->received & 0xFF);
	*out++ = (uint8_t) (number >> 16);
	*out++ = (uint8_t) (number >> 8 & 0xFF);
	*out++ = (uint8_t) (number & 0xFF);
	return (size_t) (out - bytes);
}

bool
mc_unpack_dossier_code(const uint8_t *bytes, size_t length, mc_dossier_code *code)
{
	static const int32_t limits[DIGIT_COUNTS] = {10000, 100000, 1000000};
	size_t agency = mc_unpack_agency(bytes, length, &code->agency);
	const uint8_t *in = bytes + agency;
	int32_t number;

	if (agency == 0 || length != agency + 5)
		return false;
	number = in[2] << 16 | in[3] << 8 | in[4];
	code->received = in[0] << 8 | in[1];
	code->sequence = number / DIGIT_COUNTS;
	code->digits = number % DIGIT_COUNTS + DIGITS_MIN;
	return code->received < DAYS_IN_CENTURY && code->sequence < limits[code->digits - DIGITS_MIN];
}

size_t
mc_read_dossier_code(const char *text, size_t length, uint8_t *bytes, mc_code_error *error)
{
	mc_scan scan = mc_scan_begin(text, length, error);
	mc_dossier_code code;

	return scan_dossier(&scan, &code) ? pack(&code, bytes) : 0;
}

size_t
mc_write_dossier_code(const uint8_t *bytes, size_t length, char *text)
{
	mc_dossier_code code;
	mc_civil day;
	char *out;

	if (!mc_unpack_dossier_code(bytes, length, &code))
		return 0;
	day = mc_civil_from_day(code.received);
	out = text + mc_format_agency(&code.agency, text);
	*out++ = '-';
	out = mc_write_digits(out, 2, day.year - FIRST_YEAR);
	out = mc_write_digits(out, 2, day.month);
	out = mc_write_digits(out, 2, day.day);
	*out++ = '-';
	out = mc_write_digits(out, code.digits, code.sequence);
	return (size_t) (out - text);
}

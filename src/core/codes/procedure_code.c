/*
 * Reading, writing and storing the codes of procedures. The tokens of core/search and the SQL type
 * procedure_code call these functions.
 */
#include "core/codes/procedure_code.h"

#define NUMBER_MIN 1000000
#define NUMBER_MAX 9999999

static bool
scan_number(mc_scan *scan, int32_t *number)
{
	int32_t kind;
	int32_t rest;

	if (!mc_scan_sees_digit(scan) || mc_scan_sees(scan, '0'))
		return mc_scan_fail(scan, MC_CODE_WANTS_NONZERO_DIGIT, 0);
	if (!mc_scan_digits(scan, 1, &kind) || !mc_scan_byte(scan, '.', MC_CODE_WANTS_POINT) ||
		!mc_scan_digits(scan, 6, &rest))
		return false;
	*number = kind * NUMBER_MIN + rest;
	return true;
}

static bool
scan_procedure(mc_scan *scan, mc_procedure_code *code)
{
	if (!scan_number(scan, &code->number))
		return false;
	code->local = mc_scan_sees(scan, '.');
	if (code->local)
	{
		scan->at++;
		if (!mc_scan_old_agency(scan, &code->agency))
			return false;
	}
	return mc_scan_end(scan);
}

bool
mc_unpack_procedure_code(const uint8_t *bytes, size_t length, mc_procedure_code *code)
{
	if (length < MC_PROCEDURE_NUMBER_BYTES)
		return false;
	code->number = bytes[0] << 16 | bytes[1] << 8 | bytes[2];
	code->local = length > MC_PROCEDURE_NUMBER_BYTES;
	if (code->number < NUMBER_MIN || code->number > NUMBER_MAX)
		return false;
	bytes += MC_PROCEDURE_NUMBER_BYTES;
	length -= MC_PROCEDURE_NUMBER_BYTES;
	return !code->local ||
		   (mc_unpack_agency(bytes, length, &code->agency) == length && code->agency.old_form);
}

size_t
mc_read_procedure_code(const char *text, size_t length, uint8_t *bytes, mc_code_error *error)
{
	mc_scan scan = mc_scan_begin(text, length, error);
	mc_procedure_code code = {0};

	if (!scan_procedure(&scan, &code))
		return 0;
	bytes[0] = (uint8_t) (code.number >> 16);
	bytes[1] = (uint8_t) (code.number >> 8 & 0xFF);
	bytes[2] = (uint8_t) (code.number & 0xFF);
	if (!code.local)
		return MC_PROCEDURE_NUMBER_BYTES;
	return MC_PROCEDURE_NUMBER_BYTES +
		   mc_pack_agency(&code.agency, bytes + MC_PROCEDURE_NUMBER_BYTES);
}

size_t
mc_write_procedure_code(const uint8_t *bytes, size_t length, char *text)
{
	mc_procedure_code code;
	char *out;

	if (!mc_unpack_procedure_code(bytes, length, &code))
		return 0;
	out = mc_write_digits(text, 1, code.number / NUMBER_MIN);
	*out++ = '.';
	out = mc_write_digits(out, 6, code.number % NUMBER_MIN);
	if (code.local)
	{
		*out++ = '.';
		out += mc_format_agency(&code.agency, out);
	}
	return (size_t) (out - text);
}

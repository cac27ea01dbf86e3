/*
 * Reading, writing, storing and comparing the codes of agencies. The codes of dossiers and of
 * procedures, the tokens of core/search and the SQL type agency_code call these functions.
 */
#include "core/codes/agency_code.h"

#include <string.h>

#define NEW_FORM_BYTE 0
#define OLD_FORM_BYTE 1
#define PART_BASE 512 /* added to a stored part, so that its first byte differs from a form byte */
#define OLD_FORM_PARTS 3
#define LAST_PART make_part(999, true)

static mc_part
make_part(int32_t value, bool wide)
{
	return (mc_part) (value * 2 + wide);
}

static int32_t
part_value(mc_part part)
{
	return part / 2;
}

static bool
part_is_wide(mc_part part)
{
	return part % 2 == 1;
}

static bool
part_is_possible(mc_part part)
{
	return part_value(part) <= (part_is_wide(part) ? 999 : 99);
}

/* Remove parts of value zero from the end: they stand for levels that the agency does not have. */
static void
drop_absent_levels(mc_agency *agency)
{
	while (agency->depth > 0 && part_value(agency->part[agency->depth - 1]) == 0)
		agency->depth--;
}

/* ---- text ---- */

static bool
scan_level_1(mc_scan *scan, mc_agency *agency)
{
	int32_t number;

	if (!mc_scan_letter(scan, &agency->letter) || !mc_scan_digits(scan, 2, &number))
		return false;
	agency->number = (uint8_t) number;
	return true;
}

static bool
scan_part(mc_scan *scan, mc_agency *agency)
{
	size_t digits = mc_scan_run(scan);
	int32_t value;

	if (agency->depth == MC_AGENCY_PARTS)
		return mc_scan_fail(scan, MC_CODE_TOO_DEEP, digits);
	if (digits == 0)
		return mc_scan_fail(scan, MC_CODE_WANTS_DIGIT, 0);
	if (digits != 2 && digits != 3)
		return mc_scan_fail(scan, MC_CODE_PART_LENGTH, digits);
	(void) mc_scan_digits(scan, (int) digits, &value);
	agency->part[agency->depth++] = make_part(value, digits == 3);
	return true;
}

static bool
scan_new_agency(mc_scan *scan, mc_agency *agency)
{
	if (!scan_level_1(scan, agency))
		return false;
	while (mc_scan_sees(scan, '.'))
	{
		scan->at++;
		if (!scan_part(scan, agency))
			return false;
	}
	return true;
}

/* Read a part of `count` digits and the point that follows the part. */
static bool
scan_old_part(mc_scan *scan, int count, mc_part *part)
{
	int32_t value;

	if (!mc_scan_digits(scan, count, &value) || !mc_scan_byte(scan, '.', MC_CODE_WANTS_POINT))
		return false;
	*part = make_part(value, count == 3);
	return true;
}

bool
mc_scan_old_agency(mc_scan *scan, mc_agency *agency)
{
	memset(agency, 0, sizeof(mc_agency));
	agency->old_form = true;
	agency->depth = OLD_FORM_PARTS;
	if (!scan_old_part(scan, 3, &agency->part[2]) || !scan_old_part(scan, 2, &agency->part[1]) ||
		!scan_old_part(scan, 2, &agency->part[0]) || !scan_level_1(scan, agency))
		return false;
	drop_absent_levels(agency);
	return true;
}

bool
mc_scan_agency(mc_scan *scan, mc_agency *agency)
{
	if (mc_scan_sees_digit(scan))
		return mc_scan_old_agency(scan, agency);
	memset(agency, 0, sizeof(mc_agency));
	if (scan_new_agency(scan, agency))
		return true;
	if (scan->error->defect == MC_CODE_WANTS_LETTER)
		scan->error->defect = MC_CODE_WANTS_LETTER_OR_DIGIT;
	return false;
}

static char *
write_level_1(char *out, const mc_agency *agency)
{
	*out++ = agency->letter;
	return mc_write_digits(out, 2, agency->number);
}

static char *
write_old_part(char *out, const mc_agency *agency, int i, int digits)
{
	out = mc_write_digits(out, digits, i < agency->depth ? part_value(agency->part[i]) : 0);
	*out++ = '.';
	return out;
}

static char *
write_old_form(char *out, const mc_agency *agency)
{
	out = write_old_part(out, agency, 2, 3);
	out = write_old_part(out, agency, 1, 2);
	out = write_old_part(out, agency, 0, 2);
	return write_level_1(out, agency);
}

static char *
write_new_form(char *out, const mc_agency *agency)
{
	out = write_level_1(out, agency);
	for (int i = 0; i < agency->depth; i++)
	{
		*out++ = '.';
		out = mc_write_digits(out, part_is_wide(agency->part[i]) ? 3 : 2,
							  part_value(agency->part[i]));
	}
	return out;
}

size_t
mc_format_agency(const mc_agency *agency, char *text)
{
	char *end = agency->old_form ? write_old_form(text, agency) : write_new_form(text, agency);

	return (size_t) (end - text);
}

/* ---- stored form ---- */

size_t
mc_pack_agency(const mc_agency *agency, uint8_t *bytes)
{
	uint8_t *out = bytes;

	*out++ = (uint8_t) agency->letter;
	*out++ = agency->number;
	for (int i = 0; i < agency->depth; i++)
	{
		int code = agency->part[i] + PART_BASE;

		*out++ = (uint8_t) (code >> 8);
		*out++ = (uint8_t) (code & 0xFF);
	}
	*out++ = agency->old_form ? OLD_FORM_BYTE : NEW_FORM_BYTE;
	return (size_t) (out - bytes);
}

/*
 * True if the old form VVV.ZZ.YY.MXX can express the code: at most three parts with two, two and
 * three digits, and the last part is not zero, because a zero there means an absent level.
 */
static bool
fits_old_form(const mc_agency *agency)
{
	if (agency->depth > OLD_FORM_PARTS)
		return false;
	for (int i = 0; i < agency->depth; i++)
		if (part_is_wide(agency->part[i]) != (i == OLD_FORM_PARTS - 1))
			return false;
	return agency->depth == 0 || part_value(agency->part[agency->depth - 1]) != 0;
}

/* Append the part stored at *at and advance *at. Return false if the bytes are no valid part. */
static bool
unpack_part(const uint8_t *bytes, size_t length, size_t *at, mc_agency *agency)
{
	int code;

	if (agency->depth == MC_AGENCY_PARTS || *at + 2 > length)
		return false;
	code = bytes[*at] * 256 + bytes[*at + 1] - PART_BASE;
	*at += 2;
	agency->part[agency->depth++] = (mc_part) code;
	return part_is_possible((mc_part) code);
}

size_t
mc_unpack_agency(const uint8_t *bytes, size_t length, mc_agency *agency)
{
	size_t at = 2;

	memset(agency, 0, sizeof(mc_agency));
	if (length < 3 || bytes[0] < 'A' || bytes[0] > 'Z' || bytes[1] > 99)
		return 0;
	agency->letter = (char) bytes[0];
	agency->number = bytes[1];
	while (at < length && bytes[at] > OLD_FORM_BYTE)
		if (!unpack_part(bytes, length, &at, agency))
			return 0;
	if (at == length)
		return 0;
	agency->old_form = bytes[at] == OLD_FORM_BYTE;
	return agency->old_form && !fits_old_form(agency) ? 0 : at + 1;
}

size_t
mc_read_agency_code(const char *text, size_t length, uint8_t *bytes, mc_code_error *error)
{
	mc_scan scan = mc_scan_begin(text, length, error);
	mc_agency agency;

	if (!mc_scan_agency(&scan, &agency) || !mc_scan_end(&scan))
		return 0;
	return mc_pack_agency(&agency, bytes);
}

size_t
mc_write_agency_code(const uint8_t *bytes, size_t length, char *text)
{
	mc_agency agency;

	if (length == 0 || mc_unpack_agency(bytes, length, &agency) != length)
		return 0;
	return mc_format_agency(&agency, text);
}

/* ---- above and below ---- */

bool
mc_agency_contains(const uint8_t *above, size_t above_length, const uint8_t *below,
				   size_t below_length)
{
	return below_length >= above_length && memcmp(above, below, above_length - 1) == 0;
}

bool
mc_agency_parent(const mc_agency *agency, mc_agency *parent)
{
	if (agency->depth == 0)
		return false;
	*parent = *agency;
	parent->depth--;
	drop_absent_levels(parent);
	return true;
}

mc_agency
mc_agency_new_form(const mc_agency *agency)
{
	mc_agency result = *agency;

	result.old_form = false;
	return result;
}

bool
mc_agency_old_form(const mc_agency *agency, mc_agency *result)
{
	*result = *agency;
	result->old_form = true;
	return fits_old_form(result);
}

mc_agency
mc_agency_province(const mc_agency *agency)
{
	mc_agency province = mc_agency_new_form(agency);

	province.depth = 0;
	return province;
}

mc_agency
mc_agency_last_within(const mc_agency *agency)
{
	mc_agency last = mc_agency_new_form(agency);

	while (last.depth < MC_AGENCY_PARTS)
		last.part[last.depth++] = LAST_PART;
	return last;
}

int
mc_agency_spellings_above(const mc_agency *agency, mc_agency spellings[MC_AGENCY_SPELLINGS_MAX])
{
	int count = 0;

	for (int8_t depth = 0; depth <= agency->depth; depth++)
	{
		mc_agency above = mc_agency_new_form(agency);

		above.depth = depth;
		spellings[count++] = above;
		if (mc_agency_old_form(&above, &spellings[count]))
			count++;
	}
	return count;
}

/* The elements that all codes are read from. The readers of the three kinds of codes call them. */
#include "core/codes/code_scan.h"

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* Return the bytes of the white-space character that begins at `at`, or 0 if there is none. */
static size_t
space_after(const char *text, size_t at, size_t end)
{
	if (at < end && (text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r')))
		return 1;
	if (at + 1 < end && text[at] == '\xC2' && text[at + 1] == '\xA0')
		return 2;
	return 0;
}

/* Return the bytes of the white-space character that ends at `end`, or 0 if there is none. */
static size_t
space_before(const char *text, size_t at, size_t end)
{
	if (at < end && space_after(text, end - 1, end))
		return 1;
	if (at + 1 < end && space_after(text, end - 2, end) == 2)
		return 2;
	return 0;
}

mc_scan
mc_scan_begin(const char *text, size_t length, mc_code_error *error)
{
	mc_scan scan = {text, 0, length, error};
	size_t space;

	*error = (mc_code_error){MC_CODE_SOUND, 0, 0, 0};
	while ((space = space_after(text, scan.at, scan.end)) > 0)
		scan.at += space;
	while ((space = space_before(text, scan.at, scan.end)) > 0)
		scan.end -= space;
	return scan;
}

bool
mc_scan_sees(const mc_scan *scan, char byte)
{
	return scan->at < scan->end && scan->text[scan->at] == byte;
}

bool
mc_scan_sees_digit(const mc_scan *scan)
{
	return scan->at < scan->end && is_digit(scan->text[scan->at]);
}

size_t
mc_scan_run(const mc_scan *scan)
{
	size_t at = scan->at;

	while (at < scan->end && is_digit(scan->text[at]))
		at++;
	return at - scan->at;
}

bool
mc_scan_fail(mc_scan *scan, mc_code_defect defect, size_t length)
{
	*scan->error = (mc_code_error){defect, scan->at, length, 0};
	return false;
}

bool
mc_scan_byte(mc_scan *scan, char byte, mc_code_defect otherwise)
{
	if (!mc_scan_sees(scan, byte))
		return mc_scan_fail(scan, otherwise, 0);
	scan->at++;
	return true;
}

bool
mc_scan_letter(mc_scan *scan, char *letter)
{
	char byte = scan->at < scan->end ? scan->text[scan->at] : '\0';

	if (byte >= 'a' && byte <= 'z')
		byte = (char) (byte - 'a' + 'A');
	if (byte < 'A' || byte > 'Z')
		return mc_scan_fail(scan, MC_CODE_WANTS_LETTER, 0);
	*letter = byte;
	scan->at++;
	return true;
}

bool
mc_scan_digits(mc_scan *scan, int count, int32_t *value)
{
	*value = 0;
	for (int i = 0; i < count; i++)
	{
		if (!mc_scan_sees_digit(scan))
			return mc_scan_fail(scan, MC_CODE_WANTS_DIGIT, 0);
		*value = *value * 10 + (scan->text[scan->at++] - '0');
	}
	return true;
}

bool
mc_scan_end(mc_scan *scan)
{
	return scan->at == scan->end || mc_scan_fail(scan, MC_CODE_WANTS_END, 0);
}

char *
mc_write_digits(char *out, int count, int32_t value)
{
	for (int i = count - 1; i >= 0; i--)
	{
		out[i] = (char) ('0' + value % 10);
		value /= 10;
	}
	return out + count;
}

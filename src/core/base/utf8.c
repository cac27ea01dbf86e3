/*
 * This file decodes and encodes UTF-8. It trusts no byte that it decodes. The loops of core/search
 * that run for every letter call the faster inline form of the header.
 */
#include "core/base/utf8.h"

#include <stdbool.h>

/* Return how many bytes the sequence of a lead byte has, or 0 if the byte begins no sequence. */
static int
sequence_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF)
		return 3;
	if (lead >= 0xF0 && lead <= 0xF4)
		return 4;
	return 0;
}

/* True if all bytes after the first are continuation bytes. */
static bool
is_whole(const unsigned char *bytes, int length)
{
	for (int at = 1; at < length; at++)
		if ((bytes[at] & 0xC0) != 0x80)
			return false;
	return true;
}

/*
 * Return the code point of a whole sequence, or U+FFFD if the sequence is not the shortest form or
 * encodes a surrogate or a number above 0x10FFFF.
 */
static uint32_t
decoded(const unsigned char *bytes, int length)
{
	static const uint32_t shortest[] = {0, 0, 0x80, 0x800, 0x10000};
	uint32_t code_point = bytes[0] & (0xFFu >> (length + 1));

	for (int at = 1; at < length; at++)
		code_point = code_point << 6 | (bytes[at] & 0x3F);
	if (code_point < shortest[length] || code_point > 0x10FFFF ||
		(code_point >= 0xD800 && code_point <= 0xDFFF))
		return 0xFFFD;
	return code_point;
}

uint32_t
mc_decode_utf8(const char **next, const char *end)
{
	const unsigned char *bytes = (const unsigned char *) *next;
	int length = sequence_length(bytes[0]);
	uint32_t code_point;

	if (length == 1)
	{
		(*next)++;
		return bytes[0];
	}
	if (length == 0 || end - *next < length || !is_whole(bytes, length) ||
		(code_point = decoded(bytes, length)) == 0xFFFD)
	{
		/*
		 * The valid three bytes of U+FFFD itself are taken one by one too. Searching treats every
		 * byte of them as a separator in any case.
		 */
		(*next)++;
		return 0xFFFD;
	}
	*next += length;
	return code_point;
}

int
mc_encode_utf8(uint32_t code_point, char out[4])
{
	static const uint32_t leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
	int length = code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;

	for (int at = length - 1; at > 0; at--, code_point >>= 6)
		out[at] = (char) (0x80 | (code_point & 0x3F));
	out[0] = (char) (leads[length == 1 ? 0 : length] | code_point);
	return length;
}

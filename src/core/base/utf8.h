/*
 * This header declares the decoding and encoding of UTF-8 (RFC 3629) for the search folder and for
 * the texts of time limits.
 */
#ifndef MC_UTF8_H
#define MC_UTF8_H

#include <stdint.h>

/*
 * Return the code point of the untrusted UTF-8 at *next and move *next behind it. *next must be
 * below end. If no whole sequence in its shortest form begins there, move *next by one byte and
 * return U+FFFD.
 */
uint32_t mc_decode_utf8(const char **next, const char *end);

/* Write a code point, at most 0x10FFFF, as UTF-8 and return the number of bytes written, 1 to 4. */
int mc_encode_utf8(uint32_t code_point, char out[4]);

/*
 * Return the same as mc_decode_utf8 does. The inline code needs no function call for ASCII, for
 * sequences of two bytes, and for the Vietnamese letters of three bytes.
 */
static inline uint32_t
mc_decode_utf8_fast(const char **next, const char *end)
{
	const unsigned char *bytes = (const unsigned char *) *next;

	if (bytes[0] < 0x80)
	{
		*next += 1;
		return bytes[0];
	}
	if (bytes[0] >= 0xC2 && bytes[0] < 0xE0 && end - *next > 1 && (bytes[1] & 0xC0) == 0x80)
	{
		*next += 2;
		return (bytes[0] & 0x1Fu) << 6 | (bytes[1] & 0x3Fu);
	}
	if (bytes[0] == 0xE1 && end - *next > 2 && (bytes[1] & 0xC0) == 0x80 &&
		(bytes[2] & 0xC0) == 0x80)
	{
		*next += 3;
		return 0x1000 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
	}
	return mc_decode_utf8(next, end);
}

#endif

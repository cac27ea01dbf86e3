/* This file reads symbols and words of time limits. time_limit.c and number_words.c call it. */
#include "core/deadline/limit_text.h"

#include "core/base/names.h"
#include "core/base/utf8.h"

/*
 * Return the code point that begins at a byte of the source, or U+FFFD if none begins there. Store
 * in *end where the next one begins.
 */
static uint32_t
code_point_at(mc_source s, size_t at, size_t *end)
{
	const char *next = s.text + at;
	uint32_t code_point = mc_decode_utf8_fast(&next, s.text + s.length);

	*end = (size_t) (next - s.text);
	return code_point;
}

/*
 * Ranges of code points that mean the same symbol: white space, Vietnamese letters, marks,
 * fractions.
 */
static const struct
{
	uint32_t first, last;
	int symbol;
} runs[] = {{'\t', '\r', ' '},
			{0xA0, 0xA0, ' '},
			{0xBC, 0xBC, MC_QUARTER},
			{0xBD, 0xBD, MC_HALF},
			{0xBE, 0xBE, MC_THREE_QUARTERS},
			{0xC0, 0xC3, 'a'},
			{0xC8, 0xCA, 'e'},
			{0xCC, 0xCD, 'i'},
			{0xD0, 0xD0, 'd'}, /* the letter eth, which old data have for Đ */
			{0xD2, 0xD5, 'o'},
			{0xD9, 0xDA, 'u'},
			{0xDD, 0xDD, 'y'},
			{0xE0, 0xE3, 'a'},
			{0xE8, 0xEA, 'e'},
			{0xEC, 0xED, 'i'},
			{0xF2, 0xF5, 'o'},
			{0xF9, 0xFA, 'u'},
			{0xFD, 0xFD, 'y'},
			{0x102, 0x103, 'a'},
			{0x110, 0x111, 'd'},
			{0x128, 0x129, 'i'},
			{0x168, 0x169, 'u'},
			{0x1A0, 0x1A1, 'o'},
			{0x1AF, 0x1B0, 'u'},
			{0x300, 0x303, MC_MARK}, /* grave, acute, circumflex, tilde */
			{0x306, 0x306, MC_MARK}, /* breve */
			{0x309, 0x309, MC_MARK}, /* hook above */
			{0x31B, 0x31B, MC_MARK}, /* horn */
			{0x323, 0x323, MC_MARK}, /* dot below */
			{0x1EA0, 0x1EB7, 'a'},
			{0x1EB8, 0x1EC7, 'e'},
			{0x1EC8, 0x1ECB, 'i'},
			{0x1ECC, 0x1EE3, 'o'},
			{0x1EE4, 0x1EF1, 'u'},
			{0x1EF2, 0x1EF9, 'y'},
			{0x2000, 0x200A, ' '},
			{0x202F, 0x202F, ' '},
			{0x205F, 0x205F, ' '},
			{0x2212, 0x2212, '-'}, /* minus sign */
			{0x3000, 0x3000, ' '}};

/* Return the symbol that a code point means. */
static int
symbol_of(uint32_t code)
{
	if (code >= 'A' && code <= 'Z')
		return (int) code + ('a' - 'A');
	if (code >= ' ' && code < 0x7F)
		return (int) code;
	for (int i = 0; i < MC_LENGTH_OF(runs); i++)
		if (code >= runs[i].first && code <= runs[i].last)
			return runs[i].symbol;
	return MC_OTHER;
}

/* - */
int
mc_symbol_at(mc_source s, size_t at, size_t *end)
{
	int symbol;
	size_t mark_end;

	*end = at;
	if (at >= s.length)
		return MC_END;
	symbol = symbol_of(code_point_at(s, at, end));
	while (mc_is_letter(symbol) && *end < s.length &&
		   symbol_of(code_point_at(s, *end, &mark_end)) == MC_MARK)
		*end = mark_end;
	return symbol;
}

int
mc_peek(mc_source s, size_t at)
{
	size_t end;

	return mc_symbol_at(s, at, &end);
}

size_t
mc_skip_space(mc_source s, size_t at)
{
	size_t end;

	while (mc_symbol_at(s, at, &end) == ' ')
		at = end;
	return at;
}

/* - */
bool
mc_skip_words(mc_source s, size_t *at, const char *words)
{
	size_t here = *at;
	size_t end;

	for (; *words; words++)
	{
		if (mc_symbol_at(s, here, &end) != *words)
			return false;
		here = *words == ' ' ? mc_skip_space(s, end) : end;
	}
	if (mc_is_letter(mc_peek(s, here)) || mc_peek(s, here) == '_')
		return false;
	*at = here;
	return true;
}

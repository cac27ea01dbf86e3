/*
 * Removing the marks of a text. The SQL functions vi_fold and vi_unaccent call the two functions
 * of this file, and they run on whole columns: most characters take a path without a mc_sign.
 */
#include "core/search/vi_fold.h"

#include <string.h>

#include "core/base/utf8.h"
#include "core/search/fold_table.h"
#include "core/search/vi_letter.h"

static inline bool
is_ascii_letter(char byte)
{
	return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

/* Return an ASCII letter in lower case or an ASCII digit as it is, and 0 for any other byte. */
static inline char
ascii_base(char byte)
{
	if (is_ascii_letter(byte))
		return (char) (byte | 0x20);
	return byte >= '0' && byte <= '9' ? byte : '\0';
}

/*
 * Write the base letters of a code point: as capitals if the code point is one and `keep_case` is
 * true, else in lower case. Return the address behind them.
 */
static char *
put_letters(uint32_t code_point, bool keep_case, char *out)
{
	mc_sign sign = mc_sign_of(code_point);
	bool raise = keep_case && sign.upper && sign.kind == MC_LATIN;

	for (int at = 0; at < sign.n_letters; at++)
		out += mc_encode_utf8(sign.letters[at] - (raise ? 'a' - 'A' : 0), out);
	return out;
}

/* End the output with one blank, unless it is empty or ends with a blank already. */
static inline char *
put_blank(const char *out, char *next)
{
	if (next > out && next[-1] != ' ')
		*next++ = ' ';
	return next;
}

/* Write what mc_fold makes of one code point beyond ASCII; return the address behind it. */
static inline char *
fold_beyond_ascii(uint32_t code_point, const char *out, char *next)
{
	uint32_t entry = mc_fold_entry(code_point);

	if (mc_is_one_latin_letter(entry))
	{
		*next = (char) ('a' - 1 + (entry & MC_FOLD_LETTER_MASK));
		return next + 1;
	}
	return mc_kind_in(entry) == MC_SEPARATOR ? put_blank(out, next)
											 : put_letters(code_point, false, next);
}

size_t
mc_fold(const char *text, size_t length, char *out)
{
	const char *end = text + length;
	char *next = out;

	while (text < end)
	{
		char base = ascii_base(*text);

		if ((unsigned char) *text >= 0x80)
			next = fold_beyond_ascii(mc_decode_utf8_fast(&text, end), out, next);
		else
		{
			text++;
			if (base != '\0')
				*next++ = base;
			else
				next = put_blank(out, next);
		}
	}
	if (next > out && next[-1] == ' ')
		next--;
	return (size_t) (next - out);
}

size_t
mc_unaccent(const char *text, size_t length, char *out)
{
	const char *end = text + length;
	char *next = out;
	bool behind_latin = false;

	while (text < end)
	{
		const char *start = text;
		uint32_t code_point;
		uint32_t kind;

		if ((unsigned char) *text < 0x80)
		{
			behind_latin = is_ascii_letter(*text);
			*next++ = *text++;
			continue;
		}
		code_point = mc_decode_utf8_fast(&text, end);
		kind = mc_fold_entry(code_point) >> MC_FOLD_KIND_SHIFT;
		/* Marks are left out behind a Latin letter only; other scripts keep theirs. */
		if (kind == MC_MARK && behind_latin)
			continue;
		behind_latin = kind == MC_LATIN;
		if (behind_latin)
			next = put_letters(code_point, true, next);
		else
		{
			memcpy(next, start, (size_t) (text - start));
			next += text - start;
		}
	}
	return (size_t) (next - out);
}

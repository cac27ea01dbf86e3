/*
 * This file reads Vietnamese numbers in words. time_limit.c calls it for the words in parentheses.
 */
#include "core/deadline/number_words.h"

#include "core/base/names.h"

/*
 * A folded word. If it is a digit, value is that digit; if it is a scale, value is the factor by
 * which the digit before it is multiplied.
 */
typedef struct number_word
{
	const char *word;
	int value;
} number_word;

static const number_word digits[] = {{"khong", 0}, {"mot", 1}, {"hai", 2}, {"ba", 3},   {"bon", 4},
									 {"tu", 4},    {"nam", 5}, {"lam", 5}, {"nham", 5}, {"sau", 6},
									 {"bay", 7},   {"tam", 8}, {"chin", 9}};
static const number_word scales[] = {{"muoi", 10}, {"tram", 100}, {"nghin", 1000}, {"ngan", 1000}};

/*
 * If one of the words stands at *at, move *at behind it and behind white space, and return its
 * value. Otherwise return -1.
 */
static int
skip_word_of(mc_source s, size_t *at, const number_word *words, int count)
{
	for (int i = 0; i < count; i++)
		if (mc_skip_words(s, at, words[i].word))
		{
			*at = mc_skip_space(s, *at);
			return words[i].value;
		}
	return -1;
}

/* Read a digit in words and return it, or -1 if there is none. */
static int
skip_digit(mc_source s, size_t *at)
{
	/* The words "linh" and "lẻ" say only that there are no tens. */
	if (mc_skip_words(s, at, "linh") || mc_skip_words(s, at, "le"))
		*at = mc_skip_space(s, *at);
	return skip_word_of(s, at, digits, MC_LENGTH_OF(digits));
}

/*
 * Read digits, each with its scale, until one has no scale. Each word adds at most 900 to a sum, so no
 * text that fits into memory can make a sum overflow.
 */
static bool
skip_whole_number(mc_source s, size_t *at, int64_t *number)
{
	int64_t thousands = 0;
	int64_t rest = 0;

	for (bool any = false;; any = true)
	{
		int digit = skip_digit(s, at);
		int scale = skip_word_of(s, at, scales, MC_LENGTH_OF(scales));

		if (scale < 0)
		{
			*number = thousands * 1000 + rest + (digit < 0 ? 0 : digit);
			return any || digit >= 0;
		}
		if (digit < 0 && scale == 100)
			return false;
		if (scale == 1000)
		{
			thousands += rest + (digit < 0 ? 0 : digit);
			rest = 0;
		}
		else
			rest += (digit < 0 ? 1 : digit) * scale;
	}
}

/* Add one or two digits after "phẩy" to *hundredths. Return false if there is no digit. */
static bool
skip_decimal_words(mc_source s, size_t *at, int64_t *hundredths)
{
	int tenths = skip_digit(s, at);
	int more = skip_digit(s, at);

	*hundredths += (tenths < 0 ? 0 : tenths * 10) + (more < 0 ? 0 : more);
	return tenths >= 0;
}

bool
mc_skip_number_words(mc_source s, size_t *at, int64_t *hundredths)
{
	int64_t whole = 0;

	*at = mc_skip_space(s, *at);
	if (mc_skip_words(s, at, "nua") || mc_skip_words(s, at, "mot phan hai"))
	{
		*at = mc_skip_space(s, *at);
		*hundredths = 50;
		return true;
	}
	if (!skip_whole_number(s, at, &whole))
		return false;
	*hundredths = whole * 100;
	if (mc_skip_words(s, at, "phay"))
	{
		*at = mc_skip_space(s, *at);
		return skip_decimal_words(s, at, hundredths);
	}
	if (mc_skip_words(s, at, "ruoi"))
	{
		*at = mc_skip_space(s, *at);
		*hundredths += 50;
	}
	return true;
}

/*
 * This file reads, validates and writes time limits. The SQL type time_limit calls it.
 *
 * Letters are folded first (limit_text.h), so that "5 NGÀY", "5 ngày" (NFC or NFD) and "5 ngay" are
 * the same text. The grammar of the folded text is:
 *
 *   limit     = [space] (same-day | [within] [at-most] amount [space] unit) [space]
 *   same-day  = "trong ngay" | "trong ngay lam viec" | "ngay" | "ngay trong ngay" | ...
 *   within    = "trong" | "trong thoi han" | "trong vong" | "thoi han" | "within"
 *   at-most   = "khong qua" | "toi da" | "at most"
 *   amount    = (number | "nua") [space] ["(" words ")"]
 *   number    = digits [("," | ".") digits] | [digits space] fraction
 *   fraction  = digits "/" digits, which is less than 1 | "½" | "¼" | "¾"
 *   unit      = a spelling of the table below, or the unit's SQL name
 *
 * A space is one or more characters of white space. Decimals after the second must be zeros, and
 * there are no thousands separators: "5.000" is five with three decimals, and "1.000.000" is
 * refused. The single word "ngay" ("at once") is a limit only if it is written without marks,
 * because a single "ngày" is a limit whose number is missing. The words in parentheses ("03 (ba)
 * ngày", number_words.h) must say the same number.
 */
#include "core/deadline/time_limit.h"

#include <stdio.h>
#include <string.h>

#include "core/base/names.h"
#include "core/deadline/limit_text.h"
#include "core/deadline/number_words.h"

/* ---- units ---- */

static const char *const unit_names[MC_UNIT_COUNT] = {
	"working_day", "working_hour", "day", "day_skip_holiday", "week", "month", "year", "hour"};

const char *
mc_unit_name(mc_unit unit)
{
	return unit_names[unit];
}

int
mc_unit_by_name(const char *name, size_t length)
{
	return mc_name_position(unit_names, MC_UNIT_COUNT, name, length);
}

/* True if the unit is a kind of day, so that zero means the same day. */
static bool
counts_days(mc_unit unit)
{
	return unit == MC_WORKING_DAY || unit == MC_CALENDAR_DAY || unit == MC_DAY_SKIP_HOLIDAY;
}

/* Return the smallest step of a unit, in hundredths. */
static int64_t
step_of(mc_unit unit)
{
	switch (unit)
	{
		case MC_WEEK:
			return 100;
		case MC_MONTH:
		case MC_YEAR:
			return 50;
		default:
			return 1;
	}
}

mc_time_limit_defect
mc_make_time_limit(int64_t hundredths, mc_unit unit, mc_time_limit *limit)
{
	if (hundredths < 0)
		return MC_LIMIT_NEGATIVE;
	if (hundredths > MC_TIME_LIMIT_MAX_HUNDREDTHS)
		return MC_LIMIT_TOO_LARGE;
	if (hundredths == 0 && !counts_days(unit))
		return MC_LIMIT_ZERO;
	if (hundredths % step_of(unit) != 0)
		return MC_LIMIT_FRACTION;
	*limit = hundredths == 0 ? MC_SAME_DAY : ((int64_t) unit << 32 | hundredths);
	return MC_LIMIT_SOUND;
}

bool
mc_time_limit_is_valid(int64_t value)
{
	mc_time_limit limit;

	return value >= 0 && (value >> 32) < MC_UNIT_COUNT &&
		   mc_make_time_limit(mc_time_limit_hundredths(value), mc_time_limit_unit(value), &limit) ==
			   MC_LIMIT_SOUND &&
		   limit == value;
}

/* ---- amounts ---- */

/* Store the position of a defect and return the defect. */
static mc_time_limit_defect
defect_at(size_t at, size_t *position, mc_time_limit_defect defect)
{
	*position = at;
	return defect;
}

/*
 * Read all digits that come next and return the number that they write. A result above `ceiling`
 * is not exact.
 */
static int64_t
skip_digits(mc_source s, size_t *at, int64_t ceiling)
{
	int64_t number = 0;

	for (int symbol; mc_is_digit(symbol = mc_peek(s, *at)); ++*at)
		if (number <= ceiling)
			number = number * 10 + (symbol - '0');
	return number;
}

/* Read the decimals behind the comma and add them, as hundredths, to *hundredths. */
static mc_time_limit_defect
read_decimals(mc_source s, size_t *at, int64_t *hundredths, size_t *position)
{
	int64_t weight = 10;

	if (!mc_is_digit(mc_peek(s, *at)))
		return defect_at(*at, position, MC_LIMIT_NO_AMOUNT);
	for (int symbol; mc_is_digit(symbol = mc_peek(s, *at)); ++*at, weight /= 10)
	{
		if (weight == 0 && symbol != '0')
			return defect_at(*at, position, MC_LIMIT_TOO_MANY_DECIMALS);
		*hundredths += (symbol - '0') * weight;
	}
	return MC_LIMIT_SOUND;
}

/*
 * Read the slash and the denominator of a fraction, which must be less than 1. Store the fraction
 * in hundredths.
 */
static mc_time_limit_defect
read_denominator(mc_source s, size_t begin, size_t *at, int64_t numerator, int64_t *hundredths,
				 size_t *position)
{
	int64_t denominator;

	++*at;
	denominator = skip_digits(s, at, 1000000);
	if (numerator < 1 || denominator <= numerator)
		return defect_at(begin, position, MC_LIMIT_NO_AMOUNT);
	if (numerator * 100 % denominator != 0)
		return defect_at(begin, position, MC_LIMIT_TOO_MANY_DECIMALS);
	*hundredths = numerator * 100 / denominator;
	return MC_LIMIT_SOUND;
}

/* If a fraction sign comes next, read it and return its hundredths. Otherwise return 0. */
static int64_t
skip_fraction_sign(mc_source s, size_t *at)
{
	size_t end;
	int symbol = mc_symbol_at(s, *at, &end);
	int64_t hundredths = symbol == MC_HALF             ? 50
						 : symbol == MC_QUARTER        ? 25
						 : symbol == MC_THREE_QUARTERS ? 75
													   : 0;

	if (hundredths != 0)
		*at = end;
	return hundredths;
}

/* Add the fraction of "1 1/2" or "1½" to *hundredths if one follows the whole number. */
static mc_time_limit_defect
read_mixed_fraction(mc_source s, size_t *at, int64_t *hundredths, size_t *position)
{
	size_t begin = mc_skip_space(s, *at);
	size_t here = begin;
	int64_t part = skip_fraction_sign(s, &here);
	mc_time_limit_defect defect = MC_LIMIT_SOUND;

	if (part == 0 && mc_is_digit(mc_peek(s, here)))
	{
		int64_t numerator = skip_digits(s, &here, 1000000);

		if (mc_peek(s, here) != '/')
			return MC_LIMIT_SOUND;
		defect = read_denominator(s, begin, &here, numerator, &part, position);
	}
	if (part != 0)
		*at = here;
	*hundredths += part;
	return defect;
}

/* Read a number that begins with a digit. */
static mc_time_limit_defect
read_figure(mc_source s, size_t *at, int64_t *hundredths, size_t *position)
{
	size_t begin = *at;
	int64_t whole = skip_digits(s, at, MC_TIME_LIMIT_MAX_HUNDREDTHS / 100);
	int next = mc_peek(s, *at);

	if (whole > MC_TIME_LIMIT_MAX_HUNDREDTHS / 100)
		return defect_at(begin, position, MC_LIMIT_TOO_LARGE);
	if (next == '/')
		return read_denominator(s, begin, at, whole, hundredths, position);
	*hundredths = whole * 100;
	if (next != ',' && next != '.')
		return read_mixed_fraction(s, at, hundredths, position);
	++*at;
	return read_decimals(s, at, hundredths, position);
}

/*
 * Read "(ba)" after a figure if it is there. It must say the same number. A bracket is one byte
 * long.
 */
static mc_time_limit_defect
read_number_in_words(mc_source s, size_t *at, int64_t hundredths, size_t *position)
{
	size_t bracket = mc_skip_space(s, *at);
	size_t here = bracket + 1;
	int64_t said;

	if (mc_peek(s, bracket) != '(')
		return MC_LIMIT_SOUND;
	if (!mc_skip_number_words(s, &here, &said) || mc_peek(s, here) != ')' || said != hundredths)
		return defect_at(bracket, position, MC_LIMIT_WORDS);
	*at = here + 1;
	return MC_LIMIT_SOUND;
}

/* Read an amount: a figure, "nửa" or a fraction sign, which may be repeated in words. */
static mc_time_limit_defect
read_amount(mc_source s, size_t *at, int64_t *hundredths, size_t *position)
{
	mc_time_limit_defect defect = MC_LIMIT_SOUND;

	if (mc_is_digit(mc_peek(s, *at)))
		defect = read_figure(s, at, hundredths, position);
	else if (mc_skip_words(s, at, "nua"))
		*hundredths = 50;
	else if ((*hundredths = skip_fraction_sign(s, at)) == 0)
		return defect_at(*at, position,
						 mc_peek(s, *at) == '-' ? MC_LIMIT_NEGATIVE : MC_LIMIT_NO_AMOUNT);
	if (defect != MC_LIMIT_SOUND)
		return defect;
	return read_number_in_words(s, at, *hundredths, position);
}

/* ---- the whole text ---- */

static const struct
{
	const char *words; /* folded */
	mc_unit unit;
} spellings[] = {{"ngay lam viec", MC_WORKING_DAY},
				 {"ngay lv", MC_WORKING_DAY},
				 {"ngay l/v", MC_WORKING_DAY},
				 {"working day", MC_WORKING_DAY},
				 {"working days", MC_WORKING_DAY},
				 {"wd", MC_WORKING_DAY},
				 {"gio lam viec", MC_WORKING_HOUR},
				 {"gio lv", MC_WORKING_HOUR},
				 {"gio l/v", MC_WORKING_HOUR},
				 {"working hour", MC_WORKING_HOUR},
				 {"working hours", MC_WORKING_HOUR},
				 {"wh", MC_WORKING_HOUR},
				 {"ngay", MC_CALENDAR_DAY},
				 {"days", MC_CALENDAR_DAY},
				 {"ngay khong tinh ngay le", MC_DAY_SKIP_HOLIDAY},
				 {"ngay khong tinh ngay nghi le", MC_DAY_SKIP_HOLIDAY},
				 {"ngay khong ke ngay le", MC_DAY_SKIP_HOLIDAY},
				 {"ngay khong ke ngay nghi le", MC_DAY_SKIP_HOLIDAY},
				 {"ngay tru ngay le", MC_DAY_SKIP_HOLIDAY},
				 {"ngay tru ngay nghi le", MC_DAY_SKIP_HOLIDAY},
				 {"day excluding holidays", MC_DAY_SKIP_HOLIDAY},
				 {"days excluding holidays", MC_DAY_SKIP_HOLIDAY},
				 {"tuan", MC_WEEK},
				 {"weeks", MC_WEEK},
				 {"thang", MC_MONTH},
				 {"months", MC_MONTH},
				 {"nam", MC_YEAR},
				 {"years", MC_YEAR},
				 {"gio", MC_CLOCK_HOUR},
				 {"hours", MC_CLOCK_HOUR},
				 {"h", MC_CLOCK_HOUR}};

/*
 * If the words stand at `begin` and are longer than those found before, keep their end and their
 * unit.
 */
static void
keep_longest(mc_source s, size_t begin, const char *words, mc_unit candidate, size_t *end,
			 mc_unit *unit)
{
	size_t here = begin;

	if (mc_skip_words(s, &here, words) && here > *end)
	{
		*end = here;
		*unit = candidate;
	}
}

/* Read the longest unit that stands at *at. Return false if there is none. */
static bool
skip_unit(mc_source s, size_t *at, mc_unit *unit)
{
	size_t end = *at;

	for (int i = 0; i < MC_LENGTH_OF(spellings); i++)
		keep_longest(s, *at, spellings[i].words, spellings[i].unit, &end, unit);
	for (int i = 0; i < MC_UNIT_COUNT; i++)
		keep_longest(s, *at, unit_names[i], (mc_unit) i, &end, unit);
	if (end == *at)
		return false;
	*at = end;
	return true;
}

/* Move *at behind the first of the phrases that stands there, if there is one. */
static void
skip_one_of(mc_source s, size_t *at, const char *const *phrases, int count)
{
	for (int i = 0; i < count; i++)
		if (mc_skip_words(s, at, phrases[i]))
		{
			*at = mc_skip_space(s, *at);
			return;
		}
}

/* Return the position behind what forms print before the amount: "trong thời hạn không quá ...". */
static size_t
skip_prefix(mc_source s, size_t at)
{
	static const char *const within[] = {"trong thoi han", "trong vong", "trong", "thoi han",
										 "within"};
	static const char *const at_most[] = {"khong qua", "toi da", "at most"};

	skip_one_of(s, &at, within, MC_LENGTH_OF(within));
	skip_one_of(s, &at, at_most, MC_LENGTH_OF(at_most));
	return at;
}

/* True if nothing but white space follows. */
static bool
at_end(mc_source s, size_t at)
{
	return mc_skip_space(s, at) == s.length;
}

/* True if the word is written in ASCII. Only then is it "ngay" (at once) and not "ngày" (day). */
static bool
is_unmarked(mc_source s, size_t begin, size_t end)
{
	for (size_t i = begin; i < end; i++)
		if ((unsigned char) s.text[i] >= 0x80)
			return false;
	return true;
}

/* True if the whole text says the limit "trong ngày". */
static bool
says_same_day(mc_source s, size_t begin)
{
	static const char *const phrases[] = {"trong ngay", "trong ngay lam viec", "ngay trong ngay",
										  "ngay trong ngay lam viec", "same day"};
	size_t at = begin;

	if (mc_skip_words(s, &at, "ngay") && at_end(s, at))
		return is_unmarked(s, begin, at);
	for (int i = 0; i < MC_LENGTH_OF(phrases); i++)
	{
		at = begin;
		if (mc_skip_words(s, &at, phrases[i]) && at_end(s, at))
			return true;
	}
	return false;
}

/* Read an amount and a unit up to the end of the text. */
static mc_time_limit_defect
read_limit(mc_source s, size_t at, mc_time_limit *limit, size_t *position)
{
	size_t begin = at;
	int64_t hundredths = 0;
	mc_unit unit = MC_WORKING_DAY;
	mc_time_limit_defect defect = read_amount(s, &at, &hundredths, position);

	if (defect != MC_LIMIT_SOUND)
		return defect;
	at = mc_skip_space(s, at);
	if (!skip_unit(s, &at, &unit) || !at_end(s, at))
		return defect_at(mc_skip_space(s, at), position, MC_LIMIT_BAD_UNIT);
	defect = mc_make_time_limit(hundredths, unit, limit);
	return defect == MC_LIMIT_SOUND ? defect : defect_at(begin, position, defect);
}

mc_time_limit_defect
mc_parse_time_limit(const char *text, size_t length, mc_time_limit *limit, size_t *position)
{
	mc_source s = {text, length};
	size_t begin = mc_skip_space(s, 0);

	if (says_same_day(s, begin))
	{
		*limit = MC_SAME_DAY;
		return MC_LIMIT_SOUND;
	}
	return read_limit(s, skip_prefix(s, begin), limit, position);
}

/* ---- writing ---- */

/* Write an amount such as "5", "0,5" or "0,25". `sign` is the decimal sign. */
static void
format_amount(int64_t hundredths, char sign, char out[24])
{
	int length = snprintf(out, 24, "%lld%c%02d", (long long) (hundredths / 100), sign,
						  (int) (hundredths % 100));

	if (hundredths % 100 == 0)
		out[length - 3] = '\0';
	else if (hundredths % 10 == 0)
		out[length - 1] = '\0';
}

void
mc_format_time_limit(mc_time_limit limit, bool english, char out[MC_TIME_LIMIT_TEXT_MAX])
{
	static const char *const vietnamese[MC_UNIT_COUNT] = {
		"ngày làm việc", "giờ làm việc", "ngày", "ngày không tính ngày lễ",
		"tuần",          "tháng",        "năm",  "giờ"};
	static const char *const one[MC_UNIT_COUNT] = {
		"working day", "working hour", "day",  "day excluding holidays",
		"week",        "month",        "year", "hour"};
	static const char *const many[MC_UNIT_COUNT] = {
		"working days", "working hours", "days",  "days excluding holidays",
		"weeks",        "months",        "years", "hours"};
	mc_unit unit = mc_time_limit_unit(limit);
	int64_t hundredths = mc_time_limit_hundredths(limit);
	char amount[24];

	if (limit == MC_SAME_DAY)
	{
		(void) snprintf(out, MC_TIME_LIMIT_TEXT_MAX, "%s", english ? "same day" : "trong ngày");
		return;
	}
	format_amount(hundredths, english ? '.' : ',', amount);
	(void) snprintf(out, MC_TIME_LIMIT_TEXT_MAX, "%s %s", amount,
					!english            ? vietnamese[unit]
					: hundredths == 100 ? one[unit]
										: many[unit]);
}

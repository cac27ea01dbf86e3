/* Test time limits: accepted and refused texts, numbers in words, values, and untrusted bits. */
#include "support.h"

#include "core/deadline/limit_text.h"
#include "core/deadline/number_words.h"
#include "core/deadline/time_limit.h"

/* Parse a copy in memory of exactly its length, so that the sanitizer catches a read beyond it. */
static mc_time_limit_defect
parse_bytes(const char *text, size_t length, mc_time_limit *limit, size_t *position)
{
	char *copy = malloc(length ? length : 1);
	mc_time_limit_defect defect;

	memcpy(copy, text, length);
	defect = mc_parse_time_limit(copy, length, limit, position);
	free(copy);
	return defect;
}

static mc_time_limit
limit_of(int64_t hundredths, mc_unit unit)
{
	mc_time_limit limit = -1;

	check(mc_make_time_limit(hundredths, unit, &limit) == MC_LIMIT_SOUND, "%lld of %s",
		  (long long) hundredths, mc_unit_name(unit));
	return limit;
}

/* ---- accepted texts ---- */

static const struct
{
	const char *text;
	int64_t hundredths;
	mc_unit unit;
} accepted[] = {{"5 ngày làm việc", 500, MC_WORKING_DAY},
				{"05 ngày làm việc", 500, MC_WORKING_DAY},
				{"0000000005 ngày làm việc", 500, MC_WORKING_DAY},
				{"  5 ngày làm việc\n", 500, MC_WORKING_DAY},
				{"5ngày làm việc", 500, MC_WORKING_DAY},
				{"5 ngay lam viec", 500, MC_WORKING_DAY},
				{"5 NGÀY LÀM VIỆC", 500, MC_WORKING_DAY},
				{"5 Ngày làm Việc", 500, MC_WORKING_DAY},
				{"5 ngay làm viêc", 500, MC_WORKING_DAY},
				{"5\u00A0ngày\u00A0làm\t việc\u00A0", 500, MC_WORKING_DAY},
				{"5\u202Fngày\u3000làm\u2009việc", 500, MC_WORKING_DAY},
				{"5 nga\u0300y la\u0300m vie\u0323\u0302c", 500, MC_WORKING_DAY}, /* in NFD */
				{"5 nga\u0300y la\u0300m vi\u00EA\u0323c", 500, MC_WORKING_DAY}, /* mixed forms */
				{"5 NGA\u0300Y LA\u0300M VIE\u0323\u0302C", 500, MC_WORKING_DAY},
				{"5 ngày LV", 500, MC_WORKING_DAY},
				{"5 ngày l/v", 500, MC_WORKING_DAY},
				{"5 working days", 500, MC_WORKING_DAY},
				{"1 working day", 100, MC_WORKING_DAY},
				{"5wd", 500, MC_WORKING_DAY},
				{"5 wd", 500, MC_WORKING_DAY},
				{"5 WD", 500, MC_WORKING_DAY},
				{"5 working_day", 500, MC_WORKING_DAY},
				{"0,5 ngày làm việc", 50, MC_WORKING_DAY},
				{"0.5 ngày làm việc", 50, MC_WORKING_DAY},
				{"1,5 ngày làm việc", 150, MC_WORKING_DAY},
				{"1,50 ngày làm việc", 150, MC_WORKING_DAY},
				{"0,25 ngày làm việc", 25, MC_WORKING_DAY},
				{"0,01 ngày làm việc", 1, MC_WORKING_DAY},
				{"5.000 ngày làm việc", 500, MC_WORKING_DAY},
				{"5,2500000 ngày làm việc", 525, MC_WORKING_DAY},
				{"8 giờ làm việc", 800, MC_WORKING_HOUR},
				{"08 giờ làm việc", 800, MC_WORKING_HOUR},
				{"8 gio lam viec", 800, MC_WORKING_HOUR},
				{"8 giơ\u0300 làm việc", 800, MC_WORKING_HOUR},
				{"8 gio\u031B\u0300 làm việc", 800, MC_WORKING_HOUR},
				{"8wh", 800, MC_WORKING_HOUR},
				{"8 giờ LV", 800, MC_WORKING_HOUR},
				{"8 giờ l/v", 800, MC_WORKING_HOUR},
				{"8 working hours", 800, MC_WORKING_HOUR},
				{"1 working hour", 100, MC_WORKING_HOUR},
				{"8 working_hour", 800, MC_WORKING_HOUR},
				{"15 ngày", 1500, MC_CALENDAR_DAY},
				{"15 days", 1500, MC_CALENDAR_DAY},
				{"15 day", 1500, MC_CALENDAR_DAY},
				{"1/2 ngày", 50, MC_CALENDAR_DAY},
				{"½ ngày", 50, MC_CALENDAR_DAY},
				{"½ngày", 50, MC_CALENDAR_DAY},
				{"¼ ngày", 25, MC_CALENDAR_DAY},
				{"3/4 ngày", 75, MC_CALENDAR_DAY},
				{"nửa ngày", 50, MC_CALENDAR_DAY},
				{"nu\u031B\u0309a nga\u0300y", 50, MC_CALENDAR_DAY},
				{"Nửa ngày làm việc", 50, MC_WORKING_DAY},
				{"1 1/2 ngày", 150, MC_CALENDAR_DAY},
				{"1½ ngày", 150, MC_CALENDAR_DAY},
				{"1 ½ ngày", 150, MC_CALENDAR_DAY},
				{"15 ngày không tính ngày lễ", 1500, MC_DAY_SKIP_HOLIDAY},
				{"15 ngay khong tinh ngay le", 1500, MC_DAY_SKIP_HOLIDAY},
				{"15 ngày không kể ngày lễ", 1500, MC_DAY_SKIP_HOLIDAY},
				{"15 ngày trừ ngày lễ", 1500, MC_DAY_SKIP_HOLIDAY},
				{"15 ngày không tính ngày nghỉ lễ", 1500, MC_DAY_SKIP_HOLIDAY},
				{"15 days excluding holidays", 1500, MC_DAY_SKIP_HOLIDAY},
				{"1 day excluding holidays", 100, MC_DAY_SKIP_HOLIDAY},
				{"15 day_skip_holiday", 1500, MC_DAY_SKIP_HOLIDAY},
				{"2 tuần", 200, MC_WEEK},
				{"2 weeks", 200, MC_WEEK},
				{"1 week", 100, MC_WEEK},
				{"1 tháng", 100, MC_MONTH},
				{"1 month", 100, MC_MONTH},
				{"6 months", 600, MC_MONTH},
				{"nửa tháng", 50, MC_MONTH},
				{"1,5 tháng", 150, MC_MONTH},
				{"1 năm", 100, MC_YEAR},
				{"1 year", 100, MC_YEAR},
				{"2 years", 200, MC_YEAR},
				{"nửa năm", 50, MC_YEAR},
				{"24 giờ", 2400, MC_CLOCK_HOUR},
				{"24h", 2400, MC_CLOCK_HOUR},
				{"24 H", 2400, MC_CLOCK_HOUR},
				{"24 hours", 2400, MC_CLOCK_HOUR},
				{"1 hour", 100, MC_CLOCK_HOUR},
				{"0,5 giờ", 50, MC_CLOCK_HOUR},
				{"không quá 5 ngày làm việc", 500, MC_WORKING_DAY},
				{"Không quá 05 ngày làm việc", 500, MC_WORKING_DAY},
				{"tối đa 5 ngày", 500, MC_CALENDAR_DAY},
				{"TỐI ĐA 5 ngày", 500, MC_CALENDAR_DAY},
				{"tối \u00D0a 5 ngày", 500, MC_CALENDAR_DAY},
				{"trong 5 ngày", 500, MC_CALENDAR_DAY},
				{"trong thời hạn 5 ngày làm việc", 500, MC_WORKING_DAY},
				{"Trong thời hạn không quá 05 (năm) ngày làm việc", 500, MC_WORKING_DAY},
				{"trong vòng 3 ngày", 300, MC_CALENDAR_DAY},
				{"thời hạn tối đa 1 tháng", 100, MC_MONTH},
				{"trong nửa ngày", 50, MC_CALENDAR_DAY},
				{"within 5 days", 500, MC_CALENDAR_DAY},
				{"at most 5 working days", 500, MC_WORKING_DAY},
				{"03 (ba) ngày", 300, MC_CALENDAR_DAY},
				{"03(ba)ngày", 300, MC_CALENDAR_DAY},
				{"03 ( Ba ) ngày làm việc", 300, MC_WORKING_DAY},
				{"999999,99 giờ", 99999999, MC_CLOCK_HOUR},
				{"999999 ngày", 99999900, MC_CALENDAR_DAY},
				{"trong ngày", 0, MC_WORKING_DAY},
				{"Trong ngày", 0, MC_WORKING_DAY},
				{"trong ngay", 0, MC_WORKING_DAY},
				{"trong nga\u0300y", 0, MC_WORKING_DAY},
				{" trong  ngày làm việc ", 0, MC_WORKING_DAY},
				{"ngay", 0, MC_WORKING_DAY},
				{"Ngay ", 0, MC_WORKING_DAY},
				{"ngay trong ngày", 0, MC_WORKING_DAY},
				{"ngay trong ngày làm việc", 0, MC_WORKING_DAY},
				{"same day", 0, MC_WORKING_DAY},
				{"0 ngày", 0, MC_WORKING_DAY},
				{"00 ngày làm việc", 0, MC_WORKING_DAY},
				{"0,00 ngày", 0, MC_WORKING_DAY},
				{"0 day_skip_holiday", 0, MC_WORKING_DAY},
				{"không quá 0 ngày", 0, MC_WORKING_DAY}};

static void
test_accepted(void **state)
{
	(void) state;
	for (size_t i = 0; i < sizeof accepted / sizeof *accepted; i++)
	{
		const char *text = accepted[i].text;
		mc_time_limit limit = -1;
		size_t position = 12345;
		mc_time_limit_defect defect = parse_bytes(text, strlen(text), &limit, &position);

		check(defect == MC_LIMIT_SOUND, "\"%s\": defect %d at %zu", text, defect, position);
		check(limit == limit_of(accepted[i].hundredths, accepted[i].unit), "\"%s\": %llx", text,
			  (long long) limit);
		check(mc_time_limit_is_valid(limit), "\"%s\" is not valid", text);
	}
}

/* ---- refused texts, with the byte where the defect begins ---- */

#define REFUSED(text, defect, position)         \
	{                                           \
		text, sizeof text - 1, defect, position \
	}

static const struct
{
	const char *text;
	size_t length;
	mc_time_limit_defect defect;
	size_t position;
} refused[] = {
	REFUSED("", MC_LIMIT_NO_AMOUNT, 0),
	REFUSED("  ", MC_LIMIT_NO_AMOUNT, 2),
	REFUSED("\0", MC_LIMIT_NO_AMOUNT, 0),
	REFUSED("abc", MC_LIMIT_NO_AMOUNT, 0),
	REFUSED("ngày", MC_LIMIT_NO_AMOUNT, 0), /* the unit is right, the number is missing */
	REFUSED("nga\u0300y", MC_LIMIT_NO_AMOUNT, 0),
	REFUSED("ngày làm việc", MC_LIMIT_NO_AMOUNT, 0),
	REFUSED("trong ngày nhận", MC_LIMIT_NO_AMOUNT, 6),
	REFUSED("trong", MC_LIMIT_NO_AMOUNT, 5),
	REFUSED("không quá", MC_LIMIT_NO_AMOUNT, 11),
	REFUSED("không quá ngày", MC_LIMIT_NO_AMOUNT, 12),
	REFUSED("5 ngày không quá", MC_LIMIT_BAD_UNIT, 8),
	REFUSED("tối đa trong 5 ngày", MC_LIMIT_NO_AMOUNT, 10),
	REFUSED("năm ngày", MC_LIMIT_NO_AMOUNT, 0),
	REFUSED("(ba) ngày", MC_LIMIT_NO_AMOUNT, 0),
	REFUSED("nửangày", MC_LIMIT_NO_AMOUNT, 0),
	REFUSED(".5 ngày", MC_LIMIT_NO_AMOUNT, 0),
	REFUSED(",5 ngày", MC_LIMIT_NO_AMOUNT, 0),
	REFUSED("5, ngày", MC_LIMIT_NO_AMOUNT, 2),
	REFUSED("5.", MC_LIMIT_NO_AMOUNT, 2),
	REFUSED("5,,5 ngày", MC_LIMIT_NO_AMOUNT, 2),
	REFUSED("+5 ngày", MC_LIMIT_NO_AMOUNT, 0),
	REFUSED("-5 ngày", MC_LIMIT_NEGATIVE, 0),
	REFUSED(" -0 ngày", MC_LIMIT_NEGATIVE, 1),
	REFUSED("\u22125 ngày", MC_LIMIT_NEGATIVE, 0),
	REFUSED("\xEF\xBC\x95 ngày", MC_LIMIT_NO_AMOUNT, 0), /* the digit is a full-width five */
	REFUSED("1/ ngày", MC_LIMIT_NO_AMOUNT, 0),
	REFUSED("1/0 ngày", MC_LIMIT_NO_AMOUNT, 0),
	REFUSED("0/2 ngày", MC_LIMIT_NO_AMOUNT, 0),
	REFUSED("3/2 ngày", MC_LIMIT_NO_AMOUNT, 0),
	REFUSED("2/2 ngày", MC_LIMIT_NO_AMOUNT, 0),
	REFUSED("1 3/2 ngày", MC_LIMIT_NO_AMOUNT, 2),
	REFUSED("1/3 ngày", MC_LIMIT_TOO_MANY_DECIMALS, 0),
	REFUSED("1/1000 ngày", MC_LIMIT_TOO_MANY_DECIMALS, 0),
	REFUSED("999999/99999999999999999999999 ngày", MC_LIMIT_TOO_MANY_DECIMALS, 0),
	REFUSED("1/2/3 ngày", MC_LIMIT_BAD_UNIT, 3),
	REFUSED("1,5/2 ngày", MC_LIMIT_BAD_UNIT, 3),
	REFUSED("1,5 1/2 ngày", MC_LIMIT_BAD_UNIT, 4),
	REFUSED("½½ ngày", MC_LIMIT_BAD_UNIT, 2),
	REFUSED("5.001 ngày", MC_LIMIT_TOO_MANY_DECIMALS, 4),
	REFUSED("0,125 ngày", MC_LIMIT_TOO_MANY_DECIMALS, 4),
	REFUSED("0,0000000000000000000000001 ngày", MC_LIMIT_TOO_MANY_DECIMALS, 26),
	REFUSED("1.000.000 ngày", MC_LIMIT_BAD_UNIT, 5),
	REFUSED("1.000,5 ngày", MC_LIMIT_BAD_UNIT, 5),
	REFUSED("1 000 ngày", MC_LIMIT_BAD_UNIT, 2),
	REFUSED("1000000 ngày", MC_LIMIT_TOO_LARGE, 0),
	REFUSED("9223372036854775808 ngày", MC_LIMIT_TOO_LARGE, 0),
	REFUSED("không quá 99999999999999999999999999999999999999 ngày", MC_LIMIT_TOO_LARGE, 12),
	REFUSED("999999999999/2 ngày", MC_LIMIT_TOO_LARGE, 0),
	REFUSED("1e3 ngày", MC_LIMIT_BAD_UNIT, 1),
	REFUSED("0x10 ngày", MC_LIMIT_BAD_UNIT, 1),
	REFUSED("5", MC_LIMIT_BAD_UNIT, 1),
	REFUSED("5 ", MC_LIMIT_BAD_UNIT, 2),
	REFUSED("5 foo", MC_LIMIT_BAD_UNIT, 2),
	REFUSED("5 ngàyx", MC_LIMIT_BAD_UNIT, 2),
	REFUSED("5 ngày_", MC_LIMIT_BAD_UNIT, 2),
	REFUSED("5 ng ày", MC_LIMIT_BAD_UNIT, 2),
	REFUSED("5 ngày làm", MC_LIMIT_BAD_UNIT, 8),
	REFUSED("5 ngàylàm việc", MC_LIMIT_BAD_UNIT, 2),
	REFUSED("5 ngày lv.", MC_LIMIT_BAD_UNIT, 10),
	REFUSED("5 ngày kể từ ngày nhận", MC_LIMIT_BAD_UNIT, 8),
	REFUSED("5 ngày trừ ngày nghỉ", MC_LIMIT_BAD_UNIT, 8),
	REFUSED("5 ngày 3 giờ", MC_LIMIT_BAD_UNIT, 8),
	REFUSED("5-7 ngày", MC_LIMIT_BAD_UNIT, 1),
	REFUSED("5 ngày\0", MC_LIMIT_BAD_UNIT, 7),
	REFUSED("5\0 ngày", MC_LIMIT_BAD_UNIT, 1),
	REFUSED("5\u0300 ngày", MC_LIMIT_BAD_UNIT, 1), /* the mark stands on a digit */
	REFUSED("5 \u0300ngày", MC_LIMIT_BAD_UNIT, 2),
	REFUSED("5 ngày\u200B", MC_LIMIT_BAD_UNIT, 7),
	REFUSED("5 ng\xC0\xA1y", MC_LIMIT_BAD_UNIT, 2), /* an overlong "a" */
	REFUSED("5\xC0\xA0ngày", MC_LIMIT_BAD_UNIT, 1), /* an overlong space */
	REFUSED("5\xE0\x80\xA0ngày", MC_LIMIT_BAD_UNIT, 1),
	REFUSED("5\xED\xA0\x80 ngày", MC_LIMIT_BAD_UNIT, 1), /* an encoded surrogate */
	REFUSED("5\xF4\x90\x80\x80 ngày", MC_LIMIT_BAD_UNIT, 1),
	REFUSED("5\xF8\x88\x80\x80\x80 ngày", MC_LIMIT_BAD_UNIT, 1),
	REFUSED("5 \xA0 ngày", MC_LIMIT_BAD_UNIT, 2),
	REFUSED("5 \xC3", MC_LIMIT_BAD_UNIT, 2),
	REFUSED("5 \xE1\xBB", MC_LIMIT_BAD_UNIT, 2),
	REFUSED("5 ngày \xF0\x9F\x98", MC_LIMIT_BAD_UNIT, 8),
	REFUSED("0 giờ", MC_LIMIT_ZERO, 0),
	REFUSED("0 giờ làm việc", MC_LIMIT_ZERO, 0),
	REFUSED("0 tuần", MC_LIMIT_ZERO, 0),
	REFUSED("0 tháng", MC_LIMIT_ZERO, 0),
	REFUSED("tối đa 0 năm", MC_LIMIT_ZERO, 10),
	REFUSED("0,5 tuần", MC_LIMIT_FRACTION, 0),
	REFUSED("nửa tuần", MC_LIMIT_FRACTION, 0),
	REFUSED("0,25 tháng", MC_LIMIT_FRACTION, 0),
	REFUSED("1/4 năm", MC_LIMIT_FRACTION, 0),
	REFUSED("03 (năm) ngày", MC_LIMIT_WORDS, 3),
	REFUSED("03 () ngày", MC_LIMIT_WORDS, 3),
	REFUSED("03 (3) ngày", MC_LIMIT_WORDS, 3),
	REFUSED("03 (ba", MC_LIMIT_WORDS, 3),
	REFUSED("03 (", MC_LIMIT_WORDS, 3),
	REFUSED("03 (làm việc) ngày", MC_LIMIT_WORDS, 3),
	REFUSED("10 (năm năm) ngày", MC_LIMIT_WORDS, 3),
	REFUSED("03 (ba) (ba) ngày", MC_LIMIT_BAD_UNIT, 8),
	REFUSED("3 ngày (ba)", MC_LIMIT_BAD_UNIT, 8)};

static void
test_refused(void **state)
{
	(void) state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
	{
		mc_time_limit limit = -1;
		size_t position = 12345;
		mc_time_limit_defect defect =
			parse_bytes(refused[i].text, refused[i].length, &limit, &position);

		check(defect == refused[i].defect && position == refused[i].position,
			  "\"%s\": defect %d at %zu", refused[i].text, defect, position);
		check(limit == -1, "\"%s\" wrote a limit", refused[i].text);
	}
}

/*
 * Every beginning of a text lies in memory of exactly its size, so that the sanitizer catches a
 * read beyond it. The position of a defect must lie inside the text.
 */
static void
check_beginnings(const char *text, size_t whole)
{
	for (size_t length = 0; length <= whole; length++)
	{
		mc_time_limit limit = -1;
		size_t position = 12345;

		if (parse_bytes(text, length, &limit, &position) == MC_LIMIT_SOUND)
			check(mc_time_limit_is_valid(limit), "\"%.*s\"", (int) length, text);
		else
			check(position <= length, "\"%.*s\" at %zu", (int) length, text, position);
	}
}

static void
test_truncated(void **state)
{
	(void) state;
	for (size_t i = 0; i < sizeof accepted / sizeof *accepted; i++)
		check_beginnings(accepted[i].text, strlen(accepted[i].text));
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		check_beginnings(refused[i].text, refused[i].length);
}

/* A letter whose bytes are cut is never read as the whole letter. */
static void
test_cut_letter(void **state)
{
	const char *text = "5 ngày làm việc";
	mc_time_limit limit;
	size_t position;

	(void) state;
	for (size_t length = 0; length < strlen(text); length++)
		check((parse_bytes(text, length, &limit, &position) == MC_LIMIT_SOUND) ==
				  (length == 7 || length == 8),
			  "\"%.*s\"", (int) length, text);
}

/* ---- words ---- */

static void
check_words(const char *words, int64_t hundredths)
{
	mc_source s = {words, strlen(words)};
	int64_t said = -1;
	size_t at = 0;
	bool read = mc_skip_number_words(s, &at, &said) && at == s.length;

	check(read == (hundredths >= 0) && (!read || said == hundredths), "\"%s\": %lld", words,
		  (long long) said);
}

static void
test_number_words(void **state)
{
	static const char *const digits[] = {"không", "một", "hai", "ba",   "bốn", "năm",
										 "sáu",   "bảy", "tám", "chín", "mười"};

	(void) state;
	for (int i = 0; i <= 10; i++)
		check_words(digits[i], i * 100);
	check_words("mười lăm", 1500);
	check_words("MƯỜI LĂM", 1500);
	check_words("hai mươi", 2000);
	check_words("hai mươi mốt", 2100);
	check_words("ba mươi tư", 3400);
	check_words("ba mươi nhăm", 3500);
	check_words("bẩy", 700);
	check_words("một trăm", 10000);
	check_words("một trăm linh năm", 10500);
	check_words("một trăm lẻ năm", 10500);
	check_words("một trăm tám mươi", 18000);
	check_words("một nghìn không trăm linh hai", 100200);
	check_words("hai mươi ba ngàn bốn trăm", 2340000);
	check_words("chín trăm chín mươi chín nghìn chín trăm chín mươi chín", 99999900);
	check_words("nửa", 50);
	check_words("một phần hai", 50);
	check_words("một rưỡi", 150);
	check_words("không phẩy năm", 50);
	check_words("một phẩy hai lăm", 125);
	check_words("", -1);
	check_words("trăm", -1);
	check_words("phẩy năm", -1);
	check_words("một phẩy", -1);
	check_words("năm năm", -1);
	check_words("ba ngày", -1);
	check_words("nămx", -1);
}

/* ---- values ---- */

static bool
zero_is_same_day(mc_unit unit)
{
	return unit == MC_WORKING_DAY || unit == MC_CALENDAR_DAY || unit == MC_DAY_SKIP_HOLIDAY;
}

static mc_time_limit_defect
expected_defect(int64_t hundredths, mc_unit unit)
{
	if (hundredths < 0)
		return MC_LIMIT_NEGATIVE;
	if (hundredths > 99999999)
		return MC_LIMIT_TOO_LARGE;
	if (hundredths == 0)
		return zero_is_same_day(unit) ? MC_LIMIT_SOUND : MC_LIMIT_ZERO;
	if ((unit == MC_WEEK && hundredths % 100) ||
		((unit == MC_MONTH || unit == MC_YEAR) && hundredths % 50))
		return MC_LIMIT_FRACTION;
	return MC_LIMIT_SOUND;
}

static void
check_text(mc_time_limit limit, bool english)
{
	char text[MC_TIME_LIMIT_TEXT_MAX];
	mc_time_limit again = -1;
	size_t position;

	memset(text, 'x', sizeof text);
	mc_format_time_limit(limit, english, text);
	check(parse_bytes(text, strlen(text), &again, &position) == MC_LIMIT_SOUND && again == limit,
		  "\"%s\"", text);
}

static void
check_amount(int64_t hundredths, mc_unit unit)
{
	mc_time_limit limit = -1;
	mc_time_limit_defect defect = mc_make_time_limit(hundredths, unit, &limit);

	check(defect == expected_defect(hundredths, unit), "%lld of %s: %d", (long long) hundredths,
		  mc_unit_name(unit), defect);
	if (defect != MC_LIMIT_SOUND)
	{
		check(limit == -1, "%lld of %s was made", (long long) hundredths, mc_unit_name(unit));
		return;
	}
	assert_int_equal(mc_time_limit_hundredths(limit), hundredths);
	assert_int_equal(mc_time_limit_unit(limit), hundredths ? unit : MC_WORKING_DAY);
	assert_true(mc_time_limit_is_valid(limit));
	check_text(limit, false);
	check_text(limit, true);
}

static void
test_every_unit(void **state)
{
	static const int64_t edges[] = {
		-1,       INT64_MIN, INT64_MAX, 99999999,         100000000,
		99999950, 99999900,  99999990,  INT64_C(1) << 32, INT64_C(5000000500)};

	(void) state;
	for (int unit = 0; unit < MC_UNIT_COUNT; unit++)
	{
		for (int64_t hundredths = 0; hundredths < 20000; hundredths++)
			check_amount(hundredths, unit);
		for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
			check_amount(edges[i], unit);
		for (int i = 0; i < 20000; i++)
			check_amount(random_between(0, 100000100), unit);
	}
}

/* Any 64 bits are valid only if they are the value that making the limit anew gives. */
static void
check_bits(int64_t value)
{
	int64_t unit = (int64_t) ((uint64_t) value >> 32);
	int64_t hundredths = (int64_t) ((uint64_t) value & 0xFFFFFFFF);
	bool sound = unit < MC_UNIT_COUNT &&
				 expected_defect(hundredths, (mc_unit) unit) == MC_LIMIT_SOUND &&
				 (hundredths != 0 || unit == MC_WORKING_DAY);

	check(mc_time_limit_is_valid(value) == sound, "%llx", (long long) value);
}

static void
test_bits(void **state)
{
	(void) state;
	for (int64_t unit = -2; unit < 12; unit++)
		for (int64_t hundredths = 0; hundredths < 300; hundredths++)
		{
			check_bits((int64_t) ((uint64_t) unit << 32) | hundredths);
			check_bits((int64_t) ((uint64_t) unit << 32) | (hundredths + 99999900));
			check_bits((int64_t) ((uint64_t) unit << 32) | (0xFFFFFFFF - hundredths));
		}
	for (int i = 0; i < 200000; i++)
		check_bits((int64_t) (random_bits() >> (random_bits() % 64)));
	check_bits(INT64_MIN);
	check_bits(INT64_MAX);
}

static void
test_order(void **state)
{
	(void) state;
	assert_true(limit_of(500, MC_WORKING_DAY) < limit_of(600, MC_WORKING_DAY));
	assert_true(limit_of(99999999, MC_WORKING_DAY) < limit_of(1, MC_WORKING_HOUR));
	assert_true(MC_SAME_DAY < limit_of(1, MC_WORKING_DAY));
	assert_true(limit_of(100, MC_YEAR) < limit_of(100, MC_CLOCK_HOUR));
}

static void
check_canonical(int64_t hundredths, mc_unit unit, const char *vietnamese, const char *english)
{
	char text[MC_TIME_LIMIT_TEXT_MAX];

	mc_format_time_limit(limit_of(hundredths, unit), false, text);
	assert_string_equal(text, vietnamese);
	mc_format_time_limit(limit_of(hundredths, unit), true, text);
	assert_string_equal(text, english);
}

static void
test_canonical(void **state)
{
	(void) state;
	check_canonical(500, MC_WORKING_DAY, "5 ngày làm việc", "5 working days");
	check_canonical(100, MC_WORKING_DAY, "1 ngày làm việc", "1 working day");
	check_canonical(50, MC_WORKING_DAY, "0,5 ngày làm việc", "0.5 working days");
	check_canonical(101, MC_WORKING_DAY, "1,01 ngày làm việc", "1.01 working days");
	check_canonical(5, MC_WORKING_DAY, "0,05 ngày làm việc", "0.05 working days");
	check_canonical(2110, MC_WORKING_DAY, "21,1 ngày làm việc", "21.1 working days");
	check_canonical(0, MC_WORKING_DAY, "trong ngày", "same day");
	check_canonical(800, MC_WORKING_HOUR, "8 giờ làm việc", "8 working hours");
	check_canonical(1500, MC_CALENDAR_DAY, "15 ngày", "15 days");
	check_canonical(1500, MC_DAY_SKIP_HOLIDAY, "15 ngày không tính ngày lễ",
					"15 days excluding holidays");
	check_canonical(100, MC_DAY_SKIP_HOLIDAY, "1 ngày không tính ngày lễ",
					"1 day excluding holidays");
	check_canonical(200, MC_WEEK, "2 tuần", "2 weeks");
	check_canonical(100, MC_MONTH, "1 tháng", "1 month");
	check_canonical(50, MC_MONTH, "0,5 tháng", "0.5 months");
	check_canonical(100, MC_YEAR, "1 năm", "1 year");
	check_canonical(2400, MC_CLOCK_HOUR, "24 giờ", "24 hours");
	check_canonical(99999999, MC_DAY_SKIP_HOLIDAY, "999999,99 ngày không tính ngày lễ",
					"999999.99 days excluding holidays");
}

static void
test_names(void **state)
{
	static const char *const names[] = {"working_day", "working_hour", "day",  "day_skip_holiday",
										"week",        "month",        "year", "hour"};

	(void) state;
	for (int i = 0; i < MC_UNIT_COUNT; i++)
	{
		assert_string_equal(mc_unit_name(i), names[i]);
		assert_int_equal(mc_unit_by_name(names[i], strlen(names[i])), i);
	}
	assert_int_equal(mc_unit_by_name("days", 4), -1);
	assert_int_equal(mc_unit_by_name("Day", 3), -1);
	assert_int_equal(mc_unit_by_name("", 0), -1);
}

/* A long text takes time in proportion to its length, and no recursion. */
static void
test_long(void **state)
{
	size_t length = 1000000;
	char *text = malloc(length);
	mc_time_limit limit;
	size_t position;
	static const char fillers[] = {' ', '0', '9', 'n', '(', '/'};

	(void) state;
	for (size_t i = 0; i < sizeof fillers; i++)
	{
		memset(text, fillers[i], length);
		text[0] = '5';
		memcpy(text + length - 4, "ngay", 4);
		assert_int_equal(mc_parse_time_limit(text, length, &limit, &position) == MC_LIMIT_SOUND,
						 fillers[i] == ' ');
	}
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_accepted),     cmocka_unit_test(test_refused),
		cmocka_unit_test(test_truncated),    cmocka_unit_test(test_cut_letter),
		cmocka_unit_test(test_number_words), cmocka_unit_test(test_every_unit),
		cmocka_unit_test(test_bits),         cmocka_unit_test(test_order),
		cmocka_unit_test(test_canonical),    cmocka_unit_test(test_names),
		cmocka_unit_test(test_long)};

	return cmocka_run_group_tests_name("time_limit", tests, NULL, NULL);
}

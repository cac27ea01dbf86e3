/*
 * This file holds the grammar of moments. The SQL type moment and the SQL functions try_date,
 * try_moment and date_problem call it.
 */
#include "core/base/moment_text.h"

#include <stdio.h>
#include <string.h>

#include "core/base/names.h"
#include "core/base/time_text.h"

#define US_PER_SECOND INT64_C(1000000)
#define US_PER_MINUTE (60 * US_PER_SECOND)
#define YEAR_DIGITS_MAX 7

/* ---- reading ---- */

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Return a cursor over the text without the blanks at its beginning and its end. */
static mc_cursor
without_outer_blanks(const char *text, size_t length)
{
	mc_cursor cursor = {text, text + length};

	while (cursor.next < cursor.end && is_blank(*cursor.next))
		cursor.next++;
	while (cursor.next < cursor.end && is_blank(cursor.end[-1]))
		cursor.end--;
	return cursor;
}

/* True if the cursor's bytes equal an ASCII word of lower-case letters; capitals match too. */
static bool
is_word(mc_cursor cursor, const char *word)
{
	size_t length = (size_t) (cursor.end - cursor.next);

	if (length != strlen(word))
		return false;
	for (size_t at = 0; at < length; at++)
		if ((cursor.next[at] | 0x20) != (word[at] | 0x20))
			return false;
	return true;
}

/* Store the day of a civil date. Return a problem if there is no such date or no such SQL date. */
static mc_moment_problem
day_of(mc_civil civil, mc_day *day)
{
	if (civil.month < 1 || civil.month > 12 || civil.day < 1 ||
		civil.day > mc_days_in_month(civil.year, civil.month))
		return MC_MOMENT_NO_SUCH_DAY;
	/* The year is checked before the day is computed, so that no number overflows. */
	if (civil.year < -4713 || civil.year > 5874897)
		return MC_MOMENT_OUT_OF_RANGE;
	*day = mc_day_from_civil(civil.year, civil.month, civil.day);
	if (*day < MC_MOMENT_FIRST_DAY || *day > MC_MOMENT_LAST_DAY)
		return MC_MOMENT_OUT_OF_RANGE;
	return MC_MOMENT_IS_READABLE;
}

/* Read the '-MM-DD' that follows a year. */
static mc_moment_problem
take_month_and_day(mc_cursor *cursor, int32_t year, mc_day *day)
{
	mc_civil civil = {.year = year};

	if (!mc_take_char(cursor, '-') || mc_take_number(cursor, 2, 2, &civil.month) == 0 ||
		!mc_take_char(cursor, '-') || mc_take_number(cursor, 2, 2, &civil.day) == 0)
		return MC_MOMENT_NO_DATE;
	return day_of(civil, day);
}

/* Read a year with a sign, and the '-MM-DD' that follows it. */
static mc_moment_problem
take_expanded_date(mc_cursor *cursor, mc_day *day)
{
	bool before = mc_take_char(cursor, '-');
	int32_t year;

	if ((!before && !mc_take_char(cursor, '+')) ||
		mc_take_number(cursor, 4, YEAR_DIGITS_MAX, &year) == 0)
		return MC_MOMENT_NO_DATE;
	return take_month_and_day(cursor, before ? -year : year, day);
}

/* Read what follows the day in 'D/M/YYYY' or 'D-M-YYYY'. */
static mc_moment_problem
take_month_and_year(mc_cursor *cursor, int32_t day_of_month, mc_day *day)
{
	mc_civil civil = {.day = day_of_month};
	char separator = mc_cursor_is_at_end(cursor) ? '\0' : *cursor->next;
	int digits;

	if ((separator != '/' && separator != '-') || !mc_take_char(cursor, separator) ||
		mc_take_number(cursor, 1, 2, &civil.month) == 0 || !mc_take_char(cursor, separator))
		return MC_MOMENT_NO_DATE;
	digits = mc_take_number(cursor, 1, 4, &civil.year);
	if (digits < 4)
		return digits == 0 ? MC_MOMENT_NO_DATE : MC_MOMENT_SHORT_YEAR;
	if (civil.year == 0)
		return MC_MOMENT_NO_SUCH_DAY;
	return day_of(civil, day);
}

/* Read a date of any form. Set *in_iso to true if the date is written in a form of ISO 8601. */
static mc_moment_problem
take_date(mc_cursor *cursor, bool *in_iso, mc_day *day)
{
	int32_t first;
	int digits;

	*in_iso = true;
	if (!mc_cursor_is_at_end(cursor) && (*cursor->next == '-' || *cursor->next == '+'))
		return take_expanded_date(cursor, day);
	digits = mc_take_number(cursor, 1, 4, &first);
	if (digits == 4)
		return first == 0 ? MC_MOMENT_NO_SUCH_DAY : take_month_and_day(cursor, first, day);
	*in_iso = false;
	return digits == 1 || digits == 2 ? take_month_and_year(cursor, first, day) : MC_MOMENT_NO_DATE;
}

/* True if an offset comes next, after at most one blank. */
static bool
is_offset_next(const mc_cursor *cursor)
{
	const char *at = cursor->next;

	if (at < cursor->end && *at == ' ')
		at++;
	return at < cursor->end && strchr("+-Zz", *at) != NULL && *at != '\0';
}

/* Read an offset, after at most one blank, which must be the end of the text. */
static mc_moment_problem
take_last_offset(mc_cursor *cursor, int64_t *offset)
{
	(void) mc_take_char(cursor, ' ');
	if (!mc_take_offset(cursor, offset))
		return MC_MOMENT_NO_SUCH_TIME;
	return mc_cursor_is_at_end(cursor) ? MC_MOMENT_IS_READABLE : MC_MOMENT_MORE_TEXT;
}

/* Read what follows a day: nothing, or an offset. An offset does not move the day. */
static mc_moment_problem
take_end_of_day(mc_cursor *cursor, bool in_iso, mc_day day, mc_moment *moment)
{
	mc_moment_problem problem = MC_MOMENT_IS_READABLE;
	int64_t offset;

	if (!mc_cursor_is_at_end(cursor))
		problem = in_iso && is_offset_next(cursor) ? take_last_offset(cursor, &offset)
												   : MC_MOMENT_MORE_TEXT;
	if (problem == MC_MOMENT_IS_READABLE)
		*moment = mc_moment_of_day(day);
	return problem;
}

/* Store the moment of a time of day with an offset from UTC, both in microseconds. */
static mc_moment_problem
moment_at(mc_day day, int64_t within, int64_t offset, mc_moment *moment)
{
	mc_instant wall;

	if (day > MC_MOMENT_WALL_END / MC_US_PER_DAY)
		return MC_MOMENT_OUT_OF_RANGE;
	wall = day * MC_US_PER_DAY + within - offset + MC_VIETNAM_OFFSET;
	if (wall < MC_MOMENT_FIRST_WALL || wall >= MC_MOMENT_WALL_END)
		return MC_MOMENT_OUT_OF_RANGE;
	*moment = mc_moment_of_wall(wall);
	return MC_MOMENT_IS_READABLE;
}

/* Read a time of day, which an offset may follow in ISO 8601, up to the end of the text. */
static mc_moment_problem
take_end_of_time(mc_cursor *cursor, bool in_iso, mc_day day, mc_moment *moment)
{
	mc_moment_problem problem;
	int64_t within, offset = MC_VIETNAM_OFFSET;

	if (!mc_take_time_of_day(cursor, &within) || (!in_iso && within % US_PER_SECOND != 0))
		return MC_MOMENT_NO_SUCH_TIME;
	if (!mc_cursor_is_at_end(cursor))
	{
		if (!in_iso || !is_offset_next(cursor))
			return MC_MOMENT_MORE_TEXT;
		problem = take_last_offset(cursor, &offset);
		if (problem != MC_MOMENT_IS_READABLE)
			return problem;
	}
	return moment_at(day, within, offset, moment);
}

/* Read the blank or the 'T' that stands before a time of day. */
static bool
take_separator(mc_cursor *cursor, bool in_iso)
{
	if (in_iso && (mc_take_char(cursor, 'T') || mc_take_char(cursor, 't')))
		return true;
	return !is_offset_next(cursor) && mc_take_char(cursor, ' ');
}

mc_moment_problem
mc_read_moment(const char *text, size_t length, mc_moment *moment)
{
	mc_cursor cursor = without_outer_blanks(text, length);
	mc_moment_problem problem;
	bool in_iso;
	mc_day day;

	if (mc_cursor_is_at_end(&cursor))
		return MC_MOMENT_EMPTY;
	if (is_word(cursor, "infinity") || is_word(cursor, "-infinity"))
	{
		*moment = mc_moment_of_day(*cursor.next == '-' ? MC_DAY_MINUS_INFINITY : MC_DAY_INFINITY);
		return MC_MOMENT_IS_READABLE;
	}
	problem = take_date(&cursor, &in_iso, &day);
	if (problem != MC_MOMENT_IS_READABLE)
		return problem;
	if (take_separator(&cursor, in_iso))
		return take_end_of_time(&cursor, in_iso, day, moment);
	return take_end_of_day(&cursor, in_iso, day, moment);
}

const char *
mc_moment_problem_text(mc_moment_problem problem, bool english)
{
	static const char *const sentences[][2] = {
		[MC_MOMENT_EMPTY] = {"Ô này trống.", "The text is empty."},
		[MC_MOMENT_NO_DATE] =
			{"Đây không phải ngày tháng dạng 2026-03-02 hay 02/03/2026.",
			 "The text does not begin with a date such as 2026-03-02 or 02/03/2026."},
		[MC_MOMENT_SHORT_YEAR] = {"Năm phải viết đủ bốn chữ số.", "The year needs four digits."},
		[MC_MOMENT_NO_SUCH_DAY] =
			{"Lịch không có ngày hoặc tháng này; ngày viết trước tháng.",
			 "The calendar has no such day or month; the day stands before the month."},
		[MC_MOMENT_NO_SUCH_TIME] = {"Giờ phải viết dạng 14:20 hoặc 14:20:00.",
									"The time of day has the form 14:20 or 14:20:00."},
		[MC_MOMENT_MORE_TEXT] = {"Sau ngày giờ còn chữ khác.", "Other text follows the date."},
		[MC_MOMENT_OUT_OF_RANGE] = {"Năm nằm ngoài khoảng mà cơ sở dữ liệu lưu được.",
									"The year is outside the range that the database can store."}};

	return problem == MC_MOMENT_IS_READABLE ? NULL : sentences[problem][english];
}

/* ---- writing ---- */

/* Write a finite day, with a sign if the year is outside 0001 to 9999. Return the length. */
static int
write_day(mc_day day, char *out)
{
	mc_civil civil = mc_civil_from_day(day);

	if (civil.year >= 1 && civil.year <= 9999)
	{
		mc_format_iso_day(day, out);
		return (int) strlen(out);
	}
	return sprintf(out, "%c%04d-%02d-%02d", civil.year < 0 ? '-' : '+',
				   civil.year < 0 ? -civil.year : civil.year, civil.month, civil.day);
}

int
mc_write_moment(mc_moment moment, char out[MC_MOMENT_TEXT_MAX])
{
	int64_t within;
	int length;

	if (!mc_moment_is_finite(moment))
		return sprintf(out, moment.day == MC_DAY_INFINITY ? "infinity" : "-infinity");
	length = write_day(moment.day, out);
	if (!moment.exact)
		return length;
	within = moment.at - moment.day * MC_US_PER_DAY;
	length += sprintf(out + length, " %02d:%02d:%02d", (int) (within / (60 * US_PER_MINUTE)),
					  (int) (within / US_PER_MINUTE % 60), (int) (within / US_PER_SECOND % 60));
	if (within % US_PER_SECOND != 0)
		length += sprintf(out + length, ".%06d", (int) (within % US_PER_SECOND));
	return length;
}

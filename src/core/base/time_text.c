/* This file reads digits, times of day and offsets. iso_time.c and moment_text.c call it. */
#include "core/base/time_text.h"

#define US_PER_SECOND INT64_C(1000000)
#define US_PER_MINUTE (60 * US_PER_SECOND)

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

int
mc_take_number(mc_cursor *cursor, int least, int most, int32_t *number)
{
	int taken = 0;

	*number = 0;
	while (taken < most && !mc_cursor_is_at_end(cursor) && is_digit(*cursor->next))
	{
		*number = *number * 10 + (*cursor->next++ - '0');
		taken++;
	}
	return taken < least ? 0 : taken;
}

/* Read two digits whose value is at most max. */
static bool
take_pair(mc_cursor *cursor, int32_t max, int32_t *number)
{
	return mc_take_number(cursor, 2, 2, number) == 2 && *number <= max;
}

/*
 * Read one to six decimals of a second. Return false if there are more, rather than round the time.
 */
static bool
take_decimals(mc_cursor *cursor, int64_t *microseconds)
{
	int32_t number;
	int taken = mc_take_number(cursor, 1, 7, &number);

	if (taken == 0 || taken > 6)
		return false;
	*microseconds = number;
	for (; taken < 6; taken++)
		*microseconds *= 10;
	return true;
}

bool
mc_take_time_of_day(mc_cursor *cursor, int64_t *microseconds)
{
	int32_t hour, minute, second = 0;
	int64_t decimals = 0;

	if (!take_pair(cursor, 23, &hour) || !mc_take_char(cursor, ':') ||
		!take_pair(cursor, 59, &minute))
		return false;
	if (mc_take_char(cursor, ':'))
	{
		if (!take_pair(cursor, 59, &second))
			return false;
		if (mc_take_char(cursor, '.') && !take_decimals(cursor, &decimals))
			return false;
	}
	*microseconds = (hour * 60 + minute) * US_PER_MINUTE + second * US_PER_SECOND + decimals;
	return true;
}

bool
mc_take_offset(mc_cursor *cursor, int64_t *microseconds)
{
	int32_t hours, minutes = 0;
	bool west;

	*microseconds = 0;
	if (mc_take_char(cursor, 'Z') || mc_take_char(cursor, 'z'))
		return true;
	west = mc_take_char(cursor, '-');
	if ((!west && !mc_take_char(cursor, '+')) || !take_pair(cursor, 15, &hours))
		return false;
	if ((mc_take_char(cursor, ':') || (!mc_cursor_is_at_end(cursor) && is_digit(*cursor->next))) &&
		!take_pair(cursor, 59, &minutes))
		return false;
	*microseconds = (hours * 60 + minutes) * US_PER_MINUTE;
	if (west)
		*microseconds = -*microseconds;
	return true;
}

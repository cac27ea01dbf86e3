/*
 * This file writes and reads instants as ISO 8601 text. The text form of the dossier type calls it.
 */
#include "core/base/iso_time.h"

#include <stdio.h>
#include <string.h>

#include "core/base/time_text.h"

#define US_PER_SECOND INT64_C(1000000)
#define DAY_LENGTH 10 /* length of 'YYYY-MM-DD' in bytes */

void
mc_format_iso_instant(mc_instant at, char out[MC_ISO_INSTANT_MAX])
{
	mc_instant wall = mc_vietnam_wall(at);
	mc_day day = mc_day_of_wall(wall);
	int64_t within = wall - day * MC_US_PER_DAY;
	int seconds = (int) (within / US_PER_SECOND);
	int fraction = (int) (within % US_PER_SECOND);
	char *end = out + DAY_LENGTH;

	mc_format_iso_day(day, out);
	end += sprintf(end, "T%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
	if (fraction != 0)
		end += sprintf(end, ".%06d", fraction);
	memcpy(end, "+07:00", sizeof("+07:00"));
}

bool
mc_parse_iso_instant(const char *text, size_t length, mc_instant *at)
{
	mc_cursor cursor = {text + DAY_LENGTH, text + length};
	mc_day day;
	int64_t within, offset = MC_VIETNAM_OFFSET;

	if (length < DAY_LENGTH || !mc_parse_iso_day(text, &day))
		return false;
	if (!mc_take_char(&cursor, 'T') && !mc_take_char(&cursor, 't') && !mc_take_char(&cursor, ' '))
		return false;
	if (!mc_take_time_of_day(&cursor, &within))
		return false;
	if (!mc_cursor_is_at_end(&cursor) &&
		(!mc_take_offset(&cursor, &offset) || !mc_cursor_is_at_end(&cursor)))
		return false;
	*at = day * MC_US_PER_DAY + within - offset;
	return mc_instant_is_writable(*at);
}

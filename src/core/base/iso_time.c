#include "core/base/iso_time.h"

#include <stdio.h>
#include <string.h>

#define US_PER_SECOND	INT64_C(1000000)
#define US_PER_MINUTE	(60 * US_PER_SECOND)
#define DAY_LENGTH		10		/* bytes of YYYY-MM-DD */

void
mc_format_iso_instant(mc_instant at, char out[MC_ISO_INSTANT_MAX])
{
	mc_instant	wall = mc_vietnam_wall(at);
	mc_day		day = mc_day_of_wall(wall);
	int64_t		within = wall - day * MC_US_PER_DAY;
	int			seconds = (int) (within / US_PER_SECOND);
	int			fraction = (int) (within % US_PER_SECOND);
	char	   *end = out + DAY_LENGTH;

	mc_format_iso_day(day, out);
	end += sprintf(end, "T%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
	if (fraction != 0)
		end += sprintf(end, ".%06d", fraction);
	memcpy(end, "+07:00", sizeof("+07:00"));
}

/* ---- reading: a cursor over bytes ---- */

typedef struct reader
{
	const char *next;
	const char *end;
} reader;

static bool
take(reader *r, char c)
{
	if (r->next == r->end || *r->next != c)
		return false;
	r->next++;
	return true;
}

static bool
take_digit(reader *r, int *digit)
{
	if (r->next == r->end || *r->next < '0' || *r->next > '9')
		return false;
	*digit = *r->next++ - '0';
	return true;
}

/* Two digits, at most max. */
static bool
take_pair(reader *r, int max, int *number)
{
	int			tens,
				ones;

	if (!take_digit(r, &tens) || !take_digit(r, &ones))
		return false;
	*number = tens * 10 + ones;
	return *number <= max;
}

static bool
take_fraction(reader *r, int64_t *microseconds)
{
	int64_t		unit = US_PER_SECOND / 10;
	int			digit;

	if (!take_digit(r, &digit))
		return false;
	do
	{
		if (unit == 0)
			return false;
		*microseconds += digit * unit;
		unit /= 10;
	} while (take_digit(r, &digit));
	return true;
}

static bool
take_time_of_day(reader *r, int64_t *within)
{
	int			hour,
				minute,
				second = 0;

	if (!take_pair(r, 23, &hour) || !take(r, ':') || !take_pair(r, 59, &minute))
		return false;
	*within = 0;
	if (take(r, ':'))
	{
		if (!take_pair(r, 59, &second))
			return false;
		if (take(r, '.') && !take_fraction(r, within))
			return false;
	}
	*within += (hour * 60 + minute) * US_PER_MINUTE + second * US_PER_SECOND;
	return true;
}

/* What is left: an offset or nothing. */
static bool
take_offset(reader *r, int64_t *offset)
{
	int			hours,
				minutes = 0;
	bool		west;

	*offset = MC_VIETNAM_OFFSET;
	if (r->next == r->end)
		return true;
	*offset = 0;
	if (take(r, 'Z') || take(r, 'z'))
		return true;
	west = take(r, '-');
	if ((!west && !take(r, '+')) || !take_pair(r, 15, &hours))
		return false;
	if ((take(r, ':') || r->next != r->end) && !take_pair(r, 59, &minutes))
		return false;
	*offset = (hours * 60 + minutes) * US_PER_MINUTE;
	if (west)
		*offset = -*offset;
	return true;
}

bool
mc_parse_iso_instant(const char *text, size_t length, mc_instant *at)
{
	reader		r = {text + DAY_LENGTH, text + length};
	mc_day		day;
	int64_t		within,
				offset;

	if (length < DAY_LENGTH || !mc_parse_iso_day(text, &day))
		return false;
	if (!take(&r, 'T') && !take(&r, 't') && !take(&r, ' '))
		return false;
	if (!take_time_of_day(&r, &within) || !take_offset(&r, &offset) || r.next != r.end)
		return false;
	*at = day * MC_US_PER_DAY + within - offset;
	return mc_instant_is_writable(*at);
}

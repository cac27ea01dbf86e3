/* This file validates and compares packed moments. The SQL type moment calls both functions. */
#include "core/base/moment.h"

bool
mc_packed_moment_is_valid(int64_t packed)
{
	if (packed == MC_INSTANT_INFINITY || packed == MC_INSTANT_MINUS_INFINITY)
		return true;
	if (packed < MC_PACKED_DAYS_END)
		return packed >= MC_PACKED_DAYS + MC_MOMENT_FIRST_DAY &&
			   packed <= MC_PACKED_DAYS + MC_MOMENT_LAST_DAY;
	return packed >= MC_MOMENT_FIRST_WALL && packed < MC_MOMENT_WALL_END;
}

int
mc_packed_moment_compare(int64_t a, int64_t b)
{
	mc_moment x = mc_unpack_moment(a);
	mc_moment y = mc_unpack_moment(b);

	if (x.day != y.day)
		return x.day < y.day ? -1 : 1;
	return (a > b) - (a < b);
}

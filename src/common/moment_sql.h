/*
 * Arguments of the SQL type moment, to which date, timestamp, timestamptz and text are cast.
 */
#ifndef MOTCUA_MOMENT_H
#define MOTCUA_MOMENT_H

#include "fmgr.h"

#include "core/base/moment.h"

/* Return the moment of an argument; NULL is mc_never(). */
static inline mc_moment
motcua_moment_arg(FunctionCallInfo fcinfo, int argno)
{
	return PG_ARGISNULL(argno) ? mc_never() : mc_unpack_moment(PG_GETARG_INT64(argno));
}

/*
 * Return the instant of a moment in UTC: of a whole day its beginning, or with at_end its last microsecond.
 * Infinities stay infinite. A day outside the range of timestamps becomes an instant outside of it.
 */
static inline mc_instant
motcua_instant_of_moment(mc_moment moment, bool at_end)
{
	mc_instant wall = mc_moment_wall(moment, at_end);

	if (wall == MC_INSTANT_INFINITY || wall == MC_INSTANT_MINUS_INFINITY)
		return wall;
	return wall - MC_VIETNAM_OFFSET;
}

#endif

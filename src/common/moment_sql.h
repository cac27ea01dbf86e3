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

#endif

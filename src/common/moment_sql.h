/*
 * This header reads arguments of the SQL type moment. All glue with arguments that are moments of a
 * dossier, or days, uses it.
 */
#ifndef MOTCUA_MOMENT_H
#define MOTCUA_MOMENT_H

#include "fmgr.h"

#include "core/base/moment.h"

/* Return the moment of an argument, or mc_never() if the argument is NULL. */
static inline mc_moment
motcua_moment_arg(FunctionCallInfo fcinfo, int argno)
{
	return PG_ARGISNULL(argno) ? mc_never() : mc_unpack_moment(PG_GETARG_INT64(argno));
}

/* Return the day of an argument that is a moment and not NULL. */
static inline mc_day
motcua_day_arg(FunctionCallInfo fcinfo, int argno)
{
	return mc_unpack_moment(PG_GETARG_INT64(argno)).day;
}

#endif

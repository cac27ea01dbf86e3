/* The type time_limit: its 64 bits are core's, passed by value. */
#ifndef MOTCUA_TIME_LIMIT_H
#define MOTCUA_TIME_LIMIT_H

#include "fmgr.h"

#include "core/deadline/time_limit.h"

static inline mc_time_limit
motcua_time_limit_arg(FunctionCallInfo fcinfo, int argno)
{
	return PG_GETARG_INT64(argno);
}

static inline Datum
motcua_time_limit_datum(mc_time_limit limit)
{
	return Int64GetDatum(limit);
}

/* Reads a limit as forms print it. False after a soft error that names the place and what is wrong there. */
extern bool motcua_read_time_limit(const char *text, size_t length, mc_time_limit *limit,
								   struct Node *escontext);

/* The unit of that name in a text argument that is not NULL; 22023 for an unknown one. */
extern mc_unit motcua_unit_arg(FunctionCallInfo fcinfo, int argno);

#endif

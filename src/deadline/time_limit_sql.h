/*
 * This header declares the SQL type time_limit for the glue. A value is passed by value; its 64
 * bits are those of core/deadline. The types dossier and time_limit and the figures about
 * processing time use it.
 */
#ifndef MOTCUA_TIME_LIMIT_H
#define MOTCUA_TIME_LIMIT_H

#include "fmgr.h"

#include "core/deadline/time_limit.h"

/* Return the limit of an argument that is not NULL. */
static inline mc_time_limit
motcua_time_limit_arg(FunctionCallInfo fcinfo, int argno)
{
	return PG_GETARG_INT64(argno);
}

/* Return a limit as an SQL value. */
static inline Datum
motcua_time_limit_datum(mc_time_limit limit)
{
	return Int64GetDatum(limit);
}

/*
 * Read a limit as forms print it. Return false after a soft error (22P02) that says where and what
 * the defect is.
 */
extern bool motcua_read_time_limit(const char *text, size_t length, mc_time_limit *limit,
								   struct Node *escontext);

/*
 * Return the unit that a text argument names, which is not NULL. Raise 22023 if the name is
 * unknown.
 */
extern mc_unit motcua_unit_arg(FunctionCallInfo fcinfo, int argno);

#endif

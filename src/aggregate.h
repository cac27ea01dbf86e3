/* What every transition function needs. */
#ifndef MOTCUA_AGGREGATE_H
#define MOTCUA_AGGREGATE_H

#include "postgres.h"

#include "fmgr.h"

/*
 * The context of the aggregate that is calling; 55000 when none is. A transition
 * function changes its state in place, so nobody else may call it.
 */
static inline MemoryContext
motcua_aggregate_context(FunctionCallInfo fcinfo)
{
	MemoryContext context;

	if (!AggCheckCallContext(fcinfo, &context))
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("a transition function was called outside its aggregate")));
	return context;
}

#endif

/*
 * This header declares the SQL type lateness, a histogram of core/kpi/lateness.h. The files of
 * src/kpi use it.
 */
#ifndef MOTCUA_LATENESS_H
#define MOTCUA_LATENESS_H

#include "fmgr.h"

#include "core/kpi/lateness.h"

#define LATENESS_VERSION 1

/*
 * A value has as many bins as it uses. The state of an aggregate has room for more, so that
 * counting seldom allocates; nothing reads the bins behind the used ones.
 */
typedef struct Lateness
{
	int32 vl_len_;
	uint8 version;
	uint8 reserved[3]; /* zero */
	int32 used;
	int32 reserved2; /* zero */
	mc_late_bin bins[FLEXIBLE_ARRAY_MEMBER];
} Lateness;

StaticAssertDecl(offsetof(Lateness, bins) == 16, "lateness layout has holes");

/* Return an empty histogram with room for so many bins, in the current context. */
extern Lateness *motcua_new_lateness(int32 capacity);

/* Return a lateness argument that is not NULL, detoasted. Raise XX001 if it is damaged. */
extern Lateness *motcua_lateness_arg(FunctionCallInfo fcinfo, int argno);

/* Return the histogram as core sees it. The result points to the bins of the value. */
extern mc_lateness motcua_lateness_view(Lateness *lateness);

/*
 * Add a count to the bin of a number of days. Return the histogram, which may be a larger copy in
 * the current context. Raise 22003 on overflow.
 */
extern Lateness *motcua_lateness_counted(Lateness *lateness, int64 days, int64 count);

/*
 * Add a histogram to the state if the sign is 1, or subtract it if the sign is -1. Return the
 * state, which may be a larger copy in the current context. Raise 22003 on overflow.
 */
extern Lateness *motcua_lateness_accumulated(Lateness *state, Lateness *other, int sign);

/* Return the value without room to spare: the value itself or a copy in the current context. */
extern Lateness *motcua_lateness_trimmed(Lateness *lateness);

#endif

/* The SQL type lateness. */
#ifndef MOTCUA_LATENESS_H
#define MOTCUA_LATENESS_H

#include "fmgr.h"

#include "core/kpi/lateness.h"

#define LATENESS_VERSION 1

/*
 * A value has as many bins as it uses. The state of an aggregate has room for more, so
 * that counting seldom allocates; nothing reads what lies behind the used ones.
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

/* An empty one with room for so many bins, in the current context. */
extern Lateness *motcua_new_lateness(int32 capacity);

/* A lateness argument that is not NULL, aligned and in full; its form is checked. */
extern Lateness *motcua_lateness_arg(FunctionCallInfo fcinfo, int argno);

/* Core's view of it. */
extern mc_lateness motcua_lateness_view(Lateness *lateness);

/* Counts in place, or in a larger copy in the current context. */
extern Lateness *motcua_lateness_counted(Lateness *lateness, int64 days, int64 count);

/* state += sign * other, in place, or in a larger copy in the current context. */
extern Lateness *motcua_lateness_accumulated(Lateness *state, Lateness *other, int sign);

/* The value without room to spare: itself, or a copy. */
extern Lateness *motcua_lateness_trimmed(Lateness *lateness);

#endif

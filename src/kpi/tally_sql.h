/* The SQL type tally. */
#ifndef MOTCUA_TALLY_H
#define MOTCUA_TALLY_H

#include "fmgr.h"

#include "core/kpi/tally.h"

#define TALLY_VERSION 1

/* Storage is plain and alignment double, so a tally is never packed, compressed or moved out of line. */
typedef struct Tally
{
	int32 vl_len_;
	uint8 version;
	uint8 reserved[3]; /* zero */
	mc_tally value;
} Tally;

StaticAssertDecl(sizeof(Tally) == 8 + 8 + 8 * MC_COUNTER_COUNT, "tally layout has holes");

/* A new tally in the given context. */
extern Tally *motcua_make_tally(const mc_tally *value, MemoryContext context);

/* A tally argument that is not NULL; its form is checked. */
extern Tally *motcua_tally_arg(FunctionCallInfo fcinfo, int argno);

/* Raises 22003: a counter or total leaves 64 bits. */
extern _Noreturn void motcua_tally_overflow(void);

/* Raises 22023 unless both tallies are over the same period. */
extern void motcua_check_same_period(const mc_tally *a, const mc_tally *b);

/* '2020-01-01 to 2020-12-31', or 'no period'. */
extern char *motcua_period_text(mc_period period);

#endif

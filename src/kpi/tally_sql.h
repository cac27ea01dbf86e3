/*
 * This header declares the SQL type tally, which holds the counters of core/kpi/tally.h. The files
 * of src/kpi and src/scoring use it.
 */
#ifndef MOTCUA_TALLY_H
#define MOTCUA_TALLY_H

#include "fmgr.h"

#include "core/kpi/tally.h"

#define TALLY_VERSION 1

/*
 * The storage of the type is plain and its alignment double, so that a tally is never compressed,
 * moved out of line or stored unaligned.
 */
typedef struct Tally
{
	int32 vl_len_;
	uint8 version;
	uint8 reserved[3]; /* zero */
	mc_tally value;
} Tally;

StaticAssertDecl(sizeof(Tally) == 8 + 8 + 8 * MC_COUNTER_COUNT, "tally layout has holes");

/* Return a new value in a memory context. */
extern Tally *motcua_make_tally(const mc_tally *value, MemoryContext context);

/* Return a tally argument that is not NULL. Raise XX001 if it is damaged. */
extern Tally *motcua_tally_arg(FunctionCallInfo fcinfo, int argno);

/* Raise 22003: a counter or a total leaves 64 bits. */
extern _Noreturn void motcua_tally_overflow(void);

/* Raise 22023 unless both tallies are over the same period. */
extern void motcua_check_same_period(const mc_tally *a, const mc_tally *b);

/*
 * Return a period as '2020-01-01 to 2020-12-31' or 'no period', for messages. The text is allocated
 * in the current context.
 */
extern char *motcua_period_text(mc_period period);

#endif

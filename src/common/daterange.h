/* Between PostgreSQL's daterange and mc_period. */
#ifndef MOTCUA_DATERANGE_H
#define MOTCUA_DATERANGE_H

#include "fmgr.h"

#include "common/compat.h"
#include "core/base/period.h"

/* Bounded, not empty, and its two days written with four-digit years. */
extern bool motcua_period_is_valid(mc_period period);

/* The period of a daterange datum; 22023 when it is unbounded or empty. */
extern mc_period motcua_period_of_range(Datum range);

/* A range is at most this long: header, type, two dates, flags. */
#define RANGE_BYTES_MAX 24

/* The last period an expression saw (fn_extra), so that a row compares bytes instead of reading a range. */
typedef struct PeriodCache
{
	Size size;
	char bytes[RANGE_BYTES_MAX];
	mc_period period;
} PeriodCache;

extern mc_period motcua_read_period_arg(FunctionCallInfo fcinfo, struct varlena *range, Size size);

/* The period of a daterange argument that is not NULL; 22023 as above. */
static inline mc_period
motcua_period_arg(FunctionCallInfo fcinfo, int argno)
{
	PeriodCache *cache = fcinfo->flinfo->fn_extra;
	struct varlena *range = (struct varlena *) PG_GETARG_POINTER(argno);
	Size size = VARSIZE_ANY(range);

	if (likely(cache && cache->size == size && memcmp(cache->bytes, range, size) == 0))
		return cache->period;
	return motcua_read_period_arg(fcinfo, range, size);
}

/* The period of a daterange's text. False after a soft error. */
extern bool motcua_read_period(const char *text, mc_period *period, struct Node *escontext);

/* The daterange of a stated period. */
extern Datum motcua_period_datum(mc_period period);

#endif

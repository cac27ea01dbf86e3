/*
 * This header converts between PostgreSQL's dateranges and the periods of core. The SQL types and
 * functions that count dossiers over periods use it.
 */
#ifndef MOTCUA_DATERANGE_H
#define MOTCUA_DATERANGE_H

#include "fmgr.h"

#include "common/compat.h"
#include "core/base/period.h"

/*
 * True if the period is stated, does not end before it begins, and PostgreSQL writes the two bounds
 * of its daterange with years of four digits.
 */
extern bool motcua_period_is_valid(mc_period period);

/*
 * Return the period of a daterange. Raise 22023 if the daterange is empty or unbounded, or if
 * motcua_period_is_valid is false for the period.
 */
extern mc_period motcua_period_of_range(Datum range);

/* No daterange has more bytes: header, type, two dates and flags. */
#define RANGE_BYTES_MAX 24

/*
 * The last period that an expression read, which it keeps in fn_extra. The next row then only
 * compares bytes and does not decode a range.
 */
typedef struct PeriodCache
{
	Size size;
	char bytes[RANGE_BYTES_MAX];
	mc_period period;
} PeriodCache;

/* Return the period of a daterange argument and remember it. The next function calls this one. */
extern mc_period motcua_read_period_arg(FunctionCallInfo fcinfo, struct varlena *range, Size size);

/*
 * Return the period of a daterange argument that is not NULL. Raise 22023 like
 * motcua_period_of_range.
 */
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

/*
 * Read the text form of a daterange that is bounded on both sides. Return false after a soft error
 * (22P02).
 */
extern bool motcua_read_period(const char *text, mc_period *period, struct Node *escontext);

/* Return the daterange of a stated period, allocated in the current memory context. */
extern Datum motcua_period_datum(mc_period period);

#endif

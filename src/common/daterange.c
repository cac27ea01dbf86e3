/*
 * This file converts between PostgreSQL's dateranges and the periods of core. The SQL types and
 * functions that count dossiers over periods call it.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "utils/date.h"
#include "utils/fmgroids.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"

#include "common/compat.h"
#include "common/daterange.h"

bool
motcua_period_is_valid(mc_period period)
{
	return period.since >= mc_day_from_civil(1, 1, 1) &&
		   period.until < mc_day_from_civil(9999, 12, 31) && period.since <= period.until;
}

static TypeCacheEntry *
daterange_cache(void)
{
	return lookup_type_cache(DATERANGEOID, TYPECACHE_RANGE_INFO);
}

/*
 * Return the period of a daterange, or mc_no_period() if it is empty or unbounded. Dateranges are
 * canonical: [since, until + 1).
 */
static mc_period
period_of_range(Datum range)
{
	RangeBound lower;
	RangeBound upper;
	bool empty;

	range_deserialize(daterange_cache(), DatumGetRangeTypeP(range), &lower, &upper, &empty);
	if (empty || lower.infinite || upper.infinite || DATE_NOT_FINITE(DatumGetDateADT(lower.val)) ||
		DATE_NOT_FINITE(DatumGetDateADT(upper.val)))
		return mc_no_period();
	return (mc_period){DatumGetDateADT(lower.val), DatumGetDateADT(upper.val) - 1};
}

mc_period
motcua_period_of_range(Datum range)
{
	mc_period period = period_of_range(range);

	if (!motcua_period_is_valid(period))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("period \"%s\" is empty, has no end or leaves the years 1 to 9998",
						OidOutputFunctionCall(F_RANGE_OUT, range)),
				 errhint("Give both days, as in daterange('2020-01-01', '2020-12-31', '[]').")));
	return period;
}

mc_period
motcua_read_period_arg(FunctionCallInfo fcinfo, struct varlena *range, Size size)
{
	PeriodCache *cache = fcinfo->flinfo->fn_extra;
	mc_period period = motcua_period_of_range(PointerGetDatum(range));

	if (size > RANGE_BYTES_MAX)
		return period;
	if (!cache)
		cache = fcinfo->flinfo->fn_extra =
			MemoryContextAlloc(fcinfo->flinfo->fn_mcxt, sizeof(PeriodCache));
	cache->size = size;
	memcpy(cache->bytes, range, size);
	cache->period = period;
	return period;
}

/*
 * Read two ISO days in the brackets of a range. The text form of tallies contains periods in this
 * form only, and the form depends on no setting of the session.
 */
static bool
parse_period(const char *text, mc_period *period)
{
	if (strlen(text) != 23 || !strchr("[(", text[0]) || text[11] != ',' ||
		!strchr(")]", text[22]) || !mc_parse_iso_day(text + 1, &period->since) ||
		!mc_parse_iso_day(text + 12, &period->until))
		return false;
	period->since += text[0] == '(';
	period->until -= text[22] == ')';
	return motcua_period_is_valid(*period);
}

bool
motcua_read_period(const char *text, mc_period *period, struct Node *escontext)
{
	if (parse_period(text, period))
		return true;
	motcua_ereturn(escontext, false,
				   (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					errmsg("invalid period \"%s\" in a tally", text),
					errhint("Write it as daterange prints it: \"[2020-01-01,2021-01-01)\".")));
}

Datum
motcua_period_datum(mc_period period)
{
	RangeBound lower = {.val = DateADTGetDatum(period.since), .inclusive = true, .lower = true};
	RangeBound upper = {.val = DateADTGetDatum(period.until + 1)};

	return RangeTypePGetDatum(motcua_range_serialize(daterange_cache(), &lower, &upper));
}

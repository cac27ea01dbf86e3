/*
 * This file holds the SQL type lateness: its values, its input, output, comparison, hash and
 * arithmetic functions, and what a histogram says. The text form is a JSON object {"days late":
 * dossiers, ...}. The binary form is a version byte, the number of bins, and the days and the
 * number of dossiers of each bin.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "utils/fmgrprotos.h"
#include "utils/numeric.h"

#include "common/comparisons.h"
#include "common/compat.h"
#include "common/json_fields.h"
#include "common/numbers.h"
#include "kpi/lateness_sql.h"

#define BIN_BYTES_SENT 12
#define FIRST_CAPACITY 16

/* ---- values and states ---- */

Lateness *
motcua_new_lateness(int32 capacity)
{
	Size size = offsetof(Lateness, bins) + sizeof(mc_late_bin) * (Size) capacity;
	Lateness *lateness = palloc(size);

	memset(lateness, 0, offsetof(Lateness, bins));
	SET_VARSIZE(lateness, size);
	lateness->version = LATENESS_VERSION;
	return lateness;
}

static inline int32
capacity_of(const Lateness *lateness)
{
	return (VARSIZE(lateness) - offsetof(Lateness, bins)) / sizeof(mc_late_bin);
}

Lateness *
motcua_lateness_arg(FunctionCallInfo fcinfo, int argno)
{
	Lateness *lateness = (Lateness *) PG_DETOAST_DATUM(PG_GETARG_DATUM(argno));

	if (VARSIZE(lateness) < offsetof(Lateness, bins) || lateness->version != LATENESS_VERSION ||
		lateness->used < 0 || lateness->used > capacity_of(lateness))
		ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED), errmsg("damaged lateness value")));
	return lateness;
}

mc_lateness
motcua_lateness_view(Lateness *lateness)
{
	return (mc_lateness){lateness->used, capacity_of(lateness), lateness->bins};
}

/* Return a copy with room for so many bins, in the current context. */
static Lateness *
copy_with_room(const Lateness *lateness, int32 capacity)
{
	Lateness *copy = motcua_new_lateness(capacity);

	copy->used = lateness->used;
	memcpy(copy->bins, lateness->bins, sizeof(mc_late_bin) * (Size) lateness->used);
	/*
	 * The room to spare is sent to other processes too, so it must not hold bytes of the memory of
	 * this process.
	 */
	memset(copy->bins + copy->used, 0, sizeof(mc_late_bin) * (Size) (capacity - copy->used));
	return copy;
}

Lateness *
motcua_lateness_trimmed(Lateness *lateness)
{
	return capacity_of(lateness) == lateness->used ? lateness
												   : copy_with_room(lateness, lateness->used);
}

/* Raise 22003 for MC_LATE_OVERFLOW and 22023 for MC_LATE_NEGATIVE. */
static void
check_counted(mc_late_result result)
{
	if (result == MC_LATE_OVERFLOW)
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("lateness counter out of range"),
						errdetail("Counters and their totals are 64-bit integers.")));
	if (result == MC_LATE_NEGATIVE)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("a lateness with negative counts has no average, median or maximum"),
						errdetail("More dossiers were subtracted than it held."),
						errhint("Add it to the lateness that it is a part of first.")));
}

Lateness *
motcua_lateness_counted(Lateness *lateness, int64 days, int64 count)
{
	mc_lateness view = motcua_lateness_view(lateness);
	mc_late_result result = mc_lateness_count(&view, days, count);

	if (unlikely(result == MC_LATE_FULL))
	{
		lateness = copy_with_room(lateness, Max(FIRST_CAPACITY, 2 * view.capacity));
		view = motcua_lateness_view(lateness);
		result = mc_lateness_count(&view, days, count);
	}
	check_counted(result);
	lateness->used = view.used;
	return lateness;
}

Lateness *
motcua_lateness_accumulated(Lateness *state, Lateness *other, int sign)
{
	mc_lateness added = motcua_lateness_view(other);
	mc_lateness view;

	if (other->used > capacity_of(state) - state->used)
		state = copy_with_room(state, 2 * (state->used + other->used));
	view = motcua_lateness_view(state);
	check_counted(mc_lateness_accumulate(&view, &added, sign));
	state->used = view.used;
	return state;
}

/* ---- text form ---- */

static bool
read_bin(void *target, const char *key, int key_length, JsonbValue *value, struct Node *escontext)
{
	Lateness **lateness = target;
	int64 days;
	int64 count;

	if (!mc_parse_late_days(key, key_length, &days))
		motcua_ereturn(escontext, false,
					   (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
						errmsg("invalid key \"%.*s\" in a lateness", key_length, key),
						errhint("Use working days late as keys, whole numbers from 1.")));
	if (!motcua_json_int64(key, key_length, value, &count, escontext))
		return false;
	*lateness = motcua_lateness_counted(*lateness, days, count);
	return true;
}

PG_FUNCTION_INFO_V1(motcua_lateness_in);
Datum
motcua_lateness_in(PG_FUNCTION_ARGS)
{
	Lateness *lateness = motcua_new_lateness(0);

	if (!motcua_read_json(
			PG_GETARG_CSTRING(0), "lateness",
			"Its text form is a JSON object: working days late, and how many dossiers.", read_bin,
			&lateness, fcinfo->context))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(motcua_lateness_trimmed(lateness));
}

PG_FUNCTION_INFO_V1(motcua_lateness_out);
Datum
motcua_lateness_out(PG_FUNCTION_ARGS)
{
	Lateness *lateness = motcua_lateness_arg(fcinfo, 0);
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoChar(&out, '{');
	for (int32 i = 0; i < lateness->used; i++)
		appendStringInfo(&out, "%s\"" INT64_FORMAT "\": " INT64_FORMAT, i > 0 ? ", " : "",
						 lateness->bins[i].days, lateness->bins[i].count);
	appendStringInfoChar(&out, '}');
	PG_RETURN_CSTRING(out.data);
}

/* ---- binary form ---- */

/* Raise 22P03: a binary lateness has the given fault. */
static void
bad_message(const char *what)
{
	ereport(ERROR, (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
					errmsg("%s in a binary lateness", what)));
}

PG_FUNCTION_INFO_V1(motcua_lateness_recv);
Datum
motcua_lateness_recv(PG_FUNCTION_ARGS)
{
	StringInfo buffer = (StringInfo) PG_GETARG_POINTER(0);
	Lateness *lateness;
	mc_lateness view;
	uint32 used;

	if (pq_getmsgbyte(buffer) != LATENESS_VERSION)
		bad_message("unknown version");
	used = pq_getmsgint(buffer, 4);
	if (used > (uint32) (buffer->len - buffer->cursor) / BIN_BYTES_SENT)
		bad_message("missing bins");
	lateness = motcua_new_lateness(used);
	lateness->used = used;
	for (uint32 i = 0; i < used; i++)
	{
		lateness->bins[i].days = pq_getmsgint(buffer, 4);
		lateness->bins[i].count = pq_getmsgint64(buffer);
	}
	view = motcua_lateness_view(lateness);
	if (!mc_lateness_is_valid(&view))
		bad_message("disorder");
	PG_RETURN_POINTER(lateness);
}

PG_FUNCTION_INFO_V1(motcua_lateness_send);
Datum
motcua_lateness_send(PG_FUNCTION_ARGS)
{
	Lateness *lateness = motcua_lateness_arg(fcinfo, 0);
	StringInfoData out;

	pq_begintypsend(&out);
	pq_sendint8(&out, LATENESS_VERSION);
	pq_sendint32(&out, lateness->used);
	for (int32 i = 0; i < lateness->used; i++)
	{
		pq_sendint32(&out, lateness->bins[i].days);
		pq_sendint64(&out, lateness->bins[i].count);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&out));
}

/* ---- order, hash, arithmetic ---- */

static int
compare_latenesses(FunctionCallInfo fcinfo)
{
	mc_lateness a = motcua_lateness_view(motcua_lateness_arg(fcinfo, 0));
	mc_lateness b = motcua_lateness_view(motcua_lateness_arg(fcinfo, 1));

	return mc_lateness_compare(&a, &b);
}

MOTCUA_COMPARISONS(lateness, compare_latenesses)

PG_FUNCTION_INFO_V1(motcua_lateness_hash);
Datum
motcua_lateness_hash(PG_FUNCTION_ARGS)
{
	Lateness *lateness = motcua_lateness_arg(fcinfo, 0);

	PG_RETURN_DATUM(
		hash_any((unsigned char *) lateness->bins, sizeof(mc_late_bin) * lateness->used));
}

PG_FUNCTION_INFO_V1(motcua_lateness_hash_extended);
Datum
motcua_lateness_hash_extended(PG_FUNCTION_ARGS)
{
	Lateness *lateness = motcua_lateness_arg(fcinfo, 0);

	PG_RETURN_DATUM(hash_any_extended((unsigned char *) lateness->bins,
									  sizeof(mc_late_bin) * lateness->used, PG_GETARG_INT64(1)));
}

/*
 * Return the sum or difference of two values. It is made in memory of its own, because the
 * arguments may not be changed.
 */
static Datum
combine(FunctionCallInfo fcinfo, int sign)
{
	Lateness *a = motcua_lateness_arg(fcinfo, 0);
	Lateness *b = motcua_lateness_arg(fcinfo, 1);
	Lateness *sum = copy_with_room(a, a->used + b->used);

	PG_RETURN_POINTER(motcua_lateness_trimmed(motcua_lateness_accumulated(sum, b, sign)));
}

PG_FUNCTION_INFO_V1(motcua_lateness_plus);
Datum
motcua_lateness_plus(PG_FUNCTION_ARGS)
{
	return combine(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(motcua_lateness_minus);
Datum
motcua_lateness_minus(PG_FUNCTION_ARGS)
{
	return combine(fcinfo, -1);
}

/* ---- summary ---- */

static mc_late_summary
summary_arg(FunctionCallInfo fcinfo)
{
	mc_lateness view = motcua_lateness_view(motcua_lateness_arg(fcinfo, 0));
	mc_late_summary summary;

	check_counted(mc_lateness_summarize(&view, &summary));
	return summary;
}

PG_FUNCTION_INFO_V1(motcua_late_count);
Datum
motcua_late_count(PG_FUNCTION_ARGS)
{
	mc_lateness view = motcua_lateness_view(motcua_lateness_arg(fcinfo, 0));
	int64 count;

	if (!mc_lateness_total(&view, &count))
		check_counted(MC_LATE_OVERFLOW);
	PG_RETURN_INT64(count);
}

PG_FUNCTION_INFO_V1(motcua_average);
Datum
motcua_average(PG_FUNCTION_ARGS)
{
	mc_late_summary summary = summary_arg(fcinfo);

	return motcua_ratio_datum(fcinfo, (mc_ratio){summary.days, summary.count});
}

/*
 * The median is the middle value or the mean of the two middle ones, so it is a whole number or a
 * half.
 */
PG_FUNCTION_INFO_V1(motcua_median);
Datum
motcua_median(PG_FUNCTION_ARGS)
{
	mc_late_summary summary = summary_arg(fcinfo);

	if (summary.count == 0)
		PG_RETURN_NULL();
	return DirectFunctionCall1(numeric_trim_scale, NumericGetDatum(int64_div_fast_to_numeric(
													   summary.median_doubled * 5, 1)));
}

PG_FUNCTION_INFO_V1(motcua_maximum);
Datum
motcua_maximum(PG_FUNCTION_ARGS)
{
	mc_late_summary summary = summary_arg(fcinfo);

	if (summary.count == 0)
		PG_RETURN_NULL();
	PG_RETURN_INT32(summary.maximum);
}

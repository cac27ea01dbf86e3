/*
 * This file holds the SQL type tally: its values, its input, output, comparison, hash and
 * arithmetic functions, and its parts. The text form is a JSON object {"period":
 * "[2020-01-01,2021-01-01)", counters...}. The binary form is a version byte, the two days of the
 * period, and the counters.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "funcapi.h"
#include "access/htup_details.h"
#include "libpq/pqformat.h"
#include "utils/fmgrprotos.h"

#include "common/comparisons.h"
#include "common/compat.h"
#include "common/daterange.h"
#include "common/json_fields.h"
#include "kpi/tally_sql.h"

Tally *
motcua_make_tally(const mc_tally *value, MemoryContext context)
{
	Tally *tally = MemoryContextAllocZero(context, sizeof(Tally));

	SET_VARSIZE(tally, sizeof(Tally));
	tally->version = TALLY_VERSION;
	tally->value = *value;
	return tally;
}

Tally *
motcua_tally_arg(FunctionCallInfo fcinfo, int argno)
{
	Tally *tally = (Tally *) PG_DETOAST_DATUM(PG_GETARG_DATUM(argno));

	if (VARSIZE(tally) != sizeof(Tally) || tally->version != TALLY_VERSION)
		ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED), errmsg("damaged tally value")));
	return tally;
}

void
motcua_tally_overflow(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("tally counter out of range"),
			 errdetail("Counters and their totals are 64-bit integers.")));
}

char *
motcua_period_text(mc_period period)
{
	char since[11];
	char until[11];

	if (!mc_period_is_stated(period))
		return pstrdup("no period");
	mc_format_iso_day(period.since, since);
	mc_format_iso_day(period.until, until);
	return psprintf("%s to %s", since, until);
}

void
motcua_check_same_period(const mc_tally *a, const mc_tally *b)
{
	if (!mc_period_equal(a->period, b->period))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("tallies of different periods cannot be combined: \"%s\" and \"%s\"",
							   motcua_period_text(a->period), motcua_period_text(b->period)),
						errdetail("What was carried into the later period would be counted twice."),
						errhint("Count the rows once, over a period that covers both.")));
}

/* ---- text form ---- */

static bool
read_period(mc_tally *tally, JsonbValue *value, struct Node *escontext)
{
	char *string = motcua_json_string(value);

	if (!string)
		motcua_ereturn(escontext, false,
					   (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
						errmsg("the \"period\" of a tally must be a date range in quotes"),
						errhint("Write it as daterange prints it: \"[2020-01-01,2021-01-01)\".")));
	return motcua_read_period(string, &tally->period, escontext);
}

static bool
read_tally_field(void *target, const char *key, int key_length, JsonbValue *value,
				 struct Node *escontext)
{
	mc_tally *tally = target;
	int counter = mc_counter_by_name(key, key_length);

	if (counter >= 0)
		return motcua_json_int64(key, key_length, value, &tally->n[counter], escontext);
	if (motcua_key_is(key, key_length, "period"))
		return read_period(tally, value, escontext);
	motcua_ereturn(escontext, false,
				   (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					errmsg("unknown key \"%.*s\" in a tally", key_length, key),
					errhint("Use \"period\" and the columns of motcua.columns(tally) as keys.")));
}

PG_FUNCTION_INFO_V1(motcua_tally_in);
Datum
motcua_tally_in(PG_FUNCTION_ARGS)
{
	mc_tally value = mc_tally_empty(mc_no_period());

	if (!motcua_read_json(PG_GETARG_CSTRING(0), "tally",
						  "Its text form is a JSON object of counters.", read_tally_field, &value,
						  fcinfo->context))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(motcua_make_tally(&value, CurrentMemoryContext));
}

PG_FUNCTION_INFO_V1(motcua_tally_out);
Datum
motcua_tally_out(PG_FUNCTION_ARGS)
{
	const mc_tally *tally = &motcua_tally_arg(fcinfo, 0)->value;
	StringInfoData out;
	char separator = '{';

	initStringInfo(&out);
	if (mc_period_is_stated(tally->period))
	{
		char since[11];
		char end[11];

		mc_format_iso_day(tally->period.since, since);
		mc_format_iso_day(tally->period.until + 1, end);
		appendStringInfo(&out, "{\"period\": \"[%s,%s)\"", since, end);
		separator = ',';
	}
	for (int i = 0; i < MC_COUNTER_COUNT; i++)
	{
		appendStringInfo(&out, "%c%s\"%s\": " INT64_FORMAT, separator, separator == ',' ? " " : "",
						 mc_counter_name(i), tally->n[i]);
		separator = ',';
	}
	appendStringInfoChar(&out, '}');
	PG_RETURN_CSTRING(out.data);
}

/* ---- binary form ---- */

PG_FUNCTION_INFO_V1(motcua_tally_recv);
Datum
motcua_tally_recv(PG_FUNCTION_ARGS)
{
	StringInfo buffer = (StringInfo) PG_GETARG_POINTER(0);
	mc_tally value = mc_tally_empty(mc_no_period());

	if (pq_getmsgbyte(buffer) != TALLY_VERSION)
		ereport(ERROR, (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
						errmsg("unknown version of a binary tally")));
	value.period.since = (mc_day) pq_getmsgint(buffer, 4);
	value.period.until = (mc_day) pq_getmsgint(buffer, 4);
	if (!mc_period_equal(value.period, mc_no_period()) && !motcua_period_is_valid(value.period))
		ereport(ERROR, (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
						errmsg("invalid period in a binary tally")));
	for (int i = 0; i < MC_COUNTER_COUNT; i++)
		value.n[i] = pq_getmsgint64(buffer);
	PG_RETURN_POINTER(motcua_make_tally(&value, CurrentMemoryContext));
}

PG_FUNCTION_INFO_V1(motcua_tally_send);
Datum
motcua_tally_send(PG_FUNCTION_ARGS)
{
	const mc_tally *tally = &motcua_tally_arg(fcinfo, 0)->value;
	StringInfoData out;

	pq_begintypsend(&out);
	pq_sendint8(&out, TALLY_VERSION);
	pq_sendint32(&out, tally->period.since);
	pq_sendint32(&out, tally->period.until);
	for (int i = 0; i < MC_COUNTER_COUNT; i++)
		pq_sendint64(&out, tally->n[i]);
	PG_RETURN_BYTEA_P(pq_endtypsend(&out));
}

/* ---- order, hash, arithmetic ---- */

static int
compare_tallies(FunctionCallInfo fcinfo)
{
	return mc_tally_compare(&motcua_tally_arg(fcinfo, 0)->value,
							&motcua_tally_arg(fcinfo, 1)->value);
}

MOTCUA_COMPARISONS(tally, compare_tallies)

PG_FUNCTION_INFO_V1(motcua_tally_hash);
Datum
motcua_tally_hash(PG_FUNCTION_ARGS)
{
	Tally *tally = motcua_tally_arg(fcinfo, 0);

	PG_RETURN_DATUM(hash_any((unsigned char *) &tally->value, sizeof(mc_tally)));
}

PG_FUNCTION_INFO_V1(motcua_tally_hash_extended);
Datum
motcua_tally_hash_extended(PG_FUNCTION_ARGS)
{
	Tally *tally = motcua_tally_arg(fcinfo, 0);

	PG_RETURN_DATUM(
		hash_any_extended((unsigned char *) &tally->value, sizeof(mc_tally), PG_GETARG_INT64(1)));
}

static Datum
combine(FunctionCallInfo fcinfo, int sign)
{
	Tally *a = motcua_tally_arg(fcinfo, 0);
	Tally *b = motcua_tally_arg(fcinfo, 1);
	mc_tally result = a->value;

	motcua_check_same_period(&a->value, &b->value);
	if (!mc_tally_accumulate(&result, &b->value, sign))
		motcua_tally_overflow();
	PG_RETURN_POINTER(motcua_make_tally(&result, CurrentMemoryContext));
}

PG_FUNCTION_INFO_V1(motcua_tally_plus);
Datum
motcua_tally_plus(PG_FUNCTION_ARGS)
{
	return combine(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(motcua_tally_minus);
Datum
motcua_tally_minus(PG_FUNCTION_ARGS)
{
	return combine(fcinfo, -1);
}

/* ---- parts ---- */

#define COUNTER_ACCESSOR(name)                                              \
	PG_FUNCTION_INFO_V1(motcua_##name);                                     \
	Datum motcua_##name(PG_FUNCTION_ARGS)                                   \
	{                                                                       \
		PG_RETURN_INT64(motcua_tally_arg(fcinfo, 0)->value.n[MC_N_##name]); \
	}

MC_COUNTERS(COUNTER_ACCESSOR)

PG_FUNCTION_INFO_V1(motcua_columns);
Datum
motcua_columns(PG_FUNCTION_ARGS)
{
	const mc_tally *tally = &motcua_tally_arg(fcinfo, 0)->value;
	TupleDesc descriptor;
	Datum values[MC_COUNTER_COUNT];
	bool nulls[MC_COUNTER_COUNT] = {false};

	if (get_call_result_type(fcinfo, NULL, &descriptor) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "columns must return a row");
	for (int i = 0; i < MC_COUNTER_COUNT; i++)
		values[i] = Int64GetDatum(tally->n[i]);
	return HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(descriptor), values, nulls));
}

PG_FUNCTION_INFO_V1(motcua_period);
Datum
motcua_period(PG_FUNCTION_ARGS)
{
	mc_period period = motcua_tally_arg(fcinfo, 0)->value.period;

	if (!mc_period_is_stated(period))
		PG_RETURN_NULL();
	return motcua_period_datum(period);
}

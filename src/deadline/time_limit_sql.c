/*
 * This file holds the SQL type time_limit: its text form, which is read as forms print it, its
 * binary form, which is its 64 bits, its order by unit and amount, and the functions that make and
 * take apart its values.
 */
#include "postgres.h"

#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/numeric.h"

#include "common/comparisons.h"
#include "common/compat.h"
#include "common/numbers.h"
#include "common/options.h"
#include "deadline/time_limit_sql.h"

/* ---- the errors ---- */

/* Return a whole sentence that says what is wrong, for the detail of an error. */
static const char *
defect_sentence(mc_time_limit_defect defect)
{
	switch (defect)
	{
		case MC_LIMIT_NO_AMOUNT:
			return "A number is missing or invalid.";
		case MC_LIMIT_BAD_UNIT:
			return "Only a unit of time limits may follow the amount.";
		case MC_LIMIT_TOO_MANY_DECIMALS:
			return "Amounts have at most two decimals.";
		case MC_LIMIT_TOO_LARGE:
			return "Amounts go up to 999999.99.";
		case MC_LIMIT_NEGATIVE:
			return "No amount is negative.";
		case MC_LIMIT_ZERO:
			return "Only limits in days can be zero; zero means the same day.";
		case MC_LIMIT_FRACTION:
			return "Weeks are whole; months and years are whole or half.";
		case MC_LIMIT_WORDS:
			return "The words in parentheses do not say the number before them.";
		case MC_LIMIT_SOUND:
			break;
	}
	return "The limit is valid.";
}

bool
motcua_read_time_limit(const char *text, size_t length, mc_time_limit *limit,
					   struct Node *escontext)
{
	size_t position;
	mc_time_limit_defect defect = mc_parse_time_limit(text, length, limit, &position);

	if (defect == MC_LIMIT_SOUND)
		return true;
	motcua_ereturn(
		escontext, false,
		(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
		 errmsg("invalid time limit \"%.*s\"", (int) length, text),
		 errdetail("%s The text is wrong from character %d on.", defect_sentence(defect),
				   pg_mbstrlen_with_len(text, (int) position) + 1),
		 errhint("Write an amount and a unit, as in \"5 ngày làm việc\" or \"8 giờ làm việc\".")));
}

/* ---- text and binary form ---- */

PG_FUNCTION_INFO_V1(motcua_time_limit_in);
Datum
motcua_time_limit_in(PG_FUNCTION_ARGS)
{
	char *text = PG_GETARG_CSTRING(0);
	mc_time_limit limit;

	if (!motcua_read_time_limit(text, strlen(text), &limit, fcinfo->context))
		PG_RETURN_NULL();
	return motcua_time_limit_datum(limit);
}

PG_FUNCTION_INFO_V1(motcua_time_limit_out);
Datum
motcua_time_limit_out(PG_FUNCTION_ARGS)
{
	char *text = palloc(MC_TIME_LIMIT_TEXT_MAX);

	mc_format_time_limit(motcua_time_limit_arg(fcinfo, 0), false, text);
	PG_RETURN_CSTRING(text);
}

PG_FUNCTION_INFO_V1(motcua_time_limit_recv);
Datum
motcua_time_limit_recv(PG_FUNCTION_ARGS)
{
	int64 value = pq_getmsgint64((StringInfo) PG_GETARG_POINTER(0));

	if (!mc_time_limit_is_valid(value))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid binary time limit \"%016llx\"", (unsigned long long) value)));
	return motcua_time_limit_datum(value);
}

PG_FUNCTION_INFO_V1(motcua_time_limit_send);
Datum
motcua_time_limit_send(PG_FUNCTION_ARGS)
{
	StringInfoData out;

	pq_begintypsend(&out);
	pq_sendint64(&out, motcua_time_limit_arg(fcinfo, 0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&out));
}

PG_FUNCTION_INFO_V1(motcua_try_time_limit);
Datum
motcua_try_time_limit(PG_FUNCTION_ARGS)
{
	text *written = PG_GETARG_TEXT_PP(0);
	mc_time_limit limit;
	size_t position;

	if (mc_parse_time_limit(VARDATA_ANY(written), VARSIZE_ANY_EXHDR(written), &limit, &position) !=
		MC_LIMIT_SOUND)
		PG_RETURN_NULL();
	return motcua_time_limit_datum(limit);
}

PG_FUNCTION_INFO_V1(motcua_is_time_limit);
Datum
motcua_is_time_limit(PG_FUNCTION_ARGS)
{
	text *written = PG_GETARG_TEXT_PP(0);
	mc_time_limit limit;
	size_t position;

	PG_RETURN_BOOL(mc_parse_time_limit(VARDATA_ANY(written), VARSIZE_ANY_EXHDR(written), &limit,
									   &position) == MC_LIMIT_SOUND);
}

PG_FUNCTION_INFO_V1(motcua_to_text);
Datum
motcua_to_text(PG_FUNCTION_ARGS)
{
	char written[MC_TIME_LIMIT_TEXT_MAX];

	if (motcua_is_missing(fcinfo, 1))
		PG_RETURN_NULL();
	mc_format_time_limit(motcua_time_limit_arg(fcinfo, 0), motcua_is_english(fcinfo, 1), written);
	PG_RETURN_TEXT_P(cstring_to_text(written));
}

/* ---- order and hash ---- */

static int
compare_limits(FunctionCallInfo fcinfo)
{
	mc_time_limit a = motcua_time_limit_arg(fcinfo, 0);
	mc_time_limit b = motcua_time_limit_arg(fcinfo, 1);

	return (a > b) - (a < b);
}

MOTCUA_COMPARISONS(time_limit, compare_limits)

PG_FUNCTION_INFO_V1(motcua_time_limit_hash);
Datum
motcua_time_limit_hash(PG_FUNCTION_ARGS)
{
	return hashint8(fcinfo);
}

PG_FUNCTION_INFO_V1(motcua_time_limit_hash_extended);
Datum
motcua_time_limit_hash_extended(PG_FUNCTION_ARGS)
{
	return hashint8extended(fcinfo);
}

/* ---- parts ---- */

mc_unit
motcua_unit_arg(FunctionCallInfo fcinfo, int argno)
{
	text *name = PG_GETARG_TEXT_PP(argno);
	int unit = mc_unit_by_name(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));

	if (unit < 0)
		ereport(
			ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unknown unit of time \"%s\"", text_to_cstring(name)),
			 errhint(
				 "Use \"working_day\", \"working_hour\", \"day\", \"day_skip_holiday\", "
				 "\"week\", \"month\", \"year\" or \"hour\"; "
				 "a whole limit can be written as text: '5 ngày làm việc'::motcua.time_limit.")));
	return unit;
}

static int
compare_to_whole(Datum amount, int64 whole)
{
	return DatumGetInt32(
		DirectFunctionCall2(numeric_cmp, amount, NumericGetDatum(int64_to_numeric(whole))));
}

/*
 * Store an amount in hundredths, exactly. NaN and infinities compare like too large or negative
 * numbers.
 */
static mc_time_limit_defect
hundredths_of(Datum amount, int64 *hundredths)
{
	Datum hundredfold;
	Datum whole;

	if (compare_to_whole(amount, 0) < 0)
		return MC_LIMIT_NEGATIVE;
	if (compare_to_whole(amount, MC_TIME_LIMIT_MAX_HUNDREDTHS / 100 + 1) >= 0)
		return MC_LIMIT_TOO_LARGE;
	hundredfold = DirectFunctionCall2(numeric_mul, amount, NumericGetDatum(int64_to_numeric(100)));
	whole = DirectFunctionCall2(numeric_trunc, hundredfold, Int32GetDatum(0));
	if (!DatumGetBool(DirectFunctionCall2(numeric_eq, hundredfold, whole)))
		return MC_LIMIT_TOO_MANY_DECIMALS;
	*hundredths = DatumGetInt64(DirectFunctionCall1(numeric_int8, whole));
	return MC_LIMIT_SOUND;
}

PG_FUNCTION_INFO_V1(motcua_make_time_limit);
Datum
motcua_make_time_limit(PG_FUNCTION_ARGS)
{
	Datum amount = PG_GETARG_DATUM(0);
	mc_unit unit = motcua_unit_arg(fcinfo, 1);
	int64 hundredths;
	mc_time_limit limit;
	mc_time_limit_defect defect = hundredths_of(amount, &hundredths);

	if (defect == MC_LIMIT_SOUND)
		defect = mc_make_time_limit(hundredths, unit, &limit);
	if (defect != MC_LIMIT_SOUND)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("no time limit has the amount \"%s\" of unit \"%s\"",
							   DatumGetCString(DirectFunctionCall1(numeric_out, amount)),
							   mc_unit_name(unit)),
						errdetail("%s", defect_sentence(defect)),
						errhint("Correct the amount, or use a smaller unit.")));
	return motcua_time_limit_datum(limit);
}

PG_FUNCTION_INFO_V1(motcua_amount);
Datum
motcua_amount(PG_FUNCTION_ARGS)
{
	int64 hundredths = mc_time_limit_hundredths(motcua_time_limit_arg(fcinfo, 0));

	return DirectFunctionCall1(numeric_trim_scale,
							   NumericGetDatum(int64_div_fast_to_numeric(hundredths, 2)));
}

PG_FUNCTION_INFO_V1(motcua_unit);
Datum
motcua_unit(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(
		cstring_to_text(mc_unit_name(mc_time_limit_unit(motcua_time_limit_arg(fcinfo, 0)))));
}

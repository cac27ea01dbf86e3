/*
 * This file computes percentages and converts ratios to numeric. It holds the SQL functions percent
 * and format_percent; the glue of rates calls the other functions.
 */
#include "postgres.h"

#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/numeric.h"

#include "common/compat.h"
#include "common/numbers.h"
#include "common/options.h"

Datum
motcua_ratio_datum(FunctionCallInfo fcinfo, mc_ratio ratio)
{
	if (ratio.denominator == 0)
		PG_RETURN_NULL();
	return DirectFunctionCall2(numeric_div, NumericGetDatum(int64_to_numeric(ratio.numerator)),
							   NumericGetDatum(int64_to_numeric(ratio.denominator)));
}

void
motcua_check_share(Datum share, const char *name)
{
	if (DatumGetBool(
			DirectFunctionCall2(numeric_lt, share, NumericGetDatum(int64_to_numeric(0)))) ||
		DatumGetBool(DirectFunctionCall2(numeric_gt, share, NumericGetDatum(int64_to_numeric(1)))))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("%s \"%s\" is outside 0 to 1", name,
							   DatumGetCString(DirectFunctionCall1(numeric_out, share))),
						errhint("Write %s => 0.98 for 98 %%.", name)));
}

Datum
motcua_share_arg(FunctionCallInfo fcinfo, int argno, const char *name)
{
	motcua_check_share(PG_GETARG_DATUM(argno), name);
	return PG_GETARG_DATUM(argno);
}

/*
 * Return a rate as a percentage. PostgreSQL rounds numeric half away from zero, as every report
 * does.
 */
static Datum
percent(Datum rate, int32 digits)
{
	Datum hundredfold =
		DirectFunctionCall2(numeric_mul, rate, NumericGetDatum(int64_to_numeric(100)));

	return DirectFunctionCall2(numeric_round, hundredfold, Int32GetDatum(digits));
}

/* Return the number of decimals of a percentage. Raise 22023 if it is not in 0 to 100. */
static int32
digits_arg(FunctionCallInfo fcinfo)
{
	int32 digits = motcua_integer_option(fcinfo, 1, 2);

	if (digits < 0 || digits > 100)
		ereport(
			ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("number of digits \"%d\" is outside 0 to 100", digits),
			 errhint(
				 "Say how many digits follow the decimal point, as in motcua.percent(rate, 2).")));
	return digits;
}

PG_FUNCTION_INFO_V1(motcua_percent);
Datum
motcua_percent(PG_FUNCTION_ARGS)
{
	if (motcua_is_missing(fcinfo, 1))
		PG_RETURN_NULL();
	return percent(PG_GETARG_DATUM(0), digits_arg(fcinfo));
}

bool
motcua_is_english(FunctionCallInfo fcinfo, int argno)
{
	text *lang;

	if (PG_ARGISNULL(argno))
		return false;
	lang = PG_GETARG_TEXT_PP(argno);
	if (VARSIZE_ANY_EXHDR(lang) == 2 && memcmp(VARDATA_ANY(lang), "vi", 2) == 0)
		return false;
	if (VARSIZE_ANY_EXHDR(lang) == 2 && memcmp(VARDATA_ANY(lang), "en", 2) == 0)
		return true;
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					errmsg("unknown language \"%s\"", text_to_cstring(lang)),
					errhint("Use \"vi\" or \"en\".")));
}

PG_FUNCTION_INFO_V1(motcua_format_percent);
Datum
motcua_format_percent(PG_FUNCTION_ARGS)
{
	Datum rounded;
	char *digits;
	char sign;

	if (motcua_is_missing(fcinfo, 1))
		PG_RETURN_NULL();
	rounded = percent(PG_GETARG_DATUM(0), digits_arg(fcinfo));
	digits = DatumGetCString(DirectFunctionCall1(numeric_out, rounded));
	sign = motcua_is_english(fcinfo, 2) ? '.' : ',';
	for (char *c = digits; *c; c++)
		if (*c == '.')
			*c = sign;
	PG_RETURN_TEXT_P(cstring_to_text(psprintf("%s%%", digits)));
}

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

Datum
motcua_ratio_datum(FunctionCallInfo fcinfo, mc_ratio ratio)
{
	if (ratio.denominator == 0)
		PG_RETURN_NULL();
	return DirectFunctionCall2(numeric_div, NumericGetDatum(int64_to_numeric(ratio.numerator)),
							   NumericGetDatum(int64_to_numeric(ratio.denominator)));
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
	int32 digits = PG_GETARG_INT32(1);

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
	return percent(PG_GETARG_DATUM(0), digits_arg(fcinfo));
}

bool
motcua_is_english(text *lang)
{
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
	Datum rounded = percent(PG_GETARG_DATUM(0), digits_arg(fcinfo));
	char *digits = DatumGetCString(DirectFunctionCall1(numeric_out, rounded));
	char sign = motcua_is_english(PG_GETARG_TEXT_PP(2)) ? '.' : ',';

	for (char *c = digits; *c; c++)
		if (*c == '.')
			*c = sign;
	PG_RETURN_TEXT_P(cstring_to_text(psprintf("%s%%", digits)));
}

/*
 * This file holds SQL functions for reports: the figures of the national form II.06a, the report
 * periods that close early, and Wilson's lower bound, by which small units are ranked fairly.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/numeric.h"

#include "common/compat.h"
#include "common/daterange.h"
#include "common/options.h"
#include "core/kpi/report_period.h"
#include "kpi/tally_sql.h"
#include "kpi/tally_rates.h"

/* ---- form II.06a/VPCP/KSTT ---- */

/* Return a total of a tally. Raise 22003 if it leaves 64 bits. */
static int64
total(bool (*sum)(const mc_tally *, int64_t *), const mc_tally *tally)
{
	int64_t result;

	if (!sum(tally, &result))
		motcua_tally_overflow();
	return result;
}

/*
 * report_06a returns the columns 3 to 13 of the form. Paused dossiers count as open in time there.
 */
PG_FUNCTION_INFO_V1(motcua_report_06a);
Datum
motcua_report_06a(PG_FUNCTION_ARGS)
{
	const mc_tally *tally = &motcua_tally_arg(fcinfo, 0)->value;
	const int64_t *n = tally->n;
	TupleDesc descriptor;
	bool nulls[11] = {false};
	int64 open_in_time;
	Datum values[11];

	if (get_call_result_type(fcinfo, NULL, &descriptor) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "report_06a must return a row");
	if (__builtin_add_overflow(n[MC_N_open_in_time], n[MC_N_open_paused], &open_in_time))
		motcua_tally_overflow();
	values[0] = Int64GetDatum(total(mc_tally_workload, tally));
	values[1] = Int64GetDatum(n[MC_N_new_online]);
	values[2] = Int64GetDatum(n[MC_N_new_direct]);
	values[3] = Int64GetDatum(n[MC_N_carried]);
	values[4] = Int64GetDatum(total(mc_tally_resolved, tally));
	values[5] = Int64GetDatum(n[MC_N_early]);
	values[6] = Int64GetDatum(n[MC_N_on_time]);
	values[7] = Int64GetDatum(n[MC_N_late]);
	values[8] = Int64GetDatum(total(mc_tally_open, tally));
	values[9] = Int64GetDatum(open_in_time);
	values[10] = Int64GetDatum(n[MC_N_open_overdue]);
	return HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(descriptor), values, nulls));
}

/* ---- report periods ---- */

/* Raise 22023 if a part of a report period is out of range. */
static void
check_range(const char *what, int32 value, int32 low, int32 high, const char *hint)
{
	if (value < low || value > high)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s \"%d\" of a report period is outside %d to %d", what, value, low, high),
				 errhint("%s", hint)));
}

PG_FUNCTION_INFO_V1(motcua_report_period);
Datum
motcua_report_period(PG_FUNCTION_ARGS)
{
	text *kind;
	int months, n, start_day;

	if (motcua_is_missing(fcinfo, 2))
		PG_RETURN_NULL();
	kind = PG_GETARG_TEXT_PP(1);
	months = mc_report_period_months(VARDATA_ANY(kind), VARSIZE_ANY_EXHDR(kind));
	n = motcua_integer_option(fcinfo, 2, 1);
	start_day = motcua_integer_option(fcinfo, 3, 15);
	if (months == 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("unknown kind of report period \"%s\"", text_to_cstring(kind)),
						errhint("Use \"month\", \"quarter\", \"half\" or \"year\".")));
	check_range("year", PG_GETARG_INT32(0), 2, 9999,
				"Name the year first: motcua.report_period(2026, 'quarter', 3).");
	check_range("number", n, 1, 12 / months, "A year has 12 months, 4 quarters and 2 halves.");
	check_range("start day", start_day, 1, MC_REPORT_START_DAY_MAX,
				"Use 15, as official reports do, or 1 for calendar months.");
	return motcua_period_datum(mc_report_period(PG_GETARG_INT32(0), months, n, start_day));
}

/* ---- Wilson's lower bound ---- */

#define CALL(function, a, b) DirectFunctionCall2(function, a, b)

static Datum
number(const char *digits)
{
	return DirectFunctionCall3(numeric_in, CStringGetDatum(digits), ObjectIdGetDatum(InvalidOid),
							   Int32GetDatum(-1));
}

static Datum
whole(int64 value)
{
	return NumericGetDatum(int64_to_numeric(value));
}

/*
 * Return Wilson's lower bound of a rate of `successes` among n cases, at 95 % confidence:
 *
 * (2s + z² - z sqrt(z² + 4 s (n - s) / n)) / (2 (n + z²)) with z = 1.959963984540054
 *
 * It is computed in numeric and rounded to 12 decimals, so that it does not depend on the floating
 * point of the platform. E. B. Wilson, J. Amer. Statist. Assoc. 22 (1927) 209-212.
 */
static Datum
wilson_low(int64 successes, int64 n)
{
	Datum z = number("1.959963984540054");
	Datum z2 = CALL(numeric_mul, z, z);
	Datum s = whole(successes);
	Datum spread =
		CALL(numeric_div, CALL(numeric_mul, CALL(numeric_mul, whole(4), s), whole(n - successes)),
			 whole(n));
	Datum root = DirectFunctionCall1(
		numeric_sqrt, CALL(numeric_round, CALL(numeric_add, z2, spread), Int32GetDatum(30)));
	Datum above = CALL(numeric_sub, CALL(numeric_add, CALL(numeric_mul, whole(2), s), z2),
					   CALL(numeric_mul, z, root));
	Datum below = CALL(numeric_mul, whole(2), CALL(numeric_add, whole(n), z2));

	if (successes == 0)
		return whole(0);
	return CALL(numeric_round, CALL(numeric_div, above, below), Int32GetDatum(12));
}

PG_FUNCTION_INFO_V1(motcua_wilson_low);
Datum
motcua_wilson_low(PG_FUNCTION_ARGS)
{
	int64 successes = PG_GETARG_INT64(0);
	int64 n = PG_GETARG_INT64(1);

	if (n < 0 || successes < 0 || successes > n)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("there cannot be \"%lld\" successes among \"%lld\" cases",
						(long long) successes, (long long) n),
				 errhint("Give the number of successes first, then the number of all cases.")));
	if (n == 0)
		PG_RETURN_NULL();
	return wilson_low(successes, n);
}

/*
 * wilson_low(tally, basis) returns the bound of the on-time rate by a basis. It returns NULL if
 * nothing was counted or the rate exceeds 1, as it may by some bases.
 */
PG_FUNCTION_INFO_V1(motcua_wilson_low_tally);
Datum
motcua_wilson_low_tally(PG_FUNCTION_ARGS)
{
	mc_ratio ratio;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	ratio = motcua_ratio_of(&motcua_tally_arg(fcinfo, 0)->value,
							motcua_text_option(fcinfo, 1, "resolved"));
	if (ratio.denominator <= 0 || ratio.numerator < 0 || ratio.numerator > ratio.denominator)
		PG_RETURN_NULL();
	return wilson_low(ratio.numerator, ratio.denominator);
}

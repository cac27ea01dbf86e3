/*
 * This file holds the SQL functions that compute what a tally says: totals, rates by every basis,
 * the comparison with a target, and the rules that it breaks. The functions of report forms call
 * motcua_ratio_of.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/numeric.h"
#include "utils/tuplestore.h"

#include "common/compat.h"
#include "common/numbers.h"
#include "common/options.h"
#include "kpi/tally_sql.h"
#include "kpi/tally_rates.h"

/* ---- totals ---- */

#define TOTAL(name)                                                        \
	PG_FUNCTION_INFO_V1(motcua_##name);                                    \
	Datum motcua_##name(PG_FUNCTION_ARGS)                                  \
	{                                                                      \
		int64 total;                                                       \
		if (!mc_tally_##name(&motcua_tally_arg(fcinfo, 0)->value, &total)) \
			motcua_tally_overflow();                                       \
		PG_RETURN_INT64(total);                                            \
	}

TOTAL(received)
TOTAL(workload)
TOTAL(resolved)
TOTAL(open)

/* ---- arguments ---- */

/* Return the basis of a name. Raise 22023 if it is unknown. */
static mc_basis
basis_named(text *name)
{
	int basis = mc_basis_by_name(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));

	if (basis < 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("unknown basis \"%s\"", text_to_cstring(name)),
						errhint("The bases are \"resolved\", \"processed\", \"received\", "
								"\"workload\" and \"due\"; motcua.rates(tally) shows them "
								"side by side.")));
	return basis;
}

static mc_basis
basis_arg(FunctionCallInfo fcinfo, int argno)
{
	return basis_named(motcua_text_option(fcinfo, argno, "resolved"));
}

/* Return the set of one kind of end. Raise 22023 for an unknown name and for "result". */
static mc_ended_as_set
kind_bit(text *kind)
{
	int ended_as = mc_ended_as_by_name(VARDATA_ANY(kind), VARSIZE_ANY_EXHDR(kind));

	if (ended_as <= MC_RESULT)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("unknown kind of end to leave out: \"%s\"", text_to_cstring(kind)),
						errhint("Leave out \"withdrawn\", \"refused\" or \"stopped\".")));
	return (mc_ended_as_set) 1 << ended_as;
}

/* Return the set of the kinds of end that a text[] names. Elements that are NULL name none. */
static mc_ended_as_set
without_arg(ArrayType *array)
{
	mc_ended_as_set set = 0;
	Datum *kinds;
	bool *nulls;
	int count;

	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &kinds, &nulls, &count);
	for (int i = 0; i < count; i++)
		if (!nulls[i])
			set |= kind_bit(DatumGetTextPP(kinds[i]));
	return set;
}

/*
 * Return the on-time ratio of a tally. Raise 22003 on overflow, or 22023 if the basis cannot leave
 * out kinds.
 */
static mc_ratio
ratio_of(const mc_tally *tally, mc_basis basis, mc_ended_as_set without)
{
	mc_ratio ratio;

	switch (mc_on_time_ratio(tally, basis, without, &ratio))
	{
		case MC_RATE_OK:
			break;
		case MC_RATE_OVERFLOW:
			motcua_tally_overflow();
		case MC_RATE_UNKNOWABLE:
			ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
							errmsg("basis \"due\" cannot leave out kinds of end"),
							errdetail("Its counters do not tell how dossiers ended."),
							errhint("Filter the rows before counting them.")));
	}
	return ratio;
}

mc_ratio
motcua_ratio_of(const mc_tally *tally, text *basis)
{
	return ratio_of(tally, basis_named(basis), 0);
}

/* ---- texts without a type ---- */

/* plus, minus and merge over texts refuse them, because several types have such texts. */
PG_FUNCTION_INFO_V1(motcua_refuse_text);
Datum
motcua_refuse_text(PG_FUNCTION_ARGS)
{
	ereport(ERROR, (errcode(ERRCODE_INDETERMINATE_DATATYPE),
					errmsg("a text does not say whether it is a tally, a ledger or a lateness"),
					errhint("Write the type, as in $1::motcua.tally or "
							"'{\"early\": 1}'::motcua.tally.")));
}

/* This function of the aggregate merge lets NULLs pass and refuses every text. */
PG_FUNCTION_INFO_V1(motcua_merge_text);
Datum
motcua_merge_text(PG_FUNCTION_ARGS)
{
	if (!PG_ARGISNULL(1))
		return motcua_refuse_text(fcinfo);
	PG_RETURN_NULL();
}

/* ---- rates ---- */

PG_FUNCTION_INFO_V1(motcua_on_time_rate);
Datum
motcua_on_time_rate(PG_FUNCTION_ARGS)
{
	mc_ended_as_set without;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	without = PG_ARGISNULL(2) ? 0 : without_arg(PG_GETARG_ARRAYTYPE_P(2));
	return motcua_ratio_datum(
		fcinfo, ratio_of(&motcua_tally_arg(fcinfo, 0)->value, basis_arg(fcinfo, 1), without));
}

/*
 * meets compares numerator >= target * denominator in exact arithmetic, so that no rate reaches its
 * target by rounding.
 */
PG_FUNCTION_INFO_V1(motcua_meets);
Datum
motcua_meets(PG_FUNCTION_ARGS)
{
	mc_ratio ratio;
	Datum target, needed;

	if (motcua_is_missing(fcinfo, 2))
		PG_RETURN_NULL();
	target = motcua_share_arg(fcinfo, 1, "target");
	ratio = ratio_of(&motcua_tally_arg(fcinfo, 0)->value, basis_arg(fcinfo, 2), 0);
	if (ratio.denominator == 0)
		PG_RETURN_NULL();
	needed = DirectFunctionCall2(numeric_mul, target,
								 NumericGetDatum(int64_to_numeric(ratio.denominator)));
	return DirectFunctionCall2(numeric_ge, NumericGetDatum(int64_to_numeric(ratio.numerator)),
							   needed);
}

static void
put_rate(FunctionCallInfo fcinfo, const mc_tally *tally, mc_basis basis)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	mc_ratio ratio = ratio_of(tally, basis, 0);
	bool nulls[6] = {false};
	Datum values[6] = {
		CStringGetTextDatum(mc_basis_name(basis)),
		Int64GetDatum(ratio.numerator),
		Int64GetDatum(ratio.denominator),
		motcua_ratio_datum(fcinfo, ratio),
		CStringGetTextDatum(mc_basis_formula_vi(basis)),
		CStringGetTextDatum(mc_basis_used_by(basis)),
	};

	nulls[3] = fcinfo->isnull;
	fcinfo->isnull = false;
	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
}

PG_FUNCTION_INFO_V1(motcua_rates);
Datum
motcua_rates(PG_FUNCTION_ARGS)
{
	const mc_tally *tally = &motcua_tally_arg(fcinfo, 0)->value;

	InitMaterializedSRF(fcinfo, 0);
	for (int basis = 0; basis < MC_BASIS_COUNT; basis++)
		put_rate(fcinfo, tally, basis);
	return (Datum) 0;
}

/* ---- broken rules ---- */

static int64
difference_of(const mc_violation *violation)
{
	int64 difference;

	if (__builtin_sub_overflow(violation->left, violation->right, &difference))
		motcua_tally_overflow();
	return difference;
}

PG_FUNCTION_INFO_V1(motcua_violations);
Datum
motcua_violations(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	mc_violation violations[MC_VIOLATIONS_MAX];
	int count = mc_tally_violations(&motcua_tally_arg(fcinfo, 0)->value, violations);

	if (count < 0)
		motcua_tally_overflow();
	InitMaterializedSRF(fcinfo, 0);
	for (int i = 0; i < count; i++)
	{
		bool nulls[4] = {false};
		Datum values[4] = {
			CStringGetTextDatum(violations[i].rule),
			Int64GetDatum(violations[i].left),
			Int64GetDatum(violations[i].right),
			Int64GetDatum(difference_of(&violations[i])),
		};

		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

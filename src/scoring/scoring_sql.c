/*
 * This file holds the SQL functions that compute the points of criteria, and what the SQL of
 * scorecards needs of the names and ratios of tallies. Points are computed in exact numeric
 * arithmetic. They are rounded once, half away from zero to two decimals, from the ratio itself and
 * not from its rounded quotient.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/numeric.h"

#include "common/compat.h"
#include "common/numbers.h"
#include "common/options.h"
#include "core/scoring/scoring.h"
#include "kpi/tally_sql.h"

/* ---- short names for numeric arithmetic ---- */

static Datum
whole(int64 n)
{
	return NumericGetDatum(int64_to_numeric(n));
}

static Datum
times(Datum a, Datum b)
{
	return DirectFunctionCall2(numeric_mul, a, b);
}

static Datum
plus(Datum a, Datum b)
{
	return DirectFunctionCall2(numeric_add, a, b);
}

static int
compare(Datum a, Datum b)
{
	return DatumGetInt32(DirectFunctionCall2(numeric_cmp, a, b));
}

/* Return points rounded to two decimals, as points are written. */
static Datum
rounded(Datum points)
{
	return DirectFunctionCall2(numeric_round, points, Int32GetDatum(2));
}

/*
 * Return a / b rounded half up to two decimals, where a >= 0 and b > 0. The number of hundredths is
 * floor((200 a + b) / 2 b).
 */
static Datum
rounded_quotient(Datum a, Datum b)
{
	Datum hundredths =
		DirectFunctionCall2(numeric_div_trunc, plus(times(a, whole(200)), b), times(b, whole(2)));

	return times(hundredths, NumericGetDatum(int64_div_fast_to_numeric(1, 2)));
}

/* ---- arguments ---- */

/* Raise 22023: a number, called `what`, cannot be scored. */
static _Noreturn void refuse(const char *what, Datum value, const char *hint);

static void
refuse(const char *what, Datum value, const char *hint)
{
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					errmsg("%s \"%s\" cannot be scored", what,
						   DatumGetCString(DirectFunctionCall1(numeric_out, value))),
					errhint("%s", hint)));
}

/* Return a number. Raise 22023 if it is not finite. */
static Datum
a_number(const char *what, Datum value)
{
	if (numeric_is_nan(DatumGetNumeric(value)) || numeric_is_inf(DatumGetNumeric(value)))
		refuse(what, value, "Give a finite number.");
	return value;
}

static Datum
not_negative(const char *what, Datum value)
{
	if (compare(a_number(what, value), whole(0)) < 0)
		refuse(what, value, "Give 0 or more.");
	return value;
}

/* Return a threshold. Raise 22023 unless it is a share above 0. */
static Datum
threshold_arg(FunctionCallInfo fcinfo, int argno)
{
	Datum value = motcua_share_arg(fcinfo, argno, "threshold");

	if (compare(value, whole(0)) == 0)
		refuse("threshold", value, "Give a number greater than 0.");
	return value;
}

/* Return the policy of an argument. Raise 22023 if it is unknown. */
static mc_zero_policy
zero_policy_arg(FunctionCallInfo fcinfo, int argno)
{
	text *name = motcua_text_option(fcinfo, argno, "null");
	int policy = mc_zero_policy_by_name(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));

	if (policy < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unknown policy of empty denominators \"%s\"", text_to_cstring(name)),
				 errhint("Use \"null\", \"zero\" (or \"0\") or \"max\".")));
	return policy;
}

/* Return the points of an empty denominator by a policy. The result may be NULL. */
static Datum
empty_points(FunctionCallInfo fcinfo, mc_zero_policy policy, Datum max)
{
	if (policy == MC_ZERO_NULL)
		PG_RETURN_NULL();
	return rounded(policy == MC_ZERO_MAX ? max : whole(0));
}

/* ---- rules ---- */

/* What is scored: the ratio numerator / denominator, with the most points and the threshold. */
typedef struct Task
{
	Datum numerator;
	Datum denominator;
	Datum max;
	Datum threshold;
} Task;

static Datum
linear_points(const Task *t)
{
	Datum full = times(t->denominator, t->threshold);

	if (compare(t->numerator, full) >= 0)
		return rounded(t->max);
	if (compare(t->numerator, whole(0)) <= 0)
		return rounded(whole(0));
	return rounded_quotient(times(t->max, t->numerator), full);
}

static Datum
threshold_points(const Task *t)
{
	bool reached = compare(t->numerator, times(t->denominator, t->threshold)) >= 0;

	return rounded(reached ? t->max : whole(0));
}

/*
 * Return the points of a ratio. The functions score_...(numerator, denominator, max, threshold,
 * zero) call it with the rule by which they score.
 */
static Datum
score_ratio(FunctionCallInfo fcinfo, Datum (*points)(const Task *))
{
	mc_zero_policy policy = zero_policy_arg(fcinfo, 4);
	Task t = {
		a_number("numerator", PG_GETARG_DATUM(0)),
		not_negative("denominator", PG_GETARG_DATUM(1)),
		not_negative("max", PG_GETARG_DATUM(2)),
		threshold_arg(fcinfo, 3),
	};

	if (compare(t.denominator, whole(0)) == 0)
		return empty_points(fcinfo, policy, t.max);
	return points(&t);
}

/*
 * Return the points of a rate; NULL stands for an empty denominator. The functions score_...(rate,
 * max, threshold, zero) call it with the rule by which they score.
 */
static Datum
score_rate(FunctionCallInfo fcinfo, Datum (*points)(const Task *))
{
	mc_zero_policy policy;
	Task t;

	if (PG_ARGISNULL(1))
		PG_RETURN_NULL();
	policy = zero_policy_arg(fcinfo, 3);
	t.denominator = whole(1);
	t.max = not_negative("max", PG_GETARG_DATUM(1));
	t.threshold = PG_ARGISNULL(2) ? whole(1) : threshold_arg(fcinfo, 2);
	if (PG_ARGISNULL(0))
		return empty_points(fcinfo, policy, t.max);
	t.numerator = a_number("rate", PG_GETARG_DATUM(0));
	return points(&t);
}

PG_FUNCTION_INFO_V1(motcua_score_linear);
Datum
motcua_score_linear(PG_FUNCTION_ARGS)
{
	return score_rate(fcinfo, linear_points);
}

PG_FUNCTION_INFO_V1(motcua_score_linear_ratio);
Datum
motcua_score_linear_ratio(PG_FUNCTION_ARGS)
{
	return score_ratio(fcinfo, linear_points);
}

PG_FUNCTION_INFO_V1(motcua_score_threshold);
Datum
motcua_score_threshold(PG_FUNCTION_ARGS)
{
	return score_rate(fcinfo, threshold_points);
}

PG_FUNCTION_INFO_V1(motcua_score_threshold_ratio);
Datum
motcua_score_threshold_ratio(PG_FUNCTION_ARGS)
{
	return score_ratio(fcinfo, threshold_points);
}

/* ---- steps ---- */

/* The points from each bound on. The bounds ascend. */
typedef struct Steps
{
	Datum *bounds;
	Datum *points;
	int count;
} Steps;

/* Store the numbers of an array and return how many there are. Raise 22023 if some are NULL. */
static int
numbers_of(ArrayType *array, const char *name, Datum **numbers)
{
	bool *nulls;
	int count;

	if (ARR_NDIM(array) != 1 || ARR_HASNULL(array))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("%s must be a list of numbers without NULL", name),
						errhint("Write score_step(rate, '{0.8,0.9,1}', '{0.25,0.5,1}').")));
	deconstruct_array(array, NUMERICOID, -1, false, TYPALIGN_INT, numbers, &nulls, &count);
	return count;
}

/*
 * Return the steps of two arguments, bounds and points. Raise 22023 if their numbers differ or the
 * bounds do not ascend.
 */
static Steps
steps_arg(FunctionCallInfo fcinfo, int argno)
{
	Steps s;

	s.count = numbers_of(PG_GETARG_ARRAYTYPE_P(argno), "bounds", &s.bounds);
	if (numbers_of(PG_GETARG_ARRAYTYPE_P(argno + 1), "points", &s.points) != s.count)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("every bound needs its points"),
				 errhint("Give as many points as bounds: score_step(rate, "
						 "'{0.8,0.9,1}', '{0.25,0.5,1}').")));
	for (int i = 0; i < s.count; i++)
	{
		a_number("bound", s.bounds[i]);
		not_negative("points", s.points[i]);
		if (i > 0 && compare(s.bounds[i - 1], s.bounds[i]) >= 0)
			refuse("bound", s.bounds[i], "Give the bounds in ascending order.");
	}
	return s;
}

/*
 * Return the points of the last bound that is not above the rate, or 0 if the rate is below all
 * bounds.
 */
static Datum
step_points(const Steps *s, Datum rate)
{
	Datum points = whole(0);

	for (int i = 0; i < s->count && compare(s->bounds[i], rate) <= 0; i++)
		points = s->points[i];
	return rounded(points);
}

static Datum
most_points(const Steps *s)
{
	Datum most = whole(0);

	for (int i = 0; i < s->count; i++)
		if (compare(s->points[i], most) > 0)
			most = s->points[i];
	return most;
}

PG_FUNCTION_INFO_V1(motcua_score_step);
Datum
motcua_score_step(PG_FUNCTION_ARGS)
{
	mc_zero_policy policy;
	Steps s;

	if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_NULL();
	policy = zero_policy_arg(fcinfo, 3);
	s = steps_arg(fcinfo, 1);
	if (PG_ARGISNULL(0))
		return empty_points(fcinfo, policy, most_points(&s));
	return step_points(&s, a_number("rate", PG_GETARG_DATUM(0)));
}

/* ---- names and measures ---- */

/*
 * require_known(kind, name, is_known) returns the name. It raises 42704 if `is_known` is false,
 * that is, if the SQL that looked up the name found nothing.
 */
PG_FUNCTION_INFO_V1(motcua_require_known);
Datum
motcua_require_known(PG_FUNCTION_ARGS)
{
	if (!PG_GETARG_BOOL(2))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_OBJECT),
						errmsg("%s \"%s\" does not exist", text_to_cstring(PG_GETARG_TEXT_PP(0)),
							   text_to_cstring(PG_GETARG_TEXT_PP(1))),
						errhint("List what there is with SELECT * FROM motcua.scorecards, "
								"motcua.criteria or motcua.scales.")));
	PG_RETURN_DATUM(PG_GETARG_DATUM(1));
}

/*
 * in_language(lang, title, title_en) returns the title in a language. If there is no English title,
 * it returns the Vietnamese one.
 */
PG_FUNCTION_INFO_V1(motcua_in_language);
Datum
motcua_in_language(PG_FUNCTION_ARGS)
{
	int chosen;

	chosen = motcua_is_english(fcinfo, 0) && !PG_ARGISNULL(2) ? 2 : 1;
	if (PG_ARGISNULL(chosen))
		PG_RETURN_NULL();
	PG_RETURN_DATUM(PG_GETARG_DATUM(chosen));
}

/* Return the measure of a name. Raise 22023 if it is unknown. */
static mc_measure
measure_arg(text *name)
{
	int measure = mc_measure_by_name(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));

	if (measure < 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("unknown measure of a tally \"%s\"", text_to_cstring(name)),
						errhint("Use \"on_time_rate:BASIS\", \"early_rate\", \"late_rate\", "
								"\"overdue_rate\" or \"online_rate\".")));
	return measure;
}

PG_FUNCTION_INFO_V1(motcua_tally_ratio);
Datum
motcua_tally_ratio(PG_FUNCTION_ARGS)
{
	TupleDesc descriptor;
	mc_ratio ratio;
	Datum values[2];
	bool nulls[2] = {false};

	if (!mc_measure_ratio(&motcua_tally_arg(fcinfo, 0)->value, measure_arg(PG_GETARG_TEXT_PP(1)),
						  &ratio))
		motcua_tally_overflow();
	if (get_call_result_type(fcinfo, NULL, &descriptor) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	values[0] = Int64GetDatum(ratio.numerator);
	values[1] = Int64GetDatum(ratio.denominator);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(descriptor), values, nulls)));
}

/* The scorecards and scales that the library ships, as rows for their views. */
#include "postgres.h"

#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/numeric.h"
#include "utils/tuplestore.h"

#include "common/compat.h"
#include "core/scoring/scorecards.h"

#define COLUMNS_MAX 15

/* A row under construction, column after column. */
typedef struct row
{
	Datum values[COLUMNS_MAX];
	bool nulls[COLUMNS_MAX];
	int count;
} row;

static void
put(row *r, Datum value, bool is_null)
{
	Assert(r->count < COLUMNS_MAX);
	r->values[r->count] = value;
	r->nulls[r->count++] = is_null;
}

static void
put_text(row *r, const char *string)
{
	put(r, string ? CStringGetTextDatum(string) : (Datum) 0, string == NULL);
}

static void
put_hundredths(row *r, int hundredths)
{
	put(r, NumericGetDatum(int64_div_fast_to_numeric(hundredths, 2)), hundredths == MC_NO_POINTS);
}

static void
finish(FunctionCallInfo fcinfo, row *r)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;

	if (r->count != rsinfo->setDesc->natts)
		elog(ERROR, "expected %d columns", r->count);
	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, r->values, r->nulls);
}

PG_FUNCTION_INFO_V1(motcua_shipped_scales);
Datum
motcua_shipped_scales(PG_FUNCTION_ARGS)
{
	const mc_scale *scale;

	InitMaterializedSRF(fcinfo, 0);
	for (int i = 0; (scale = mc_shipped_scale(i)) != NULL; i++)
	{
		row r = {.count = 0};

		put_text(&r, scale->name);
		put_text(&r, scale->title);
		put_text(&r, scale->title_en);
		put_text(&r, scale->source);
		put_text(&r, scale->status);
		finish(fcinfo, &r);
	}
	return (Datum) 0;
}

PG_FUNCTION_INFO_V1(motcua_shipped_scale_bands);
Datum
motcua_shipped_scale_bands(PG_FUNCTION_ARGS)
{
	const mc_band *band;

	InitMaterializedSRF(fcinfo, 0);
	for (int i = 0; (band = mc_shipped_band(i)) != NULL; i++)
	{
		row r = {.count = 0};

		put_text(&r, band->scale);
		put_hundredths(&r, band->lower);
		put_text(&r, band->title);
		put_text(&r, band->title_en);
		finish(fcinfo, &r);
	}
	return (Datum) 0;
}

PG_FUNCTION_INFO_V1(motcua_shipped_scorecards);
Datum
motcua_shipped_scorecards(PG_FUNCTION_ARGS)
{
	const mc_scorecard *card;

	InitMaterializedSRF(fcinfo, 0);
	for (int i = 0; (card = mc_shipped_scorecard(i)) != NULL; i++)
	{
		row r = {.count = 0};

		put_text(&r, card->name);
		put_text(&r, card->title);
		put_text(&r, card->title_en);
		put_text(&r, card->scale);
		put_text(&r, card->source);
		put_text(&r, card->status);
		finish(fcinfo, &r);
	}
	return (Datum) 0;
}

static void
put_criterion(FunctionCallInfo fcinfo, const mc_criterion *criterion, int ord)
{
	row r = {.count = 0};

	put_text(&r, criterion->scorecard);
	put_text(&r, criterion->code);
	put(&r, Int32GetDatum(ord), false);
	put_text(&r, criterion->section);
	put_text(&r, criterion->section_en);
	put_text(&r, criterion->title);
	put_text(&r, criterion->title_en);
	put_hundredths(&r, criterion->max_points);
	put_text(&r, mc_score_rule_name(criterion->rule));
	put_hundredths(&r, criterion->threshold);
	put_text(&r, mc_zero_policy_name(criterion->zero));
	put_text(&r, criterion->computed_from);
	put_text(&r, criterion->note);
	put_text(&r, criterion->source);
	put_text(&r, criterion->status);
	finish(fcinfo, &r);
}

/* Criteria are numbered from 1 in the order of their card. */
PG_FUNCTION_INFO_V1(motcua_shipped_criteria);
Datum
motcua_shipped_criteria(PG_FUNCTION_ARGS)
{
	const mc_criterion *criterion;
	const char *card = "";
	int ord = 0;

	InitMaterializedSRF(fcinfo, 0);
	for (int i = 0; (criterion = mc_shipped_criterion(i)) != NULL; i++)
	{
		ord = strcmp(criterion->scorecard, card) == 0 ? ord + 1 : 1;
		card = criterion->scorecard;
		put_criterion(fcinfo, criterion, ord);
	}
	return (Datum) 0;
}

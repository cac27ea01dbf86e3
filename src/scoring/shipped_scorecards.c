/*
 * This file holds the SQL functions that return the scorecards and scales that the library ships.
 * The views of shipped scorecards call them.
 */
#include "postgres.h"

#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/numeric.h"
#include "utils/tuplestore.h"

#include "common/compat.h"
#include "core/scoring/scorecards.h"

#define COLUMNS_MAX 15

/* A row that is being made, column after column. */
typedef struct Row
{
	Datum values[COLUMNS_MAX];
	bool nulls[COLUMNS_MAX];
	int count;
} Row;

static void
put(Row *r, Datum value, bool is_null)
{
	Assert(r->count < COLUMNS_MAX);
	r->values[r->count] = value;
	r->nulls[r->count++] = is_null;
}

static void
put_text(Row *r, const char *string)
{
	put(r, string ? CStringGetTextDatum(string) : (Datum) 0, string == NULL);
}

/* Put a number of hundredths as a numeric; MC_NO_POINTS becomes NULL. */
static void
put_hundredths(Row *r, int hundredths)
{
	put(r, NumericGetDatum(int64_div_fast_to_numeric(hundredths, 2)), hundredths == MC_NO_POINTS);
}

/* Return the row to the caller of the SQL function. */
static void
finish(FunctionCallInfo fcinfo, Row *r)
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
		Row r = {.count = 0};

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
		Row r = {.count = 0};

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
		Row r = {.count = 0};

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
	Row r = {.count = 0};

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

/* The criteria of a card are numbered from 1 in the order in which they come. */
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

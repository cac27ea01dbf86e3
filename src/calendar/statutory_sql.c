/* This file holds the SQL function statutory_days_off, which shows the rules of the law alone. */
#include "postgres.h"

#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/tuplestore.h"

#include "common/compat.h"
#include "core/calendar/statutory.h"

static void
put_day_off(ReturnSetInfo *rsinfo, const mc_day_fact *fact)
{
	bool nulls[4] = {false};
	Datum values[4] = {
		DateADTGetDatum(fact->day),
		CStringGetTextDatum(fact->title),
		CStringGetTextDatum(mc_day_reason_name(fact->reason)),
		CStringGetTextDatum(fact->source),
	};

	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
}

static void
check_year(int32 year)
{
	if (year < MC_STATUTORY_FIRST_YEAR || year > MC_STATUTORY_LAST_YEAR)
		ereport(ERROR, (errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
						errmsg("year %d is outside the statutory rules, which cover %d to %d", year,
							   MC_STATUTORY_FIRST_YEAR, MC_STATUTORY_LAST_YEAR),
						errhint("Name a year that the rules cover.")));
}

PG_FUNCTION_INFO_V1(motcua_statutory_days_off);
Datum
motcua_statutory_days_off(PG_FUNCTION_ARGS)
{
	int32 year = PG_GETARG_INT32(0);
	mc_day_fact facts[MC_STATUTORY_MAX];
	int count;

	check_year(year);
	InitMaterializedSRF(fcinfo, 0);
	count = mc_statutory_days(year, (mc_statutory_choice){0}, facts);
	for (int i = 0; i < count; i++)
		put_day_off((ReturnSetInfo *) fcinfo->resultinfo, &facts[i]);
	return (Datum) 0;
}

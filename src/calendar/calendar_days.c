/*
 * This file holds the SQL functions that show the days of a calendar: days_off, explain_day and
 * calendar_status.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/tuplestore.h"

#include "calendar/calendar_function.h"
#include "calendar/coverage.h"
#include "common/compat.h"
#include "common/moment_sql.h"

static Datum
text_datum(const char *string)
{
	return CStringGetTextDatum(string);
}

static void
put_day_off(ReturnSetInfo *rsinfo, const mc_day_fact *fact)
{
	bool nulls[6] = {false};
	Datum values[6] = {
		DateADTGetDatum(fact->day),
		text_datum(fact->title),
		text_datum(mc_day_kind_name(fact->kind)),
		text_datum(mc_day_reason_name(fact->reason)),
		text_datum(fact->source),
		text_datum(mc_day_status_name(fact->status)),
	};

	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
}

static Datum
days_off(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	int32 year = PG_GETARG_INT32(0);
	const mc_calendar *facts = &calendar->facts;
	mc_day last;

	motcua_check_year(calendar, year);
	InitMaterializedSRF(fcinfo, 0);
	last = mc_day_from_civil(year, 12, 31);
	for (int i = mc_first_fact_from(facts, mc_day_from_civil(year, 1, 1));
		 i < facts->fact_count && facts->facts[i].day <= last; i++)
		if (mc_fact_shows(facts, &facts->facts[i]))
			put_day_off((ReturnSetInfo *) fcinfo->resultinfo, &facts->facts[i]);
	return (Datum) 0;
}

PG_FUNCTION_INFO_V1(motcua_days_off);
Datum
motcua_days_off(PG_FUNCTION_ARGS)
{
	if (PG_ARGISNULL(0))
	{
		InitMaterializedSRF(fcinfo, 0);
		return (Datum) 0;
	}
	return days_off(fcinfo, motcua_calendar_arg(fcinfo, 1));
}

PG_FUNCTION_INFO_V1(motcua_days_off_by_value);
Datum
motcua_days_off_by_value(PG_FUNCTION_ARGS)
{
	return days_off(fcinfo, motcua_calendar_value_arg(fcinfo, 1));
}

/* Return the title of a day. If no fact decides, the title says what the work week does. */
static const char *
state_title(const mc_day_state *state)
{
	if (state->fact)
		return state->fact->title;
	return state->working ? "Ngày làm việc" : "Nghỉ hằng tuần";
}

static Datum
explain_day(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	DateADT day = motcua_day_arg(fcinfo, 0);
	mc_day_state state;
	TupleDesc descriptor;
	bool nulls[7] = {false};
	Datum values[7];

	motcua_check_covered(calendar, day);
	if (get_call_result_type(fcinfo, NULL, &descriptor) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "explain_day must return a row");
	state = mc_calendar_day_state(&calendar->facts, day);
	values[0] = BoolGetDatum(state.working);
	values[1] = text_datum(mc_day_kind_name(state.working ? MC_WORK : MC_OFF));
	values[2] = text_datum(mc_day_reason_name(state.reason));
	values[3] = text_datum(state_title(&state));
	values[4] = state.fact ? text_datum(state.fact->source) : (Datum) 0;
	nulls[4] = state.fact == NULL || state.fact->source[0] == '\0';
	values[5] = text_datum(mc_day_status_name(state.status));
	values[6] = text_datum(state.fact ? state.fact->origin : MC_ORIGIN_WORK_WEEK);
	return HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(descriptor), values, nulls));
}

static Datum
calendar_status(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	int32 year = PG_GETARG_INT32(0);

	motcua_check_year(calendar, year);
	return text_datum(mc_day_status_name(mc_calendar_year_status(&calendar->facts, year)));
}

MOTCUA_CALENDAR_FUNCTION(explain_day, 1, 1)
MOTCUA_CALENDAR_FUNCTION(calendar_status, 1, 1)

/*
 * This file holds the SQL functions that return what the library ships. The views calendars,
 * calendar_days and shifts call them.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/tuplestore.h"

#include "common/compat.h"
#include "core/calendar/shipped_calendars.h"

static Datum
text_datum(const char *string)
{
	return CStringGetTextDatum(string);
}

static Datum
time_datum(int32 seconds)
{
	return TimeADTGetDatum((TimeADT) seconds * USECS_PER_SEC);
}

static Datum
week_datum(uint8 week)
{
	char digits[8];

	mc_format_work_week(week, digits);
	return text_datum(digits);
}

/* Return the rows that `put` stores for each shipped calendar. */
static Datum
put_each(FunctionCallInfo fcinfo,
		 void (*put)(ReturnSetInfo *rsinfo, int which, const mc_calendar *calendar))
{
	mc_day_fact *facts = palloc(MC_SHIPPED_FACTS_MAX * sizeof(mc_day_fact));

	InitMaterializedSRF(fcinfo, 0);
	for (int which = 0; which < MC_SHIPPED_COUNT; which++)
	{
		mc_calendar calendar;

		mc_shipped_calendar(mc_shipped_name(which), facts, &calendar);
		put((ReturnSetInfo *) fcinfo->resultinfo, which, &calendar);
	}
	return (Datum) 0;
}

static void
put_calendar(ReturnSetInfo *rsinfo, int which, const mc_calendar *calendar)
{
	const mc_policies *policies = &calendar->policies;
	bool nulls[7] = {false};
	Datum values[7] = {
		text_datum(calendar->name),
		text_datum(mc_shipped_title(which)),
		week_datum(calendar->work_week),
		text_datum(policies->time_zone),
		text_datum(mc_late_reception_name(policies->late_reception)),
		time_datum(policies->same_day_cutoff),
		text_datum(mc_due_time_name(policies->due_time)),
	};

	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
}

static void
put_days(ReturnSetInfo *rsinfo, int which, const mc_calendar *calendar)
{
	for (int i = 0; i < calendar->fact_count; i++)
	{
		const mc_day_fact *fact = &calendar->facts[i];
		bool nulls[7] = {false};
		Datum values[7] = {
			text_datum(calendar->name),
			DateADTGetDatum(fact->day),
			text_datum(mc_day_kind_name(fact->kind)),
			text_datum(mc_day_reason_name(fact->reason)),
			text_datum(fact->title),
			text_datum(fact->source),
			text_datum(mc_day_status_name(fact->status)),
		};

		CHECK_FOR_INTERRUPTS();
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
}

static void
put_shifts(ReturnSetInfo *rsinfo, int which, const mc_calendar *calendar)
{
	for (int i = 0; i < calendar->shift_count; i++)
	{
		const mc_shift_rule *shift = &calendar->shifts[i];
		bool nulls[5] = {false};
		Datum values[5] = {
			text_datum(calendar->name), week_datum(shift->weekdays), time_datum(shift->opens),
			time_datum(shift->closes),  BoolGetDatum(shift->counts),
		};

		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
}

PG_FUNCTION_INFO_V1(motcua_shipped_calendars);
Datum
motcua_shipped_calendars(PG_FUNCTION_ARGS)
{
	return put_each(fcinfo, put_calendar);
}

PG_FUNCTION_INFO_V1(motcua_shipped_days);
Datum
motcua_shipped_days(PG_FUNCTION_ARGS)
{
	return put_each(fcinfo, put_days);
}

PG_FUNCTION_INFO_V1(motcua_shipped_shifts);
Datum
motcua_shipped_shifts(PG_FUNCTION_ARGS)
{
	return put_each(fcinfo, put_shifts);
}

/*
 * This file holds the SQL functions over ledgers: the tally of a period, a series of tallies, the
 * days and due changes of a ledger, and sums and differences.
 */
#include "postgres.h"

#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/timestamp.h"
#include "utils/tuplestore.h"

#include "calendar/coverage.h"
#include "common/daterange.h"
#include "common/moment_sql.h"
#include "kpi/expanded_ledger.h"
#include "kpi/tally_sql.h"

/* Return the tally of a period as a new value. Raise 22003 if a counter leaves 64 bits. */
static Tally *
tally_of(LedgerBytes ledger, mc_period period)
{
	mc_tally tally;

	if (!mc_ledger_tally(ledger.packed, ledger.length, period, &tally))
		motcua_tally_overflow();
	return motcua_make_tally(&tally, CurrentMemoryContext);
}

PG_FUNCTION_INFO_V1(motcua_ledger_tally);
Datum
motcua_ledger_tally(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(
		tally_of(motcua_ledger_arg(fcinfo, 0), motcua_period_of_range(PG_GETARG_DATUM(1))));
}

/* ---- series ---- */

/* The step of a series: whole months or whole days. The other number is 0. */
typedef struct Step
{
	int64 months;
	int64 days;
} Step;

/* Return the step that an interval gives. Raise 22023 unless it has either months or days alone. */
static Step
step_arg(FunctionCallInfo fcinfo, int argno)
{
	Interval *interval = PG_GETARG_INTERVAL_P(argno);
	Step step = {interval->month, interval->day};

	if (interval->time != 0 || (step.months == 0) == (step.days == 0) || step.months < 0 ||
		step.days < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a series steps by whole months or by whole days, not by \"%s\"",
						DatumGetCString(
							DirectFunctionCall1(interval_out, IntervalPGetDatum(interval)))),
				 errhint("Write interval '1 month', '3 months', '1 year', '7 days' or '1 day'.")));
	return step;
}

/*
 * Return the first day of the n-th period, counted from 0. It is computed from the begin of the
 * series, because counting on from a short month would move the days of all later periods.
 */
static mc_day
period_begin(mc_day since, Step step, int64 n)
{
	if (step.days > 0)
		return step.days * n > MC_DAY_LAST_WRITABLE - (int64) since
				   ? MC_DAY_LAST_WRITABLE + 1
				   : since + (mc_day) (step.days * n);
	if (step.months * n > INT64CONST(12) * 10000)
		return MC_DAY_LAST_WRITABLE + 1;
	return mc_add_months(since, step.months * n);
}

/* Raise 22008 if a series cannot begin or end on a day. */
static void
check_series_day(mc_day day)
{
	if (!mc_ledger_covers(day))
		ereport(ERROR, (errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
						errmsg("a series cannot begin or end on \"%s\"", motcua_day_text(day)),
						errdetail("A ledger covers the days from 0001-01-01 to 9999-12-31."),
						errhint("Correct since or until.")));
}

/* The last period of the series ends on `until`, even if the step is longer. */
PG_FUNCTION_INFO_V1(motcua_tally_series);
Datum
motcua_tally_series(PG_FUNCTION_ARGS)
{
	LedgerBytes ledger = motcua_ledger_arg(fcinfo, 0);
	mc_day since = motcua_day_arg(fcinfo, 1);
	mc_day until = motcua_day_arg(fcinfo, 2);
	Step step = step_arg(fcinfo, 3);
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	mc_day begin = since;

	check_series_day(since);
	check_series_day(until);
	InitMaterializedSRF(fcinfo, 0);
	for (int64 n = 1; begin <= until; n++)
	{
		mc_day next = period_begin(since, step, n);
		mc_period period = {begin, Min(next - 1, until)};
		Datum values[2] = {motcua_period_datum(period), PointerGetDatum(tally_of(ledger, period))};
		bool nulls[2] = {false, false};

		CHECK_FOR_INTERRUPTS();
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		pfree(DatumGetPointer(values[0]));
		pfree(DatumGetPointer(values[1]));
		begin = next;
	}
	return (Datum) 0;
}

/* ---- days and due changes ---- */

/* Return a reader of a ledger argument. Raise XX001 if the ledger is damaged. */
static mc_ledger_reader
open_ledger(FunctionCallInfo fcinfo, int argno)
{
	LedgerBytes ledger = motcua_ledger_arg(fcinfo, argno);
	mc_ledger_reader reader;

	if (!mc_ledger_open(&reader, ledger.packed, ledger.length, 1))
		ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED), errmsg("damaged ledger value")));
	return reader;
}

PG_FUNCTION_INFO_V1(motcua_ledger_days);
Datum
motcua_ledger_days(PG_FUNCTION_ARGS)
{
	mc_ledger_reader reader = open_ledger(fcinfo, 0);
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;

	InitMaterializedSRF(fcinfo, 0);
	for (; reader.has_row; mc_ledger_next_row(&reader))
	{
		Datum values[1 + MC_LEDGER_COLUMN_COUNT] = {DateADTGetDatum(reader.row.day)};
		bool nulls[1 + MC_LEDGER_COLUMN_COUNT] = {false};

		CHECK_FOR_INTERRUPTS();
		for (int i = 0; i < MC_LEDGER_COLUMN_COUNT; i++)
			values[1 + i] = Int64GetDatum(reader.row.n[i]);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

PG_FUNCTION_INFO_V1(motcua_ledger_due_changes);
Datum
motcua_ledger_due_changes(PG_FUNCTION_ARGS)
{
	mc_ledger_reader reader = open_ledger(fcinfo, 0);
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;

	InitMaterializedSRF(fcinfo, 0);
	for (; reader.has_change; mc_ledger_next_change(&reader))
	{
		Datum values[4] = {DateADTGetDatum(reader.change.day), DateADTGetDatum(reader.change.due),
						   Int64GetDatum(reader.change.met), Int64GetDatum(reader.change.missed)};
		bool nulls[4] = {false};

		CHECK_FOR_INTERRUPTS();
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* ---- arithmetic ---- */

static Datum
combine(FunctionCallInfo fcinfo, int sign)
{
	LedgerBytes ledgers[2] = {motcua_ledger_arg(fcinfo, 0), motcua_ledger_arg(fcinfo, 1)};
	int signs[2] = {1, sign};

	PG_RETURN_POINTER(motcua_merge_ledgers(ledgers, signs, 2));
}

PG_FUNCTION_INFO_V1(motcua_ledger_plus);
Datum
motcua_ledger_plus(PG_FUNCTION_ARGS)
{
	return combine(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(motcua_ledger_minus);
Datum
motcua_ledger_minus(PG_FUNCTION_ARGS)
{
	return combine(fcinfo, -1);
}

/* first_day returns NULL for an empty ledger. */
PG_FUNCTION_INFO_V1(motcua_first_day);
Datum
motcua_first_day(PG_FUNCTION_ARGS)
{
	mc_ledger_reader reader = open_ledger(fcinfo, 0);

	if (!reader.has_row)
		PG_RETURN_NULL();
	PG_RETURN_DATEADT(reader.row.day);
}

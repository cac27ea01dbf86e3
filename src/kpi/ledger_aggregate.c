/*
 * This file holds the transition and inverse functions of the aggregates ledger(received, due,
 * ended [, online, ended_as, granularity, paused_since]), ledger(dossier, online) and
 * merge(ledger).
 */
#include "postgres.h"

#include "calendar/coverage.h"
#include "dossier/dossier_sql.h"
#include "kpi/dossier_facts.h"
#include "kpi/expanded_ledger.h"

#define ARG_POLICIES 4
#define FULL_FORM_NARGS 8

/*
 * True if a dossier was received on a day of the coverage of ledgers. A dossier that was not
 * received yet counts nowhere. Raise 22008 for a finite day outside the coverage.
 */
static bool
received_counts(mc_day received)
{
	if (likely(mc_ledger_covers(received)))
		return true;
	if (mc_day_is_finite(received))
		ereport(ERROR, (errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
						errmsg("a ledger cannot hold a dossier received on \"%s\"",
							   motcua_day_text(received)),
						errdetail("A ledger covers the days from 0001-01-01 to 9999-12-31."),
						errhint("Correct the date, or leave the row out with FILTER.")));
	return false;
}

static inline Datum
count_row(FunctionCallInfo fcinfo, const mc_dossier_facts *facts, int sign)
{
	ExpandedLedger *ledger = motcua_ledger_state(fcinfo);

	if (received_counts(facts->received.day))
		mc_ledger_count(
			motcua_ledger_room(ledger, MC_LEDGER_EVENTS_PER_DOSSIER, MC_LEDGER_CHANGES_PER_DOSSIER),
			facts, sign);
	return motcua_ledger_state_datum(ledger);
}

static inline Datum
count_columns(FunctionCallInfo fcinfo, int sign)
{
	mc_dossier_facts facts =
		motcua_read_facts(fcinfo, PG_NARGS() == FULL_FORM_NARGS ? ARG_POLICIES : 0);

	return count_row(fcinfo, &facts, sign);
}

PG_FUNCTION_INFO_V1(motcua_ledger_add);
Datum
motcua_ledger_add(PG_FUNCTION_ARGS)
{
	return count_columns(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(motcua_ledger_remove);
Datum
motcua_ledger_remove(PG_FUNCTION_ARGS)
{
	return count_columns(fcinfo, -1);
}

/* ---- ledger(dossier, online) ---- */

static Datum
count_dossier(FunctionCallInfo fcinfo, int sign)
{
	ExpandedLedger *ledger = motcua_ledger_state(fcinfo);
	mc_dossier dossier;
	int room;

	if (PG_ARGISNULL(1))
		return motcua_ledger_state_datum(ledger);
	motcua_dossier_arg(fcinfo, 1, &dossier);
	room = mc_ledger_dossier_room(&dossier);
	mc_ledger_count_dossier(motcua_ledger_room(ledger, room, room), &dossier,
							!PG_ARGISNULL(2) && PG_GETARG_BOOL(2), sign);
	return motcua_ledger_state_datum(ledger);
}

PG_FUNCTION_INFO_V1(motcua_ledger_add_dossier);
Datum
motcua_ledger_add_dossier(PG_FUNCTION_ARGS)
{
	return count_dossier(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(motcua_ledger_remove_dossier);
Datum
motcua_ledger_remove_dossier(PG_FUNCTION_ARGS)
{
	return count_dossier(fcinfo, -1);
}

/*
 * ---- merge(ledger) ----
 *
 * merge is strict, so that the first ledger becomes the state. Its transition function is also the
 * combine function of all these aggregates.
 */

static Datum
take(FunctionCallInfo fcinfo, int sign)
{
	ExpandedLedger *ledger = motcua_ledger_state(fcinfo);

	motcua_ledger_take(ledger, motcua_ledger_arg(fcinfo, 1), sign);
	return motcua_ledger_state_datum(ledger);
}

PG_FUNCTION_INFO_V1(motcua_ledger_merge);
Datum
motcua_ledger_merge(PG_FUNCTION_ARGS)
{
	return take(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(motcua_ledger_unmerge);
Datum
motcua_ledger_unmerge(PG_FUNCTION_ARGS)
{
	return take(fcinfo, -1);
}

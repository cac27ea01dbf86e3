/*
 * This file holds the triggers on the calendar tables. They tell every session about a change, and
 * they refuse rows that make no calendar.
 */
#include "postgres.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "tcop/pquery.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/rel.h"

#include "calendar/calendar_load.h"
#include "calendar/calendar_tables.h"
#include "common/compat.h"
#include "common/own_trigger.h"

/*
 * The row trigger that sends a relcache invalidation, which UPDATE and DELETE do not send by
 * themselves. The invalidation takes effect at commit, also on standbys, and is undone with the
 * transaction.
 */
PG_FUNCTION_INFO_V1(motcua_calendar_changed);
Datum
motcua_calendar_changed(PG_FUNCTION_ARGS)
{
	CacheInvalidateRelcache(motcua_own_trigger(fcinfo)->tg_relation);
	PG_RETURN_POINTER(NULL);
}

/*
 * Let only one session edit calendars at a time: two sessions could each miss the overlap, the loop
 * or the removal of the other. Then make the rows of this statement visible.
 */
static void
begin_check(void)
{
	motcua_lock_calendar_tables();
	CommandCounterIncrement();
}

/*
 * Raise 23503 if there is no calendar of that name. In COPY it is only a warning, because the rows
 * may come before their calendar: pg_restore -j loads the tables in any order.
 */
static void
require_calendar(const char *name)
{
	bool in_copy = ActivePortal && ActivePortal->commandTag == CMDTAG_COPY;

	if (motcua_calendar_exists(name))
		return;
	ereport(in_copy ? WARNING : ERROR,
			(errcode(ERRCODE_FOREIGN_KEY_VIOLATION), errmsg("calendar \"%s\" does not exist", name),
			 in_copy ? errdetail("Rows that name the calendar have no effect until it exists.")
					 : errhint("Add it to motcua.calendar first; "
							   "the shipped calendars are \"vn\" and \"vn_statutory\".")));
}

/*
 * The AFTER ROW trigger that checks new rows. It can see all rows of the statement, in whatever
 * order they came.
 */
PG_FUNCTION_INFO_V1(motcua_check_calendar);
Datum
motcua_check_calendar(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = motcua_own_row_trigger(fcinfo);
	HeapTuple row = motcua_trigger_row(trigger);
	const char *table = RelationGetRelationName(trigger->tg_relation);

	begin_check();
	if (strcmp(table, "calendar") == 0)
	{
		require_calendar(motcua_trigger_text(trigger, row, "parent"));
		motcua_check_chain(motcua_trigger_text(trigger, row, "name"));
		PG_RETURN_POINTER(NULL);
	}
	require_calendar(motcua_trigger_text(trigger, row, "calendar"));
	if (strcmp(table, "shift") == 0)
		motcua_check_shifts(motcua_trigger_text(trigger, row, "calendar"));
	PG_RETURN_POINTER(NULL);
}

/* Delete the rows of a calendar from a table in a schema, whose name is quoted. */
static void
delete_rows_of(const char *schema, const char *table, const char *name)
{
	Oid types[1] = {TEXTOID};
	Datum values[1] = {CStringGetTextDatum(name)};
	char *command =
		psprintf("DELETE FROM %s.%s WHERE calendar OPERATOR(pg_catalog.=) $1", schema, table);

	if (SPI_execute_with_args(command, 1, types, values, NULL, false, 0) != SPI_OK_DELETE)
		elog(ERROR, "could not delete from motcua.%s", table);
}

/*
 * The trigger for a calendar that is deleted or renamed. No calendar may inherit from it; its own
 * days, years and shifts are deleted with it.
 */
PG_FUNCTION_INFO_V1(motcua_calendar_removed);
Datum
motcua_calendar_removed(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = motcua_own_row_trigger(fcinfo);
	char *name = motcua_trigger_text(trigger, trigger->tg_trigtuple, "name");
	const char *schema = motcua_trigger_schema(trigger);
	char *child;

	begin_check();
	if (motcua_calendar_exists(name))
		PG_RETURN_POINTER(NULL);
	child = motcua_child_of(name);
	if (child)
		ereport(ERROR,
				(errcode(ERRCODE_FOREIGN_KEY_VIOLATION),
				 errmsg("calendar \"%s\" cannot be removed: \"%s\" inherits from it", name, child),
				 errhint("Give \"%s\" another parent first.", child)));
	SPI_connect();
	delete_rows_of(schema, "calendar_day", name);
	delete_rows_of(schema, "calendar_year", name);
	delete_rows_of(schema, "shift", name);
	SPI_finish();
	PG_RETURN_POINTER(NULL);
}

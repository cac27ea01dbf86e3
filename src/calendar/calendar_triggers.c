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
#include "common/spi_rows.h"

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

/* ---- deleting and renaming a calendar ---- */

/* The tables of the extension that refer to a calendar by its name, and their columns. */
static const char *const references[][2] = {{"calendar_day", "calendar"},
											{"calendar_year", "calendar"},
											{"shift", "calendar"},
											{"calendar", "parent"},
											{"agency", "calendar"}};
#define OWNED_REFERENCES 3 /* the first ones belong to the calendar and are deleted with it */

/* Run a command whose parameters are the name of a calendar and, unless NULL, a new name. */
static void
run_for_calendar(const char *command, const char *name, const char *new_name)
{
	Oid types[] = {TEXTOID, TEXTOID};
	Datum values[2] = {CStringGetTextDatum(name)};

	if (new_name != NULL)
		values[1] = CStringGetTextDatum(new_name);
	if (SPI_execute_with_args(command, new_name == NULL ? 1 : 2, types, values, NULL, false, 0) < 0)
		elog(ERROR, "could not run \"%s\"", command);
}

/* Let all references to a calendar follow its new name. The caller is connected to SPI. */
static void
rename_references(const char *schema, const char *name, const char *new_name)
{
	for (size_t at = 0; at < lengthof(references); at++)
		run_for_calendar(psprintf("UPDATE %s.%s SET %s = $2 WHERE %s OPERATOR(pg_catalog.=) $1",
								  schema, references[at][0], references[at][1], references[at][1]),
						 name, new_name);
}

/* Delete the days, years and shifts of a calendar. The caller is connected to SPI. */
static void
delete_owned(const char *schema, const char *name)
{
	for (int at = 0; at < OWNED_REFERENCES; at++)
		run_for_calendar(psprintf("DELETE FROM %s.%s WHERE %s OPERATOR(pg_catalog.=) $1", schema,
								  references[at][0], references[at][1]),
						 name, NULL);
}

/* Raise 23503 if another calendar inherits from a calendar that is deleted, or an agency has it. */
static void
refuse_if_used(const char *schema, const char *name)
{
	static const Oid types[] = {TEXTOID};
	Datum values[] = {CStringGetTextDatum(name)};
	Statement query = {psprintf("SELECT a.code FROM %s.agency AS a WHERE a.calendar "
								"OPERATOR(pg_catalog.=) $1 ORDER BY a.code LIMIT 1",
								schema),
					   1, types, values};
	char *child = motcua_child_of(name);
	Rows agencies;

	if (child != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_FOREIGN_KEY_VIOLATION),
				 errmsg("calendar \"%s\" cannot be removed: \"%s\" inherits from it", name, child),
				 errhint("Give \"%s\" another parent first.", child)));
	agencies = motcua_select(&query, false, NULL, 1);
	if (agencies.count > 0)
		ereport(ERROR,
				(errcode(ERRCODE_FOREIGN_KEY_VIOLATION),
				 errmsg("calendar \"%s\" cannot be removed: agency \"%s\" has it", name,
						motcua_cell_text(&agencies, 0, 0)),
				 errhint("Give the agencies another calendar first: UPDATE motcua.agency.")));
}

/*
 * The trigger for a calendar that is deleted or renamed. Its days, years and shifts are deleted with
 * it, and nobody else may use it. All references follow a new name. Attachments have a trigger of
 * their own.
 */
PG_FUNCTION_INFO_V1(motcua_calendar_removed);
Datum
motcua_calendar_removed(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = motcua_own_row_trigger(fcinfo);
	char *name = motcua_trigger_text(trigger, trigger->tg_trigtuple, "name");
	const char *schema = motcua_trigger_schema(trigger);

	begin_check();
	if (motcua_calendar_exists(name))
		PG_RETURN_POINTER(NULL);
	SPI_connect();
	if (TRIGGER_FIRED_BY_UPDATE(trigger->tg_event))
		rename_references(schema, name, motcua_trigger_text(trigger, trigger->tg_newtuple, "name"));
	else
	{
		refuse_if_used(schema, name);
		delete_owned(schema, name);
	}
	SPI_finish();
	PG_RETURN_POINTER(NULL);
}

/*
 * This file holds the SQL functions watch and unwatch, and the trigger function that they put on a
 * table. The trigger writes changes of the watched columns, and who made them, to the table
 * motcua.change_log, which the writers themselves cannot change.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/relation.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/syscache.h"
#include "utils/timestamp.h"

#include "attach/attachment.h"
#include "common/append.h"
#include "common/compat.h"
#include "common/owner.h"
#include "integrity/watch_data.h"

/* The columns of motcua.change_log, as sql/install/85-integrity.sql declares them. */
enum log_column
{
	LOG_AT,
	LOG_ACTOR,
	LOG_SESSION_ROLE,
	LOG_APPLICATION,
	LOG_RELATION,
	LOG_CODE,
	LOG_COL,
	LOG_OLD,
	LOG_NEW,
	LOG_COLUMNS
};

static const ColumnShape log_columns[LOG_COLUMNS] = {[LOG_AT] = {"at", TIMESTAMPTZOID},
													 [LOG_ACTOR] = {"actor", TEXTOID},
													 [LOG_SESSION_ROLE] = {"session_role", TEXTOID},
													 [LOG_APPLICATION] = {"application", TEXTOID},
													 [LOG_RELATION] = {"relation", TEXTOID},
													 [LOG_CODE] = {"code", TEXTOID},
													 [LOG_COL] = {"col", TEXTOID},
													 [LOG_OLD] = {"old", TEXTOID},
													 [LOG_NEW] = {"new", TEXTOID}};
static const RelationShape log_shape = {
	.name = "change_log", .kind = RELKIND_RELATION, MOTCUA_COLUMNS(log_columns)};

/*
 * Return who the application says makes the change, by the setting motcua.actor. Whoever writes can
 * set it, so the role of the session stands beside it.
 */
static const char *
claimed_actor(void)
{
	const char *actor = GetConfigOption("motcua.actor", true, false);

	return actor != NULL && *actor != '\0' ? actor : GetUserNameFromId(GetSessionUserId(), false);
}

static void
set_text(Datum *values, bool *nulls, int column, const char *text)
{
	nulls[column] = text == NULL;
	values[column] = text == NULL ? (Datum) 0 : CStringGetTextDatum(text);
}

/*
 * Write one line of the log. Only the insertion runs as the owner of the log. The caller has made
 * all values text before, because output functions must run with the writer's rights.
 */
static void
write_line(Relation relation, const char *code, const char *column, const char *old,
		   const char *new)
{
	Datum values[LOG_COLUMNS];
	bool nulls[LOG_COLUMNS] = {false};
	Relation log = motcua_open_extension_table(&log_shape, RowExclusiveLock);
	Appender *appender;

	if (log == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE), errmsg("table \"motcua.change_log\" is missing"),
				 errhint("Create the extension anew, or call motcua.unwatch(table).")));
	values[LOG_AT] = TimestampTzGetDatum(GetCurrentTimestamp());
	set_text(values, nulls, LOG_ACTOR, claimed_actor());
	set_text(values, nulls, LOG_SESSION_ROLE, GetUserNameFromId(GetSessionUserId(), false));
	set_text(values, nulls, LOG_APPLICATION, GetConfigOption("application_name", true, false));
	set_text(values, nulls, LOG_RELATION, motcua_qualified_name(RelationGetRelid(relation)));
	set_text(values, nulls, LOG_CODE, code);
	set_text(values, nulls, LOG_COL, column);
	set_text(values, nulls, LOG_OLD, old);
	set_text(values, nulls, LOG_NEW, new);
	appender = motcua_open_appender(log);
	motcua_append(appender, values, nulls);
	motcua_close_appender(appender);
	relation_close(log, NoLock);
}

/* Return the text of a column, or NULL if it is NULL or there is no row. */
static char *
value_text(Relation relation, HeapTuple row, int column)
{
	return row == NULL ? NULL : SPI_getvalue(row, RelationGetDescr(relation), column);
}

/* True if a column is equal, byte for byte, in two rows. */
static bool
is_same(Relation relation, HeapTuple old, HeapTuple new, int column)
{
	Form_pg_attribute attribute = TupleDescAttr(RelationGetDescr(relation), column - 1);
	bool nulls[2];
	Datum values[] = {SPI_getbinval(old, RelationGetDescr(relation), column, &nulls[0]),
					  SPI_getbinval(new, RelationGetDescr(relation), column, &nulls[1])};

	return nulls[0] == nulls[1] &&
		   (nulls[0] ||
			datum_image_eq(values[0], values[1], attribute->attbyval, attribute->attlen));
}

/*
 * Write a line if a column differs between the old row and the new one, which is NULL for DELETE.
 */
static void
log_column(TriggerData *trigger, HeapTuple new, const char *code, int column)
{
	Relation relation = trigger->tg_relation;
	HeapTuple old = trigger->tg_trigtuple;

	if (new != NULL && is_same(relation, old, new, column))
		return;
	write_line(relation, code,
			   NameStr(TupleDescAttr(RelationGetDescr(relation), column - 1)->attname),
			   value_text(relation, old, column), value_text(relation, new, column));
}

/*
 * Write a line for each watched column that a change of a row concerns. The first argument of the
 * trigger names the column of the dossier's code, or is empty. The others name the watched columns;
 * without them, all columns are watched.
 */
static void
log_row(TriggerData *trigger)
{
	Relation relation = trigger->tg_relation;
	TupleDesc descriptor = RelationGetDescr(relation);
	char **arguments = trigger->tg_trigger->tgargs;
	HeapTuple new = TRIGGER_FIRED_BY_UPDATE(trigger->tg_event) ? trigger->tg_newtuple : NULL;
	int code_column = *arguments[0] == '\0' ? 0 : SPI_fnumber(descriptor, arguments[0]);
	char *code = code_column > 0 ? value_text(relation, trigger->tg_trigtuple, code_column) : NULL;

	if (trigger->tg_trigger->tgnargs > 1)
		for (int at = 1; at < trigger->tg_trigger->tgnargs; at++)
		{
			int column = SPI_fnumber(descriptor, arguments[at]);

			if (column > 0) /* else the column was dropped */
				log_column(trigger, new, code, column);
		}
	else
		for (int column = 1; column <= descriptor->natts; column++)
			if (!TupleDescAttr(descriptor, column - 1)->attisdropped)
				log_column(trigger, new, code, column);
}

/*
 * True if a trigger has the form that motcua.watch gives it. A trigger of another form would fill
 * the log with lines that nobody asked for.
 */
static bool
is_made_by_watch(const TriggerData *trigger)
{
	const Trigger *own = trigger->tg_trigger;

	if (!TRIGGER_FIRED_AFTER(trigger->tg_event) || own->tgenabled != TRIGGER_FIRES_ALWAYS ||
		trigger->tg_relation->rd_rel->relpersistence == RELPERSISTENCE_TEMP)
		return false;
	if (TRIGGER_FIRED_BY_TRUNCATE(trigger->tg_event))
		return TRIGGER_FIRED_FOR_STATEMENT(trigger->tg_event) &&
			   strcmp(own->tgname, "motcua_watch_truncate") == 0;
	return TRIGGER_FIRED_FOR_ROW(trigger->tg_event) && own->tgnargs > 0 &&
		   !TRIGGER_FIRED_BY_INSERT(trigger->tg_event) && strcmp(own->tgname, "motcua_watch") == 0;
}

PG_FUNCTION_INFO_V1(motcua_log_change);
Datum
motcua_log_change(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;

	if (!CALLED_AS_TRIGGER(fcinfo) || !is_made_by_watch(trigger))
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
						errmsg("log_change is the trigger of motcua.watch"),
						errhint("Let motcua.watch(table) make the trigger.")));
	if (TRIGGER_FIRED_BY_TRUNCATE(trigger->tg_event))
		write_line(trigger->tg_relation, NULL, NULL, "TRUNCATE", NULL);
	else
		log_row(trigger);
	PG_RETURN_POINTER(NULL);
}

/* ---- watch, unwatch ---- */

/* Raise 42809 if the relation is no table that can be watched. */
static void
check_watchable(Oid relation)
{
	char kind = get_rel_relkind(relation);

	if ((kind != RELKIND_RELATION && kind != RELKIND_PARTITIONED_TABLE) ||
		get_rel_persistence(relation) == RELPERSISTENCE_TEMP || relation < FirstNormalObjectId)
		ereport(ERROR, (errcode(ERRCODE_WRONG_OBJECT_TYPE),
						errmsg("\"%s\" cannot be watched", get_rel_name(relation)),
						errhint("Watch an ordinary or partitioned table that is not temporary.")));
}

static bool
is_watched(Oid relation)
{
	return OidIsValid(get_trigger_oid(relation, "motcua_watch", true));
}

/*
 * Append the name of a column to the trigger's arguments. Raise 42703 if there is no such column.
 */
static void
append_column(StringInfo arguments, Oid relation, const char *column)
{
	if (get_attnum(relation, column) <= 0)
		ereport(
			ERROR,
			(errcode(ERRCODE_UNDEFINED_COLUMN),
			 errmsg("column \"%s\" of table \"%s\" does not exist", column, get_rel_name(relation)),
			 errhint("Name columns as they are written in the catalog, without quotes.")));
	appendStringInfo(arguments, ", %s", quote_literal_cstr(column));
}

/* Return the arguments of the trigger, as SQL, from those of watch. */
static char *
trigger_arguments(FunctionCallInfo fcinfo, Oid relation)
{
	StringInfoData arguments;
	Datum *columns;
	bool *nulls;
	int count = 0;

	initStringInfo(&arguments);
	if (!PG_ARGISNULL(2))
		append_column(&arguments, relation, text_to_cstring(PG_GETARG_TEXT_PP(2)));
	else
		appendStringInfoString(&arguments, ", ''");
	if (!PG_ARGISNULL(1))
		deconstruct_array(PG_GETARG_ARRAYTYPE_P(1), TEXTOID, -1, false, TYPALIGN_INT, &columns,
						  &nulls, &count);
	for (int at = 0; at < count; at++)
		if (!nulls[at])
			append_column(&arguments, relation, TextDatumGetCString(columns[at]));
	return arguments.data + strlen(", ");
}

/* Run a template on a table as the owner of the table, which the caller has the rights of. */
static void
run_as_owner(Oid relation, const char *template, const TemplateValue *values, int count)
{
	Oid owner = motcua_owner_of(relation);
	SavedUser before;

	motcua_check_is_owner(owner, "table", get_rel_name(relation));
	before = motcua_become(owner);
	SPI_connect();
	motcua_run(motcua_fill_template(template, values, count));
	SPI_finish();
	motcua_restore_user(before);
}

PG_FUNCTION_INFO_V1(motcua_watch);
Datum
motcua_watch(PG_FUNCTION_ARGS)
{
	TemplateValue values[] = {{.name = "@table@"}, {.name = "@arguments@"}};
	Oid relation;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	relation = PG_GETARG_OID(0);
	check_watchable(relation);
	values[1].text = trigger_arguments(fcinfo, relation);
	if (is_watched(relation))
		ereport(
			ERROR,
			(errcode(ERRCODE_DUPLICATE_OBJECT),
			 errmsg("table \"%s\" is watched already", get_rel_name(relation)),
			 errhint("To watch other columns, call motcua.unwatch(table) first; what was logged "
					 "stays.")));
	values[0].text = motcua_qualified_name(relation);
	run_as_owner(relation, watch_create, values, lengthof(values));
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(motcua_unwatch);
Datum
motcua_unwatch(PG_FUNCTION_ARGS)
{
	TemplateValue table = {.name = "@table@"};

	check_watchable(PG_GETARG_OID(0));
	if (!is_watched(PG_GETARG_OID(0)))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_OBJECT),
						errmsg("table \"%s\" is not watched", get_rel_name(PG_GETARG_OID(0))),
						errhint("List the tables that are with SELECT * FROM motcua.watches.")));
	table.text = motcua_qualified_name(PG_GETARG_OID(0));
	run_as_owner(PG_GETARG_OID(0), watch_drop, &table, 1);
	PG_RETURN_VOID();
}

/* watch: what was changed in watched columns, by whom, in a log that the writers themselves cannot touch. */
#include "postgres.h"

#include "access/htup_details.h"
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

#include "attach/attachment.h"
#include "common/compat.h"
#include "common/owner.h"

/* Who it was: the application says so in motcua.actor, else the role and the program are all that is known. */
static char *
current_actor(void)
{
	const char *actor = GetConfigOption("motcua.actor", true, false);
	const char *program = GetConfigOption("application_name", true, false);

	if (actor != NULL && *actor != '\0')
		return pstrdup(actor);
	return psprintf("%s%s%s", GetUserNameFromId(GetSessionUserId(), false),
					program && *program ? " / " : "", program ? program : "");
}

static Datum
text_or_null(const char *value, char *null)
{
	*null = value == NULL ? 'n' : ' ';
	return value == NULL ? (Datum) 0 : CStringGetTextDatum(value);
}

/*
 * Writes one line. Everything in it was made text with the writer's rights before; only the insertion runs as the
 * owner of the log, as the checks of foreign keys do.
 */
static void
write_line(Relation relation, const char *code, const char *column, const char *old,
		   const char *new)
{
	static const char insertion[] =
		"INSERT INTO motcua.change_log (at, actor, relation, code, col, old, new)"
		" VALUES (pg_catalog.clock_timestamp(), $1, $2, $3, $4, $5, $6)";
	Oid types[] = {TEXTOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID};
	char nulls[6];
	Datum values[6];
	Oid log = get_relname_relid("change_log", get_namespace_oid("motcua", false));
	SavedUser writer;

	values[0] = text_or_null(current_actor(), &nulls[0]);
	values[1] =
		text_or_null(quote_qualified_identifier(get_namespace_name(RelationGetNamespace(relation)),
												RelationGetRelationName(relation)),
					 &nulls[1]);
	values[2] = text_or_null(code, &nulls[2]);
	values[3] = text_or_null(column, &nulls[3]);
	values[4] = text_or_null(old, &nulls[4]);
	values[5] = text_or_null(new, &nulls[5]);
	writer = motcua_act_as_owner(log, SECURITY_NOFORCE_RLS);
	if (SPI_execute_with_args(insertion, 6, types, values, nulls, false, 0) != SPI_OK_INSERT)
		elog(ERROR, "could not write to motcua.change_log");
	motcua_restore_user(writer);
}

/* Of a row, or of no row. */
static char *
value_text(Relation relation, HeapTuple row, int column)
{
	return row == NULL ? NULL : SPI_getvalue(row, RelationGetDescr(relation), column);
}

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

/* The first argument of the trigger is the column of the code, or empty; the others are watched, all when there are none. */
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

			if (column > 0) /* a column dropped since is watched no more */
				log_column(trigger, new, code, column);
		}
	else
		for (int column = 1; column <= descriptor->natts; column++)
			if (!TupleDescAttr(descriptor, column - 1)->attisdropped)
				log_column(trigger, new, code, column);
}

PG_FUNCTION_INFO_V1(motcua_log_change);
Datum
motcua_log_change(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;

	if (!CALLED_AS_TRIGGER(fcinfo) || !TRIGGER_FIRED_AFTER(trigger->tg_event))
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
						errmsg("log_change is the trigger of motcua.watch")));
	SPI_connect();
	if (TRIGGER_FIRED_BY_TRUNCATE(trigger->tg_event))
		write_line(trigger->tg_relation, NULL, NULL, "TRUNCATE", NULL);
	else if (trigger->tg_trigger->tgnargs > 0 && TRIGGER_FIRED_FOR_ROW(trigger->tg_event))
		log_row(trigger);
	SPI_finish();
	PG_RETURN_POINTER(NULL);
}

/* ---- watch, unwatch ---- */

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
	return arguments.data + 2;
}

static char *
table_name(Oid relation)
{
	return quote_qualified_identifier(get_namespace_name(get_rel_namespace(relation)),
									  get_rel_name(relation));
}

PG_FUNCTION_INFO_V1(motcua_watch);
Datum
motcua_watch(PG_FUNCTION_ARGS)
{
	Oid relation;
	char *table, *arguments;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	relation = PG_GETARG_OID(0);
	check_watchable(relation);
	arguments = trigger_arguments(fcinfo, relation);
	if (is_watched(relation))
		ereport(
			ERROR,
			(errcode(ERRCODE_DUPLICATE_OBJECT),
			 errmsg("table \"%s\" is watched already", get_rel_name(relation)),
			 errhint(
				 "To watch other columns, call motcua.unwatch(table) first; what was logged stays.")));
	table = table_name(relation);
	SPI_connect();
	motcua_run(psprintf(
		"CREATE TRIGGER motcua_watch AFTER UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION motcua_internal.log_change(%s);"
		"CREATE TRIGGER motcua_watch_truncate AFTER TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION motcua_internal.log_change();"
		"ALTER TABLE %s ENABLE ALWAYS TRIGGER motcua_watch, ENABLE ALWAYS TRIGGER motcua_watch_truncate",
		table, arguments, table, table));
	SPI_finish();
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(motcua_unwatch);
Datum
motcua_unwatch(PG_FUNCTION_ARGS)
{
	char *table;

	check_watchable(PG_GETARG_OID(0));
	if (!is_watched(PG_GETARG_OID(0)))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_OBJECT),
						errmsg("table \"%s\" is not watched", get_rel_name(PG_GETARG_OID(0))),
						errhint("List the tables that are with SELECT * FROM motcua.watches.")));
	table = table_name(PG_GETARG_OID(0));
	SPI_connect();
	motcua_run(psprintf("DROP TRIGGER motcua_watch ON %s; DROP TRIGGER motcua_watch_truncate ON %s",
						table, table));
	SPI_finish();
	PG_RETURN_VOID();
}

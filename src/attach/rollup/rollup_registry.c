/* Which relations feed which roll-up, and whether a roll-up may be read. */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/relation.h"
#include "access/table.h"
#include "access/tableam.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "nodes/makefuncs.h"
#include "nodes/supportnodes.h"
#include "parser/parse_func.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/plancache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/timestamp.h"

#include "attach/attachment.h"
#include "attach/rollup/rollup.h"
#include "common/owner.h"

/* Columns of motcua.rollup_member. */
#define MEMBER_ROLLUP 1
#define MEMBER_RELATION 2

#define TRIGGERS_PER_MEMBER 4 /* insert, update, delete, truncate */

Oid
motcua_existing_rollup(const char *schema)
{
	Oid rollup;

	(void) motcua_attachment_schema(schema);
	rollup = motcua_rollup_of(schema);
	if (!OidIsValid(rollup))
		ereport(
			ERROR,
			(errcode(ERRCODE_UNDEFINED_OBJECT), errmsg("attachment \"%s\" has no roll-up", schema),
			 errhint("Make one with SELECT motcua.add_rollup(%s).", quote_literal_cstr(schema))));
	return rollup;
}

static Oid
registry_object(const char *name)
{
	Oid object = get_relname_relid(name, get_namespace_oid("motcua", false));

	if (!OidIsValid(object))
		elog(ERROR, "motcua.%s is missing", name);
	return object;
}

/* The other column of the lines in which one has a value. */
static List *
registered(int known_column, Oid known, int wanted_column, const char *index_name)
{
	Relation table = table_open(registry_object("rollup_member"), AccessShareLock);
	ScanKeyData key;
	SysScanDesc scan;
	HeapTuple line;
	List *found = NIL;

	ScanKeyInit(&key, known_column, BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(known));
	scan = systable_beginscan(table, registry_object(index_name), true, NULL, 1, &key);
	while (HeapTupleIsValid(line = systable_getnext(scan)))
	{
		bool null;

		found = lappend_oid(found, DatumGetObjectId(heap_getattr(line, wanted_column,
																 RelationGetDescr(table), &null)));
	}
	systable_endscan(scan);
	table_close(table, AccessShareLock);
	return found;
}

/* Tables that are no more, or no roll-up, may still stand there after a DROP: they are passed over. */
List *
motcua_rollups_fed_by(Oid relation)
{
	List *found = registered(MEMBER_RELATION, relation, MEMBER_ROLLUP, "rollup_member_relation");
	ListCell *cell;

	foreach (cell, found)
	{
		char *name = get_rel_name(lfirst_oid(cell));

		if (name == NULL || strcmp(name, MOTCUA_ROLLUP_DELTA) != 0)
			found = foreach_delete_current(found, cell);
	}
	return found;
}

List *
motcua_rollup_members(Oid rollup)
{
	return registered(MEMBER_ROLLUP, rollup, MEMBER_RELATION, "rollup_member_key");
}

/* ---- writing the registry ---- */

static void
run_as_registry_owner(const char *command, Oid rollup, Oid relation)
{
	Oid types[] = {REGCLASSOID, REGCLASSOID};
	Datum values[] = {ObjectIdGetDatum(rollup), ObjectIdGetDatum(relation)};
	SavedUser caller = motcua_act_as_owner(registry_object("rollup_member"), SECURITY_NOFORCE_RLS);

	if (SPI_execute_with_args(command, 2, types, values, NULL, false, 0) < 0)
		elog(ERROR, "could not write to motcua.rollup_member");
	motcua_restore_user(caller);
}

void
motcua_register_members(Oid rollup, List *relations)
{
	ListCell *cell;

	foreach (cell, relations)
		run_as_registry_owner("INSERT INTO motcua.rollup_member (rollup, relation) VALUES ($1, $2)",
							  rollup, lfirst_oid(cell));
}

void
motcua_forget_rollup(Oid rollup)
{
	run_as_registry_owner(
		"DELETE FROM motcua.rollup_member AS m WHERE m.rollup OPERATOR(pg_catalog.=) $1 AND $2 IS NOT NULL",
		rollup, rollup);
}

/* ---- may it be read? ---- */

static const char *
recorded_reason(Oid rollup)
{
	Oid marks = get_relname_relid(MOTCUA_ROLLUP_STALE, get_rel_namespace(rollup));
	Relation table;
	SysScanDesc scan;
	HeapTuple mark;
	char *reason = NULL;
	bool null;

	if (!OidIsValid(marks))
		return "its table rollup_stale is missing";
	table = table_open(marks, AccessShareLock);
	scan = systable_beginscan(table, InvalidOid, false,
							  ActiveSnapshotSet() ? GetActiveSnapshot() : NULL, 0, NULL);
	mark = systable_getnext(scan);
	if (HeapTupleIsValid(mark))
		reason = TextDatumGetCString(heap_getattr(mark, 2, RelationGetDescr(table), &null));
	systable_endscan(scan);
	table_close(table, AccessShareLock);
	return reason;
}

/* ALTER TABLE ... DISABLE TRIGGER ALL, and ENABLE after a load, leaves it enabled, but no more always. */
static bool
is_our_trigger(const Trigger *trigger)
{
	char *function = get_func_name(trigger->tgfoid);

	return trigger->tgenabled == TRIGGER_FIRES_ALWAYS && function != NULL &&
		   strcmp(function, "roll_up") == 0;
}

static bool
has_its_triggers(const TriggerDesc *triggers)
{
	int count = 0;

	for (int at = 0; triggers != NULL && at < triggers->numtriggers; at++)
		count += is_our_trigger(&triggers->triggers[at]);
	return count == TRIGGERS_PER_MEMBER;
}

static const char *
reason_of_member(Oid relation)
{
	Relation member = try_relation_open(relation, AccessShareLock);
	const char *reason = NULL;

	if (member == NULL)
		return "a partition was dropped";
	if (member->rd_rel->relrowsecurity)
		reason = psprintf("\"%s\" has row-level security now", RelationGetRelationName(member));
	else if (!has_its_triggers(member->trigdesc))
		reason = psprintf("\"%s\" lacks triggers of the roll-up, or they are or were disabled",
						  RelationGetRelationName(member));
	relation_close(member, NoLock);
	return reason;
}

/* The tree as it is must be the tree that was rolled up. */
static const char *
reason_of_tree(Oid rollup)
{
	Query *source = motcua_source_query(get_rel_namespace(rollup));
	Oid root = source == NULL ? InvalidOid : motcua_source_relation(source);
	List *members = motcua_rollup_members(rollup);
	ListCell *cell;

	if (!OidIsValid(root) || !list_member_oid(members, root))
		return "it is not registered for its table";
	if (list_difference_oid(find_all_inheritors(root, NoLock, NULL), members) != NIL)
		return "a partition was attached or created";
	if (list_difference_oid(members, find_all_inheritors(root, NoLock, NULL)) != NIL)
		return "a partition was detached or dropped";
	foreach (cell, members)
	{
		const char *reason = reason_of_member(lfirst_oid(cell));

		if (reason != NULL)
			return reason;
	}
	return NULL;
}

const char *
motcua_stale_reason(Oid rollup)
{
	char *name = get_rel_name(rollup);
	const char *reason;

	if (name == NULL || strcmp(name, MOTCUA_ROLLUP_DELTA) != 0)
		return "there is no such roll-up";
	reason = recorded_reason(rollup);
	return reason != NULL ? reason : reason_of_tree(rollup);
}

void
motcua_mark_stale(Oid rollup, const char *reason)
{
	Oid marks = get_relname_relid(MOTCUA_ROLLUP_STALE, get_rel_namespace(rollup));
	Datum values[] = {TimestampTzGetDatum(GetCurrentTimestamp()), CStringGetTextDatum(reason)};
	bool nulls[] = {false, false};
	motcua_appender *appender;

	if (!OidIsValid(marks))
		return;
	appender = motcua_open_appender(marks);
	motcua_append(appender, values, nulls);
	motcua_close_appender(appender);
	CacheInvalidateRelcacheByRelid(rollup);
}

/* ---- as SQL functions ---- */

PG_FUNCTION_INFO_V1(motcua_rollup_is_current);
Datum
motcua_rollup_is_current(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(motcua_stale_reason(PG_GETARG_OID(0)) == NULL);
}

PG_FUNCTION_INFO_V1(motcua_rollup_is_stale);
Datum
motcua_rollup_is_stale(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(motcua_stale_reason(PG_GETARG_OID(0)) != NULL);
}

PG_FUNCTION_INFO_V1(motcua_rollup_stale_reason);
Datum
motcua_rollup_stale_reason(PG_FUNCTION_ARGS)
{
	const char *reason = motcua_stale_reason(PG_GETARG_OID(0));

	if (reason == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(reason));
}

/*
 * What rollup_is_current is planned as: the base rows are not in the plan, so it may not be found wanting
 * between planning and execution.
 */
PG_FUNCTION_INFO_V1(motcua_rollup_must_be_current);
Datum
motcua_rollup_must_be_current(PG_FUNCTION_ARGS)
{
	const char *reason = motcua_stale_reason(PG_GETARG_OID(0));

	if (reason != NULL)
	{
		ResetPlanCache();
		ereport(ERROR, (errcode(ERRCODE_T_R_SERIALIZATION_FAILURE),
						errmsg("the roll-up became stale while the query was planned: %s", reason),
						errhint("Repeat the query: it will count the base rows.")));
	}
	PG_RETURN_BOOL(true);
}

/* The roll-up that a call planned names; InvalidOid when that is not known yet. */
static Oid
planned_rollup(Node *request)
{
	Node *argument;

	if (!IsA(request, SupportRequestSimplify))
		return InvalidOid;
	argument = linitial(((SupportRequestSimplify *) request)->fcall->args);
	if (!IsA(argument, Const) || ((Const *) argument)->constisnull)
		return InvalidOid;
	return DatumGetObjectId(((Const *) argument)->constvalue);
}

static Node *
must_be_current(FuncExpr *call)
{
	Oid types[] = {REGCLASSOID};
	FuncExpr *check = copyObject(call);

	check->funcid = LookupFuncName(
		list_make2(makeString("motcua_internal"), makeString("rollup_must_be_current")), 1, types,
		false);
	return (Node *) check;
}

/*
 * The planner asks whether the roll-up is current, so that a plan has either the roll-up or the base rows in it.
 * Whatever changes the answer invalidates the plan, for it depends on the base table and rollup_delta.
 */
PG_FUNCTION_INFO_V1(motcua_rollup_is_current_support);
Datum
motcua_rollup_is_current_support(PG_FUNCTION_ARGS)
{
	Node *request = (Node *) PG_GETARG_POINTER(0);
	Oid rollup = planned_rollup(request);

	if (!OidIsValid(rollup))
		PG_RETURN_POINTER(NULL);
	if (motcua_stale_reason(rollup) == NULL)
		PG_RETURN_POINTER(must_be_current(((SupportRequestSimplify *) request)->fcall));
	PG_RETURN_POINTER(makeBoolConst(false, false));
}

PG_FUNCTION_INFO_V1(motcua_rollup_is_stale_support);
Datum
motcua_rollup_is_stale_support(PG_FUNCTION_ARGS)
{
	Oid rollup = planned_rollup((Node *) PG_GETARG_POINTER(0));

	if (!OidIsValid(rollup))
		PG_RETURN_POINTER(NULL);
	PG_RETURN_POINTER(makeBoolConst(motcua_stale_reason(rollup) != NULL, false));
}

/*
 * This file decides which roll-ups a table feeds, and whether a roll-up may be read and by whom.
 * The functions that make and drop roll-ups and their trigger call it; the views of a roll-up call
 * its SQL functions.
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/relation.h"
#include "access/table.h"
#include "access/tableam.h"
#include "catalog/dependency.h"
#include "catalog/indexing.h"
#include "catalog/partition.h"
#include "catalog/pg_authid.h"
#include "catalog/pg_class.h"
#include "catalog/pg_depend.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_rewrite.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "nodes/makefuncs.h"
#include "nodes/pathnodes.h"
#include "nodes/supportnodes.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/plancache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/timestamp.h"

#include "attach/rollup/rollup.h"
#include "common/append.h"
#include "common/compat.h"
#include "common/owner.h"

/* ---- the tables of a roll-up, as sql/attachment/rollup/tables.sql makes them ---- */

static const ColumnShape procedure_columns[] = {
	{"unit", TEXTOID},   {"procedure", TEXTOID}, {"field", TEXTOID},
	{"online", BOOLOID}, {"dossiers", INT8OID},  {"history", MOTCUA_LEDGER_TYPE}};
static const ColumnShape unit_columns[] = {
	{"unit", TEXTOID}, {"dossiers", INT8OID}, {"history", MOTCUA_LEDGER_TYPE}};
static const ColumnShape stale_columns[] = {{"at", TIMESTAMPTZOID}, {"reason", TEXTOID}};
static const ColumnShape member_columns[] = {{"relation", REGCLASSOID}};

const RelationShape motcua_rollup_delta = {
	.name = "rollup_delta", .kind = RELKIND_RELATION, MOTCUA_COLUMNS(procedure_columns)};
const RelationShape motcua_rollup_procedure = {
	.name = "rollup_procedure", .kind = RELKIND_RELATION, MOTCUA_COLUMNS(procedure_columns)};
const RelationShape motcua_rollup_unit = {
	.name = "rollup_unit", .kind = RELKIND_RELATION, MOTCUA_COLUMNS(unit_columns)};
const RelationShape motcua_rollup_stale = {
	.name = "rollup_stale", .kind = RELKIND_RELATION, MOTCUA_COLUMNS(stale_columns)};
const RelationShape motcua_rollup_member = {
	.name = "rollup_member", .kind = RELKIND_RELATION, MOTCUA_COLUMNS(member_columns)};

const char *const motcua_rollup_views[MOTCUA_ROLLUP_VIEWS] = {"unit_history", "procedure_history",
															  "unit_kept", "procedure_kept"};

#define TRIGGERS_PER_MEMBER 4 /* insert, update, delete, truncate */

bool
motcua_has_rollup(const Attachment *attachment)
{
	return OidIsValid(motcua_relation_named(attachment->schema, motcua_rollup_delta.name));
}

void
motcua_check_has_rollup(const Attachment *attachment)
{
	if (!motcua_has_rollup(attachment))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_OBJECT),
						errmsg("attachment \"%s\" has no roll-up", attachment->name),
						errhint("Make one with SELECT motcua.add_rollup(%s).",
								quote_literal_cstr(attachment->name))));
}

List *
motcua_rollup_members(const Attachment *attachment, const char **problem)
{
	Relation table = motcua_try_open_relation(attachment->schema, attachment->owner,
											  &motcua_rollup_member, AccessShareLock, problem);
	List *members = NIL;
	TableScanDesc scan;
	TupleTableSlot *slot;

	if (table == NULL)
		return NIL;
	slot = table_slot_create(table, NULL);
	scan = motcua_begin_scan(table, GetActiveSnapshot());
	while (table_scan_getnextslot(scan, ForwardScanDirection, slot))
	{
		bool is_null;
		Datum relation = slot_getattr(slot, 1, &is_null);

		if (!is_null)
			members = lappend_oid(members, DatumGetObjectId(relation));
	}
	table_endscan(scan);
	ExecDropSingleTupleTableSlot(slot);
	relation_close(table, NoLock);
	return members;
}

/* ---- the roll-ups that a relation feeds ---- */

/* Return the view to which a rewrite rule belongs, or InvalidOid if the rule is gone. */
static Oid
view_of_rule(Oid rule)
{
	Relation table = table_open(RewriteRelationId, AccessShareLock);
	ScanKeyData key;
	SysScanDesc scan;
	HeapTuple tuple;
	Oid view = InvalidOid;

	ScanKeyInit(&key, Anum_pg_rewrite_oid, BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(rule));
	scan = systable_beginscan(table, RewriteOidIndexId, true, NULL, 1, &key);
	if (HeapTupleIsValid(tuple = systable_getnext(scan)))
		view = ((Form_pg_rewrite) GETSTRUCT(tuple))->ev_class;
	systable_endscan(scan);
	table_close(table, AccessShareLock);
	return view;
}

/* Return the rewrite rules that depend on a relation, a list of oids. */
static List *
rules_reading(Oid relation)
{
	Relation table = table_open(DependRelationId, AccessShareLock);
	ScanKeyData keys[2];
	SysScanDesc scan;
	HeapTuple tuple;
	List *rules = NIL;

	ScanKeyInit(&keys[0], Anum_pg_depend_refclassid, BTEqualStrategyNumber, F_OIDEQ,
				ObjectIdGetDatum(RelationRelationId));
	ScanKeyInit(&keys[1], Anum_pg_depend_refobjid, BTEqualStrategyNumber, F_OIDEQ,
				ObjectIdGetDatum(relation));
	scan = systable_beginscan(table, DependReferenceIndexId, true, NULL, lengthof(keys), keys);
	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
	{
		Form_pg_depend dependency = (Form_pg_depend) GETSTRUCT(tuple);

		if (dependency->classid == RewriteRelationId)
			rules = list_append_unique_oid(rules, dependency->objid);
	}
	systable_endscan(scan);
	table_close(table, AccessShareLock);
	return rules;
}

/*
 * True if a table of the roll-up belongs to the owner of the attachment. Tables that somebody else
 * planted under these names are no roll-up, and writers of the attached table do not notice them.
 */
static bool
owns_rollup(const Attachment *attachment)
{
	const RelationShape *const tables[] = {&motcua_rollup_delta, &motcua_rollup_unit,
										   &motcua_rollup_procedure, &motcua_rollup_stale,
										   &motcua_rollup_member};

	for (size_t at = 0; at < lengthof(tables); at++)
	{
		Oid table = motcua_relation_named(attachment->schema, tables[at]->name);

		if (OidIsValid(table) && motcua_owner_of(table) == attachment->owner)
			return true;
	}
	return false;
}

/*
 * True if a schema is an attachment with a roll-up whose owner may have his mapping executed by
 * whoever writes to the relation.
 */
static bool
may_be_fed_by(Oid schema, Oid relation, Attachment *attachment)
{
	bool is_marked;

	return motcua_read_attachment(schema, attachment, &is_marked) == NULL &&
		   owns_rollup(attachment) &&
		   has_privs_of_role(attachment->owner, motcua_owner_of(relation));
}

/* True if a schema is an attachment that rolls up exactly this relation. */
static bool
is_rolled_up_in(Oid schema, Oid relation)
{
	Attachment attachment;

	return may_be_fed_by(schema, relation, &attachment) && attachment.relation == relation;
}

/* True if a schema is an attachment whose roll-up counted the relation as a partition. */
static bool
is_member_in(Oid schema, Oid relation)
{
	Attachment attachment;
	const char *problem;

	return may_be_fed_by(schema, relation, &attachment) &&
		   list_member_oid(motcua_rollup_members(&attachment, &problem), relation);
}

/* Add the schemas of the attachments that roll a relation up to a list of oids. */
static List *
with_schemas_over(List *schemas, Oid relation)
{
	ListCell *cell;

	foreach (cell, rules_reading(relation))
	{
		Oid view = view_of_rule(lfirst_oid(cell));
		char *name = OidIsValid(view) ? get_rel_name(view) : NULL;

		if (name != NULL && strcmp(name, "mapping") == 0 &&
			is_rolled_up_in(get_rel_namespace(view), relation))
			schemas = list_append_unique_oid(schemas, get_rel_namespace(view));
	}
	return schemas;
}

/*
 * Add the schemas of the attachments whose roll-up counted a relation as a partition. A partition
 * that was detached goes on feeding the roll-up: it may be attached again.
 */
static List *
with_schemas_of_member(List *schemas, Oid relation)
{
	ListCell *cell;

	foreach (cell, motcua_schemas_with(motcua_rollup_member.name))
		if (!list_member_oid(schemas, lfirst_oid(cell)) && is_member_in(lfirst_oid(cell), relation))
			schemas = lappend_oid(schemas, lfirst_oid(cell));
	return schemas;
}

List *
motcua_schemas_fed_by(Oid relation)
{
	List *schemas = with_schemas_over(NIL, relation);
	ListCell *cell;

	if (get_rel_relispartition(relation))
		foreach (cell, get_partition_ancestors(relation))
			schemas = with_schemas_over(schemas, lfirst_oid(cell));
	return with_schemas_of_member(schemas, relation);
}

/* ---- the state of a roll-up ---- */

/* Return the reason that the table rollup_stale holds, or NULL if it is empty. */
static const char *
recorded_reason(const Attachment *attachment)
{
	const char *problem;
	Relation table = motcua_try_open_relation(attachment->schema, attachment->owner,
											  &motcua_rollup_stale, AccessShareLock, &problem);
	TableScanDesc scan;
	TupleTableSlot *slot;
	const char *reason = NULL;

	if (table == NULL)
		return psprintf("its table rollup_stale cannot be used: %s", problem);
	slot = table_slot_create(table, NULL);
	scan = motcua_begin_scan(table, GetActiveSnapshot());
	if (table_scan_getnextslot(scan, ForwardScanDirection, slot))
	{
		bool is_null;
		Datum value = slot_getattr(slot, 2, &is_null);

		reason = is_null ? "no reason was recorded" : TextDatumGetCString(value);
	}
	table_endscan(scan);
	ExecDropSingleTupleTableSlot(slot);
	relation_close(table, NoLock);
	return reason;
}

/* Return the reason why a table of the roll-up cannot be read, or NULL. */
static const char *
reason_of_table(const Attachment *attachment, const RelationShape *shape)
{
	const char *problem;
	Relation table = motcua_try_open_relation(attachment->schema, attachment->owner, shape,
											  AccessShareLock, &problem);

	if (table == NULL)
		return psprintf("its table %s cannot be used: %s", shape->name, problem);
	relation_close(table, NoLock);
	return NULL;
}

/*
 * True if a trigger is one of a roll-up and always fires. A load that disabled all triggers and
 * enabled them again leaves a trigger that fires, but not always, so rows may have been missed.
 */
static bool
is_active_trigger(const Trigger *trigger, Oid function)
{
	return trigger->tgenabled == TRIGGER_FIRES_ALWAYS && trigger->tgfoid == function;
}

static bool
has_its_triggers(const TriggerDesc *triggers)
{
	Oid function = motcua_extension_function("roll_up", NULL, 0);
	int count = 0;

	for (int at = 0; triggers != NULL && at < triggers->numtriggers; at++)
		count += is_active_trigger(&triggers->triggers[at], function);
	return count == TRIGGERS_PER_MEMBER;
}

/* Return the reason why changes of a relation may have been missed, or NULL if none were. */
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

/*
 * Return the reason why the table and its partitions are not those that were rolled up, or why
 * changes of one of them may have been missed. Return NULL if all is well.
 */
static const char *
reason_of_tree(const Attachment *attachment)
{
	const char *problem;
	List *members = motcua_rollup_members(attachment, &problem);
	List *tree;
	ListCell *cell;

	if (problem != NULL)
		return psprintf("its table rollup_member cannot be used: %s", problem);
	if (!has_privs_of_role(attachment->owner, motcua_owner_of(attachment->relation)))
		return "its owner has no longer the rights of the owner of the table";
	tree = find_all_inheritors(attachment->relation, NoLock, NULL);
	if (list_difference_oid(tree, members) != NIL)
		return "a partition was attached or created";
	if (list_difference_oid(members, tree) != NIL)
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
motcua_stale_reason(const Attachment *attachment)
{
	const RelationShape *const tables[] = {&motcua_rollup_delta, &motcua_rollup_unit,
										   &motcua_rollup_procedure};
	const char *reason = NULL;

	for (size_t at = 0; reason == NULL && at < lengthof(tables); at++)
		reason = reason_of_table(attachment, tables[at]);
	if (reason == NULL)
		reason = recorded_reason(attachment);
	return reason != NULL ? reason : reason_of_tree(attachment);
}

/* Let the plans that read the roll-up be made anew. */
static void
invalidate_plans(const Attachment *attachment)
{
	Oid delta = motcua_relation_named(attachment->schema, motcua_rollup_delta.name);

	if (OidIsValid(delta))
		CacheInvalidateRelcacheByRelid(delta);
}

void
motcua_mark_stale(const Attachment *attachment, const char *reason)
{
	Datum values[lengthof(stale_columns)];
	bool nulls[lengthof(stale_columns)] = {false};
	Relation table = motcua_open_relation(attachment->schema, attachment->owner,
										  &motcua_rollup_stale, RowExclusiveLock);
	Appender *appender = motcua_open_appender(table);

	values[0] = TimestampTzGetDatum(GetCurrentTimestamp());
	values[1] = CStringGetTextDatum(reason);
	motcua_append(appender, values, nulls);
	motcua_close_appender(appender);
	relation_close(table, NoLock);
	invalidate_plans(attachment);
}

/* ---- who may read ---- */

/*
 * True if the roll-up of the attachment that the view fact belongs to is current, and the current
 * user may read the base rows behind it. With the owner's rights, whoever was granted a view may
 * read what it shows.
 */
static bool
may_read_rollup(Oid fact)
{
	Attachment attachment;
	bool is_marked;
	Oid schema = get_rel_namespace(fact);

	return OidIsValid(schema) && motcua_read_attachment(schema, &attachment, &is_marked) == NULL &&
		   (!attachment.invoker || motcua_may_read_all(fact)) &&
		   motcua_stale_reason(&attachment) == NULL;
}

/* may_read_rollup(fact) is the condition under which the views of a roll-up show what it keeps. */
PG_FUNCTION_INFO_V1(motcua_may_read_rollup);
Datum
motcua_may_read_rollup(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(may_read_rollup(PG_GETARG_OID(0)));
}

/* must_read_base(fact) is the condition under which these views count base rows. */
PG_FUNCTION_INFO_V1(motcua_must_read_base);
Datum
motcua_must_read_base(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(!may_read_rollup(PG_GETARG_OID(0)));
}

/*
 * The planner puts a call of this function in the place of may_read_rollup. Return true, or raise
 * 40001 if the roll-up may not be read any more: the plan does not contain the base rows.
 */
PG_FUNCTION_INFO_V1(motcua_still_may_read_rollup);
Datum
motcua_still_may_read_rollup(PG_FUNCTION_ARGS)
{
	if (!may_read_rollup(PG_GETARG_OID(0)))
	{
		ResetPlanCache();
		ereport(ERROR, (errcode(ERRCODE_T_R_SERIALIZATION_FAILURE),
						errmsg("the roll-up became stale while the query was planned"),
						errhint("Repeat the query: it will count the base rows.")));
	}
	PG_RETURN_BOOL(true);
}

/*
 * Return the view fact of a planned call. Return InvalidOid if the argument is no constant, or if
 * the planner asks another question than how to simplify the call. The answer depends on the user,
 * so the plan is made anew for another user.
 */
static Oid
planned_fact(Node *request)
{
	SupportRequestSimplify *simplify = (SupportRequestSimplify *) request;
	Node *argument;

	if (!IsA(request, SupportRequestSimplify) || simplify->root == NULL)
		return InvalidOid;
	argument = linitial(simplify->fcall->args);
	if (!IsA(argument, Const) || ((Const *) argument)->constisnull)
		return InvalidOid;
	simplify->root->glob->dependsOnRole = true;
	return DatumGetObjectId(((Const *) argument)->constvalue);
}

/* Return a call of still_may_read_rollup with the argument of another call. */
static Node *
checked_at_execution(FuncExpr *call)
{
	Oid types[] = {REGCLASSOID};
	FuncExpr *check = copyObject(call);

	check->funcid = motcua_extension_function("still_may_read_rollup", types, lengthof(types));
	return (Node *) check;
}

/*
 * These support functions let the planner replace the two conditions by constants, so that a plan
 * reads either the roll-up or the base rows. Whatever changes the answer invalidates the plan,
 * because the plan depends on the user, on the base table and on rollup_delta.
 */
PG_FUNCTION_INFO_V1(motcua_may_read_rollup_support);
Datum
motcua_may_read_rollup_support(PG_FUNCTION_ARGS)
{
	Node *request = (Node *) PG_GETARG_POINTER(0);
	Oid fact = planned_fact(request);

	if (!OidIsValid(fact))
		PG_RETURN_POINTER(NULL);
	if (may_read_rollup(fact))
		PG_RETURN_POINTER(checked_at_execution(((SupportRequestSimplify *) request)->fcall));
	PG_RETURN_POINTER(makeBoolConst(false, false));
}

PG_FUNCTION_INFO_V1(motcua_must_read_base_support);
Datum
motcua_must_read_base_support(PG_FUNCTION_ARGS)
{
	Oid fact = planned_fact((Node *) PG_GETARG_POINTER(0));

	if (!OidIsValid(fact))
		PG_RETURN_POINTER(NULL);
	PG_RETURN_POINTER(makeBoolConst(!may_read_rollup(fact), false));
}

/*
 * rollup_stale_reason(rollup) returns the reason why a roll-up may not be read, given its table
 * rollup_delta, or NULL if it may. Raise 42501 unless the caller has the rights of its owner or of
 * pg_monitor.
 */
PG_FUNCTION_INFO_V1(motcua_rollup_stale_reason);
Datum
motcua_rollup_stale_reason(PG_FUNCTION_ARGS)
{
	Attachment attachment;
	bool is_marked;
	Oid schema = get_rel_namespace(PG_GETARG_OID(0));
	const char *reason;

	if (!OidIsValid(schema) || motcua_read_attachment(schema, &attachment, &is_marked) != NULL)
		PG_RETURN_TEXT_P(cstring_to_text("there is no such roll-up"));
	if (!has_privs_of_role(GetUserId(), ROLE_PG_MONITOR))
		motcua_check_is_owner(attachment.owner, "attachment", attachment.name);
	reason = motcua_stale_reason(&attachment);
	if (reason == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(reason));
}

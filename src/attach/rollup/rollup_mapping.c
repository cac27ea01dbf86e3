/*
 * This file reads the expressions of an attachment's mapping, which the trigger of a roll-up
 * evaluates on single rows, and refuses mappings and relations for which that is not possible.
 * rollup.c and rollup_trigger.c call it.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_type.h"
#include "nodes/nodeFuncs.h"
#include "optimizer/optimizer.h"
#include "rewrite/rewriteHandler.h"
#include "rewrite/rewriteManip.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/syscache.h"

#include "attach/attachment.h"
#include "attach/rollup/rollup.h"

/* Names in the view source, in the order of RollupColumn. */
static const char *const column_names[MOTCUA_ROLLUP_COLUMNS] = {
	"unit",   "procedure", "field",    "online",      "received_at",
	"due_at", "ended_at",  "ended_as", "paused_since"};

/* Return the expression of a column of a view of the attachment. */
static Expr *
mapped_column(const Query *query, const char *name)
{
	ListCell *cell;

	foreach (cell, query->targetList)
		if (strcmp(lfirst_node(TargetEntry, cell)->resname, name) == 0)
			return lfirst_node(TargetEntry, cell)->expr;
	elog(ERROR, "view source has no column \"%s\"", name);
}

/* Return the condition of the view source, or NULL if it is "true" because nothing is excluded. */
static Expr *
included_rows(const Query *source)
{
	Node *condition = source->jointree->quals;

	if (condition != NULL && IsA(condition, Const) && !((Const *) condition)->constisnull &&
		DatumGetBool(((Const *) condition)->constvalue))
		return NULL;
	return (Expr *) condition;
}

static RollupMapping
mapping_of_source(const Query *source)
{
	RollupMapping mapping = {.included = included_rows(source)};

	for (int at = 0; at < MOTCUA_ROLLUP_COLUMNS; at++)
		mapping.columns[at] = mapped_column(source, column_names[at]);
	return mapping;
}

/* ---- refusals ---- */

/* Raise 55000 because a trigger cannot evaluate an expression of the mapping; `why` is a clause. */
static void
refuse_expression(const char *name, const char *why, const char *hint)
{
	ereport(
		ERROR,
		(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
		 errmsg("cannot roll up: the mapping of \"%s\" %s", name, why),
		 errdetail("A trigger adds and takes away single rows; what a row counts for must follow "
				   "from it alone, for ever."),
		 errhint("%s", hint)));
}

/* True if an expression reads a whole row or a system column. */
static bool
names_odd_column(Node *node, void *context)
{
	if (node == NULL)
		return false;
	if (IsA(node, Var))
		return ((Var *) node)->varattno <= 0;
	return expression_tree_walker(node, names_odd_column, context);
}

/* Raise 55000 if a trigger cannot evaluate an expression of the mapping on single rows. */
static void
check_expression(const char *name, Expr *expression)
{
	if (checkExprHasSubLink((Node *) expression))
		refuse_expression(name, "reads another relation",
						  "Keep the value in a column of the table, or attach without a roll-up.");
	if (names_odd_column((Node *) expression, NULL))
		refuse_expression(name, "reads the whole row or a system column",
						  "Name the columns that it needs.");
	if (contain_mutable_functions((Node *) expression))
		refuse_expression(
			name, "is not immutable",
			"Use functions and casts marked IMMUTABLE only: CASE for an enum, AT TIME ZONE with "
			"the zone's name for an instant.");
}

/* Raise 55000 because a trigger cannot see all changes of a relation; `why` is a clause. */
static void
refuse_relation(Oid relation, const char *why, const char *hint)
{
	ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
					errmsg("cannot roll up \"%s\": it %s", get_rel_name(relation), why),
					errhint("%s", hint)));
}

/* Raise 55000 if triggers would miss changes of the table or of one of its partitions. */
static void
check_relation_of_tree(Oid relation, Oid root)
{
	HeapTuple tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(relation));
	Form_pg_class class;

	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "cache lookup failed for relation %u", relation);
	class = (Form_pg_class) GETSTRUCT(tuple);
	if (class->relkind == RELKIND_FOREIGN_TABLE)
		refuse_relation(relation, "is a foreign table, whose rows change unseen",
						"Roll up on each server and merge above: docs/scale.md.");
	if (class->relkind != RELKIND_RELATION && class->relkind != RELKIND_PARTITIONED_TABLE)
		refuse_relation(relation, "is no table",
						"Attach the table that the view reads, or do without a roll-up.");
	if (class->relrowsecurity)
		refuse_relation(relation, "has row-level security, which its sums would bypass",
						"Sums show rows that a policy hides; do without a roll-up.");
	if (class->relpersistence != RELPERSISTENCE_PERMANENT)
		refuse_relation(relation, "is not logged: a crash empties it without a trigger",
						"ALTER TABLE ... SET LOGGED first.");
	if (relation != root && !class->relispartition)
		refuse_relation(root, "has children by inheritance, not partitions",
						"Attach the children one by one, or partition the table.");
	ReleaseSysCache(tuple);
}

List *
motcua_check_rollup_mapping(Oid namespace)
{
	Query *source = motcua_source_query(namespace);
	Oid root = motcua_source_relation(source);
	RollupMapping mapping = mapping_of_source(source);
	List *tree = find_all_inheritors(root, NoLock, NULL);
	ListCell *cell;

	foreach (cell, tree)
		check_relation_of_tree(lfirst_oid(cell), root);
	for (int at = 0; at < MOTCUA_ROLLUP_COLUMNS; at++)
		check_expression(column_names[at], mapping.columns[at]);
	check_expression("excluded", mapping.included);
	(void) motcua_rollup_granularity(namespace);
	return tree;
}

/* ---- the mapping over one relation of the tree ---- */

/*
 * The state of a translation of expressions from the columns of one relation to those of another.
 */
typedef struct ColumnTranslation
{
	Oid from; /* the attached table */
	Oid to; /* the partition */
	bool failed; /* the partition lacks a column */
} ColumnTranslation;

/*
 * Return the number of the partition's column that has the name and type of a column of the table.
 * The numbers may differ, because a partition may have its columns in another order.
 */
static AttrNumber
same_column(ColumnTranslation *translation, const Var *var)
{
	AttrNumber column =
		get_attnum(translation->to, get_attname(translation->from, var->varattno, false));

	if (column <= 0 || get_atttype(translation->to, column) != var->vartype)
		translation->failed = true;
	return column;
}

/* Return a copy of an expression of the table for the partition; an expression_tree_mutator. */
static Node *
translated(Node *node, void *context)
{
	if (node != NULL && IsA(node, Var))
	{
		Var *var = copyObject((Var *) node);

		var->varattno = same_column(context, var);
		return (Node *) var;
	}
	return expression_tree_mutator(node, translated, context);
}

/* Return the translation of an expression, planned for execution; NULL stays NULL. */
static Expr *
ready_expression(Expr *expression, ColumnTranslation *translation)
{
	if (expression == NULL)
		return NULL;
	return expression_planner((Expr *) translated((Node *) expression, translation));
}

bool
motcua_rollup_mapping_of(Oid namespace, Oid relation, RollupMapping *mapping)
{
	Query *source = motcua_source_query(namespace);
	ColumnTranslation translation = {.to = relation};
	RollupMapping recorded;

	if (source == NULL || !OidIsValid(translation.from = motcua_source_relation(source)))
		return false;
	recorded = mapping_of_source(source);
	for (int at = 0; at < MOTCUA_ROLLUP_COLUMNS; at++)
		mapping->columns[at] = ready_expression(recorded.columns[at], &translation);
	mapping->included = ready_expression(recorded.included, &translation);
	return !translation.failed;
}

Datum
motcua_rollup_granularity(Oid namespace)
{
	Oid view = get_relname_relid("settings", namespace);
	Relation relation = table_open(view, AccessShareLock);
	Node *value = (Node *) mapped_column(get_view_query(relation), "granularity");
	Datum text;

	value = eval_const_expressions(NULL, value);
	if (!IsA(value, Const) || ((Const *) value)->constisnull ||
		((Const *) value)->consttype != TEXTOID)
		refuse_expression("granularity", "is no constant",
						  "Attach with granularity => 'day' or 'instant'.");
	text = PointerGetDatum(PG_DETOAST_DATUM_COPY(((Const *) value)->constvalue));
	table_close(relation, AccessShareLock);
	return text;
}

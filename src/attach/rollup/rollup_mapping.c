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
#include "parser/parse_coerce.h"
#include "rewrite/rewriteHandler.h"
#include "rewrite/rewriteManip.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/syscache.h"

#include "attach/attachment.h"
#include "attach/rollup/rollup.h"

/* Names in the view fact, in the order of RollupColumn. */
static const char *const column_names[MOTCUA_ROLLUP_COLUMNS] = {
	"unit",   "procedure", "field",    "online",      "received_at",
	"due_at", "ended_at",  "ended_as", "paused_since"};

/* The types that the view fact gives them. */
static const Oid column_types[MOTCUA_ROLLUP_COLUMNS] = {TEXTOID,      TEXTOID,      TEXTOID,
														BOOLOID,      TIMESTAMPOID, TIMESTAMPOID,
														TIMESTAMPOID, TEXTOID,      TIMESTAMPOID};

/* True if an expression reads another relation than the attached one; an expression walker. */
static bool
reads_elsewhere(Node *node, void *context)
{
	if (node == NULL)
		return false;
	if (IsA(node, Var))
		return ((Var *) node)->varno != *(int *) context || ((Var *) node)->varlevelsup != 0;
	return expression_tree_walker(node, reads_elsewhere, context);
}

/*
 * Return an expression in which the attached relation has the number 1. Return NULL if it is
 * missing, is of another type or reads another relation.
 */
static Expr *
checked_expression(Node *expression, Oid type, int relation_index)
{
	Node *own;

	if (expression == NULL || exprType(expression) != type ||
		reads_elsewhere(expression, &relation_index))
		return NULL;
	own = copyObject(expression);
	ChangeVarNodes(own, relation_index, 1, 0);
	return (Expr *) own;
}

/* Set the mapping over the attached relation. Return NULL, or why that is not possible. */
static const char *
read_recorded_mapping(const Attachment *attachment, RollupMapping *mapping)
{
	RowView fact;
	const char *problem = motcua_read_row_view(attachment, "fact", &fact);
	Node *excluded = motcua_mapped_expression(attachment, MOTCUA_EXCLUDED);

	if (problem != NULL)
		return psprintf("its view fact cannot be used: %s", problem);
	for (int at = 0; at < MOTCUA_ROLLUP_COLUMNS; at++)
	{
		mapping->columns[at] = checked_expression(motcua_row_expression(&fact, column_names[at]),
												  column_types[at], fact.relation_index);
		if (mapping->columns[at] == NULL)
			return psprintf("column \"%s\" of its view fact is not as attach made it",
							column_names[at]);
	}
	mapping->excluded = NULL;
	if (excluded != NULL)
	{
		excluded = coerce_to_target_type(NULL, copyObject(excluded), exprType(excluded), BOOLOID,
										 -1, COERCION_EXPLICIT, COERCE_EXPLICIT_CAST, -1);
		mapping->excluded = checked_expression(excluded, BOOLOID, attachment->relation_index);
		if (mapping->excluded == NULL)
			return "its argument excluded is no boolean";
	}
	return NULL;
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
motcua_check_rollup_mapping(const Attachment *attachment)
{
	RollupMapping mapping;
	const char *problem = read_recorded_mapping(attachment, &mapping);
	List *tree = find_all_inheritors(attachment->relation, NoLock, NULL);
	ListCell *cell;

	if (problem != NULL)
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("cannot roll up attachment \"%s\": %s", attachment->name, problem),
						errhint("Build the views anew with SELECT motcua.reattach(%s).",
								quote_literal_cstr(attachment->name))));
	foreach (cell, tree)
		check_relation_of_tree(lfirst_oid(cell), attachment->relation);
	for (int at = 0; at < MOTCUA_ROLLUP_COLUMNS; at++)
		check_expression(column_names[at], mapping.columns[at]);
	check_expression("excluded", mapping.excluded);
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

const char *
motcua_rollup_mapping_of(const Attachment *attachment, Oid relation, RollupMapping *mapping)
{
	ColumnTranslation translation = {.from = attachment->relation, .to = relation};
	RollupMapping recorded;
	const char *problem = read_recorded_mapping(attachment, &recorded);

	if (problem != NULL)
		return problem;
	for (int at = 0; at < MOTCUA_ROLLUP_COLUMNS; at++)
		mapping->columns[at] = ready_expression(recorded.columns[at], &translation);
	mapping->excluded = ready_expression(recorded.excluded, &translation);
	return translation.failed ? "a partition lacks a column that the mapping reads, or gave it "
								"another type"
							  : NULL;
}

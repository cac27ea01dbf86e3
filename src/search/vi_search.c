/*
 * Estimates of the rows that a search finds, and planner support for searches that are written as
 * function calls. The planner calls motcua_vi_match_support, so that vi_match(column, query) uses
 * the same indexes and the same estimates as the operator in column @@~ query, and so do the
 * functions of the other operators; motcua_vi_find_support does that for vi_find.
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "catalog/pg_am_d.h"
#include "catalog/pg_type_d.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "nodes/supportnodes.h"
#include "optimizer/optimizer.h"
#include "utils/lsyscache.h"
#include "utils/selfuncs.h"

#include "common/compat.h"

#define N_STRATEGIES 4 /* operators of vi_syllable_ops */
#define ASSUMED_ROWS 50.0 /* rows that a search is assumed to find */
#define MOST_ASSUMED 0.0005 /* greatest share of a table that is assumed */
#define FIND_STRATEGY 1 /* the operator @@~& of vi_word_ops */
#define ERRORS_STRATEGY 2 /* the operator @@~&~ */

/* Return the operator of a family that a function implements, or InvalidOid if there is none. */
static Oid
operator_in_family(Oid family, Oid function)
{
	for (int strategy = 1; strategy <= N_STRATEGIES; strategy++)
	{
		Oid operator= get_opfamily_member(family, TEXTOID, TEXTOID, strategy);

		if (OidIsValid(operator) && get_opcode(operator) == function)
			return operator;
	}
	return InvalidOid;
}

/*
 * Return the condition "column @@~ query" for the call vi_match(column, query), or NIL if the index
 * is not one of the column or the query is not known before the scan.
 */
static List *
index_condition(SupportRequestIndexCondition *request)
{
	List *args = is_funcclause(request->node) ? ((FuncExpr *) request->node)->args : NIL;
	Oid operator;

	if (list_length(args) != 2 || request->indexarg != 0 || request->index->relam != GIN_AM_OID ||
		!is_pseudo_constant_for_index(request->root, lsecond(args), request->index))
		return NIL;
	operator= operator_in_family(request->opfamily, request->funcid);
	if (!OidIsValid(operator))
		return NIL;
	request->lossy = false;
	return list_make1(make_opclause(operator, BOOLOID, false, copyObject(linitial(args)),
									copyObject(lsecond(args)), InvalidOid,
									request->index->indexcollations[request->indexcol]));
}

/* Return the operator that does the same as a function, or InvalidOid if there is none. */
static Oid
operator_of(Oid function)
{
	static const char *const pairs[][2] = {{"vi_match", "@@~"},
										   {"vi_match_loose", "@@~*"},
										   {"vi_match_either", "@@~|"},
										   {"vi_match_fuzzy", "@@~~"}};
	char *name = get_func_name(function);
	char *schema = get_namespace_name(get_func_namespace(function));

	for (int at = 0; at < (int) lengthof(pairs); at++)
		if (strcmp(name, pairs[at][0]) == 0)
			return OpernameGetOprid(
				list_make2(makeString(schema), makeString(pstrdup(pairs[at][1]))), TEXTOID,
				TEXTOID);
	return InvalidOid;
}

/*
 * Return the selectivity that is assumed for a search. A clerk looks for somebody, so it is a
 * number of rows and not a share of the table.
 */
static double
assumed_selectivity(const RelOptInfo *rel)
{
	double rows = rel != NULL ? rel->tuples : 0;

	return rows > 0 ? Min(ASSUMED_ROWS / rows, MOST_ASSUMED) : MOST_ASSUMED;
}

/*
 * Estimate the selectivity of an operator whose arguments are a column and a query. A constant is
 * tried against the statistics of the column; all else has the assumed selectivity.
 */
static double
estimate_operator(PlannerInfo *root, Oid operator, Oid collation, List *args, int relation)
{
	VariableStatData column;
	Node *query;
	bool on_left;
	double assumed;
	bool is_constant;

	if (!get_restriction_variable(root, args, relation, &column, &query, &on_left))
		return MOST_ASSUMED;
	assumed = assumed_selectivity(column.rel);
	is_constant = on_left && IsA(query, Const);
	ReleaseVariableStats(column);
	if (!is_constant)
		return assumed;
	return Max(assumed,
			   generic_restriction_selectivity(root, operator, collation, args, relation, assumed));
}

PG_FUNCTION_INFO_V1(motcua_vi_search_selectivity);
Datum
motcua_vi_search_selectivity(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(estimate_operator((PlannerInfo *) PG_GETARG_POINTER(0), PG_GETARG_OID(1),
									   PG_GET_COLLATION(), (List *) PG_GETARG_POINTER(2),
									   PG_GETARG_INT32(3)));
}

/*
 * Estimate the selectivity of a call as it is done for the operator. Return false if the function
 * has no operator.
 */
static bool
estimate(SupportRequestSelectivity *request)
{
	Oid operator= operator_of(request->funcid);

	if (!OidIsValid(operator))
		return false;
	request->selectivity = request->is_join
							   ? MOST_ASSUMED
							   : estimate_operator(request->root, operator, request->inputcollid,
												   request->args, request->varRelid);
	return true;
}

PG_FUNCTION_INFO_V1(motcua_vi_match_support);
Datum
motcua_vi_match_support(PG_FUNCTION_ARGS)
{
	Node *request = (Node *) PG_GETARG_POINTER(0);

	if (IsA(request, SupportRequestIndexCondition))
		PG_RETURN_POINTER(index_condition((SupportRequestIndexCondition *) request));
	if (IsA(request, SupportRequestSelectivity) && estimate((SupportRequestSelectivity *) request))
		PG_RETURN_POINTER(request);
	PG_RETURN_POINTER(NULL);
}

/* ---- vi_find ---- */

/* Return the arguments of vi_find(query, columns) as those of columns @@~& query. */
static List *
columns_first(List *args)
{
	return list_make2(lsecond(args), linitial(args));
}

/* True if a function is vi_find_fuzzy, else it is vi_find. */
static bool
finds_with_errors(Oid function)
{
	return strcmp(get_func_name(function), "vi_find_fuzzy") == 0;
}

/* Return the operator of a family that does the same as a function, or InvalidOid. */
static Oid
find_operator(Oid family, Oid function)
{
	return get_opfamily_member(family, TEXTARRAYOID, TEXTOID,
							   finds_with_errors(function) ? ERRORS_STRATEGY : FIND_STRATEGY);
}

/* Return the condition "columns @@~& query" for vi_find(query, columns), or NIL as above. */
static List *
find_condition(SupportRequestIndexCondition *request)
{
	List *args = is_funcclause(request->node) ? ((FuncExpr *) request->node)->args : NIL;
	Oid operator;

	if (list_length(args) != 2 || request->indexarg != 1 || request->index->relam != GIN_AM_OID ||
		!is_pseudo_constant_for_index(request->root, linitial(args), request->index))
		return NIL;
	operator= find_operator(request->opfamily, request->funcid);
	if (!OidIsValid(operator))
		return NIL;
	request->lossy = false;
	return list_make1(make_opclause(operator, BOOLOID, false, copyObject(lsecond(args)),
									copyObject(linitial(args)), InvalidOid,
									request->index->indexcollations[request->indexcol]));
}

static void
estimate_find(SupportRequestSelectivity *request)
{
	char *schema = get_namespace_name(get_func_namespace(request->funcid));
	char *name = pstrdup(finds_with_errors(request->funcid) ? "@@~&~" : "@@~&");
	Oid operator=
		OpernameGetOprid(list_make2(makeString(schema), makeString(name)), TEXTARRAYOID, TEXTOID);

	request->selectivity = request->is_join || !OidIsValid(operator)
							   ? MOST_ASSUMED
							   : estimate_operator(request->root, operator, request->inputcollid,
												   columns_first(request->args), request->varRelid);
}

PG_FUNCTION_INFO_V1(motcua_vi_find_support);
Datum
motcua_vi_find_support(PG_FUNCTION_ARGS)
{
	Node *request = (Node *) PG_GETARG_POINTER(0);

	if (IsA(request, SupportRequestIndexCondition))
		PG_RETURN_POINTER(find_condition((SupportRequestIndexCondition *) request));
	if (!IsA(request, SupportRequestSelectivity))
		PG_RETURN_POINTER(NULL);
	estimate_find((SupportRequestSelectivity *) request);
	PG_RETURN_POINTER(request);
}

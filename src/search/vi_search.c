/*
 * Planner support for searches that are written as function calls. The planner calls the function
 * motcua_vi_match_support, so that vi_match(column, query) uses the same indexes and the same
 * estimates of rows as the operator in column @@~ query, and so do the functions of the other
 * operators.
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
 * Estimate the selectivity of a call as matchingsel and matchingjoinsel do it for the operator.
 * Return false if the function has no operator.
 */
static bool
estimate(SupportRequestSelectivity *request)
{
	Oid operator= operator_of(request->funcid);

	if (!OidIsValid(operator))
		return false;
	request->selectivity =
		request->is_join ? DEFAULT_MATCHING_SEL
						 : generic_restriction_selectivity(request->root, operator,
														   request->inputcollid, request->args,
														   request->varRelid, DEFAULT_MATCHING_SEL);
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

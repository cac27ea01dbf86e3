/*
 * Planning of the searches in Vietnamese text that are written as functions:
 * vi_match(column, query) is column @@~ query to an index and to the estimate of rows.
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

#define N_STRATEGIES 4

/* The operator of the index's family that has the function; InvalidOid in families of others. */
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

/* column @@~ query, for vi_match(column, query) where the index is of the column and the query is known. */
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

/* As matchingsel and matchingjoinsel estimate it for the operator. */
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

/*
 * Planner support for the operators <@ and @> of agency_code and for their function twins. The
 * planner calls the functions here to search an index and to estimate the number of rows, because
 *   column <@ agency   equals   column >= to_h_form(agency) AND column <= last_within(agency)
 *   column @> agency   equals   column = ANY (codes_above(agency))
 * Both replacements are exact in the order of the default btree operator class, whichever forms of
 * codes the column stores.
 */
#include "postgres.h"

#include "access/stratnum.h"
#include "catalog/pg_am_d.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type_d.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "nodes/supportnodes.h"
#include "optimizer/optimizer.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/selfuncs.h"
#include "utils/syscache.h"
#include "utils/typcache.h"

#include "common/compat.h"

#define JOIN_SELECTIVITY 0.001 /* what contjoinsel returns */

/* A call of <@ or @> that is to be replaced by comparisons of one of its arguments, the key. */
typedef struct Membership
{
	PlannerInfo *root;
	Oid schema; /* schema of the functions that compute the bounds */
	Oid type; /* the type agency_code */
	Node *key; /* the argument to compare */
	Node *agency; /* the other argument */
	bool key_is_below; /* the key is the lower of the two agencies */
} Membership;

/* Describe a call. `key` and `below` are the positions of the key and the lower agency in args. */
static Membership
membership(PlannerInfo *root, Oid function, List *args, int key, int below)
{
	Membership m;
	Oid *argument_types;
	int count;

	(void) get_func_signature(function, &argument_types, &count);
	m.root = root;
	m.schema = get_func_namespace(function);
	m.type = argument_types[0];
	m.key = list_nth(args, key);
	m.agency = list_nth(args, 1 - key);
	m.key_is_below = key == below;
	return m;
}

/* Return the call name(agency), or its value if the agency is a constant. */
static Expr *
call_on_agency(const Membership *m, const char *name)
{
	oidvector *argument = buildoidvector(&m->type, 1);
	Oid function = GetSysCacheOid3(PROCNAMEARGSNSP, Anum_pg_proc_oid, CStringGetDatum(name),
								   PointerGetDatum(argument), ObjectIdGetDatum(m->schema));
	FuncExpr *call;

	if (!OidIsValid(function))
		elog(ERROR, "function %s is missing", name);
	call = makeFuncExpr(function, get_func_rettype(function), list_make1(copyObject(m->agency)),
						InvalidOid, InvalidOid, COERCE_EXPLICIT_CALL);
	return (Expr *) eval_const_expressions(m->root, (Node *) call);
}

/* Return the expression "key operator bound(agency)". */
static Expr *
compare_key(const Membership *m, Oid operator, const char * bound)
{
	return make_opclause(operator, BOOLOID, false, (Expr *) copyObject(m->key),
						 call_on_agency(m, bound), InvalidOid, InvalidOid);
}

/* Return the expression "key = ANY (codes(agency))". */
static Expr *
key_is_any(const Membership *m, Oid equals, const char *codes)
{
	ScalarArrayOpExpr *any = makeNode(ScalarArrayOpExpr);

	any->opno = equals;
	any->opfuncid = get_opcode(equals);
	any->useOr = true;
	any->args = list_make2(copyObject(m->key), call_on_agency(m, codes));
	any->location = -1;
	return (Expr *) any;
}

/*
 * Return the list of comparisons that together equal the call, with operators of the given btree
 * family. Return NIL if the family does not have operators for agency_code.
 */
static List *
btree_conditions(const Membership *m, Oid family)
{
	Oid equals = get_opfamily_member(family, m->type, m->type, BTEqualStrategyNumber);
	Oid at_least = get_opfamily_member(family, m->type, m->type, BTGreaterEqualStrategyNumber);
	Oid at_most = get_opfamily_member(family, m->type, m->type, BTLessEqualStrategyNumber);

	if (!OidIsValid(equals) || !OidIsValid(at_least) || !OidIsValid(at_most))
		return NIL;
	if (m->key_is_below)
		return list_make2(compare_key(m, at_least, "to_h_form"),
						  compare_key(m, at_most, "last_within"));
	return list_make1(key_is_any(m, equals, "codes_above"));
}

/*
 * Return the conditions with which an index column is searched, or NIL if the index cannot help.
 * A list of values (= ANY) is searched only in the first column of an index: planners before
 * PostgreSQL 17 believe that a scan with such a list returns sorted rows, and that is true only if
 * the list belongs to the first column.
 */
static List *
index_conditions(SupportRequestIndexCondition *request, int below)
{
	List *args = is_opclause(request->node)     ? ((OpExpr *) request->node)->args
				 : is_funcclause(request->node) ? ((FuncExpr *) request->node)->args
												: NIL;
	Membership m;

	if (list_length(args) != 2 || request->index->relam != BTREE_AM_OID)
		return NIL;
	m = membership(request->root, request->funcid, args, request->indexarg, below);
	if (!m.key_is_below && (request->indexcol != 0 || !request->index->amsearcharray))
		return NIL;
	if (!is_pseudo_constant_for_index(request->root, m.agency, request->index))
		return NIL;
	request->lossy = false;
	return btree_conditions(&m, request->opfamily);
}

/*
 * Return the share of rows for which the call is true, estimated from the statistics of the
 * argument that is a column. Return a default if neither argument is one.
 */
static Selectivity
restriction(PlannerInfo *root, Oid function, List *args, int varRelid, int below)
{
	VariableStatData column;
	Node *other;
	bool column_on_left;
	Membership m;
	List *conditions;

	if (!get_restriction_variable(root, args, varRelid, &column, &other, &column_on_left))
		return DEFAULT_RANGE_INEQ_SEL;
	ReleaseVariableStats(column);
	m = membership(root, function, args, column_on_left ? 0 : 1, below);
	m.agency = other;
	conditions =
		btree_conditions(&m, lookup_type_cache(m.type, TYPECACHE_BTREE_OPFAMILY)->btree_opf);
	return clauselist_selectivity(root, conditions, varRelid, JOIN_INNER, NULL);
}

/* Answer a request of the planner about a call; NULL tells the planner that there is no answer. */
static Node *
answer(Node *request, int below)
{
	if (IsA(request, SupportRequestIndexCondition))
		return (Node *) index_conditions((SupportRequestIndexCondition *) request, below);
	if (IsA(request, SupportRequestSelectivity))
	{
		SupportRequestSelectivity *asked = (SupportRequestSelectivity *) request;

		asked->selectivity = asked->is_join ? JOIN_SELECTIVITY
											: restriction(asked->root, asked->funcid, asked->args,
														  asked->varRelid, below);
		return request;
	}
	return NULL;
}

/*
 * Define the support function and the selectivity function of a test. `below` is the position of
 * its argument that is the lower agency.
 */
#define MOTCUA_MEMBERSHIP(name, below)                                                            \
	PG_FUNCTION_INFO_V1(motcua_##name##_support);                                                 \
	Datum motcua_##name##_support(PG_FUNCTION_ARGS)                                               \
	{                                                                                             \
		PG_RETURN_POINTER(answer((Node *) PG_GETARG_POINTER(0), below));                          \
	}                                                                                             \
	PG_FUNCTION_INFO_V1(motcua_##name##_restriction);                                             \
	Datum motcua_##name##_restriction(PG_FUNCTION_ARGS)                                           \
	{                                                                                             \
		PG_RETURN_FLOAT8(restriction((PlannerInfo *) PG_GETARG_POINTER(0),                        \
									 get_opcode(PG_GETARG_OID(1)), (List *) PG_GETARG_POINTER(2), \
									 PG_GETARG_INT32(3), below));                                 \
	}

MOTCUA_MEMBERSHIP(within_agency, 0)
MOTCUA_MEMBERSHIP(contains_agency, 1)

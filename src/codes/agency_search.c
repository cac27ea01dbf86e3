/*
 * Planning of "is this agency within that one", for the operators <@ and @> and for their
 * function twins alike:
 *   column <@ agency   is   column >= to_h_form(agency) AND column <= last_within(agency)
 *   column @> agency   is   column = ANY (codes_above(agency))
 * Both exactly, in the order of the default btree operator class, whatever forms are stored.
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

#define JOIN_SELECTIVITY 0.001 /* as contjoinsel */

/* A test of membership, seen from one of its arguments. */
typedef struct Membership
{
	PlannerInfo *root;
	Oid schema; /* of the functions */
	Oid type; /* agency_code */
	Node *key; /* the argument that is looked for */
	Node *agency; /* the other one */
	bool key_is_below;
} Membership;

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

/* name(agency), evaluated here and now where the agency is a constant. */
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

static Expr *
compare_key(const Membership *m, Oid operator, const char * bound)
{
	return make_opclause(operator, BOOLOID, false, (Expr *) copyObject(m->key),
						 call_on_agency(m, bound), InvalidOid, InvalidOid);
}

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

/* The test in operators of a btree family; NIL when the family is not of our type. */
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
 * A list of values is searched in the first column only: planners before 17 take a scan with such a list
 * for sorted, which it is in that column alone.
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

/* The share of rows that pass, by the statistics of whichever side is a column. */
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

/* For each of the two tests, which of its arguments is the lower agency. */
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

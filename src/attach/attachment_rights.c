/*
 * This file decides who may read what: whether a view with the owner's rights would bypass
 * row-level security, and whether a role may read a view whole. The conditions of views call its
 * SQL functions; roll-ups and attach call the rest.
 */
#include "postgres.h"

#include "access/relation.h"
#include "access/sysattr.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "nodes/nodeFuncs.h"
#include "rewrite/rewriteHandler.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/rls.h"

#include "attach/attachment.h"
#include "common/compat.h"

/* ---- row-level security ---- */

/* The state of a search for a relation with row-level security below a view. */
typedef struct SecuredSearch
{
	Oid view; /* whose query is searched */
	Oid found;
} SecuredSearch;

static bool find_secured(Node *node, void *context);

Oid
motcua_secured_relation(Oid relation)
{
	SecuredSearch search = {.view = relation};
	Relation opened = try_relation_open(relation, AccessShareLock);

	if (opened == NULL)
		return InvalidOid;
	if (opened->rd_rel->relrowsecurity)
		search.found = relation;
	else if (opened->rd_rel->relkind == RELKIND_VIEW)
	{
		check_stack_depth();
		(void) find_secured((Node *) get_view_query(opened), &search);
	}
	relation_close(opened, NoLock);
	return search.found;
}

/* A walker of queries that stops at the first relation with row-level security. */
static bool
find_secured(Node *node, void *context)
{
	SecuredSearch *search = context;

	if (node == NULL)
		return false;
	if (IsA(node, RangeTblEntry))
	{
		RangeTblEntry *entry = (RangeTblEntry *) node;

		/* Up to PostgreSQL 15, the query of a view has entries for the view itself. */
		if (entry->rtekind == RTE_RELATION && entry->relid != search->view)
			search->found = motcua_secured_relation(entry->relid);
		return OidIsValid(search->found);
	}
	if (IsA(node, Query))
		return query_tree_walker((Query *) node, find_secured, context, QTW_EXAMINE_RTES_BEFORE);
	return expression_tree_walker(node, find_secured, context);
}

/*
 * Return true, for the conditions of views with the owner's rights. Raise 42501 if row-level
 * security was enabled after the relation was attached.
 */
PG_FUNCTION_INFO_V1(motcua_has_no_row_security);
Datum
motcua_has_no_row_security(PG_FUNCTION_ARGS)
{
	Oid secured = motcua_secured_relation(PG_GETARG_OID(0));

	if (OidIsValid(secured))
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("table \"%s\" has row-level security now, which this view would bypass",
						get_rel_name(secured)),
				 errhint("Attach it with rights => 'invoker', or with ignore_rls => true if every "
						 "reader may see every row.")));
	PG_RETURN_BOOL(true);
}

/*
 * Return the relation whose row-level security an attachment with the owner's rights would bypass,
 * for the view motcua.attention. Return NULL if there is none, or if ignore_rls accepted it.
 */
PG_FUNCTION_INFO_V1(motcua_bypassed_relation);
Datum
motcua_bypassed_relation(PG_FUNCTION_ARGS)
{
	Attachment attachment;
	bool is_marked;
	Oid schema = get_namespace_oid(NameStr(*PG_GETARG_NAME(0)), true);
	Oid secured = InvalidOid;

	if (OidIsValid(schema) && motcua_read_attachment(schema, &attachment, &is_marked) == NULL &&
		!attachment.invoker && !attachment.ignore_rls)
		secured = motcua_secured_relation(attachment.relation);
	if (!OidIsValid(secured))
		PG_RETURN_NULL();
	PG_RETURN_OID(secured);
}

/* ---- reading a view whole ---- */

/* The state of a search for something below a view that a role may not read. */
typedef struct DeniedSearch
{
	Oid view; /* whose query is searched */
	const Query *query; /* the part of it that is searched */
	Oid role;
	bool whole; /* true if a policy counts as a denial */
} DeniedSearch;

static bool find_denied(Node *node, void *context);

/* True if a role may read these columns of a relation, numbered as in an RTE's permissions. */
static bool
may_read_columns(Oid relation, const Bitmapset *columns, Oid role)
{
	int column = -1;

	if (pg_class_aclcheck(relation, role, ACL_SELECT) == ACLCHECK_OK)
		return true;
	if (bms_is_empty(columns)) /* it suffices to be allowed to read any column */
		return pg_attribute_aclcheck_all(relation, role, ACL_SELECT, ACLMASK_ANY) == ACLCHECK_OK;
	while ((column = bms_next_member(columns, column)) >= 0)
	{
		AttrNumber number = column + FirstLowInvalidHeapAttributeNumber;

		if (number == InvalidAttrNumber) /* a whole row needs the right on all columns */
			return pg_attribute_aclcheck_all(relation, role, ACL_SELECT, ACLMASK_ALL) ==
				   ACLCHECK_OK;
		if (pg_attribute_aclcheck(relation, number, role, ACL_SELECT) != ACLCHECK_OK)
			return false;
	}
	return true;
}

/*
 * True if a role may read a relation, and with `whole` if no policy hides rows of it either. A view
 * with the reader's rights needs the same of what it reads.
 */
static bool
may_read(Oid relation, const Bitmapset *columns, Oid role, bool whole)
{
	Relation opened;
	DeniedSearch search = {.view = relation, .role = role, .whole = whole};
	bool may = true;

	if (!may_read_columns(relation, columns, role) ||
		(whole && check_enable_rls(relation, role, true) == RLS_ENABLED))
		return false;
	opened = try_relation_open(relation, AccessShareLock);
	if (opened == NULL)
		return false;
	if (opened->rd_rel->relkind == RELKIND_VIEW && RelationHasSecurityInvoker(opened))
	{
		check_stack_depth();
		may = !find_denied((Node *) get_view_query(opened), &search);
	}
	relation_close(opened, NoLock);
	return may;
}

/* A walker of queries that stops at the first relation that the role may not read. */
static bool
find_denied(Node *node, void *context)
{
	DeniedSearch *search = context;

	if (node == NULL)
		return false;
	if (IsA(node, RangeTblEntry))
	{
		RangeTblEntry *entry = (RangeTblEntry *) node;

		/* Up to PostgreSQL 15, the query of a view has entries for the view itself. */
		return entry->rtekind == RTE_RELATION && entry->relid != search->view &&
			   !may_read(entry->relid, motcua_selected_columns(search->query, entry), search->role,
						 search->whole);
	}
	if (IsA(node, Query))
	{
		DeniedSearch inner = {search->view, (const Query *) node, search->role, search->whole};

		return query_tree_walker((Query *) node, find_denied, &inner, QTW_EXAMINE_RTES_BEFORE);
	}
	return expression_tree_walker(node, find_denied, context);
}

bool
motcua_may_read_all(Oid relation)
{
	return may_read(relation, NULL, GetUserId(), true);
}

/*
 * may_read(relation) returns true if the current user has the rights to read a relation, and what a
 * view reads with the reader's rights.
 */
PG_FUNCTION_INFO_V1(motcua_may_read);
Datum
motcua_may_read(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(OidIsValid(get_rel_namespace(PG_GETARG_OID(0))) &&
				   may_read(PG_GETARG_OID(0), NULL, GetUserId(), false));
}

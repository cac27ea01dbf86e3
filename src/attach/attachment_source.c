/*
 * This file finds what is in an attachment's schema: the views source and settings, the frozen
 * reports and the roll-up. All other files of attach/ and attach/rollup/ may call it; it calls none
 * of them.
 */
#include "postgres.h"

#include "access/relation.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "fmgr.h"
#include "parser/parsetree.h"
#include "rewrite/rewriteHandler.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "attach/attachment.h"

/* A schema is an attachment if the first column of its view settings has this name. */
#define MARK "motcua_attachment"

Oid
motcua_attachment_schema(const char *schema)
{
	Oid namespace = get_namespace_oid(schema, true);
	Oid settings = OidIsValid(namespace) ? get_relname_relid("settings", namespace) : InvalidOid;
	char *column = OidIsValid(settings) ? get_attname(settings, 1, true) : NULL;

	if (column == NULL || strcmp(column, MARK) != 0 || get_rel_relkind(settings) != RELKIND_VIEW)
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_OBJECT),
						errmsg("schema \"%s\" is not an attachment", schema),
						errhint("List the attachments with SELECT * FROM motcua.attachments.")));
	return namespace;
}

Query *
motcua_view_query(Oid view)
{
	Relation relation = relation_open(view, AccessShareLock);
	Query *query = copyObject(get_view_query(relation));

	relation_close(relation, NoLock);
	return query;
}

Query *
motcua_source_query(Oid namespace)
{
	Oid view = get_relname_relid("source", namespace);

	return OidIsValid(view) && get_rel_relkind(view) == RELKIND_VIEW ? motcua_view_query(view)
																	 : NULL;
}

Oid
motcua_source_relation(const Query *source)
{
	RangeTblEntry *entry;

	if (list_length(source->jointree->fromlist) != 1 ||
		!IsA(linitial(source->jointree->fromlist), RangeTblRef))
		return InvalidOid;
	entry =
		rt_fetch(linitial_node(RangeTblRef, source->jointree->fromlist)->rtindex, source->rtable);
	return entry->rtekind == RTE_RELATION ? entry->relid : InvalidOid;
}

/*
 * Return the relation that a view source reads, for the view motcua.attachments. Return NULL for a
 * relation that is no view or reads more than one relation.
 */
PG_FUNCTION_INFO_V1(motcua_attached_relation);
Datum
motcua_attached_relation(PG_FUNCTION_ARGS)
{
	Oid view = PG_GETARG_OID(0);
	Oid relation;

	if (get_rel_relkind(view) != RELKIND_VIEW)
		PG_RETURN_NULL();
	relation = motcua_source_relation(motcua_view_query(view));
	if (!OidIsValid(relation))
		PG_RETURN_NULL();
	PG_RETURN_OID(relation);
}

bool
motcua_has_frozen(const char *schema)
{
	Oid namespace = get_namespace_oid(schema, true);

	return OidIsValid(namespace) && OidIsValid(get_relname_relid("frozen_report", namespace));
}

Oid
motcua_rollup_of(const char *schema)
{
	Oid namespace = get_namespace_oid(schema, true);

	return OidIsValid(namespace) ? get_relname_relid(MOTCUA_ROLLUP_DELTA, namespace) : InvalidOid;
}

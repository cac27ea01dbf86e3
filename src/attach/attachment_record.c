/*
 * This file reads the record of an attachment, which consists of the views settings and mapping. It
 * trusts neither their names nor their form: both are compared with what attach makes before they
 * are used. All other files of attach/ and its callers open an attachment through this file.
 */
#include "postgres.h"

#include "access/relation.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "nodes/nodeFuncs.h"
#include "parser/parsetree.h"
#include "rewrite/rewriteHandler.h"
#include "rewrite/rewriteManip.h"
#include "storage/lmgr.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"
#include "utils/rel.h"
#include "utils/ruleutils.h"

#include "attach/attachment.h"
#include "common/owner.h"

/* ---- the form of the two views ---- */

/* The columns of the view settings, as sql/attachment/mapping/settings.sql makes them. */
enum settings_column
{
	SETTINGS_VERSION,
	SETTINGS_AS_OF,
	SETTINGS_PERIOD_START,
	SETTINGS_BASIS,
	SETTINGS_GRANULARITY,
	SETTINGS_TARGET,
	SETTINGS_WARN_DAYS,
	SETTINGS_TIME_ZONE,
	SETTINGS_CALENDAR,
	SETTINGS_RIGHTS,
	SETTINGS_IGNORE_RLS
};

static const ColumnShape settings_columns[] = {[SETTINGS_VERSION] = {"motcua_attachment", TEXTOID},
											   [SETTINGS_AS_OF] = {"as_of", DATEOID},
											   [SETTINGS_PERIOD_START] = {"period_start", DATEOID},
											   [SETTINGS_BASIS] = {"basis", TEXTOID},
											   [SETTINGS_GRANULARITY] = {"granularity", TEXTOID},
											   [SETTINGS_TARGET] = {"target", NUMERICOID},
											   [SETTINGS_WARN_DAYS] = {"warn_days", INT4OID},
											   [SETTINGS_TIME_ZONE] = {"time_zone", TEXTOID},
											   [SETTINGS_CALENDAR] = {"calendar", TEXTOID},
											   [SETTINGS_RIGHTS] = {"rights", TEXTOID},
											   [SETTINGS_IGNORE_RLS] = {"ignore_rls", BOOLOID}};

static const RelationShape settings_shape = {
	.name = "settings", .kind = RELKIND_VIEW, MOTCUA_COLUMNS(settings_columns)};

/* Columns of the view mapping have the types of the caller's expressions. */
static const RelationShape mapping_shape = {
	.name = "mapping", .kind = RELKIND_VIEW, .may_have_more = true};

Query *
motcua_view_query(Oid view)
{
	Relation relation = relation_open(view, NoLock);
	Query *query = copyObject(get_view_query(relation));

	relation_close(relation, NoLock);
	return query;
}

/*
 * Return the only item of the FROM clause of a query that has no other clause, or NULL if the query
 * has another form.
 */
static RangeTblEntry *
only_source(const Query *query, int *index)
{
	List *from = query->jointree->fromlist;

	if (query->commandType != CMD_SELECT || query->setOperations != NULL || query->cteList != NIL ||
		query->groupClause != NIL || query->distinctClause != NIL || query->limitCount != NULL ||
		query->hasAggs || query->hasWindowFuncs || query->hasTargetSRFs ||
		query->havingQual != NULL || list_length(from) != 1 || !IsA(linitial(from), RangeTblRef))
		return NULL;
	*index = linitial_node(RangeTblRef, from)->rtindex;
	return rt_fetch(*index, query->rtable);
}

/* ---- reading ---- */

/* Return the constant of a column of settings, or NULL if it is none or is NULL. */
static const Const *
constant_of(const Query *settings, int column)
{
	Node *value = (Node *) list_nth_node(TargetEntry, settings->targetList, column)->expr;

	if (!IsA(value, Const) || ((Const *) value)->constisnull ||
		((Const *) value)->consttype != settings_columns[column].type)
		return NULL;
	return (Const *) value;
}

static const char *
text_of(const Query *settings, int column)
{
	return TextDatumGetCString(constant_of(settings, column)->constvalue);
}

/* Return the reason why the query of settings is not as attach makes it, or NULL. */
static const char *
settings_problem(const Query *query, const RangeTblEntry *day)
{
	if (day == NULL || day->rtekind != RTE_SUBQUERY ||
		list_length(day->subquery->targetList) != 1 ||
		exprType((Node *) linitial_node(TargetEntry, day->subquery->targetList)->expr) != DATEOID)
		return "its view settings does not read one day";
	for (int column = SETTINGS_VERSION; column <= SETTINGS_IGNORE_RLS; column++)
		if (column != SETTINGS_AS_OF && column != SETTINGS_PERIOD_START &&
			constant_of(query, column) == NULL)
			return psprintf("\"%s\" of its view settings is no constant",
							settings_columns[column].name);
	return NULL;
}

static const char *
read_settings(Oid view, Attachment *attachment)
{
	Query *query = motcua_view_query(view);
	int index;
	RangeTblEntry *day = only_source(query, &index);
	const char *problem = settings_problem(query, day);

	if (problem != NULL)
		return problem;
	attachment->as_of = (Node *) linitial_node(TargetEntry, day->subquery->targetList)->expr;
	attachment->basis = text_of(query, SETTINGS_BASIS);
	attachment->granularity = text_of(query, SETTINGS_GRANULARITY);
	attachment->target = DatumGetCString(
		DirectFunctionCall1(numeric_out, constant_of(query, SETTINGS_TARGET)->constvalue));
	attachment->warn_days = DatumGetInt32(constant_of(query, SETTINGS_WARN_DAYS)->constvalue);
	attachment->time_zone = text_of(query, SETTINGS_TIME_ZONE);
	attachment->calendar = text_of(query, SETTINGS_CALENDAR);
	attachment->invoker = strcmp(text_of(query, SETTINGS_RIGHTS), "invoker") == 0;
	attachment->ignore_rls = DatumGetBool(constant_of(query, SETTINGS_IGNORE_RLS)->constvalue);
	return NULL;
}

static const char *
read_mapping(Oid view, Attachment *attachment)
{
	Query *query = motcua_view_query(view);
	RangeTblEntry *relation = only_source(query, &attachment->relation_index);

	if (relation == NULL || relation->rtekind != RTE_RELATION)
		return "its view mapping does not read one relation";
	if (list_length(query->targetList) < MOTCUA_ARGUMENT_COLUMNS)
		return "its view mapping lacks columns";
	for (int at = 0; at < MOTCUA_ARGUMENT_COLUMNS; at++)
		if (strcmp(list_nth_node(TargetEntry, query->targetList, at)->resname,
				   motcua_mapped_columns[at].name) != 0)
			return psprintf("column %d of its view mapping is not \"%s\"", at + 1,
							motcua_mapped_columns[at].name);
	attachment->relation = relation->relid;
	attachment->columns = query->targetList;
	return NULL;
}

/*
 * Lock the view of a shape in a schema and return its oid. Set *owner to its owner. Return
 * InvalidOid if there is no such view.
 */
static Oid
lock_view(Oid schema, const RelationShape *shape, Oid *owner)
{
	Oid view = motcua_lock_by_name(schema, shape->name, AccessShareLock);
	const char *problem;
	Relation relation;

	if (!OidIsValid(view))
		return InvalidOid;
	*owner = motcua_owner_of(view);
	relation = motcua_try_open_relation(schema, *owner, shape, AccessShareLock, &problem);
	if (relation == NULL)
		return InvalidOid;
	relation_close(relation, NoLock);
	return view;
}

const char *
motcua_read_attachment(Oid schema, Attachment *attachment, bool *is_marked)
{
	Oid settings, mapping, other_owner;
	const char *problem;

	*attachment = (Attachment){.name = get_namespace_name(schema), .schema = schema};
	settings = isAnyTempNamespace(schema) ? InvalidOid
										  : lock_view(schema, &settings_shape, &attachment->owner);
	*is_marked = OidIsValid(settings);
	if (!*is_marked)
		return "it has no view settings as attach makes it";
	mapping = lock_view(schema, &mapping_shape, &other_owner);
	if (!OidIsValid(mapping))
		return "it has no view mapping";
	if (other_owner != attachment->owner)
		return "its views settings and mapping have different owners";
	problem = read_settings(settings, attachment);
	return problem != NULL ? problem : read_mapping(mapping, attachment);
}

Attachment
motcua_open_attachment(const char *schema)
{
	Attachment attachment;
	Oid namespace = get_namespace_oid(schema, true);
	bool is_marked = false;
	const char *problem =
		OidIsValid(namespace) ? motcua_read_attachment(namespace, &attachment, &is_marked) : "";

	if (!is_marked)
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_OBJECT),
						errmsg("schema \"%s\" is not an attachment", schema),
						errhint("List the attachments with SELECT * FROM motcua.attachments.")));
	if (problem != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("attachment \"%s\" is not as motcua.attach made it: %s", schema, problem),
				 errhint("Drop the schema and attach the table anew.")));
	return attachment;
}

Attachment
motcua_open_own_attachment(const char *schema)
{
	Attachment attachment = motcua_open_attachment(schema);

	motcua_check_is_owner(attachment.owner, "attachment", schema);
	motcua_check_schema_is_owners(attachment.schema, attachment.owner);
	return attachment;
}

/*
 * Return the relation that the attachment in a schema stands on, for the views motcua.attachments
 * and motcua.rollups. Return NULL if the schema is not an attachment.
 */
PG_FUNCTION_INFO_V1(motcua_attached_relation);
Datum
motcua_attached_relation(PG_FUNCTION_ARGS)
{
	Attachment attachment;
	bool is_marked;

	if (motcua_read_attachment(PG_GETARG_OID(0), &attachment, &is_marked) != NULL)
		PG_RETURN_NULL();
	PG_RETURN_OID(attachment.relation);
}

/* ---- the views of rows ---- */

/* Return the subquery d of the view fact, or NULL if there is none. */
static Query *
mapped_rows(const Query *fact)
{
	ListCell *cell;

	foreach (cell, fact->rtable)
	{
		RangeTblEntry *entry = lfirst(cell);

		if (entry->rtekind == RTE_SUBQUERY && strcmp(entry->eref->aliasname, "d") == 0)
			return entry->subquery;
	}
	return NULL;
}

const char *
motcua_read_row_view(const Attachment *attachment, const char *name, RowView *view)
{
	RelationShape shape = {.name = name, .kind = RELKIND_VIEW, .may_have_more = true};
	const char *problem;
	Relation relation = motcua_try_open_relation(attachment->schema, attachment->owner, &shape,
												 AccessShareLock, &problem);
	RangeTblEntry *entry;

	if (relation == NULL)
		return problem;
	view->query = copyObject(get_view_query(relation));
	relation_close(relation, NoLock);
	if (strcmp(name, "fact") == 0)
		view->query = mapped_rows(view->query);
	entry = view->query == NULL ? NULL : only_source(view->query, &view->relation_index);
	if (entry == NULL || entry->rtekind != RTE_RELATION || entry->relid != attachment->relation)
		return "it does not read the attached relation alone";
	return NULL;
}

void
motcua_refuse_view(const Attachment *attachment, const char *name, const char *problem)
{
	ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
					errmsg("view \"%s.%s\" is not as motcua.attach made it: %s", attachment->name,
						   name, problem),
					errhint("Build the views anew with SELECT motcua.reattach(%s).",
							quote_literal_cstr(attachment->name))));
}

RowView
motcua_open_row_view(const Attachment *attachment, const char *name)
{
	RowView view;
	const char *problem = motcua_read_row_view(attachment, name, &view);

	if (problem != NULL)
		motcua_refuse_view(attachment, name, problem);
	return view;
}

Node *
motcua_row_expression(const RowView *view, const char *column)
{
	ListCell *cell;

	foreach (cell, view->query->targetList)
		if (strcmp(lfirst_node(TargetEntry, cell)->resname, column) == 0)
			return (Node *) lfirst_node(TargetEntry, cell)->expr;
	return NULL;
}

/* ---- expressions ---- */

char *
motcua_qualified_name(Oid relation)
{
	return quote_qualified_identifier(get_namespace_name(get_rel_namespace(relation)),
									  get_rel_name(relation));
}

char *
motcua_deparse(Oid relation, int index, Node *expression)
{
	Node *own = copyObject(expression);

	/* The deparser's context knows the relation as the first one. */
	ChangeVarNodes(own, index, 1, 0);
	return deparse_expression(own, deparse_context_for(get_rel_name(relation), relation), false,
							  false);
}

char *
motcua_expression_text(const Attachment *attachment, Node *expression)
{
	return motcua_deparse(attachment->relation, attachment->relation_index, expression);
}

Node *
motcua_mapped_expression(const Attachment *attachment, int column)
{
	Node *expression = (Node *) list_nth_node(TargetEntry, attachment->columns, column)->expr;

	return IsA(expression, Const) && ((Const *) expression)->constisnull ? NULL : expression;
}

bool
motcua_has_frozen(Oid schema)
{
	return OidIsValid(motcua_relation_named(schema, "frozen_report"));
}

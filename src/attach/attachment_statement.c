/*
 * What an attachment was made of, as SQL: read back from its views by PostgreSQL's own deparser, so that it
 * follows every RENAME, and from the catalogs' grants. No text of expressions is kept anywhere.
 */
#include "postgres.h"

#include "access/relation.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "funcapi.h"
#include "nodes/parsenodes.h"
#include "optimizer/optimizer.h"
#include "parser/parsetree.h"
#include "rewrite/rewriteHandler.h"
#include "rewrite/rewriteManip.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/ruleutils.h"
#include "utils/tuplestore.h"

#include "attach/attachment.h"
#include "attach/rollup/rollup.h"

/* Expressions of a view over one relation, readable in that relation's terms. */
typedef struct view_reader
{
	Query *query;
	int relation_index; /* of the relation in the view's range table */
	Oid relation;
	List *context;
} view_reader;

static view_reader
open_source(Oid namespace)
{
	view_reader reader = {.query = motcua_view_query(get_relname_relid("source", namespace))};
	RangeTblEntry *entry;

	reader.relation_index = linitial_node(RangeTblRef, reader.query->jointree->fromlist)->rtindex;
	entry = rt_fetch(reader.relation_index, reader.query->rtable);
	reader.relation = entry->relid;
	reader.context = deparse_context_for(get_rel_name(reader.relation), reader.relation);
	return reader;
}

static char *
expression_text(const view_reader *reader, Node *expression)
{
	Node *own = copyObject(expression);

	ChangeVarNodes(own, reader->relation_index, 1, 0);
	return deparse_expression(own, reader->context, false, false);
}

static bool
is_unknown_group(Node *expression)
{
	return IsA(expression, Const) && !((Const *) expression)->constisnull &&
		   ((Const *) expression)->consttype == TEXTOID &&
		   strcmp(TextDatumGetCString(((Const *) expression)->constvalue), MOTCUA_UNKNOWN_GROUP) ==
			   0;
}

/* What the caller mapped: nothing (NULL), or the expression without the name that attach gave to groups without one. */
static Node *
as_mapped(Node *expression)
{
	if (is_unknown_group(expression) ||
		(IsA(expression, Const) && ((Const *) expression)->constisnull))
		return NULL;
	if (IsA(expression, CoalesceExpr) &&
		is_unknown_group(llast(((CoalesceExpr *) expression)->args)))
		return linitial(((CoalesceExpr *) expression)->args);
	return expression;
}

static void
append_argument(StringInfo out, const char *name, const char *value)
{
	appendStringInfo(out, ",\n    %s => %s", quote_identifier(name), quote_literal_cstr(value));
}

/* The mapped columns by name; what follows them is extra. */
static void
append_columns(StringInfo out, const view_reader *reader)
{
	ListCell *cell;
	StringInfoData extra;

	initStringInfo(&extra);
	foreach (cell, reader->query->targetList)
	{
		TargetEntry *entry = lfirst_node(TargetEntry, cell);
		Node *mapped = as_mapped((Node *) entry->expr);
		const char *text;

		if (mapped == NULL)
			continue;
		text = expression_text(reader, mapped);
		if (entry->resno > MOTCUA_MAPPED_COLUMNS)
			appendStringInfo(&extra, "%s%s, %s", extra.len > 0 ? ", " : "",
							 quote_literal_cstr(entry->resname), quote_literal_cstr(text));
		else
			append_argument(
				out, strcmp(entry->resname, "calendar") == 0 ? "calendar_expr" : entry->resname,
				text);
	}
	if (extra.len > 0)
		appendStringInfo(out, ",\n    extra => pg_catalog.jsonb_build_object(%s)", extra.data);
}

static void
append_excluded(StringInfo out, const view_reader *reader)
{
	Node *condition = reader->query->jointree->quals;

	if (condition != NULL && IsA(condition, BooleanTest) &&
		((BooleanTest *) condition)->booltesttype == IS_NOT_TRUE)
		append_argument(out, "excluded",
						expression_text(reader, (Node *) ((BooleanTest *) condition)->arg));
}

/* The expression of the as-of day stands in the subquery of settings. */
static void
append_day(StringInfo out, Oid namespace)
{
	Query *settings = motcua_view_query(get_relname_relid("settings", namespace));
	RangeTblEntry *entry = rt_fetch(
		linitial_node(RangeTblRef, settings->jointree->fromlist)->rtindex, settings->rtable);

	append_argument(
		out, "as_of",
		deparse_expression((Node *) linitial_node(TargetEntry, entry->subquery->targetList)->expr,
						   NIL, false, false));
}

/*
 * Values of settings are constants: read by a query. Moments of source are wall time in Viet Nam by now. Row
 * security that rights "owner" bypass was accepted before; the same again.
 */
static void
append_settings(StringInfo out, const char *schema)
{
	int level = motcua_with_safe_search_path();

	if (SPI_execute(
			psprintf(
				"SELECT pg_catalog.format(E',\\n    basis => %%L, granularity => %%L, target => %%s, warn_days => %%s,\\n    calendar => %%L, rights => %%L%%s);',"
				" s.basis, s.granularity, s.target, s.warn_days, s.calendar, s.rights,"
				" CASE s.rights WHEN 'owner' THEN ', ignore_rls => true' ELSE '' END) FROM %s.settings AS s",
				quote_identifier(schema)),
			true, 1) != SPI_OK_SELECT ||
		SPI_processed != 1)
		elog(ERROR, "could not read the settings of \"%s\"", schema);
	appendStringInfoString(out, SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1));
	AtEOXact_GUC(true, level);
}

/* The call of attach that makes it as it is now. */
static char *
attach_call(const char *schema)
{
	Oid namespace = motcua_attachment_schema(schema);
	view_reader reader = open_source(namespace);
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfo(
		&out, "SELECT motcua.attach(%s, %s",
		quote_literal_cstr(quote_qualified_identifier(
			get_namespace_name(get_rel_namespace(reader.relation)), get_rel_name(reader.relation))),
		quote_literal_cstr(schema));
	append_columns(&out, &reader);
	append_excluded(&out, &reader);
	append_day(&out, namespace);
	append_settings(&out, schema);
	return out.data;
}

List *
motcua_attachment_grants(const char *schema)
{
	Oid types[] = {TEXTOID};
	Datum values[] = {CStringGetTextDatum(schema)};
	List *grants = NIL;
	int level = motcua_with_safe_search_path();

	if (SPI_execute_with_args(
			"SELECT pg_catalog.format('GRANT %s ON %s TO %s%s;', g.privilege_type, g.object,"
			"  CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(g.grantee)) END,"
			"  CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)"
			" FROM (SELECT 1 AS place, pg_catalog.format('SCHEMA %I', n.nspname) AS object, a.* , n.nspowner AS owner"
			"       FROM pg_catalog.pg_namespace AS n, pg_catalog.aclexplode(n.nspacl) AS a WHERE n.nspname = $1"
			"       UNION ALL"
			"       SELECT 2, pg_catalog.format('%I.%I', n.nspname, c.relname), a.*, c.relowner"
			"       FROM pg_catalog.pg_namespace AS n JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid, pg_catalog.aclexplode(c.relacl) AS a"
			"       WHERE n.nspname = $1 AND c.relkind = 'v') AS g"
			" WHERE g.grantee <> g.owner ORDER BY g.place, 1",
			1, types, values, NULL, true, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not read the grants on \"%s\"", schema);
	for (uint64 at = 0; at < SPI_processed; at++)
		grants = lappend(grants, SPI_getvalue(SPI_tuptable->vals[at], SPI_tuptable->tupdesc, 1));
	AtEOXact_GUC(true, level);
	return grants;
}

List *
motcua_attachment_statements(const char *schema)
{
	List *statements = lcons(attach_call(schema), motcua_attachment_grants(schema));

	if (OidIsValid(motcua_rollup_of(schema)))
		statements = lappend(statements,
							 psprintf("SELECT motcua.add_rollup(%s);", quote_literal_cstr(schema)));
	return statements;
}

PG_FUNCTION_INFO_V1(motcua_attach_statement);
Datum
motcua_attach_statement(PG_FUNCTION_ARGS)
{
	char *schema = NameStr(*PG_GETARG_NAME(0));
	MemoryContext caller = CurrentMemoryContext;
	StringInfoData out;
	ListCell *cell;
	text *result;

	SPI_connect();
	initStringInfo(&out);
	foreach (cell, motcua_attachment_statements(schema))
		appendStringInfo(&out, "%s%s", out.len > 0 ? "\n" : "", (char *) lfirst(cell));
	MemoryContextSwitchTo(caller);
	result = cstring_to_text(out.data);
	SPI_finish();
	PG_RETURN_TEXT_P(result);
}

/* ---- indexes worth having ---- */

static Node *
source_expression(const view_reader *reader, const char *column)
{
	ListCell *cell;

	foreach (cell, reader->query->targetList)
	{
		TargetEntry *entry = lfirst_node(TargetEntry, cell);

		if (strcmp(entry->resname, column) == 0)
			return (Node *) entry->expr;
	}
	return NULL;
}

/* Only what is the same for ever may stand in an index: no subquery, nothing that looks at the clock or another table. */
static bool
can_be_indexed(Node *expression)
{
	return !IsA(expression, Const) && !checkExprHasSubLink(expression) &&
		   !contain_mutable_functions(expression);
}

static void
offer_index(FunctionCallInfo fcinfo, const view_reader *reader, const char *column,
			const char *form)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	Node *expression = source_expression(reader, column);
	Node *ended = source_expression(reader, "ended_at");
	char *table = quote_qualified_identifier(
		get_namespace_name(get_rel_namespace(reader->relation)), get_rel_name(reader->relation));
	Datum values[2];
	bool nulls[] = {false, false};

	if (!can_be_indexed(expression) || (strstr(form, "%3$s") != NULL && !can_be_indexed(ended)))
		return;
	values[0] = CStringGetTextDatum(column);
	values[1] = CStringGetTextDatum(
		psprintf(form, table, expression_text(reader, expression), expression_text(reader, ended)));
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

PG_FUNCTION_INFO_V1(motcua_offered_indexes);
Datum
motcua_offered_indexes(PG_FUNCTION_ARGS)
{
	view_reader reader = open_source(motcua_attachment_schema(NameStr(*PG_GETARG_NAME(0))));

	InitMaterializedSRF(fcinfo, 0);
	offer_index(fcinfo, &reader, "unit", "CREATE INDEX CONCURRENTLY ON %1$s ((%2$s));");
	offer_index(fcinfo, &reader, "due_at",
				"CREATE INDEX CONCURRENTLY ON %1$s ((%2$s)) WHERE (%3$s) IS NULL;");
	offer_index(fcinfo, &reader, "code", "CREATE INDEX CONCURRENTLY ON %1$s ((%2$s));");
	offer_index(fcinfo, &reader, "applicant",
				"CREATE INDEX CONCURRENTLY ON %1$s USING gin ((%2$s) motcua.vi_syllable_ops);");
	PG_RETURN_NULL();
}

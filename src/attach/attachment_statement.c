/*
 * This file prints the statements that an attachment was made of, for attach_statement and for
 * suspend, and the indexes that offered_indexes proposes. PostgreSQL's deparser prints the
 * expressions from the views, so they follow every RENAME; the grants come from the catalogs. The
 * text that the caller of attach wrote is not kept anywhere.
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
#include "attach/mapping_data.h"
#include "attach/rollup/rollup.h"

/* The query of a view source, and what the deparser needs to print its expressions. */
typedef struct ViewReader
{
	Query *query;
	int relation_index; /* of the attached relation in the query's range table */
	Oid relation;
	List *context; /* for the deparser: the attached relation alone */
} ViewReader;

/* Return a reader for the view source in a schema. */
static ViewReader
open_source(Oid namespace)
{
	ViewReader reader = {.query = motcua_view_query(get_relname_relid("source", namespace))};
	RangeTblEntry *entry;

	reader.relation_index = linitial_node(RangeTblRef, reader.query->jointree->fromlist)->rtindex;
	entry = rt_fetch(reader.relation_index, reader.query->rtable);
	reader.relation = entry->relid;
	reader.context = deparse_context_for(get_rel_name(reader.relation), reader.relation);
	return reader;
}

/* Return the SQL of an expression of the view source, in terms of the attached relation. */
static char *
expression_text(const ViewReader *reader, Node *expression)
{
	Node *own = copyObject(expression);

	/* The deparser's context knows the relation as the first one. */
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

/*
 * Return the expression that the caller of attach mapped to a column, without the name for unknown
 * groups that attach added. Return NULL if the caller mapped nothing.
 */
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

/* Append an argument for each mapped column, and the argument extra for the columns after them. */
static void
append_columns(StringInfo out, const ViewReader *reader)
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

/* Append the argument excluded, whose expression is the negated condition of the view source. */
static void
append_excluded(StringInfo out, const ViewReader *reader)
{
	Node *condition = reader->query->jointree->quals;

	if (condition != NULL && IsA(condition, BooleanTest) &&
		((BooleanTest *) condition)->booltesttype == IS_NOT_TRUE)
		append_argument(out, "excluded",
						expression_text(reader, (Node *) ((BooleanTest *) condition)->arg));
}

/* Append the argument as_of. Its expression is in the subquery of the view settings. */
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

/* Append the arguments that are constants in the view settings, and the end of the call. */
static void
append_settings(StringInfo out, const char *schema)
{
	int level = motcua_with_safe_search_path();

	if (SPI_execute(motcua_fill_schema(mapping_arguments, schema), true, 1) != SPI_OK_SELECT ||
		SPI_processed != 1)
		elog(ERROR, "could not read the settings of \"%s\"", schema);
	appendStringInfoString(out, SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1));
	AtEOXact_GUC(true, level);
}

/* Return the call of attach that makes the attachment as it is now. */
static char *
attach_call(const char *schema)
{
	Oid namespace = motcua_attachment_schema(schema);
	ViewReader reader = open_source(namespace);
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

	if (SPI_execute_with_args("SELECT motcua_internal.attachment_grants($1::name)", 1, types,
							  values, NULL, true, 0) != SPI_OK_SELECT)
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

/* ---- proposed indexes ---- */

/* Return the expression of a column of the view source, or NULL if there is no such column. */
static Node *
source_expression(const ViewReader *reader, const char *column)
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

/*
 * True if PostgreSQL accepts the expression in an index: it must be immutable and must not read
 * another table. A constant is not worth an index.
 */
static bool
can_be_indexed(Node *expression)
{
	return !IsA(expression, Const) && !checkExprHasSubLink(expression) &&
		   !contain_mutable_functions(expression);
}

/*
 * Add a proposal for a column of the view source to the result, unless its expression cannot be
 * indexed. In `form`, %1$s is the table, %2$s the expression of the column, and %3$s that of
 * ended_at.
 */
static void
offer_index(FunctionCallInfo fcinfo, const ViewReader *reader, const char *column, const char *form)
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
	ViewReader reader = open_source(motcua_attachment_schema(NameStr(*PG_GETARG_NAME(0))));

	InitMaterializedSRF(fcinfo, 0);
	offer_index(fcinfo, &reader, "unit", "CREATE INDEX CONCURRENTLY ON %1$s ((%2$s));");
	offer_index(fcinfo, &reader, "due_at",
				"CREATE INDEX CONCURRENTLY ON %1$s ((%2$s)) WHERE (%3$s) IS NULL;");
	offer_index(fcinfo, &reader, "code", "CREATE INDEX CONCURRENTLY ON %1$s ((%2$s));");
	offer_index(fcinfo, &reader, "applicant",
				"CREATE INDEX CONCURRENTLY ON %1$s USING gin ((%2$s) motcua.vi_syllable_ops);");
	PG_RETURN_NULL();
}

/*
 * This file prints the statements that an attachment was made of, for attach_statement, and the
 * indexes that offered_indexes proposes; it also gives the arguments of attach to
 * suspend_attachment. PostgreSQL's deparser prints the expressions from the record, so they follow
 * every RENAME; the grants come from the catalogs. The text that the caller of attach wrote is not
 * kept anywhere.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "funcapi.h"
#include "optimizer/optimizer.h"
#include "rewrite/rewriteManip.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/ruleutils.h"
#include "utils/tuplestore.h"

#include "attach/attachment.h"
#include "attach/attachment_statement.h"
#include "attach/rollup/rollup.h"
#include "common/owner.h"
#include "common/spi_rows.h"

/* ---- the arguments of attach ---- */

static List *
with_argument(List *arguments, const char *name, const char *value)
{
	NamedText *argument = palloc(sizeof(NamedText));

	*argument = (NamedText){name, value};
	return lappend(arguments, argument);
}

/* Append the arguments that are expressions over the columns of the relation. */
static List *
with_expressions(List *arguments, const Attachment *attachment)
{
	for (int at = 0; at < MOTCUA_ARGUMENT_COLUMNS; at++)
	{
		Node *mapped = motcua_mapped_expression(attachment, at);

		if (mapped != NULL)
			arguments = with_argument(arguments, motcua_mapped_columns[at].argument,
									  motcua_expression_text(attachment, mapped));
	}
	return arguments;
}

List *
motcua_attachment_arguments(const Attachment *attachment)
{
	List *arguments = with_expressions(NIL, attachment);

	arguments =
		with_argument(arguments, "as_of", deparse_expression(attachment->as_of, NIL, false, false));
	arguments = with_argument(arguments, "basis", attachment->basis);
	arguments = with_argument(arguments, "granularity", attachment->granularity);
	arguments = with_argument(arguments, "target", attachment->target);
	arguments = with_argument(arguments, "warn_days", psprintf("%d", attachment->warn_days));
	arguments = with_argument(arguments, "time_zone", attachment->time_zone);
	arguments = with_argument(arguments, "calendar", attachment->calendar);
	arguments = with_argument(arguments, "rights", attachment->invoker ? "invoker" : "owner");
	if (attachment->ignore_rls)
		arguments = with_argument(arguments, "ignore_rls", "true");
	return arguments;
}

List *
motcua_attachment_extra(const Attachment *attachment)
{
	List *extra = NIL;

	for (int at = MOTCUA_ARGUMENT_COLUMNS; at < list_length(attachment->columns); at++)
	{
		TargetEntry *entry = list_nth_node(TargetEntry, attachment->columns, at);

		extra = with_argument(extra, entry->resname,
							  motcua_expression_text(attachment, (Node *) entry->expr));
	}
	return extra;
}

/* ---- printing ---- */

/* Append the argument extra as SQL. */
static void
append_extra(StringInfo out, List *extra)
{
	ListCell *cell;

	if (extra == NIL)
		return;
	appendStringInfoString(out, ",\n    extra => pg_catalog.jsonb_build_object(");
	foreach (cell, extra)
	{
		NamedText *column = lfirst(cell);

		appendStringInfo(out, "%s%s, %s", cell == list_head(extra) ? "" : ", ",
						 quote_literal_cstr(column->name), quote_literal_cstr(column->text));
	}
	appendStringInfoString(out, ")");
}

/* Return the call of attach that makes the attachment as it is now. */
static char *
attach_call(const Attachment *attachment)
{
	StringInfoData out;
	ListCell *cell;

	initStringInfo(&out);
	appendStringInfo(&out, "SELECT motcua.attach(%s, %s",
					 quote_literal_cstr(motcua_qualified_name(attachment->relation)),
					 quote_literal_cstr(attachment->name));
	foreach (cell, motcua_attachment_arguments(attachment))
	{
		NamedText *argument = lfirst(cell);

		appendStringInfo(&out, ",\n    %s => %s", quote_identifier(argument->name),
						 quote_literal_cstr(argument->text));
	}
	append_extra(&out, motcua_attachment_extra(attachment));
	appendStringInfoString(&out, ");");
	return out.data;
}

List *
motcua_attachment_grants(const Attachment *attachment)
{
	Oid types[] = {TEXTOID};
	Datum values[] = {CStringGetTextDatum(attachment->name)};
	Statement query = {"SELECT motcua_internal.attachment_grants($1::name)", 1, types, values};
	Rows grants = motcua_select(&query, false, types, 1);

	return motcua_first_column(&grants);
}

List *
motcua_attachment_statements(const Attachment *attachment)
{
	List *statements = lcons(attach_call(attachment), motcua_attachment_grants(attachment));

	if (motcua_has_rollup(attachment))
		statements = lappend(statements, psprintf("SELECT motcua.add_rollup(%s);",
												  quote_literal_cstr(attachment->name)));
	return statements;
}

PG_FUNCTION_INFO_V1(motcua_attach_statement);
Datum
motcua_attach_statement(PG_FUNCTION_ARGS)
{
	MemoryContext caller = CurrentMemoryContext;
	Attachment attachment = motcua_open_own_attachment(NameStr(*PG_GETARG_NAME(0)));
	SavedUser before = motcua_become(attachment.owner);
	StringInfoData out;
	ListCell *cell;
	text *result;

	SPI_connect();
	initStringInfo(&out);
	foreach (cell, motcua_attachment_statements(&attachment))
		appendStringInfo(&out, "%s%s", out.len > 0 ? "\n" : "", (char *) lfirst(cell));
	MemoryContextSwitchTo(caller);
	result = cstring_to_text(out.data);
	SPI_finish();
	motcua_restore_user(before);
	PG_RETURN_TEXT_P(result);
}

/* ---- proposed indexes ---- */

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

/* Return the expression of a column of the view source. Raise 55000 if there is no such column. */
static Node *
source_expression(const Attachment *attachment, const RowView *source, const char *column)
{
	Node *expression = motcua_row_expression(source, column);

	if (expression == NULL)
		motcua_refuse_view(attachment, "source", psprintf("it has no column \"%s\"", column));
	return expression;
}

/*
 * Add a proposal for a column of the view source to the result, unless its expression cannot be
 * indexed. In `form`, %1$s is the table, %2$s the expression of the column, and %3$s that of
 * ended_at.
 */
static void
offer_index(FunctionCallInfo fcinfo, const Attachment *attachment, const RowView *source,
			const char *column, const char *form)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	Node *expression = source_expression(attachment, source, column);
	Node *ended = source_expression(attachment, source, "ended_at");
	Datum values[2];
	bool nulls[] = {false, false};

	if (!can_be_indexed(expression) || (strstr(form, "%3$s") != NULL && !can_be_indexed(ended)))
		return;
	values[0] = CStringGetTextDatum(column);
	values[1] = CStringGetTextDatum(
		psprintf(form, motcua_qualified_name(attachment->relation),
				 motcua_deparse(attachment->relation, source->relation_index, expression),
				 motcua_deparse(attachment->relation, source->relation_index, ended)));
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

PG_FUNCTION_INFO_V1(motcua_offered_indexes);
Datum
motcua_offered_indexes(PG_FUNCTION_ARGS)
{
	static const char *const offers[][2] = {
		{"unit", "CREATE INDEX CONCURRENTLY ON %1$s ((%2$s));"},
		{"due_at", "CREATE INDEX CONCURRENTLY ON %1$s ((%2$s)) WHERE (%3$s) IS NULL;"},
		{"code", "CREATE INDEX CONCURRENTLY ON %1$s ((%2$s));"},
		{"applicant",
		 "CREATE INDEX CONCURRENTLY ON %1$s USING gin ((%2$s) motcua.vi_syllable_ops);"}};
	Attachment attachment = motcua_open_own_attachment(NameStr(*PG_GETARG_NAME(0)));
	SavedUser before = motcua_become(attachment.owner);
	RowView source = motcua_open_row_view(&attachment, "source");

	InitMaterializedSRF(fcinfo, 0);
	for (size_t at = 0; at < lengthof(offers); at++)
		offer_index(fcinfo, &attachment, &source, offers[at][0], offers[at][1]);
	motcua_restore_user(before);
	PG_RETURN_NULL();
}

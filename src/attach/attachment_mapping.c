/*
 * This file turns the record of an attachment into the columns of the views source and fact. The
 * view mapping keeps the raw expressions; how each is converted follows from its type at the time
 * when the views are built, so a column may change its type while the attachment is suspended. The
 * files that build views call it.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_attribute.h"
#include "catalog/pg_type.h"
#include "nodes/nodeFuncs.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "attach/attachment.h"

#define VIETNAM "'Asia/Ho_Chi_Minh'"
#define END_OF_DAY "time '23:59:59.999999'"

const MappedColumn motcua_mapped_columns[MOTCUA_ARGUMENT_COLUMNS] = {
	{"received_at", "received_at", MOTCUA_MAPPED_MOMENT, true},
	{"due_at", "due_at", MOTCUA_MAPPED_END, true},
	{"ended_at", "ended_at", MOTCUA_MAPPED_MOMENT, true},
	{"code", "code", MOTCUA_MAPPED_TEXT, false},
	{"unit", "unit", MOTCUA_MAPPED_GROUP, true},
	{"reception_unit", "reception_unit", MOTCUA_MAPPED_TEXT, false},
	{"officer", "officer", MOTCUA_MAPPED_TEXT, false},
	{"procedure", "procedure", MOTCUA_MAPPED_GROUP, true},
	{"field", "field", MOTCUA_MAPPED_GROUP, true},
	{"applicant", "applicant", MOTCUA_MAPPED_TEXT, false},
	{"online", "online", MOTCUA_MAPPED_BOOLEAN, true},
	{"channel", "channel", MOTCUA_MAPPED_TEXT, false},
	{"service_level", "service_level", MOTCUA_MAPPED_TEXT, false},
	{"ended_as", "ended_as", MOTCUA_MAPPED_TEXT, true},
	{"paused_since", "paused_since", MOTCUA_MAPPED_MOMENT, true},
	{"submitted_at", "submitted_at", MOTCUA_MAPPED_MOMENT, false},
	{"original_due_at", "original_due_at", MOTCUA_MAPPED_END, false},
	{"returned_at", "returned_at", MOTCUA_MAPPED_MOMENT, false},
	{"apology_at", "apology_at", MOTCUA_MAPPED_MOMENT, false},
	{"time_limit", "time_limit", MOTCUA_MAPPED_TEXT, false},
	{"calendar", "calendar_expr", MOTCUA_MAPPED_TEXT, false},
	[MOTCUA_EXCLUDED] = {"excluded", "excluded", MOTCUA_MAPPED_BOOLEAN, false}};

/* Return the SQL that converts a moment of any type to wall time in Viet Nam, a timestamp. */
static char *
moment_sql(const Attachment *attachment, const char *expression, Oid type, MappedKind kind)
{
	switch (type)
	{
		case DATEOID:
			return psprintf("((%s)%s)::pg_catalog.timestamp", expression,
							kind == MOTCUA_MAPPED_END ? " + " END_OF_DAY : "");
		case TIMESTAMPOID:
			if (strcmp(attachment->time_zone, "Asia/Ho_Chi_Minh") == 0)
				return psprintf("(%s)", expression);
			return psprintf("((%s) AT TIME ZONE %s AT TIME ZONE " VIETNAM ")", expression,
							quote_literal_cstr(attachment->time_zone));
		case TIMESTAMPTZOID:
			return psprintf("((%s) AT TIME ZONE " VIETNAM ")", expression);
		default:
			ereport(ERROR, (errcode(ERRCODE_DATATYPE_MISMATCH),
							errmsg("a moment of attachment \"%s\" is of type %s now, which is none",
								   attachment->name, format_type_be(type)),
							errdetail("The expression is: %s", expression),
							errhint("Use a date, a timestamp or a timestamp with time zone.")));
	}
}

/*
 * True if the expression is a column that is NOT NULL. Such a column needs no coalesce for unknown
 * groups, and without it a filter can use an index on the column.
 */
static bool
is_not_null_column(const Attachment *attachment, Node *expression)
{
	HeapTuple tuple;
	bool not_null;

	if (!IsA(expression, Var) || ((Var *) expression)->varattno <= 0)
		return false;
	tuple = SearchSysCache2(ATTNUM, ObjectIdGetDatum(attachment->relation),
							Int16GetDatum(((Var *) expression)->varattno));
	not_null = HeapTupleIsValid(tuple) && ((Form_pg_attribute) GETSTRUCT(tuple))->attnotnull;
	if (HeapTupleIsValid(tuple))
		ReleaseSysCache(tuple);
	return not_null;
}

/* Return the SQL of an argument that the caller of attach left out. */
static const char *
unmapped_sql(MappedKind kind)
{
	switch (kind)
	{
		case MOTCUA_MAPPED_TEXT:
			return "CAST(NULL AS pg_catalog.text)";
		case MOTCUA_MAPPED_GROUP:
			return "CAST('" MOTCUA_UNKNOWN_GROUP "' AS pg_catalog.text)";
		case MOTCUA_MAPPED_BOOLEAN:
			return "CAST(NULL AS pg_catalog.bool)";
		default:
			return "CAST(NULL AS pg_catalog.timestamp)";
	}
}

/* Return the SQL of a mapped column, converted to the type that the views have. */
static const char *
column_sql(const Attachment *attachment, int column)
{
	MappedKind kind = motcua_mapped_columns[column].kind;
	Node *expression = motcua_mapped_expression(attachment, column);
	char *text;

	if (expression == NULL)
		return unmapped_sql(kind);
	text = motcua_expression_text(attachment, expression);
	switch (kind)
	{
		case MOTCUA_MAPPED_TEXT:
			return psprintf("CAST((%s) AS pg_catalog.text)", text);
		case MOTCUA_MAPPED_GROUP:
			return psprintf(is_not_null_column(attachment, expression)
								? "CAST((%s) AS pg_catalog.text)"
								: "coalesce(CAST((%s) AS pg_catalog.text), '" MOTCUA_UNKNOWN_GROUP
								  "')",
							text);
		case MOTCUA_MAPPED_BOOLEAN:
			return psprintf("CAST((%s) AS pg_catalog.bool)", text);
		default:
			return moment_sql(attachment, text, getBaseType(exprType(expression)), kind);
	}
}

/* Return the place of a mapped column by its name. */
static int
place_of(const char *name)
{
	int at = 0;

	while (strcmp(motcua_mapped_columns[at].name, name) != 0)
		at++;
	return at;
}

/*
 * Return the SQL of a column of the view fact. It is that of source, but for the end of a dossier
 * whose kind of end is an unknown word: such a dossier counts as invalid, which an end before all
 * time means to every aggregate, and its word is left out. So a reader of figures can neither be
 * stopped by the word nor read it in an error.
 */
static const char *
fact_sql(const Attachment *attachment, int column)
{
	int kind_of_end = place_of("ended_as");
	bool has_kinds = motcua_mapped_expression(attachment, kind_of_end) != NULL;

	if (has_kinds && column == kind_of_end)
		return psprintf("motcua_internal.known_end(%s)", column_sql(attachment, column));
	if (has_kinds && column == place_of("ended_at"))
		return psprintf("motcua_internal.counted_end(%s, %s)", column_sql(attachment, column),
						column_sql(attachment, kind_of_end));
	return column_sql(attachment, column);
}

/* Append the columns of the argument extra, which keep their types if these are built in. */
static void
append_extra(StringInfo list, const Attachment *attachment)
{
	for (int at = MOTCUA_ARGUMENT_COLUMNS; at < list_length(attachment->columns); at++)
	{
		TargetEntry *entry = list_nth_node(TargetEntry, attachment->columns, at);
		bool is_built_in = exprType((Node *) entry->expr) < FirstNormalObjectId;

		/* BI tools can only read built-in types. */
		appendStringInfo(list,
						 is_built_in ? ",\n       (%s) AS %s"
									 : ",\n       CAST((%s) AS pg_catalog.text) AS %s",
						 motcua_expression_text(attachment, (Node *) entry->expr),
						 quote_identifier(entry->resname));
	}
}

char *
motcua_source_columns(const Attachment *attachment, bool counted_only)
{
	StringInfoData list;

	initStringInfo(&list);
	for (int at = 0; at < MOTCUA_MAPPED_COLUMNS; at++)
		if (motcua_mapped_columns[at].is_counted || !counted_only)
			appendStringInfo(&list, "%s%s AS %s", list.len == 0 ? "" : ",\n       ",
							 counted_only ? fact_sql(attachment, at) : column_sql(attachment, at),
							 motcua_mapped_columns[at].name);
	if (!counted_only)
		append_extra(&list, attachment);
	return list.data;
}

char *
motcua_extra_columns(const Attachment *attachment)
{
	StringInfoData list;

	initStringInfo(&list);
	for (int at = MOTCUA_ARGUMENT_COLUMNS; at < list_length(attachment->columns); at++)
		appendStringInfo(
			&list, ",\n       d.%s",
			quote_identifier(list_nth_node(TargetEntry, attachment->columns, at)->resname));
	return list.data;
}

/*
 * Views with the owner's rights would show the rows that a policy hides from the reader, so they
 * check at each query that there is no policy, unless the caller of attach accepted that.
 */
static char *
gate_condition(const Attachment *attachment)
{
	if (attachment->invoker || attachment->ignore_rls)
		return "true";
	return psprintf("motcua_internal.has_no_row_security(%s::pg_catalog.regclass)",
					quote_literal_cstr(motcua_qualified_name(attachment->relation)));
}

char *
motcua_included_condition(const Attachment *attachment)
{
	Node *excluded = motcua_mapped_expression(attachment, MOTCUA_EXCLUDED);
	char *gate = gate_condition(attachment);

	if (excluded == NULL)
		return gate;
	/* A row for which `excluded` is NULL is included. */
	return psprintf("%s AND (%s) IS NOT TRUE", gate, motcua_expression_text(attachment, excluded));
}

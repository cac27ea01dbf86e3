/*
 * This file builds and drops the views and functions of an attachment, which the templates of
 * sql/attachment/ describe. attach, detach, reattach and their like call it, and so do the
 * functions that make and drop roll-ups.
 */
#include "postgres.h"

#include "access/xact.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"

#include "attach/attachment.h"
#include "attach/attachment_data.h"

/* The fragments for base rows and those for the histories of a roll-up have the same names. */
#define FRAGMENTS lengthof(base_fragments)
StaticAssertDecl(lengthof(base_fragments) == lengthof(history_fragments),
				 "every fragment for base rows has a twin for histories");

/* Return a name as it stands inside a string literal. */
static char *
in_quotes(const char *name)
{
	StringInfoData out;

	initStringInfo(&out);
	for (; *name; name++)
		appendStringInfo(&out, *name == '\'' ? "\'\'" : "%c", *name);
	return out.data;
}

const char *
motcua_view_options(bool invoker)
{
	return invoker ? "security_invoker = true" : "security_invoker = false";
}

char *
motcua_expanded_template(const char *template, const char *schema, const ViewStyle *style)
{
	const char *quoted = quote_identifier(schema);
	const TemplateValue *fragments = style->rolled_up ? history_fragments : base_fragments;
	TemplateValue values[4 + FRAGMENTS] = {{"@schema@", quoted},
										   {"@schema_in_quotes@", in_quotes(quoted)},
										   {"@options@", motcua_view_options(style->invoker)},
										   {"@extra_columns@", style->extra_columns}};

	for (size_t at = 0; at < FRAGMENTS; at++)
		values[4 + at] =
			(TemplateValue){fragments[at].name, motcua_fill_schema(fragments[at].text, schema)};
	return motcua_fill_template(template, values, lengthof(values));
}

/* Comment the columns of all views. A name has the same comment in every view. */
static void
comment_columns(const char *schema)
{
	Oid types[] = {TEXTOID};
	Datum values[] = {CStringGetTextDatum(schema)};

	if (SPI_execute_with_args("SELECT motcua_internal.column_comments($1::name)", 1, types, values,
							  NULL, false, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not read the labels of columns");
	motcua_run_result();
}

void
motcua_build_views(const char *schema, const ViewStyle *style)
{
	int level = motcua_with_safe_search_path();

	for (size_t at = 0; at < lengthof(attachment_templates); at++)
		motcua_run(motcua_expanded_template(attachment_templates[at], schema, style));
	comment_columns(schema);
	AtEOXact_GUC(true, level);
}

static void
append_names(StringInfo command, const char *schema, const char *const names[], int count)
{
	for (int at = 0; at < count; at++)
		appendStringInfo(command, "%s %s.%s", at == 0 ? "" : ",", quote_identifier(schema),
						 quote_identifier(names[at]));
}

void
motcua_drop_views(const char *schema)
{
	StringInfoData command;
	int level = motcua_with_safe_search_path();

	/* An older release may have made fewer views; the user need not read which ones are missing. */
	(void) set_config_option("client_min_messages", "warning", PGC_USERSET, PGC_S_SESSION,
							 GUC_ACTION_SAVE, true, 0, false);
	initStringInfo(&command);
	appendStringInfoString(&command, "DROP FUNCTION IF EXISTS");
	append_names(&command, schema, attachment_functions, lengthof(attachment_functions));
	appendStringInfoString(&command, "; DROP VIEW IF EXISTS");
	append_names(&command, schema, attachment_views, lengthof(attachment_views));
	motcua_run(command.data);
	AtEOXact_GUC(true, level);
}

/*
 * Return the columns that the view dossier shows beyond the fixed ones, in the form of ViewStyle.
 */
static char *
extra_columns(Oid namespace)
{
	Oid source = get_relname_relid("source", namespace);
	StringInfoData list;

	initStringInfo(&list);
	for (AttrNumber at = MOTCUA_MAPPED_COLUMNS + 1; get_attname(source, at, true) != NULL; at++)
		appendStringInfo(&list, ",\n       d.%s", quote_identifier(get_attname(source, at, false)));
	return list.data;
}

static bool
has_invoker_rights(const char *schema)
{
	static const char query[] =
		"SELECT s.rights OPERATOR(pg_catalog.=) 'invoker' FROM @schema@.settings AS s";

	if (SPI_execute(motcua_fill_schema(query, schema), true, 1) != SPI_OK_SELECT ||
		SPI_processed != 1)
		elog(ERROR, "could not read the settings of \"%s\"", schema);
	return strcmp(SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1), "t") == 0;
}

ViewStyle
motcua_current_style(const char *schema)
{
	return (ViewStyle){.invoker = has_invoker_rights(schema),
					   .rolled_up = OidIsValid(motcua_rollup_of(schema)),
					   .extra_columns = extra_columns(motcua_attachment_schema(schema))};
}

/*
 * This file builds and drops the views and functions of an attachment, which the templates of
 * sql/attachment/ describe. attach, detach, reattach and their like call it, and so do the
 * functions that make and drop roll-ups.
 */
#include "postgres.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"

#include "attach/attachment.h"
#include "attach/attachment_data.h"
#include "attach/rollup/rollup.h"
#include "common/owner.h"
#include "common/spi_rows.h"

/* The fragments for base rows and those for the histories of a roll-up have the same names. */
#define FRAGMENTS lengthof(base_fragments)
StaticAssertDecl(lengthof(base_fragments) == lengthof(history_fragments),
				 "every fragment for base rows has a twin for histories");

/* The place of 20-unit.sql among the templates; it makes the view fact. */
#define TEMPLATE_OF_FACT 1

/* The placeholders that stand for parts of an attachment; those of fragments follow. */
#define PARTS 11

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

/*
 * Return the options of the views that read the attached relation. With the owner's rights, a
 * function of the reader must not see the rows that the argument excluded hides.
 */
static const char *
row_options(const Attachment *attachment)
{
	bool hides_rows = motcua_mapped_expression(attachment, MOTCUA_EXCLUDED) != NULL;

	return attachment->invoker || !hides_rows ? motcua_view_options(attachment->invoker)
											  : "security_invoker = false, security_barrier = true";
}

char *
motcua_expanded_template(const char *template, const Attachment *attachment, bool rolled_up)
{
	const char *quoted = quote_identifier(attachment->name);
	const TemplateValue *fragments = rolled_up ? history_fragments : base_fragments;
	TemplateValue values[PARTS + FRAGMENTS] = {
		{"@schema@", quoted},
		{"@schema_in_quotes@", in_quotes(quoted)},
		{"@options@", motcua_view_options(attachment->invoker)},
		{"@row_options@", row_options(attachment)},
		{"@columns@", motcua_source_columns(attachment, false)},
		{"@counted_columns@", motcua_source_columns(attachment, true)},
		{"@extra_columns@", motcua_extra_columns(attachment)},
		{"@included@", motcua_included_condition(attachment)},
		{"@relation@", motcua_qualified_name(attachment->relation)},
		{"@granularity@", quote_literal_cstr(attachment->granularity)},
		{"@alias@", quote_identifier(get_rel_name(attachment->relation))}};

	for (size_t at = 0; at < FRAGMENTS; at++)
		values[PARTS + at] = (TemplateValue){
			fragments[at].name, motcua_fill_template(fragments[at].text, values, PARTS)};
	return motcua_fill_template(template, values, lengthof(values));
}

/* Comment the columns of all views. A name has the same comment in every view. */
static void
comment_columns(const char *schema)
{
	Oid types[] = {TEXTOID};
	Datum values[] = {CStringGetTextDatum(schema)};
	Statement labels = {"SELECT motcua_internal.column_comments($1::name)", 1, types, values};
	Rows comments = motcua_select(&labels, false, types, 1);

	motcua_run_all(motcua_first_column(&comments));
}

void
motcua_build_views(const Attachment *attachment, bool rolled_up)
{
	for (size_t at = 0; at < lengthof(attachment_templates); at++)
	{
		motcua_run(motcua_expanded_template(attachment_templates[at], attachment, rolled_up));
		/* The views of a roll-up stand above the view fact and below the views of rates. */
		if (at == TEMPLATE_OF_FACT && rolled_up)
			motcua_build_rollup_views(attachment);
	}
	comment_columns(attachment->name);
}

static void
append_names(StringInfo command, const char *schema, const char *const names[], int count)
{
	for (int at = 0; at < count; at++)
		appendStringInfo(command, "%s %s.%s", at == 0 ? "" : ",", quote_identifier(schema),
						 quote_identifier(names[at]));
}

void
motcua_drop_views(const Attachment *attachment)
{
	StringInfoData command;
	int level = NewGUCNestLevel();

	/* An older release may have made fewer views; the user need not read which ones are missing. */
	(void) set_config_option("client_min_messages", "warning", PGC_USERSET, PGC_S_SESSION,
							 GUC_ACTION_SAVE, true, 0, false);
	initStringInfo(&command);
	appendStringInfoString(&command, "DROP FUNCTION IF EXISTS");
	append_names(&command, attachment->name, attachment_functions, lengthof(attachment_functions));
	appendStringInfoString(&command, "; DROP VIEW IF EXISTS");
	append_names(&command, attachment->name, attachment_views, lengthof(attachment_views));
	appendStringInfoString(&command, ",");
	append_names(&command, attachment->name, motcua_rollup_views, MOTCUA_ROLLUP_VIEWS);
	motcua_run(command.data);
	AtEOXact_GUC(true, level);
}

void
motcua_lock_views(const Attachment *attachment)
{
	for (size_t at = 0; at < lengthof(attachment_views); at++)
		(void) motcua_lock_by_name(attachment->schema, attachment_views[at], AccessExclusiveLock);
	for (int at = 0; at < MOTCUA_ROLLUP_VIEWS; at++)
		(void) motcua_lock_by_name(attachment->schema, motcua_rollup_views[at],
								   AccessExclusiveLock);
}

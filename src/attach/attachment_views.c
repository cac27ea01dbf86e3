/* Builds and drops what the templates of sql/attachment/ describe. */
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

void
motcua_run(const char *sql)
{
	int result = SPI_execute(sql, false, 0);

	if (result < 0)
		elog(ERROR, "SPI_execute failed: %s", SPI_result_code_string(result));
}

/* Copies a template, with @name@ replaced by its value. */
static char *
expanded(const char *template, const char *const names[], const char *const values[], int count)
{
	StringInfoData out;

	initStringInfo(&out);
	while (*template)
	{
		int at = 0;

		while (at < count &&
			   (*template != '@' || strncmp(template, names[at], strlen(names[at])) != 0))
			at++;
		if (at < count)
		{
			appendStringInfoString(&out, values[at]);
			template += strlen(names[at]);
		}
		else
			appendStringInfoChar(&out, *template ++);
	}
	return out.data;
}

/* A name inside a literal. */
static char *
in_quotes(const char *name)
{
	StringInfoData out;

	initStringInfo(&out);
	for (; *name; name++)
		appendStringInfo(&out, *name == '\'' ? "\'\'" : "%c", *name);
	return out.data;
}

/*
 * What the whole query shares, its period and settings, are uncorrelated subqueries: computed once, and no
 * obstacle to parallel workers as a join would be.
 */
#define GRANULARITY "(SELECT q.granularity FROM @schema@.settings AS q)"
#define PERIOD_SHOWN \
	"(SELECT pg_catalog.daterange(q.period_start, q.as_of, '[]') FROM @schema@.settings AS q)"
#define PERIOD_ASKED "(SELECT s.period FROM s)"
#define TALLY_OF_ROWS(period)                                   \
	"motcua.tally(d.received_at, d.due_at, d.ended_at, " period \
	", d.online, d.ended_as, " GRANULARITY ", d.paused_since)"
#define LEDGER_OF_ROWS                                                                      \
	"motcua.ledger(d.received_at, d.due_at, d.ended_at, d.online, d.ended_as, " GRANULARITY \
	", d.paused_since)"
#define TALLY_OF_HISTORIES(period) "motcua.merge(motcua.tally(d.history, " period "))"
#define LEDGER_OF_HISTORIES "motcua.merge(d.history)"

/* Fragments that take their schema, too: what goes in is not looked through again. */
static char *
over(const char *schema, bool rolled_up, const char *of_rows, const char *of_histories)
{
	const char *names[] = {"@schema@"};
	const char *values[] = {schema};

	return expanded(rolled_up ? of_histories : of_rows, names, values, 1);
}

char *
motcua_expanded_template(const char *template, const char *schema, const motcua_view_style *style)
{
	const char *quoted = quote_identifier(schema);
	bool rolled_up = style->rolled_up;
	const char *values_of[][2] = {
		{"@schema@", quoted},
		{"@schema_in_quotes@", in_quotes(quoted)},
		{"@options@", style->invoker ? "security_invoker = true" : "security_invoker = false"},
		{"@extra_columns@", style->extra_columns},
		{"@rows@", over(quoted, rolled_up, "@schema@.source", "@schema@.procedure_history")},
		{"@rows_by_unit@", over(quoted, rolled_up, "@schema@.source", "@schema@.unit_history")},
		{"@tally@",
		 over(quoted, rolled_up, TALLY_OF_ROWS(PERIOD_SHOWN), TALLY_OF_HISTORIES(PERIOD_SHOWN))},
		{"@tally_of_period@",
		 over(quoted, rolled_up, TALLY_OF_ROWS(PERIOD_ASKED), TALLY_OF_HISTORIES(PERIOD_ASKED))},
		{"@history@", over(quoted, rolled_up, LEDGER_OF_ROWS, LEDGER_OF_HISTORIES)},
		{"@ledger@", over(quoted, false, LEDGER_OF_ROWS, NULL)},
		{"@having@", rolled_up ? "HAVING pg_catalog.sum(d.dossiers) > 0" : ""}};
	const char *names[lengthof(values_of)], *values[lengthof(values_of)];

	for (size_t at = 0; at < lengthof(values_of); at++)
	{
		names[at] = values_of[at][0];
		values[at] = values_of[at][1];
	}
	return expanded(template, names, values, lengthof(values_of));
}

/* Comments of columns come from one dictionary, so that a name means the same in every view. */
static void
comment_columns(const char *schema)
{
	Oid types[] = {TEXTOID};
	Datum values[] = {CStringGetTextDatum(schema)};
	uint64 count;
	SPITupleTable *commands;

	if (SPI_execute_with_args(
			"SELECT pg_catalog.format('COMMENT ON COLUMN %I.%I.%I IS %L', n.nspname, c.relname, a.attname, l.label)"
			" FROM pg_catalog.pg_namespace AS n"
			" JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relkind = 'v'"
			" JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0"
			" JOIN motcua_internal.view_labels() AS l ON l.column_name = a.attname"
			" WHERE n.nspname = $1",
			1, types, values, NULL, false, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not read the labels of columns");
	commands = SPI_tuptable;
	count = SPI_processed;
	for (uint64 at = 0; at < count; at++)
		motcua_run(SPI_getvalue(commands->vals[at], commands->tupdesc, 1));
}

int
motcua_with_safe_search_path(void)
{
	int level = NewGUCNestLevel();

	(void) set_config_option("search_path", "pg_catalog, pg_temp", PGC_USERSET, PGC_S_SESSION,
							 GUC_ACTION_SAVE, true, 0, false);
	return level;
}

void
motcua_build_views(const char *schema, const motcua_view_style *style)
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

/*
 * Drop what the templates make. An attachment that an older release made may lack a part of it, which
 * is no news to its owner.
 */
void
motcua_drop_views(const char *schema)
{
	StringInfoData command;
	int level = motcua_with_safe_search_path();

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

/* The columns that dossier shows beyond the fixed ones, as attach wrote them. */
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
	if (SPI_execute(
			psprintf("SELECT s.rights OPERATOR(pg_catalog.=) 'invoker' FROM %s.settings AS s",
					 quote_identifier(schema)),
			true, 1) != SPI_OK_SELECT ||
		SPI_processed != 1)
		elog(ERROR, "could not read the settings of \"%s\"", schema);
	return strcmp(SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1), "t") == 0;
}

motcua_view_style
motcua_current_style(const char *schema)
{
	return (motcua_view_style){.invoker = has_invoker_rights(schema),
							   .rolled_up = OidIsValid(motcua_rollup_of(schema)),
							   .extra_columns = extra_columns(motcua_attachment_schema(schema))};
}

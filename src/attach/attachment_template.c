/*
 * This file fills the templates of sql/attachment/ and runs the statements that they become. The
 * files of attach/, attach/rollup/, integrity/ and opencps/ call it.
 */
#include "postgres.h"

#include "executor/spi.h"
#include "utils/builtins.h"
#include "utils/guc.h"

#include "attach/attachment.h"

void
motcua_run(const char *sql)
{
	int result = SPI_execute(sql, false, 0);

	if (result < 0)
		elog(ERROR, "SPI_execute failed: %s", SPI_result_code_string(result));
}

void
motcua_run_result(void)
{
	/* Each statement replaces SPI's current result. */
	SPITupleTable *statements = SPI_tuptable;
	uint64 count = SPI_processed;

	for (uint64 at = 0; at < count; at++)
		motcua_run(SPI_getvalue(statements->vals[at], statements->tupdesc, 1));
}

int
motcua_with_safe_search_path(void)
{
	int level = NewGUCNestLevel();

	(void) set_config_option("search_path", "pg_catalog, pg_temp", PGC_USERSET, PGC_S_SESSION,
							 GUC_ACTION_SAVE, true, 0, false);
	return level;
}

/* Return the value whose placeholder the text begins with, or NULL. */
static const TemplateValue *
placeholder_at(const char *text, const TemplateValue *values, int count)
{
	if (*text != '@')
		return NULL;
	for (int at = 0; at < count; at++)
		if (strncmp(text, values[at].name, strlen(values[at].name)) == 0)
			return &values[at];
	return NULL;
}

char *
motcua_fill_template(const char *template, const TemplateValue *values, int count)
{
	StringInfoData out;

	initStringInfo(&out);
	while (*template)
	{
		const TemplateValue *value = placeholder_at(template, values, count);

		if (value == NULL)
			appendStringInfoChar(&out, *template ++);
		else
		{
			appendStringInfoString(&out, value->text);
			template += strlen(value->name);
		}
	}
	return out.data;
}

char *
motcua_fill_schema(const char *template, const char *schema)
{
	TemplateValue value = {"@schema@", quote_identifier(schema)};

	return motcua_fill_template(template, &value, 1);
}

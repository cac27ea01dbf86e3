/*
 * This file fills the templates of sql/attachment/ and runs the statements that they become. The
 * files of attach/, attach/rollup/, integrity/ and opencps/ call it.
 */
#include "postgres.h"

#include "executor/spi.h"
#include "utils/builtins.h"

#include "attach/attachment.h"

void
motcua_run(const char *sql)
{
	int result = SPI_execute(sql, false, 0);

	if (result < 0)
		elog(ERROR, "SPI_execute failed: %s", SPI_result_code_string(result));
}

void
motcua_run_all(List *statements)
{
	ListCell *cell;

	foreach (cell, statements)
		motcua_run(lfirst(cell));
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

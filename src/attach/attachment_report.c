/*
 * This file holds report_06a, report_06a_dossiers and report_html for an attachment. They check
 * their arguments and then call the function of the same name in the attachment's schema.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/rangetypes.h"

#include "attach/attachment.h"
#include "common/options.h"
#include "common/spi_rows.h"

/* Raise 22023 because the value is none that the argument takes. */
static void
refuse_choice(const char *argument, const char *value, const char *hint)
{
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					errmsg("unknown %s \"%s\"", argument, value), errhint("%s", hint)));
}

/* Raise 22023 for an unknown grouping: group_by is the given argument, units the one after it. */
static void
check_grouping(FunctionCallInfo fcinfo, int group_by_argument)
{
	char *group_by = text_to_cstring(motcua_text_option(fcinfo, group_by_argument, "unit"));
	char *units = text_to_cstring(motcua_text_option(fcinfo, group_by_argument + 1, "recorded"));

	if (strcmp(group_by, "unit") != 0 && strcmp(group_by, "field") != 0 &&
		strcmp(group_by, "procedure") != 0 && strcmp(group_by, "unit,field") != 0)
		refuse_choice("group_by", group_by,
					  "Use \"unit\", \"field\", \"procedure\" or \"unit,field\".");
	if (strcmp(units, "recorded") != 0 && strcmp(units, "successor") != 0)
		refuse_choice("units", units, "Use \"recorded\" or \"successor\".");
}

/* An argument that goes on to a function of the attachment's schema. */
typedef struct PassedArgument
{
	Oid type;
	const char *otherwise; /* the text that stands for NULL, if there is one */
} PassedArgument;

/*
 * Return the rows of a function of the attachment's schema. It is called with `count` arguments:
 * those of this call except the first, which is the schema.
 */
static void
return_rows(FunctionCallInfo fcinfo, const char *call, int count, const PassedArgument *passed)
{
	Oid types[FUNC_MAX_ARGS];
	Datum values[FUNC_MAX_ARGS];
	char nulls[FUNC_MAX_ARGS];
	char *schema = NameStr(*PG_GETARG_NAME(0));
	Statement query = {psprintf("SELECT * FROM %s.%s", quote_identifier(schema), call), count,
					   types, values, nulls};
	Rows rows;

	(void) motcua_open_attachment(schema);
	for (int at = 0; at < count; at++)
	{
		types[at] = passed[at].type;
		values[at] = PG_GETARG_DATUM(at + 1);
		nulls[at] = PG_ARGISNULL(at + 1) ? 'n' : ' ';
		if (PG_ARGISNULL(at + 1) && passed[at].otherwise != NULL)
		{
			values[at] = CStringGetTextDatum(passed[at].otherwise);
			nulls[at] = ' ';
		}
	}
	SPI_connect();
	rows =
		motcua_select(&query, true, NULL, ((ReturnSetInfo *) fcinfo->resultinfo)->setDesc->natts);
	motcua_return_rows(&rows, fcinfo);
	SPI_finish();
}

PG_FUNCTION_INFO_V1(motcua_report_06a_of_attachment);
Datum
motcua_report_06a_of_attachment(PG_FUNCTION_ARGS)
{
	static const PassedArgument passed[] = {
		{DATERANGEOID, NULL}, {TEXTOID, "unit"}, {TEXTOID, "recorded"}};

	InitMaterializedSRF(fcinfo, 0);
	if (motcua_is_missing(fcinfo, 2))
		return (Datum) 0;
	check_grouping(fcinfo, 2);
	return_rows(fcinfo, "report_06a($1, $2, $3)", lengthof(passed), passed);
	return (Datum) 0;
}

PG_FUNCTION_INFO_V1(motcua_report_06a_dossiers);
Datum
motcua_report_06a_dossiers(PG_FUNCTION_ARGS)
{
	static const PassedArgument passed[] = {{DATERANGEOID, NULL},
											{INT4OID, NULL},
											{TEXTOID, NULL},
											{TEXTOID, "unit"},
											{TEXTOID, "recorded"}};

	InitMaterializedSRF(fcinfo, 0);
	if (motcua_is_missing(fcinfo, 3))
		return (Datum) 0;
	if (PG_GETARG_INT32(2) < 3 || PG_GETARG_INT32(2) > 13)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("form II.06a has no column %d", PG_GETARG_INT32(2)),
						errhint("Give a column from 3 to 13: those count dossiers.")));
	check_grouping(fcinfo, 4);
	return_rows(fcinfo, "report_06a_dossiers($1, $2, $3, $4, $5)", lengthof(passed), passed);
	return (Datum) 0;
}

PG_FUNCTION_INFO_V1(motcua_report_html);
Datum
motcua_report_html(PG_FUNCTION_ARGS)
{
	char *schema = NameStr(*PG_GETARG_NAME(0));
	MemoryContext caller = CurrentMemoryContext;
	static const Oid types[] = {DATERANGEOID};
	static const Oid result[] = {TEXTOID};
	Datum values[] = {PG_GETARG_DATUM(1)};
	Statement call = {psprintf("SELECT %s.report_html($1)", quote_identifier(schema)), 1, types,
					  values};
	Rows rows;
	Datum page;
	bool is_null;

	(void) motcua_open_attachment(schema);
	SPI_connect();
	rows = motcua_select(&call, true, result, 1);
	page = motcua_cell(&rows, 0, 0, &is_null);
	if (!is_null)
	{
		MemoryContextSwitchTo(caller);
		page = PointerGetDatum(PG_DETOAST_DATUM_COPY(page));
	}
	SPI_finish();
	if (is_null)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(page);
}

/*
 * This file holds the SQL functions freeze and verify_frozen. freeze stores a report as it was
 * published, with the dossiers behind it, and a hash over both and over the hash of the report
 * before. So nobody can change the dossiers or the stored report unseen. The tables of frozen
 * reports are in the attachment's schema and belong to the role that froze first. The statements
 * are in sql/attachment/freeze/.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/tuplestore.h"

#include "attach/attachment.h"
#include "integrity/freeze_data.h"

/* All statements share these parameters, $1 to $5. Those from NOW_FIGURES on are counted now. */
enum
{
	PERIOD,
	NOTE,
	NOW_FIGURES,
	NOW_CODES,
	NOW_COUNTED,
	PARAMETERS
};

/* A period of an attachment, with the values of all parameters. */
typedef struct FrozenPeriod
{
	const char *schema;
	Datum values[PARAMETERS];
	char nulls[PARAMETERS]; /* 'n' for NULL, else ' ' */
} FrozenPeriod;

/* Run a statement with the parameters of a period. Return the number of its rows. */
static uint64
run(FrozenPeriod *period, const char *template)
{
	Oid types[PARAMETERS] = {DATERANGEOID, TEXTOID, JSONBOID, TEXTARRAYOID, TEXTARRAYOID};

	if (SPI_execute_with_args(motcua_fill_schema(template, period->schema), PARAMETERS, types,
							  period->values, period->nulls, false, 0) < 0)
		elog(ERROR, "could not freeze or compare");
	return SPI_processed;
}

/* Return the period that the caller names; no other parameter is set. */
static FrozenPeriod
period_of(FunctionCallInfo fcinfo, const char *schema)
{
	FrozenPeriod period = {
		.schema = schema, .values = {PG_GETARG_DATUM(1)}, .nulls = {' ', 'n', 'n', 'n', 'n'}};

	return period;
}

/* Set the parameters that are counted now. */
static void
count_now(FrozenPeriod *period)
{
	(void) run(period, freeze_count);
	for (int at = NOW_FIGURES; at < PARAMETERS; at++)
	{
		bool is_null;

		period->values[at] = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc,
										   at - NOW_FIGURES + 1, &is_null);
		period->nulls[at] = is_null ? 'n' : ' ';
	}
}

/*
 * Set DateStyle to ISO, so that days have the same text and a hash has the same value in every
 * session. Return the level that the caller gives to AtEOXact_GUC(true, level).
 */
static int
with_iso_days(void)
{
	int level = NewGUCNestLevel();

	(void) set_config_option("datestyle", "ISO, YMD", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE,
							 true, 0, false);
	return level;
}

static char *
period_text(const FrozenPeriod *period)
{
	return OidOutputFunctionCall(F_RANGE_OUT, period->values[PERIOD]);
}

/* Raise 22023 if the period is not over by the day shown: its figures would still change. */
static void
check_is_over(FrozenPeriod *period)
{
	if (run(period, freeze_is_over) == 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("period \"%s\" does not end by the day that attachment \"%s\" shows",
							   period_text(period), period->schema),
						errhint("Freeze a bounded period that is over: see as_of in %s.settings.",
								quote_identifier(period->schema))));
}

/* Raise 42704 if the period was not frozen. */
static void
check_was_frozen(FrozenPeriod *period)
{
	if (run(period, freeze_find) == 0)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("period \"%s\" was not frozen in attachment \"%s\"", period_text(period),
						period->schema),
				 errhint("List the frozen periods with: SELECT period FROM %s.frozen_report;",
						 quote_identifier(period->schema))));
}

/* Raise 42710 if the period was frozen before: a published report stays as it is. */
static void
check_is_new(FrozenPeriod *period)
{
	if (run(period, freeze_find) > 0)
		ereport(
			ERROR,
			(errcode(ERRCODE_DUPLICATE_OBJECT),
			 errmsg("period \"%s\" is frozen already in attachment \"%s\"", period_text(period),
					period->schema),
			 errhint("SELECT * FROM motcua.verify_frozen(%s, %s) shows what differs from it now.",
					 quote_literal_cstr(period->schema), quote_literal_cstr(period_text(period)))));
}

/* Make the tables if they do not exist, and wait until no other session freezes in the schema. */
static void
open_tables(const char *schema)
{
	int level = motcua_with_safe_search_path();

	if (!motcua_has_frozen(schema))
		motcua_run(motcua_fill_schema(freeze_create, schema));
	motcua_run(motcua_fill_schema("LOCK TABLE @schema@.frozen_report IN EXCLUSIVE MODE", schema));
	AtEOXact_GUC(true, level);
}

/* Return a string as a text that outlives the SPI connection. */
static text *
text_of_result(const char *string)
{
	text *result = SPI_palloc(VARHDRSZ + strlen(string));

	SET_VARSIZE(result, VARHDRSZ + strlen(string));
	memcpy(VARDATA(result), string, strlen(string));
	return result;
}

PG_FUNCTION_INFO_V1(motcua_freeze);
Datum
motcua_freeze(PG_FUNCTION_ARGS)
{
	FrozenPeriod period;
	char *schema;
	text *hash;
	int level;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	schema = NameStr(*PG_GETARG_NAME(0));
	(void) motcua_attachment_schema(schema);
	SPI_connect();
	level = with_iso_days();
	period = period_of(fcinfo, schema);
	if (!PG_ARGISNULL(2))
	{
		period.values[NOTE] = PG_GETARG_DATUM(2);
		period.nulls[NOTE] = ' ';
	}
	check_is_over(&period);
	open_tables(schema);
	/* Functions of the mapping may need the caller's search_path, so counting comes first. */
	count_now(&period);
	(void) motcua_with_safe_search_path();
	check_is_new(&period);
	(void) run(&period, freeze_insert_report);
	(void) run(&period, freeze_insert_dossiers);
	(void) run(&period, freeze_seal);
	hash = text_of_result(SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1));
	AtEOXact_GUC(true, level);
	SPI_finish();
	PG_RETURN_TEXT_P(hash);
}

PG_FUNCTION_INFO_V1(motcua_verify_frozen);
Datum
motcua_verify_frozen(PG_FUNCTION_ARGS)
{
	char *schema = NameStr(*PG_GETARG_NAME(0));
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	FrozenPeriod period = period_of(fcinfo, schema);
	int level;

	(void) motcua_attachment_schema(schema);
	if (!motcua_has_frozen(schema))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_OBJECT),
						errmsg("attachment \"%s\" has no frozen figures", schema),
						errhint("Freeze a period with motcua.freeze(schema, period).")));
	InitMaterializedSRF(fcinfo, 0);
	SPI_connect();
	level = with_iso_days();
	count_now(&period);
	(void) motcua_with_safe_search_path();
	check_was_frozen(&period);
	(void) run(&period, freeze_verify);
	for (uint64 at = 0; at < SPI_processed; at++)
		tuplestore_puttuple(result->setResult, SPI_tuptable->vals[at]);
	AtEOXact_GUC(true, level);
	SPI_finish();
	PG_RETURN_NULL();
}

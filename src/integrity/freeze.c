/*
 * This file holds the SQL functions freeze and verify_frozen. freeze stores a report as it was
 * published, with the dossiers behind it, and a hash over both and over the hash of the report
 * before. So nobody can change the dossiers or the stored report unseen. The tables of frozen
 * reports are in the attachment's schema and belong to its owner. The statements are in
 * sql/attachment/freeze/.
 */
#include "postgres.h"

#include "access/relation.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "tcop/utility.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"

#include "attach/attachment.h"
#include "common/owner.h"
#include "common/spi_rows.h"
#include "integrity/freeze_data.h"

/* All statements share these parameters, $1 to $6. Those from NOW_FIGURES to
 * NOW_COUNTED are counted now. */
enum
{
	PERIOD,
	NOTE,
	NOW_FIGURES,
	NOW_CODES,
	NOW_COUNTED,
	FROZEN_BY,
	PARAMETERS
};

/* A period of an attachment, with the values of all parameters. */
typedef struct FrozenPeriod
{
	Attachment attachment;
	Datum values[PARAMETERS];
	char nulls[PARAMETERS]; /* 'n' for NULL, else ' ' */
} FrozenPeriod;

static const Oid parameter_types[PARAMETERS] = {DATERANGEOID, TEXTOID,      JSONBOID,
												TEXTARRAYOID, TEXTARRAYOID, TEXTOID};

/* Return a statement with the parameters of a period. */
static Statement
statement_of(const FrozenPeriod *period, const char *template)
{
	return (Statement){motcua_fill_schema(template, period->attachment.name), PARAMETERS,
					   parameter_types, period->values, period->nulls};
}

/* Run a statement that gives no rows. */
static void
run(const FrozenPeriod *period, const char *template)
{
	Statement statement = statement_of(period, template);

	if (SPI_execute_with_args(statement.sql, statement.count, (Oid *) statement.types,
							  (Datum *) statement.values, statement.nulls, false, 0) < 0)
		elog(ERROR, "could not freeze: %s", statement.sql);
}

/* Return the rows of a query whose columns have the given types. */
static Rows
query(const FrozenPeriod *period, const char *template, const Oid *types, int columns)
{
	Statement statement = statement_of(period, template);

	return motcua_select(&statement, false, types, columns);
}

/* Return the period that the caller names; no other parameter is set. */
static FrozenPeriod
period_of(FunctionCallInfo fcinfo, const Attachment *attachment)
{
	FrozenPeriod period = {.attachment = *attachment,
						   .values = {PG_GETARG_DATUM(1)},
						   .nulls = {' ', 'n', 'n', 'n', 'n', 'n'}};

	return period;
}

/* Set the parameters that are counted now. */
static void
count_now(FrozenPeriod *period)
{
	Rows counted =
		query(period, freeze_count, parameter_types + NOW_FIGURES, NOW_COUNTED - NOW_FIGURES + 1);

	for (int at = NOW_FIGURES; at <= NOW_COUNTED; at++)
	{
		bool is_null;

		period->values[at] = motcua_cell(&counted, 0, at - NOW_FIGURES, &is_null);
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
	if (query(period, freeze_is_over, NULL, 0).count == 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("period \"%s\" does not end by the day that attachment \"%s\" shows",
							   period_text(period), period->attachment.name),
						errhint("Freeze a bounded period that is over: see as_of in %s.settings.",
								quote_identifier(period->attachment.name))));
}

/* Raise 42704 if the period was not frozen. */
static void
check_was_frozen(FrozenPeriod *period)
{
	if (query(period, freeze_find, NULL, 0).count == 0)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("period \"%s\" was not frozen in attachment \"%s\"", period_text(period),
						period->attachment.name),
				 errhint("List the frozen periods with: SELECT period FROM %s.frozen_report;",
						 quote_identifier(period->attachment.name))));
}

/* Raise 42710 if the period was frozen before: a published report stays as it is. */
static void
check_is_new(FrozenPeriod *period)
{
	if (query(period, freeze_find, NULL, 0).count > 0)
		ereport(
			ERROR,
			(errcode(ERRCODE_DUPLICATE_OBJECT),
			 errmsg("period \"%s\" is frozen already in attachment \"%s\"", period_text(period),
					period->attachment.name),
			 errhint("SELECT * FROM motcua.verify_frozen(%s, %s) shows what differs from it now.",
					 quote_literal_cstr(period->attachment.name),
					 quote_literal_cstr(period_text(period)))));
}

/* ---- the tables, as sql/attachment/freeze/create.sql makes them ---- */

static const ColumnShape report_columns[] = {
	{"place", INT4OID},     {"period", DATERANGEOID}, {"frozen_at", TIMESTAMPTZOID},
	{"frozen_by", TEXTOID}, {"note", TEXTOID},        {"figures", JSONBOID},
	{"previous", BYTEAOID}, {"hash", BYTEAOID}};
static const ColumnShape dossier_columns[] = {
	{"period", DATERANGEOID}, {"code", TEXTOID}, {"counted", TEXTOID}};
static const RelationShape report_shape = {
	.name = "frozen_report", .kind = RELKIND_RELATION, MOTCUA_COLUMNS(report_columns)};
static const RelationShape dossier_shape = {
	.name = "frozen_dossier", .kind = RELKIND_RELATION, MOTCUA_COLUMNS(dossier_columns)};

/* Lock both tables. Raise 55000 if they are not as freeze made them. */
static void
lock_tables(const Attachment *attachment, LOCKMODE lock)
{
	relation_close(motcua_open_relation(attachment->schema, attachment->owner, &report_shape, lock),
				   NoLock);
	relation_close(
		motcua_open_relation(attachment->schema, attachment->owner, &dossier_shape, lock), NoLock);
}

/* Make the tables if they do not exist, and wait until no other session freezes in the schema. */
static void
open_tables(const Attachment *attachment)
{
	if (!motcua_has_frozen(attachment->schema))
		motcua_run(motcua_fill_schema(freeze_create, attachment->name));
	lock_tables(attachment, ExclusiveLock);
}

/* ---- SQL functions ---- */

/* Add the report and its dossiers. Return the hash, a text of the SPI connection. */
static Datum
store(FrozenPeriod *period)
{
	static const Oid hash_type[] = {TEXTOID};
	Rows sealed;
	bool is_null;

	run(period, freeze_insert_report);
	run(period, freeze_insert_dossiers);
	sealed = query(period, freeze_seal, hash_type, 1);
	return motcua_cell(&sealed, 0, 0, &is_null);
}

PG_FUNCTION_INFO_V1(motcua_freeze);
Datum
motcua_freeze(PG_FUNCTION_ARGS)
{
	MemoryContext caller = CurrentMemoryContext;
	Attachment attachment;
	FrozenPeriod period;
	SavedUser before;
	Datum hash;
	int level;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	PreventCommandIfReadOnly("freeze()");
	attachment = motcua_open_own_attachment(NameStr(*PG_GETARG_NAME(0)));
	period = period_of(fcinfo, &attachment);
	period.values[FROZEN_BY] = CStringGetTextDatum(GetUserNameFromId(GetUserId(), false));
	period.nulls[FROZEN_BY] = ' ';
	if (!PG_ARGISNULL(2))
	{
		period.values[NOTE] = PG_GETARG_DATUM(2);
		period.nulls[NOTE] = ' ';
	}
	before = motcua_become(attachment.owner);
	SPI_connect();
	level = with_iso_days();
	check_is_over(&period);
	open_tables(&attachment);
	count_now(&period);
	check_is_new(&period);
	hash = store(&period);
	MemoryContextSwitchTo(caller);
	hash = PointerGetDatum(PG_DETOAST_DATUM_COPY(hash));
	AtEOXact_GUC(true, level);
	SPI_finish();
	motcua_restore_user(before);
	PG_RETURN_DATUM(hash);
}

PG_FUNCTION_INFO_V1(motcua_verify_frozen);
Datum
motcua_verify_frozen(PG_FUNCTION_ARGS)
{
	Attachment attachment = motcua_open_own_attachment(NameStr(*PG_GETARG_NAME(0)));
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	FrozenPeriod period = period_of(fcinfo, &attachment);
	SavedUser before;
	Rows changes;
	int level;

	if (!motcua_has_frozen(attachment.schema))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_OBJECT),
						errmsg("attachment \"%s\" has no frozen figures", attachment.name),
						errhint("Freeze a period with motcua.freeze(schema, period).")));
	InitMaterializedSRF(fcinfo, 0);
	before = motcua_become(attachment.owner);
	SPI_connect();
	level = with_iso_days();
	lock_tables(&attachment, AccessShareLock);
	count_now(&period);
	check_was_frozen(&period);
	changes = query(&period, freeze_verify, NULL, result->setDesc->natts);
	motcua_return_rows(&changes, fcinfo);
	AtEOXact_GUC(true, level);
	SPI_finish();
	motcua_restore_user(before);
	PG_RETURN_NULL();
}

/*
 * This file holds the SQL functions compact_rollup and verify_rollup, which work on a roll-up
 * while others write to the base table. The trigger uses the lock that compactions take.
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/tuplestore.h"

#include "attach/attachment.h"
#include "attach/rollup/rollup.h"
#include "attach/rollup/rollup_data.h"
#include "common/owner.h"

void
motcua_lock_for_compaction(const char *schema)
{
	motcua_run(motcua_fill_schema(rollup_lock, schema));
}

/* ---- compact_rollup ---- */

/* Compact one roll-up as its owner. Return the number of rows of rollup_delta that were merged. */
static int64
compact(const char *schema)
{
	SavedUser caller = motcua_act_as_owner(motcua_rollup_of(schema), SECURITY_RESTRICTED_OPERATION);
	int level = motcua_with_safe_search_path();
	int64 merged;
	bool null;

	motcua_lock_for_compaction(schema);
	if (SPI_execute(motcua_fill_schema(rollup_compact, schema), false, 0) != SPI_OK_SELECT ||
		SPI_processed != 1)
		elog(ERROR, "could not compact the roll-up of \"%s\"", schema);
	merged = DatumGetInt64(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &null));
	motcua_run(motcua_fill_schema(rollup_prune, schema));
	AtEOXact_GUC(true, level);
	motcua_restore_user(caller);
	return merged;
}

/*
 * Return the schemas whose roll-up the caller owns, a list of strings. Their order is fixed, so
 * that two sessions never wait for each other in a ring.
 */
static List *
own_rollups(void)
{
	List *schemas = NIL;

	if (SPI_execute("SELECT motcua_internal.own_rollups()", true, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not read motcua.rollups");
	for (uint64 at = 0; at < SPI_processed; at++)
		schemas = lappend(schemas, SPI_getvalue(SPI_tuptable->vals[at], SPI_tuptable->tupdesc, 1));
	return schemas;
}

/*
 * Return a list of one schema. Raise 42704 if it has no roll-up, 42501 if the caller does not own
 * it.
 */
static List *
rollup_named(const char *schema)
{
	motcua_check_owns(motcua_existing_rollup(schema), "attachment", schema);
	return list_make1(pstrdup(schema));
}

PG_FUNCTION_INFO_V1(motcua_compact_rollup);
Datum
motcua_compact_rollup(PG_FUNCTION_ARGS)
{
	int64 merged = 0;
	List *schemas;
	ListCell *cell;

	SPI_connect();
	schemas = PG_NARGS() == 0 ? own_rollups() : rollup_named(NameStr(*PG_GETARG_NAME(0)));
	foreach (cell, schemas)
		merged += compact(lfirst(cell));
	SPI_finish();
	PG_RETURN_INT64(merged);
}

/* ---- verify_rollup ---- */

/* The comparison runs in one snapshot, with the caller's rights. */
PG_FUNCTION_INFO_V1(motcua_verify_rollup);
Datum
motcua_verify_rollup(PG_FUNCTION_ARGS)
{
	char *schema = NameStr(*PG_GETARG_NAME(0));
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	ViewStyle base_rows = {.extra_columns = ""};
	const char *stale;
	char *query;
	int level;

	stale = motcua_stale_reason(motcua_existing_rollup(schema));
	InitMaterializedSRF(fcinfo, 0);
	if (stale != NULL)
		ereport(NOTICE, (errmsg("the roll-up of \"%s\" is stale, its views count base rows: %s",
								schema, stale),
						 errhint("Make it anew with SELECT motcua.rebuild_rollup(%s).",
								 quote_literal_cstr(schema))));
	SPI_connect();
	level = motcua_with_safe_search_path();
	query = motcua_expanded_template(rollup_verify, schema, &base_rows);
	if (SPI_execute(query, true, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not compare the roll-up of \"%s\"", schema);
	for (uint64 at = 0; at < SPI_processed; at++)
		tuplestore_puttuple(result->setResult, SPI_tuptable->vals[at]);
	AtEOXact_GUC(true, level);
	SPI_finish();
	PG_RETURN_NULL();
}

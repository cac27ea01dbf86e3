/*
 * This file holds the SQL functions compact_rollup and verify_rollup, which work on a roll-up
 * while others write to the base table. The trigger uses the lock that compactions take.
 */
#include "postgres.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "tcop/utility.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/resowner.h"

#include "attach/attachment.h"
#include "attach/rollup/rollup.h"
#include "attach/rollup/rollup_data.h"
#include "common/owner.h"
#include "common/spi_rows.h"

void
motcua_lock_for_compaction(const Attachment *attachment)
{
	motcua_run(motcua_fill_schema(rollup_lock, attachment->name));
}

/* ---- compact_rollup ---- */

/*
 * Compact the roll-up of a schema as its owner. `lock` is the statement that locks it. Return the
 * number of rows of rollup_delta that were merged.
 */
static int64
compact(const char *schema, const char *lock)
{
	static const Oid types[] = {INT8OID};
	Attachment attachment = motcua_open_own_attachment(schema);
	Statement compaction = {motcua_fill_schema(rollup_compact, schema)};
	SavedUser caller;
	Rows rows;
	int64 merged;
	bool null;

	motcua_check_has_rollup(&attachment);
	caller = motcua_become(attachment.owner);
	motcua_run(motcua_fill_schema(lock, schema));
	rows = motcua_select(&compaction, false, types, 1);
	merged = DatumGetInt64(motcua_cell(&rows, 0, 0, &null));
	motcua_run(motcua_fill_schema(rollup_prune, schema));
	motcua_restore_user(caller);
	return merged;
}

/* True if an error concerns one roll-up only, so that the others can be compacted. */
static bool
concerns_one_rollup(const ErrorData *error)
{
	return error->sqlerrcode != ERRCODE_QUERY_CANCELED &&
		   ERRCODE_TO_CATEGORY(error->sqlerrcode) !=
			   ERRCODE_TO_CATEGORY(ERRCODE_OPERATOR_INTERVENTION) &&
		   ERRCODE_TO_CATEGORY(error->sqlerrcode) !=
			   ERRCODE_TO_CATEGORY(ERRCODE_INSUFFICIENT_RESOURCES);
}

/*
 * Compact a roll-up in a subtransaction, and only warn if that fails: a roll-up that is broken or
 * locked must not stop the others.
 */
static int64
compact_if_possible(const char *schema)
{
	MemoryContext context = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;
	volatile int64 merged = 0;

	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(context);
	PG_TRY();
	{
		merged = compact(schema, rollup_lock_nowait);
		ReleaseCurrentSubTransaction();
	}
	PG_CATCH();
	{
		ErrorData *error;

		MemoryContextSwitchTo(context);
		error = CopyErrorData();
		if (!concerns_one_rollup(error))
			PG_RE_THROW();
		FlushErrorState();
		RollbackAndReleaseCurrentSubTransaction();
		ereport(WARNING,
				(errcode(error->sqlerrcode),
				 errmsg("could not compact the roll-up of \"%s\": %s", schema, error->message)));
	}
	PG_END_TRY();
	MemoryContextSwitchTo(context);
	CurrentResourceOwner = owner;
	return merged;
}

/*
 * Return the schemas whose roll-up the caller owns, a list of strings. Their order is fixed, so
 * that two sessions never wait for each other in a ring.
 */
static List *
own_rollups(void)
{
	static const Oid types[] = {TEXTOID};
	Statement query = {"SELECT motcua_internal.own_rollups()"};
	Rows schemas = motcua_select(&query, true, types, 1);

	return motcua_first_column(&schemas);
}

PG_FUNCTION_INFO_V1(motcua_compact_rollup);
Datum
motcua_compact_rollup(PG_FUNCTION_ARGS)
{
	int64 merged = 0;
	ListCell *cell;

	PreventCommandIfReadOnly("compact_rollup()");
	SPI_connect();
	if (PG_NARGS() == 1)
		merged = compact(NameStr(*PG_GETARG_NAME(0)), rollup_lock);
	else
		foreach (cell, own_rollups())
			merged += compact_if_possible(lfirst(cell));
	SPI_finish();
	PG_RETURN_INT64(merged);
}

/* ---- verify_rollup ---- */

/* The comparison runs in one snapshot, as the owner of the attachment. */
PG_FUNCTION_INFO_V1(motcua_verify_rollup);
Datum
motcua_verify_rollup(PG_FUNCTION_ARGS)
{
	Attachment attachment = motcua_open_own_attachment(NameStr(*PG_GETARG_NAME(0)));
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	const char *stale;
	Statement query = {NULL};
	Rows rows;
	SavedUser caller;

	motcua_check_has_rollup(&attachment);
	stale = motcua_stale_reason(&attachment);
	InitMaterializedSRF(fcinfo, 0);
	if (stale != NULL)
		ereport(NOTICE, (errmsg("the roll-up of \"%s\" is stale, its views count base rows: %s",
								attachment.name, stale),
						 errhint("Make it anew with SELECT motcua.rebuild_rollup(%s).",
								 quote_literal_cstr(attachment.name))));
	caller = motcua_become(attachment.owner);
	SPI_connect();
	query.sql = motcua_expanded_template(rollup_verify, &attachment, false);
	rows = motcua_select(&query, true, NULL, result->setDesc->natts);
	motcua_return_rows(&rows, fcinfo);
	SPI_finish();
	motcua_restore_user(caller);
	PG_RETURN_NULL();
}

/*
 * This file appends rows to the tables of a roll-up. The trigger calls it through rollup_groups.c,
 * and rollup_registry.c calls it to mark a roll-up as stale.
 */
#include "postgres.h"

#include "access/table.h"
#include "executor/executor.h"
#include "executor/tuptable.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "attach/rollup/rollup.h"
#include "common/owner.h"

struct RollupAppender
{
	Relation table;
	EState *executor;
	ResultRelInfo *target;
	TupleTableSlot *slot;
	SavedUser writer; /* who runs the statement */
};

RollupAppender *
motcua_open_appender(Oid table)
{
	RollupAppender *appender = palloc(sizeof(RollupAppender));

	appender->table = table_open(table, RowExclusiveLock);
	appender->writer = motcua_act_as_owner(table, SECURITY_NOFORCE_RLS);
	appender->executor = CreateExecutorState();
	appender->target = makeNode(ResultRelInfo);
	InitResultRelInfo(appender->target, appender->table, 1, NULL, 0);
	ExecOpenIndices(appender->target, false);
	appender->slot = MakeSingleTupleTableSlot(RelationGetDescr(appender->table), &TTSOpsVirtual);
	return appender;
}

void
motcua_append(RollupAppender *appender, const Datum *values, const bool *nulls)
{
	int columns = RelationGetDescr(appender->table)->natts;

	ExecClearTuple(appender->slot);
	memcpy(appender->slot->tts_values, values, columns * sizeof(Datum));
	memcpy(appender->slot->tts_isnull, nulls, columns * sizeof(bool));
	ExecStoreVirtualTuple(appender->slot);
	/*
	 * The table may have indexes and constraints that its owner added; this function serves them.
	 */
	ExecSimpleRelationInsert(appender->target, appender->executor, appender->slot);
	ResetPerTupleExprContext(appender->executor);
}

void
motcua_close_appender(RollupAppender *appender)
{
	ExecCloseIndices(appender->target);
	ExecDropSingleTupleTableSlot(appender->slot);
	FreeExecutorState(appender->executor);
	table_close(appender->table, NoLock);
	motcua_restore_user(appender->writer);
	pfree(appender);
}

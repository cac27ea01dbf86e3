/* Appending to the tables of a roll-up. */
#include "postgres.h"

#include "access/table.h"
#include "executor/executor.h"
#include "executor/tuptable.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "attach/rollup/rollup.h"
#include "common/owner.h"

struct motcua_appender
{
	Relation table;
	EState *executor;
	ResultRelInfo *target;
	TupleTableSlot *slot;
	SavedUser writer;
};

motcua_appender *
motcua_open_appender(Oid table)
{
	motcua_appender *appender = palloc(sizeof(motcua_appender));

	appender->table = table_open(table, RowExclusiveLock);
	appender->writer = motcua_act_as_owner(table, SECURITY_NOFORCE_RLS);
	appender->executor = CreateExecutorState();
	appender->target = makeNode(ResultRelInfo);
	InitResultRelInfo(appender->target, appender->table, 1, NULL, 0);
	ExecOpenIndices(appender->target, false);
	appender->slot = MakeSingleTupleTableSlot(RelationGetDescr(appender->table), &TTSOpsVirtual);
	return appender;
}

/* As the apply worker of logical replication inserts: indexes and constraints that somebody gave the table are kept. */
void
motcua_append(motcua_appender *appender, const Datum *values, const bool *nulls)
{
	int columns = RelationGetDescr(appender->table)->natts;

	ExecClearTuple(appender->slot);
	memcpy(appender->slot->tts_values, values, columns * sizeof(Datum));
	memcpy(appender->slot->tts_isnull, nulls, columns * sizeof(bool));
	ExecStoreVirtualTuple(appender->slot);
	ExecSimpleRelationInsert(appender->target, appender->executor, appender->slot);
	ResetPerTupleExprContext(appender->executor);
}

void
motcua_close_appender(motcua_appender *appender)
{
	ExecCloseIndices(appender->target);
	ExecDropSingleTupleTableSlot(appender->slot);
	FreeExecutorState(appender->executor);
	table_close(appender->table, NoLock);
	motcua_restore_user(appender->writer);
	pfree(appender);
}

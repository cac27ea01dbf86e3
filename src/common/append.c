/*
 * This file appends rows to tables that belong to somebody else. Roll-ups and the log of changes
 * call it.
 */
#include "postgres.h"

#include "access/xact.h"
#include "executor/executor.h"
#include "executor/tuptable.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "common/append.h"
#include "common/compat.h"
#include "common/owner.h"

struct Appender
{
	Relation table;
	EState *executor;
	ResultRelInfo *target;
	TupleTableSlot *slot;
	SavedUser writer; /* who runs the statement */
};

/* True if inserting into a table may execute expressions or functions of its owner. */
static bool
has_code(Relation table)
{
	return table->rd_rel->relhasindex || table->trigdesc != NULL ||
		   RelationGetDescr(table)->constr != NULL;
}

/*
 * Return an executor for insertions into a table. Its range table names the table, because errors
 * of constraints and triggers look for the table there.
 */
static EState *
executor_for(Relation table)
{
	EState *executor = CreateExecutorState();
	RangeTblEntry *entry = makeNode(RangeTblEntry);

	entry->rtekind = RTE_RELATION;
	entry->relid = RelationGetRelid(table);
	entry->relkind = table->rd_rel->relkind;
	entry->rellockmode = RowExclusiveLock;
	motcua_init_range_table(executor, entry);
	executor->es_output_cid = GetCurrentCommandId(true);
	return executor;
}

Appender *
motcua_open_appender(Relation table)
{
	Appender *appender = palloc(sizeof(Appender));

	appender->table = table;
	appender->writer = motcua_become_writer(table->rd_rel->relowner, has_code(table));
	appender->executor = executor_for(table);
	appender->target = makeNode(ResultRelInfo);
	InitResultRelInfo(appender->target, appender->table, 1, NULL, 0);
	ExecOpenIndices(appender->target, false);
	appender->slot = MakeSingleTupleTableSlot(RelationGetDescr(appender->table), &TTSOpsVirtual);
	return appender;
}

void
motcua_append(Appender *appender, const Datum *values, const bool *nulls)
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
motcua_close_appender(Appender *appender)
{
	ExecCloseIndices(appender->target);
	ExecDropSingleTupleTableSlot(appender->slot);
	FreeExecutorState(appender->executor);
	motcua_restore_user(appender->writer);
	pfree(appender);
}

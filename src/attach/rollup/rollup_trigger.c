/*
 * This file holds the trigger function of roll-ups. PostgreSQL calls it once for each statement
 * that changes the base table or one of its partitions. It evaluates the mapping with the rights of
 * the writer, as any trigger would. It appends the changes as the owner of the roll-up, as the
 * checks of foreign keys act as the owner of the table. It never refuses a row: if a row cannot be
 * counted, the roll-up becomes stale.
 */
#include "postgres.h"

#include "access/relation.h"
#include "access/table.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/executor.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "storage/bufmgr.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/timestamp.h"
#include "utils/syscache.h"
#include "utils/tuplestore.h"

#include "attach/attachment.h"
#include "attach/rollup/rollup.h"
#include "attach/rollup/rollup_data.h"
#include "attach/rollup/rollup_groups.h"
#include "common/owner.h"
#include "kpi/dossier_facts.h"

/* A statement that changes this many groups appends them and goes on, which bounds its memory. */
#define MAX_GROUPS 20000

/* What this session remembers about a roll-up and one relation that feeds it. */
typedef struct FedRollup
{
	Attachment attachment;
	const char *misfit; /* why the mapping cannot be evaluated on the relation, or NULL */
	RollupMapping mapping;
	Datum granularity; /* text */
	Oid delta; /* the table rollup_delta, compared with its shape; InvalidOid if it was not */
	uint64 delta_generation; /* of the catalogs at that comparison */
} FedRollup;

/* The roll-ups that a relation feeds. */
typedef struct FedEntry
{
	Oid relation; /* hash key */
	uint64 generation; /* of the catalogs when the entry was read; 0 if it was not read */
	MemoryContext context; /* of the list */
	List *rollups; /* of FedRollup */
} FedEntry;

static HTAB *fed_entries; /* lives as long as the session */

/*
 * This counter rises whenever any relation changes. A mapping depends on several relations, and
 * such changes are too rare to find out which entries they concern.
 */
static uint64 catalog_generation = 1;

/* ---- the roll-ups that a relation feeds ---- */

static void
count_invalidation(Datum argument, Oid relation)
{
	catalog_generation++;
}

static void
make_entries(void)
{
	HASHCTL control = {.keysize = sizeof(Oid), .entrysize = sizeof(FedEntry)};

	if (fed_entries != NULL)
		return;
	fed_entries = hash_create("motcua roll-ups by relation", 16, &control, HASH_ELEM | HASH_BLOBS);
	CacheRegisterRelcacheCallback(count_invalidation, (Datum) 0);
}

/* Read what is known about a roll-up and a relation that feeds it, in the current memory context. */
static FedRollup *
read_rollup(Oid schema, Oid relation)
{
	FedRollup *known = palloc0(sizeof(FedRollup));
	bool is_marked;

	if (motcua_read_attachment(schema, &known->attachment, &is_marked) != NULL)
		return NULL;
	known->misfit = motcua_rollup_mapping_of(&known->attachment, relation, &known->mapping);
	known->granularity = CStringGetTextDatum(known->attachment.granularity);
	return known;
}

/* Read the roll-ups that a relation feeds into a context that the session keeps. */
static List *
read_rollups(Oid relation, MemoryContext context)
{
	MemoryContext caller = MemoryContextSwitchTo(context);
	List *rollups = NIL;
	ListCell *cell;

	foreach (cell, motcua_schemas_fed_by(relation))
	{
		FedRollup *known = read_rollup(lfirst_oid(cell), relation);

		if (known != NULL)
			rollups = lappend(rollups, known);
	}
	MemoryContextSwitchTo(caller);
	return rollups;
}

/*
 * Read the roll-ups of an entry. The entry counts as read only when everything was read; an error
 * before leaves it unread, and an invalidation meanwhile makes it out of date at once.
 */
static void
read_entry(FedEntry *entry)
{
	uint64 generation = catalog_generation;
	MemoryContext context = AllocSetContextCreate(
		CurrentMemoryContext, "motcua roll-ups of a relation", ALLOCSET_SMALL_SIZES);
	List *rollups = read_rollups(entry->relation, context);

	/*
	 * A caller further up the stack may use the old list, so it lives until the transaction ends.
	 */
	if (entry->context != NULL)
		MemoryContextSetParent(entry->context, TopTransactionContext);
	MemoryContextSetParent(context, CacheMemoryContext);
	entry->context = context;
	entry->rollups = rollups;
	entry->generation = generation;
}

/* Return the roll-ups that a relation feeds, a list of FedRollup that the session keeps. */
static List *
rollups_of(Oid relation)
{
	FedEntry *entry;
	bool found;

	make_entries();
	entry = hash_search(fed_entries, &relation, HASH_ENTER, &found);
	if (!found)
	{
		entry->generation = 0;
		entry->context = NULL;
		entry->rollups = NIL;
	}
	if (entry->generation != catalog_generation)
		read_entry(entry);
	return entry->rollups;
}

/* ---- counting the rows of a statement ---- */

/* The state of counting the rows of one statement for one roll-up. */
typedef struct RowCounter
{
	const FedRollup *fed;
	Relation delta; /* the table rollup_delta */
	ExprContext *row; /* holds the current row */
	ExprState *columns[MOTCUA_ROLLUP_COLUMNS];
	ExprState *excluded;
	RollupGroups *groups;
	const char *uncountable; /* why a row could not be counted, or NULL */
} RowCounter;

static RowCounter
prepare_counter(const FedRollup *fed, Relation delta, EState *executor)
{
	RowCounter counter = {.fed = fed,
						  .delta = delta,
						  .row = GetPerTupleExprContext(executor),
						  .groups = motcua_make_groups()};

	for (int at = 0; at < MOTCUA_ROLLUP_COLUMNS; at++)
		counter.columns[at] = ExecInitExpr(fed->mapping.columns[at], NULL);
	counter.excluded = ExecInitExpr(fed->mapping.excluded, NULL);
	return counter;
}

/* True if the current row is excluded. A row for which the condition is NULL is included. */
static bool
is_excluded(RowCounter *counter)
{
	bool null;
	Datum excluded;

	if (counter->excluded == NULL)
		return false;
	excluded = ExecEvalExprSwitchContext(counter->excluded, counter->row, &null);
	return !null && DatumGetBool(excluded);
}

/*
 * Return the reason why a ledger would refuse a row, or NULL if it would not. The views refuse such
 * a row too, but the trigger must not: the writer of the row is not to blame.
 */
static const char *
why_uncountable(const Datum *values, const bool *nulls)
{
	Timestamp received = nulls[MOTCUA_ROLLUP_RECEIVED]
							 ? DT_NOEND
							 : DatumGetTimestamp(values[MOTCUA_ROLLUP_RECEIVED]);

	if (!TIMESTAMP_NOT_FINITE(received) && !mc_ledger_covers(mc_day_of_wall(received)))
		return "a row was received outside the years 1 to 9999";
	return NULL;
}

/*
 * Return the facts that ledger(received, due, ended, online, ended_as, granularity, paused_since)
 * would read from its arguments. The timestamps of the view source are also the packed form of
 * moments.
 */
static mc_dossier_facts
facts_of(const Datum *values, const bool *nulls, Datum granularity)
{
	static const RollupColumn arguments[] = {MOTCUA_ROLLUP_RECEIVED, MOTCUA_ROLLUP_DUE,
											 MOTCUA_ROLLUP_ENDED, MOTCUA_ROLLUP_ONLINE,
											 MOTCUA_ROLLUP_ENDED_AS};
	LOCAL_FCINFO(call, 8);

	InitFunctionCallInfoData(*call, NULL, 8, InvalidOid, NULL, NULL);
	for (size_t at = 0; at < lengthof(arguments); at++)
		call->args[at + 1] = (NullableDatum){values[arguments[at]], nulls[arguments[at]]};
	call->args[6] = (NullableDatum){granularity, false};
	call->args[7] = (NullableDatum){values[MOTCUA_ROLLUP_PAUSED], nulls[MOTCUA_ROLLUP_PAUSED]};
	return motcua_read_facts(call, 4);
}

/* Add the current row to its group if `sign` is 1, or take it away if `sign` is -1. */
static void
count_row(RowCounter *counter, int sign)
{
	Datum values[MOTCUA_ROLLUP_COLUMNS];
	bool nulls[MOTCUA_ROLLUP_COLUMNS];
	mc_dossier_facts facts;
	const char *uncountable;

	for (int at = 0; at < MOTCUA_ROLLUP_COLUMNS; at++)
		values[at] = ExecEvalExprSwitchContext(counter->columns[at], counter->row, &nulls[at]);
	uncountable = why_uncountable(values, nulls);
	if (uncountable != NULL)
	{
		counter->uncountable = uncountable;
		return;
	}
	facts = facts_of(values, nulls, counter->fed->granularity);
	if (motcua_count_in_group(counter->groups, values, nulls, &facts, sign) >= MAX_GROUPS)
		motcua_append_groups(counter->groups, counter->delta);
}

/* Count the rows of a transition table, which may be NULL. */
static void
count_rows(RowCounter *counter, Tuplestorestate *rows, TupleDesc descriptor, int sign)
{
	TupleTableSlot *slot;
	int pointer;

	if (rows == NULL || tuplestore_tuple_count(rows) == 0)
		return;
	slot = MakeSingleTupleTableSlot(descriptor, &TTSOpsMinimalTuple);
	/* All triggers of the statement share the transition table, so this one has its own pointer. */
	pointer = tuplestore_alloc_read_pointer(rows, EXEC_FLAG_REWIND);
	tuplestore_select_read_pointer(rows, pointer);
	tuplestore_rescan(rows);
	counter->row->ecxt_scantuple = slot;
	while (tuplestore_gettupleslot(rows, true, false, slot))
	{
		CHECK_FOR_INTERRUPTS();
		if (!is_excluded(counter))
			count_row(counter, sign);
		ResetExprContext(counter->row);
	}
	ExecDropSingleTupleTableSlot(slot);
}

/* Append the changes of an INSERT, UPDATE or DELETE to a roll-up. */
static void
record_statement(const TriggerData *trigger, const FedRollup *fed, Relation delta)
{
	EState *executor = CreateExecutorState();
	MemoryContext caller = MemoryContextSwitchTo(executor->es_query_cxt);
	RowCounter counter = prepare_counter(fed, delta, executor);

	count_rows(&counter, trigger->tg_oldtable, RelationGetDescr(trigger->tg_relation), -1);
	count_rows(&counter, trigger->tg_newtable, RelationGetDescr(trigger->tg_relation), 1);
	motcua_append_groups(counter.groups, delta);
	if (counter.uncountable != NULL)
		motcua_mark_stale(&fed->attachment, counter.uncountable);
	MemoryContextSwitchTo(caller);
	FreeExecutorState(executor);
}

/* ---- TRUNCATE ---- */

static bool
is_empty(Oid relation)
{
	Relation table = table_open(relation, AccessShareLock);
	bool empty =
		!RELKIND_HAS_STORAGE(table->rd_rel->relkind) || RelationGetNumberOfBlocks(table) == 0;

	table_close(table, NoLock);
	return empty;
}

/* True if the base table and all its partitions are empty. */
static bool
are_members_empty(const Attachment *attachment)
{
	const char *problem;
	List *members = motcua_rollup_members(attachment, &problem);
	ListCell *cell;

	if (problem != NULL)
		return false;
	foreach (cell, members)
		if (!SearchSysCacheExists1(RELOID, ObjectIdGetDatum(lfirst_oid(cell))) ||
			!is_empty(lfirst_oid(cell)))
			return false;
	return true;
}

/*
 * Empty a roll-up as its owner. DELETE is used and not TRUNCATE, so that readers of the roll-up do
 * not wait and see all of it or nothing.
 */
static void
empty_rollup(const Attachment *attachment)
{
	SavedUser writer = motcua_become(attachment->owner);

	SPI_connect();
	motcua_lock_for_compaction(attachment);
	motcua_run(motcua_fill_schema(rollup_empty, attachment->name));
	SPI_finish();
	motcua_restore_user(writer);
}

/*
 * Empty a roll-up when its base table was truncated as a whole. A truncated partition makes the
 * roll-up stale, because nobody knows which rows the partition held.
 */
static void
record_truncation(const FedRollup *fed)
{
	if (!are_members_empty(&fed->attachment))
		motcua_mark_stale(&fed->attachment, "a partition was truncated");
	else if (motcua_stranger_in_schema(fed->attachment.schema, fed->attachment.owner) != NULL)
		motcua_mark_stale(&fed->attachment, "another role may create objects in its schema");
	else if (IsolationUsesXactSnapshot()) /* the snapshot may not see all rows to be deleted */
		motcua_mark_stale(&fed->attachment, "the table was truncated with an old snapshot");
	else
		empty_rollup(&fed->attachment);
}

/* ---- the trigger ---- */

static bool
has_changed_nothing(const TriggerData *trigger)
{
	return !TRIGGER_FIRED_BY_TRUNCATE(trigger->tg_event) &&
		   (trigger->tg_oldtable == NULL || tuplestore_tuple_count(trigger->tg_oldtable) == 0) &&
		   (trigger->tg_newtable == NULL || tuplestore_tuple_count(trigger->tg_newtable) == 0);
}

/*
 * Open the table rollup_delta to write to it. Return NULL and set *problem if that is not possible.
 * A table that was compared with its shape is opened by its oid as long as no relation changes.
 */
static Relation
open_delta(FedRollup *fed, const char **problem)
{
	Relation delta =
		OidIsValid(fed->delta) ? try_relation_open(fed->delta, RowExclusiveLock) : NULL;

	if (delta != NULL && fed->delta_generation == catalog_generation)
		return delta;
	if (delta != NULL)
		relation_close(delta, NoLock);
	delta = motcua_try_open_relation(fed->attachment.schema, fed->attachment.owner,
									 &motcua_rollup_delta, RowExclusiveLock, problem);
	fed->delta = delta == NULL ? InvalidOid : RelationGetRelid(delta);
	fed->delta_generation = catalog_generation;
	return delta;
}

/*
 * Record a statement in one of the roll-ups that its relation feeds. If the roll-up cannot be kept,
 * the statement goes on and the roll-up becomes stale.
 */
static void
record(const TriggerData *trigger, FedRollup *fed)
{
	const char *problem;
	Relation delta;

	if (fed->misfit != NULL)
	{
		motcua_mark_stale(&fed->attachment, fed->misfit);
		return;
	}
	delta = open_delta(fed, &problem);
	if (delta == NULL)
	{
		motcua_mark_stale(&fed->attachment,
						  psprintf("its table rollup_delta cannot be used: %s", problem));
		return;
	}
	if (TRIGGER_FIRED_BY_TRUNCATE(trigger->tg_event))
		record_truncation(fed);
	else
		record_statement(trigger, fed, delta);
	relation_close(delta, NoLock);
}

PG_FUNCTION_INFO_V1(motcua_roll_up);
Datum
motcua_roll_up(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;
	ListCell *cell;

	if (!CALLED_AS_TRIGGER(fcinfo) || !TRIGGER_FIRED_AFTER(trigger->tg_event) ||
		!TRIGGER_FIRED_FOR_STATEMENT(trigger->tg_event))
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
						errmsg("roll_up is the trigger of motcua.add_rollup")));
	if (has_changed_nothing(trigger))
		PG_RETURN_POINTER(NULL);
	foreach (cell, rollups_of(RelationGetRelid(trigger->tg_relation)))
		record(trigger, lfirst(cell));
	PG_RETURN_POINTER(NULL);
}

/*
 * The trigger of a roll-up, once a statement on the base table or one of its partitions. It evaluates the mapping
 * with the rights of whoever writes, as any trigger would, and appends what the statement changed, as the checks
 * of foreign keys work: as the owner of the roll-up. It never refuses a row that it cannot count: then the roll-up
 * becomes stale.
 */
#include "postgres.h"

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

#define MAX_GROUPS 20000 /* then what is collected is written, to bound memory */

/* A roll-up that a relation feeds, as this session knows it. */
typedef struct fed_rollup
{
	Oid rollup;
	bool fits; /* the relation has all columns that the mapping names */
	motcua_rollup_mapping mapping;
	Datum granularity;
} fed_rollup;

/* The roll-ups of a relation, until an invalidation. */
typedef struct fed_entry
{
	Oid relation; /* hash key */
	bool valid;
	MemoryContext context;
	List *rollups; /* of fed_rollup */
} fed_entry;

static HTAB *fed_entries;

/* ---- what a relation feeds ---- */

/* Mappings name views, tables and functions; a change of any relation may be one of them, and is rare. */
static void
invalidate_entries(Datum argument, Oid relation)
{
	HASH_SEQ_STATUS status;
	fed_entry *entry;

	hash_seq_init(&status, fed_entries);
	while ((entry = hash_seq_search(&status)) != NULL)
		entry->valid = false;
}

static void
make_entries(void)
{
	HASHCTL control = {.keysize = sizeof(Oid), .entrysize = sizeof(fed_entry)};

	if (fed_entries != NULL)
		return;
	fed_entries = hash_create("motcua roll-ups by relation", 16, &control, HASH_ELEM | HASH_BLOBS);
	CacheRegisterRelcacheCallback(invalidate_entries, (Datum) 0);
}

static fed_rollup *
known_rollup(Oid rollup, Oid relation)
{
	fed_rollup *known = palloc0(sizeof(fed_rollup));
	Oid namespace = get_rel_namespace(rollup);

	known->rollup = rollup;
	known->fits = motcua_rollup_mapping_of(namespace, relation, &known->mapping);
	if (known->fits)
		known->granularity = motcua_rollup_granularity(namespace);
	return known;
}

/* An older list may be in use further up the stack, so it stays until the end of the transaction. */
static void
read_entry(fed_entry *entry)
{
	MemoryContext caller;
	ListCell *cell;

	if (entry->context != NULL)
		MemoryContextSetParent(entry->context, TopTransactionContext);
	entry->context = NULL;
	entry->rollups = NIL;
	entry->context = AllocSetContextCreate(CacheMemoryContext, "motcua roll-ups of a relation",
										   ALLOCSET_SMALL_SIZES);
	entry->valid = true; /* until told otherwise while reading */
	caller = MemoryContextSwitchTo(entry->context);
	foreach (cell, motcua_rollups_fed_by(entry->relation))
		entry->rollups = lappend(entry->rollups, known_rollup(lfirst_oid(cell), entry->relation));
	MemoryContextSwitchTo(caller);
}

static List *
rollups_of(Oid relation)
{
	fed_entry *entry;
	bool found;

	make_entries();
	entry = hash_search(fed_entries, &relation, HASH_ENTER, &found);
	if (!found)
	{
		entry->valid = false;
		entry->context = NULL;
	}
	if (!entry->valid)
		read_entry(entry);
	return entry->rollups;
}

/* ---- counting the rows of a statement ---- */

typedef struct row_counter
{
	const fed_rollup *fed;
	ExprContext *row; /* the row at hand */
	ExprState *columns[MOTCUA_ROLLUP_COLUMNS];
	ExprState *included;
	motcua_rollup_groups *groups;
	const char *uncountable; /* why a row could not be counted */
} row_counter;

static row_counter
prepare_counter(const fed_rollup *fed, EState *executor)
{
	row_counter counter = {
		.fed = fed, .row = GetPerTupleExprContext(executor), .groups = motcua_make_groups()};

	for (int at = 0; at < MOTCUA_ROLLUP_COLUMNS; at++)
		counter.columns[at] = ExecInitExpr(fed->mapping.columns[at], NULL);
	counter.included = ExecInitExpr(fed->mapping.included, NULL);
	return counter;
}

/* A view's condition leaves out a row for which it is NULL, too. */
static bool
is_included(row_counter *counter)
{
	bool null;
	Datum included;

	if (counter->included == NULL)
		return true;
	included = ExecEvalExprSwitchContext(counter->included, counter->row, &null);
	return !null && DatumGetBool(included);
}

/* A ledger would refuse it, and so do the views; whoever writes the row is not to blame. */
static const char *
why_uncountable(const Datum *values, const bool *nulls)
{
	text *ended_as =
		nulls[MOTCUA_ROLLUP_ENDED_AS] ? NULL : DatumGetTextPP(values[MOTCUA_ROLLUP_ENDED_AS]);
	Timestamp received = nulls[MOTCUA_ROLLUP_RECEIVED]
							 ? DT_NOEND
							 : DatumGetTimestamp(values[MOTCUA_ROLLUP_RECEIVED]);

	if (ended_as != NULL &&
		mc_ended_as_by_name(VARDATA_ANY(ended_as), VARSIZE_ANY_EXHDR(ended_as)) < 0)
		return "a row ended in a way that is not \"result\", \"withdrawn\", \"refused\" or \"stopped\"";
	if (!TIMESTAMP_NOT_FINITE(received) && !mc_ledger_covers(mc_day_of_wall(received)))
		return "a row was received outside the years 1 to 9999";
	return NULL;
}

/*
 * Read the columns as ledger(received, due, ended, online, ended_as, granularity, paused_since) reads its
 * arguments. Columns of the view source are timestamps, and so the packed form of moments already.
 */
static mc_dossier_facts
facts_of(const Datum *values, const bool *nulls, Datum granularity)
{
	static const motcua_rollup_column arguments[] = {MOTCUA_ROLLUP_RECEIVED, MOTCUA_ROLLUP_DUE,
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

static void
count_row(row_counter *counter, int sign)
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
		motcua_append_groups(counter->groups, counter->fed->rollup);
}

/* Transition tables are shared by all triggers of the statement: each reads with a pointer of its own. */
static void
count_rows(row_counter *counter, Tuplestorestate *rows, TupleDesc descriptor, int sign)
{
	TupleTableSlot *slot;
	int pointer;

	if (rows == NULL || tuplestore_tuple_count(rows) == 0)
		return;
	slot = MakeSingleTupleTableSlot(descriptor, &TTSOpsMinimalTuple);
	pointer = tuplestore_alloc_read_pointer(rows, EXEC_FLAG_REWIND);
	tuplestore_select_read_pointer(rows, pointer);
	tuplestore_rescan(rows);
	counter->row->ecxt_scantuple = slot;
	while (tuplestore_gettupleslot(rows, true, false, slot))
	{
		CHECK_FOR_INTERRUPTS();
		if (is_included(counter))
			count_row(counter, sign);
		ResetExprContext(counter->row);
	}
	ExecDropSingleTupleTableSlot(slot);
}

static void
record_statement(const TriggerData *trigger, const fed_rollup *fed)
{
	EState *executor = CreateExecutorState();
	MemoryContext caller = MemoryContextSwitchTo(executor->es_query_cxt);
	row_counter counter = prepare_counter(fed, executor);

	count_rows(&counter, trigger->tg_oldtable, RelationGetDescr(trigger->tg_relation), -1);
	count_rows(&counter, trigger->tg_newtable, RelationGetDescr(trigger->tg_relation), 1);
	motcua_append_groups(counter.groups, fed->rollup);
	if (counter.uncountable != NULL)
		motcua_mark_stale(fed->rollup, counter.uncountable);
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

/* Nothing is left in the table or any of its partitions. */
static bool
are_members_empty(Oid rollup)
{
	ListCell *cell;

	foreach (cell, motcua_rollup_members(rollup))
		if (!SearchSysCacheExists1(RELOID, ObjectIdGetDatum(lfirst_oid(cell))) ||
			!is_empty(lfirst_oid(cell)))
			return false;
	return true;
}

/* Nothing is left to count. Rows are deleted, not truncated: readers of the roll-up neither wait nor see it half. */
static void
empty_rollup(Oid rollup)
{
	char *schema = get_namespace_name(get_rel_namespace(rollup));
	SavedUser writer = motcua_act_as_owner(rollup, SECURITY_RESTRICTED_OPERATION);

	SPI_connect();
	motcua_lock_for_compaction(schema);
	motcua_run(motcua_expanded_template(rollup_empty, schema, &(motcua_view_style){0}));
	SPI_finish();
	motcua_restore_user(writer);
	CacheInvalidateRelcacheByRelid(rollup);
}

/* When all is gone the roll-up goes the same way, seen by the same transactions. What one partition held is not known. */
static void
record_truncation(const fed_rollup *fed)
{
	if (!are_members_empty(fed->rollup))
		motcua_mark_stale(fed->rollup, "a partition was truncated");
	else if (IsolationUsesXactSnapshot()) /* which may not see all that is to be deleted */
		motcua_mark_stale(fed->rollup, "the table was truncated with an old snapshot");
	else
		empty_rollup(fed->rollup);
}

/* ---- the trigger ---- */

static bool
has_changed_nothing(const TriggerData *trigger)
{
	return !TRIGGER_FIRED_BY_TRUNCATE(trigger->tg_event) &&
		   (trigger->tg_oldtable == NULL || tuplestore_tuple_count(trigger->tg_oldtable) == 0) &&
		   (trigger->tg_newtable == NULL || tuplestore_tuple_count(trigger->tg_newtable) == 0);
}

static void
record(const TriggerData *trigger, const fed_rollup *fed)
{
	if (!fed->fits)
		motcua_mark_stale(fed->rollup, "a partition lacks columns of the mapping");
	else if (TRIGGER_FIRED_BY_TRUNCATE(trigger->tg_event))
		record_truncation(fed);
	else
		record_statement(trigger, fed);
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

/*
 * This file holds the SQL type ledger in its expanded form and the reading of its flat form, as
 * expanded_ledger.h declares them. The functions and aggregates over ledgers in src/kpi and the
 * roll-ups of attachments call it.
 */
#include "postgres.h"

#include "utils/memutils.h"

#include "common/aggregate.h"
#include "kpi/expanded_ledger.h"

#define LEDGER_MAGIC 0x6D63654C
#define FIRST_EVENT_ROOM 48 /* the object and so many events fit the first block of its context */
#define MAX_EVENT_ROOM 16384 /* events of 64 kB, which are sorted in the cache of the processor */
#define FIRST_CHANGE_ROOM 16
#define MAX_CHANGE_ROOM 4096
#define MAX_PENDING 512 /* largest number of ledgers that are merged at a time */
#define MAX_PENDING_BYTES (16 * 1024 * 1024)

/* A ledger that is to be merged, and the sign with which it counts. */
typedef struct PendingLedger
{
	LedgerBytes bytes;
	int sign;
} PendingLedger;

struct ExpandedLedger
{
	ExpandedObjectHeader hdr;
	uint32 magic;
	LedgerBytes packed; /* all that is merged already; packed.packed is NULL if nothing is */
	mc_ledger_batch batch; /* events and due changes that are not merged yet */
	int event_room;
	int change_room;
	PendingLedger *pending; /* ledgers that are not merged yet */
	int pending_count;
	int pending_room;
	Size pending_bytes;
};

/* ---- flat values ---- */

struct varlena *
motcua_ledger_of_bytes(const uint8 *packed, Size length)
{
	struct varlena *value = palloc(VARHDRSZ + length);

	SET_VARSIZE(value, VARHDRSZ + length);
	memcpy(VARDATA(value), packed, length);
	return value;
}

/* Raise why a merge failed: 22003 on overflow, XX001 if a ledger is damaged. */
static void
merge_failed(mc_ledger_result result)
{
	if (result == MC_LEDGER_OVERFLOW)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("ledger counter out of range"),
				 errdetail("Counters and their running sums are 64-bit integers.")));
	ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED), errmsg("damaged ledger value")));
}

/*
 * Return the sum of ledgers and a batch, which may be NULL. The bytes are in a buffer of the
 * current context, which may be longer than they are.
 */
static LedgerBytes
merge_bytes(const LedgerBytes *ledgers, const int *signs, int count, const mc_ledger_batch *batch)
{
	mc_ledger_reader *readers = palloc((count + 1) * sizeof(mc_ledger_reader));
	mc_ledger_reader **heap = palloc((count + 1) * sizeof(mc_ledger_reader *));
	size_t *lengths = palloc((count + 1) * sizeof(size_t));
	uint8 *out;
	size_t length;
	mc_ledger_result result;

	for (int i = 0; i < count; i++)
	{
		lengths[i] = ledgers[i].length;
		if (!mc_ledger_open(&readers[i], ledgers[i].packed, ledgers[i].length, signs[i]))
			merge_failed(MC_LEDGER_DAMAGED);
	}
	length = mc_ledger_merge_bound(readers, count, lengths, batch);
	out = MemoryContextAllocHuge(CurrentMemoryContext, length);
	result = mc_ledger_merge(readers, count, heap, batch, out, &length);
	if (result != MC_LEDGER_OK)
		merge_failed(result);
	pfree(readers);
	pfree(heap);
	pfree(lengths);
	return (LedgerBytes){out, length};
}

struct varlena *
motcua_merge_ledgers(const LedgerBytes *ledgers, const int *signs, int count)
{
	LedgerBytes merged = merge_bytes(ledgers, signs, count, NULL);

	return motcua_ledger_of_bytes(merged.packed, merged.length);
}

/* ---- the expanded form ---- */

/* Free the ledgers that were merged. */
static void
drop_pending(ExpandedLedger *ledger)
{
	for (int i = 0; i < ledger->pending_count; i++)
		pfree(unconstify(uint8 *, ledger->pending[i].bytes.packed));
	ledger->pending_count = 0;
	ledger->pending_bytes = 0;
}

/* Replace the parts of an expanded ledger by the bytes into which they were merged. */
static void
replace_packed(ExpandedLedger *ledger, LedgerBytes merged)
{
	uint8 *packed = MemoryContextAlloc(ledger->hdr.eoh_context, merged.length);

	memcpy(packed, merged.packed, merged.length);
	if (ledger->packed.packed)
		pfree(unconstify(uint8 *, ledger->packed.packed));
	ledger->packed = (LedgerBytes){packed, merged.length};
	drop_pending(ledger);
	ledger->batch.event_count = 0;
	ledger->batch.change_count = 0;
}

static void
sort_batch(mc_ledger_batch *batch)
{
	mc_ledger_event *scratch = palloc((batch->event_count + 1) * sizeof(mc_ledger_event));

	mc_ledger_sort(batch, scratch);
	pfree(scratch);
}

/*
 * Merge the parts of an expanded ledger into one packed ledger. This is done in the ledger's own
 * context, because a sort asks for the flat form in the context of its tuples, where PostgreSQL 17
 * and later cannot free anything.
 */
static void
settle(ExpandedLedger *ledger)
{
	int count = 0;
	LedgerBytes *sources;
	int *signs;
	LedgerBytes merged;
	MemoryContext caller;

	if (ledger->packed.packed && ledger->pending_count == 0 && ledger->batch.event_count == 0 &&
		ledger->batch.change_count == 0)
		return;
	caller = MemoryContextSwitchTo(ledger->hdr.eoh_context);
	sources = palloc((ledger->pending_count + 1) * sizeof(LedgerBytes));
	signs = palloc((ledger->pending_count + 1) * sizeof(int));
	if (ledger->packed.packed)
	{
		sources[count] = ledger->packed;
		signs[count++] = 1;
	}
	for (int i = 0; i < ledger->pending_count; i++)
	{
		sources[count] = ledger->pending[i].bytes;
		signs[count++] = ledger->pending[i].sign;
	}
	sort_batch(&ledger->batch);
	merged = merge_bytes(sources, signs, count, &ledger->batch);
	replace_packed(ledger, merged);
	pfree(unconstify(uint8 *, merged.packed));
	pfree(sources);
	pfree(signs);
	MemoryContextSwitchTo(caller);
}

static Size
flat_size(ExpandedObjectHeader *header)
{
	ExpandedLedger *ledger = (ExpandedLedger *) header;

	settle(ledger);
	return VARHDRSZ + ledger->packed.length;
}

static void
flatten_into(ExpandedObjectHeader *header, void *result, Size allocated)
{
	ExpandedLedger *ledger = (ExpandedLedger *) header;

	SET_VARSIZE(result, allocated);
	memcpy(VARDATA(result), ledger->packed.packed, ledger->packed.length);
}

static const ExpandedObjectMethods ledger_methods = {flat_size, flatten_into};

ExpandedLedger *
motcua_new_ledger(MemoryContext parent)
{
	MemoryContext context = AllocSetContextCreate(parent, "motcua ledger", ALLOCSET_SMALL_SIZES);
	ExpandedLedger *ledger = MemoryContextAllocZero(context, sizeof(ExpandedLedger));

	EOH_init_header(&ledger->hdr, &ledger_methods, context);
	ledger->magic = LEDGER_MAGIC;
	return ledger;
}

struct varlena *
motcua_ledger_flat(ExpandedLedger *ledger)
{
	settle(ledger);
	return motcua_ledger_of_bytes(ledger->packed.packed, ledger->packed.length);
}

static ExpandedLedger *
expanded_of(Datum value)
{
	ExpandedLedger *ledger = (ExpandedLedger *) DatumGetEOHP(value);

	Assert(ledger->magic == LEDGER_MAGIC);
	return ledger;
}

static bool
is_expanded(Datum value)
{
	return VARATT_IS_EXTERNAL_EXPANDED(DatumGetPointer(value));
}

LedgerBytes
motcua_ledger_arg(FunctionCallInfo fcinfo, int argno)
{
	Datum value = PG_GETARG_DATUM(argno);
	struct varlena *flat;

	if (is_expanded(value))
	{
		settle(expanded_of(value));
		return expanded_of(value)->packed;
	}
	flat = PG_DETOAST_DATUM_PACKED(value);
	return (LedgerBytes){(const uint8 *) VARDATA_ANY(flat), VARSIZE_ANY_EXHDR(flat)};
}

/* ---- the state of an aggregate ---- */

ExpandedLedger *
motcua_ledger_state(FunctionCallInfo fcinfo)
{
	MemoryContext context = motcua_aggregate_context(fcinfo);
	ExpandedLedger *ledger;

	if (PG_ARGISNULL(0))
		return motcua_new_ledger(context);
	if (VARATT_IS_EXTERNAL_EXPANDED_RW(DatumGetPointer(PG_GETARG_DATUM(0))))
		return expanded_of(PG_GETARG_DATUM(0));
	ledger = motcua_new_ledger(context);
	motcua_ledger_take(ledger, motcua_ledger_arg(fcinfo, 0), 1);
	return ledger;
}

Datum
motcua_ledger_state_datum(ExpandedLedger *ledger)
{
	return EOHPGetRWDatum(&ledger->hdr);
}

/* Return an array of twice the room, or of the first room if there is none yet. */
static void *
larger_array(ExpandedLedger *ledger, void *array, int *room, int first, Size element)
{
	*room = *room == 0 ? first : 2 * *room;
	return array ? repalloc(array, *room * element)
				 : MemoryContextAlloc(ledger->hdr.eoh_context, *room * element);
}

mc_ledger_batch *
motcua_ledger_room(ExpandedLedger *ledger, int events, int changes)
{
	mc_ledger_batch *batch = &ledger->batch;

	if (unlikely(batch->event_count + events > MAX_EVENT_ROOM ||
				 batch->change_count + changes > MAX_CHANGE_ROOM))
		settle(ledger);
	while (unlikely(batch->event_count + events > ledger->event_room))
		batch->events = larger_array(ledger, batch->events, &ledger->event_room, FIRST_EVENT_ROOM,
									 sizeof(mc_ledger_event));
	while (unlikely(batch->change_count + changes > ledger->change_room))
		batch->changes = larger_array(ledger, batch->changes, &ledger->change_room,
									  FIRST_CHANGE_ROOM, sizeof(mc_due_change));
	return batch;
}

void
motcua_ledger_take(ExpandedLedger *ledger, LedgerBytes other, int sign)
{
	uint8 *copy;

	if (ledger->pending_count == MAX_PENDING || ledger->pending_bytes > MAX_PENDING_BYTES)
		settle(ledger);
	if (ledger->pending_count == ledger->pending_room)
		ledger->pending =
			larger_array(ledger, ledger->pending, &ledger->pending_room, 4, sizeof(PendingLedger));
	copy = MemoryContextAlloc(ledger->hdr.eoh_context, other.length);
	memcpy(copy, other.packed, other.length);
	ledger->pending[ledger->pending_count++] = (PendingLedger){{copy, other.length}, sign};
	ledger->pending_bytes += other.length;
}

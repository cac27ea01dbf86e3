/*
 * The SQL function vi_index_check, which returns the rows that an index does not find by the keys
 * of their own text. The rows are read with a query that has the rights of the caller. Each row is
 * then looked for in the index itself.
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/heapam.h"
#include "access/htup_details.h"
#include "access/relscan.h"
#include "access/transam.h"
#include "catalog/index.h"
#include "catalog/pg_am_d.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type_d.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "nodes/tidbitmap.h"
#include "storage/bufmgr.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/syscache.h"
#include "utils/tuplestore.h"

#include "common/compat.h"
#include "common/options.h"
#include "common/owner.h"
#include "common/relation_shape.h"
#include "core/search/vi_syllable.h"
#include "search/vi_index.h"
#include "search/vi_text.h"

/* The assumed number of rows in a block of a table that was never analyzed. */
#define ROWS_PER_BLOCK 50

/* The number of rows that are fetched at a time. */
#define PORTION 100

/* The memory of a bitmap. Few rows have all keys of a given row, so the bitmaps stay small. */
#define BITMAP_KILOBYTES 1024

/* The arguments and the result of one call. */
typedef struct IndexCheck
{
	Relation index;
	Relation heap; /* the table of the index */
	ReturnSetInfo *results;
	int sample; /* about how many rows to look for */
} IndexCheck;

/* ---- what can be checked ---- */

/* True if a column of an index, counted from 0, has the operator class vi_syllable_ops. */
static bool
is_our_column(Relation index, int column)
{
	Oid family = index->rd_opfamily[column];
	Oid function = get_opfamily_proc(family, TEXTOID, TEXTOID, 2);
	char *name = OidIsValid(function) ? get_func_name(function) : NULL;

	return name != NULL && strcmp(name, "vi_keys_of_text") == 0 &&
		   motcua_is_of_extension(ProcedureRelationId, function);
}

static bool
has_our_column(Relation index)
{
	if (index->rd_rel->relkind != RELKIND_INDEX || index->rd_rel->relam != GIN_AM_OID)
		return false;
	for (int column = 0; column < IndexRelationGetNumberOfKeyAttributes(index); column++)
		if (is_our_column(index, column))
			return true;
	return false;
}

/* Refuse what is no index: 42704 if nothing has the OID, 42809 for another kind of relation. */
static void
refuse_other_kinds(Oid relation)
{
	char kind = get_rel_relkind(relation);

	if (kind == RELKIND_INDEX)
		return;
	if (kind == '\0')
		ereport(
			ERROR,
			(errcode(ERRCODE_UNDEFINED_OBJECT),
			 errmsg("index with OID %u does not exist", relation),
			 errhint("Give the name of an index made USING gin (column motcua.vi_syllable_ops).")));
	ereport(
		ERROR,
		(errcode(ERRCODE_WRONG_OBJECT_TYPE),
		 errmsg("\"%s\" is not an index", get_rel_name(relation)),
		 kind == RELKIND_PARTITIONED_INDEX
			 ? errhint("Check the index of each partition; pg_partition_tree lists them.")
			 : errhint(
				   "Give the name of an index made USING gin (column motcua.vi_syllable_ops).")));
}

/*
 * True if scans of this transaction may use the index. An index with indcheckxmin lacks rows that
 * transactions older than the index may see.
 */
static bool
is_usable_now(Relation index)
{
	return index->rd_index->indisvalid &&
		   (!index->rd_index->indcheckxmin ||
			TransactionIdPrecedes(HeapTupleHeaderGetXmin(index->rd_indextuple->t_data),
								  TransactionXmin));
}

/* Refuse an index without a column to check (42809), or one that is not in use yet (55000). */
static void
refuse_unfit(Relation index)
{
	if (!has_our_column(index))
		ereport(
			ERROR,
			(errcode(ERRCODE_WRONG_OBJECT_TYPE),
			 errmsg("index \"%s\" has no column of operator class vi_syllable_ops",
					RelationGetRelationName(index)),
			 errhint(
				 "Only indexes made USING gin (column motcua.vi_syllable_ops) can be checked.")));
	if (!is_usable_now(index))
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("index \"%s\" is not in use yet", RelationGetRelationName(index)),
				 errhint("REINDEX it if its making failed; if it was made just now, end older "
						 "transactions, this one too, and try again.")));
}

/* ---- the rows to look for ---- */

/* Return the percentage of the table's blocks that hold about as many rows as the sample has. */
static double
sample_percent(Relation heap, int sample)
{
	double blocks = RelationGetNumberOfBlocks(heap);
	Form_pg_class known = heap->rd_rel;
	double density = known->reltuples > 0 && known->relpages > 0
						 ? known->reltuples / known->relpages
						 : ROWS_PER_BLOCK;

	return blocks == 0 ? 100 : Min(100.0, 100.0 * sample / (blocks * density));
}

/* Return the condition of a partial index as SQL, or NULL if the index has none. */
static char *
predicate_of(Relation index)
{
	Oid heap = index->rd_index->indrelid;
	HeapTuple tuple = SearchSysCache1(INDEXRELID, ObjectIdGetDatum(RelationGetRelid(index)));
	bool none;
	Datum stored = SysCacheGetAttr(INDEXRELID, tuple, Anum_pg_index_indpred, &none);
	char *predicate = none ? NULL
						   : text_to_cstring(DatumGetTextPP(
								 DirectFunctionCall2(pg_get_expr, stored, ObjectIdGetDatum(heap))));

	ReleaseSysCache(tuple);
	return predicate;
}

/*
 * Return the query that reads the sample: the place and the indexed text of each row. The sample of
 * an unchanged table is always the same, and a larger sample contains the rows of a smaller one.
 */
static char *
rows_query(const IndexCheck *check, int column)
{
	Oid index = RelationGetRelid(check->index);
	char *predicate = predicate_of(check->index);
	char *expression = text_to_cstring(
		DatumGetTextPP(DirectFunctionCall3(pg_get_indexdef_ext, ObjectIdGetDatum(index),
										   Int32GetDatum(column + 1), BoolGetDatum(false))));

	return psprintf(
		"SELECT ctid, (%s)::pg_catalog.text FROM ONLY %s "
		"TABLESAMPLE pg_catalog.system(%f) REPEATABLE (1)%s%s",
		expression,
		quote_qualified_identifier(get_namespace_name(RelationGetNamespace(check->heap)),
								   RelationGetRelationName(check->heap)),
		sample_percent(check->heap, check->sample), predicate == NULL ? "" : " WHERE ",
		predicate == NULL ? "" : predicate);
}

/* ---- one row ---- */

/*
 * Return the place under which indexes have a row. That is the first version of a row whose later
 * versions came from updates that changed no indexed column (HOT).
 */
static ItemPointerData
root_of(Relation heap, ItemPointer row)
{
	OffsetNumber roots[MaxHeapTuplesPerPage];
	ItemPointerData root = *row;
	Buffer buffer;

	if (heap->rd_rel->relam != HEAP_TABLE_AM_OID)
		return root;
	buffer = ReadBuffer(heap, ItemPointerGetBlockNumber(row));
	LockBuffer(buffer, BUFFER_LOCK_SHARE);
	heap_get_root_tuples(BufferGetPage(buffer), roots);
	UnlockReleaseBuffer(buffer);
	if (roots[ItemPointerGetOffsetNumber(row) - 1] != InvalidOffsetNumber)
		ItemPointerSetOffsetNumber(&root, roots[ItemPointerGetOffsetNumber(row) - 1]);
	return root;
}

static bool
has_syllables(const text *written)
{
	mc_syllables walk = mc_syllables_of(VARDATA_ANY(written), VARSIZE_ANY_EXHDR(written));
	mc_syllable syllable;

	return mc_next_syllable(&walk, &syllable);
}

/* True if the row is among those that the index returns for all keys of the row's text. */
static bool
is_found(const IndexCheck *check, int column, ItemPointer row, Datum written)
{
	ItemPointerData root = root_of(check->heap, row);
	TIDBitmap *found = tbm_create(BITMAP_KILOBYTES * 1024L, NULL);
	TIDBitmap *wanted = tbm_create(BITMAP_KILOBYTES * 1024L, NULL);
	IndexScanDesc scan = motcua_beginscan_bitmap(check->index, GetActiveSnapshot(), 1);
	ScanKeyData key;
	bool is_in;

	ScanKeyEntryInitialize(&key, 0, column + 1, MOTCUA_ALL_KEYS_STRATEGY, TEXTOID,
						   check->index->rd_indcollation[column], InvalidOid, written);
	index_rescan(scan, &key, 1, NULL, 0);
	(void) index_getbitmap(scan, found);
	index_endscan(scan);
	tbm_add_tuples(wanted, &root, 1, false);
	tbm_intersect(wanted, found);
	is_in = !tbm_is_empty(wanted);
	tbm_free(found);
	tbm_free(wanted);
	return is_in;
}

/* Add a row of the sample to the results if the index does not find it. */
static void
check_row(const IndexCheck *check, int column, HeapTuple row, TupleDesc columns)
{
	bool null_row;
	bool null_text;
	/* The query casts the two columns to tid and text, so their types are known. */
	Datum values[2] = {SPI_getbinval(row, columns, 1, &null_row),
					   SPI_getbinval(row, columns, 2, &null_text)};
	bool nulls[2] = {false, false};

	CHECK_FOR_INTERRUPTS();
	if (null_text || !has_syllables(DatumGetTextPP(values[1])))
		return;
	if (!is_found(check, column, (ItemPointer) DatumGetPointer(values[0]), values[1]))
		tuplestore_putvalues(check->results->setResult, check->results->setDesc, values, nulls);
}

/*
 * Check the sample for one column of the index. The memory of each row is freed before the next
 * row, so that a large sample needs no more memory than a small one.
 */
static void
check_rows(const IndexCheck *check, int column)
{
	MemoryContext per_row =
		AllocSetContextCreate(CurrentMemoryContext, "vi_index_check row", ALLOCSET_DEFAULT_SIZES);
	Portal rows = SPI_cursor_open_with_args(NULL, rows_query(check, column), 0, NULL, NULL, NULL,
											true, CURSOR_OPT_NO_SCROLL);

	for (SPI_cursor_fetch(rows, true, PORTION); SPI_processed > 0;
		 SPI_cursor_fetch(rows, true, PORTION))
	{
		for (uint64 at = 0; at < SPI_processed; at++)
		{
			MemoryContext caller = MemoryContextSwitchTo(per_row);

			check_row(check, column, SPI_tuptable->vals[at], SPI_tuptable->tupdesc);
			MemoryContextSwitchTo(caller);
			MemoryContextReset(per_row);
		}
		SPI_freetuptable(SPI_tuptable);
	}
	SPI_cursor_close(rows);
	MemoryContextDelete(per_row);
}

PG_FUNCTION_INFO_V1(motcua_vi_index_check);
Datum
motcua_vi_index_check(PG_FUNCTION_ARGS)
{
	Oid relation;
	IndexCheck check = {.sample = motcua_integer_option(fcinfo, 1, 1000),
						.results = (ReturnSetInfo *) fcinfo->resultinfo};
	SavedUser caller;

	if (PG_ARGISNULL(0))
	{
		InitMaterializedSRF(fcinfo, 0);
		return (Datum) 0;
	}
	relation = PG_GETARG_OID(0);
	motcua_require_utf8();
	if (check.sample < 1)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("sample \"%d\" is less than 1 row", check.sample),
						errhint("Say about how many rows shall be looked for, as in "
								"motcua.vi_index_check('an_index', 1000).")));
	refuse_other_kinds(relation);
	InitMaterializedSRF(fcinfo, 0);
	check.heap = relation_open(IndexGetRelation(relation, false), AccessShareLock);
	check.index = index_open(relation, AccessShareLock);
	refuse_unfit(check.index);
	/* Expressions of the index are code of the owner of the table, so they run as the owner. */
	motcua_check_is_owner(check.heap->rd_rel->relowner, "table",
						  RelationGetRelationName(check.heap));
	caller = motcua_become(check.heap->rd_rel->relowner);
	SPI_connect();
	for (int column = 0; column < IndexRelationGetNumberOfKeyAttributes(check.index); column++)
		if (is_our_column(check.index, column))
			check_rows(&check, column);
	SPI_finish();
	motcua_restore_user(caller);
	index_close(check.index, AccessShareLock);
	relation_close(check.heap, AccessShareLock);
	return (Datum) 0;
}

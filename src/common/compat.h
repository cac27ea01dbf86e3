/*
 * This header contains every difference between the supported PostgreSQL majors (15 to 19), and
 * nothing else. PG_VERSION_NUM appears in no other file (make lint checks this).
 */
#ifndef MOTCUA_COMPAT_H
#define MOTCUA_COMPAT_H

#include "fmgr.h"

#if PG_VERSION_NUM < 150000
#error "motcua needs PostgreSQL 15 or newer"
#endif

/* Since 16, the macros for varlena values have a header of their own. */
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

/* Since 16, an input function can report a soft error. Before, bad input always raises an error. */
#if PG_VERSION_NUM >= 160000
#include "nodes/miscnodes.h"
#define motcua_ereturn(escontext, value, ...) ereturn(escontext, value, __VA_ARGS__)
#define motcua_input_call(function, text, escontext, result) \
	DirectInputFunctionCallSafe(function, text, InvalidOid, -1, escontext, result)
#else
#define motcua_ereturn(escontext, value, ...) \
	do                                        \
	{                                         \
		(void) (escontext);                   \
		ereport(ERROR, __VA_ARGS__);          \
		return value;                         \
	} while (0)
#define motcua_input_call(function, text, escontext, result) \
	((void) (escontext), *(result) = DirectFunctionCall1(function, CStringGetDatum(text)), true)
#endif

/* Since 16, range_serialize takes an error context. */
#if PG_VERSION_NUM >= 160000
#define motcua_range_serialize(cache, lower, upper) \
	range_serialize(cache, lower, upper, false, NULL)
#else
#define motcua_range_serialize(cache, lower, upper) range_serialize(cache, lower, upper, false)
#endif

/* Since 16, the query holds the columns that it reads of a relation, not the entry of the relation. */
#if PG_VERSION_NUM >= 160000
#include "parser/parse_relation.h"
#define motcua_selected_columns(query, entry) \
	(getRTEPermissionInfo((query)->rteperminfos, entry)->selectedCols)
#else
#define motcua_selected_columns(query, entry) ((void) (query), (entry)->selectedCols)
#endif

/*
 * Since 16, the executor is given the permissions beside the range table, and since 18 also the
 * entries that were not pruned. The macro gives an executor a range table of one relation.
 */
#if PG_VERSION_NUM >= 160000
#define motcua_init_range_table(executor, entry)                        \
	do                                                                  \
	{                                                                   \
		List *permissions_ = NIL;                                       \
		addRTEPermissionInfo(&permissions_, entry);                     \
		motcua_init_entries(executor, list_make1(entry), permissions_); \
	} while (0)
#if PG_VERSION_NUM >= 180000
#define motcua_init_entries(executor, entries, permissions) \
	ExecInitRangeTable(executor, entries, permissions, bms_make_singleton(1))
#else
#define motcua_init_entries(executor, entries, permissions) \
	ExecInitRangeTable(executor, entries, permissions)
#endif
#else
#define motcua_init_range_table(executor, entry) ExecInitRangeTable(executor, list_make1(entry))
#endif

/* Since 19, table_beginscan has an argument for options of the scan. */
#if PG_VERSION_NUM >= 190000
#define motcua_begin_scan(table, snapshot) table_beginscan(table, snapshot, 0, NULL, SO_NONE)
#else
#define motcua_begin_scan(table, snapshot) table_beginscan(table, snapshot, 0, NULL)
#endif

/* Since 18, RelationGetPrimaryKeyIndex has an argument that permits a deferrable key. */
#if PG_VERSION_NUM >= 180000
#define motcua_primary_key_index(relation) RelationGetPrimaryKeyIndex(relation, false)
#else
#define motcua_primary_key_index(relation) RelationGetPrimaryKeyIndex(relation)
#endif

/* Since 18, a bitmap scan can count its index searches. */
#if PG_VERSION_NUM >= 180000
#define motcua_beginscan_bitmap(index, snapshot, n_keys) \
	index_beginscan_bitmap(index, snapshot, NULL, n_keys)
#else
#define motcua_beginscan_bitmap(index, snapshot, n_keys) \
	index_beginscan_bitmap(index, snapshot, n_keys)
#endif

/* Since 18, the module magic contains the name and the version of the module. */
#ifdef PG_MODULE_MAGIC_EXT
#define MOTCUA_MODULE_MAGIC PG_MODULE_MAGIC_EXT(.name = "motcua", .version = MOTCUA_VERSION)
#else
#define MOTCUA_MODULE_MAGIC PG_MODULE_MAGIC
#endif

#endif

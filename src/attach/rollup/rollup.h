/*
 * A roll-up of an attachment: tables of ledgers beside its views, kept exact by statement triggers on the base
 * table and each of its partitions. Writers only append: what a statement changed, one row a group, goes to
 * rollup_delta. Which relations feed which roll-up stands in motcua.rollup_member.
 */
#ifndef MOTCUA_ROLLUP_H
#define MOTCUA_ROLLUP_H

#include "nodes/parsenodes.h"
#include "nodes/pg_list.h"
#include "utils/rel.h"

/* The table in which a stale roll-up keeps the reason. */
#define MOTCUA_ROLLUP_STALE "rollup_stale"

/* The columns of source that a roll-up counts by, in the order of rollup_delta, and those it counts. */
typedef enum motcua_rollup_column
{
	MOTCUA_ROLLUP_UNIT,
	MOTCUA_ROLLUP_PROCEDURE,
	MOTCUA_ROLLUP_FIELD,
	MOTCUA_ROLLUP_ONLINE,
	MOTCUA_ROLLUP_RECEIVED,
	MOTCUA_ROLLUP_DUE,
	MOTCUA_ROLLUP_ENDED,
	MOTCUA_ROLLUP_ENDED_AS,
	MOTCUA_ROLLUP_PAUSED,
	MOTCUA_ROLLUP_COLUMNS
} motcua_rollup_column;

/* What source says of a row, as expressions over the columns of one relation. */
typedef struct motcua_rollup_mapping
{
	Expr *columns[MOTCUA_ROLLUP_COLUMNS];
	Expr *included; /* NULL: every row */
} motcua_rollup_mapping;

/* ---- mapping ---- */

/* Refuses, with the reason, a mapping or relation that triggers could not follow. Returns all relations of the tree. */
extern List *motcua_check_rollup_mapping(Oid namespace);

/* The mapping over a relation of the tree; false when it lacks a column, as a partition detached and altered may. */
extern bool motcua_rollup_mapping_of(Oid namespace, Oid relation, motcua_rollup_mapping *mapping);

/* The constant 'day' or 'instant' of the view settings. */
extern Datum motcua_rollup_granularity(Oid namespace);

/* ---- registry ---- */

/* Refuses (42704) a schema that is no attachment or has none. */
extern Oid motcua_existing_rollup(const char *schema);

extern List *motcua_rollups_fed_by(Oid relation);
extern List *motcua_rollup_members(Oid rollup);

/* Writes and removes lines of the registry, as its owner; the caller has checked the right to. Need SPI. */
extern void motcua_register_members(Oid rollup, List *relations);
extern void motcua_forget_rollup(Oid rollup);

/* Why a roll-up cannot be read, in English; NULL when it can. */
extern const char *motcua_stale_reason(Oid rollup);

/* From now on base rows are counted. Plans made for the roll-up are made anew. */
extern void motcua_mark_stale(Oid rollup, const char *reason);

/* ---- writing ---- */

/* Appends rows to a table of a roll-up as its owner would: no privilege of the writer's is asked for. */
typedef struct motcua_appender motcua_appender;
extern motcua_appender *motcua_open_appender(Oid table);
extern void motcua_append(motcua_appender *appender, const Datum *values, const bool *nulls);
extern void motcua_close_appender(motcua_appender *appender);

/* Keeps other compactions away; writers and readers go on. Needs SPI. */
extern void motcua_lock_for_compaction(const char *schema);

/* Drops an attachment's roll-up, if it has one; its views count base rows again. Needs SPI. */
extern void motcua_discard_rollup(const char *schema);

#endif

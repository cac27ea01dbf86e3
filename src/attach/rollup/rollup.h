/*
 * This header declares what the files of attach/rollup/ share, and what attach/ calls there. A
 * roll-up of an attachment consists of tables of ledgers beside its views. Statement triggers on
 * the base table and on each of its partitions keep the tables exact. Writers only append: a
 * statement adds one row for each group that it changes to the table rollup_delta. The table
 * motcua.rollup_member, which is called the registry here, says which relations feed which roll-up.
 */
#ifndef MOTCUA_ROLLUP_H
#define MOTCUA_ROLLUP_H

#include "nodes/parsenodes.h"
#include "nodes/pg_list.h"
#include "utils/rel.h"

/* A roll-up may not be read while its table of this name has a row; the row holds the reason. */
#define MOTCUA_ROLLUP_STALE "rollup_stale"

/* The registry and its indexes, all in schema motcua. */
#define MOTCUA_ROLLUP_MEMBER "rollup_member"
#define MOTCUA_ROLLUP_MEMBER_BY_ROLLUP "rollup_member_key"
#define MOTCUA_ROLLUP_MEMBER_BY_RELATION "rollup_member_relation"

/* The trigger function of roll-ups, in schema motcua_internal. */
#define MOTCUA_ROLLUP_TRIGGER "roll_up"

/*
 * The columns of the view source that a roll-up reads. The first four make the group; they come in
 * the order of rollup_delta.
 */
typedef enum RollupColumn
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
} RollupColumn;

/* The mapping of an attachment, as expressions over the columns of one relation. */
typedef struct RollupMapping
{
	Expr *columns[MOTCUA_ROLLUP_COLUMNS];
	Expr *included; /* the condition of the view source; NULL if it includes every row */
} RollupMapping;

/* ---- mapping ---- */

/*
 * Return the attached table and all its partitions, a list of oids. Raise 55000, with the reason,
 * if triggers could not keep a roll-up of the attachment exact.
 */
extern List *motcua_check_rollup_mapping(Oid namespace);

/*
 * Set `mapping` to the mapping over the columns of a relation, ready for execution. Return false if
 * the relation lacks one of the columns, as a partition may that was detached and altered.
 */
extern bool motcua_rollup_mapping_of(Oid namespace, Oid relation, RollupMapping *mapping);

/* Return the granularity of the view settings, the text 'day' or 'instant'. The caller frees it. */
extern Datum motcua_rollup_granularity(Oid namespace);

/* ---- registry ---- */

/* Return the roll-up of an attachment. Raise 42704 if there is no such attachment or roll-up. */
extern Oid motcua_existing_rollup(const char *schema);

/* Return the roll-ups that a relation feeds, a list of oids. */
extern List *motcua_rollups_fed_by(Oid relation);

/* Return the relations that feed a roll-up, a list of oids. Some of them may have been dropped. */
extern List *motcua_rollup_members(Oid rollup);

/*
 * Add the relations that feed a roll-up to the registry, or remove all of them. Both write as the
 * registry's owner, so the caller checks that the user may. The caller is connected to SPI.
 */
extern void motcua_register_members(Oid rollup, List *relations);
extern void motcua_forget_rollup(Oid rollup);

/* Return the reason why a roll-up may not be read, in English, or NULL if it may. */
extern const char *motcua_stale_reason(Oid rollup);

/*
 * Mark a roll-up as stale, so that views count base rows until it is rebuilt. Plans that read it
 * are invalidated.
 */
extern void motcua_mark_stale(Oid rollup, const char *reason);

/* ---- writing ---- */

/*
 * An appender inserts rows into a table of a roll-up. It acts as the table's owner while it is
 * open, so the user needs no privilege on the table.
 */
typedef struct RollupAppender RollupAppender;

/* Open an appender; motcua_close_appender frees it and restores the user. */
extern RollupAppender *motcua_open_appender(Oid table);

/* Insert a row, which has a value and a null flag for each column of the table. */
extern void motcua_append(RollupAppender *appender, const Datum *values, const bool *nulls);

extern void motcua_close_appender(RollupAppender *appender);

/*
 * Lock a roll-up until the end of the transaction, so that nobody else compacts or empties it.
 * Writers and readers do not wait for the lock. The caller is connected to SPI.
 */
extern void motcua_lock_for_compaction(const char *schema);

/*
 * Drop the roll-up of an attachment if there is one; the views then count base rows. The caller is
 * connected to SPI.
 */
extern void motcua_discard_rollup(const char *schema);

#endif

/*
 * This header declares what the files of attach/rollup/ share, and what attach/ calls there. A
 * roll-up of an attachment consists of tables of ledgers beside its views. Statement triggers on
 * the base table and on each of its partitions keep the tables exact. Writers only append: a
 * statement adds one row for each group that it changes to the table rollup_delta.
 *
 * Which roll-ups a table feeds follows from the catalogs: the view mapping of an attachment depends
 * on the table. No row of any table decides it, so nobody can make writers execute his expressions.
 */
#ifndef MOTCUA_ROLLUP_H
#define MOTCUA_ROLLUP_H

#include "nodes/parsenodes.h"
#include "nodes/pg_list.h"
#include "utils/rel.h"

#include "attach/attachment.h"

/* The views of a roll-up; those that others read come first. */
#define MOTCUA_ROLLUP_VIEWS 4
extern const char *const motcua_rollup_views[MOTCUA_ROLLUP_VIEWS];

/* The tables of a roll-up. Nobody but the owner may read them. */
extern const RelationShape motcua_rollup_delta;
extern const RelationShape motcua_rollup_unit;
extern const RelationShape motcua_rollup_procedure;
extern const RelationShape motcua_rollup_stale;
extern const RelationShape motcua_rollup_member;

/*
 * The columns of the view fact that a roll-up reads. The first four make the group; they come in
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
	Expr *excluded; /* NULL if no row is excluded */
} RollupMapping;

/* ---- mapping ---- */

/*
 * Return the attached table and all its partitions, a list of oids. Raise 55000, with the reason,
 * if triggers could not keep a roll-up of the attachment exact.
 */
extern List *motcua_check_rollup_mapping(const Attachment *attachment);

/*
 * Set `mapping` to the mapping over the columns of a relation, ready for execution. Return NULL, or
 * the reason why that is not possible: the view fact is not as attach made it, or the relation
 * lacks one of the columns, as a partition may that was detached and altered.
 */
extern const char *motcua_rollup_mapping_of(const Attachment *attachment, Oid relation,
											RollupMapping *mapping);

/* ---- state ---- */

/* True if the attachment has a table rollup_delta. */
extern bool motcua_has_rollup(const Attachment *attachment);

/* Raise 42704 if the attachment has no roll-up. */
extern void motcua_check_has_rollup(const Attachment *attachment);

/*
 * Return the attachments whose roll-ups a relation feeds, a list of oids of schemas. An attachment
 * counts only if its owner has the rights of the owner of the relation, who may have everything
 * executed by whoever writes to it.
 */
extern List *motcua_schemas_fed_by(Oid relation);

/*
 * Return the table and the partitions that were rolled up, a list of oids. Some of them may have
 * been dropped. Set *problem to a clause if the table that holds them cannot be used.
 */
extern List *motcua_rollup_members(const Attachment *attachment, const char **problem);

/* Return the reason why a roll-up may not be read, in English, or NULL if it may. */
extern const char *motcua_stale_reason(const Attachment *attachment);

/* Mark a roll-up as stale, so that views count base rows until it is rebuilt. */
extern void motcua_mark_stale(const Attachment *attachment, const char *reason);

/* ---- whole roll-ups; the caller acts as the owner and is connected to SPI ---- */

/* Make the views of a roll-up whose tables exist. */
extern void motcua_build_rollup_views(const Attachment *attachment);

/* Make the roll-up of an attachment that has none. */
extern void motcua_make_rollup(const Attachment *attachment);

/*
 * Drop the roll-up of an attachment if there is one; the views then count base rows. `caller` is
 * the user who asked for it.
 */
extern void motcua_discard_rollup(const Attachment *attachment, Oid caller);

/*
 * Lock a roll-up until the end of the transaction, so that nobody else compacts or empties it.
 * Writers and readers do not wait for the lock.
 */
extern void motcua_lock_for_compaction(const Attachment *attachment);

#endif

/*
 * This file holds the SQL functions add_rollup, drop_rollup and rebuild_rollup. They make and drop
 * the triggers, tables and views of a roll-up. detach, suspend_attachment and resume_attachment
 * call it, too.
 */
#include "postgres.h"

#include "access/xact.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "portability/instr_time.h"
#include "storage/lmgr.h"
#include "tcop/utility.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "attach/attachment.h"
#include "attach/rollup/rollup.h"
#include "attach/rollup/rollup_data.h"
#include "common/owner.h"
#include "common/spi_rows.h"

/* ---- requirements ---- */

/*
 * Raise 42501 unless the owner of the attachment has the rights of the owner of the table: its
 * mapping is executed by whoever writes to the table, as a trigger of the table's owner would be.
 */
static void
check_may_roll_up(const Attachment *attachment)
{
	Oid owner = motcua_owner_of(attachment->relation);

	if (!has_privs_of_role(attachment->owner, owner))
		ereport(ERROR, (errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
						errmsg("must be owner of table \"%s\"", get_rel_name(attachment->relation)),
						errdetail("Attachment \"%s\" belongs to role \"%s\".", attachment->name,
								  GetUserNameFromId(attachment->owner, false)),
						errhint("Let role \"%s\", who owns the table, attach it and roll it up.",
								GetUserNameFromId(owner, false))));
}

/* Raise 42710 if the attachment has a roll-up. */
static void
check_has_none(const Attachment *attachment)
{
	if (motcua_has_rollup(attachment))
		ereport(ERROR, (errcode(ERRCODE_DUPLICATE_OBJECT),
						errmsg("attachment \"%s\" has a roll-up already", attachment->name),
						errhint("Make it anew with SELECT motcua.rebuild_rollup(%s).",
								quote_literal_cstr(attachment->name))));
}

/*
 * Raise 25001 in a transaction that keeps one snapshot. Such a snapshot is older than the lock on
 * the table, so it would miss the rows that were written while this session waited for the lock.
 */
static void
check_sees_latest_rows(void)
{
	if (IsolationUsesXactSnapshot())
		ereport(ERROR,
				(errcode(ERRCODE_ACTIVE_SQL_TRANSACTION),
				 errmsg("cannot roll up in a transaction of isolation level REPEATABLE READ or "
						"SERIALIZABLE"),
				 errhint("Repeat it in a transaction of level READ COMMITTED.")));
}

/* ---- triggers ---- */

static void
create_triggers(Oid relation)
{
	static const char *const events[][2] = {
		{"insert", "REFERENCING NEW TABLE AS motcua_new"},
		{"update", "REFERENCING OLD TABLE AS motcua_old NEW TABLE AS motcua_new"},
		{"delete", "REFERENCING OLD TABLE AS motcua_old"},
		{"truncate", ""}};

	for (size_t at = 0; at < lengthof(events); at++)
	{
		TemplateValue values[] = {{"@event@", events[at][0]},
								  {"@table@", motcua_qualified_name(relation)},
								  {"@transition_tables@", events[at][1]}};

		motcua_run(motcua_fill_template(rollup_trigger, values, lengthof(values)));
	}
}

/*
 * Drop the triggers of a relation that may be gone, unless it feeds another roll-up, too. Only the
 * owner of the relation may do so: triggers that stay because neither the owner of the attachment
 * nor the caller is the owner feed nothing.
 */
static void
drop_triggers(Oid relation, Oid caller)
{
	TemplateValue table = {.name = "@table@"};
	SavedUser before;
	Oid owner;

	if (!SearchSysCacheExists1(RELOID, ObjectIdGetDatum(relation)))
		return;
	CacheInvalidateRelcacheByRelid(relation);
	if (motcua_schemas_fed_by(relation) != NIL)
		return;
	owner = motcua_owner_of(relation);
	table.text = motcua_qualified_name(relation);
	if (!has_privs_of_role(caller, owner) && !has_privs_of_role(GetUserId(), owner))
	{
		ereport(NOTICE, (errmsg("triggers of the roll-up stay on table %s", table.text),
						 errdetail("They feed nothing. Their names begin with motcua_rollup_."),
						 errhint("Let role \"%s\", who owns the table, drop them.",
								 GetUserNameFromId(owner, false))));
		return;
	}
	before = motcua_become(owner);
	motcua_run(motcua_fill_template(rollup_drop_triggers, &table, 1));
	motcua_restore_user(before);
}

/* ---- tables and views ---- */

/* Run a template of sql/attachment/rollup/. What it counts are base rows. */
static void
run_template(const char *template, const Attachment *attachment)
{
	motcua_run(motcua_expanded_template(template, attachment, false));
}

/* Run the statements that a query gives, a template of sql/attachment/rollup/. */
static void
run_statements_of(const char *template, const Attachment *attachment)
{
	static const Oid types[] = {TEXTOID};
	Statement query = {motcua_expanded_template(template, attachment, false)};
	Rows statements = motcua_select(&query, false, types, 1);

	motcua_run_all(motcua_first_column(&statements));
}

void
motcua_build_rollup_views(const Attachment *attachment)
{
	run_template(rollup_views, attachment);
}

/* ---- whole roll-ups ---- */

/* Tell the user how many dossiers were counted, and how long that took. */
static void
report_progress(const Attachment *attachment, instr_time begin)
{
	Statement query = {motcua_fill_schema(rollup_totals, attachment->name)};
	Rows totals = motcua_select(&query, false, NULL, 2);
	instr_time end;

	INSTR_TIME_SET_CURRENT(end);
	INSTR_TIME_SUBTRACT(end, begin);
	ereport(NOTICE,
			(errmsg("rolled up %s dossiers of %s units in %.1f s", motcua_cell_text(&totals, 0, 1),
					motcua_cell_text(&totals, 0, 0), INSTR_TIME_GET_DOUBLE(end)),
			 errdetail("Writers of the table waited meanwhile.")));
}

/* Store which relations were rolled up. */
static void
record_members(const Attachment *attachment, List *tree)
{
	char *sql = motcua_fill_schema("INSERT INTO @schema@.rollup_member (relation) VALUES ($1)",
								   attachment->name);
	Oid types[] = {REGCLASSOID};
	ListCell *cell;

	foreach (cell, tree)
	{
		Datum values[] = {ObjectIdGetDatum(lfirst_oid(cell))};

		if (SPI_execute_with_args(sql, 1, types, values, NULL, false, 0) != SPI_OK_INSERT)
			elog(ERROR, "could not write to the table rollup_member");
	}
}

/*
 * The lock stops writers, not readers. The mapping and the partitions are checked under the lock,
 * because they may have changed while this session waited.
 */
void
motcua_make_rollup(const Attachment *attachment)
{
	instr_time begin;
	List *tree;
	ListCell *cell;

	check_may_roll_up(attachment);
	INSTR_TIME_SET_CURRENT(begin);
	LockRelationOid(attachment->relation, ShareRowExclusiveLock);
	(void) find_all_inheritors(attachment->relation, ShareRowExclusiveLock, NULL);
	tree = motcua_check_rollup_mapping(attachment);
	foreach (cell, tree)
		create_triggers(lfirst_oid(cell));
	run_template(rollup_tables, attachment);
	record_members(attachment, tree);
	motcua_build_views(attachment, true);
	run_statements_of(rollup_grants, attachment);
	report_progress(attachment, begin);
}

/* Let the views count base rows again, and drop the tables and views of a roll-up. */
static void
drop_tables(const Attachment *attachment)
{
	motcua_build_views(attachment, false);
	run_template(rollup_drop, attachment);
}

void
motcua_discard_rollup(const Attachment *attachment, Oid caller)
{
	const char *problem;
	List *members;
	ListCell *cell;

	if (!motcua_has_rollup(attachment))
		return;
	members = motcua_rollup_members(attachment, &problem);
	members = list_append_unique_oid(members, attachment->relation);
	motcua_lock_views(attachment);
	foreach (cell, members)
		LockRelationOid(lfirst_oid(cell), AccessExclusiveLock);
	drop_tables(attachment);
	foreach (cell, members)
		drop_triggers(lfirst_oid(cell), caller);
}

/* ---- SQL functions ---- */

PG_FUNCTION_INFO_V1(motcua_add_rollup);
Datum
motcua_add_rollup(PG_FUNCTION_ARGS)
{
	Attachment attachment = motcua_open_own_attachment(NameStr(*PG_GETARG_NAME(0)));
	SavedUser before;

	PreventCommandIfReadOnly("add_rollup()");
	check_has_none(&attachment);
	check_sees_latest_rows();
	before = motcua_become(attachment.owner);
	SPI_connect();
	motcua_make_rollup(&attachment);
	SPI_finish();
	motcua_restore_user(before);
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(motcua_drop_rollup);
Datum
motcua_drop_rollup(PG_FUNCTION_ARGS)
{
	Attachment attachment = motcua_open_own_attachment(NameStr(*PG_GETARG_NAME(0)));
	SavedUser before;

	PreventCommandIfReadOnly("drop_rollup()");
	motcua_check_has_rollup(&attachment);
	before = motcua_become(attachment.owner);
	SPI_connect();
	motcua_discard_rollup(&attachment, before.user);
	SPI_finish();
	motcua_restore_user(before);
	PG_RETURN_VOID();
}

/* The triggers stay in place. Readers wait while the views and tables are replaced. */
PG_FUNCTION_INFO_V1(motcua_rebuild_rollup);
Datum
motcua_rebuild_rollup(PG_FUNCTION_ARGS)
{
	Attachment attachment = motcua_open_own_attachment(NameStr(*PG_GETARG_NAME(0)));
	SavedUser before;

	PreventCommandIfReadOnly("rebuild_rollup()");
	motcua_check_has_rollup(&attachment);
	check_sees_latest_rows();
	check_may_roll_up(&attachment);
	(void) motcua_check_rollup_mapping(&attachment);
	before = motcua_become(attachment.owner);
	SPI_connect();
	motcua_lock_views(&attachment);
	LockRelationOid(attachment.relation, ShareRowExclusiveLock);
	(void) find_all_inheritors(attachment.relation, ShareRowExclusiveLock, NULL);
	drop_tables(&attachment);
	motcua_make_rollup(&attachment);
	SPI_finish();
	motcua_restore_user(before);
	PG_RETURN_VOID();
}

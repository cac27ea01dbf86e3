/*
 * This file holds the SQL functions add_rollup, drop_rollup and rebuild_rollup. They make and drop
 * the triggers, tables and views of a roll-up. detach and suspend call it to drop one.
 */
#include "postgres.h"

#include "access/xact.h"
#include "catalog/namespace.h"
#include "catalog/pg_inherits.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "portability/instr_time.h"
#include "storage/lmgr.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "attach/attachment.h"
#include "attach/rollup/rollup.h"
#include "attach/rollup/rollup_data.h"
#include "common/owner.h"

static const char *
relation_name(Oid relation)
{
	return quote_qualified_identifier(get_namespace_name(get_rel_namespace(relation)),
									  get_rel_name(relation));
}

/* ---- requirements ---- */

/* Return the view source of an attachment. Raise 42501 if the caller does not own it. */
static Oid
own_source(const char *schema)
{
	Oid source = get_relname_relid("source", motcua_attachment_schema(schema));

	motcua_check_owns(source, "attachment", schema);
	return source;
}

/* Return the table that a view source reads. Raise 42501 if the caller does not own the table. */
static Oid
own_root(Oid source)
{
	Query *query = motcua_source_query(get_rel_namespace(source));
	Oid root = query == NULL ? InvalidOid : motcua_source_relation(query);

	if (!OidIsValid(root))
		elog(ERROR, "\"%s\" is no view of an attachment", relation_name(source));
	motcua_check_owns(root, "table", get_rel_name(root));
	return root;
}

/* Raise 42710 if the attachment has a roll-up. */
static void
check_has_none(const char *schema)
{
	if (OidIsValid(motcua_rollup_of(schema)))
		ereport(ERROR, (errcode(ERRCODE_DUPLICATE_OBJECT),
						errmsg("attachment \"%s\" has a roll-up already", schema),
						errhint("Make it anew with SELECT motcua.rebuild_rollup(%s).",
								quote_literal_cstr(schema))));
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
								  {"@table@", relation_name(relation)},
								  {"@transition_tables@", events[at][1]}};

		motcua_run(motcua_fill_template(rollup_trigger, values, lengthof(values)));
	}
}

/* Drop the triggers of a relation that may be gone, unless it feeds another roll-up, too. */
static void
drop_triggers(Oid relation)
{
	TemplateValue table = {.name = "@table@"};

	if (!SearchSysCacheExists1(RELOID, ObjectIdGetDatum(relation)))
		return;
	CacheInvalidateRelcacheByRelid(relation);
	if (motcua_rollups_fed_by(relation) != NIL)
		return;
	table.text = relation_name(relation);
	motcua_run(motcua_fill_template(rollup_drop_triggers, &table, 1));
}

/* ---- tables and views ---- */

static void
run_template(const char *template, const char *schema, const ViewStyle *style)
{
	motcua_run(motcua_expanded_template(template, schema, style));
}

/* Let whoever may read the mapping read the roll-up. */
static void
grant_to_readers(const char *schema, const ViewStyle *style)
{
	if (SPI_execute(motcua_expanded_template(rollup_grants, schema, style), true, 0) !=
		SPI_OK_SELECT)
		elog(ERROR, "could not read the grants on \"%s\"", schema);
	motcua_run_result();
}

/*
 * Make and fill the tables of a roll-up, and build the views over them. All of it runs as the
 * attachment's owner, and so do functions that the mapping calls, whoever calls add_rollup.
 */
static void
create_tables(const char *schema, Oid source)
{
	ViewStyle style = motcua_current_style(schema);
	SavedUser caller = motcua_act_as_owner(source, SECURITY_RESTRICTED_OPERATION);
	int level = motcua_with_safe_search_path();

	style.rolled_up = false; /* the tables, and the views beside them, count base rows */
	run_template(rollup_tables, schema, &style);
	run_template(rollup_views, schema, &style);
	style.rolled_up = true;
	motcua_build_views(schema, &style);
	grant_to_readers(schema, &style);
	AtEOXact_GUC(true, level);
	motcua_restore_user(caller);
}

/* Build the views over base rows again, and drop the tables of a roll-up. */
static void
drop_tables(const char *schema, Oid source)
{
	ViewStyle style = motcua_current_style(schema);
	SavedUser caller = motcua_act_as_owner(source, SECURITY_RESTRICTED_OPERATION);

	style.rolled_up = false;
	motcua_build_views(schema, &style);
	run_template(rollup_drop, schema, &style);
	motcua_restore_user(caller);
}

/* ---- whole roll-ups ---- */

/* Tell the user how many dossiers were counted, and how long that took. */
static void
report_progress(const char *schema, instr_time begin)
{
	instr_time end;

	INSTR_TIME_SET_CURRENT(end);
	INSTR_TIME_SUBTRACT(end, begin);
	if (SPI_execute(motcua_fill_schema(rollup_totals, schema), false, 1) != SPI_OK_SELECT)
		elog(ERROR, "could not read the roll-up of \"%s\"", schema);
	ereport(NOTICE, (errmsg("rolled up %s dossiers of %s units in %.1f s",
							SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 2),
							SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1),
							INSTR_TIME_GET_DOUBLE(end)),
					 errdetail("Writers of the table waited meanwhile.")));
}

/*
 * Make the roll-up of an attachment. The lock stops writers, not readers. The mapping and the
 * partitions are checked under the lock, because they may have changed while this session waited.
 */
static void
make_rollup(const char *schema, Oid source, Oid root)
{
	instr_time begin;
	List *tree;
	ListCell *cell;

	INSTR_TIME_SET_CURRENT(begin);
	LockRelationOid(root, ShareRowExclusiveLock);
	(void) find_all_inheritors(root, ShareRowExclusiveLock, NULL);
	tree = motcua_check_rollup_mapping(get_rel_namespace(source));
	foreach (cell, tree)
		create_triggers(lfirst_oid(cell));
	create_tables(schema, source);
	motcua_register_members(motcua_rollup_of(schema), tree);
	report_progress(schema, begin);
}

/*
 * Drop the tables of a roll-up and remove it from the registry. The caller has locked the base
 * table: writers would otherwise append to a table that is gone.
 */
static void
destroy_rollup(const char *schema, Oid source, Oid rollup)
{
	drop_tables(schema, source);
	motcua_forget_rollup(rollup);
}

/* Drop a roll-up with its triggers. */
static void
drop_rollup(const char *schema, Oid source, Oid rollup)
{
	List *members = motcua_rollup_members(rollup);
	ListCell *cell;

	(void) own_root(source);
	foreach (cell, members)
		LockRelationOid(lfirst_oid(cell), AccessExclusiveLock);
	destroy_rollup(schema, source, rollup);
	foreach (cell, members)
		drop_triggers(lfirst_oid(cell));
}

void
motcua_discard_rollup(const char *schema)
{
	Oid rollup = motcua_rollup_of(schema);

	if (OidIsValid(rollup))
		drop_rollup(schema, own_source(schema), rollup);
}

PG_FUNCTION_INFO_V1(motcua_add_rollup);
Datum
motcua_add_rollup(PG_FUNCTION_ARGS)
{
	char *schema = NameStr(*PG_GETARG_NAME(0));
	Oid source = own_source(schema);

	check_has_none(schema);
	check_sees_latest_rows();
	(void) motcua_check_rollup_mapping(get_rel_namespace(source));
	SPI_connect();
	make_rollup(schema, source, own_root(source));
	SPI_finish();
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(motcua_drop_rollup);
Datum
motcua_drop_rollup(PG_FUNCTION_ARGS)
{
	char *schema = NameStr(*PG_GETARG_NAME(0));
	Oid source = own_source(schema);
	Oid rollup = motcua_existing_rollup(schema);

	SPI_connect();
	drop_rollup(schema, source, rollup);
	SPI_finish();
	PG_RETURN_VOID();
}

/* The triggers stay in place. Readers wait while the views and tables are replaced. */
PG_FUNCTION_INFO_V1(motcua_rebuild_rollup);
Datum
motcua_rebuild_rollup(PG_FUNCTION_ARGS)
{
	char *schema = NameStr(*PG_GETARG_NAME(0));
	Oid source = own_source(schema);
	Oid root = own_root(source);
	Oid rollup = motcua_existing_rollup(schema);

	check_sees_latest_rows();
	(void) motcua_check_rollup_mapping(get_rel_namespace(source));
	SPI_connect();
	LockRelationOid(root, ShareRowExclusiveLock);
	(void) find_all_inheritors(root, ShareRowExclusiveLock, NULL);
	destroy_rollup(schema, source, rollup);
	make_rollup(schema, source, root);
	SPI_finish();
	PG_RETURN_VOID();
}

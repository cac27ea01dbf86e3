/* add_rollup, drop_rollup, rebuild_rollup: the tables, triggers and views of a roll-up. */
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

/* ---- what is required ---- */

/* The view source of an attachment that is the caller's. */
static Oid
own_source(const char *schema)
{
	Oid source = get_relname_relid("source", motcua_attachment_schema(schema));

	motcua_check_owns(source, "attachment", schema);
	return source;
}

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

static void
check_has_none(const char *schema)
{
	if (OidIsValid(motcua_rollup_of(schema)))
		ereport(ERROR, (errcode(ERRCODE_DUPLICATE_OBJECT),
						errmsg("attachment \"%s\" has a roll-up already", schema),
						errhint("Make it anew with SELECT motcua.rebuild_rollup(%s).",
								quote_literal_cstr(schema))));
}

/* The rows must be read after the lock is held: an older snapshot would miss what was written while waiting for it. */
static void
check_sees_latest_rows(void)
{
	if (IsolationUsesXactSnapshot())
		ereport(
			ERROR,
			(errcode(ERRCODE_ACTIVE_SQL_TRANSACTION),
			 errmsg(
				 "cannot roll up in a transaction of isolation level REPEATABLE READ or SERIALIZABLE"),
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
	const char *name = relation_name(relation);

	for (size_t at = 0; at < lengthof(events); at++)
		motcua_run(psprintf(
			"CREATE OR REPLACE TRIGGER motcua_rollup_%s AFTER %s ON %s %s FOR EACH STATEMENT EXECUTE FUNCTION motcua_internal.roll_up();"
			"ALTER TABLE %s ENABLE ALWAYS TRIGGER motcua_rollup_%s",
			events[at][0], events[at][0], name, events[at][1], name, events[at][0]));
}

/* Unless another roll-up stands on the table, too. */
static void
drop_triggers(Oid relation)
{
	const char *name;

	if (!SearchSysCacheExists1(RELOID, ObjectIdGetDatum(relation)))
		return;
	CacheInvalidateRelcacheByRelid(relation);
	if (motcua_rollups_fed_by(relation) != NIL)
		return;
	name = relation_name(relation);
	motcua_run(psprintf(
		"DROP TRIGGER IF EXISTS motcua_rollup_insert ON %s; DROP TRIGGER IF EXISTS motcua_rollup_update ON %s;"
		"DROP TRIGGER IF EXISTS motcua_rollup_delete ON %s; DROP TRIGGER IF EXISTS motcua_rollup_truncate ON %s",
		name, name, name, name));
}

/* ---- tables and views ---- */

static void
run_template(const char *template, const char *schema, const motcua_view_style *style)
{
	motcua_run(motcua_expanded_template(template, schema, style));
}

static void
grant_to_readers(const char *schema, const motcua_view_style *style)
{
	SPITupleTable *grants;
	uint64 count;

	if (SPI_execute(motcua_expanded_template(rollup_grants, schema, style), true, 0) !=
		SPI_OK_SELECT)
		elog(ERROR, "could not read the grants on \"%s\"", schema);
	grants = SPI_tuptable;
	count = SPI_processed;
	for (uint64 at = 0; at < count; at++)
		motcua_run(SPI_getvalue(grants->vals[at], grants->tupdesc, 1));
}

/* Functions that the mapping calls run as the attachment's owner, whoever calls add_rollup. */
static void
create_tables(const char *schema, Oid source)
{
	motcua_view_style style = motcua_current_style(schema);
	SavedUser caller = motcua_act_as_owner(source, SECURITY_RESTRICTED_OPERATION);
	int level = motcua_with_safe_search_path();

	style.rolled_up = true;
	run_template(rollup_tables, schema, &style);
	run_template(rollup_views, schema, &style);
	motcua_build_views(schema, &style);
	grant_to_readers(schema, &style);
	AtEOXact_GUC(true, level);
	motcua_restore_user(caller);
}

static void
drop_tables(const char *schema, Oid source)
{
	motcua_view_style style = motcua_current_style(schema);
	SavedUser caller = motcua_act_as_owner(source, SECURITY_RESTRICTED_OPERATION);

	style.rolled_up = false;
	motcua_build_views(schema, &style);
	run_template(rollup_drop, schema, &style);
	motcua_restore_user(caller);
}

/* ---- a roll-up as a whole ---- */

static void
tell_what_was_done(const char *schema, instr_time begin)
{
	instr_time end;

	INSTR_TIME_SET_CURRENT(end);
	INSTR_TIME_SUBTRACT(end, begin);
	if (SPI_execute(
			psprintf(
				"SELECT pg_catalog.count(*), coalesce(pg_catalog.sum(r.dossiers), 0) FROM %s.rollup_unit AS r",
				quote_identifier(schema)),
			false, 1) != SPI_OK_SELECT)
		elog(ERROR, "could not read the roll-up of \"%s\"", schema);
	ereport(NOTICE, (errmsg("rolled up %s dossiers of %s units in %.1f s",
							SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 2),
							SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1),
							INSTR_TIME_GET_DOUBLE(end)),
					 errdetail("Writers of the table waited meanwhile.")));
}

/* Under a lock that writers conflict with; the tree and its mapping are judged again when it is held. */
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
	tell_what_was_done(schema, begin);
}

/* The table stays locked against writers until the end of the transaction, or they would wait for a table that is gone. */
static void
unmake_rollup(const char *schema, Oid source, Oid rollup)
{
	drop_tables(schema, source);
	motcua_forget_rollup(rollup);
}

static void
drop_rollup(const char *schema, Oid source, Oid rollup)
{
	List *members = motcua_rollup_members(rollup);
	ListCell *cell;

	(void) own_root(source);
	foreach (cell, members)
		LockRelationOid(lfirst_oid(cell), AccessExclusiveLock);
	unmake_rollup(schema, source, rollup);
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

/* The triggers stay; readers wait only while the tables are swapped and counted. */
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
	unmake_rollup(schema, source, rollup);
	make_rollup(schema, source, root);
	SPI_finish();
	PG_RETURN_VOID();
}

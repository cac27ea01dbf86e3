/* Attachments over time: stepping aside for a migration of the table, coming back, following a new version. */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "attach/attachment.h"
#include "attach/rollup/rollup.h"

static void
run_all(List *statements)
{
	ListCell *cell;

	foreach (cell, statements)
		motcua_run(lfirst(cell));
}

static void
drop_mapping(const char *schema)
{
	const char *quoted = quote_identifier(schema);

	motcua_run(psprintf("DROP VIEW %s.source, %s.settings", quoted, quoted));
}

PG_FUNCTION_INFO_V1(motcua_detach);
Datum
motcua_detach(PG_FUNCTION_ARGS)
{
	char *schema = NameStr(*PG_GETARG_NAME(0));
	const char *quoted = quote_identifier(schema);

	(void) motcua_attachment_schema(schema);
	if (motcua_has_frozen(schema) && !PG_GETARG_BOOL(1))
		ereport(
			ERROR,
			(errcode(ERRCODE_DEPENDENT_OBJECTS_STILL_EXIST),
			 errmsg("attachment \"%s\" has frozen figures", schema),
			 errhint(
				 "Keep a copy of %s.frozen_report and frozen_dossier, then detach with force => true.",
				 quoted)));
	SPI_connect();
	motcua_discard_rollup(schema);
	motcua_drop_views(schema);
	drop_mapping(schema);
	if (motcua_has_frozen(schema))
		motcua_run(psprintf("DROP TABLE %s.frozen_report, %s.frozen_dossier", quoted, quoted));
	motcua_run(psprintf("DROP SCHEMA %s", quoted));
	SPI_finish();
	PG_RETURN_VOID();
}

static void
remember(const char *schema, List *statements)
{
	const char *quoted = quote_identifier(schema);
	Oid types[] = {INT4OID, TEXTOID};
	ListCell *cell;

	motcua_run(psprintf(
		"CREATE TABLE %s.suspended (place integer PRIMARY KEY, statement text NOT NULL);"
		"COMMENT ON TABLE %s.suspended IS 'Gắn kết đang tạm ngừng: motcua.resume_attachment dựng lại từ đây'",
		quoted, quoted));
	foreach (cell, statements)
	{
		Datum values[] = {Int32GetDatum(foreach_current_index(cell)),
						  CStringGetTextDatum(lfirst(cell))};

		SPI_execute_with_args(psprintf("INSERT INTO %s.suspended VALUES ($1, $2)", quoted), 2,
							  types, values, NULL, false, 0);
	}
}

PG_FUNCTION_INFO_V1(motcua_suspend);
Datum
motcua_suspend(PG_FUNCTION_ARGS)
{
	char *schema = NameStr(*PG_GETARG_NAME(0));
	List *statements;

	SPI_connect();
	statements = motcua_attachment_statements(schema);
	motcua_discard_rollup(schema);
	motcua_drop_views(schema);
	drop_mapping(schema);
	remember(schema, statements);
	SPI_finish();
	PG_RETURN_VOID();
}

/*
 * Statements kept by suspend are run again with the caller's rights, so nobody but the caller may have had a hand
 * in them: it must own schema and table, and no other role may ever have been let in to write.
 */
static void
check_suspended_is_own(const char *schema)
{
	Oid namespace = get_namespace_oid(schema, true);
	Oid table = OidIsValid(namespace) ? get_relname_relid("suspended", namespace) : InvalidOid;
	HeapTuple tuple;
	Form_pg_class class;
	bool acl_is_default;

	if (!OidIsValid(table))
		ereport(
			ERROR,
			(errcode(ERRCODE_UNDEFINED_OBJECT),
			 errmsg("schema \"%s\" is not a suspended attachment", schema),
			 errhint(
				 "Name a schema that motcua.suspend(schema) was called for; a new attachment is made by motcua.attach(...).")));
	tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(table));
	class = (Form_pg_class) GETSTRUCT(tuple);
	(void) SysCacheGetAttr(RELOID, tuple, Anum_pg_class_relacl, &acl_is_default);
	if (class->relkind != RELKIND_RELATION || class->relowner != GetUserId() || !acl_is_default ||
		class->relhasrules || class->relrowsecurity)
		ereport(
			ERROR,
			(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
			 errmsg("table \"%s.suspended\" is not yours alone", schema),
			 errdetail("It holds statements that would run with your rights."),
			 errhint(
				 "Let its owner call motcua.resume_attachment, with no privileges on it granted to others.")));
	ReleaseSysCache(tuple);
}

static List *
remembered(const char *schema)
{
	List *statements = NIL;

	if (SPI_execute(psprintf("SELECT s.statement FROM %s.suspended AS s ORDER BY s.place",
							 quote_identifier(schema)),
					true, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not read what suspend kept");
	for (uint64 at = 0; at < SPI_processed; at++)
		statements =
			lappend(statements, SPI_getvalue(SPI_tuptable->vals[at], SPI_tuptable->tupdesc, 1));
	return statements;
}

PG_FUNCTION_INFO_V1(motcua_resume_attachment);
Datum
motcua_resume_attachment(PG_FUNCTION_ARGS)
{
	char *schema = NameStr(*PG_GETARG_NAME(0));
	const char *quoted = quote_identifier(schema);
	List *statements;

	SPI_connect();
	check_suspended_is_own(schema);
	statements = remembered(schema);
	motcua_run(psprintf("DROP TABLE %s.suspended", quoted));
	if (!motcua_has_frozen(schema))
		motcua_run(psprintf("DROP SCHEMA %s", quoted));
	run_all(statements);
	SPI_finish();
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(motcua_reattach);
Datum
motcua_reattach(PG_FUNCTION_ARGS)
{
	char *schema = NameStr(*PG_GETARG_NAME(0));
	motcua_view_style style;
	List *grants;

	(void) motcua_attachment_schema(schema);
	SPI_connect();
	style = motcua_current_style(schema);
	grants = motcua_attachment_grants(schema);
	motcua_drop_views(schema);
	motcua_build_views(schema, &style);
	run_all(grants);
	SPI_finish();
	PG_RETURN_VOID();
}

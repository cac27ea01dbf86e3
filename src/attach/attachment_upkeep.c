/*
 * This file holds the SQL functions that change an attachment as a whole: detach drops it, suspend
 * and resume_attachment let the attached table be changed meanwhile, and reattach builds the views
 * anew after an update of the extension.
 */
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
#include "attach/mapping_data.h"
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
				 "Keep a copy of %s.frozen_report and frozen_dossier, then detach with force => "
				 "true.",
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

/* Store statements in the table suspended of the schema. */
static void
store_statements(const char *schema, List *statements)
{
	char *insertion = motcua_fill_schema("INSERT INTO @schema@.suspended VALUES ($1, $2)", schema);
	Oid types[] = {INT4OID, TEXTOID};
	ListCell *cell;

	motcua_run(motcua_fill_schema(mapping_suspended, schema));
	foreach (cell, statements)
	{
		Datum values[] = {Int32GetDatum(foreach_current_index(cell)),
						  CStringGetTextDatum(lfirst(cell))};

		SPI_execute_with_args(insertion, 2, types, values, NULL, false, 0);
	}
}

PG_FUNCTION_INFO_V1(motcua_suspend_attachment);
Datum
motcua_suspend_attachment(PG_FUNCTION_ARGS)
{
	char *schema = NameStr(*PG_GETARG_NAME(0));
	List *statements;

	SPI_connect();
	statements = motcua_attachment_statements(schema);
	motcua_discard_rollup(schema);
	motcua_drop_views(schema);
	drop_mapping(schema);
	store_statements(schema, statements);
	SPI_finish();
	PG_RETURN_VOID();
}

/*
 * Raise 42501 if another role than the caller may have written to the table suspended, because
 * resume_attachment runs the statements in it with the caller's rights. The caller must own the
 * table, and nobody may have been granted anything on it. Raise 42704 if there is no such table.
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
				 "Name a schema that motcua.suspend_attachment(schema) was called for; a new attachment is "
				 "made by motcua.attach(...).")));
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
				 "Let its owner call motcua.resume_attachment, with no privileges on it granted to "
				 "others.")));
	ReleaseSysCache(tuple);
}

static List *
stored_statements(const char *schema)
{
	static const char query[] = "SELECT s.statement FROM @schema@.suspended AS s ORDER BY s.place";
	List *statements = NIL;

	if (SPI_execute(motcua_fill_schema(query, schema), true, 0) != SPI_OK_SELECT)
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
	statements = stored_statements(schema);
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
	ViewStyle style;
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

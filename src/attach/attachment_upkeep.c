/*
 * This file holds the SQL functions that change an attachment as a whole: detach drops it,
 * suspend_attachment and resume_attachment let the attached table be changed meanwhile, and
 * reattach builds the views anew after an update of the extension. Each works as the owner of the
 * attachment, whoever calls it.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/relation.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "attach/attach.h"
#include "attach/attachment.h"
#include "attach/attachment_statement.h"
#include "attach/mapping_data.h"
#include "attach/rollup/rollup.h"
#include "common/options.h"
#include "common/owner.h"
#include "common/spi_rows.h"

static void
drop_record(const Attachment *attachment)
{
	motcua_run(
		motcua_fill_schema("DROP VIEW @schema@.mapping, @schema@.settings", attachment->name));
}

PG_FUNCTION_INFO_V1(motcua_detach);
Datum
motcua_detach(PG_FUNCTION_ARGS)
{
	Attachment attachment;
	const char *quoted;
	bool has_frozen;
	SavedUser before;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	attachment = motcua_open_own_attachment(NameStr(*PG_GETARG_NAME(0)));
	quoted = quote_identifier(attachment.name);
	has_frozen = motcua_has_frozen(attachment.schema);
	if (has_frozen && !motcua_flag_option(fcinfo, 1))
		ereport(
			ERROR,
			(errcode(ERRCODE_DEPENDENT_OBJECTS_STILL_EXIST),
			 errmsg("attachment \"%s\" has frozen figures", attachment.name),
			 errhint(
				 "Keep a copy of %s.frozen_report and frozen_dossier, then detach with force => "
				 "true.",
				 quoted)));
	before = motcua_become(attachment.owner);
	SPI_connect();
	motcua_discard_rollup(&attachment, before.user);
	motcua_drop_views(&attachment);
	drop_record(&attachment);
	if (has_frozen)
		motcua_run(psprintf("DROP TABLE %s.frozen_report, %s.frozen_dossier", quoted, quoted));
	motcua_run(psprintf("DROP SCHEMA %s", quoted));
	SPI_finish();
	motcua_restore_user(before);
	PG_RETURN_VOID();
}

/* ---- suspend_attachment ---- */

/* Return an array of the names or of the texts of a list of NamedText. */
static Datum
text_array(List *list, bool names)
{
	Datum *texts = palloc(sizeof(Datum) * Max(list_length(list), 1));
	ListCell *cell;

	foreach (cell, list)
	{
		NamedText *one = lfirst(cell);

		texts[foreach_current_index(cell)] = CStringGetTextDatum(names ? one->name : one->text);
	}
	return PointerGetDatum(
		construct_array(texts, list_length(list), TEXTOID, -1, false, TYPALIGN_INT));
}

/* What suspend_attachment keeps, read before the views are dropped. */
typedef struct Suspension
{
	Oid relation;
	List *arguments; /* of NamedText */
	List *extra; /* of NamedText */
	Datum grants; /* jsonb */
	bool rolled_up;
} Suspension;

static Suspension
read_suspension(const Attachment *attachment)
{
	Oid types[] = {TEXTOID};
	Oid result[] = {JSONBOID};
	Datum values[] = {CStringGetTextDatum(attachment->name)};
	Statement query = {"SELECT motcua_internal.grants_of_attachment($1::name)", 1, types, values};
	Rows grants = motcua_select(&query, false, result, 1);
	Suspension suspension = {.relation = attachment->relation,
							 .arguments = motcua_attachment_arguments(attachment),
							 .extra = motcua_attachment_extra(attachment),
							 .rolled_up = motcua_has_rollup(attachment)};
	bool is_null;

	suspension.grants =
		PointerGetDatum(PG_DETOAST_DATUM_COPY(motcua_cell(&grants, 0, 0, &is_null)));
	return suspension;
}

static void
store_suspension(const Attachment *attachment, const Suspension *kept)
{
	Oid types[] = {OIDOID,       TEXTARRAYOID, TEXTARRAYOID, TEXTARRAYOID,
				   TEXTARRAYOID, JSONBOID,     BOOLOID};
	Datum values[] = {ObjectIdGetDatum(kept->relation),   text_array(kept->arguments, true),
					  text_array(kept->arguments, false), text_array(kept->extra, true),
					  text_array(kept->extra, false),     kept->grants,
					  BoolGetDatum(kept->rolled_up)};

	motcua_run(motcua_fill_schema(mapping_suspended, attachment->name));
	if (SPI_execute_with_args(motcua_fill_schema(mapping_suspend, attachment->name), 7, types,
							  values, NULL, false, 0) != SPI_OK_INSERT)
		elog(ERROR, "could not store what attachment \"%s\" is made of", attachment->name);
}

PG_FUNCTION_INFO_V1(motcua_suspend_attachment);
Datum
motcua_suspend_attachment(PG_FUNCTION_ARGS)
{
	Attachment attachment = motcua_open_own_attachment(NameStr(*PG_GETARG_NAME(0)));
	SavedUser before = motcua_become(attachment.owner);
	Suspension suspension;

	SPI_connect();
	suspension = read_suspension(&attachment);
	motcua_discard_rollup(&attachment, before.user);
	motcua_drop_views(&attachment);
	drop_record(&attachment);
	store_suspension(&attachment, &suspension);
	SPI_finish();
	motcua_restore_user(before);
	PG_RETURN_VOID();
}

/* ---- resume_attachment ---- */

static const ColumnShape suspended_columns[] = {{"relation", REGCLASSOID},
												{"arguments", JSONBOID},
												{"grants", JSONBOID},
												{"rolled_up", BOOLOID}};
static const RelationShape suspended_shape = {
	.name = "suspended", .kind = RELKIND_RELATION, MOTCUA_COLUMNS(suspended_columns)};

/*
 * Raise 42501 if another role than the owner of the table suspended may have written to it, because
 * the expressions in it would run with the owner's rights.
 */
static void
check_is_nobody_elses(Oid table, const char *schema)
{
	HeapTuple tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(table));
	Form_pg_class class = (Form_pg_class) GETSTRUCT(tuple);
	bool acl_is_default;

	(void) SysCacheGetAttr(RELOID, tuple, Anum_pg_class_relacl, &acl_is_default);
	if (!acl_is_default || class->relhasrules || class->relhastriggers || class->relrowsecurity)
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("table \"%s.suspended\" is not its owner's alone", schema),
				 errdetail("It holds expressions that would run with the owner's rights."),
				 errhint("Suspend and resume with no privileges on the table granted to others, "
						 "and no trigger, rule or policy on it.")));
	ReleaseSysCache(tuple);
}

/* Return the table suspended of a schema. Raise 42704 if there is none. */
static Oid
suspended_table(const char *schema)
{
	Oid namespace = get_namespace_oid(schema, true);
	Oid table = OidIsValid(namespace) && !isAnyTempNamespace(namespace)
					? motcua_lock_by_name(namespace, "suspended", AccessExclusiveLock)
					: InvalidOid;

	if (!OidIsValid(table))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("schema \"%s\" is not a suspended attachment", schema),
				 errhint("Name a schema that motcua.suspend_attachment(schema) was called for; a "
						 "new attachment is made by motcua.attach(...).")));
	return table;
}

/* Return the arguments of attach that the table suspended holds. Raise 22023 for an unknown one. */
static AttachArguments
stored_arguments(const char *schema)
{
	static const Oid types[] = {TEXTOID, TEXTOID};
	Statement query = {motcua_fill_schema(mapping_stored, schema)};
	AttachArguments arguments = {.schema = schema, .ignore_rls = "false"};
	Rows stored = motcua_select(&query, false, types, lengthof(types));

	for (uint64 row = 0; row < stored.count; row++)
	{
		char *name = motcua_cell_text(&stored, row, 0);
		char *text = motcua_cell_text(&stored, row, 1);
		const char **place = motcua_attach_argument(&arguments, name);

		if (place != NULL)
			*place = text;
		else if (strcmp(name, "extra") == 0)
			arguments.extra = DatumGetJsonbP(DirectFunctionCall1(jsonb_in, CStringGetDatum(text)));
		else
			ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
							errmsg("motcua.attach has no argument \"%s\"", name),
							errhint("Take it out of %s.suspended.", quote_identifier(schema))));
	}
	return arguments;
}

/* Raise 22023 if an argument that every attachment has is missing. */
static void
check_is_complete(const AttachArguments *arguments)
{
	const char *const needed[] = {
		arguments->columns[0],  arguments->columns[1], arguments->columns[2], arguments->basis,
		arguments->granularity, arguments->target,     arguments->warn_days,  arguments->time_zone,
		arguments->calendar,    arguments->rights};

	for (size_t at = 0; at < lengthof(needed); at++)
		if (needed[at] == NULL)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("table \"%s.suspended\" lacks arguments of attach", arguments->schema),
					 errhint("Attach the table anew with motcua.attach(...).")));
}

/* Return the statements of the grants that the table suspended holds, a list of strings. */
static List *
stored_grants(const char *schema)
{
	static const Oid types[] = {TEXTOID};
	Datum values[] = {CStringGetTextDatum(schema)};
	Statement query = {motcua_fill_schema(mapping_stored_grants, schema), 1, types, values};
	Rows grants = motcua_select(&query, false, types, 1);

	return motcua_first_column(&grants);
}

PG_FUNCTION_INFO_V1(motcua_resume_attachment);
Datum
motcua_resume_attachment(PG_FUNCTION_ARGS)
{
	char *schema = NameStr(*PG_GETARG_NAME(0));
	Oid owner = motcua_owner_of(suspended_table(schema));
	static const Oid types[] = {OIDOID, BOOLOID};
	Statement query = {motcua_fill_schema(mapping_suspended_row, schema)};
	AttachArguments arguments;
	SavedUser before;
	List *grants;
	bool rolled_up, is_null;
	Rows row;

	motcua_check_is_owner(owner, "suspended attachment", schema);
	motcua_check_schema_is_owners(get_namespace_oid(schema, false), owner);
	relation_close(motcua_open_relation(get_namespace_oid(schema, false), owner, &suspended_shape,
										AccessExclusiveLock),
				   NoLock);
	check_is_nobody_elses(suspended_table(schema), schema);
	before = motcua_become(owner);
	SPI_connect();
	arguments = stored_arguments(schema);
	row = motcua_select(&query, false, types, lengthof(types));
	arguments.relation = DatumGetObjectId(motcua_cell(&row, 0, 0, &is_null));
	rolled_up = DatumGetBool(motcua_cell(&row, 0, 1, &is_null));
	check_is_complete(&arguments);
	grants = stored_grants(schema);
	motcua_run(motcua_fill_schema("DROP TABLE @schema@.suspended", schema));
	motcua_make_attachment(&arguments);
	if (rolled_up)
	{
		Attachment attachment = motcua_open_attachment(schema);

		motcua_make_rollup(&attachment);
	}
	motcua_run_all(grants);
	SPI_finish();
	motcua_restore_user(before);
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(motcua_reattach);
Datum
motcua_reattach(PG_FUNCTION_ARGS)
{
	Attachment attachment = motcua_open_own_attachment(NameStr(*PG_GETARG_NAME(0)));
	SavedUser before = motcua_become(attachment.owner);
	List *grants;

	SPI_connect();
	grants = motcua_attachment_grants(&attachment);
	motcua_drop_views(&attachment);
	motcua_build_views(&attachment, motcua_has_rollup(&attachment));
	motcua_run_all(grants);
	SPI_finish();
	motcua_restore_user(before);
	PG_RETURN_VOID();
}

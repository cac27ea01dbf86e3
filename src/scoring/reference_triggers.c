/*
 * This file holds the triggers that keep the references between the tables that the DBA fills.
 * Foreign keys would refuse the rows that pg_restore -j loads out of order, and they cannot point
 * to what the library ships.
 *
 * The arguments of the triggers are a relation of the schema motcua, then pairs of a column of the
 * trigger's own table and the column of the relation in which its value must be found.
 */
#include "postgres.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "lib/stringinfo.h"
#include "storage/lmgr.h"
#include "tcop/pquery.h"
#include "utils/builtins.h"
#include "utils/rel.h"

#include "common/compat.h"
#include "common/own_trigger.h"
#include "common/spi_rows.h"

#define PAIRS_MAX 4
#define FOUND_MAX 100

/* What the row of a trigger refers to. A value of NULL refers to nothing. */
typedef struct Reference
{
	const char *schema; /* of both tables, quoted */
	const char *relation;
	int pairs;
	const char *own_columns[PAIRS_MAX];
	const char *columns[PAIRS_MAX];
	char *values[PAIRS_MAX];
} Reference;

/* Return what a row refers to, by the arguments of the trigger. Raise 39P01 if they are wrong. */
static Reference
reference_of(TriggerData *trigger, HeapTuple tuple)
{
	const Trigger *own = trigger->tg_trigger;
	Reference r = {.schema = motcua_trigger_schema(trigger), .pairs = (own->tgnargs - 1) / 2};

	if (own->tgnargs % 2 == 0 || r.pairs < 1 || r.pairs > PAIRS_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("trigger \"%s\" needs a relation and pairs of columns", own->tgname)));
	r.relation = own->tgargs[0];
	for (int i = 0; i < r.pairs; i++)
	{
		r.own_columns[i] = own->tgargs[1 + 2 * i];
		r.columns[i] = own->tgargs[2 + 2 * i];
		r.values[i] = motcua_trigger_text(trigger, tuple, r.own_columns[i]);
	}
	return r;
}

static bool
refers_to_nothing(const Reference *r)
{
	for (int i = 0; i < r->pairs; i++)
		if (r->values[i] == NULL)
			return true;
	return false;
}

/*
 * Execute a command whose parameters are the values of the pairs, $1, $2 and so on, and then
 * another one unless it is NULL. `expected` is the result of SPI that means success. Return the
 * number of rows that the command processed.
 */
static uint64
execute_for(const Reference *r, const char *command, const char *another, int expected)
{
	Oid types[PAIRS_MAX + 1];
	Datum values[PAIRS_MAX + 1];
	int count = r->pairs + (another != NULL);
	uint64 rows;

	for (int i = 0; i < count; i++)
	{
		types[i] = TEXTOID;
		values[i] = CStringGetTextDatum(i < r->pairs ? r->values[i] : another);
	}
	SPI_connect();
	if (SPI_execute_with_args(command, count, types, values, NULL, false, 0) != expected)
		elog(ERROR, "could not run \"%s\"", command);
	rows = SPI_processed;
	SPI_finish();
	return rows;
}

/* Return the WHERE clause that compares the columns of the relation with the values. */
static char *
condition_of(const Reference *r)
{
	StringInfoData condition;

	initStringInfo(&condition);
	for (int i = 0; i < r->pairs; i++)
		appendStringInfo(&condition, "%s %s OPERATOR(pg_catalog.=) $%d", i > 0 ? " AND" : " WHERE",
						 quote_identifier(r->columns[i]), i + 1);
	return condition.data;
}

/* True if the relation has a row with the values of the reference. */
static bool
is_found(const Reference *r)
{
	char *command = psprintf("SELECT FROM %s.%s%s LIMIT 1", r->schema,
							 quote_identifier(r->relation), condition_of(r));

	return execute_for(r, command, NULL, SPI_OK_SELECT) > 0;
}

/*
 * The references of one statement that were found in their relation. They are kept, because many
 * observations refer to few criteria.
 */
typedef struct FoundReferences
{
	int count;
	char *keys[FOUND_MAX];
} FoundReferences;

/* Return a key that only references with the same values have. */
static char *
key_of(const Reference *r)
{
	StringInfoData key;

	initStringInfo(&key);
	for (int i = 0; i < r->pairs; i++)
		appendStringInfo(&key, "%zu:%s", strlen(r->values[i]), r->values[i]);
	return key.data;
}

static bool
was_found(const FoundReferences *found, const char *key)
{
	for (int i = 0; found && i < found->count; i++)
		if (strcmp(found->keys[i], key) == 0)
			return true;
	return false;
}

/*
 * Keep the key of a reference that was found. The FmgrInfo of the trigger lives as long as its
 * statement.
 */
static void
remember(FmgrInfo *trigger, const char *key)
{
	FoundReferences *found = trigger->fn_extra;

	if (found == NULL)
		found = trigger->fn_extra =
			MemoryContextAllocZero(trigger->fn_mcxt, sizeof(FoundReferences));
	if (found->count < FOUND_MAX)
		found->keys[found->count++] = MemoryContextStrdup(trigger->fn_mcxt, key);
}

static bool
is_known(FmgrInfo *trigger, const Reference *r)
{
	char *key = key_of(r);

	if (was_found(trigger->fn_extra, key))
		return true;
	if (!is_found(r))
		return false;
	remember(trigger, key);
	return true;
}

/*
 * Raise 23503: a row refers to something that does not exist. In COPY this is only a warning,
 * because the rows may come before what they refer to.
 */
static void
complain(const Relation table, const Reference *r)
{
	bool in_copy = ActivePortal && ActivePortal->commandTag == CMDTAG_COPY;
	StringInfoData values;

	initStringInfo(&values);
	for (int i = 0; i < r->pairs; i++)
		appendStringInfo(&values, "%s%s", i > 0 ? ", " : "", r->values[i]);
	ereport(in_copy ? WARNING : ERROR,
			(errcode(ERRCODE_FOREIGN_KEY_VIOLATION),
			 errmsg("\"%s\" of a row of motcua.%s is not in motcua.%s", values.data,
					RelationGetRelationName(table), r->relation),
			 in_copy
				 ? errdetail("The row has no effect until it is.")
				 : errhint("Relation motcua.%s lists what there is; add it first.", r->relation)));
}

/* This trigger refuses a row that refers to something that does not exist. */
PG_FUNCTION_INFO_V1(motcua_check_reference);
Datum
motcua_check_reference(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = motcua_own_row_trigger(fcinfo);
	HeapTuple tuple = motcua_trigger_row(trigger);
	Reference r = reference_of(trigger, tuple);

	if (!refers_to_nothing(&r) && !is_known(fcinfo->flinfo, &r))
		complain(trigger->tg_relation, &r);
	PG_RETURN_POINTER(NULL);
}

static void
delete_parts(const Reference *r)
{
	char *command =
		psprintf("DELETE FROM %s.%s%s", r->schema, quote_identifier(r->relation), condition_of(r));

	execute_for(r, command, NULL, SPI_OK_DELETE);
}

static void
rename_parts(const Reference *r, const char *name)
{
	char *command = psprintf("UPDATE %s.%s SET %s = $2%s", r->schema, quote_identifier(r->relation),
							 quote_identifier(r->columns[0]), condition_of(r));

	execute_for(r, command, name, SPI_OK_UPDATE);
}

/*
 * This trigger deletes the parts of a row that is deleted, and renames the reference of the parts
 * of a row that is renamed. The key consists of one column.
 */
PG_FUNCTION_INFO_V1(motcua_parts_follow);
Datum
motcua_parts_follow(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = motcua_own_row_trigger(fcinfo);
	Reference r = reference_of(trigger, trigger->tg_trigtuple);
	char *name;

	if (r.pairs != 1 || r.values[0] == NULL)
		PG_RETURN_POINTER(NULL);
	if (!TRIGGER_FIRED_BY_UPDATE(trigger->tg_event))
	{
		delete_parts(&r);
		PG_RETURN_POINTER(NULL);
	}
	name = motcua_trigger_text(trigger, trigger->tg_newtuple, r.own_columns[0]);
	if (name != NULL && strcmp(name, r.values[0]) != 0)
		rename_parts(&r, name);
	PG_RETURN_POINTER(NULL);
}

/*
 * This trigger refuses a second row of an agency for the same days. Editors wait for each other,
 * because otherwise each of them could miss the other's row. Readers and COPY of other tables do
 * not wait.
 */
PG_FUNCTION_INFO_V1(motcua_check_agency);
Datum
motcua_check_agency(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = motcua_own_row_trigger(fcinfo);
	HeapTuple tuple = motcua_trigger_row(trigger);
	Reference r = {.pairs = 2};

	r.values[0] = motcua_trigger_text(trigger, tuple, "code");
	r.values[1] = motcua_trigger_text(trigger, tuple, "valid");
	if (refers_to_nothing(&r))
		PG_RETURN_POINTER(NULL);
	LockRelationOid(RelationGetRelid(trigger->tg_relation), ShareUpdateExclusiveLock);
	if (execute_for(&r,
					psprintf("SELECT FROM %s.agency WHERE code OPERATOR(pg_catalog.=) $1"
							 " AND valid OPERATOR(pg_catalog.&&) $2::pg_catalog.daterange",
							 motcua_trigger_schema(trigger)),
					NULL, SPI_OK_SELECT) > 1)
		ereport(ERROR,
				(errcode(ERRCODE_EXCLUSION_VIOLATION),
				 errmsg("agency \"%s\" has two rows for days of %s", r.values[0], r.values[1]),
				 errhint("End the former row on the day the new one begins: valid = "
						 "daterange(since, that day).")));
	PG_RETURN_POINTER(NULL);
}

/* The columns of motcua.agency that name another agency. */
static const char *const agency_references[] = {"parent", "successor"};

/* Raise 23503 if another agency names the one whose last row is deleted. */
static void
refuse_if_named(const char *schema, const char *code)
{
	static const Oid types[] = {TEXTOID};
	Datum values[] = {CStringGetTextDatum(code)};

	for (size_t at = 0; at < lengthof(agency_references); at++)
	{
		Statement query = {psprintf("SELECT a.code FROM %s.agency AS a WHERE a.%s "
									"OPERATOR(pg_catalog.=) $1 ORDER BY a.code LIMIT 1",
									schema, agency_references[at]),
						   1, types, values};
		Rows named = motcua_select(&query, false, NULL, 1);

		if (named.count > 0)
			ereport(ERROR, (errcode(ERRCODE_FOREIGN_KEY_VIOLATION),
							errmsg("agency \"%s\" cannot be removed: it is the %s of \"%s\"", code,
								   agency_references[at], motcua_cell_text(&named, 0, 0)),
							errhint("Change that row first, or end the agency by its column "
									"valid.")));
	}
}

/*
 * This trigger keeps what names an agency when its last row is deleted or gets another code: the
 * deletion is refused, and a new code is written to the agencies that name it.
 */
PG_FUNCTION_INFO_V1(motcua_agency_follows);
Datum
motcua_agency_follows(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = motcua_own_row_trigger(fcinfo);
	const char *schema = motcua_trigger_schema(trigger);
	Reference r = {.schema = schema,
				   .relation = "agency",
				   .pairs = 1,
				   .columns = {"code"},
				   .values = {motcua_trigger_text(trigger, trigger->tg_trigtuple, "code")}};

	CommandCounterIncrement();
	if (is_found(&r))
		PG_RETURN_POINTER(NULL);
	SPI_connect();
	if (!TRIGGER_FIRED_BY_UPDATE(trigger->tg_event))
		refuse_if_named(schema, r.values[0]);
	else
		for (size_t at = 0; at < lengthof(agency_references); at++)
		{
			r.columns[0] = agency_references[at];
			rename_parts(&r, motcua_trigger_text(trigger, trigger->tg_newtuple, "code"));
		}
	SPI_finish();
	PG_RETURN_POINTER(NULL);
}

/*
 * freeze: a report as it was published, with the dossiers behind it and a hash over both and over the freeze before,
 * so that neither the dossiers nor what was frozen can be changed unseen. The tables are the attachment's own.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/tuplestore.h"

#include "attachment.h"

/* $S is the schema; the report and the lists are the attachment's own functions. */
#define FIGURES "SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(f) ORDER BY f.tt NULLS LAST) FROM $S.report_06a($1, 'unit', 'recorded') AS f"
#define DOSSIERS "SELECT coalesce(d.code, '') AS code, pg_catalog.concat_ws('|', d.unit, d.received_at, d.due_at, coalesce(d.ended_at::text, '-')) AS counted" \
	" FROM $S.report_06a_dossiers($1, 3, NULL, 'unit', 'recorded') AS d"
#define HASH_OF "pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.concat_ws(E'\\n', pg_catalog.encode(r.previous, 'hex'), r.period, r.frozen_at AT TIME ZONE 'UTC', r.frozen_by, r.note, r.figures," \
	" (SELECT pg_catalog.string_agg(d.code || '|' || d.counted, E'\\n' ORDER BY d.code COLLATE \"C\", d.counted COLLATE \"C\") FROM $S.frozen_dossier AS d WHERE d.period = r.period)), 'UTF8'))"

static const char creation[] =
	"CREATE TABLE $S.frozen_report (place integer PRIMARY KEY, period daterange NOT NULL UNIQUE, frozen_at timestamptz NOT NULL, frozen_by text NOT NULL,"
	" note text, figures jsonb NOT NULL, previous bytea, hash bytea);"
	"CREATE TABLE $S.frozen_dossier (period daterange NOT NULL, code text NOT NULL, counted text NOT NULL);"
	"CREATE INDEX ON $S.frozen_dossier (period, code);"
	"COMMENT ON TABLE $S.frozen_report IS 'Số liệu đã chốt: biểu II.06a và mã băm của từng kỳ';"
	"COMMENT ON TABLE $S.frozen_dossier IS 'Các hồ sơ được đếm trong số liệu đã chốt (có mã hồ sơ)'";

static const char freezing[] =
	"INSERT INTO $S.frozen_report (place, period, frozen_at, frozen_by, note, figures, previous)"
	" SELECT coalesce(pg_catalog.max(l.place), 0) + 1, $1, pg_catalog.clock_timestamp(), current_user, $2, (" FIGURES "),"
	" (SELECT p.hash FROM $S.frozen_report AS p ORDER BY p.place DESC LIMIT 1) FROM $S.frozen_report AS l";

/* Cells as label and column; the row of all units is 'Tổng cộng'. */
#define CELLS(figures) "SELECT e.value ->> 'label' AS label, c.key AS col, c.value AS n FROM pg_catalog.jsonb_array_elements(" figures ") AS e, pg_catalog.jsonb_each_text(e.value) AS c WHERE c.key NOT IN ('label', 'tt')"

static const char verification[] =
	"SELECT r.period, 'hash', NULL::text, NULL::text, pg_catalog.encode(r.hash, 'hex'), pg_catalog.encode(" HASH_OF ", 'hex') FROM $S.frozen_report AS r"
	" WHERE r.period = $1 AND (r.hash IS DISTINCT FROM " HASH_OF
	"   OR r.previous IS DISTINCT FROM (SELECT p.hash FROM $S.frozen_report AS p WHERE p.place < r.place ORDER BY p.place DESC LIMIT 1))"
	" UNION ALL"
	" SELECT $1, 'cell', coalesce(f.label, n.label), coalesce(f.col, n.col), f.n, n.n FROM (" CELLS("(SELECT r.figures FROM $S.frozen_report AS r WHERE r.period = $1)") ") AS f"
	" FULL JOIN (" CELLS("(" FIGURES ")") ") AS n ON n.label = f.label AND n.col = f.col WHERE f.n IS DISTINCT FROM n.n"
	" UNION ALL"
	" SELECT $1, 'dossier', coalesce(f.code, n.code), NULL, f.counted, n.counted"
	" FROM (SELECT d.code, d.counted, pg_catalog.row_number() OVER (PARTITION BY d.code ORDER BY d.counted) AS k FROM $S.frozen_dossier AS d WHERE d.period = $1) AS f"
	" FULL JOIN (SELECT x.code, x.counted, pg_catalog.row_number() OVER (PARTITION BY x.code ORDER BY x.counted) AS k FROM (" DOSSIERS ") AS x) AS n"
	"   ON n.code = f.code AND n.k = f.k WHERE f.counted IS DISTINCT FROM n.counted"
	" ORDER BY 2, 3, 4";

/* A statement with the schema in the place of $S. */
static char *
in_schema(const char *statement, const char *schema)
{
	StringInfoData out;

	initStringInfo(&out);
	for (const char *next = statement; *next; next++)
		if (next[0] == '$' && next[1] == 'S')
		{
			appendStringInfoString(&out, quote_identifier(schema));
			next++;
		}
		else
			appendStringInfoChar(&out, *next);
	return out.data;
}

static uint64
run_for_period(FunctionCallInfo fcinfo, const char *statement, const char *schema, bool with_note)
{
	Oid			types[] = {DATERANGEOID, TEXTOID};
	Datum		values[] = {PG_GETARG_DATUM(1), with_note ? PG_GETARG_DATUM(2) : (Datum) 0};
	char		nulls[] = {' ', with_note && !PG_ARGISNULL(2) ? ' ' : 'n'};

	if (SPI_execute_with_args(in_schema(statement, schema), with_note ? 2 : 1, types, values, nulls, false, 0) < 0)
		elog(ERROR, "could not freeze or compare");
	return SPI_processed;
}

/* A period that still goes on by the day shown would not stay as it is. */
static void
check_is_over(FunctionCallInfo fcinfo, const char *schema)
{
	if (run_for_period(fcinfo, "SELECT FROM $S.settings AS s WHERE pg_catalog.upper($1) - 1 <= s.as_of AND NOT pg_catalog.lower_inf($1)", schema, false) == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("the period does not end by the day that attachment \"%s\" shows", schema),
				 errhint("Freeze a bounded period that is over: see as_of in %s.settings.", quote_identifier(schema))));
}

PG_FUNCTION_INFO_V1(motcua_freeze);
Datum
motcua_freeze(PG_FUNCTION_ARGS)
{
	char	   *schema;
	char	   *hash;
	text	   *result;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	schema = NameStr(*PG_GETARG_NAME(0));
	(void) motcua_attachment_schema(schema);
	SPI_connect();
	check_is_over(fcinfo, schema);
	if (!motcua_has_frozen(schema))
		motcua_run(in_schema(creation, schema));
	motcua_run(in_schema("LOCK TABLE $S.frozen_report IN EXCLUSIVE MODE", schema));
	(void) run_for_period(fcinfo, freezing, schema, true);
	(void) run_for_period(fcinfo, "INSERT INTO $S.frozen_dossier SELECT $1, x.code, x.counted FROM (" DOSSIERS ") AS x", schema, false);
	(void) run_for_period(fcinfo, "UPDATE $S.frozen_report AS r SET hash = " HASH_OF " WHERE r.period = $1 RETURNING pg_catalog.encode(r.hash, 'hex')", schema, false);
	hash = SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1);
	result = SPI_palloc(VARHDRSZ + strlen(hash));
	SET_VARSIZE(result, VARHDRSZ + strlen(hash));
	memcpy(VARDATA(result), hash, strlen(hash));
	SPI_finish();
	PG_RETURN_TEXT_P(result);
}

PG_FUNCTION_INFO_V1(motcua_verify_frozen);
Datum
motcua_verify_frozen(PG_FUNCTION_ARGS)
{
	char	   *schema = NameStr(*PG_GETARG_NAME(0));
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;

	(void) motcua_attachment_schema(schema);
	if (!motcua_has_frozen(schema))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT), errmsg("attachment \"%s\" has no frozen figures", schema),
				 errhint("Freeze a period with motcua.freeze(schema, period).")));
	InitMaterializedSRF(fcinfo, 0);
	SPI_connect();
	if (run_for_period(fcinfo, "SELECT FROM $S.frozen_report AS r WHERE r.period = $1", schema, false) == 0)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT), errmsg("this period was not frozen in attachment \"%s\"", schema),
				 errhint("The frozen periods stand in %s.frozen_report.", quote_identifier(schema))));
	(void) run_for_period(fcinfo, verification, schema, false);
	for (uint64 at = 0; at < SPI_processed; at++)
		tuplestore_puttuple(result->setResult, SPI_tuptable->vals[at]);
	SPI_finish();
	PG_RETURN_NULL();
}

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
#include "utils/fmgroids.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/tuplestore.h"

#include "attach/attachment.h"

/*
 * $S is the schema. What is counted now is asked for first, with the caller's search_path, which the mapping's own
 * functions may need; it goes into the other statements as $3 to $5. Those see nobody else's operators.
 */
#define FIGURES \
	"SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(f) ORDER BY f.tt NULLS LAST) FROM $S.report_06a($1, 'unit', 'recorded') AS f"
#define COUNTED \
	"pg_catalog.concat_ws('|', d.unit, d.received_at, d.due_at, coalesce(d.ended_at::text, '-'))"
#define DOSSIERS "ROWS FROM (pg_catalog.unnest($4), pg_catalog.unnest($5)) AS x (code, counted)"
#define HASH_OF                                                                                                                                                                            \
	"pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.concat_ws(E'\\n', pg_catalog.encode(r.previous, 'hex'), r.period, r.frozen_at AT TIME ZONE 'UTC', r.frozen_by, r.note, r.figures," \
	" (SELECT pg_catalog.string_agg(d.code || '|' || d.counted, E'\\n' ORDER BY d.code COLLATE \"C\", d.counted COLLATE \"C\") FROM $S.frozen_dossier AS d WHERE d.period = r.period)), 'UTF8'))"

static const char counting[] =
	"SELECT (" FIGURES
	"), pg_catalog.array_agg(coalesce(d.code, '')), pg_catalog.array_agg(" COUNTED ")"
	" FROM $S.report_06a_dossiers($1, 3, NULL, 'unit', 'recorded') AS d";

static const char creation[] =
	"CREATE TABLE $S.frozen_report (place integer PRIMARY KEY, period daterange NOT NULL UNIQUE, frozen_at timestamptz NOT NULL, frozen_by text NOT NULL,"
	" note text, figures jsonb NOT NULL, previous bytea, hash bytea);"
	"CREATE TABLE $S.frozen_dossier (period daterange NOT NULL, code text NOT NULL, counted text NOT NULL);"
	"CREATE INDEX ON $S.frozen_dossier (period, code);"
	"COMMENT ON TABLE $S.frozen_report IS 'Số liệu đã chốt: biểu II.06a và mã băm của từng kỳ';"
	"COMMENT ON TABLE $S.frozen_dossier IS 'Các hồ sơ được đếm trong số liệu đã chốt (có mã hồ sơ)'";

static const char freezing[] =
	"INSERT INTO $S.frozen_report (place, period, frozen_at, frozen_by, note, figures, previous)"
	" SELECT coalesce(pg_catalog.max(l.place), 0) + 1, $1, pg_catalog.clock_timestamp(), current_user, $2, $3,"
	" (SELECT p.hash FROM $S.frozen_report AS p ORDER BY p.place DESC LIMIT 1) FROM $S.frozen_report AS l";

/* Cells as label and column; the row of all units is 'Tổng cộng'. */
#define CELLS(figures)                                                                                              \
	"SELECT e.value ->> 'label' AS label, c.key AS col, c.value AS n FROM pg_catalog.jsonb_array_elements(" figures \
	") AS e, pg_catalog.jsonb_each_text(e.value) AS c WHERE c.key NOT IN ('label', 'tt')"

static const char verification[] =
	"SELECT r.period, 'hash', NULL::text, NULL::text, pg_catalog.encode(r.hash, 'hex'), pg_catalog.encode(" HASH_OF
	", 'hex') FROM $S.frozen_report AS r"
	" WHERE r.period = $1 AND (r.hash IS DISTINCT FROM " HASH_OF
	"   OR r.previous IS DISTINCT FROM (SELECT p.hash FROM $S.frozen_report AS p WHERE p.place < r.place ORDER BY p.place DESC LIMIT 1))"
	" UNION ALL"
	" SELECT $1, 'cell', coalesce(f.label, n.label), coalesce(f.col, n.col), f.n, n.n FROM (" CELLS(
		"(SELECT r.figures FROM $S.frozen_report AS r WHERE r.period = $1)") ") AS f"
																			 " FULL JOIN (" CELLS(
																				 "$3") ") AS n ON n.label = f.label AND n.col = f.col WHERE f.n IS DISTINCT FROM n.n"
																					   " UNION ALL"
																					   " SELECT $1, 'dossier', coalesce(f.code, n.code), NULL, f.counted, n.counted"
																					   " FROM (SELECT d.code, d.counted, pg_catalog.row_number() OVER (PARTITION BY d.code ORDER BY d.counted) AS k FROM $S.frozen_dossier AS d WHERE d.period = $1) AS f"
																					   " FULL JOIN (SELECT x.code, x.counted, pg_catalog.row_number() OVER (PARTITION BY x.code ORDER BY x.counted) AS k FROM " DOSSIERS
																					   ") AS n"
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

/* Parameters of every statement: the period, the note, and what is counted now. */
enum
{
	PERIOD,
	NOTE,
	NOW_FIGURES,
	NOW_CODES,
	NOW_COUNTED,
	PARAMETERS
};
typedef struct
{
	const char *schema;
	Datum values[PARAMETERS];
	char nulls[PARAMETERS];
} frozen_period;

static uint64
run(frozen_period *period, const char *statement)
{
	Oid types[PARAMETERS] = {DATERANGEOID, TEXTOID, JSONBOID, TEXTARRAYOID, TEXTARRAYOID};

	if (SPI_execute_with_args(in_schema(statement, period->schema), PARAMETERS, types,
							  period->values, period->nulls, false, 0) < 0)
		elog(ERROR, "could not freeze or compare");
	return SPI_processed;
}

static frozen_period
period_of(FunctionCallInfo fcinfo, const char *schema)
{
	frozen_period period = {
		.schema = schema, .values = {PG_GETARG_DATUM(1)}, .nulls = {' ', 'n', 'n', 'n', 'n'}};

	return period;
}

static void
count_now(frozen_period *period)
{
	(void) run(period, counting);
	for (int at = NOW_FIGURES; at < PARAMETERS; at++)
	{
		bool is_null;

		period->values[at] = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc,
										   at - NOW_FIGURES + 1, &is_null);
		period->nulls[at] = is_null ? 'n' : ' ';
	}
}

/* Days are written one way, whatever the session's, so that a hash is the same everywhere. Until AtEOXact_GUC. */
static int
with_iso_days(void)
{
	int level = NewGUCNestLevel();

	(void) set_config_option("datestyle", "ISO, YMD", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE,
							 true, 0, false);
	return level;
}

static char *
period_text(const frozen_period *period)
{
	return OidOutputFunctionCall(F_RANGE_OUT, period->values[PERIOD]);
}

/* A period that still goes on by the day shown would not stay as it is. */
static void
check_is_over(frozen_period *period)
{
	if (run(period,
			"SELECT FROM $S.settings AS s WHERE pg_catalog.upper($1) OPERATOR(pg_catalog.-) 1 OPERATOR(pg_catalog.<=) s.as_of AND NOT pg_catalog.lower_inf($1)") ==
		0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("period \"%s\" does not end by the day that attachment \"%s\" shows",
							   period_text(period), period->schema),
						errhint("Freeze a bounded period that is over: see as_of in %s.settings.",
								quote_identifier(period->schema))));
}

static void
check_was_frozen(frozen_period *period)
{
	if (run(period, "SELECT FROM $S.frozen_report AS r WHERE r.period = $1") == 0)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("period \"%s\" was not frozen in attachment \"%s\"", period_text(period),
						period->schema),
				 errhint("List the frozen periods with: SELECT period FROM %s.frozen_report;",
						 quote_identifier(period->schema))));
}

/* What was published stays: a second report of the period would be another one. */
static void
check_is_new(frozen_period *period)
{
	if (run(period, "SELECT FROM $S.frozen_report AS r WHERE r.period = $1") > 0)
		ereport(
			ERROR,
			(errcode(ERRCODE_DUPLICATE_OBJECT),
			 errmsg("period \"%s\" is frozen already in attachment \"%s\"", period_text(period),
					period->schema),
			 errhint("SELECT * FROM motcua.verify_frozen(%s, %s) shows what differs from it now.",
					 quote_literal_cstr(period->schema), quote_literal_cstr(period_text(period)))));
}

/* Makes the tables when they are not there, and waits for whoever freezes now. */
static void
open_tables(const char *schema)
{
	int level = motcua_with_safe_search_path();

	if (!motcua_has_frozen(schema))
		motcua_run(in_schema(creation, schema));
	motcua_run(in_schema("LOCK TABLE $S.frozen_report IN EXCLUSIVE MODE", schema));
	AtEOXact_GUC(true, level);
}

PG_FUNCTION_INFO_V1(motcua_freeze);
Datum
motcua_freeze(PG_FUNCTION_ARGS)
{
	frozen_period period;
	char *schema, *hash;
	text *result;
	int level;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	schema = NameStr(*PG_GETARG_NAME(0));
	(void) motcua_attachment_schema(schema);
	SPI_connect();
	level = with_iso_days();
	period = period_of(fcinfo, schema);
	if (!PG_ARGISNULL(2))
	{
		period.values[NOTE] = PG_GETARG_DATUM(2);
		period.nulls[NOTE] = ' ';
	}
	check_is_over(&period);
	open_tables(schema);
	count_now(&period);
	(void) motcua_with_safe_search_path();
	check_is_new(&period);
	(void) run(&period, freezing);
	(void) run(&period,
			   "INSERT INTO $S.frozen_dossier SELECT $1, x.code, x.counted FROM " DOSSIERS);
	(void) run(&period, "UPDATE $S.frozen_report AS r SET hash = " HASH_OF
						" WHERE r.period = $1 RETURNING pg_catalog.encode(r.hash, 'hex')");
	hash = SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1);
	result = SPI_palloc(VARHDRSZ + strlen(hash));
	SET_VARSIZE(result, VARHDRSZ + strlen(hash));
	memcpy(VARDATA(result), hash, strlen(hash));
	AtEOXact_GUC(true, level);
	SPI_finish();
	PG_RETURN_TEXT_P(result);
}

PG_FUNCTION_INFO_V1(motcua_verify_frozen);
Datum
motcua_verify_frozen(PG_FUNCTION_ARGS)
{
	char *schema = NameStr(*PG_GETARG_NAME(0));
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	frozen_period period = period_of(fcinfo, schema);
	int level;

	(void) motcua_attachment_schema(schema);
	if (!motcua_has_frozen(schema))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_OBJECT),
						errmsg("attachment \"%s\" has no frozen figures", schema),
						errhint("Freeze a period with motcua.freeze(schema, period).")));
	InitMaterializedSRF(fcinfo, 0);
	SPI_connect();
	level = with_iso_days();
	count_now(&period);
	(void) motcua_with_safe_search_path();
	check_was_frozen(&period);
	(void) run(&period, verification);
	for (uint64 at = 0; at < SPI_processed; at++)
		tuplestore_puttuple(result->setResult, SPI_tuptable->vals[at]);
	AtEOXact_GUC(true, level);
	SPI_finish();
	PG_RETURN_NULL();
}

/*
 * This file holds the SQL function classify, which judges the columns of a dossier, and what other
 * functions over such columns share.
 */
#include "postgres.h"

#include "utils/timestamp.h"

#include "access/htup_details.h"
#include "catalog/pg_enum.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "common/compat.h"
#include "dossier/outcome_sql.h"

mc_granularity
motcua_granularity_arg(FunctionCallInfo fcinfo, int argno)
{
	text *name;
	int granularity;

	if (PG_ARGISNULL(argno))
		return MC_BY_DAY;
	name = PG_GETARG_TEXT_PP(argno);
	granularity = mc_granularity_by_name(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	if (granularity < 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("unknown granularity \"%s\"", text_to_cstring(name)),
						errhint("Use \"day\" or \"instant\".")));
	return granularity;
}

mc_ended_as
motcua_ended_as_arg(FunctionCallInfo fcinfo, int argno)
{
	text *name;
	int ended_as;

	if (PG_ARGISNULL(argno))
		return MC_RESULT;
	name = PG_GETARG_TEXT_PP(argno);
	ended_as = mc_ended_as_by_name(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	if (ended_as < 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("unknown way to end a dossier: \"%s\"", text_to_cstring(name)),
						errhint("Use \"result\", \"withdrawn\", \"refused\" or \"stopped\"; "
								"map other codes with CASE.")));
	return ended_as;
}

/* Return the OID of a label of the enum outcome. */
static Oid
label_oid(Oid enum_type, const char *label)
{
	HeapTuple tuple =
		SearchSysCache2(ENUMTYPOIDNAME, ObjectIdGetDatum(enum_type), CStringGetDatum(label));
	Oid oid;

	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "type outcome has no label \"%s\"", label);
	oid = ((Form_pg_enum) GETSTRUCT(tuple))->oid;
	ReleaseSysCache(tuple);
	return oid;
}

Datum
motcua_outcome_datum(FunctionCallInfo fcinfo, mc_outcome outcome)
{
	Oid *labels = fcinfo->flinfo->fn_extra;

	if (!labels)
	{
		Oid enum_type = get_func_rettype(fcinfo->flinfo->fn_oid);

		labels = MemoryContextAlloc(fcinfo->flinfo->fn_mcxt, MC_OUTCOME_COUNT * sizeof(Oid));
		for (int i = 0; i < MC_OUTCOME_COUNT; i++)
			labels[i] = label_oid(enum_type, mc_outcome_name(i));
		fcinfo->flinfo->fn_extra = labels;
	}
	return ObjectIdGetDatum(labels[outcome]);
}

/* True if a text is one of the words for a kind of end. */
static bool
is_known_end(const text *word)
{
	return mc_ended_as_by_name(VARDATA_ANY(word), VARSIZE_ANY_EXHDR(word)) >= 0;
}

/* known_end(ended_as) returns the kind of end if it is one of the known words, else NULL. */
PG_FUNCTION_INFO_V1(motcua_known_end);
Datum
motcua_known_end(PG_FUNCTION_ARGS)
{
	text *word = PG_GETARG_TEXT_PP(0);

	if (!is_known_end(word))
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(word);
}

/*
 * counted_end(ended, ended_as) returns the end of a dossier as the figures of an attachment count
 * it. An end of an unknown kind becomes -infinity, which every aggregate counts as invalid.
 */
PG_FUNCTION_INFO_V1(motcua_counted_end);
Datum
motcua_counted_end(PG_FUNCTION_ARGS)
{
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (!PG_ARGISNULL(1) && !is_known_end(PG_GETARG_TEXT_PP(1)))
		PG_RETURN_TIMESTAMP(DT_NOBEGIN);
	PG_RETURN_DATUM(PG_GETARG_DATUM(0));
}

/*
 * classify(due, ended, as_of, granularity, paused_since) returns the verdict as of a moment, or
 * NULL if as_of is NULL.
 */
PG_FUNCTION_INFO_V1(motcua_classify);
Datum
motcua_classify(PG_FUNCTION_ARGS)
{
	if (PG_ARGISNULL(2))
		PG_RETURN_NULL();
	return motcua_outcome_datum(
		fcinfo, mc_classify(motcua_moment_arg(fcinfo, 0), motcua_moment_arg(fcinfo, 1),
							motcua_moment_arg(fcinfo, 2), motcua_moment_arg(fcinfo, 4),
							motcua_granularity_arg(fcinfo, 3)));
}

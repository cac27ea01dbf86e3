/*
 * This file holds the SQL type moment: a day or wall-clock time in Viet Nam in eight bytes, passed
 * by value. Implicit casts turn date, timestamp, timestamptz and text into moments, so that an SQL
 * function over columns of dossiers has one form. The cast from timestamp needs no function,
 * because the microseconds of a timestamp are its packed form.
 */
#include "postgres.h"

#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/fmgrprotos.h"
#include "utils/timestamp.h"

#include "common/comparisons.h"
#include "common/compat.h"
#include "common/moment_sql.h"
#include "common/numbers.h"
#include "core/base/moment_text.h"

/* ---- text ---- */

/* Report a soft error that says why a text is no moment. */
static Datum
refuse_text(const char *text, size_t length, mc_moment_problem problem, Node *escontext)
{
	motcua_ereturn(
		escontext, (Datum) 0,
		(errcode(problem == MC_MOMENT_OUT_OF_RANGE ? ERRCODE_DATETIME_VALUE_OUT_OF_RANGE
												   : ERRCODE_INVALID_DATETIME_FORMAT),
		 errmsg("invalid input syntax for type %s: \"%.*s\"", "moment", (int) length, text),
		 errdetail("%s", mc_moment_problem_text(problem, true)),
		 errhint("Write 2026-03-02, 2026-03-02 14:20 or 02/03/2026 14:20; motcua.try_moment(text) "
				 "gives NULL instead of this error.")));
}

static Datum
read_moment(const char *text, size_t length, Node *escontext)
{
	mc_moment moment;
	mc_moment_problem problem = mc_read_moment(text, length, &moment);

	if (unlikely(problem != MC_MOMENT_IS_READABLE))
		return refuse_text(text, length, problem, escontext);
	PG_RETURN_INT64(mc_pack_moment(moment));
}

PG_FUNCTION_INFO_V1(motcua_moment_in);
Datum
motcua_moment_in(PG_FUNCTION_ARGS)
{
	char *text = PG_GETARG_CSTRING(0);

	return read_moment(text, strlen(text), fcinfo->context);
}

PG_FUNCTION_INFO_V1(motcua_moment_out);
Datum
motcua_moment_out(PG_FUNCTION_ARGS)
{
	char *text = palloc(MC_MOMENT_TEXT_MAX);

	mc_write_moment(mc_unpack_moment(PG_GETARG_INT64(0)), text);
	PG_RETURN_CSTRING(text);
}

/* ---- binary form: the packed form, sent like an int8 ---- */

PG_FUNCTION_INFO_V1(motcua_moment_recv);
Datum
motcua_moment_recv(PG_FUNCTION_ARGS)
{
	int64 packed = pq_getmsgint64((StringInfo) PG_GETARG_POINTER(0));

	if (!mc_packed_moment_is_valid(packed))
		ereport(ERROR, (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
						errmsg("invalid binary form of type %s", "moment")));
	PG_RETURN_INT64(packed);
}

PG_FUNCTION_INFO_V1(motcua_moment_send);
Datum
motcua_moment_send(PG_FUNCTION_ARGS)
{
	StringInfoData message;

	pq_begintypsend(&message);
	pq_sendint64(&message, PG_GETARG_INT64(0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&message));
}

/* ---- casts ---- */

PG_FUNCTION_INFO_V1(motcua_moment_of_date);
Datum
motcua_moment_of_date(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(mc_pack_moment(mc_moment_of_day(PG_GETARG_DATEADT(0))));
}

PG_FUNCTION_INFO_V1(motcua_moment_of_timestamptz);
Datum
motcua_moment_of_timestamptz(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(mc_vietnam_wall(PG_GETARG_TIMESTAMPTZ(0)));
}

/* This cast also serves varchar, whose values are those of text. */
PG_FUNCTION_INFO_V1(motcua_moment_of_text);
Datum
motcua_moment_of_text(PG_FUNCTION_ARGS)
{
	text *value = PG_GETARG_TEXT_PP(0);

	return read_moment(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value), NULL);
}

/* ---- order ---- */

static inline int
compare(FunctionCallInfo fcinfo)
{
	return mc_packed_moment_compare(PG_GETARG_INT64(0), PG_GETARG_INT64(1));
}

MOTCUA_COMPARISONS(moment, compare)

PG_FUNCTION_INFO_V1(motcua_moment_hash);
Datum
motcua_moment_hash(PG_FUNCTION_ARGS)
{
	return hashint8(fcinfo);
}

PG_FUNCTION_INFO_V1(motcua_moment_hash_extended);
Datum
motcua_moment_hash_extended(PG_FUNCTION_ARGS)
{
	return hashint8extended(fcinfo);
}

/* ---- values of text columns with errors ---- */

static mc_moment_problem
moment_of_text_arg(FunctionCallInfo fcinfo, mc_moment *moment)
{
	text *value = PG_GETARG_TEXT_PP(0);

	return mc_read_moment(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value), moment);
}

PG_FUNCTION_INFO_V1(motcua_try_date);
Datum
motcua_try_date(PG_FUNCTION_ARGS)
{
	mc_moment moment;

	if (moment_of_text_arg(fcinfo, &moment) != MC_MOMENT_IS_READABLE)
		PG_RETURN_NULL();
	PG_RETURN_DATEADT(moment.day);
}

/* A day becomes its beginning, as in PostgreSQL's own cast from date to timestamp. */
PG_FUNCTION_INFO_V1(motcua_try_moment);
Datum
motcua_try_moment(PG_FUNCTION_ARGS)
{
	mc_moment moment;
	mc_instant wall;

	if (moment_of_text_arg(fcinfo, &moment) != MC_MOMENT_IS_READABLE)
		PG_RETURN_NULL();
	wall = mc_moment_wall(moment, false);
	if (!TIMESTAMP_NOT_FINITE(wall) && !IS_VALID_TIMESTAMP(wall))
		PG_RETURN_NULL();
	PG_RETURN_TIMESTAMP(wall);
}

PG_FUNCTION_INFO_V1(motcua_date_problem);
Datum
motcua_date_problem(PG_FUNCTION_ARGS)
{
	mc_moment moment;
	const char *sentence;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	sentence =
		mc_moment_problem_text(moment_of_text_arg(fcinfo, &moment), motcua_is_english(fcinfo, 1));
	if (sentence == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(sentence));
}

/* The SQL functions vi_sort_key and vi_name_key. */
#include "postgres.h"

#include "fmgr.h"
#include "utils/memutils.h"

#include "common/compat.h"
#include "core/search/vi_order.h"
#include "search/vi_text.h"

/* Return the sort key of argument 0; refuse a text whose key does not fit in a value (54000). */
static Datum
key_datum(FunctionCallInfo fcinfo, size_t (*key_of)(const char *, size_t, char *))
{
	text *value = PG_GETARG_TEXT_PP(0);
	size_t length = VARSIZE_ANY_EXHDR(value);
	bytea *key;

	motcua_require_utf8();
	if (MC_SORT_KEY_BYTES(length) > MaxAllocSize - VARHDRSZ)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("a text of %zu bytes is too long for a sort key", length),
						errhint("Sort by the beginning of the text, as in left(text, 1000).")));
	key = palloc(VARHDRSZ + MC_SORT_KEY_BYTES(length));
	SET_VARSIZE(key, VARHDRSZ + key_of(VARDATA_ANY(value), length, VARDATA(key)));
	PG_FREE_IF_COPY(value, 0);
	PG_RETURN_BYTEA_P(key);
}

PG_FUNCTION_INFO_V1(motcua_vi_sort_key);
Datum
motcua_vi_sort_key(PG_FUNCTION_ARGS)
{
	return key_datum(fcinfo, mc_sort_key);
}

PG_FUNCTION_INFO_V1(motcua_vi_name_key);
Datum
motcua_vi_name_key(PG_FUNCTION_ARGS)
{
	return key_datum(fcinfo, mc_name_key);
}

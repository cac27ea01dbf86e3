/* The SQL functions vi_family_name, vi_middle_name and vi_given_name, the parts of a full name. */
#include "postgres.h"

#include "utils/builtins.h"

#include "common/compat.h"
#include "core/search/vi_name.h"
#include "search/vi_text.h"

static mc_name
name_of(text *full_name)
{
	motcua_require_utf8();
	return mc_name_of(VARDATA_ANY(full_name), VARSIZE_ANY_EXHDR(full_name));
}

/* Return a part as it is spelled in the full name, or NULL if the part is empty. */
static Datum
part(FunctionCallInfo fcinfo, text *full_name, mc_span span)
{
	if (span.start == span.end)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text_with_len(VARDATA_ANY(full_name) + span.start,
											  (int) (span.end - span.start)));
}

PG_FUNCTION_INFO_V1(motcua_vi_family_name);
Datum
motcua_vi_family_name(PG_FUNCTION_ARGS)
{
	text *full_name = PG_GETARG_TEXT_PP(0);

	return part(fcinfo, full_name, name_of(full_name).family);
}

PG_FUNCTION_INFO_V1(motcua_vi_middle_name);
Datum
motcua_vi_middle_name(PG_FUNCTION_ARGS)
{
	text *full_name = PG_GETARG_TEXT_PP(0);

	return part(fcinfo, full_name, name_of(full_name).middle);
}

PG_FUNCTION_INFO_V1(motcua_vi_given_name);
Datum
motcua_vi_given_name(PG_FUNCTION_ARGS)
{
	text *full_name = PG_GETARG_TEXT_PP(0);

	return part(fcinfo, full_name, name_of(full_name).given);
}

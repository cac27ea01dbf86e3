/*
 * The SQL functions of the type agency_code: input and output, the parts of a code, its two forms,
 * and the tests which of two agencies contains the other. SQL calls all of them; the planner
 * support for the two tests is in agency_search.c.
 */
#include "postgres.h"

#include "codes/code_value.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/date.h"
#include "utils/lsyscache.h"

#include "common/moment_sql.h"
#include "core/codes/provinces.h"

static const CodeType agency_code = {
	"agency_code",
	"A code of an agency looks like \"H56.14.103\" or like \"000.17.22.H56\".",
	mc_read_agency_code,
	mc_write_agency_code,
};

StaticAssertDecl(MC_AGENCY_BYTES_MAX <= CODE_BYTES_MAX, "CODE_BYTES_MAX holds any agency code");
StaticAssertDecl(MC_AGENCY_TEXT_MAX < CODE_TEXT_MAX, "CODE_TEXT_MAX holds any agency text");

MOTCUA_CODE_TYPE(agency_code)

PG_FUNCTION_INFO_V1(motcua_parent);
Datum
motcua_parent(PG_FUNCTION_ARGS)
{
	mc_agency agency = motcua_agency_arg(fcinfo, 0);
	mc_agency parent;

	if (!mc_agency_parent(&agency, &parent))
		PG_RETURN_NULL();
	return motcua_agency_datum(&parent);
}

PG_FUNCTION_INFO_V1(motcua_level);
Datum
motcua_level(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(motcua_agency_arg(fcinfo, 0).depth + 1);
}

PG_FUNCTION_INFO_V1(motcua_province);
Datum
motcua_province(PG_FUNCTION_ARGS)
{
	mc_agency agency = motcua_agency_arg(fcinfo, 0);
	mc_agency province = mc_agency_province(&agency);

	return motcua_agency_datum(&province);
}

PG_FUNCTION_INFO_V1(motcua_to_h_form);
Datum
motcua_to_h_form(PG_FUNCTION_ARGS)
{
	mc_agency agency = motcua_agency_arg(fcinfo, 0);
	mc_agency result = mc_agency_new_form(&agency);

	return motcua_agency_datum(&result);
}

/* Return the name of argument 0 on the day of argument 1, or the newest name if that is NULL. */
PG_FUNCTION_INFO_V1(motcua_province_name);
Datum
motcua_province_name(PG_FUNCTION_ARGS)
{
	mc_agency agency;
	const char *name;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	agency = motcua_agency_arg(fcinfo, 0);
	name = mc_province_name(agency.letter, agency.number,
							PG_ARGISNULL(1) ? MC_DAY_INFINITY : motcua_day_arg(fcinfo, 1));
	if (!name)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(name));
}

/* ---- above and below ---- */

/* True if the agency in argument `above` is the agency in argument `below` or lies above it. */
static bool
contains(FunctionCallInfo fcinfo, int above, int below)
{
	struct varlena *a = PG_GETARG_VARLENA_PP(above);
	struct varlena *b = PG_GETARG_VARLENA_PP(below);

	if (CODE_LENGTH(a) == 0)
		motcua_damaged_code("agency_code");
	return mc_agency_contains(CODE_BYTES(a), CODE_LENGTH(a), CODE_BYTES(b), CODE_LENGTH(b));
}

PG_FUNCTION_INFO_V1(motcua_contains_agency);
Datum
motcua_contains_agency(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(contains(fcinfo, 0, 1));
}

PG_FUNCTION_INFO_V1(motcua_within_agency);
Datum
motcua_within_agency(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(contains(fcinfo, 1, 0));
}

PG_FUNCTION_INFO_V1(motcua_last_within);
Datum
motcua_last_within(PG_FUNCTION_ARGS)
{
	mc_agency agency = motcua_agency_arg(fcinfo, 0);
	mc_agency last = mc_agency_last_within(&agency);

	return motcua_agency_datum(&last);
}

PG_FUNCTION_INFO_V1(motcua_codes_above);
Datum
motcua_codes_above(PG_FUNCTION_ARGS)
{
	mc_agency agency = motcua_agency_arg(fcinfo, 0);
	mc_agency above[MC_AGENCY_SPELLINGS_MAX];
	Datum codes[MC_AGENCY_SPELLINGS_MAX];
	int count = mc_agency_spellings_above(&agency, above);
	Oid type = get_element_type(get_func_rettype(fcinfo->flinfo->fn_oid));

	for (int i = 0; i < count; i++)
		codes[i] = motcua_agency_datum(&above[i]);
	PG_RETURN_ARRAYTYPE_P(construct_array(codes, count, type, -1, false, TYPALIGN_INT));
}

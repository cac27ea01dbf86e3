/* The SQL functions of the type procedure_code: input and output, and the parts of a code. */
#include "postgres.h"

#include <ctype.h>

#include "codes/code_value.h"

#include "core/codes/procedure_code.h"

static const CodeType procedure_code = {
	"procedure_code",
	"A code of a procedure looks like \"1.000894\", or like \"1.000494.000.00.00.H29\" when "
	"it is one agency's own.",
	mc_read_procedure_code,
	mc_write_procedure_code,
};

StaticAssertDecl(MC_PROCEDURE_BYTES_MAX <= CODE_BYTES_MAX, "CODE_BYTES_MAX holds any procedure");
StaticAssertDecl(MC_PROCEDURE_TEXT_MAX < CODE_TEXT_MAX, "CODE_TEXT_MAX holds any procedure text");

MOTCUA_CODE_TYPE(procedure_code)

static Datum
agency_of_procedure(FunctionCallInfo fcinfo, struct varlena *value)
{
	mc_procedure_code code;

	if (!mc_unpack_procedure_code(CODE_BYTES(value), CODE_LENGTH(value), &code))
		motcua_damaged_code(procedure_code.name);
	if (!code.local)
		PG_RETURN_NULL();
	return motcua_agency_datum(&code.agency);
}

PG_FUNCTION_INFO_V1(motcua_agency_of_procedure);
Datum
motcua_agency_of_procedure(PG_FUNCTION_ARGS)
{
	return agency_of_procedure(fcinfo, PG_GETARG_VARLENA_PP(0));
}

/*
 * agency_of(text) takes a text that begins with a digit and has no hyphen for the code of a
 * procedure, and every other text for the code of a dossier. It raises the error of that type.
 */
PG_FUNCTION_INFO_V1(motcua_agency_of_text);
Datum
motcua_agency_of_text(PG_FUNCTION_ARGS)
{
	char *written = text_to_cstring(PG_GETARG_TEXT_PP(0));
	Datum code = CStringGetDatum(written);

	if (isdigit((unsigned char) written[strspn(written, " ")]) && strchr(written, '-') == NULL)
		return agency_of_procedure(
			fcinfo, PG_DETOAST_DATUM_PACKED(DirectFunctionCall1(motcua_procedure_code_in, code)));
	return DirectFunctionCall1(motcua_agency_of_dossier,
							   DirectFunctionCall1(motcua_dossier_code_in, code));
}

PG_FUNCTION_INFO_V1(motcua_national_code);
Datum
motcua_national_code(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);

	if (CODE_LENGTH(value) < MC_PROCEDURE_NUMBER_BYTES)
		motcua_damaged_code(procedure_code.name);
	return motcua_code_datum(CODE_BYTES(value), MC_PROCEDURE_NUMBER_BYTES);
}

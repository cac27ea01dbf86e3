/* The SQL functions of the type dossier_code: input and output, and the parts of a code. */
#include "postgres.h"

#include "codes/code_value.h"

#include "utils/date.h"

#include "core/codes/dossier_code.h"

static const CodeType dossier_code = {
	"dossier_code",
	"A code of a dossier is an agency, the day as YYMMDD and a number, "
	"like \"H56.14-240823-0001\" or like \"000.17.22.H56-210531-0001\".",
	mc_read_dossier_code,
	mc_write_dossier_code,
};

StaticAssertDecl(MC_DOSSIER_BYTES_MAX <= CODE_BYTES_MAX, "CODE_BYTES_MAX holds any dossier code");
StaticAssertDecl(MC_DOSSIER_TEXT_MAX < CODE_TEXT_MAX, "CODE_TEXT_MAX holds any dossier text");

MOTCUA_CODE_TYPE(dossier_code)

/* Return argument 0; refuse a damaged value (XX001). */
static mc_dossier_code
dossier_code_arg(FunctionCallInfo fcinfo)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	mc_dossier_code code;

	if (!mc_unpack_dossier_code(CODE_BYTES(value), CODE_LENGTH(value), &code))
		motcua_damaged_code(dossier_code.name);
	return code;
}

PG_FUNCTION_INFO_V1(motcua_agency_of_dossier);
Datum
motcua_agency_of_dossier(PG_FUNCTION_ARGS)
{
	mc_dossier_code code = dossier_code_arg(fcinfo);

	return motcua_agency_datum(&code.agency);
}

PG_FUNCTION_INFO_V1(motcua_received_on);
Datum
motcua_received_on(PG_FUNCTION_ARGS)
{
	PG_RETURN_DATEADT(dossier_code_arg(fcinfo).received);
}

PG_FUNCTION_INFO_V1(motcua_sequence);
Datum
motcua_sequence(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(dossier_code_arg(fcinfo).sequence);
}

/*
 * Codes of administrative procedures: national codes (1.000894), and the codes of procedures that
 * one agency has of its own, which end with the agency's code in the old form
 * (1.000494.000.00.00.H29). Codes are ordered by number and then by agency; a national code comes
 * directly before the agencies' own codes with the same number.
 *
 * The tokens of core/search and the SQL type procedure_code are read with this header.
 */
#ifndef MC_PROCEDURE_CODE_H
#define MC_PROCEDURE_CODE_H

#include "core/codes/agency_code.h"

#define MC_PROCEDURE_NUMBER_BYTES 3
#define MC_PROCEDURE_BYTES_MAX (MC_PROCEDURE_NUMBER_BYTES + MC_AGENCY_BYTES_MAX)
#define MC_PROCEDURE_TEXT_MAX 22

typedef struct mc_procedure_code
{
	int32_t number; /* 1000000 to 9999999, the digits without the point */
	bool local; /* the procedure is one agency's own */
	mc_agency agency; /* meaningful only if `local` is true */
} mc_procedure_code;

/*
 * Read the stored form of a code: three bytes for the number and then the stored form of the
 * agency, if the code has one. The order of the bytes is the order of the codes. Return false if
 * the bytes are not exactly one valid code.
 */
bool mc_unpack_procedure_code(const uint8_t *bytes, size_t length, mc_procedure_code *code);

/*
 * Turn a text into the stored form, and return the length of the stored form, at most
 * MC_PROCEDURE_BYTES_MAX. Return 0 and describe the error if the text is not a procedure code.
 */
size_t mc_read_procedure_code(const char *text, size_t length, uint8_t *bytes,
							  mc_code_error *error);

/*
 * Turn the stored form into its text, without a NUL, and return the length of the text, at most
 * MC_PROCEDURE_TEXT_MAX. Return 0 if the bytes are not exactly one valid code.
 */
size_t mc_write_procedure_code(const uint8_t *bytes, size_t length, char *text);

#endif

/*
 * Codes of administrative procedures: national ones (1.000894), and those of one agency, which
 * end with its code in the old form (1.000494.000.00.00.H29). Order: number, then agency;
 * a national code comes directly before the local ones of the same number.
 */
#ifndef MC_PROCEDURE_CODE_H
#define MC_PROCEDURE_CODE_H

#include "core/codes/agency_code.h"

#define MC_PROCEDURE_NUMBER_BYTES 3
#define MC_PROCEDURE_BYTES_MAX (MC_PROCEDURE_NUMBER_BYTES + MC_AGENCY_BYTES_MAX)
#define MC_PROCEDURE_TEXT_MAX 22

typedef struct mc_procedure_code
{
	int32_t number; /* 1000000 to 9999999: the digits without the point */
	bool local;
	mc_agency agency; /* when local */
} mc_procedure_code;

/* Stored form: three bytes of the number, then the agency's if any; byte order is code order. */
bool mc_unpack_procedure_code(const uint8_t *bytes, size_t length, mc_procedure_code *code);

/* As for agencies. */
size_t mc_read_procedure_code(const char *text, size_t length, uint8_t *bytes,
							  mc_code_error *error);
size_t mc_write_procedure_code(const uint8_t *bytes, size_t length, char *text);

#endif

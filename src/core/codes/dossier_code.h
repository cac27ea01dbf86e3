/*
 * Dossier codes, TT 01/2018/TT-VPCP art. 19: agency "-" YYMMDD "-" number of the day, as in
 * H56.14-240823-0001 or 000.17.22.H56-210531-0001. Years are 2000 to 2099. The number has four to
 * six digits and is its digits: 0012 and 00012 are different codes with the same sequence.
 * Order: agency, day, number by value, of equal values the shorter.
 */
#ifndef MC_DOSSIER_CODE_H
#define MC_DOSSIER_CODE_H

#include "core/base/dates.h"
#include "core/codes/agency_code.h"

#define MC_DOSSIER_BYTES_MAX (MC_AGENCY_BYTES_MAX + 5)
#define MC_DOSSIER_TEXT_MAX (MC_AGENCY_TEXT_MAX + 14)

typedef struct mc_dossier_code
{
	mc_agency agency;
	mc_day received;
	int32_t sequence;
	int32_t digits; /* of the number: 4 to 6 */
} mc_dossier_code;

/* Stored form: the agency's, two bytes of the day, three of the number; byte order is code order. */
bool mc_unpack_dossier_code(const uint8_t *bytes, size_t length, mc_dossier_code *code);

/* As for agencies. */
size_t mc_read_dossier_code(const char *text, size_t length, uint8_t *bytes, mc_code_error *error);
size_t mc_write_dossier_code(const uint8_t *bytes, size_t length, char *text);

#endif

/*
 * Codes of dossiers, TT 01/2018/TT-VPCP art. 19: an agency code, the day of receipt as YYMMDD and
 * the number of the dossier on that day, joined by hyphens, as in H56.14-240823-0001 or
 * 000.17.22.H56-210531-0001. The years are 2000 to 2099. The number has four to six digits and is
 * identified by them: 0012 and 00012 belong to different codes with the same sequence number.
 * Codes are ordered by agency, day and number; numbers are ordered by value, and of two numbers
 * with the same value the one with fewer digits comes first.
 *
 * The tokens of core/search and the SQL type dossier_code are read with this header.
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
	int32_t sequence; /* value of the number of the day */
	int32_t digits; /* number of digits that the sequence is written with: 4 to 6 */
} mc_dossier_code;

/*
 * Read the stored form of a code: the stored form of its agency, two bytes for the day and three
 * bytes for the number. The order of the bytes is the order of the codes. Return false if the
 * bytes are not exactly one valid code.
 */
bool mc_unpack_dossier_code(const uint8_t *bytes, size_t length, mc_dossier_code *code);

/*
 * Turn a text into the stored form, and return the length of the stored form, at most
 * MC_DOSSIER_BYTES_MAX. Return 0 and describe the error if the text is not a dossier code.
 */
size_t mc_read_dossier_code(const char *text, size_t length, uint8_t *bytes, mc_code_error *error);

/*
 * Turn the stored form into its text, without a NUL, and return the length of the text, at most
 * MC_DOSSIER_TEXT_MAX. Return 0 if the bytes are not exactly one valid code.
 */
size_t mc_write_dossier_code(const uint8_t *bytes, size_t length, char *text);

#endif

/*
 * Codes of agencies, in the two grammars that are in use:
 *   old  000.17.22.H56   leaf to root, QCVN 102:2016/BTTTT: VVV.ZZ.YY.MXX, zeros for absent levels
 *   new  H56.14.103      root to leaf, QĐ 20/2020/QĐ-TTg: MXX and up to five parts of two or three digits
 *
 * A part is its digits: 13 and 013 are different parts (an old VVV keeps its three digits).
 * Order: letter and number, then part by part by value, of equal values the shorter;
 * an agency comes directly before what is below it; of its two forms the new one first.
 *
 * Level 1 is M and XX; then YY, ZZ, VVV. Zeros below the last part that is not zero are absent
 * levels; a zero above it (000.14.00.H56) is a level of its own (H56.00.14): without it the code would
 * say the same as 000.00.14.H56, which is another agency.
 */
#ifndef MC_AGENCY_CODE_H
#define MC_AGENCY_CODE_H

#include "core/codes/code_scan.h"

#define MC_AGENCY_LEVELS 6
#define MC_AGENCY_PARTS (MC_AGENCY_LEVELS - 1) /* below level 1 */
#define MC_AGENCY_BYTES_MAX (2 + 2 * MC_AGENCY_PARTS + 1)
#define MC_AGENCY_TEXT_MAX (3 + 4 * MC_AGENCY_PARTS)
#define MC_AGENCY_SPELLINGS_MAX (2 * MC_AGENCY_LEVELS)

/* A part: twice its value, plus one when it has three digits. */
typedef uint16_t mc_part;

typedef struct mc_agency
{
	char letter; /* A-Z */
	uint8_t number; /* 0-99 */
	bool old_form;
	int8_t depth; /* parts below level 1 */
	mc_part part[MC_AGENCY_PARTS];
} mc_agency;

/* Takes a code of either form, or one of the old form only, and leaves what follows. */
bool mc_scan_agency(mc_scan *scan, mc_agency *agency);
bool mc_scan_old_agency(mc_scan *scan, mc_agency *agency);

/* Writes the text without a NUL; returns its length, at most MC_AGENCY_TEXT_MAX. */
size_t mc_format_agency(const mc_agency *agency, char *text);

/*
 * The stored form: letter, number, two bytes a part, one byte for the form. Byte order is
 * code order, no code's bytes begin another's, and what lies below an agency begins with
 * its bytes less the last. Packing returns the length. Unpacking returns the bytes used of
 * those given, 0 when they are no code.
 */
size_t mc_pack_agency(const mc_agency *agency, uint8_t *bytes);
size_t mc_unpack_agency(const uint8_t *bytes, size_t length, mc_agency *agency);

/* Text to stored bytes, 0 and the error when it is no code; and back, 0 when the bytes are none. */
size_t mc_read_agency_code(const char *text, size_t length, uint8_t *bytes, mc_code_error *error);
size_t mc_write_agency_code(const uint8_t *bytes, size_t length, char *text);

/* Whether the second agency, in whatever form, is the first or below it; both in stored form. */
bool mc_agency_contains(const uint8_t *above, size_t above_length, const uint8_t *below,
						size_t below_length);

/* The agency one level up, in the same form; placeholders (H56.00) are skipped. False at level 1. */
bool mc_agency_parent(const mc_agency *agency, mc_agency *parent);

/* The same agency in the new form. */
mc_agency mc_agency_new_form(const mc_agency *agency);

/* The same agency in the old form; false when that has no room for it. */
bool mc_agency_old_form(const mc_agency *agency, mc_agency *result);

/* Its level-1 agency, in the new form. */
mc_agency mc_agency_province(const mc_agency *agency);

/* The greatest code of all there can be at or below an agency. */
mc_agency mc_agency_last_within(const mc_agency *agency);

/* The agency and all above it, in every form each can be written in, in order. Returns how many. */
int mc_agency_spellings_above(const mc_agency *agency,
							  mc_agency spellings[MC_AGENCY_SPELLINGS_MAX]);

#endif

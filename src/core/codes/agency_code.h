/*
 * Codes of agencies: this header declares the decoded form of a code, its text, its stored
 * bytes, and what lies above and below an agency. The codes of dossiers and procedures contain
 * agency codes; the tokens of core/search and the SQL type agency_code are read with it too.
 *
 * Two grammars are in use:
 *   old  000.17.22.H56  from the leaf to the root: VVV.ZZ.YY.MXX, QCVN 102:2016/BTTTT
 *   new  H56.14.103     from the root to the leaf: MXX and up to five parts of two or three
 *                       digits, QĐ 20/2020/QĐ-TTg
 *
 * Level 1 is the letter M with the number XX; the levels below it are YY, ZZ and VVV. In the old
 * form, zeros below the last part that is not zero stand for absent levels. A zero above that
 * part is a level of its own: 000.14.00.H56 is H56.00.14. If the zero were dropped, the code
 * would equal that of another agency, 000.00.14.H56.
 *
 * A part is identified by its digits: 13 and 013 are different parts, and an old VVV keeps its
 * three digits. Codes are ordered by letter, number and then part by part; parts are ordered by
 * value, and of two parts with the same value the one with fewer digits comes first. An agency
 * comes directly before the agencies below it, and its new form comes before its old form.
 */
#ifndef MC_AGENCY_CODE_H
#define MC_AGENCY_CODE_H

#include "core/codes/code_scan.h"

#define MC_AGENCY_LEVELS 6
#define MC_AGENCY_PARTS (MC_AGENCY_LEVELS - 1) /* below level 1 */
#define MC_AGENCY_BYTES_MAX (2 + 2 * MC_AGENCY_PARTS + 1)
#define MC_AGENCY_TEXT_MAX (3 + 4 * MC_AGENCY_PARTS)
#define MC_AGENCY_SPELLINGS_MAX (2 * MC_AGENCY_LEVELS)

/* One part of a code: twice its value, plus one if the part is written with three digits. */
typedef uint16_t mc_part;

typedef struct mc_agency
{
	char letter; /* A-Z */
	uint8_t number; /* 0-99 */
	bool old_form;
	int8_t depth; /* number of parts, that is, of levels below level 1 */
	mc_part part[MC_AGENCY_PARTS]; /* from level 2 downwards, in both forms */
} mc_agency;

/*
 * Read a code of either form at the scan's position and move the scan behind the code; any text
 * may follow. Return false, with the defect in the scan's error, if no code stands there.
 */
bool mc_scan_agency(mc_scan *scan, mc_agency *agency);

/* Do the same for a code that must have the old form. */
bool mc_scan_old_agency(mc_scan *scan, mc_agency *agency);

/*
 * Write the text of a code, without a NUL at its end, and return the number of bytes written,
 * which is at most MC_AGENCY_TEXT_MAX.
 */
size_t mc_format_agency(const mc_agency *agency, char *text);

/*
 * Write the stored form of a code and return its length, at most MC_AGENCY_BYTES_MAX. The stored
 * form consists of the letter, the number, two bytes for each part and one byte for the form.
 * The order of the bytes (memcmp) is the order of the codes. The bytes of one code are never a
 * proper prefix of the bytes of another. All agencies at or below an agency have stored forms
 * that begin with its bytes, apart from its last byte.
 */
size_t mc_pack_agency(const mc_agency *agency, uint8_t *bytes);

/*
 * Read the stored form that the given bytes begin with. Return the number of bytes that it takes,
 * or 0 if the bytes do not begin with a valid code. More bytes may follow.
 */
size_t mc_unpack_agency(const uint8_t *bytes, size_t length, mc_agency *agency);

/*
 * Turn a text into the stored form, and return the length of the stored form, at most
 * MC_AGENCY_BYTES_MAX. Return 0 and describe the error if the text is not an agency code.
 */
size_t mc_read_agency_code(const char *text, size_t length, uint8_t *bytes, mc_code_error *error);

/*
 * Turn the stored form into its text, without a NUL, and return the length of the text, at most
 * MC_AGENCY_TEXT_MAX. Return 0 if the bytes are not exactly one valid code.
 */
size_t mc_write_agency_code(const uint8_t *bytes, size_t length, char *text);

/*
 * True if the agency `below` is the agency `above` or lies below it, whatever forms the two are
 * written in. Both are given in stored form, and neither may be empty.
 */
bool mc_agency_contains(const uint8_t *above, size_t above_length, const uint8_t *below,
						size_t below_length);

/*
 * Store the agency one level up, in the same form. A level that is only a placeholder (H56.00) is
 * skipped. Return false for an agency of level 1, which has no parent.
 */
bool mc_agency_parent(const mc_agency *agency, mc_agency *parent);

/* Return the same agency in the new form. */
mc_agency mc_agency_new_form(const mc_agency *agency);

/*
 * Store the same agency in the old form. Return false if the old form cannot express the code,
 * because it has too many parts or parts with other numbers of digits.
 */
bool mc_agency_old_form(const mc_agency *agency, mc_agency *result);

/* Return the agency of level 1 that an agency belongs to, in the new form. */
mc_agency mc_agency_province(const mc_agency *agency);

/* Return the greatest possible code at or below an agency; the code need not be in use. */
mc_agency mc_agency_last_within(const mc_agency *agency);

/*
 * Store the codes of the agency and of all agencies above it in ascending order, each in every
 * form that can express it. Return the number of these codes.
 */
int mc_agency_spellings_above(const mc_agency *agency,
							  mc_agency spellings[MC_AGENCY_SPELLINGS_MAX]);

#endif

/*
 * Reading codes byte by byte. The readers of agency, dossier and procedure codes use this header:
 * each of its functions takes one element of a code, and the first one that fails records where
 * and why the text does not fit. White space around a code is skipped: ASCII white space, and the
 * no-break space U+00A0 that spreadsheets insert.
 */
#ifndef MC_CODE_SCAN_H
#define MC_CODE_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The reasons why a text is no code. MC_CODE_WANTS_...: another kind of byte should stand there. */
typedef enum mc_code_defect
{
	MC_CODE_SOUND, /* no defect */
	MC_CODE_WANTS_LETTER,
	MC_CODE_WANTS_DIGIT,
	MC_CODE_WANTS_NONZERO_DIGIT,
	MC_CODE_WANTS_LETTER_OR_DIGIT,
	MC_CODE_WANTS_POINT,
	MC_CODE_WANTS_HYPHEN,
	MC_CODE_WANTS_END, /* the code is complete, but more text follows */
	MC_CODE_PART_LENGTH, /* a part of an agency has two or three digits */
	MC_CODE_TOO_DEEP, /* more levels than an agency code has */
	MC_CODE_NUMBER_LENGTH, /* the number of a dossier has four to six digits */
	MC_CODE_MONTH, /* the month is not 01 to 12 */
	MC_CODE_DAY /* the month does not have this day */
} mc_code_defect;

typedef struct mc_code_error
{
	mc_code_defect defect;
	size_t position; /* byte offset of the first byte that does not fit, or of the text's end */
	size_t length; /* number of digits concerned, for MC_CODE_PART_LENGTH and those after it */
	int limit; /* greatest valid value, for MC_CODE_MONTH and MC_CODE_DAY */
} mc_code_error;

/* A position in a text that is being read. The text and the error must outlive the scan. */
typedef struct mc_scan
{
	const char *text;
	size_t at; /* byte offset of the next byte */
	size_t end; /* byte offset behind the code, without the white space that follows it */
	mc_code_error *error;
} mc_scan;

/* Return a scan that stands at the first byte of a text that is no white space. Clear the error. */
mc_scan mc_scan_begin(const char *text, size_t length, mc_code_error *error);

/* True if the next byte is `byte`. */
bool mc_scan_sees(const mc_scan *scan, char byte);

/* True if the next byte is an ASCII digit. */
bool mc_scan_sees_digit(const mc_scan *scan);

/* Return how many digits come next in a row; the scan does not move. */
size_t mc_scan_run(const mc_scan *scan);

/* Take the byte `byte`. If another byte comes next, record the defect `otherwise`; return false. */
bool mc_scan_byte(mc_scan *scan, char byte, mc_code_defect otherwise);

/*
 * Take a letter A to Z or a to z and store it as a capital. If none comes next, record
 * MC_CODE_WANTS_LETTER and return false.
 */
bool mc_scan_letter(mc_scan *scan, char *letter);

/*
 * Take `count` digits, at most nine, and store their value. If fewer come next, record
 * MC_CODE_WANTS_DIGIT and return false; the scan then stands behind the digits it found.
 */
bool mc_scan_digits(mc_scan *scan, int count, int32_t *value);

/* True if the scan has reached the end of the code. Otherwise record MC_CODE_WANTS_END. */
bool mc_scan_end(mc_scan *scan);

/* Record a defect of the next `length` bytes. Return false, the result of the failed reader. */
bool mc_scan_fail(mc_scan *scan, mc_code_defect defect, size_t length);

/* Write `value` as `count` digits with leading zeros. Return the address behind the digits. */
char *mc_write_digits(char *out, int count, int32_t value);

#endif

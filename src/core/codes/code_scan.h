/*
 * Reading codes byte by byte, remembering where and why the first one did not fit.
 * White space around a code (ASCII, and the no-break space of spreadsheets) is skipped.
 */
#ifndef MC_CODE_SCAN_H
#define MC_CODE_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum mc_code_defect
{
	MC_CODE_SOUND,
	MC_CODE_WANTS_LETTER,
	MC_CODE_WANTS_DIGIT,
	MC_CODE_WANTS_NONZERO_DIGIT,
	MC_CODE_WANTS_LETTER_OR_DIGIT,
	MC_CODE_WANTS_POINT,
	MC_CODE_WANTS_HYPHEN,
	MC_CODE_WANTS_END,
	MC_CODE_PART_LENGTH, /* a part of an agency has two or three digits */
	MC_CODE_TOO_DEEP, /* more levels than an agency code has */
	MC_CODE_NUMBER_LENGTH, /* a dossier's number has four to six digits */
	MC_CODE_MONTH,
	MC_CODE_DAY
} mc_code_defect;

typedef struct mc_code_error
{
	mc_code_defect defect;
	size_t position; /* the first byte that does not fit; the text's length: it ends too early */
	size_t length; /* digits concerned, of the last five defects */
	int limit; /* MC_CODE_DAY: days in that month */
} mc_code_error;

typedef struct mc_scan
{
	const char *text;
	size_t at;
	size_t end;
	mc_code_error *error;
} mc_scan;

mc_scan mc_scan_begin(const char *text, size_t length, mc_code_error *error);

/* Whether the next byte is this one. */
bool mc_scan_sees(const mc_scan *scan, char byte);

bool mc_scan_sees_digit(const mc_scan *scan);

/* How many digits come next. */
size_t mc_scan_run(const mc_scan *scan);

/* Each takes what it is named after, or records the error and returns false. */
bool mc_scan_byte(mc_scan *scan, char byte, mc_code_defect otherwise);
bool mc_scan_letter(mc_scan *scan, char *letter); /* a-z become A-Z */
bool mc_scan_digits(mc_scan *scan, int count, int32_t *value);
bool mc_scan_end(mc_scan *scan);

/* Records an error about the next length bytes; always false. */
bool mc_scan_fail(mc_scan *scan, mc_code_defect defect, size_t length);

/* Writes value as count digits; returns the byte after them. */
char *mc_write_digits(char *out, int count, int32_t value);

#endif

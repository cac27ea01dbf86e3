/*
 * The SQL functions icu_version and fold_version, and vi_match_icu, which searches a text with
 * ICU's own asymmetric search for users who want ICU's answer.
 */
#include "postgres.h"

#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/uchar.h>
#include <unicode/usearch.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

#include "fmgr.h"
#include "miscadmin.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "common/compat.h"
#include "core/search/vi_letter.h"
#include "search/vi_text.h"

PG_FUNCTION_INFO_V1(motcua_fold_version);
Datum
motcua_fold_version(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(MC_FOLD_VERSION);
}

/* Report the error of an ICU call, if it failed (38000); `message` says what ICU could not do. */
static void
check_icu(UErrorCode error, const char *message)
{
	if (U_FAILURE(error))
		ereport(ERROR, (errcode(ERRCODE_EXTERNAL_ROUTINE_EXCEPTION),
						errmsg("%s: %s", message, u_errorName(error))));
}

/*
 * Return the root collator at the level at which case is ignored and marks count. The collator is
 * opened once and stays open for the session.
 */
static UCollator *
root_collator(void)
{
	static UCollator *collator = NULL;
	UErrorCode error = U_ZERO_ERROR;

	if (collator == NULL)
	{
		UCollator *opened = ucol_open("", &error);

		check_icu(error, "ICU could not open its root collation");
		ucol_setStrength(opened, UCOL_SECONDARY);
		ucol_setAttribute(opened, UCOL_NORMALIZATION_MODE, UCOL_ON, &error);
		collator = opened;
	}
	return collator;
}

PG_FUNCTION_INFO_V1(motcua_icu_version);
Datum
motcua_icu_version(PG_FUNCTION_ARGS)
{
	UVersionInfo icu, unicode, collator;
	char texts[3][U_MAX_VERSION_STRING_LENGTH];

	u_getVersion(icu);
	u_getUnicodeVersion(unicode);
	ucol_getVersion(root_collator(), collator);
	u_versionToString(icu, texts[0]);
	u_versionToString(unicode, texts[1]);
	u_versionToString(collator, texts[2]);
	PG_RETURN_TEXT_P(cstring_to_text(
		psprintf("ICU %s, Unicode %s, root collation %s", texts[0], texts[1], texts[2])));
}

/*
 * Return a text in UTF-16, in the current memory context, and store its length in code units.
 * Refuse a text that is too long for one allocation (54000).
 */
static UChar *
utf16_of(text *value, int32_t *length)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t bytes = (int32_t) VARSIZE_ANY_EXHDR(value);
	UChar *out;

	if (!AllocSizeIsValid(sizeof(UChar) * ((Size) bytes + 1)))
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("a text of %d bytes is too long for ICU's search", bytes),
						errhint("Give a part of the text, as in left(text, 1000).")));
	out = palloc(sizeof(UChar) * ((Size) bytes + 1));
	u_strFromUTF8(out, bytes + 1, length, VARDATA_ANY(value), bytes, &error);
	check_icu(error, "ICU could not read the text");
	return out;
}

/*
 * A search of ICU cannot be interrupted, and it takes as long as the lengths of text and pattern
 * multiplied. So the text is searched in slices. A slice overlaps the next one by this many times
 * the length of the pattern, because the written form of a match can be longer than the pattern.
 */
#define OVERLAP 4
#define STEPS_OF_A_SLICE (4 * 1024 * 1024) /* some 20 ms */
#define PATTERN_MAX 1000 /* code units: some 200 words */
#define MARKS_MAX 1000 /* so many marks in a row are not cut by the end of a slice */

/*
 * True if ICU finds the pattern in a slice of a text. Neither may be empty: ICU reports that as an
 * error. A slice that ICU refuses to search, as one with very many marks in a row, does not match.
 */
static bool
is_in_slice(const UChar *pattern, int32_t pattern_length, const UChar *written,
			int32_t written_length)
{
	UErrorCode error = U_ZERO_ERROR;
	UStringSearch *search = usearch_openFromCollator(pattern, pattern_length, written,
													 written_length, root_collator(), NULL, &error);
	int32_t found = USEARCH_DONE;

	if (U_SUCCESS(error))
	{
		usearch_setAttribute(search, USEARCH_ELEMENT_COMPARISON,
							 USEARCH_PATTERN_BASE_WEIGHT_IS_WILDCARD, &error);
		found = usearch_first(search, &error);
	}
	if (search != NULL)
		usearch_close(search);
	return U_SUCCESS(error) && found != USEARCH_DONE;
}

/*
 * Return the next place, from a given one on, at which a text may be cut: a character and the marks
 * behind it stay together.
 */
static int32_t
cut_at(const UChar *written, int32_t length, int32_t at)
{
	int32_t last = Min(length, at + MARKS_MAX);

	while (at < last && (U16_IS_TRAIL(written[at]) || u_getCombiningClass(written[at]) != 0))
		at++;
	return at;
}

/*
 * True if ICU finds the pattern in the text. Refuse a pattern that is so long that a slice could
 * not be interrupted soon enough (54000).
 */
static bool
icu_finds(const UChar *pattern, int32_t pattern_length, const UChar *written,
		  int32_t written_length)
{
	int32_t overlap = OVERLAP * pattern_length;
	int32_t step = Max(overlap, STEPS_OF_A_SLICE / pattern_length);
	int32_t at = 0;

	if (pattern_length > PATTERN_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("search query of %d letters is too long for ICU's search", pattern_length),
				 errhint("Give at most %d letters.", PATTERN_MAX)));
	for (;;)
	{
		int32_t end = written_length - at > step + overlap
						  ? cut_at(written, written_length, at + step + overlap)
						  : written_length;

		CHECK_FOR_INTERRUPTS();
		if (is_in_slice(pattern, pattern_length, written + at, end - at))
			return true;
		if (end == written_length)
			return false;
		at = cut_at(written, written_length, at + step);
	}
}

PG_FUNCTION_INFO_V1(motcua_vi_match_icu);
Datum
motcua_vi_match_icu(PG_FUNCTION_ARGS)
{
	int32_t written_length, pattern_length;
	UChar *written, *pattern;

	motcua_require_utf8();
	written = utf16_of(PG_GETARG_TEXT_PP(0), &written_length);
	pattern = utf16_of(PG_GETARG_TEXT_PP(1), &pattern_length);
	if (pattern_length == 0)
		PG_RETURN_BOOL(true);
	if (written_length == 0)
		PG_RETURN_BOOL(false);
	PG_RETURN_BOOL(icu_finds(pattern, pattern_length, written, written_length));
}

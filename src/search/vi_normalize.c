/*
 * The SQL function vi_normalize: NFC first, then the spelling of Vietnamese syllables
 * (core/search/vi_tone.h).
 *
 * ICU makes the NFC. Nevertheless the function is IMMUTABLE: the stability policy of Unicode fixes
 * the normal form of every assigned character for all later versions, no locale has any influence,
 * and PostgreSQL's own normalize() is IMMUTABLE for the same reason. A character that an older ICU
 * does not know stays as it is. A text whose characters are all known to be NFC (ASCII, Latin
 * letters, all of Vietnamese) never reaches ICU.
 */
#include "postgres.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "utils/builtins.h"
#include "utils/memutils.h"

#include "common/compat.h"
#include "common/options.h"
#include "core/search/vi_tone.h"
#include "search/vi_text.h"

/* A text in UTF-8. */
typedef struct Utf8Text
{
	const char *bytes;
	size_t length;
} Utf8Text;

/*
 * Return the number of bytes of a character that is in NFC whatever stands around it: a character
 * below U+0300, in U+1EA0 to U+1EFF, or in U+2002 to U+203F, which is punctuation. Return 0 for any
 * other character and for an incomplete one.
 */
static int
plain_character(const unsigned char *bytes, ptrdiff_t left)
{
	if (bytes[0] < 0x80)
		return 1;
	if (bytes[0] < 0xCC)
		return left < 2 ? 0 : 2;
	if (left < 3)
		return 0;
	if (bytes[0] == 0xE1 && (bytes[1] == 0xBB || (bytes[1] == 0xBA && bytes[2] >= 0xA0)))
		return 3;
	return bytes[0] == 0xE2 && bytes[1] == 0x80 && bytes[2] >= 0x82 ? 3 : 0;
}

/* True if all characters of a text are such plain characters. */
static bool
is_plain(Utf8Text text)
{
	const unsigned char *next = (const unsigned char *) text.bytes;
	const unsigned char *end = next + text.length;

	while (next < end)
	{
		int length = plain_character(next, end - next);

		if (length == 0)
			return false;
		next += length;
	}
	return true;
}

static void
check_icu(UErrorCode error)
{
	if (U_FAILURE(error))
		elog(ERROR, "ICU could not normalize the text: %s", u_errorName(error));
}

/* Allocate memory, also more than MaxAllocSize, because UTF-16 may take twice as many bytes. */
static void *
allocate(size_t bytes)
{
	return MemoryContextAllocHuge(CurrentMemoryContext, Max(bytes, 1));
}

static UChar *
to_utf16(Utf8Text text, int32_t *length)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar *units = allocate(text.length * sizeof(UChar));

	/* A text never has more units in UTF-16 than bytes in UTF-8. */
	u_strFromUTF8(units, (int32_t) text.length, length, text.bytes, (int32_t) text.length, &error);
	check_icu(error);
	return units;
}

static Utf8Text
to_utf8(const UChar *units, int32_t length)
{
	UErrorCode error = U_ZERO_ERROR;
	int64 most = Min((int64) length * 3, PG_INT32_MAX);
	char *bytes = allocate(most);
	int32_t written;

	u_strToUTF8(bytes, (int32_t) most, &written, units, length, &error);
	check_icu(error);
	return (Utf8Text){bytes, written};
}

/* Return units in NFC; *length is their number before and after. */
static UChar *
to_nfc(const UNormalizer2 *nfc, const UChar *units, int32_t *length)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t room = *length;
	UChar *composed = allocate(room * sizeof(UChar));
	int32_t needed = unorm2_normalize(nfc, units, *length, composed, room, &error);

	if (error == U_BUFFER_OVERFLOW_ERROR) /* NFC makes some letters of other scripts longer */
	{
		error = U_ZERO_ERROR;
		composed = repalloc_huge(composed, needed * sizeof(UChar));
		needed = unorm2_normalize(nfc, units, *length, composed, needed, &error);
	}
	check_icu(error);
	*length = needed;
	return composed;
}

/* Return a text in NFC: the text itself if it is in NFC already, else a new one. */
static Utf8Text
composed(Utf8Text text)
{
	UErrorCode error = U_ZERO_ERROR;
	const UNormalizer2 *nfc;
	UChar *units;
	int32_t length;
	bool done;

	if (is_plain(text))
		return text;
	nfc = unorm2_getNFCInstance(&error);
	check_icu(error);
	units = to_utf16(text, &length);
	done = unorm2_isNormalized(nfc, units, length, &error);
	check_icu(error);
	if (done)
		return text;
	units = to_nfc(nfc, units, &length);
	return to_utf8(units, length);
}

/* Return the style that a name stands for; refuse an unknown name (22023). */
static mc_tone_style
style_arg(text *name)
{
	mc_tone_style style = MC_TONE_NEW;

	if (!mc_tone_style_of(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), &style))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("unknown style of tone marks \"%s\"", text_to_cstring(name)),
						errhint("Use \"new\" (hoà), \"old\" (hòa) or \"keep\".")));
	return style;
}

PG_FUNCTION_INFO_V1(motcua_vi_normalize);
Datum
motcua_vi_normalize(PG_FUNCTION_ARGS)
{
	text *input;
	mc_tone_style style;
	Utf8Text nfc;
	char *out;
	size_t length;

	if (motcua_is_missing(fcinfo, 1))
		PG_RETURN_NULL();
	motcua_require_utf8();
	input = PG_GETARG_TEXT_PP(0);
	style = style_arg(motcua_text_option(fcinfo, 1, "new"));
	nfc = composed((Utf8Text){VARDATA_ANY(input), VARSIZE_ANY_EXHDR(input)});
	out = allocate(VARHDRSZ + MC_RESPELLED_BYTES(nfc.length));
	length = mc_respell(nfc.bytes, nfc.length, style, out + VARHDRSZ);
	if (length > MaxAllocSize - VARHDRSZ)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("the normalized text would be too long"),
						errhint("Give a part of the text, as in left(text, 1000).")));
	SET_VARSIZE(out, VARHDRSZ + length);
	PG_RETURN_TEXT_P((text *) out);
}

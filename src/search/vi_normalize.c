/*
 * vi_normalize: NFC, then the spelling of Vietnamese syllables (core/vi_tone.h).
 *
 * NFC is ICU's. The function is IMMUTABLE all the same: Unicode's stability policy fixes
 * the normalisation of every assigned character for all later versions, no locale has a
 * say, and PostgreSQL's own normalize() is IMMUTABLE by the same argument. What an older
 * ICU does not know is left as it is. Text whose characters are all known to be NFC (ASCII,
 * Latin letters, all of Vietnamese) never reaches ICU.
 */
#include "postgres.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "utils/builtins.h"
#include "utils/memutils.h"

#include "common/compat.h"
#include "core/search/vi_tone.h"
#include "search/vi_text.h"

typedef struct utf8
{
	const char *bytes;
	size_t length;
} utf8;

/*
 * The bytes of a character that is in NFC whatever stands around it: below U+0300,
 * U+1EA0-1EFF, and the punctuation of U+2002-203F. 0 for any other, or a part of one.
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

static bool
is_plain(utf8 text)
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

static void *
allocate(size_t bytes)
{
	return MemoryContextAllocHuge(CurrentMemoryContext, Max(bytes, 1));
}

static UChar *
to_utf16(utf8 text, int32_t *length)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar *units = allocate(text.length * sizeof(UChar));

	/* No UTF-8 has fewer bytes than the UTF-16 has units. */
	u_strFromUTF8(units, (int32_t) text.length, length, text.bytes, (int32_t) text.length, &error);
	check_icu(error);
	return units;
}

static utf8
to_utf8(const UChar *units, int32_t length)
{
	UErrorCode error = U_ZERO_ERROR;
	int64 most = Min((int64) length * 3, PG_INT32_MAX);
	char *bytes = allocate(most);
	int32_t written;

	u_strToUTF8(bytes, (int32_t) most, &written, units, length, &error);
	check_icu(error);
	return (utf8){bytes, written};
}

static UChar *
to_nfc(const UNormalizer2 *nfc, const UChar *units, int32_t *length)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t room = *length;
	UChar *composed = allocate(room * sizeof(UChar));
	int32_t needed = unorm2_normalize(nfc, units, *length, composed, room, &error);

	if (error == U_BUFFER_OVERFLOW_ERROR) /* some letters of other scripts grow */
	{
		error = U_ZERO_ERROR;
		composed = repalloc_huge(composed, needed * sizeof(UChar));
		needed = unorm2_normalize(nfc, units, *length, composed, needed, &error);
	}
	check_icu(error);
	*length = needed;
	return composed;
}

static utf8
composed(utf8 text)
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
	text *input = PG_GETARG_TEXT_PP(0);
	mc_tone_style style = style_arg(PG_GETARG_TEXT_PP(1));
	utf8 nfc;
	char *out;
	size_t length;

	motcua_require_utf8();
	nfc = composed((utf8){VARDATA_ANY(input), VARSIZE_ANY_EXHDR(input)});
	out = allocate(VARHDRSZ + MC_RESPELLED_BYTES(nfc.length));
	length = mc_respell(nfc.bytes, nfc.length, style, out + VARHDRSZ);
	if (length > MaxAllocSize - VARHDRSZ)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("the normalized text would be too long"),
						errhint("Give a part of the text, as in left(text, 1000).")));
	SET_VARSIZE(out, VARHDRSZ + length);
	PG_RETURN_TEXT_P((text *) out);
}

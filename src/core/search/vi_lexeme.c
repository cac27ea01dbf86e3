/* Making lexemes. The text search dictionaries, src/search/vi_dictionary.c, call this. */
#include "core/search/vi_lexeme.h"

#include <string.h>

#include "core/base/utf8.h"
#include "core/codes/dossier_code.h"
#include "core/codes/procedure_code.h"
#include "core/search/vi_compound.h"

#define PARTS_MAX 2 /* parts of a code that have lexemes of their own */
#define PROCEDURE_NUMBER_LENGTH 8 /* bytes of a national code such as 1.000494 */

/* ---- one syllable ---- */

/* A vowel and its code points. */
typedef struct vowel
{
	char base;
	uint8_t quality;
	uint16_t toned[6]; /* code point with each mc_tone */
} vowel;

static const vowel vowels[] = {
	{'a', MC_PLAIN, {0x0061, 0x00E0, 0x1EA3, 0x00E3, 0x00E1, 0x1EA1}},
	{'a', MC_BREVE, {0x0103, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EAF, 0x1EB7}},
	{'a', MC_CIRCUMFLEX, {0x00E2, 0x1EA7, 0x1EA9, 0x1EAB, 0x1EA5, 0x1EAD}},
	{'e', MC_PLAIN, {0x0065, 0x00E8, 0x1EBB, 0x1EBD, 0x00E9, 0x1EB9}},
	{'e', MC_CIRCUMFLEX, {0x00EA, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EBF, 0x1EC7}},
	{'i', MC_PLAIN, {0x0069, 0x00EC, 0x1EC9, 0x0129, 0x00ED, 0x1ECB}},
	{'o', MC_PLAIN, {0x006F, 0x00F2, 0x1ECF, 0x00F5, 0x00F3, 0x1ECD}},
	{'o', MC_CIRCUMFLEX, {0x00F4, 0x1ED3, 0x1ED5, 0x1ED7, 0x1ED1, 0x1ED9}},
	{'o', MC_HORN, {0x01A1, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EDB, 0x1EE3}},
	{'u', MC_PLAIN, {0x0075, 0x00F9, 0x1EE7, 0x0169, 0x00FA, 0x1EE5}},
	{'u', MC_HORN, {0x01B0, 0x1EEB, 0x1EED, 0x1EEF, 0x1EE9, 0x1EF1}},
	{'y', MC_PLAIN, {0x0079, 0x1EF3, 0x1EF7, 0x1EF9, 0x00FD, 0x1EF5}}};

/* Return the vowel that a letter is, or NULL if the letter is no vowel. */
static const vowel *
vowel_of(uint32_t letter)
{
	for (size_t at = 0; at < sizeof(vowels) / sizeof(vowels[0]); at++)
		if (letter == MC_LETTER(vowels[at].base, vowels[at].quality))
			return &vowels[at];
	return NULL;
}

/* Return a letter with its mark if the kind of the mark is in the set `marks`, else without it. */
static uint32_t
without_other_marks(uint32_t letter, int marks)
{
	int kind = MC_QUALITY(letter) == MC_STROKE ? MC_STROKE_MARK : MC_VOWEL_MARKS;

	return (marks & kind) != 0 ? letter : MC_BASE(letter);
}

/* Return the code point of a letter; only a vowel takes the tone. */
static uint32_t
code_point_of(uint32_t letter, mc_tone tone)
{
	const vowel *known = vowel_of(letter);

	if (known != NULL)
		return known->toned[tone];
	return letter == MC_LETTER('d', MC_STROKE) ? 0x0111 : MC_BASE(letter);
}

size_t
mc_spell_syllable(const mc_syllable *syllable, int marks, char *out)
{
	char *next = out;
	bool free_i = mc_ends_in_free_i(syllable);
	mc_tone tone = (marks & MC_TONE_MARK) != 0 ? syllable->tone : MC_LEVEL;

	for (int at = 0; at < syllable->n_letters; at++)
	{
		uint32_t letter = without_other_marks(syllable->letters[at], marks);

		if (free_i && at == syllable->n_letters - 1)
			letter = 'i';
		next += mc_encode_utf8(code_point_of(letter, tone), next);
		if (vowel_of(letter) != NULL)
			tone = MC_LEVEL;
	}
	return (size_t) (next - out);
}

/* Return the set of the kinds of marks that are on a syllable. */
static int
marks_on(const mc_syllable *syllable)
{
	int marks = syllable->tone == MC_LEVEL ? MC_NO_MARKS : MC_TONE_MARK;

	for (int at = 0; at < syllable->n_letters; at++)
	{
		mc_quality quality = MC_QUALITY(syllable->letters[at]);

		if (quality != MC_PLAIN)
			marks |= quality == MC_STROKE ? MC_STROKE_MARK : MC_VOWEL_MARKS;
	}
	return marks;
}

static void
put_form(const mc_syllable *syllable, int marks, bool next_position, int variant,
		 mc_lexeme_sink *sink)
{
	char lexeme[MC_SYLLABLE_KEY_BYTES];

	sink->put(sink, lexeme, mc_spell_syllable(syllable, marks, lexeme), next_position, variant);
}

/* Give the sink the forms of a syllable. */
static void
put_syllable(const mc_syllable *syllable, mc_forms forms, bool next_position, int variant,
			 mc_lexeme_sink *sink)
{
	int written = forms == MC_FORMS_FOLDED ? MC_NO_MARKS : marks_on(syllable);

	put_form(syllable, written, next_position, variant, sink);
	if (forms == MC_FORMS_INDEX)
		for (int fewer = written; fewer != 0;)
		{
			fewer = (fewer - 1) & written; /* the next subset */
			put_form(syllable, fewer, false, variant, sink);
		}
}

/* ---- compound tokens ---- */

/* A part of a code that has lexemes of its own, as byte offsets. */
typedef struct part
{
	size_t start;
	size_t end;
} part;

/*
 * Append what stands between two syllables: ASCII as it is, a hyphen for any dash, nothing for
 * other signs. Return false if the lexeme becomes too long.
 */
static bool
copy_separators(const char *next, const char *end, char *out, size_t *length)
{
	while (next < end)
	{
		uint32_t code_point = mc_decode_utf8(&next, end);

		if (*length + MC_SYLLABLE_KEY_BYTES + 1 > MC_LEXEME_BYTES)
			return false;
		if (code_point < 0x80)
			out[(*length)++] = (char) code_point;
		else if (code_point >= 0x2010 && code_point <= 0x2015)
			out[(*length)++] = '-';
	}
	return true;
}

/*
 * Write all syllables and what stands between them, and return the bytes written. Return 0 if that
 * is too long for a lexeme.
 */
static size_t
spell_whole(const char *text, size_t length, int marks, char *out)
{
	mc_syllables walk = mc_syllables_of(text, length);
	mc_syllable syllable;
	size_t bytes = 0;
	size_t behind = 0;

	while (mc_next_syllable(&walk, &syllable))
	{
		if (bytes > 0 && !copy_separators(text + behind, text + syllable.start, out, &bytes))
			return 0;
		bytes += mc_spell_syllable(&syllable, marks, out + bytes);
		behind = syllable.end;
	}
	return bytes;
}

/* Give the sink the lexemes of a compound token as a whole. Return false if it is too long. */
static bool
put_whole(const char *text, size_t length, mc_forms forms, mc_lexeme_sink *sink)
{
	char whole[MC_LEXEME_BYTES];
	char folded[MC_LEXEME_BYTES];
	size_t whole_length =
		spell_whole(text, length, forms == MC_FORMS_FOLDED ? MC_NO_MARKS : MC_ALL_MARKS, whole);
	size_t folded_length =
		forms == MC_FORMS_INDEX ? spell_whole(text, length, MC_NO_MARKS, folded) : 0;

	if (whole_length == 0)
		return false;
	sink->put(sink, whole, whole_length, false, 0);
	if (folded_length > 0 &&
		(folded_length != whole_length || memcmp(folded, whole, whole_length) != 0))
		sink->put(sink, folded, folded_length, false, 0);
	return true;
}

/*
 * Find the parts of a code that have lexemes of their own, and return how many there are: the
 * agency of a dossier, or the national code and the agency of an agency's own procedure.
 */
static int
find_parts(const char *text, size_t length, part parts[PARTS_MAX])
{
	uint8_t bytes[MC_DOSSIER_BYTES_MAX > MC_PROCEDURE_BYTES_MAX ? MC_DOSSIER_BYTES_MAX
																: MC_PROCEDURE_BYTES_MAX];
	mc_code_error error;

	if (mc_read_dossier_code(text, length, bytes, &error) > 0)
	{
		parts[0] = (part){0, (size_t) ((const char *) memchr(text, '-', length) - text)};
		return 1;
	}
	if (length > PROCEDURE_NUMBER_LENGTH && mc_read_procedure_code(text, length, bytes, &error) > 0)
	{
		parts[0] = (part){0, PROCEDURE_NUMBER_LENGTH};
		parts[1] = (part){PROCEDURE_NUMBER_LENGTH + 1, length};
		return 2;
	}
	return 0;
}

/* Give the sink the lexemes of the parts that begin at the offset `start`. */
static void
put_parts_from(const char *text, size_t start, const part *parts, int count, mc_forms forms,
			   mc_lexeme_sink *sink)
{
	for (int at = 0; at < count; at++)
		if (parts[at].start == start)
			(void) put_whole(text + start, parts[at].end - start, forms, sink);
}

/*
 * A text gives everything that a query may ask for: the whole, the parts and each syllable. A query
 * asks for the whole in place of the first syllable, and for the other syllables behind it.
 */
static void
put_compound(const char *text, size_t length, mc_forms forms, mc_lexeme_sink *sink)
{
	mc_syllables walk = mc_syllables_of(text, length);
	mc_syllable syllable;
	part parts[PARTS_MAX];
	int count = forms == MC_FORMS_QUERY ? 0 : find_parts(text, length, parts);
	bool whole = put_whole(text, length, forms, sink);

	for (bool first = true; mc_next_syllable(&walk, &syllable); first = false)
	{
		if (!(first && whole && forms == MC_FORMS_QUERY))
			put_syllable(&syllable, forms, !first, 0, sink);
		put_parts_from(text, syllable.start, parts, count, forms, sink);
	}
}

/* A text gives the whole number and, for a land line, also the number without its area code. */
static void
put_phone(const char *digits, size_t length, mc_forms forms, mc_lexeme_sink *sink)
{
	size_t area = digits[2] == '4' || digits[2] == '8' ? 3 : 4; /* 024 and 028 are short */

	sink->put(sink, digits, length, false, 0);
	if (forms != MC_FORMS_QUERY && digits[1] == '2')
		sink->put(sink, digits + area, length - area, false, 1);
}

void
mc_put_token(const char *token, size_t length, mc_forms forms, mc_lexeme_sink *sink)
{
	mc_syllables walk = mc_syllables_of(token, length);
	mc_syllable first;
	mc_syllable second;
	char digits[MC_PHONE_DIGITS];
	size_t phone = mc_phone_digits(token, length, digits);

	if (phone > 0)
		put_phone(digits, phone, forms, sink);
	else if (!mc_next_syllable(&walk, &first))
		return;
	else if (mc_next_syllable(&walk, &second))
		put_compound(token, length, forms, sink);
	else
		put_syllable(&first, forms, false, 0, sink);
}

void
mc_put_abbreviation(const mc_syllable *written, const char *meaning, size_t length, mc_forms forms,
					mc_lexeme_sink *sink)
{
	mc_syllables walk = mc_syllables_of(meaning, length);
	mc_syllable word;
	bool first = true;

	/* Nobody typed the marks of the meaning. They count only if the abbreviation has its marks. */
	if (forms == MC_FORMS_QUERY && !written->marked)
		forms = MC_FORMS_FOLDED;
	put_syllable(written, forms, false, 0, sink);
	while (mc_next_syllable(&walk, &word))
	{
		put_syllable(&word, forms, !first, 1, sink);
		first = false;
	}
}

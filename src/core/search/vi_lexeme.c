/* Making lexemes. The text search dictionaries, src/search/vi_dictionary.c, call this. */
#include "core/search/vi_lexeme.h"

#include <string.h>

#include "core/base/utf8.h"
#include "core/search/vi_compound.h"

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
	mc_tone tone = (marks & MC_TONE_MARK) != 0 ? syllable->tone : MC_LEVEL;

	for (int at = 0; at < syllable->n_letters; at++)
	{
		uint32_t letter = without_other_marks(syllable->letters[at], marks);

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

/* Give the sink every form of a syllable, as a text has it. */
static void
put_all_forms(const mc_syllable *syllable, bool next_position, int variant, mc_lexeme_sink *sink)
{
	int written = marks_on(syllable);

	put_form(syllable, written, next_position, variant, sink);
	for (int fewer = written; fewer != 0;)
	{
		fewer = (fewer - 1) & written; /* the next subset */
		put_form(syllable, fewer, false, variant, sink);
	}
}

/* Return the number of leading zeros of a number, two for 000. Return 0 if it is no number. */
static int
leading_zeros(const mc_syllable *syllable)
{
	int zeros = 0;

	for (int at = 0; at < syllable->n_letters; at++)
		if (syllable->letters[at] < '0' || syllable->letters[at] > '9')
			return 0;
	while (zeros < syllable->n_letters - 1 && syllable->letters[zeros] == '0')
		zeros++;
	return zeros;
}

/*
 * Make the other spelling of a syllable: a number without its leading zeros, or the other letter in
 * place of a free i or y. Return false if the syllable has only one spelling.
 */
static bool
respell(const mc_syllable *syllable, mc_syllable *other)
{
	int zeros = leading_zeros(syllable);
	int free = mc_free_i_at(syllable);

	*other = *syllable;
	if (zeros > 0)
	{
		other->n_letters = (uint8_t) (syllable->n_letters - zeros);
		memmove(other->letters, other->letters + zeros,
				other->n_letters * sizeof(other->letters[0]));
	}
	else if (free >= 0)
		other->letters[free] = syllable->letters[free] == 'i' ? 'y' : 'i';
	return zeros > 0 || free >= 0;
}

/*
 * Give the sink the forms of a syllable. A text has those of both spellings. A query has the one
 * that was typed, and a number also the one without zeros. Where marks do not count, texts and
 * queries have the spelling with i, and numbers have no zeros.
 */
static void
put_syllable(const mc_syllable *syllable, mc_forms forms, bool next_position, int variant,
			 mc_lexeme_sink *sink)
{
	mc_syllable other;
	bool two = respell(syllable, &other);
	bool is_number = two && other.n_letters < syllable->n_letters;
	bool has_y = two && !is_number && syllable->letters[mc_free_i_at(syllable)] == 'y';

	switch (forms)
	{
		case MC_FORMS_INDEX:
			put_all_forms(syllable, next_position, variant, sink);
			if (two)
				put_all_forms(&other, false, variant, sink);
			break;
		case MC_FORMS_QUERY:
			put_form(syllable, marks_on(syllable), next_position, variant, sink);
			if (is_number)
				put_form(&other, MC_NO_MARKS, false, variant + 1, sink);
			break;
		case MC_FORMS_FOLDED:
			put_form(is_number || has_y ? &other : syllable, MC_NO_MARKS, next_position, variant,
					 sink);
			break;
	}
}

/* ---- tokens ---- */

/* Give the sink each syllable of a token at a position of its own, for texts and for queries. */
static void
put_syllables(const char *text, size_t length, mc_forms forms, mc_lexeme_sink *sink)
{
	mc_syllables walk = mc_syllables_of(text, length);
	mc_syllable syllable;

	for (bool first = true; mc_next_syllable(&walk, &syllable); first = false)
		put_syllable(&syllable, forms, !first, 0, sink);
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
	char digits[MC_PHONE_DIGITS];
	size_t phone = mc_phone_digits(token, length, digits);

	if (phone > 0)
		put_phone(digits, phone, forms, sink);
	else
		put_syllables(token, length, forms, sink);
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

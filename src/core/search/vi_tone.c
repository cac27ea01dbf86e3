/* Placing tone marks and rewriting syllables. The SQL function vi_normalize calls mc_respell. */
#include "core/search/vi_tone.h"

#include <string.h>

#include "core/base/utf8.h"
#include "core/search/vi_phonotactics.h"

#define MOST_LETTERS 16 /* longest syllable or abbreviation that mc_respell changes */

bool
mc_tone_style_of(const char *name, size_t length, mc_tone_style *style)
{
	static const char *const names[] = {"keep", "new", "old"};

	for (int at = 0; at < 3; at++)
		if (strlen(names[at]) == length && memcmp(names[at], name, length) == 0)
		{
			*style = (mc_tone_style) at;
			return true;
		}
	return false;
}

static bool
is_vowel(uint32_t base)
{
	return mc_tone_on(base, MC_SAC) == MC_SAC;
}

/* True if the first two letters have these bases. */
static bool
begin_with(const uint32_t *letters, uint32_t first, uint32_t second)
{
	return MC_BASE(letters[0]) == first && MC_BASE(letters[1]) == second;
}

/*
 * Return the index of the second vowel of ươ, uô, iê or yê, written with or without its quality:
 * that vowel carries the tone. Return `count` if none of these is among the vowels.
 */
static int
second_of_diphthong(const uint32_t *vowels, int count)
{
	for (int at = 0; at + 1 < count; at++)
		if (begin_with(vowels + at, 'u', 'o') || begin_with(vowels + at, 'i', 'e') ||
			begin_with(vowels + at, 'y', 'e'))
			return at + 1;
	return count;
}

/* Return the index of the last vowel that has a quality, or -1 if none has. */
static int
last_with_quality(const uint32_t *vowels, int count)
{
	int at = count - 1;

	while (at >= 0 && MC_QUALITY(vowels[at]) == MC_PLAIN)
		at--;
	return at;
}

/* Return the index of the vowel with the tone in a syllable that ends with its vowels. */
static int
place_in_open_syllable(const uint32_t *vowels, int count, mc_tone_style style)
{
	if (count != 2)
		return count == 3 ? 1 : 0;
	if (begin_with(vowels, 'o', 'a') || begin_with(vowels, 'o', 'e') ||
		begin_with(vowels, 'u', 'y'))
		return style == MC_TONE_NEW ? 1 : 0;
	return begin_with(vowels, 'u', 'e') ? 1 : 0;
}

/*
 * Return the index of the vowel with the tone, counted from the first vowel. `closed` is true if a
 * final consonant follows the vowels.
 */
static int
place_in_vowels(const uint32_t *vowels, int count, bool closed, mc_tone_style style)
{
	int at = second_of_diphthong(vowels, count);

	if (at < count)
		return at;
	at = last_with_quality(vowels, count);
	if (at >= 0)
		return at;
	return closed ? count - 1 : place_in_open_syllable(vowels, count, style);
}

/* Do what mc_tone_place does for letters outside a syllable. */
static int
tone_place(const uint32_t *letters, int n_letters, mc_tone_style style)
{
	char base[MC_POSSIBLE_LETTERS] = {0};
	int initial;
	int count = 0;

	if (n_letters > MC_POSSIBLE_LETTERS)
		return -1;
	for (int at = 0; at < n_letters; at++)
		base[at] = MC_BASE(letters[at]) < 0x80 ? (char) MC_BASE(letters[at]) : '?';
	initial = mc_initial_of(base, (size_t) n_letters);
	if (initial < 0)
		return -1;
	while (initial + count < n_letters && is_vowel(MC_BASE(letters[initial + count])))
		count++;
	return initial + place_in_vowels(letters + initial, count, initial + count < n_letters, style);
}

int
mc_tone_place(const mc_syllable *syllable, mc_tone_style style)
{
	return tone_place(syllable->letters, syllable->n_letters, style);
}

/* Return the row of vowels[] in compose_small_letter, or -1 if the letter is no vowel. */
static int
vowel_row(uint32_t base, mc_quality quality)
{
	static const uint32_t rows[] = {
		'a', MC_LETTER('a', MC_BREVE),      MC_LETTER('a', MC_CIRCUMFLEX),
		'e', MC_LETTER('e', MC_CIRCUMFLEX), 'i',
		'o', MC_LETTER('o', MC_CIRCUMFLEX), MC_LETTER('o', MC_HORN),
		'u', MC_LETTER('u', MC_HORN),       'y'};

	for (int row = 0; row < 12; row++)
		if (rows[row] == MC_LETTER(base, quality))
			return row;
	return -1;
}

static uint32_t
compose_small_letter(uint32_t base, mc_quality quality, mc_tone tone)
{
	static const uint16_t vowels[12][6] = {
		{'a', 0xE0, 0x1EA3, 0xE3, 0xE1, 0x1EA1},
		{0x103, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EAF, 0x1EB7},
		{0xE2, 0x1EA7, 0x1EA9, 0x1EAB, 0x1EA5, 0x1EAD},
		{'e', 0xE8, 0x1EBB, 0x1EBD, 0xE9, 0x1EB9},
		{0xEA, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EBF, 0x1EC7},
		{'i', 0xEC, 0x1EC9, 0x129, 0xED, 0x1ECB},
		{'o', 0xF2, 0x1ECF, 0xF5, 0xF3, 0x1ECD},
		{0xF4, 0x1ED3, 0x1ED5, 0x1ED7, 0x1ED1, 0x1ED9},
		{0x1A1, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EDB, 0x1EE3},
		{'u', 0xF9, 0x1EE7, 0x169, 0xFA, 0x1EE5},
		{0x1B0, 0x1EEB, 0x1EED, 0x1EEF, 0x1EE9, 0x1EF1},
		{'y', 0x1EF3, 0x1EF7, 0x1EF9, 0xFD, 0x1EF5},
	};
	int row = vowel_row(base, quality);

	if (row >= 0)
		return vowels[row][tone];
	if (tone != MC_LEVEL)
		return 0;
	if (base == 'd' && quality == MC_STROKE)
		return 0x111;
	return quality == MC_PLAIN && base >= 'a' && base <= 'z' ? base : 0;
}

uint32_t
mc_compose_letter(uint32_t base, mc_quality quality, mc_tone tone, bool upper)
{
	uint32_t small = compose_small_letter(base, quality, tone);

	if (small == 0 || !upper)
		return small;
	return small < 0x100 ? small - 0x20 : small - 1;
}

/* The letters of a syllable that is read in one spelling and written in another. */
typedef struct written_letters
{
	uint32_t letters[MOST_LETTERS];
	bool upper[MOST_LETTERS];
	int n_letters; /* letters and digits */
	int n_digits;
	int n_vowels;
	int n_capitals;
	int n_tones; /* number of letters with a tone */
	mc_tone tone; /* tone of the last of these letters */
	int tone_at; /* index of the letter on which the tone is to be written */
	bool foreign_stroke; /* true if is_foreign_stroke is true of a letter */
} written_letters;

/* True for ð, Ð, ɖ and Ɖ, which pasted texts have in place of đ and Đ. */
static bool
is_foreign_stroke(uint32_t code_point)
{
	return code_point == 0xF0 || code_point == 0xD0 || code_point == 0x256 || code_point == 0x189;
}

/*
 * Append a letter. Return false for one that mc_compose_letter would not write back unchanged:
 * for example ö, ｈ or a combining mark.
 */
static bool
add_letter(written_letters *spelling, uint32_t code_point)
{
	mc_sign sign = mc_sign_of(code_point);
	bool is_digit = code_point >= '0' && code_point <= '9';
	bool foreign = is_foreign_stroke(code_point);
	int at = spelling->n_letters;

	if (at == MOST_LETTERS || sign.n_letters != 1)
		return false;
	if (!is_digit && !foreign &&
		mc_compose_letter(sign.letters[0], sign.quality, sign.tone, sign.upper) != code_point)
		return false;
	spelling->letters[at] = MC_LETTER(sign.letters[0], sign.quality);
	spelling->upper[at] = sign.upper;
	spelling->n_letters++;
	spelling->n_digits += is_digit;
	spelling->n_vowels += is_vowel(sign.letters[0]);
	spelling->n_capitals += sign.upper;
	spelling->foreign_stroke |= foreign;
	if (sign.tone != MC_LEVEL)
	{
		spelling->n_tones++;
		spelling->tone = sign.tone;
		spelling->tone_at = at;
	}
	return true;
}

/* Read the letters of a syllable. Return false if one of them cannot be written back. */
static bool
read_spelling(const char *text, const char *end, written_letters *spelling)
{
	memset(spelling, 0, sizeof(*spelling));
	while (text < end)
		if (!add_letter(spelling, mc_decode_utf8(&text, end)))
			return false;
	return true;
}

/* True for capitals without vowels (HÐND, Ð), and for digits with one letter (000ð of 5.000ð). */
static bool
is_abbreviation(const written_letters *spelling)
{
	int n_small = spelling->n_letters - spelling->n_digits - spelling->n_capitals;

	return spelling->n_vowels == 0 &&
		   (n_small == 0 || (n_small == 1 && spelling->n_digits == spelling->n_letters - 1));
}

/* Set the place of the tone. Return true if the syllable must be written anew. */
static bool
correct(written_letters *spelling, mc_tone_style style)
{
	int place = tone_place(spelling->letters, spelling->n_letters, style);
	bool moved;

	if (place < 0 || spelling->n_tones > 1)
		return spelling->foreign_stroke && is_abbreviation(spelling);
	moved = style != MC_TONE_KEEP && spelling->n_tones == 1 && spelling->tone_at != place;
	if (moved)
		spelling->tone_at = place;
	return moved || spelling->foreign_stroke;
}

static char *
put_spelling(const written_letters *spelling, char *out)
{
	for (int at = 0; at < spelling->n_letters; at++)
	{
		uint32_t letter = spelling->letters[at];
		mc_tone tone = spelling->n_tones > 0 && at == spelling->tone_at ? spelling->tone : MC_LEVEL;
		uint32_t composed =
			mc_compose_letter(MC_BASE(letter), MC_QUALITY(letter), tone, spelling->upper[at]);

		/* Digits have no composed form. */
		out += mc_encode_utf8(composed != 0 ? composed : letter, out);
	}
	return out;
}

/* True if a syllable has only ASCII bytes, so that there is nothing to correct. */
static bool
is_ascii(const char *text, const char *end)
{
	while (text < end && (unsigned char) *text < 0x80)
		text++;
	return text == end;
}

size_t
mc_respell(const char *text, size_t length, mc_tone_style style, char *out)
{
	mc_syllables walk = mc_syllables_of(text, length);
	mc_syllable syllable;
	written_letters spelling;
	const char *copied = text;
	char *next = out;

	while (mc_next_syllable(&walk, &syllable))
	{
		const char *start = text + syllable.start;
		const char *end = text + syllable.end;

		if (is_ascii(start, end) || !read_spelling(start, end, &spelling) ||
			!correct(&spelling, style))
			continue;
		memcpy(next, copied, (size_t) (start - copied));
		next = put_spelling(&spelling, next + (start - copied));
		copied = end;
	}
	memcpy(next, copied, (size_t) (text + length - copied));
	return (size_t) (next - out) + (size_t) (text + length - copied);
}

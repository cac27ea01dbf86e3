/*
 * Splitting a full name into its parts. The SQL functions of src/search/vi_name_sql.c and the sort
 * key of names in vi_order.c call mc_name_of.
 */
#include "core/search/vi_name.h"

#include <string.h>

#include "core/base/utf8.h"
#include "core/search/vi_syllable.h"

#define MOST_WORDS 5 /* words looked at: four of a family name and one that must remain */

/* Compound family names. A longer name stands before a shorter one that it begins with. */
static const struct
{
	const char *name;
	char first; /* first base letter */
	bool marks_needed; /* without marks the words may be a family name and a middle name */
} compounds[] = {
	{"Công Tằng Tôn Nữ", 'c', false},
	{"Công Huyền Tôn Nữ", 'c', false},
	{"Lai Huyền Tôn Nữ", 'l', false},
	{"Công Tôn Nữ", 'c', false},
	{"Huyền Tôn Nữ", 'h', false},
	{"Tằng Tôn Nữ", 't', false},
	{"Tôn Thất", 't', false},
	{"Tôn Nữ", 't', false},
	{"Âu Dương", 'a', false},
	{"Gia Cát", 'g', false},
	{"Hoàng Phủ", 'h', true}, /* Hoàng Phú is no compound */
	{"Thượng Quan", 't', false},
	{"Tư Đồ", 't', false},
	{"Tư Mã", 't', false},
};

typedef struct word
{
	mc_span span;
	mc_syllable syllable; /* the first syllable */
	int n_syllables;
} word;

/*
 * True if the text between two syllables is one apostrophe or one hyphen, so that the syllables
 * are one word.
 */
static bool
is_joiner(const char *gap, const char *end)
{
	uint32_t code_point = mc_decode_utf8(&gap, end);

	if (gap != end)
		return false; /* more than one character */
	switch (code_point)
	{
		case '\'':
		case '`':
		case '-':
		case 0xB4: /* ´ */
		case 0x2BC: /* ʼ */
		case 0x2010: /* hyphen */
		case 0x2011: /* hyphen without a line break */
		case 0x2018: /* ‘ */
		case 0x2019: /* ’ */
			return true;
		default:
			return false;
	}
}

/*
 * Return the word that begins with the syllable *ahead. Afterwards *ahead is the first syllable
 * behind the word, and *more says if there is one.
 */
static word
take_word(mc_syllables *walk, mc_syllable *ahead, bool *more)
{
	word taken = {.span = {ahead->start, ahead->end}, .syllable = *ahead, .n_syllables = 1};

	while ((*more = mc_next_syllable(walk, ahead)) &&
		   is_joiner(walk->text + taken.span.end, walk->text + ahead->start))
	{
		taken.span.end = ahead->end;
		taken.n_syllables++;
	}
	return taken;
}

/* True if a written syllable is `proper`. Its marks may be missing unless they are needed. */
static bool
is_proper(const mc_syllable *written, const mc_syllable *proper, bool marks_needed)
{
	return mc_syllable_matches(written, proper) &&
		   (!marks_needed || mc_syllable_matches(proper, written));
}

/*
 * Return the number of words of a compound family name if the given words begin with it and at
 * least one more word remains; return 0 otherwise.
 */
static int
words_of_compound(int compound, const word *words, int n_words)
{
	mc_syllables walk = mc_syllables_of(compounds[compound].name, strlen(compounds[compound].name));
	mc_syllable proper;
	int count = 0;

	if (n_words == 0 ||
		MC_BASE(words[0].syllable.letters[0]) != (uint32_t) compounds[compound].first)
		return 0;
	while (mc_next_syllable(&walk, &proper))
	{
		if (count + 1 >= n_words || words[count].n_syllables > 1 ||
			!is_proper(&words[count].syllable, &proper, compounds[compound].marks_needed))
			return 0;
		count++;
	}
	return count;
}

/* Return how many of the words are the family name. */
static int
words_of_family(const word *words, int n_words)
{
	for (size_t at = 0; at < sizeof(compounds) / sizeof(compounds[0]); at++)
	{
		int count = words_of_compound((int) at, words, n_words);

		if (count > 0)
			return count;
	}
	return n_words > 1 ? 1 : 0;
}

mc_name
mc_name_of(const char *text, size_t length)
{
	mc_syllables walk = mc_syllables_of(text, length);
	mc_syllable ahead;
	bool more = mc_next_syllable(&walk, &ahead);
	word words[MOST_WORDS];
	int n_words = 0;
	int family;
	mc_name name = {{0, 0}, {0, 0}, {0, 0}};
	mc_span before_given = {0, 0};

	while (more)
	{
		word taken = take_word(&walk, &ahead, &more);

		if (n_words < MOST_WORDS)
			words[n_words++] = taken;
		before_given = name.given;
		name.given = taken.span;
	}
	family = words_of_family(words, n_words);
	if (family == 0)
		return name;
	name.family = (mc_span){words[0].span.start, words[family - 1].span.end};
	if (family < n_words && words[family].span.start < name.given.start)
		name.middle = (mc_span){words[family].span.start, before_given.end};
	return name;
}

#include "core/search/vi_order.h"

#include <stdbool.h>
#include <string.h>

#include "core/search/vi_name.h"
#include "core/search/vi_syllable.h"

/*
 * A key: of each syllable its letters, LETTERS_END and a tone; then KEY_END and a bit for each letter that is no
 * digit, set for capitals. Each of these bytes is below those that may stand in its place in a longer text.
 */
enum
{
	KEY_END = 0x00,
	TONE = 0x01, /* to 0x06 */
	LETTERS_END = 0x08,
	NUMBER = 0x10, /* then the count of digits, then the digits */
	FIRST_LETTER = 0x20,
	OTHER_LETTER = 0x60 /* then the code point, three bytes */
};

typedef struct key_writer
{
	unsigned char *next;
	unsigned char *case_bits; /* gathered behind the room that all letters may need */
	size_t n_letters;
} key_writer;

/* The place of a Latin letter in the alphabet, with the letters that Vietnamese adds. */
static int
rank_of(uint32_t base, mc_quality quality)
{
	static const unsigned char ranks[26] = {
		/* a */ 0, 3,          4,  5,  7,  9,  10, 11,         12, 13, 14, 15, 16,
		17,        /* o */ 18, 21, 22, 23, 24, 25, /* u */ 26, 28, 29, 30, 31, 32};
	int rank = ranks[base - 'a'];

	switch (quality)
	{
		case MC_BREVE: /* ă */
		case MC_STROKE: /* đ */
			return rank + 1;
		case MC_CIRCUMFLEX: /* â, ê, ô */
			return rank + (base == 'a' ? 2 : 1);
		case MC_HORN: /* ơ, ư */
			return rank + (base == 'o' ? 2 : 1);
		default:
			return rank;
	}
}

static bool
is_digit(uint32_t letter)
{
	return letter >= '0' && letter <= '9';
}

/* Writes the number at letters[at] without its leading zeros; returns the place behind it. */
static int
put_number(key_writer *key, const mc_syllable *syllable, int at)
{
	int first = at;
	int end = at;

	while (end < syllable->n_letters && is_digit(syllable->letters[end]))
		end++;
	while (first < end - 1 && syllable->letters[first] == '0')
		first++;
	*key->next++ = NUMBER;
	*key->next++ = (unsigned char) (end - first);
	for (; first < end; first++)
		*key->next++ = (unsigned char) syllable->letters[first];
	return end;
}

static void
put_letter(key_writer *key, uint32_t letter)
{
	uint32_t base = MC_BASE(letter);

	if (base >= 'a' && base <= 'z')
	{
		*key->next++ = (unsigned char) (FIRST_LETTER + rank_of(base, MC_QUALITY(letter)));
		return;
	}
	*key->next++ = OTHER_LETTER;
	*key->next++ = (unsigned char) (base >> 16);
	*key->next++ = (unsigned char) (base >> 8);
	*key->next++ = (unsigned char) base;
}

static void
note_case(key_writer *key, bool upper)
{
	if (key->n_letters % 8 == 0)
		key->case_bits[key->n_letters / 8] = 0;
	if (upper)
		key->case_bits[key->n_letters / 8] |= (unsigned char) (0x80 >> key->n_letters % 8);
	key->n_letters++;
}

/* Digits have no case bits: leading zeros must not move those of the letters behind. */
static void
put_syllable(key_writer *key, const mc_syllable *syllable)
{
	for (int at = 0; at < syllable->n_letters;)
	{
		if (is_digit(syllable->letters[at]))
		{
			at = put_number(key, syllable, at);
			continue;
		}
		note_case(key, (syllable->capitals >> at & 1) != 0);
		put_letter(key, syllable->letters[at++]);
	}
	*key->next++ = LETTERS_END;
	*key->next++ = (unsigned char) (TONE + syllable->tone);
}

static void
put_text(key_writer *key, const char *text, size_t length)
{
	mc_syllables walk = mc_syllables_of(text, length);
	mc_syllable syllable;

	while (mc_next_syllable(&walk, &syllable))
		put_syllable(key, &syllable);
}

/* Small letters at the end need no bits: the shorter key is the smaller one. */
static size_t
finish(key_writer *key, char *start)
{
	size_t n_bytes = (key->n_letters + 7) / 8;

	while (n_bytes > 0 && key->case_bits[n_bytes - 1] == 0)
		n_bytes--;
	if (n_bytes > 0)
	{
		*key->next++ = KEY_END;
		memmove(key->next, key->case_bits, n_bytes);
		key->next += n_bytes;
	}
	return (size_t) ((char *) key->next - start);
}

/* A byte of text makes five bytes of key at most: a digit alone is a number and a syllable. */
static key_writer
begin(char *key, size_t length)
{
	return (key_writer){.next = (unsigned char *) key,
						.case_bits = (unsigned char *) key + 5 * length + 8};
}

size_t
mc_sort_key(const char *text, size_t length, char *key)
{
	key_writer writer = begin(key, length);

	put_text(&writer, text, length);
	return finish(&writer, key);
}

size_t
mc_name_key(const char *name, size_t length, char *key)
{
	key_writer writer = begin(key, length);
	mc_name parts = mc_name_of(name, length);

	put_text(&writer, name + parts.given.start, parts.given.end - parts.given.start);
	put_text(&writer, name + parts.family.start, parts.family.end - parts.family.start);
	put_text(&writer, name + parts.middle.start, parts.middle.end - parts.middle.start);
	return finish(&writer, key);
}

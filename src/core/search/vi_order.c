/* Making sort keys. The SQL functions of src/search/vi_order_sql.c call this. */
#include "core/search/vi_order.h"

#include <stdbool.h>
#include <string.h>

#include "core/search/vi_name.h"
#include "core/search/vi_syllable.h"

/*
 * A key consists of the syllables, KEY_END and the case bits. A syllable is written as its letters,
 * LETTERS_END and its tone. The case bits have one bit for each letter that is no digit; the bit is
 * set for a capital. KEY_END and LETTERS_END are less than all bytes that may stand in their places
 * in a longer text, so that the shorter text is the smaller one.
 */
enum
{
	KEY_END = 0x00,
	TONE = 0x01, /* the first of six tones */
	LETTERS_END = 0x08,
	NUMBER = 0x10, /* the count of digits and the digits follow */
	FIRST_LETTER = 0x20,
	OTHER_LETTER = 0x60 /* the code point follows in three bytes */
};

/* A key that is being written. */
typedef struct key_writer
{
	unsigned char *next; /* address of the next byte of the key */
	unsigned char *case_bits; /* collected in the same buffer, behind the longest possible key */
	size_t n_letters; /* number of case bits */
} key_writer;

/* Return the place of a letter in the Vietnamese alphabet extended by f, j, w and z, from 0. */
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

/* Write the number at letters[at] without its leading zeros; return the index behind the number. */
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

/* Digits have no case bits: leading zeros would move the bits of the letters behind them. */
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

/*
 * Append the case bits and return the bytes of the key. Bits of small letters at the end are left
 * out, because the shorter key is the smaller one anyway.
 */
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

/*
 * Start a key. One byte of text becomes at most five bytes of key (a digit that is a syllable by
 * itself), so the case bits are collected behind five bytes for each byte of text.
 */
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

/* Recognising and guessing typing errors. vi_match.c and vi_keys.c call these functions. */
#include "core/search/vi_typo.h"

#include <string.h>

#include "core/search/vi_phonotactics.h"

/* A possible syllable with one letter too many is at most this long. */
#define TYPED_LETTERS (MC_POSSIBLE_LETTERS + 1)

/*
 * Store the base letters of a syllable. Return false if some of them are not a to z, or if there
 * are more than a mistyped syllable can have.
 */
static bool
latin_base(const mc_syllable *syllable, char base[TYPED_LETTERS])
{
	if (syllable->n_letters > TYPED_LETTERS)
		return false;
	for (int at = 0; at < syllable->n_letters; at++)
	{
		uint32_t letter = MC_BASE(syllable->letters[at]);

		if (letter < 'a' || letter > 'z')
			return false;
		base[at] = (char) letter;
	}
	return true;
}

/* True if the letters are equal in keys, which have an i for each y. */
static bool
same_key_letters(const char *a, const char *b, size_t length)
{
	for (size_t at = 0; at < length; at++)
		if ((a[at] == 'y' ? 'i' : a[at]) != (b[at] == 'y' ? 'i' : b[at]))
			return false;
	return true;
}

/*
 * True if two strings of the same length differ in exactly one letter, or only by the exchange of
 * two neighbouring letters.
 */
static bool
is_one_change(const char *a, const char *b, size_t length)
{
	size_t at = 0;

	while (at < length && a[at] == b[at])
		at++;
	if (at == length)
		return false;
	if (memcmp(a + at + 1, b + at + 1, length - at - 1) == 0)
		return true;
	return at + 1 < length && a[at] == b[at + 1] && a[at + 1] == b[at] &&
		   memcmp(a + at + 2, b + at + 2, length - at - 2) == 0;
}

/* True if the longer string is the shorter one, of `length` bytes, with one letter inserted. */
static bool
is_one_more(const char *longer, const char *shorter, size_t length)
{
	size_t at = 0;

	while (at < length && longer[at] == shorter[at])
		at++;
	return memcmp(longer + at + 1, shorter + at, length - at) == 0;
}

/*
 * True if two syllables that differ at most in i and y are two spellings of one syllable, as lý
 * and lí are. Such a difference is no typing error, and so the marks of the syllables count.
 */
static bool
are_spellings(const mc_syllable *a, const mc_syllable *b)
{
	return mc_free_i_at(a) >= 0 && mc_free_i_at(a) == mc_free_i_at(b);
}

bool
mc_is_typo(const mc_syllable *typed, const mc_syllable *written)
{
	char a[TYPED_LETTERS];
	char b[TYPED_LETTERS];
	size_t n = typed->n_letters;
	size_t m = written->n_letters;
	bool near;

	if (m + 1 < n || m > n + 1 || !latin_base(typed, a) || !latin_base(written, b))
		return false;
	if (n == m)
		near =
			is_one_change(a, b, n) && !(same_key_letters(a, b, n) && are_spellings(typed, written));
	else
		near = n > m ? is_one_more(a, b, m) : is_one_more(b, a, n);
	return near && mc_is_possible_syllable(b, m);
}

/* A walk over the neighbours of a typed syllable, with the callback that takes their keys. */
typedef struct typo_visit
{
	const char *typed;
	size_t length;
	mc_key_callback callback;
	void *arg;
} typo_visit;

static void
give_key(const char *neighbour, size_t length, void *arg)
{
	typo_visit *visit = arg;
	char key[MC_POSSIBLE_LETTERS];

	/* The caller looks for the typed syllable's own key anyway. */
	if (length == visit->length && same_key_letters(neighbour, visit->typed, length))
		return;
	for (size_t at = 0; at < length; at++)
		key[at] = neighbour[at] == 'y' ? 'i' : neighbour[at];
	visit->callback(key, length, visit->arg);
}

void
mc_typo_keys(const mc_syllable *typed, mc_key_callback callback, void *arg)
{
	char base[TYPED_LETTERS];
	typo_visit visit = {
		.typed = base, .length = typed->n_letters, .callback = callback, .arg = arg};

	if (latin_base(typed, base))
		(void) mc_possible_neighbours(base, typed->n_letters, give_key, &visit);
}

/* This file decides if two words are near each other. vi_find.c and vi_find_match.c call it. */
#include "core/search/vi_near.h"

#include <stdbool.h>
#include <string.h>

/* Return the number of bytes in which two words begin alike. */
static size_t
common_beginning(const char *a, size_t n, const char *b, size_t m)
{
	size_t at = 0;

	while (at < n && at < m && a[at] == b[at])
		at++;
	return at;
}

/* True if the rest of a word, from an offset on, is the rest of the other one. */
static bool
same_rest(const char *a, size_t n, size_t from_a, const char *b, size_t m, size_t from_b)
{
	return from_a <= n && from_b <= m && n - from_a == m - from_b &&
		   memcmp(a + from_a, b + from_b, n - from_a) == 0;
}

/* True if a letter may be written for another one that sounds alike. */
static bool
letters_sound_alike(char a, char b, bool first, bool last)
{
	static const char *const at_start[] = {"sx", "ln", "dr", "ck", "cq", "kq"};

	if (last)
		return (a == 'c' && b == 't') || (a == 't' && b == 'c');
	for (size_t at = 0; first && at < sizeof(at_start) / sizeof(at_start[0]); at++)
		if (a != b && strchr(at_start[at], a) != NULL && strchr(at_start[at], b) != NULL)
			return true;
	return false;
}

/* True if the words differ only in initials that sound alike, `one` and `other`. */
static bool
differ_in_initials(const char *a, size_t n, const char *b, size_t m, const char *one,
				   const char *other)
{
	size_t k = strlen(one);
	size_t l = strlen(other);

	return n > k && m > l && memcmp(a, one, k) == 0 && memcmp(b, other, l) == 0 &&
		   same_rest(a, n, k, b, m, l);
}

/* True if the initials of the words sound alike, and all else is equal. */
static bool
initials_sound_alike(const char *a, size_t n, const char *b, size_t m)
{
	static const char *const pairs[][2] = {{"ch", "tr"}, {"gi", "d"}, {"gi", "r"}};

	for (size_t at = 0; at < sizeof(pairs) / sizeof(pairs[0]); at++)
		if (differ_in_initials(a, n, b, m, pairs[at][0], pairs[at][1]) ||
			differ_in_initials(b, m, a, n, pairs[at][0], pairs[at][1]))
			return true;
	return false;
}

/* True if a word ends in n and the other one in ng, and all else is equal. */
static bool
finals_sound_alike(const char *a, size_t n, const char *b, size_t m)
{
	return m == n + 1 && a[n - 1] == 'n' && b[n] == 'g' && memcmp(a, b, n) == 0;
}

mc_near
mc_compare_near(const char *typed, size_t n, const char *written, size_t m)
{
	size_t at = common_beginning(typed, n, written, m);

	if (n == m && at == n)
		return MC_NEAR_SAME;
	if (n < MC_NEAR_LETTERS || m + 2 < n || n + 2 < m || m == 0)
		return MC_NEAR_NOT;
	if (initials_sound_alike(typed, n, written, m) || finals_sound_alike(typed, n, written, m) ||
		finals_sound_alike(written, m, typed, n))
		return MC_NEAR_SOUND;
	if (same_rest(typed, n, at + 1, written, m, at + 1))
		return letters_sound_alike(typed[at], written[at], at == 0, at + 1 == n) ? MC_NEAR_SOUND
																				 : MC_NEAR_LETTER;
	if (same_rest(typed, n, at + 1, written, m, at) || same_rest(typed, n, at, written, m, at + 1))
		return MC_NEAR_LETTER;
	return at + 1 < n && at + 1 < m && typed[at] == written[at + 1] &&
				   typed[at + 1] == written[at] && same_rest(typed, n, at + 2, written, m, at + 2)
			   ? MC_NEAR_LETTER
			   : MC_NEAR_NOT;
}

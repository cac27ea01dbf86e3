/* This file reads keystrokes of Telex and VNI back as base letters. vi_find.c calls it. */
#include "core/search/vi_keystrokes.h"

#include <string.h>

#include "core/search/vi_phonotactics.h"

#define KEYSTROKES_MAX 16 /* more keystrokes are no syllable */

static bool
is_one_of(const char *set, char letter)
{
	return letter != '\0' && strchr(set, letter) != NULL;
}

/* Store the letters of a word. Return false if it has other signs than ASCII, or marks. */
static bool
ascii_letters(const mc_syllable *typed, char *out)
{
	if (typed->n_letters >= KEYSTROKES_MAX || typed->marked)
		return false;
	for (int at = 0; at < typed->n_letters; at++)
	{
		if (typed->letters[at] >= 0x80)
			return false;
		out[at] = (char) typed->letters[at];
	}
	out[typed->n_letters] = '\0';
	return true;
}

/* True if a keystroke of Telex only adds a mark to the letters before it. */
static bool
is_telex_mark(const char *letters, int count, char key)
{
	char last = count > 0 ? letters[count - 1] : '\0';
	bool vowel_before = strpbrk(letters, "aeiouy") != NULL;

	if (is_one_of("sfrxjz", key))
		return vowel_before;
	if (key == 'w')
		return vowel_before;
	return last == key && is_one_of("aeod", key);
}

/* Read Telex; return the number of base letters. */
static int
read_telex(const char *keys, char *out)
{
	int count = 0;

	memset(out, 0, KEYSTROKES_MAX);
	for (; *keys != '\0'; keys++)
		if (*keys == 'w' && !is_telex_mark(out, count, 'w'))
			out[count++] = 'u';
		else if (!is_telex_mark(out, count, *keys))
			out[count++] = *keys;
	return count;
}

/* Read VNI; return the number of base letters. */
static int
read_vni(const char *keys, char *out)
{
	int count = 0;

	for (; *keys != '\0'; keys++)
		if (count == 0 || *keys < '1' || *keys > '9')
			out[count++] = *keys;
	return count;
}

bool
mc_read_keystrokes(const mc_syllable *typed, mc_syllable *meant)
{
	char keys[KEYSTROKES_MAX];
	char letters[KEYSTROKES_MAX];
	int count;

	if (!ascii_letters(typed, keys) || mc_is_possible_syllable(keys, strlen(keys)))
		return false;
	count =
		strpbrk(keys, "123456789") != NULL ? read_vni(keys, letters) : read_telex(keys, letters);
	if (!mc_is_possible_syllable(letters, (size_t) count))
		return false;
	*meant = (mc_syllable){.start = typed->start, .end = typed->end, .n_letters = (uint8_t) count};
	for (int at = 0; at < count; at++)
		meant->letters[at] = (unsigned char) letters[at];
	return true;
}

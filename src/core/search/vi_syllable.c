/*
 * Splitting texts into syllables, and comparing syllables. All of core/search and the glue in
 * src/search call these functions; the split is the hottest loop of the search.
 */
#include "core/search/vi_syllable.h"

#include "core/base/utf8.h"
#include "core/search/fold_table.h"

/* Give a syllable the tone of its last letter, unless an earlier letter has given it a tone. */
static void
note_tone(mc_syllable *syllable, mc_tone tone)
{
	if (tone == MC_LEVEL)
		return;
	syllable->marked = true;
	if (syllable->tone != MC_LEVEL)
		return;
	syllable->tone = (uint8_t) tone;
	syllable->tone_at = (uint8_t) (syllable->n_letters - 1);
}

static inline void
add_letter(mc_syllable *syllable, uint32_t base, uint32_t quality, bool upper)
{
	if (syllable->n_letters == MC_SYLLABLE_LETTERS)
		return;
	syllable->capitals |= (uint64_t) upper << syllable->n_letters;
	syllable->letters[syllable->n_letters++] = MC_LETTER(base, quality);
}

/* Add a Latin letter with one base letter, and its marks. */
static inline void
add_latin_letter(mc_syllable *syllable, uint32_t entry)
{
	uint32_t quality = (entry >> MC_FOLD_QUALITY_SHIFT) & 7;

	add_letter(syllable, 'a' - 1 + (entry & MC_FOLD_LETTER_MASK), quality,
			   (entry & MC_FOLD_UPPER_BIT) != 0);
	if (quality != MC_PLAIN)
		syllable->marked = true;
	note_tone(syllable, (mc_tone) ((entry >> MC_FOLD_TONE_SHIFT) & 7));
}

/* Add the letters of any other sign, and its marks. */
static void
add_letters(mc_syllable *syllable, const mc_sign *sign)
{
	for (int at = 0; at < sign->n_letters; at++)
		add_letter(syllable, sign->letters[at], sign->quality, sign->upper);
	if (sign->quality != MC_PLAIN)
		syllable->marked = true;
	note_tone(syllable, sign->tone);
}

/* Let a combining mark change the letter before it, if Vietnamese has the marked letter. */
static void
add_mark(mc_syllable *syllable, const mc_sign *mark)
{
	uint32_t *last = &syllable->letters[syllable->n_letters - 1];
	mc_quality quality = mc_quality_on(MC_BASE(*last), mark->quality);

	if (quality != MC_PLAIN)
	{
		*last = MC_LETTER(MC_BASE(*last), quality);
		syllable->marked = true;
	}
	note_tone(syllable, mc_tone_on(MC_BASE(*last), mark->tone));
}

/*
 * Add a code point to a syllable; a mark without a letter before it is ignored. Return false for a
 * separator, which ends the syllable.
 */
static inline bool
add_sign(mc_syllable *syllable, uint32_t code_point)
{
	uint32_t entry = mc_fold_entry(code_point);
	mc_sign sign;

	if (mc_is_one_latin_letter(entry))
	{
		add_latin_letter(syllable, entry);
		return true;
	}
	if (mc_kind_in(entry) == MC_SEPARATOR)
		return false;
	sign = mc_sign_of(code_point);
	if (sign.kind != MC_MARK)
		add_letters(syllable, &sign);
	else if (syllable->n_letters > 0)
		add_mark(syllable, &sign);
	return true;
}

/* Read up to and including the first letter of a syllable. Return false if none comes. */
static inline bool
find_start(mc_syllables *walk, mc_syllable *syllable)
{
	while (walk->next < walk->end)
	{
		syllable->start = (size_t) (walk->next - walk->text);
		(void) add_sign(syllable, mc_decode_utf8_fast(&walk->next, walk->end));
		if (syllable->n_letters > 0)
			return true;
	}
	return false;
}

bool
mc_next_syllable(mc_syllables *walk, mc_syllable *syllable)
{
	const char *at;

	syllable->capitals = 0;
	syllable->n_letters = 0;
	syllable->tone = MC_LEVEL;
	syllable->tone_at = 0;
	syllable->marked = false;
	if (!find_start(walk, syllable))
		return false;
	for (at = walk->next; at < walk->end; at = walk->next)
		if (!add_sign(syllable, mc_decode_utf8_fast(&walk->next, walk->end)))
			break;
	syllable->end = (size_t) (at - walk->text);
	return true;
}

static bool
is_vowel(uint32_t base)
{
	return base == 'i' || base == 'y' || mc_tone_on(base, MC_SAC) == MC_SAC;
}

/* True if nothing but nh, ch or t stands behind the letter at an index, and one of them does. */
static bool
final_behind(const mc_syllable *syllable, int at)
{
	const uint32_t *rest = &syllable->letters[at + 1];

	switch (syllable->n_letters - at - 1)
	{
		case 1:
			return rest[0] == 't';
		case 2:
			return (rest[0] == 'n' || rest[0] == 'c') && rest[1] == 'h';
		default:
			return false;
	}
}

static bool
is_plain_i(uint32_t letter)
{
	return letter == 'i' || letter == 'y';
}

/* True if an i or y that ends a syllable may be written either way. */
static bool
is_free_at_end(const mc_syllable *syllable)
{
	int last = syllable->n_letters - 1;
	uint32_t before;

	if (last == 0)
		return true;
	before = MC_BASE(syllable->letters[last - 1]);
	if (before == 'u')
		return last == 2 && syllable->letters[0] == 'q';
	return before >= 'a' && before <= 'z' && !is_vowel(before);
}

int
mc_free_i_at(const mc_syllable *syllable)
{
	int last = syllable->n_letters - 1;

	if (is_plain_i(syllable->letters[last]))
		return is_free_at_end(syllable) ? last : -1;
	for (int at = last - 1; at > 0 && at >= last - 2; at--)
		if (is_plain_i(syllable->letters[at]) && MC_BASE(syllable->letters[at - 1]) == 'u' &&
			final_behind(syllable, at))
			return at;
	return -1;
}

/* True if the base letters are equal and the typed mark, if any, is on the written letter. */
static bool
letter_matches(uint32_t typed, uint32_t written)
{
	return typed == written || (MC_QUALITY(typed) == MC_PLAIN && typed == MC_BASE(written));
}

/* True if the first `count` letters match. */
static bool
letters_match(const mc_syllable *typed, const mc_syllable *written, int count)
{
	for (int at = 0; at < count; at++)
		if (!letter_matches(typed->letters[at], written->letters[at]))
			return false;
	return true;
}

static bool
tone_matches(const mc_syllable *typed, const mc_syllable *written)
{
	return typed->tone == MC_LEVEL || typed->tone == written->tone;
}

/* True if all typed letters but the one at an index match. */
static bool
letters_match_but_at(const mc_syllable *typed, const mc_syllable *written, int free)
{
	for (int at = 0; at < typed->n_letters; at++)
		if (at != free && !letter_matches(typed->letters[at], written->letters[at]))
			return false;
	return true;
}

/* True if two syllables of the same length match apart from an i or y that both have free. */
static bool
matches_but_for_i(const mc_syllable *typed, const mc_syllable *written)
{
	int free = mc_free_i_at(typed);

	return free >= 0 && free == mc_free_i_at(written) && letters_match_but_at(typed, written, free);
}

bool
mc_syllable_matches(const mc_syllable *typed, const mc_syllable *written)
{
	return typed->n_letters == written->n_letters && tone_matches(typed, written) &&
		   (letters_match(typed, written, typed->n_letters) || matches_but_for_i(typed, written));
}

/* True if the letters typed are the first ones of `written`, in one of its two spellings. */
static bool
begins_letters(const mc_syllable *typed, const mc_syllable *written)
{
	int free;

	if (letters_match(typed, written, typed->n_letters))
		return true;
	free = mc_free_i_at(written);
	return free >= 0 && free < typed->n_letters && is_plain_i(typed->letters[free]) &&
		   letters_match_but_at(typed, written, free);
}

bool
mc_syllable_begins(const mc_syllable *typed, const mc_syllable *written)
{
	if (typed->n_letters >= written->n_letters)
		return mc_syllable_matches(typed, written);
	return tone_matches(typed, written) && begins_letters(typed, written);
}

size_t
mc_syllable_base(const mc_syllable *syllable, char *out)
{
	char *next = out;

	for (int at = 0; at < syllable->n_letters; at++)
	{
		uint32_t base = MC_BASE(syllable->letters[at]);

		if (base < 0x80)
			*next++ = (char) base;
		else
			next += mc_encode_utf8(base, next);
	}
	return (size_t) (next - out);
}

size_t
mc_syllable_key(const mc_syllable *syllable, char *out)
{
	size_t length = mc_syllable_base(syllable, out);

	for (size_t at = 0; at < length; at++)
		if (out[at] == 'y')
			out[at] = 'i';
	return length;
}

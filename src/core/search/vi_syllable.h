/*
 * Texts as sequences of syllables. A syllable is a run of letters, digits and marks, and the unit
 * of search and of order in all of core/search. A syllable has base letters, each perhaps with a
 * quality, and one tone as a whole: hoà and hòa, thuỷ and thủy, vịêt and việt are the same
 * syllable each, in NFC, in NFD and in the mixtures that windows-1258 leads to.
 *
 * A text is split by its bytes alone, and any bytes are safe. Letters of a syllable beyond
 * MC_SYLLABLE_LETTERS are ignored; no Vietnamese syllable has more than seven.
 */
#ifndef MC_VI_SYLLABLE_H
#define MC_VI_SYLLABLE_H

#include "core/search/vi_letter.h"

#define MC_SYLLABLE_LETTERS 40
#define MC_SYLLABLE_KEY_BYTES (4 * MC_SYLLABLE_LETTERS) /* most bytes of a base or a key */

typedef struct mc_syllable
{
	size_t start; /* byte offset in the text */
	size_t end; /* byte offset behind the last letter or mark */
	uint32_t letters[MC_SYLLABLE_LETTERS]; /* MC_LETTER(base, quality) */
	uint64_t capitals; /* bit k is set if letter k is a capital */
	uint8_t n_letters; /* at least 1 */
	uint8_t tone; /* mc_tone of the first letter that has one */
	uint8_t tone_at; /* index of that letter */
	bool marked; /* true if a quality or a tone is written */
} mc_syllable;

/* A letter is a base letter with a quality, in one number. */
#define MC_LETTER(base, quality) ((uint32_t) (base) | (uint32_t) (quality) << 24)
#define MC_BASE(letter) ((letter) &0xFFFFFF)
#define MC_QUALITY(letter) ((mc_quality) ((letter) >> 24))

/* A walk over the syllables of a text. The text must outlive the walk. */
typedef struct mc_syllables
{
	const char *text;
	const char *next;
	const char *end;
} mc_syllables;

/* Return a walk that stands before the first syllable of a text. */
static inline mc_syllables
mc_syllables_of(const char *text, size_t length)
{
	return (mc_syllables){.text = text, .next = text, .end = text + length};
}

/* Store the next syllable. Return false if the text has no more syllables. */
bool mc_next_syllable(mc_syllables *walk, mc_syllable *syllable);

/*
 * True if the two have the same base letters and every mark of `typed` is on `written` too; a
 * letter typed without a mark matches any mark. A free i matches y, see mc_free_i_at.
 */
bool mc_syllable_matches(const mc_syllable *typed, const mc_syllable *written);

/* True if `typed` matches `written` or a beginning of it. */
bool mc_syllable_begins(const mc_syllable *typed, const mc_syllable *written);

/*
 * Return the index of an i or y that may be written either way, or -1 if the syllable has none. It
 * is a whole syllable (y tế and i tế), or the last letter and the only vowel after a consonant (Mỹ
 * and Mĩ), or it follows qu at the end (quý and quí), or it stands between u and a final nh, ch or
 * t (huỳnh and huình, quýt and quít).
 */
int mc_free_i_at(const mc_syllable *syllable);

/* Write the base letters in UTF-8. Return the bytes written, at most MC_SYLLABLE_KEY_BYTES. */
size_t mc_syllable_base(const mc_syllable *syllable, char *out);

/* Do the same with i for every y. The result is the key under which an index has both spellings. */
size_t mc_syllable_key(const mc_syllable *syllable, char *out);

#endif

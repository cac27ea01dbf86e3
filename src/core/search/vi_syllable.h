/*
 * Text as a sequence of syllables: runs of letters, digits and marks, whatever stands
 * between them. A syllable has base letters, each perhaps with a quality, and one tone
 * for the whole: hoà and hòa, thuỷ and thủy, vịêt and việt are the same syllable, in NFC,
 * in NFD and in the mixes of windows-1258. That is the unit of search and of order here.
 *
 * Splitting depends on the bytes alone and reads any bytes. The letters of a syllable
 * beyond MC_SYLLABLE_LETTERS are ignored: no Vietnamese syllable has more than seven.
 */
#ifndef MC_VI_SYLLABLE_H
#define MC_VI_SYLLABLE_H

#include "core/search/vi_letter.h"

#define MC_SYLLABLE_LETTERS 40
#define MC_SYLLABLE_KEY_BYTES (4 * MC_SYLLABLE_LETTERS)

typedef struct mc_syllable
{
	size_t start; /* in bytes from the beginning of the text */
	size_t end; /* behind its last mark */
	uint32_t letters[MC_SYLLABLE_LETTERS]; /* MC_LETTER(base, quality) */
	uint64_t capitals; /* bit k: letter k is a capital */
	uint8_t n_letters; /* at least 1 */
	uint8_t tone; /* mc_tone: of the first letter that has one */
	uint8_t tone_at; /* the index of that letter */
	bool marked; /* a quality or a tone is written */
} mc_syllable;

#define MC_LETTER(base, quality) ((uint32_t) (base) | (uint32_t) (quality) << 24)
#define MC_BASE(letter) ((letter) &0xFFFFFF)
#define MC_QUALITY(letter) ((mc_quality) ((letter) >> 24))

/* A walk over the syllables of a text, which must outlive it. */
typedef struct mc_syllables
{
	const char *text;
	const char *next;
	const char *end;
} mc_syllables;

static inline mc_syllables
mc_syllables_of(const char *text, size_t length)
{
	return (mc_syllables){.text = text, .next = text, .end = text + length};
}

/* The next syllable; false behind the last. */
bool mc_next_syllable(mc_syllables *walk, mc_syllable *syllable);

/* True when every mark typed in the one is on the other (marks not typed match any), and the base letters agree. */
bool mc_syllable_matches(const mc_syllable *typed, const mc_syllable *written);

/* The same for a typed beginning of a syllable. */
bool mc_syllable_begins(const mc_syllable *typed, const mc_syllable *written);

/*
 * i and y at the end of a syllable, as its only vowel after a consonant or behind qu, are
 * two spellings of one sound: Mỹ, Mĩ; lý, lí; quý, quí. True for a syllable that ends so.
 */
bool mc_ends_in_free_i(const mc_syllable *syllable);

/* Writes the base letters as UTF-8 and returns the bytes, at most MC_SYLLABLE_KEY_BYTES. */
size_t mc_syllable_base(const mc_syllable *syllable, char *out);

/* The same with every y as i: the key under which an index finds both spellings. */
size_t mc_syllable_key(const mc_syllable *syllable, char *out);

#endif

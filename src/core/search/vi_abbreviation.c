/* The list of abbreviations and the search in it; vi_token.c and the dictionaries call it. */
#include "core/search/vi_abbreviation.h"

#include <string.h>

#define LETTERS_MAX 4 /* number of letters of the longest abbreviation */

const mc_abbreviation mc_abbreviations[] = {{"UBND", "ubnd", "ủy ban nhân dân", false},
											{"HĐND", "hdnd", "hội đồng nhân dân", false},
											{"TTHC", "tthc", "thủ tục hành chính", false},
											{"TP", "tp", "thành phố", false},
											{"TX", "tx", "thị xã", false},
											{"TT", "tt", "thị trấn", true},
											{"P", "p", "phường", true},
											{"Q", "q", "quận", true},
											{"H", "h", "huyện", true},
											{"X", "x", "xã", true},
											{"Đ", "d", "đường", true},
											{NULL, NULL, NULL, false}};

/* True if the base letters of a syllable are exactly `base`. */
static bool
has_base(const mc_syllable *syllable, const char *base)
{
	if (syllable->n_letters != strlen(base))
		return false;
	for (int at = 0; at < syllable->n_letters; at++)
		if (MC_BASE(syllable->letters[at]) != (uint32_t) base[at])
			return false;
	return true;
}

/* True if a syllable has no mark apart from a stroke, which only d can have. */
static bool
is_plain(const mc_syllable *syllable)
{
	for (int at = 0; at < syllable->n_letters; at++)
		if (MC_QUALITY(syllable->letters[at]) != MC_PLAIN &&
			MC_QUALITY(syllable->letters[at]) != MC_STROKE)
			return false;
	return syllable->tone == MC_LEVEL;
}

const mc_abbreviation *
mc_find_abbreviation(const mc_syllable *syllable)
{
	if (syllable->n_letters > LETTERS_MAX || !is_plain(syllable))
		return NULL;
	for (const mc_abbreviation *known = mc_abbreviations; known->written != NULL; known++)
		if (has_base(syllable, known->base))
			return known;
	return NULL;
}

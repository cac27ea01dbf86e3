/*
 * The fold table itself (fold_data.h, held by vi_letter.c) for the loops that are too hot for mc_sign.
 * All others ask mc_sign_of.
 */
#ifndef MC_FOLD_TABLE_H
#define MC_FOLD_TABLE_H

#include "core/search/vi_letter.h"

/* Bits of an entry; see fold_data.h. */
#define LETTER_BITS 5
#define LETTER_MASK 31u
#define QUALITY_SHIFT 15
#define TONE_SHIFT 18
#define UPPER_BIT (1u << 21)
#define KIND_SHIFT 22
#define DELTA_MASK ((1u << 21) - 1)

#define FOLD_LIMIT 0x20000
#define FOLD_PAGE 64

/* From FOLD_LIMIT up to here are two planes of ideographs, Nôm among them. */
#define IDEOGRAPHS_END 0x40000

extern const uint32_t mc_fold_entries[];
extern const uint16_t mc_fold_page_of[FOLD_LIMIT / FOLD_PAGE];
extern const uint16_t mc_fold_pages[][FOLD_PAGE];

static inline uint32_t
mc_fold_entry(uint32_t code_point)
{
	if (code_point >= FOLD_LIMIT)
		return (uint32_t) (code_point < IDEOGRAPHS_END ? MC_OTHER_LETTER : MC_SEPARATOR) << KIND_SHIFT;
	return mc_fold_entries[mc_fold_pages[mc_fold_page_of[code_point / FOLD_PAGE]][code_point % FOLD_PAGE]];
}

static inline mc_sign_kind
mc_kind_in(uint32_t entry)
{
	return (mc_sign_kind) (entry >> KIND_SHIFT);
}

/* What most letters are: a Latin letter of one base letter, entry & LETTER_MASK. */
static inline bool
mc_is_one_latin_letter(uint32_t entry)
{
	return mc_kind_in(entry) == MC_LATIN && (entry & (LETTER_MASK << LETTER_BITS)) == 0;
}

/* mc_take_code_point, at once for ASCII, for two bytes and for Vietnamese letters of three. */
static inline uint32_t
mc_take_quickly(const char **next, const char *end)
{
	const unsigned char *bytes = (const unsigned char *) *next;

	if (bytes[0] < 0x80)
	{
		*next += 1;
		return bytes[0];
	}
	if (bytes[0] >= 0xC2 && bytes[0] < 0xE0 && end - *next > 1 && (bytes[1] & 0xC0) == 0x80)
	{
		*next += 2;
		return (bytes[0] & 0x1Fu) << 6 | (bytes[1] & 0x3Fu);
	}
	if (bytes[0] == 0xE1 && end - *next > 2 && (bytes[1] & 0xC0) == 0x80 && (bytes[2] & 0xC0) == 0x80)
	{
		*next += 3;
		return 0x1000 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
	}
	return mc_take_code_point(next, end);
}

#endif

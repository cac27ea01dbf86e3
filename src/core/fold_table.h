/*
 * The fold table itself (fold_data.h, held by vi_letter.c) for the loops that are too hot for mc_sign.
 * All others ask mc_sign_of.
 */
#ifndef MC_FOLD_TABLE_H
#define MC_FOLD_TABLE_H

#include "vi_letter.h"

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

#endif

/*
 * This is the fold table itself (fold_data.h, held by vi_letter.c), for the loops that are too hot for mc_sign.
 * All other code asks mc_sign_of in vi_letter.h.
 */
#ifndef MC_FOLD_TABLE_H
#define MC_FOLD_TABLE_H

#include <stdbool.h>
#include <stdint.h>

typedef enum mc_sign_kind
{
	MC_SEPARATOR, /* blanks, punctuation, symbols, apostrophes */
	MC_LATIN, /* base letters, perhaps quality and tone */
	MC_DIGIT, /* of any script, also raised or full-width */
	MC_OTHER_LETTER, /* of another script */
	MC_MARK /* belongs to the letter before it; ignored where there is none */
} mc_sign_kind;

/* Bits of an entry; see fold_data.h. */
#define MC_FOLD_LETTER_BITS 5
#define MC_FOLD_LETTER_MASK 31u
#define MC_FOLD_QUALITY_SHIFT 15
#define MC_FOLD_TONE_SHIFT 18
#define MC_FOLD_UPPER_BIT (1u << 21)
#define MC_FOLD_KIND_SHIFT 22
#define MC_FOLD_DELTA_MASK ((1u << 21) - 1)

#define MC_FOLD_LIMIT 0x20000
#define MC_FOLD_PAGE 64

/* From MC_FOLD_LIMIT up to here are two planes of ideographs, Nôm among them. */
#define MC_FOLD_IDEOGRAPHS_END 0x40000

extern const uint32_t mc_fold_entries[];
extern const uint16_t mc_fold_page_of[MC_FOLD_LIMIT / MC_FOLD_PAGE];
extern const uint16_t mc_fold_pages[][MC_FOLD_PAGE];

static inline uint32_t
mc_fold_entry(uint32_t code_point)
{
	if (code_point >= MC_FOLD_LIMIT)
		return (uint32_t) (code_point < MC_FOLD_IDEOGRAPHS_END ? MC_OTHER_LETTER : MC_SEPARATOR)
			   << MC_FOLD_KIND_SHIFT;
	return mc_fold_entries[mc_fold_pages[mc_fold_page_of[code_point / MC_FOLD_PAGE]]
										[code_point % MC_FOLD_PAGE]];
}

static inline mc_sign_kind
mc_kind_in(uint32_t entry)
{
	return (mc_sign_kind) (entry >> MC_FOLD_KIND_SHIFT);
}

/* What most letters are: a Latin letter of one base letter, entry & MC_FOLD_LETTER_MASK. */
static inline bool
mc_is_one_latin_letter(uint32_t entry)
{
	return mc_kind_in(entry) == MC_LATIN &&
		   (entry & (MC_FOLD_LETTER_MASK << MC_FOLD_LETTER_BITS)) == 0;
}

#endif

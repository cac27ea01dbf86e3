/*
 * Direct access to the fold table, for the loops in vi_fold.c, vi_match.c and vi_syllable.c that
 * are too hot for mc_sign. All other code calls mc_sign_of of vi_letter.h. The table itself stands
 * in fold_data.h, which vi_letter.c includes.
 */
#ifndef MC_FOLD_TABLE_H
#define MC_FOLD_TABLE_H

#include <stdbool.h>
#include <stdint.h>

/* The kinds of code points. */
typedef enum mc_sign_kind
{
	MC_SEPARATOR, /* blanks, punctuation, symbols, apostrophes */
	MC_LATIN, /* one to three base letters, perhaps with a quality and a tone */
	MC_DIGIT, /* a digit of any script, also raised or full-width */
	MC_OTHER_LETTER, /* a letter of another script */
	MC_MARK /* a mark on the letter before it, or an invisible character */
} mc_sign_kind;

/* The positions of the bits of an entry; fold_data.h explains them. */
#define MC_FOLD_LETTER_BITS 5
#define MC_FOLD_LETTER_MASK 31u
#define MC_FOLD_QUALITY_SHIFT 15
#define MC_FOLD_TONE_SHIFT 18
#define MC_FOLD_UPPER_BIT (1u << 21)
#define MC_FOLD_KIND_SHIFT 22
#define MC_FOLD_DELTA_MASK ((1u << 21) - 1)

#define MC_FOLD_LIMIT 0x20000 /* first code point that the table does not contain */
#define MC_FOLD_PAGE 64 /* code points in a page of the table */

/* The end of the two planes of ideographs that begin at MC_FOLD_LIMIT and contain chữ Nôm. */
#define MC_FOLD_IDEOGRAPHS_END 0x40000

/* The table in three steps: code point / 64 -> page, place in the page -> index, index -> entry. */
extern const uint32_t mc_fold_entries[];
extern const uint16_t mc_fold_page_of[MC_FOLD_LIMIT / MC_FOLD_PAGE];
extern const uint16_t mc_fold_pages[][MC_FOLD_PAGE];

/* Return the entry of any code point. */
static inline uint32_t
mc_fold_entry(uint32_t code_point)
{
	if (code_point >= MC_FOLD_LIMIT)
		return (uint32_t) (code_point < MC_FOLD_IDEOGRAPHS_END ? MC_OTHER_LETTER : MC_SEPARATOR)
			   << MC_FOLD_KIND_SHIFT;
	return mc_fold_entries[mc_fold_pages[mc_fold_page_of[code_point / MC_FOLD_PAGE]]
										[code_point % MC_FOLD_PAGE]];
}

/* Return the kind of code point that an entry states. */
static inline mc_sign_kind
mc_kind_in(uint32_t entry)
{
	return (mc_sign_kind) (entry >> MC_FOLD_KIND_SHIFT);
}

/*
 * True if the entry is a Latin letter with one base letter, as most letters are. The number of
 * that base letter, a = 1, is entry & MC_FOLD_LETTER_MASK.
 */
static inline bool
mc_is_one_latin_letter(uint32_t entry)
{
	return mc_kind_in(entry) == MC_LATIN &&
		   (entry & (MC_FOLD_LETTER_MASK << MC_FOLD_LETTER_BITS)) == 0;
}

#endif

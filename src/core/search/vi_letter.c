/*
 * The fold table and its decoder. All of core/search reads code points through mc_sign_of, or
 * through fold_table.h in its hottest loops.
 */
#include "core/search/vi_letter.h"

#include "core/search/fold_table.h"

#include "core/search/fold_data.h"

/* Decode the base letters, the quality and the tone of an entry of kind MC_LATIN or MC_MARK. */
static void
set_base_letters(mc_sign *sign, uint32_t entry)
{
	for (uint32_t bits = entry & ((1u << MC_FOLD_QUALITY_SHIFT) - 1); bits != 0;
		 bits >>= MC_FOLD_LETTER_BITS)
		sign->letters[sign->n_letters++] = 'a' - 1 + (bits & MC_FOLD_LETTER_MASK);
	sign->quality = (entry >> MC_FOLD_QUALITY_SHIFT) & 7;
	sign->tone = (entry >> MC_FOLD_TONE_SHIFT) & 7;
}

mc_sign
mc_sign_of(uint32_t code_point)
{
	uint32_t entry = mc_fold_entry(code_point);
	mc_sign sign = {.kind = (uint8_t) mc_kind_in(entry), .upper = (entry & MC_FOLD_UPPER_BIT) != 0};

	switch (sign.kind)
	{
		case MC_LATIN:
		case MC_MARK:
			set_base_letters(&sign, entry);
			break;
		case MC_DIGIT:
			sign.letters[sign.n_letters++] = '0' + (entry & 15);
			break;
		case MC_OTHER_LETTER:
			sign.letters[sign.n_letters++] = (code_point + entry) & MC_FOLD_DELTA_MASK;
			break;
		default:
			break;
	}
	return sign;
}

/*
 * Spell out the Vietnamese letters and their marks by code point, for the tests of letters to
 * compare with.
 */
#ifndef VI_ALPHABET_H
#define VI_ALPHABET_H

#include "core/search/vi_letter.h"

#define N_VOWELS 12
#define N_TONES 6
#define N_LETTERS (N_VOWELS * N_TONES + 2) /* the vowels with their tones, and d and đ */

typedef struct alphabet_letter
{
	char nfc[8];
	uint32_t base;
	uint32_t quality_mark; /* 0 if none; the overlay for đ, which is not decomposed */
	uint32_t tone_mark; /* 0 if none */
	mc_quality quality;
	mc_tone tone;
	bool upper;
} alphabet_letter;

static const struct
{
	const char *tones[N_TONES];
	const char *capitals[N_TONES];
	char base;
	uint32_t mark;
	mc_quality quality;
} alphabet_vowels[N_VOWELS] = {
	{{"a", "à", "ả", "ã", "á", "ạ"}, {"A", "À", "Ả", "Ã", "Á", "Ạ"}, 'a', 0, MC_PLAIN},
	{{"ă", "ằ", "ẳ", "ẵ", "ắ", "ặ"}, {"Ă", "Ằ", "Ẳ", "Ẵ", "Ắ", "Ặ"}, 'a', 0x306, MC_BREVE},
	{{"â", "ầ", "ẩ", "ẫ", "ấ", "ậ"}, {"Â", "Ầ", "Ẩ", "Ẫ", "Ấ", "Ậ"}, 'a', 0x302, MC_CIRCUMFLEX},
	{{"e", "è", "ẻ", "ẽ", "é", "ẹ"}, {"E", "È", "Ẻ", "Ẽ", "É", "Ẹ"}, 'e', 0, MC_PLAIN},
	{{"ê", "ề", "ể", "ễ", "ế", "ệ"}, {"Ê", "Ề", "Ể", "Ễ", "Ế", "Ệ"}, 'e', 0x302, MC_CIRCUMFLEX},
	{{"i", "ì", "ỉ", "ĩ", "í", "ị"}, {"I", "Ì", "Ỉ", "Ĩ", "Í", "Ị"}, 'i', 0, MC_PLAIN},
	{{"o", "ò", "ỏ", "õ", "ó", "ọ"}, {"O", "Ò", "Ỏ", "Õ", "Ó", "Ọ"}, 'o', 0, MC_PLAIN},
	{{"ô", "ồ", "ổ", "ỗ", "ố", "ộ"}, {"Ô", "Ồ", "Ổ", "Ỗ", "Ố", "Ộ"}, 'o', 0x302, MC_CIRCUMFLEX},
	{{"ơ", "ờ", "ở", "ỡ", "ớ", "ợ"}, {"Ơ", "Ờ", "Ở", "Ỡ", "Ớ", "Ợ"}, 'o', 0x31B, MC_HORN},
	{{"u", "ù", "ủ", "ũ", "ú", "ụ"}, {"U", "Ù", "Ủ", "Ũ", "Ú", "Ụ"}, 'u', 0, MC_PLAIN},
	{{"ư", "ừ", "ử", "ữ", "ứ", "ự"}, {"Ư", "Ừ", "Ử", "Ữ", "Ứ", "Ự"}, 'u', 0x31B, MC_HORN},
	{{"y", "ỳ", "ỷ", "ỹ", "ý", "ỵ"}, {"Y", "Ỳ", "Ỷ", "Ỹ", "Ý", "Ỵ"}, 'y', 0, MC_PLAIN},
};

static const uint32_t alphabet_tone_marks[N_TONES] = {0, 0x300, 0x309, 0x303, 0x301, 0x323};

/* Return letter number `at` of the N_LETTERS small letters, or its capital. */
static inline alphabet_letter
alphabet_letter_at(int at, bool upper)
{
	alphabet_letter letter = {.base = 'd', .upper = upper};

	if (at >= N_VOWELS * N_TONES)
	{
		bool stroke = at > N_VOWELS * N_TONES;

		strcpy(letter.nfc, stroke ? (upper ? "Đ" : "đ") : (upper ? "D" : "d"));
		letter.quality_mark = stroke ? 0x335 : 0;
		letter.quality = stroke ? MC_STROKE : MC_PLAIN;
		return letter;
	}
	letter.tone = (mc_tone) (at % N_TONES);
	letter.tone_mark = alphabet_tone_marks[letter.tone];
	letter.base = (uint32_t) alphabet_vowels[at / N_TONES].base;
	letter.quality = alphabet_vowels[at / N_TONES].quality;
	letter.quality_mark = alphabet_vowels[at / N_TONES].mark;
	strcpy(letter.nfc, (upper ? alphabet_vowels[at / N_TONES].capitals
							  : alphabet_vowels[at / N_TONES].tones)[letter.tone]);
	return letter;
}

#endif

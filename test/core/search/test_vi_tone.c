/* Test where tones are written, how the letter đ is respelled, and what is left alone. */
#include "support.h"

#include "core/base/utf8.h"
#include "core/search/vi_syllable.h"
#include "core/search/vi_tone.h"
#include "vi_alphabet.h"

#define MOST 512

static void
must_respell(const char *text, mc_tone_style style, const char *expected)
{
	char out[MC_RESPELLED_BYTES(MOST)];

	out[mc_respell(text, strlen(text), style, out)] = '\0';
	assert_string_equal(out, expected);
}

/*
 * Each word, typed with its tone on any of its vowels, must come out as it stands here: first in
 * the new style, then in the old.
 */
static const char *const words[][2] = {
	/* The styles differ in these words. */
	{"hoà", "hòa"},
	{"hoá", "hóa"},
	{"toả", "tỏa"},
	{"loã", "lõa"},
	{"hoạ", "họa"},
	{"oà", "òa"},
	{"khoẻ", "khỏe"},
	{"xoè", "xòe"},
	{"hoè", "hòe"},
	{"thuý", "thúy"},
	{"thuỷ", "thủy"},
	{"luỹ", "lũy"},
	{"tuỵ", "tụy"},
	{"uỷ", "ủy"},
	{"nguỵ", "ngụy"},
	{"goá", "góa"},
	/* The letters qu and gi are initials, so the tone stands on a vowel after them. */
	{"quý", "quý"},
	{"quà", "quà"},
	{"quả", "quả"},
	{"què", "què"},
	{"quỳ", "quỳ"},
	{"già", "già"},
	{"giá", "giá"},
	{"giò", "giò"},
	{"gì", "gì"},
	{"gìn", "gìn"},
	{"giếng", "giếng"},
	{"giữa", "giữa"},
	{"quốc", "quốc"},
	{"quỳnh", "quỳnh"},
	{"quyết", "quyết"},
	{"giết", "giết"},
	{"quở", "quở"},
	{"quấy", "quấy"},
	{"quái", "quái"},
	/* The tone stands before a final consonant. */
	{"hoàn", "hoàn"},
	{"toán", "toán"},
	{"hoạch", "hoạch"},
	{"huỳnh", "huỳnh"},
	{"loét", "loét"},
	{"goòng", "goòng"},
	{"huých", "huých"},
	/* The tone stands on the vowel with a circumflex, breve or horn. */
	{"việt", "việt"},
	{"nguyễn", "nguyễn"},
	{"người", "người"},
	{"rượu", "rượu"},
	{"muốn", "muốn"},
	{"huế", "huế"},
	{"thuở", "thuở"},
	{"của", "của"},
	{"cứu", "cứu"},
	{"mưa", "mưa"},
	{"lửa", "lửa"},
	{"khuấy", "khuấy"},
	{"xoắn", "xoắn"},
	{"luật", "luật"},
	{"yếu", "yếu"},
	{"đường", "đường"},
	{"tuế", "tuế"},
	{"chuyển", "chuyển"},
	/* The tone stands on the first of two vowels and on the second of three. */
	{"mái", "mái"},
	{"báo", "báo"},
	{"cháu", "cháu"},
	{"máy", "máy"},
	{"kéo", "kéo"},
	{"chịu", "chịu"},
	{"nói", "nói"},
	{"túi", "túi"},
	{"mía", "mía"},
	{"múa", "múa"},
	{"ngoài", "ngoài"},
	{"xoáy", "xoáy"},
	{"khuỷu", "khuỷu"},
	{"ngoéo", "ngoéo"},
	{"ngoáo", "ngoáo"},
	{"khuỵa", "khuỵa"},
};

/* Write the word with its tone moved to the given letter. False if that letter is no vowel. */
static bool
move_tone(const char *word, int to, char *out)
{
	mc_syllables walk = mc_syllables_of(word, strlen(word));
	mc_syllable syllable;

	assert_true(mc_next_syllable(&walk, &syllable));
	for (int at = 0; at < syllable.n_letters; at++)
	{
		mc_tone tone = at == to ? (mc_tone) syllable.tone : MC_LEVEL;
		uint32_t letter = mc_compose_letter(MC_BASE(syllable.letters[at]),
											MC_QUALITY(syllable.letters[at]), tone, false);

		if (letter == 0)
			return false;
		out += mc_encode_utf8(letter, out);
	}
	*out = '\0';
	return to < syllable.n_letters;
}

static void
tones_stand_where_the_style_wants_them(void **state)
{
	(void) state;
	for (size_t at = 0; at < sizeof(words) / sizeof(words[0]); at++)
		for (int letter = 0; letter < 7; letter++)
		{
			char typed[64];

			if (!move_tone(words[at][0], letter, typed))
				continue;
			must_respell(typed, MC_TONE_NEW, words[at][0]);
			must_respell(typed, MC_TONE_OLD, words[at][1]);
			must_respell(typed, MC_TONE_KEEP, typed);
		}
}

static void
half_typed_qualities_do_not_mislead(void **state)
{
	(void) state;
	must_respell("đưòng ngưòi rựơu nùơc", MC_TONE_NEW, "đưòng ngưòi rượu nuờc");
	must_respell("vịêt víet muón múon", MC_TONE_OLD, "việt viét muón muón");
}

static void
letters_keep_their_case(void **state)
{
	(void) state;
	must_respell("HÒA Hòa hÒa HòA", MC_TONE_NEW, "HOÀ Hoà hOà HoÀ");
	must_respell("Tòan THÚY Khỏe", MC_TONE_NEW, "Toàn THUÝ Khoẻ");
	must_respell("HOÀ Uỷ UỶ", MC_TONE_OLD, "HÒA Ủy ỦY");
}

static void
d_with_stroke_where_it_is_one(void **state)
{
	(void) state;
	must_respell("Ðà Lạt, ðường Ɖiện Biên, ɖi", MC_TONE_KEEP, "Đà Lạt, đường Điện Biên, đi");
	must_respell("HÐND, QÐ-UBND, Ð. 3/2, 5.000ð", MC_TONE_NEW, "HĐND, QĐ-UBND, Đ. 3/2, 5.000đ");
	must_respell("Guðrún Ðorðe það ðx ꝺi", MC_TONE_NEW, "Guðrún Ðorðe það ðx ꝺi");
}

static void
other_words_stay(void **state)
{
	static const char *const texts[] = {"",
										" ",
										"Hélène Müller",
										"naïve café",
										"Đắk Lắk",
										"Krông Búk",
										"hòá",
										"MOÀN2",
										"föòa",
										"hòạ",
										"ｈòa",
										"1òa",
										"Zòa",
										"\xFF"
										"hoà\xE1\xBA",
										"東京",
										"hò\xCC\x88"
										"a",
										"São João"};

	(void) state;
	for (size_t at = 0; at < sizeof(texts) / sizeof(texts[0]); at++)
		must_respell(texts[at], MC_TONE_NEW, texts[at]);
}

static void
in_running_text(void **state)
{
	(void) state;
	must_respell("Sở Tư pháp tỉnh Khánh Hòa, 12 Hòang Hoa Thám (Ủy ban).", MC_TONE_NEW,
				 "Sở Tư pháp tỉnh Khánh Hoà, 12 Hoàng Hoa Thám (Uỷ ban).");
}

static void
names_of_styles(void **state)
{
	mc_tone_style style = MC_TONE_KEEP;

	(void) state;
	assert_true(mc_tone_style_of("old", 3, &style));
	assert_int_equal(style, MC_TONE_OLD);
	assert_true(mc_tone_style_of("new", 3, &style));
	assert_int_equal(style, MC_TONE_NEW);
	assert_true(mc_tone_style_of("keep", 4, &style));
	assert_int_equal(style, MC_TONE_KEEP);
	assert_false(mc_tone_style_of("ne", 2, &style));
	assert_false(mc_tone_style_of("New", 3, &style));
	assert_false(mc_tone_style_of("", 0, &style));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tones_stand_where_the_style_wants_them),
		cmocka_unit_test(half_typed_qualities_do_not_mislead),
		cmocka_unit_test(letters_keep_their_case),
		cmocka_unit_test(d_with_stroke_where_it_is_one),
		cmocka_unit_test(other_words_stay),
		cmocka_unit_test(in_running_text),
		cmocka_unit_test(names_of_styles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

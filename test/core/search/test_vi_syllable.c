/* Test syllables: how text is split, marks in every encoding, and matching. */
#include "support.h"

#include <string.h>

#include "core/search/vi_syllable.h"

static mc_syllable
syllable(const char *text)
{
	mc_syllables walk = mc_syllables_of(text, strlen(text));
	mc_syllable first;

	assert_true(mc_next_syllable(&walk, &first));
	return first;
}

static bool
finds(const char *typed, const char *written)
{
	mc_syllable left = syllable(typed);
	mc_syllable right = syllable(written);

	return mc_syllable_matches(&left, &right);
}

static void
splits_at_everything_but_letters_digits_and_marks(void **state)
{
	static const char *const bases[] = {"p", "phu", "hoi", "12", "3a", "h", "hen", "uy"};
	const char *text = "  P.Phú  Hội, 12/3A H’Hen-\xCC\x81uỷ ";
	mc_syllables walk = mc_syllables_of(text, strlen(text));
	mc_syllable next;
	char base[MC_SYLLABLE_KEY_BYTES];

	(void) state;
	for (size_t at = 0; at < sizeof(bases) / sizeof(bases[0]); at++)
	{
		assert_true(mc_next_syllable(&walk, &next));
		assert_int_equal(mc_syllable_base(&next, base), strlen(bases[at]));
		assert_memory_equal(base, bases[at], strlen(bases[at]));
	}
	assert_false(mc_next_syllable(&walk, &next));
}

static void
one_syllable_in_every_spelling(void **state)
{
	static const char *const same[][2] = {{"hoà", "hòa"},
										  {"thuý", "thúy"},
										  {"việt", "vịêt"},
										  {"huế", "hue\xCC\x82\xCC\x81"},
										  {"huế", "hu\xC3\xAA\xCC\x81"},
										  {"việt", "vie\xCC\xA3\xCC\x82t"},
										  {"đà", "ðà"},
										  {"Đà", "Ɖà"},
										  {"đà", "ɖà"},
										  {"là", "la\xCD\x80"},
										  {"Mỹ", "mĩ"},
										  {"quý", "quí"},
										  {"lý", "LÍ"},
										  {"ủy", "uỷ"},
										  {"ｈｕế", "huế"}};

	(void) state;
	for (size_t at = 0; at < sizeof(same) / sizeof(same[0]); at++)
	{
		assert_true(finds(same[at][0], same[at][1]));
		assert_true(finds(same[at][1], same[at][0]));
	}
}

static void
typed_marks_count_and_others_do_not(void **state)
{
	(void) state;
	assert_true(finds("duong", "đường"));
	assert_true(finds("dương", "dương"));
	assert_true(finds("dương", "dường"));
	assert_false(finds("đường", "dương"));
	assert_false(finds("dường", "đương"));
	assert_true(finds("huê", "huế"));
	assert_false(finds("huế", "huê"));
	assert_false(finds("thúi", "thúy"));
	assert_false(finds("mai", "may"));
	assert_true(finds("dak", "Đăk"));
	assert_true(finds("strasse", "Straße"));
}

static void
a_beginning_matches_longer_syllables(void **state)
{
	mc_syllable typed = syllable("quả");
	mc_syllable written = syllable("Quảng");
	mc_syllable level = syllable("Quang");
	mc_syllable my = syllable("my");
	mc_syllable minh = syllable("minh");

	(void) state;
	assert_true(mc_syllable_begins(&typed, &written));
	assert_false(mc_syllable_begins(&typed, &level));
	assert_false(mc_syllable_begins(&written, &typed));
	assert_false(mc_syllable_begins(&my, &minh));
}

static void
takes_any_bytes(void **state)
{
	const char bytes[] = "\xFF"
						 "a\xE1\xBA"
						 "b\xED\xA0\x80\xF5\xC0\xAF\xF4\x90\x80\x80z\xE1";
	mc_syllables walk = mc_syllables_of(bytes, sizeof(bytes) - 1);
	mc_syllable next;
	int count = 0;

	(void) state;
	while (mc_next_syllable(&walk, &next))
		count++;
	assert_int_equal(count, 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(splits_at_everything_but_letters_digits_and_marks),
		cmocka_unit_test(one_syllable_in_every_spelling),
		cmocka_unit_test(typed_marks_count_and_others_do_not),
		cmocka_unit_test(a_beginning_matches_longer_syllables),
		cmocka_unit_test(takes_any_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Test folding and unaccenting on every code point, on random text, and on cases by hand. */
#include "support.h"

#include "core/base/utf8.h"
#include "core/search/vi_fold.h"
#include "core/search/vi_syllable.h"

#define MOST 512

static void
must_fold(const char *text, const char *folded)
{
	char out[MOST];

	out[mc_fold(text, strlen(text), out)] = '\0';
	assert_string_equal(out, folded);
}

static void
must_unaccent(const char *text, const char *unaccented)
{
	char out[MOST];

	out[mc_unaccent(text, strlen(text), out)] = '\0';
	assert_string_equal(out, unaccented);
}

static void
folds_by_hand(void **state)
{
	(void) state;
	must_fold("", "");
	must_fold(" .,- ", "");
	must_fold("\xCC\x81", "");
	must_fold("  P.Phú  Hội, 12/3A ", "p phu hoi 12 3a");
	must_fold("H’Hen Niê", "h hen nie");
	must_fold("QUẢNG ĐIỀN", "quang dien");
	must_fold("Hue\xCC\x82\xCC\x81", "hue");
	must_fold("Straße Æsir ﬃ č ł ø ñ", "strasse aesir ffi c l o n");
	must_fold("Đắk Lắk ƀuôn Ɓ", "dak lak buon b");
	must_fold("Ｈｕế １２ ²", "hue 12 2");
	must_fold("МОСКВА 東京 ΣΟΦΙΑ", "москва 東京 σοφια");
	must_fold("\xFF\xE1\xBA"
			  "a\xC3",
			  "a");
	must_fold("x\xC2\xA0y\xE3\x80\x80z", "x y z");
}

static void
unaccents_by_hand(void **state)
{
	(void) state;
	must_unaccent("", "");
	must_unaccent("Đường  Ðiện, số 12/3A!", "Duong  Dien, so 12/3A!");
	must_unaccent("Hue\xCC\x82\xCC\x81\nHu\xC3\xAA\xCC\x81", "Hue\nHue");
	must_unaccent("Æsir Straße Ｈuế Ǆ", "AEsir Strasse Hue DZ");
	must_unaccent("й и\xCC\x86 が 東", "й и\xCC\x86 が 東");
	must_unaccent("1\xCC\x81 \xCC\x81", "1\xCC\x81 \xCC\x81");
	must_unaccent("\xFF"
				  "é\xE1\xBA",
				  "\xFF"
				  "e\xE1\xBA");
}

/*
 * No character becomes longer when it is folded or unaccented: the memory of the callers relies on
 * that. A folded text folds to itself.
 */
static void
every_character(void **state)
{
	(void) state;
	for (uint32_t code_point = 0; code_point <= 0x10FFFF; code_point++)
	{
		char text[4];
		char out[16];
		size_t length = (size_t) mc_encode_utf8(code_point, text);

		size_t folded_length = mc_fold(text, length, out);
		char again[16];

		check(folded_length <= length, "U+%04X folded is longer", code_point);
		check(mc_fold(out, folded_length, again) == folded_length &&
				  memcmp(out, again, folded_length) == 0,
			  "U+%04X folded twice", code_point);
		check(mc_unaccent(text, length, out) <= length, "U+%04X without marks is longer",
			  code_point);
	}
}

/*
 * Write a random text of letters of every kind, separators, marks, and bytes that are not UTF-8.
 * Return its length in bytes.
 */
static size_t
random_text(char *text)
{
	static const uint32_t starts[] = {0x20,   0x41,   0x61,   0xC0,   0x1A0,  0x300,   0x400,
									  0x1EA0, 0x2010, 0x4E00, 0xFB00, 0xFF10, 0x1F600, 0x20000};
	size_t length = 0;
	int count = (int) random_between(0, 40);

	for (int at = 0; at < count; at++)
	{
		uint32_t start = starts[random_between(0, sizeof(starts) / sizeof(starts[0]) - 1)];

		if (one_in(20))
			text[length++] = (char) random_between(128, 255);
		else
			length +=
				(size_t) mc_encode_utf8(start + (uint32_t) random_between(0, 80), text + length);
	}
	return length;
}

/* Assert that the syllables of the made text are those of the original text in base letters. */
static void
must_have_syllables_of(const char *made, size_t made_length, const char *text, size_t length)
{
	mc_syllables left = mc_syllables_of(text, length);
	mc_syllables right = mc_syllables_of(made, made_length);
	mc_syllable left_syllable;
	mc_syllable right_syllable;
	char left_base[MC_SYLLABLE_KEY_BYTES];
	char right_base[MC_SYLLABLE_KEY_BYTES];

	while (mc_next_syllable(&left, &left_syllable))
	{
		size_t bytes = mc_syllable_base(&left_syllable, left_base);

		assert_true(mc_next_syllable(&right, &right_syllable));
		assert_int_equal(mc_syllable_base(&right_syllable, right_base), bytes);
		assert_memory_equal(left_base, right_base, bytes);
		assert_false(right_syllable.marked);
	}
	assert_false(mc_next_syllable(&right, &right_syllable));
}

static void
is_homomorphic_on_syllables(void **state)
{
	char text[MOST];
	char folded[MOST];
	char again[MOST];

	(void) state;
	for (int round = 0; round < 20000; round++)
	{
		size_t length = random_text(text);
		size_t folded_length = mc_fold(text, length, folded);
		size_t unaccented_length;

		must_have_syllables_of(folded, folded_length, text, length);
		assert_int_equal(mc_fold(folded, folded_length, again), folded_length);
		assert_memory_equal(folded, again, folded_length);
		unaccented_length = mc_unaccent(text, length, again);
		assert_int_equal(mc_fold(again, unaccented_length, again), folded_length);
		assert_memory_equal(folded, again, folded_length);
	}
}

static void
unaccenting_again_changes_nothing(void **state)
{
	char text[MOST];
	char once[MOST];
	char twice[MOST];

	(void) state;
	for (int round = 0; round < 20000; round++)
	{
		size_t length = mc_unaccent(text, random_text(text), once);

		assert_int_equal(mc_unaccent(once, length, twice), length);
		assert_memory_equal(once, twice, length);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(folds_by_hand),
		cmocka_unit_test(unaccents_by_hand),
		cmocka_unit_test(every_character),
		cmocka_unit_test(is_homomorphic_on_syllables),
		cmocka_unit_test(unaccenting_again_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

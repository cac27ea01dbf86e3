/*
 * Test every Vietnamese letter in every encoding, and every pair of a typed and a written letter.
 */
#include "support.h"

#include "core/base/utf8.h"
#include "core/search/vi_syllable.h"
#include "core/search/vi_tone.h"
#include "vi_alphabet.h"

/* Return the only syllable of the text. */
static mc_syllable
syllable(const char *text)
{
	mc_syllables walk = mc_syllables_of(text, strlen(text));
	mc_syllable only;
	mc_syllable other;

	check(mc_next_syllable(&walk, &only), "\"%s\" has no syllable", text);
	check(!mc_next_syllable(&walk, &other), "\"%s\" has two syllables", text);
	return only;
}

static void
append(char *text, uint32_t code_point)
{
	size_t length = strlen(text);

	if (code_point != 0)
		text[length + (size_t) mc_encode_utf8(code_point, text + length)] = '\0';
}

static void
must_be(const char *text, const alphabet_letter *letter)
{
	mc_syllable read = syllable(text);

	check(read.n_letters == 1 && MC_BASE(read.letters[0]) == letter->base, "base of \"%s\"", text);
	check(MC_QUALITY(read.letters[0]) == letter->quality, "quality of \"%s\"", text);
	check(read.tone == letter->tone, "tone of \"%s\"", text);
	check((read.capitals & 1) == letter->upper, "case of \"%s\"", text);
	check(read.marked == (letter->quality != MC_PLAIN || letter->tone != MC_LEVEL),
		  "marks of \"%s\"", text);
}

/* Return the letter without its tone, as windows-1258 stores it. */
static const char *
without_tone(int at, bool upper)
{
	int vowel = at / N_TONES;

	return (upper ? alphabet_vowels[vowel].capitals : alphabet_vowels[vowel].tones)[0];
}

static void
in_every_encoding(int at, bool upper)
{
	alphabet_letter letter = alphabet_letter_at(at, upper);
	uint32_t plain = upper ? letter.base - 'a' + 'A' : letter.base;
	char text[32];

	must_be(letter.nfc, &letter);
	strcpy(text, "");
	append(text, plain);
	append(text, letter.quality_mark);
	append(text, letter.tone_mark);
	must_be(text, &letter);
	strcpy(text, "");
	append(text, plain);
	append(text, letter.tone_mark);
	append(text, letter.quality_mark);
	must_be(text, &letter);
	if (letter.base == 'd')
		return;
	strcpy(text, without_tone(at, upper));
	append(text, letter.tone_mark);
	must_be(text, &letter);
	/* A careless keyboard sends the precomposed letter with its tone and then the quality. */
	strcpy(text, "");
	append(text, mc_compose_letter(letter.base, MC_PLAIN, letter.tone, upper));
	append(text, letter.quality_mark);
	must_be(text, &letter);
}

static void
every_letter_in_every_encoding(void **state)
{
	int marked = 0;

	(void) state;
	for (int at = 0; at < N_LETTERS; at++)
		for (int upper = 0; upper <= 1; upper++)
		{
			alphabet_letter letter = alphabet_letter_at(at, upper != 0);

			marked += letter.quality_mark != 0 || letter.tone_mark != 0;
			in_every_encoding(at, upper != 0);
		}
	assert_int_equal(marked, 134);
}

static void
every_letter_is_composed(void **state)
{
	(void) state;
	for (int at = 0; at < N_LETTERS; at++)
		for (int upper = 0; upper <= 1; upper++)
		{
			alphabet_letter letter = alphabet_letter_at(at, upper != 0);
			char text[8] = "";

			append(text, mc_compose_letter(letter.base, letter.quality, letter.tone, letter.upper));
			assert_string_equal(text, letter.nfc);
		}
	assert_int_equal(mc_compose_letter('e', MC_HORN, MC_LEVEL, false), 0);
	assert_int_equal(mc_compose_letter('d', MC_STROKE, MC_SAC, false), 0);
	assert_int_equal(mc_compose_letter('n', MC_PLAIN, MC_SAC, false), 0);
	assert_int_equal(mc_compose_letter(0x4E00, MC_PLAIN, MC_LEVEL, false), 0);
}

/*
 * True if the marks that were typed are a subset of those that were written. This is the definition
 * that matching must follow.
 */
static bool
is_subset(const alphabet_letter *typed, const alphabet_letter *written)
{
	return typed->base == written->base &&
		   (typed->quality_mark == 0 || typed->quality_mark == written->quality_mark) &&
		   (typed->tone_mark == 0 || typed->tone_mark == written->tone_mark);
}

/* Each pair of letters is tried alone, and first, last and in the middle of a syllable. */
static void
typed_marks_are_a_subset(void **state)
{
	static const char *const around[][2] = {{"", ""}, {"", "n"}, {"ch", ""}, {"t", "ng"}};
	int matches = 0;

	(void) state;
	for (int pair = 0; pair < N_LETTERS * N_LETTERS * 4; pair++)
	{
		alphabet_letter typed = alphabet_letter_at(pair / 4 % N_LETTERS, false);
		alphabet_letter written = alphabet_letter_at(pair / 4 / N_LETTERS, false);
		const char *const *parts = around[pair % 4];
		char left[32];
		char right[32];
		mc_syllable left_syllable;
		mc_syllable right_syllable;
		bool expected = is_subset(&typed, &written);

		/* The letters i and y alone, or at the end after a consonant, spell one sound. */
		if (parts[1][0] == '\0' && strchr("iy", (int) typed.base) &&
			strchr("iy", (int) written.base))
			expected = typed.tone_mark == 0 || typed.tone_mark == written.tone_mark;
		snprintf(left, sizeof(left), "%s%s%s", parts[0], typed.nfc, parts[1]);
		snprintf(right, sizeof(right), "%s%s%s", parts[0], written.nfc, parts[1]);
		left_syllable = syllable(left);
		right_syllable = syllable(right);
		check(mc_syllable_matches(&left_syllable, &right_syllable) == expected,
			  "%s typed, %s written", left, right);
		check(mc_syllable_begins(&left_syllable, &right_syllable) == expected,
			  "%s typed as a beginning, %s written", left, right);
		matches += expected;
	}
	check(matches > 4 * N_LETTERS, "only %d pairs match", matches);
}

static void
i_and_y(void **state)
{
	static const struct
	{
		const char *i;
		const char *y;
		bool same;
	} pairs[] = {
		{"lí", "lý", true},       {"Mĩ", "Mỹ", true},       {"kỉ", "kỷ", true},
		{"sĩ", "sỹ", true},       {"quí", "quý", true},     {"ti", "ty", true},
		{"hi", "hy", true},       {"vị", "vỵ", true},       {"thi", "thy", true},
		{"thúi", "thúy", false},  {"tai", "tay", false},    {"hối", "hốy", false},
		{"ủi", "ủy", false},      {"i", "y", true},         {"iêu", "yêu", false},
		{"huình", "huỳnh", true}, {"Huých", "Huích", true}, {"suít", "suýt", true},
		{"quí", "quỳ", false},    {"huinh", "huyn", false}, {"uin", "uyn", false},
		{"quít", "quýt", true},   {"hình", "hỳnh", false},  {"lí", "lỳ", false},
	};

	(void) state;
	for (size_t at = 0; at < sizeof(pairs) / sizeof(pairs[0]); at++)
	{
		mc_syllable i = syllable(pairs[at].i);
		mc_syllable y = syllable(pairs[at].y);

		check(mc_syllable_matches(&i, &y) == pairs[at].same, "%s typed, %s written", pairs[at].i,
			  pairs[at].y);
		check(mc_syllable_matches(&y, &i) == pairs[at].same, "%s typed, %s written", pairs[at].y,
			  pairs[at].i);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_letter_in_every_encoding),
		cmocka_unit_test(every_letter_is_composed),
		cmocka_unit_test(typed_marks_are_a_subset),
		cmocka_unit_test(i_and_y),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

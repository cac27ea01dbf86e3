/* Test the tokens and lexemes of full text search. */
#include "support.h"

#include "core/search/vi_abbreviation.h"
#include "core/search/vi_lexeme.h"
#include "core/search/vi_token.h"

#define TEXT_MAX 4000

static const char *
kind_name(mc_token_kind kind)
{
	static const char *const names[MC_TOKEN_KIND_LAST + 1] = {
		[MC_TOKEN_SYLLABLE] = "",
		[MC_TOKEN_WORD] = "word:",
		[MC_TOKEN_NUMBER] = "n:",
		[MC_TOKEN_EMAIL] = "email:",
		[MC_TOKEN_URL] = "url:",
		[MC_TOKEN_DOSSIER_CODE] = "dossier:",
		[MC_TOKEN_AGENCY_CODE] = "agency:",
		[MC_TOKEN_PROCEDURE_CODE] = "procedure:",
		[MC_TOKEN_DOCUMENT_NUMBER] = "document:",
		[MC_TOKEN_PHONE] = "phone:",
		[MC_TOKEN_ID_NUMBER] = "id:",
		[MC_TOKEN_ABBREVIATION] = "abbr:"};

	return names[kind];
}

/* Return the tokens of a text other than blanks, joined by |. */
static const char *
tokens(const char *text)
{
	static char out[TEXT_MAX];
	mc_tokens walk = mc_tokens_of(text, strlen(text));
	mc_token token;
	size_t at = 0;
	char *next = out;

	*next = '\0';
	while (mc_next_token(&walk, &token))
	{
		assert_int_equal(token.start, at);
		assert_true(token.end > token.start);
		at = token.end;
		if (token.kind != MC_TOKEN_BLANK)
			next += sprintf(next, "%s%s%.*s", next == out ? "" : "|", kind_name(token.kind),
							(int) (token.end - token.start), text + token.start);
	}
	assert_int_equal(at, strlen(text));
	return out;
}

static void
kinds_of_token(void **state)
{
	static const char *const expected[][2] = {
		{"P.Phú Hội, H.Quảng Điền", "abbr:P|Phú|Hội|abbr:H|Quảng|Điền"},
		{"TX.Hương Thuỷ - TP.Huế, 12/3A", "abbr:TX|Hương|Thuỷ|abbr:TP|Huế|n:12|3A"},
		{"phòng P 12, q.3", "phòng|P|n:12|q|n:3"},
		{"UBND xã; qd-ubnd; HĐND/TT", "abbr:UBND|xã|qd|ubnd|HĐND|TT"},
		{"nhóm h. ", "nhóm|h"},
		{"hồ sơ 000.00.16.H57-210615-0001, H21.65-220914-0011.",
		 "hồ|sơ|dossier:000.00.16.H57-210615-0001|dossier:H21.65-220914-0011"},
		{"000.00.16.H57; H44.103, H57-2106",
		 "agency:000.00.16.H57|agency:H44.103|agency:H57|n:2106"},
		{"000.00.16.H57-210635-0001", "agency:000.00.16.H57|n:210635|n:0001"},
		{"1.000494 và 1.000494.000.00.00.H29",
		 "procedure:1.000494|và|procedure:1.000494.000.00.00.H29"},
		{"H57Đ H57\xCC\x81", "H57Đ|H57\xCC\x81"},
		{"12/2021/QĐ-UBND, 1666/QĐ-UBND; 118/2025/NĐ-CP (766/QĐ-TTg) 50/2014/QH13 12/2021/qd\xE2\x80\x93ubnd",
		 "document:12/2021/QĐ-UBND|document:1666/QĐ-UBND|document:118/2025/NĐ-CP|document:766/QĐ-TTg|document:50/2014/QH13|document:12/2021/qd\xE2\x80\x93ubnd"},
		{"12/Lê-Lợi 12/Le-Loi 5/A 12/2021 15/06/2021",
		 "n:12|Lê|Lợi|n:12|Le|Loi|n:5|A|n:12|n:2021|n:15|n:06|n:2021"},
		{"0234 3 554 123, (0234).3554.123; +84 905 123 456 0905123456 (024) 3827 1234",
		 "phone:0234 3 554 123|phone:(0234).3554.123|phone:+84 905 123 456|phone:0905123456|phone:(024) 3827 1234"},
		{"02.09.2021.123 0905123456 0905123457",
		 "n:02|n:09|n:2021|n:123|phone:0905123456|phone:0905123457"},
		{"046090001234 079123456789 191234567 19123456",
		 "id:046090001234|id:079123456789|id:191234567|n:19123456"},
		{"a.b@hue.gov.vn https://dichvucong.gov.vn/tra-cuu?id=1. www.hue.gov.vn, www.",
		 "email:a.b@hue.gov.vn|url:https://dichvucong.gov.vn/tra-cuu?id=1|url:www.hue.gov.vn|www"},
		{"Москва 東京 Huế", "word:Москва|word:東京|Huế"}};

	(void) state;
	for (size_t at = 0; at < sizeof(expected) / sizeof(expected[0]); at++)
		assert_string_equal(tokens(expected[at][0]), expected[at][1]);
}

static void
long_runs_are_cut_between_code_points(void **state)
{
	static char text[3 * TEXT_MAX];
	mc_tokens walk;
	mc_token token;

	(void) state;
	for (size_t at = 0; at + 3 <= sizeof(text); at += 3)
		memcpy(text + at, "ế", 3);
	walk = mc_tokens_of(text, sizeof(text) / 3 * 3);
	while (mc_next_token(&walk, &token))
	{
		assert_true(token.end - token.start <= MC_TOKEN_BYTES);
		assert_int_equal(token.end % 3, 0);
	}
}

/* ---- lexemes ---- */

typedef struct written_sink
{
	mc_lexeme_sink sink;
	char text[TEXT_MAX];
	size_t length;
} written_sink;

static void
write_lexeme(mc_lexeme_sink *sink, const char *lexeme, size_t length, bool next_position,
			 int variant)
{
	written_sink *out = (written_sink *) sink;

	assert_true(length > 0 && length <= MC_LEXEME_BYTES);
	out->length += (size_t) sprintf(out->text + out->length, "%s%s%.*s",
									out->length == 0 ? ""
									: next_position  ? " "
													 : ",",
									variant == 0 ? "" : "|", (int) length, lexeme);
}

static const char *
lexemes(const char *token, mc_forms forms)
{
	static written_sink out;

	out = (written_sink){.sink = {write_lexeme}};
	mc_put_token(token, strlen(token), forms, &out.sink);
	return out.text;
}

static void
lexemes_of_tokens(void **state)
{
	(void) state;
	assert_string_equal(lexemes("Thuỷ", MC_FORMS_INDEX), "thủy,thuy");
	assert_string_equal(lexemes("Huế", MC_FORMS_INDEX), "húê,huê,húe,hue");
	assert_string_equal(lexemes("Huế", MC_FORMS_QUERY), "húê");
	assert_string_equal(lexemes("HUẾ", MC_FORMS_FOLDED), "hue");
	assert_string_equal(lexemes("Mỹ", MC_FORMS_INDEX), "mỹ,my,mĩ,mi");
	assert_string_equal(lexemes("Mỹ", MC_FORMS_QUERY), "mỹ");
	assert_string_equal(lexemes("Mỹ", MC_FORMS_FOLDED), "mi");
	assert_string_equal(lexemes("Quýt", MC_FORMS_INDEX), "qúyt,quyt,qúit,quit");
	assert_string_equal(lexemes("02/9", MC_FORMS_INDEX), "02,2 9");
	assert_string_equal(lexemes("02/9", MC_FORMS_QUERY), "02,|2 9");
	assert_string_equal(lexemes("000", MC_FORMS_FOLDED), "0");
	assert_string_equal(lexemes("đường", MC_FORMS_INDEX),
						"đừơng,đương,đùong,đuong,dừơng,dương,dùong,duong");
	assert_string_equal(lexemes("12/2021/QĐ-UBND", MC_FORMS_INDEX), "12 2021 qđ,qd ubnd");
	assert_string_equal(lexemes("12/2021/QD\xE2\x80\x93UBND", MC_FORMS_QUERY), "12 2021 qd ubnd");
	assert_string_equal(lexemes("H21.65-220914-0011", MC_FORMS_INDEX), "h21 65 220914 0011,11");
	assert_string_equal(lexemes("H21.65-220914-0011", MC_FORMS_QUERY), "h21 65 220914 0011,|11");
	assert_string_equal(lexemes("1.000494.000.00.00.H29", MC_FORMS_INDEX),
						"1 000494,494 000,0 00,0 00,0 h29");
	assert_string_equal(lexemes("+84 234.3554 123", MC_FORMS_INDEX), "02343554123,|3554123");
	assert_string_equal(lexemes("84905123456", MC_FORMS_QUERY), "0905123456");
	assert_string_equal(lexemes("(024) 3827 1234", MC_FORMS_QUERY), "02438271234");
	assert_string_equal(lexemes(" - ", MC_FORMS_INDEX), "");
}

static const char *
abbreviation(const char *typed, mc_forms forms)
{
	static written_sink out;
	mc_syllables walk = mc_syllables_of(typed, strlen(typed));
	mc_syllable syllable;
	const mc_abbreviation *known;

	assert_true(mc_next_syllable(&walk, &syllable));
	known = mc_find_abbreviation(&syllable);
	assert_non_null(known);
	out = (written_sink){.sink = {write_lexeme}};
	mc_put_abbreviation(&syllable, known->meaning, strlen(known->meaning), forms, &out.sink);
	return out.text;
}

static void
abbreviations_stand_for_their_meaning(void **state)
{
	(void) state;
	assert_string_equal(abbreviation("UBND", MC_FORMS_QUERY), "ubnd,|uy |ban |nhan |dan");
	assert_string_equal(abbreviation("hđnd", MC_FORMS_QUERY), "hđnd,|hội |đồng |nhân |dân");
	assert_string_equal(abbreviation("P", MC_FORMS_INDEX), "p,|phừơng,|phương,|phùong,|phuong");
	assert_string_equal(abbreviation("TX", MC_FORMS_FOLDED), "tx,|thi |xa");
}

/* ---- indexed forms must agree with the matching of syllables ---- */

typedef struct looking_sink
{
	mc_lexeme_sink sink;
	const char *wanted;
	size_t length;
	bool whole;
	bool beginning;
} looking_sink;

static void
look(mc_lexeme_sink *sink, const char *lexeme, size_t length, bool next_position, int variant)
{
	looking_sink *looking = (looking_sink *) sink;
	bool begins =
		length >= looking->length && memcmp(lexeme, looking->wanted, looking->length) == 0;

	(void) next_position;
	(void) variant;
	looking->beginning = looking->beginning || begins;
	looking->whole = looking->whole || (begins && length == looking->length);
}

static size_t
random_syllable(char *out)
{
	static const char *const letters[] = {"a", "ă", "â", "e", "ê", "i", "o", "ô", "u",
										  "y", "d", "đ", "n", "q", "h", "ư", "ơ"};
	static const char *const tones[] = {"",         "",         "",         "\xCC\x80",
										"\xCC\x89", "\xCC\x83", "\xCC\x81", "\xCC\xA3"};
	int count = (int) random_between(1, 4);
	char *next = out;

	for (int at = 0; at < count; at++)
		next += sprintf(next, "%s", letters[random_between(0, 16)]);
	next += sprintf(next, "%s", tones[random_between(0, 7)]);
	return (size_t) (next - out);
}

static mc_syllable
first_syllable(const char *text, size_t length)
{
	mc_syllables walk = mc_syllables_of(text, length);
	mc_syllable syllable;

	assert_true(mc_next_syllable(&walk, &syllable));
	return syllable;
}

/*
 * True if some of the marked vowels in the typed part were typed with their mark and others without
 * it. Such a syllable is the only one that matches but has no indexed form.
 */
static bool
half_marked(const mc_syllable *typed, const mc_syllable *written)
{
	bool with = false;
	bool without = false;

	for (int at = 0; at < typed->n_letters && at < written->n_letters; at++)
		if (MC_QUALITY(written->letters[at]) != MC_PLAIN ||
			MC_QUALITY(typed->letters[at]) != MC_PLAIN)
		{
			if (MC_BASE(written->letters[at]) == 'd')
				continue;
			with = with || MC_QUALITY(typed->letters[at]) != MC_PLAIN;
			without = without || MC_QUALITY(typed->letters[at]) == MC_PLAIN;
		}
	return with && without;
}

/*
 * True if the syllable has two strokes. No Vietnamese syllable has two, and the indexed forms write
 * all strokes or none.
 */
static bool
has_two_strokes(const mc_syllable *syllable)
{
	int strokes = 0;

	for (int at = 0; at < syllable->n_letters; at++)
		strokes += MC_QUALITY(syllable->letters[at]) == MC_STROKE;
	return strokes > 1;
}

static void
forms_agree_with_matching(void **state)
{
	int found = 0;

	(void) state;
	for (int round = 0; round < 300000; round++)
	{
		char typed_text[40];
		char written_text[40];
		char query[MC_SYLLABLE_KEY_BYTES];
		size_t typed_length = random_syllable(typed_text);
		size_t written_length = random_syllable(written_text);
		mc_syllable typed = first_syllable(typed_text, typed_length);
		mc_syllable written = first_syllable(written_text, written_length);
		looking_sink looking = {
			{look}, query, mc_spell_syllable(&typed, MC_ALL_MARKS, query), false, false};

		if (half_marked(&typed, &written) || has_two_strokes(&written))
			continue;
		mc_put_token(written_text, written_length, MC_FORMS_INDEX, &looking.sink);
		check(looking.whole == mc_syllable_matches(&typed, &written), "%s in %s", typed_text,
			  written_text);
		check(looking.beginning == mc_syllable_begins(&typed, &written), "%s begins %s", typed_text,
			  written_text);
		found += looking.beginning;
	}
	check(found > 1000, "only %d of the pairs match", found);
}

/* A tone that was typed on the first vowel is found wherever the whole syllable carries it. */
static void
typed_beginnings_with_a_tone(void **state)
{
	static const char *const cases[][2] = {{"hò", "hoàng"},  {"hò", "hòa"},    {"thú", "thuý"},
										   {"quả", "quảng"}, {"đừ", "đường"},  {"đươ", "đường"},
										   {"tuấ", "tuấn"},  {"ngũ", "nguyễn"}};

	(void) state;
	for (size_t at = 0; at < sizeof(cases) / sizeof(cases[0]); at++)
	{
		char query[MC_SYLLABLE_KEY_BYTES];
		mc_syllable typed = first_syllable(cases[at][0], strlen(cases[at][0]));
		looking_sink looking = {
			{look}, query, mc_spell_syllable(&typed, MC_ALL_MARKS, query), false, false};

		mc_put_token(cases[at][1], strlen(cases[at][1]), MC_FORMS_INDEX, &looking.sink);
		check(looking.beginning, "%s begins %s", cases[at][0], cases[at][1]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kinds_of_token),
		cmocka_unit_test(long_runs_are_cut_between_code_points),
		cmocka_unit_test(lexemes_of_tokens),
		cmocka_unit_test(abbreviations_stand_for_their_meaning),
		cmocka_unit_test(forms_agree_with_matching),
		cmocka_unit_test(typed_beginnings_with_a_tone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

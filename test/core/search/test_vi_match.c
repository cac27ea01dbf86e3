/*
 * Test queries: modes, consecutive syllables, long queries, places of matches, rank, typing errors,
 * and keys.
 */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/search/vi_keys.h"
#include "core/search/vi_letter.h"
#include "core/search/vi_match.h"
#include "core/search/vi_typo.h"

#define ANY_MODE(mode) for (mc_match_mode mode = MC_MATCH_SAME; mode <= MC_MATCH_FUZZY; mode++)

static void *
read_query(mc_query *query, const char *text)
{
	void *scratch = malloc(mc_query_size(text, strlen(text)) + 1);

	mc_read_query(query, text, strlen(text), scratch);
	return scratch;
}

static bool
found_by(mc_match_mode mode, const char *typed, const char *written)
{
	mc_query query;
	void *scratch = read_query(&query, typed);
	bool answer = mc_matches(&query, mode, written, strlen(written));

	free(scratch);
	return answer;
}

static double
rank(const char *written, const char *typed)
{
	mc_query query;
	void *scratch = read_query(&query, typed);
	double answer = mc_rank(&query, written, strlen(written));

	free(scratch);
	return answer;
}

/*
 * Assert that exactly these modes find the query in the text. Each letter stands for a mode:
 * s(ame), t(yped), e(ither), l(oose), f(uzzy).
 */
static void
assert_found_by(const char *typed, const char *written, const char *modes)
{
	char by[6] = "";

	ANY_MODE(mode)
	if (found_by(mode, typed, written))
		strncat(by, &"stelf"[mode], 1);
	if (strcmp(by, modes) != 0)
		print_message("%s in %s: %s\n", typed, written, by);
	assert_string_equal(by, modes);
}

static void
each_mode_has_its_marks(void **state)
{
	(void) state;
	assert_found_by("quảng điền", "xã Quảng Điền", "stelf");
	assert_found_by("quang dien", "xã Quảng Điền", "telf");
	assert_found_by("quảng dien", "xã Quảng Điền", "telf");
	assert_found_by("quảng dien", "Quang Diện", "l"); /* marked, but not so */
	assert_found_by("quảng điền", "Quang Diện", "l");
	assert_found_by("quảng điền", "QUANG DIEN", "el");
	assert_found_by("quảng điền", "QUANG ĐIỀN", "l"); /* one mark in the text, so it is not bare */
	assert_found_by("Nguyễn Hoàng Ánh", "Nguyễn Hoàng Anh", "l"); /* another person */
	assert_found_by("Nguyễn Hoàng Ánh", "NGUYEN HOANG ANH", "el");
	assert_found_by("đường", "Dương", "l");
	assert_found_by("dương", "Đường", "telf"); /* neither stroke nor tone was typed */
	assert_found_by("duong", "Đường", "telf");
	assert_found_by("hoà", "Hòa", "stelf");
	assert_found_by("lí", "Lý", "telf");
	assert_found_by("quag điền", "Quảng Điền", "f");
	assert_found_by("quảng điền", "Quãng Điền", "l");
	assert_found_by("huế", "Đà Nẵng", "");
	assert_found_by("5", "số ５", "stelf");
}

static void
syllables_follow_each_other(void **state)
{
	(void) state;
	assert_found_by("thi duyen", "Nguyễn Thị Mỹ Duyên", "");
	assert_found_by("my duyen", "Nguyễn Thị Mỹ Duyên", "telf");
	assert_found_by("an", "Quang", "");
	assert_found_by("p.phu hoi", "P. Phú Hội", "telf");
	assert_found_by("an an b", "an an an an b", "stelf");
	assert_found_by("a b a c", "a b a b a c", "stelf");
}

static void
only_the_last_may_be_a_beginning(void **state)
{
	(void) state;
	assert_found_by("my du", "Mỹ Duyên", "telf");
	assert_found_by("n duyen", "Mỹ Duyên", "");
	assert_found_by("ng", "Nguyễn", "telf");
	assert_found_by("nguyễ", "Nguyễn", "stelf");
	assert_found_by("duyen n", "Mỹ Duyên", "");
}

static void
a_query_without_syllables_is_found_everywhere(void **state)
{
	(void) state;
	assert_found_by("", "Mỹ Duyên", "stelf");
	assert_found_by(" .,- \xCC\x81", "", "stelf");
	assert_found_by("a", "", "");
	assert_found_by("a", "...", "");
}

static void
typing_errors(void **state)
{
	(void) state;
	assert_found_by("ngyễn", "Nguyễn", "f"); /* one letter was left out */
	assert_found_by("nguyeen", "Nguyễn", "f");
	assert_found_by("ngueyn", "Nguyễn", "f");
	assert_found_by("nguyem", "Nguyễn", "f");
	assert_found_by("ngyen van", "Nguyễn Vân", "f");
	assert_found_by("ngyen vam", "Nguyễn Vân", "f");
	assert_found_by("ngyen va", "Nguyễn Vân", "f");
	assert_found_by("nguen va", "Nguyễn Văn", "f");
	assert_found_by("gyen", "Nguyễn", ""); /* two errors are too many */
	assert_found_by("ngyễ", "Nguyễn", ""); /* an incomplete syllable is not corrected */
	assert_found_by("đường", "Dương", "l"); /* a wrong mark is no typing error */
	assert_found_by("ly", "Lì", "telf");
	assert_found_by("lý", "Lì", "l");
	assert_found_by("1a", "a", "");
	assert_found_by("than", "thqn", ""); /* "thqn" is no possible syllable */
}

static void
more_syllables_than_bits(void **state)
{
	char text[2000] = "";
	char query[2000] = "";

	(void) state;
	for (int at = 0; at < 200; at++)
		sprintf(text + strlen(text), "x%d ", at % 100);
	for (int at = 0; at < 130; at++)
		sprintf(query + strlen(query), "x%d ", at % 100);
	assert_found_by(query, text, "stelf");
	assert_true(found_by(MC_MATCH_TYPED, query + 3, text));
	strcat(query, "z");
	assert_found_by(query, text, "");
	for (size_t at = 0; at + 3 < sizeof(text); at += 2)
		strcpy(text + at, "a ");
	memcpy(query, text, 128 * 2);
	query[128 * 2] = '\0';
	assert_found_by(query, text, "stelf");
	assert_true(rank(text, query) > 0.8);
}

static void
assert_places(const char *typed, mc_match_mode mode, const char *written, const char *expected)
{
	char marked[400] = "";
	mc_query query;
	void *scratch = read_query(&query, typed);
	mc_search search = mc_search_for(&query, mode, written, strlen(written));
	mc_found found;
	size_t done = 0;

	while (mc_find_next(&search, &found))
	{
		sprintf(marked + strlen(marked), "%.*s[%.*s]", (int) (found.start - done), written + done,
				(int) (found.end - found.start), written + found.start);
		done = found.end;
	}
	strcat(marked, written + done);
	assert_string_equal(marked, expected);
	free(scratch);
}

static void
places_are_whole_and_apart(void **state)
{
	(void) state;
	assert_places("quang d", MC_MATCH_TYPED, "Q. Quảng  Điền, (Quảng-Đông) quang",
				  "Q. [Quảng  Điền], ([Quảng-Đông]) quang");
	assert_places("an an", MC_MATCH_TYPED, "an an an an an", "[an an] [an an] an");
	assert_places("hue", MC_MATCH_TYPED, "Hue\xCC\x82\xCC\x81!", "[Hue\xCC\x82\xCC\x81]!");
	assert_places("", MC_MATCH_TYPED, "an", "an");
	assert_places("ah", MC_MATCH_FUZZY, "anh, ah", "[anh], [ah]");
}

static void
rank_goes_by_marks_then_place_then_rest(void **state)
{
	static const char *const order[] = {"Huế Đông", "Huế Đông Ba", "Huế Đông Ba B", "Tp Huế Đông",
										"Huệ Đông"};
	static const char *const by_marks[] = {"Tp Hue Đông", "hue dong", "Huế Đôn"};

	(void) state;
	assert_true(rank("Huế Đông", "huế đông") == 1);
	for (size_t at = 0; at + 1 < sizeof(order) / sizeof(order[0]); at++)
		assert_true(rank(order[at], "huế đông") > rank(order[at + 1], "huế đông"));
	assert_true(rank("Tp Huế Đông", "huế đông") > rank("Hue Dong", "huế đông"));
	assert_true(rank("x Hue Dong x", "huế đông") > rank("Huệ Đông", "huế đông"));
	assert_true(rank("x Huệ Đông x", "huế đông") > rank("Huế Đôn", "huế đông"));
	for (size_t at = 0; at < sizeof(by_marks) / sizeof(by_marks[0]); at++)
		assert_true(rank(by_marks[at], "huế đông") > 0);
	assert_true(rank("Huế Đông", "huế đô") < 1);
	assert_true(rank("Đà Nẵng", "huế") == 0);
	assert_true(rank("", "") == 1);
}

static void
ascii_letters_are_what_the_search_skips_by(void **state)
{
	(void) state;
	for (uint32_t byte = 1; byte < 0x80; byte++)
	{
		char text[] = {(char) byte, '\0'};
		mc_sign sign = mc_sign_of(byte);

		assert_int_equal(found_by(MC_MATCH_TYPED, text, text), true);
		if (sign.n_letters == 0)
			continue;
		text[0] = (char) sign.letters[0];
		assert_true(found_by(MC_MATCH_TYPED, text, (char[]){(char) byte, '\0'}));
		assert_true(
			found_by(MC_MATCH_TYPED, "zz", (char[]){'1', (char) byte, ' ', 'z', 'z', '\0'}));
		assert_false(found_by(MC_MATCH_TYPED, "zz", (char[]){'1', (char) byte, 'z', 'z', '\0'}));
	}
}

static void
append_needed(const mc_needed_key *needed, void *arg)
{
	char *out = arg;

	sprintf(out + strlen(out), "%d:%.*s%s|", needed->group, (int) needed->length, needed->key,
			needed->is_prefix ? "*" : "");
}

static void
assert_needed(const char *query, const char *expected)
{
	char out[1000] = "";

	(void) mc_needed_keys(MC_MATCH_TYPED, query, strlen(query), append_needed, out);
	assert_string_equal(out, expected);
}

static void
keys_of_queries(void **state)
{
	char long_query[1001] = "";
	char out[20000] = "";

	(void) state;
	assert_needed("", "");
	assert_needed("Mỹ", "0:mi*|");
	assert_needed("an c", "0: an c*|");
	assert_needed("Nguyễn Thị M", "0: nguien thi|1: thi m*|");
	for (int at = 0; at < 500; at++)
		memcpy(long_query + 2 * at, "a ", 3);
	assert_int_equal(mc_needed_keys(MC_MATCH_TYPED, long_query, 1000, append_needed, out),
					 MC_NEEDED_GROUPS);
	out[0] = '\0';
	assert_int_equal(mc_needed_keys(MC_MATCH_FUZZY, "ngyen 12", 8, append_needed, out), 2);
	assert_non_null(strstr(out, "0:nguien|"));
	assert_non_null(strstr(out, "1:12*|"));
}

static void
keys_of_texts(void **state)
{
	const char *text = "Mỹ - ỷ. 7";
	char out[100] = "";
	mc_key_walk keys;

	(void) state;
	mc_begin_keys(&keys, text, strlen(text));
	while (mc_next_keys(&keys))
		sprintf(out + strlen(out), "%.*s|%.*s|", (int) keys.length, mc_single_key(&keys),
				(int) keys.pair_length, keys.pair);
	assert_string_equal(out, "mi||i| mi i|7| i 7|");
}

static int checks;

static void
count_check(void)
{
	checks++;
}

static void
long_searches_check_for_interrupts(void **state)
{
	char *text = malloc(200000);
	mc_query query;
	void *scratch = read_query(&query, "a a a a a a a a a a b");

	(void) state;
	for (int at = 0; at < 100000; at++)
		memcpy(text + 2 * at, "a ", 2);
	query.check_for_interrupts = count_check;
	assert_false(mc_matches(&query, MC_MATCH_TYPED, text, 200000));
	assert_true(checks > 0);
	free(scratch);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_mode_has_its_marks),
		cmocka_unit_test(syllables_follow_each_other),
		cmocka_unit_test(only_the_last_may_be_a_beginning),
		cmocka_unit_test(a_query_without_syllables_is_found_everywhere),
		cmocka_unit_test(typing_errors),
		cmocka_unit_test(more_syllables_than_bits),
		cmocka_unit_test(places_are_whole_and_apart),
		cmocka_unit_test(rank_goes_by_marks_then_place_then_rest),
		cmocka_unit_test(ascii_letters_are_what_the_search_skips_by),
		cmocka_unit_test(keys_of_queries),
		cmocka_unit_test(keys_of_texts),
		cmocka_unit_test(long_searches_check_for_interrupts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

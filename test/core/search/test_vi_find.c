/*
 * Test how vi_find finds words in any order: the keys of texts, the groups of queries, keystrokes
 * and the rank.
 */
#include "support.h"

#include <string.h>

#include "core/search/vi_find.h"
#include "core/search/vi_keystrokes.h"
#include "core/search/vi_near.h"

static mc_find_query query;

static double
rank(const char *typed, const char *first, const char *second)
{
	mc_find_text texts[] = {{first, strlen(first)}, {second, strlen(second)}};

	mc_read_find_query(&query, typed, strlen(typed), true);
	return mc_find_rank(&query, texts, 2);
}

static bool
finds(const char *typed, const char *written)
{
	mc_read_find_query(&query, typed, strlen(typed), false);
	return mc_find_groups_in(&query, written, strlen(written), false) == mc_find_all(&query);
}

static bool
finds_with_errors(const char *typed, const char *written)
{
	mc_read_find_query(&query, typed, strlen(typed), true);
	return mc_find_groups_in(&query, written, strlen(written), true) == mc_find_all(&query);
}

static void
what_is_found(void **state)
{
	static const struct
	{
		const char *typed;
		const char *written;
		bool found;
	} cases[] = {
		{"hoa nguyen", "Nguyễn Văn Hòa", true},
		{"tran hang", "Trần Thị Thúy Hằng", true},
		{"nguyễn hoà", "NGUYEN VAN HOA", true},
		{"nguyen lan", "Nguyễn Văn Hòa", false},
		{"van ho", "Nguyễn Văn Hòa", true},
		{"van ho ", "Nguyễn Văn Hòa", false},
		{"ho van", "Nguyễn Văn Hòa", false},
		{"", "Nguyễn Văn Hòa", true},
		{"a", "", false},
		{"vy", "Việt", false},
		{"vy", "Vi", true},
		{"vi", "Vy", true},
		{"quy", "Quyết định", true},
		{"quy", "Quí", true},
		{"huy", "Huình", true},
		{"y te", "I tế", true},
		{"hlan nie", "H'Lan Niê", true},
		{"h lan", "H'Lan Niê", true},
		{"h'lan", "HLan Niê", true},
		{"ea hleo", "Ea H\xE2\x80\x99leo", true},
		{"kbroi", "K'Brôi", true},
		{"phường phú hội", "P. Phú Hội", true},
		{"p.phu hoi", "phường Phú Hội", true},
		{"thanh pho hue", "TP.Huế", true},
		{"tp. hue", "thành phố Huế", true},
		{"phường 1", "Phường 01", true},
		{"phường 01", "P. 1 ", false},
		{"phuong 01 hue", "Phường 1, Huế", true},
		{"0905123456", "0905.123.456", true},
		{"0905 123 456", "0905123456", true},
		{"+84905123456", "0905 123 456", true},
		{"0905123456", "84905123456", true},
		{"123456", "0905.123.456", true},
		{"3456", "0905.123.456", true},
		{"456789", "046090456789", true},
		{"345", "0905.123456", false},
		{"H57210615", "000.00.16.H57-210615-0001", true},
		{"H57-210615-1", "000.00.16.H57-210615-0001", true},
		{"210615 0001", "000.00.16.H57-210615-0001", true},
		{"2106150001", "000.00.16.H57-210615-0001", true},
		{"nguyenvanhoa", "Nguyễn Văn Hòa", true},
		{"nvh", "Nguyễn Văn Hòa", true},
		{"nv", "Nguyễn Văn Hòa", false},
		{"nguyeenx vawn hoaf", "Nguyễn Văn Hòa", true},
		{"nguye6n4 va8n hoa2", "Nguyễn Văn Hòa", true},
		{"dduwowngf", "Đường", true},
		{"boong", "Boong", true},
		{"2/9/2021", "02/9/2021", true},
	};

	(void) state;
	for (size_t at = 0; at < sizeof(cases) / sizeof(cases[0]); at++)
		check(finds(cases[at].typed, cases[at].written) == cases[at].found, "%s in %s",
			  cases[at].typed, cases[at].written);
}

static void
what_is_found_with_errors(void **state)
{
	static const char *const near[][2] = {
		{"nguyen", "Ngyuễn"},      {"nguyen", "Nguyễnn"}, {"ksro lan", "Ksor Lan"},
		{"dak gong", "Đắk Glong"}, {"nguyễn", "Nguyển"},  {"trinh", "Chinh"},
		{"giung", "Dung"},         {"rung", "Giung"},     {"xuong", "Sương"},
		{"lan", "Lang"},           {"mac", "Mat"},        {"lam", "Nam"},
		{"hoa lna", "Lan Hoà"}};
	static const char *const far[][2] = {
		{"nguyen", "Nguyênnn"}, {"an", "Ân Na"}, {"trinh", "Xinh"}, {"12345", "12346"}};

	(void) state;
	for (size_t at = 0; at < sizeof(near) / sizeof(near[0]); at++)
		check(finds_with_errors(near[at][0], near[at][1]), "%s in %s", near[at][0], near[at][1]);
	for (size_t at = 0; at < sizeof(far) / sizeof(far[0]); at++)
		check(finds_with_errors(far[at][0], far[at][1]) == finds(far[at][0], far[at][1]),
			  "%s in %s", far[at][0], far[at][1]);
}

/* True if one error leads from a word to another one, by trying all errors. */
static bool
is_one_error_away(const char *from, const char *to)
{
	size_t n = strlen(from);
	char tried[40];

	for (size_t at = 0; at <= n; at++)
		for (char letter = 'a'; letter <= 'd'; letter++)
		{
			sprintf(tried, "%.*s%c%s", (int) at, from, letter, from + at);
			if (strcmp(tried, to) == 0)
				return true;
			if (at == n)
				continue;
			sprintf(tried, "%.*s%c%s", (int) at, from, letter, from + at + 1);
			if (strcmp(tried, to) == 0)
				return true;
			sprintf(tried, "%.*s%s", (int) at, from, from + at + 1);
			if (strcmp(tried, to) == 0)
				return true;
			if (at + 1 == n)
				continue;
			sprintf(tried, "%.*s%c%c%s", (int) at, from, from[at + 1], from[at], from + at + 2);
			if (strcmp(tried, to) == 0)
				return true;
		}
	return false;
}

static void
near_is_one_error_and_symmetric(void **state)
{
	char words[2][8];
	int found = 0;

	(void) state;
	for (int round = 0; round < 200000; round++)
	{
		mc_near near;
		bool expected;

		for (int word = 0; word < 2; word++)
		{
			int n = (int) random_between(3, 6);

			for (int at = 0; at < n; at++)
				words[word][at] = (char) random_between('a', 'd');
			words[word][n] = '\0';
		}
		near = mc_compare_near(words[0], strlen(words[0]), words[1], strlen(words[1]));
		expected = strcmp(words[0], words[1]) == 0 || is_one_error_away(words[0], words[1]);
		check((near != MC_NEAR_NOT) == expected, "%s and %s", words[0], words[1]);
		check(near == mc_compare_near(words[1], strlen(words[1]), words[0], strlen(words[0])),
			  "%s and %s the other way", words[0], words[1]);
		found += expected;
	}
	check(found > 1000, "only %d pairs are near", found);
}

static void
keystrokes(void **state)
{
	static const char *const none[] = {"nguyen", "van", "12", "a1", "abc", "x", "", "s"};
	mc_syllable meant;

	(void) state;
	for (size_t at = 0; at < sizeof(none) / sizeof(none[0]); at++)
	{
		mc_syllables walk = mc_syllables_of(none[at], strlen(none[at]));
		mc_syllable typed;

		if (mc_next_syllable(&walk, &typed) && mc_read_keystrokes(&typed, &meant))
			check(strcmp(none[at], "a1") == 0, "%s is no keystrokes", none[at]);
	}
}

static void
rank_of_a_row(void **state)
{
	(void) state;
	assert_true(rank("nguyễn hoà", "Nguyễn Hòa", "") == 1);
	assert_true(rank("tran hang huong an", "Trần Thị Hằng", "Hương An") > 0);
	assert_true(rank("tran hang huong binh", "Trần Thị Hằng", "Hương An") == 0);
	assert_true(rank("", "Hằng", "") == 1);
	assert_true(rank("hoa", "Hoa", "") > rank("hoa", "Hoà", ""));
	assert_true(rank("hoà", "Hoà", "") > rank("hoà", "HOA", ""));
	assert_true(rank("hoà", "HOA", "") > rank("hoà", "Hoá", ""));
	assert_true(rank("hoa", "Hoa", "Lan") > rank("hoa", "Lan", "Hoa"));
	assert_true(rank("nguyen hoa", "Nguyễn Hoà", "") > rank("nguyen hoa", "Nguyễn Văn Hoà", ""));
	assert_true(rank("nguyen hoa", "Nguyễn Văn Hoà", "") >
				rank("nguyen hoa", "Hoà Văn Nguyễn", ""));
	assert_true(rank("hoa", "Hoà", "") > rank("hoa", "Hoàng", ""));
	assert_true(rank("hoa", "Hoà Lan", "") > rank("hoa", "Lan Hoà", ""));
	assert_true(rank("hoa", "Hoà Lan", "") > rank("hoa", "Hoà Lan Anh", ""));
	assert_true(rank("nguyen hoa", "Hoá Xy Nguyễn", "") > rank("trung hoa", "Chung Hoa", ""));
	assert_true(rank("trung hoa", "Chung Hoá", "") > rank("trung hoa", "Trumg Hoa", ""));
	assert_true(rank("trung hoa", "Trumg Hoa", "") > rank("trung hoa", "Trumg Hoax", ""));
	assert_true(rank("vỡ", "Vở", "") > rank("vỡ", "VO", ""));
	assert_true(rank("vỡ", "Vỡ", "") > rank("vỡ", "Vở", ""));
	assert_true(rank("trung hoa", "Hoà", "") == 0);
	assert_true(rank("0905123456", "x", "0905 123 456") > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_found),
		cmocka_unit_test(what_is_found_with_errors),
		cmocka_unit_test(near_is_one_error_and_symmetric),
		cmocka_unit_test(keystrokes),
		cmocka_unit_test(rank_of_a_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

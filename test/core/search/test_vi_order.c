/*
 * Test the order of dictionaries: examples of the Lexicography Centre, names, numbers, untrusted
 * input.
 */
#include "support.h"

#include "core/search/vi_order.h"

static int
compared(size_t (*key_of)(const char *, size_t, char *), const char *left, const char *right)
{
	static char keys[2][MC_SORT_KEY_BYTES(1000)];
	size_t lengths[] = {key_of(left, strlen(left), keys[0]), key_of(right, strlen(right), keys[1])};
	size_t shorter = lengths[0] < lengths[1] ? lengths[0] : lengths[1];
	int order = memcmp(keys[0], keys[1], shorter);

	return order != 0 ? order : (lengths[0] > lengths[1]) - (lengths[0] < lengths[1]);
}

static void
assert_ascending(size_t (*key_of)(const char *, size_t, char *), const char *const texts[],
				 size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < count; j++)
		{
			int order = compared(key_of, texts[i], texts[j]);

			if ((order > 0) - (order < 0) != (i > j) - (i < j))
				fail_msg("\"%s\" and \"%s\" stand the wrong way round", texts[i], texts[j]);
		}
}

#define ASCENDING(key_of, ...)                                             \
	do                                                                     \
	{                                                                      \
		static const char *const texts[] = {__VA_ARGS__};                  \
		assert_ascending(key_of, texts, sizeof(texts) / sizeof(texts[0])); \
	} while (0)

static void
letters_then_tones_then_capitals(void **state)
{
	(void) state;
	ASCENDING(mc_sort_key, "a", "A", "à", "À", "ả", "ã", "á", "ạ", "ă", "ằ", "ặ", "â", "ậ", "b",
			  "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "ô", "ơ",
			  "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z", "ж");
	ASCENDING(mc_sort_key, "ác", "ách", "ang", "anh", "cha", "chan");
	ASCENDING(mc_sort_key, "hoa", "Hoa", "HOA", "hoà", "hoả", "hoá", "hoàng");
}

static void
syllable_by_syllable(void **state)
{
	(void) state;
	ASCENDING(mc_sort_key, "ba bị", "bà ba", "bà bị", "bá");
	ASCENDING(mc_sort_key, "tuân thủ", "tuần chay", "tuần hoàn");
	ASCENDING(mc_sort_key, "", "Quảng", "Quảng An", "quảng cáo", "Quảng Công", "Quảng Điền",
			  "Quảng Thái", "Quảng Thọ");
}

static void
numbers_by_value(void **state)
{
	(void) state;
	ASCENDING(mc_sort_key, "Phường 2", "Phường 10", "Phường 10a", "Phường 100", "Phường An Cựu");
	assert_int_equal(compared(mc_sort_key, "Phường 02", "Phường 2"), 0);
}

static void
spellings_of_the_same_syllables_are_equal(void **state)
{
	(void) state;
	assert_int_equal(compared(mc_sort_key, "Hoà", "Hòa"), 0);
	assert_int_equal(compared(mc_sort_key, "ðà", "đà"), 0);
	assert_int_equal(compared(mc_sort_key, "Hue\xCC\x82\xCC\x81", "Huế"), 0);
	assert_int_equal(compared(mc_sort_key, "  TP. Huế ", "TP Huế"), 0);
}

/*
 * Leading zeros change no order, and the capitals after them count as if the zeros were not there.
 */
static void
leading_zeros_count_for_nothing(void **state)
{
	static const char *const same[][2] = {
		{"Tổ 02 Huế", "Tổ 2 Huế"}, {"01A", "1A"}, {"00", "0"}, {"0 hoa 007 Bắc", "00 hoa 7 Bắc"}};

	(void) state;
	for (size_t at = 0; at < sizeof(same) / sizeof(same[0]); at++)
		assert_int_equal(compared(mc_sort_key, same[at][0], same[at][1]), 0);
}

static void
people_by_given_name(void **state)
{
	(void) state;
	ASCENDING(mc_name_key, "Lê An", "Nguyễn Văn An", "Nguyễn Thị Ánh", "Bình Bình", "Trần Bình",
			  "Đỗ Văn Đạt", "Công Tằng Tôn Nữ Hạnh", "Tôn Nữ Thị Hạnh", "Trần Hạnh");
}

static void
keys_fit_their_buffer(void **state)
{
	static const char *const pieces[] = {"1",  "a",    "1 ",       " ", "ﬃ", "ệ",
										 "漢", "\xFF", "\xCC\x81", "Ǆ", "0", "-"};
	char text[200];

	(void) state;
	for (int round = 0; round < 20000; round++)
	{
		size_t length = 0;
		size_t most = (size_t) random_between(0, 30);
		char *key;

		for (size_t i = 0; i < most; i++)
		{
			const char *piece = pieces[random_between(0, 11)];

			memcpy(text + length, piece, strlen(piece));
			length += strlen(piece);
		}
		key = malloc(MC_SORT_KEY_BYTES(length));
		assert_true(mc_sort_key(text, length, key) <= MC_SORT_KEY_BYTES(length));
		assert_true(mc_name_key(text, length, key) <= MC_SORT_KEY_BYTES(length));
		free(key);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_then_tones_then_capitals),
		cmocka_unit_test(syllable_by_syllable),
		cmocka_unit_test(numbers_by_value),
		cmocka_unit_test(leading_zeros_count_for_nothing),
		cmocka_unit_test(spellings_of_the_same_syllables_are_equal),
		cmocka_unit_test(people_by_given_name),
		cmocka_unit_test(keys_fit_their_buffer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

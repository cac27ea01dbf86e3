/*
 * Test possible syllables and their neighbours against an edit distance that is computed the long
 * way.
 */
#include "support.h"

#include "core/search/vi_phonotactics.h"

#define MOST_SYLLABLES 4000

static char all[MOST_SYLLABLES][8];
static int n_all;

static void
must_be_possible(const char *text, bool expected)
{
	check(mc_is_possible_syllable(text, strlen(text)) == expected, "\"%s\"", text);
}

static void
by_hand(void **state)
{
	static const char *const possible[] = {
		"a",     "y",    "o",     "ua",    "uy",    "yeu",    "an",     "anh",     "oan",
		"uyen",  "ba",   "ca",    "ke",    "ky",    "ghe",    "nghe",   "nghieng", "nguyen",
		"nguoi", "gi",   "gin",   "gia",   "gieng", "giuong", "qua",    "quoc",    "quyen",
		"quynh", "quy",  "quy",   "quen",  "khuya", "khuech", "thuong", "truong",  "duong",
		"duoc",  "hue",  "hoa",   "khoe",  "thuy",  "xoong",  "moc",    "pin",     "buyt",
		"voan",  "ruou", "khuyu", "ngoeo", "tuan",  "thuo",   "phu"};
	static const char *const impossible[] = {
		"",      "b",        "ng",      "ng",  "ka",  "ce",   "ci",  "cy",     "ge",
		"nge",   "gha",      "ngha",    "qa",  "q",   "qu",   "w",   "web",    "gram",
		"dak",   "kon",      "iem",     "cuy", "ngy", "ghi2", "bbb", "mueo",   "quu",
		"quoi2", "nghiengs", "truongs", "aa",  "ie",  "an ",  "A",   "huyeng", "moa"};

	(void) state;
	for (size_t at = 0; at < sizeof(possible) / sizeof(possible[0]); at++)
		must_be_possible(possible[at], true);
	for (size_t at = 0; at < sizeof(impossible) / sizeof(impossible[0]); at++)
		must_be_possible(impossible[at], false);
	assert_false(mc_is_possible_syllable("a\0", 2));
	assert_false(mc_is_possible_syllable("ba\0n", 4));
}

static void
initials(void **state)
{
	(void) state;
	assert_int_equal(mc_initial_of("an", 2), 0);
	assert_int_equal(mc_initial_of("nghieng", 7), 3);
	assert_int_equal(mc_initial_of("qua", 3), 2);
	assert_int_equal(mc_initial_of("gia", 3), 2);
	assert_int_equal(mc_initial_of("gi", 2), 1);
	assert_int_equal(mc_initial_of("gin", 3), 1);
	assert_int_equal(mc_initial_of("gieng", 5), 2);
	assert_int_equal(mc_initial_of("ga", 2), 1);
	assert_int_equal(mc_initial_of("hat", 3), 1);
	assert_int_equal(mc_initial_of("ss", 2), -1);
}

/* Collect all possible syllables of up to five letters. */
static void
collect(char *letters, size_t length)
{
	static const char alphabet[] = "abcdeghiklmnopqrstuvxy";

	if (mc_is_possible_syllable(letters, length))
	{
		assert_true(n_all < MOST_SYLLABLES);
		memcpy(all[n_all], letters, length);
		all[n_all++][length] = '\0';
	}
	if (length == 5)
		return;
	for (const char *next = alphabet; *next; next++)
	{
		letters[length] = *next;
		collect(letters, length + 1);
	}
}

/*
 * Return the edit distance with insertions, deletions, replacements and exchanges of neighbours,
 * where no letter is edited twice.
 */
static int
distance(const char *left, const char *right)
{
	int n_left = (int) strlen(left);
	int n_right = (int) strlen(right);
	int d[10][10];

	for (int i = 0; i <= n_left; i++)
		for (int j = 0; j <= n_right; j++)
		{
			int best = i == 0 ? j : j == 0 ? i : d[i - 1][j - 1] + (left[i - 1] != right[j - 1]);

			if (i > 0 && d[i - 1][j] + 1 < best)
				best = d[i - 1][j] + 1;
			if (j > 0 && d[i][j - 1] + 1 < best)
				best = d[i][j - 1] + 1;
			if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] &&
				d[i - 2][j - 2] + 1 < best)
				best = d[i - 2][j - 2] + 1;
			d[i][j] = best;
		}
	return d[n_left][n_right];
}

typedef struct visited
{
	const char *of;
	bool seen[MOST_SYLLABLES];
} visited;

static int
number_of(const char *letters, size_t length)
{
	for (int at = 0; at < n_all; at++)
		if (strlen(all[at]) == length && memcmp(all[at], letters, length) == 0)
			return at;
	return -1;
}

static void
note(const char *neighbour, size_t length, void *arg)
{
	visited *noted = arg;
	int number = number_of(neighbour, length);

	if (length > 5)
		return; /* syllables of more than five letters were not collected */
	check(number >= 0, "\"%.*s\" is not possible", (int) length, neighbour);
	check(!noted->seen[number], "\"%s\" twice for \"%s\"", all[number], noted->of);
	noted->seen[number] = true;
}

static void
must_have_its_neighbours(const char *letters)
{
	visited noted = {.of = letters};

	mc_possible_neighbours(letters, strlen(letters), note, &noted);
	for (int at = 0; at < n_all; at++)
		check(noted.seen[at] == (distance(letters, all[at]) == 1), "\"%s\" and \"%s\"", letters,
			  all[at]);
}

static void
neighbours_are_those_at_distance_one(void **state)
{
	char letters[8];

	(void) state;
	collect(letters, 0);
	check(n_all > 1900 && n_all < 3000, "%d possible syllables of up to five letters", n_all);
	for (int at = 0; at < n_all; at += 7)
		must_have_its_neighbours(all[at]);
	must_have_its_neighbours("nguyne");
	must_have_its_neighbours("hoang");
	must_have_its_neighbours("aa");
	must_have_its_neighbours("wwan");
	must_have_its_neighbours("");
}

static int most;
static int sum;

static void
ignore(const char *neighbour, size_t length, void *arg)
{
	(void) neighbour;
	(void) arg;
	assert_in_range(length, 1, MC_POSSIBLE_LETTERS);
}

static void
they_are_few(void **state)
{
	(void) state;
	for (int at = 0; at < n_all; at++)
	{
		int count = mc_possible_neighbours(all[at], strlen(all[at]), ignore, NULL);

		most = count > most ? count : most;
		sum += count;
	}
	check(most <= 50 && sum / n_all >= 15 && sum / n_all <= 30, "on average %d, at most %d",
		  sum / n_all, most);
	assert_int_equal(mc_possible_neighbours("nghiengsx", 9, ignore, NULL), 0);
	assert_int_equal(mc_possible_neighbours("nghiengs", 8, ignore, NULL), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(by_hand),
		cmocka_unit_test(initials),
		cmocka_unit_test(neighbours_are_those_at_distance_one),
		cmocka_unit_test(they_are_few),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * This file compares the keys of texts with the queries of vi_find, and ranks what was found. The
 * glue in src/search/vi_find_sql.c calls it.
 */
#include "core/search/vi_find.h"

#include <string.h>

#include "core/search/vi_near.h"

/* ---- matching ---- */

bool
mc_find_suffices(const mc_find_choice *choice, const char *key, size_t length)
{
	if (choice->kind == MC_FIND_WHOLE)
		return length == choice->length && memcmp(choice->key, key, length) == 0;
	return mc_find_compare(choice->key, choice->length, key, length) == 0;
}

int
mc_find_compare(const char *asked, size_t n, const char *stored, size_t m)
{
	if (n <= MC_NEAR_MARK_BYTES || memcmp(asked, MC_NEAR_MARK, MC_NEAR_MARK_BYTES) != 0)
		return m >= n && memcmp(asked, stored, n) == 0 ? 0 : 1;
	if (stored[0] > 'z' || (unsigned char) stored[0] >= 0x80)
		return 1;
	return stored[0] >= 'a' && mc_compare_near(asked + MC_NEAR_MARK_BYTES, n - MC_NEAR_MARK_BYTES,
											   stored, m) != MC_NEAR_NOT
			   ? 0
			   : -1;
}

/* The groups of a query that the keys of a text satisfy. */
typedef struct found_groups
{
	const mc_find_query *query;
	bool errors;
	uint32_t bits;
} found_groups;

static void
note_key(const char *key, size_t length, void *arg)
{
	found_groups *found = arg;

	for (int at = 0; at < found->query->n_choices; at++)
		if ((found->errors || found->query->choices[at].kind != MC_FIND_NEAR) &&
			mc_find_suffices(&found->query->choices[at], key, length))
			found->bits |= UINT32_C(1) << found->query->choices[at].group;
}

uint32_t
mc_find_groups_in(const mc_find_query *query, const char *text, size_t length, bool errors)
{
	found_groups found = {.query = query, .errors = errors};

	mc_find_keys(text, length, note_key, &found);
	return found.bits;
}

/* ---- rank ---- */

/* How the marks of a written word compare with the typed ones, from best to worst. */
typedef enum marks_found
{
	MARKS_AS_TYPED,
	MARKS_MORE, /* more than typed */
	MARKS_HOI_NGA, /* hỏi for ngã or the other way round, the commonest error of spelling */
	MARKS_NONE, /* the text has no mark at all */
	MARKS_OTHER,
	MARKS_UNKNOWN /* the word was found by another key: digits, initials, joined letters */
} marks_found;

/* What each of them takes from the rank of a word, measured on the queries of a desk. */
static const double cost_of_marks[] = {0, 0.04, 0.25, 0.4, 0.75, 1};

/* Where a word of the query was found; less is better. */
typedef struct word_place
{
	int errors; /* quarters of a letter, see mc_near */
	marks_found marks;
	int column;
	int position; /* number of the word in its column */
	bool begun; /* true if the word is longer than the typed one */
	bool near; /* true if it follows the place of the word typed before */
} word_place;

#define FAR 1000 /* a position behind all others */

static bool
is_better(const word_place *a, const word_place *b)
{
	if (a->errors != b->errors)
		return a->errors < b->errors;
	if (a->marks != b->marks)
		return a->marks < b->marks;
	if (a->near != b->near)
		return a->near;
	if (a->column != b->column)
		return a->column < b->column;
	return a->begun != b->begun ? !a->begun : a->position < b->position;
}

/* True if two words differ in nothing but hỏi and ngã. */
static bool
differ_in_hoi_nga(const mc_syllable *typed, const mc_syllable *written)
{
	mc_syllable same_tone = *typed;

	same_tone.tone = written->tone;
	return typed->tone + written->tone == MC_HOI + MC_NGA &&
		   (typed->tone == MC_HOI || typed->tone == MC_NGA) &&
		   mc_syllable_begins(&same_tone, written);
}

/* Return how the marks compare; `bare` says that the text has none. */
static marks_found
compare_marks(const mc_syllable *typed, const mc_syllable *written, bool bare)
{
	size_t bytes = typed->n_letters * sizeof(typed->letters[0]);

	if (differ_in_hoi_nga(typed, written))
		return MARKS_HOI_NGA;
	if (!mc_syllable_begins(typed, written))
		return bare ? MARKS_NONE : MARKS_OTHER;
	return typed->tone == written->tone && memcmp(typed->letters, written->letters, bytes) == 0
			   ? MARKS_AS_TYPED
			   : MARKS_MORE;
}

/* Return the error with which a written word serves a group, MC_NEAR_NOT if it does not. */
static mc_near
error_of(const mc_find_query *query, int group, const mc_syllable *written)
{
	char key[MC_SYLLABLE_KEY_BYTES];
	size_t length = mc_find_word_key(written, key);
	mc_near least = MC_NEAR_NOT;

	for (int at = 0; at < query->n_choices; at++)
	{
		const mc_find_choice *choice = &query->choices[at];
		mc_near error = MC_NEAR_SAME;

		if (choice->group != group || !mc_find_suffices(choice, key, length))
			continue;
		if (choice->kind == MC_FIND_NEAR)
			error = mc_compare_near(choice->key + MC_NEAR_MARK_BYTES,
									choice->length - MC_NEAR_MARK_BYTES, key, length);
		if (error < least)
			least = error;
	}
	return least;
}

/* Improve the place of a group by the words of a text. `before` is the place of the last group. */
static void
look_in(const mc_find_query *query, int group, mc_find_text in, int column,
		const word_place *before, word_place *best)
{
	mc_syllables walk = mc_syllables_of(in.text, in.length);
	const mc_syllable *typed = &query->typed[group];
	bool bare = mc_is_bare(in.text, in.length);
	mc_syllable written;

	for (int position = 0; mc_next_syllable(&walk, &written); position++)
	{
		word_place place = {.column = column, .position = position};

		place.errors = error_of(query, group, &written);
		if (place.errors == MC_NEAR_NOT)
			continue;
		place.marks = compare_marks(typed, &written, bare);
		place.begun = written.n_letters > typed->n_letters;
		place.near = before != NULL && before->column == column && before->position + 1 == position;
		if (is_better(&place, best))
			*best = place;
	}
}

static int
words_of(mc_find_text in)
{
	mc_syllables walk = mc_syllables_of(in.text, in.length);
	mc_syllable word;
	int count = 0;

	while (mc_next_syllable(&walk, &word))
		count++;
	return count;
}

/* What all words of a query together come to; each is a sum over the words. */
typedef struct sums
{
	int errors;
	double marks;
	double columns;
	double apart; /* 0 for a neighbour in order, 0.5 for a later word, 1 for an earlier one */
	double begun;
} sums;

static void
add_place(sums *all, const word_place *place, const word_place *before)
{
	all->errors += place->errors;
	all->marks += cost_of_marks[place->marks];
	all->columns += place->column / (1.0 + place->column);
	all->begun += place->begun;
	if (before != NULL && !place->near)
		all->apart +=
			before->column == place->column && before->position > place->position ? 1 : 0.5;
}

/* Return a rank in the range of its errors: from 0.5 to 1, from 1/3 to 0.5, from 1/4 to 1/3, ... */
static double
between(int errors, double good)
{
	double halves = errors / 2;
	double low = 1 / (2 + halves);

	return low + good * (1 / (1 + halves) - low);
}

double
mc_find_rank(const mc_find_query *query, const mc_find_text *texts, int count)
{
	word_place places[MC_FIND_GROUPS];
	uint32_t exact = 0;
	uint32_t bits = 0;
	sums all = {0};
	int n = query->n_groups;
	double others;
	double good;

	for (int at = 0; at < count; at++)
	{
		exact |= mc_find_groups_in(query, texts[at].text, texts[at].length, false);
		bits |= mc_find_groups_in(query, texts[at].text, texts[at].length, true);
	}
	if (bits != mc_find_all(query))
		return 0;
	if (n == 0)
		return 1;
	for (int group = 0; group < n; group++)
	{
		const word_place *before = group > 0 ? &places[group - 1] : NULL;

		places[group] = (word_place){.errors = (exact >> group & 1) != 0 ? 0 : MC_NEAR_LETTER,
									 .marks = MARKS_UNKNOWN,
									 .position = FAR};
		for (int at = 0; at < count; at++)
			look_in(query, group, texts[at], at, before, &places[group]);
		add_place(&all, &places[group], before);
	}
	others = words_of(texts[places[0].column]);
	good = 1 - 0.5 * all.marks / n - 0.1 * all.columns / n - 0.25 * all.apart / n -
		   0.07 * all.begun / n - (places[0].position > 0 ? 0.03 : 0) -
		   0.04 * (1 - 1 / (1 + (others > n ? others - n : 0)));
	return between(all.errors, good);
}

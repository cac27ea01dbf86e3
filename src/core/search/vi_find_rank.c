/* The rank of rows that vi_find.c finds. The glue, src/search/vi_find_sql.c, calls mc_find_rank. */
#include "core/search/vi_find.h"

#include <string.h>

/* Where a word of the query was found; less is better. */
typedef struct word_place
{
	int marks; /* 0 as typed, 1 more than typed, 2 the text is bare, 3 others, 4 found otherwise */
	int column;
	int position; /* number of the word in its column */
	bool begun; /* true if the word is longer than the typed one */
	bool near; /* true if it follows the place of the word typed before */
} word_place;

#define FAR 1000 /* a position behind all others */

static bool
is_better(const word_place *a, const word_place *b)
{
	if (a->marks != b->marks)
		return a->marks < b->marks;
	if (a->column != b->column)
		return a->column < b->column;
	if (a->near != b->near)
		return a->near;
	return a->begun != b->begun ? !a->begun : a->position < b->position;
}

/* Return how the marks of a written word that has the base letters of the typed one compare. */
static int
marks_class(const mc_syllable *typed, const mc_syllable *written, bool bare)
{
	if (!mc_syllable_begins(typed, written))
		return bare ? 2 : 3;
	return typed->tone == written->tone && memcmp(typed->letters, written->letters,
												  typed->n_letters * sizeof(typed->letters[0])) == 0
			   ? 0
			   : 1;
}

/* True if the key of a written word is one that a group asks for. */
static bool
is_asked(const mc_find_query *query, int group, const mc_syllable *written)
{
	char key[MC_SYLLABLE_KEY_BYTES];
	size_t length = mc_find_word_key(written, key);

	for (int at = 0; at < query->n_choices; at++)
		if (query->choices[at].group == group && mc_find_suffices(&query->choices[at], key, length))
			return true;
	return false;
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

		if (!is_asked(query, group, &written))
			continue;
		place.marks = marks_class(typed, &written, bare);
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
	double marks;
	double columns;
	double apart; /* 0 for a neighbour in order, 0.5 for a later word, 1 for an earlier one */
	double begun;
} sums;

static void
add_place(sums *all, const word_place *place, const word_place *before)
{
	all->marks += place->marks / 4.0;
	all->columns += place->column / (1.0 + place->column);
	all->begun += place->begun;
	if (before != NULL && !place->near)
		all->apart +=
			before->column == place->column && before->position > place->position ? 1 : 0.5;
}

double
mc_find_rank(const mc_find_query *query, const mc_find_text *texts, int count)
{
	word_place places[MC_FIND_GROUPS];
	uint32_t bits = 0;
	sums all = {0};
	int n = query->n_groups;
	double others;

	for (int at = 0; at < count; at++)
		bits |= mc_find_groups_in(query, texts[at].text, texts[at].length);
	if (bits != mc_find_all(query))
		return 0;
	if (n == 0)
		return 1;
	for (int group = 0; group < n; group++)
	{
		const word_place *before = group > 0 ? &places[group - 1] : NULL;

		places[group] = (word_place){.marks = 4, .position = FAR};
		for (int at = 0; at < count; at++)
			look_in(query, group, texts[at], at, before, &places[group]);
		add_place(&all, &places[group], before);
	}
	others = words_of(texts[places[0].column]);
	return 1 - 0.5 * all.marks / n - 0.2 * all.columns / n - 0.15 * all.apart / n -
		   0.07 * all.begun / n - (places[0].position > 0 ? 0.03 : 0) -
		   0.04 * (1 - 1 / (1 + (others > n ? others - n : 0)));
}

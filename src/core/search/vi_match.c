/*
 * Searching texts for queries, and ranking what is found. The SQL operators and functions of
 * src/search/vi_match_sql.c call this. The search is a bit-parallel automaton: one bit for each
 * syllable of the query says if the query up to there matches the syllables read last.
 */
#include "core/search/vi_match.h"

#include <string.h>

#include "core/base/utf8.h"
#include "core/search/fold_table.h"
#include "core/search/vi_typo.h"

#define WORD_BITS 64

/* The number of comparisons of syllables between two calls of check_for_interrupts. */
#define COMPARISONS_PER_CHECK 65536

/* ---- reading a query ---- */

static size_t
count_syllables(const char *text, size_t length)
{
	mc_syllables walk = mc_syllables_of(text, length);
	mc_syllable syllable;
	size_t count = 0;

	while (mc_next_syllable(&walk, &syllable))
		count++;
	return count;
}

static size_t
words_for(size_t n_syllables)
{
	return (n_syllables + WORD_BITS - 1) / WORD_BITS;
}

size_t
mc_query_size(const char *text, size_t length)
{
	size_t count = count_syllables(text, length);

	return 2 * count * sizeof(mc_syllable) + words_for(count) * sizeof(uint64_t) +
		   count * sizeof(size_t);
}

static mc_syllable
without_marks(const mc_syllable *typed)
{
	mc_syllable bare = *typed;

	for (int at = 0; at < bare.n_letters; at++)
		bare.letters[at] = MC_BASE(bare.letters[at]);
	bare.tone = MC_LEVEL;
	bare.marked = false;
	return bare;
}

/* Place the arrays of a query of `count` syllables in its memory. */
static void
lay_out(mc_query *query, size_t count, void *scratch)
{
	query->n_syllables = count;
	query->n_words = words_for(count);
	query->typed = scratch;
	query->bare = query->typed + count;
	query->matched = (uint64_t *) (query->bare + count);
	query->starts = (size_t *) (query->matched + query->n_words);
	query->check_for_interrupts = NULL;
	query->n_comparisons = 0;
}

void
mc_read_query(mc_query *query, const char *text, size_t length, void *scratch)
{
	mc_syllables walk = mc_syllables_of(text, length);
	mc_syllable *next;

	lay_out(query, count_syllables(text, length), scratch);
	for (next = query->typed; next < query->bare && mc_next_syllable(&walk, next); next++)
		next[query->n_syllables] = without_marks(next);
}

/* ---- one syllable ---- */

static bool
same_marks(const mc_syllable *typed, const mc_syllable *written)
{
	return typed->tone == written->tone &&
		   memcmp(typed->letters, written->letters, typed->n_letters * sizeof(typed->letters[0])) ==
			   0;
}

/* True if a syllable matches, marks included; the last one of a query may match a beginning. */
static bool
agrees(const mc_syllable *typed, const mc_syllable *written, bool last)
{
	return last ? mc_syllable_begins(typed, written) : mc_syllable_matches(typed, written);
}

/* True if the syllable `at` of the query matches a written syllable. */
static bool
syllable_found(const mc_query *query, mc_match_mode mode, size_t at, const mc_syllable *written)
{
	const mc_syllable *typed = &query->typed[at];
	const mc_syllable *bare = &query->bare[at];
	bool last = at + 1 == query->n_syllables;

	switch (mode)
	{
		case MC_MATCH_SAME:
			return agrees(typed, written, last) && same_marks(typed, written);
		case MC_MATCH_TYPED:
			return agrees(typed, written, last);
		case MC_MATCH_EITHER: /* mc_search_for chooses TYPED or LOOSE in its place */
		case MC_MATCH_LOOSE:
			return agrees(bare, written, last);
		case MC_MATCH_FUZZY:
			return agrees(typed, written, last) || mc_is_typo(typed, written);
	}
	return false;
}

/* ---- skipping what cannot begin a match ---- */

static bool
is_ascii_letter_or_digit(unsigned char byte)
{
	return (unsigned char) ((byte | 0x20) - 'a') < 26 || (unsigned char) (byte - '0') < 10;
}

static uint32_t
in_lower_case(unsigned char byte)
{
	return byte >= 'A' && byte <= 'Z' ? byte + 32u : byte;
}

/* Return the address behind the rest of a syllable and the separator after it. */
static const char *
behind_syllable(const char *at, const char *end)
{
	while (at < end)
	{
		unsigned char byte = (unsigned char) *at;

		if (byte >= 0x80)
		{
			if (mc_kind_in(mc_fold_entry(mc_decode_utf8_fast(&at, end))) == MC_SEPARATOR)
				break;
			continue;
		}
		at++;
		if (!is_ascii_letter_or_digit(byte))
			break;
	}
	return at;
}

/*
 * Read one code point and return its first base letter, or 0 if no syllable begins with it. *at
 * moves behind the code point.
 */
static uint32_t
take_first_letter(const char **at, const char *end)
{
	unsigned char byte = (unsigned char) **at;
	mc_sign sign;

	if (byte < 0x80)
	{
		(*at)++;
		return is_ascii_letter_or_digit(byte) ? in_lower_case(byte) : 0;
	}
	sign = mc_sign_of(mc_decode_utf8_fast(at, end));
	return sign.n_letters > 0 ? sign.letters[0] : 0;
}

/* Move to the next syllable that begins with a base letter. Return false if there is none. */
static bool
skip_to_letter(mc_search *search, uint32_t letter)
{
	const char *at = search->walk.next;
	const char *end = search->walk.end;

	while (at < end)
	{
		const char *start = at;
		uint32_t first = take_first_letter(&at, end);

		if (first == letter)
		{
			search->walk.next = start;
			return true;
		}
		if (first == 0)
			continue;
		at = behind_syllable(at, end);
		search->n_seen++;
	}
	search->walk.next = end;
	return false;
}

/* ---- the search ---- */

bool
mc_is_bare(const char *text, size_t length)
{
	mc_syllables walk;
	mc_syllable syllable;
	size_t ascii = 0;

	while (ascii < length && (unsigned char) text[ascii] < 0x80)
		ascii++;
	if (ascii == length)
		return true;
	walk = mc_syllables_of(text, length);
	while (mc_next_syllable(&walk, &syllable))
		if (syllable.marked)
			return false;
	return true;
}

mc_search
mc_search_for(mc_query *query, mc_match_mode mode, const char *text, size_t length)
{
	if (query->n_words > 0)
		memset(query->matched, 0, query->n_words * sizeof(uint64_t));
	if (mode == MC_MATCH_EITHER)
		mode = mc_is_bare(text, length) ? MC_MATCH_LOOSE : MC_MATCH_TYPED;
	return (mc_search){.query = query,
					   .mode = mode,
					   .may_skip = mode != MC_MATCH_FUZZY && query->n_syllables > 0 &&
								   mc_free_i_at(&query->typed[0]) != 0,
					   .walk = mc_syllables_of(text, length)};
}

/*
 * Return the subset of `candidates`, bits of one 64-bit word of the query, whose syllables match
 * `written`.
 */
static uint64_t
still_matched(mc_query *query, mc_match_mode mode, size_t word, uint64_t candidates,
			  const mc_syllable *written)
{
	uint64_t found = 0;

	for (; candidates != 0; candidates &= candidates - 1)
	{
		int bit = __builtin_ctzll(candidates);
		size_t at = word * WORD_BITS + (size_t) bit;

		if (at >= query->n_syllables)
			break;
		if (syllable_found(query, mode, at, written))
			found |= UINT64_C(1) << bit;
		if (++query->n_comparisons >= COMPARISONS_PER_CHECK && query->check_for_interrupts != NULL)
		{
			query->n_comparisons = 0;
			query->check_for_interrupts();
		}
	}
	return found;
}

/* Read one more syllable of the text. Return true if the whole query is matched with it. */
static bool
advance(mc_search *search, const mc_syllable *written)
{
	mc_query *query = search->query;
	uint64_t carry = 1;
	uint64_t any = 0;
	size_t last = query->n_syllables - 1;

	for (size_t word = 0; word < query->n_words; word++)
	{
		uint64_t before = query->matched[word];

		query->matched[word] =
			still_matched(query, search->mode, word, before << 1 | carry, written);
		carry = before >> (WORD_BITS - 1);
		any |= query->matched[word];
	}
	search->active = any != 0;
	return (query->matched[last / WORD_BITS] >> last % WORD_BITS & 1) != 0;
}

/*
 * Remember where a syllable begins. Afterwards starts[ring_at] holds the oldest start in the ring,
 * which is where a query that ends with this syllable begins.
 */
static void
note_start(mc_search *search, size_t start)
{
	search->query->starts[search->ring_at] = start;
	search->ring_at = search->ring_at + 1 == search->query->n_syllables ? 0 : search->ring_at + 1;
	search->n_seen++;
}

/* Store the place that ends with a syllable, and forget all partial matches. */
static void
report(mc_search *search, const mc_syllable *last, mc_found *found)
{
	mc_query *query = search->query;

	found->start = query->starts[search->ring_at];
	found->end = last->end;
	found->before = search->n_seen - query->n_syllables;
	found->whole = last->n_letters <= query->typed[query->n_syllables - 1].n_letters;
	memset(query->matched, 0, query->n_words * sizeof(uint64_t));
	search->active = false;
}

bool
mc_find_next(mc_search *search, mc_found *found)
{
	mc_query *query = search->query;
	mc_syllable written;

	if (query->n_syllables == 0)
		return false;
	for (;;)
	{
		if (!search->active && search->may_skip &&
			!skip_to_letter(search, MC_BASE(query->typed[0].letters[0])))
			return false;
		if (!mc_next_syllable(&search->walk, &written))
			return false;
		note_start(search, written.start);
		if (advance(search, &written))
		{
			report(search, &written, found);
			return true;
		}
	}
}

bool
mc_matches(mc_query *query, mc_match_mode mode, const char *text, size_t length)
{
	mc_search search = mc_search_for(query, mode, text, length);
	mc_found found;

	return query->n_syllables == 0 || mc_find_next(&search, &found);
}

/* ---- rank ---- */

/*
 * Return how strict the strictest mode is that finds the query, from 5 for MC_MATCH_SAME to 1 for
 * MC_MATCH_FUZZY, and store the first place that it finds. Return 0 if no mode finds the query.
 */
static int
strictness(mc_query *query, const char *text, size_t length, mc_found *found)
{
	for (mc_match_mode mode = MC_MATCH_SAME; mode <= MC_MATCH_FUZZY; mode++)
	{
		mc_search search = mc_search_for(query, mode, text, length);

		if (mc_find_next(&search, found))
			return MC_MATCH_FUZZY + 1 - (int) mode;
	}
	return 0;
}

double
mc_rank(mc_query *query, const char *text, size_t length)
{
	mc_found found = {.whole = true};
	int strict =
		query->n_syllables == 0 ? MC_MATCH_FUZZY + 1 : strictness(query, text, length, &found);
	double others;

	if (strict == 0)
		return 0;
	others =
		(double) (count_syllables(text, length) - query->n_syllables) + (found.whole ? 0 : 0.5);
	return 0.2 * (strict - 1) + (found.before == 0 ? 0.1 : 0) + 0.1 / (1 + others);
}

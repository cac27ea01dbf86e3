/*
 * Searching a text for a query. A query is found where its syllables match consecutive syllables
 * of the text; the last syllable of the query may be only the beginning of one. The mode says what
 * "match" means, and each mode finds at least what the modes before it find, apart from marks in
 * typing errors. A query without syllables is found in every text, but at no place. The SQL
 * operators and functions of src/search/vi_match_sql.c call this.
 */
#ifndef MC_VI_MATCH_H
#define MC_VI_MATCH_H

#include "core/search/vi_syllable.h"

/* When a syllable of a query matches a syllable of a text, from strict to lenient. */
typedef enum mc_match_mode
{
	MC_MATCH_SAME, /* both have exactly the same marks */
	MC_MATCH_TYPED, /* every typed mark is written; a letter typed without a mark matches any */
	MC_MATCH_EITHER, /* like TYPED; in a text that is written without any mark, like LOOSE */
	MC_MATCH_LOOSE, /* marks are ignored */
	MC_MATCH_FUZZY /* like TYPED; a syllable may also be a typing error away, see vi_typo.h */
} mc_match_mode;

/* A query that has been read, with the state of one search for it. */
typedef struct mc_query
{
	size_t n_syllables;
	mc_syllable *typed;
	mc_syllable *bare; /* the same syllables without their marks */
	uint64_t *matched; /* bit k: the last k + 1 syllables read match the query's first k + 1 */
	size_t n_words; /* number of words of `matched` */
	size_t *starts; /* a ring of the byte offsets of the last n_syllables syllables read */
	void (*check_for_interrupts)(void); /* called regularly in long searches; may be NULL */
	uint32_t n_comparisons; /* comparisons of syllables since that call */
} mc_query;

/* A place where a query was found. */
typedef struct mc_found
{
	size_t start; /* byte offset of the first syllable */
	size_t end; /* byte offset behind the last syllable, even if only its beginning was typed */
	size_t before; /* number of syllables of the text before this place */
	bool whole; /* true if the last syllable was typed as a whole */
} mc_found;

/* A walk over the places of a query in a text, from left to right and without overlaps. */
typedef struct mc_search
{
	mc_query *query;
	mc_match_mode mode;
	bool may_skip; /* true if only syllables with the query's first letter can begin a place */
	mc_syllables walk;
	size_t n_seen; /* number of syllables read */
	size_t ring_at; /* index in query->starts of the next syllable */
	bool active; /* true if the last syllables read match some beginning of the query */
} mc_search;

/* Return the bytes that mc_read_query needs for a text, at most some 200 for each of its bytes. */
size_t mc_query_size(const char *text, size_t length);

/*
 * Read a query from a text. The query lives in `scratch`, which must have mc_query_size bytes and
 * be aligned for any type, and which the caller frees when the query is no longer needed.
 */
void mc_read_query(mc_query *query, const char *text, size_t length, void *scratch);

/*
 * Start a search for a query in a text; the query and the text must outlive the search. A query
 * can be in only one search at a time.
 */
mc_search mc_search_for(mc_query *query, mc_match_mode mode, const char *text, size_t length);

/* Store the next place of the query. Return false if there are no more. */
bool mc_find_next(mc_search *search, mc_found *found);

/* True if no syllable of a text has a mark, as in a register that is typed without marks. */
bool mc_is_bare(const char *text, size_t length);

/* True if the query is found in the text. */
bool mc_matches(mc_query *query, mc_match_mode mode, const char *text, size_t length);

/*
 * Return how well a query is found in a text, from 0 if it is not found to 1 if the text is the
 * query. The strictest mode that finds the query counts most; then a place at the beginning of the
 * text is better than one inside; then a text with fewer other syllables is better.
 */
double mc_rank(mc_query *query, const char *text, size_t length);

#endif

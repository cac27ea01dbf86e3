/*
 * Search for a query in a text: the query's syllables match consecutive syllables of the
 * text, the last of them perhaps only its beginning. What "match" means is the mode; each
 * finds what the ones before it find (a typo's marks excepted). A query without a syllable
 * is found in every text, at no place.
 */
#ifndef MC_VI_MATCH_H
#define MC_VI_MATCH_H

#include "core/search/vi_syllable.h"

typedef enum mc_match_mode
{
	MC_MATCH_SAME, /* the very marks that are typed, no more and no fewer */
	MC_MATCH_TYPED, /* typed marks are written; marks not typed match any */
	MC_MATCH_EITHER, /* as typed, and a syllable written without any mark matches all its spellings */
	MC_MATCH_LOOSE, /* marks count for nothing */
	MC_MATCH_FUZZY /* as typed, and a syllable may be a typing error away: see vi_typo.h */
} mc_match_mode;

typedef struct mc_query
{
	size_t n_syllables;
	mc_syllable *typed;
	mc_syllable *bare; /* the same without their marks */
	uint64_t *
		matched; /* bit k: the last k + 1 syllables of the text match the first k + 1 of the query */
	size_t n_words; /* of it */
	size_t *starts; /* of the last n_syllables syllables of the text, in a ring */
	void (*breathe)(void); /* called now and then in long searches; may be NULL */
	uint32_t work; /* since it was called */
} mc_query;

/* A place where a query was found. */
typedef struct mc_found
{
	size_t start; /* in bytes */
	size_t end; /* behind the last syllable, also where only its beginning was typed */
	size_t before; /* syllables of the text before it */
	bool whole; /* the last syllable was typed to its end */
} mc_found;

/* A walk over the places, from left to right and apart from each other. */
typedef struct mc_search
{
	mc_query *query;
	mc_match_mode mode;
	mc_syllables walk;
	size_t n_seen; /* syllables of the text */
	size_t ring_at; /* where in starts the next one goes */
	bool active; /* some beginning of the query is matched */
} mc_search;

/* The scratch that a query takes to be read; at most some 200 bytes for one byte of text. */
size_t mc_query_size(const char *text, size_t length);

/* Reads a query into the scratch, aligned for any type, which it then lives in. */
void mc_read_query(mc_query *query, const char *text, size_t length, void *scratch);

/* A query is searched for in one text at a time. */
mc_search mc_search_for(mc_query *query, mc_match_mode mode, const char *text, size_t length);

bool mc_find_next(mc_search *search, mc_found *found);

bool mc_matches(mc_query *query, mc_match_mode mode, const char *text, size_t length);

/*
 * How well a query is found in a text, 0 when it is not, 1 when the text is the query. First
 * by the strictest mode that finds it, then at the beginning of the text before inside, then by
 * how little else there is.
 */
double mc_rank(mc_query *query, const char *text, size_t length);

#endif

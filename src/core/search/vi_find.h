/*
 * This header declares how rows are found by words in any order. It defines what the SQL function
 * vi_find and its operator class vi_word_ops mean. A text has keys, and a query has groups of keys. A text is found if it has at
 * least one key of every group. The relation is defined on these two texts alone, so an index that
 * stores the keys gives exactly what a scan gives. Marks never exclude a text; mc_find_rank orders
 * by them.
 *
 * The first byte of a key states its kind. A word has its base letters, with i for a y that may be
 * written either way, and numbers have no leading zeros. Words that an apostrophe joins also have
 * the joined word, and an abbreviation also has the words that it stands for. '=' is followed by
 * all letters of a short text (nguyenvana), '^' by its initials (nva), '#' by the letters and
 * digits of a number or code of at least six digits, and '~' by the same in reverse, so that the
 * last digits are the beginning of a key.
 *
 * A search with errors also takes, for a word of at least three letters a to z, every word that is
 * near it (vi_near.h). An index finds these words among its own keys, so errors in the texts are
 * found like errors in the query.
 */
#ifndef MC_VI_FIND_H
#define MC_VI_FIND_H

#include "core/search/vi_keys.h"

#define MC_FIND_KEY_BYTES (MC_SYLLABLE_KEY_BYTES + 1) /* most bytes of a key */
#define MC_FIND_GROUPS 32 /* groups of a query; further words of the query are ignored */
#define MC_FIND_CHOICES 12 /* most keys of a group */

/* Which keys serve a choice. */
typedef enum mc_find_kind
{
	MC_FIND_WHOLE, /* the key itself */
	MC_FIND_PREFIX, /* every key that begins with it */
	MC_FIND_NEAR /* every word near the one that stands behind MC_NEAR_MARK in the key */
} mc_find_kind;

/* The beginning of keys of MC_FIND_NEAR. All words of two letters sort behind it. */
#define MC_NEAR_MARK "a"
#define MC_NEAR_MARK_BYTES 2 /* with the NUL behind it, which no other key has */

/* A key that a query asks for. Alternatives in the same group serve each other's purpose. */
typedef struct mc_find_choice
{
	char key[MC_FIND_KEY_BYTES];
	uint8_t length;
	uint8_t group;
	uint8_t kind; /* mc_find_kind */
} mc_find_choice;

/* A query that has been read. */
typedef struct mc_find_query
{
	int n_groups; /* 0 for a query without words, which finds every text */
	int n_choices;
	mc_find_choice choices[MC_FIND_GROUPS * MC_FIND_CHOICES]; /* group by group */
	mc_syllable typed[MC_FIND_GROUPS]; /* the word of each group, for the rank */
} mc_find_query;

/* Receive a key, which is valid only during the call. A key may come more than once. */
typedef void (*mc_find_key_callback)(const char *key, size_t length, void *arg);

/* Call back with each key of one text, such as one column of a row. */
void mc_find_keys(const char *text, size_t length, mc_find_key_callback callback, void *arg);

/*
 * Read a query. Its last word may be only begun, unless a blank stands behind it. A word that is no
 * possible syllable, but is one as keystrokes of Telex or VNI, is looked for as both. With
 * `errors`, words near the typed ones are found, too.
 */
void mc_read_find_query(mc_find_query *query, const char *text, size_t length, bool errors);

/*
 * Return the bits of the groups that a text satisfies; words near the typed ones count only with
 * `errors`, and only if the query was read so. A row of several texts is found if the bits
 * of all its texts together are mc_find_all.
 */
uint32_t mc_find_groups_in(const mc_find_query *query, const char *text, size_t length,
						   bool errors);

/* Return the bits of all groups of a query. */
static inline uint32_t
mc_find_all(const mc_find_query *query)
{
	return query->n_groups == MC_FIND_GROUPS ? UINT32_MAX : (UINT32_C(1) << query->n_groups) - 1;
}

/*
 * Write the key of a word and return its bytes, at most MC_SYLLABLE_KEY_BYTES. A y that ends a word
 * and may be an i is i; an i inside uinh, uich and uit is y, because a beginning is typed so.
 */
size_t mc_find_word_key(const mc_syllable *word, char *out);

/* True if a key serves a choice. */
bool mc_find_suffices(const mc_find_choice *choice, const char *key, size_t length);

/*
 * Compare a stored key with the key of a choice of MC_FIND_PREFIX or MC_FIND_NEAR, for a walk over
 * ascending keys that begins at the latter. Return 0 if the stored key serves the choice, 1 if no
 * further key can, and -1 otherwise.
 */
int mc_find_compare(const char *asked, size_t n, const char *stored, size_t m);

/* One text of a row. */
typedef struct mc_find_text
{
	const char *text;
	size_t length;
} mc_find_text;

/*
 * Return how well a row of `count` texts answers a query: 0 if it is not found, else more than 0
 * and at most 1. A row found without errors has more than 0.5, and fewer errors always have more:
 * words that sound alike are half an error. Then the marks of the words count most (as typed, more
 * than typed, hỏi for ngã, none in the text, others), then words in the order and neighbourhood of
 * the query, then words in earlier texts, then whole words before begun ones, then the beginning
 * of a text, then fewer other words.
 */
double mc_find_rank(const mc_find_query *query, const mc_find_text *texts, int count);

#endif

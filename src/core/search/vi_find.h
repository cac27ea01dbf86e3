/*
 * Finding a row by words in any order: what the SQL function vi_find and its operator class
 * vi_word_ops mean. A text has keys, and a query has groups of keys. A text is found if it has at
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
 */
#ifndef MC_VI_FIND_H
#define MC_VI_FIND_H

#include "core/search/vi_keys.h"

#define MC_FIND_KEY_BYTES (MC_SYLLABLE_KEY_BYTES + 1) /* most bytes of a key */
#define MC_FIND_GROUPS 32 /* groups of a query; further words of the query are ignored */
#define MC_FIND_CHOICES 12 /* most keys of a group */

/* A key that a query asks for. Alternatives in the same group serve each other's purpose. */
typedef struct mc_find_choice
{
	char key[MC_FIND_KEY_BYTES];
	uint8_t length;
	uint8_t group;
	bool is_prefix; /* any key that begins with this one suffices */
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
 * possible syllable, but is one as keystrokes of Telex or VNI, is looked for as both.
 */
void mc_read_find_query(mc_find_query *query, const char *text, size_t length);

/*
 * Return the bits of the groups that a text satisfies. A row of several texts is found if the bits
 * of all its texts together are mc_find_all.
 */
uint32_t mc_find_groups_in(const mc_find_query *query, const char *text, size_t length);

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

/* True if a key is the one that a choice asks for. */
bool mc_find_suffices(const mc_find_choice *choice, const char *key, size_t length);

/* One text of a row. */
typedef struct mc_find_text
{
	const char *text;
	size_t length;
} mc_find_text;

/*
 * Return how well a row of `count` texts answers a query: 0 if it is not found, else more than 0
 * and at most 1. The marks of the words count most (as typed, more than typed, none in the text,
 * others), then words in earlier texts, then words in the order and neighbourhood of the query,
 * then whole words before begun ones, then the beginning of a text, then fewer other words.
 */
double mc_find_rank(const mc_find_query *query, const mc_find_text *texts, int count);

#endif

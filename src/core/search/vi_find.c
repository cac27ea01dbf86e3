/*
 * This file makes the keys of texts and queries for vi_find. The glue in src/search/vi_find_sql.c
 * calls it.
 */
#include "core/search/vi_find.h"

#include <string.h>

#include "core/search/vi_abbreviation.h"
#include "core/search/vi_compound.h"
#include "core/search/vi_keystrokes.h"
#include "core/search/vi_near.h"

#define SHORT_TEXT_WORDS 6 /* most words of a text that has the keys = and ^ */
#define NUMBER_DIGITS 6 /* fewest letters and digits of a number or code with the keys # and ~ */
#define TYPED_DIGITS 4 /* fewest letters and digits typed of such a number */

/* ---- the keys of words ---- */

static bool
is_digit_letter(uint32_t letter)
{
	return letter >= '0' && letter <= '9';
}

/* Return the number of digits among the letters of a syllable. */
static int
count_digits(const mc_syllable *word)
{
	int digits = 0;

	for (int at = 0; at < word->n_letters; at++)
		digits += is_digit_letter(word->letters[at]);
	return digits;
}

size_t
mc_find_word_key(const mc_syllable *word, char *out)
{
	mc_syllable plain = *word;
	int free = mc_free_i_at(word);
	int zeros = 0;

	if (free >= 0)
		plain.letters[free] = free == word->n_letters - 1 ? 'i' : 'y';
	if (count_digits(word) == word->n_letters)
		while (zeros < word->n_letters - 1 && word->letters[zeros] == '0')
			zeros++;
	plain.n_letters = (uint8_t) (word->n_letters - zeros);
	memmove(plain.letters, plain.letters + zeros, plain.n_letters * sizeof(plain.letters[0]));
	return mc_syllable_base(&plain, out);
}

/* A key that grows; what does not fit is left out, and then `full` is true. */
typedef struct growing_key
{
	char bytes[MC_FIND_KEY_BYTES];
	size_t length;
	bool full;
} growing_key;

static growing_key
new_key(char kind)
{
	growing_key key = {.bytes = {kind}, .length = kind == '\0' ? 0 : 1};

	return key;
}

static void
append(growing_key *key, const char *bytes, size_t length)
{
	if (key->full || key->length + length > sizeof(key->bytes))
	{
		key->full = true;
		return;
	}
	memcpy(key->bytes + key->length, bytes, length);
	key->length += length;
}

/* Append all letters of a word, with i for every y. */
static void
append_word(growing_key *key, const mc_syllable *word)
{
	char letters[MC_SYLLABLE_KEY_BYTES];

	append(key, letters, mc_syllable_key(word, letters));
}

/* Append the letters and digits of a number or code; a telephone number begins with 0. */
static void
append_code(growing_key *key, const char *text, size_t length)
{
	char digits[MC_PHONE_DIGITS];
	char letters[MC_SYLLABLE_KEY_BYTES];
	size_t phone = mc_phone_digits(text, length, digits);
	mc_syllables walk = mc_syllables_of(text, length);
	mc_syllable part;

	if (phone > 0)
		append(key, digits, phone);
	else
		while (mc_next_syllable(&walk, &part))
			append(key, letters, mc_syllable_base(&part, letters));
}

/* Return the key of kind ~ for a key of kind #, or of a single word. The letters must be ASCII. */
static growing_key
reversed(const growing_key *key)
{
	growing_key back = new_key('~');

	for (size_t at = key->length; at > 1; at--)
		append(&back, &key->bytes[at - 1], 1);
	return back;
}

/* True if a key of kind # has at least `fewest` letters and digits and one digit, all in ASCII. */
static bool
is_code_key(const growing_key *key, size_t fewest)
{
	bool digit = false;

	for (size_t at = 1; at < key->length; at++)
	{
		if ((unsigned char) key->bytes[at] >= 0x80)
			return false;
		digit = digit || is_digit_letter((unsigned char) key->bytes[at]);
	}
	return digit && !key->full && key->length > fewest;
}

/* ---- reading words ---- */

/* True if the text between two words is a single apostrophe: ' ’ ʼ ‘. */
static bool
is_apostrophe(const char *gap, size_t length)
{
	return (length == 1 && *gap == '\'') || (length == 2 && memcmp(gap, "\xCA\xBC", 2) == 0) ||
		   (length == 3 &&
			(memcmp(gap, "\xE2\x80\x99", 3) == 0 || memcmp(gap, "\xE2\x80\x98", 3) == 0));
}

/* A walk over the tokens of a text that knows the next token. */
typedef struct reader
{
	mc_tokens walk;
	mc_token ahead;
	bool more;
} reader;

static reader
reader_of(const char *text, size_t length)
{
	reader read = {.walk = mc_tokens_of(text, length)};

	read.more = mc_next_token(&read.walk, &read.ahead);
	return read;
}

/* Store the next token that is not blank, and what stands before it. Return false at the end. */
static bool
next_token(reader *read, mc_token *token, mc_token *blank)
{
	*blank =
		(mc_token){.kind = MC_TOKEN_BLANK, .start = read->ahead.start, .end = read->ahead.start};
	for (; read->more && read->ahead.kind == MC_TOKEN_BLANK;
		 read->more = mc_next_token(&read->walk, &read->ahead))
		blank->end = read->ahead.end;
	if (!read->more)
		return false;
	*token = read->ahead;
	read->more = mc_next_token(&read->walk, &read->ahead);
	return true;
}

/* ---- the keys of a text ---- */

/* A walk that gives the keys of one text. */
typedef struct text_keys
{
	const char *text;
	mc_find_key_callback callback;
	void *arg;
	int n_words;
	growing_key all; /* kind = */
	growing_key initials; /* kind ^ */
	growing_key joined; /* words that apostrophes join */
	int n_joined;
} text_keys;

static void
give(const text_keys *keys, const growing_key *key)
{
	if (key->length > 0 && !key->full)
		keys->callback(key->bytes, key->length, keys->arg);
}

static void
give_word(const text_keys *keys, const mc_syllable *word)
{
	char key[MC_SYLLABLE_KEY_BYTES];

	keys->callback(key, mc_find_word_key(word, key), keys->arg);
}

/* Note a word for the keys of the whole text. */
static void
note_word(text_keys *keys, const mc_syllable *word)
{
	mc_syllable first = *word;

	keys->n_words++;
	append_word(&keys->all, word);
	first.n_letters = 1;
	append_word(&keys->initials, &first);
	append_word(&keys->joined, word);
}

/* Give the keys # and ~ of a number or code. A code is found from its first letter on, too. */
static void
give_code(const text_keys *keys, const char *code, size_t length)
{
	growing_key key = new_key('#');
	growing_key back;
	growing_key rest = new_key('#');
	size_t letter = 1;

	append_code(&key, code, length);
	if (!is_code_key(&key, NUMBER_DIGITS))
		return;
	give(keys, &key);
	back = reversed(&key);
	give(keys, &back);
	while (letter < key.length && is_digit_letter((unsigned char) key.bytes[letter]))
		letter++;
	append(&rest, key.bytes + letter, key.length - letter);
	if (letter > 1 && is_code_key(&rest, NUMBER_DIGITS))
		give(keys, &rest);
}

static void
give_meaning(const text_keys *keys, const mc_syllable *abbreviation)
{
	const mc_abbreviation *known = mc_find_abbreviation(abbreviation);
	mc_syllables walk = mc_syllables_of(known->meaning, strlen(known->meaning));
	mc_syllable word;

	while (mc_next_syllable(&walk, &word))
		give_word(keys, &word);
}

static void
give_token(text_keys *keys, const mc_token *token)
{
	const char *start = keys->text + token->start;
	mc_syllables walk = mc_syllables_of(start, token->end - token->start);
	mc_syllable word;

	while (mc_next_syllable(&walk, &word))
	{
		give_word(keys, &word);
		note_word(keys, &word);
		if (token->kind == MC_TOKEN_ABBREVIATION)
			give_meaning(keys, &word);
	}
	if (token->kind != MC_TOKEN_EMAIL && token->kind != MC_TOKEN_URL)
		give_code(keys, start, token->end - token->start);
}

/* End a run of words that apostrophes join, and give the joined word. */
static void
end_run(text_keys *keys)
{
	if (keys->n_joined > 1)
		give(keys, &keys->joined);
	keys->joined = new_key('\0');
	keys->n_joined = 0;
}

void
mc_find_keys(const char *text, size_t length, mc_find_key_callback callback, void *arg)
{
	text_keys keys = {.text = text, .callback = callback, .arg = arg};
	reader read = reader_of(text, length);
	mc_token token;
	mc_token blank;

	keys.all = new_key('=');
	keys.initials = new_key('^');
	while (next_token(&read, &token, &blank))
	{
		if (!is_apostrophe(text + blank.start, blank.end - blank.start))
			end_run(&keys);
		keys.n_joined++;
		give_token(&keys, &token);
	}
	end_run(&keys);
	if (keys.n_words < 2 || keys.n_words > SHORT_TEXT_WORDS)
		return;
	give(&keys, &keys.all);
	give(&keys, &keys.initials);
}

/* ---- the groups of a query ---- */

/* A walk that reads a query. */
typedef struct query_reader
{
	mc_find_query *query;
	const char *text;
	bool begun; /* true if the present word is the last one and may be only begun */
	bool alone; /* true if the query is one word */
	bool errors; /* true if near words are found, too */
	growing_key numbers; /* kind #: all digits, if the query has nothing but digits */
} query_reader;

/* Add a key to the present group. */
static void
choose(query_reader *read, const char *key, size_t length, mc_find_kind kind)
{
	mc_find_query *query = read->query;
	mc_find_choice *choice;

	if (length == 0 || query->n_choices >= (query->n_groups + 1) * MC_FIND_CHOICES)
		return;
	choice = &query->choices[query->n_choices++];
	memcpy(choice->key, key, length);
	choice->length = (uint8_t) length;
	choice->group = (uint8_t) query->n_groups;
	choice->kind = (uint8_t) kind;
}

static void
choose_key(query_reader *read, const growing_key *key, bool is_prefix)
{
	if (!key->full)
		choose(read, key->bytes, key->length, is_prefix ? MC_FIND_PREFIX : MC_FIND_WHOLE);
}

/* Choose the words near a word, unless it is short or has other letters than a to z. */
static void
choose_near(query_reader *read, const char *word, size_t length)
{
	growing_key key = new_key('\0');

	if (!read->errors || length < MC_NEAR_LETTERS)
		return;
	for (size_t at = 0; at < length; at++)
		if (word[at] < 'a' || word[at] > 'z')
			return;
	append(&key, MC_NEAR_MARK, MC_NEAR_MARK_BYTES);
	append(&key, word, length);
	if (!key.full)
		choose(read, key.bytes, key.length, MC_FIND_NEAR);
}

/*
 * Choose a word. A begun word that ends in y is either the word with i, or the beginning of one
 * with y.
 */
static void
choose_word(query_reader *read, const mc_syllable *word, bool begun)
{
	char key[MC_SYLLABLE_KEY_BYTES];
	size_t length = mc_find_word_key(word, key);
	int last = word->n_letters - 1;

	choose_near(read, key, length);
	if (!begun || word->letters[last] != 'y' || mc_free_i_at(word) != last)
	{
		choose(read, key, length, begun ? MC_FIND_PREFIX : MC_FIND_WHOLE);
		return;
	}
	choose(read, key, length, MC_FIND_WHOLE);
	key[length - 1] = 'y';
	choose(read, key, length, MC_FIND_PREFIX);
}

/* Choose what the keystrokes of a word mean, if it is no word as it stands. */
static void
choose_keystrokes(query_reader *read, const mc_syllable *word)
{
	mc_syllable meant;

	if (mc_read_keystrokes(word, &meant))
		choose_word(read, &meant, read->begun);
}

/* Choose the numbers and codes that begin or end with a word. */
static void
choose_code(query_reader *read, const char *start, size_t length)
{
	growing_key code = new_key('#');
	growing_key back;

	append_code(&code, start, length);
	if (!is_code_key(&code, TYPED_DIGITS - 1))
		return;
	choose_key(read, &code, true);
	back = reversed(&code);
	choose_key(read, &back, true);
}

/* Choose the texts whose letters or initials are a word, which is the whole query. */
static void
choose_joined(query_reader *read, const mc_syllable *word)
{
	growing_key key = new_key('=');

	append_word(&key, word);
	if (word->n_letters > 1)
	{
		choose_key(read, &key, read->begun);
		key.bytes[0] = '^';
		choose_key(read, &key, false);
	}
}

/* End a group, whose word is `word` for the rank. Return false if the query has no more room. */
static bool
end_group(query_reader *read, const mc_syllable *word)
{
	if (!read->numbers.full)
		choose_key(read, &read->numbers, true);
	read->query->typed[read->query->n_groups++] = *word;
	return read->query->n_groups < MC_FIND_GROUPS;
}

/* Add a group for each word of what an abbreviation means: the abbreviation or that word. */
static bool
read_abbreviation(query_reader *read, const mc_syllable *typed)
{
	const mc_abbreviation *known = mc_find_abbreviation(typed);
	mc_syllables walk = mc_syllables_of(known->meaning, strlen(known->meaning));
	mc_syllable word;
	bool room = true;

	while (room && mc_next_syllable(&walk, &word))
	{
		choose_word(read, typed, false);
		choose_word(read, &word, false);
		room = end_group(read, typed);
	}
	return room;
}

/* Add a group for each word of a token. `joined` is the word with apostrophes it belongs to. */
static bool
read_token(query_reader *read, const mc_token *token, const growing_key *joined)
{
	const char *start = read->text + token->start;
	size_t length = token->end - token->start;
	mc_syllables walk = mc_syllables_of(start, length);
	mc_syllables ahead;
	mc_syllable word;
	mc_syllable next;
	bool room = true;

	while (room && mc_next_syllable(&walk, &word))
	{
		bool begun = read->begun;

		if (token->kind == MC_TOKEN_ABBREVIATION)
			return read_abbreviation(read, &word);
		ahead = walk;
		if (mc_next_syllable(&ahead, &next))
			read->begun = false;
		choose_word(read, &word, read->begun);
		choose_keystrokes(read, &word);
		choose_code(read, start, length);
		choose_key(read, joined, read->begun);
		if (read->alone)
			choose_joined(read, &word);
		room = end_group(read, &word);
		read->begun = begun;
	}
	return room;
}

/* Return all digits of a query that has nothing but digits and separators; else it is full. */
static growing_key
digits_of(const char *text, size_t length)
{
	growing_key key = new_key('#');
	mc_syllables walk = mc_syllables_of(text, length);
	mc_syllable part;

	append_code(&key, text, length);
	while (mc_next_syllable(&walk, &part))
		key.full = key.full || count_digits(&part) < part.n_letters;
	key.full = key.full || key.length <= TYPED_DIGITS;
	return key;
}

/* Return the word that apostrophes join to the token, or an empty key if there is none. */
static growing_key
joined_with(const reader *at, const char *text, const mc_token *first)
{
	reader read = *at;
	growing_key joined = new_key('\0');
	mc_token token = *first;
	mc_token blank;
	int count = 0;

	do
	{
		mc_syllables walk = mc_syllables_of(text + token.start, token.end - token.start);
		mc_syllable word;

		count++;
		while (mc_next_syllable(&walk, &word))
			append_word(&joined, &word);
	} while (next_token(&read, &token, &blank) &&
			 is_apostrophe(text + blank.start, blank.end - blank.start));
	return count > 1 ? joined : new_key('\0');
}

static bool
is_one_word(const char *text, size_t length)
{
	mc_syllables walk = mc_syllables_of(text, length);
	mc_syllable word;

	return mc_next_syllable(&walk, &word) && !mc_next_syllable(&walk, &word);
}

void
mc_read_find_query(mc_find_query *query, const char *text, size_t length, bool errors)
{
	query_reader reading = {.query = query,
							.text = text,
							.alone = is_one_word(text, length),
							.errors = errors,
							.numbers = digits_of(text, length)};
	reader read = reader_of(text, length);
	bool ended = length > 0 && text[length - 1] == ' ';
	growing_key joined = new_key('\0');
	mc_token token;
	mc_token blank;

	query->n_groups = 0;
	query->n_choices = 0;
	while (next_token(&read, &token, &blank))
	{
		reader ahead = read;
		mc_token next;

		if (!is_apostrophe(text + blank.start, blank.end - blank.start))
			joined = joined_with(&read, text, &token);
		reading.begun = !ended && !next_token(&ahead, &next, &blank);
		if (!read_token(&reading, &token, &joined))
			break;
	}
}

/*
 * This header declares how the text of a time limit is read as a sequence of symbols. time_limit.c
 * and number_words.c use it. Case and Vietnamese marks (NFC or NFD) are removed, and every white
 * space becomes ' '. Invalid UTF-8 and the letters of other languages become MC_OTHER. No function
 * reads beyond the end of the source.
 */
#ifndef MC_LIMIT_TEXT_H
#define MC_LIMIT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The text that is read, which need not end with a NUL. */
typedef struct mc_source
{
	const char *text;
	size_t length;
} mc_source;

/* A symbol is a printable ASCII character or one of these values. */
enum
{
	MC_END = -1, /* the end of the source */
	MC_OTHER = -2, /* anything that no limit contains, or invalid UTF-8 */
	MC_MARK = -3, /* a combining Vietnamese mark without a letter before it */
	MC_HALF = -4, /* the characters ½, ¼ and ¾ */
	MC_QUARTER = -5,
	MC_THREE_QUARTERS = -6
};

/* True if the symbol is a letter. Symbols are lower case. */
static inline bool
mc_is_letter(int symbol)
{
	return symbol >= 'a' && symbol <= 'z';
}

/* True if the symbol is a decimal digit. */
static inline bool
mc_is_digit(int symbol)
{
	return symbol >= '0' && symbol <= '9';
}

/*
 * Return the symbol at a byte and store in *end where the next one begins. Combining marks belong
 * to the letter before them.
 */
int mc_symbol_at(mc_source s, size_t at, size_t *end);
/* Return the symbol at a byte. */
int mc_peek(mc_source s, size_t at);

/* Return the position of the first symbol, from a byte on, that is not white space. */
size_t mc_skip_space(mc_source s, size_t at);

/*
 * If the given words, which are folded, stand at *at as whole words, move *at behind them and
 * return true. A space in `words` matches any amount of white space.
 */
bool mc_skip_words(mc_source s, size_t *at, const char *words);

#endif

/*
 * The text of a time limit as symbols: case and Vietnamese marks (NFC or NFD) fall away,
 * every white space is ' '. Bytes that are no UTF-8, and letters of other languages, are
 * MC_OTHER. Nothing here looks beyond the length.
 */
#ifndef MC_LIMIT_TEXT_H
#define MC_LIMIT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct mc_source
{
	const char *text;
	size_t length;
} mc_source;

/* What a symbol can be beside printable ASCII. */
enum
{
	MC_END = -1,
	MC_OTHER = -2, /* no symbol of a limit, or no UTF-8 */
	MC_MARK = -3, /* a combining mark of Vietnamese with no letter before it */
	MC_HALF = -4, /* the signs of these fractions */
	MC_QUARTER = -5,
	MC_THREE_QUARTERS = -6
};

static inline bool
mc_is_letter(int symbol)
{
	return symbol >= 'a' && symbol <= 'z';
}

static inline bool
mc_is_digit(int symbol)
{
	return symbol >= '0' && symbol <= '9';
}

/* The symbol at a byte, and where the next begins: marks belong to the letter before them. */
int mc_symbol_at(mc_source s, size_t at, size_t *end);
int mc_peek(mc_source s, size_t at);

size_t mc_skip_space(mc_source s, size_t at);

/* Whether whole folded words stand at a byte; moves it behind them. A space in words is any white space. */
bool mc_skip_words(mc_source s, size_t *at, const char *words);

#endif

/* Splitting a text into tokens. The text search parser, src/search/vi_parser.c, calls this. */
#include "core/search/vi_token.h"

#include "core/base/utf8.h"
#include "core/search/vi_abbreviation.h"
#include "core/search/vi_compound.h"

#define ID_NUMBER_OLD 9
#define ID_NUMBER_NEW 12

/*
 * Return the offset at which the next token must end at the latest: the end of the text, or the
 * last boundary of code points that MC_TOKEN_BYTES allow.
 */
static size_t
window_end(const mc_tokens *walk)
{
	size_t end = walk->at + MC_TOKEN_BYTES;

	if (walk->end - walk->at <= MC_TOKEN_BYTES)
		return walk->end;
	for (int back = 0; back < 3 && ((unsigned char) walk->text[end] & 0xC0) == 0x80; back++)
		end--;
	return end;
}

static bool
begins_syllable(const char *text, size_t at, size_t end)
{
	const char *next = text + at;

	return mc_sign_of(mc_decode_utf8(&next, text + end)).n_letters > 0;
}

static bool
begins_phone(const char *text, size_t at, size_t end)
{
	return (text[at] == '+' || text[at] == '(') && mc_phone_end(text, at, end) > at;
}

/* Return the offset at which the blank token that begins here ends. */
static size_t
blank_end(const mc_tokens *walk, size_t window)
{
	const char *next = walk->text + walk->at;
	size_t at;

	do
	{
		(void) mc_decode_utf8(&next, walk->text + window);
		at = (size_t) (next - walk->text);
	} while (at < window && !begins_syllable(walk->text, at, walk->end) &&
			 !begins_phone(walk->text, at, walk->end));
	return at;
}

/* Return the kind of a plain token. */
static mc_token_kind
kind_of(const mc_syllable *syllable)
{
	int digits = 0;

	for (int at = 0; at < syllable->n_letters; at++)
	{
		uint32_t base = MC_BASE(syllable->letters[at]);

		if (base >= '0' && base <= '9')
			digits++;
		else if (base < 'a' || base > 'z')
			return MC_TOKEN_WORD;
	}
	if (digits < syllable->n_letters)
		return MC_TOKEN_SYLLABLE;
	return digits == ID_NUMBER_OLD || digits == ID_NUMBER_NEW ? MC_TOKEN_ID_NUMBER
															  : MC_TOKEN_NUMBER;
}

static bool
is_joiner_at(const mc_tokens *walk, size_t at)
{
	return at < walk->end && (walk->text[at] == '-' || walk->text[at] == '/');
}

/* True if a point, perhaps a blank and then a word stand at `at`. */
static bool
point_and_word_follow(const mc_tokens *walk, size_t at)
{
	const char *next;

	if (at >= walk->end || walk->text[at] != '.')
		return false;
	at++;
	if (at < walk->end && walk->text[at] == ' ')
		at++;
	next = walk->text + at;
	return at < walk->end &&
		   mc_sign_of(mc_decode_utf8(&next, walk->text + walk->end)).kind == MC_LATIN;
}

/*
 * True if a syllable is an abbreviation in this place. A syllable that a hyphen or a slash joins
 * to its neighbour, as in QĐ-UBND, is part of something else and no abbreviation.
 */
static bool
is_abbreviation(const mc_tokens *walk, const mc_syllable *syllable, size_t end)
{
	const mc_abbreviation *known = mc_find_abbreviation(syllable);

	return known != NULL && !(walk->at > 0 && is_joiner_at(walk, walk->at - 1)) &&
		   !is_joiner_at(walk, end) && (!known->wants_point || point_and_word_follow(walk, end));
}

/* Store the plain token that begins here. */
static void
take_syllable(const mc_tokens *walk, size_t window, mc_token *token)
{
	mc_syllables syllables = mc_syllables_of(walk->text + walk->at, window - walk->at);
	mc_syllable syllable;

	(void) mc_next_syllable(&syllables, &syllable);
	token->end = walk->at + syllable.end;
	token->kind =
		is_abbreviation(walk, &syllable, token->end) ? MC_TOKEN_ABBREVIATION : kind_of(&syllable);
}

bool
mc_next_token(mc_tokens *walk, mc_token *token)
{
	size_t window = window_end(walk);

	if (walk->at >= walk->end)
		return false;
	token->start = walk->at;
	token->end = mc_compound_end(walk->text, walk->at, walk->end, &token->kind);
	if (token->end == token->start)
	{
		if (begins_syllable(walk->text, walk->at, window))
			take_syllable(walk, window, token);
		else
		{
			token->kind = MC_TOKEN_BLANK;
			token->end = blank_end(walk, window);
		}
	}
	walk->at = token->end;
	return true;
}

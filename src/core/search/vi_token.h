/*
 * Tokens of a Vietnamese text, for the text search parser of the glue. A plain token is one
 * syllable, split exactly as vi_syllable.h splits. A compound token (a code, a document number, a
 * telephone number, an address of mail or web) consists of several syllables and of what stands
 * between them. A blank token is what lies between the others. The tokens lie end to end and cover
 * the whole text, whatever bytes it has. No token is longer than MC_TOKEN_BYTES; longer ones are
 * cut between two code points.
 */
#ifndef MC_VI_TOKEN_H
#define MC_VI_TOKEN_H

#include "core/search/vi_syllable.h"

#define MC_TOKEN_BYTES 1000

/*
 * The kinds of tokens. PostgreSQL's headline function (ts_headline) serves our parser too, and it
 * treats tokens by the numbers that the kinds of its own parser have: 12 is a blank, and tokens 5,
 * 7, 8, 13 to 17 and 20 to 23 are left out, replaced or never end an excerpt. So the numbers here
 * avoid all those but 12.
 */
typedef enum mc_token_kind
{
	MC_TOKEN_SYLLABLE = 1, /* Latin letters, perhaps with digits: Phú, H57, 3A */
	MC_TOKEN_WORD = 2, /* a word with letters of another script */
	MC_TOKEN_NUMBER = 3, /* digits alone */
	MC_TOKEN_EMAIL = 4,
	MC_TOKEN_URL = 6,
	MC_TOKEN_DOSSIER_CODE = 9,
	MC_TOKEN_AGENCY_CODE = 10,
	MC_TOKEN_PROCEDURE_CODE = 11,
	MC_TOKEN_BLANK = 12,
	MC_TOKEN_DOCUMENT_NUMBER = 18, /* 12/2021/QĐ-UBND, 766/QĐ-TTg */
	MC_TOKEN_PHONE = 19,
	MC_TOKEN_ID_NUMBER = 24, /* 9 or 12 digits, as personal identity numbers have */
	MC_TOKEN_ABBREVIATION = 25 /* an element of mc_abbreviations */
} mc_token_kind;

#define MC_TOKEN_KIND_LAST MC_TOKEN_ABBREVIATION

typedef struct mc_token
{
	mc_token_kind kind;
	size_t start; /* byte offsets in the text */
	size_t end;
} mc_token;

/* A walk over the tokens of a text. The text must outlive the walk. */
typedef struct mc_tokens
{
	const char *text;
	size_t at; /* byte offset of the next token */
	size_t end;
} mc_tokens;

/* Return a walk that stands before the first token of a text. */
static inline mc_tokens
mc_tokens_of(const char *text, size_t length)
{
	return (mc_tokens){.text = text, .end = length};
}

/* Store the next token. Return false if the text has no more tokens. */
bool mc_next_token(mc_tokens *walk, mc_token *token);

#endif

/*
 * Tokens of a Vietnamese text, for full text search. A plain token is a syllable, exactly as
 * vi_syllable.h splits; a compound one (a code, a document number, a telephone number, an
 * address of mail or web) is several syllables with what stands between them. Blanks are what
 * is left. Tokens lie end to end over the whole text, whatever its bytes, and none is longer
 * than MC_TOKEN_BYTES: longer runs are cut between two code points.
 */
#ifndef MC_VI_TOKEN_H
#define MC_VI_TOKEN_H

#include "core/search/vi_syllable.h"

#define MC_TOKEN_BYTES 1000

/*
 * PostgreSQL's own headline function serves our parser too, and knows its own kinds by number:
 * 12 is a blank; 5, 7, 8, 13 to 17 and 20 to 23 are left out, replaced or never end an excerpt.
 */
typedef enum mc_token_kind
{
	MC_TOKEN_SYLLABLE = 1, /* Latin letters, perhaps digits: Phú, H57, 3A */
	MC_TOKEN_WORD = 2, /* with letters of another script */
	MC_TOKEN_NUMBER = 3,
	MC_TOKEN_EMAIL = 4,
	MC_TOKEN_URL = 6,
	MC_TOKEN_DOSSIER_CODE = 9,
	MC_TOKEN_AGENCY_CODE = 10,
	MC_TOKEN_PROCEDURE_CODE = 11,
	MC_TOKEN_BLANK = 12,
	MC_TOKEN_DOCUMENT_NUMBER = 18, /* 12/2021/QĐ-UBND, 766/QĐ-TTg */
	MC_TOKEN_PHONE = 19,
	MC_TOKEN_ID_NUMBER = 24, /* 9 or 12 digits */
	MC_TOKEN_ABBREVIATION = 25
} mc_token_kind;

#define MC_TOKEN_KIND_LAST MC_TOKEN_ABBREVIATION

typedef struct mc_token
{
	mc_token_kind kind;
	size_t start;
	size_t end;
} mc_token;

/* A walk over the tokens of a text, which must outlive it. */
typedef struct mc_tokens
{
	const char *text;
	size_t at;
	size_t end;
} mc_tokens;

static inline mc_tokens
mc_tokens_of(const char *text, size_t length)
{
	return (mc_tokens){.text = text, .end = length};
}

/* The next token; false behind the last. */
bool mc_next_token(mc_tokens *walk, mc_token *token);

#endif

/*
 * This libFuzzer target splits any bytes into tokens. The tokens must lie end to end, have a known
 * kind and a limited length, be split where syllables are, and give lexemes that fit in a tsvector.
 */
#include <stdlib.h>
#include <string.h>

#include "core/base/utf8.h"
#include "core/codes/dossier_code.h"
#include "core/codes/procedure_code.h"
#include "core/search/vi_abbreviation.h"
#include "core/search/vi_lexeme.h"
#include "core/search/vi_token.h"
#include "fuzzing.h"

static void
must_be_utf8(const char *next, const char *end)
{
	while (next < end)
		must(mc_decode_utf8(&next, end) != 0xFFFD);
}

static void
take(mc_lexeme_sink *sink, const char *lexeme, size_t length, bool next_position, int variant)
{
	(void) sink;
	(void) next_position;
	(void) variant;
	must(length > 0 && length <= MC_LEXEME_BYTES);
	must_be_utf8(lexeme, lexeme + length);
}

static bool
is_code_of_kind(const char *text, size_t length, mc_token_kind kind)
{
	uint8_t bytes[32];
	mc_code_error error;

	switch (kind)
	{
		case MC_TOKEN_DOSSIER_CODE:
			return mc_read_dossier_code(text, length, bytes, &error) > 0;
		case MC_TOKEN_AGENCY_CODE:
			return mc_read_agency_code(text, length, bytes, &error) > 0;
		case MC_TOKEN_PROCEDURE_CODE:
			return mc_read_procedure_code(text, length, bytes, &error) > 0;
		default:
			return kind >= MC_TOKEN_SYLLABLE && kind <= MC_TOKEN_KIND_LAST;
	}
}

/*
 * Check that the syllables of the token are the next ones of the whole text. whole is NULL if the
 * text is long enough for a run to be cut, because then they may differ.
 */
static void
same_syllables(const char *text, const mc_token *token, mc_syllables *whole)
{
	mc_syllables inside = mc_syllables_of(text + token->start, token->end - token->start);
	mc_syllable mine;
	mc_syllable theirs;
	int count = 0;

	for (; mc_next_syllable(&inside, &mine); count++)
		if (whole != NULL)
		{
			must(mc_next_syllable(whole, &theirs));
			must(theirs.start == token->start + mine.start &&
				 theirs.end == token->start + mine.end);
		}
	must((count == 0) == (token->kind == MC_TOKEN_BLANK));
}

static void
lexemes(const char *token, size_t length)
{
	mc_lexeme_sink sink = {take};
	mc_syllables walk = mc_syllables_of(token, length);
	mc_syllable first;

	for (mc_forms forms = MC_FORMS_INDEX; forms <= MC_FORMS_FOLDED; forms++)
	{
		mc_put_token(token, length, forms, &sink);
		if (mc_next_syllable(&walk, &first))
			mc_put_abbreviation(&first, token, length, forms, &sink);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *) data;
	mc_tokens walk = mc_tokens_of(text, size);
	mc_syllables syllables = mc_syllables_of(text, size);
	mc_token token;
	size_t at = 0;

	while (mc_next_token(&walk, &token))
	{
		must(token.start == at && token.end > at && token.end <= size &&
			 token.end - token.start <= MC_TOKEN_BYTES);
		must(is_code_of_kind(text + token.start, token.end - token.start, token.kind));
		same_syllables(text, &token, size < MC_TOKEN_BYTES ? &syllables : NULL);
		lexemes(text + token.start, token.end - token.start);
		at = token.end;
	}
	must(at == size);
	lexemes(text, size);
	return 0;
}

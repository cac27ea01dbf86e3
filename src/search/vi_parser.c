/*
 * The text search parser: the functions that PostgreSQL calls to get the tokens of core/search one
 * at a time, and to get the list of their kinds.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "tsearch/ts_public.h"

#include "common/compat.h"
#include "core/search/vi_token.h"
#include "search/vi_text.h"

PG_FUNCTION_INFO_V1(motcua_vi_parser_start);
Datum
motcua_vi_parser_start(PG_FUNCTION_ARGS)
{
	mc_tokens *walk = palloc(sizeof(mc_tokens));

	motcua_require_utf8();
	*walk = mc_tokens_of((const char *) PG_GETARG_POINTER(0), (size_t) PG_GETARG_INT32(1));
	PG_RETURN_POINTER(walk);
}

PG_FUNCTION_INFO_V1(motcua_vi_parser_token);
Datum
motcua_vi_parser_token(PG_FUNCTION_ARGS)
{
	mc_tokens *walk = (mc_tokens *) PG_GETARG_POINTER(0);
	const char **start = (const char **) PG_GETARG_POINTER(1);
	int *length = (int *) PG_GETARG_POINTER(2);
	mc_token token;

	CHECK_FOR_INTERRUPTS();
	if (!mc_next_token(walk, &token))
		PG_RETURN_INT32(0);
	*start = walk->text + token.start;
	*length = (int) (token.end - token.start);
	PG_RETURN_INT32(token.kind);
}

PG_FUNCTION_INFO_V1(motcua_vi_parser_end);
Datum
motcua_vi_parser_end(PG_FUNCTION_ARGS)
{
	pfree(PG_GETARG_POINTER(0));
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(motcua_vi_parser_kinds);
Datum
motcua_vi_parser_kinds(PG_FUNCTION_ARGS)
{
	static const LexDescr kinds[] = {
		{MC_TOKEN_SYLLABLE, "syllable",
		 "Syllable or other word of Latin letters, perhaps with digits"},
		{MC_TOKEN_WORD, "word", "Word with letters of another script"},
		{MC_TOKEN_NUMBER, "number", "Digits"},
		{MC_TOKEN_EMAIL, "email", "E-mail address"},
		{MC_TOKEN_URL, "url", "Address that begins with http://, https:// or www."},
		{MC_TOKEN_DOSSIER_CODE, "dossier_code", "Code of a dossier"},
		{MC_TOKEN_AGENCY_CODE, "agency_code", "Code of an agency"},
		{MC_TOKEN_PROCEDURE_CODE, "procedure_code", "Code of a procedure"},
		{MC_TOKEN_BLANK, "blank", "What stands between the others"},
		{MC_TOKEN_DOCUMENT_NUMBER, "document_number", "Number of an official document"},
		{MC_TOKEN_PHONE, "phone", "Telephone number"},
		{MC_TOKEN_ID_NUMBER, "id_number",
		 "Nine or twelve digits, as personal identity numbers have"},
		{MC_TOKEN_ABBREVIATION, "abbreviation",
		 "Abbreviation such as UBND, TP, or P before a point"}};
	LexDescr *copy = palloc0(sizeof(kinds) + sizeof(LexDescr)); /* a zero element ends it */

	for (size_t at = 0; at < lengthof(kinds); at++)
		copy[at] = (LexDescr){kinds[at].lexid, pstrdup(kinds[at].alias), pstrdup(kinds[at].descr)};
	PG_RETURN_POINTER(copy);
}

/*
 * The SQL functions vi_rank, vi_highlight, and the four that the operators call: vi_match,
 * vi_match_loose, vi_match_either and vi_match_fuzzy. A query is read once and kept in fn_extra of
 * the call as long as it stays the same.
 */
#include "postgres.h"

#include "fmgr.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "common/compat.h"
#include "common/options.h"
#include "core/search/vi_match.h"
#include "search/vi_text.h"

/* The most memory that a query may take; that is enough for some 100,000 syllables. */
#define QUERY_SPACE ((Size) 64 * 1024 * 1024)

/* A query that has been read. */
typedef struct ReadQuery
{
	mc_query query;
	Size length; /* bytes of the text */
	char *text; /* copy of the text from which the query was read */
	void *scratch; /* memory of the query */
} ReadQuery;

static void
check_for_interrupts(void)
{
	CHECK_FOR_INTERRUPTS();
}

static bool
was_read_from(const ReadQuery *read, const char *text, Size length)
{
	return read != NULL && read->length == length && memcmp(read->text, text, length) == 0;
}

/* Free the query that a call keeps, if any. */
static void
forget_query(FmgrInfo *call)
{
	ReadQuery *read = call->fn_extra;

	call->fn_extra = NULL;
	if (read == NULL)
		return;
	pfree(read->scratch);
	pfree(read->text);
	pfree(read);
}

/* Read a query and keep it with the call; refuse one that takes too much memory (54000). */
static ReadQuery *
read_query(FmgrInfo *call, const char *text, Size length)
{
	Size space = mc_query_size(text, length);
	ReadQuery *read;

	if (space > QUERY_SPACE)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("search query of %zu bytes is too long", length),
						errhint("A query is what somebody types to find a text, not the text.")));
	forget_query(call);
	read = MemoryContextAlloc(call->fn_mcxt, sizeof(ReadQuery));
	read->scratch = MemoryContextAlloc(call->fn_mcxt, space + 1);
	read->text = MemoryContextAlloc(call->fn_mcxt, length + 1);
	memcpy(read->text, text, length);
	read->length = length;
	mc_read_query(&read->query, text, length, read->scratch);
	read->query.check_for_interrupts = check_for_interrupts;
	call->fn_extra = read;
	return read;
}

/* Return an argument as a query, which is read only if the last call had another query. */
static mc_query *
query_arg(FunctionCallInfo fcinfo, int argno)
{
	text *query = PG_GETARG_TEXT_PP(argno);
	ReadQuery *read = fcinfo->flinfo->fn_extra;

	if (!was_read_from(read, VARDATA_ANY(query), VARSIZE_ANY_EXHDR(query)))
	{
		motcua_require_utf8();
		read = read_query(fcinfo->flinfo, VARDATA_ANY(query), VARSIZE_ANY_EXHDR(query));
	}
	PG_FREE_IF_COPY(query, argno);
	return &read->query;
}

static Datum
matches(FunctionCallInfo fcinfo, mc_match_mode mode)
{
	text *written = PG_GETARG_TEXT_PP(0);
	bool found =
		mc_matches(query_arg(fcinfo, 1), mode, VARDATA_ANY(written), VARSIZE_ANY_EXHDR(written));

	PG_FREE_IF_COPY(written, 0);
	PG_RETURN_BOOL(found);
}

PG_FUNCTION_INFO_V1(motcua_vi_match);
Datum
motcua_vi_match(PG_FUNCTION_ARGS)
{
	return matches(fcinfo, MC_MATCH_TYPED);
}

PG_FUNCTION_INFO_V1(motcua_vi_match_loose);
Datum
motcua_vi_match_loose(PG_FUNCTION_ARGS)
{
	return matches(fcinfo, MC_MATCH_LOOSE);
}

PG_FUNCTION_INFO_V1(motcua_vi_match_either);
Datum
motcua_vi_match_either(PG_FUNCTION_ARGS)
{
	return matches(fcinfo, MC_MATCH_EITHER);
}

PG_FUNCTION_INFO_V1(motcua_vi_match_fuzzy);
Datum
motcua_vi_match_fuzzy(PG_FUNCTION_ARGS)
{
	return matches(fcinfo, MC_MATCH_FUZZY);
}

PG_FUNCTION_INFO_V1(motcua_vi_rank);
Datum
motcua_vi_rank(PG_FUNCTION_ARGS)
{
	text *written = PG_GETARG_TEXT_PP(0);

	PG_RETURN_FLOAT4(
		(float4) mc_rank(query_arg(fcinfo, 1), VARDATA_ANY(written), VARSIZE_ANY_EXHDR(written)));
}

static void
append_text(StringInfo out, const text *piece)
{
	appendBinaryStringInfo(out, VARDATA_ANY(piece), VARSIZE_ANY_EXHDR(piece));
}

/* Append the text with tags around each place that one mode finds; return the number of places. */
static int
highlight(StringInfo out, mc_query *query, mc_match_mode mode, const text *written,
		  const text *open_tag, const text *close_tag)
{
	const char *bytes = VARDATA_ANY(written);
	mc_search search = mc_search_for(query, mode, bytes, VARSIZE_ANY_EXHDR(written));
	mc_found found;
	Size done = 0;
	int count = 0;

	for (; mc_find_next(&search, &found); count++)
	{
		appendBinaryStringInfo(out, bytes + done, found.start - done);
		append_text(out, open_tag);
		appendBinaryStringInfo(out, bytes + found.start, found.end - found.start);
		append_text(out, close_tag);
		done = found.end;
	}
	appendBinaryStringInfo(out, bytes + done, VARSIZE_ANY_EXHDR(written) - done);
	return count;
}

/*
 * Highlight what the strictest of three modes finds. The first mode is MC_MATCH_EITHER, so that a
 * text written without marks is highlighted like one with marks.
 */
PG_FUNCTION_INFO_V1(motcua_vi_highlight);
Datum
motcua_vi_highlight(PG_FUNCTION_ARGS)
{
	static const mc_match_mode modes[] = {MC_MATCH_EITHER, MC_MATCH_LOOSE, MC_MATCH_FUZZY};
	text *written, *open_tag, *close_tag;
	mc_query *query;
	StringInfoData out;

	if (motcua_is_missing(fcinfo, 2))
		PG_RETURN_NULL();
	written = PG_GETARG_TEXT_PP(0);
	query = query_arg(fcinfo, 1);
	open_tag = motcua_text_option(fcinfo, 2, "<b>");
	close_tag = motcua_text_option(fcinfo, 3, "</b>");
	initStringInfo(&out);
	for (int at = 0; at < (int) lengthof(modes); at++)
	{
		resetStringInfo(&out);
		if (highlight(&out, query, modes[at], written, open_tag, close_tag) > 0)
			break;
	}
	PG_RETURN_TEXT_P(cstring_to_text_with_len(out.data, out.len));
}

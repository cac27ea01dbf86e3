/*
 * This file holds the SQL functions vi_find, vi_find_fuzzy and vi_find_rank, those of the operators
 * @@~& and @@~&~, and those of the GIN operator class vi_word_ops. A query is read once and kept in fn_extra of the call as
 * long as it stays the same.
 */
#include "postgres.h"

#include "access/gin.h"
#include "catalog/pg_type_d.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "common/compat.h"
#include "core/search/vi_find.h"
#include "search/vi_index.h"
#include "search/vi_text.h"

#define ERRORS_STRATEGY 2 /* the operator @@~&~ */

/* A query that has been read, and the text from which it was read. */
typedef struct KeptQuery
{
	mc_find_query query;
	Size length;
	char *text;
} KeptQuery;

/*
 * Return a query, with errors or without. It is read only if the last call had another one; each
 * function always asks for the same `errors`.
 */
static const mc_find_query *
query_of(FmgrInfo *call, const text *typed, bool errors)
{
	KeptQuery *kept = call->fn_extra;
	Size length = VARSIZE_ANY_EXHDR(typed);

	if (kept != NULL && kept->length == length &&
		memcmp(kept->text, VARDATA_ANY(typed), length) == 0)
		return &kept->query;
	motcua_require_utf8();
	if (kept == NULL)
		kept = call->fn_extra = MemoryContextAllocZero(call->fn_mcxt, sizeof(KeptQuery));
	kept->text = kept->text == NULL ? MemoryContextAlloc(call->fn_mcxt, length + 1)
									: repalloc(kept->text, length + 1);
	memcpy(kept->text, VARDATA_ANY(typed), length);
	kept->length = length;
	mc_read_find_query(&kept->query, kept->text, length, errors);
	return &kept->query;
}

/* Store the texts of an array that are not NULL, and return how many there are. */
static int
texts_of(ArrayType *columns, mc_find_text **texts)
{
	Datum *values;
	bool *nulls;
	int n_values;
	int count = 0;

	deconstruct_array(columns, TEXTOID, -1, false, TYPALIGN_INT, &values, &nulls, &n_values);
	*texts = palloc(Max(n_values, 1) * sizeof(mc_find_text));
	for (int at = 0; at < n_values; at++)
	{
		text *value;

		if (nulls[at])
			continue;
		value = DatumGetTextPP(values[at]);
		(*texts)[count++] = (mc_find_text){VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value)};
	}
	return count;
}

/* True if the texts of an array have every word of a query, perhaps with errors. */
static bool
is_found(FmgrInfo *call, const text *typed, ArrayType *columns, bool errors)
{
	const mc_find_query *query = query_of(call, typed, errors);
	mc_find_text *texts;
	int count = texts_of(columns, &texts);
	uint32_t bits = 0;

	for (int at = 0; at < count; at++)
		bits |= mc_find_groups_in(query, texts[at].text, texts[at].length, errors);
	pfree(texts);
	return bits == mc_find_all(query);
}

PG_FUNCTION_INFO_V1(motcua_vi_find);
Datum
motcua_vi_find(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(is_found(fcinfo->flinfo, PG_GETARG_TEXT_PP(0), PG_GETARG_ARRAYTYPE_P(1), false));
}

PG_FUNCTION_INFO_V1(motcua_vi_find_fuzzy);
Datum
motcua_vi_find_fuzzy(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(is_found(fcinfo->flinfo, PG_GETARG_TEXT_PP(0), PG_GETARG_ARRAYTYPE_P(1), true));
}

PG_FUNCTION_INFO_V1(motcua_vi_columns_have);
Datum
motcua_vi_columns_have(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(is_found(fcinfo->flinfo, PG_GETARG_TEXT_PP(1), PG_GETARG_ARRAYTYPE_P(0), false));
}

PG_FUNCTION_INFO_V1(motcua_vi_columns_nearly_have);
Datum
motcua_vi_columns_nearly_have(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(is_found(fcinfo->flinfo, PG_GETARG_TEXT_PP(1), PG_GETARG_ARRAYTYPE_P(0), true));
}

/* True if one text has every word of a query. */
static bool
text_has(FunctionCallInfo fcinfo, bool errors)
{
	text *written = PG_GETARG_TEXT_PP(0);
	const mc_find_query *query = query_of(fcinfo->flinfo, PG_GETARG_TEXT_PP(1), errors);

	return mc_find_groups_in(query, VARDATA_ANY(written), VARSIZE_ANY_EXHDR(written), errors) ==
		   mc_find_all(query);
}

PG_FUNCTION_INFO_V1(motcua_vi_text_has);
Datum
motcua_vi_text_has(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(text_has(fcinfo, false));
}

PG_FUNCTION_INFO_V1(motcua_vi_text_nearly_has);
Datum
motcua_vi_text_nearly_has(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(text_has(fcinfo, true));
}

PG_FUNCTION_INFO_V1(motcua_vi_find_rank);
Datum
motcua_vi_find_rank(PG_FUNCTION_ARGS)
{
	const mc_find_query *query = query_of(fcinfo->flinfo, PG_GETARG_TEXT_PP(0), true);
	mc_find_text *texts;
	int count = texts_of(PG_GETARG_ARRAYTYPE_P(1), &texts);

	PG_RETURN_FLOAT8(mc_find_rank(query, texts, count));
}

/* ---- the operator class ---- */

/* The keys of the texts of a row. */
typedef struct RowKeys
{
	int32 count;
	int32 capacity;
	Datum *keys;
} RowKeys;

static void
add_row_key(const char *key, size_t length, void *arg)
{
	RowKeys *all = arg;

	CHECK_FOR_INTERRUPTS();
	if (all->count == all->capacity)
	{
		all->capacity *= 2;
		all->keys = repalloc_huge(all->keys, all->capacity * sizeof(Datum));
	}
	all->keys[all->count++] = PointerGetDatum(cstring_to_text_with_len(key, (int) length));
}

/* Return the keys of a row. A key may come more than once, because GIN removes duplicates. */
PG_FUNCTION_INFO_V1(motcua_vi_words_of_columns);
Datum
motcua_vi_words_of_columns(PG_FUNCTION_ARGS)
{
	RowKeys all = {.capacity = 32};
	mc_find_text *texts;
	int count = texts_of(PG_GETARG_ARRAYTYPE_P(0), &texts);

	motcua_require_utf8();
	all.keys = palloc(all.capacity * sizeof(Datum));
	for (int at = 0; at < count; at++)
		mc_find_keys(texts[at].text, texts[at].length, add_row_key, &all);
	*(int32 *) PG_GETARG_POINTER(1) = all.count;
	PG_RETURN_POINTER(all.keys);
}

PG_FUNCTION_INFO_V1(motcua_vi_words_of_query);
Datum
motcua_vi_words_of_query(PG_FUNCTION_ARGS)
{
	text *typed = PG_GETARG_TEXT_PP(0);
	mc_find_query *query = palloc(sizeof(mc_find_query));
	Datum *keys;
	bool *is_prefix;
	Pointer *groups;

	motcua_require_utf8();
	mc_read_find_query(query, VARDATA_ANY(typed), VARSIZE_ANY_EXHDR(typed),
					   PG_GETARG_UINT16(2) == ERRORS_STRATEGY);
	keys = palloc(Max(query->n_choices, 1) * sizeof(Datum));
	is_prefix = palloc(Max(query->n_choices, 1) * sizeof(bool));
	groups = palloc(Max(query->n_choices, 1) * sizeof(Pointer));
	for (int at = 0; at < query->n_choices; at++)
	{
		const mc_find_choice *choice = &query->choices[at];

		keys[at] = PointerGetDatum(cstring_to_text_with_len(choice->key, choice->length));
		is_prefix[at] = choice->kind != MC_FIND_WHOLE;
		groups[at] = (Pointer) (intptr_t) choice->group;
	}
	*(int32 *) PG_GETARG_POINTER(1) = query->n_choices;
	*(bool **) PG_GETARG_POINTER(3) = is_prefix;
	*(Pointer **) PG_GETARG_POINTER(4) = groups;
	if (query->n_choices == 0)
		*(int32 *) PG_GETARG_POINTER(6) = GIN_SEARCH_MODE_ALL;
	PG_RETURN_POINTER(keys);
}

/* The keys decide alone, so only a query without words, which reads all rows, needs a recheck. */
PG_FUNCTION_INFO_V1(motcua_vi_words_suffice);
Datum
motcua_vi_words_suffice(PG_FUNCTION_ARGS)
{
	const GinTernaryValue *has = (const GinTernaryValue *) PG_GETARG_POINTER(0);
	int32 count = PG_GETARG_INT32(3);

	*(bool *) PG_GETARG_POINTER(5) = count == 0;
	PG_RETURN_BOOL(motcua_weakest_group(has, count, (Pointer *) PG_GETARG_POINTER(4)) == GIN_TRUE);
}

PG_FUNCTION_INFO_V1(motcua_vi_words_may_suffice);
Datum
motcua_vi_words_may_suffice(PG_FUNCTION_ARGS)
{
	const GinTernaryValue *has = (const GinTernaryValue *) PG_GETARG_POINTER(0);
	int32 count = PG_GETARG_INT32(3);

	PG_RETURN_GIN_TERNARY_VALUE(
		count == 0 ? GIN_MAYBE
				   : motcua_weakest_group(has, count, (Pointer *) PG_GETARG_POINTER(4)));
}

PG_FUNCTION_INFO_V1(motcua_vi_word_key_serves);
Datum
motcua_vi_word_key_serves(PG_FUNCTION_ARGS)
{
	text *asked = PG_GETARG_TEXT_PP(0);
	text *stored = PG_GETARG_TEXT_PP(1);

	PG_RETURN_INT32(mc_find_compare(VARDATA_ANY(asked), VARSIZE_ANY_EXHDR(asked),
									VARDATA_ANY(stored), VARSIZE_ANY_EXHDR(stored)));
}

/*
 * The SQL functions vi_fold, vi_unaccent and vi_syllables, and the check of the database's encoding
 * that the SQL functions of the other files in src/search call, too.
 */
#include "postgres.h"

#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/tuplestore.h"

#include "common/compat.h"
#include "core/search/vi_fold.h"
#include "core/search/vi_syllable.h"
#include "search/vi_text.h"

void
motcua_require_utf8(void)
{
	if (unlikely(GetDatabaseEncoding() != PG_UTF8))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("Vietnamese text functions need a database in UTF8, this one is in \"%s\"",
						GetDatabaseEncodingName()),
				 errhint("Create the database with ENCODING 'UTF8'.")));
}

/* A function of core that writes a text and returns its bytes. */
typedef size_t (*TextWriter)(const char *text, size_t length, char *out);

/* Return what a writer makes of an input. The output must not be longer than the input. */
static text *
rewrite(TextWriter write, const char *input, size_t length)
{
	text *result = palloc(VARHDRSZ + length);

	SET_VARSIZE(result, VARHDRSZ + write(input, length, VARDATA(result)));
	return result;
}

PG_FUNCTION_INFO_V1(motcua_vi_fold);
Datum
motcua_vi_fold(PG_FUNCTION_ARGS)
{
	text *input = PG_GETARG_TEXT_PP(0);

	motcua_require_utf8();
	PG_RETURN_TEXT_P(rewrite(mc_fold, VARDATA_ANY(input), VARSIZE_ANY_EXHDR(input)));
}

PG_FUNCTION_INFO_V1(motcua_vi_unaccent);
Datum
motcua_vi_unaccent(PG_FUNCTION_ARGS)
{
	text *input = PG_GETARG_TEXT_PP(0);

	motcua_require_utf8();
	PG_RETURN_TEXT_P(rewrite(mc_unaccent, VARDATA_ANY(input), VARSIZE_ANY_EXHDR(input)));
}

/* A walk over the syllables of a text that counts syllables and characters. */
typedef struct NumberedWalk
{
	mc_syllables walk;
	int ord; /* number of syllables so far */
	size_t bytes; /* number of bytes whose characters are counted */
	int characters; /* number of characters in these bytes */
} NumberedWalk;

/*
 * Count the characters up to a byte offset. Return the number of characters since the offset of the
 * last call. The text is valid UTF-8, as every text of a UTF8 database.
 */
static int
count_up_to(NumberedWalk *numbered, size_t bytes)
{
	int before = numbered->characters;

	for (; numbered->bytes < bytes; numbered->bytes++)
		numbered->characters += (numbered->walk.text[numbered->bytes] & 0xC0) != 0x80;
	return numbered->characters - before;
}

/* Add the row of a syllable to the result of vi_syllables. */
static void
put_syllable(ReturnSetInfo *rsinfo, NumberedWalk *numbered, const mc_syllable *syllable)
{
	const char *start = numbered->walk.text + syllable->start;
	int length = (int) (syllable->end - syllable->start);
	text *spelling = cstring_to_text_with_len(start, length);
	text *folded = rewrite(mc_fold, start, length);
	bool nulls[8] = {false};
	Datum values[8];

	count_up_to(numbered, syllable->start);
	values[0] = Int32GetDatum(++numbered->ord);
	values[1] = Int32GetDatum(numbered->characters + 1);
	values[2] = Int32GetDatum(count_up_to(numbered, syllable->end));
	values[3] = Int32GetDatum((int32) syllable->start + 1);
	values[4] = Int32GetDatum(length);
	values[5] = PointerGetDatum(spelling);
	values[6] = PointerGetDatum(folded);
	values[7] = Int32GetDatum(syllable->tone);
	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	pfree(spelling);
	pfree(folded);
}

PG_FUNCTION_INFO_V1(motcua_vi_syllables);
Datum
motcua_vi_syllables(PG_FUNCTION_ARGS)
{
	text *input = PG_GETARG_TEXT_PP(0);
	NumberedWalk numbered = {.walk = mc_syllables_of(VARDATA_ANY(input), VARSIZE_ANY_EXHDR(input))};
	mc_syllable syllable;

	motcua_require_utf8();
	InitMaterializedSRF(fcinfo, 0);
	while (mc_next_syllable(&numbered.walk, &syllable))
	{
		CHECK_FOR_INTERRUPTS();
		put_syllable((ReturnSetInfo *) fcinfo->resultinfo, &numbered, &syllable);
	}
	return (Datum) 0;
}

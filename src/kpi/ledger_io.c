/*
 * This file holds the input, output, comparison and hash functions of the SQL type ledger. Its text
 * form is a JSON object {"days": [{"day": ..., counters...}], "due_changes": [...]} without the
 * counters that are 0. Its binary form is the packed bytes of core/kpi.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "common/comparisons.h"
#include "common/json_fields.h"
#include "kpi/expanded_ledger.h"

#define HINT \
	"Its text form is a JSON object of \"days\" and \"due_changes\", arrays of counters by day."

/* ---- text: reading ---- */

/* The rows and due changes that were read. */
typedef struct LedgerText
{
	mc_ledger_row *rows;
	uint32 row_count;
	Size row_room;
	mc_due_change *changes;
	uint32 change_count;
	Size change_room;
} LedgerText;

/* Report 22P02: the value of a key must be something else. Return false if the error is soft. */
static bool
bad_field(const char *key, int key_length, const char *what, struct Node *escontext)
{
	motcua_ereturn(escontext, false,
				   (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					errmsg("\"%.*s\" of a ledger must be %s", key_length, key, what),
					errhint(HINT)));
}

static bool
read_day(const char *key, int key_length, JsonbValue *value, mc_day *day, struct Node *escontext)
{
	if (value->type == jbvString && value->val.string.len == strlen("YYYY-MM-DD") &&
		mc_parse_iso_day(value->val.string.val, day))
		return true;
	return bad_field(key, key_length, "a day such as \"2020-01-31\"", escontext);
}

static bool
read_row_field(void *target, const char *key, int key_length, JsonbValue *value,
			   struct Node *escontext)
{
	mc_ledger_row *row = target;
	int column = mc_ledger_column_by_name(key, key_length);

	if (motcua_key_is(key, key_length, "day"))
		return read_day(key, key_length, value, &row->day, escontext);
	if (column < 0)
		motcua_ereturn(escontext, false,
					   (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
						errmsg("unknown key \"%.*s\" in a day of a ledger", key_length, key),
						errhint("Use the columns of motcua.ledger_days(ledger) as keys.")));
	return motcua_json_int64(key, key_length, value, &row->n[column], escontext);
}

static bool
read_change_field(void *target, const char *key, int key_length, JsonbValue *value,
				  struct Node *escontext)
{
	mc_due_change *change = target;

	if (motcua_key_is(key, key_length, "day"))
		return read_day(key, key_length, value, &change->day, escontext);
	if (motcua_key_is(key, key_length, "due"))
		return read_day(key, key_length, value, &change->due, escontext);
	if (motcua_key_is(key, key_length, "met"))
		return motcua_json_int64(key, key_length, value, &change->met, escontext);
	if (motcua_key_is(key, key_length, "missed"))
		return motcua_json_int64(key, key_length, value, &change->missed, escontext);
	motcua_ereturn(escontext, false,
				   (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					errmsg("unknown key \"%.*s\" in a due change of a ledger", key_length, key),
					errhint("Use \"day\", \"due\", \"met\" and \"missed\" as keys.")));
}

/* Return an array with room for one more element: the array itself or a larger one. */
static void *
grown(void *array, Size count, Size *room, Size element)
{
	if (count < *room)
		return array;
	*room = *room ? 2 * *room : 32;
	return array ? repalloc_huge(array, *room * element) : palloc(*room * element);
}

static bool
read_row(void *target, const char *key, int key_length, JsonbValue *value, struct Node *escontext)
{
	LedgerText *text = target;
	mc_ledger_row *row;

	if (key || !motcua_json_is_object(value))
		return bad_field("days", 4, "an array of objects", escontext);
	text->rows = grown(text->rows, text->row_count, &text->row_room, sizeof(mc_ledger_row));
	row = &text->rows[text->row_count++];
	memset(row, 0, sizeof(*row));
	row->day = MC_DAY_INFINITY;
	if (!motcua_read_json_container(value->val.binary.data, read_row_field, row, escontext))
		return false;
	return row->day != MC_DAY_INFINITY || bad_field("day", 3, "in every day", escontext);
}

static bool
read_change(void *target, const char *key, int key_length, JsonbValue *value,
			struct Node *escontext)
{
	LedgerText *text = target;
	mc_due_change *change;

	if (key || !motcua_json_is_object(value))
		return bad_field("due_changes", 11, "an array of objects", escontext);
	text->changes =
		grown(text->changes, text->change_count, &text->change_room, sizeof(mc_due_change));
	change = &text->changes[text->change_count++];
	*change = (mc_due_change){MC_DAY_INFINITY, MC_DAY_INFINITY, 0, 0};
	if (!motcua_read_json_container(value->val.binary.data, read_change_field, change, escontext))
		return false;
	if (change->day == MC_DAY_INFINITY || change->due >= change->day)
		return bad_field("due", 3, "a day before \"day\"", escontext);
	return true;
}

static bool
read_ledger_field(void *target, const char *key, int key_length, JsonbValue *value,
				  struct Node *escontext)
{
	JsonFieldReader reader = motcua_key_is(key, key_length, "days")          ? read_row
							 : motcua_key_is(key, key_length, "due_changes") ? read_change
																			 : NULL;

	if (!reader)
		motcua_ereturn(escontext, false,
					   (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
						errmsg("unknown key \"%.*s\" in a ledger", key_length, key),
						errhint(HINT)));
	if (!motcua_json_is_array(value))
		return bad_field(key, key_length, "an array of objects", escontext);
	return motcua_read_json_container(value->val.binary.data, reader, target, escontext);
}

static int
compare_rows(const void *a, const void *b)
{
	mc_day left = ((const mc_ledger_row *) a)->day;
	mc_day right = ((const mc_ledger_row *) b)->day;

	return (left > right) - (left < right);
}

static int
compare_changes(const void *a, const void *b)
{
	const mc_due_change *left = a;
	const mc_due_change *right = b;

	if (left->day != right->day)
		return left->day < right->day ? -1 : 1;
	return (left->due > right->due) - (left->due < right->due);
}

/*
 * Sort what was read. Report 22P02 if a day is written twice, because only one of the two could be
 * true.
 */
static bool
sort_text(LedgerText *text, struct Node *escontext)
{
	qsort(text->rows, text->row_count, sizeof(mc_ledger_row), compare_rows);
	qsort(text->changes, text->change_count, sizeof(mc_due_change), compare_changes);
	for (uint32 i = 1; i < text->row_count; i++)
		if (compare_rows(&text->rows[i - 1], &text->rows[i]) == 0)
			return bad_field("day", 3, "different in every day", escontext);
	for (uint32 i = 1; i < text->change_count; i++)
		if (compare_changes(&text->changes[i - 1], &text->changes[i]) == 0)
			return bad_field("due", 3, "different in every due change of a day", escontext);
	return true;
}

PG_FUNCTION_INFO_V1(motcua_ledger_in);
Datum
motcua_ledger_in(PG_FUNCTION_ARGS)
{
	LedgerText text = {0};
	uint8 *packed;
	size_t length;

	if (!motcua_read_json(PG_GETARG_CSTRING(0), "ledger", HINT, read_ledger_field, &text,
						  fcinfo->context) ||
		!sort_text(&text, fcinfo->context))
		PG_RETURN_NULL();
	length = mc_ledger_pack_bound(text.row_count, text.change_count);
	packed = MemoryContextAllocHuge(CurrentMemoryContext, length);
	if (!mc_ledger_pack(text.rows, text.row_count, text.changes, text.change_count, packed,
						&length))
		motcua_ereturn(fcinfo->context, (Datum) 0,
					   (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("ledger counter out of range"),
						errdetail("Counters and their running sums are 64-bit integers.")));
	PG_RETURN_POINTER(motcua_ledger_of_bytes(packed, length));
}

/* ---- text: writing ---- */

static void
append_day(StringInfo out, const char *key, mc_day day)
{
	char text[11];

	mc_format_iso_day(day, text);
	appendStringInfo(out, "\"%s\": \"%s\"", key, text);
}

static void
append_row(StringInfo out, const mc_ledger_row *row)
{
	appendStringInfoChar(out, '{');
	append_day(out, "day", row->day);
	for (int i = 0; i < MC_LEDGER_COLUMN_COUNT; i++)
		if (row->n[i] != 0)
			appendStringInfo(out, ", \"%s\": " INT64_FORMAT, mc_ledger_column_name(i), row->n[i]);
	appendStringInfoChar(out, '}');
}

static void
append_change(StringInfo out, const mc_due_change *change)
{
	appendStringInfoChar(out, '{');
	append_day(out, "day", change->day);
	appendStringInfoString(out, ", ");
	append_day(out, "due", change->due);
	if (change->met != 0)
		appendStringInfo(out, ", \"met\": " INT64_FORMAT, change->met);
	if (change->missed != 0)
		appendStringInfo(out, ", \"missed\": " INT64_FORMAT, change->missed);
	appendStringInfoChar(out, '}');
}

PG_FUNCTION_INFO_V1(motcua_ledger_out);
Datum
motcua_ledger_out(PG_FUNCTION_ARGS)
{
	LedgerBytes ledger = motcua_ledger_arg(fcinfo, 0);
	mc_ledger_reader reader;
	StringInfoData out;
	const char *separator = "";

	if (!mc_ledger_open(&reader, ledger.packed, ledger.length, 1))
		ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED), errmsg("damaged ledger value")));
	initStringInfo(&out);
	appendStringInfoString(&out, "{\"days\": [");
	for (; reader.has_row; mc_ledger_next_row(&reader), separator = ", ")
	{
		CHECK_FOR_INTERRUPTS();
		appendStringInfoString(&out, separator);
		append_row(&out, &reader.row);
	}
	appendStringInfoString(&out, reader.has_change ? "], \"due_changes\": [" : "]");
	for (separator = ""; reader.has_change; mc_ledger_next_change(&reader), separator = ", ")
	{
		CHECK_FOR_INTERRUPTS();
		appendStringInfoString(&out, separator);
		append_change(&out, &reader.change);
		if (reader.changes_left == 0)
			appendStringInfoChar(&out, ']');
	}
	appendStringInfoChar(&out, '}');
	PG_RETURN_CSTRING(out.data);
}

/* ---- binary ---- */

/*
 * What was received is packed anew, so that equal ledgers have equal bytes whichever server sent
 * them.
 */
PG_FUNCTION_INFO_V1(motcua_ledger_recv);
Datum
motcua_ledger_recv(PG_FUNCTION_ARGS)
{
	StringInfo buffer = (StringInfo) PG_GETARG_POINTER(0);
	int length = buffer->len - buffer->cursor;
	const uint8 *packed = (const uint8 *) pq_getmsgbytes(buffer, length);
	mc_ledger_reader reader;
	mc_ledger_reader *heap[1];
	size_t size = length;
	uint8 *out;
	mc_ledger_result result = MC_LEDGER_DAMAGED;

	if (mc_ledger_open(&reader, packed, length, 1))
	{
		size = mc_ledger_merge_bound(&reader, 1, &size, NULL);
		out = MemoryContextAllocHuge(CurrentMemoryContext, size);
		result = mc_ledger_merge(&reader, 1, heap, NULL, out, &size);
	}
	if (result != MC_LEDGER_OK)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION), errmsg("invalid binary ledger")));
	PG_RETURN_POINTER(motcua_ledger_of_bytes(out, size));
}

PG_FUNCTION_INFO_V1(motcua_ledger_send);
Datum
motcua_ledger_send(PG_FUNCTION_ARGS)
{
	LedgerBytes ledger = motcua_ledger_arg(fcinfo, 0);
	StringInfoData out;

	pq_begintypsend(&out);
	pq_sendbytes(&out, (const char *) ledger.packed, ledger.length);
	PG_RETURN_BYTEA_P(pq_endtypsend(&out));
}

/*
 * ---- order and hash ----
 *
 * Ledgers are ordered by their bytes. The order is stable but has no meaning of its own.
 */

static int
compare_ledgers(FunctionCallInfo fcinfo)
{
	LedgerBytes a = motcua_ledger_arg(fcinfo, 0);
	LedgerBytes b = motcua_ledger_arg(fcinfo, 1);
	int result = memcmp(a.packed, b.packed, Min(a.length, b.length));

	return result != 0 ? result : (a.length > b.length) - (a.length < b.length);
}

MOTCUA_COMPARISONS(ledger, compare_ledgers)

PG_FUNCTION_INFO_V1(motcua_ledger_hash);
Datum
motcua_ledger_hash(PG_FUNCTION_ARGS)
{
	LedgerBytes ledger = motcua_ledger_arg(fcinfo, 0);

	PG_RETURN_DATUM(hash_any(ledger.packed, ledger.length));
}

PG_FUNCTION_INFO_V1(motcua_ledger_hash_extended);
Datum
motcua_ledger_hash_extended(PG_FUNCTION_ARGS)
{
	LedgerBytes ledger = motcua_ledger_arg(fcinfo, 0);

	PG_RETURN_DATUM(hash_any_extended(ledger.packed, ledger.length, PG_GETARG_INT64(1)));
}

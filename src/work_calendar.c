/*
 * The type work_calendar. Text form: a JSON object
 *   {"name", "since", "until", "decided_until", "work_week",
 *    "days": [{"day", "kind", "reason", "status", "title", "source"}, ...]}
 * binary form: the packed body (core/calendar_pack.h).
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "utils/fmgrprotos.h"

#include "calendar_cache.h"
#include "compat.h"
#include "comparisons.h"
#include "core/names.h"
#include "json_fields.h"
#include "work_calendar.h"

/* More days than any coverage has: bounds memory before the text is read. */
#define MAX_FACTS 50000

static void
set_digest(WorkCalendar *value, Size packed_length)
{
	bytea	   *packed = palloc(VARHDRSZ + packed_length);
	bytea	   *sha256;

	SET_VARSIZE(packed, VARHDRSZ + packed_length);
	memcpy(VARDATA(packed), value->packed, packed_length);
	sha256 = DatumGetByteaPP(DirectFunctionCall1(sha256_bytea, PointerGetDatum(packed)));
	memcpy(value->digest, VARDATA_ANY(sha256), WORK_CALENDAR_DIGEST_SIZE);
	pfree(packed);
}

WorkCalendar *
motcua_make_work_calendar(const mc_calendar *calendar)
{
	void	   *scratch = palloc(mc_calendar_strings_size(calendar));
	Size		length = mc_calendar_pack(calendar, scratch, NULL);
	WorkCalendar *value = palloc(offsetof(WorkCalendar, packed) + length);

	SET_VARSIZE(value, offsetof(WorkCalendar, packed) + length);
	mc_calendar_pack(calendar, scratch, value->packed);
	set_digest(value, length);
	pfree(scratch);
	return value;
}

PG_FUNCTION_INFO_V1(motcua_calendar_value);
Datum
motcua_calendar_value(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(motcua_make_work_calendar(&motcua_calendar_arg(fcinfo, 0)->facts));
}

/* ---- text form ---- */

static void
append_day_field(StringInfo out, const char *key, mc_day day)
{
	char		iso[11];

	mc_format_iso_day(day, iso);
	appendStringInfo(out, "\"%s\": \"%s\"", key, iso);
}

static void
append_work_week(StringInfo out, uint8 work_week)
{
	appendStringInfoString(out, ", \"work_week\": \"");
	for (int weekday = 0; weekday < 7; weekday++)
		appendStringInfoChar(out, work_week >> weekday & 1 ? '1' : '0');
	appendStringInfoString(out, "\", \"days\": [");
}

static void
append_fact(StringInfo out, const mc_day_fact *fact)
{
	appendStringInfoChar(out, '{');
	append_day_field(out, "day", fact->day);
	appendStringInfo(out, ", \"kind\": \"%s\", \"reason\": \"%s\", \"status\": \"%s\", \"title\": ",
					 mc_day_kind_name(fact->kind), mc_day_reason_name(fact->reason),
					 mc_day_status_name(fact->status));
	motcua_append_json_string(out, fact->title);
	appendStringInfoString(out, ", \"source\": ");
	motcua_append_json_string(out, fact->source);
	appendStringInfoChar(out, '}');
}

PG_FUNCTION_INFO_V1(motcua_work_calendar_out);
Datum
motcua_work_calendar_out(PG_FUNCTION_ARGS)
{
	const mc_calendar *calendar = &motcua_calendar_value_arg(fcinfo, 0)->facts;
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, "{\"name\": ");
	motcua_append_json_string(&out, calendar->name);
	appendStringInfoString(&out, ", ");
	append_day_field(&out, "since", calendar->first);
	appendStringInfoString(&out, ", ");
	append_day_field(&out, "until", calendar->last);
	appendStringInfoString(&out, ", ");
	append_day_field(&out, "decided_until", calendar->decided_until);
	append_work_week(&out, calendar->work_week);
	for (int i = 0; i < calendar->fact_count; i++)
	{
		appendStringInfoString(&out, i > 0 ? ", " : "");
		append_fact(&out, &calendar->facts[i]);
	}
	appendStringInfoString(&out, "]}");
	PG_RETURN_CSTRING(out.data);
}

/* A calendar being read: its facts grow in an array of their own. */
typedef struct CalendarReader
{
	mc_calendar calendar;
	mc_day_fact *facts;
	int			capacity;
	unsigned	seen;			/* bit of each key, see calendar_keys */
} CalendarReader;

/* The keys; the first REQUIRED_... of each must be there. */
enum calendar_key {KEY_NAME, KEY_SINCE, KEY_UNTIL, KEY_DECIDED_UNTIL, KEY_WORK_WEEK, KEY_DAYS};
static const char *const calendar_keys[] =
{"name", "since", "until", "decided_until", "work_week", "days"};
#define REQUIRED_CALENDAR_KEYS 5

enum fact_key {KEY_DAY, KEY_KIND, KEY_REASON, KEY_STATUS, KEY_TITLE, KEY_SOURCE};
static const char *const fact_keys[] =
{"day", "kind", "reason", "status", "title", "source"};
#define REQUIRED_FACT_KEYS 4

static bool
has_required(unsigned seen, int required, const char *const *keys, struct Node *escontext)
{
	for (int i = 0; i < required; i++)
		if (!(seen >> i & 1))
			motcua_ereturn(escontext, false,
						   (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
							errmsg("invalid input for type work_calendar: key \"%s\" is missing", keys[i])));
	return true;
}

static bool
bad_field(const char *key, int key_length, struct Node *escontext)
{
	motcua_ereturn(escontext, false,
				   (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					errmsg("invalid input for type work_calendar: wrong value or unknown key \"%.*s\"",
						   key_length, key)));
}

static bool
read_day(const char *string, mc_day *day)
{
	return string && strlen(string) == 10 && mc_parse_iso_day(string, day);
}

static bool
read_work_week(const char *string, uint8 *work_week)
{
	*work_week = 0;
	if (!string || strlen(string) != 7 || strspn(string, "01") != 7)
		return false;
	for (int weekday = 0; weekday < 7; weekday++)
		*work_week |= (string[weekday] - '0') << weekday;
	return true;
}

static bool
read_name(int position, uint8 *field)
{
	*field = (uint8) position;
	return position >= 0;
}

/* A fact being read. */
typedef struct FactReader
{
	mc_day_fact fact;
	unsigned	seen;
} FactReader;

static bool
read_fact_value(mc_day_fact *fact, int key, const char *string)
{
	switch (key)
	{
		case KEY_DAY:
			return read_day(string, &fact->day);
		case KEY_KIND:
			return read_name(mc_day_kind_by_name(string), &fact->kind);
		case KEY_REASON:
			return read_name(mc_day_reason_by_name(string), &fact->reason);
		case KEY_STATUS:
			return read_name(mc_day_status_by_name(string), &fact->status);
		case KEY_TITLE:
			fact->title = string;
			return true;
		case KEY_SOURCE:
			fact->source = string;
			return true;
	}
	return false;
}

static bool
read_fact_field(void *target, const char *key, int key_length, JsonbValue *value,
				struct Node *escontext)
{
	FactReader *reader = target;
	char	   *string = motcua_json_string(value);
	int			which = mc_name_position(fact_keys, lengthof(fact_keys), key, key_length);

	if (!string || !read_fact_value(&reader->fact, which, string))
		return bad_field(key, key_length, escontext);
	reader->seen |= 1u << which;
	return true;
}

static void
append_read_fact(CalendarReader *reader, const mc_day_fact *fact)
{
	if (reader->calendar.fact_count == reader->capacity)
	{
		reader->capacity *= 2;
		reader->facts = repalloc(reader->facts, reader->capacity * sizeof(mc_day_fact));
	}
	reader->facts[reader->calendar.fact_count++] = *fact;
}

static bool
read_fact(void *target, const char *key, int key_length, JsonbValue *value,
		  struct Node *escontext)
{
	CalendarReader *reader = target;
	FactReader	fact = {.fact = {.title = "", .source = ""}};

	if (key || value->type != jbvBinary || reader->calendar.fact_count == MAX_FACTS)
		return bad_field("days", 4, escontext);
	if (!motcua_read_json_container(value->val.binary.data, read_fact_field, &fact, escontext) ||
		!has_required(fact.seen, REQUIRED_FACT_KEYS, fact_keys, escontext))
		return false;
	append_read_fact(reader, &fact.fact);
	return true;
}

static bool
read_calendar_value(mc_calendar *calendar, int key, char *string)
{
	switch (key)
	{
		case KEY_NAME:
			calendar->name = string;
			return string != NULL;
		case KEY_SINCE:
			return read_day(string, &calendar->first);
		case KEY_UNTIL:
			return read_day(string, &calendar->last);
		case KEY_DECIDED_UNTIL:
			return read_day(string, &calendar->decided_until);
		case KEY_WORK_WEEK:
			return read_work_week(string, &calendar->work_week);
	}
	return false;
}

static bool
read_calendar_field(void *target, const char *key, int key_length, JsonbValue *value,
					struct Node *escontext)
{
	CalendarReader *reader = target;
	int			which = mc_name_position(calendar_keys, lengthof(calendar_keys), key, key_length);

	if (which == KEY_DAYS && value->type == jbvBinary)
		return motcua_read_json_container(value->val.binary.data, read_fact, reader, escontext);
	if (!read_calendar_value(&reader->calendar, which, motcua_json_string(value)))
		return bad_field(key, key_length, escontext);
	reader->seen |= 1u << which;
	return true;
}

PG_FUNCTION_INFO_V1(motcua_work_calendar_in);
Datum
motcua_work_calendar_in(PG_FUNCTION_ARGS)
{
	CalendarReader reader = {.calendar = {.name = "", .last = -1}, .capacity = 64};
	const char *defect;

	reader.facts = palloc(reader.capacity * sizeof(mc_day_fact));
	if (!motcua_read_json(PG_GETARG_CSTRING(0), "work_calendar",
						  "Its text form is a JSON object; motcua.calendar_value('vn') makes the value of a name.",
						  read_calendar_field, &reader, fcinfo->context) ||
		!has_required(reader.seen, REQUIRED_CALENDAR_KEYS, calendar_keys, fcinfo->context))
		PG_RETURN_NULL();
	reader.calendar.facts = reader.facts;
	defect = mc_calendar_defect(&reader.calendar);
	if (defect)
		motcua_ereturn(fcinfo->context, (Datum) 0,
					   (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
						errmsg("invalid input for type work_calendar: %s", defect)));
	PG_RETURN_POINTER(motcua_make_work_calendar(&reader.calendar));
}

/* ---- binary form ---- */

static bool
is_utf8(const char *string)
{
	return pg_verify_mbstr(PG_UTF8, string, (int) strlen(string), true);
}

static bool
strings_are_utf8(const mc_calendar *calendar)
{
	if (!is_utf8(calendar->name))
		return false;
	for (int i = 0; i < calendar->fact_count; i++)
		if (!is_utf8(calendar->facts[i].title) || !is_utf8(calendar->facts[i].source))
			return false;
	return true;
}

/* Packs anew what was read, so that equal calendars are equal bytes whoever sent them. */
PG_FUNCTION_INFO_V1(motcua_work_calendar_recv);
Datum
motcua_work_calendar_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buffer = (StringInfo) PG_GETARG_POINTER(0);
	Size		length = buffer->len - buffer->cursor;
	const uint8 *packed = (const uint8 *) pq_getmsgbytes(buffer, length);
	mc_day_fact *facts = palloc(mc_packed_fact_bound(length) * sizeof(mc_day_fact));
	mc_calendar calendar;
	const char *defect = mc_calendar_unpack(packed, length, facts, &calendar);

	if (!defect && !strings_are_utf8(&calendar))
		defect = "a string is not valid UTF-8";
	if (defect)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid binary work_calendar: %s", defect)));
	PG_RETURN_POINTER(motcua_make_work_calendar(&calendar));
}

PG_FUNCTION_INFO_V1(motcua_work_calendar_send);
Datum
motcua_work_calendar_send(PG_FUNCTION_ARGS)
{
	WorkCalendar *value = (WorkCalendar *) PG_DETOAST_DATUM(PG_GETARG_DATUM(0));
	StringInfoData out;

	pq_begintypsend(&out);
	pq_sendbytes(&out, (char *) value->packed, VARSIZE(value) - offsetof(WorkCalendar, packed));
	PG_RETURN_BYTEA_P(pq_endtypsend(&out));
}

/* ---- order and hash: by digest, arbitrary but stable ---- */

static int
compare_values(FunctionCallInfo fcinfo)
{
	WorkCalendar *a = (WorkCalendar *) PG_DETOAST_DATUM(PG_GETARG_DATUM(0));
	WorkCalendar *b = (WorkCalendar *) PG_DETOAST_DATUM(PG_GETARG_DATUM(1));
	int			result = memcmp(a->digest, b->digest, WORK_CALENDAR_DIGEST_SIZE);

	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	return result;
}

MOTCUA_COMPARISONS(work_calendar, compare_values)

PG_FUNCTION_INFO_V1(motcua_work_calendar_hash);
Datum
motcua_work_calendar_hash(PG_FUNCTION_ARGS)
{
	WorkCalendar *value = (WorkCalendar *) PG_DETOAST_DATUM(PG_GETARG_DATUM(0));

	PG_RETURN_DATUM(hash_any(value->digest, WORK_CALENDAR_DIGEST_SIZE));
}

PG_FUNCTION_INFO_V1(motcua_work_calendar_hash_extended);
Datum
motcua_work_calendar_hash_extended(PG_FUNCTION_ARGS)
{
	WorkCalendar *value = (WorkCalendar *) PG_DETOAST_DATUM(PG_GETARG_DATUM(0));

	PG_RETURN_DATUM(hash_any_extended(value->digest, WORK_CALENDAR_DIGEST_SIZE,
									  PG_GETARG_INT64(1)));
}

/*
 * This file holds the input, output, comparison and hash functions of the SQL type dossier. Its
 * text form is a JSON object with its events; its binary form is the packed bytes of core/dossier.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"

#include "common/comparisons.h"
#include "common/json_fields.h"
#include "core/base/iso_time.h"
#include "deadline/time_limit_sql.h"
#include "dossier/dossier_sql.h"

#define HINT                                                                                \
	"Let motcua.dossier or motcua.dossier_of make it; its text form is a JSON object with " \
	"\"received_at\", \"time_limit\", \"first_due_at\" and \"events\"."

/* ---- text: reading ---- */

/* What was read of a dossier, and which of its keys are there. */
typedef struct DossierText
{
	mc_dossier dossier;
	bool has_received;
	bool has_original;
	bool has_current;
	StringInfoData events; /* the events that were read, packed */
} DossierText;

/* What was read of an event, and which of its keys are there. */
typedef struct EventText
{
	mc_event event;
	bool has_at;
	bool has_kind;
	char *detail;
} EventText;

/* Report 22P02: the value of a key must be something else. Return false if the error is soft. */
static bool
bad_field(const char *key, int key_length, const char *what, struct Node *escontext)
{
	motcua_ereturn(escontext, false,
				   (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					errmsg("\"%.*s\" of a dossier must be %s", key_length, key, what),
					errhint(HINT)));
}

/* Report 22P02: there is no such key. Return false if the error is soft. */
static bool
unknown_key(const char *key, int key_length, const char *where, struct Node *escontext)
{
	motcua_ereturn(escontext, false,
				   (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					errmsg("unknown key \"%.*s\" in %s of a dossier", key_length, key, where),
					errhint(HINT)));
}

static bool
read_instant(const char *key, int key_length, JsonbValue *value, mc_instant *at,
			 struct Node *escontext)
{
	if (value->type == jbvString &&
		mc_parse_iso_instant(value->val.string.val, value->val.string.len, at))
		return true;
	return bad_field(key, key_length, "a time such as \"2026-03-02T09:00:00+07:00\"", escontext);
}

static bool
read_event_field(void *target, const char *key, int key_length, JsonbValue *value,
				 struct Node *escontext)
{
	EventText *text = target;
	int kind;

	if (motcua_key_is(key, key_length, "at"))
	{
		text->has_at = true;
		return read_instant(key, key_length, value, &text->event.at, escontext);
	}
	if (motcua_key_is(key, key_length, "due_at"))
		return read_instant(key, key_length, value, &text->event.dues.current, escontext);
	if (motcua_key_is(key, key_length, "original_due_at"))
		return read_instant(key, key_length, value, &text->event.dues.original, escontext);
	if (motcua_key_is(key, key_length, "detail"))
	{
		text->detail = motcua_json_string(value);
		return text->detail || bad_field(key, key_length, "a string", escontext);
	}
	if (!motcua_key_is(key, key_length, "event"))
		return unknown_key(key, key_length, "an event", escontext);
	kind = value->type == jbvString
			   ? mc_event_kind_by_name(value->val.string.val, value->val.string.len)
			   : -1;
	if (kind < 0 || kind >= MC_EVENT_KIND_COUNT)
		return bad_field(key, key_length,
						 "pause, resume, reappoint, resolve, withdraw, refuse or stop", escontext);
	text->has_kind = true;
	text->event.kind = (mc_event_kind) kind;
	return true;
}

/*
 * Check that an event has exactly the parts of its kind. Its due dates are packed and unpacked, and
 * if they come back changed, the event has none of that kind. Otherwise a due date that was written
 * would be lost without notice.
 */
static bool
settle_event(EventText *text, struct Node *escontext)
{
	mc_event *event = &text->event;
	mc_event packed = *event;
	const uint8 *next;
	uint8 bytes[MC_DOSSIER_EVENT_MAX];
	mc_dossier only;

	if (!text->has_at || !text->has_kind)
		return bad_field("events", 6, "objects with \"at\" and \"event\"", escontext);
	if (text->detail)
		event->detail = mc_event_detail_by_name(event->kind, text->detail, strlen(text->detail));
	if (event->detail < 0)
		return bad_field("detail", 6, "the reason of a pause or the rule of a resume", escontext);
	only.end = bytes + mc_pack_event(event, bytes);
	next = bytes;
	mc_next_event(&only, &next, &packed);
	if (packed.dues.original != event->dues.original || packed.dues.current != event->dues.current)
		return bad_field("due_at", 6, "left out of events that change no due date", escontext);
	return true;
}

static bool
read_event(void *target, const char *key, int key_length, JsonbValue *value, struct Node *escontext)
{
	DossierText *text = target;
	EventText event = {.event.dues = {MC_INSTANT_INFINITY, MC_INSTANT_INFINITY}};
	uint8 bytes[MC_DOSSIER_EVENT_MAX];

	if (key || !motcua_json_is_object(value))
		return bad_field("events", 6, "an array of objects", escontext);
	if (!motcua_read_json_container(value->val.binary.data, read_event_field, &event, escontext) ||
		!settle_event(&event, escontext))
		return false;
	if (++text->dossier.event_count > MC_DOSSIER_EVENTS_MAX)
		motcua_ereturn(escontext, false,
					   (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("a dossier has more than %d events", MC_DOSSIER_EVENTS_MAX),
						errhint("Look for events that were applied twice, or for several "
								"dossiers under one code.")));
	appendBinaryStringInfo(&text->events, (char *) bytes, mc_pack_event(&event.event, bytes));
	return true;
}

static bool
read_dossier_field(void *target, const char *key, int key_length, JsonbValue *value,
				   struct Node *escontext)
{
	DossierText *text = target;
	mc_dossier *dossier = &text->dossier;

	if (motcua_key_is(key, key_length, "events"))
		return motcua_json_is_array(value)
				   ? motcua_read_json_container(value->val.binary.data, read_event, text, escontext)
				   : bad_field(key, key_length, "an array of objects", escontext);
	if (motcua_key_is(key, key_length, "time_limit"))
		return value->type == jbvString
				   ? motcua_read_time_limit(value->val.string.val, value->val.string.len,
											&dossier->limit, escontext)
				   : bad_field(key, key_length, "a time limit in quotes", escontext);
	if (motcua_key_is(key, key_length, "received_at"))
	{
		text->has_received = true;
		return read_instant(key, key_length, value, &dossier->received, escontext);
	}
	if (motcua_key_is(key, key_length, "first_due_at"))
		return read_instant(key, key_length, value, &dossier->first_due, escontext);
	if (motcua_key_is(key, key_length, "original_due_at"))
	{
		text->has_original = true;
		return read_instant(key, key_length, value, &dossier->dues.original, escontext);
	}
	if (motcua_key_is(key, key_length, "due_at"))
	{
		text->has_current = true;
		return read_instant(key, key_length, value, &dossier->dues.current, escontext);
	}
	return unknown_key(key, key_length, "the text", escontext);
}

/*
 * Return the value of a text that was read. A due date that is missing equals the first one. Report
 * 22P02 if the dossier has a defect.
 */
static Datum
dossier_of_text(DossierText *text, struct Node *escontext)
{
	uint8 *packed = palloc(MC_DOSSIER_HEAD_MAX + text->events.len);
	Size length;
	const char *defect;

	if (!text->has_original)
		text->dossier.dues.original = text->dossier.first_due;
	if (!text->has_current)
		text->dossier.dues.current = text->dossier.first_due;
	length = mc_pack_dossier_head(&text->dossier, packed);
	memcpy(packed + length, text->events.data, text->events.len);
	length += text->events.len;
	defect = text->has_received ? mc_dossier_defect(packed, length) : "\"received_at\" is missing";
	if (defect)
		motcua_ereturn(escontext, (Datum) 0,
					   (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
						errmsg("invalid dossier: %s", defect), errhint(HINT)));
	return PointerGetDatum(motcua_dossier_of_bytes(packed, length));
}

PG_FUNCTION_INFO_V1(motcua_dossier_in);
Datum
motcua_dossier_in(PG_FUNCTION_ARGS)
{
	DossierText text = {.dossier = {.limit = MC_NO_LIMIT, .first_due = MC_INSTANT_INFINITY}};

	initStringInfo(&text.events);
	if (!motcua_read_json(PG_GETARG_CSTRING(0), "dossier", HINT, read_dossier_field, &text,
						  fcinfo->context))
		PG_RETURN_NULL();
	return dossier_of_text(&text, fcinfo->context);
}

/* ---- text: writing ---- */

/* Append a key and its time, unless there is none. */
static void
append_instant(StringInfo out, const char *key, mc_instant at)
{
	char text[MC_ISO_INSTANT_MAX];

	if (at == MC_INSTANT_INFINITY)
		return;
	mc_format_iso_instant(at, text);
	appendStringInfo(out, ", \"%s\": \"%s\"", key, text);
}

static void
append_event(StringInfo out, const mc_event *event)
{
	const char *detail = mc_event_detail_name(event->kind, event->detail);

	appendStringInfo(out, "{\"at\": \"%s\", \"event\": \"%s\"", motcua_iso_text(event->at),
					 mc_event_kind_name(event->kind));
	if (*detail)
		appendStringInfo(out, ", \"detail\": \"%s\"", detail);
	append_instant(out, "original_due_at", event->dues.original);
	append_instant(out, "due_at", event->dues.current);
	appendStringInfoChar(out, '}');
}

static void
append_events(StringInfo out, const mc_dossier *dossier)
{
	const uint8 *next = dossier->events;
	const char *separator = "";
	mc_event event;

	appendStringInfoString(out, ", \"events\": [");
	while (mc_next_event(dossier, &next, &event))
	{
		appendStringInfoString(out, separator);
		append_event(out, &event);
		separator = ", ";
	}
	appendStringInfoChar(out, ']');
}

static void
append_limit(StringInfo out, mc_time_limit limit)
{
	char text[MC_TIME_LIMIT_TEXT_MAX];

	if (limit == MC_NO_LIMIT)
		return;
	mc_format_time_limit(limit, false, text);
	appendStringInfo(out, ", \"time_limit\": \"%s\"", text);
}

PG_FUNCTION_INFO_V1(motcua_dossier_out);
Datum
motcua_dossier_out(PG_FUNCTION_ARGS)
{
	mc_dossier dossier;
	StringInfoData out;

	motcua_dossier_arg(fcinfo, 0, &dossier);
	initStringInfo(&out);
	appendStringInfo(&out, "{\"received_at\": \"%s\"", motcua_iso_text(dossier.received));
	append_limit(&out, dossier.limit);
	append_instant(&out, "first_due_at", dossier.first_due);
	if (dossier.dues.original != dossier.first_due)
		append_instant(&out, "original_due_at", dossier.dues.original);
	if (dossier.dues.current != dossier.first_due)
		append_instant(&out, "due_at", dossier.dues.current);
	append_events(&out, &dossier);
	appendStringInfoChar(&out, '}');
	PG_RETURN_CSTRING(out.data);
}

/* ---- binary ---- */

PG_FUNCTION_INFO_V1(motcua_dossier_recv);
Datum
motcua_dossier_recv(PG_FUNCTION_ARGS)
{
	StringInfo buffer = (StringInfo) PG_GETARG_POINTER(0);
	int length = buffer->len - buffer->cursor;
	const uint8 *packed = (const uint8 *) pq_getmsgbytes(buffer, length);
	const char *defect = mc_dossier_defect(packed, length);

	if (defect)
		ereport(ERROR, (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
						errmsg("invalid binary dossier: %s", defect)));
	PG_RETURN_POINTER(motcua_dossier_of_bytes(packed, length));
}

PG_FUNCTION_INFO_V1(motcua_dossier_send);
Datum
motcua_dossier_send(PG_FUNCTION_ARGS)
{
	mc_dossier dossier;
	const uint8 *packed = motcua_dossier_arg(fcinfo, 0, &dossier);
	StringInfoData out;

	pq_begintypsend(&out);
	pq_sendbytes(&out, (const char *) packed, dossier.end - packed);
	PG_RETURN_BYTEA_P(pq_endtypsend(&out));
}

/* ---- order and hash ---- */

/*
 * The detoasted copies are freed, because sorting compares many values before the memory of the
 * query is reset.
 */
static int
compare_dossiers(FunctionCallInfo fcinfo)
{
	struct varlena *a = PG_GETARG_VARLENA_PP(0);
	struct varlena *b = PG_GETARG_VARLENA_PP(1);
	int result = mc_dossier_compare((const uint8 *) VARDATA_ANY(a), VARSIZE_ANY_EXHDR(a),
									(const uint8 *) VARDATA_ANY(b), VARSIZE_ANY_EXHDR(b));

	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	return result;
}

MOTCUA_COMPARISONS(dossier, compare_dossiers)

PG_FUNCTION_INFO_V1(motcua_dossier_hash);
Datum
motcua_dossier_hash(PG_FUNCTION_ARGS)
{
	mc_dossier dossier;
	const uint8 *packed = motcua_dossier_arg(fcinfo, 0, &dossier);

	PG_RETURN_DATUM(hash_any(packed, dossier.end - packed));
}

PG_FUNCTION_INFO_V1(motcua_dossier_hash_extended);
Datum
motcua_dossier_hash_extended(PG_FUNCTION_ARGS)
{
	mc_dossier dossier;
	const uint8 *packed = motcua_dossier_arg(fcinfo, 0, &dossier);

	PG_RETURN_DATUM(hash_any_extended(packed, dossier.end - packed, PG_GETARG_INT64(1)));
}

/*
 * The aggregate dossier_agg(at, event, detail [, calendar]): folds a table of status
 * changes into dossiers. Its state is the list of events as they came, in a bytea, so
 * that it travels between servers and workers; the final function sorts and folds it.
 */
#include "postgres.h"

#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

#include "common/aggregate.h"
#include "common/compat.h"
#include "common/moment_sql.h"
#include "core/base/moment_text.h"
#include "deadline/time_limit_sql.h"
#include "dossier/dossier_sql.h"

#define STATE_VERSION 1
#define RECEIVE 255 /* the event that an mc_event_kind is not */
#define NO_DETAIL UINT32_MAX
#define FIRST_ROOM 256 /* bytes of a new state */

typedef enum CalendarGiven
{
	CALENDAR_OF_SESSION,
	CALENDAR_BY_NAME,
	CALENDAR_BY_VALUE
} CalendarGiven;

/* A bytea with room to grow: used bytes of its data count. The calendar comes first, then records. */
typedef struct EventList
{
	int32 vl_len_;
	uint8 version;
	uint8 calendar_given;
	uint8 reserved[2];
	uint32 used; /* of data */
	uint32 calendar_size;
	char data[FLEXIBLE_ARRAY_MEMBER];
} EventList;

#define LIST_HEADER offsetof(EventList, data)

/* Before each detail. */
typedef struct Record
{
	int64 at; /* a packed moment */
	uint32 kind;
	uint32 detail_length; /* or NO_DETAIL */
} Record;

typedef struct StatusChange
{
	Record record;
	mc_moment moment;
	mc_instant at; /* in UTC */
	const char *detail;
	int position; /* ties keep the order in which rows came */
} StatusChange;

/* ---- the list ---- */

static EventList *
new_list(MemoryContext context, Size room)
{
	EventList *list = MemoryContextAllocZero(context, LIST_HEADER + room);

	SET_VARSIZE(list, LIST_HEADER + room);
	list->version = STATE_VERSION;
	return list;
}

static inline Size
room_of(const EventList *list)
{
	return VARSIZE(list) - LIST_HEADER;
}

/* The list with room for more bytes: itself, or a copy of twice the size. The executor frees the old one. */
static EventList *
with_room(EventList *list, Size more, MemoryContext context)
{
	EventList *larger;

	if (list->used + more <= room_of(list))
		return list;
	if (list->used + more > MaxAllocSize / 4)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("too many status changes for one dossier"),
						errhint("Group by the dossier's own code.")));
	larger = new_list(context, 2 * (list->used + more));
	larger->calendar_given = list->calendar_given;
	larger->calendar_size = list->calendar_size;
	larger->used = list->used;
	memcpy(larger->data, list->data, list->used);
	return larger;
}

static void
append(EventList *list, const void *bytes, Size length)
{
	memcpy(list->data + list->used, bytes, length);
	list->used += length;
}

/* A list from another worker or server: its sizes must agree. */
static EventList *
list_arg(FunctionCallInfo fcinfo, int argno)
{
	EventList *list = (EventList *) PG_DETOAST_DATUM(PG_GETARG_DATUM(argno));

	if (VARSIZE(list) < LIST_HEADER || list->version != STATE_VERSION ||
		list->used > room_of(list) || list->calendar_size > list->used)
		motcua_damaged_state("dossier_agg");
	return list;
}

/* ---- transition ---- */

/* By value: its packed bytes, without the digest, which only we may compute. */
static EventList *
begin_list(FunctionCallInfo fcinfo, MemoryContext context, CalendarGiven given)
{
	struct varlena *calendar =
		given == CALENDAR_OF_SESSION ? NULL : PG_DETOAST_DATUM(PG_GETARG_DATUM(4));
	Size skipped = given == CALENDAR_BY_VALUE ? offsetof(WorkCalendar, packed) : VARHDRSZ;
	Size size = calendar ? VARSIZE(calendar) - skipped : 0;
	EventList *list = new_list(context, size + FIRST_ROOM);

	list->calendar_given = given;
	list->calendar_size = size;
	if (calendar)
		append(list, (char *) calendar + skipped, size);
	return list;
}

static uint32
event_arg(FunctionCallInfo fcinfo)
{
	text *name = PG_GETARG_TEXT_PP(2);
	int kind = mc_event_kind_by_name(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));

	if (kind >= 0)
		return kind;
	if (VARSIZE_ANY_EXHDR(name) != strlen("receive") ||
		memcmp(VARDATA_ANY(name), "receive", strlen("receive")) != 0)
		ereport(
			ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unknown event of a dossier: \"%s\"", text_to_cstring(name)),
			 errhint(
				 "Use receive, pause, resume, reappoint, resolve, withdraw, refuse or stop; map other codes with CASE.")));
	return RECEIVE;
}

static EventList *
add_record(FunctionCallInfo fcinfo, EventList *list, MemoryContext context)
{
	text *detail = PG_ARGISNULL(3) ? NULL : PG_GETARG_TEXT_PP(3);
	Size length = detail ? VARSIZE_ANY_EXHDR(detail) : 0;
	Record record = {PG_GETARG_INT64(1), event_arg(fcinfo), detail ? length : NO_DETAIL};

	list = with_room(list, sizeof(Record) + length, context);
	append(list, &record, sizeof(Record));
	if (detail)
		append(list, VARDATA_ANY(detail), length);
	return list;
}

/* Rows without a time or an event, or a calendar value, say nothing and are skipped. */
static Datum
add_change(FunctionCallInfo fcinfo, CalendarGiven given)
{
	MemoryContext context = motcua_aggregate_context(fcinfo);
	EventList *list;

	if (PG_ARGISNULL(1) || PG_ARGISNULL(2) || (given == CALENDAR_BY_VALUE && PG_ARGISNULL(4)))
	{
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}
	if (PG_ARGISNULL(0))
		list = begin_list(fcinfo, context, given);
	else
		list = list_arg(fcinfo, 0);
	PG_RETURN_POINTER(add_record(fcinfo, list, context));
}

PG_FUNCTION_INFO_V1(motcua_dossier_agg_add);
Datum
motcua_dossier_agg_add(PG_FUNCTION_ARGS)
{
	return add_change(fcinfo, CALENDAR_OF_SESSION);
}

PG_FUNCTION_INFO_V1(motcua_dossier_agg_add_on);
Datum
motcua_dossier_agg_add_on(PG_FUNCTION_ARGS)
{
	return add_change(fcinfo, PG_ARGISNULL(4) ? CALENDAR_OF_SESSION : CALENDAR_BY_NAME);
}

PG_FUNCTION_INFO_V1(motcua_dossier_agg_add_on_value);
Datum
motcua_dossier_agg_add_on_value(PG_FUNCTION_ARGS)
{
	return add_change(fcinfo, CALENDAR_BY_VALUE);
}

/* ---- combine ---- */

PG_FUNCTION_INFO_V1(motcua_dossier_agg_combine);
Datum
motcua_dossier_agg_combine(PG_FUNCTION_ARGS)
{
	MemoryContext context = motcua_aggregate_context(fcinfo);
	EventList *list;
	EventList *other;
	EventList *result;

	if (PG_ARGISNULL(0) && PG_ARGISNULL(1))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(1))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	other = list_arg(fcinfo, 1);
	list = PG_ARGISNULL(0) ? new_list(context, 0) : list_arg(fcinfo, 0);
	if (PG_ARGISNULL(0))
	{
		list->calendar_given = other->calendar_given;
		list->calendar_size = 0;
	}
	result = new_list(context, list->used + other->used + FIRST_ROOM);
	result->calendar_given = other->calendar_given;
	result->calendar_size = other->calendar_size;
	append(result, other->data, other->calendar_size);
	append(result, list->data + list->calendar_size, list->used - list->calendar_size);
	append(result, other->data + other->calendar_size, other->used - other->calendar_size);
	PG_RETURN_POINTER(result);
}

/* ---- final ---- */

/* An end on a day without an hour happens at the day's end, all else at its beginning. */
static bool
is_end(uint32 kind)
{
	return kind != RECEIVE && kind >= MC_RESOLVE;
}

/* Takes the next record of a list; false at its end. Details point into the list. */
static bool
next_change(const EventList *list, Size *at, StatusChange *change)
{
	Size left = list->used - *at;

	if (left == 0)
		return false;
	if (left >= sizeof(Record))
		memcpy(&change->record, list->data + *at, sizeof(Record));
	if (left < sizeof(Record) ||
		(change->record.kind >= MC_EVENT_KIND_COUNT && change->record.kind != RECEIVE) ||
		(change->record.detail_length != NO_DETAIL &&
		 change->record.detail_length > left - sizeof(Record)))
		motcua_damaged_state("dossier_agg");
	if (!mc_packed_moment_is_valid(change->record.at))
		motcua_damaged_state("dossier_agg");
	change->moment = mc_unpack_moment(change->record.at);
	change->at = motcua_instant_of_moment(change->moment, is_end(change->record.kind));
	*at += sizeof(Record);
	change->detail = list->data + *at;
	if (change->record.detail_length != NO_DETAIL)
		*at += change->record.detail_length;
	return true;
}

static int
compare_changes(const void *a, const void *b)
{
	const StatusChange *left = a;
	const StatusChange *right = b;

	if (left->at != right->at)
		return left->at < right->at ? -1 : 1;
	return (left->position > right->position) - (left->position < right->position);
}

static StatusChange *
sorted_changes(const EventList *list, int *count)
{
	StatusChange change;
	StatusChange *changes;
	Size at = list->calendar_size;

	for (*count = 0; next_change(list, &at, &change); ++*count)
		;
	changes = palloc(*count * sizeof(StatusChange));
	at = list->calendar_size;
	for (int i = 0; next_change(list, &at, &changes[i]); i++)
		changes[i].position = i;
	qsort(changes, *count, sizeof(StatusChange), compare_changes);
	return changes;
}

/* What the final function remembers between groups. The reference is the cache's, and comes first. */
typedef struct FinalMemory
{
	CalendarRef ref;
	WorkCalendar *value; /* the last one that was read */
} FinalMemory;

static FinalMemory *
final_memory(FunctionCallInfo fcinfo)
{
	if (!fcinfo->flinfo->fn_extra)
		fcinfo->flinfo->fn_extra =
			MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(FinalMemory));
	return fcinfo->flinfo->fn_extra;
}

/* Reading a value costs a hash, so the last one is kept. */
static const Calendar *
calendar_by_packed_value(FinalMemory *memory, MemoryContext context, const uint8 *packed, Size size)
{
	WorkCalendar *value = memory->value;

	if (!value || VARSIZE(value) != offsetof(WorkCalendar, packed) + size ||
		memcmp(value->packed, packed, size) != 0)
	{
		value = motcua_read_work_calendar(packed, size);
		if (memory->value)
			pfree(memory->value);
		memory->value = MemoryContextAlloc(context, VARSIZE(value));
		memcpy(memory->value, value, VARSIZE(value));
	}
	return motcua_calendar_of_value(memory->value);
}

/* The calendar of the rows, looked up when a due date first asks for it. */
static const Calendar *
calendar_of_list(FunctionCallInfo fcinfo, const EventList *list)
{
	FinalMemory *memory = final_memory(fcinfo);

	switch ((CalendarGiven) list->calendar_given)
	{
		case CALENDAR_BY_NAME:
			return motcua_calendar_named(fcinfo, pnstrdup(list->data, list->calendar_size));
		case CALENDAR_BY_VALUE:
			return calendar_by_packed_value(memory, fcinfo->flinfo->fn_mcxt,
											(const uint8 *) list->data, list->calendar_size);
		default:
			return motcua_calendar_named(fcinfo, NULL);
	}
}

static void
fold_receipt(FunctionCallInfo fcinfo, const EventList *list, const StatusChange *change,
			 mc_dossier *dossier)
{
	mc_time_limit limit;

	if (change->record.kind != RECEIVE)
		ereport(
			ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("the history of a dossier begins with \"%s\" at \"%s\" instead of \"receive\"",
					mc_event_kind_name(change->record.kind), motcua_iso_text(change->at)),
			 errhint(
				 "Give the receipt as an event too: (received_at, 'receive', the time limit or NULL).")));
	*dossier = (mc_dossier){.received = change->at,
							.limit = MC_NO_LIMIT,
							.first_due = MC_INSTANT_INFINITY,
							.dues = {MC_INSTANT_INFINITY, MC_INSTANT_INFINITY}};
	if (change->record.detail_length == NO_DETAIL)
		return;
	motcua_read_time_limit(change->detail, change->record.detail_length, &limit, NULL);
	motcua_set_receipt(calendar_of_list(fcinfo, list), change->moment, limit, dossier);
}

/* Return the new due date that the detail of a re-appointment states; a day is its end. */
static mc_instant
due_detail(const StatusChange *change)
{
	Size length = change->record.detail_length == NO_DETAIL ? 0 : change->record.detail_length;
	mc_moment due;

	if (mc_read_moment(change->detail, length, &due) != MC_MOMENT_IS_READABLE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_DATETIME_FORMAT),
				 errmsg("invalid new due date \"%.*s\" of a re-appointment", (int) length,
						change->detail),
				 errhint("Write it as \"2026-04-03 17:00\" or \"2026-04-03\" in the detail.")));
	return motcua_instant_of_moment(due, true);
}

static void
read_change(const StatusChange *change, mc_event *event)
{
	*event = (mc_event){.at = change->at,
						.kind = (mc_event_kind) change->record.kind,
						.dues = {MC_INSTANT_INFINITY, MC_INSTANT_INFINITY}};
	if (event->kind == MC_REAPPOINT)
		event->dues.current = due_detail(change);
	else if (change->record.detail_length != NO_DETAIL &&
			 (event->kind == MC_PAUSE || event->kind == MC_RESUME))
		event->detail =
			motcua_event_detail(event->kind, change->detail, change->record.detail_length);
}

static Size
fold_change(FunctionCallInfo fcinfo, const EventList *list, const StatusChange *change,
			const mc_dossier *dossier, mc_dossier_state *state, int count, uint8 *out)
{
	mc_event event;

	if (change->record.kind >= MC_EVENT_KIND_COUNT)
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("a dossier received at \"%s\" is received again at \"%s\"",
							   motcua_iso_text(dossier->received), motcua_iso_text(change->at)),
						errhint("Group by the dossier's own code; one dossier is received once.")));
	read_change(change, &event);
	motcua_check_event(state, count, &event);
	if (event.kind == MC_RESUME && event.detail != MC_SUBTRACT)
		motcua_set_resumed_dues(calendar_of_list(fcinfo, list), dossier->limit, state, &event);
	mc_apply_event(state, &event);
	return mc_pack_event(&event, out);
}

PG_FUNCTION_INFO_V1(motcua_dossier_agg_final);
Datum
motcua_dossier_agg_final(PG_FUNCTION_ARGS)
{
	EventList *list = list_arg(fcinfo, 0);
	int count;
	StatusChange *changes = sorted_changes(list, &count);
	mc_dossier dossier;
	mc_dossier_state state;
	uint8 *packed;
	Size length;

	if (count == 0)
		PG_RETURN_NULL();
	for (int i = 0; i < count; i++)
		motcua_check_instant(changes[i].at);
	fold_receipt(fcinfo, list, &changes[0], &dossier);
	state = mc_dossier_on_receipt(&dossier);
	dossier.event_count = count - 1;
	packed = palloc(MC_DOSSIER_HEAD_MAX + (Size) count * MC_DOSSIER_EVENT_MAX);
	length = mc_pack_dossier_head(&dossier, packed);
	for (int i = 1; i < count; i++)
		length += fold_change(fcinfo, list, &changes[i], &dossier, &state, i - 1, packed + length);
	PG_RETURN_POINTER(motcua_dossier_of_bytes(packed, length));
}

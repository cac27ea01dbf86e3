/*
 * This file holds the final function of the aggregate dossier_agg. It sorts the status changes of a
 * dossier by time and applies them one after another. It refuses a history with the first event
 * that cannot happen.
 */
#include "postgres.h"

#include "calendar/work_calendar.h"
#include "common/aggregate.h"
#include "common/compat.h"
#include "core/base/moment_text.h"
#include "core/dossier/event_list.h"
#include "deadline/time_limit_sql.h"
#include "dossier/dossier_agg.h"
#include "dossier/dossier_sql.h"

/* ---- the calendar of the rows ---- */

/*
 * What the final function remembers between groups. `ref` must come first, because the calendar
 * cache finds it there.
 */
typedef struct FinalMemory
{
	CalendarRef ref;
	WorkCalendar *value; /* the last calendar that was given by value */
} FinalMemory;

/* Return what the expression remembers in fn_extra. */
static FinalMemory *
final_memory(FunctionCallInfo fcinfo)
{
	if (!fcinfo->flinfo->fn_extra)
		fcinfo->flinfo->fn_extra =
			MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(FinalMemory));
	return fcinfo->flinfo->fn_extra;
}

/*
 * Return the calendar of a packed value. Reading a value costs a hash, so that the last one is
 * kept.
 */
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

/* Return the calendar that the rows give. It is looked up only when a due date asks for it. */
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

/* ---- the changes ---- */

/*
 * Read the change at *next and advance *next behind it; its detail points into the list. Return
 * false at the end of the list. Raise 22P03 if the bytes are not a change.
 */
static bool
next_change(const EventList *list, const uint8 **next, mc_status_change *change)
{
	const uint8 *end = (const uint8 *) list->data + list->used;

	if (*next == end)
		return false;
	if (!mc_take_change(next, end, change))
		motcua_damaged_state("dossier_agg");
	return true;
}

/* Return the changes of a list, sorted by time, and store their number. */
static mc_status_change *
sorted_changes(const EventList *list, int *count)
{
	const uint8 *first = (const uint8 *) list->data + list->calendar_size;
	const uint8 *next = first;
	mc_status_change change;
	mc_status_change *changes;

	for (*count = 0; next_change(list, &next, &change); ++*count)
		;
	changes = palloc(*count * sizeof(mc_status_change));
	next = first;
	for (int i = 0; next_change(list, &next, &changes[i]); i++)
		changes[i].position = i;
	mc_sort_changes(changes, *count);
	return changes;
}

/*
 * Set the receipt of a dossier from its first change, whose detail is the time limit. Raise 55000
 * if the change is no receipt.
 */
static void
fold_receipt(FunctionCallInfo fcinfo, const EventList *list, const mc_status_change *change,
			 mc_dossier *dossier)
{
	mc_time_limit limit;

	if (change->kind != MC_RECEIVE)
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("the history of a dossier begins with \"%s\" at \"%s\" instead of "
							   "\"receive\"",
							   mc_event_kind_name(change->kind), motcua_iso_text(change->at)),
						errhint("Give the receipt as an event too: (received_at, 'receive', the "
								"time limit or NULL).")));
	*dossier = (mc_dossier){.received = change->at,
							.limit = MC_NO_LIMIT,
							.first_due = MC_INSTANT_INFINITY,
							.dues = {MC_INSTANT_INFINITY, MC_INSTANT_INFINITY}};
	if (change->detail == NULL)
		return;
	motcua_read_time_limit(change->detail, change->detail_length, &limit, NULL);
	motcua_set_receipt(calendar_of_list(fcinfo, list), change->moment, limit, dossier);
}

/*
 * Return the new due date that the detail of a re-appointment states, counted in UTC. A day means
 * its last microsecond. Raise 22007 if the detail is missing or no time.
 */
static mc_instant
due_detail(const mc_status_change *change)
{
	mc_moment due;

	if (change->detail == NULL ||
		mc_read_moment(change->detail, change->detail_length, &due) != MC_MOMENT_IS_READABLE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_DATETIME_FORMAT),
				 errmsg("invalid new due date \"%.*s\" of a re-appointment",
						(int) change->detail_length, change->detail ? change->detail : ""),
				 errhint("Write it as \"2026-04-03 17:00\" or \"2026-04-03\" in the detail.")));
	return mc_instant_of_moment(due, true);
}

/* Set an event from a change: its reason or rule, or its new due date, comes from the detail. */
static void
read_change(const mc_status_change *change, mc_event *event)
{
	*event = (mc_event){
		.at = change->at, .kind = change->kind, .dues = {MC_INSTANT_INFINITY, MC_INSTANT_INFINITY}};
	if (event->kind == MC_REAPPOINT)
		event->dues.current = due_detail(change);
	else if (change->detail != NULL && (event->kind == MC_PAUSE || event->kind == MC_RESUME))
		event->detail = motcua_event_detail(event->kind, change->detail, change->detail_length);
}

/*
 * Apply a change to the state and write it as the event number `count`, counted from 0. Return the
 * number of bytes written. Raise the reason if the event cannot happen.
 */
static Size
fold_change(FunctionCallInfo fcinfo, const EventList *list, const mc_status_change *change,
			const mc_dossier *dossier, mc_dossier_state *state, int count, uint8 *out)
{
	mc_event event;

	if (change->kind == MC_RECEIVE)
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
	EventList *list = motcua_event_list_arg(fcinfo, 0);
	int count;
	mc_status_change *changes = sorted_changes(list, &count);
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

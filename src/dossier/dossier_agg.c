/*
 * This file holds the transition and combine functions of the aggregate dossier_agg(at, event,
 * detail [, calendar]), which makes dossiers from a table of status changes. The state is the list
 * of changes as they came. It is a bytea, so that it can be sent to other servers and workers. The
 * final function in dossier_fold.c sorts the list and applies the changes.
 */
#include "postgres.h"

#include "utils/builtins.h"
#include "utils/memutils.h"

#include "calendar/calendar_cache.h"
#include "common/aggregate.h"
#include "common/compat.h"
#include "common/moment_sql.h"
#include "core/dossier/event_list.h"
#include "dossier/dossier_agg.h"

#define FIRST_ROOM 256 /* bytes of a new state besides the calendar */
#define LIST_HEADER offsetof(EventList, data)

/* ---- the list ---- */

/* Return an empty list with room for so many bytes. */
static EventList *
new_list(MemoryContext context, Size room)
{
	EventList *list = MemoryContextAllocZero(context, LIST_HEADER + room);

	SET_VARSIZE(list, LIST_HEADER + room);
	list->version = MOTCUA_EVENT_LIST_VERSION;
	return list;
}

static inline Size
room_of(const EventList *list)
{
	return VARSIZE(list) - LIST_HEADER;
}

/*
 * Return a list with room for so many more bytes: the list itself or a copy of twice the size. The
 * executor frees the old one.
 */
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

/* The list may come from another worker or server, so its sizes must be checked. */
EventList *
motcua_event_list_arg(FunctionCallInfo fcinfo, int argno)
{
	EventList *list = (EventList *) PG_DETOAST_DATUM(PG_GETARG_DATUM(argno));

	if (VARSIZE(list) < LIST_HEADER || list->version != MOTCUA_EVENT_LIST_VERSION ||
		list->used > room_of(list) || list->calendar_size > list->used)
		motcua_damaged_state("dossier_agg");
	return list;
}

/* ---- transition ---- */

/*
 * Return a list that begins with the calendar of the row. Of a calendar that is given by value, the
 * list holds the packed bytes without their digest, because a state can come from outside. The
 * final function computes the digest itself.
 */
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

/* Return the kind of event that argument 2 names. Raise 22023 for an unknown name. */
static mc_event_kind
event_arg(FunctionCallInfo fcinfo)
{
	text *name = PG_GETARG_TEXT_PP(2);
	int kind = mc_event_kind_by_name(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));

	if (kind < 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("unknown event of a dossier: \"%s\"", text_to_cstring(name)),
						errhint("Use receive, pause, resume, reappoint, resolve, withdraw, refuse "
								"or stop; map other codes with CASE.")));
	return (mc_event_kind) kind;
}

/* Append the change of the row. Return the list, which may have moved. */
static EventList *
add_event(FunctionCallInfo fcinfo, EventList *list, MemoryContext context)
{
	text *detail = PG_ARGISNULL(3) ? NULL : PG_GETARG_TEXT_PP(3);
	Size length = detail ? VARSIZE_ANY_EXHDR(detail) : 0;
	Size size = mc_packed_change_size(length);
	mc_event_kind kind = event_arg(fcinfo);

	list = with_room(list, size, context);
	mc_pack_change(motcua_moment_arg(fcinfo, 1), kind, detail ? VARDATA_ANY(detail) : NULL, length,
				   (uint8 *) list->data + list->used);
	list->used += size;
	return list;
}

/*
 * Append the change of the row. A row without a time or an event is skipped, and so is a row whose
 * calendar is given by value and is NULL.
 */
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
		list = motcua_event_list_arg(fcinfo, 0);
	PG_RETURN_POINTER(add_event(fcinfo, list, context));
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
	other = motcua_event_list_arg(fcinfo, 1);
	list = PG_ARGISNULL(0) ? new_list(context, 0) : motcua_event_list_arg(fcinfo, 0);
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

/*
 * This file holds the SQL functions that make dossiers, and those that let an event happen to a
 * dossier. Each of these transitions returns a new value.
 */
#include "postgres.h"

#include "utils/builtins.h"
#include "utils/date.h"

#include "calendar/calendar_function.h"
#include "deadline/deadline_sql.h"
#include "dossier/dossier_sql.h"
#include "dossier/dossier_zone.h"
#include "dossier/outcome_sql.h"

/* ---- dossier(received_at, time_limit, calendar) ---- */

static inline Datum
dossier(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	mc_dossier dossier = {0};

	motcua_set_receipt(calendar, motcua_moment_arg(fcinfo, 0), PG_GETARG_INT64(1), &dossier);
	PG_RETURN_POINTER(motcua_make_dossier(&dossier, NULL));
}
MOTCUA_CALENDAR_FUNCTION(dossier, 2, 2)

/* ---- dossier_of(received_at, due_at, ended_at, ended_as), from columns ---- */

static Datum
make_dossier_of(mc_instant received, mc_instant due, mc_instant ended, mc_ended_as ended_as)
{
	mc_dossier dossier = {
		.received = received, .limit = MC_NO_LIMIT, .first_due = due, .dues = {due, due}};
	mc_event end = {.at = ended, .kind = (mc_event_kind) (MC_RESOLVE + ended_as)};
	mc_dossier_state state = mc_dossier_on_receipt(&dossier);

	motcua_check_instant(received);
	if (due != MC_INSTANT_INFINITY)
		motcua_check_instant(due);
	if (ended == MC_INSTANT_INFINITY)
		PG_RETURN_POINTER(motcua_make_dossier(&dossier, NULL));
	motcua_check_instant(ended);
	motcua_check_event(&state, 0, &end);
	PG_RETURN_POINTER(motcua_make_dossier(&dossier, &end));
}

/*
 * dossier_of treats an infinite due date as a missing one. It returns NULL if the dossier was not
 * received yet, that is, if the receipt is NULL or infinite.
 */
PG_FUNCTION_INFO_V1(motcua_dossier_of);
Datum
motcua_dossier_of(PG_FUNCTION_ARGS)
{
	mc_instant received = mc_instant_of_moment(motcua_moment_arg(fcinfo, 0), false);
	mc_instant due = mc_instant_of_moment(motcua_moment_arg(fcinfo, 1), true);
	mc_instant ended = mc_instant_of_moment(motcua_moment_arg(fcinfo, 2), true);

	if (TIMESTAMP_NOT_FINITE(received))
		PG_RETURN_NULL();
	if (due == MC_INSTANT_MINUS_INFINITY)
		due = MC_INSTANT_INFINITY;
	return make_dossier_of(received, due, ended, motcua_ended_as_arg(fcinfo, 3));
}

/*
 * ---- transitions ----
 *
 * If only the day of an event is known, the event happens at the beginning of the day. An end
 * happens at the end of the day, and a new due date means the end of the day.
 */

/* Return a new value with one more event: the bytes of the dossier, then those of the event. */
static Datum
with_event(const uint8 *packed, const mc_dossier *dossier, const mc_event *event)
{
	uint8 bytes[MC_DOSSIER_EVENT_MAX];
	Size length = mc_pack_event(event, bytes);
	Size before = dossier->end - packed;
	struct varlena *value = palloc(VARHDRSZ + before + length);

	SET_VARSIZE(value, VARHDRSZ + before + length);
	memcpy(VARDATA(value), packed, before);
	memcpy(VARDATA(value) + before, bytes, length);
	mc_count_packed_event((uint8 *) VARDATA(value));
	PG_RETURN_POINTER(value);
}

/* Let an event happen to the dossier of argument 0. Raise the reason if it cannot. */
static Datum
happen(FunctionCallInfo fcinfo, const mc_event *event)
{
	mc_dossier dossier;
	const uint8 *packed = motcua_dossier_arg(fcinfo, 0, &dossier);
	mc_dossier_state state = mc_dossier_now(&dossier);

	motcua_check_instant(event->at);
	motcua_check_event(&state, dossier.event_count, event);
	return with_event(packed, &dossier, event);
}

/* Return the reason of a pause or the rule of a resume that an argument names. */
static int
detail_arg(FunctionCallInfo fcinfo, int argno, mc_event_kind kind)
{
	text *name = motcua_text_option(fcinfo, argno, kind == MC_PAUSE ? "supplement" : "restart");

	return motcua_event_detail(kind, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
}

PG_FUNCTION_INFO_V1(motcua_pause);
Datum
motcua_pause(PG_FUNCTION_ARGS)
{
	mc_event pause = {.at = mc_instant_of_moment(motcua_moment_arg(fcinfo, 1), false),
					  .kind = MC_PAUSE,
					  .detail = detail_arg(fcinfo, 2, MC_PAUSE)};

	if (motcua_is_missing(fcinfo, 2))
		PG_RETURN_NULL();
	return happen(fcinfo, &pause);
}

static Datum
resume(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	mc_event event = {.at = mc_instant_of_moment(motcua_moment_arg(fcinfo, 1), false),
					  .kind = MC_RESUME,
					  .detail = detail_arg(fcinfo, 2, MC_RESUME)};
	mc_dossier dossier;
	const uint8 *packed = motcua_dossier_arg(fcinfo, 0, &dossier);
	mc_dossier_state state = mc_dossier_now(&dossier);

	motcua_check_instant(event.at);
	motcua_check_event(&state, dossier.event_count, &event);
	motcua_set_resumed_dues(calendar, dossier.limit, &state, &event);
	return with_event(packed, &dossier, &event);
}
MOTCUA_CALENDAR_FUNCTION(resume, 2, 3)

PG_FUNCTION_INFO_V1(motcua_reappoint);
Datum
motcua_reappoint(PG_FUNCTION_ARGS)
{
	mc_event event = {.at = mc_instant_of_moment(motcua_moment_arg(fcinfo, 1), false),
					  .kind = MC_REAPPOINT,
					  .dues.current = mc_instant_of_moment(motcua_moment_arg(fcinfo, 2), true)};

	motcua_check_instant(event.dues.current);
	return happen(fcinfo, &event);
}

static Datum
end(FunctionCallInfo fcinfo, mc_event_kind kind)
{
	mc_event event = {.at = mc_instant_of_moment(motcua_moment_arg(fcinfo, 1), true), .kind = kind};

	return happen(fcinfo, &event);
}

PG_FUNCTION_INFO_V1(motcua_resolve);
Datum
motcua_resolve(PG_FUNCTION_ARGS)
{
	return end(fcinfo, MC_RESOLVE);
}

PG_FUNCTION_INFO_V1(motcua_withdraw);
Datum
motcua_withdraw(PG_FUNCTION_ARGS)
{
	return end(fcinfo, MC_WITHDRAW);
}

PG_FUNCTION_INFO_V1(motcua_refuse);
Datum
motcua_refuse(PG_FUNCTION_ARGS)
{
	return end(fcinfo, MC_REFUSE);
}

PG_FUNCTION_INFO_V1(motcua_stop);
Datum
motcua_stop(PG_FUNCTION_ARGS)
{
	return end(fcinfo, MC_STOP);
}

/* ---- after a calendar edit ---- */

/*
 * True if an argument is 'any', so that due dates may also move earlier, and false if it is
 * 'forward'. Raise 22023 for every other text.
 */
static bool
any_way_arg(FunctionCallInfo fcinfo, int argno)
{
	char *name = text_to_cstring(motcua_text_option(fcinfo, argno, "forward"));

	if (strcmp(name, "any") != 0 && strcmp(name, "forward") != 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("unknown way to move due dates: \"%s\"", name),
						errhint("Use \"forward\", which never calls anybody in earlier than "
								"promised, or \"any\".")));
	return strcmp(name, "any") == 0;
}

static Datum
redue(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	mc_office office = motcua_office(calendar);
	mc_zone zone = motcua_zone(calendar);
	mc_dossier dossier;
	uint8 *out;
	Size length;

	motcua_dossier_arg(fcinfo, 0, &dossier);
	out = palloc(MC_DOSSIER_HEAD_MAX + (dossier.end - dossier.events));
	if (!mc_redue(&office, &zone, &dossier, any_way_arg(fcinfo, 2), out, &length))
		motcua_dues_not_covered(calendar, dossier.received);
	PG_RETURN_POINTER(motcua_dossier_of_bytes(out, length));
}
MOTCUA_CALENDAR_FUNCTION(redue, 1, 1)

/* Building dossiers, and what happens to them: every transition returns a new value. */
#include "postgres.h"

#include "utils/builtins.h"
#include "utils/date.h"

#include "calendar/calendar_function.h"
#include "deadline/deadline_sql.h"
#include "dossier/dossier_sql.h"
#include "dossier/dossier_zone.h"
#include "dossier/moments.h"

/* ---- dossier(received_at, time_limit, calendar) ---- */

static Datum
dossier_with_limit(const Calendar *calendar, mc_instant received, mc_time_limit limit)
{
	mc_dossier dossier = {.received = received};

	motcua_check_instant(received);
	motcua_set_limit(calendar, limit, &dossier);
	PG_RETURN_POINTER(motcua_make_dossier(&dossier, NULL));
}

static inline Datum
dossier_timestamptz(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	return dossier_with_limit(calendar, PG_GETARG_TIMESTAMPTZ(0), PG_GETARG_INT64(1));
}
MOTCUA_CALENDAR_FUNCTION(dossier_timestamptz, 3, 2)

static inline Datum
dossier_timestamp(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	Timestamp wall = PG_GETARG_TIMESTAMP(0);

	if (TIMESTAMP_NOT_FINITE(wall))
		motcua_check_instant(wall);
	motcua_covering(calendar, wall);
	return dossier_with_limit(calendar, motcua_instant_of(calendar, wall), PG_GETARG_INT64(1));
}
MOTCUA_CALENDAR_FUNCTION(dossier_timestamp, 3, 2)

/* Received on a day, at an hour that nobody wrote down: due at the end of the day that due_on gives. */
static inline Datum
dossier_date(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	DateADT received = PG_GETARG_DATEADT(0);
	mc_office office = motcua_office(calendar);
	mc_dossier dossier = {.limit = PG_GETARG_INT64(1)};
	mc_day due;

	motcua_check_covered(calendar, received);
	if (!mc_due_day(&office, received, dossier.limit, &due))
		motcua_deadline_not_covered(calendar, motcua_day_text(received), dossier.limit);
	dossier.received = motcua_instant_of(calendar, received * MC_US_PER_DAY);
	dossier.first_due = motcua_instant_of(calendar, mc_last_moment_on(&office, due));
	dossier.dues = (mc_dues){dossier.first_due, dossier.first_due};
	PG_RETURN_POINTER(motcua_make_dossier(&dossier, NULL));
}
MOTCUA_CALENDAR_FUNCTION(dossier_date, 3, 2)

/* ---- dossier_of(received_at, due_at, ended_at, ended_as), from columns ---- */

/* A column as an instant: of a day its beginning or its end, of wall time Vietnam's. Infinities stay. */
static inline mc_instant
date_instant(FunctionCallInfo fcinfo, int argno, bool at_end)
{
	DateADT day = PG_GETARG_DATEADT(argno);

	if (DATE_NOT_FINITE(day))
		return DATE_IS_NOBEGIN(day) ? MC_INSTANT_MINUS_INFINITY : MC_INSTANT_INFINITY;
	if (day < MC_DAY_FIRST_WRITABLE || day > MC_DAY_LAST_WRITABLE)
		ereport(ERROR, (errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
						errmsg("a day of a dossier is outside the years 1 to 9999: \"%s\"",
							   motcua_day_text(day)),
						errhint("Correct the year.")));
	return (at_end ? mc_end_of_day(day) : (mc_instant) day * MC_US_PER_DAY) - MC_VIETNAM_OFFSET;
}

static inline mc_instant
timestamp_instant(FunctionCallInfo fcinfo, int argno, bool at_end)
{
	Timestamp wall = PG_GETARG_TIMESTAMP(argno);

	return TIMESTAMP_NOT_FINITE(wall) ? wall : wall - MC_VIETNAM_OFFSET;
}

static inline mc_instant
timestamptz_instant(FunctionCallInfo fcinfo, int argno, bool at_end)
{
	return PG_GETARG_TIMESTAMPTZ(argno);
}

static Datum
dossier_of(mc_instant received, mc_instant due, mc_instant ended, mc_ended_as ended_as)
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

/* No due date, or an infinite one: none. Not received yet: NULL. */
#define DOSSIER_OF(form, type, due_type)                                                 \
	PG_FUNCTION_INFO_V1(motcua_dossier_of_##form);                                       \
	Datum motcua_dossier_of_##form(PG_FUNCTION_ARGS)                                     \
	{                                                                                    \
		mc_instant received =                                                            \
			PG_ARGISNULL(0) ? MC_INSTANT_INFINITY : type##_instant(fcinfo, 0, false);    \
		mc_instant due =                                                                 \
			PG_ARGISNULL(1) ? MC_INSTANT_INFINITY : due_type##_instant(fcinfo, 1, true); \
		mc_instant ended =                                                               \
			PG_ARGISNULL(2) ? MC_INSTANT_INFINITY : type##_instant(fcinfo, 2, true);     \
		if (TIMESTAMP_NOT_FINITE(received))                                              \
			PG_RETURN_NULL();                                                            \
		if (due == MC_INSTANT_MINUS_INFINITY)                                            \
			due = MC_INSTANT_INFINITY;                                                   \
		return dossier_of(received, due, ended, motcua_ended_as_arg(fcinfo, 3));         \
	}

MOTCUA_FORMS(DOSSIER_OF)

/* ---- transitions ---- */

/* The value with one more event: its bytes, then those of the event. */
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

static int
detail_arg(FunctionCallInfo fcinfo, int argno, mc_event_kind kind)
{
	text *name = PG_GETARG_TEXT_PP(argno);

	return motcua_event_detail(kind, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
}

PG_FUNCTION_INFO_V1(motcua_pause);
Datum
motcua_pause(PG_FUNCTION_ARGS)
{
	mc_event pause = {.at = PG_GETARG_TIMESTAMPTZ(1),
					  .kind = MC_PAUSE,
					  .detail = detail_arg(fcinfo, 2, MC_PAUSE)};

	return happen(fcinfo, &pause);
}

static Datum
resume(FunctionCallInfo fcinfo, const Calendar *calendar)
{
	mc_event event = {.at = PG_GETARG_TIMESTAMPTZ(1),
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
MOTCUA_CALENDAR_FUNCTION(resume, 4, 3)

PG_FUNCTION_INFO_V1(motcua_reappoint);
Datum
motcua_reappoint(PG_FUNCTION_ARGS)
{
	mc_event event = {.at = PG_GETARG_TIMESTAMPTZ(2),
					  .kind = MC_REAPPOINT,
					  .dues.current = PG_GETARG_TIMESTAMPTZ(1)};

	motcua_check_instant(event.dues.current);
	return happen(fcinfo, &event);
}

#define END(name, event_kind)                                                \
	PG_FUNCTION_INFO_V1(motcua_##name);                                      \
	Datum motcua_##name(PG_FUNCTION_ARGS)                                    \
	{                                                                        \
		mc_event end = {.at = PG_GETARG_TIMESTAMPTZ(1), .kind = event_kind}; \
		return happen(fcinfo, &end);                                         \
	}

END(resolve, MC_RESOLVE)
END(withdraw, MC_WITHDRAW)
END(refuse, MC_REFUSE)
END(stop, MC_STOP)

/* ---- after a calendar edit ---- */

/* Whether dues may also move earlier: 'any'; 'forward' says no. */
static bool
any_way_arg(FunctionCallInfo fcinfo, int argno)
{
	char *name = text_to_cstring(PG_GETARG_TEXT_PP(argno));

	if (strcmp(name, "any") != 0 && strcmp(name, "forward") != 0)
		ereport(
			ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unknown way to move due dates: \"%s\"", name),
			 errhint(
				 "Use \"forward\", which never calls anybody in earlier than promised, or \"any\".")));
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
MOTCUA_CALENDAR_FUNCTION(redue, 3, 1)

/*
 * This file holds what every function over dossiers shares, as dossier_sql.h and dossier_zone.h
 * declare it: reading and making values, the errors of events that cannot happen, and the due dates
 * on a calendar.
 */
#include "postgres.h"

#include "common/moment_sql.h"
#include "core/base/iso_time.h"
#include "deadline/deadline_sql.h"
#include "dossier/dossier_sql.h"
#include "dossier/dossier_zone.h"

const uint8 *
motcua_dossier_arg(FunctionCallInfo fcinfo, int argno, mc_dossier *dossier)
{
	struct varlena *value = PG_DETOAST_DATUM_PACKED(PG_GETARG_DATUM(argno));
	const uint8 *bytes = (const uint8 *) VARDATA_ANY(value);

	if (unlikely(!mc_unpack_dossier(bytes, VARSIZE_ANY_EXHDR(value), dossier)))
		ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED), errmsg("damaged dossier value")));
	return bytes;
}

struct varlena *
motcua_dossier_of_bytes(const uint8 *packed, Size length)
{
	struct varlena *value = palloc(VARHDRSZ + length);

	SET_VARSIZE(value, VARHDRSZ + length);
	memcpy(VARDATA(value), packed, length);
	return value;
}

struct varlena *
motcua_make_dossier(const mc_dossier *dossier, const mc_event *event)
{
	uint8 packed[MC_DOSSIER_HEAD_MAX + MC_DOSSIER_EVENT_MAX];
	Size length = mc_pack_dossier_head(dossier, packed);

	if (event)
	{
		length += mc_pack_event(event, packed + length);
		mc_count_packed_event(packed);
	}
	return motcua_dossier_of_bytes(packed, length);
}

char *
motcua_iso_text(mc_instant at)
{
	char *text = palloc(MC_ISO_INSTANT_MAX);

	mc_format_iso_instant(at, text);
	return text;
}

void
motcua_check_instant(mc_instant at)
{
	if (likely(mc_instant_is_writable(at)))
		return;
	if (at == MC_INSTANT_INFINITY || at == MC_INSTANT_MINUS_INFINITY)
		ereport(
			ERROR,
			(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
			 errmsg("a time of a dossier cannot be \"%s\"", motcua_day_text(mc_day_of_wall(at))),
			 errhint("Give the moment at which it happened; leave out what has not happened.")));
	ereport(ERROR, (errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
					errmsg("a time of a dossier is outside the years 1 to 9999: \"%s\"",
						   motcua_day_text(mc_vietnam_day(at))),
					errhint("Correct the year.")));
}

/* ---- events that cannot happen ---- */

/* Each of these tables has a whole message for each kind of event. */
static const char *const after_end[MC_EVENT_KIND_COUNT] = {
	[MC_PAUSE] = "a dossier that ended at \"%s\" cannot be paused at \"%s\"",
	[MC_RESUME] = "a dossier that ended at \"%s\" cannot be resumed at \"%s\"",
	[MC_REAPPOINT] = "a dossier that ended at \"%s\" cannot be re-appointed at \"%s\"",
	[MC_RESOLVE] = "a dossier that ended at \"%s\" cannot be resolved at \"%s\"",
	[MC_WITHDRAW] = "a dossier that ended at \"%s\" cannot be withdrawn at \"%s\"",
	[MC_REFUSE] = "a dossier that ended at \"%s\" cannot be refused at \"%s\"",
	[MC_STOP] = "a dossier that ended at \"%s\" cannot be stopped at \"%s\"",
};

static const char *const while_paused[MC_EVENT_KIND_COUNT] = {
	[MC_PAUSE] = "a dossier that is paused since \"%s\" cannot be paused at \"%s\"",
	[MC_RESUME] = "a dossier that is paused since \"%s\" cannot be resumed at \"%s\"",
	[MC_REAPPOINT] = "a dossier that is paused since \"%s\" cannot be re-appointed at \"%s\"",
	[MC_RESOLVE] = "a dossier that is paused since \"%s\" cannot be resolved at \"%s\"",
	[MC_WITHDRAW] = "a dossier that is paused since \"%s\" cannot be withdrawn at \"%s\"",
	[MC_REFUSE] = "a dossier that is paused since \"%s\" cannot be refused at \"%s\"",
	[MC_STOP] = "a dossier that is paused since \"%s\" cannot be stopped at \"%s\"",
};

static const char *const too_early[MC_EVENT_KIND_COUNT] = {
	[MC_PAUSE] = "a dossier cannot be paused at \"%s\", before what last happened to it at \"%s\"",
	[MC_RESUME] =
		"a dossier cannot be resumed at \"%s\", before what last happened to it at \"%s\"",
	[MC_REAPPOINT] =
		"a dossier cannot be re-appointed at \"%s\", before what last happened to it at \"%s\"",
	[MC_RESOLVE] =
		"a dossier cannot be resolved at \"%s\", before what last happened to it at \"%s\"",
	[MC_WITHDRAW] =
		"a dossier cannot be withdrawn at \"%s\", before what last happened to it at \"%s\"",
	[MC_REFUSE] =
		"a dossier cannot be refused at \"%s\", before what last happened to it at \"%s\"",
	[MC_STOP] = "a dossier cannot be stopped at \"%s\", before what last happened to it at \"%s\"",
};

void
motcua_refuse_event(const mc_dossier_state *state, const mc_event *event, mc_refusal refusal)
{
	const char *at = motcua_iso_text(event->at);

	switch (refusal)
	{
		case MC_REFUSED_ENDED:
			ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
							errmsg(after_end[event->kind], motcua_iso_text(state->ended), at),
							errhint("Nothing happens to a dossier after its end: leave this event "
									"out, or correct the end.")));
			break;
		case MC_REFUSED_PAUSED:
			ereport(ERROR,
					(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
					 errmsg(while_paused[event->kind], motcua_iso_text(state->paused_since), at),
					 errhint("Resume it first: motcua.resume(dossier, at, rule).")));
			break;
		case MC_REFUSED_NOT_PAUSED:
			ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
							errmsg("a dossier that is not paused cannot be resumed at \"%s\"", at),
							errhint("Leave this event out, or put the pause before it: "
									"motcua.pause(dossier, at, reason).")));
			break;
		case MC_REFUSED_EARLIER:
			ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
							errmsg(too_early[event->kind], at, motcua_iso_text(state->last)),
							errhint("Events follow each other in time: apply them in order, or "
									"correct the time.")));
			break;
		case MC_REFUSED_PAST_PROMISE:
			ereport(ERROR,
					(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
					 errmsg("a dossier cannot be re-appointed at \"%s\" for \"%s\", which is "
							"earlier",
							at, motcua_iso_text(event->dues.current)),
					 errhint("The new due date comes after the moment it is promised at: "
							 "motcua.reappoint(dossier, at, new_due).")));
			break;
		default:
			break;
	}
	ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					errmsg("a dossier has more than %d events", MC_DOSSIER_EVENTS_MAX),
					errhint("Look for events that were applied twice, or for several dossiers "
							"under one code.")));
}

void
motcua_check_event(const mc_dossier_state *state, int count, const mc_event *event)
{
	mc_refusal refusal =
		count < MC_DOSSIER_EVENTS_MAX ? mc_event_refusal(state, event) : MC_REFUSED_TOO_MANY;

	if (unlikely(refusal != MC_ALLOWED))
		motcua_refuse_event(state, event, refusal);
}

int
motcua_event_detail(mc_event_kind kind, const char *name, Size length)
{
	int detail = mc_event_detail_by_name(kind, name, length);

	if (detail >= 0)
		return detail;
	if (kind == MC_PAUSE)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("unknown reason of a pause: \"%.*s\"", (int) length, name),
						errhint("Use \"supplement\", \"fee\" or \"stop\".")));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unknown rule of resuming: \"%.*s\"", (int) length, name),
			 errhint("Use \"restart\", \"extend_working\", \"extend_calendar\" or \"subtract\".")));
}

/* ---- due dates on a calendar ---- */

static mc_instant
zone_wall(const void *calendar, mc_instant utc)
{
	return motcua_wall_of(calendar, utc);
}

static mc_instant
zone_instant(const void *calendar, mc_instant wall)
{
	return motcua_instant_of(calendar, wall);
}

mc_zone
motcua_zone(const Calendar *calendar)
{
	return (mc_zone){zone_wall, zone_instant, calendar};
}

/*
 * Set the receipt and the due date of a dossier of which only the day of receipt is known. The
 * dossier falls due at the end of the due day.
 */
static void
receive_on_day(const Calendar *calendar, mc_day received, mc_dossier *dossier)
{
	mc_office office = motcua_office(calendar);
	mc_day due;

	motcua_check_covered(calendar, received);
	if (!mc_due_day(&office, received, dossier->limit, &due))
		motcua_deadline_not_covered(calendar, motcua_day_text(received), dossier->limit);
	dossier->received = motcua_instant_of(calendar, received * MC_US_PER_DAY);
	dossier->first_due = motcua_instant_of(calendar, mc_last_moment_on(&office, due));
}

/* Set the receipt and the due date of a dossier whose time of receipt, counted in UTC, is known. */
static void
receive_at(const Calendar *calendar, mc_instant received, mc_dossier *dossier)
{
	mc_instant wall;

	motcua_check_instant(received);
	wall = motcua_wall_of(calendar, received);
	dossier->received = received;
	dossier->first_due =
		motcua_instant_of(calendar, motcua_due_instant(calendar, wall, dossier->limit));
}

void
motcua_set_receipt(const Calendar *calendar, mc_moment received, mc_time_limit limit,
				   mc_dossier *dossier)
{
	dossier->limit = limit;
	if (received.exact || !mc_moment_is_finite(received))
		receive_at(calendar, mc_instant_of_moment(received, false), dossier);
	else
		receive_on_day(calendar, received.day, dossier);
	dossier->dues = (mc_dues){dossier->first_due, dossier->first_due};
}

void
motcua_set_resumed_dues(const Calendar *calendar, mc_time_limit limit,
						const mc_dossier_state *state, mc_event *resume)
{
	mc_office office = motcua_office(calendar);
	mc_zone zone = motcua_zone(calendar);

	if (resume->detail == MC_RESTART && limit == MC_NO_LIMIT)
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("a dossier without a time limit cannot be resumed at \"%s\" "
							   "by the rule \"restart\"",
							   motcua_iso_text(resume->at)),
						errhint("Build it with motcua.dossier(received_at, time_limit), or "
								"resume by another rule.")));
	if (!mc_resumed_dues(&office, &zone, (mc_resume_rule) resume->detail, limit,
						 state->paused_since, resume->at, state->dues, &resume->dues))
		motcua_dues_not_covered(calendar, resume->at);
}

void
motcua_dues_not_covered(const Calendar *calendar, mc_instant at)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
			 errmsg("due dates of a dossier at \"%s\" leave calendar \"%s\", which covers %s to %s",
					motcua_iso_text(at), calendar->facts.name,
					motcua_day_text(calendar->facts.first), motcua_day_text(calendar->facts.last)),
			 errhint("Correct the time limit or the times of the dossier.")));
}

/*
 * This file computes how the due dates of a dossier move, as dossier_dues.h declares it. The
 * transitions and the aggregate dossier_agg in src/dossier call it.
 */
#include "core/dossier/dossier_dues.h"

static inline mc_instant
wall_of(const mc_zone *zone, mc_instant utc)
{
	return zone->wall(zone->context, utc);
}

static inline mc_instant
instant_of(const mc_zone *zone, mc_instant wall)
{
	return zone->instant(zone->context, wall);
}

bool
mc_zoned_due(const mc_office *office, const mc_zone *zone, mc_instant received, mc_time_limit limit,
			 mc_instant *due)
{
	mc_instant wall;

	if (!mc_due_instant(office, wall_of(zone, received), limit, &wall))
		return false;
	*due = instant_of(zone, wall);
	return true;
}

/* ---- after a pause, in wall-clock time of the office ---- */

/*
 * Move a due date by the working time between two moments. By the policy MC_DUE_MIDNIGHT the due
 * date is the end of the day that is reached.
 */
static bool
extend_by_working_time(const mc_office *office, mc_instant since, mc_instant at, mc_instant *due)
{
	int64_t waited;

	if (!mc_work_time_covers(office->hours, since) || !mc_work_time_covers(office->hours, at))
		return false;
	waited = mc_work_time_between(office->hours, since, at);
	if (waited == 0)
		return true;
	if (!mc_work_time_covers(office->hours, *due) ||
		!mc_add_work_time(office->hours, *due, waited, due))
		return false;
	if (office->calendar->policies.due_time == MC_DUE_MIDNIGHT)
		*due = mc_end_of_day(mc_day_of_wall(*due));
	return true;
}

/*
 * Move a due date by the days between two moments less one, then by one working day. The time of
 * the day stays.
 */
static bool
extend_by_calendar_days(const mc_office *office, mc_instant since, mc_instant at, mc_instant *due)
{
	mc_day due_day = mc_day_of_wall(*due);
	mc_day day = due_day + mc_day_of_wall(at) - mc_day_of_wall(since) - 1;

	if (!mc_day_index_covers(office->days, day) || !mc_add_working_days(office->days, day, 1, &day))
		return false;
	*due += ((mc_instant) day - due_day) * MC_US_PER_DAY;
	return true;
}

/* Move a due date, counted in UTC, by one of the two rules that extend it. */
static bool
extend_due(const mc_office *office, const mc_zone *zone, mc_resume_rule rule,
		   mc_instant paused_since, mc_instant at, mc_instant *due)
{
	mc_instant since = wall_of(zone, paused_since);
	mc_instant until = wall_of(zone, at);
	mc_instant wall;

	if (*due == MC_INSTANT_INFINITY)
		return true;
	wall = wall_of(zone, *due);
	if (!(rule == MC_EXTEND_WORKING ? extend_by_working_time(office, since, until, &wall)
									: extend_by_calendar_days(office, since, until, &wall)))
		return false;
	*due = instant_of(zone, wall);
	return true;
}

bool
mc_resumed_dues(const mc_office *office, const mc_zone *zone, mc_resume_rule rule,
				mc_time_limit limit, mc_instant paused_since, mc_instant at, mc_dues before,
				mc_dues *after)
{
	*after = before;
	switch (rule)
	{
		case MC_SUBTRACT:
			return true;
		case MC_RESTART:
			if (!mc_zoned_due(office, zone, at, limit, &after->original))
				return false;
			after->current = after->original;
			return true;
		default:
			return extend_due(office, zone, rule, paused_since, at, &after->original) &&
				   extend_due(office, zone, rule, paused_since, at, &after->current);
	}
}

/* ---- on an edited calendar ---- */

/* The arguments of mc_redue that its parts need. */
typedef struct redue
{
	const mc_office *office;
	const mc_zone *zone;
	bool any_way;
} redue;

/*
 * Keep a due date unless it lies on a day off. Then move it to the next working day, to the due
 * time of the office there.
 */
static bool
keep_due(const redue *how, mc_instant *due)
{
	mc_instant wall;
	mc_day day, working;

	if (*due == MC_INSTANT_INFINITY)
		return true;
	wall = wall_of(how->zone, *due);
	day = mc_day_of_wall(wall);
	if (!mc_day_index_covers(how->office->days, day) ||
		!mc_add_working_days(how->office->days, day, 0, &working))
		return false;
	if (working != day)
		*due = instant_of(how->zone, mc_due_time_on(how->office, working, wall));
	return true;
}

/*
 * Replace a due date by the fresh one. It is kept if it is missing, or if the fresh one is earlier
 * and due dates may only move later.
 */
static bool
settle_due(const redue *how, mc_instant fresh, mc_instant *due)
{
	if (*due == MC_INSTANT_INFINITY || (!how->any_way && *due > fresh))
		return keep_due(how, due);
	*due = fresh;
	return true;
}

static bool
settle_dues(const redue *how, mc_dues fresh, mc_dues *dues)
{
	return settle_due(how, fresh.original, &dues->original) &&
		   settle_due(how, fresh.current, &dues->current);
}

static bool
redue_receipt(const redue *how, mc_dossier *dossier)
{
	mc_instant fresh;

	if (dossier->limit == MC_NO_LIMIT)
		return keep_due(how, &dossier->dues.original) && keep_due(how, &dossier->dues.current);
	return mc_zoned_due(how->office, how->zone, dossier->received, dossier->limit, &fresh) &&
		   settle_dues(how, (mc_dues){fresh, fresh}, &dossier->dues);
}

/*
 * Compute the due dates of an event anew. `state` is the state on the edited calendar before the
 * event.
 */
static bool
redue_event(const redue *how, const mc_dossier *dossier, const mc_dossier_state *state,
			mc_event *event)
{
	mc_dues fresh;

	if (event->kind == MC_REAPPOINT)
		return keep_due(how, &event->dues.current);
	if (event->kind != MC_RESUME || event->detail == MC_SUBTRACT)
		return true;
	return mc_resumed_dues(how->office, how->zone, (mc_resume_rule) event->detail, dossier->limit,
						   state->paused_since, event->at, state->dues, &fresh) &&
		   settle_dues(how, fresh, &event->dues);
}

bool
mc_redue(const mc_office *office, const mc_zone *zone, const mc_dossier *dossier, bool any_way,
		 uint8_t *out, size_t *length)
{
	const redue how = {office, zone, any_way};
	const uint8_t *next = dossier->events;
	mc_dossier moved = *dossier;
	mc_dossier_state state;
	mc_event event;

	if (!redue_receipt(&how, &moved))
		return false;
	*length = mc_pack_dossier_head(&moved, out);
	state = mc_dossier_on_receipt(&moved);
	while (mc_next_event(dossier, &next, &event))
	{
		if (!redue_event(&how, dossier, &state, &event))
			return false;
		mc_apply_event(&state, &event);
		*length += mc_pack_event(&event, out + *length);
	}
	return true;
}

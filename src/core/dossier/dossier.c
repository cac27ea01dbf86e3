/*
 * This file holds the dossier of dossier.h: its names for SQL, its packed form, the check of
 * untrusted input, how events change its state, and the verdict. The glue in src/dossier and the
 * counting of the ledger call it.
 */
#include "core/dossier/dossier.h"

#include <string.h>

#include "core/base/bytes.h"
#include "core/base/iso_time.h"
#include "core/base/names.h"

/* The flags of the packed form. */
#define HAS_LIMIT 1
#define HAS_DUE 2
#define HAS_MOVED 4

/* ---- names ---- */

static const char *const event_kinds[] = {"pause",    "resume", "reappoint", "resolve",
										  "withdraw", "refuse", "stop",      "receive"};
static const char *const pause_reasons[] = {"supplement", "fee", "stop"};
static const char *const resume_rules[] = {"restart", "extend_working", "extend_calendar",
										   "subtract"};
static const char *const due_kinds[] = {"original", "current", "first"};

const char *
mc_event_kind_name(mc_event_kind kind)
{
	return event_kinds[kind];
}

int
mc_event_kind_by_name(const char *name, size_t length)
{
	return mc_name_position(event_kinds, MC_LENGTH_OF(event_kinds), name, length);
}

const char *
mc_event_detail_name(mc_event_kind kind, int detail)
{
	return kind == MC_PAUSE ? pause_reasons[detail] : kind == MC_RESUME ? resume_rules[detail] : "";
}

int
mc_event_detail_by_name(mc_event_kind kind, const char *name, size_t length)
{
	if (kind == MC_PAUSE)
		return mc_name_position(pause_reasons, MC_LENGTH_OF(pause_reasons), name, length);
	if (kind == MC_RESUME)
		return mc_name_position(resume_rules, MC_LENGTH_OF(resume_rules), name, length);
	return -1;
}

int
mc_due_kind_by_name(const char *name, size_t length)
{
	return mc_name_position(due_kinds, MC_LENGTH_OF(due_kinds), name, length);
}

/* ---- bytes ---- */

/*
 * Return the next 64 bits and advance *next. If the bytes end before, or *next is NULL, return 0
 * and set *next to NULL.
 */
static inline int64_t
take_int64(const uint8_t **next, const uint8_t *end)
{
	int64_t value;

	if (!*next || end - *next < 8)
	{
		*next = NULL;
		return 0;
	}
	value = mc_get_int64(*next);
	*next += 8;
	return value;
}

/*
 * True if an event stores a new original due date. MC_SUBTRACT leaves the due dates as they are, so
 * that such a resume stores none.
 */
static inline bool
event_has_original(mc_event_kind kind, int detail)
{
	return kind == MC_RESUME && detail != MC_SUBTRACT;
}

/* True if an event stores a new current due date. */
static inline bool
event_has_due(mc_event_kind kind, int detail)
{
	return kind == MC_REAPPOINT || event_has_original(kind, detail);
}

static bool
dues_were_moved(const mc_dossier *dossier)
{
	return dossier->dues.original != dossier->first_due ||
		   dossier->dues.current != dossier->first_due;
}

size_t
mc_pack_dossier_head(const mc_dossier *dossier, uint8_t out[MC_DOSSIER_HEAD_MAX])
{
	uint8_t *end = mc_put_int64(out + 4, dossier->received);

	out[0] = MC_DOSSIER_VERSION;
	out[1] = 0;
	out[2] = (uint8_t) dossier->event_count;
	out[3] = (uint8_t) (dossier->event_count >> 8);
	if (dossier->limit != MC_NO_LIMIT)
	{
		out[1] |= HAS_LIMIT;
		end = mc_put_int64(end, dossier->limit);
	}
	if (dossier->first_due != MC_INSTANT_INFINITY)
	{
		out[1] |= HAS_DUE;
		end = mc_put_int64(end, dossier->first_due);
	}
	if (dues_were_moved(dossier))
	{
		out[1] |= HAS_MOVED;
		end = mc_put_int64(end, dossier->dues.original);
		end = mc_put_int64(end, dossier->dues.current);
	}
	return (size_t) (end - out);
}

size_t
mc_pack_event(const mc_event *event, uint8_t out[MC_DOSSIER_EVENT_MAX])
{
	uint8_t *end = mc_put_int64(out + 1, event->at);

	out[0] = (uint8_t) (event->kind << 4 | event->detail);
	if (event_has_original(event->kind, event->detail))
		end = mc_put_int64(end, event->dues.original);
	if (event_has_due(event->kind, event->detail))
		end = mc_put_int64(end, event->dues.current);
	return (size_t) (end - out);
}

void
mc_count_packed_event(uint8_t *packed)
{
	int count = (packed[2] | packed[3] << 8) + 1;

	packed[2] = (uint8_t) count;
	packed[3] = (uint8_t) (count >> 8);
}

bool
mc_unpack_dossier(const uint8_t *packed, size_t length, mc_dossier *dossier)
{
	const uint8_t *end = packed + length;
	const uint8_t *next = packed + 4;
	uint8_t flags;

	if (length < MC_DOSSIER_SIZE_MIN || packed[0] != MC_DOSSIER_VERSION)
		return false;
	flags = packed[1];
	dossier->event_count = packed[2] | packed[3] << 8;
	dossier->received = take_int64(&next, end);
	dossier->limit = flags & HAS_LIMIT ? take_int64(&next, end) : MC_NO_LIMIT;
	dossier->first_due = flags & HAS_DUE ? take_int64(&next, end) : MC_INSTANT_INFINITY;
	dossier->dues = (mc_dues){dossier->first_due, dossier->first_due};
	if (flags & HAS_MOVED)
	{
		dossier->dues.original = take_int64(&next, end);
		dossier->dues.current = take_int64(&next, end);
	}
	dossier->events = next;
	dossier->end = end;
	return next != NULL;
}

bool
mc_next_event(const mc_dossier *dossier, const uint8_t **next, mc_event *event)
{
	if (!*next || *next >= dossier->end)
		return false;
	event->kind = (mc_event_kind) (**next >> 4);
	event->detail = **next & 15;
	++*next;
	event->at = take_int64(next, dossier->end);
	event->dues = (mc_dues){MC_INSTANT_INFINITY, MC_INSTANT_INFINITY};
	if (event_has_original(event->kind, event->detail))
		event->dues.original = take_int64(next, dossier->end);
	if (event_has_due(event->kind, event->detail))
		event->dues.current = take_int64(next, dossier->end);
	return *next != NULL;
}

/* ---- untrusted input ---- */

static bool
due_is_sound(mc_instant due)
{
	return due == MC_INSTANT_INFINITY || mc_instant_is_writable(due);
}

static bool
dues_are_sound(mc_dues dues)
{
	return due_is_sound(dues.original) && due_is_sound(dues.current);
}

/* Return what is wrong with the bytes before the events, or NULL. */
static const char *
head_defect(const mc_dossier *dossier, uint8_t flags)
{
	if (flags & ~(HAS_LIMIT | HAS_DUE | HAS_MOVED))
		return "unknown flags";
	if (!mc_instant_is_writable(dossier->received))
		return "received out of range";
	if (flags & HAS_LIMIT && !mc_time_limit_is_valid(dossier->limit))
		return "no time limit";
	if (flags & HAS_DUE && !mc_instant_is_writable(dossier->first_due))
		return "due out of range";
	if (!dues_are_sound(dossier->dues))
		return "due out of range";
	if (flags & HAS_DUE && (dossier->dues.original == MC_INSTANT_INFINITY ||
							dossier->dues.current == MC_INSTANT_INFINITY))
		return "a due date that was lost";
	if (flags & HAS_MOVED && !dues_were_moved(dossier))
		return "dues written twice";
	if (dossier->event_count > MC_DOSSIER_EVENTS_MAX)
		return "too many events";
	return NULL;
}

/*
 * True if the parts of an event are in range. Whether the event can happen after those before it is
 * another question, which mc_event_refusal answers.
 */
static bool
event_is_sound(const mc_event *event)
{
	int details = event->kind == MC_PAUSE    ? MC_LENGTH_OF(pause_reasons)
				  : event->kind == MC_RESUME ? MC_RESUME_RULE_COUNT
											 : 1;

	if ((int) event->kind >= MC_EVENT_KIND_COUNT || event->detail >= details)
		return false;
	if (event->kind == MC_REAPPOINT && !mc_instant_is_writable(event->dues.current))
		return false;
	return mc_instant_is_writable(event->at) && dues_are_sound(event->dues);
}

const char *
mc_dossier_defect(const uint8_t *packed, size_t length)
{
	mc_dossier dossier;
	mc_dossier_state state;
	const uint8_t *next;
	mc_event event;
	const char *defect;
	int count = 0;

	if (!mc_unpack_dossier(packed, length, &dossier))
		return "too short, or of an unknown version";
	defect = head_defect(&dossier, packed[1]);
	if (defect)
		return defect;
	state = mc_dossier_on_receipt(&dossier);
	next = dossier.events;
	for (; mc_next_event(&dossier, &next, &event); count++)
	{
		if (!event_is_sound(&event))
			return "unknown event, or a time out of range";
		if (event.kind == MC_RESUME && event.detail == MC_RESTART && dossier.limit == MC_NO_LIMIT)
			return "a limit that starts anew where there is none";
		if (mc_event_refusal(&state, &event) != MC_ALLOWED)
			return "events that cannot happen";
		mc_apply_event(&state, &event);
	}
	return next == dossier.end && count == dossier.event_count ? NULL
															   : "not the events that it says";
}

/* ---- applying events ---- */

mc_dossier_state
mc_dossier_on_receipt(const mc_dossier *dossier)
{
	return (mc_dossier_state){.stage = MC_STAGE_OPEN,
							  .last = dossier->received,
							  .dues = dossier->dues,
							  .ended = MC_INSTANT_INFINITY};
}

static bool
is_end(mc_event_kind kind)
{
	return kind >= MC_RESOLVE;
}

mc_refusal
mc_event_refusal(const mc_dossier_state *state, const mc_event *event)
{
	if (state->stage == MC_STAGE_ENDED)
		return MC_REFUSED_ENDED;
	if (event->at < state->last)
		return MC_REFUSED_EARLIER;
	if (event->kind == MC_RESUME)
		return state->stage == MC_STAGE_PAUSED ? MC_ALLOWED : MC_REFUSED_NOT_PAUSED;
	/*
	 * A citizen or an office that waits may still end the dossier without a result. Everything else
	 * needs a running clock.
	 */
	if (state->stage == MC_STAGE_PAUSED && (!is_end(event->kind) || event->kind == MC_RESOLVE))
		return MC_REFUSED_PAUSED;
	if (event->kind == MC_REAPPOINT && event->dues.current < event->at)
		return MC_REFUSED_PAST_PROMISE;
	return MC_ALLOWED;
}

static void
end_pause(mc_dossier_state *state, mc_instant at)
{
	state->paused += at - state->paused_since;
	state->stage = MC_STAGE_OPEN;
}

static void
resume(mc_dossier_state *state, const mc_event *event)
{
	if (event->detail == MC_SUBTRACT)
	{
		state->deducted += event->at - state->paused_since;
		state->deducted_days += mc_vietnam_day(event->at) - mc_vietnam_day(state->paused_since);
	}
	else
		state->dues = event->dues;
	end_pause(state, event->at);
}

static void
end(mc_dossier_state *state, const mc_event *event)
{
	if (state->stage == MC_STAGE_PAUSED)
		end_pause(state, event->at);
	state->stage = MC_STAGE_ENDED;
	state->ended = event->at;
	state->ended_as = (mc_ended_as) (event->kind - MC_RESOLVE);
}

void
mc_apply_event(mc_dossier_state *state, const mc_event *event)
{
	state->last = event->at;
	switch (event->kind)
	{
		case MC_PAUSE:
			state->stage = MC_STAGE_PAUSED;
			state->paused_since = event->at;
			state->supplements += event->detail == MC_PAUSE_SUPPLEMENT;
			break;
		case MC_RESUME:
			resume(state, event);
			break;
		case MC_REAPPOINT:
			state->dues.current = event->dues.current;
			state->reappointments++;
			break;
		default:
			end(state, event);
			break;
	}
}

mc_dossier_state
mc_dossier_now(const mc_dossier *dossier)
{
	mc_dossier_state state = mc_dossier_on_receipt(dossier);
	const uint8_t *next = dossier->events;
	mc_event event;

	while (mc_next_event(dossier, &next, &event))
		mc_apply_event(&state, &event);
	return state;
}

mc_dossier_state
mc_dossier_as_of(const mc_dossier *dossier, mc_moment as_of, mc_granularity granularity)
{
	mc_dossier_state state = mc_dossier_on_receipt(dossier);
	const uint8_t *next = dossier->events;
	mc_event event;

	while (mc_next_event(dossier, &next, &event) &&
		   mc_moment_compare(mc_vietnam_moment(event.at), as_of, granularity) <= 0)
		mc_apply_event(&state, &event);
	return state;
}

/* ---- verdicts ---- */

mc_instant
mc_dossier_due(const mc_dossier *dossier, const mc_dossier_state *state, mc_due_kind kind)
{
	switch (kind)
	{
		case MC_DUE_FIRST:
			return dossier->first_due;
		case MC_DUE_CURRENT:
			return state->dues.current;
		default:
			return state->dues.original;
	}
}

mc_moment
mc_effective_due(const mc_dossier *dossier, const mc_dossier_state *state, mc_due_kind kind)
{
	mc_instant utc = mc_dossier_due(dossier, state, kind);
	mc_moment due;

	if (utc == MC_INSTANT_INFINITY)
		return mc_never();
	due = mc_vietnam_moment(utc);
	due.exact = due.at != mc_end_of_day(due.day);
	due.at += state->deducted;
	due.day += state->deducted_days;
	return due;
}

mc_outcome
mc_dossier_outcome(const mc_dossier *dossier, mc_moment as_of, mc_due_kind kind,
				   mc_granularity granularity)
{
	mc_dossier_state state = mc_dossier_as_of(dossier, as_of, granularity);
	mc_moment due = mc_effective_due(dossier, &state, kind);

	if (state.stage == MC_STAGE_ENDED)
		return mc_ended_outcome(due, mc_vietnam_moment(state.ended), granularity);
	if (state.stage == MC_STAGE_PAUSED)
		return MC_PAUSED;
	return mc_moment_is_finite(due) && mc_moment_compare(as_of, due, granularity) > 0 ? MC_OVERDUE
																					  : MC_IN_TIME;
}

int
mc_dossier_compare(const uint8_t *a, size_t a_length, const uint8_t *b, size_t b_length)
{
	mc_dossier left, right;
	mc_instant left_due, right_due;
	size_t common = a_length < b_length ? a_length : b_length;
	int bytes;

	if (!mc_unpack_dossier(a, a_length, &left) || !mc_unpack_dossier(b, b_length, &right))
		return 0;
	left_due = mc_dossier_now(&left).dues.current;
	right_due = mc_dossier_now(&right).dues.current;
	if (left_due != right_due)
		return left_due < right_due ? -1 : 1;
	if (left.received != right.received)
		return left.received < right.received ? -1 : 1;
	bytes = memcmp(a, b, common);
	return bytes != 0 ? bytes : (a_length > b_length) - (a_length < b_length);
}

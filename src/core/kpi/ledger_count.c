/*
 * This file turns dossiers into the events of ledger_event.h: the days on which a counter of the
 * ledger changes by one. The aggregate ledger and the roll-ups call it.
 */
#include "core/kpi/ledger.h"

#include <string.h>

#include "core/kpi/ledger_event.h"

/* ---- appending ---- */

static inline void
add_event(mc_ledger_batch *batch, mc_day day, mc_ledger_column column, int sign)
{
	batch->events[batch->event_count++] = mc_ledger_event_of(day, column, sign);
}

static void
add_due_change(mc_ledger_batch *batch, mc_day day, mc_day due, int met, int missed)
{
	batch->changes[batch->change_count++] = (mc_due_change){day, due, met, missed};
}

/* ---- plain columns that were never paused, which is the common case ---- */

/*
 * Count an end on a day of the coverage: its verdict, whether it had a due date, and in which way
 * it ended if that is without a result.
 */
static inline void
count_end(mc_ledger_batch *batch, mc_day ended, mc_outcome outcome, bool has_due,
		  mc_ended_as ended_as, int sign)
{
	static const mc_ledger_column columns[] = {MC_L_early, MC_L_on_time, MC_L_late};
	static const mc_ledger_column without_result[][2] = {{MC_L_withdrawn, MC_L_withdrawn_late},
														 {MC_L_refused, MC_L_refused_late},
														 {MC_L_stopped, MC_L_stopped_late}};

	add_event(batch, ended, columns[outcome], sign);
	if (!has_due)
		add_event(batch, ended, MC_L_on_time_no_due, sign);
	if (ended_as == MC_RESULT)
		return;
	add_event(batch, ended, without_result[ended_as - MC_WITHDRAWN][0], sign);
	if (outcome == MC_LATE)
		add_event(batch, ended, without_result[ended_as - MC_WITHDRAWN][1], sign);
}

static inline mc_day
later_of(mc_day a, mc_day b)
{
	return a > b ? a : b;
}

static inline mc_day
earlier_of(mc_day a, mc_day b)
{
	return a < b ? a : b;
}

/*
 * Count a dossier as overdue from a day until another, which is not included. Days outside the
 * coverage are not counted.
 */
static inline void
count_overdue(mc_ledger_batch *batch, mc_day from, mc_day until, int sign)
{
	if (from >= until || !mc_ledger_covers(from))
		return;
	add_event(batch, from, MC_L_overdue, sign);
	if (mc_ledger_covers(until))
		add_event(batch, until, MC_L_overdue, -sign);
}

/*
 * Return the day on which a dossier counts as falling due: its due day, but not before the day on
 * which it was received.
 */
static inline mc_day
counted_due(const mc_dossier_facts *facts)
{
	return later_of(facts->due.day, facts->received.day);
}

/*
 * Count the fate of a dossier on its due day. The outcome of an open dossier is MC_LATE, because it
 * is missed as soon as the due day is over.
 */
static inline void
count_due_set(mc_ledger_batch *batch, const mc_dossier_facts *facts, mc_outcome outcome, int sign)
{
	mc_day due = counted_due(facts);

	if (!mc_ledger_covers(due))
		return;
	if (outcome <= MC_ON_TIME)
		add_event(batch, due, MC_L_due_met, sign);
	else
		add_event(batch, due,
				  facts->ended.day <= due ? MC_L_due_missed_at_once : MC_L_due_missed_later, sign);
}

static inline void
count_unpaused(mc_ledger_batch *batch, const mc_dossier_facts *facts, int sign)
{
	bool has_due = mc_moment_is_finite(facts->due);
	bool has_ended = mc_ledger_covers(facts->ended.day);
	mc_outcome outcome =
		has_ended ? mc_ended_outcome(facts->due, facts->ended, facts->granularity) : MC_LATE;

	if (has_ended)
		count_end(batch, facts->ended.day, outcome, has_due, facts->ended_as, sign);
	if (!has_due)
		return;
	count_due_set(batch, facts, outcome, sign);
	if (facts->due.day < MC_DAY_LAST_WRITABLE)
		count_overdue(batch, later_of(facts->due.day + 1, facts->received.day), facts->ended.day,
					  sign);
}

/* ---- dossiers with pauses, as stretches of days in one state ---- */

/*
 * The fate under which a dossier is counted for its due day changes with its state. The current
 * fate is kept, and events are written only if it changes. So a fate that goes on unchanged is
 * written once.
 */
typedef enum fate
{
	FATE_NONE,
	FATE_MET,
	FATE_MISSED
} fate;

/* The current fate, the due day that it belongs to, and where changes are written. */
typedef struct due_fate
{
	mc_ledger_batch *batch;
	int sign;
	mc_day due;
	fate fate;
} due_fate;

/*
 * Write that the current fate begins on a day if the step is 1, or ends there if it is -1. Three
 * cases have a column of the ledger; every other case is a due change.
 */
static void
write_fate(const due_fate *now, mc_day day, int step)
{
	int count = now->sign * step;
	bool met = now->fate == FATE_MET;

	if (now->fate == FATE_NONE || !mc_ledger_covers(now->due) || !mc_ledger_covers(day))
		return;
	if (day <= now->due)
		add_event(now->batch, now->due, met ? MC_L_due_met : MC_L_due_missed_at_once, count);
	else if (!met && day == now->due + 1 && step > 0)
		add_event(now->batch, now->due, MC_L_due_missed_later, count);
	else
		add_due_change(now->batch, day, now->due, met ? count : 0, met ? 0 : count);
}

/* Let the dossier have a fate for a due day from a day on. */
static void
set_fate(due_fate *now, mc_day day, mc_day due, fate next)
{
	if (now->fate == next && (next == FATE_NONE || now->due == due))
		return;
	write_fate(now, day, -1);
	now->fate = next;
	now->due = due;
	write_fate(now, day, 1);
}

/*
 * Count an open dossier from a day until another, which is not included. It is overdue after its
 * due day. For its due day, it is missed from the day after, and until then its fate is open.
 */
static void
count_open_stretch(due_fate *now, mc_day received, mc_moment due, mc_day from, mc_day until)
{
	mc_day set_day, missed_from;

	if (!mc_moment_is_finite(due) || due.day >= MC_DAY_LAST_WRITABLE)
	{
		set_fate(now, from, received, FATE_NONE);
		return;
	}
	set_day = later_of(due.day, received);
	missed_from = later_of(set_day + 1, from);
	count_overdue(now->batch, later_of(due.day + 1, from), until, now->sign);
	if (now->fate != FATE_MISSED || now->due != set_day || missed_from != from)
		set_fate(now, from, set_day, FATE_NONE);
	if (missed_from < until)
		set_fate(now, missed_from, set_day, FATE_MISSED);
}

/* Count a paused dossier from a day until another, which is not included. */
static void
count_paused_stretch(due_fate *now, mc_day from, mc_day until)
{
	set_fate(now, from, now->due, FATE_NONE);
	add_event(now->batch, from, MC_L_paused, now->sign);
	if (mc_ledger_covers(until))
		add_event(now->batch, until, MC_L_paused, -now->sign);
}

/* Count the end of a dossier, if it lies in the coverage. */
static void
count_last_stretch(due_fate *now, mc_day received, mc_moment due, mc_moment ended,
				   mc_ended_as ended_as, mc_granularity granularity)
{
	mc_outcome outcome = mc_ended_outcome(due, ended, granularity);
	bool has_due = mc_moment_is_finite(due);

	if (!mc_ledger_covers(ended.day))
		return;
	count_end(now->batch, ended.day, outcome, has_due, ended_as, now->sign);
	set_fate(now, ended.day, has_due ? later_of(due.day, received) : received,
			 !has_due             ? FATE_NONE
			 : outcome == MC_LATE ? FATE_MISSED
								  : FATE_MET);
}

/* Count a dossier of plain columns that was paused once and not resumed. */
static void
count_paused(mc_ledger_batch *batch, const mc_dossier_facts *facts, int sign)
{
	mc_day received = facts->received.day;
	mc_day ended = facts->ended.day;
	mc_day paused = earlier_of(later_of(facts->paused_since.day, received), ended);
	due_fate now = {batch, sign, received, FATE_NONE};

	if (received < paused)
		count_open_stretch(&now, received, facts->due, received, paused);
	if (paused < ended)
		count_paused_stretch(&now, paused, ended);
	count_last_stretch(&now, received, facts->due, facts->ended, facts->ended_as,
					   facts->granularity);
}

/* ---- the two kinds of source ---- */

static inline void
count_intake(mc_ledger_batch *batch, mc_day received, bool online, int sign)
{
	add_event(batch, received, online ? MC_L_new_online : MC_L_new_direct, sign);
}

void
mc_ledger_count(mc_ledger_batch *batch, const mc_dossier_facts *facts, int sign)
{
	if (facts->ended.day < facts->received.day)
	{
		add_event(batch, facts->received.day, MC_L_invalid, sign);
		return;
	}
	count_intake(batch, facts->received.day, facts->online, sign);
	if (mc_ledger_covers(facts->paused_since.day) ||
		facts->paused_since.day == MC_DAY_MINUS_INFINITY ||
		facts->paused_since.day < MC_DAY_FIRST_WRITABLE)
		count_paused(batch, facts, sign);
	else
		count_unpaused(batch, facts, sign);
}

int
mc_ledger_dossier_room(const mc_dossier *dossier)
{
	return 8 * (dossier->event_count + 2);
}

/*
 * Count a dossier in the state after an event, from the day of the event until the day of the next
 * one, which is not included.
 */
static void
count_stretch(due_fate *now, const mc_dossier *dossier, const mc_dossier_state *state, mc_day from,
			  mc_day until)
{
	mc_moment due = mc_effective_due(dossier, state, MC_DUE_ORIGINAL);
	mc_day received = mc_vietnam_day(dossier->received);

	switch (state->stage)
	{
		case MC_STAGE_OPEN:
			count_open_stretch(now, received, due, from, until);
			break;
		case MC_STAGE_PAUSED:
			count_paused_stretch(now, from, until);
			break;
		case MC_STAGE_ENDED:
			count_last_stretch(now, received, due, mc_vietnam_moment(state->ended), state->ended_as,
							   MC_BY_DAY);
			break;
	}
}

/*
 * The verdict as of a day considers everything that had happened by the end of the day. Therefore
 * all events of one day are applied before the next stretch is counted.
 */
void
mc_ledger_count_dossier(mc_ledger_batch *batch, const mc_dossier *dossier, bool online, int sign)
{
	mc_dossier_state state = mc_dossier_on_receipt(dossier);
	mc_day from = mc_vietnam_day(dossier->received);
	const uint8_t *next = dossier->events;
	due_fate now = {batch, sign, from, FATE_NONE};
	mc_event event;

	count_intake(batch, from, online, sign);
	while (mc_next_event(dossier, &next, &event))
	{
		mc_day day = mc_vietnam_day(event.at);

		if (day > from)
			count_stretch(&now, dossier, &state, from, day);
		mc_apply_event(&state, &event);
		from = day;
	}
	count_stretch(&now, dossier, &state, from, MC_DAY_INFINITY);
}

/* ---- sorting ---- */

/* Do one pass of a stable counting sort, by eleven bits of the distance from the least event. */
static void
sort_pass(const mc_ledger_event *from, mc_ledger_event *to, int count, int shift,
		  mc_ledger_event least)
{
	uint32_t start[2048] = {0};
	uint32_t sum = 0;

	for (int i = 0; i < count; i++)
		start[(from[i] - least) >> shift & 2047]++;
	for (int i = 0; i < 2048; i++)
	{
		uint32_t here = start[i];

		start[i] = sum;
		sum += here;
	}
	for (int i = 0; i < count; i++)
		to[start[(from[i] - least) >> shift & 2047]++] = from[i];
}

static void
sort_by_insertion(mc_ledger_event *events, int count)
{
	for (int i = 1; i < count; i++)
	{
		mc_ledger_event event = events[i];
		int j = i;

		for (; j > 0 && events[j - 1] > event; j--)
			events[j] = events[j - 1];
		events[j] = event;
	}
}

static void
sort_events(mc_ledger_event *events, int count, mc_ledger_event *scratch)
{
	mc_ledger_event least = UINT32_MAX;
	mc_ledger_event most = 0;

	if (count <= 32)
	{
		sort_by_insertion(events, count);
		return;
	}
	for (int i = 0; i < count; i++)
	{
		least = events[i] < least ? events[i] : least;
		most = events[i] > most ? events[i] : most;
	}
	for (int shift = 0; shift < 32 && (most - least) >> shift > 0; shift += 11)
	{
		sort_pass(events, scratch, count, shift, least);
		memcpy(events, scratch, (size_t) count * sizeof(*events));
	}
}

static bool
change_is_before(const mc_due_change *a, const mc_due_change *b)
{
	return a->day != b->day ? a->day < b->day : a->due < b->due;
}

/*
 * Sort by Shell's method, because due changes are few and the sort of the C library may allocate
 * memory.
 */
static void
sort_changes(mc_due_change *changes, int count)
{
	int gap = 1;

	while (gap < count / 3)
		gap = 3 * gap + 1;
	for (; gap > 0; gap /= 3)
		for (int i = gap; i < count; i++)
		{
			mc_due_change change = changes[i];
			int j = i;

			for (; j >= gap && change_is_before(&change, &changes[j - gap]); j -= gap)
				changes[j] = changes[j - gap];
			changes[j] = change;
		}
}

void
mc_ledger_sort(mc_ledger_batch *batch, mc_ledger_event *scratch)
{
	sort_events(batch->events, batch->event_count, scratch);
	sort_changes(batch->changes, batch->change_count);
}

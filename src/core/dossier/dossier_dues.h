/*
 * How the due dates of a dossier move on a calendar: by the rules of its pauses, and
 * after the calendar itself was edited.
 *
 * False everywhere means that a date leaves the coverage of the calendar.
 */
#ifndef MC_DOSSIER_DUES_H
#define MC_DOSSIER_DUES_H

#include "core/deadline/deadline.h"
#include "core/dossier/dossier.h"

/* Turns instants (UTC) into the wall time of an office and back. */
typedef struct mc_zone
{
	mc_instant (*wall)(const void *context, mc_instant utc);
	mc_instant (*instant)(const void *context, mc_instant wall);
	const void *context;
} mc_zone;

/* The due date of a receipt; both in UTC. */
bool mc_zoned_due(const mc_office *office, const mc_zone *zone, mc_instant received,
				  mc_time_limit limit, mc_instant *due);

/*
 * The dues after a pause. MC_RESTART needs a limit. The other rules leave a dossier
 * without a due date as it is.
 */
bool mc_resumed_dues(const mc_office *office, const mc_zone *zone, mc_resume_rule rule,
					 mc_time_limit limit, mc_instant paused_since, mc_instant at, mc_dues before,
					 mc_dues *after);

/*
 * Replays the history on an edited calendar into out, which holds MC_DOSSIER_HEAD_MAX bytes
 * and those of the events. What the limit decides is computed anew: any_way takes it as it
 * is, else dues only ever move later. The first due date stays what the slip said;
 * re-appointed dates, and dues without a limit, only roll off days off. Nobody may be
 * called in on a day that the office no longer works.
 */
bool mc_redue(const mc_office *office, const mc_zone *zone, const mc_dossier *dossier, bool any_way,
			  uint8_t *out, size_t *length);

#endif

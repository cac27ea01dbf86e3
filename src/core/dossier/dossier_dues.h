/*
 * This header declares how the due dates of a dossier move: by the rules of its pauses, and after
 * its calendar was edited. The glue in src/dossier uses it.
 *
 * Every function returns false if a date leaves the coverage of the calendar. Its output is
 * undefined then.
 */
#ifndef MC_DOSSIER_DUES_H
#define MC_DOSSIER_DUES_H

#include "core/deadline/deadline.h"
#include "core/dossier/dossier.h"

/*
 * The two functions convert an instant, counted in UTC, into the wall-clock time of an office and
 * back. They get `context` as their first argument.
 */
typedef struct mc_zone
{
	mc_instant (*wall)(const void *context, mc_instant utc);
	mc_instant (*instant)(const void *context, mc_instant wall);
	const void *context;
} mc_zone;

/* Store the due date of a receipt. Both are instants, counted in UTC. */
bool mc_zoned_due(const mc_office *office, const mc_zone *zone, mc_instant received,
				  mc_time_limit limit, mc_instant *due);

/*
 * Store the due dates after a pause that lasted from paused_since to `at`. MC_RESTART needs a
 * limit, and both due dates become the new one. The other rules change only a due date that is
 * there.
 */
bool mc_resumed_dues(const mc_office *office, const mc_zone *zone, mc_resume_rule rule,
					 mc_time_limit limit, mc_instant paused_since, mc_instant at, mc_dues before,
					 mc_dues *after);

/*
 * Compute the due dates of a dossier anew after its calendar was edited. Store the packed bytes and
 * their number; `out` has room for MC_DOSSIER_HEAD_MAX bytes and those of the events.
 *
 * A due date that follows from the limit is replaced by the one on the edited calendar. If any_way
 * is false, it is not replaced by an earlier one. The first due date stays as the slip states it.
 * Every due date that is not replaced, such as that of a re-appointment or of a dossier without a
 * limit, moves to the next working day if it lies on a day off, because nobody may be called in on
 * a day on which the office no longer works.
 */
bool mc_redue(const mc_office *office, const mc_zone *zone, const mc_dossier *dossier, bool any_way,
			  uint8_t *out, size_t *length);

#endif

/*
 * Two measures of how citizens are treated: satisfaction as QĐ 766/QĐ-TTg counts it
 * (DOMAIN K14) and apologies sent in time (K15). Each judges one dossier.
 */
#ifndef MC_COMPLIANCE_H
#define MC_COMPLIANCE_H

#include "core/calendar/day_index.h"
#include "core/kpi/tally.h"

typedef enum mc_verdict
{
	MC_NOT_CONCERNED, /* counts on neither side */
	MC_FAVOURABLE,
	MC_UNFAVOURABLE
} mc_verdict;

/*
 * Of the dossiers to handle in a period, as a tally counts them: unfavourable when ended
 * late, open past due and not paused, or disliked. One dossier is one case however many
 * of these hold.
 */
mc_verdict mc_satisfaction(const mc_dossier_facts *dossier, mc_period period, bool disliked);

/* By when an apology must have been sent: the decrees' day ahead leaves open which day (DOMAIN 1.5). */
typedef enum mc_notice
{
	MC_NOTICE_DAY, /* the calendar day before the due day */
	MC_NOTICE_WORKING_DAY, /* the working day before it */
	MC_NOTICE_SAME_DAY /* the due day itself (Hồ Chí Minh City, 2016) */
} mc_notice;

int mc_notice_by_name(const char *name, size_t length);

/*
 * The last day for an apology, of a finite due day. index is used by
 * MC_NOTICE_WORKING_DAY only; false when the answer leaves its coverage.
 */
bool mc_apology_day(mc_day due, mc_notice notice, const mc_day_index *index, mc_day *last);

/* Whether the rule asks for an apology: due, and late (by day) or given another date. */
bool mc_needs_apology(mc_moment due, mc_moment ended, int32_t reappointments);

/* Sent on or before the last day, and not more than one re-appointment (NĐ 61/2018). */
static inline bool
mc_apology_in_time(mc_moment sent, mc_day last, int32_t reappointments)
{
	return mc_moment_is_finite(sent) && sent.day <= last && reappointments <= 1;
}

#endif

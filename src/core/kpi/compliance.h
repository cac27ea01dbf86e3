/*
 * This header declares two measures of how citizens are treated, each of which judges one dossier:
 * satisfaction, as QĐ 766/QĐ-TTg counts it in criterion 5.4, and apologies that are sent in time.
 * The glue in src/kpi/compliance_sql.c uses it.
 */
#ifndef MC_COMPLIANCE_H
#define MC_COMPLIANCE_H

#include "core/calendar/day_index.h"
#include "core/kpi/tally.h"

/* On which side of a rate a dossier counts. */
typedef enum mc_verdict
{
	MC_NOT_CONCERNED, /* the dossier is not counted */
	MC_FAVOURABLE,
	MC_UNFAVOURABLE
} mc_verdict;

/*
 * Return the verdict of the citizen on a dossier. It is favourable or unfavourable for the dossiers
 * that were to be handled in a stated period, as a tally counts them. It is unfavourable if the
 * dossier ended late, if it is overdue on the last day of the period, or if it was disliked. A
 * dossier counts as one case however many of these hold.
 */
mc_verdict mc_satisfaction(const mc_dossier_facts *dossier, mc_period period, bool disliked);

/*
 * By when an apology must have been sent. The decrees ask for one a day ahead and leave open which
 * day is meant.
 */
typedef enum mc_notice
{
	MC_NOTICE_DAY, /* the calendar day before the due day */
	MC_NOTICE_WORKING_DAY, /* the working day before the due day */
	MC_NOTICE_SAME_DAY /* the due day itself (Hồ Chí Minh City, 2016) */
} mc_notice;

/* Return the mc_notice of a name, given as `length` bytes, or -1 if it is unknown. */
int mc_notice_by_name(const char *name, size_t length);

/*
 * Store the last day for an apology, given a finite due day. Only MC_NOTICE_WORKING_DAY uses the
 * index. Return false if that rule leaves the coverage of the index.
 */
bool mc_apology_day(mc_day due, mc_notice notice, const mc_day_index *index, mc_day *last);

/*
 * True if a dossier needs an apology: it has a due date, and either it ended late by day or it was
 * re-appointed.
 */
bool mc_needs_apology(mc_moment due, mc_moment ended, int32_t reappointments);

/*
 * True if an apology was sent on or before the last day and the dossier was re-appointed at most
 * once (NĐ 61/2018).
 */
static inline bool
mc_apology_in_time(mc_moment sent, mc_day last, int32_t reappointments)
{
	return mc_moment_is_finite(sent) && sent.day <= last && reappointments <= 1;
}

#endif

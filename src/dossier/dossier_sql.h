/*
 * This header declares what every function over dossiers needs: how a value is read and made, and
 * the errors of events that cannot happen. The files of src/dossier and the aggregates of src/kpi
 * use it.
 *
 * A value of the SQL type dossier is a varlena that holds the packed bytes of
 * core/dossier/dossier.h.
 */
#ifndef MOTCUA_DOSSIER_H
#define MOTCUA_DOSSIER_H

#include "fmgr.h"

#include "calendar/calendar_cache.h"
#include "common/compat.h"
#include "core/dossier/dossier.h"

/*
 * Unpack a dossier argument that is not NULL; its events stay in its bytes. Return the bytes. Raise
 * XX001 if the value is damaged.
 */
extern const uint8 *motcua_dossier_arg(FunctionCallInfo fcinfo, int argno, mc_dossier *dossier);

/* Return packed bytes as a new value in the current context. */
extern struct varlena *motcua_dossier_of_bytes(const uint8 *packed, Size length);

/* Return a new value that holds a dossier and one event, or no event if `event` is NULL. */
extern struct varlena *motcua_make_dossier(const mc_dossier *dossier, const mc_event *event);

/*
 * Raise the reason why an event cannot happen: 55000, or 54000 if the dossier has too many events.
 */
extern _Noreturn void motcua_refuse_event(const mc_dossier_state *state, const mc_event *event,
										  mc_refusal refusal);

/*
 * Raise the reason if an event cannot happen next to a dossier in this state, which has `count`
 * events already.
 */
extern void motcua_check_event(const mc_dossier_state *state, int count, const mc_event *event);

/*
 * Set the due dates of a resume on a calendar. Raise 55000 if its rule needs a time limit and the
 * dossier has none, and 22008 if a date leaves the coverage of the calendar.
 */
extern void motcua_set_resumed_dues(const Calendar *calendar, mc_time_limit limit,
									const mc_dossier_state *state, mc_event *resume);

/*
 * Set the receipt, the time limit and the due dates of a dossier. Raise 22008 if a date leaves the
 * coverage of the calendar. If only the day of receipt is known, the dossier is received at the
 * beginning of the day and falls due at the end of the day that the SQL function due_on gives.
 */
extern void motcua_set_receipt(const Calendar *calendar, mc_moment received, mc_time_limit limit,
							   mc_dossier *dossier);

/* Raise 22008 unless a dossier may hold this instant, which is counted in UTC. */
extern void motcua_check_instant(mc_instant at);

/*
 * Return the mc_pause_reason of a pause or the mc_resume_rule of a resume by its name. Raise 22023
 * if the name is unknown.
 */
extern int motcua_event_detail(mc_event_kind kind, const char *name, Size length);

/*
 * Return an instant, counted in UTC, as 'YYYY-MM-DDTHH:MM:SS+07:00' for messages and output. The
 * text is allocated in the current context.
 */
extern char *motcua_iso_text(mc_instant at);

#endif

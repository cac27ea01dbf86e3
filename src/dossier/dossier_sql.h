/* The SQL type dossier: core's packed bytes in a varlena. */
#ifndef MOTCUA_DOSSIER_H
#define MOTCUA_DOSSIER_H

#include "fmgr.h"

#include "calendar/calendar_cache.h"
#include "common/compat.h"
#include "core/dossier/dossier.h"

/* A dossier argument that is not NULL, unpacked in place; XX001 when damaged. Returns its bytes. */
extern const uint8 *motcua_dossier_arg(FunctionCallInfo fcinfo, int argno, mc_dossier *dossier);

/* Packed bytes as a value. */
extern struct varlena *motcua_dossier_of_bytes(const uint8 *packed, Size length);

/* A dossier with at most one event. */
extern struct varlena *motcua_make_dossier(const mc_dossier *dossier, const mc_event *event);

/* Raises the reason why an event cannot happen: 55000, or 54000 when there are too many. */
extern _Noreturn void motcua_refuse_event(const mc_dossier_state *state, const mc_event *event,
										  mc_refusal refusal);

/* Raises unless the event can happen as the next of a dossier; count is of those before it. */
extern void motcua_check_event(const mc_dossier_state *state, int count, const mc_event *event);

/* Gives a resume its dues on a calendar; 55000 when the rule needs a limit that is not there. */
extern void motcua_set_resumed_dues(const Calendar *calendar, mc_time_limit limit,
									const mc_dossier_state *state, mc_event *resume);

/*
 * Set the receipt, limit and dues of a dossier. Raise 22008 where a moment is outside the coverage of the
 * calendar. A dossier received on a day without an hour falls due at the end of the day that due_on gives.
 */
extern void motcua_set_receipt(const Calendar *calendar, mc_moment received, mc_time_limit limit,
							   mc_dossier *dossier);

/* Raises 22008 unless a dossier may hold this instant. */
extern void motcua_check_instant(mc_instant at);

/* The reason of a pause or the rule of a resume by its name: 22023 when unknown. */
extern int motcua_event_detail(mc_event_kind kind, const char *name, Size length);

/* 'YYYY-MM-DDTHH:MM:SS+07:00' in the current context, for messages and output. */
extern char *motcua_iso_text(mc_instant at);

#endif

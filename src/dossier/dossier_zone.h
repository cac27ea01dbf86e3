/*
 * This header declares how core computes due dates on a calendar of the cache. The files of
 * src/dossier use it.
 */
#ifndef MOTCUA_DOSSIER_ZONE_H
#define MOTCUA_DOSSIER_ZONE_H

#include "calendar/calendar_cache.h"
#include "core/dossier/dossier_dues.h"

/* Return the time zone of a calendar as core needs it. The result points to the calendar. */
extern mc_zone motcua_zone(const Calendar *calendar);

/*
 * Raise 22008: the due dates of a dossier, after an event or receipt at an instant, leave the
 * coverage of the calendar.
 */
extern _Noreturn void motcua_dues_not_covered(const Calendar *calendar, mc_instant at);

#endif

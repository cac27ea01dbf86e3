/* The dues of dossiers on a calendar of the cache. */
#ifndef MOTCUA_DOSSIER_ZONE_H
#define MOTCUA_DOSSIER_ZONE_H

#include "calendar/calendar_cache.h"
#include "core/dossier/dossier_dues.h"

/* The calendar's zone for core. */
extern mc_zone motcua_zone(const Calendar *calendar);

/* Raises 22008. */
extern _Noreturn void motcua_dues_not_covered(const Calendar *calendar, mc_instant at);

#endif

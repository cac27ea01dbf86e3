/*
 * This header declares how calendars are loaded from the calendar tables and checked. The cache of
 * calendars and the triggers on the calendar tables use it.
 */
#ifndef MOTCUA_CALENDAR_LOAD_H
#define MOTCUA_CALENDAR_LOAD_H

#include "core/calendar/calendar.h"

/*
 * Load the calendar of a name; all parts of it are allocated in the current memory context. Raise
 * 42704 if the calendar or an ancestor does not exist, and 54000 if it has too many ancestors. The
 * tables are read like catalogs: everything that is committed, and what this transaction did,
 * whatever its snapshot is. If the chain of parents loops, the part before the loop counts. (The
 * trigger check_calendar refuses loops, but two sessions at once could make one.)
 */
extern void motcua_load_calendar(const char *name, mc_calendar *calendar);

/*
 * Raise 22023 if the calendar inherits from itself or its time zone is unknown, and 54000 if it has
 * too many ancestors. A chain that ends with a calendar that does not exist is accepted, because
 * COPY may load that calendar later.
 */
extern void motcua_check_chain(const char *name);

/* Raise 22023 if two of the calendar's own shifts overlap. */
extern void motcua_check_shifts(const char *name);

/* Raise 42704: there is no calendar of that name. */
extern _Noreturn void motcua_no_such_calendar(const char *name);

#endif

/*
 * Puts a calendar together: its own rows, its parents', nearest first, and what
 * the library ships. Reads the DBA's tables.
 */
#ifndef MOTCUA_CALENDAR_LOAD_H
#define MOTCUA_CALENDAR_LOAD_H

#include "core/calendar/calendar.h"

/*
 * The calendar of that name, allocated in the current context; 42704 when there
 * is none. Reads as catalogs are read: everything committed, and what this
 * transaction did, whatever its snapshot. Of a chain that loops, the part before
 * the loop counts (check_calendar keeps loops out; two sessions at once could make one).
 */
extern void motcua_load_calendar(const char *name, mc_calendar *calendar);

/*
 * Raises 22023 when the calendar inherits from itself or its zone is unknown, 54000
 * when its line is too long. A line that ends at a calendar not there yet is left
 * alone: COPY may bring it later.
 */
extern void motcua_check_chain(const char *name);

/* Raises 22023 when the calendar's own shifts overlap. */
extern void motcua_check_shifts(const char *name);

/* Whether a name is shipped or a row of motcua.calendar. */
extern bool motcua_calendar_exists(const char *name);

/* The name of a calendar that inherits from this one, or NULL. */
extern char *motcua_child_of(const char *name);

/* motcua.calendar, which every editor of the four tables locks. */
extern Oid motcua_calendar_table(void);

/* Whether a relation is one of the calendar tables, or may be. */
extern bool motcua_is_calendar_table(Oid relid);

extern _Noreturn void motcua_no_such_calendar(const char *name);

#endif

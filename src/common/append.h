/*
 * This header declares how the library appends rows to tables that belong to somebody else: the
 * tables of roll-ups and the log of changes.
 */
#ifndef MOTCUA_APPEND_H
#define MOTCUA_APPEND_H

#include "utils/rel.h"

/*
 * An appender inserts rows into a table. It acts as the table's owner while it is open, so the user
 * needs no privilege on the table.
 */
typedef struct Appender Appender;

/*
 * Open an appender on a table that the caller has opened and compared with its shape. The caller
 * closes the table after motcua_close_appender, which restores the user.
 */
extern Appender *motcua_open_appender(Relation table);

/* Insert a row, which has a value and a null flag for each column of the table. */
extern void motcua_append(Appender *appender, const Datum *values, const bool *nulls);

extern void motcua_close_appender(Appender *appender);

#endif

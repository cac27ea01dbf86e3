/*
 * This header declares what the triggers on the tables of the extension share. Anybody may put the
 * trigger functions on a table of his own, so they refuse every table but those of the extension.
 */
#ifndef MOTCUA_OWN_TRIGGER_H
#define MOTCUA_OWN_TRIGGER_H

#include "commands/trigger.h"
#include "fmgr.h"

/*
 * Return the data of a trigger that fires after each row of a table of the extension. Raise 39P01
 * if the function is called otherwise.
 */
extern TriggerData *motcua_own_row_trigger(FunctionCallInfo fcinfo);

/* Like motcua_own_row_trigger, but the trigger may also fire after each statement. */
extern TriggerData *motcua_own_trigger(FunctionCallInfo fcinfo);

/* Return the row as the statement leaves it, or the deleted row. */
extern HeapTuple motcua_trigger_row(const TriggerData *trigger);

/*
 * Return a column of a row of the trigger's table as text, or NULL if it is NULL. Raise 42703 if
 * the table has no such column.
 */
extern char *motcua_trigger_text(const TriggerData *trigger, HeapTuple row, const char *column);

/* Return the quoted name of the schema of the trigger's table. */
extern const char *motcua_trigger_schema(const TriggerData *trigger);

#endif

/*
 * This file loads the library: it holds the module magic, the settings and the SQL function
 * version.
 */
#include "postgres.h"

#include <limits.h>

#include "utils/builtins.h"
#include "utils/guc.h"

#include "calendar/calendar_cache.h"
#include "common/compat.h"

MOTCUA_MODULE_MAGIC;

void _PG_init(void);

/* The setting is read through GetConfigOption, so nothing reads this variable. */
static char *actor;

void
_PG_init(void)
{
	DefineCustomStringVariable("motcua.calendar",
							   "Sets the calendar that functions use if they are given none.", NULL,
							   &motcua_default_calendar_name, "vn", PGC_USERSET, 0, NULL,
							   motcua_assign_default_calendar, NULL);
	DefineCustomIntVariable(
		"motcua.cache_memory",
		"Sets the memory of each session for calendars that are ready for use.",
		"The least recently used calendars are removed first; one takes 0.4 megabytes, "
		"or 0.7 with working hours.",
		&motcua_cache_memory, 16 * 1024, 1024, MAX_KILOBYTES, PGC_USERSET, GUC_UNIT_KB, NULL, NULL,
		NULL);
	DefineCustomStringVariable("motcua.actor",
							   "Sets who is at work, as the application knows; watch logs it.",
							   "If it is empty, watch logs the role of the session.", &actor, "",
							   PGC_USERSET, 0, NULL, NULL, NULL);
	MarkGUCPrefixReserved("motcua");
	motcua_watch_calendar_tables();
}

PG_FUNCTION_INFO_V1(motcua_version);
Datum
motcua_version(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(MOTCUA_VERSION));
}

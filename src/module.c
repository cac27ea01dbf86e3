/* The library itself: magic, settings, version. */
#include "postgres.h"

#include "utils/builtins.h"
#include "utils/guc.h"

#include "calendar/calendar_cache.h"
#include "common/compat.h"

MOTCUA_MODULE_MAGIC;

void _PG_init(void);

/* Read where it is needed, through GetConfigOption. */
static char *actor;

void
_PG_init(void)
{
	DefineCustomStringVariable("motcua.calendar",
							   "Calendar used where a function is called without one.", NULL,
							   &motcua_default_calendar_name, "vn", PGC_USERSET, 0, NULL,
							   motcua_assign_default_calendar, NULL);
	DefineCustomStringVariable("motcua.actor",
							   "Who is at work, as the application knows; watch logs it.",
							   "Empty: the role and the application's name.", &actor, "",
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

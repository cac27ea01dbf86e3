/* The state of the aggregate dossier_agg, which dossier_agg.c fills and dossier_fold.c reads. */
#ifndef MOTCUA_DOSSIER_AGG_H
#define MOTCUA_DOSSIER_AGG_H

#include "fmgr.h"

#define MOTCUA_EVENT_LIST_VERSION 1

typedef enum CalendarGiven
{
	CALENDAR_OF_SESSION,
	CALENDAR_BY_NAME,
	CALENDAR_BY_VALUE
} CalendarGiven;

/*
 * A bytea with room to grow: `used` bytes of its data count. The calendar's bytes come first, its name or
 * its packed value; then the changes as core/dossier/event_list.h packs them.
 */
typedef struct EventList
{
	int32 vl_len_;
	uint8 version;
	uint8 calendar_given;
	uint8 reserved[2];
	uint32 used;
	uint32 calendar_size;
	char data[FLEXIBLE_ARRAY_MEMBER];
} EventList;

/* Return the list of an argument that is not NULL. Raise 22P03 where the sizes it states do not agree. */
extern EventList *motcua_event_list_arg(FunctionCallInfo fcinfo, int argno);

#endif

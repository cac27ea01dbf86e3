/*
 * This header declares the state of the aggregate dossier_agg, which dossier_agg.c fills and
 * dossier_fold.c reads.
 */
#ifndef MOTCUA_DOSSIER_AGG_H
#define MOTCUA_DOSSIER_AGG_H

#include "fmgr.h"

#define MOTCUA_EVENT_LIST_VERSION 1

/*
 * How the rows give the calendar: not at all, so that the session's one is used, by its name, or as
 * a value of the type work_calendar.
 */
typedef enum CalendarGiven
{
	CALENDAR_OF_SESSION,
	CALENDAR_BY_NAME,
	CALENDAR_BY_VALUE
} CalendarGiven;

/*
 * The state is a bytea with room to grow, of whose data `used` bytes count. First come the bytes of
 * the calendar, which are its name or its packed value; then come the changes as
 * core/dossier/event_list.h packs them.
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

/*
 * Return the list of an argument that is not NULL. Raise 22P03 if its version is unknown or its
 * sizes do not agree.
 */
extern EventList *motcua_event_list_arg(FunctionCallInfo fcinfo, int argno);

#endif

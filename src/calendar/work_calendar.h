/* The SQL type work_calendar: a calendar as a value. */
#ifndef MOTCUA_WORK_CALENDAR_H
#define MOTCUA_WORK_CALENDAR_H

#include "core/calendar/calendar_pack.h"

#define WORK_CALENDAR_DIGEST_SIZE 16

/*
 * The digest is the first half of the SHA-256 of the packed body, so equal
 * digests mean equal calendars. Every value is made by motcua_make_work_calendar.
 */
typedef struct WorkCalendar
{
	int32 vl_len_;
	uint8 digest[WORK_CALENDAR_DIGEST_SIZE];
	uint8 packed[FLEXIBLE_ARRAY_MEMBER];
} WorkCalendar;

extern WorkCalendar *motcua_make_work_calendar(const mc_calendar *calendar);

/* The calendar of hostile packed bytes; 22P03 when there is none in them. */
extern WorkCalendar *motcua_read_work_calendar(const uint8 *packed, Size length);

#endif

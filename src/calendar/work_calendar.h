/*
 * This header declares the SQL type work_calendar, a calendar as a value. The cache of calendars
 * and the input and output of the type use it.
 */
#ifndef MOTCUA_WORK_CALENDAR_H
#define MOTCUA_WORK_CALENDAR_H

#include "core/calendar/calendar_pack.h"

#define WORK_CALENDAR_DIGEST_SIZE 16

/*
 * The digest is the first half of the SHA-256 of the packed calendar, so equal digests mean equal
 * calendars. Only motcua_make_work_calendar makes values.
 */
typedef struct WorkCalendar
{
	int32 vl_len_;
	uint8 digest[WORK_CALENDAR_DIGEST_SIZE];
	uint8 packed[FLEXIBLE_ARRAY_MEMBER];
} WorkCalendar;

/* Return the value of a calendar, allocated in the current memory context. */
extern WorkCalendar *motcua_make_work_calendar(const mc_calendar *calendar);

/*
 * Return the value of a calendar that untrusted packed bytes contain, in the current memory
 * context. Raise 22P03 if they contain none.
 */
extern WorkCalendar *motcua_read_work_calendar(const uint8 *packed, Size length);

#endif

/*
 * This header declares the text form of instants that dossiers contain: ISO 8601 with the offset of
 * Viet Nam. The form does not depend on a session's DateStyle or TimeZone. Source: ISO 8601-1:2019,
 * extended format; RFC 3339 for the offset.
 */
#ifndef MC_ISO_TIME_H
#define MC_ISO_TIME_H

#include <stddef.h>

#include "core/base/dates.h"

#define MC_ISO_INSTANT_MAX 33 /* bytes, with the NUL */

/*
 * True if the instant's year in Viet Nam has four digits, 0001 to 9999. Other instants have no text
 * form here.
 */
static inline bool
mc_instant_is_writable(mc_instant at)
{
	return at >= MC_DAY_FIRST_WRITABLE * MC_US_PER_DAY - MC_VIETNAM_OFFSET &&
		   at < (MC_DAY_LAST_WRITABLE + 1) * MC_US_PER_DAY - MC_VIETNAM_OFFSET;
}

/*
 * Write an instant, counted in UTC, as the time in Viet Nam: '2026-03-02T09:00:00[.ffffff]+07:00'
 * with a NUL. mc_instant_is_writable must be true for the instant.
 */
void mc_format_iso_instant(mc_instant at, char out[MC_ISO_INSTANT_MAX]);

/*
 * Read an instant: 'YYYY-MM-DD', then 'T' or a space, then 'HH:MM[:SS[.f...]]' with at most six
 * decimals, then 'Z' or an offset '+HH', '+HH:MM' or '+HHMM' with either sign. A text without an
 * offset is the time in Viet Nam. Store the instant, counted in UTC, in *at. Return false if the
 * text has another form or if mc_instant_is_writable is false for the instant.
 */
bool mc_parse_iso_instant(const char *text, size_t length, mc_instant *at);

#endif

/*
 * Instants as ISO 8601 text with an offset, whatever a session's DateStyle and zone.
 * Source: ISO 8601-1:2019, extended format; RFC 3339 for the offset.
 */
#ifndef MC_ISO_TIME_H
#define MC_ISO_TIME_H

#include <stddef.h>

#include "core/base/dates.h"

#define MC_ISO_INSTANT_MAX 33 /* bytes with the NUL */

/* Instants whose Vietnamese wall time has a year of four digits, 0001 to 9999. */
static inline bool
mc_instant_is_writable(mc_instant at)
{
	return at >= MC_DAY_FIRST_WRITABLE * MC_US_PER_DAY - MC_VIETNAM_OFFSET &&
		   at < (MC_DAY_LAST_WRITABLE + 1) * MC_US_PER_DAY - MC_VIETNAM_OFFSET;
}

/* Writes a writable instant, in UTC, as Vietnamese time: '2026-03-02T09:00:00[.ffffff]+07:00' and a NUL. */
void mc_format_iso_instant(mc_instant at, char out[MC_ISO_INSTANT_MAX]);

/*
 * Reads 'YYYY-MM-DD', 'T' or a space, 'HH:MM[:SS[.f...]]' of at most six decimals, then 'Z',
 * '+HH', '+HH:MM' or '+HHMM' (or with '-'), or nothing: Vietnamese time. False when the
 * bytes are no such time, or not writable.
 */
bool mc_parse_iso_instant(const char *text, size_t length, mc_instant *at);

#endif

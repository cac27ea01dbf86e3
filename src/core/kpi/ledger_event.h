/*
 * This header declares the bits of a ledger event. Counting makes events of them, and packing reads
 * them.
 *
 * An event is day << 6 | column << 1 | 1 if the counter falls by one, or 0 if it rises by one. Days
 * are counted from the first day of the coverage. Events that are sorted as numbers are sorted by
 * day, then by column.
 */
#ifndef MC_LEDGER_EVENT_H
#define MC_LEDGER_EVENT_H

#include "core/kpi/ledger.h"

/* Return the event that changes a counter on a day by the sign, which is 1 or -1. */
static inline mc_ledger_event
mc_ledger_event_of(mc_day day, mc_ledger_column column, int sign)
{
	return (uint32_t) (day - MC_DAY_FIRST_WRITABLE) << 6 | (uint32_t) column << 1 | (sign < 0);
}

/* Return the day of an event. */
static inline mc_day
mc_ledger_event_day(mc_ledger_event event)
{
	return (mc_day) (event >> 6) + MC_DAY_FIRST_WRITABLE;
}

/* Return the counter that an event changes. */
static inline mc_ledger_column
mc_ledger_event_column(mc_ledger_event event)
{
	return (mc_ledger_column) (event >> 1 & 31);
}

/* Return 1 or -1, by which an event changes its counter. */
static inline int
mc_ledger_event_sign(mc_ledger_event event)
{
	return event & 1 ? -1 : 1;
}

#endif

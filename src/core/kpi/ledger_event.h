/* The four bytes of a ledger event: shared by counting and packing. */
#ifndef MC_LEDGER_EVENT_H
#define MC_LEDGER_EVENT_H

#include "core/kpi/ledger.h"

static inline mc_ledger_event
mc_ledger_event_of(mc_day day, mc_ledger_column column, int sign)
{
	return (uint32_t) (day - MC_DAY_FIRST_WRITABLE) << 6 | (uint32_t) column << 1 | (sign < 0);
}

static inline mc_day
mc_ledger_event_day(mc_ledger_event event)
{
	return (mc_day) (event >> 6) + MC_DAY_FIRST_WRITABLE;
}

static inline mc_ledger_column
mc_ledger_event_column(mc_ledger_event event)
{
	return (mc_ledger_column) (event >> 1 & 31);
}

static inline int
mc_ledger_event_sign(mc_ledger_event event)
{
	return event & 1 ? -1 : 1;
}

#endif

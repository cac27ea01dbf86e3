/* The SQL type ledger: core's packed bytes in a varlena, or an expanded object that collects events. */
#ifndef MOTCUA_LEDGER_H
#define MOTCUA_LEDGER_H

#include "fmgr.h"
#include "utils/expandeddatum.h"

#include "common/compat.h"
#include "core/kpi/ledger.h"

/* The bytes of a ledger argument; a state that still collects is settled first. Good until it is changed. */
typedef struct LedgerBytes
{
	const uint8 *packed;
	Size length;
} LedgerBytes;

extern LedgerBytes motcua_ledger_arg(FunctionCallInfo fcinfo, int argno);

/* A flat value. */
extern struct varlena *motcua_ledger_of_bytes(const uint8 *packed, Size length);

/* Merges with signs into a flat value; 22003 when a counter leaves 64 bits. */
extern struct varlena *motcua_merge_ledgers(const LedgerBytes *ledgers, const int *signs,
											int count);

/*
 * The expanded form, the state of all its aggregates. What is counted collects as events and
 * what is merged as packed bytes, each in the order they come; settling brings all into one
 * packed ledger. So a row costs an append, and memory stays near the size of the result.
 */
typedef struct ExpandedLedger ExpandedLedger;

/* An empty one in a context of its own under parent, and what it holds as a flat value. */
extern ExpandedLedger *motcua_new_ledger(MemoryContext parent);
extern struct varlena *motcua_ledger_flat(ExpandedLedger *ledger);

/* The state argument of a transition: the one the executor owns, or a new one of it; NULL begins one. */
extern ExpandedLedger *motcua_ledger_state(FunctionCallInfo fcinfo);
extern Datum motcua_ledger_state_datum(ExpandedLedger *ledger);

/* A batch with room for that many more events and due changes. */
extern mc_ledger_batch *motcua_ledger_room(ExpandedLedger *ledger, int events, int changes);

/* Adds or takes out a whole ledger. */
extern void motcua_ledger_take(ExpandedLedger *ledger, LedgerBytes other, int sign);

#endif

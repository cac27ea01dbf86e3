/*
 * This header declares the SQL type ledger. A value is a varlena that holds the packed bytes of
 * core/kpi/ledger.h, or an expanded object that collects events. The files of src/kpi and the
 * roll-ups of attachments use it.
 */
#ifndef MOTCUA_LEDGER_H
#define MOTCUA_LEDGER_H

#include "fmgr.h"
#include "utils/expandeddatum.h"

#include "common/compat.h"
#include "core/kpi/ledger.h"

/* The packed bytes of a ledger. */
typedef struct LedgerBytes
{
	const uint8 *packed;
	Size length;
} LedgerBytes;

/*
 * Return the bytes of a ledger argument. An expanded ledger that still collects is settled first.
 * The bytes are valid until the ledger is changed.
 */
extern LedgerBytes motcua_ledger_arg(FunctionCallInfo fcinfo, int argno);

/* Return packed bytes as a new value in the current context. */
extern struct varlena *motcua_ledger_of_bytes(const uint8 *packed, Size length);

/*
 * Return the sum of ledgers as a new value; each sign is 1 to add a ledger or -1 to subtract it.
 * Raise 22003 if a counter leaves 64 bits and XX001 if a ledger is damaged.
 */
extern struct varlena *motcua_merge_ledgers(const LedgerBytes *ledgers, const int *signs,
											int count);

/*
 * The expanded form is the state of all aggregates that return a ledger. Dossiers that are counted
 * are collected as events, and ledgers that are merged as packed bytes, each in the order in which
 * they come. Settling merges all of them into one packed ledger. So a row costs an append, and the
 * memory stays near the size of the result.
 */
typedef struct ExpandedLedger ExpandedLedger;

/* Return an empty expanded ledger in a memory context of its own below `parent`. */
extern ExpandedLedger *motcua_new_ledger(MemoryContext parent);

/* Settle an expanded ledger. Return it as a new value in the current context. */
extern struct varlena *motcua_ledger_flat(ExpandedLedger *ledger);

/*
 * Return the state of a transition function, which is argument 0: the expanded ledger that the
 * executor owns, or a new one if the argument is NULL or a flat value. Raise 55000 outside an
 * aggregate.
 */
extern ExpandedLedger *motcua_ledger_state(FunctionCallInfo fcinfo);

/* Return the state as the result of a transition function. */
extern Datum motcua_ledger_state_datum(ExpandedLedger *ledger);

/* Return the batch of a ledger with room for so many more events and due changes. */
extern mc_ledger_batch *motcua_ledger_room(ExpandedLedger *ledger, int events, int changes);

/* Add a ledger to an expanded one if the sign is 1, or subtract it if the sign is -1. */
extern void motcua_ledger_take(ExpandedLedger *ledger, LedgerBytes other, int sign);

#endif

/*
 * This file computes the tally of any period from a packed ledger: from running sums at three days,
 * and from the due changes up to the end of the period. The functions over ledgers in src/kpi call
 * it.
 */
#include <string.h>

#include "core/kpi/ledger_bytes.h"

/* Return the block that holds the last row up to a day, or -1 if all rows are later. */
static int64_t
block_of(const mc_ledger_layout *parts, mc_day day)
{
	int64_t low = -1;
	int64_t high = (int64_t) parts->blocks - 1;

	while (low < high)
	{
		int64_t middle = low + (high - low + 1) / 2;

		if (mc_ledger_block_first_day(parts, (uint32_t) middle) <= day)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

/*
 * Store the sums over the rows up to a day, which is included. Return false on overflow or if the
 * bytes are damaged.
 */
static bool
sums_until(const mc_ledger_layout *parts, mc_day day, int64_t *sums)
{
	int64_t block = block_of(parts, day);
	const uint8_t *end = parts->change_bytes;
	const uint8_t *next;
	int64_t row_day;
	uint32_t rows;

	memset(sums, 0, MC_LEDGER_COLUMN_COUNT * sizeof(*sums));
	if (block < 0)
		return true;
	next = parts->row_bytes + mc_get_u32(parts->directory + block * MC_LEDGER_DIRECTORY_ENTRY + 4);
	if (next >= end || !mc_add_counters(&next, end, sums))
		return false;
	row_day = mc_ledger_block_first_day(parts, (uint32_t) block);
	rows = parts->rows - (uint32_t) block * MC_LEDGER_ROWS_PER_BLOCK;
	for (uint32_t i = 0; i < rows && i < MC_LEDGER_ROWS_PER_BLOCK && next; i++)
	{
		row_day += (int64_t) (mc_take_varint(&next, end) & INT32_MAX);
		if (row_day > day)
			return true;
		if (!mc_add_counters(&next, end, sums))
			return false;
	}
	return next != NULL;
}

/*
 * Add the due changes that happened by the last day of the period to due days in the period. Return
 * false on overflow or if the bytes are no ledger.
 */
static bool
add_due_changes(const uint8_t *packed, size_t length, mc_tally *tally)
{
	mc_ledger_reader reader;

	if (!mc_ledger_open(&reader, packed, length, 1))
		return false;
	for (; reader.has_change && reader.change.day <= tally->period.until;
		 mc_ledger_next_change(&reader))
		if (reader.change.due >= tally->period.since &&
			(__builtin_add_overflow(tally->n[MC_N_due_met], reader.change.met,
									&tally->n[MC_N_due_met]) ||
			 __builtin_add_overflow(tally->n[MC_N_due_missed], reader.change.missed,
									&tally->n[MC_N_due_missed])))
			return false;
	return true;
}

/*
 * X(name) for each counter that tally and ledger share and that counts what happened in the period.
 */
/* clang-format off */
#define FLOWS(X) \
	X(new_online) X(new_direct) X(early) X(on_time) X(late) X(on_time_no_due) X(due_met) \
	X(invalid) X(withdrawn) X(refused) X(stopped) X(withdrawn_late) X(refused_late) X(stopped_late)
/* clang-format on */

/*
 * Set the counters of what happened in the period: the sums at its end less those before its begin.
 * Return false on overflow.
 */
static bool
set_flows(mc_tally *tally, const int64_t *before, const int64_t *after)
{
	bool overflow = false;

#define FLOW(name) \
	overflow |=    \
		__builtin_sub_overflow(after[MC_L_##name], before[MC_L_##name], &tally->n[MC_N_##name]);
	FLOWS(FLOW)
#undef FLOW
	return !overflow;
}

/* Store the number of dossiers that were received and have not ended. Return false on overflow. */
static bool
open_ones(const int64_t *sums, int64_t *open)
{
	return !__builtin_add_overflow(sums[MC_L_new_online], sums[MC_L_new_direct], open) &&
		   !__builtin_sub_overflow(*open, sums[MC_L_early], open) &&
		   !__builtin_sub_overflow(*open, sums[MC_L_on_time], open) &&
		   !__builtin_sub_overflow(*open, sums[MC_L_late], open);
}

/*
 * Set the counters of the dossiers that are open before the period and at its end. Return false on
 * overflow.
 */
static bool
set_stocks(mc_tally *tally, const int64_t *before, const int64_t *after)
{
	int64_t *in_time = &tally->n[MC_N_open_in_time];

	tally->n[MC_N_open_overdue] = after[MC_L_overdue];
	tally->n[MC_N_open_paused] = after[MC_L_paused];
	return open_ones(before, &tally->n[MC_N_carried]) && open_ones(after, in_time) &&
		   !__builtin_sub_overflow(*in_time, after[MC_L_overdue], in_time) &&
		   !__builtin_sub_overflow(*in_time, after[MC_L_paused], in_time);
}

/*
 * Set the number of dossiers that missed their due day. A dossier that is due on the last day of
 * the period and misses it later is not counted yet, so the sums of those end on the eve. Return
 * false on overflow.
 */
static bool
set_missed(mc_tally *tally, const int64_t *before, const int64_t *eve, const int64_t *after)
{
	int64_t at_once, later;

	return !__builtin_sub_overflow(after[MC_L_due_missed_at_once], before[MC_L_due_missed_at_once],
								   &at_once) &&
		   !__builtin_sub_overflow(eve[MC_L_due_missed_later], before[MC_L_due_missed_later],
								   &later) &&
		   !__builtin_add_overflow(at_once, later, &tally->n[MC_N_due_missed]);
}

bool
mc_ledger_tally(const uint8_t *packed, size_t length, mc_period period, mc_tally *tally)
{
	int64_t before[MC_LEDGER_COLUMN_COUNT], eve[MC_LEDGER_COLUMN_COUNT],
		after[MC_LEDGER_COLUMN_COUNT];
	mc_ledger_layout parts;

	*tally = mc_tally_empty(period);
	if (!mc_ledger_find_layout(packed, length, &parts) ||
		!sums_until(&parts, period.since - 1, before) ||
		!sums_until(&parts, period.until - 1, eve) || !sums_until(&parts, period.until, after))
		return false;
	return set_flows(tally, before, after) && set_stocks(tally, before, after) &&
		   set_missed(tally, before, eve, after) && add_due_changes(packed, length, tally);
}

/*
 * This header declares the tally: exact counters of a set of dossiers over one period. Every rate
 * is computed from them when it is asked for. Counters are added, so that tallies of disjoint sets
 * of dossiers over the same period merge exactly. The SQL type tally, the ledger and the rates use
 * this header.
 *
 * The sets are those of the national form II.06a/VPCP/KSTT:
 *
 *   NEW    received in the period
 *   CARRY  received before the period and open when it began
 *   RES    ended in the period
 *   OPEN   received by the last day of the period and not ended by then
 *
 * so that NEW + CARRY = RES + OPEN. Dossiers are judged as of the last day of the period.
 */
#ifndef MC_TALLY_H
#define MC_TALLY_H

#include "core/base/period.h"
#include "core/dossier/outcome.h"

/* X(name) for each counter, in the order of the text form and of columns(tally). */
/* clang-format off */
#define MC_COUNTERS(X) \
	X(new_online) X(new_direct) X(carried) \
	X(early) X(on_time) X(late) \
	X(open_in_time) X(open_overdue) X(open_paused) \
	X(due_met) X(due_missed) X(on_time_no_due) \
	X(withdrawn) X(refused) X(stopped) \
	X(withdrawn_late) X(refused_late) X(stopped_late) \
	X(invalid)
/* clang-format on */

typedef enum mc_counter
{
#define X(name) MC_N_##name,
	MC_COUNTERS(X)
#undef X
		MC_COUNTER_COUNT
} mc_counter;

typedef struct mc_tally
{
	mc_period period;
	int64_t n[MC_COUNTER_COUNT];
} mc_tally;

/* What a tally needs to know about a dossier. */
typedef struct mc_dossier_facts
{
	mc_moment received;
	mc_moment due; /* not finite if there is none */
	mc_moment ended; /* day is MC_DAY_INFINITY if the dossier is open */
	mc_moment paused_since; /* day is MC_DAY_INFINITY if the dossier is not paused */
	bool online;
	mc_ended_as ended_as;
	mc_granularity granularity;
} mc_dossier_facts;

/* Return the name of a counter, which the text form and SQL show. */
const char *mc_counter_name(mc_counter counter);

/* Return the mc_counter of a name, given as `length` bytes, or -1 if it is unknown. */
int mc_counter_by_name(const char *name, size_t length);

/* Return an empty tally of a period. */
mc_tally mc_tally_empty(mc_period period);

/*
 * Count one dossier in a tally whose period is stated. The step is 1 to add the dossier and -1 to
 * take it out again. A dossier that was not received, whose day of receipt is not finite, counts
 * nowhere. A dossier that ended on a day before it was received counts only as invalid, in the
 * period that holds the day of receipt. Counters are not checked for overflow, because the caller
 * counts fewer than 2^63 rows.
 */
void mc_tally_count(mc_tally *tally, const mc_dossier_facts *dossier, int64_t step);

/*
 * Add the counters of a tally to the target if the sign is 1, or subtract them if the sign is -1.
 * The caller has compared the periods. Return false if a counter leaves 64 bits; then the target is
 * unchanged.
 */
bool mc_tally_accumulate(mc_tally *target, const mc_tally *other, int sign);

/*
 * Compare two tallies by period, then by counters, for sorting and equality. Return -1, 0 or 1. The
 * order has no meaning of its own.
 */
int mc_tally_compare(const mc_tally *a, const mc_tally *b);

/* True if every counter is 0. */
bool mc_tally_is_zero(const mc_tally *tally);

#endif

/*
 * The tally: exact counters of a set of dossiers over one period, from which
 * every rate is derived late. Counters add, so tallies of disjoint sets of
 * dossiers over the same period merge exactly.
 *
 * The sets are those of the national form II.06a/VPCP/KSTT and of DOMAIN section 9:
 *   NEW    received in the period               CARRY  received before it, open when it began
 *   RES    ended in the period                  OPEN   received by its last day, not ended by then
 * so NEW + CARRY = RES + OPEN. The period's last day is the as-of day.
 */
#ifndef MC_TALLY_H
#define MC_TALLY_H

#include "core/base/period.h"
#include "core/dossier/outcome.h"

/* X(name): the counters, in the order of the text form and of columns(tally). */
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

/* What a tally needs to know of a dossier. */
typedef struct mc_dossier_facts
{
	mc_moment received;
	mc_moment due; /* not finite: none */
	mc_moment ended; /* day = infinity: open */
	mc_moment paused_since; /* day = infinity: not paused */
	bool online;
	mc_ended_as ended_as;
	mc_granularity granularity;
} mc_dossier_facts;

/* Name of a counter, and the counter of a name (-1: none). */
const char *mc_counter_name(mc_counter counter);
int mc_counter_by_name(const char *name, size_t length);

/* An empty tally of a period. */
mc_tally mc_tally_empty(mc_period period);

/*
 * Counts one dossier: step 1 adds it, step -1 takes it out again. The tally's
 * period is stated. A dossier that was not received (day not finite) counts
 * nowhere; one that ends on a day before it was received counts as invalid only, in the
 * period that holds the day received. Counters are not checked for overflow:
 * the caller counts fewer than 2^63 rows.
 */
void mc_tally_count(mc_tally *tally, const mc_dossier_facts *dossier, int64_t step);

/*
 * target += sign * other, counter by counter; periods are the caller's concern.
 * False on 64-bit overflow; then target is unchanged.
 */
bool mc_tally_accumulate(mc_tally *target, const mc_tally *other, int sign);

/* Order by period, then counters: for sorting and equality only. */
int mc_tally_compare(const mc_tally *a, const mc_tally *b);

/* Whether every counter is 0. */
bool mc_tally_is_zero(const mc_tally *tally);

#endif

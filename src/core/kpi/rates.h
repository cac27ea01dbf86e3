/*
 * This header declares what a tally says: its totals, its on-time rates by every basis in use, and
 * the rules that it breaks although every right report keeps them. All numbers are exact integers.
 * The functions over tallies in src/kpi and the scores in core/scoring use it.
 */
#ifndef MC_RATES_H
#define MC_RATES_H

#include "core/base/ratio.h"
#include "core/kpi/tally.h"

/* The bases by which offices compute the "tỷ lệ đúng hạn". */
typedef enum mc_basis
{
	MC_BASIS_RESOLVED, /* (early + on_time) / resolved */
	MC_BASIS_PROCESSED, /* like resolved, less the ends in time without a result in the numerator */
	MC_BASIS_RECEIVED, /* (early + on_time) / new, which may exceed 1 */
	MC_BASIS_WORKLOAD, /* 1 - (late + open_overdue) / workload */
	MC_BASIS_DUE /* due_met / (due_met + due_missed) */
} mc_basis;

#define MC_BASIS_COUNT 5

/* A set of kinds of end. The bit of a kind is 1 << mc_ended_as. */
typedef uint32_t mc_ended_as_set;

/* The result of mc_on_time_ratio. */
typedef enum mc_rate_result
{
	MC_RATE_OK,
	MC_RATE_OVERFLOW, /* a total leaves 64 bits */
	MC_RATE_UNKNOWABLE /* the basis due does not know how dossiers ended */
} mc_rate_result;

/* Return the SQL name of a basis. */
const char *mc_basis_name(mc_basis basis);

/* Return the mc_basis of a name, given as `length` bytes, or -1 if it is unknown. */
int mc_basis_by_name(const char *name, size_t length);

/* Return the formula of a basis in Vietnamese, as static UTF-8. */
const char *mc_basis_formula_vi(mc_basis basis);

/* Return who reports by a basis, as static UTF-8. */
const char *mc_basis_used_by(mc_basis basis);

/*
 * Store the on-time ratio of a tally by a basis. The kinds of end in `without`, which may not hold
 * MC_RESULT, are taken out of the numerator and the denominator. If the denominator is 0, the
 * caller decides what the ratio is worth.
 */
mc_rate_result mc_on_time_ratio(const mc_tally *tally, mc_basis basis, mc_ended_as_set without,
								mc_ratio *ratio);

/* Each of these functions stores a total of the report form. It returns false on overflow. */
bool mc_tally_received(const mc_tally *tally, int64_t *total); /* new_online + new_direct */
bool mc_tally_workload(const mc_tally *tally, int64_t *total); /* column 3: received + carried */
bool mc_tally_resolved(const mc_tally *tally, int64_t *total); /* column 7 */
bool mc_tally_open(const mc_tally *tally, int64_t *total); /* column 11 */

/* A rule that a tally breaks, and the numbers on its left and right side. */
typedef struct mc_violation
{
	const char *rule;
	int64_t left;
	int64_t right;
} mc_violation;

/* No tally breaks more rules than this. */
#define MC_VIOLATIONS_MAX (MC_COUNTER_COUNT + 8)

/*
 * List the rules that a tally breaks: workload = resolved + open; no counter is negative; no part,
 * such as withdrawn, exceeds its total. Return the number of broken rules, or -1 if a total leaves
 * 64 bits.
 */
int mc_tally_violations(const mc_tally *tally, mc_violation violations[MC_VIOLATIONS_MAX]);

#endif

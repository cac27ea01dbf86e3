/*
 * What a tally says: totals, on-time rates by every basis in use, and the
 * violations of the identities that a right report keeps. All exact integers.
 */
#ifndef MC_RATES_H
#define MC_RATES_H

#include "core/base/ratio.h"
#include "core/kpi/tally.h"

/* The bases of "tỷ lệ đúng hạn" found in the field (DOMAIN 8.1). */
typedef enum mc_basis
{
	MC_BASIS_RESOLVED, /* (early + on_time) / resolved */
	MC_BASIS_PROCESSED, /* the same less in-time ends without a result, same denominator */
	MC_BASIS_RECEIVED, /* (early + on_time) / new; may exceed 1 */
	MC_BASIS_WORKLOAD, /* 1 - (late + open_overdue) / workload */
	MC_BASIS_DUE /* due_met / (due_met + due_missed) */
} mc_basis;

#define MC_BASIS_COUNT 5

/* Sets of kinds of end: bit 1 << mc_ended_as. */
typedef uint32_t mc_ended_as_set;

typedef enum mc_rate_result
{
	MC_RATE_OK,
	MC_RATE_OVERFLOW, /* a total leaves 64 bits */
	MC_RATE_UNKNOWABLE /* basis due does not know how dossiers ended */
} mc_rate_result;

/* Name of a basis, and the basis of a name (-1: none). */
const char *mc_basis_name(mc_basis basis);
int mc_basis_by_name(const char *name, size_t length);

/* The formula in Vietnamese, and who reports it so. UTF-8, static. */
const char *mc_basis_formula_vi(mc_basis basis);
const char *mc_basis_used_by(mc_basis basis);

/*
 * The on-time ratio of a basis; the kinds of end in without (not MC_RESULT) are
 * taken out of both sides. A zero denominator is the caller's to judge.
 */
mc_rate_result mc_on_time_ratio(const mc_tally *tally, mc_basis basis, mc_ended_as_set without,
								mc_ratio *ratio);

/* Totals of the report form; false on overflow. */
bool mc_tally_received(const mc_tally *tally, int64_t *total); /* new_online + new_direct */
bool mc_tally_workload(const mc_tally *tally, int64_t *total); /* column 3: received + carried */
bool mc_tally_resolved(const mc_tally *tally, int64_t *total); /* column 7 */
bool mc_tally_open(const mc_tally *tally, int64_t *total); /* column 11 */

/* A broken rule: what stands on its left and right side. */
typedef struct mc_violation
{
	const char *rule;
	int64_t left;
	int64_t right;
} mc_violation;

/* More than any tally can break. */
#define MC_VIOLATIONS_MAX (MC_COUNTER_COUNT + 8)

/*
 * The rules a tally breaks: workload = resolved + open, no negative counter, no
 * "of which" beyond its total. Returns how many, or -1 on overflow of a total.
 */
int mc_tally_violations(const mc_tally *tally, mc_violation violations[MC_VIOLATIONS_MAX]);

#endif

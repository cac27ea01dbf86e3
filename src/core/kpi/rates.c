/*
 * This file computes the totals, the on-time ratios and the broken rules of a tally, as rates.h
 * declares them. The functions over tallies in src/kpi and the scores in core/scoring call it.
 */
#include "core/kpi/rates.h"

#include "core/base/names.h"

static const char *const basis_names[MC_BASIS_COUNT] = {"resolved", "processed", "received",
														"workload", "due"};

static const struct
{
	const char *formula_vi;
	const char *used_by;
} bases[MC_BASIS_COUNT] = {
	[MC_BASIS_RESOLVED] = {"(trước hạn + đúng hạn) / đã giải quyết",
						   "Lâm Đồng, Thái Bình, Đăk Glong"},
	[MC_BASIS_PROCESSED] =
		{"(trước hạn + đúng hạn, không kể rút hồ sơ, từ chối, dừng xử lý) / đã giải quyết",
		 "Cổng dịch vụ công Thừa Thiên Huế"},
	[MC_BASIS_RECEIVED] = {"(trước hạn + đúng hạn) / tiếp nhận mới trong kỳ", "Quảng Điền, Mỹ Tho"},
	[MC_BASIS_WORKLOAD] =
		{"1 - (quá hạn + đang giải quyết quá hạn) / (tiếp nhận mới + từ kỳ trước)",
		 "Gia Lai, Quyết định 766/QĐ-TTg"},
	[MC_BASIS_DUE] = {"đúng hẹn / hồ sơ có hạn trả trong kỳ", "Vĩnh Phúc"},
};

const char *
mc_basis_name(mc_basis basis)
{
	return basis_names[basis];
}

const char *
mc_basis_formula_vi(mc_basis basis)
{
	return bases[basis].formula_vi;
}

const char *
mc_basis_used_by(mc_basis basis)
{
	return bases[basis].used_by;
}

int
mc_basis_by_name(const char *name, size_t length)
{
	return mc_name_position(basis_names, MC_BASIS_COUNT, name, length);
}

/* A sum of counters that remembers whether it overflowed. */
typedef struct sum
{
	int64_t total;
	bool overflow;
} sum;

static void
add(sum *s, int64_t value)
{
	s->overflow |= __builtin_add_overflow(s->total, value, &s->total);
}

static void
subtract(sum *s, int64_t value)
{
	s->overflow |= __builtin_sub_overflow(s->total, value, &s->total);
}

/* Return the sum of the counters from `first` to `last` in the order of their enumeration. */
static sum
sum_of(const mc_tally *tally, mc_counter first, mc_counter last)
{
	sum s = {0, false};

	for (int i = first; i <= (int) last; i++)
		add(&s, tally->n[i]);
	return s;
}

/* Store a sum. Return false if it overflowed. */
static bool
finish(sum s, int64_t *total)
{
	*total = s.total;
	return !s.overflow;
}

bool
mc_tally_received(const mc_tally *tally, int64_t *total)
{
	return finish(sum_of(tally, MC_N_new_online, MC_N_new_direct), total);
}

bool
mc_tally_workload(const mc_tally *tally, int64_t *total)
{
	return finish(sum_of(tally, MC_N_new_online, MC_N_carried), total);
}

bool
mc_tally_resolved(const mc_tally *tally, int64_t *total)
{
	return finish(sum_of(tally, MC_N_early, MC_N_late), total);
}

bool
mc_tally_open(const mc_tally *tally, int64_t *total)
{
	return finish(sum_of(tally, MC_N_open_in_time, MC_N_open_paused), total);
}

/* Subtract the ends of the given kinds that were not late. */
static void
subtract_in_time_ends(sum *s, const mc_tally *tally, mc_ended_as_set kinds)
{
	for (int kind = MC_WITHDRAWN; kind <= MC_STOPPED; kind++)
	{
		if (!(kinds >> kind & 1))
			continue;
		subtract(s, tally->n[MC_N_withdrawn + kind - MC_WITHDRAWN]);
		add(s, tally->n[MC_N_withdrawn_late + kind - MC_WITHDRAWN]);
	}
}

/*
 * Subtract all ends of the given kinds, or only the late ones. `first` is MC_N_withdrawn or
 * MC_N_withdrawn_late accordingly.
 */
static void
subtract_ends(sum *s, const mc_tally *tally, mc_counter first, mc_ended_as_set kinds)
{
	for (int kind = MC_WITHDRAWN; kind <= MC_STOPPED; kind++)
		if (kinds >> kind & 1)
			subtract(s, tally->n[first + kind - MC_WITHDRAWN]);
}

/* Return the workload less the dossiers that ended late or are overdue. */
static sum
in_time_workload(const mc_tally *tally, mc_ended_as_set without)
{
	sum s = sum_of(tally, MC_N_new_online, MC_N_carried);

	subtract(&s, tally->n[MC_N_late]);
	subtract(&s, tally->n[MC_N_open_overdue]);
	subtract_in_time_ends(&s, tally, without);
	return s;
}

static sum
numerator_of(const mc_tally *tally, mc_basis basis, mc_ended_as_set without)
{
	const mc_ended_as_set no_result = 1u << MC_WITHDRAWN | 1u << MC_REFUSED | 1u << MC_STOPPED;
	sum s;

	if (basis == MC_BASIS_DUE)
		return sum_of(tally, MC_N_due_met, MC_N_due_met);
	if (basis == MC_BASIS_WORKLOAD)
		return in_time_workload(tally, without);
	s = sum_of(tally, MC_N_early, MC_N_on_time);
	subtract_in_time_ends(&s, tally, basis == MC_BASIS_PROCESSED ? no_result : without);
	return s;
}

static sum
denominator_of(const mc_tally *tally, mc_basis basis, mc_ended_as_set without)
{
	sum s;

	if (basis == MC_BASIS_DUE)
		return sum_of(tally, MC_N_due_met, MC_N_due_missed);
	if (basis == MC_BASIS_WORKLOAD)
		s = sum_of(tally, MC_N_new_online, MC_N_carried);
	else if (basis == MC_BASIS_RECEIVED)
		s = sum_of(tally, MC_N_new_online, MC_N_new_direct);
	else
		s = sum_of(tally, MC_N_early, MC_N_late);
	subtract_ends(&s, tally, MC_N_withdrawn, without);
	return s;
}

mc_rate_result
mc_on_time_ratio(const mc_tally *tally, mc_basis basis, mc_ended_as_set without, mc_ratio *ratio)
{
	if (basis == MC_BASIS_DUE && without != 0)
		return MC_RATE_UNKNOWABLE;
	if (!finish(numerator_of(tally, basis, without), &ratio->numerator) ||
		!finish(denominator_of(tally, basis, without), &ratio->denominator))
		return MC_RATE_OVERFLOW;
	return MC_RATE_OK;
}

/* ---- broken rules ---- */

/* The list of broken rules that is being made. */
typedef struct findings
{
	mc_violation *list;
	int count;
	bool overflow;
} findings;

static void
report(findings *f, const char *rule, int64_t left, int64_t right)
{
	f->list[f->count++] = (mc_violation){rule, left, right};
}

static void
check_workload(findings *f, const mc_tally *tally)
{
	int64_t workload, resolved, open, handled;

	f->overflow |= !mc_tally_workload(tally, &workload) || !mc_tally_resolved(tally, &resolved) ||
				   !mc_tally_open(tally, &open) || __builtin_add_overflow(resolved, open, &handled);
	if (!f->overflow && workload != handled)
		report(f, "workload = resolved + open", workload, handled);
}

static void
check_negative(findings *f, const mc_tally *tally)
{
	static const char *const rules[MC_COUNTER_COUNT] = {
#define X(name) #name " >= 0",
		MC_COUNTERS(X)
#undef X
	};

	for (int i = 0; i < MC_COUNTER_COUNT; i++)
		if (tally->n[i] < 0)
			report(f, rules[i], tally->n[i], 0);
}

static void
check_part(findings *f, const char *rule, sum part, int64_t whole)
{
	f->overflow |= part.overflow;
	if (!part.overflow && part.total > whole)
		report(f, rule, part.total, whole);
}

static void
check_parts(findings *f, const mc_tally *tally)
{
	const int64_t *n = tally->n;
	int64_t resolved = 0;

	f->overflow |= !mc_tally_resolved(tally, &resolved);
	check_part(f, "on_time_no_due <= on_time",
			   sum_of(tally, MC_N_on_time_no_due, MC_N_on_time_no_due), n[MC_N_on_time]);
	check_part(f, "withdrawn + refused + stopped <= resolved",
			   sum_of(tally, MC_N_withdrawn, MC_N_stopped), resolved);
	check_part(f, "withdrawn_late + refused_late + stopped_late <= late",
			   sum_of(tally, MC_N_withdrawn_late, MC_N_stopped_late), n[MC_N_late]);
	check_part(f, "withdrawn_late <= withdrawn",
			   sum_of(tally, MC_N_withdrawn_late, MC_N_withdrawn_late), n[MC_N_withdrawn]);
	check_part(f, "refused_late <= refused", sum_of(tally, MC_N_refused_late, MC_N_refused_late),
			   n[MC_N_refused]);
	check_part(f, "stopped_late <= stopped", sum_of(tally, MC_N_stopped_late, MC_N_stopped_late),
			   n[MC_N_stopped]);
}

int
mc_tally_violations(const mc_tally *tally, mc_violation violations[MC_VIOLATIONS_MAX])
{
	findings f = {violations, 0, false};

	check_workload(&f, tally);
	check_negative(&f, tally);
	check_parts(&f, tally);
	return f.overflow ? -1 : f.count;
}

/*
 * This file computes and sums the processing times of processing.h. The aggregates in
 * src/kpi/processing_time.c call it.
 */
#include "core/kpi/processing.h"

bool
mc_is_processed(mc_unit unit, mc_moment received, mc_moment ended)
{
	return mc_moment_is_finite(received) && mc_moment_is_finite(ended) &&
		   mc_moment_compare(ended, received,
							 mc_unit_is_of_hours(unit) ? MC_BY_INSTANT : MC_BY_DAY) >= 0;
}

static mc_processing
one_of_days(mc_unit unit, int64_t days)
{
	return (mc_processing){(int64_t) unit + 1, 1, days, 0};
}

static mc_processing
one_of_hours(mc_unit unit, int64_t microseconds)
{
	return (mc_processing){(int64_t) unit + 1, 1, microseconds / MC_US_PER_SECOND,
						   microseconds % MC_US_PER_SECOND};
}

static bool
of_clock_hours(mc_instant received, mc_instant ended, mc_processing *one)
{
	int64_t microseconds;

	if (__builtin_sub_overflow(ended, received, &microseconds))
		return false;
	*one = one_of_hours(MC_CLOCK_HOUR, microseconds);
	return true;
}

static bool
of_working_hours(mc_instant received, mc_instant ended, const mc_work_time *hours,
				 mc_processing *one)
{
	if (!mc_work_time_covers(hours, received) || !mc_work_time_covers(hours, ended))
		return false;
	*one = one_of_hours(MC_WORKING_HOUR, mc_work_time_between(hours, received, ended));
	return true;
}

/* Store the time in a unit of days of which the calendar leaves some out. */
static bool
of_calendar_days(mc_unit unit, mc_day received, mc_day ended, const mc_office *office,
				 mc_processing *one)
{
	if (!mc_day_index_covers(office->days, received) || !mc_day_index_covers(office->days, ended))
		return false;
	*one = one_of_days(unit, unit == MC_DAY_SKIP_HOLIDAY
								 ? mc_days_skipping_holidays(office->calendar, received, ended)
								 : mc_working_number(office->days, ended) -
									   mc_working_number(office->days, received));
	return true;
}

bool
mc_processing_of(mc_unit unit, mc_moment received, mc_moment ended, const mc_office *office,
				 mc_processing *one)
{
	switch (unit)
	{
		case MC_WORKING_DAY:
		case MC_DAY_SKIP_HOLIDAY:
			return of_calendar_days(unit, received.day, ended.day, office, one);
		case MC_WORKING_HOUR:
			return of_working_hours(received.at, ended.at, office->hours, one);
		case MC_CLOCK_HOUR:
			return of_clock_hours(received.at, ended.at, one);
		default:
			*one = one_of_days(unit, (int64_t) ended.day - received.day);
			return true;
	}
}

bool
mc_processing_same_unit(const mc_processing *a, const mc_processing *b)
{
	return a->unit == b->unit || a->unit == 0 || b->unit == 0;
}

static inline bool
accumulate(int64_t *sum, int64_t other, int sign)
{
	return sign > 0 ? !__builtin_add_overflow(*sum, other, sum)
					: !__builtin_sub_overflow(*sum, other, sum);
}

bool
mc_processing_accumulate(mc_processing *sum, const mc_processing *other, int sign)
{
	mc_processing result = *sum;

	if (!accumulate(&result.count, other->count, sign) ||
		!accumulate(&result.whole, other->whole, sign) ||
		!accumulate(&result.microseconds, other->microseconds, sign))
		return false;
	if (result.unit == 0)
		result.unit = other->unit;
	if (result.count == 0)
		result.unit = 0;
	*sum = result;
	return true;
}

bool
mc_processing_is_valid(const mc_processing *sum)
{
	return sum->unit >= 0 && sum->unit <= MC_UNIT_COUNT && sum->count >= 0 &&
		   (sum->unit == 0) == (sum->count == 0);
}

int32_t
mc_processing_divisor(mc_unit unit)
{
	static const int32_t divisors[MC_UNIT_COUNT] = {
		[MC_WORKING_DAY] = 1,  [MC_WORKING_HOUR] = 3600,
		[MC_CALENDAR_DAY] = 1, [MC_DAY_SKIP_HOLIDAY] = 1,
		[MC_WEEK] = 7,         [MC_MONTH] = 30,
		[MC_YEAR] = 365,       [MC_CLOCK_HOUR] = 3600};

	return divisors[unit];
}

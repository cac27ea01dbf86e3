/*
 * This file computes due days and due instants. The deadline functions of SQL and the dossiers call
 * it.
 */
#include "core/deadline/deadline.h"

#define US_PER_HUNDREDTH_HOUR INT64_C(36000000)
#define US_PER_HUNDREDTH_SECOND INT64_C(10000)

/* ---- days ---- */

/*
 * Store the n-th working day after a day, or for n = 0 the first one from the day on. Return false
 * if the day or the result lies outside the coverage.
 */
static bool
working_day_from(const mc_office *office, mc_day day, int32_t n, mc_day *result)
{
	return mc_day_index_covers(office->days, day) &&
		   mc_add_working_days(office->days, day, n, result);
}

static inline bool
is_off_by_decision(const mc_day_fact *fact)
{
	return fact->kind == MC_OFF && fact->status != MC_UNVERIFIED;
}

/*
 * Return the day that lies n days later. Days off by decision are not counted, plain weekends are.
 */
static mc_day
add_days_skipping_holidays(const mc_calendar *calendar, mc_day day, int64_t n)
{
	mc_day end = day + (mc_day) n;

	for (int32_t i = mc_first_fact_from(calendar, day + 1);
		 i < calendar->fact_count && calendar->facts[i].day <= end; i++)
		if (is_off_by_decision(&calendar->facts[i]))
			end++;
	return end;
}

int32_t
mc_days_skipping_holidays(const mc_calendar *calendar, mc_day since, mc_day until)
{
	int32_t days = until - since;

	for (int32_t i = mc_first_fact_from(calendar, since + 1);
		 i < calendar->fact_count && calendar->facts[i].day <= until; i++)
		if (is_off_by_decision(&calendar->facts[i]))
			days--;
	return days;
}

/* Return the fraction of a day, in hundredths, that a limit in days has beside its whole days. */
static inline uint32_t
fraction_of_day(mc_time_limit limit)
{
	switch (mc_time_limit_unit(limit))
	{
		case MC_WORKING_DAY:
		case MC_CALENDAR_DAY:
		case MC_DAY_SKIP_HOLIDAY:
			return (uint32_t) mc_time_limit_hundredths(limit) % 100;
		default:
			return 0;
	}
}

/* Store the day on which the whole days of a limit end, even if that day is a day off. */
static inline bool
end_of_whole_days(const mc_office *office, mc_day from, mc_time_limit limit, mc_day *end)
{
	uint32_t hundredths = (uint32_t) mc_time_limit_hundredths(limit);
	int32_t whole = (int32_t) (hundredths / 100);
	bool and_half = hundredths % 100 != 0;

	switch (mc_time_limit_unit(limit))
	{
		case MC_WORKING_DAY:
			*end = from;
			return whole == 0 || mc_add_working_days(office->days, from, whole, end);
		case MC_DAY_SKIP_HOLIDAY:
			*end = add_days_skipping_holidays(office->calendar, from, whole);
			break;
		case MC_WEEK:
			*end = from + 7 * whole;
			break;
		case MC_MONTH:
			*end = mc_add_months(from, whole) + (and_half ? 15 : 0);
			break;
		case MC_YEAR:
			*end = mc_add_months(from, INT64_C(12) * whole + (and_half ? 6 : 0));
			break;
		default:
			*end = from + whole;
			break;
	}
	return mc_day_index_covers(office->days, *end);
}

/* ---- instants ---- */

/*
 * Return the instant, or the microsecond before it if it is midnight. That microsecond belongs to
 * the day that ends, so that the due day is not the next day.
 */
static inline mc_instant
not_past_midnight(mc_instant end)
{
	return end % MC_US_PER_DAY == 0 ? end - 1 : end;
}

/* Return the close of the office on a day, or the end of the day if no shift counts on it. */
static inline mc_instant
close_of(const mc_office *office, mc_day day)
{
	mc_instant close;

	if (!mc_day_close(office->hours, day, &close) || close > mc_end_of_day(day))
		return mc_end_of_day(day);
	return close;
}

mc_instant
mc_last_moment_on(const mc_office *office, mc_day day)
{
	return office->calendar->policies.due_time == MC_DUE_MIDNIGHT ? mc_end_of_day(day)
																  : close_of(office, day);
}

mc_instant
mc_due_time_on(const mc_office *office, mc_day day, mc_instant received)
{
	mc_instant close, same_time;

	if (office->calendar->policies.due_time == MC_DUE_MIDNIGHT)
		return mc_end_of_day(day);
	close = close_of(office, day);
	if (office->calendar->policies.due_time == MC_DUE_CLOSE)
		return close;
	same_time = received + ((mc_instant) day - mc_day_of_wall(received)) * MC_US_PER_DAY;
	return same_time < close ? same_time : close;
}

bool
mc_effective_reception(const mc_office *office, mc_instant received, mc_instant *effective)
{
	*effective = received;
	if (!mc_work_time_covers(office->hours, received))
		return false;
	if (office->calendar->policies.late_reception == MC_NEXT_WORKING_DAY &&
		!mc_next_opening(office->hours, received, effective))
		return false;
	return mc_day_index_covers(office->days, mc_day_of_wall(*effective));
}

/*
 * Store the n-th working day after the day of effective reception, or that day itself if n is 0. If
 * the office opens only to work, no search is necessary: a receipt after hours counts as received
 * one working day later.
 */
static inline bool
working_day_after_reception(const mc_office *office, mc_instant received, int32_t n, mc_day *day)
{
	const mc_work_time *hours = office->hours;
	mc_instant effective;

	if (office->calendar->policies.late_reception == MC_NEXT_WORKING_DAY && hours->opens_to_work)
	{
		uint64_t since_begin = (uint64_t) (received - hours->begin);
		uint32_t days = (uint32_t) (since_begin / MC_US_PER_DAY);

		*day = hours->first + (mc_day) days;
		return mc_day_index_covers(office->days, *day) &&
			   mc_nth_working_day(
				   office->days,
				   mc_working_number(office->days, *day) + n +
					   mc_is_after_hours(hours, *day,
										 (int64_t) (since_begin - days * (uint64_t) MC_US_PER_DAY)),
				   day);
	}
	if (!mc_effective_reception(office, received, &effective))
		return false;
	*day = mc_day_of_wall(effective);
	return n == 0 || mc_add_working_days(office->days, *day, n, day);
}

/*
 * The limit "trong ngày": the due day is the day of receipt until the cutoff, else the next working
 * day (QĐ 1811, 15h00).
 */
static bool
due_same_day(const mc_office *office, mc_instant received, mc_instant *due)
{
	mc_day day;
	mc_instant cutoff;

	if (!mc_effective_reception(office, received, &received))
		return false;
	day = mc_day_of_wall(received);
	cutoff = day * MC_US_PER_DAY + office->calendar->policies.same_day_cutoff * MC_US_PER_SECOND;
	if (!mc_is_working(office->days, day) || received > cutoff ||
		received >= mc_last_moment_on(office, day))
	{
		if (!mc_add_working_days(office->days, day, 1, &day))
			return false;
	}
	*due = mc_last_moment_on(office, day);
	return true;
}

/*
 * Add working time. Working time does not run out of hours, so the result does not depend on
 * whether a receipt out of hours counts at once or at the next opening.
 */
static bool
due_after_work(const mc_office *office, mc_instant since, int64_t microseconds, mc_instant *due)
{
	if (!mc_add_work_time(office->hours, since, microseconds, due))
		return false;
	*due = not_past_midnight(*due);
	return true;
}

/* Add hours of the clock. If they end on a day off, the next working day is due. */
static bool
due_after_clock_hours(const mc_office *office, mc_instant received, uint32_t hundredths,
					  mc_instant *due)
{
	mc_day day;

	*due = not_past_midnight(received + hundredths * US_PER_HUNDREDTH_HOUR);
	if (!mc_work_time_covers(office->hours, *due))
		return false;
	day = mc_day_of_wall(*due);
	if (mc_is_working(office->days, day))
		return true;
	if (!mc_add_working_days(office->days, day, 1, &day))
		return false;
	*due = mc_last_moment_on(office, day);
	return true;
}

/* Add a share of the office's own working day, which is working time, to a moment. */
static bool
due_after_share(const mc_office *office, mc_instant since, uint32_t hundredths, mc_instant *due)
{
	mc_instant start;

	if (!mc_next_work_moment(office->hours, since, &start))
		return false;
	return due_after_work(office, since,
						  hundredths * US_PER_HUNDREDTH_SECOND *
							  mc_day_work_seconds(office->hours, mc_day_of_wall(start)),
						  due);
}

/*
 * Store the day on which the whole days of a limit end, counted from the effective reception, even
 * if that day is a day off.
 */
static inline bool
end_of_days_since(const mc_office *office, mc_instant received, mc_time_limit limit, mc_day *day)
{
	if (mc_time_limit_unit(limit) == MC_WORKING_DAY)
		return working_day_after_reception(
			office, received, (int32_t) ((uint32_t) mc_time_limit_hundredths(limit) / 100), day);
	return working_day_after_reception(office, received, 0, day) &&
		   end_of_whole_days(office, *day, limit, day);
}

static inline bool
due_after_days(const mc_office *office, mc_instant received, mc_time_limit limit, mc_instant *due)
{
	uint32_t fraction = fraction_of_day(limit);
	mc_day day;

	if (fraction != 0 && mc_time_limit_hundredths(limit) < 100)
		return due_after_share(office, received, fraction, due);
	if (!end_of_days_since(office, received, limit, &day))
		return false;
	/* A day that was found by counting working days is a working day already. */
	if (fraction == 0 && mc_time_limit_unit(limit) != MC_WORKING_DAY &&
		!mc_add_working_days(office->days, day, 0, &day))
		return false;
	if (office->calendar->policies.due_time == MC_DUE_SAME_TIME &&
		!mc_effective_reception(office, received, &received))
		return false;
	*due = mc_due_time_on(office, day, received);
	if (fraction == 0)
		return true;
	return due_after_share(office, *due + (*due == mc_end_of_day(day)), fraction, due);
}

bool
mc_due_instant(const mc_office *office, mc_instant received, mc_time_limit limit, mc_instant *due)
{
	mc_instant effective;

	if (!mc_work_time_covers(office->hours, received))
		return false;
	if (limit == MC_SAME_DAY)
		return due_same_day(office, received, due);
	switch (mc_time_limit_unit(limit))
	{
		case MC_WORKING_HOUR:
			return due_after_work(office, received,
								  mc_time_limit_hundredths(limit) * US_PER_HUNDREDTH_HOUR, due);
		case MC_CLOCK_HOUR:
			return mc_effective_reception(office, received, &effective) &&
				   due_after_clock_hours(office, effective,
										 (uint32_t) mc_time_limit_hundredths(limit), due);
		default:
			return due_after_days(office, received, limit, due);
	}
}

/* ---- the day alone ---- */

/*
 * Store the due day of a limit in hours, which run from the first working moment of the day
 * received.
 */
static bool
due_day_after_hours(const mc_office *office, mc_day received, mc_time_limit limit, mc_day *due)
{
	int64_t hundredths = mc_time_limit_hundredths(limit);
	mc_instant start, end;

	if (!mc_next_work_moment(office->hours, received * MC_US_PER_DAY, &start))
		return false;
	if (!(mc_time_limit_unit(limit) == MC_WORKING_HOUR
			  ? due_after_work(office, start, hundredths * US_PER_HUNDREDTH_HOUR, &end)
			  : due_after_clock_hours(office, start, (uint32_t) hundredths, &end)))
		return false;
	*due = mc_day_of_wall(end);
	return true;
}

bool
mc_due_day(const mc_office *office, mc_day received, mc_time_limit limit, mc_day *due)
{
	bool fraction_after = fraction_of_day(limit) != 0 && mc_time_limit_hundredths(limit) >= 100;
	mc_day end;

	if (!mc_day_index_covers(office->days, received))
		return false;
	if (mc_limit_is_in_hours(limit))
		return due_day_after_hours(office, received, limit, due);
	return end_of_whole_days(office, received, limit, &end) &&
		   working_day_from(office, end, fraction_after ? 1 : 0, due);
}

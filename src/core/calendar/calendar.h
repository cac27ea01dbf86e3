/*
 * A calendar: a work week, and the days that are decided otherwise, each with its
 * reason, title, source and status. Explains any day and feeds the day index.
 */
#ifndef MC_CALENDAR_H
#define MC_CALENDAR_H

#include "core/calendar/day_index.h"
#include "core/calendar/work_time.h"

typedef enum mc_day_kind
{
	MC_OFF,
	MC_WORK
} mc_day_kind;

typedef enum mc_day_reason
{
	MC_REASON_HOLIDAY, /* public holiday by statute */
	MC_REASON_COMPENSATION, /* for a holiday that fell on weekly rest */
	MC_REASON_SWAP, /* hoán đổi: a day off and its make-up day */
	MC_REASON_LOCAL, /* decided by the calendar's own office */
	MC_REASON_WORK_WEEK /* nothing decided: the work week rules */
} mc_day_reason;

typedef enum mc_day_status
{
	MC_OFFICIAL, /* decided and published */
	MC_PROVISIONAL, /* expected by statute, the year's decision is not out */
	MC_UNVERIFIED /* a proposal: shown, never applied */
} mc_day_status;

/* A day decided otherwise than by the work week. Strings are UTF-8, never NULL. */
typedef struct mc_day_fact
{
	mc_day day;
	uint8_t kind; /* mc_day_kind */
	uint8_t reason; /* mc_day_reason */
	uint8_t status; /* mc_day_status */
	const char *title;
	const char *source;
	const char *origin; /* the calendar, or the rule, that decided it */
} mc_day_fact;

/* Origins that are no calendar: the rule engine (statutory.h), and the work week itself. */
#define MC_ORIGIN_STATUTE "tính theo luật"
#define MC_ORIGIN_WORK_WEEK "tuần làm việc"

#define MC_WORK_WEEK_MON_FRI 0x1F /* bit 0 is Monday */
#define MC_CALENDAR_NAME_MAX 63 /* bytes: PostgreSQL's limit for names */

/* A set of years of the coverage 1990-2100: bit (year - 1990). */
typedef struct mc_years
{
	uint64_t bits[2];
} mc_years;

static inline void
mc_years_add(mc_years *years, int32_t year)
{
	years->bits[(year - MC_COVERAGE_FIRST_YEAR) / 64] |= UINT64_C(1)
														 << (year - MC_COVERAGE_FIRST_YEAR) % 64;
}

static inline void
mc_years_remove(mc_years *years, int32_t year)
{
	years->bits[(year - MC_COVERAGE_FIRST_YEAR) / 64] &=
		~(UINT64_C(1) << (year - MC_COVERAGE_FIRST_YEAR) % 64);
}

static inline bool
mc_years_has(const mc_years *years, int32_t year)
{
	return years->bits[(year - MC_COVERAGE_FIRST_YEAR) / 64] >>
			   (year - MC_COVERAGE_FIRST_YEAR) % 64 &
		   1;
}

/* What "late" and "due" mean to an office beyond the day. */
typedef enum mc_late_reception
{
	MC_NEXT_WORKING_DAY, /* received out of hours: as if on the next working day */
	MC_EVENT_DAY /* the day of the event itself */
} mc_late_reception;

typedef enum mc_due_time
{
	MC_DUE_CLOSE, /* close of the office that day */
	MC_DUE_SAME_TIME, /* the time of day it was received */
	MC_DUE_MIDNIGHT /* 24:00 (Civil Code 2015 art. 148(6)) */
} mc_due_time;

typedef struct mc_policies
{
	const char *time_zone; /* IANA name */
	uint8_t late_reception; /* mc_late_reception */
	uint8_t due_time; /* mc_due_time */
	int32_t same_day_cutoff; /* second of the day; that second itself is still in time */
} mc_policies;

typedef struct mc_calendar
{
	const char *name;
	mc_day first; /* coverage, both ends in: whole years */
	mc_day last;
	mc_years decided; /* the years whose decisions are out */
	uint8_t work_week; /* bit 0 = Monday */
	int32_t fact_count;
	const mc_day_fact *facts; /* ascending by day, one a day */
	mc_policies policies;
	int32_t shift_count;
	const mc_shift_rule *shifts;
} mc_calendar;

/* What a day is and why. title and source are NULL where only the work week speaks. */
typedef struct mc_day_state
{
	bool working;
	mc_day_reason reason;
	mc_day_status status;
	const mc_day_fact *fact; /* the deciding fact, or NULL */
} mc_day_state;

/* SQL names of the enumerations above. */
const char *mc_day_kind_name(mc_day_kind kind);
const char *mc_day_reason_name(mc_day_reason reason);
const char *mc_day_status_name(mc_day_status status);
const char *mc_late_reception_name(mc_late_reception policy);
const char *mc_due_time_name(mc_due_time policy);

/* The value whose name it is, or -1. */
int mc_day_kind_by_name(const char *name);
int mc_day_reason_by_name(const char *name);
int mc_day_status_by_name(const char *name);
int mc_late_reception_by_name(const char *name);
int mc_due_time_by_name(const char *name);

/*
 * Lays the facts of a nearer calendar over those of a farther one: on a day that
 * both decide, the nearer wins. Both ascend; out holds near_count + far_count
 * entries and overlaps neither. Returns how many were written.
 */
int32_t mc_overlay_facts(const mc_day_fact *near_facts, int32_t near_count,
						 const mc_day_fact *far_facts, int32_t far_count, mc_day_fact *out);

/* Position of the first fact on or after a day; fact_count when there is none. */
int32_t mc_first_fact_from(const mc_calendar *calendar, mc_day day);

/* The state of a day of the coverage: an applied fact decides, else the work week. */
mc_day_state mc_calendar_day_state(const mc_calendar *calendar, mc_day day);

/* Official when the decisions of a year of 1990-2100 are out, else provisional. */
mc_day_status mc_calendar_year_status(const mc_calendar *calendar, int32_t year);

/*
 * Whether a fact shows on the wall calendar: a holiday on any weekday, and every
 * day that differs from the work week; not a working day restored to work.
 */
bool mc_fact_shows(const mc_calendar *calendar, const mc_day_fact *fact);

/*
 * Whether the parts of a calendar agree: coverage in order, facts ascending and
 * inside it, enumerations in range, a name, a work week with at least one working day.
 * Returns NULL, or what is wrong.
 */
const char *mc_calendar_defect(const mc_calendar *calendar);

/* Reads seven of 0 and 1, Monday first, at least one 1. False when it is none. */
bool mc_parse_work_week(const char *text, size_t length, uint8_t *work_week);

/* Writes the seven digits and a NUL. */
void mc_format_work_week(uint8_t work_week, char out[8]);

/* The class of a day of the coverage: a classifier for work_time.h, in any order. */
mc_day_class mc_calendar_day_class(mc_day day, const void *calendar);

/* The calendar's day index, in memory of mc_day_index_size bytes. */
mc_day_index *mc_calendar_build_index(const mc_calendar *calendar, void *memory);

/* The calendar's work time index, in memory of mc_work_time_size bytes; NULL beyond its limits. */
mc_work_time *mc_calendar_build_work_time(const mc_calendar *calendar, void *memory);

#endif

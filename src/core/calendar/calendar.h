/*
 * A calendar consists of a work week and of facts: days that are decided otherwise, each with its
 * reason, title, source and status. It also has the policies and the shifts of its office. This
 * header is for the glue in src/calendar, which loads calendars, and for core/deadline, which
 * applies them.
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
	MC_REASON_COMPENSATION, /* made up for a holiday that fell on weekly rest */
	MC_REASON_SWAP, /* hoán đổi: a day off or its make-up day */
	MC_REASON_LOCAL, /* decided by the calendar's own office */
	MC_REASON_WORK_WEEK /* nothing was decided; the work week applies */
} mc_day_reason;

typedef enum mc_day_status
{
	MC_OFFICIAL, /* decided and published */
	MC_PROVISIONAL, /* expected by statute, but the decision about the year is not out */
	MC_UNVERIFIED /* a proposal: it is shown but never applied */
} mc_day_status;

/*
 * A fact: a day that is decided otherwise than by the work week. Its strings are UTF-8 and never
 * NULL.
 */
typedef struct mc_day_fact
{
	mc_day day;
	uint8_t kind; /* mc_day_kind */
	uint8_t reason; /* mc_day_reason */
	uint8_t status; /* mc_day_status */
	const char *title;
	const char *source;
	const char *origin; /* name of the calendar or of the rule that decided the day */
} mc_day_fact;

/* These origins are no calendars: the rules of the law (statutory.h) and the work week itself. */
#define MC_ORIGIN_STATUTE "tính theo luật"
#define MC_ORIGIN_WORK_WEEK "tuần làm việc"

#define MC_WORK_WEEK_MON_FRI 0x1F /* Monday to Friday; bit 0 is Monday */
#define MC_CALENDAR_NAME_MAX 63 /* bytes; the limit of PostgreSQL for names */

/* A set of years within the coverage 1990 to 2100. The bit of a year is bit (year - 1990). */
typedef struct mc_years
{
	uint64_t bits[2];
} mc_years;

/* Add a year from 1990 to 2100 to the set. */
static inline void
mc_years_add(mc_years *years, int32_t year)
{
	years->bits[(year - MC_COVERAGE_FIRST_YEAR) / 64] |= UINT64_C(1)
														 << (year - MC_COVERAGE_FIRST_YEAR) % 64;
}

/* Remove a year from 1990 to 2100 from the set. */
static inline void
mc_years_remove(mc_years *years, int32_t year)
{
	years->bits[(year - MC_COVERAGE_FIRST_YEAR) / 64] &=
		~(UINT64_C(1) << (year - MC_COVERAGE_FIRST_YEAR) % 64);
}

/* True if the set contains the year, which is from 1990 to 2100. */
static inline bool
mc_years_has(const mc_years *years, int32_t year)
{
	return years->bits[(year - MC_COVERAGE_FIRST_YEAR) / 64] >>
			   (year - MC_COVERAGE_FIRST_YEAR) % 64 &
		   1;
}

/* The policy of an office for what it receives out of its hours. */
typedef enum mc_late_reception
{
	MC_NEXT_WORKING_DAY, /* it counts as received at the next opening */
	MC_EVENT_DAY /* it counts as received when it arrived */
} mc_late_reception;

/*
 * The policy of an office for the time of day at which a limit of whole days ends on the due day.
 */
typedef enum mc_due_time
{
	MC_DUE_CLOSE, /* when the office closes */
	MC_DUE_SAME_TIME, /* the time of day of the receipt, but at the latest when the office closes */
	MC_DUE_MIDNIGHT /* 24:00 (Civil Code 2015 art. 148(6)) */
} mc_due_time;

typedef struct mc_policies
{
	const char *time_zone; /* IANA name */
	uint8_t late_reception; /* mc_late_reception */
	uint8_t due_time; /* mc_due_time */
	int32_t same_day_cutoff; /* second of the day; a receipt in that very second is in time */
} mc_policies;

typedef struct mc_calendar
{
	const char *name;
	mc_day first; /* coverage: whole years, both ends included */
	mc_day last;
	mc_years decided; /* the years about which the decisions are out */
	uint8_t work_week; /* bit 0 = Monday */
	int32_t fact_count;
	const mc_day_fact *facts; /* ascending by day, at most one for each day */
	mc_policies policies;
	int32_t shift_count;
	const mc_shift_rule *shifts;
} mc_calendar;

/* What a day is, and why. If there is no deciding fact, the work week decided. */
typedef struct mc_day_state
{
	bool working;
	mc_day_reason reason;
	mc_day_status status;
	const mc_day_fact *fact; /* the deciding fact, or NULL */
} mc_day_state;

/* Each of these functions returns the SQL name of a value. The string is static. */
const char *mc_day_kind_name(mc_day_kind kind);
const char *mc_day_reason_name(mc_day_reason reason);
const char *mc_day_status_name(mc_day_status status);
const char *mc_late_reception_name(mc_late_reception policy);
const char *mc_due_time_name(mc_due_time policy);

/* Each of these functions returns the value that has the given SQL name, or -1 if there is none. */
int mc_day_kind_by_name(const char *name);
int mc_day_reason_by_name(const char *name);
int mc_day_status_by_name(const char *name);
int mc_late_reception_by_name(const char *name);
int mc_due_time_by_name(const char *name);

/*
 * Merge the facts of a nearer calendar with those of a farther one. On a day that both decide, the
 * nearer calendar wins. Both arrays ascend by day. The array `out` has room for near_count +
 * far_count facts and overlaps neither of them. Return how many facts were written.
 */
int32_t mc_overlay_facts(const mc_day_fact *near_facts, int32_t near_count,
						 const mc_day_fact *far_facts, int32_t far_count, mc_day_fact *out);

/* Return the position of the first fact on or after a day, or fact_count if there is none. */
int32_t mc_first_fact_from(const mc_calendar *calendar, mc_day day);

/*
 * Return the state of a day of the coverage. A fact decides unless it is a proposal; without such a
 * fact, the work week decides.
 */
mc_day_state mc_calendar_day_state(const mc_calendar *calendar, mc_day day);

/* Return MC_OFFICIAL if the decisions about a year (1990 to 2100) are out, else MC_PROVISIONAL. */
mc_day_status mc_calendar_year_status(const mc_calendar *calendar, int32_t year);

/*
 * True if the list of days off shows the fact: a holiday on any weekday, and every day that differs
 * from the work week. A fact that makes a day work which works by the week anyway is not shown.
 */
bool mc_fact_shows(const mc_calendar *calendar, const mc_day_fact *fact);

/*
 * Validate a calendar. Return NULL if its parts agree: it has a name and a work week with a working
 * day, the coverage is in order, the facts ascend inside it, and all enumerations and shifts are in
 * range. Otherwise return what is wrong, as a static string that is part of an error message.
 */
const char *mc_calendar_defect(const mc_calendar *calendar);

/*
 * Read a work week: seven digits 0 or 1, Monday first, at least one of them 1. Return false if the
 * text is no work week.
 */
bool mc_parse_work_week(const char *text, size_t length, uint8_t *work_week);

/* Write a work week as seven digits, Monday first, with a NUL. */
void mc_format_work_week(uint8_t work_week, char out[8]);

/*
 * Return the class of a day of the coverage. `calendar` is an mc_calendar; the function is an
 * mc_day_classifier that can be asked for the days in any order.
 */
mc_day_class mc_calendar_day_class(mc_day day, const void *calendar);

/* Build the calendar's index of days in `memory`, which has mc_day_index_size bytes. */
mc_day_index *mc_calendar_build_index(const mc_calendar *calendar, void *memory);

/*
 * Build the calendar's index of work time in `memory`, which has mc_work_time_size bytes. Return
 * NULL if a limit of work_time.h is exceeded.
 */
mc_work_time *mc_calendar_build_work_time(const mc_calendar *calendar, void *memory);

#endif

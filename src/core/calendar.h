/*
 * A calendar: a work week, and the days that are decided otherwise, each with its
 * reason, title, source and status. Explains any day and feeds the day index.
 */
#ifndef MC_CALENDAR_H
#define MC_CALENDAR_H

#include "day_index.h"

typedef enum mc_day_kind
{
	MC_OFF,
	MC_WORK
} mc_day_kind;

typedef enum mc_day_reason
{
	MC_REASON_HOLIDAY,			/* public holiday by statute */
	MC_REASON_COMPENSATION,		/* for a holiday that fell on weekly rest */
	MC_REASON_SWAP,				/* hoán đổi: a day off and its make-up day */
	MC_REASON_LOCAL,			/* decided by the calendar's own office */
	MC_REASON_WORK_WEEK			/* nothing decided: the work week rules */
} mc_day_reason;

typedef enum mc_day_status
{
	MC_OFFICIAL,				/* decided and published */
	MC_PROVISIONAL,				/* expected by statute, the year's decision is not out */
	MC_UNVERIFIED				/* a proposal: shown, never applied */
} mc_day_status;

/* A day decided otherwise than by the work week. Strings are UTF-8, never NULL. */
typedef struct mc_day_fact
{
	mc_day		day;
	uint8_t		kind;			/* mc_day_kind */
	uint8_t		reason;			/* mc_day_reason */
	uint8_t		status;			/* mc_day_status */
	const char *title;
	const char *source;
} mc_day_fact;

#define MC_WORK_WEEK_MON_FRI 0x1F	/* bit 0 is Monday */
#define MC_CALENDAR_NAME_MAX 63		/* bytes: PostgreSQL's limit for names */
#define MC_COVERAGE_FIRST	(-3652)	/* 1990-01-01: no calendar reaches further */
#define MC_COVERAGE_LAST	36889	/* 2100-12-31 */

typedef struct mc_calendar
{
	const char *name;
	mc_day		first;			/* coverage, both ends in: whole years */
	mc_day		last;
	mc_day		decided_until;	/* last day of the last year whose decisions are out */
	uint8_t		work_week;
	int32_t		fact_count;
	const mc_day_fact *facts;	/* ascending by day, one a day */
} mc_calendar;

/* What a day is and why. title and source are NULL where only the work week speaks. */
typedef struct mc_day_state
{
	bool		working;
	mc_day_reason reason;
	mc_day_status status;
	const mc_day_fact *fact;	/* the deciding fact, or NULL */
} mc_day_state;

/* SQL names of the enumerations above. */
const char *mc_day_kind_name(mc_day_kind kind);
const char *mc_day_reason_name(mc_day_reason reason);
const char *mc_day_status_name(mc_day_status status);

/* The value whose name it is, or -1. */
int			mc_day_kind_by_name(const char *name);
int			mc_day_reason_by_name(const char *name);
int			mc_day_status_by_name(const char *name);

/* Position of the first fact on or after a day; fact_count when there is none. */
int32_t		mc_first_fact_from(const mc_calendar *calendar, mc_day day);

/* The state of a day of the coverage: an applied fact decides, else the work week. */
mc_day_state mc_calendar_day_state(const mc_calendar *calendar, mc_day day);

/* 'official' when the decisions of the day's year are out, else 'provisional'. */
mc_day_status mc_calendar_year_status(const mc_calendar *calendar, mc_day day);

/*
 * Whether the parts of a calendar agree: coverage in order, facts ascending and
 * inside it, enumerations in range, a name, a work week with at least one working day.
 * Returns NULL, or what is wrong.
 */
const char *mc_calendar_defect(const mc_calendar *calendar);

/* The calendar's day index, in memory of mc_day_index_size bytes. */
mc_day_index *mc_calendar_build_index(const mc_calendar *calendar, void *memory);

#endif

/*
 * Arguments that are moments: the three column types, and the five forms
 * (received, due, ended) that every function over stored columns comes in.
 */
#ifndef MOTCUA_MOMENTS_H
#define MOTCUA_MOMENTS_H

#include "fmgr.h"
#include "utils/date.h"
#include "utils/timestamp.h"

#include "core/dossier/outcome.h"

/* X(suffix, type of received, ended and paused_since, type of due) */
/* clang-format off */
#define MOTCUA_FORMS(X) \
	X(date, date, date) \
	X(timestamp, timestamp, timestamp) \
	X(timestamptz, timestamptz, timestamptz) \
	X(timestamp_due_date, timestamp, date) \
	X(timestamptz_due_date, timestamptz, date)
/* clang-format on */

static inline mc_moment
motcua_date_moment(FunctionCallInfo fcinfo, int argno)
{
	if (PG_ARGISNULL(argno))
		return mc_never();
	return mc_moment_of_day(PG_GETARG_DATEADT(argno));
}

/* Wall time of the office. */
static inline mc_moment
motcua_timestamp_moment(FunctionCallInfo fcinfo, int argno)
{
	Timestamp at;

	if (PG_ARGISNULL(argno))
		return mc_never();
	at = PG_GETARG_TIMESTAMP(argno);
	return (mc_moment){at, mc_day_of_wall(at), true};
}

/* Instants are turned into Vietnamese wall time, so that all forms compare on one scale. */
static inline mc_moment
motcua_timestamptz_moment(FunctionCallInfo fcinfo, int argno)
{
	if (PG_ARGISNULL(argno))
		return mc_never();
	return mc_vietnam_moment(PG_GETARG_TIMESTAMPTZ(argno));
}

/* The enum value of an outcome, for functions that return one; its labels are looked up once per expression. */
extern Datum motcua_outcome_datum(FunctionCallInfo fcinfo, mc_outcome outcome);

/* 'day' or 'instant'; NULL is 'day'. 22023 otherwise. */
extern mc_granularity motcua_granularity_arg(FunctionCallInfo fcinfo, int argno);

/* 'result', 'withdrawn', 'refused' or 'stopped'; NULL is 'result'. 22023 otherwise. */
extern mc_ended_as motcua_ended_as_arg(FunctionCallInfo fcinfo, int argno);

#endif

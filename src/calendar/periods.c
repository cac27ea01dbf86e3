/*
 * This file holds the SQL functions that find the day of a moment in Viet Nam, and the first day of
 * the month, quarter or year of a day. They depend on no time zone and take no name of a unit.
 */
#include "postgres.h"

#include "utils/date.h"
#include "utils/timestamp.h"

#include "common/compat.h"
#include "common/moment_sql.h"
#include "core/base/moment.h"

PG_FUNCTION_INFO_V1(motcua_vn_date);
Datum
motcua_vn_date(PG_FUNCTION_ARGS)
{
	PG_RETURN_DATEADT(mc_unpack_moment(PG_GETARG_INT64(0)).day);
}

static Datum
period_start(DateADT day, int months)
{
	if (DATE_NOT_FINITE(day))
		PG_RETURN_DATEADT(day);
	/*
	 * The first day of the month may lie before the first date, because that is not the first day
	 * of its month.
	 */
	PG_RETURN_DATEADT(
		Max(mc_period_start(day, months), DATETIME_MIN_JULIAN - POSTGRES_EPOCH_JDATE));
}

PG_FUNCTION_INFO_V1(motcua_month_of);
Datum
motcua_month_of(PG_FUNCTION_ARGS)
{
	return period_start(motcua_day_arg(fcinfo, 0), 1);
}

PG_FUNCTION_INFO_V1(motcua_quarter_of);
Datum
motcua_quarter_of(PG_FUNCTION_ARGS)
{
	return period_start(motcua_day_arg(fcinfo, 0), 3);
}

PG_FUNCTION_INFO_V1(motcua_year_of);
Datum
motcua_year_of(PG_FUNCTION_ARGS)
{
	return period_start(motcua_day_arg(fcinfo, 0), 12);
}

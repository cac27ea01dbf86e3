/* This file holds the SQL functions of the lunar calendar: to_lunar, from_lunar and tet. */
#include "postgres.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "utils/date.h"

#include "calendar/coverage.h"
#include "common/compat.h"
#include "common/moment_sql.h"
#include "common/options.h"
#include "core/calendar/lunar.h"

/* Return the lunar date of a day. Raise 22008 if the lunar calendar does not cover the day. */
static mc_lunar
lunar_of(DateADT day)
{
	mc_lunar lunar;

	if (!mc_to_lunar(day, &lunar))
		ereport(ERROR,
				(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
				 errmsg("date \"%s\" is outside the lunar calendar, which covers lunar years %d-%d",
						motcua_day_text(day), MC_LUNAR_FIRST_YEAR, MC_LUNAR_LAST_YEAR),
				 errhint("Correct the date, or leave such rows out with WHERE.")));
	return lunar;
}

PG_FUNCTION_INFO_V1(motcua_to_lunar);
Datum
motcua_to_lunar(PG_FUNCTION_ARGS)
{
	mc_lunar lunar = lunar_of(motcua_day_arg(fcinfo, 0));
	TupleDesc descriptor;
	bool nulls[4] = {false};
	Datum values[4] = {
		Int32GetDatum(lunar.year),
		Int32GetDatum(lunar.month),
		Int32GetDatum(lunar.day),
		BoolGetDatum(lunar.leap),
	};

	if (get_call_result_type(fcinfo, NULL, &descriptor) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "to_lunar must return a row");
	return HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(descriptor), values, nulls));
}

static void
check_lunar_year(int32 year)
{
	if (year < MC_LUNAR_FIRST_YEAR || year > MC_LUNAR_LAST_YEAR)
		ereport(
			ERROR,
			(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
			 errmsg("lunar year %d is outside the lunar calendar, which covers lunar years %d-%d",
					year, MC_LUNAR_FIRST_YEAR, MC_LUNAR_LAST_YEAR),
			 errhint("Name the lunar year first: motcua.from_lunar(year, month, day, leap).")));
}

static int
leap_month_detail(int32 year)
{
	int month = mc_lunar_leap_month(year);

	if (month == 0)
		return errdetail("Lunar year %d has no leap month.", year);
	return errdetail("The leap month of lunar year %d is month %d.", year, month);
}

static void
no_such_lunar_date(mc_lunar lunar)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
			 errmsg("lunar date \"%d/%d/%d\"%s does not exist", lunar.day, lunar.month, lunar.year,
					lunar.leap ? " in a leap month" : ""),
			 lunar.leap ? leap_month_detail(lunar.year)
						: errdetail("A lunar year has months 1 to 12, each of 29 or 30 days."),
			 errhint("Write motcua.from_lunar(year, month, day), "
					 "with leap => true only in the leap month (tháng nhuận).")));
}

PG_FUNCTION_INFO_V1(motcua_from_lunar);
Datum
motcua_from_lunar(PG_FUNCTION_ARGS)
{
	mc_lunar lunar;
	mc_day day;

	if (motcua_is_missing(fcinfo, 3))
		PG_RETURN_NULL();
	lunar.year = PG_GETARG_INT32(0);
	lunar.month = PG_GETARG_INT32(1);
	lunar.day = PG_GETARG_INT32(2);
	lunar.leap = motcua_flag_option(fcinfo, 3);
	check_lunar_year(lunar.year);
	if (!mc_from_lunar(lunar, &day))
		no_such_lunar_date(lunar);
	PG_RETURN_DATEADT(day);
}

PG_FUNCTION_INFO_V1(motcua_tet);
Datum
motcua_tet(PG_FUNCTION_ARGS)
{
	int32 year = PG_GETARG_INT32(0);
	mc_day day;

	check_lunar_year(year);
	(void) mc_tet(year, &day);
	PG_RETURN_DATEADT(day);
}

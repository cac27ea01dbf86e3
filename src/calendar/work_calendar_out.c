/*
 * This file writes the text form of the SQL type work_calendar, which work_calendar_in.c reads
 * back. The text form is a JSON object:
 *   {"name", "since", "until", "decided": [years], "work_week",
 *    "time_zone", "late_reception", "same_day_cutoff", "due_time",
 *    "shifts": [{"layer", "valid_from", "valid_to", "season_start", "season_end",
 *                "weekdays", "opens", "closes", "counts"}, ...],
 *    "days": [{"day", "kind", "reason", "status", "title", "source", "decided_by"}, ...]}
 */
#include "postgres.h"

#include "calendar/calendar_cache.h"
#include "common/compat.h"
#include "common/json_fields.h"

static void
append_string(StringInfo out, const char *key, const char *value)
{
	appendStringInfo(out, ", \"%s\": ", key);
	motcua_append_json_string(out, value);
}

static void
append_day(StringInfo out, const char *key, mc_day day)
{
	char iso[11];

	mc_format_iso_day(day, iso);
	appendStringInfo(out, ", \"%s\": \"%s\"", key, iso);
}

/* Write a time of day such as '07:30' or '07:30:15'; the end of the day is '24:00'. */
static void
append_time(StringInfo out, const char *key, int32 seconds)
{
	appendStringInfo(out, ", \"%s\": \"%02d:%02d", key, seconds / 3600, seconds / 60 % 60);
	if (seconds % 60)
		appendStringInfo(out, ":%02d", seconds % 60);
	appendStringInfoChar(out, '"');
}

static void
append_week(StringInfo out, const char *key, uint8 work_week)
{
	char digits[8];

	mc_format_work_week(work_week, digits);
	appendStringInfo(out, ", \"%s\": \"%s\"", key, digits);
}

static void
append_decided(StringInfo out, const mc_years *decided)
{
	const char *separator = "";

	appendStringInfoString(out, ", \"decided\": [");
	for (int year = MC_COVERAGE_FIRST_YEAR; year <= MC_COVERAGE_LAST_YEAR; year++)
	{
		if (!mc_years_has(decided, year))
			continue;
		appendStringInfo(out, "%s%d", separator, year);
		separator = ", ";
	}
	appendStringInfoChar(out, ']');
}

static void
append_policies(StringInfo out, const mc_policies *policies)
{
	append_string(out, "time_zone", policies->time_zone);
	append_string(out, "late_reception", mc_late_reception_name(policies->late_reception));
	append_time(out, "same_day_cutoff", policies->same_day_cutoff);
	append_string(out, "due_time", mc_due_time_name(policies->due_time));
}

/* Write a shift without infinite ends and without the season of a shift that applies all year. */
static void
append_shift(StringInfo out, const mc_shift_rule *shift)
{
	appendStringInfo(out, "{\"layer\": %d", shift->layer);
	if (mc_day_is_finite(shift->valid_from))
		append_day(out, "valid_from", shift->valid_from);
	if (mc_day_is_finite(shift->valid_to))
		append_day(out, "valid_to", shift->valid_to);
	if (shift->season_start)
		appendStringInfo(out, ", \"season_start\": \"%02d-%02d\", \"season_end\": \"%02d-%02d\"",
						 shift->season_start / 100, shift->season_start % 100,
						 shift->season_end / 100, shift->season_end % 100);
	append_week(out, "weekdays", shift->weekdays);
	append_time(out, "opens", shift->opens);
	append_time(out, "closes", shift->closes);
	appendStringInfo(out, ", \"counts\": %s}", shift->counts ? "true" : "false");
}

static void
append_fact(StringInfo out, const mc_day_fact *fact)
{
	char iso[11];

	mc_format_iso_day(fact->day, iso);
	appendStringInfo(out, "{\"day\": \"%s\"", iso);
	append_string(out, "kind", mc_day_kind_name(fact->kind));
	append_string(out, "reason", mc_day_reason_name(fact->reason));
	append_string(out, "status", mc_day_status_name(fact->status));
	append_string(out, "title", fact->title);
	append_string(out, "source", fact->source);
	append_string(out, "decided_by", fact->origin);
	appendStringInfoChar(out, '}');
}

PG_FUNCTION_INFO_V1(motcua_work_calendar_out);
Datum
motcua_work_calendar_out(PG_FUNCTION_ARGS)
{
	const mc_calendar *calendar = &motcua_calendar_value_arg(fcinfo, 0)->facts;
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, "{\"name\": ");
	motcua_append_json_string(&out, calendar->name);
	append_day(&out, "since", calendar->first);
	append_day(&out, "until", calendar->last);
	append_decided(&out, &calendar->decided);
	append_week(&out, "work_week", calendar->work_week);
	append_policies(&out, &calendar->policies);
	appendStringInfoString(&out, ", \"shifts\": [");
	for (int i = 0; i < calendar->shift_count; i++)
	{
		appendStringInfoString(&out, i > 0 ? ", " : "");
		append_shift(&out, &calendar->shifts[i]);
	}
	appendStringInfoString(&out, "], \"days\": [");
	for (int i = 0; i < calendar->fact_count; i++)
	{
		appendStringInfoString(&out, i > 0 ? ", " : "");
		append_fact(&out, &calendar->facts[i]);
	}
	appendStringInfoString(&out, "]}");
	PG_RETURN_CSTRING(out.data);
}

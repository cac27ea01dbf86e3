/*
 * This file holds the SQL type work_calendar: how values are made, their binary form, which is the
 * packed form of core/calendar/calendar_pack.h, their order and their hash. The text form is in
 * work_calendar_in.c and work_calendar_out.c.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/fmgrprotos.h"

#include "calendar/calendar_cache.h"
#include "calendar/coverage.h"
#include "calendar/work_calendar.h"
#include "common/comparisons.h"
#include "common/compat.h"
#include "common/moment_sql.h"
#include "common/options.h"

/* Store the digest of the packed calendar in the value. */
static void
set_digest(WorkCalendar *value, Size packed_length)
{
	bytea *packed = palloc(VARHDRSZ + packed_length);
	bytea *sha256;

	SET_VARSIZE(packed, VARHDRSZ + packed_length);
	memcpy(VARDATA(packed), value->packed, packed_length);
	sha256 = DatumGetByteaPP(DirectFunctionCall1(sha256_bytea, PointerGetDatum(packed)));
	memcpy(value->digest, VARDATA_ANY(sha256), WORK_CALENDAR_DIGEST_SIZE);
	pfree(packed);
}

WorkCalendar *
motcua_make_work_calendar(const mc_calendar *calendar)
{
	void *scratch = palloc(mc_calendar_strings_size(calendar));
	Size length = mc_calendar_pack(calendar, scratch, NULL);
	WorkCalendar *value = palloc(offsetof(WorkCalendar, packed) + length);

	SET_VARSIZE(value, offsetof(WorkCalendar, packed) + length);
	mc_calendar_pack(calendar, scratch, value->packed);
	set_digest(value, length);
	pfree(scratch);
	return value;
}

PG_FUNCTION_INFO_V1(motcua_calendar_value);
Datum
motcua_calendar_value(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(motcua_make_work_calendar(&motcua_calendar_arg(fcinfo, 0)->facts));
}

/* Return the calendar as it would be if one more day were decided. */
PG_FUNCTION_INFO_V1(motcua_calendar_with_day);
Datum
motcua_calendar_with_day(PG_FUNCTION_ARGS)
{
	const Calendar *calendar;
	char *kind;
	mc_day_fact fact = {.reason = MC_REASON_LOCAL, .status = MC_PROVISIONAL, .source = ""};
	mc_calendar changed;
	mc_day_fact *facts;
	int kind_number;

	if (motcua_is_missing(fcinfo, 3))
		PG_RETURN_NULL();
	calendar = motcua_calendar_value_arg(fcinfo, 0);
	fact.day = motcua_day_arg(fcinfo, 1);
	fact.title = text_to_cstring(motcua_text_option(fcinfo, 3, ""));
	fact.origin = calendar->facts.name;
	changed = calendar->facts;
	facts = palloc((changed.fact_count + 1) * sizeof(mc_day_fact));
	kind = text_to_cstring(PG_GETARG_TEXT_PP(2));
	kind_number = mc_day_kind_by_name(kind);
	motcua_check_covered(calendar, fact.day);
	if (kind_number < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unknown kind of day \"%s\"", kind), errhint("Use \"off\" or \"work\".")));
	fact.kind = kind_number;
	changed.fact_count = mc_overlay_facts(&fact, 1, changed.facts, changed.fact_count, facts);
	changed.facts = facts;
	PG_RETURN_POINTER(motcua_make_work_calendar(&changed));
}

/* ---- binary form ---- */

static bool
is_utf8(const char *string)
{
	return pg_verify_mbstr(PG_UTF8, string, (int) strlen(string), true);
}

static bool
strings_are_utf8(const mc_calendar *calendar)
{
	if (!is_utf8(calendar->name) || !is_utf8(calendar->policies.time_zone))
		return false;
	for (int i = 0; i < calendar->fact_count; i++)
		if (!is_utf8(calendar->facts[i].title) || !is_utf8(calendar->facts[i].source) ||
			!is_utf8(calendar->facts[i].origin))
			return false;
	return true;
}

/*
 * Read the binary form. What was read is packed again, so that equal calendars have equal bytes
 * whoever sent them.
 */
WorkCalendar *
motcua_read_work_calendar(const uint8 *packed, Size length)
{
	mc_day_fact *facts = palloc(mc_packed_fact_bound(length) * sizeof(mc_day_fact));
	mc_shift_rule *shifts = palloc(mc_packed_shift_bound(length) * sizeof(mc_shift_rule));
	mc_calendar calendar;
	const char *defect = mc_calendar_unpack(packed, length, facts, shifts, &calendar);

	if (!defect && !strings_are_utf8(&calendar))
		defect = "a string is not valid UTF-8";
	if (defect)
		ereport(ERROR, (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
						errmsg("invalid binary work_calendar: %s", defect)));
	return motcua_make_work_calendar(&calendar);
}

PG_FUNCTION_INFO_V1(motcua_work_calendar_recv);
Datum
motcua_work_calendar_recv(PG_FUNCTION_ARGS)
{
	StringInfo buffer = (StringInfo) PG_GETARG_POINTER(0);
	int length = buffer->len - buffer->cursor;

	PG_RETURN_POINTER(
		motcua_read_work_calendar((const uint8 *) pq_getmsgbytes(buffer, length), length));
}

PG_FUNCTION_INFO_V1(motcua_work_calendar_send);
Datum
motcua_work_calendar_send(PG_FUNCTION_ARGS)
{
	WorkCalendar *value = (WorkCalendar *) PG_DETOAST_DATUM(PG_GETARG_DATUM(0));
	StringInfoData out;

	pq_begintypsend(&out);
	pq_sendbytes(&out, (char *) value->packed, VARSIZE(value) - offsetof(WorkCalendar, packed));
	PG_RETURN_BYTEA_P(pq_endtypsend(&out));
}

/* ---- order and hash: the order of the digests is arbitrary but stable ---- */

static int
compare_values(FunctionCallInfo fcinfo)
{
	WorkCalendar *a = (WorkCalendar *) PG_DETOAST_DATUM(PG_GETARG_DATUM(0));
	WorkCalendar *b = (WorkCalendar *) PG_DETOAST_DATUM(PG_GETARG_DATUM(1));
	int result = memcmp(a->digest, b->digest, WORK_CALENDAR_DIGEST_SIZE);

	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	return result;
}

MOTCUA_COMPARISONS(work_calendar, compare_values)

PG_FUNCTION_INFO_V1(motcua_work_calendar_hash);
Datum
motcua_work_calendar_hash(PG_FUNCTION_ARGS)
{
	WorkCalendar *value = (WorkCalendar *) PG_DETOAST_DATUM(PG_GETARG_DATUM(0));

	PG_RETURN_DATUM(hash_any(value->digest, WORK_CALENDAR_DIGEST_SIZE));
}

PG_FUNCTION_INFO_V1(motcua_work_calendar_hash_extended);
Datum
motcua_work_calendar_hash_extended(PG_FUNCTION_ARGS)
{
	WorkCalendar *value = (WorkCalendar *) PG_DETOAST_DATUM(PG_GETARG_DATUM(0));

	PG_RETURN_DATUM(
		hash_any_extended(value->digest, WORK_CALENDAR_DIGEST_SIZE, PG_GETARG_INT64(1)));
}

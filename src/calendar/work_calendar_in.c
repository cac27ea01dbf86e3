/*
 * This file reads the text form of the SQL type work_calendar; work_calendar_out.c shows the form.
 * Every key is checked. Keys that may be missing have defaults: the policies of vn, no shifts and
 * no days.
 */
#include "postgres.h"

#include "calendar/work_calendar.h"
#include "common/compat.h"
#include "common/json_fields.h"
#include "core/base/names.h"
#include "core/calendar/shipped_calendars.h"

/*
 * No coverage has as many facts or shifts. The limits bound the memory that untrusted input can
 * take.
 */
#define MAX_FACTS 50000
#define MAX_SHIFTS 10000

/* A calendar while it is read. Its facts and its shifts are in arrays that grow. */
typedef struct CalendarReader
{
	mc_calendar calendar;
	mc_day_fact *facts;
	int fact_capacity;
	mc_shift_rule *shifts;
	int shift_capacity;
	unsigned seen; /* one bit for each key of the object that has been read */
} CalendarReader;

/* The keys in the order of their bits. The first keys of each list are required. */
enum CalendarKey
{
	KEY_NAME,
	KEY_SINCE,
	KEY_UNTIL,
	KEY_WORK_WEEK,
	KEY_DECIDED,
	KEY_TIME_ZONE,
	KEY_LATE_RECEPTION,
	KEY_SAME_DAY_CUTOFF,
	KEY_DUE_TIME,
	KEY_SHIFTS,
	KEY_DAYS
};
static const char *const calendar_keys[] = {
	"name",           "since",           "until",    "work_week", "decided", "time_zone",
	"late_reception", "same_day_cutoff", "due_time", "shifts",    "days"};
#define REQUIRED_CALENDAR_KEYS 4

enum FactKey
{
	KEY_DAY,
	KEY_KIND,
	KEY_REASON,
	KEY_STATUS,
	KEY_TITLE,
	KEY_SOURCE,
	KEY_DECIDED_BY
};
static const char *const fact_keys[] = {"day",   "kind",   "reason",    "status",
										"title", "source", "decided_by"};
#define REQUIRED_FACT_KEYS 4
#define HINT \
	"Let motcua.calendar_value('vn') make the value of a name; its text form is a JSON object."

enum ShiftKey
{
	KEY_WEEKDAYS,
	KEY_OPENS,
	KEY_CLOSES,
	KEY_COUNTS,
	KEY_LAYER,
	KEY_VALID_FROM,
	KEY_VALID_TO,
	KEY_SEASON_START,
	KEY_SEASON_END
};
static const char *const shift_keys[] = {"weekdays", "opens",        "closes",
										 "counts",   "layer",        "valid_from",
										 "valid_to", "season_start", "season_end"};
#define REQUIRED_SHIFT_KEYS 3

/*
 * Return true if all required keys were read, or false after a soft error that names a missing key.
 */
static bool
has_required(unsigned seen, int required, const char *const *keys, struct Node *escontext)
{
	for (int i = 0; i < required; i++)
		if (!(seen >> i & 1))
			motcua_ereturn(
				escontext, false,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid input for type work_calendar: key \"%s\" is missing", keys[i]),
				 errhint(HINT)));
	return true;
}

/* Return false after a soft error that names the key whose value is wrong or which is unknown. */
static bool
bad_field(const char *key, int key_length, struct Node *escontext)
{
	motcua_ereturn(
		escontext, false,
		(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
		 errmsg("invalid input for type work_calendar: wrong value or unknown key \"%.*s\"",
				key_length, key),
		 errhint(HINT)));
}

/* ---- values ---- */

static bool
read_day(const char *string, mc_day *day)
{
	return string && strlen(string) == 10 && mc_parse_iso_day(string, day);
}

static bool
read_week(const char *string, uint8 *work_week)
{
	return string && mc_parse_work_week(string, strlen(string), work_week);
}

/*
 * Store the position of a name in its enumeration. Return false if it is -1, which means no such
 * name.
 */
static bool
read_name(int position, uint8 *field)
{
	*field = (uint8) position;
	return position >= 0;
}

static bool
two_digits(const char *text, int *value)
{
	if (!isdigit((unsigned char) text[0]) || !isdigit((unsigned char) text[1]))
		return false;
	*value = (text[0] - '0') * 10 + (text[1] - '0');
	return true;
}

/* Read 'HH:MM' or 'HH:MM:SS', at most 24:00. */
static bool
read_time(const char *string, int32 *seconds)
{
	size_t length = string ? strlen(string) : 0;
	int hour, minute, second = 0;

	if ((length != 5 && length != 8) || !two_digits(string, &hour) || string[2] != ':' ||
		!two_digits(string + 3, &minute) ||
		(length == 8 && (string[5] != ':' || !two_digits(string + 6, &second))))
		return false;
	*seconds = (hour * 60 + minute) * 60 + second;
	return minute < 60 && second < 60 && *seconds <= MC_SECONDS_PER_DAY;
}

/* Read 'MM-DD'. If there is no such day, the check of the whole rule finds it. */
static bool
read_month_day(const char *string, int16 *month_day)
{
	int month, day;

	if (!string || strlen(string) != 5 || !two_digits(string, &month) || string[2] != '-' ||
		!two_digits(string + 3, &day))
		return false;
	*month_day = (int16) (month * 100 + day);
	return true;
}

/* ---- days ---- */

typedef struct FactReader
{
	mc_day_fact fact;
	unsigned seen;
} FactReader;

static bool
read_fact_value(mc_day_fact *fact, int key, const char *string)
{
	switch (key)
	{
		case KEY_DAY:
			return read_day(string, &fact->day);
		case KEY_KIND:
			return read_name(mc_day_kind_by_name(string), &fact->kind);
		case KEY_REASON:
			return read_name(mc_day_reason_by_name(string), &fact->reason);
		case KEY_STATUS:
			return read_name(mc_day_status_by_name(string), &fact->status);
		case KEY_TITLE:
			fact->title = string;
			return true;
		case KEY_SOURCE:
			fact->source = string;
			return true;
		case KEY_DECIDED_BY:
			fact->origin = string;
			return true;
	}
	return false;
}

static bool
read_fact_field(void *target, const char *key, int key_length, JsonbValue *value,
				struct Node *escontext)
{
	FactReader *reader = target;
	char *string = motcua_json_string(value);
	int which = mc_name_position(fact_keys, lengthof(fact_keys), key, key_length);

	if (!string || !read_fact_value(&reader->fact, which, string))
		return bad_field(key, key_length, escontext);
	reader->seen |= 1u << which;
	return true;
}

static bool
read_fact(void *target, const char *key, int key_length, JsonbValue *value, struct Node *escontext)
{
	CalendarReader *reader = target;
	FactReader fact = {.fact = {.title = "", .source = "", .origin = ""}};

	if (key || !motcua_json_is_object(value) || reader->calendar.fact_count == MAX_FACTS)
		return bad_field("days", 4, escontext);
	if (!motcua_read_json_container(value->val.binary.data, read_fact_field, &fact, escontext) ||
		!has_required(fact.seen, REQUIRED_FACT_KEYS, fact_keys, escontext))
		return false;
	if (reader->calendar.fact_count == reader->fact_capacity)
	{
		reader->fact_capacity *= 2;
		reader->facts = repalloc(reader->facts, reader->fact_capacity * sizeof(mc_day_fact));
	}
	reader->facts[reader->calendar.fact_count++] = fact.fact;
	return true;
}

/* ---- shifts ---- */

typedef struct ShiftReader
{
	mc_shift_rule shift;
	unsigned seen;
} ShiftReader;

static bool
read_layer(JsonbValue *value, uint8 *layer)
{
	int64 number;

	if (!motcua_json_whole_number(value, &number) || number < 0 || number > 255)
		return false;
	*layer = (uint8) number;
	return true;
}

static bool
read_shift_value(mc_shift_rule *shift, int key, JsonbValue *value)
{
	const char *string = motcua_json_string(value);

	switch (key)
	{
		case KEY_WEEKDAYS:
			return read_week(string, &shift->weekdays);
		case KEY_OPENS:
			return read_time(string, &shift->opens);
		case KEY_CLOSES:
			return read_time(string, &shift->closes);
		case KEY_COUNTS:
			shift->counts = value->type == jbvBool && value->val.boolean;
			return value->type == jbvBool;
		case KEY_LAYER:
			return read_layer(value, &shift->layer);
		case KEY_VALID_FROM:
			return read_day(string, &shift->valid_from);
		case KEY_VALID_TO:
			return read_day(string, &shift->valid_to);
		case KEY_SEASON_START:
			return read_month_day(string, &shift->season_start);
		case KEY_SEASON_END:
			return read_month_day(string, &shift->season_end);
	}
	return false;
}

static bool
read_shift_field(void *target, const char *key, int key_length, JsonbValue *value,
				 struct Node *escontext)
{
	ShiftReader *reader = target;
	int which = mc_name_position(shift_keys, lengthof(shift_keys), key, key_length);

	if (!read_shift_value(&reader->shift, which, value))
		return bad_field(key, key_length, escontext);
	reader->seen |= 1u << which;
	return true;
}

static bool
read_shift(void *target, const char *key, int key_length, JsonbValue *value, struct Node *escontext)
{
	CalendarReader *reader = target;
	ShiftReader shift = {.shift = {MC_DAY_MINUS_INFINITY, MC_DAY_INFINITY, .counts = true}};

	if (key || !motcua_json_is_object(value) || reader->calendar.shift_count == MAX_SHIFTS)
		return bad_field("shifts", 6, escontext);
	if (!motcua_read_json_container(value->val.binary.data, read_shift_field, &shift, escontext) ||
		!has_required(shift.seen, REQUIRED_SHIFT_KEYS, shift_keys, escontext))
		return false;
	if (reader->calendar.shift_count == reader->shift_capacity)
	{
		reader->shift_capacity *= 2;
		reader->shifts = repalloc(reader->shifts, reader->shift_capacity * sizeof(mc_shift_rule));
	}
	reader->shifts[reader->calendar.shift_count++] = shift.shift;
	return true;
}

/* ---- the calendar ---- */

static bool
read_decided(void *target, const char *key, int key_length, JsonbValue *value,
			 struct Node *escontext)
{
	CalendarReader *reader = target;
	int64 year;

	if (key || !motcua_json_whole_number(value, &year) || year < MC_COVERAGE_FIRST_YEAR ||
		year > MC_COVERAGE_LAST_YEAR)
		return bad_field("decided", 7, escontext);
	mc_years_add(&reader->calendar.decided, (int32) year);
	return true;
}

/* Return the reader of the elements if the key has an array as its value, else NULL. */
static JsonFieldReader
array_reader(int key)
{
	if (key == KEY_DAYS)
		return read_fact;
	if (key == KEY_SHIFTS)
		return read_shift;
	return key == KEY_DECIDED ? read_decided : NULL;
}

static bool
read_calendar_value(mc_calendar *calendar, int key, const char *string)
{
	if (!string)
		return false;
	switch (key)
	{
		case KEY_NAME:
			calendar->name = string;
			return true;
		case KEY_SINCE:
			return read_day(string, &calendar->first);
		case KEY_UNTIL:
			return read_day(string, &calendar->last);
		case KEY_WORK_WEEK:
			return read_week(string, &calendar->work_week);
		case KEY_TIME_ZONE:
			calendar->policies.time_zone = string;
			return true;
		case KEY_LATE_RECEPTION:
			return read_name(mc_late_reception_by_name(string), &calendar->policies.late_reception);
		case KEY_SAME_DAY_CUTOFF:
			return read_time(string, &calendar->policies.same_day_cutoff);
		case KEY_DUE_TIME:
			return read_name(mc_due_time_by_name(string), &calendar->policies.due_time);
	}
	return false;
}

static bool
read_calendar_field(void *target, const char *key, int key_length, JsonbValue *value,
					struct Node *escontext)
{
	CalendarReader *reader = target;
	int which = mc_name_position(calendar_keys, lengthof(calendar_keys), key, key_length);
	JsonFieldReader elements = array_reader(which);

	if (elements && motcua_json_is_array(value))
		return motcua_read_json_container(value->val.binary.data, elements, reader, escontext);
	if (!read_calendar_value(&reader->calendar, which, motcua_json_string(value)))
		return bad_field(key, key_length, escontext);
	reader->seen |= 1u << which;
	return true;
}

static CalendarReader *
new_reader(void)
{
	CalendarReader *reader = palloc0(sizeof(CalendarReader));

	reader->calendar.policies = mc_shipped_policies();
	reader->fact_capacity = reader->shift_capacity = 64;
	reader->facts = palloc(reader->fact_capacity * sizeof(mc_day_fact));
	reader->shifts = palloc(reader->shift_capacity * sizeof(mc_shift_rule));
	return reader;
}

PG_FUNCTION_INFO_V1(motcua_work_calendar_in);
Datum
motcua_work_calendar_in(PG_FUNCTION_ARGS)
{
	CalendarReader *reader = new_reader();
	const char *defect;

	if (!motcua_read_json(PG_GETARG_CSTRING(0), "work_calendar", HINT, read_calendar_field, reader,
						  fcinfo->context) ||
		!has_required(reader->seen, REQUIRED_CALENDAR_KEYS, calendar_keys, fcinfo->context))
		PG_RETURN_NULL();
	reader->calendar.facts = reader->facts;
	reader->calendar.shifts = reader->shifts;
	defect = mc_calendar_defect(&reader->calendar);
	if (defect)
		motcua_ereturn(fcinfo->context, (Datum) 0,
					   (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
						errmsg("invalid input for type work_calendar: %s", defect), errhint(HINT)));
	PG_RETURN_POINTER(motcua_make_work_calendar(&reader->calendar));
}

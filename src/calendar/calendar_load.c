/*
 * This file puts a calendar together from the shipped calendar, the rows of its ancestors and its
 * own rows, and checks the rows. The cache of calendars and the triggers on the calendar tables
 * call it.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "pgtime.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"

#include "calendar/calendar_cache.h"
#include "calendar/calendar_load.h"
#include "calendar/calendar_tables.h"
#include "common/compat.h"
#include "core/calendar/shipped_calendars.h"

/* No administration is that deep. A loop that two sessions made at once ends here too. */
#define MAX_CHAIN 32

void
motcua_no_such_calendar(const char *name)
{
	ereport(ERROR,
			(errcode(ERRCODE_UNDEFINED_OBJECT), errmsg("calendar \"%s\" does not exist", name),
			 motcua_default_calendar_name && strcmp(name, motcua_default_calendar_name) == 0
				 ? errhint("The setting motcua.calendar names it. "
						   "List the calendars with: SELECT * FROM motcua.calendars;")
				 : errhint("List the calendars with: SELECT * FROM motcua.calendars;")));
}

/* ---- a layer: what the row of one calendar says ---- */

typedef struct Layer
{
	char *name;
	char *parent; /* NULL if the calendar is shipped or does not exist */
	char *work_week; /* this member and the next ones: NULL means the value of the parent */
	char *time_zone;
	char *late_reception;
	char *due_time;
	int32 same_day_cutoff; /* seconds of the day; -1 means the value of the parent */
} Layer;

/* A calendar and its ancestors. */
typedef struct Chain
{
	int length;
	Layer layers[MAX_CHAIN]; /* nearest first; the last one is shipped if the chain is complete */
} Chain;

static int32
seconds_of(Datum time)
{
	return (int32) (DatumGetTimeADT(time) / USECS_PER_SEC);
}

static void
read_layer(Row row, void *target)
{
	Layer *layer = target;
	bool isnull;
	Datum cutoff = row_column(row, CALENDAR_SAME_DAY_CUTOFF, &isnull);

	layer->parent = row_text(row, CALENDAR_PARENT);
	layer->work_week = row_text(row, CALENDAR_WORK_WEEK);
	layer->time_zone = row_text(row, CALENDAR_TIME_ZONE);
	layer->late_reception = row_text(row, CALENDAR_LATE_RECEPTION);
	layer->due_time = row_text(row, CALENDAR_DUE_TIME);
	layer->same_day_cutoff = isnull ? -1 : seconds_of(cutoff);
}

static bool
chain_has(const Chain *chain, const char *name)
{
	for (int i = 0; i < chain->length; i++)
		if (strcmp(chain->layers[i].name, name) == 0)
			return true;
	return false;
}

/* How a chain of parents ends. */
typedef enum ChainEnd
{
	CHAIN_COMPLETE, /* with a shipped calendar */
	CHAIN_BROKEN, /* with the name of a calendar that does not exist */
	CHAIN_LOOPS, /* with a calendar that is in the chain already */
	CHAIN_TOO_LONG /* after MAX_CHAIN calendars */
} ChainEnd;

/*
 * Follow the parents, starting with the calendar of a name. If a calendar does not exist, it is the
 * last layer and has no parent.
 */
static ChainEnd
read_chain(const char *name, Chain *chain)
{
	chain->length = 0;
	while (chain->length < MAX_CHAIN)
	{
		Layer *layer = &chain->layers[chain->length];

		if (chain_has(chain, name))
			return CHAIN_LOOPS;
		memset(layer, 0, sizeof(Layer));
		layer->name = pstrdup(name);
		layer->same_day_cutoff = -1;
		chain->length++;
		if (mc_is_shipped(name))
			return CHAIN_COMPLETE;
		motcua_read_calendar_rows(TABLE_CALENDAR, name, read_layer, layer);
		if (!layer->parent)
			return CHAIN_BROKEN;
		name = layer->parent;
	}
	return CHAIN_TOO_LONG;
}

/* ---- facts ---- */

typedef struct FactList
{
	mc_day_fact *facts;
	int32 count;
	int32 capacity;
	const char *origin;
} FactList;

static char *
text_or_empty(Row row, int attribute)
{
	char *string = row_text(row, attribute);

	return string ? string : pstrdup("");
}

static void
read_fact(Row row, void *target)
{
	FactList *list = target;
	mc_day_fact *fact;

	if (list->count == list->capacity)
	{
		list->capacity = list->capacity * 2 + 16;
		list->facts = list->facts ? repalloc(list->facts, list->capacity * sizeof(mc_day_fact))
								  : palloc(list->capacity * sizeof(mc_day_fact));
	}
	fact = &list->facts[list->count++];
	fact->day = DatumGetDateADT(row_required(row, DAY_DAY));
	fact->kind = mc_day_kind_by_name(TextDatumGetCString(row_required(row, DAY_KIND)));
	fact->reason = mc_day_reason_by_name(TextDatumGetCString(row_required(row, DAY_REASON)));
	fact->status = mc_day_status_by_name(TextDatumGetCString(row_required(row, DAY_STATUS)));
	fact->title = text_or_empty(row, DAY_TITLE);
	fact->source = text_or_empty(row, DAY_SOURCE);
	fact->origin = list->origin;
}

static int
compare_facts(const void *a, const void *b)
{
	mc_day left = ((const mc_day_fact *) a)->day;
	mc_day right = ((const mc_day_fact *) b)->day;

	return (left > right) - (left < right);
}

/*
 * Merge the layer's own days into the facts of the calendar; they win over those gathered so far.
 */
static void
overlay_days(const Layer *layer, mc_calendar *calendar)
{
	FactList own = {.origin = layer->name};
	mc_day_fact *gathered = unconstify(mc_day_fact *, calendar->facts);
	mc_day_fact *merged;

	motcua_read_calendar_rows(TABLE_DAY, layer->name, read_fact, &own);
	if (own.count == 0)
		return;
	qsort(own.facts, own.count, sizeof(mc_day_fact), compare_facts);
	merged = palloc((own.count + calendar->fact_count) * sizeof(mc_day_fact));
	calendar->fact_count =
		mc_overlay_facts(own.facts, own.count, gathered, calendar->fact_count, merged);
	calendar->facts = merged;
	pfree(gathered);
	pfree(own.facts);
}

static void
read_year(Row row, void *target)
{
	mc_years *decided = target;
	int32 year = DatumGetInt32(row_required(row, YEAR_YEAR));
	char *status = TextDatumGetCString(row_required(row, YEAR_STATUS));

	if (mc_day_status_by_name(status) == MC_OFFICIAL)
		mc_years_add(decided, year);
	else
		mc_years_remove(decided, year);
}

/* ---- shifts ---- */

typedef struct ShiftList
{
	mc_shift_rule *shifts;
	int32 count;
	int32 capacity;
	uint8 layer;
} ShiftList;

/* Store the dates of a shift. An end at or beyond the coverage becomes infinite. */
static void
read_valid(Datum range, mc_shift_rule *shift)
{
	RangeBound lower;
	RangeBound upper;
	bool empty;

	range_deserialize(lookup_type_cache(DATERANGEOID, TYPECACHE_RANGE_INFO),
					  DatumGetRangeTypeP(range), &lower, &upper, &empty);
	shift->valid_from = lower.infinite ? MC_DAY_MINUS_INFINITY : DatumGetDateADT(lower.val);
	shift->valid_to = upper.infinite ? MC_DAY_INFINITY : DatumGetDateADT(upper.val);
	if (mc_day_is_finite(shift->valid_to))
		shift->valid_to--;
	if (shift->valid_from <= MC_COVERAGE_FIRST)
		shift->valid_from = MC_DAY_MINUS_INFINITY;
	if (shift->valid_to >= MC_COVERAGE_LAST)
		shift->valid_to = MC_DAY_INFINITY;
}

/* True if the shift is valid only outside the supported years 1990 to 2100. */
static bool
never_holds(const mc_shift_rule *shift)
{
	return shift->valid_from > MC_COVERAGE_LAST || shift->valid_to < MC_COVERAGE_FIRST;
}

/*
 * Return a text 'MM-DD' as month * 100 + day. A check of the table guarantees the form of the text.
 */
static int16
month_day(Datum value)
{
	char *digits = TextDatumGetCString(value);

	return (int16) ((digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[3] - '0') * 10 +
					digits[4] - '0');
}

/* Store the season of a shift. In a shift rule, two zeros stand for the whole year. */
static void
read_season(Row row, mc_shift_rule *shift)
{
	shift->season_start = month_day(row_required(row, SHIFT_SEASON_START));
	shift->season_end = month_day(row_required(row, SHIFT_SEASON_END));
	if (shift->season_start == 101 && shift->season_end == 1231)
		shift->season_start = shift->season_end = 0;
}

static void
append_shift(ShiftList *list, const mc_shift_rule *shift)
{
	if (list->count == list->capacity)
	{
		list->capacity = list->capacity * 2 + 8;
		list->shifts = list->shifts ? repalloc(list->shifts, list->capacity * sizeof(mc_shift_rule))
									: palloc(list->capacity * sizeof(mc_shift_rule));
	}
	list->shifts[list->count] = *shift;
	list->shifts[list->count++].layer = list->layer;
}

static void
read_shift(Row row, void *target)
{
	mc_shift_rule shift;
	char *weekdays = TextDatumGetCString(row_required(row, SHIFT_WEEKDAYS));

	read_valid(row_required(row, SHIFT_VALID), &shift);
	if (never_holds(&shift))
		return;
	read_season(row, &shift);
	mc_parse_work_week(weekdays, strlen(weekdays), &shift.weekdays);
	shift.opens = seconds_of(row_required(row, SHIFT_OPENS));
	shift.closes = seconds_of(row_required(row, SHIFT_CLOSES));
	shift.counts = DatumGetBool(row_required(row, SHIFT_COUNTS));
	append_shift(target, &shift);
}

/*
 * Collect the shifts of all calendars in the chain, each with its layer. The shipped shifts get the
 * farthest layer.
 */
static void
gather_shifts(const Chain *chain, mc_calendar *calendar)
{
	ShiftList list = {0};

	for (int i = 0; i < chain->length; i++)
	{
		list.layer = (uint8) i;
		motcua_read_calendar_rows(TABLE_SHIFT, chain->layers[i].name, read_shift, &list);
	}
	list.layer = (uint8) chain->length;
	for (int i = 0; i < calendar->shift_count; i++)
		append_shift(&list, &calendar->shifts[i]);
	calendar->shifts = list.shifts;
	calendar->shift_count = list.count;
}

/* ---- the whole calendar ---- */

static void
too_many_ancestors(const char *name)
{
	ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					errmsg("calendar \"%s\" stands below more than %d others", name, MAX_CHAIN - 1),
					errhint("Give the calendar a parent nearer to \"vn\".")));
}

/* Replace what a layer says otherwise than the layers behind it. */
static void
apply_layer(const Layer *layer, mc_calendar *calendar)
{
	mc_policies *policies = &calendar->policies;

	overlay_days(layer, calendar);
	motcua_read_calendar_rows(TABLE_YEAR, layer->name, read_year, &calendar->decided);
	if (layer->work_week)
		mc_parse_work_week(layer->work_week, strlen(layer->work_week), &calendar->work_week);
	if (layer->time_zone)
		policies->time_zone = layer->time_zone;
	if (layer->late_reception)
		policies->late_reception = mc_late_reception_by_name(layer->late_reception);
	if (layer->due_time)
		policies->due_time = mc_due_time_by_name(layer->due_time);
	if (layer->same_day_cutoff >= 0)
		policies->same_day_cutoff = layer->same_day_cutoff;
}

/*
 * Make the statutory days of decided years official. The decision about a year is out and did not
 * change these days, so they are no longer a guess.
 */
static void
settle_decided_years(mc_day_fact *facts, int32_t count, const mc_years *decided)
{
	for (int32_t i = 0; i < count; i++)
		if (facts[i].status == MC_PROVISIONAL && strcmp(facts[i].origin, MC_ORIGIN_STATUTE) == 0 &&
			mc_years_has(decided, mc_civil_from_day(facts[i].day).year))
			facts[i].status = MC_OFFICIAL;
}

void
motcua_load_calendar(const char *name, mc_calendar *calendar)
{
	Chain *chain = palloc(sizeof(Chain));
	mc_day_fact *facts = palloc(MC_SHIPPED_FACTS_MAX * sizeof(mc_day_fact));
	ChainEnd end = read_chain(name, chain);
	const char *last = chain->layers[chain->length - 1].name;

	if (end == CHAIN_BROKEN)
		motcua_no_such_calendar(last);
	if (end == CHAIN_TOO_LONG)
		too_many_ancestors(name);
	mc_shipped_calendar(end == CHAIN_COMPLETE ? last : "vn", facts, calendar);
	for (int i = chain->length - 1; i >= 0; i--)
		apply_layer(&chain->layers[i], calendar);
	gather_shifts(chain, calendar);
	calendar->name = chain->layers[0].name;
	calendar->facts = repalloc(unconstify(mc_day_fact *, calendar->facts),
							   Max(calendar->fact_count, 1) * sizeof(mc_day_fact));
	settle_decided_years(unconstify(mc_day_fact *, calendar->facts), calendar->fact_count,
						 &calendar->decided);
	pfree(chain);
}

/* ---- checking ---- */

static char *
shift_text(const mc_shift_rule *shift)
{
	return psprintf("%02d:%02d-%02d:%02d", shift->opens / 3600, shift->opens / 60 % 60,
					shift->closes / 3600, shift->closes / 60 % 60);
}

static int
compare_shifts(const void *a, const void *b)
{
	const mc_shift_rule *left = a;
	const mc_shift_rule *right = b;

	if (left->opens != right->opens)
		return left->opens < right->opens ? -1 : 1;
	return (left->closes > right->closes) - (left->closes < right->closes);
}

void
motcua_check_shifts(const char *name)
{
	ShiftList own = {0};
	int first;
	int second;

	motcua_read_calendar_rows(TABLE_SHIFT, name, read_shift, &own);
	qsort(own.shifts, own.count, sizeof(mc_shift_rule), compare_shifts);
	if (mc_shift_overlap(own.shifts, own.count, &first, &second))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("shifts of calendar \"%s\" overlap: %s and %s", name,
							   shift_text(&own.shifts[first]), shift_text(&own.shifts[second])),
						errhint("Two shifts of a calendar may not hold at once: "
								"set apart their hours, weekdays, seasons or dates.")));
}

static void
check_time_zone(const Layer *layer)
{
	if (layer->time_zone && !pg_tzset(layer->time_zone))
		ereport(
			ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("time zone \"%s\" of calendar \"%s\" is not recognized", layer->time_zone,
					layer->name),
			 errhint("Leave it NULL for the parent's, or take a name from pg_timezone_names.")));
}

void
motcua_check_chain(const char *name)
{
	Chain *chain = palloc(sizeof(Chain));
	ChainEnd end = read_chain(name, chain);

	check_time_zone(&chain->layers[0]);
	if (end == CHAIN_TOO_LONG)
		too_many_ancestors(name);
	if (end == CHAIN_LOOPS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("calendar \"%s\" inherits from itself through \"%s\"", name,
						chain->layers[chain->length - 1].name),
				 errhint("Give one of them a parent that does not lead back, such as \"vn\".")));
}

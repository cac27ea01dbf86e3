/*
 * This file holds the calendars that a backend has loaded. All SQL functions with a calendar call
 * it.
 *
 * Each entry lives in a memory context of its own below CacheMemoryContext. It holds the facts
 * (about 0.1 MB for 111 years), the index of days (0.3 MB) and, once it is needed, the index of
 * work time (0.3 MB). An entry is built completely before it is put into the cache, so that an
 * error leaves the cache as it was.
 *
 * Calendars by name follow the tables: a row trigger sends a relcache invalidation, the callback
 * sets a flag, and the next look-up removes the stale calendars. Calendars by value never become
 * stale. If all of them together take more memory than the setting motcua.cache_memory allows, the
 * least recently used ones are removed.
 */
#include "postgres.h"

#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/memutils.h"

#include "calendar/calendar_cache.h"
#include "calendar/calendar_load.h"
#include "calendar/calendar_tables.h"
#include "common/compat.h"

/* A loaded calendar and the memory context that owns all of it. */
typedef struct LoadedCalendar
{
	Calendar calendar; /* must be first, because callers hold a pointer to it */
	MemoryContext context;
	uint64 last_used;
} LoadedCalendar;

typedef struct NameEntry
{
	char name[NAMEDATALEN]; /* hash key */
	LoadedCalendar *loaded;
} NameEntry;

typedef struct ValueEntry
{
	uint8 digest[WORK_CALENDAR_DIGEST_SIZE]; /* hash key */
	LoadedCalendar *loaded;
} ValueEntry;

char *motcua_default_calendar_name;
int motcua_cache_memory;
const Calendar *motcua_ready_default;
uint64 motcua_calendar_generation = 1;

static HTAB *calendars_by_name;
static HTAB *calendars_by_value;
static bool named_calendars_stale;
static uint64 use_counter;

void
motcua_assign_default_calendar(const char *newval, void *extra)
{
	motcua_ready_default = NULL;
}

/* ---- stale calendars ---- */

/*
 * The callback for relcache invalidations. An invalid OID means that any relation may have changed.
 */
static void
relation_changed(Datum arg, Oid relid)
{
	if (!OidIsValid(relid) || motcua_is_calendar_table(relid))
	{
		named_calendars_stale = true;
		motcua_calendar_generation++; /* every CalendarRef then looks its calendar up again */
		motcua_ready_default = NULL;
	}
}

void
motcua_watch_calendar_tables(void)
{
	CacheRegisterRelcacheCallback(relation_changed, (Datum) 0);
}

/*
 * Remove all calendars by name. The flag is cleared first, because an invalidation that arrives
 * while a calendar is loaded sets it again.
 */
static void
drop_stale_calendars(void)
{
	HASH_SEQ_STATUS scan;
	NameEntry *entry;

	named_calendars_stale = false;
	hash_seq_init(&scan, calendars_by_name);
	while ((entry = hash_seq_search(&scan)) != NULL)
	{
		MemoryContextDelete(entry->loaded->context);
		hash_search(calendars_by_name, entry->name, HASH_REMOVE, NULL);
	}
}

/* ---- loading ---- */

static LoadedCalendar *
new_loaded_calendar(void)
{
	MemoryContext context =
		AllocSetContextCreate(CurrentMemoryContext, "motcua calendar", ALLOCSET_START_SMALL_SIZES);
	LoadedCalendar *loaded = MemoryContextAllocZero(context, sizeof(LoadedCalendar));

	loaded->context = context;
	return loaded;
}

/* Build the index of days and move the calendar's memory context to the cache. */
static LoadedCalendar *
finish_loaded_calendar(LoadedCalendar *loaded)
{
	const mc_calendar *facts = &loaded->calendar.facts;

	loaded->calendar.index = mc_calendar_build_index(
		facts, MemoryContextAlloc(loaded->context, mc_day_index_size(facts->first, facts->last)));
	loaded->calendar.in_vietnam = strcmp(facts->policies.time_zone, "Asia/Ho_Chi_Minh") == 0;
	MemoryContextSetParent(loaded->context, CacheMemoryContext);
	return loaded;
}

/* Return a loaded calendar by its name, or raise 42704. */
static LoadedCalendar *
load_by_name(const char *name)
{
	LoadedCalendar *loaded = new_loaded_calendar();
	MemoryContext caller = MemoryContextSwitchTo(loaded->context);

	motcua_load_calendar(name, &loaded->calendar.facts);
	MemoryContextSwitchTo(caller);
	return finish_loaded_calendar(loaded);
}

/* Return a loaded calendar by its value, or raise XX001 if the value is damaged. */
static LoadedCalendar *
load_by_value(const WorkCalendar *value)
{
	LoadedCalendar *loaded = new_loaded_calendar();
	Size length = VARSIZE(value) - offsetof(WorkCalendar, packed);
	uint8 *packed = MemoryContextAlloc(loaded->context, length);
	mc_day_fact *facts =
		MemoryContextAlloc(loaded->context, mc_packed_fact_bound(length) * sizeof(mc_day_fact));
	mc_shift_rule *shifts =
		MemoryContextAlloc(loaded->context, mc_packed_shift_bound(length) * sizeof(mc_shift_rule));
	const char *defect;

	memcpy(packed, value->packed, length);
	defect = mc_calendar_unpack(packed, length, facts, shifts, &loaded->calendar.facts);
	if (defect)
		ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED),
						errmsg("damaged work_calendar value: %s", defect)));
	return finish_loaded_calendar(loaded);
}

/* ---- looking up ---- */

static HTAB *
make_table(const char *title, Size key_size, Size entry_size, int key_flag)
{
	HASHCTL control = {0};

	control.keysize = key_size;
	control.entrysize = entry_size;
	control.hcxt = CacheMemoryContext;
	return hash_create(title, 16, &control, HASH_ELEM | HASH_CONTEXT | key_flag);
}

/* ---- the bound on memory ---- */

/* A walk over both tables: what is there, and what was used least recently. */
typedef struct CacheSurvey
{
	Size bytes;
	HTAB *table; /* of the least recently used entry */
	const void *key;
	LoadedCalendar *oldest; /* NULL if the cache is empty */
} CacheSurvey;

static void
survey_entry(CacheSurvey *survey, HTAB *table, const void *key, LoadedCalendar *loaded)
{
	survey->bytes += MemoryContextMemAllocated(loaded->context, true);
	if (survey->oldest != NULL && survey->oldest->last_used <= loaded->last_used)
		return;
	survey->table = table;
	survey->key = key;
	survey->oldest = loaded;
}

static CacheSurvey
survey_cache(void)
{
	CacheSurvey survey = {0};
	HASH_SEQ_STATUS scan;
	NameEntry *named;
	ValueEntry *valued;

	if (calendars_by_name != NULL)
	{
		hash_seq_init(&scan, calendars_by_name);
		while ((named = hash_seq_search(&scan)) != NULL)
			survey_entry(&survey, calendars_by_name, named->name, named->loaded);
	}
	if (calendars_by_value != NULL)
	{
		hash_seq_init(&scan, calendars_by_value);
		while ((valued = hash_seq_search(&scan)) != NULL)
			survey_entry(&survey, calendars_by_value, valued->digest, valued->loaded);
	}
	return survey;
}

/*
 * Remove the least recently used calendars until there is room for another one. The new calendar is
 * kept in any case. Whoever remembers a calendar that is removed notices the new generation.
 */
static void
make_room_for(const LoadedCalendar *loaded)
{
	Size limit = (Size) motcua_cache_memory * 1024;
	Size needed = MemoryContextMemAllocated(loaded->context, true);

	for (;;)
	{
		CacheSurvey survey = survey_cache();

		if (survey.oldest == NULL || survey.bytes + needed <= limit)
			return;
		motcua_calendar_generation++;
		motcua_ready_default = NULL;
		MemoryContextDelete(survey.oldest->context);
		hash_search(survey.table, survey.key, HASH_REMOVE, NULL);
	}
}

static const Calendar *
calendar_by_name(const char *name)
{
	NameEntry *entry;
	LoadedCalendar *loaded;

	if (!calendars_by_name)
		calendars_by_name =
			make_table("motcua calendars by name", NAMEDATALEN, sizeof(NameEntry), HASH_STRINGS);
	if (named_calendars_stale)
		drop_stale_calendars();
	entry = hash_search(calendars_by_name, name, HASH_FIND, NULL);
	if (!entry)
	{
		loaded = load_by_name(name);
		make_room_for(loaded);
		entry = hash_search(calendars_by_name, name, HASH_ENTER, NULL);
		entry->loaded = loaded;
	}
	entry->loaded->last_used = ++use_counter;
	return &entry->loaded->calendar;
}

static const Calendar *
calendar_by_value(const WorkCalendar *value)
{
	ValueEntry *entry;
	LoadedCalendar *loaded;

	if (!calendars_by_value)
		calendars_by_value = make_table("motcua calendars by value", WORK_CALENDAR_DIGEST_SIZE,
										sizeof(ValueEntry), HASH_BLOBS);
	entry = hash_search(calendars_by_value, value->digest, HASH_FIND, NULL);
	if (!entry)
	{
		loaded = load_by_value(value);
		make_room_for(loaded);
		entry = hash_search(calendars_by_value, value->digest, HASH_ENTER, NULL);
		entry->loaded = loaded;
	}
	entry->loaded->last_used = ++use_counter;
	return &entry->loaded->calendar;
}

/* ---- arguments ---- */

/* Return what the expression remembers, which is allocated at its first call. */
static CalendarRef *
calendar_ref(FunctionCallInfo fcinfo)
{
	if (!fcinfo->flinfo->fn_extra)
		fcinfo->flinfo->fn_extra =
			MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(CalendarRef));
	return fcinfo->flinfo->fn_extra;
}

/*
 * Process the invalidations of other sessions at the first call in each client statement. A
 * statement that locks no table for the first time would miss them otherwise.
 */
static CalendarRef *
up_to_date_ref(FunctionCallInfo fcinfo)
{
	CalendarRef *ref = calendar_ref(fcinfo);

	if (ref->statement != GetCurrentStatementStartTimestamp())
	{
		AcceptInvalidationMessages();
		ref->statement = GetCurrentStatementStartTimestamp();
	}
	return ref;
}

/*
 * Return the calendar of the setting motcua.calendar. It is remembered for the next call only if no
 * invalidation arrived while it was loaded.
 */
static const Calendar *
session_calendar(void)
{
	const Calendar *calendar = motcua_ready_default;

	if (calendar)
		return calendar;
	calendar = calendar_by_name(motcua_default_calendar_name);
	if (!named_calendars_stale)
		motcua_ready_default = calendar;
	return calendar;
}

/*
 * Build the index of work time of a loaded calendar. Raise 54000 if the calendar exceeds its
 * limits.
 */
static void
build_work_time(LoadedCalendar *loaded)
{
	const mc_calendar *facts = &loaded->calendar.facts;
	void *memory =
		MemoryContextAlloc(loaded->context, mc_work_time_size(facts->first, facts->last));
	mc_work_time *index = mc_calendar_build_work_time(facts, memory);

	if (!index)
	{
		pfree(memory);
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("calendar \"%s\" has more than %d openings on a day or %d kinds of day",
						facts->name, MC_OPENINGS_MAX, MC_PATTERNS_MAX),
				 errhint("Join or remove shifts of the calendar; "
						 "SELECT * FROM motcua.shifts shows them.")));
	}
	loaded->calendar.work_time = repalloc(memory, index->size);
}

const mc_work_time *
motcua_work_time(const Calendar *calendar)
{
	if (unlikely(!calendar->work_time))
		build_work_time((LoadedCalendar *) unconstify(Calendar *, calendar));
	return calendar->work_time;
}

static void
remember_name(CalendarRef *ref, const char *name, int length)
{
	char key[NAMEDATALEN];
	/* The generation is read before the calendar is loaded, because it may rise meanwhile. */
	uint64 generation = motcua_calendar_generation;

	if (length >= NAMEDATALEN)
		motcua_no_such_calendar(pnstrdup(name, length));
	memcpy(key, name, length);
	key[length] = '\0';
	ref->calendar = calendar_by_name(key);
	ref->generation = generation;
	ref->name_length = length;
	memcpy(ref->name, key, length + 1);
}

const Calendar *
motcua_look_up_calendar(FunctionCallInfo fcinfo, int argno)
{
	CalendarRef *ref = up_to_date_ref(fcinfo);
	text *name;
	int length;

	if (PG_ARGISNULL(argno))
		return session_calendar();
	name = PG_GETARG_TEXT_PP(argno);
	length = VARSIZE_ANY_EXHDR(name);
	if (unlikely(ref->generation != motcua_calendar_generation || ref->name_length != length ||
				 memcmp(ref->name, VARDATA_ANY(name), length) != 0))
		remember_name(ref, VARDATA_ANY(name), length);
	PG_FREE_IF_COPY(name, argno);
	return ref->calendar;
}

const Calendar *
motcua_calendar_named(FunctionCallInfo fcinfo, const char *name)
{
	up_to_date_ref(fcinfo);
	if (name && strlen(name) >= NAMEDATALEN)
		motcua_no_such_calendar(name);
	return name ? calendar_by_name(name) : session_calendar();
}

const Calendar *
motcua_calendar_of_value(const WorkCalendar *value)
{
	return calendar_by_value(value);
}

const Calendar *
motcua_look_up_calendar_value(FunctionCallInfo fcinfo, int argno)
{
	WorkCalendar *value = (WorkCalendar *) PG_DETOAST_DATUM(PG_GETARG_DATUM(argno));
	CalendarRef *ref = calendar_ref(fcinfo);

	if (unlikely(ref->generation != motcua_calendar_generation ||
				 memcmp(ref->digest, value->digest, WORK_CALENDAR_DIGEST_SIZE) != 0))
	{
		ref->calendar = calendar_by_value(value);
		ref->generation = motcua_calendar_generation;
		memcpy(ref->digest, value->digest, WORK_CALENDAR_DIGEST_SIZE);
	}
	PG_FREE_IF_COPY(value, argno);
	return ref->calendar;
}

/*
 * The per-backend cache of calendars.
 *
 * Each entry lives in a memory context of its own under CacheMemoryContext,
 * holds the facts and the day index (about 8 bytes a covered day), and is built
 * aside before it is published, so that an error leaves the cache as it was.
 * Calendars by value are kept up to MAX_VALUE_ENTRIES, the least recently used
 * making room: at most about 70 MB for a coverage of 111 years.
 */
#include "postgres.h"

#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/memutils.h"

#include "calendar_cache.h"
#include "compat.h"
#include "core/shipped_calendars.h"

#define MAX_VALUE_ENTRIES 256

/* A loaded calendar and the context that owns all of it. */
typedef struct LoadedCalendar
{
	Calendar	calendar;		/* first: callers hold a pointer to it */
	MemoryContext context;
} LoadedCalendar;

typedef struct NameEntry
{
	char		name[NAMEDATALEN];	/* hash key */
	LoadedCalendar *loaded;
} NameEntry;

typedef struct ValueEntry
{
	uint8		digest[WORK_CALENDAR_DIGEST_SIZE];	/* hash key */
	LoadedCalendar *loaded;
	uint64		last_used;
} ValueEntry;

/* What one expression remembers (fn_extra), so that a row costs one comparison. */
typedef struct CalendarRef
{
	uint64		generation;
	const Calendar *calendar;
	int			name_length;
	char		name[NAMEDATALEN];
	uint8		digest[WORK_CALENDAR_DIGEST_SIZE];
} CalendarRef;

char	   *motcua_default_calendar_name;

static HTAB *calendars_by_name;
static HTAB *calendars_by_value;
static const Calendar *default_calendar;
static uint64 generation = 1;	/* raised whenever an entry is dropped */
static uint64 use_counter;

void
motcua_assign_default_calendar(const char *newval, void *extra)
{
	default_calendar = NULL;
}

/* ---- loading ---- */

static LoadedCalendar *
new_loaded_calendar(void)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "motcua calendar",
												  ALLOCSET_START_SMALL_SIZES);
	LoadedCalendar *loaded = MemoryContextAllocZero(context, sizeof(LoadedCalendar));

	loaded->context = context;
	return loaded;
}

/* Builds the day index and hands the finished calendar to the cache. */
static LoadedCalendar *
finish_loaded_calendar(LoadedCalendar *loaded)
{
	const mc_calendar *facts = &loaded->calendar.facts;

	loaded->calendar.index = mc_calendar_build_index(
		facts, MemoryContextAlloc(loaded->context, mc_day_index_size(facts->first, facts->last)));
	MemoryContextSetParent(loaded->context, CacheMemoryContext);
	return loaded;
}

static void
no_such_calendar(const char *name)
{
	ereport(ERROR,
			(errcode(ERRCODE_UNDEFINED_OBJECT),
			 errmsg("calendar \"%s\" does not exist", name),
			 errhint("The calendars are \"%s\" and \"%s\".", mc_shipped_name(0), mc_shipped_name(1))));
}

static LoadedCalendar *
load_by_name(const char *name)
{
	LoadedCalendar *loaded = new_loaded_calendar();
	mc_day_fact *facts = MemoryContextAlloc(loaded->context,
											mc_shipped_fact_capacity() * sizeof(mc_day_fact));

	if (!mc_shipped_calendar(name, facts, &loaded->calendar.facts))
		no_such_calendar(name);
	return finish_loaded_calendar(loaded);
}

static LoadedCalendar *
load_by_value(const WorkCalendar *value)
{
	LoadedCalendar *loaded = new_loaded_calendar();
	Size		length = VARSIZE(value) - offsetof(WorkCalendar, packed);
	uint8	   *packed = MemoryContextAlloc(loaded->context, length);
	mc_day_fact *facts = MemoryContextAlloc(loaded->context,
											mc_packed_fact_bound(length) * sizeof(mc_day_fact));
	const char *defect;

	memcpy(packed, value->packed, length);
	defect = mc_calendar_unpack(packed, length, facts, &loaded->calendar.facts);
	if (defect)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("damaged work_calendar value: %s", defect)));
	return finish_loaded_calendar(loaded);
}

/* ---- looking up ---- */

static HTAB *
make_table(const char *title, Size key_size, Size entry_size, int key_flag)
{
	HASHCTL		control = {0};

	control.keysize = key_size;
	control.entrysize = entry_size;
	control.hcxt = CacheMemoryContext;
	return hash_create(title, 16, &control, HASH_ELEM | HASH_CONTEXT | key_flag);
}

static const Calendar *
calendar_by_name(const char *name)
{
	NameEntry  *entry;
	LoadedCalendar *loaded;

	if (!calendars_by_name)
		calendars_by_name = make_table("motcua calendars by name",
									   NAMEDATALEN, sizeof(NameEntry), HASH_STRINGS);
	entry = hash_search(calendars_by_name, name, HASH_FIND, NULL);
	if (!entry)
	{
		loaded = load_by_name(name);
		entry = hash_search(calendars_by_name, name, HASH_ENTER, NULL);
		entry->loaded = loaded;
	}
	return &entry->loaded->calendar;
}

/* Drops the least recently used value; references to it notice by the generation. */
static void
make_room_for_a_value(void)
{
	HASH_SEQ_STATUS scan;
	ValueEntry *entry;
	ValueEntry *oldest = NULL;

	if (hash_get_num_entries(calendars_by_value) < MAX_VALUE_ENTRIES)
		return;
	hash_seq_init(&scan, calendars_by_value);
	while ((entry = hash_seq_search(&scan)) != NULL)
		if (!oldest || entry->last_used < oldest->last_used)
			oldest = entry;
	generation++;
	MemoryContextDelete(oldest->loaded->context);
	hash_search(calendars_by_value, oldest->digest, HASH_REMOVE, NULL);
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
		make_room_for_a_value();
		loaded = load_by_value(value);
		entry = hash_search(calendars_by_value, value->digest, HASH_ENTER, NULL);
		entry->loaded = loaded;
	}
	entry->last_used = ++use_counter;
	return &entry->loaded->calendar;
}

/* ---- arguments ---- */

static CalendarRef *
calendar_ref(FunctionCallInfo fcinfo)
{
	if (!fcinfo->flinfo->fn_extra)
		fcinfo->flinfo->fn_extra = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt,
														  sizeof(CalendarRef));
	return fcinfo->flinfo->fn_extra;
}

static void
remember_name(CalendarRef *ref, const char *name, int length)
{
	char		key[NAMEDATALEN];

	if (length >= NAMEDATALEN)
		no_such_calendar(pnstrdup(name, length));
	memcpy(key, name, length);
	key[length] = '\0';
	ref->calendar = calendar_by_name(key);
	ref->generation = generation;
	ref->name_length = length;
	memcpy(ref->name, key, length + 1);
}

const Calendar *
motcua_calendar_arg(FunctionCallInfo fcinfo, int argno)
{
	text	   *name;
	CalendarRef *ref;
	int			length;

	if (PG_ARGISNULL(argno))
	{
		if (unlikely(!default_calendar))
			default_calendar = calendar_by_name(motcua_default_calendar_name);
		return default_calendar;
	}
	name = PG_GETARG_TEXT_PP(argno);
	length = VARSIZE_ANY_EXHDR(name);
	ref = calendar_ref(fcinfo);
	if (unlikely(ref->generation != generation || ref->name_length != length ||
				 memcmp(ref->name, VARDATA_ANY(name), length) != 0))
		remember_name(ref, VARDATA_ANY(name), length);
	PG_FREE_IF_COPY(name, argno);
	return ref->calendar;
}

const Calendar *
motcua_calendar_value_arg(FunctionCallInfo fcinfo, int argno)
{
	WorkCalendar *value = (WorkCalendar *) PG_DETOAST_DATUM(PG_GETARG_DATUM(argno));
	CalendarRef *ref = calendar_ref(fcinfo);

	if (unlikely(ref->generation != generation ||
				 memcmp(ref->digest, value->digest, WORK_CALENDAR_DIGEST_SIZE) != 0))
	{
		ref->calendar = calendar_by_value(value);
		ref->generation = generation;
		memcpy(ref->digest, value->digest, WORK_CALENDAR_DIGEST_SIZE);
	}
	PG_FREE_IF_COPY(value, argno);
	return ref->calendar;
}

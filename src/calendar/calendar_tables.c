/*
 * This file reads the rows of the four calendar tables. calendar_load.c puts calendars together
 * from these rows; the cache and the triggers on the tables call the other functions.
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/relation.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "utils/fmgroids.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "calendar/calendar_tables.h"
#include "common/compat.h"
#include "common/relation_shape.h"
#include "core/calendar/shipped_calendars.h"

#define TABLE_COUNT 4

/* The columns that are read, as sql/install/21-calendar-tables.sql declares them. */
static const ColumnShape calendar_columns[] = {{"name", TEXTOID},
											   {"title", TEXTOID},
											   {"parent", TEXTOID},
											   {"work_week", TEXTOID},
											   {"time_zone", TEXTOID},
											   {"late_reception", TEXTOID},
											   {"same_day_cutoff", TIMEOID},
											   {"due_time", TEXTOID}};
static const ColumnShape day_columns[] = {
	{"calendar", TEXTOID}, {"day", DATEOID},    {"kind", TEXTOID},  {"reason", TEXTOID},
	{"title", TEXTOID},    {"source", TEXTOID}, {"status", TEXTOID}};
static const ColumnShape year_columns[] = {
	{"calendar", TEXTOID}, {"year", INT4OID}, {"status", TEXTOID}};
static const ColumnShape shift_columns[] = {{"calendar", TEXTOID},     {"valid", DATERANGEOID},
											{"season_start", TEXTOID}, {"season_end", TEXTOID},
											{"weekdays", TEXTOID},     {"opens", TIMEOID},
											{"closes", TIMEOID},       {"counts", BOOLOID}};
static const RelationShape shapes[TABLE_COUNT] = {
	[TABLE_CALENDAR] = {.name = "calendar",
						.kind = RELKIND_RELATION,
						.may_have_more = true,
						MOTCUA_COLUMNS(calendar_columns)},
	[TABLE_DAY] = {.name = "calendar_day",
				   .kind = RELKIND_RELATION,
				   .may_have_more = true,
				   MOTCUA_COLUMNS(day_columns)},
	[TABLE_YEAR] = {.name = "calendar_year",
					.kind = RELKIND_RELATION,
					.may_have_more = true,
					MOTCUA_COLUMNS(year_columns)},
	[TABLE_SHIFT] = {.name = "shift",
					 .kind = RELKIND_RELATION,
					 .may_have_more = true,
					 MOTCUA_COLUMNS(shift_columns)}};

/* The OIDs of the tables when they were last read. The relcache callback compares with them. */
static Oid table_oids[TABLE_COUNT];

bool
motcua_is_calendar_table(Oid relid)
{
	for (int i = 0; i < TABLE_COUNT; i++)
		if (table_oids[i] == relid)
			return true;
	return false;
}

/*
 * Open a table and keep its OID for the relcache callback. Return NULL if the extension is not
 * there. Raise 55000 if the relation of this name is not the extension's.
 */
static Relation
open_table(CalendarTable table, LOCKMODE lock)
{
	Relation relation = motcua_open_extension_table(&shapes[table], lock);

	table_oids[table] = relation == NULL ? InvalidOid : RelationGetRelid(relation);
	return relation;
}

void
motcua_lock_calendar_tables(void)
{
	Relation relation = open_table(TABLE_CALENDAR, ShareUpdateExclusiveLock);

	if (relation != NULL)
		relation_close(relation, NoLock);
}

/*
 * Call the reader for each row of a table in which a column, whose collation is C, equals the name.
 * The first column of each table is the calendar's name and leads the primary key.
 */
static void
read_rows_where(CalendarTable table, int attribute, const char *name, RowReader reader,
				void *target)
{
	Relation relation = open_table(table, AccessShareLock);
	Snapshot snapshot;
	SysScanDesc scan;
	ScanKeyData key;
	Row row;

	if (relation == NULL)
		return;
	snapshot = RegisterSnapshot(GetCatalogSnapshot(table_oids[table]));
	ScanKeyInit(&key, attribute, BTEqualStrategyNumber, F_TEXTEQ, CStringGetTextDatum(name));
	scan = systable_beginscan(relation, motcua_primary_key_index(relation), attribute == 1,
							  snapshot, 1, &key);
	row.descriptor = RelationGetDescr(relation);
	while (HeapTupleIsValid(row.tuple = systable_getnext(scan)))
		reader(row, target);
	systable_endscan(scan);
	UnregisterSnapshot(snapshot);
	relation_close(relation, AccessShareLock);
}

void
motcua_read_calendar_rows(CalendarTable table, const char *name, RowReader reader, void *target)
{
	read_rows_where(table, 1, name, reader, target);
}

static void
read_name(Row row, void *target)
{
	*(char **) target = TextDatumGetCString(row_required(row, CALENDAR_NAME));
}

bool
motcua_calendar_exists(const char *name)
{
	char *found = NULL;

	if (mc_is_shipped(name))
		return true;
	motcua_read_calendar_rows(TABLE_CALENDAR, name, read_name, &found);
	return found != NULL;
}

char *
motcua_child_of(const char *name)
{
	char *child = NULL;

	read_rows_where(TABLE_CALENDAR, CALENDAR_PARENT, name, read_name, &child);
	return child;
}

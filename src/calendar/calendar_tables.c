/*
 * This file reads the rows of the four calendar tables. calendar_load.c puts calendars together
 * from these rows; the cache and the triggers on the tables call the other functions.
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/table.h"
#include "catalog/namespace.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "calendar/calendar_tables.h"
#include "common/compat.h"
#include "core/calendar/shipped_calendars.h"

#define TABLE_COUNT 4

static const char *const table_names[TABLE_COUNT] = {"calendar", "calendar_day", "calendar_year",
													 "shift"};

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

/* Return the present OID of a table, or InvalidOid if the table does not exist. */
static Oid
table_oid(CalendarTable table)
{
	return table_oids[table] =
			   get_relname_relid(table_names[table], get_namespace_oid("motcua", true));
}

Oid
motcua_calendar_table(void)
{
	return table_oid(TABLE_CALENDAR);
}

/*
 * Call the reader for each row of a table in which a column, whose collation is C, equals the name.
 * The first column of each table is the calendar's name and leads the primary key.
 */
static void
read_rows_where(CalendarTable table, int attribute, const char *name, RowReader reader,
				void *target)
{
	Relation relation;
	Snapshot snapshot;
	SysScanDesc scan;
	ScanKeyData key;
	Row row;

	if (!OidIsValid(table_oid(table)))
		return;
	relation = table_open(table_oids[table], AccessShareLock);
	snapshot = RegisterSnapshot(GetCatalogSnapshot(table_oids[table]));
	ScanKeyInit(&key, attribute, BTEqualStrategyNumber, F_TEXTEQ, CStringGetTextDatum(name));
	scan = systable_beginscan(relation, motcua_primary_key_index(relation), attribute == 1,
							  snapshot, 1, &key);
	row.descriptor = RelationGetDescr(relation);
	while (HeapTupleIsValid(row.tuple = systable_getnext(scan)))
		reader(row, target);
	systable_endscan(scan);
	UnregisterSnapshot(snapshot);
	table_close(relation, AccessShareLock);
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

/*
 * This header declares how the four calendar tables of the DBA are read: motcua.calendar,
 * calendar_day, calendar_year and shift. calendar_load.c, the cache and the triggers use it.
 */
#ifndef MOTCUA_CALENDAR_TABLES_H
#define MOTCUA_CALENDAR_TABLES_H

#include "access/htup_details.h"
#include "utils/builtins.h"

typedef enum CalendarTable
{
	TABLE_CALENDAR,
	TABLE_DAY,
	TABLE_YEAR,
	TABLE_SHIFT
} CalendarTable;

/* The numbers of the columns, as sql/install/21-calendar-tables.sql declares them. */
enum CalendarColumn
{
	CALENDAR_NAME = 1,
	CALENDAR_TITLE,
	CALENDAR_PARENT,
	CALENDAR_WORK_WEEK,
	CALENDAR_TIME_ZONE,
	CALENDAR_LATE_RECEPTION,
	CALENDAR_SAME_DAY_CUTOFF,
	CALENDAR_DUE_TIME
};
enum DayColumn
{
	DAY_CALENDAR = 1,
	DAY_DAY,
	DAY_KIND,
	DAY_REASON,
	DAY_TITLE,
	DAY_SOURCE,
	DAY_STATUS
};
enum YearColumn
{
	YEAR_CALENDAR = 1,
	YEAR_YEAR,
	YEAR_STATUS
};
enum ShiftColumn
{
	SHIFT_CALENDAR = 1,
	SHIFT_VALID,
	SHIFT_SEASON_START,
	SHIFT_SEASON_END,
	SHIFT_WEEKDAYS,
	SHIFT_OPENS,
	SHIFT_CLOSES,
	SHIFT_COUNTS
};

/* A row while it is read. */
typedef struct Row
{
	HeapTuple tuple;
	TupleDesc descriptor;
} Row;

/* A reader is called for each row and stores what it reads in the target. */
typedef void (*RowReader)(Row row, void *target);

/* Return the value of a column. */
static inline Datum
row_column(Row row, int attribute, bool *isnull)
{
	return heap_getattr(row.tuple, attribute, row.descriptor, isnull);
}

/* Return the value of a column that is declared NOT NULL. */
static inline Datum
row_required(Row row, int attribute)
{
	bool isnull;
	Datum value = row_column(row, attribute, &isnull);

	if (isnull)
		elog(ERROR, "unexpected null in a calendar table");
	return value;
}

/* Return the text of a column as a C string, or NULL if it is NULL. */
static inline char *
row_text(Row row, int attribute)
{
	bool isnull;
	Datum value = row_column(row, attribute, &isnull);

	return isnull ? NULL : TextDatumGetCString(value);
}

/*
 * Call the reader for each row of a table that belongs to the calendar of a name. The rows are read
 * like those of catalogs: everything that is committed, and what this transaction did, whatever its
 * snapshot is.
 */
extern void motcua_read_calendar_rows(CalendarTable table, const char *name, RowReader reader,
									  void *target);

/* True if the name is that of a shipped calendar or of a row of motcua.calendar. */
extern bool motcua_calendar_exists(const char *name);

/* Return the name of a calendar whose parent has the given name, or NULL if there is none. */
extern char *motcua_child_of(const char *name);

/*
 * Lock motcua.calendar until the end of the transaction, as every statement that edits one of the
 * tables does. Readers do not wait for the lock.
 */
extern void motcua_lock_calendar_tables(void);

/*
 * True if the relation was one of the calendar tables when that table was last read. As long as a
 * table has not been read, nothing from it can be stale.
 */
extern bool motcua_is_calendar_table(Oid relid);

#endif

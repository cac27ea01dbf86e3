/*
 * This header declares the ledger: the exact history of a set of dossiers, from which the tally of
 * any period follows without the dossiers. It has a row of counters for each day on which something
 * happened. Ledgers of disjoint sets can be added, and what was added can be subtracted again. The
 * glue in src/kpi and the roll-ups of attachments use it.
 *
 * The tally of a period [F, T] judges the dossiers as of the day T. It is computed from running
 * sums over the rows, and the rows hold three kinds of counters:
 *
 *   flows     what happened on the day: dossiers received, dossiers ended and how, invalid ones
 *   stocks    how many more dossiers became overdue or paused on the day than left that state;
 *             together with those received and ended, the sums give the dossiers open as of T
 *   due sets  the dossiers that fell due on the day D: those met, and those missed at once, are
 *             counted if T >= D; those missed later are counted if T >= D + 1
 *
 * Whatever else becomes of the dossiers of a due day D, such as a pause after it or a due date that
 * moves, is recorded as a due change: from the day X on, so many more or fewer dossiers of the due
 * day D < X are met or missed. A period that begins on F counts only the due days D >= F.
 *
 * The coverage of a ledger is the days 0001-01-01 to 9999-12-31. The caller refuses a dossier that
 * was received outside it. Any other day after the coverage counts as never, and any other day
 * before it as earlier than every period.
 */
#ifndef MC_LEDGER_H
#define MC_LEDGER_H

#include "core/dossier/dossier.h"
#include "core/kpi/tally.h"

/*
 * X(name) for each counter. The most frequent ones come first, because those take the fewest bytes.
 */
/* clang-format off */
#define MC_LEDGER_COLUMNS(X) \
	X(new_online) X(new_direct) X(early) X(on_time) X(due_met) X(late) X(overdue) \
	X(due_missed_later) X(on_time_no_due) X(paused) X(withdrawn) X(refused) X(stopped) \
	X(due_missed_at_once) X(withdrawn_late) X(refused_late) X(stopped_late) X(invalid)
/* clang-format on */

/* The counters of a row. */
typedef enum mc_ledger_column
{
#define X(name) MC_L_##name,
	MC_LEDGER_COLUMNS(X)
#undef X
		MC_LEDGER_COLUMN_COUNT
} mc_ledger_column;

/* By how much each counter changes on a day. */
typedef struct mc_ledger_row
{
	mc_day day;
	int64_t n[MC_LEDGER_COLUMN_COUNT];
} mc_ledger_row;

/*
 * A due change: from `day` on, so many more dossiers that fell due on the day `due` are met or
 * missed. The numbers may be negative.
 */
typedef struct mc_due_change
{
	mc_day day; /* later than due */
	mc_day due;
	int64_t met;
	int64_t missed;
} mc_due_change;

/* Return the name of a counter, which the text form and SQL show. */
const char *mc_ledger_column_name(mc_ledger_column column);
/* Return the mc_ledger_column of a name, given as `length` bytes, or -1 if it is unknown. */
int mc_ledger_column_by_name(const char *name, size_t length);

/* True if the day lies in the coverage of ledgers. */
static inline bool
mc_ledger_covers(mc_day day)
{
	return day >= MC_DAY_FIRST_WRITABLE && day <= MC_DAY_LAST_WRITABLE;
}

/*
 * An event changes one counter on one day by one. A batch collects events that are not yet in rows.
 * Each event takes four bytes, so that a row of the base table costs an append and not a search.
 * The caller owns the memory of the batch.
 */
typedef uint32_t mc_ledger_event;

#define MC_LEDGER_EVENTS_PER_DOSSIER 12 /* most events that a dossier of plain columns makes */

typedef struct mc_ledger_batch
{
	mc_ledger_event *events;
	int event_count;
	mc_due_change *changes; /* due changes, beside the events */
	int change_count;
} mc_ledger_batch;

/* A dossier of plain columns makes at most this many due changes. */
#define MC_LEDGER_CHANGES_PER_DOSSIER 4

/*
 * Append to a batch the events of a dossier of plain columns that was received inside the coverage.
 * The sign is 1 to count the dossier and -1 to take it out. The batch needs room for
 * MC_LEDGER_EVENTS_PER_DOSSIER events and MC_LEDGER_CHANGES_PER_DOSSIER changes.
 */
void mc_ledger_count(mc_ledger_batch *batch, const mc_dossier_facts *facts, int sign);

/* Return how many events, and how many due changes, a dossier value makes at most. */
int mc_ledger_dossier_room(const mc_dossier *dossier);

/*
 * Append to a batch the events of a dossier value, so that its tally is that of the SQL function
 * tally(dossier, period, online). The sign is as above. The batch needs room for
 * mc_ledger_dossier_room events and as many changes.
 */
void mc_ledger_count_dossier(mc_ledger_batch *batch, const mc_dossier *dossier, bool online,
							 int sign);

/*
 * Sort the events of a batch by day and column, and the due changes by day and due day. `scratch`
 * has room for as many events.
 */
void mc_ledger_sort(mc_ledger_batch *batch, mc_ledger_event *scratch);

/* ---- packed ledgers, whose form ledger_bytes.h describes ---- */

/*
 * A reader goes through the rows and due changes of packed bytes in their order. If the bytes are
 * damaged, it stops early and sets ended_well to false.
 */
typedef struct mc_ledger_reader
{
	const uint8_t *next; /* bytes of the next row */
	const uint8_t *rows_end;
	const uint8_t *next_change;
	const uint8_t *changes_end; /* also the begin of the directory of blocks */
	uint32_t rows_left;
	uint32_t changes_left;
	uint32_t row_number;
	mc_ledger_row row; /* the current row, defined if has_row */
	mc_due_change change; /* the current due change, defined if has_change */
	int sign; /* sign with which a merge counts what the reader reads */
	bool has_row;
	bool has_change;
	bool ended_well;
} mc_ledger_reader;

#define MC_LEDGER_EMPTY_SIZE 16

/* Write the packed form of a ledger without rows. */
void mc_ledger_pack_empty(uint8_t out[MC_LEDGER_EMPTY_SIZE]);

/* Return how many bytes mc_ledger_pack writes at most. */
size_t mc_ledger_pack_bound(uint32_t rows, uint32_t changes);

/*
 * Pack rows that are ascending by day, and due changes that are ascending by day and due day. All
 * days lie in the coverage. Rows and changes that are 0 are left out. *length is the number of
 * bytes that `out` has room for, at least mc_ledger_pack_bound; it becomes the number of bytes
 * written. Return false if a running sum leaves 64 bits.
 */
bool mc_ledger_pack(const mc_ledger_row *rows, uint32_t row_count, const mc_due_change *changes,
					uint32_t change_count, uint8_t *out, size_t *length);

/*
 * Open packed bytes and read their first row and first due change. Return false if the bytes are
 * not a ledger of this version.
 */
bool mc_ledger_open(mc_ledger_reader *reader, const uint8_t *packed, size_t length, int sign);

/* Read the next row. has_row becomes false if there is none. */
void mc_ledger_next_row(mc_ledger_reader *reader);

/* Read the next due change. has_change becomes false if there is none. */
void mc_ledger_next_change(mc_ledger_reader *reader);

/*
 * Return how many bytes mc_ledger_merge writes at most, given `count` opened readers, the lengths
 * of what they read, and a batch, which may be NULL.
 */
size_t mc_ledger_merge_bound(const mc_ledger_reader *readers, int count, const size_t *lengths,
							 const mc_ledger_batch *batch);

/* The result of mc_ledger_merge. */
typedef enum mc_ledger_result
{
	MC_LEDGER_OK,
	MC_LEDGER_OVERFLOW, /* a counter or a running sum leaves 64 bits */
	MC_LEDGER_DAMAGED /* what a reader reads is damaged */
} mc_ledger_result;

/*
 * Add what opened readers read and a sorted batch, which may be NULL, and write the sum as packed
 * bytes. `heap` has room for `count` pointers. *length is the number of bytes that `out` has room
 * for, which mc_ledger_merge_bound returns; it becomes the number of bytes written. Equal ledgers
 * have equal bytes.
 */
mc_ledger_result mc_ledger_merge(mc_ledger_reader *readers, int count, mc_ledger_reader **heap,
								 const mc_ledger_batch *batch, uint8_t *out, size_t *length);

/*
 * Store the tally of a stated period. Return false if a counter leaves 64 bits or the bytes are
 * damaged.
 */
bool mc_ledger_tally(const uint8_t *packed, size_t length, mc_period period, mc_tally *tally);

#endif

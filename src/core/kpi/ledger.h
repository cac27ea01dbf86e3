/*
 * The ledger: the exact history of a set of dossiers, from which the tally of any period
 * follows without the dossiers. A sparse row of counters for each day on which something
 * happened; rows of disjoint sets add, and what was added can be subtracted again.
 *
 * A tally is of a period [F, T] as of T. What a row must hold so that running sums give it:
 *
 *   flows     what happened on the day: received, ended how, invalid
 *   stocks    how many more became overdue or paused that day than left that state; with
 *             those received and ended that gives the open ones as of T
 *   due sets  the dossiers that fell due on the day D, by when their fate is counted: met, and
 *             missed at once, from T = D on; missed later, from T = D + 1 on. Whatever else
 *             becomes of a due day (a pause after it, a due date that moves) is a due change:
 *             from the day T = X on, so many more or less of the due day D < X.
 *
 * so that of a period begun on F only due days D >= F are counted.
 *
 * Coverage: days 0001-01-01 to 9999-12-31. A dossier received outside it is refused by the
 * caller; any other day outside never comes (later) or came before (earlier).
 */
#ifndef MC_LEDGER_H
#define MC_LEDGER_H

#include "core/dossier/dossier.h"
#include "core/kpi/tally.h"

/* X(name), the most frequent first: what is first packs shortest. */
/* clang-format off */
#define MC_LEDGER_COLUMNS(X) \
	X(new_online) X(new_direct) X(early) X(on_time) X(due_met) X(late) X(overdue) \
	X(due_missed_later) X(on_time_no_due) X(paused) X(withdrawn) X(refused) X(stopped) X(due_missed_at_once) \
	X(withdrawn_late) X(refused_late) X(stopped_late) X(invalid)
/* clang-format on */

typedef enum mc_ledger_column
{
#define X(name) MC_L_##name,
	MC_LEDGER_COLUMNS(X)
#undef X
		MC_LEDGER_COLUMN_COUNT
} mc_ledger_column;

typedef struct mc_ledger_row
{
	mc_day day;
	int64_t n[MC_LEDGER_COLUMN_COUNT];
} mc_ledger_row;

/* From the day on, more or less dossiers that fell due on the day due. */
typedef struct mc_due_change
{
	mc_day day; /* > due */
	mc_day due;
	int64_t met;
	int64_t missed;
} mc_due_change;

const char *mc_ledger_column_name(mc_ledger_column column);
int mc_ledger_column_by_name(const char *name, size_t length);

static inline bool
mc_ledger_covers(mc_day day)
{
	return day >= MC_DAY_FIRST_WRITABLE && day <= MC_DAY_LAST_WRITABLE;
}

/*
 * A batch of events not yet in rows: four bytes each, so that a row of the base table costs
 * an append and not a search. The caller owns the memory.
 */
typedef uint32_t mc_ledger_event;

#define MC_LEDGER_EVENTS_PER_DOSSIER 12 /* at most, of plain columns */

typedef struct mc_ledger_batch
{
	mc_ledger_event *events;
	int event_count;
	mc_due_change *changes; /* due changes */
	int change_count;
} mc_ledger_batch;

/* Due changes that a dossier of plain columns can need. */
#define MC_LEDGER_CHANGES_PER_DOSSIER 4

/*
 * Counts a dossier of plain columns that was received inside the coverage; sign -1 takes it out.
 * The batch has room for MC_LEDGER_EVENTS_PER_DOSSIER events and MC_LEDGER_CHANGES_PER_DOSSIER changes.
 */
void mc_ledger_count(mc_ledger_batch *batch, const mc_dossier_facts *facts, int sign);

/* Events and due changes that a dossier value can need. */
int mc_ledger_dossier_room(const mc_dossier *dossier);

/* Counts a dossier value: its tally is that of tally(dossier, period, online). Room as above. */
void mc_ledger_count_dossier(mc_ledger_batch *batch, const mc_dossier *dossier, bool online,
							 int sign);

/* Sorts a batch; scratch holds as many events. */
void mc_ledger_sort(mc_ledger_batch *batch, mc_ledger_event *scratch);

/* ---- packed ledgers: their form is in ledger_bytes.h ---- */

/*
 * Reads the rows and due changes of packed bytes in order. Hostile bytes make it stop early;
 * then ended_well is false.
 */
typedef struct mc_ledger_reader
{
	const uint8_t *next; /* rows */
	const uint8_t *rows_end;
	const uint8_t *next_change;
	const uint8_t *changes_end; /* also the directory of blocks */
	uint32_t rows_left;
	uint32_t changes_left;
	uint32_t row_number;
	mc_ledger_row row; /* the current one, when has_row */
	mc_due_change change; /* likewise */
	int sign; /* of what is read */
	bool has_row;
	bool has_change;
	bool ended_well;
} mc_ledger_reader;

/* The packed form of a ledger without rows. */
#define MC_LEDGER_EMPTY_SIZE 16
void mc_ledger_pack_empty(uint8_t out[MC_LEDGER_EMPTY_SIZE]);

/*
 * Packs rows ascending by day and changes ascending by day and due, all inside the coverage;
 * zeros are left out. *length is at first the bound. False when a running sum leaves 64 bits.
 */
size_t mc_ledger_pack_bound(uint32_t rows, uint32_t changes);
bool mc_ledger_pack(const mc_ledger_row *rows, uint32_t row_count, const mc_due_change *changes,
					uint32_t change_count, uint8_t *out, size_t *length);

/* Opens packed bytes and reads the first row and change. False when they are no ledger of this version. */
bool mc_ledger_open(mc_ledger_reader *reader, const uint8_t *packed, size_t length, int sign);

/* Moves on to the next row, or the next due change. */
void mc_ledger_next_row(mc_ledger_reader *reader);
void mc_ledger_next_change(mc_ledger_reader *reader);

/* Bytes that mc_ledger_merge may write at most. */
size_t mc_ledger_merge_bound(const mc_ledger_reader *readers, int count, const size_t *lengths,
							 const mc_ledger_batch *batch);

typedef enum mc_ledger_result
{
	MC_LEDGER_OK,
	MC_LEDGER_OVERFLOW, /* a counter or a running sum leaves 64 bits */
	MC_LEDGER_DAMAGED /* a reader did not end well */
} mc_ledger_result;

/*
 * Adds opened readers and a sorted batch (may be NULL) into packed bytes. heap has room for
 * count pointers; *length is at first the bound. Equal ledgers pack to equal bytes.
 */
mc_ledger_result mc_ledger_merge(mc_ledger_reader *readers, int count, mc_ledger_reader **heap,
								 const mc_ledger_batch *batch, uint8_t *out, size_t *length);

/* The tally of a stated period; false when a counter leaves 64 bits, or the bytes are damaged. */
bool mc_ledger_tally(const uint8_t *packed, size_t length, mc_period period, mc_tally *tally);

#endif

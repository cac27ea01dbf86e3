/*
 * This file writes packed ledgers, either from rows or by merging readers and a batch of events.
 * The aggregates, the input functions and the roll-ups of ledgers call it.
 */
#include <string.h>

#include "core/kpi/ledger_bytes.h"
#include "core/kpi/ledger_event.h"

#define HEADER_SIZE MC_LEDGER_EMPTY_SIZE
/* The largest numbers of bytes of a varint, a row and a due change. */
#define VARINT_MAX 10
#define ROW_MAX (5 + 5 + MC_LEDGER_COLUMN_COUNT * VARINT_MAX)
#define CHANGE_MAX (5 + 5 + 2 * VARINT_MAX)

/* ---- bytes ---- */

static inline uint8_t *
put_u32(uint8_t *out, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		out[i] = (uint8_t) (value >> 8 * i);
	return out + 4;
}

static inline uint8_t *
put_varint(uint8_t *out, uint64_t value)
{
	while (value >= 128)
	{
		*out++ = (uint8_t) (value | 128);
		value >>= 7;
	}
	*out++ = (uint8_t) value;
	return out;
}

static inline uint8_t *
put_zigzag(uint8_t *out, int64_t value)
{
	return put_varint(out, (uint64_t) value << 1 ^ (value < 0 ? UINT64_MAX : 0));
}

static uint8_t *
put_counters(uint8_t *out, const int64_t *n)
{
	uint32_t mask = 0;

	for (int i = 0; i < MC_LEDGER_COLUMN_COUNT; i++)
		mask |= (uint32_t) (n[i] != 0) << i;
	out = put_varint(out, mask);
	for (int i = 0; i < MC_LEDGER_COLUMN_COUNT; i++)
		if (n[i] != 0)
			out = put_zigzag(out, n[i]);
	return out;
}

static bool
counters_are_zero(const int64_t *n)
{
	for (int i = 0; i < MC_LEDGER_COLUMN_COUNT; i++)
		if (n[i] != 0)
			return false;
	return true;
}

/* ---- writing ---- */

/*
 * The directory comes after the rows and due changes, whose size is not known before they are
 * written. Therefore the directory is collected at the far end of the output and moved up at last.
 */
typedef struct writer
{
	uint8_t *out;
	uint8_t *next;
	uint8_t *directory; /* place of the next entry */
	uint8_t *directory_begin;
	uint32_t rows;
	uint32_t changes;
	mc_day last_day; /* day of the last row that was written */
	mc_day last_change_day;
	int64_t sums[MC_LEDGER_COLUMN_COUNT]; /* running sums */
} writer;

static void
begin_block(writer *w, mc_day day)
{
	w->directory = put_u32(w->directory, (uint32_t) day);
	w->directory = put_u32(w->directory, (uint32_t) (w->next - w->out - HEADER_SIZE));
	w->next = put_counters(w->next, w->sums);
	w->last_day = day;
}

/* Write a row unless it is 0. Return false if a running sum leaves 64 bits. */
static bool
write_row(writer *w, const mc_ledger_row *row)
{
	if (counters_are_zero(row->n))
		return true;
	if (w->rows++ % MC_LEDGER_ROWS_PER_BLOCK == 0)
		begin_block(w, row->day);
	w->next = put_varint(w->next, (uint64_t) (row->day - w->last_day));
	w->next = put_counters(w->next, row->n);
	w->last_day = row->day;
	for (int i = 0; i < MC_LEDGER_COLUMN_COUNT; i++)
		if (__builtin_add_overflow(w->sums[i], row->n[i], &w->sums[i]))
			return false;
	return true;
}

static void
write_change(writer *w, const mc_due_change *change)
{
	if (change->met == 0 && change->missed == 0)
		return;
	w->changes++;
	w->next = put_varint(w->next, (uint64_t) (change->day - w->last_change_day));
	w->next = put_varint(w->next, (uint64_t) (change->day - change->due));
	w->next = put_zigzag(w->next, change->met);
	w->next = put_zigzag(w->next, change->missed);
	w->last_change_day = change->day;
}

/*
 * Write the header and move the directory to its place. Return the number of bytes of the ledger.
 */
static size_t
finish_writing(writer *w, uint32_t rows_size)
{
	size_t directory_size = (size_t) (w->directory - w->directory_begin);

	w->out[0] = MC_LEDGER_VERSION;
	w->out[1] = w->out[2] = w->out[3] = 0;
	put_u32(w->out + 4, w->rows);
	put_u32(w->out + 8, w->changes);
	put_u32(w->out + 12, rows_size);
	memmove(w->next, w->directory_begin, directory_size);
	return (size_t) (w->next - w->out) + directory_size;
}

void
mc_ledger_pack_empty(uint8_t out[MC_LEDGER_EMPTY_SIZE])
{
	memset(out, 0, MC_LEDGER_EMPTY_SIZE);
	out[0] = MC_LEDGER_VERSION;
}

/* ---- packing ---- */

size_t
mc_ledger_pack_bound(uint32_t rows, uint32_t changes)
{
	return HEADER_SIZE + (size_t) rows * (ROW_MAX + ROW_MAX / MC_LEDGER_ROWS_PER_BLOCK + 1) +
		   ROW_MAX + (size_t) changes * CHANGE_MAX +
		   (rows / MC_LEDGER_ROWS_PER_BLOCK + (size_t) 1) * MC_LEDGER_DIRECTORY_ENTRY;
}

bool
mc_ledger_pack(const mc_ledger_row *rows, uint32_t row_count, const mc_due_change *changes,
			   uint32_t change_count, uint8_t *out, size_t *length)
{
	writer w = {.out = out, .next = out + HEADER_SIZE, .last_change_day = MC_DAY_FIRST_WRITABLE};
	uint32_t rows_size;

	w.directory_begin = w.directory =
		out + *length -
		(row_count / MC_LEDGER_ROWS_PER_BLOCK + (size_t) 1) * MC_LEDGER_DIRECTORY_ENTRY;
	for (uint32_t i = 0; i < row_count; i++)
		if (!write_row(&w, &rows[i]))
			return false;
	rows_size = (uint32_t) (w.next - out - HEADER_SIZE);
	for (uint32_t i = 0; i < change_count; i++)
		write_change(&w, &changes[i]);
	*length = finish_writing(&w, rows_size);
	return true;
}

/* ---- merging ---- */

/* Return how many rows a merge writes at most. */
static size_t
rows_bound(const mc_ledger_reader *readers, int count, const mc_ledger_batch *batch)
{
	size_t rows = batch ? (size_t) batch->event_count : 0;

	for (int i = 0; i < count; i++)
		rows += (size_t) readers[i].rows_left + 1;
	return rows;
}

/* Return how many bytes the rows and due changes of a merge take at most. */
static size_t
body_bound(const mc_ledger_reader *readers, int count, const size_t *lengths,
		   const mc_ledger_batch *batch)
{
	size_t rows = rows_bound(readers, count, batch);
	size_t bound = 0;

	/*
	 * A sum of two numbers can be a byte longer than both together, and the first event of a day
	 * brings a row of its own.
	 */
	for (int i = 0; i < count; i++)
		bound += 3 * lengths[i];
	if (batch)
		bound += (size_t) batch->event_count * 16 + (size_t) batch->change_count * CHANGE_MAX;
	return bound + (rows / MC_LEDGER_ROWS_PER_BLOCK + 1) * (size_t) ROW_MAX;
}

static size_t
directory_bound(const mc_ledger_reader *readers, int count, const mc_ledger_batch *batch)
{
	return (rows_bound(readers, count, batch) / MC_LEDGER_ROWS_PER_BLOCK + 1) *
		   MC_LEDGER_DIRECTORY_ENTRY;
}

size_t
mc_ledger_merge_bound(const mc_ledger_reader *readers, int count, const size_t *lengths,
					  const mc_ledger_batch *batch)
{
	return HEADER_SIZE + body_bound(readers, count, lengths, batch) +
		   directory_bound(readers, count, batch);
}

/* True if the current row or due change of one reader comes before that of the other. */
static inline bool
reads_before(const mc_ledger_reader *a, const mc_ledger_reader *b, bool changes)
{
	if (!changes)
		return a->row.day < b->row.day;
	return a->change.day != b->change.day ? a->change.day < b->change.day
										  : a->change.due < b->change.due;
}

/*
 * Restore the order of the heap below a place. The reader whose row or due change comes first is at
 * the top.
 */
static void
sift_down(mc_ledger_reader **heap, int size, int place, bool changes)
{
	mc_ledger_reader *moved = heap[place];

	for (;;)
	{
		int child = 2 * place + 1;

		if (child >= size)
			break;
		if (child + 1 < size && reads_before(heap[child + 1], heap[child], changes))
			child++;
		if (!reads_before(heap[child], moved, changes))
			break;
		heap[place] = heap[child];
		place = child;
	}
	heap[place] = moved;
}

/* Build the heap of the readers that have a row or due change. Return their number. */
static int
build_heap(mc_ledger_reader *readers, int count, mc_ledger_reader **heap, bool changes)
{
	int size = 0;

	for (int i = 0; i < count; i++)
		if (changes ? readers[i].has_change : readers[i].has_row)
			heap[size++] = &readers[i];
	for (int i = size / 2 - 1; i >= 0; i--)
		sift_down(heap, size, i, changes);
	return size;
}

/* Restore the order of the heap after the reader at the top went on to its next element. */
static void
settle_top(mc_ledger_reader **heap, int *size, bool changes)
{
	if (!(changes ? heap[0]->has_change : heap[0]->has_row))
		heap[0] = heap[--*size];
	if (*size > 0)
		sift_down(heap, *size, 0, changes);
}

static inline bool
add_signed(int64_t *sum, int64_t value, int sign)
{
	return sign > 0 ? !__builtin_add_overflow(*sum, value, sum)
					: !__builtin_sub_overflow(*sum, value, sum);
}

static bool
add_row(mc_ledger_row *sum, const mc_ledger_reader *reader)
{
	for (int i = 0; i < MC_LEDGER_COLUMN_COUNT; i++)
		if (!add_signed(&sum->n[i], reader->row.n[i], reader->sign))
			return false;
	return true;
}

/*
 * Add the events of the day of a row, beginning with event *at, and advance *at behind them. Return
 * false on overflow.
 */
static bool
add_events(mc_ledger_row *row, const mc_ledger_batch *batch, int *at)
{
	uint32_t day = (uint32_t) (row->day - MC_DAY_FIRST_WRITABLE);

	for (; *at < batch->event_count && batch->events[*at] >> 6 == day; ++*at)
		if (!add_signed(&row->n[mc_ledger_event_column(batch->events[*at])], 1,
						mc_ledger_event_sign(batch->events[*at])))
			return false;
	return true;
}

/*
 * Write the sums of the rows and events of each day. A reader whose days do not ascend is damaged;
 * reading it ends then. Return false on overflow.
 */
static bool
merge_rows(writer *w, mc_ledger_reader **heap, int size, const mc_ledger_batch *batch)
{
	int at = 0;

	while (size > 0 || (batch && at < batch->event_count))
	{
		mc_ledger_row row = {.day = MC_DAY_INFINITY};

		if (size > 0)
			row.day = heap[0]->row.day;
		if (batch && at < batch->event_count && mc_ledger_event_day(batch->events[at]) < row.day)
			row.day = mc_ledger_event_day(batch->events[at]);
		while (size > 0 && heap[0]->row.day == row.day)
		{
			mc_day before = heap[0]->row.day;

			if (!add_row(&row, heap[0]))
				return false;
			mc_ledger_next_row(heap[0]);
			if (heap[0]->has_row && heap[0]->row.day <= before)
				heap[0]->has_row = heap[0]->ended_well = false;
			settle_top(heap, &size, false);
		}
		if (batch && !add_events(&row, batch, &at))
			return false;
		if (!write_row(w, &row))
			return false;
	}
	return true;
}

static bool
add_change(mc_due_change *sum, const mc_due_change *change, int sign)
{
	return add_signed(&sum->met, change->met, sign) &&
		   add_signed(&sum->missed, change->missed, sign);
}

static bool
same_place(const mc_due_change *a, const mc_due_change *b)
{
	return a->day == b->day && a->due == b->due;
}

/*
 * Write the sums of the due changes of each day and due day. A reader whose due changes do not
 * ascend is damaged; reading it ends then. Return false on overflow.
 */
static bool
merge_changes(writer *w, mc_ledger_reader **heap, int size, const mc_ledger_batch *batch)
{
	int at = 0;
	int count = batch ? batch->change_count : 0;

	while (size > 0 || at < count)
	{
		mc_due_change sum;

		if (size > 0 && (at == count || heap[0]->change.day < batch->changes[at].day ||
						 (heap[0]->change.day == batch->changes[at].day &&
						  heap[0]->change.due <= batch->changes[at].due)))
			sum = heap[0]->change;
		else
			sum = batch->changes[at];
		sum.met = sum.missed = 0;
		while (size > 0 && same_place(&heap[0]->change, &sum))
		{
			if (!add_change(&sum, &heap[0]->change, heap[0]->sign))
				return false;
			mc_ledger_next_change(heap[0]);
			if (heap[0]->has_change &&
				(heap[0]->change.day < sum.day ||
				 (heap[0]->change.day == sum.day && heap[0]->change.due <= sum.due)))
				heap[0]->has_change = heap[0]->ended_well = false;
			settle_top(heap, &size, true);
		}
		for (; at < count && same_place(&batch->changes[at], &sum); at++)
			if (!add_change(&sum, &batch->changes[at], 1))
				return false;
		write_change(w, &sum);
	}
	return true;
}

mc_ledger_result
mc_ledger_merge(mc_ledger_reader *readers, int count, mc_ledger_reader **heap,
				const mc_ledger_batch *batch, uint8_t *out, size_t *length)
{
	writer w = {.out = out, .next = out + HEADER_SIZE, .last_change_day = MC_DAY_FIRST_WRITABLE};
	uint32_t rows_size;

	w.directory_begin = w.directory = out + *length - directory_bound(readers, count, batch);
	if (!merge_rows(&w, heap, build_heap(readers, count, heap, false), batch))
		return MC_LEDGER_OVERFLOW;
	rows_size = (uint32_t) (w.next - out - HEADER_SIZE);
	if (!merge_changes(&w, heap, build_heap(readers, count, heap, true), batch))
		return MC_LEDGER_OVERFLOW;
	for (int i = 0; i < count; i++)
		if (!readers[i].ended_well)
			return MC_LEDGER_DAMAGED;
	*length = finish_writing(&w, rows_size);
	return MC_LEDGER_OK;
}

/*
 * This file reads packed ledgers row by row, as ledger.h declares it. The bytes may be untrusted
 * input. Merging and the tally of a ledger in this folder call it, and so do the functions over
 * ledgers in src/kpi.
 */
#include <string.h>

#include "core/base/names.h"
#include "core/kpi/ledger_bytes.h"

static const char *const column_names[MC_LEDGER_COLUMN_COUNT] = {
#define X(name) #name,
	MC_LEDGER_COLUMNS(X)
#undef X
};

const char *
mc_ledger_column_name(mc_ledger_column column)
{
	return column_names[column];
}

int
mc_ledger_column_by_name(const char *name, size_t length)
{
	return mc_name_position(column_names, MC_LEDGER_COLUMN_COUNT, name, length);
}

/* ---- layout ---- */

bool
mc_ledger_find_layout(const uint8_t *packed, size_t length, mc_ledger_layout *parts)
{
	uint32_t rows_size;

	if (length < MC_LEDGER_EMPTY_SIZE || packed[0] != MC_LEDGER_VERSION || packed[1] || packed[2] ||
		packed[3])
		return false;
	parts->rows = mc_get_u32(packed + 4);
	parts->changes = mc_get_u32(packed + 8);
	rows_size = mc_get_u32(packed + 12);
	parts->blocks =
		parts->rows / MC_LEDGER_ROWS_PER_BLOCK + (parts->rows % MC_LEDGER_ROWS_PER_BLOCK != 0);
	if ((uint64_t) MC_LEDGER_EMPTY_SIZE + rows_size +
			(uint64_t) parts->blocks * MC_LEDGER_DIRECTORY_ENTRY >
		length)
		return false;
	/*
	 * A row takes at least three bytes and a due change at least four. So the numbers of rows and
	 * changes are bounded by the length, and nobody can make the reader's callers allocate more
	 * than that.
	 */
	if (parts->rows > rows_size / 3 || parts->changes > length / 4)
		return false;
	parts->row_bytes = packed + MC_LEDGER_EMPTY_SIZE;
	parts->change_bytes = parts->row_bytes + rows_size;
	parts->directory = packed + length - (size_t) parts->blocks * MC_LEDGER_DIRECTORY_ENTRY;
	return true;
}

/* ---- reading in order ---- */

/*
 * Skip the running sums at the head of a block. A reader that goes through all rows computes them
 * itself. Return false on overflow.
 */
static bool
skip_block_head(mc_ledger_reader *reader)
{
	int64_t sums[MC_LEDGER_COLUMN_COUNT] = {0};

	return mc_add_counters(&reader->next, reader->rows_end, sums);
}

/* Read the next row into the reader. Return false if the bytes are damaged. */
static bool
read_row(mc_ledger_reader *reader)
{
	uint32_t number = reader->row_number++;
	uint64_t step;

	if (number % MC_LEDGER_ROWS_PER_BLOCK == 0)
	{
		if (!skip_block_head(reader))
			return false;
		reader->row.day =
			(mc_day) mc_get_u32(reader->changes_end + (size_t) (number / MC_LEDGER_ROWS_PER_BLOCK) *
														  MC_LEDGER_DIRECTORY_ENTRY);
	}
	memset(reader->row.n, 0, sizeof(reader->row.n));
	step = mc_take_varint(&reader->next, reader->rows_end);
	if (!mc_ledger_covers(reader->row.day) ||
		step > (uint64_t) (MC_DAY_LAST_WRITABLE - reader->row.day))
		return false;
	reader->row.day += (mc_day) step;
	return mc_add_counters(&reader->next, reader->rows_end, reader->row.n) && reader->next != NULL;
}

void
mc_ledger_next_row(mc_ledger_reader *reader)
{
	reader->has_row = false;
	if (reader->rows_left == 0)
		return;
	reader->rows_left--;
	reader->has_row = read_row(reader);
	reader->ended_well &=
		reader->has_row && (reader->rows_left > 0 || reader->next == reader->rows_end);
}

void
mc_ledger_next_change(mc_ledger_reader *reader)
{
	const uint8_t **next = &reader->next_change;
	uint64_t step, back;

	reader->has_change = false;
	if (reader->changes_left == 0)
		return;
	reader->changes_left--;
	step = mc_take_varint(next, reader->changes_end);
	back = mc_take_varint(next, reader->changes_end);
	if (step <= MC_DAY_LAST_WRITABLE - MC_DAY_FIRST_WRITABLE && back >= 1 &&
		back <= MC_DAY_LAST_WRITABLE - MC_DAY_FIRST_WRITABLE)
	{
		reader->change.day += (mc_day) step;
		reader->change.due = reader->change.day - (mc_day) back;
		reader->change.met = mc_take_zigzag(next, reader->changes_end);
		reader->change.missed = mc_take_zigzag(next, reader->changes_end);
		reader->has_change = *next != NULL && mc_ledger_covers(reader->change.day) &&
							 mc_ledger_covers(reader->change.due);
	}
	reader->ended_well &=
		reader->has_change && (reader->changes_left > 0 || *next == reader->changes_end);
}

bool
mc_ledger_open(mc_ledger_reader *reader, const uint8_t *packed, size_t length, int sign)
{
	mc_ledger_layout parts;

	if (!mc_ledger_find_layout(packed, length, &parts))
		return false;
	memset(reader, 0, sizeof(*reader));
	reader->next = parts.row_bytes;
	reader->rows_end = parts.change_bytes;
	reader->next_change = parts.change_bytes;
	reader->changes_end = parts.directory;
	reader->rows_left = parts.rows;
	reader->changes_left = parts.changes;
	reader->change.day = MC_DAY_FIRST_WRITABLE;
	reader->sign = sign;
	reader->ended_well = (parts.rows > 0 || parts.row_bytes == parts.change_bytes) &&
						 (parts.changes > 0 || parts.change_bytes == parts.directory);
	mc_ledger_next_row(reader);
	mc_ledger_next_change(reader);
	return true;
}

/*
 * Ledgers as bytes. Little endian; varint is base 128, zigzag makes small negatives small.
 *
 *   u8 version, u8 x3 zero, u32 rows, u32 due changes, u32 bytes of the rows
 *   rows, in blocks of MC_LEDGER_ROWS_PER_BLOCK. A block begins with the running sums before it, so that
 *     a day is found without reading what came before; then its rows
 *       sums  varint mask of the columns that are not 0, a zigzag varint for each
 *       row   varint days since the row before (in a block's first row 0, its day is in the directory), then as sums
 *   due changes, ascending by day and due: varint days since the one before (the first: since
 *     the coverage's first day), varint day - due, zigzag varints met and missed
 *   directory: for each block i32 first day, u32 its place in the rows
 *
 * A row or change that is 0 is left out, so equal ledgers are equal bytes.
 */
#ifndef MC_LEDGER_BYTES_H
#define MC_LEDGER_BYTES_H

#include "core/kpi/ledger.h"

#define MC_LEDGER_VERSION 1
#define MC_LEDGER_ROWS_PER_BLOCK 32
#define MC_LEDGER_DIRECTORY_ENTRY 8

static inline uint32_t
mc_get_u32(const uint8_t *bytes)
{
	return bytes[0] | (uint32_t) bytes[1] << 8 | (uint32_t) bytes[2] << 16 |
		   (uint32_t) bytes[3] << 24;
}

/* The next varint; on bytes that end or are no varint *next becomes NULL. */
static inline uint64_t
mc_take_varint(const uint8_t **next, const uint8_t *end)
{
	const uint8_t *at = *next;
	uint64_t value = 0;

	if (!at)
		return 0;
	if (at < end && *at < 128)
	{
		*next = at + 1;
		return *at;
	}
	for (int shift = 0; at < end && shift < 64; shift += 7)
	{
		value |= (uint64_t) (*at & 127) << shift;
		if (*at++ < 128)
		{
			*next = at;
			return value;
		}
	}
	*next = NULL;
	return 0;
}

static inline int64_t
mc_take_zigzag(const uint8_t **next, const uint8_t *end)
{
	uint64_t value = mc_take_varint(next, end);

	return (int64_t) (value >> 1 ^ (0 - (value & 1)));
}

/* Adds what is next to n; false on overflow. A mask with unknown columns ends the reading. */
static inline bool
mc_add_counters(const uint8_t **next, const uint8_t *end, int64_t *n)
{
	uint64_t mask = mc_take_varint(next, end);

	if (mask >> MC_LEDGER_COLUMN_COUNT != 0)
		*next = NULL;
	for (; mask != 0 && *next; mask &= mask - 1)
	{
		int column = __builtin_ctzll(mask);

		if (__builtin_add_overflow(n[column], mc_take_zigzag(next, end), &n[column]))
			return false;
	}
	return true;
}

typedef struct mc_ledger_layout
{
	uint32_t rows;
	uint32_t changes;
	uint32_t blocks;
	const uint8_t *row_bytes;
	const uint8_t *change_bytes; /* also the end of the rows */
	const uint8_t *directory; /* also the end of the changes */
} mc_ledger_layout;

/* Where the parts of packed bytes are; false when they cannot be a ledger of this version. */
bool mc_ledger_find_layout(const uint8_t *packed, size_t length, mc_ledger_layout *parts);

static inline mc_day
mc_ledger_block_first_day(const mc_ledger_layout *parts, uint32_t block)
{
	return (mc_day) mc_get_u32(parts->directory + (size_t) block * MC_LEDGER_DIRECTORY_ENTRY);
}

#endif

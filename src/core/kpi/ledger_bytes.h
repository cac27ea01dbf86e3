/*
 * This header declares how a ledger is written as bytes, and reads their elements. The files of
 * core/kpi that read and write ledgers use it; the rest of the code uses ledger.h.
 *
 * Numbers are little endian. A varint is a number to base 128, lowest digit first, whose bytes but
 * the last have the top bit set. A zigzag varint stores signed numbers so that small negative ones
 * are short too.
 *
 *   u8 version, three u8 of 0, u32 number of rows, u32 number of due changes, u32 bytes of the rows
 *   rows, in blocks of MC_LEDGER_ROWS_PER_BLOCK. A block begins with the running sums before it, so
 *     that a day is found without reading the blocks before, and continues with its rows:
 *       sums  varint mask of the columns that are not 0, then a zigzag varint for each of them
 *       row   varint days since the row before (0 in the first row of a block, whose day stands in
 *             the directory), then its counters in the form of the sums
 *   due changes, ascending by day and due day: varint days since the change before (since the first
 *     day of the coverage for the first change), varint day - due, zigzag varints met and missed
 *   directory: for each block i32 its first day, u32 its place in the bytes of the rows
 *
 * Rows and due changes that are 0 are left out, so that equal ledgers have equal bytes.
 */
#ifndef MC_LEDGER_BYTES_H
#define MC_LEDGER_BYTES_H

#include "core/kpi/ledger.h"

#define MC_LEDGER_VERSION 1
#define MC_LEDGER_ROWS_PER_BLOCK 32
#define MC_LEDGER_DIRECTORY_ENTRY 8

/* Return the number in four bytes. */
static inline uint32_t
mc_get_u32(const uint8_t *bytes)
{
	return bytes[0] | (uint32_t) bytes[1] << 8 | (uint32_t) bytes[2] << 16 |
		   (uint32_t) bytes[3] << 24;
}

/*
 * Return the next varint and advance *next. If the bytes end before or hold no varint of 64 bits,
 * or if *next is NULL, return 0 and set *next to NULL.
 */
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

/* Return the next zigzag varint. *next changes as in mc_take_varint. */
static inline int64_t
mc_take_zigzag(const uint8_t **next, const uint8_t *end)
{
	uint64_t value = mc_take_varint(next, end);

	return (int64_t) (value >> 1 ^ (0 - (value & 1)));
}

/*
 * Read a mask and its counters, and add them to the array n. Return false on overflow. If the bytes
 * are damaged or the mask has unknown columns, set *next to NULL.
 */
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

/* The numbers and places of the parts of packed bytes. */
typedef struct mc_ledger_layout
{
	uint32_t rows;
	uint32_t changes;
	uint32_t blocks;
	const uint8_t *row_bytes;
	const uint8_t *change_bytes; /* also the end of the rows */
	const uint8_t *directory; /* also the end of the changes */
} mc_ledger_layout;

/*
 * Find the parts of packed bytes. Return false if the bytes cannot be a ledger of this version.
 * Each of the numbers is bounded by the length then, so that memory can be allocated by it.
 */
bool mc_ledger_find_layout(const uint8_t *packed, size_t length, mc_ledger_layout *parts);

/* Return the day of the first row of a block, as the directory states it. */
static inline mc_day
mc_ledger_block_first_day(const mc_ledger_layout *parts, uint32_t block)
{
	return (mc_day) mc_get_u32(parts->directory + (size_t) block * MC_LEDGER_DIRECTORY_ENTRY);
}

#endif

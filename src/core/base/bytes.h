/*
 * Integers are stored as bytes here, the least significant byte first, so that packed values mean
 * the same on every machine. The packed forms of dossiers and of event lists use these functions.
 */
#ifndef MC_BYTES_H
#define MC_BYTES_H

#include <stdint.h>

/* Write a number as four bytes at out and return the address behind them. */
static inline uint8_t *
mc_put_uint32(uint8_t *out, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		out[i] = (uint8_t) (value >> 8 * i);
	return out + 4;
}

/* Write a number as eight bytes at out and return the address behind them. */
static inline uint8_t *
mc_put_int64(uint8_t *out, int64_t value)
{
	for (int i = 0; i < 8; i++)
		out[i] = (uint8_t) ((uint64_t) value >> 8 * i);
	return out + 8;
}

/* Return the number that four bytes hold. */
static inline uint32_t
mc_get_uint32(const uint8_t *bytes)
{
	uint32_t value = 0;

	for (int i = 0; i < 4; i++)
		value |= (uint32_t) bytes[i] << 8 * i;
	return value;
}

/* Return the number that eight bytes hold. */
static inline int64_t
mc_get_int64(const uint8_t *bytes)
{
	uint64_t value = 0;

	for (int i = 0; i < 8; i++)
		value |= (uint64_t) bytes[i] << 8 * i;
	return (int64_t) value;
}

#endif

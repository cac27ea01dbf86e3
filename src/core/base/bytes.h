/* Integers as bytes, little endian, so that packed values mean the same on every machine. */
#ifndef MC_BYTES_H
#define MC_BYTES_H

#include <stdint.h>

/* Write a number and return where the next byte goes. */
static inline uint8_t *
mc_put_uint32(uint8_t *out, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		out[i] = (uint8_t) (value >> 8 * i);
	return out + 4;
}

static inline uint8_t *
mc_put_int64(uint8_t *out, int64_t value)
{
	for (int i = 0; i < 8; i++)
		out[i] = (uint8_t) ((uint64_t) value >> 8 * i);
	return out + 8;
}

/* Return the number that 4 or 8 bytes hold. */
static inline uint32_t
mc_get_uint32(const uint8_t *bytes)
{
	uint32_t value = 0;

	for (int i = 0; i < 4; i++)
		value |= (uint32_t) bytes[i] << 8 * i;
	return value;
}

static inline int64_t
mc_get_int64(const uint8_t *bytes)
{
	uint64_t value = 0;

	for (int i = 0; i < 8; i++)
		value |= (uint64_t) bytes[i] << 8 * i;
	return (int64_t) value;
}

#endif

/*
 * Every unit test of src/core includes this header: it brings cmocka and a random generator that
 * gives the same numbers in every run.
 */
#ifndef TEST_SUPPORT_H
#define TEST_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static uint64_t random_state = 42;

/* Return the next 64 random bits. The generator is splitmix64. */
static inline uint64_t
random_bits(void)
{
	uint64_t z = (random_state += UINT64_C(0x9E3779B97F4A7C15));

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

/* Return a random number from low to high, both included. */
static inline int64_t
random_between(int64_t low, int64_t high)
{
	return (int64_t) ((uint64_t) low + random_bits() % ((uint64_t) high - (uint64_t) low + 1));
}

static inline bool
one_in(int n)
{
	return random_bits() % (uint64_t) n == 0;
}

/* Fail the test with the caller's message, in the form of printf, unless the condition holds. */
#define check(condition, ...)      \
	do                             \
	{                              \
		if (!(condition))          \
			fail_msg(__VA_ARGS__); \
	} while (0)

#endif

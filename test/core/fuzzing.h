/*
 * Declare what every fuzz target needs: its entry point and must(). A condition of must() that is
 * false aborts the program, so that the fuzzer keeps the input that caused it.
 */
#ifndef MC_FUZZING_H
#define MC_FUZZING_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#define must(condition)   \
	do                    \
	{                     \
		if (!(condition)) \
			abort();      \
	} while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif

/* What every fuzz target has: a property that does not hold ends the run, so that the fuzzer keeps the input. */
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

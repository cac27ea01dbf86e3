/*
 * This libFuzzer target unpacks untrusted input as a ledger. It must be refused, or pack to a
 * ledger that packs to the same bytes and that gives nothing when it is subtracted from itself.
 */
#include <stdlib.h>
#include <string.h>

#include "core/kpi/ledger.h"
#include "fuzzing.h"

/*
 * Return the sum of two ledgers, the second with a sign, or NULL. The argument *length is the
 * length of the first ledger, then that of the sum.
 */
static uint8_t *
merge(const uint8_t *a, const uint8_t *b, int sign, size_t *length)
{
	mc_ledger_reader readers[2];
	mc_ledger_reader *heap[2];
	size_t lengths[2] = {*length, *length};
	int count = b ? 2 : 1;
	uint8_t *out;

	if (!mc_ledger_open(&readers[0], a, *length, 1) ||
		(b && !mc_ledger_open(&readers[1], b, *length, sign)))
		return NULL;
	*length = mc_ledger_merge_bound(readers, count, lengths, NULL);
	out = malloc(*length);
	if (mc_ledger_merge(readers, count, heap, NULL, out, length) == MC_LEDGER_OK)
		return out;
	free(out);
	return NULL;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint8_t *packed = malloc(size ? size : 1); /* sanitizers see a read beyond it */
	size_t length = size, again = 0;
	uint8_t *once, *twice;
	mc_tally tally;

	if (size)
		memcpy(packed, data, size);
	mc_ledger_tally(packed, size, (mc_period){7300, 7330}, &tally);
	once = merge(packed, NULL, 1, &length);
	if (once)
	{
		again = length;
		twice = merge(once, NULL, 1, &again);
		must(twice && again == length && memcmp(once, twice, length) == 0);
		free(twice);
		again = length;
		twice = merge(once, once, -1, &again);
		must(twice && again == MC_LEDGER_EMPTY_SIZE);
		free(twice);
		mc_ledger_tally(once, length, (mc_period){7300, 7330}, &tally);
	}
	free(once);
	free(packed);
	return 0;
}

/*
 * This target of libFuzzer reads any bytes as a query and a text, which a zero byte separates. Keys
 * must have a length that an index can store, the choices of a group must stand side by side, and
 * the rank of what is found must be above 0.
 */
#include <stdlib.h>
#include <string.h>

#include "core/search/vi_find.h"
#include "fuzzing.h"

static void
take(const char *key, size_t length, void *arg)
{
	(void) key;
	(void) arg;
	must(length > 0 && length <= MC_FIND_KEY_BYTES);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *parting = memchr(data, 0, size);
	size_t typed = parting == NULL ? size : (size_t) (parting - data);
	size_t skip = typed + (parting != NULL);
	mc_find_text text = {(const char *) data + skip, size - skip};
	mc_find_query *query = malloc(sizeof(mc_find_query));
	double rank;
	int group = -1;

	mc_read_find_query(query, (const char *) data, typed, true);
	must(query->n_groups <= MC_FIND_GROUPS);
	for (int at = 0; at < query->n_choices; at++)
	{
		must(query->choices[at].length > 0);
		must(query->choices[at].group == group || query->choices[at].group == group + 1);
		group = query->choices[at].group;
	}
	must(group == query->n_groups - 1);
	mc_find_keys(text.text, text.length, take, NULL);
	rank = mc_find_rank(query, &text, 1);
	must(rank >= 0 && rank <= 1);
	must((rank > 0) ==
		 (mc_find_groups_in(query, text.text, text.length, true) == mc_find_all(query)));
	free(query);
	return 0;
}

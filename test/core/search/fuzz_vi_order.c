/*
 * This libFuzzer target makes sort keys of any bytes. The keys must fit their buffer, and a blank
 * at the end must not change them.
 */
#include <stdlib.h>
#include <string.h>

#include "core/search/vi_order.h"
#include "fuzzing.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	char *text = malloc(size + 1);
	char *key = malloc(MC_SORT_KEY_BYTES(size));
	char *key_with_blank = malloc(MC_SORT_KEY_BYTES(size + 1));
	size_t length;

	must(text != NULL && key != NULL && key_with_blank != NULL);
	memcpy(text, data, size);
	text[size] = ' ';
	must(mc_name_key(text, size, key) <= MC_SORT_KEY_BYTES(size));
	length = mc_sort_key(text, size, key);
	must(length <= MC_SORT_KEY_BYTES(size));
	must(mc_sort_key(text, size + 1, key_with_blank) == length);
	must(memcmp(key, key_with_blank, length) == 0);
	free(key_with_blank);
	free(key);
	free(text);
	return 0;
}

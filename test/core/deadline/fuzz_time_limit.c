/*
 * This libFuzzer target reads any bytes as the text of a time limit. The text must be refused at a
 * position inside it, or give a limit that both of its canonical texts give back.
 */
#include <stdlib.h>
#include <string.h>

#include "core/deadline/time_limit.h"
#include "fuzzing.h"

static void
read_back(mc_time_limit limit, bool english)
{
	char text[MC_TIME_LIMIT_TEXT_MAX];
	mc_time_limit again = -1;
	size_t position;

	mc_format_time_limit(limit, english, text);
	must(strlen(text) < MC_TIME_LIMIT_TEXT_MAX);
	must(mc_parse_time_limit(text, strlen(text), &again, &position) == MC_LIMIT_SOUND);
	must(again == limit);
}

/* Check the first eight bytes as a time limit that was received in binary form. */
static void
receive(const uint8_t *data, size_t size)
{
	int64_t value;

	if (size < sizeof value)
		return;
	memcpy(&value, data, sizeof value);
	if (mc_time_limit_is_valid(value))
		read_back(value, value & 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = malloc(size ? size : 1); /* sanitizers see a read beyond it */
	mc_time_limit limit = -1;
	size_t position = SIZE_MAX;
	mc_time_limit_defect defect;

	if (size)
		memcpy(text, data, size);
	defect = mc_parse_time_limit(text, size, &limit, &position);
	if (defect == MC_LIMIT_SOUND)
	{
		must(mc_time_limit_is_valid(limit));
		read_back(limit, false);
		read_back(limit, true);
	}
	else
		must(position <= size);
	free(text);
	receive(data, size);
	return 0;
}

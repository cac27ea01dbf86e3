/*
 * This libFuzzer target reads any text as a moment. The text must either be refused with a problem,
 * or give a moment that can be packed and whose canonical text is read as the same moment.
 */
#include "core/base/moment_text.h"
#include "fuzzing.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	mc_moment moment, again;
	char text[MC_MOMENT_TEXT_MAX];
	mc_moment_problem problem = mc_read_moment((const char *) data, size, &moment);

	if (problem != MC_MOMENT_IS_READABLE)
	{
		must(mc_moment_problem_text(problem, false) && mc_moment_problem_text(problem, true));
		return 0;
	}
	must(mc_packed_moment_is_valid(mc_pack_moment(moment)));
	must(mc_read_moment(text, (size_t) mc_write_moment(moment, text), &again) ==
		 MC_MOMENT_IS_READABLE);
	must(mc_pack_moment(again) == mc_pack_moment(moment));
	return 0;
}

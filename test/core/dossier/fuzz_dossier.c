/*
 * This libFuzzer target unpacks untrusted input as a dossier. It must be refused, or give a dossier
 * that can be folded, judged and compared, and that packs to the same bytes.
 */
#include <stdlib.h>
#include <string.h>

#include "core/base/iso_time.h"
#include "core/dossier/dossier.h"
#include "core/kpi/ledger.h"
#include "fuzzing.h"

static void
instant_reads_back(mc_instant at)
{
	char text[MC_ISO_INSTANT_MAX];
	mc_instant again;

	if (at == MC_INSTANT_INFINITY)
		return;
	mc_format_iso_instant(at, text);
	must(strlen(text) < MC_ISO_INSTANT_MAX);
	must(mc_parse_iso_instant(text, strlen(text), &again) && again == at);
}

static void
packs_again(const mc_dossier *dossier, const uint8_t *data, size_t size)
{
	uint8_t *copy = malloc(size + MC_DOSSIER_HEAD_MAX);
	size_t length = mc_pack_dossier_head(dossier, copy);
	const uint8_t *next = dossier->events;
	mc_event event;

	while (mc_next_event(dossier, &next, &event))
	{
		length += mc_pack_event(&event, copy + length);
		instant_reads_back(event.at);
		instant_reads_back(event.dues.original);
		instant_reads_back(event.dues.current);
	}
	must(length == size && memcmp(copy, data, size) == 0);
	free(copy);
}

static void
judges(const mc_dossier *dossier)
{
	mc_dossier_state now = mc_dossier_now(dossier);

	for (int kind = MC_DUE_ORIGINAL; kind <= MC_DUE_FIRST; kind++)
	{
		mc_moment due = mc_effective_due(dossier, &now, (mc_due_kind) kind);

		for (int day = -1; day <= 1; day++)
			if (mc_moment_is_finite(due))
				must(mc_dossier_outcome(dossier, mc_moment_of_day(due.day + day),
										(mc_due_kind) kind, MC_BY_DAY) < MC_OUTCOME_COUNT);
	}
}

/* Count a dossier in a ledger and remove it again: nothing may remain. */
static void
counts(const mc_dossier *dossier)
{
	int room = mc_ledger_dossier_room(dossier);
	mc_ledger_batch batch = {malloc((size_t) room * 2 * sizeof(mc_ledger_event)), 0,
							 malloc((size_t) room * 2 * sizeof(mc_due_change)), 0};
	mc_ledger_event *scratch = malloc((size_t) room * 2 * sizeof(mc_ledger_event));
	size_t length;
	uint8_t *out;

	mc_ledger_count_dossier(&batch, dossier, true, 1);
	must(batch.event_count <= room && batch.change_count <= room);
	mc_ledger_count_dossier(&batch, dossier, true, -1);
	mc_ledger_sort(&batch, scratch);
	length = mc_ledger_merge_bound(NULL, 0, NULL, &batch);
	out = malloc(length);
	must(mc_ledger_merge(NULL, 0, NULL, &batch, out, &length) == MC_LEDGER_OK);
	must(length == MC_LEDGER_EMPTY_SIZE);
	free(out);
	free(scratch);
	free(batch.events);
	free(batch.changes);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint8_t *packed = malloc(size ? size : 1); /* sanitizers see a read beyond it */
	mc_dossier dossier;
	mc_instant at;

	if (size)
		memcpy(packed, data, size);
	if (!mc_dossier_defect(packed, size))
	{
		must(mc_unpack_dossier(packed, size, &dossier));
		packs_again(&dossier, packed, size);
		judges(&dossier);
		counts(&dossier);
		must(mc_dossier_compare(packed, size, packed, size) == 0);
	}
	if (mc_parse_iso_instant((const char *) packed, size, &at))
		instant_reads_back(at);
	free(packed);
	return 0;
}

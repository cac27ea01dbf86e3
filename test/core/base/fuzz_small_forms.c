/*
 * This libFuzzer target reads any bytes in each of the small text forms: days, instants, bounds,
 * work weeks, numbers and names. Each form must refuse the text, or give a value that is sound and,
 * where it has a text of its own, is read again from that text.
 */
#include <stdlib.h>
#include <string.h>

#include "core/base/iso_time.h"
#include "core/calendar/calendar.h"
#include "core/calendar/day_index.h"
#include "core/dossier/outcome.h"
#include "core/kpi/compliance.h"
#include "core/kpi/lateness.h"
#include "core/kpi/ledger.h"
#include "core/kpi/rates.h"
#include "core/kpi/report_period.h"
#include "core/kpi/tally.h"
#include "core/scoring/scoring.h"
#include "core/search/vi_tone.h"
#include "fuzzing.h"

static void
read_day(const char *text, size_t size)
{
	mc_day day;
	char again[11];

	if (size != sizeof again - 1 || !mc_parse_iso_day(text, &day))
		return;
	mc_format_iso_day(day, again);
	must(memcmp(again, text, size) == 0);
}

static void
read_instant(const char *text, size_t size)
{
	mc_instant at, again;
	char written[MC_ISO_INSTANT_MAX];

	if (!mc_parse_iso_instant(text, size, &at))
		return;
	must(mc_instant_is_writable(at));
	mc_format_iso_instant(at, written);
	must(mc_parse_iso_instant(written, strlen(written), &again) && again == at);
}

static void
read_work_week(const char *text, size_t size)
{
	uint8_t work_week;
	char again[8];

	if (!mc_parse_work_week(text, size, &work_week))
		return;
	mc_format_work_week(work_week, again);
	must(size == strlen(again) && memcmp(again, text, size) == 0);
}

static void
read_bounds(const char *text, size_t size)
{
	mc_bounds bounds;

	if (mc_parse_bounds(text, size, &bounds))
		must(size == 2 && (text[0] == '[') == bounds.since_in &&
			 (text[1] == ']') == bounds.until_in);
}

static void
read_late_days(const char *text, size_t size)
{
	int64_t days;

	if (mc_parse_late_days(text, size, &days))
		must(days >= 0 && size > 0 && text[0] >= '0' && text[0] <= '9');
}

/* Look the text up in the tables of names that take a length. An empty text must find no name. */
static void
read_names(const char *text, size_t size)
{
	int found[] = {mc_notice_by_name(text, size),   mc_ledger_column_by_name(text, size),
				   mc_ended_as_by_name(text, size), mc_granularity_by_name(text, size),
				   mc_basis_by_name(text, size),    mc_zero_policy_by_name(text, size),
				   mc_measure_by_name(text, size),  mc_counter_by_name(text, size)};
	mc_tone_style style;

	for (size_t i = 0; i < sizeof found / sizeof found[0]; i++)
		must(found[i] >= -1 && (size > 0 || found[i] == -1));
	must(mc_report_period_months(text, size) == 0 || 12 % mc_report_period_months(text, size) == 0);
	must(!mc_tone_style_of(text, size, &style) || size > 0);
}

static void
read_terminated_names(const uint8_t *data, size_t size)
{
	char *name = malloc(size + 1);
	int found;

	memcpy(name, data, size);
	name[size] = '\0';
	found = mc_day_kind_by_name(name);
	must(found == -1 || strcmp(mc_day_kind_name((mc_day_kind) found), name) == 0);
	found = mc_day_reason_by_name(name);
	must(found == -1 || strcmp(mc_day_reason_name((mc_day_reason) found), name) == 0);
	found = mc_day_status_by_name(name);
	must(found == -1 || strcmp(mc_day_status_name((mc_day_status) found), name) == 0);
	found = mc_late_reception_by_name(name);
	must(found == -1 || strcmp(mc_late_reception_name((mc_late_reception) found), name) == 0);
	found = mc_due_time_by_name(name);
	must(found == -1 || strcmp(mc_due_time_name((mc_due_time) found), name) == 0);
	free(name);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = malloc(size ? size : 1); /* sanitizers see a read beyond it */

	if (size)
		memcpy(text, data, size);
	read_day(text, size);
	read_instant(text, size);
	read_work_week(text, size);
	read_bounds(text, size);
	read_late_days(text, size);
	read_names(text, size);
	free(text);
	if (size)
		read_terminated_names(data, size);
	return 0;
}

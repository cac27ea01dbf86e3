/*
 * This file packs, unpacks and sorts the status changes of event_list.h. The aggregate dossier_agg
 * in src/dossier calls it.
 */
#include "core/dossier/event_list.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/bytes.h"

#define CHANGE_HEADER 16 /* bytes before the detail */
#define NO_DETAIL UINT32_MAX

static bool
is_end(mc_event_kind kind)
{
	return kind >= MC_RESOLVE && kind <= MC_STOP;
}

mc_instant
mc_event_instant(mc_event_kind kind, mc_moment moment)
{
	return mc_instant_of_moment(moment, is_end(kind));
}

size_t
mc_packed_change_size(size_t detail_length)
{
	return CHANGE_HEADER + detail_length;
}

void
mc_pack_change(mc_moment moment, mc_event_kind kind, const char *detail, size_t detail_length,
			   uint8_t *out)
{
	out = mc_put_int64(out, mc_pack_moment(moment));
	out = mc_put_uint32(out, kind);
	out = mc_put_uint32(out, detail ? (uint32_t) detail_length : NO_DETAIL);
	if (detail)
		memcpy(out, detail, detail_length);
}

bool
mc_take_change(const uint8_t **next, const uint8_t *end, mc_status_change *change)
{
	const uint8_t *bytes = *next;
	size_t left = (size_t) (end - bytes);
	int64_t packed;
	uint32_t kind;
	uint32_t detail_length;

	if (left < CHANGE_HEADER)
		return false;
	packed = mc_get_int64(bytes);
	kind = mc_get_uint32(bytes + 8);
	detail_length = mc_get_uint32(bytes + 12);
	if (!mc_packed_moment_is_valid(packed) || kind > MC_RECEIVE ||
		(detail_length != NO_DETAIL && detail_length > left - CHANGE_HEADER))
		return false;
	change->moment = mc_unpack_moment(packed);
	change->kind = (mc_event_kind) kind;
	change->at = mc_event_instant(change->kind, change->moment);
	change->detail = detail_length == NO_DETAIL ? NULL : (const char *) bytes + CHANGE_HEADER;
	change->detail_length = detail_length == NO_DETAIL ? 0 : detail_length;
	*next = bytes + CHANGE_HEADER + change->detail_length;
	return true;
}

static int
compare_changes(const void *a, const void *b)
{
	const mc_status_change *left = a;
	const mc_status_change *right = b;

	if (left->at != right->at)
		return left->at < right->at ? -1 : 1;
	return (left->position > right->position) - (left->position < right->position);
}

void
mc_sort_changes(mc_status_change *changes, size_t count)
{
	qsort(changes, count, sizeof(*changes), compare_changes);
}

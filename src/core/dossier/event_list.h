/*
 * The status changes of one dossier as they come from a history table: in any order, each with a time, an
 * event and perhaps a detail. The aggregate dossier_agg keeps them as bytes until it folds them.
 *
 * Each change is packed as i64 packed moment, u32 kind of event, u32 length of the detail (UINT32_MAX where
 * there is none), then the detail's bytes. All numbers are little endian.
 */
#ifndef MC_EVENT_LIST_H
#define MC_EVENT_LIST_H

#include "core/base/moment.h"
#include "core/dossier/dossier.h"

typedef struct mc_status_change
{
	mc_moment moment;
	mc_instant at; /* in UTC: see mc_event_instant */
	mc_event_kind kind; /* MC_RECEIVE too */
	const char *detail; /* NULL where there is none; else it points into the list */
	size_t detail_length;
	int position; /* among the changes as they came */
} mc_status_change;

/*
 * Return the instant at which an event of a kind happens. An end on a day without an hour happens at the
 * day's end, everything else at its beginning. Infinities stay infinite.
 */
mc_instant mc_event_instant(mc_event_kind kind, mc_moment moment);

/* Return how many bytes a change takes; the length of the detail is 0 where there is none. */
size_t mc_packed_change_size(size_t detail_length);

/* Write a change: detail is NULL where there is none. */
void mc_pack_change(mc_moment moment, mc_event_kind kind, const char *detail, size_t detail_length,
					uint8_t *out);

/*
 * Take the change at *next, which is below end, and move on. False where the bytes, which may come from
 * another server, are no change. The position is the caller's to set.
 */
bool mc_take_change(const uint8_t **next, const uint8_t *end, mc_status_change *change);

/* Sort changes by time; changes of one time keep the order in which they came. */
void mc_sort_changes(mc_status_change *changes, size_t count);

#endif

/*
 * This header declares the status changes of one dossier as they come from a history table: in any
 * order, each with a time, an event and perhaps a detail. The aggregate dossier_agg keeps them as
 * bytes until its final function applies them.
 *
 * Each change is packed as i64 packed moment, u32 kind of event, u32 length of the detail
 * (UINT32_MAX if there is none), then the bytes of the detail. All numbers are little endian.
 */
#ifndef MC_EVENT_LIST_H
#define MC_EVENT_LIST_H

#include "core/base/moment.h"
#include "core/dossier/dossier.h"

/* A status change that was read from a list. */
typedef struct mc_status_change
{
	mc_moment moment;
	mc_instant at; /* counted in UTC, as mc_event_instant returns it */
	mc_event_kind kind; /* MC_RECEIVE is possible too */
	const char *detail; /* points into the list; NULL if there is none */
	size_t detail_length; /* bytes */
	int position; /* place among the changes in the order in which they came */
} mc_status_change;

/*
 * Return the instant, counted in UTC, at which an event of a kind happens. If only the day is
 * known, an end happens at the last microsecond of the day and every other event at its beginning.
 * Infinities stay infinite.
 */
mc_instant mc_event_instant(mc_event_kind kind, mc_moment moment);

/* Return how many bytes a change takes. The length of a missing detail is 0. */
size_t mc_packed_change_size(size_t detail_length);

/* Write a change. detail is NULL if there is none. */
void mc_pack_change(mc_moment moment, mc_event_kind kind, const char *detail, size_t detail_length,
					uint8_t *out);

/*
 * Read the change at *next, which is below `end`, and advance *next behind it. Return false if the
 * bytes, which may come from another server, are not a change. The caller sets change->position.
 */
bool mc_take_change(const uint8_t **next, const uint8_t *end, mc_status_change *change);

/* Sort changes by time. Changes of the same time keep the order of their positions. */
void mc_sort_changes(mc_status_change *changes, size_t count);

#endif

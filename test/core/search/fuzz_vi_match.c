/*
 * This libFuzzer target reads any bytes as a query and a text with a zero byte between them. A
 * match in one mode is a match in all looser modes, a text in which a query is found has the keys
 * that the query needs, and the places of a match lie where they say.
 */
#include <stdlib.h>
#include <string.h>

#include "core/search/vi_keys.h"
#include "core/search/vi_typo.h"
#include "fuzzing.h"

typedef struct bytes
{
	const char *data;
	size_t size;
} bytes;

static bool
is_asked(const mc_needed_key *needed, const char *key, size_t length)
{
	return (needed->is_prefix ? length >= needed->length : length == needed->length) &&
		   memcmp(key, needed->key, needed->length) == 0;
}

typedef struct group_check
{
	bytes text;
	bool has[MC_NEEDED_GROUPS];
} group_check;

static void
note_group(const mc_needed_key *needed, void *arg)
{
	group_check *check = arg;
	mc_key_walk keys;

	must(needed->group < MC_NEEDED_GROUPS);
	mc_begin_keys(&keys, check->text.data, check->text.size);
	while (!check->has[needed->group] && mc_next_keys(&keys))
	{
		must(keys.pair_length <= MC_PAIR_KEY_BYTES);
		check->has[needed->group] =
			is_asked(needed, mc_single_key(&keys), keys.length) ||
			(keys.pair_length > 0 && is_asked(needed, keys.pair, keys.pair_length));
	}
}

static void
has_needed_keys(mc_match_mode mode, bytes query, bytes text)
{
	group_check check = {.text = text};
	int n_groups = mc_needed_keys(mode, query.data, query.size, note_group, &check);

	for (int group = 0; group < n_groups; group++)
		must(check.has[group]);
}

static bool
starts_a_match(mc_query *query, mc_match_mode mode, bytes text, mc_found place)
{
	return mc_matches(query, mode, text.data + place.start, place.end - place.start);
}

static int
places_are_sound(mc_query *query, mc_match_mode mode, bytes text)
{
	mc_search search = mc_search_for(query, mode, text.data, text.size);
	mc_found found;
	size_t done = 0;
	int count = 0;

	for (; mc_find_next(&search, &found); count++)
	{
		mc_search kept = search;
		uint64_t none = 0;

		must(found.start >= done && found.start < found.end && found.end <= text.size);
		must(found.before + query->n_syllables == search.n_seen);
		for (size_t word = 0; word < query->n_words; word++)
			none |= query->matched[word];
		must(none == 0);
		must(starts_a_match(query, mode, text, found));
		memset(query->matched, 0, query->n_words * sizeof(uint64_t));
		search = kept;
		search.ring_at = 0;
		done = found.end;
	}
	return count;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *parting = memchr(data, 0, size);
	bytes typed = {(const char *) data, parting == NULL ? size : (size_t) (parting - data)};
	bytes text = {typed.data + typed.size + (parting != NULL),
				  size - typed.size - (parting != NULL)};
	void *scratch = malloc(mc_query_size(typed.data, typed.size) + 1);
	mc_query query;
	bool found[MC_MATCH_FUZZY + 1];

	mc_read_query(&query, typed.data, typed.size, scratch);
	for (mc_match_mode mode = MC_MATCH_SAME; mode <= MC_MATCH_FUZZY; mode++)
	{
		found[mode] = mc_matches(&query, mode, text.data, text.size);
		must(found[mode] == (query.n_syllables == 0 || places_are_sound(&query, mode, text) > 0));
		if (found[mode])
			has_needed_keys(mode, typed, text);
	}
	must(found[MC_MATCH_SAME] <= found[MC_MATCH_TYPED] &&
		 found[MC_MATCH_TYPED] <= found[MC_MATCH_EITHER]);
	must(found[MC_MATCH_EITHER] <= found[MC_MATCH_LOOSE] &&
		 found[MC_MATCH_TYPED] <= found[MC_MATCH_FUZZY]);
	must((mc_rank(&query, text.data, text.size) > 0) ==
		 (found[MC_MATCH_LOOSE] || found[MC_MATCH_FUZZY]));
	must(mc_rank(&query, text.data, text.size) <= 1);
	free(scratch);
	return 0;
}

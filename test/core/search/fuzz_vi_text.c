/*
 * This libFuzzer target folds, unaccents and respells any bytes, splits them into syllables and
 * reads them as a name, in buffers of the promised size. It checks what these functions promise for
 * every text.
 */
#include <stdlib.h>
#include <string.h>

#include "core/search/vi_fold.h"
#include "core/search/vi_name.h"
#include "core/search/vi_phonotactics.h"
#include "core/search/vi_syllable.h"
#include "core/search/vi_tone.h"
#include "fuzzing.h"

/* Return memory of exactly the promised size, so that the sanitizer catches a write beyond it. */
static char *
buffer(size_t size)
{
	char *bytes = malloc(size == 0 ? 1 : size);

	must(bytes != NULL);
	return bytes;
}

static void
check_fold(const char *text, size_t size)
{
	char *folded = buffer(size);
	size_t length = mc_fold(text, size, folded);
	char *again = buffer(length);
	char *unaccented = buffer(size);
	size_t unaccented_length = mc_unaccent(text, size, unaccented);

	must(length <= size && unaccented_length <= size);
	must(mc_fold(folded, length, again) == length && memcmp(folded, again, length) == 0);
	must(length == 0 || (folded[0] != ' ' && folded[length - 1] != ' '));
	free(again);
	free(unaccented);
	free(folded);
}

/*
 * Respelling twice gives the same text as respelling once, and respelling changes neither the
 * letters nor the tones of a syllable.
 */
static void
check_respelling(const char *text, size_t size, mc_tone_style style)
{
	char *once = buffer(MC_RESPELLED_BYTES(size));
	size_t length = mc_respell(text, size, style, once);
	char *twice = buffer(MC_RESPELLED_BYTES(length));
	mc_syllables left = mc_syllables_of(text, size);
	mc_syllables right = mc_syllables_of(once, length);
	mc_syllable before;
	mc_syllable after;

	must(length <= MC_RESPELLED_BYTES(size));
	must(mc_respell(once, length, style, twice) == length && memcmp(once, twice, length) == 0);
	while (mc_next_syllable(&left, &before))
	{
		must(mc_next_syllable(&right, &after));
		must(before.n_letters == after.n_letters && before.tone == after.tone &&
			 before.capitals == after.capitals);
		must(memcmp(before.letters, after.letters, before.n_letters * sizeof(before.letters[0])) ==
			 0);
		must(after.end <= length && after.start < after.end);
		must(mc_tone_place(&after, style) < after.n_letters);
	}
	must(!mc_next_syllable(&right, &after));
	free(twice);
	free(once);
}

static void
check_name(const char *text, size_t size)
{
	mc_name name = mc_name_of(text, size);

	must(name.given.start <= name.given.end && name.given.end <= size);
	must(name.family.start <= name.family.end && name.family.end <= name.given.start);
	must(name.middle.start == name.middle.end ||
		 (name.middle.start >= name.family.end && name.middle.end <= name.given.start));
}

static void
check_neighbour(const char *neighbour, size_t length, void *arg)
{
	(void) arg;
	must(mc_is_possible_syllable(neighbour, length));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = buffer(size);

	if (size > 0)
		memcpy(text, data, size);
	check_fold(text, size);
	check_respelling(text, size, MC_TONE_NEW);
	check_respelling(text, size, MC_TONE_OLD);
	check_respelling(text, size, MC_TONE_KEEP);
	check_name(text, size);
	mc_possible_neighbours(text, size, check_neighbour, NULL);
	free(text);
	return 0;
}

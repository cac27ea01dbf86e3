/*
 * Compare three judges on every pair of small Vietnamese letters, one typed and one written: the
 * marks themselves (those typed are on the written letter), mc_syllable_matches, and ICU's search
 * at level 2, in which marks that were not typed match any
 * (USEARCH_PATTERN_BASE_WEIGHT_IS_WILDCARD). test/t/search/fold_table.pl runs this program.
 *
 * The program prints for each collator and setting the pairs on which ICU agrees with the marks,
 * those that only the marks match (missed), those that only ICU matches (spurious), and the pairs
 * on which mc_syllable_matches differs from what it should do.
 *
 * ICU misses half-typed letters: ê for ế, ơ for ở, ạ for ậ. It compares the marks of a letter as
 * one weight, which is there as a whole or not at all, so a user who types huê does not find huế. A
 * typed mark that the text has is a match. With the collator of vi, ICU also takes one tone for
 * another, because tones have two weights there and the search sees one.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ucol.h>
#include <unicode/usearch.h>
#include <unicode/ustring.h>

#include "../core/search/vi_alphabet.h"
#include "core/search/vi_syllable.h"

static void
check(UErrorCode error)
{
	if (U_FAILURE(error))
	{
		fprintf(stderr, "asymmetric: %s\n", u_errorName(error));
		exit(1);
	}
}

static UCollator *
collator_of(const char *locale)
{
	UErrorCode error = U_ZERO_ERROR;
	UCollator *collator = ucol_open(locale, &error);

	check(error);
	ucol_setStrength(collator, UCOL_SECONDARY);
	return collator;
}

static bool
icu_matches(UCollator *collator, const char *typed, const char *written)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar pattern[32];
	UChar text[32];
	UStringSearch *search;
	int at;

	u_strFromUTF8(pattern, 32, NULL, typed, -1, &error);
	u_strFromUTF8(text, 32, NULL, written, -1, &error);
	check(error);
	search = usearch_openFromCollator(pattern, -1, text, -1, collator, NULL, &error);
	check(error);
	usearch_setAttribute(search, USEARCH_ELEMENT_COMPARISON,
						 USEARCH_PATTERN_BASE_WEIGHT_IS_WILDCARD, &error);
	at = usearch_first(search, &error);
	check(error);
	usearch_close(search);
	return at == 0;
}

static bool
marks_match(const alphabet_letter *typed, const alphabet_letter *written)
{
	return typed->base == written->base &&
		   (typed->quality_mark == 0 || typed->quality_mark == written->quality_mark) &&
		   (typed->tone_mark == 0 || typed->tone_mark == written->tone_mark);
}

/*
 * True if motcua should match two letters that are followed by these letters. The letters i and y
 * alone are two spellings of one sound, as in y tế and i tế, so either matches the other.
 */
static bool
should_match(const alphabet_letter *typed, const alphabet_letter *written, const char *behind)
{
	alphabet_letter same = *typed;

	if (behind[0] == '\0' && strchr("iy", (int) typed->base) && strchr("iy", (int) written->base))
		same.base = written->base;
	return marks_match(&same, written);
}

static bool
ours_matches(const char *typed, const char *written)
{
	mc_syllables left = mc_syllables_of(typed, strlen(typed));
	mc_syllables right = mc_syllables_of(written, strlen(written));
	mc_syllable left_syllable;
	mc_syllable right_syllable;

	return mc_next_syllable(&left, &left_syllable) && mc_next_syllable(&right, &right_syllable) &&
		   mc_syllable_matches(&left_syllable, &right_syllable);
}

static void
judge(const char *locale, const char *behind)
{
	UCollator *collator = collator_of(locale);
	int agree = 0, missed = 0, spurious = 0, ours_differ = 0;

	for (int pair = 0; pair < N_LETTERS * N_LETTERS; pair++)
	{
		alphabet_letter typed = alphabet_letter_at(pair % N_LETTERS, false);
		alphabet_letter written = alphabet_letter_at(pair / N_LETTERS, false);
		bool expected = marks_match(&typed, &written);
		char left[16];
		char right[16];
		bool icu;

		snprintf(left, sizeof(left), "%s%s", typed.nfc, behind);
		snprintf(right, sizeof(right), "%s%s", written.nfc, behind);
		icu = icu_matches(collator, left, right);
		agree += icu == expected;
		missed += expected && !icu;
		spurious += icu && !expected;
		ours_differ += ours_matches(left, right) != should_match(&typed, &written, behind);
	}
	printf("%s%s%s agree %d missed %d spurious %d ours %d\n", locale[0] ? locale : "und",
		   behind[0] ? " " : "", behind, agree, missed, spurious, ours_differ);
	ucol_close(collator);
}

int
main(void)
{
	judge("", "");
	judge("", "n");
	judge("vi", "");
	return 0;
}

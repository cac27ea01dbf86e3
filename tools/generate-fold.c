/*
 * Prints src/core/search/fold_data.h: what every code point is to the search of Vietnamese text
 * (src/core/search/vi_letter.h), derived from ICU:
 *
 * 1. the compatibility decomposition, where it begins with Latin base letters: ế, ﬁ, Ａ, ª;
 * 2. for the other letters of the Latin script, the letters that ICU's root collation holds
 *    equal at its first level: ø = o, ł = l, æ = ae, ß = ss;
 * 3. else the letter of the character's name, as in LATIN SMALL LETTER B WITH STROKE;
 * 4. by decision: Ɖ ɖ are the d with a stroke that ð Ð stand for in pasted text.
 *
 * A letter that none of the rules knows is what the other one of its case pair is: Ɋ = ɋ = q.
 * Digits of all scripts are digits. Letters of other scripts, and the few Latin ones that
 * none of the rules knows, stand for themselves in lower case.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/uvernum.h>

#include "core/search/fold_table.h"
#include "core/search/vi_letter.h"

#define LIMIT MC_FOLD_LIMIT /* above: ideographs, letters nobody types here, private use */
#define PAGE MC_FOLD_PAGE
#define PAGE_COUNT (LIMIT / PAGE)
#define MOST_ENTRIES 4096

static const UNormalizer2 *nfkd;
static UCollator *root;
static uint32_t entries[MOST_ENTRIES];
static int n_entries;
static uint16_t pages[PAGE_COUNT][PAGE];
static int n_pages;
static uint16_t page_of[PAGE_COUNT];

static void
die(const char *what)
{
	fprintf(stderr, "generate-fold: %s\n", what);
	exit(1);
}

static int
decompose(UChar32 code_point, UChar out[32])
{
	UErrorCode error = U_ZERO_ERROR;
	UChar text[2];
	int length = 0;

	U16_APPEND_UNSAFE(text, length, code_point);
	length = unorm2_normalize(nfkd, text, length, out, 32, &error);
	return U_FAILURE(error) ? 0 : length;
}

static mc_quality
mark_quality(UChar32 mark)
{
	switch (mark)
	{
		case 0x0306:
			return MC_BREVE;
		case 0x0302:
			return MC_CIRCUMFLEX;
		case 0x031B:
			return MC_HORN;
		case 0x0335: /* the short stroke overlay */
			return MC_STROKE;
		default:
			return MC_PLAIN;
	}
}

static mc_tone
mark_tone(UChar32 mark)
{
	switch (mark)
	{
		case 0x0300:
			return MC_HUYEN;
		case 0x0309:
			return MC_HOI;
		case 0x0303:
			return MC_NGA;
		case 0x0301:
			return MC_SAC;
		case 0x0323:
			return MC_NANG;
		default:
			return MC_LEVEL;
	}
}

static bool
is_mark(UChar32 code_point)
{
	UErrorCode error = U_ZERO_ERROR;
	UScriptCode script = uscript_getScript(code_point, &error);

	if (u_hasBinaryProperty(code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
		return true;
	if (u_charType(code_point) != U_NON_SPACING_MARK && u_charType(code_point) != U_ENCLOSING_MARK)
		return false;
	return script == USCRIPT_INHERITED || script == USCRIPT_COMMON;
}

static bool
is_letter(UChar32 code_point)
{
	return (U_GET_GC_MASK(code_point) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_NL_MASK)) != 0;
}

static uint32_t
entry_of_kind(mc_sign_kind kind)
{
	return (uint32_t) kind << MC_FOLD_KIND_SHIFT;
}

/* Small base letters, at most three, with the quality and the tone of the last one's marks. */
static uint32_t
latin_entry(const char *letters, mc_quality quality, mc_tone tone)
{
	uint32_t entry = entry_of_kind(MC_LATIN) | (uint32_t) quality << MC_FOLD_QUALITY_SHIFT |
					 (uint32_t) tone << MC_FOLD_TONE_SHIFT;

	for (int at = 0; letters[at]; at++)
		entry |= (uint32_t) (letters[at] - 'a' + 1) << (5 * at);
	return entry;
}

/* Rule 1; 0 where it does not apply. */
static uint32_t
entry_by_decomposition(UChar32 code_point)
{
	UChar parts[32];
	int length = decompose(code_point, parts);
	char letters[MC_BASE_LETTERS + 1] = "";
	int n_letters = 0;
	mc_quality quality = MC_PLAIN;
	mc_tone tone = MC_LEVEL;

	for (int at = 0; at < length; at++)
	{
		UChar32 part = u_tolower(parts[at]);

		if (part >= 'a' && part <= 'z' && n_letters < MC_BASE_LETTERS)
			letters[n_letters++] = (char) part;
		else if (n_letters == 0 || !is_mark(part))
			return 0;
		else
		{
			uint32_t bearer = (uint32_t) letters[n_letters - 1];

			if (mc_quality_on(bearer, mark_quality(part)) != MC_PLAIN)
				quality = mark_quality(part);
			if (mc_tone_on(bearer, mark_tone(part)) != MC_LEVEL)
				tone = mark_tone(part);
		}
	}
	return n_letters == 0 ? 0 : latin_entry(letters, quality, tone);
}

static bool
is_equal_in_root(UChar32 code_point, const char *letters)
{
	UChar left[2], right[4];
	int length = 0;

	U16_APPEND_UNSAFE(left, length, code_point);
	u_uastrcpy(right, letters);
	return ucol_strcoll(root, left, length, right, -1) == UCOL_EQUAL;
}

/* Rule 2: one or two letters. */
static uint32_t
entry_by_collation(UChar32 code_point)
{
	for (char first = 'a'; first <= 'z'; first++)
		for (char second = 'a' - 1; second <= 'z'; second++)
		{
			char letters[] = {first, second < 'a' ? '\0' : second, '\0'};

			if (is_equal_in_root(code_point, letters))
				return latin_entry(letters, first == 'd' && second < 'a' ? MC_STROKE : MC_PLAIN,
								   MC_LEVEL);
		}
	return 0;
}

/* Rule 3. */
static uint32_t
entry_by_name(UChar32 code_point)
{
	UErrorCode error = U_ZERO_ERROR;
	char name[128];
	char letters[2] = "";
	const char *at;

	u_charName(code_point, U_UNICODE_CHAR_NAME, name, sizeof(name), &error);
	at = strstr(name, " LETTER ");
	if (U_FAILURE(error) || at == NULL || strncmp(name, "LATIN ", 6) != 0 ||
		strncmp(at + 9, " WITH ", 6) != 0)
		return 0;
	letters[0] = (char) (at[8] - 'A' + 'a');
	return latin_entry(letters, MC_PLAIN, MC_LEVEL);
}

/* 0 where the character is no Latin letter that a base letter stands for. */
static uint32_t
latin_entry_of(UChar32 code_point)
{
	UErrorCode error = U_ZERO_ERROR;
	uint32_t entry;

	if (code_point == 0x0189 || code_point == 0x0256) /* rule 4 */
		return latin_entry("d", MC_STROKE, MC_LEVEL);
	entry = entry_by_decomposition(code_point);
	if (entry == 0 && uscript_getScript(code_point, &error) == USCRIPT_LATIN)
		entry = entry_by_collation(code_point);
	if (entry == 0)
		entry = entry_by_name(code_point);
	return entry;
}

static int
digit_of(UChar32 code_point)
{
	int value = u_charDigitValue(code_point);
	UChar parts[32];

	if (value < 0 && u_charType(code_point) == U_OTHER_NUMBER && decompose(code_point, parts) == 1)
		value = u_charDigitValue(parts[0]);
	return value;
}

/* Modifier letters that are no letters here: the apostrophes of H’Hen and Ea Hʼleo. */
static bool
is_apostrophe(UChar32 code_point)
{
	UErrorCode error = U_ZERO_ERROR;

	return u_charType(code_point) == U_MODIFIER_LETTER &&
		   uscript_getScript(code_point, &error) == USCRIPT_COMMON;
}

static uint32_t
entry_of(UChar32 code_point)
{
	uint32_t upper = u_isUUppercase(code_point) ? MC_FOLD_UPPER_BIT : 0;
	uint32_t entry;

	if (is_mark(code_point))
		return entry_of_kind(MC_MARK) |
			   (uint32_t) mark_quality(code_point) << MC_FOLD_QUALITY_SHIFT |
			   (uint32_t) mark_tone(code_point) << MC_FOLD_TONE_SHIFT;
	if (digit_of(code_point) >= 0)
		return entry_of_kind(MC_DIGIT) | (uint32_t) digit_of(code_point);
	if (!is_letter(code_point))
		return entry_of_kind(MC_SEPARATOR);
	entry = latin_entry_of(code_point);
	/* One of a pair may be known where the other is not: ɋ Ɋ, Ɵ ɵ. */
	if (entry == 0)
		entry = latin_entry_of(u_tolower(code_point));
	if (entry == 0)
		entry = latin_entry_of(u_toupper(code_point));
	if (entry != 0)
		return entry | upper;
	if (is_apostrophe(code_point))
		return entry_of_kind(MC_SEPARATOR);
	return entry_of_kind(MC_OTHER_LETTER) |
		   ((uint32_t) (u_tolower(code_point) - code_point) & MC_FOLD_DELTA_MASK) | upper;
}

/* U+0340 and U+0341 are the tone marks they decompose to. */
static UChar32
canonical_mark(UChar32 code_point)
{
	return code_point == 0x0340 ? 0x0300 : code_point == 0x0341 ? 0x0301 : code_point;
}

static uint16_t
number_of_entry(uint32_t entry)
{
	for (int at = 0; at < n_entries; at++)
		if (entries[at] == entry)
			return (uint16_t) at;
	if (n_entries == MOST_ENTRIES)
		die("too many different entries");
	entries[n_entries] = entry;
	return (uint16_t) n_entries++;
}

static uint16_t
number_of_page(const uint16_t page[PAGE])
{
	for (int at = 0; at < n_pages; at++)
		if (memcmp(pages[at], page, sizeof(pages[0])) == 0)
			return (uint16_t) at;
	memcpy(pages[n_pages], page, sizeof(pages[0]));
	return (uint16_t) n_pages++;
}

static void
fill(void)
{
	for (int page = 0; page < PAGE_COUNT; page++)
	{
		uint16_t numbers[PAGE];

		for (int at = 0; at < PAGE; at++)
			numbers[at] = number_of_entry(entry_of(canonical_mark(page * PAGE + at)));
		page_of[page] = number_of_page(numbers);
	}
}

static void
print_numbers(int count, const uint16_t *numbers)
{
	for (int at = 0; at < count; at++)
		printf("%s%d,%s", at % 16 == 0 ? "\t" : " ", numbers[at], at % 16 == 15 ? "\n" : "");
}

static void
print_header(void)
{
	printf(
		"/*\n * Made by tools/generate-fold.c: do not edit.\n * Source: ICU %s, Unicode %s.\n *\n",
		U_ICU_VERSION, U_UNICODE_VERSION);
	printf(
		" * This is the fold table, which src/core/search/vi_letter.c includes.\n"
		" * An entry has these bits:\n"
		" *   0-14   up to three base letters of five bits each, a = 1; or the value of a digit\n"
		" *   0-20   for a letter of another script, the number that is added for lower case\n"
		" *   15-17  quality\n"
		" *   18-20  tone\n"
		" *   21     set for a capital\n"
		" *   22-24  kind\n"
		" * An entry is found through a page of %d code points.\n */\n",
		PAGE);
}

int
main(void)
{
	UErrorCode error = U_ZERO_ERROR;

	nfkd = unorm2_getNFKDInstance(&error);
	root = ucol_open("", &error);
	if (U_FAILURE(error))
		die(u_errorName(error));
	ucol_setStrength(root, UCOL_PRIMARY);
	fill();
	print_header();
	printf("const uint32_t mc_fold_entries[%d] = {\n", n_entries);
	for (int at = 0; at < n_entries; at++)
		printf("%s0x%07X,%s", at % 10 == 0 ? "\t" : " ", entries[at],
			   at % 10 == 9 || at == n_entries - 1 ? "\n" : "");
	printf("};\n\nconst uint16_t mc_fold_page_of[%d] = {\n", PAGE_COUNT);
	print_numbers(PAGE_COUNT, page_of);
	printf("};\n\nconst uint16_t mc_fold_pages[%d][%d] = {\n", n_pages, PAGE);
	for (int page = 0; page < n_pages; page++)
	{
		printf("\t{\n");
		print_numbers(PAGE, pages[page]);
		printf("\t},\n");
	}
	printf("};\n");
	ucol_close(root);
	return 0;
}

/*
 * This program prints src/core/search/fold_data.h, the table that says what every code point is to
 * the search of Vietnamese text (src/core/search/vi_letter.h). The script tools/generate-fold
 * compiles and runs it. The program asks ICU about each code point and finds the Latin base letters
 * of a letter by the first of these rules that applies:
 *
 * 1. The compatibility decomposition has them, if it begins with Latin base letters: ế, ﬁ, Ａ, ª.
 * 2. For another letter of the Latin script, they are the letters that are equal to it at the first
 *    level of ICU's root collation: ø = o, ł = l, æ = ae, ß = ss.
 * 3. The name of the character has the letter, as in LATIN SMALL LETTER B WITH STROKE.
 *
 * Rule 4 comes before these: we decided that Ɖ and ɖ are the d with a stroke, as ð and Ð are, which
 * stand for it in pasted text. If no rule applies to a letter, the rules are tried on the other
 * letter of its case pair: Ɋ = ɋ = q. Digits of all scripts are digits. Letters of other scripts,
 * and the few Latin letters to which no rule applies, stand for themselves in lower case.
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

/*
 * The table has the code points below LIMIT. Those above it are ideographs, letters that nobody in
 * Viet Nam types, and code points for private use.
 */
#define LIMIT MC_FOLD_LIMIT
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

/* Print an error and end the program with status 1. */
static void
die(const char *what)
{
	fprintf(stderr, "generate-fold: %s\n", what);
	exit(1);
}

/*
 * Write the compatibility decomposition (NFKD) of a code point to `out`. Return its length in
 * UTF-16 code units, or 0 if ICU reports an error.
 */
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

/* Return the quality that a combining mark gives to a letter, or MC_PLAIN if it gives none. */
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

/* Return the tone that a combining mark stands for, or MC_LEVEL if it stands for none. */
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

/*
 * True if the code point is no letter of its own, but a mark on the letter before it. These are
 * combining marks of no particular script, and invisible characters that programs may ignore.
 */
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

/* True if the code point is a letter, another mark, or a number that is written as a letter (Ⅳ). */
static bool
is_letter(UChar32 code_point)
{
	return (U_GET_GC_MASK(code_point) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_NL_MASK)) != 0;
}

/* Return an entry that has only a kind. print_header() describes the bits of an entry. */
static uint32_t
entry_of_kind(mc_sign_kind kind)
{
	return (uint32_t) kind << MC_FOLD_KIND_SHIFT;
}

/*
 * Return the entry for one to three base letters in lower case. Quality and tone come from the
 * marks on the last letter.
 */
static uint32_t
latin_entry(const char *letters, mc_quality quality, mc_tone tone)
{
	uint32_t entry = entry_of_kind(MC_LATIN) | (uint32_t) quality << MC_FOLD_QUALITY_SHIFT |
					 (uint32_t) tone << MC_FOLD_TONE_SHIFT;

	for (int at = 0; letters[at]; at++)
		entry |= (uint32_t) (letters[at] - 'a' + 1) << (5 * at);
	return entry;
}

/* Return the entry of a code point by rule 1, or 0 if the rule does not apply. */
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

/* True if ICU's root collation holds a code point and some letters equal at its first level. */
static bool
is_equal_in_root(UChar32 code_point, const char *letters)
{
	UChar left[2], right[4];
	int length = 0;

	U16_APPEND_UNSAFE(left, length, code_point);
	u_uastrcpy(right, letters);
	return ucol_strcoll(root, left, length, right, -1) == UCOL_EQUAL;
}

/* Return the entry of a code point with one or two letters by rule 2, or 0 if it does not apply. */
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

/* Return the entry of a code point by rule 3, or 0 if the rule does not apply. */
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

/* Return the entry of a code point by the first rule that applies, or 0 if none does. */
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

/* Return the value of a digit of any script, also of ² and ①, or -1 for other code points. */
static int
digit_of(UChar32 code_point)
{
	int value = u_charDigitValue(code_point);
	UChar parts[32];

	if (value < 0 && u_charType(code_point) == U_OTHER_NUMBER && decompose(code_point, parts) == 1)
		value = u_charDigitValue(parts[0]);
	return value;
}

/*
 * True if Unicode calls the code point a modifier letter, but Vietnamese text uses it as an
 * apostrophe. The names H’Hen and Ea Hʼleo are examples.
 */
static bool
is_apostrophe(UChar32 code_point)
{
	UErrorCode error = U_ZERO_ERROR;

	return u_charType(code_point) == U_MODIFIER_LETTER &&
		   uscript_getScript(code_point, &error) == USCRIPT_COMMON;
}

/* Return the entry of a code point. */
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
	/* The rules may apply to only one letter of a case pair, as with ɋ Ɋ and Ɵ ɵ. */
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

/*
 * Return a code point, or the tone mark to which Unicode decomposes the obsolete marks U+0340 and
 * U+0341.
 */
static UChar32
canonical_mark(UChar32 code_point)
{
	return code_point == 0x0340 ? 0x0300 : code_point == 0x0341 ? 0x0301 : code_point;
}

/* Return the number of an entry in `entries`, and add the entry if it is new. */
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

/* Return the number of a page in `pages`, and add the page if it is new. Equal pages are shared. */
static uint16_t
number_of_page(const uint16_t page[PAGE])
{
	for (int at = 0; at < n_pages; at++)
		if (memcmp(pages[at], page, sizeof(pages[0])) == 0)
			return (uint16_t) at;
	memcpy(pages[n_pages], page, sizeof(pages[0]));
	return (uint16_t) n_pages++;
}

/* Fill `entries`, `pages` and `page_of` for all code points below LIMIT. */
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

/* Print numbers as elements of an array, 16 on a line. */
static void
print_numbers(int count, const uint16_t *numbers)
{
	for (int at = 0; at < count; at++)
		printf("%s%d,%s", at % 16 == 0 ? "\t" : " ", numbers[at], at % 16 == 15 ? "\n" : "");
}

/* Print the comment at the top of the file, which describes the bits of an entry. */
static void
print_header(void)
{
	printf("/*\n * This file was made by tools/generate-fold.c: do not edit it.\n"
		   " * Source: ICU %s, Unicode %s.\n *\n",
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

/*
 * Recognising compound tokens: codes, numbers of documents, telephone numbers and addresses of
 * mail and web. The tokens of vi_token.c and the lexemes of vi_lexeme.c are made with it.
 */
#include "core/search/vi_compound.h"

#include <string.h>

#include "core/base/utf8.h"
#include "core/codes/dossier_code.h"
#include "core/codes/procedure_code.h"

#define CODE_BYTES_MAX MC_DOSSIER_TEXT_MAX
#define LOCAL_PART_MAX 64 /* bytes before the @ of an e-mail address, RFC 5321 */
#define DOMAIN_MAX 255 /* bytes of a domain */
#define DOCUMENT_DIGITS_MAX 6
#define GROUP_LETTERS_MAX 12 /* letters of one abbreviation in the number of a document */
#define GROUPS_MAX 5 /* abbreviations in the number of a document */
#define URL_PREFIX_MAX 8 /* bytes of https:// */

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool
is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool
is_alphanumeric(char byte)
{
	return is_digit(byte) || is_letter(byte);
}

static bool
sees(const char *text, size_t at, size_t end, char byte)
{
	return at < end && text[at] == byte;
}

/*
 * Return the offset behind the digits that begin at `at`, but at most one digit more than `wanted`,
 * so that the reader of a short number never scans a long row of digits.
 */
static size_t
skip_digits(const char *text, size_t at, size_t end, size_t wanted)
{
	size_t stop = at;

	while (stop < end && stop - at <= wanted && is_digit(text[stop]))
		stop++;
	return stop;
}

bool
mc_syllable_may_end(const char *text, size_t at, size_t end)
{
	const char *next = text + at;

	return at >= end || mc_sign_of(mc_decode_utf8(&next, text + end)).kind == MC_SEPARATOR;
}

/* ---- codes ---- */

/* True if a code may begin at `at`. The test is cheap, and false for most words and numbers. */
static bool
may_begin_code(const char *text, size_t at, size_t end)
{
	if (end - at < 3)
		return false;
	if (is_letter(text[at]))
		return is_digit(text[at + 1]) && is_digit(text[at + 2]);
	return is_digit(text[at]) && (text[at + 1] == '.' || sees(text, at + 3, end, '.'));
}

/* True if the text is a code. Store its kind. */
static bool
is_code(const char *text, size_t length, mc_token_kind *kind)
{
	uint8_t bytes[MC_DOSSIER_BYTES_MAX > MC_PROCEDURE_BYTES_MAX ? MC_DOSSIER_BYTES_MAX
																: MC_PROCEDURE_BYTES_MAX];
	mc_code_error error;

	if (mc_read_dossier_code(text, length, bytes, &error) > 0)
		*kind = MC_TOKEN_DOSSIER_CODE;
	else if (mc_read_procedure_code(text, length, bytes, &error) > 0)
		*kind = MC_TOKEN_PROCEDURE_CODE;
	else if (mc_read_agency_code(text, length, bytes, &error) > 0)
		*kind = MC_TOKEN_AGENCY_CODE;
	else
		return false;
	return true;
}

/* Return the end of the longest code that begins at `at`, and store its kind. */
static size_t
code_end(const char *text, size_t at, size_t end, mc_token_kind *kind)
{
	size_t stop = at;

	if (!may_begin_code(text, at, end))
		return at;
	while (stop < end && stop - at < CODE_BYTES_MAX &&
		   (is_alphanumeric(text[stop]) || text[stop] == '.' || text[stop] == '-'))
		stop++;
	for (; stop > at; stop--)
		if (is_alphanumeric(text[stop - 1]) && mc_syllable_may_end(text, stop, end) &&
			is_code(text + at, stop - at, kind))
			return stop;
	return at;
}

/* ---- document numbers ---- */

/*
 * A group of letters in the number of a document: QĐ, UBND, TTg, QH15. Such groups lack the vowels
 * a, e, i, o and y, so a group with one of these is pronounceable: Le-Loi is a street.
 */
typedef struct letter_group
{
	size_t end;
	bool pronounceable;
} letter_group;

/*
 * True if a letter or digit may stand in a group that already has `so_far` of them. Abbreviations
 * never contain tones, breves or circumflexes, and they do not begin with a digit.
 */
static bool
group_takes(const mc_sign *sign, int so_far)
{
	if (sign->kind == MC_DIGIT)
		return so_far > 0;
	return sign->kind == MC_LATIN && sign->n_letters == 1 && sign->tone == MC_LEVEL &&
		   sign->quality != MC_BREVE && sign->quality != MC_CIRCUMFLEX;
}

/* Read a group of letters. Return false if none begins at `at`. */
static bool
read_group(const char *text, size_t at, size_t end, letter_group *group)
{
	const char *next = text + at;
	int letters = 0;

	*group = (letter_group){at, false};
	while (group->end < end && letters < GROUP_LETTERS_MAX)
	{
		mc_sign sign = mc_sign_of(mc_decode_utf8(&next, text + end));

		if (!group_takes(&sign, letters))
			break;
		if (strchr("aeioy", (int) sign.letters[0]) != NULL)
			group->pronounceable = true;
		letters++;
		group->end = (size_t) (next - text);
	}
	return letters > 0 && mc_syllable_may_end(text, group->end, end);
}

/*
 * Return the offset behind a hyphen, or `at` if none is there. Word processors turn hyphens into
 * en dashes (bytes E2 80 93), so an en dash is one too.
 */
static size_t
skip_hyphen(const char *text, size_t at, size_t end)
{
	if (sees(text, at, end, '-'))
		return at + 1;
	return end - at >= 3 && memcmp(text + at, "\xE2\x80\x93", 3) == 0 ? at + 3 : at;
}

/* Read groups joined by hyphens. Return how many there are, and store the offset behind them. */
static int
read_groups(const char *text, size_t at, size_t end, size_t *groups_end, bool *pronounceable)
{
	letter_group group;
	int count = 0;
	size_t next = at;

	while (count < GROUPS_MAX && read_group(text, next, end, &group))
	{
		if (count++ == 0)
			*pronounceable = group.pronounceable;
		*groups_end = group.end;
		next = skip_hyphen(text, group.end, end);
		if (next == group.end)
			break;
	}
	return count;
}

/* Return the offset behind a year such as "/2021", or `at` if no year is there. */
static size_t
skip_year(const char *text, size_t at, size_t end)
{
	size_t year = at + 1;

	if (!sees(text, at, end, '/') || skip_digits(text, year, end, 4) != year + 4)
		return at;
	return memcmp(text + year, "19", 2) == 0 || memcmp(text + year, "20", 2) == 0 ? year + 4 : at;
}

/*
 * Return the end of the number of a document: number [/ year] / groups. A number
 * without a year must have at least two groups, and the first one must not be pronounceable,
 * because 12/A and 12/Ngo-Quyen are addresses.
 */
static size_t
document_number_end(const char *text, size_t at, size_t end)
{
	size_t number = skip_digits(text, at, end, DOCUMENT_DIGITS_MAX);
	size_t year = skip_year(text, number, end);
	size_t stop = at;
	bool pronounceable = false;
	int groups;

	if (number == at || number - at > DOCUMENT_DIGITS_MAX || !sees(text, year, end, '/'))
		return at;
	groups = read_groups(text, year + 1, end, &stop, &pronounceable);
	if (groups == 0 || (year == number && (groups == 1 || pronounceable)))
		return at;
	return stop;
}

/* ---- telephone numbers ---- */

/*
 * Return the offset behind the code of the country (+84 or 84) or the 0, perhaps after an opening
 * bracket. Return 0 if neither is there.
 */
static size_t
skip_phone_prefix(const char *text, size_t at, size_t end)
{
	if (sees(text, at, end, '('))
		at++;
	if (end - at > 3 && memcmp(text + at, "+84", 3) == 0)
		at += text[at + 3] == ' ' || text[at + 3] == '-' || text[at + 3] == '.' ? 4 : 3;
	else if (sees(text, at, end, '0'))
		at++;
	else if (end - at > 2 && memcmp(text + at, "84", 2) == 0 && is_digit(text[at + 2]))
		at += 2; /* 84.300.000.000 is money, so no separator may follow */
	else
		return 0;
	return at;
}

/*
 * Return how many digits follow the 0 in a number with this first digit: land lines begin with 2,
 * mobile numbers with 3, 5, 7, 8 or 9. Return 0 for any other digit.
 */
static int
phone_digits_wanted(char first)
{
	if (first == '2')
		return 10;
	return strchr("35789", first) != NULL ? 9 : 0;
}

/*
 * Skip one separator in a telephone number, or two after a closing bracket. Return the offset
 * behind the separators, or `at` if no digit follows them.
 */
static size_t
skip_phone_separator(const char *text, size_t at, size_t end)
{
	size_t next = at;

	if (sees(text, next, end, ')'))
		next++;
	if (sees(text, next, end, ' ') || sees(text, next, end, '.') || sees(text, next, end, '-'))
		next++;
	return next < end && is_digit(text[next]) ? next : at;
}

/*
 * Return the end of a telephone number. Store the digits behind the 0 and their number; digits[]
 * must have room for ten.
 */
static size_t
read_phone(const char *text, size_t at, size_t end, char *digits, int *count)
{
	size_t next = skip_phone_prefix(text, at, end);
	int wanted;
	size_t behind;

	*count = 0;
	if (next == 0 || next >= end || !is_digit(text[next]) ||
		(wanted = phone_digits_wanted(text[next])) == 0)
		return at;
	/* The first group (024) has at least three digits with the 0, unlike the date 02.09.2021. */
	if (skip_digits(text, next, end, 2) - next < 2)
		return at;
	while (*count < wanted && next < end)
	{
		if (is_digit(text[next]))
			digits[(*count)++] = text[next++];
		else if ((behind = skip_phone_separator(text, next, end)) > next)
			next = behind;
		else
			return at;
	}
	return *count == wanted && mc_syllable_may_end(text, next, end) ? next : at;
}

size_t
mc_phone_end(const char *text, size_t at, size_t end)
{
	char digits[MC_PHONE_DIGITS];
	int count;

	return read_phone(text, at, end, digits, &count);
}

size_t
mc_phone_digits(const char *text, size_t length, char digits[MC_PHONE_DIGITS])
{
	int count;

	digits[0] = '0';
	if (length == 0 || read_phone(text, 0, length, digits + 1, &count) != length)
		return 0;
	return (size_t) count + 1;
}

/* ---- addresses of mail and web ---- */

/* Return the end of a domain: labels joined by points, at least two, the last made of letters. */
static size_t
domain_end(const char *text, size_t at, size_t end)
{
	size_t stop = at;
	size_t last = at;

	while (stop < end && stop - at < DOMAIN_MAX &&
		   (is_alphanumeric(text[stop]) || text[stop] == '.' || text[stop] == '-'))
		stop++;
	while (stop > at && !is_letter(text[stop - 1]))
		stop--;
	for (last = stop; last > at && is_letter(text[last - 1]);)
		last--;
	if (stop - last < 2 || last < at + 2 || text[last - 1] != '.' || !is_alphanumeric(text[at]))
		return at;
	return mc_syllable_may_end(text, stop, end) ? stop : at;
}

static size_t
email_end(const char *text, size_t at, size_t end)
{
	size_t sign = at;
	size_t stop;

	while (
		sign < end && sign - at < LOCAL_PART_MAX &&
		(is_alphanumeric(text[sign]) || (text[sign] != '\0' && strchr("._+-", text[sign]) != NULL)))
		sign++;
	if (sign == at || !sees(text, sign, end, '@'))
		return at;
	stop = domain_end(text, sign + 1, end);
	return stop > sign + 1 ? stop : at;
}

/* True if the text at `at` begins with a prefix in lower case, whatever the case of its letters. */
static bool
begins_with(const char *text, size_t at, size_t end, const char *prefix)
{
	size_t length = strlen(prefix);

	if (end - at < length)
		return false;
	for (size_t i = 0; i < length; i++)
		if (text[at + i] != prefix[i] &&
			!(is_letter(prefix[i]) && text[at + i] == prefix[i] - 'a' + 'A'))
			return false;
	return true;
}

/*
 * True if a web address may contain the code point: in ASCII, any sign but blanks, controls and the
 * excluded ones; beyond ASCII, any letter, digit or mark.
 */
static bool
url_takes(uint32_t code_point)
{
	if (code_point < 0x80)
		return code_point > ' ' && code_point != 0x7F &&
			   strchr("\"<>\\^`{|}", (int) code_point) == NULL;
	return mc_sign_of(code_point).kind != MC_SEPARATOR;
}

static size_t
url_end(const char *text, size_t at, size_t end)
{
	const char *next = text + at;
	size_t stop = at;

	if (!begins_with(text, at, end, "http://") && !begins_with(text, at, end, "https://") &&
		!begins_with(text, at, end, "www."))
		return at;
	while (stop < end)
	{
		if (!url_takes(mc_decode_utf8(&next, text + end)))
			break;
		if ((size_t) (next - text) - at > MC_TOKEN_BYTES)
			return at;
		stop = (size_t) (next - text);
	}
	while (stop > at && strchr(".,;:!?)]'-_/", text[stop - 1]) != NULL)
		stop--;
	return stop - at > URL_PREFIX_MAX ? stop : at;
}

size_t
mc_compound_end(const char *text, size_t at, size_t end, mc_token_kind *kind)
{
	mc_token_kind code = MC_TOKEN_AGENCY_CODE;
	const struct
	{
		mc_token_kind kind;
		size_t end;
	} found[] = {{MC_TOKEN_URL, url_end(text, at, end)},
				 {MC_TOKEN_EMAIL, email_end(text, at, end)},
				 {MC_TOKEN_DOCUMENT_NUMBER, document_number_end(text, at, end)},
				 {MC_TOKEN_PHONE, mc_phone_end(text, at, end)},
				 {MC_TOKEN_AGENCY_CODE, code_end(text, at, end, &code)}};
	size_t longest = at;

	for (size_t i = 0; i < sizeof(found) / sizeof(found[0]); i++)
		if (found[i].end > longest)
		{
			longest = found[i].end;
			*kind = found[i].kind == MC_TOKEN_AGENCY_CODE ? code : found[i].kind;
		}
	return longest;
}

/*
 * The initials and rimes of Vietnamese syllables and the search in them. vi_tone.c and vi_typo.c
 * call these functions.
 */
#include "core/search/vi_phonotactics.h"

#include <stdint.h>
#include <string.h>

/* The classes of initials. The initials of a class may be followed by the same rimes. */
enum
{
	BARE = 1 << 0, /* no initial */
	PLAIN = 1 << 1, /* most initials */
	LABIAL = 1 << 2, /* b, m, p, ph, v: only few rounded rimes follow these (buýt, voan) */
	C = 1 << 3, /* c, which stands before a, o, u */
	G = 1 << 4, /* g and ng, which stand before a, o, u */
	GH = 1 << 5, /* gh and ngh, which stand before e, i */
	K = 1 << 6, /* k, which stands before e, i, y */
	QU = 1 << 7,
	GI = 1 << 8
};

#define OPEN (BARE | PLAIN | LABIAL)
#define BACK (OPEN | C | G) /* initials before rimes that begin with a, o, u */
#define FRONT (OPEN | GH | K) /* initials before rimes that begin with e, i */
#define ROUND (BARE | PLAIN | G) /* initials before rounded rimes: oa, oe, ue, uy and so on */

/* An initial or a rime. Both tables of these parts are sorted by their letters. */
typedef struct table_part
{
	char letters[5]; /* padded with zero bytes */
	uint16_t classes; /* class of an initial, or classes of the initials before a rime */
} table_part;

static const table_part initials[] = {
	{"", BARE},     {"b", LABIAL}, {"c", C},     {"ch", PLAIN}, {"d", PLAIN},  {"g", G},
	{"gh", GH},     {"gi", GI},    {"h", PLAIN}, {"k", K},      {"kh", PLAIN}, {"l", PLAIN},
	{"m", LABIAL},  {"n", PLAIN},  {"ng", G},    {"ngh", GH},   {"nh", PLAIN}, {"p", LABIAL},
	{"ph", LABIAL}, {"qu", QU},    {"r", PLAIN}, {"s", PLAIN},  {"t", PLAIN},  {"th", PLAIN},
	{"tr", PLAIN},  {"v", LABIAL}, {"x", PLAIN},
};

/*
 * The rimes without their marks. A rime behind gi or qu stands here without the i or the u, which
 * belongs to the initial: giếng is gi and eng, gìn is gi and n, quốc is qu and oc, quỳnh is qu and
 * ynh.
 */
static const table_part rimes[] = {
	{"", GI},
	{"a", BACK | QU | GI},
	{"ac", BACK | QU | GI},
	{"ach", BACK | QU | GI},
	{"ai", BACK | QU | GI},
	{"am", BACK | QU | GI},
	{"an", BACK | QU | GI},
	{"ang", BACK | QU | GI},
	{"anh", BACK | QU | GI},
	{"ao", BACK | QU | GI},
	{"ap", BACK | QU | GI},
	{"at", BACK | QU | GI},
	{"au", BACK | QU | GI},
	{"ay", BACK | QU | GI},
	{"ch", GI},
	{"e", FRONT | QU | GI},
	{"ec", FRONT | GI},
	{"ech", FRONT | QU},
	{"em", FRONT | QU | GI},
	{"en", FRONT | QU | GI},
	{"eng", FRONT | QU | GI},
	{"enh", FRONT | QU},
	{"eo", FRONT | QU | GI},
	{"ep", FRONT | GI},
	{"et", FRONT | QU | GI},
	{"eu", FRONT | QU | GI},
	{"i", FRONT | QU},
	{"ia", FRONT},
	{"ich", FRONT | QU},
	{"iec", FRONT & ~BARE},
	{"iem", FRONT & ~BARE},
	{"ien", FRONT & ~BARE},
	{"ieng", FRONT & ~BARE},
	{"iep", FRONT & ~BARE},
	{"iet", FRONT & ~BARE},
	{"ieu", FRONT & ~BARE},
	{"im", FRONT},
	{"in", FRONT | QU},
	{"inh", FRONT | QU},
	{"ip", FRONT},
	{"it", FRONT | QU},
	{"iu", FRONT | QU},
	{"m", GI},
	{"n", GI},
	{"o", BACK | QU | GI},
	{"oa", ROUND},
	{"oac", ROUND},
	{"oach", ROUND},
	{"oai", ROUND},
	{"oam", ROUND},
	{"oan", ROUND | LABIAL},
	{"oang", ROUND},
	{"oanh", ROUND},
	{"oao", ROUND},
	{"oap", ROUND},
	{"oat", ROUND},
	{"oay", ROUND | LABIAL},
	{"oc", BACK | QU | GI},
	{"oe", ROUND},
	{"oem", ROUND},
	{"oen", ROUND},
	{"oeo", ROUND},
	{"oet", ROUND},
	{"oi", BACK | QU | GI},
	{"om", BACK | GI},
	{"on", BACK | GI},
	{"ong", BACK | GI},
	{"ooc", BACK},
	{"oong", BACK},
	{"op", BACK | GI},
	{"ot", BACK | QU | GI},
	{"p", GI},
	{"t", GI},
	{"u", BACK | GI},
	{"ua", BACK | GI},
	{"uan", ROUND},
	{"uang", ROUND},
	{"uat", ROUND},
	{"uay", ROUND},
	{"uc", BACK | GI},
	{"ue", ROUND},
	{"uech", ROUND},
	{"uenh", ROUND},
	{"ueu", ROUND},
	{"ui", BACK | GI},
	{"um", BACK | GI},
	{"un", BACK | GI},
	{"ung", BACK | GI},
	{"uo", ROUND},
	{"uoc", BACK | GI},
	{"uoi", BACK | GI},
	{"uom", BACK | GI},
	{"uon", BACK | GI},
	{"uong", BACK | GI},
	{"uop", BACK | GI},
	{"uot", BACK | GI},
	{"uou", BACK},
	{"up", BACK | GI},
	{"ut", BACK | GI},
	{"uu", BACK},
	{"uy", ROUND | LABIAL},
	{"uya", ROUND},
	{"uych", ROUND},
	{"uyen", ROUND},
	{"uyet", ROUND},
	{"uyn", ROUND | LABIAL},
	{"uynh", ROUND},
	{"uyp", ROUND},
	{"uyt", ROUND | LABIAL},
	{"uyu", ROUND},
	{"y", OPEN | K | QU},
	{"ych", QU},
	{"yem", BARE},
	{"yen", BARE | QU},
	{"yeng", BARE},
	{"yet", BARE | QU},
	{"yeu", BARE},
	{"yn", QU},
	{"ynh", QU},
	{"yp", QU},
	{"yt", QU},
	{"yu", QU},
};

#define COUNT(table) ((int) (sizeof(table) / sizeof((table)[0])))

/* Compare the letters of a part with a string: the result is below, equal to or above 0. */
static int
compare(const table_part *part, const char *letters, size_t length)
{
	size_t at = 0;

	while (at < sizeof(part->letters) && at < length && part->letters[at] != '\0' &&
		   part->letters[at] == letters[at])
		at++;
	if (at == length)
		return at < sizeof(part->letters) && part->letters[at] != '\0' ? 1 : 0;
	return at < sizeof(part->letters) && part->letters[at] > letters[at] ? 1 : -1;
}

/* Return the classes of an initial or a rime, or 0 if the table does not contain it. */
static unsigned
classes_of(const table_part *table, int count, const char *letters, size_t length)
{
	int low = 0;
	int high = count - 1;

	while (low <= high)
	{
		int middle = (low + high) / 2;
		int order = compare(&table[middle], letters, length);

		if (order == 0)
			return table[middle].classes;
		if (order < 0)
			low = middle + 1;
		else
			high = middle - 1;
	}
	return 0;
}

/* True if the first `at` letters are an initial and the others are a rime that may follow it. */
static bool
splits_at(const char *base, size_t length, size_t at)
{
	unsigned initial = classes_of(initials, COUNT(initials), base, at);

	return initial != 0 && (initial & classes_of(rimes, COUNT(rimes), base + at, length - at)) != 0;
}

/* True if the i of gi is the vowel of a possible syllable, as in gì, gìn and gích. */
static bool
is_vowel_of_gi(const char *base, size_t length)
{
	return base[0] == 'g' && length >= 2 && base[1] == 'i' &&
		   (length == 2 || strchr("cmnpt", base[2]) != NULL);
}

int
mc_initial_of(const char *base, size_t length)
{
	if (length == 0 || length > MC_POSSIBLE_LETTERS)
		return -1;
	for (int initial = length < 3 ? (int) length : 3; initial >= 0; initial--)
		if (splits_at(base, length, (size_t) initial))
			return is_vowel_of_gi(base, length) ? 1 : initial;
	return -1;
}

/* A walk over the neighbours of a string. */
typedef struct neighbour_visit
{
	mc_neighbour_callback callback;
	void *arg;
	int count;
} neighbour_visit;

/* Call back with a changed string if it is a possible syllable. */
static void
offer(neighbour_visit *visit, const char *letters, size_t length)
{
	if (!mc_is_possible_syllable(letters, length))
		return;
	visit->count++;
	visit->callback(letters, length, visit->arg);
}

/*
 * True if the letter at `at` equals the next one. Removing it is then the same as removing the
 * next one, and exchanging the two changes nothing.
 */
static bool
same_as_next(const char *base, size_t length, size_t at)
{
	return at + 1 < length && base[at] == base[at + 1];
}

static void
leave_out(neighbour_visit *visit, const char *base, size_t length)
{
	char changed[MC_POSSIBLE_LETTERS + 1];

	for (size_t at = 0; at < length; at++)
	{
		if (same_as_next(base, length, at))
			continue;
		memcpy(changed, base, at);
		memcpy(changed + at, base + at + 1, length - at - 1);
		offer(visit, changed, length - 1);
	}
}

static void
exchange(neighbour_visit *visit, const char *base, size_t length)
{
	char changed[MC_POSSIBLE_LETTERS + 1];

	memcpy(changed, base, length);
	for (size_t at = 0; at + 1 < length; at++)
	{
		if (same_as_next(base, length, at))
			continue;
		changed[at] = base[at + 1];
		changed[at + 1] = base[at];
		offer(visit, changed, length);
		changed[at] = base[at];
		changed[at + 1] = base[at + 1];
	}
}

static void
replace(neighbour_visit *visit, const char *base, size_t length)
{
	char changed[MC_POSSIBLE_LETTERS + 1];

	memcpy(changed, base, length);
	for (size_t at = 0; at < length; at++)
	{
		for (char letter = 'a'; letter <= 'z'; letter++)
			if (letter != base[at])
			{
				changed[at] = letter;
				offer(visit, changed, length);
			}
		changed[at] = base[at];
	}
}

static void
insert(neighbour_visit *visit, const char *base, size_t length)
{
	char changed[MC_POSSIBLE_LETTERS + 2];

	for (size_t at = 0; at <= length; at++)
	{
		memcpy(changed, base, at);
		memcpy(changed + at + 1, base + at, length - at);
		for (char letter = 'a'; letter <= 'z'; letter++)
		{
			/* Doubling a letter inserts it before the letter; inserting it behind is the same. */
			if (at > 0 && base[at - 1] == letter)
				continue;
			changed[at] = letter;
			offer(visit, changed, length + 1);
		}
	}
}

int
mc_possible_neighbours(const char *base, size_t length, mc_neighbour_callback callback, void *arg)
{
	neighbour_visit visit = {.callback = callback, .arg = arg};

	if (length > MC_POSSIBLE_LETTERS + 1)
		return 0;
	leave_out(&visit, base, length);
	exchange(&visit, base, length);
	replace(&visit, base, length);
	insert(&visit, base, length);
	return visit.count;
}

/*
 * The two templates of text search dictionaries, which PostgreSQL calls. Dictionaries of the first
 * template turn syllables and compound tokens into their forms (core/search/vi_lexeme.h), those of
 * the second turn abbreviations into themselves and the text that they stand for.
 */
#include "postgres.h"

#include "commands/defrem.h"
#include "tsearch/ts_locale.h"
#include "tsearch/ts_public.h"
#include "utils/builtins.h"

#include "common/compat.h"
#include "core/search/vi_abbreviation.h"
#include "core/search/vi_lexeme.h"
#include "search/vi_text.h"

#define MEANING_BYTES_MAX 400 /* bytes of the text that an abbreviation stands for */

/* ---- options ---- */

/* Return the value of the option Forms; refuse an unknown one (22023). */
static mc_forms
forms_option(DefElem *option)
{
	static const char *const names[] = {
		[MC_FORMS_INDEX] = "index", [MC_FORMS_QUERY] = "query", [MC_FORMS_FOLDED] = "folded"};
	char *value = defGetString(option);

	for (size_t forms = 0; forms < lengthof(names); forms++)
		if (pg_strcasecmp(value, names[forms]) == 0)
			return (mc_forms) forms;
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("unknown forms \"%s\"", value),
					errhint("Write Forms = 'index', 'query' or 'folded'.")));
}

/*
 * Read the options of a dictionary: return the forms, and store the value of Rules in *rules if it
 * is given. Refuse other options, Rules too if `rules` is NULL, and a missing Forms (22023).
 */
static mc_forms
read_options(List *options, char **rules)
{
	mc_forms forms = MC_FORMS_INDEX;
	bool stated = false;
	ListCell *cell;

	foreach (cell, options)
	{
		DefElem *option = lfirst_node(DefElem, cell);

		if (strcmp(option->defname, "forms") == 0)
		{
			forms = forms_option(option);
			stated = true;
		}
		else if (rules != NULL && strcmp(option->defname, "rules") == 0)
			*rules = defGetString(option);
		else
			ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
							errmsg("unrecognized dictionary option \"%s\"", option->defname),
							errhint(rules == NULL ? "Use the option Forms."
												  : "Use the options Forms and Rules.")));
	}
	if (!stated)
		ereport(
			ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("a dictionary of this kind needs the option \"Forms\""),
			 errhint(
				 "Write Forms = 'index' for texts, 'query' for queries or 'folded' for both where "
				 "marks do not count.")));
	return forms;
}

/* ---- lists of lexemes ---- */

/* A list of lexemes in the form that PostgreSQL takes. */
typedef struct LexemeList
{
	mc_lexeme_sink sink; /* must be the first member: add_lexeme casts it to the list */
	TSLexeme *lexemes; /* an element of zeros ends the array */
	int count;
	int room;
} LexemeList;

/* Append a lexeme to the list of a sink. */
static void
add_lexeme(mc_lexeme_sink *sink, const char *lexeme, size_t length, bool next_position, int variant)
{
	LexemeList *list = (LexemeList *) sink;

	if (list->count + 1 == list->room)
	{
		list->room *= 2;
		list->lexemes = repalloc(list->lexemes, list->room * sizeof(TSLexeme));
	}
	list->lexemes[list->count++] = (TSLexeme){.nvariant = (uint16) variant,
											  .flags = next_position ? TSL_ADDPOS : 0,
											  .lexeme = pnstrdup(lexeme, length)};
	memset(&list->lexemes[list->count], 0, sizeof(TSLexeme));
}

static LexemeList
empty_list(void)
{
	LexemeList list = {.sink = {add_lexeme}, .room = 12};

	list.lexemes = palloc0(list.room * sizeof(TSLexeme));
	return list;
}

/* ---- the dictionary of everything but abbreviations ---- */

PG_FUNCTION_INFO_V1(motcua_vi_template_init);
Datum
motcua_vi_template_init(PG_FUNCTION_ARGS)
{
	mc_forms *forms = palloc(sizeof(mc_forms));

	motcua_require_utf8();
	*forms = read_options((List *) PG_GETARG_POINTER(0), NULL);
	PG_RETURN_POINTER(forms);
}

PG_FUNCTION_INFO_V1(motcua_vi_template_lexize);
Datum
motcua_vi_template_lexize(PG_FUNCTION_ARGS)
{
	mc_forms *forms = (mc_forms *) PG_GETARG_POINTER(0);
	const char *token = (const char *) PG_GETARG_POINTER(1);
	int32 length = PG_GETARG_INT32(2);
	LexemeList list = empty_list();

	motcua_require_utf8();
	mc_put_token(token, (size_t) length, *forms, &list.sink);
	PG_RETURN_POINTER(list.count > 0 ? list.lexemes : NULL);
}

/* ---- the dictionary of abbreviations ---- */

/* A rule: an abbreviation and the text that it stands for. */
typedef struct Abbreviation
{
	mc_syllable written;
	char *meaning;
	int line; /* place in the list; the first of two equal abbreviations is valid */
} Abbreviation;

/* A dictionary of abbreviations. */
typedef struct Abbreviations
{
	mc_forms forms;
	Abbreviation *rules; /* sorted by base letters, then by line */
	int count;
	int room;
} Abbreviations;

/* Compare the base letters of two syllables; the order is only for the search in the rules. */
static int
compare_bases(const mc_syllable *a, const mc_syllable *b)
{
	if (a->n_letters != b->n_letters)
		return a->n_letters < b->n_letters ? -1 : 1;
	for (int at = 0; at < a->n_letters; at++)
		if (MC_BASE(a->letters[at]) != MC_BASE(b->letters[at]))
			return MC_BASE(a->letters[at]) < MC_BASE(b->letters[at]) ? -1 : 1;
	return 0;
}

static int
compare_rules(const void *left, const void *right)
{
	const Abbreviation *a = left;
	const Abbreviation *b = right;
	int order = compare_bases(&a->written, &b->written);

	return order != 0 ? order : a->line - b->line;
}

/* Store the only syllable of a text. Return false if the text has none or several. */
static bool
only_syllable(const char *text, size_t length, mc_syllable *syllable)
{
	mc_syllables walk = mc_syllables_of(text, length);
	mc_syllable second;

	return mc_next_syllable(&walk, syllable) && !mc_next_syllable(&walk, &second);
}

static void
add_rule(Abbreviations *known, const mc_syllable *written, const char *meaning)
{
	if (known->count == known->room)
	{
		known->room = known->room == 0 ? 16 : known->room * 2;
		known->rules = known->rules == NULL
						   ? palloc(known->room * sizeof(Abbreviation))
						   : repalloc(known->rules, known->room * sizeof(Abbreviation));
	}
	known->rules[known->count] = (Abbreviation){*written, pstrdup(meaning), known->count};
	known->count++;
}

static void
add_shipped_rules(Abbreviations *known)
{
	for (const mc_abbreviation *shipped = mc_abbreviations; shipped->written != NULL; shipped++)
	{
		mc_syllable written;

		if (only_syllable(shipped->written, strlen(shipped->written), &written))
			add_rule(known, &written, shipped->meaning);
	}
}

/*
 * Add the rule of a line of a rules file: the abbreviation, white space, and what it stands for.
 * Empty lines and lines that begin with # are skipped. Refuse any other line (F0000).
 */
static void
add_rule_of_line(Abbreviations *known, const char *line)
{
	const char *begin = line + strspn(line, " \t\r\n\f\v");
	size_t length = strcspn(begin, " \t\r\n\f\v");
	const char *meaning = begin + length;
	mc_syllables walk = mc_syllables_of(meaning, strlen(meaning));
	mc_syllable written;
	mc_syllable word;

	if (length == 0 || *begin == '#')
		return;
	if (!only_syllable(begin, length, &written))
		ereport(ERROR,
				(errcode(ERRCODE_CONFIG_FILE_ERROR),
				 errmsg("abbreviation \"%s\" is not one word of letters and digits",
						pnstrdup(begin, length)),
				 errhint("Write a line as an abbreviation, a blank, and what it stands for.")));
	if (!mc_next_syllable(&walk, &word))
		ereport(ERROR,
				(errcode(ERRCODE_CONFIG_FILE_ERROR),
				 errmsg("nothing stands behind the abbreviation \"%s\"", pnstrdup(begin, length)),
				 errhint("Write a line as an abbreviation, a blank, and what it stands for.")));
	if (strlen(meaning) > MEANING_BYTES_MAX)
		ereport(ERROR, (errcode(ERRCODE_CONFIG_FILE_ERROR),
						errmsg("what stands behind the abbreviation \"%s\" is longer than %d bytes",
							   pnstrdup(begin, length), MEANING_BYTES_MAX),
						errhint("Shorten what it stands for.")));
	add_rule(known, &written, meaning);
}

static void
add_rules_of_file(Abbreviations *known, const char *name)
{
	tsearch_readline_state file;
	char *path = get_tsearch_config_filename(name, "rules");
	char *line;

	if (!tsearch_readline_begin(&file, path))
		ereport(ERROR,
				(errcode(ERRCODE_CONFIG_FILE_ERROR),
				 errmsg("could not open rules file \"%s\": %m", path),
				 errhint("Put the file NAME.rules there, readable for the server, and name it "
						 "Rules = NAME.")));
	while ((line = tsearch_readline(&file)) != NULL)
	{
		add_rule_of_line(known, line);
		pfree(line);
	}
	tsearch_readline_end(&file);
}

PG_FUNCTION_INFO_V1(motcua_vi_abbreviation_init);
Datum
motcua_vi_abbreviation_init(PG_FUNCTION_ARGS)
{
	Abbreviations *known = palloc0(sizeof(Abbreviations));
	char *rules = NULL;

	motcua_require_utf8();
	known->forms = read_options((List *) PG_GETARG_POINTER(0), &rules);
	if (rules == NULL)
		add_shipped_rules(known);
	else
		add_rules_of_file(known, rules);
	if (known->count > 0)
		qsort(known->rules, known->count, sizeof(Abbreviation), compare_rules);
	PG_RETURN_POINTER(known);
}

/* Return the index of the first rule that is not less than a syllable. */
static int
first_rule_for(const Abbreviations *known, const mc_syllable *typed)
{
	int low = 0;
	int high = known->count;

	while (low < high)
	{
		int middle = low + (high - low) / 2;

		if (compare_bases(&known->rules[middle].written, typed) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * Return the first rule for a typed word, or NULL if there is none. The abbreviation of the rule
 * must have the marks of the word; the word may lack marks of the abbreviation.
 */
static const Abbreviation *
find_rule(const Abbreviations *known, const mc_syllable *typed)
{
	for (int at = first_rule_for(known, typed); at < known->count; at++)
	{
		const Abbreviation *rule = &known->rules[at];

		if (compare_bases(&rule->written, typed) != 0)
			break;
		if (mc_syllable_matches(typed, &rule->written))
			return rule;
	}
	return NULL;
}

PG_FUNCTION_INFO_V1(motcua_vi_abbreviation_lexize);
Datum
motcua_vi_abbreviation_lexize(PG_FUNCTION_ARGS)
{
	Abbreviations *known = (Abbreviations *) PG_GETARG_POINTER(0);
	const char *token = (const char *) PG_GETARG_POINTER(1);
	int32 length = PG_GETARG_INT32(2);
	const Abbreviation *rule;
	mc_syllable typed;
	LexemeList list;

	motcua_require_utf8();
	if (!only_syllable(token, (size_t) length, &typed) || (rule = find_rule(known, &typed)) == NULL)
		PG_RETURN_POINTER(NULL);
	list = empty_list();
	mc_put_abbreviation(&typed, rule->meaning, strlen(rule->meaning), known->forms, &list.sink);
	PG_RETURN_POINTER(list.lexemes);
}

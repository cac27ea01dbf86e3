/* Text search dictionaries: syllables and compound tokens in their forms; abbreviations with what they stand for. */
#include "postgres.h"

#include "commands/defrem.h"
#include "tsearch/ts_locale.h"
#include "tsearch/ts_public.h"
#include "utils/builtins.h"

#include "common/compat.h"
#include "core/search/vi_abbreviation.h"
#include "core/search/vi_lexeme.h"
#include "search/vi_text.h"

#define MEANING_BYTES_MAX 400

/* ---- options ---- */

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

/* Reads the options of a dictionary; without `rules` that option is refused. */
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
				 "Write Forms = 'index' for texts, 'query' for queries or 'folded' for both where marks do not count.")));
	return forms;
}

/* ---- lexemes as PostgreSQL takes them ---- */

typedef struct LexemeList
{
	mc_lexeme_sink sink; /* first: the core knows only this */
	TSLexeme *lexemes; /* ends with one that is all zero */
	int count;
	int room;
} LexemeList;

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

typedef struct Abbreviation
{
	mc_syllable written;
	char *meaning;
	int line; /* the first of two that are written the same is meant */
} Abbreviation;

typedef struct Abbreviations
{
	mc_forms forms;
	Abbreviation *rules; /* by base letters */
	int count;
	int room;
} Abbreviations;

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

/* The syllable that a text is; false when it is none, or more. */
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

/* A line of a rules file: the abbreviation, white space, what it stands for. Empty lines and comments (#) say nothing. */
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
		ereport(
			ERROR,
			(errcode(ERRCODE_CONFIG_FILE_ERROR),
			 errmsg("could not open rules file \"%s\": %m", path),
			 errhint(
				 "Put the file NAME.rules there, readable for the server, and name it Rules = NAME.")));
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

/* The first rule that is not before a syllable. */
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

/* The rule for a word as typed: marks that it has must be in the rule, marks that it lacks need not. */
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

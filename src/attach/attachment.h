/*
 * This header declares what the files of attach/, attach/rollup/, integrity/ and opencps/ share. An
 * attachment is a schema of views over an existing table of dossiers. Its views source and settings
 * hold what the caller of attach said; they are its mapping. All its other views and its functions
 * are made from the templates in sql/attachment/ and read the mapping alone.
 */
#ifndef MOTCUA_ATTACHMENT_H
#define MOTCUA_ATTACHMENT_H

#include "lib/stringinfo.h"
#include "nodes/parsenodes.h"

/* The view source begins with this many columns; columns of the argument extra follow them. */
#define MOTCUA_MAPPED_COLUMNS 21

/* The kind of value that a mapped expression must give. */
typedef enum MappedKind
{
	MOTCUA_MAPPED_TEXT, /* any type; the view shows it as text */
	MOTCUA_MAPPED_GROUP, /* like text, but NULL becomes MOTCUA_UNKNOWN_GROUP */
	MOTCUA_MAPPED_BOOLEAN,
	MOTCUA_MAPPED_MOMENT, /* date, timestamp or timestamptz; becomes wall time in Viet Nam */
	MOTCUA_MAPPED_END /* like a moment, but a date becomes its last microsecond */
} MappedKind;

/* The views show this name for units, procedures and fields that are NULL. */
#define MOTCUA_UNKNOWN_GROUP "Chưa xác định"

/* The relation that a call of attach names. */
typedef struct AttachedRelation
{
	Oid relation;
	char *relation_name; /* qualified and quoted */
	char *alias; /* its name alone, quoted: expressions may qualify columns with it */
	char *time_zone; /* of its timestamps without time zone */
} AttachedRelation;

/* ---- the caller's expressions ---- */

/*
 * Return the SQL of a mapped expression, cast to the type that the views need. An error names the
 * argument and repeats what PostgreSQL says about the expression: 42601 if it is not exactly one
 * expression, 42804 if its type does not fit. An expression that is NULL is mapped to NULL.
 */
extern char *motcua_mapped_sql(const AttachedRelation *attached, const char *argument,
							   const char *expression, MappedKind kind);

/* Return the SQL of a column of the argument extra, which keeps its type if that is built in. */
extern char *motcua_extra_sql(const AttachedRelation *attached, const char *column,
							  const char *expression);

/* Return the SQL of the as-of day, a date that depends on no row. NULL stands for today. */
extern char *motcua_day_sql(const char *argument, const char *expression);

/* ---- templates and statements ---- */

/* A placeholder of a template, such as "@schema@", and the text that takes its place. */
typedef struct TemplateValue
{
	const char *name;
	const char *text;
} TemplateValue;

/*
 * Return a copy of a template in which each placeholder is replaced by its text. Placeholders in
 * that text stay as they are, so an inserted name cannot be mistaken for one.
 */
extern char *motcua_fill_template(const char *template, const TemplateValue *values, int count);

/* Return a copy of a template in which @schema@ is replaced by the quoted name of the schema. */
extern char *motcua_fill_schema(const char *template, const char *schema);

/*
 * Set search_path to pg_catalog and pg_temp, so that unqualified names mean objects of PostgreSQL.
 * Return the level that the caller gives to AtEOXact_GUC(true, level) to restore the setting.
 */
extern int motcua_with_safe_search_path(void);

/* Run one or more statements. The caller is connected to SPI. */
extern void motcua_run(const char *sql);

/* Run the statements that the first column of SPI's current result holds. */
extern void motcua_run_result(void);

/* ---- views ---- */

/* How the views of an attachment are built. */
typedef struct ViewStyle
{
	bool invoker; /* readers need rights on the attached table */
	bool rolled_up; /* rates are computed from the roll-up */
	const char *extra_columns; /* of the view dossier: ", d.name" for each */
} ViewStyle;

/* Return the value of @options@ for views that use the reader's rights, or the owner's. */
extern const char *motcua_view_options(bool invoker);

/* Return the style of an attachment's views as they are now. The caller is connected to SPI. */
extern ViewStyle motcua_current_style(const char *schema);

/* Return a template of a view, a function or a roll-up with all placeholders replaced. */
extern char *motcua_expanded_template(const char *template, const char *schema,
									  const ViewStyle *style);

/*
 * Build all views and functions over an existing mapping; those of another style are replaced. The
 * caller is connected to SPI.
 */
extern void motcua_build_views(const char *schema, const ViewStyle *style);

/*
 * Drop the views and functions that motcua_build_views makes, and nothing else. The server raises
 * 2BP01 if other objects depend on them. The caller is connected to SPI.
 */
extern void motcua_drop_views(const char *schema);

/* ---- what is in an attachment's schema ---- */

/* Return the oid of an attachment's schema. Raise 42704 if the schema is not an attachment. */
extern Oid motcua_attachment_schema(const char *schema);

/* Return a copy of the query of a view. */
extern Query *motcua_view_query(Oid view);

/* Return a copy of the query of the view source in a schema, or NULL if there is no such view. */
extern Query *motcua_source_query(Oid namespace);

/*
 * Return the relation that the query of a view source reads, or InvalidOid if it is not just one.
 */
extern Oid motcua_source_relation(const Query *source);

/* True if the schema has the tables of frozen reports that freeze makes. */
extern bool motcua_has_frozen(const char *schema);

/* A roll-up is identified by the oid of its table with this name. */
#define MOTCUA_ROLLUP_DELTA "rollup_delta"

/* Return the roll-up of an attachment, or InvalidOid if there is none. */
extern Oid motcua_rollup_of(const char *schema);

/* ---- what an attachment was made of; the caller is connected to SPI ---- */

/*
 * Return the statements that make an attachment as it is now, a list of strings: the call of
 * attach, the grants, and the call of add_rollup if there is a roll-up.
 */
extern List *motcua_attachment_statements(const char *schema);

/*
 * Return the grants on an attachment's schema and views, a list of strings with one statement each.
 */
extern List *motcua_attachment_grants(const char *schema);

#endif

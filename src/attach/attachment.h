/*
 * An attachment: a schema of views over an existing table of dossiers. Its mapping is what the
 * caller's expressions say (settings, source); everything else comes from the templates
 * in sql/attachment/ and stands on the mapping alone.
 */
#ifndef MOTCUA_ATTACHMENT_H
#define MOTCUA_ATTACHMENT_H

#include "lib/stringinfo.h"
#include "nodes/parsenodes.h"

/* The columns of source that attach maps; what follows them is extra. */
#define MOTCUA_MAPPED_COLUMNS 21

/* What kind of value a mapped expression must give. */
typedef enum motcua_mapped_kind
{
	MOTCUA_MAPPED_TEXT, /* anything, shown as text */
	MOTCUA_MAPPED_GROUP, /* the same, with a name for those that have none */
	MOTCUA_MAPPED_BOOLEAN,
	MOTCUA_MAPPED_MOMENT, /* date, timestamp or timestamptz; becomes wall time in Viet Nam */
	MOTCUA_MAPPED_END /* the same, but a date stands for its end */
} motcua_mapped_kind;

/* The name of the units, procedures and fields that have none. */
#define MOTCUA_UNKNOWN_GROUP "Chưa xác định"

/* A relation under attachment, and how its moments are stored. */
typedef struct motcua_attached
{
	Oid relation;
	char *relation_name; /* qualified and quoted */
	char *alias; /* quoted, as its columns may be qualified in expressions */
	char *time_zone; /* of its timestamps without time zone */
} motcua_attached;

/*
 * The SQL of one mapped expression, cast to what the views need. An expression that is not exactly one,
 * or of a wrong type, is refused in the argument's name with what PostgreSQL said. NULL maps to a NULL.
 */
extern char *motcua_mapped_sql(const motcua_attached *attached, const char *argument,
							   const char *expression, motcua_mapped_kind kind);

/* The same for a column of extra, which keeps its type. */
extern char *motcua_extra_sql(const motcua_attached *attached, const char *column,
							  const char *expression);

/* A day that depends on no row: the as-of day. */
extern char *motcua_day_sql(const char *argument, const char *expression);

/* Statements see no objects but those of pg_catalog unqualified, until AtEOXact_GUC(true, the level returned). */
extern int motcua_with_safe_search_path(void);

/* Runs statements, which must give no rows. */
extern void motcua_run(const char *sql);

/* What the templates are filled with besides the schema. */
typedef struct motcua_view_style
{
	bool invoker; /* readers' rights */
	bool rolled_up; /* rates are summed from the roll-up */
	const char *extra_columns; /* of dossier: ", d.name" each */
} motcua_view_style;

/* The style of the views that an attachment has now. Needs SPI. */
extern motcua_view_style motcua_current_style(const char *schema);

/* A template with its @names@ filled in. */
extern char *motcua_expanded_template(const char *template, const char *schema,
									  const motcua_view_style *style);

/* Builds all views and functions of the templates over an existing mapping, in place of those of another style. */
extern void motcua_build_views(const char *schema, const motcua_view_style *style);

/* Drops what the templates made, and only that; fails where somebody else's objects stand on it. */
extern void motcua_drop_views(const char *schema);

/* Refuses (42704) a schema that is no attachment; returns its oid. */
extern Oid motcua_attachment_schema(const char *schema);

/* Return a copy of the query that a view stands for. */
extern Query *motcua_view_query(Oid view);

/* The parse tree of the view source, and the relation it is over. */
extern Query *motcua_source_query(Oid namespace);
extern Oid motcua_source_relation(const Query *source);

/* Return true for a schema in which freeze has made its tables. */
extern bool motcua_has_frozen(const char *schema);

/* A roll-up is known by its table of deltas. */
#define MOTCUA_ROLLUP_DELTA "rollup_delta"

/* Return the roll-up of an attachment, or InvalidOid. */
extern Oid motcua_rollup_of(const char *schema);

/* The statements that make it again as it is now: the call of attach, the grants, the roll-up. Need SPI. */
extern List *motcua_attachment_statements(const char *schema);

/* The grants on its schema and views, each one statement. Needs SPI. */
extern List *motcua_attachment_grants(const char *schema);

#endif

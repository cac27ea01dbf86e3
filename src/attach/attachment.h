/*
 * This header declares what the files of attach/, attach/rollup/, integrity/ and opencps/ share. An
 * attachment is a schema of views over an existing table of dossiers. Its views settings and
 * mapping hold what the caller of attach said; they are the record of the attachment. All its other
 * views and its functions are made from this record and from the templates in sql/attachment/.
 */
#ifndef MOTCUA_ATTACHMENT_H
#define MOTCUA_ATTACHMENT_H

#include "lib/stringinfo.h"
#include "nodes/parsenodes.h"

#include "common/relation_shape.h"

/* ---- what the caller of attach maps ---- */

/* The kind of value that a mapped expression must give. */
typedef enum MappedKind
{
	MOTCUA_MAPPED_TEXT, /* any type; the view shows it as text */
	MOTCUA_MAPPED_GROUP, /* like text, but NULL becomes MOTCUA_UNKNOWN_GROUP */
	MOTCUA_MAPPED_BOOLEAN,
	MOTCUA_MAPPED_MOMENT, /* date, timestamp or timestamptz; becomes wall time in Viet Nam */
	MOTCUA_MAPPED_END /* like a moment, but a date becomes its last microsecond */
} MappedKind;

/* A column of the view mapping, and the argument of attach that gives its expression. */
typedef struct MappedColumn
{
	const char *name;
	const char *argument;
	MappedKind kind;
	bool is_counted; /* the view fact shows it, too */
} MappedColumn;

/*
 * The view mapping has a column for each of these arguments, in the order of attach: the columns
 * that the view source shows, and last the argument excluded, which source uses as a condition. The
 * columns of the argument extra follow them.
 */
#define MOTCUA_MAPPED_COLUMNS 21
#define MOTCUA_EXCLUDED MOTCUA_MAPPED_COLUMNS
#define MOTCUA_ARGUMENT_COLUMNS (MOTCUA_MAPPED_COLUMNS + 1)
extern const MappedColumn motcua_mapped_columns[MOTCUA_ARGUMENT_COLUMNS];

/* The views show this name for units, procedures and fields that are NULL. */
#define MOTCUA_UNKNOWN_GROUP "Chưa xác định"

/*
 * Return the type of an expression over a relation, whose name is `from` as in a FROM clause; from
 * is empty for an expression over no row. An error names the argument and repeats what PostgreSQL
 * says about the expression: 42601 if it is not exactly one expression, 42804 if its type does not
 * fit the kind.
 */
extern Oid motcua_checked_type(const char *from, const char *argument, const char *expression,
							   MappedKind kind);

/* Return the SQL of the as-of day, a date that depends on no row. NULL stands for today. */
extern char *motcua_day_sql(const char *argument, const char *expression);

/* ---- what an attachment is ---- */

/*
 * An attachment as its views settings and mapping define it. Constants are read from the parse tree
 * of settings, so no expression of its owner is executed.
 */
typedef struct Attachment
{
	const char *name; /* of the schema */
	Oid schema;
	Oid owner; /* of both views; all work for the attachment is done as this role */
	Oid relation; /* the attached relation */
	bool invoker; /* readers need rights on the attached relation */
	bool ignore_rls;
	const char *basis;
	const char *granularity;
	const char *target; /* a number */
	int warn_days;
	const char *time_zone;
	const char *calendar;
	Node *as_of; /* an expression of type date */
	List *columns; /* of TargetEntry: the columns of the view mapping */
	int relation_index; /* the number of the attached relation in these expressions */
} Attachment;

/*
 * Read the attachment in a schema and lock its views settings and mapping. Return NULL, or a clause
 * that says why it is not as attach made it. *is_marked tells whether the schema has a view settings
 * that calls itself one of an attachment.
 */
extern const char *motcua_read_attachment(Oid schema, Attachment *attachment, bool *is_marked);

/*
 * Return the attachment of a schema. Raise 42704 if the schema is not an attachment, and 55000 with
 * the reason if its views are not as attach made them.
 */
extern Attachment motcua_open_attachment(const char *schema);

/*
 * Like motcua_open_attachment, but raise 42501 if the caller has not the rights of its owner, or if
 * another role may create objects in its schema.
 */
extern Attachment motcua_open_own_attachment(const char *schema);

/*
 * The query of the view source, or of the subquery of the view fact, which reads nothing but the
 * attached relation.
 */
typedef struct RowView
{
	Query *query;
	int relation_index; /* the number of the attached relation in its expressions */
} RowView;

/* Read a row view. Return NULL, or a clause that says why it is not as attach made it. */
extern const char *motcua_read_row_view(const Attachment *attachment, const char *name,
										RowView *view);

/* Return a row view. Raise 55000 with the reason if it is not as attach made it. */
extern RowView motcua_open_row_view(const Attachment *attachment, const char *name);

/* Return the expression of a column of a row view, or NULL if it has no such column. */
extern Node *motcua_row_expression(const RowView *view, const char *column);

/* Raise 55000 because a view of the attachment is not as attach made it. */
extern _Noreturn void motcua_refuse_view(const Attachment *attachment, const char *name,
										 const char *problem);

/* Return a copy of the query of a view. The caller holds a lock on the view. */
extern Query *motcua_view_query(Oid view);

/*
 * Return a relation with row-level security that a query of the given relation reads: the relation
 * itself, or one below a view. Return InvalidOid if there is none.
 */
extern Oid motcua_secured_relation(Oid relation);

/*
 * True if the current user may read a relation and no policy hides rows of it, or of what a view
 * reads with the reader's rights.
 */
extern bool motcua_may_read_all(Oid relation);

/*
 * Return the SQL of an expression over the columns of a relation. `index` is the number of the
 * relation in the expression. Names are qualified unless they are of pg_catalog, provided that the
 * caller has the safe search_path.
 */
extern char *motcua_deparse(Oid relation, int index, Node *expression);

/* Return the SQL of an expression of the view mapping. */
extern char *motcua_expression_text(const Attachment *attachment, Node *expression);

/* Return the expression of an argument of attach, or NULL if the caller left the argument out. */
extern Node *motcua_mapped_expression(const Attachment *attachment, int column);

/* Return the qualified and quoted name of a relation. */
extern char *motcua_qualified_name(Oid relation);

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

/* Run one or more statements. The caller is connected to SPI. */
extern void motcua_run(const char *sql);

/* Run a list of statements. The caller is connected to SPI. */
extern void motcua_run_all(List *statements);

/* ---- views ---- */

/* Return the value of @options@ for views that use the reader's rights, or the owner's. */
extern const char *motcua_view_options(bool invoker);

/*
 * Return a template of a view, a function or a roll-up with all placeholders replaced. The views
 * compute rates from the roll-up if `rolled_up` is true, else from base rows.
 */
extern char *motcua_expanded_template(const char *template, const Attachment *attachment,
									  bool rolled_up);

/*
 * Build all views and functions from the record; those that exist are replaced. The caller acts as
 * the owner and is connected to SPI.
 */
extern void motcua_build_views(const Attachment *attachment, bool rolled_up);

/*
 * Drop the views and functions that motcua_build_views makes, and nothing else. The server raises
 * 2BP01 if other objects depend on them. The caller acts as the owner and is connected to SPI.
 */
extern void motcua_drop_views(const Attachment *attachment);

/*
 * Lock the views that motcua_build_views makes until the end of the transaction. Readers lock views
 * before the tables below, so whoever changes both locks them in this order, too.
 */
extern void motcua_lock_views(const Attachment *attachment);

/*
 * Return the values of the placeholders @columns@, @counted_columns@ and @included@ of the views
 * source and fact.
 */
extern char *motcua_source_columns(const Attachment *attachment, bool counted_only);
extern char *motcua_included_condition(const Attachment *attachment);

/* Return ", d.name" for each column of the argument extra, for the view dossier. */
extern char *motcua_extra_columns(const Attachment *attachment);

/* ---- frozen reports ---- */

/* True if the schema has a table of frozen reports. */
extern bool motcua_has_frozen(Oid schema);

#endif

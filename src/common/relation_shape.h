/*
 * This header declares how the library opens relations that it knows by name only. A relation with
 * the right name may have been made by anybody, so it is used only after its kind, its owner or its
 * membership in the extension, and its columns were compared with what the library makes.
 */
#ifndef MOTCUA_RELATION_SHAPE_H
#define MOTCUA_RELATION_SHAPE_H

#include "nodes/pg_list.h"
#include "storage/lockdefs.h"
#include "utils/rel.h"

/* This stands for the type motcua.ledger, whose oid differs from database to database. */
#define MOTCUA_LEDGER_TYPE ((Oid) 1)

typedef struct ColumnShape
{
	const char *name;
	Oid type; /* a built-in type, MOTCUA_LEDGER_TYPE, or InvalidOid for any type */
} ColumnShape;

typedef struct RelationShape
{
	const char *name;
	char kind; /* RELKIND_RELATION or RELKIND_VIEW */
	bool may_have_more; /* further columns may follow, as in a view that shows more */
	int count;
	const ColumnShape *columns;
} RelationShape;

/* Initialise the last two members of a RelationShape from an array of ColumnShape. */
#define MOTCUA_COLUMNS(array) .count = lengthof(array), .columns = array

/* True if an object of a catalog, named by its oid, is a member of the extension motcua. */
extern bool motcua_is_of_extension(Oid class, Oid object);

/*
 * Return the oid of a type of the extension in schema motcua. Raise 42704 if the extension has no
 * such type; a type of this name that is no member of the extension does not count.
 */
extern Oid motcua_extension_type(const char *name);

/*
 * Return the oid of a function of the extension in schema motcua_internal by its name and the types
 * of its `count` arguments. Raise 42883 if the extension has no such function.
 */
extern Oid motcua_extension_function(const char *name, const Oid *types, int count);

/*
 * Lock the relation of a name in a schema and return its oid, or InvalidOid if there is none. The
 * name means the returned relation as long as the lock is held.
 */
extern Oid motcua_lock_by_name(Oid schema, const char *name, LOCKMODE lock);

/*
 * Return the oid of the relation of a name in a schema, or InvalidOid if there is none. Nothing is
 * locked, so the answer serves to decide what is there and for nothing else.
 */
extern Oid motcua_relation_named(Oid schema, const char *name);

/* Return the schemas that have a relation of a name, a list of oids. Nothing is locked. */
extern List *motcua_schemas_with(const char *name);

/*
 * Return the reason why an open relation does not have a shape, a clause such as "column 2 is not
 * \"reason\"", or NULL if it has. The owner must be the given role.
 */
extern const char *motcua_shape_problem(Relation relation, Oid owner, const RelationShape *shape);

/*
 * Open a relation of a schema for use. Return NULL and set *problem to a clause if it is missing,
 * has another owner or another shape. The caller closes the relation with relation_close.
 */
extern Relation motcua_try_open_relation(Oid schema, Oid owner, const RelationShape *shape,
										 LOCKMODE lock, const char **problem);

/* Open a relation like motcua_try_open_relation. Raise 55000 with the reason if it cannot be used. */
extern Relation motcua_open_relation(Oid schema, Oid owner, const RelationShape *shape,
									 LOCKMODE lock);

/*
 * Open a table of the extension in schema motcua. Return NULL if the extension is being created or
 * dropped and has no such table. Raise 55000 if a relation of this name is no member of the
 * extension or has another shape.
 */
extern Relation motcua_open_extension_table(const RelationShape *shape, LOCKMODE lock);

#endif

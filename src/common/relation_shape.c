/*
 * This file opens relations that the library knows by name only, after it has compared them with
 * what the library makes. It is the only file that looks up a relation by its name.
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/relation.h"
#include "access/table.h"
#include "catalog/dependency.h"
#include "catalog/indexing.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "commands/extension.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "common/relation_shape.h"

/* ---- looking up ---- */

Oid
motcua_relation_named(Oid schema, const char *name)
{
	return OidIsValid(schema) ? get_relname_relid(name, schema) : InvalidOid;
}

Oid
motcua_lock_by_name(Oid schema, const char *name, LOCKMODE lock)
{
	Oid relation = motcua_relation_named(schema, name);

	while (OidIsValid(relation))
	{
		Oid again;

		LockRelationOid(relation, lock);
		again = motcua_relation_named(schema, name);
		if (again == relation)
			break;
		UnlockRelationOid(relation, lock);
		relation = again;
	}
	return relation;
}

List *
motcua_schemas_with(const char *name)
{
	Relation table = table_open(RelationRelationId, AccessShareLock);
	ScanKeyData key;
	SysScanDesc scan;
	HeapTuple tuple;
	List *schemas = NIL;

	ScanKeyInit(&key, Anum_pg_class_relname, BTEqualStrategyNumber, F_NAMEEQ,
				CStringGetDatum(name));
	scan = systable_beginscan(table, ClassNameNspIndexId, true, NULL, 1, &key);
	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
		schemas = lappend_oid(schemas, ((Form_pg_class) GETSTRUCT(tuple))->relnamespace);
	systable_endscan(scan);
	table_close(table, AccessShareLock);
	return schemas;
}

bool
motcua_is_of_extension(Oid class, Oid object)
{
	Oid extension = get_extension_oid("motcua", true);

	return OidIsValid(extension) && getExtensionOfObject(class, object) == extension;
}

Oid
motcua_extension_type(const char *name)
{
	static Oid known; /* the type that was found last, a member of the extension */
	Oid schema = get_namespace_oid("motcua", true);
	Oid type = GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum(name),
							   ObjectIdGetDatum(schema));

	if (OidIsValid(type) && type == known)
		return type;
	if (!OidIsValid(type) || !motcua_is_of_extension(TypeRelationId, type))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_OBJECT),
						errmsg("extension motcua has no type \"%s\"", name),
						errhint("Use CREATE EXTENSION motcua in this database.")));
	known = type;
	return type;
}

Oid
motcua_extension_function(const char *name, const Oid *types, int count)
{
	static Oid known; /* the function that was found last, a member of the extension */
	Oid function = GetSysCacheOid3(PROCNAMEARGSNSP, Anum_pg_proc_oid, CStringGetDatum(name),
								   PointerGetDatum(buildoidvector(types, count)),
								   ObjectIdGetDatum(get_namespace_oid("motcua_internal", true)));

	if (OidIsValid(function) && function == known)
		return function;
	if (!OidIsValid(function) || !motcua_is_of_extension(ProcedureRelationId, function))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_FUNCTION),
						errmsg("extension motcua has no function \"%s\"", name),
						errhint("Use CREATE EXTENSION motcua in this database.")));
	known = function;
	return function;
}

/* ---- comparing ---- */

static Oid
expected_type(const ColumnShape *column)
{
	return column->type == MOTCUA_LEDGER_TYPE ? motcua_extension_type("ledger") : column->type;
}

/* Return the reason why a column is not as expected, or NULL. Columns are numbered from 1. */
static const char *
column_problem(TupleDesc descriptor, int number, const ColumnShape *column)
{
	Form_pg_attribute attribute;
	Oid type;

	if (number > descriptor->natts)
		return psprintf("column \"%s\" is missing", column->name);
	attribute = TupleDescAttr(descriptor, number - 1);
	if (attribute->attisdropped || strcmp(NameStr(attribute->attname), column->name) != 0)
		return psprintf("column %d is not \"%s\"", number, column->name);
	type = expected_type(column);
	if (OidIsValid(type) && attribute->atttypid != type)
		return psprintf("column \"%s\" is of type %s", column->name,
						format_type_be(attribute->atttypid));
	return NULL;
}

static const char *
columns_problem(TupleDesc descriptor, const RelationShape *shape)
{
	for (int at = 0; at < shape->count; at++)
	{
		const char *problem = column_problem(descriptor, at + 1, &shape->columns[at]);

		if (problem != NULL)
			return problem;
	}
	if (descriptor->natts > shape->count && !shape->may_have_more)
		return psprintf("it has %d columns instead of %d", descriptor->natts, shape->count);
	return NULL;
}

/* Return the reason why a relation does not have the kind and the columns of a shape, or NULL. */
static const char *
form_problem(Relation relation, const RelationShape *shape)
{
	if (relation->rd_rel->relkind != shape->kind)
		return shape->kind == RELKIND_VIEW ? "it is no view" : "it is no table";
	if (relation->rd_rel->relpersistence == RELPERSISTENCE_TEMP)
		return "it is temporary";
	return columns_problem(RelationGetDescr(relation), shape);
}

const char *
motcua_shape_problem(Relation relation, Oid owner, const RelationShape *shape)
{
	const char *problem = form_problem(relation, shape);

	if (problem == NULL && relation->rd_rel->relowner != owner)
		problem = psprintf("it does not belong to role \"%s\"", GetUserNameFromId(owner, true));
	return problem;
}

/* ---- opening ---- */

Relation
motcua_try_open_relation(Oid schema, Oid owner, const RelationShape *shape, LOCKMODE lock,
						 const char **problem)
{
	Oid found = motcua_lock_by_name(schema, shape->name, lock);
	Relation relation = OidIsValid(found) ? try_relation_open(found, NoLock) : NULL;

	*problem = relation == NULL ? "it is missing" : motcua_shape_problem(relation, owner, shape);
	if (*problem == NULL)
		return relation;
	if (relation != NULL)
		relation_close(relation, NoLock);
	return NULL;
}

Relation
motcua_open_relation(Oid schema, Oid owner, const RelationShape *shape, LOCKMODE lock)
{
	const char *problem;
	Relation relation = motcua_try_open_relation(schema, owner, shape, lock, &problem);

	if (relation == NULL)
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("\"%s.%s\" is not as motcua makes it: %s",
							   get_namespace_name(schema), shape->name, problem),
						errhint("Undo the change, or drop what was made in its place.")));
	return relation;
}

Relation
motcua_open_extension_table(const RelationShape *shape, LOCKMODE lock)
{
	Oid found = motcua_lock_by_name(get_namespace_oid("motcua", true), shape->name, lock);
	Relation relation = OidIsValid(found) ? try_relation_open(found, NoLock) : NULL;
	const char *problem;

	if (relation == NULL)
		return NULL;
	problem = motcua_is_of_extension(RelationRelationId, found)
				  ? form_problem(relation, shape)
				  : "it does not belong to the extension";
	if (problem != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("\"motcua.%s\" is not as the extension makes it: %s", shape->name, problem),
				 errhint("Drop the extension and create it anew.")));
	return relation;
}

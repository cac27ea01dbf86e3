/*
 * This file checks the SQL expressions that the caller of attach gives and turns them into columns
 * of the views source and settings. Each must be exactly one expression of a type that fits; an
 * error names its argument. Only attach.c calls this file.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_attribute.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "nodes/parsenodes.h"
#include "parser/parser.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/plancache.h"
#include "utils/syscache.h"

#include "attach/attachment.h"

#define VIETNAM "'Asia/Ho_Chi_Minh'"
#define END_OF_DAY "time '23:59:59.999999'"

/* True if the caller's expression caused the error. Other errors are re-thrown unchanged. */
static bool
is_about_the_expression(const ErrorData *error)
{
	int class = ERRCODE_TO_CATEGORY(error->sqlerrcode);

	return class != ERRCODE_TO_CATEGORY(ERRCODE_OPERATOR_INTERVENTION) &&
		   class != ERRCODE_TO_CATEGORY(ERRCODE_INSUFFICIENT_RESOURCES) &&
		   class != ERRCODE_TO_CATEGORY(ERRCODE_INTERNAL_ERROR);
}

/*
 * Raise the current error again. If the expression caused it, the message begins with the argument,
 * and the detail is the expression. `context` is the memory context of the caller of PG_TRY.
 */
static void
rethrow_for(const char *argument, const char *expression, MemoryContext context)
{
	ErrorData *error;

	MemoryContextSwitchTo(context);
	error = CopyErrorData();
	if (!is_about_the_expression(error))
		PG_RE_THROW();
	FlushErrorState();
	ereport(
		ERROR,
		(errcode(error->sqlerrcode), errmsg("argument \"%s\": %s", argument, error->message),
		 errdetail("The expression is: %s", expression),
		 error->hint
			 ? errhint("%s", error->hint)
			 : errhint(
				   "Write one SQL expression over the columns of the relation, such as the name of "
				   "a column.")));
}

/* Raise 42601 because the argument is not exactly one expression. */
static void
refuse_shape(const char *argument, const char *expression)
{
	ereport(ERROR,
			(errcode(ERRCODE_SYNTAX_ERROR),
			 errmsg("argument \"%s\" is not exactly one expression", argument),
			 errdetail("The expression is: %s", expression),
			 errhint("Write one SQL expression over the columns of the relation; put a query in "
					 "parentheses.")));
}

/*
 * True if all clauses of a SELECT but its list are empty. PL/pgSQL's grammar reads an expression as
 * a SELECT without that word, so it accepts "a FROM b" too.
 */
static bool
is_bare_expression(const SelectStmt *select)
{
	return select->op == SETOP_NONE && list_length(select->targetList) == 1 &&
		   linitial_node(ResTarget, select->targetList)->name == NULL &&
		   select->distinctClause == NIL && select->fromClause == NIL &&
		   select->whereClause == NULL && select->groupClause == NIL &&
		   select->havingClause == NULL && select->windowClause == NIL &&
		   select->valuesLists == NIL && select->sortClause == NIL && select->limitOffset == NULL &&
		   select->limitCount == NULL && select->lockingClause == NIL && select->withClause == NULL;
}

/* True if a text is exactly one expression. Raise 42601 if the grammar cannot read it at all. */
static bool
is_one_expression(const char *expression)
{
	List *statements = raw_parser(expression, RAW_PARSE_PLPGSQL_EXPR);

	return list_length(statements) == 1 &&
		   IsA(linitial_node(RawStmt, statements)->stmt, SelectStmt) &&
		   is_bare_expression((SelectStmt *) linitial_node(RawStmt, statements)->stmt);
}

/* Return the type of the first column of a query; a domain counts as the type under it. */
static Oid
result_type(const char *query)
{
	SPIPlanPtr plan = SPI_prepare(query, 0, NULL);
	CachedPlanSource *source;
	Oid type;

	if (plan == NULL)
		elog(ERROR, "SPI_prepare failed: %s", SPI_result_code_string(SPI_result));
	source = linitial(SPI_plan_get_plan_sources(plan));
	type = TupleDescAttr(source->resultDesc, 0)->atttypid;
	SPI_freeplan(plan);
	return getBaseType(type);
}

/*
 * Return the type of an expression, which is checked in a query of its own. The query repeats the
 * expression in WHERE, where PostgreSQL refuses aggregates, window functions and sets.
 */
static Oid
checked_type(const char *from, const char *argument, const char *expression)
{
	MemoryContext context = CurrentMemoryContext;
	volatile Oid type = InvalidOid;
	volatile bool one = false;

	PG_TRY();
	{
		one = is_one_expression(expression);
		if (one)
			type = result_type(
				psprintf("SELECT (%s\n)%s WHERE (%s\n) IS NOT NULL", expression, from, expression));
	}
	PG_CATCH();
	{
		rethrow_for(argument, expression, context);
	}
	PG_END_TRY();
	if (!one)
		refuse_shape(argument, expression);
	return type;
}

static char *
from_clause(const AttachedRelation *attached)
{
	return psprintf(" FROM %s AS %s", attached->relation_name, attached->alias);
}

/* Raise 42804 because the expression has a type that the argument does not take. */
static void
refuse_type(const char *argument, const char *expression, Oid type, const char *wanted)
{
	ereport(
		ERROR,
		(errcode(ERRCODE_DATATYPE_MISMATCH),
		 errmsg("argument \"%s\" is of type %s, it must be %s", argument, format_type_be(type),
				wanted),
		 errdetail("The expression is: %s", expression),
		 errhint(
			 "Write the conversion into the expression, as in to_timestamp(...) or column = 2.")));
}

/* Return the SQL that converts a moment of any type to wall time in Viet Nam, a timestamp. */
static char *
moment_sql(const AttachedRelation *attached, const char *argument, const char *expression, Oid type,
		   MappedKind kind)
{
	switch (type)
	{
		case DATEOID:
			return psprintf("((%s\n)%s)::pg_catalog.timestamp", expression,
							kind == MOTCUA_MAPPED_END ? " + " END_OF_DAY : "");
		case TIMESTAMPOID:
			if (strcmp(attached->time_zone, "Asia/Ho_Chi_Minh") == 0)
				return psprintf("(%s\n)", expression);
			return psprintf("((%s\n) AT TIME ZONE %s AT TIME ZONE " VIETNAM ")", expression,
							quote_literal_cstr(attached->time_zone));
		case TIMESTAMPTZOID:
			return psprintf("((%s\n) AT TIME ZONE " VIETNAM ")", expression);
		default:
			refuse_type(argument, expression, type,
						"a date, a timestamp or a timestamp with time zone");
			return NULL;
	}
}

/*
 * True if the expression is the name of a column that is NOT NULL. Such a column needs no coalesce
 * for unknown groups, and without it a filter can use an index on the column.
 */
static bool
is_not_null_column(const AttachedRelation *attached, const char *expression)
{
	List *statements = raw_parser(expression, RAW_PARSE_PLPGSQL_EXPR);
	SelectStmt *select = (SelectStmt *) linitial_node(RawStmt, statements)->stmt;
	Node *value = linitial_node(ResTarget, select->targetList)->val;
	Node *name = IsA(value, ColumnRef) ? llast(((ColumnRef *) value)->fields) : NULL;
	AttrNumber column = name != NULL && IsA(name, String)
							? get_attnum(attached->relation, strVal(name))
							: InvalidAttrNumber;
	HeapTuple tuple;
	bool not_null;

	if (column == InvalidAttrNumber)
		return false;
	tuple = SearchSysCache2(ATTNUM, ObjectIdGetDatum(attached->relation), Int16GetDatum(column));
	not_null = HeapTupleIsValid(tuple) && ((Form_pg_attribute) GETSTRUCT(tuple))->attnotnull;
	if (HeapTupleIsValid(tuple))
		ReleaseSysCache(tuple);
	return not_null;
}

/* Return the SQL that converts a unit, procedure or field to text, with a name for NULL. */
static char *
group_sql(const AttachedRelation *attached, const char *expression)
{
	if (is_not_null_column(attached, expression))
		return psprintf("CAST((%s\n) AS pg_catalog.text)", expression);
	return psprintf("coalesce(CAST((%s\n) AS pg_catalog.text), '" MOTCUA_UNKNOWN_GROUP "')",
					expression);
}

/* Return the type of a column to which nothing is mapped. */
static const char *
type_name_of(MappedKind kind)
{
	return kind == MOTCUA_MAPPED_TEXT      ? "text"
		   : kind == MOTCUA_MAPPED_BOOLEAN ? "boolean"
										   : "timestamp";
}

char *
motcua_mapped_sql(const AttachedRelation *attached, const char *argument, const char *expression,
				  MappedKind kind)
{
	Oid type;

	if (expression == NULL && kind == MOTCUA_MAPPED_GROUP)
		return pstrdup("CAST('" MOTCUA_UNKNOWN_GROUP "' AS pg_catalog.text)");
	if (expression == NULL)
		return psprintf("CAST(NULL AS pg_catalog.%s)",
						kind == MOTCUA_MAPPED_BOOLEAN ? "bool" : type_name_of(kind));
	type = checked_type(from_clause(attached), argument, expression);
	switch (kind)
	{
		case MOTCUA_MAPPED_TEXT:
			return psprintf("CAST((%s\n) AS pg_catalog.text)", expression);
		case MOTCUA_MAPPED_GROUP:
			return group_sql(attached, expression);
		case MOTCUA_MAPPED_BOOLEAN:
			if (type != BOOLOID)
				refuse_type(argument, expression, type, "boolean");
			return psprintf("(%s\n)", expression);
		default:
			return moment_sql(attached, argument, expression, type, kind);
	}
}

char *
motcua_extra_sql(const AttachedRelation *attached, const char *column, const char *expression)
{
	char *argument = psprintf("extra.%s", column);
	Oid type = checked_type(from_clause(attached), argument, expression);

	/* BI tools can only read built-in types. */
	return type >= FirstNormalObjectId || type == UNKNOWNOID
			   ? psprintf("CAST((%s\n) AS pg_catalog.text)", expression)
			   : psprintf("(%s\n)", expression);
}

char *
motcua_day_sql(const char *argument, const char *expression)
{
	Oid type;

	if (expression == NULL)
		return pstrdup("(pg_catalog.now() AT TIME ZONE " VIETNAM ")::pg_catalog.date");
	type = checked_type("", argument, expression);
	if (type != DATEOID)
		refuse_type(argument, expression, type, "a date");
	return psprintf("(%s\n)", expression);
}

/*
 * This file checks the SQL expressions that the caller of attach gives. Each must be exactly one
 * expression of a type that fits; an error names its argument. Only attach.c calls this file.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "nodes/parsenodes.h"
#include "parser/parser.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/plancache.h"

#include "attach/attachment.h"

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
type_of_expression(const char *from, const char *argument, const char *expression)
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

Oid
motcua_checked_type(const char *from, const char *argument, const char *expression, MappedKind kind)
{
	Oid type = type_of_expression(from, argument, expression);

	if (get_typtype(type) == TYPTYPE_PSEUDO && type != UNKNOWNOID)
		refuse_type(argument, expression, type, "of a type that a column can have");
	if (kind == MOTCUA_MAPPED_BOOLEAN && type != BOOLOID)
		refuse_type(argument, expression, type, "boolean");
	if ((kind == MOTCUA_MAPPED_MOMENT || kind == MOTCUA_MAPPED_END) && type != DATEOID &&
		type != TIMESTAMPOID && type != TIMESTAMPTZOID)
		refuse_type(argument, expression, type,
					"a date, a timestamp or a timestamp with time zone");
	return type;
}

char *
motcua_day_sql(const char *argument, const char *expression)
{
	Oid type;

	if (expression == NULL)
		return pstrdup("(pg_catalog.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::pg_catalog.date");
	type = type_of_expression("", argument, expression);
	if (type != DATEOID)
		refuse_type(argument, expression, type, "a date");
	return psprintf("(%s\n)", expression);
}

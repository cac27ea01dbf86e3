/*
 * This file reads the rows that SPI gives after it has compared their columns with what the caller
 * expects. All other files read rows through it.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/tupconvert.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/tuplestore.h"

#include "common/spi_rows.h"

/* Raise 42804 because a query gives other columns than it should. */
static _Noreturn void
refuse_columns(const char *sql, const char *why)
{
	ereport(ERROR, (errcode(ERRCODE_DATATYPE_MISMATCH),
					errmsg("a query of motcua gives other columns than motcua made: %s", why),
					errdetail("The query is: %s", sql),
					errhint("Build the views and functions anew with motcua.reattach(schema).")));
}

static void
check_columns(const char *sql, TupleDesc descriptor, const Oid *types, int columns)
{
	if (descriptor->natts != columns)
		refuse_columns(sql, psprintf("%d instead of %d", descriptor->natts, columns));
	for (int at = 0; types != NULL && at < columns; at++)
		if (OidIsValid(types[at]) && TupleDescAttr(descriptor, at)->atttypid != types[at])
			refuse_columns(sql, psprintf("column %d is of type %s instead of %s", at + 1,
										 format_type_be(TupleDescAttr(descriptor, at)->atttypid),
										 format_type_be(types[at])));
}

Rows
motcua_select(const Statement *statement, bool read_only, const Oid *types, int columns)
{
	int result = SPI_execute_with_args(statement->sql, statement->count, (Oid *) statement->types,
									   (Datum *) statement->values, statement->nulls, read_only, 0);

	if (result < 0 || SPI_tuptable == NULL)
		elog(ERROR, "a query of motcua gave no rows: %s", statement->sql);
	check_columns(statement->sql, SPI_tuptable->tupdesc, types, columns);
	return (Rows){SPI_tuptable, SPI_processed};
}

static HeapTuple
row_at(const Rows *rows, uint64 row)
{
	if (row >= rows->count)
		ereport(ERROR, (errcode(ERRCODE_CARDINALITY_VIOLATION),
						errmsg("a query of motcua gives no row %llu", (unsigned long long) row + 1),
						errhint("Build the views and functions anew with "
								"motcua.reattach(schema).")));
	return rows->table->vals[row];
}

Datum
motcua_cell(const Rows *rows, uint64 row, int column, bool *is_null)
{
	return SPI_getbinval(row_at(rows, row), rows->table->tupdesc, column + 1, is_null);
}

char *
motcua_cell_text(const Rows *rows, uint64 row, int column)
{
	return SPI_getvalue(row_at(rows, row), rows->table->tupdesc, column + 1);
}

List *
motcua_first_column(const Rows *rows)
{
	List *texts = NIL;

	for (uint64 row = 0; row < rows->count; row++)
		texts = lappend(texts, motcua_cell_text(rows, row, 0));
	return texts;
}

void
motcua_return_rows(const Rows *rows, FunctionCallInfo fcinfo)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	TupleConversionMap *map =
		convert_tuples_by_position(rows->table->tupdesc, result->setDesc,
								   "a query of motcua gives other columns than its function");

	for (uint64 row = 0; row < rows->count; row++)
	{
		HeapTuple tuple = rows->table->vals[row];

		tuplestore_puttuple(result->setResult,
							map == NULL ? tuple : execute_attr_map_tuple(tuple, map));
	}
}

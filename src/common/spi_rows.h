/*
 * This header declares how the library reads the rows that SPI gives. The functions below compare
 * the columns with what the caller expects, because a query may read a view or a function that
 * somebody has replaced. Nothing else in the library touches a row of SPI.
 */
#ifndef MOTCUA_SPI_ROWS_H
#define MOTCUA_SPI_ROWS_H

#include "executor/spi.h"
#include "fmgr.h"
#include "nodes/pg_list.h"

/* A statement with its parameters. `nulls` has 'n' for NULL and ' ' otherwise, or is NULL. */
typedef struct Statement
{
	const char *sql;
	int count;
	const Oid *types;
	const Datum *values;
	const char *nulls;
} Statement;

/* The rows that a query gave. They live until SPI_finish. */
typedef struct Rows
{
	SPITupleTable *table;
	uint64 count;
} Rows;

/*
 * Run a query that gives rows. Raise 42804 unless it gives this number of columns and each has the
 * given type; InvalidOid stands for any type, and `types` NULL for any types of all. `read_only`
 * lets the query use the caller's snapshot.
 */
extern Rows motcua_select(const Statement *statement, bool read_only, const Oid *types,
						  int columns);

/* Return a value of a row. Rows and columns count from 0. Raise 21000 if there is no such row. */
extern Datum motcua_cell(const Rows *rows, uint64 row, int column, bool *is_null);

/* Return the text form of a value, or NULL if the value is NULL. Raise 21000 without the row. */
extern char *motcua_cell_text(const Rows *rows, uint64 row, int column);

/* Return the texts of the first column, a list of strings. */
extern List *motcua_first_column(const Rows *rows);

/*
 * Add all rows to the result of a function that returns a set. Raise 42804 if the columns have other
 * types than the function declares.
 */
extern void motcua_return_rows(const Rows *rows, FunctionCallInfo fcinfo);

#endif

/*
 * This header reads arguments that have a default. A NULL stands for the default, because tools
 * that know no defaults send NULL for whatever their user left out. Each default is stated in SQL
 * and here; test/pgtap/extension/options.sql compares the two.
 */
#ifndef MOTCUA_OPTIONS_H
#define MOTCUA_OPTIONS_H

#include "fmgr.h"
#include "utils/builtins.h"

/* True if any of the first `count` arguments, those without a default, is NULL. */
static inline bool
motcua_is_missing(FunctionCallInfo fcinfo, int count)
{
	for (int i = 0; i < count; i++)
		if (PG_ARGISNULL(i))
			return true;
	return false;
}

/* Return the text of an argument, or its default if it is NULL. */
static inline text *
motcua_text_option(FunctionCallInfo fcinfo, int argno, const char *otherwise)
{
	return PG_ARGISNULL(argno) ? cstring_to_text(otherwise) : PG_GETARG_TEXT_PP(argno);
}

/* Return the integer of an argument, or its default if it is NULL. */
static inline int32
motcua_integer_option(FunctionCallInfo fcinfo, int argno, int32 otherwise)
{
	return PG_ARGISNULL(argno) ? otherwise : PG_GETARG_INT32(argno);
}

/* Return the boolean of an argument, or false if it is NULL. */
static inline bool
motcua_flag_option(FunctionCallInfo fcinfo, int argno)
{
	return !PG_ARGISNULL(argno) && PG_GETARG_BOOL(argno);
}

#endif

/*
 * This header makes the SQL functions that compare two values of a type. The files of the SQL types
 * use it. `compare` is a function that compares the arguments 0 and 1 and returns a number below
 * zero, zero or a number above zero.
 */
#ifndef MOTCUA_COMPARISONS_H
#define MOTCUA_COMPARISONS_H

#define MOTCUA_COMPARISON(type, name, compare, op) \
	PG_FUNCTION_INFO_V1(motcua_##type##_##name);   \
	Datum motcua_##type##_##name(PG_FUNCTION_ARGS) \
	{                                              \
		PG_RETURN_BOOL(compare(fcinfo) op 0);      \
	}

#define MOTCUA_COMPARISONS(type, compare)             \
	MOTCUA_COMPARISON(type, eq, compare, ==)          \
	MOTCUA_COMPARISON(type, ne, compare, !=)          \
	MOTCUA_COMPARISON(type, lt, compare, <)           \
	MOTCUA_COMPARISON(type, le, compare, <=)          \
	MOTCUA_COMPARISON(type, gt, compare, >)           \
	MOTCUA_COMPARISON(type, ge, compare, >=)          \
	PG_FUNCTION_INFO_V1(motcua_##type##_cmp);         \
	Datum motcua_##type##_cmp(PG_FUNCTION_ARGS)       \
	{                                                 \
		int result = compare(fcinfo);                 \
		PG_RETURN_INT32((result > 0) - (result < 0)); \
	}

#endif

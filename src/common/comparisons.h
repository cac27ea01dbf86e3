/* The comparison functions of a type, from one that compares arguments 0 and 1 like memcmp. */
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

/*
 * The types agency_code, dossier_code and procedure_code, for the three files that define them.
 * Their values are varlenas of the stored forms that core/codes makes. The order of the stored
 * bytes is the order of the codes, so the three types share one way to compare, hash and sort, and
 * none of it depends on a collation.
 */
#ifndef MOTCUA_CODE_VALUE_H
#define MOTCUA_CODE_VALUE_H

#include "fmgr.h"
#include "utils/builtins.h"

#include "common/comparisons.h"
#include "common/compat.h"
#include "core/codes/agency_code.h"

#define CODE_BYTES_MAX 32 /* bytes that hold the stored form of any code */
#define CODE_TEXT_MAX 48 /* bytes that hold the text of any code and a NUL */

/* The name and the functions in which the three types differ. */
typedef struct CodeType
{
	const char *name;
	const char *hint; /* a sentence that shows how such a code looks */
	size_t (*read)(const char *text, size_t length, uint8_t *bytes, mc_code_error *error);
	size_t (*write)(const uint8_t *bytes, size_t length, char *text);
} CodeType;

#define CODE_BYTES(value) ((const uint8_t *) VARDATA_ANY(value))
#define CODE_LENGTH(value) ((size_t) VARSIZE_ANY_EXHDR(value))

/* Return a value made of the bytes of a stored form, in the current memory context. */
extern Datum motcua_code_datum(const uint8_t *bytes, size_t length);

/* Return a value of agency_code, in the current memory context. */
extern Datum motcua_agency_datum(const mc_agency *agency);

/* Return an argument of type agency_code; refuse a damaged value (XX001). */
extern mc_agency motcua_agency_arg(FunctionCallInfo fcinfo, int argno);

/* Report that a stored value of the named type is damaged (XX001). */
extern void motcua_damaged_code(const char *type_name);

/* The bodies of the SQL functions that the three types have alike; see MOTCUA_CODE_TYPE. */
extern Datum motcua_code_in(FunctionCallInfo fcinfo, const CodeType *type);
extern Datum motcua_code_out(FunctionCallInfo fcinfo, const CodeType *type);
extern Datum motcua_code_recv(FunctionCallInfo fcinfo, const CodeType *type);
extern Datum motcua_code_send(FunctionCallInfo fcinfo, const CodeType *type);
extern Datum motcua_code_is(FunctionCallInfo fcinfo, const CodeType *type);
extern Datum motcua_code_try(FunctionCallInfo fcinfo, const CodeType *type);
extern Datum motcua_code_hash(FunctionCallInfo fcinfo);
extern Datum motcua_code_hash_extended(FunctionCallInfo fcinfo);
extern Datum motcua_code_sort_support(FunctionCallInfo fcinfo);

/* Compare arguments 0 and 1: return a number below, equal to or above 0, like memcmp. */
extern int motcua_code_compare(FunctionCallInfo fcinfo);

/* The SQL functions of dossier_code that read a text, and that give the agency of a code. */
extern PGDLLEXPORT Datum motcua_dossier_code_in(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum motcua_agency_of_dossier(PG_FUNCTION_ARGS);

/* Define an SQL function whose result is the expression `call`. */
#define CODE_FUNCTION(name, call)         \
	PG_FUNCTION_INFO_V1(motcua_##name);   \
	Datum motcua_##name(PG_FUNCTION_ARGS) \
	{                                     \
		return call;                      \
	}

/* Define the functions that each of the types has. `type` names the type and its CodeType. */
#define MOTCUA_CODE_TYPE(type)                                             \
	CODE_FUNCTION(type##_in, motcua_code_in(fcinfo, &type))                \
	CODE_FUNCTION(type##_out, motcua_code_out(fcinfo, &type))              \
	CODE_FUNCTION(type##_recv, motcua_code_recv(fcinfo, &type))            \
	CODE_FUNCTION(type##_send, motcua_code_send(fcinfo, &type))            \
	CODE_FUNCTION(is_##type, motcua_code_is(fcinfo, &type))                \
	CODE_FUNCTION(try_##type, motcua_code_try(fcinfo, &type))              \
	CODE_FUNCTION(type##_hash, motcua_code_hash(fcinfo))                   \
	CODE_FUNCTION(type##_hash_extended, motcua_code_hash_extended(fcinfo)) \
	CODE_FUNCTION(type##_sort, motcua_code_sort_support(fcinfo))           \
	MOTCUA_COMPARISONS(type, motcua_code_compare)

#endif

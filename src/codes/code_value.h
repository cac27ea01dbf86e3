/*
 * The types agency_code, dossier_code and procedure_code: varlenas of the bytes that src/core
 * stores, whose byte order is the codes' order. So comparing, hashing and sorting are the same
 * for all three and depend on no collation.
 */
#ifndef MOTCUA_CODE_VALUE_H
#define MOTCUA_CODE_VALUE_H

#include "fmgr.h"
#include "utils/builtins.h"

#include "common/comparisons.h"
#include "common/compat.h"
#include "core/codes/agency_code.h"

#define CODE_BYTES_MAX 32
#define CODE_TEXT_MAX 48

/* What the three types differ in. */
typedef struct CodeType
{
	const char *name;
	const char *hint; /* the shapes, a full sentence */
	size_t (*read)(const char *text, size_t length, uint8_t *bytes, mc_code_error *error);
	size_t (*write)(const uint8_t *bytes, size_t length, char *text);
} CodeType;

#define CODE_BYTES(value) ((const uint8_t *) VARDATA_ANY(value))
#define CODE_LENGTH(value) ((size_t) VARSIZE_ANY_EXHDR(value))

extern Datum motcua_code_datum(const uint8_t *bytes, size_t length);
extern Datum motcua_agency_datum(const mc_agency *agency);
extern mc_agency motcua_agency_arg(FunctionCallInfo fcinfo, int argno);
extern void motcua_damaged_code(const char *type_name);

extern Datum motcua_code_in(FunctionCallInfo fcinfo, const CodeType *type);
extern Datum motcua_code_out(FunctionCallInfo fcinfo, const CodeType *type);
extern Datum motcua_code_recv(FunctionCallInfo fcinfo, const CodeType *type);
extern Datum motcua_code_send(FunctionCallInfo fcinfo, const CodeType *type);
extern Datum motcua_code_is(FunctionCallInfo fcinfo, const CodeType *type);
extern Datum motcua_code_try(FunctionCallInfo fcinfo, const CodeType *type);
extern int motcua_code_compare(FunctionCallInfo fcinfo);
extern Datum motcua_code_hash(FunctionCallInfo fcinfo);
extern Datum motcua_code_hash_extended(FunctionCallInfo fcinfo);
extern Datum motcua_code_sort_support(FunctionCallInfo fcinfo);

#define CODE_FUNCTION(name, call)         \
	PG_FUNCTION_INFO_V1(motcua_##name);   \
	Datum motcua_##name(PG_FUNCTION_ARGS) \
	{                                     \
		return call;                      \
	}

/* The functions of a type that all have, from its CodeType of the same name. */
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

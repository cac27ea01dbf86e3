/*
 * This header declares how the text form of an SQL type is read that is a JSON object with known
 * keys. PostgreSQL's own jsonb parses the text. The types work_calendar, dossier, tally, lateness
 * and ledger use it.
 */
#ifndef MOTCUA_JSON_FIELDS_H
#define MOTCUA_JSON_FIELDS_H

#include "utils/jsonb.h"

/*
 * A reader stores one field in the target. It returns false after a soft error. The key does not
 * end with a NUL.
 */
typedef bool (*JsonFieldReader)(void *target, const char *key, int key_length, JsonbValue *value,
								struct Node *escontext);

/*
 * True if the key equals a name. The key does not end with a NUL, and it is NULL for the elements
 * of an array.
 */
static inline bool
motcua_key_is(const char *key, int key_length, const char *name)
{
	return key && strlen(name) == (size_t) key_length && memcmp(key, name, key_length) == 0;
}

/* True if the value is an object. */
static inline bool
motcua_json_is_object(const JsonbValue *value)
{
	return value->type == jbvBinary && JsonContainerIsObject(value->val.binary.data);
}

/* True if the value is an array. */
static inline bool
motcua_json_is_array(const JsonbValue *value)
{
	return value->type == jbvBinary && JsonContainerIsArray(value->val.binary.data);
}

/*
 * Call the reader for each field of the object that a text contains. The name of the type and the
 * hint are for the error messages. Return false after a soft error.
 */
extern bool motcua_read_json(const char *text, const char *type_name, const char *hint,
							 JsonFieldReader reader, void *target, struct Node *escontext);

/*
 * Do the same for an object inside the text, or for each element of an array, for which key is
 * NULL.
 */
extern bool motcua_read_json_container(JsonbContainer *container, JsonFieldReader reader,
									   void *target, struct Node *escontext);

/*
 * Store the number of a value that is a whole number of 64 bits. Otherwise return false after a
 * soft error (22P02) that names the key.
 */
extern bool motcua_json_int64(const char *key, int key_length, JsonbValue *value, int64 *result,
							  struct Node *escontext);

/* Store the number of a value that is a whole number of 64 bits. Otherwise return false. */
extern bool motcua_json_whole_number(JsonbValue *value, int64 *result);

/*
 * Return the string of a value as a C string in the current memory context, or NULL if the value is
 * no string.
 */
extern char *motcua_json_string(JsonbValue *value);

/* Append a string as a JSON literal. */
extern void motcua_append_json_string(StringInfo out, const char *string);

#endif

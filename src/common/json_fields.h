/* Reading our types' text form: a JSON object with known keys. PostgreSQL's own jsonb parses it. */
#ifndef MOTCUA_JSON_FIELDS_H
#define MOTCUA_JSON_FIELDS_H

#include "utils/jsonb.h"

/* Takes one field. False after a soft error. key is not NUL-terminated. */
typedef bool (*JsonFieldReader)(void *target, const char *key, int key_length, JsonbValue *value,
								struct Node *escontext);

/* Whether a key, which is not NUL-terminated and NULL in an array, is that name. */
static inline bool
motcua_key_is(const char *key, int key_length, const char *name)
{
	return key && strlen(name) == (size_t) key_length && memcmp(key, name, key_length) == 0;
}

static inline bool
motcua_json_is_object(const JsonbValue *value)
{
	return value->type == jbvBinary && JsonContainerIsObject(value->val.binary.data);
}

static inline bool
motcua_json_is_array(const JsonbValue *value)
{
	return value->type == jbvBinary && JsonContainerIsArray(value->val.binary.data);
}

/* Calls the reader for each field of the object in text; type_name and hint are for the message. */
extern bool motcua_read_json(const char *text, const char *type_name, const char *hint,
							 JsonFieldReader reader, void *target, struct Node *escontext);

/* The same for an object inside, or for each element of an array (key = NULL). */
extern bool motcua_read_json_container(JsonbContainer *container, JsonFieldReader reader,
									   void *target, struct Node *escontext);

/* The whole number of a JSON number. False, with a soft error naming the key, when it is none. */
extern bool motcua_json_int64(const char *key, int key_length, JsonbValue *value, int64 *result,
							  struct Node *escontext);

/* The whole number of a JSON number value; false when it is none of 64 bits. */
extern bool motcua_json_whole_number(JsonbValue *value, int64 *result);

/* The string of a JSON string as a C string, or NULL when it is none. */
extern char *motcua_json_string(JsonbValue *value);

/* Appends a JSON string literal. */
extern void motcua_append_json_string(StringInfo out, const char *string);

#endif

/*
 * This file reads JSON objects with known keys. The input functions of the SQL types whose text
 * form is a JSON object call it.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/json.h"
#include "utils/jsonb.h"

#include "common/compat.h"
#include "common/json_fields.h"

bool
motcua_read_json_container(JsonbContainer *container, JsonFieldReader reader, void *target,
						   struct Node *escontext)
{
	JsonbIterator *it = JsonbIteratorInit(container);
	JsonbIteratorToken token;
	JsonbValue item;
	JsonbValue key = {.type = jbvNull};

	while ((token = JsonbIteratorNext(&it, &item, true)) != WJB_DONE)
	{
		CHECK_FOR_INTERRUPTS();
		if (token == WJB_KEY)
			key = item;
		else if (token == WJB_VALUE &&
				 !reader(target, key.val.string.val, key.val.string.len, &item, escontext))
			return false;
		else if (token == WJB_ELEM && !reader(target, NULL, 0, &item, escontext))
			return false;
	}
	return true;
}

bool
motcua_read_json(const char *text, const char *type_name, const char *hint, JsonFieldReader reader,
				 void *target, struct Node *escontext)
{
	Datum datum;
	Jsonb *json;

	/*
	 * Texts that are no object are refused here, because the message of jsonb would name the type
	 * json.
	 */
	if (text[strspn(text, " \t\r\n")] != '{')
		motcua_ereturn(escontext, false,
					   (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
						errmsg("invalid input syntax for type %s: \"%s\"", type_name, text),
						errhint("%s", hint)));
	if (!motcua_input_call(jsonb_in, unconstify(char *, text), escontext, &datum))
		return false;
	json = DatumGetJsonbP(datum);
	return motcua_read_json_container(&json->root, reader, target, escontext);
}

/*
 * Read a whole number that consists of digits only. A fraction or a number out of range is refused
 * and not rounded.
 */
static bool
parse_int64(const char *digits, int64 *result)
{
	char *end;

	errno = 0;
	*result = strtoll(digits, &end, 10);
	return errno == 0 && end != digits && *end == '\0';
}

bool
motcua_json_whole_number(JsonbValue *value, int64 *result)
{
	if (value->type != jbvNumeric)
		return false;
	return parse_int64(
		DatumGetCString(DirectFunctionCall1(numeric_out, NumericGetDatum(value->val.numeric))),
		result);
}

bool
motcua_json_int64(const char *key, int key_length, JsonbValue *value, int64 *result,
				  struct Node *escontext)
{
	if (motcua_json_whole_number(value, result))
		return true;
	motcua_ereturn(escontext, false,
				   (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					errmsg("\"%.*s\" must be a whole number of 64 bits", key_length, key),
					errhint("Write the number without quotes and decimals, as in {\"%.*s\": 12}.",
							key_length, key)));
}

char *
motcua_json_string(JsonbValue *value)
{
	if (value->type != jbvString)
		return NULL;
	return pnstrdup(value->val.string.val, value->val.string.len);
}

void
motcua_append_json_string(StringInfo out, const char *string)
{
	escape_json(out, string);
}

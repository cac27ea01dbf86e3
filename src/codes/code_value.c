/*
 * What the types agency_code, dossier_code and procedure_code have in common: input and output,
 * the errors of their texts, order and hash. The functions that MOTCUA_CODE_TYPE defines for each
 * type call the functions here.
 */
#include "postgres.h"

#include "codes/code_value.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "port/pg_bswap.h"
#include "utils/sortsupport.h"

#define CODE_BINARY_VERSION 1

Datum
motcua_code_datum(const uint8_t *bytes, size_t length)
{
	struct varlena *value = palloc(VARHDRSZ + length);

	SET_VARSIZE(value, VARHDRSZ + length);
	memcpy(VARDATA(value), bytes, length);
	return PointerGetDatum(value);
}

Datum
motcua_agency_datum(const mc_agency *agency)
{
	uint8_t bytes[MC_AGENCY_BYTES_MAX];

	return motcua_code_datum(bytes, mc_pack_agency(agency, bytes));
}

void
motcua_damaged_code(const char *type_name)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATA_CORRUPTED), errmsg("stored %s value is damaged", type_name)));
}

mc_agency
motcua_agency_arg(FunctionCallInfo fcinfo, int argno)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(argno);
	mc_agency agency;
	size_t used = mc_unpack_agency(CODE_BYTES(value), CODE_LENGTH(value), &agency);

	if (used == 0 || used != CODE_LENGTH(value))
		motcua_damaged_code("agency_code");
	return agency;
}

/* ---- the detail of an error ---- */

/* Return the words for what should stand where a text has something else. */
static const char *
expected_element(mc_code_defect defect)
{
	switch (defect)
	{
		case MC_CODE_WANTS_LETTER:
			return "a letter A to Z";
		case MC_CODE_WANTS_DIGIT:
			return "a digit";
		case MC_CODE_WANTS_NONZERO_DIGIT:
			return "a digit 1 to 9";
		case MC_CODE_WANTS_LETTER_OR_DIGIT:
			return "a letter or a digit";
		case MC_CODE_WANTS_POINT:
			return "a point";
		default:
			return "a hyphen";
	}
}

/*
 * Return the sentence that describes a defect. `piece` holds the digits or the character that the
 * defect concerns and is empty at the end of the text; `position` counts characters from 1.
 */
static char *
defect_sentence(const mc_code_error *error, const char *piece, int position)
{
	switch (error->defect)
	{
		case MC_CODE_PART_LENGTH:
			return psprintf("The part \"%s\" at position %d does not have two or three digits.",
							piece, position);
		case MC_CODE_TOO_DEEP:
			return psprintf(
				"The part at position %d is one too many: an agency has at most %d levels.",
				position, MC_AGENCY_LEVELS);
		case MC_CODE_WANTS_END:
			return psprintf("The code should end before the character \"%s\" at position %d.",
							piece, position);
		case MC_CODE_NUMBER_LENGTH:
			return psprintf("The number \"%s\" at position %d does not have four to six digits.",
							piece, position);
		case MC_CODE_MONTH:
			return psprintf("The month \"%s\" at position %d is not 01 to 12.", piece, position);
		case MC_CODE_DAY:
			return psprintf("The day \"%s\" at position %d is not 01 to %02d.", piece, position,
							error->limit);
		default:
			break;
	}
	if (piece[0] == '\0')
		return psprintf("The text ends at position %d, where %s should be.", position,
						expected_element(error->defect));
	return psprintf("The character \"%s\" at position %d should be %s.", piece, position,
					expected_element(error->defect));
}

/* Return the sentence about a defect of `text`, with positions in characters instead of bytes. */
static char *
defect_detail(const mc_code_error *error, const char *text, size_t length)
{
	size_t piece = error->length;
	int position = pg_mbstrlen_with_len(text, (int) error->position) + 1;

	if (piece == 0 && error->position < length)
		piece = Min((size_t) pg_mblen(text + error->position), length - error->position);
	return defect_sentence(error, pnstrdup(text + error->position, piece), position);
}

/*
 * Write the stored form of a text and return its length. For a text that is no code, report an
 * error (22008 for an impossible month or day, else 22P02); if the error is soft, return 0.
 */
static size_t
read_code(const char *text, size_t length, const CodeType *type, uint8_t *bytes,
		  struct Node *escontext)
{
	mc_code_error error;
	size_t stored = type->read(text, length, bytes, &error);

	if (stored > 0)
		return stored;
	motcua_ereturn(
		escontext, 0,
		(errcode(error.defect == MC_CODE_MONTH || error.defect == MC_CODE_DAY
					 ? ERRCODE_DATETIME_FIELD_OVERFLOW
					 : ERRCODE_INVALID_TEXT_REPRESENTATION),
		 errmsg("invalid input syntax for type %s: \"%s\"", type->name, pnstrdup(text, length)),
		 errdetail("%s", defect_detail(&error, text, length)), errhint("%s", type->hint)));
}

/* ---- input and output ---- */

Datum
motcua_code_in(FunctionCallInfo fcinfo, const CodeType *type)
{
	const char *text = PG_GETARG_CSTRING(0);
	uint8_t bytes[CODE_BYTES_MAX];
	size_t stored = read_code(text, strlen(text), type, bytes, fcinfo->context);

	if (stored == 0)
		PG_RETURN_NULL();
	return motcua_code_datum(bytes, stored);
}

/* Write the text of argument 0 without a NUL and return its length. Refuse damage (XX001). */
static size_t
write_code(FunctionCallInfo fcinfo, const CodeType *type, char *text)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	size_t length = type->write(CODE_BYTES(value), CODE_LENGTH(value), text);

	if (length == 0)
		motcua_damaged_code(type->name);
	return length;
}

Datum
motcua_code_out(FunctionCallInfo fcinfo, const CodeType *type)
{
	char *text = palloc(CODE_TEXT_MAX);

	text[write_code(fcinfo, type, text)] = '\0';
	PG_RETURN_CSTRING(text);
}

/*
 * The binary form is a version byte and the text of the code, so that no client depends on the
 * stored form. Refuse what is not in that form (22P03).
 */
Datum
motcua_code_recv(FunctionCallInfo fcinfo, const CodeType *type)
{
	StringInfo buffer = (StringInfo) PG_GETARG_POINTER(0);
	uint8_t bytes[CODE_BYTES_MAX];
	mc_code_error error;
	char *text;
	int length;
	size_t stored;

	if (pq_getmsgbyte(buffer) != CODE_BINARY_VERSION)
		ereport(ERROR, (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
						errmsg("unknown version of a binary %s", type->name)));
	text = pq_getmsgtext(buffer, buffer->len - buffer->cursor, &length);
	stored = type->read(text, length, bytes, &error);
	if (stored == 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
						errmsg("invalid binary %s: \"%s\"", type->name, text),
						errdetail("%s", defect_detail(&error, text, length))));
	return motcua_code_datum(bytes, stored);
}

Datum
motcua_code_send(FunctionCallInfo fcinfo, const CodeType *type)
{
	StringInfoData out;
	char text[CODE_TEXT_MAX];
	size_t length = write_code(fcinfo, type, text);

	pq_begintypsend(&out);
	pq_sendint8(&out, CODE_BINARY_VERSION);
	pq_sendtext(&out, text, (int) length);
	PG_RETURN_BYTEA_P(pq_endtypsend(&out));
}

/* ---- texts that may be no codes ---- */

/* Write the stored form of the text in argument 0; return its length, or 0 if it is no code. */
static size_t
try_to_read(FunctionCallInfo fcinfo, const CodeType *type, uint8_t *bytes)
{
	text *value = PG_GETARG_TEXT_PP(0);
	mc_code_error error;

	return type->read(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value), bytes, &error);
}

Datum
motcua_code_is(FunctionCallInfo fcinfo, const CodeType *type)
{
	uint8_t bytes[CODE_BYTES_MAX];

	PG_RETURN_BOOL(try_to_read(fcinfo, type, bytes) > 0);
}

Datum
motcua_code_try(FunctionCallInfo fcinfo, const CodeType *type)
{
	uint8_t bytes[CODE_BYTES_MAX];
	size_t stored = try_to_read(fcinfo, type, bytes);

	if (stored == 0)
		PG_RETURN_NULL();
	return motcua_code_datum(bytes, stored);
}

/* ---- order and hash ---- */

static int
compare_codes(struct varlena *a, struct varlena *b)
{
	size_t a_length = CODE_LENGTH(a);
	size_t b_length = CODE_LENGTH(b);
	int order = memcmp(CODE_BYTES(a), CODE_BYTES(b), Min(a_length, b_length));

	if (order != 0)
		return order;
	return (a_length > b_length) - (a_length < b_length);
}

int
motcua_code_compare(FunctionCallInfo fcinfo)
{
	struct varlena *a = PG_GETARG_VARLENA_PP(0);
	struct varlena *b = PG_GETARG_VARLENA_PP(1);
	int order = compare_codes(a, b);

	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	return order;
}

Datum
motcua_code_hash(FunctionCallInfo fcinfo)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	Datum hash = hash_any(CODE_BYTES(value), (int) CODE_LENGTH(value));

	PG_FREE_IF_COPY(value, 0);
	return hash;
}

Datum
motcua_code_hash_extended(FunctionCallInfo fcinfo)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	Datum hash = hash_any_extended(CODE_BYTES(value), (int) CODE_LENGTH(value), PG_GETARG_INT64(1));

	PG_FREE_IF_COPY(value, 0);
	return hash;
}

static int
compare_for_sort(Datum a, Datum b, SortSupport ssup)
{
	struct varlena *left = PG_DETOAST_DATUM_PACKED(a);
	struct varlena *right = PG_DETOAST_DATUM_PACKED(b);
	int order = compare_codes(left, right);

	if ((Pointer) left != DatumGetPointer(a))
		pfree(left);
	if ((Pointer) right != DatumGetPointer(b))
		pfree(right);
	return order;
}

/* Return the first bytes as one unsigned number. The numbers have the order of the bytes. */
static Datum
abbreviate(Datum original, SortSupport ssup)
{
	struct varlena *value = PG_DETOAST_DATUM_PACKED(original);
	Datum head = 0;

	memcpy(&head, CODE_BYTES(value), Min(sizeof(Datum), CODE_LENGTH(value)));
	if ((Pointer) value != DatumGetPointer(original))
		pfree(value);
	return DatumBigEndianToNative(head);
}

/*
 * Abbreviated keys are never given up: the first eight bytes tell most codes apart, and making
 * them costs little where they do not.
 */
static bool
never_abort(int memtupcount, SortSupport ssup)
{
	return false;
}

Datum
motcua_code_sort_support(FunctionCallInfo fcinfo)
{
	SortSupport ssup = (SortSupport) PG_GETARG_POINTER(0);

	ssup->comparator = compare_for_sort;
	if (ssup->abbreviate)
	{
		ssup->comparator = ssup_datum_unsigned_cmp;
		ssup->abbrev_converter = abbreviate;
		ssup->abbrev_abort = never_abort;
		ssup->abbrev_full_comparator = compare_for_sort;
	}
	PG_RETURN_VOID();
}

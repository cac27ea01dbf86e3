/*
 * This libFuzzer target reads any bytes as the text and as the stored form of each type of code.
 * They must be refused or come back unchanged, and the parts of an agency code must agree with each
 * other.
 */
#include <stdlib.h>
#include <string.h>

#include "core/codes/dossier_code.h"
#include "core/codes/procedure_code.h"
#include "fuzzing.h"

#define BYTES_MAX 32
#define TEXT_MAX 48

typedef size_t (*reader)(const char *text, size_t length, uint8_t *bytes, mc_code_error *error);
typedef size_t (*writer)(const uint8_t *bytes, size_t length, char *text);

static void
as_text(reader read, writer write, const char *text, size_t size)
{
	uint8_t bytes[BYTES_MAX];
	uint8_t bytes_again[BYTES_MAX];
	char text_again[TEXT_MAX];
	mc_code_error error;
	size_t length = read(text, size, bytes, &error);
	size_t text_length;

	must((length > 0) == (error.defect == MC_CODE_SOUND));
	must(error.position + error.length <= size && length <= BYTES_MAX);
	if (length == 0)
		return;
	text_length = write(bytes, length, text_again);
	must(text_length > 0 && text_length <= size && text_length <= TEXT_MAX);
	must(read(text_again, text_length, bytes_again, &error) == length);
	must(memcmp(bytes, bytes_again, length) == 0);
}

static void
as_bytes(reader read, writer write, const uint8_t *data, size_t size)
{
	uint8_t bytes[BYTES_MAX];
	char text[TEXT_MAX];
	mc_code_error error;
	size_t length = write(data, size, text);

	must(length <= TEXT_MAX);
	if (length == 0)
		return;
	must(read(text, length, bytes, &error) == size && memcmp(bytes, data, size) == 0);
}

static void
above_and_below(const uint8_t *data, size_t size)
{
	uint8_t above[MC_AGENCY_BYTES_MAX];
	mc_agency agency;
	mc_agency parent;
	mc_agency spellings[MC_AGENCY_SPELLINGS_MAX];
	int count;

	if (size == 0 || mc_unpack_agency(data, size, &agency) != size)
		return;
	if (mc_agency_parent(&agency, &parent))
		must(mc_agency_contains(above, mc_pack_agency(&parent, above), data, size));
	count = mc_agency_spellings_above(&agency, spellings);
	must(count >= 1 && count <= MC_AGENCY_SPELLINGS_MAX);
	for (int i = 0; i < count; i++)
		must(mc_agency_contains(above, mc_pack_agency(&spellings[i], above), data, size));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const reader readers[] = {mc_read_agency_code, mc_read_dossier_code,
									 mc_read_procedure_code};
	static const writer writers[] = {mc_write_agency_code, mc_write_dossier_code,
									 mc_write_procedure_code};

	for (int i = 0; i < 3; i++)
	{
		as_text(readers[i], writers[i], (const char *) data, size);
		as_bytes(readers[i], writers[i], data, size);
	}
	above_and_below(data, size);
	return 0;
}

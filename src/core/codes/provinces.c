#include "core/codes/provinces.h"

#include <stddef.h>

#include "core/base/names.h"

typedef struct named_from
{
	char letter;
	int number;
	mc_day since;
	const char *name;
} named_from;

#include "core/codes/provinces_data.h"

/* Rows of a code are in the order of their days. */
const char *
mc_province_name(char letter, int number, mc_day day)
{
	const char *name = NULL;

	for (int i = 0; i < MC_LENGTH_OF(province_names); i++)
	{
		const named_from *row = &province_names[i];

		if (row->letter == letter && row->number == number && row->since <= day)
			name = row->name;
	}
	return name;
}

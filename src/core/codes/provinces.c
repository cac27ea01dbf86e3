/* Search in the names of provinces and ministries, for the SQL function province_name. */
#include "core/codes/provinces.h"

#include <stddef.h>

#include "core/base/names.h"

/* A name that a code bears from a day on. */
typedef struct dated_name
{
	char letter;
	int number;
	mc_day since;
	const char *name;
} dated_name;

#include "core/codes/provinces_data.h"

const char *
mc_province_name(char letter, int number, mc_day day)
{
	const char *name = NULL;

	/* The rows of a code ascend by day, so the last row that is not too late has the name. */
	for (int i = 0; i < MC_LENGTH_OF(province_names); i++)
	{
		const dated_name *row = &province_names[i];

		if (row->letter == letter && row->number == number && row->since <= day)
			name = row->name;
	}
	return name;
}

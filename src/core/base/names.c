/* This file looks up names. All enumerations that have SQL names call it. */
#include "core/base/names.h"

#include <string.h>

int
mc_name_position(const char *const *names, int count, const char *name, size_t length)
{
	for (int i = 0; i < count; i++)
		if (strlen(names[i]) == length && memcmp(names[i], name, length) == 0)
			return i;
	return -1;
}

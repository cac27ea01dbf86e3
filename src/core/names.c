#include "names.h"

#include <string.h>

int
mc_name_position(const char *const *names, int count, const char *name, size_t length)
{
	for (int i = 0; i < count; i++)
		if (strncmp(names[i], name, length) == 0 && names[i][length] == '\0')
			return i;
	return -1;
}

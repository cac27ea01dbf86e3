/* Enumerations and their SQL names. */
#ifndef MC_NAMES_H
#define MC_NAMES_H

#include <stddef.h>

#define MC_LENGTH_OF(array) ((int) (sizeof(array) / sizeof((array)[0])))

/* Position of the name of length bytes among count names, or -1. */
int mc_name_position(const char *const *names, int count, const char *name, size_t length);

#endif

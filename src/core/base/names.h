/*
 * This header declares how the name of an enumeration's value is looked up. The names of an
 * enumeration are an array of strings whose positions are the values.
 */
#ifndef MC_NAMES_H
#define MC_NAMES_H

#include <stddef.h>

/* The number of elements of an array as an int. */
#define MC_LENGTH_OF(array) ((int) (sizeof(array) / sizeof((array)[0])))

/*
 * Return the position of a name, given as `length` bytes, among `count` names, or -1 if it is none
 * of them.
 */
int mc_name_position(const char *const *names, int count, const char *name, size_t length);

#endif

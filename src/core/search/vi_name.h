/*
 * The parts of a Vietnamese full name, which begins with the family name and ends with the
 * given name: Tôn Nữ | Thị | Hạnh. A part of the name is a word: syllables with nothing
 * but one apostrophe or hyphen between them (H'Hen, Mai-Anh).
 */
#ifndef MC_VI_NAME_H
#define MC_VI_NAME_H

#include <stddef.h>

/* A stretch of the text, in bytes; empty where start is end. */
typedef struct mc_span
{
	size_t start;
	size_t end;
} mc_span;

typedef struct mc_name
{
	mc_span family; /* empty for a name of one word */
	mc_span middle; /* empty where nothing is between */
	mc_span given; /* the last word; empty for a text without words */
} mc_name;

/*
 * The family name is the first word, or as many as a compound family name of the table has (Tôn
 * Thất, Công Tằng Tôn Nữ, Âu Dương), with or without its marks, if a given name remains.
 */
mc_name mc_name_of(const char *text, size_t length);

#endif

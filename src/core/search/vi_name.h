/*
 * The parts of a Vietnamese full name, for the SQL functions of names and for vi_order.c. A full
 * name begins with the family name and ends with the given name: Tôn Nữ | Thị | Hạnh. The name is
 * made of words; a word is a syllable, or several syllables with nothing but one apostrophe or
 * hyphen between any two of them (H'Hen, Mai-Anh).
 */
#ifndef MC_VI_NAME_H
#define MC_VI_NAME_H

#include <stddef.h>

/* A stretch of a text, as byte offsets. The stretch is empty if start equals end. */
typedef struct mc_span
{
	size_t start;
	size_t end;
} mc_span;

typedef struct mc_name
{
	mc_span family; /* empty if the name has only one word */
	mc_span middle; /* everything between the two others, perhaps empty */
	mc_span given; /* the last word; empty if the text has no words */
} mc_name;

/*
 * Return the parts of a full name. The family name is the first word, or all words of a compound
 * family name (Tôn Thất, Công Tằng Tôn Nữ, Âu Dương) with or without its marks, provided that
 * another word remains as the given name.
 */
mc_name mc_name_of(const char *text, size_t length);

#endif

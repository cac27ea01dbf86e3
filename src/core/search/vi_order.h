/*
 * The order of a Vietnamese dictionary as bytes to compare. Rules of the Vietnam Lexicography
 * Centre (Vũ Xuân Lương, "Quy tắc sắp xếp ABC"): letters a ă â b c d đ e ê ... o ô ơ ... u ư ...;
 * tones ngang, huyền, hỏi, ngã, sắc, nặng; letters before tones within a syllable, and syllable
 * by syllable, so that tuân thủ stands before tuần chay; the shorter before the longer; small
 * letters before capitals, looked at only where nothing else differs.
 *
 * f, j, w and z stand in their places of the Latin alphabet. Digits stand before letters and
 * numbers go by value: Phường 2 before Phường 10. Letters of other scripts stand behind z. What is
 * no letter or digit counts for nothing but to part syllables. Two spellings of the same
 * syllables (hoà and hòa, NFC and NFD, ð and đ) have the same key.
 */
#ifndef MC_VI_ORDER_H
#define MC_VI_ORDER_H

#include <stddef.h>

/* A buffer of this many bytes holds the key of a text of that many bytes. */
#define MC_SORT_KEY_BYTES(length) (6 * (length) + 16)

/* Writes the key of a text and returns its bytes. */
size_t mc_sort_key(const char *text, size_t length, char *key);

/* The key of a full name: by given name, then family name, then middle name. */
size_t mc_name_key(const char *name, size_t length, char *key);

#endif

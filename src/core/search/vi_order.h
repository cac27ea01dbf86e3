/*
 * Sort keys: bytes whose order (memcmp) is the order of a Vietnamese dictionary. The SQL functions
 * vi_sort_key and vi_name_key return them. The rules are those of the Vietnam Lexicography Centre
 * (Vũ Xuân Lương, "Quy tắc sắp xếp ABC"):
 * - the letters are ordered a ă â b c d đ e ê ... o ô ơ ... u ư ...;
 * - the tones are ordered ngang, huyền, hỏi, ngã, sắc, nặng;
 * - texts are compared syllable by syllable, and in a syllable the letters count before the tone,
 *   so that tuân thủ stands before tuần chay;
 * - a shorter text stands before a longer one that begins with it;
 * - small letters stand before capitals, and case counts only if nothing else differs.
 *
 * The letters f, j, w and z have their places of the Latin alphabet. Digits stand before letters,
 * and numbers are ordered by value: Phường 2 stands before Phường 10. Letters of other scripts
 * stand behind z. All other characters count only because they separate syllables. Two spellings
 * of the same syllables (hoà and hòa, NFC and NFD, ð and đ) have the same key.
 */
#ifndef MC_VI_ORDER_H
#define MC_VI_ORDER_H

#include <stddef.h>

/* The size of a buffer that holds the key of a text of `length` bytes. */
#define MC_SORT_KEY_BYTES(length) (6 * (length) + 16)

/* Write the key of a text into a buffer of MC_SORT_KEY_BYTES and return the bytes of the key. */
size_t mc_sort_key(const char *text, size_t length, char *key);

/*
 * Do the same for a full name, which is ordered by its given name, then its family name and then
 * its middle name.
 */
size_t mc_name_key(const char *name, size_t length, char *key);

#endif

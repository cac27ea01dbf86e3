/*
 * This header declares the reader of Vietnamese numbers in words for time_limit.c. Forms repeat a
 * figure in words in parentheses: "05 (năm) ngày".
 */
#ifndef MC_NUMBER_WORDS_H
#define MC_NUMBER_WORDS_H

#include "core/deadline/limit_text.h"

/*
 * If a number in words stands at *at, store it in hundredths, move *at behind the words and the
 * white space after them, and return true. Whole numbers ("một trăm linh năm"), "nửa", "một phần
 * hai", "một rưỡi" and "không phẩy năm" are read.
 */
bool mc_skip_number_words(mc_source s, size_t *at, int64_t *hundredths);

#endif

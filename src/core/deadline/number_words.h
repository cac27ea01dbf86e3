/* Vietnamese numbers in words, as forms repeat a figure: "05 (năm) ngày". */
#ifndef MC_NUMBER_WORDS_H
#define MC_NUMBER_WORDS_H

#include "core/deadline/limit_text.h"

/*
 * Whether a number in words stands at a byte, in hundredths; moves it behind the words and
 * the space after them. Whole numbers ("một trăm linh năm"), "nửa", "một phần hai", "một
 * rưỡi", "không phẩy năm".
 */
bool mc_skip_number_words(mc_source s, size_t *at, int64_t *hundredths);

#endif

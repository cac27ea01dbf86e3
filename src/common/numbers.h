/* Exact numeric results from core's integers; the language numbers are written in. */
#ifndef MOTCUA_NUMBERS_H
#define MOTCUA_NUMBERS_H

#include "fmgr.h"

#include "core/base/ratio.h"

/* numerator / denominator as numeric; NULL when the denominator is 0. */
extern Datum motcua_ratio_datum(FunctionCallInfo fcinfo, mc_ratio ratio);

/* Whether a lang argument is 'en'; 'vi' is the other, and anything else an error. */
extern bool motcua_is_english(text *lang);

#endif

/* Exact numeric results from core's integers. */
#ifndef MOTCUA_NUMBERS_H
#define MOTCUA_NUMBERS_H

#include "postgres.h"

#include "fmgr.h"

#include "core/rates.h"

/* numerator / denominator as numeric; NULL when the denominator is 0. */
extern Datum motcua_ratio_datum(FunctionCallInfo fcinfo, mc_ratio ratio);

#endif

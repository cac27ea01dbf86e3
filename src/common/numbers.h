/*
 * This header declares how exact ratios become numeric, and the argument that names the language in
 * which numbers and sentences are written. The glue of rates, scores and time limits uses it.
 */
#ifndef MOTCUA_NUMBERS_H
#define MOTCUA_NUMBERS_H

#include "fmgr.h"

#include "core/base/ratio.h"

/* Return numerator / denominator as numeric, or NULL if the denominator is 0. */
extern Datum motcua_ratio_datum(FunctionCallInfo fcinfo, mc_ratio ratio);

/* Raise 22023 unless a numeric is a share, 0 to 1; `name` is the argument's name for the message. */
extern void motcua_check_share(Datum share, const char *name);

/*
 * Return an argument that is a share of 1, called `name` in errors. Raise 22023 if it is outside 0
 * to 1.
 */
extern Datum motcua_share_arg(FunctionCallInfo fcinfo, int argno, const char *name);

/*
 * True if a language argument is 'en' and false if it is 'vi' or NULL. Raise 22023 for any other
 * language.
 */
extern bool motcua_is_english(FunctionCallInfo fcinfo, int argno);

#endif

/* Rates of a tally for the glue. */
#ifndef MOTCUA_TALLY_RATES_H
#define MOTCUA_TALLY_RATES_H

#include "core/kpi/rates.h"

/* The on-time ratio by the basis of that name; 22023 for an unknown one. */
extern mc_ratio motcua_ratio_of(const mc_tally *tally, text *basis);

#endif

/* This header declares how the glue computes the rate of a tally by the name of a basis. */
#ifndef MOTCUA_TALLY_RATES_H
#define MOTCUA_TALLY_RATES_H

#include "core/kpi/rates.h"

/*
 * Return the on-time ratio of a tally by a basis. Raise 22023 if the name of the basis is unknown.
 */
extern mc_ratio motcua_ratio_of(const mc_tally *tally, text *basis);

#endif

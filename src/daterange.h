/* Between PostgreSQL's daterange and mc_period. */
#ifndef MOTCUA_DATERANGE_H
#define MOTCUA_DATERANGE_H

#include "postgres.h"

#include "fmgr.h"

#include "core/tally.h"

/* Bounded, not empty, and its two days written with four-digit years. */
extern bool motcua_period_is_valid(mc_period period);

/* The period of a daterange datum; 22023 when it is unbounded or empty. */
extern mc_period motcua_period_of_range(Datum range);

/* The period of a daterange's text. False after a soft error. */
extern bool motcua_read_period(const char *text, mc_period *period, struct Node *escontext);

/* The daterange of a stated period. */
extern Datum motcua_period_datum(mc_period period);

#endif

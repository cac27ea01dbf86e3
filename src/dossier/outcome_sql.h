/*
 * This header declares what the SQL functions over columns of dossiers share: the verdict as a
 * value of the enum outcome, and the policies that are given by name. The files of src/dossier and
 * src/kpi use it.
 */
#ifndef MOTCUA_OUTCOME_H
#define MOTCUA_OUTCOME_H

#include "fmgr.h"

#include "common/moment_sql.h"
#include "core/dossier/outcome.h"

/*
 * Return the enum value of a verdict, for functions whose result is one. Its labels are looked up
 * once for each expression and kept in fn_extra.
 */
extern Datum motcua_outcome_datum(FunctionCallInfo fcinfo, mc_outcome outcome);

/*
 * Return the granularity that an argument names. NULL means 'day'. Raise 22023 for an unknown name.
 */
extern mc_granularity motcua_granularity_arg(FunctionCallInfo fcinfo, int argno);

/*
 * Return the kind of end that an argument names. NULL means 'result'. Raise 22023 for an unknown
 * name.
 */
extern mc_ended_as motcua_ended_as_arg(FunctionCallInfo fcinfo, int argno);

#endif

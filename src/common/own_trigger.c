/*
 * This file checks that the trigger functions of the extension serve its own tables, and reads the
 * rows of these tables. The triggers on the tables of calendars and of scores call it.
 */
#include "postgres.h"

#include "catalog/pg_class.h"
#include "executor/spi.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "common/own_trigger.h"
#include "common/relation_shape.h"

TriggerData *
motcua_own_trigger(FunctionCallInfo fcinfo)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;

	if (!CALLED_AS_TRIGGER(fcinfo) || !TRIGGER_FIRED_AFTER(trigger->tg_event) ||
		!motcua_is_of_extension(RelationRelationId, RelationGetRelid(trigger->tg_relation)))
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
						errmsg("this function serves the tables of the extension motcua only"),
						errhint("Drop the trigger that calls it.")));
	return trigger;
}

TriggerData *
motcua_own_row_trigger(FunctionCallInfo fcinfo)
{
	TriggerData *trigger = motcua_own_trigger(fcinfo);

	if (!TRIGGER_FIRED_FOR_ROW(trigger->tg_event))
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
						errmsg("this function serves triggers after each row only"),
						errhint("Drop the trigger that calls it.")));
	return trigger;
}

HeapTuple
motcua_trigger_row(const TriggerData *trigger)
{
	return TRIGGER_FIRED_BY_UPDATE(trigger->tg_event) ? trigger->tg_newtuple
													  : trigger->tg_trigtuple;
}

char *
motcua_trigger_text(const TriggerData *trigger, HeapTuple row, const char *column)
{
	TupleDesc descriptor = RelationGetDescr(trigger->tg_relation);
	int number = SPI_fnumber(descriptor, column);

	if (number <= 0)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN), errmsg("column \"%s\" does not exist", column),
				 errhint("Create the triggers of the extension as its script does.")));
	return SPI_getvalue(row, descriptor, number);
}

const char *
motcua_trigger_schema(const TriggerData *trigger)
{
	return quote_identifier(get_namespace_name(RelationGetNamespace(trigger->tg_relation)));
}

DROP VIEW @schema@.unit_history, @schema@.procedure_history;
DROP TABLE @schema@.rollup_unit, @schema@.rollup_procedure, @schema@.rollup_delta,
@schema@.rollup_stale;

DROP VIEW @schema@.unit_history, @schema@.procedure_history, @schema@.unit_kept,
@schema@.procedure_kept;
DROP TABLE @schema@.rollup_unit, @schema@.rollup_procedure, @schema@.rollup_delta,
@schema@.rollup_stale, @schema@.rollup_member;

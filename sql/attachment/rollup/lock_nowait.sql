LOCK TABLE @schema@.rollup_unit IN SHARE UPDATE EXCLUSIVE MODE NOWAIT;
LOCK TABLE @schema@.rollup_procedure, @schema@.rollup_delta IN ROW EXCLUSIVE MODE NOWAIT;

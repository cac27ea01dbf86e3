DELETE FROM @schema@.rollup_unit;
DELETE FROM @schema@.rollup_procedure;
DELETE FROM @schema@.rollup_delta;
DELETE FROM @schema@.rollup_stale;

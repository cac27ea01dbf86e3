DELETE FROM @schema@.rollup_unit AS r WHERE r.dossiers = 0;
DELETE FROM @schema@.rollup_procedure AS r WHERE r.dossiers = 0;

DROP TRIGGER IF EXISTS motcua_rollup_insert ON @table@;
DROP TRIGGER IF EXISTS motcua_rollup_update ON @table@;
DROP TRIGGER IF EXISTS motcua_rollup_delete ON @table@;
DROP TRIGGER IF EXISTS motcua_rollup_truncate ON @table@;

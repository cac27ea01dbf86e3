DROP TRIGGER motcua_watch ON @table@;
DROP TRIGGER motcua_watch_truncate ON @table@;

-- ENABLE ALWAYS lets the triggers fire in sessions that replicate or restore, too.
CREATE TRIGGER motcua_watch AFTER UPDATE OR DELETE ON @table@
    FOR EACH ROW EXECUTE FUNCTION motcua_internal.log_change(@arguments@);
CREATE TRIGGER motcua_watch_truncate AFTER TRUNCATE ON @table@
    FOR EACH STATEMENT EXECUTE FUNCTION motcua_internal.log_change();
ALTER TABLE @table@
    ENABLE ALWAYS TRIGGER motcua_watch, ENABLE ALWAYS TRIGGER motcua_watch_truncate;

-- ENABLE ALWAYS lets the trigger fire in sessions that replicate or restore, too.
CREATE OR REPLACE TRIGGER motcua_rollup_@event@ AFTER @event@ ON @table@ @transition_tables@
    FOR EACH STATEMENT EXECUTE FUNCTION motcua_internal.roll_up();
ALTER TABLE @table@ ENABLE ALWAYS TRIGGER motcua_rollup_@event@;

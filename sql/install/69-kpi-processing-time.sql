-- The plain aggregate processing_time(received, ended, unit [, calendar]): average time from receipt to end in one unit.
-- The state is an int8[] {unit, dossiers, days or seconds, microseconds}.

CREATE FUNCTION motcua_internal.processing_combine(state bigint[], other bigint[]) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_combine'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_combine(bigint[], bigint[]) IS 'Internal: combine function of processing_time';
CREATE FUNCTION motcua_internal.processing_final(state bigint[]) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_processing_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_final(bigint[]) IS 'Internal: final function of processing_time';

CREATE FUNCTION motcua_internal.processing_add(state bigint[], received motcua.moment, ended motcua.moment, unit text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_add(bigint[], motcua.moment, motcua.moment, text) IS 'Internal: transition function of processing_time';
CREATE FUNCTION motcua_internal.processing_remove(state bigint[], received motcua.moment, ended motcua.moment, unit text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_remove(bigint[], motcua.moment, motcua.moment, text) IS 'Internal: inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(motcua.moment, motcua.moment, text) (
    SFUNC = motcua_internal.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua_internal.processing_final,
    COMBINEFUNC = motcua_internal.processing_combine,
    MSFUNC = motcua_internal.processing_add, MINVFUNC = motcua_internal.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua_internal.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(motcua.moment, motcua.moment, text) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on the session''s calendar';

CREATE FUNCTION motcua_internal.processing_add(state bigint[], received motcua.moment, ended motcua.moment, unit text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_add(bigint[], motcua.moment, motcua.moment, text, text) IS 'Internal: transition function of processing_time';
CREATE FUNCTION motcua_internal.processing_remove(state bigint[], received motcua.moment, ended motcua.moment, unit text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_remove(bigint[], motcua.moment, motcua.moment, text, text) IS 'Internal: inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(motcua.moment, motcua.moment, text, text) (
    SFUNC = motcua_internal.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua_internal.processing_final,
    COMBINEFUNC = motcua_internal.processing_combine,
    MSFUNC = motcua_internal.processing_add, MINVFUNC = motcua_internal.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua_internal.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(motcua.moment, motcua.moment, text, text) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on a calendar';

CREATE FUNCTION motcua_internal.processing_add(state bigint[], received motcua.moment, ended motcua.moment, unit text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_add(bigint[], motcua.moment, motcua.moment, text, motcua.work_calendar) IS 'Internal: transition function of processing_time';
CREATE FUNCTION motcua_internal.processing_remove(state bigint[], received motcua.moment, ended motcua.moment, unit text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_remove(bigint[], motcua.moment, motcua.moment, text, motcua.work_calendar) IS 'Internal: inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(motcua.moment, motcua.moment, text, motcua.work_calendar) (
    SFUNC = motcua_internal.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua_internal.processing_final,
    COMBINEFUNC = motcua_internal.processing_combine,
    MSFUNC = motcua_internal.processing_add, MINVFUNC = motcua_internal.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua_internal.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(motcua.moment, motcua.moment, text, motcua.work_calendar) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on a calendar by value';

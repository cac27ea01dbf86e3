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

CREATE FUNCTION motcua_internal.processing_add(state bigint[], received date, ended date, unit text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_add(bigint[], date, date, text) IS 'Internal: transition function of processing_time';
CREATE FUNCTION motcua_internal.processing_remove(state bigint[], received date, ended date, unit text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_remove(bigint[], date, date, text) IS 'Internal: inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(date, date, text) (
    SFUNC = motcua_internal.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua_internal.processing_final,
    COMBINEFUNC = motcua_internal.processing_combine,
    MSFUNC = motcua_internal.processing_add, MINVFUNC = motcua_internal.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua_internal.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(date, date, text) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on the session''s calendar';

CREATE FUNCTION motcua_internal.processing_add(state bigint[], received date, ended date, unit text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_add(bigint[], date, date, text, text) IS 'Internal: transition function of processing_time';
CREATE FUNCTION motcua_internal.processing_remove(state bigint[], received date, ended date, unit text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_remove(bigint[], date, date, text, text) IS 'Internal: inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(date, date, text, text) (
    SFUNC = motcua_internal.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua_internal.processing_final,
    COMBINEFUNC = motcua_internal.processing_combine,
    MSFUNC = motcua_internal.processing_add, MINVFUNC = motcua_internal.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua_internal.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(date, date, text, text) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on a calendar';

CREATE FUNCTION motcua_internal.processing_add(state bigint[], received date, ended date, unit text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_add(bigint[], date, date, text, motcua.work_calendar) IS 'Internal: transition function of processing_time';
CREATE FUNCTION motcua_internal.processing_remove(state bigint[], received date, ended date, unit text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_remove(bigint[], date, date, text, motcua.work_calendar) IS 'Internal: inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(date, date, text, motcua.work_calendar) (
    SFUNC = motcua_internal.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua_internal.processing_final,
    COMBINEFUNC = motcua_internal.processing_combine,
    MSFUNC = motcua_internal.processing_add, MINVFUNC = motcua_internal.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua_internal.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(date, date, text, motcua.work_calendar) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on a calendar by value';

CREATE FUNCTION motcua_internal.processing_add(state bigint[], received timestamp, ended timestamp, unit text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_add(bigint[], timestamp, timestamp, text) IS 'Internal: transition function of processing_time';
CREATE FUNCTION motcua_internal.processing_remove(state bigint[], received timestamp, ended timestamp, unit text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_remove(bigint[], timestamp, timestamp, text) IS 'Internal: inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(timestamp, timestamp, text) (
    SFUNC = motcua_internal.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua_internal.processing_final,
    COMBINEFUNC = motcua_internal.processing_combine,
    MSFUNC = motcua_internal.processing_add, MINVFUNC = motcua_internal.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua_internal.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(timestamp, timestamp, text) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on the session''s calendar';

CREATE FUNCTION motcua_internal.processing_add(state bigint[], received timestamp, ended timestamp, unit text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_add(bigint[], timestamp, timestamp, text, text) IS 'Internal: transition function of processing_time';
CREATE FUNCTION motcua_internal.processing_remove(state bigint[], received timestamp, ended timestamp, unit text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_remove(bigint[], timestamp, timestamp, text, text) IS 'Internal: inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(timestamp, timestamp, text, text) (
    SFUNC = motcua_internal.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua_internal.processing_final,
    COMBINEFUNC = motcua_internal.processing_combine,
    MSFUNC = motcua_internal.processing_add, MINVFUNC = motcua_internal.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua_internal.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(timestamp, timestamp, text, text) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on a calendar';

CREATE FUNCTION motcua_internal.processing_add(state bigint[], received timestamp, ended timestamp, unit text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_timestamp_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_add(bigint[], timestamp, timestamp, text, motcua.work_calendar) IS 'Internal: transition function of processing_time';
CREATE FUNCTION motcua_internal.processing_remove(state bigint[], received timestamp, ended timestamp, unit text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_timestamp_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_remove(bigint[], timestamp, timestamp, text, motcua.work_calendar) IS 'Internal: inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(timestamp, timestamp, text, motcua.work_calendar) (
    SFUNC = motcua_internal.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua_internal.processing_final,
    COMBINEFUNC = motcua_internal.processing_combine,
    MSFUNC = motcua_internal.processing_add, MINVFUNC = motcua_internal.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua_internal.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(timestamp, timestamp, text, motcua.work_calendar) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on a calendar by value';

CREATE FUNCTION motcua_internal.processing_add(state bigint[], received timestamptz, ended timestamptz, unit text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_add(bigint[], timestamptz, timestamptz, text) IS 'Internal: transition function of processing_time';
CREATE FUNCTION motcua_internal.processing_remove(state bigint[], received timestamptz, ended timestamptz, unit text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_remove(bigint[], timestamptz, timestamptz, text) IS 'Internal: inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(timestamptz, timestamptz, text) (
    SFUNC = motcua_internal.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua_internal.processing_final,
    COMBINEFUNC = motcua_internal.processing_combine,
    MSFUNC = motcua_internal.processing_add, MINVFUNC = motcua_internal.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua_internal.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(timestamptz, timestamptz, text) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on the session''s calendar';

CREATE FUNCTION motcua_internal.processing_add(state bigint[], received timestamptz, ended timestamptz, unit text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_add(bigint[], timestamptz, timestamptz, text, text) IS 'Internal: transition function of processing_time';
CREATE FUNCTION motcua_internal.processing_remove(state bigint[], received timestamptz, ended timestamptz, unit text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_remove(bigint[], timestamptz, timestamptz, text, text) IS 'Internal: inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(timestamptz, timestamptz, text, text) (
    SFUNC = motcua_internal.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua_internal.processing_final,
    COMBINEFUNC = motcua_internal.processing_combine,
    MSFUNC = motcua_internal.processing_add, MINVFUNC = motcua_internal.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua_internal.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(timestamptz, timestamptz, text, text) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on a calendar';

CREATE FUNCTION motcua_internal.processing_add(state bigint[], received timestamptz, ended timestamptz, unit text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_add_timestamptz_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_add(bigint[], timestamptz, timestamptz, text, motcua.work_calendar) IS 'Internal: transition function of processing_time';
CREATE FUNCTION motcua_internal.processing_remove(state bigint[], received timestamptz, ended timestamptz, unit text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_remove_timestamptz_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_remove(bigint[], timestamptz, timestamptz, text, motcua.work_calendar) IS 'Internal: inverse transition function of processing_time';
CREATE AGGREGATE motcua.processing_time(timestamptz, timestamptz, text, motcua.work_calendar) (
    SFUNC = motcua_internal.processing_add, STYPE = bigint[], INITCOND = '{0,0,0,0}', FINALFUNC = motcua_internal.processing_final,
    COMBINEFUNC = motcua_internal.processing_combine,
    MSFUNC = motcua_internal.processing_add, MINVFUNC = motcua_internal.processing_remove, MSTYPE = bigint[], MINITCOND = '{0,0,0,0}', MFINALFUNC = motcua_internal.processing_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.processing_time(timestamptz, timestamptz, text, motcua.work_calendar) IS 'Average time of the ended dossiers in one unit (working_day, working_hour, day, day_skip_holiday, week, month, year, hour), on a calendar by value';

-- The plain aggregate processing_time(received, ended, unit [, calendar]): average
-- time from receipt to end in one unit. The state is an int8[] {unit, dossiers, days
-- or seconds, microseconds}.

CREATE FUNCTION motcua_internal.processing_combine(state bigint[], other bigint[]) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_combine'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_combine(bigint[], bigint[])
    IS 'Internal: combine function of processing_time';
CREATE FUNCTION motcua_internal.processing_final(state bigint[]) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_processing_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_final(bigint[])
    IS 'Internal: final function of processing_time';

@template moving_aggregate name="processing_time" base="processing" state="bigint[]"
    arguments="received motcua.moment, ended motcua.moment, unit text" volatility="STABLE"
    combine="processing_combine" final="processing_final" initial="{0,0,0,0}"
    comment="Average time of the ended dossiers in one unit (working_day, working_hour, day,
    day_skip_holiday, week, month, year, hour), on the session''s calendar";

@template calendar_aggregate name="processing_time" base="processing" state="bigint[]"
    arguments="received motcua.moment, ended motcua.moment, unit text"
    combine="processing_combine" final="processing_final" initial="{0,0,0,0}"
    comment="Average time of the ended dossiers in one unit (working_day, working_hour, day,
    day_skip_holiday, week, month, year, hour), on a calendar";

-- This module makes the aggregate processing_time(received, ended, unit [, calendar]), which
-- returns the average time from receipt to end in one unit. Its state is a bigint[] {unit,
-- dossiers, days or seconds, microseconds}.

CREATE FUNCTION motcua_internal.processing_combine(state bigint[], other bigint[]) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_processing_combine'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_combine(bigint[], bigint[])
    IS 'Internal: returns the sum of two states of processing_time.';
CREATE FUNCTION motcua_internal.processing_final(state bigint[]) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_processing_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.processing_final(bigint[])
    IS 'Internal: returns the average that a state of processing_time holds.';

@template moving_aggregate name="processing_time" base="processing" state="bigint[]"
    arguments="received motcua.moment, ended motcua.moment, unit text" volatility="STABLE"
    combine="processing_combine" final="processing_final" initial="{0,0,0,0}"
    comment="Trả về thời gian giải quyết trung bình của các hồ sơ đã kết thúc theo một đơn vị
    (working_day, working_hour, day, day_skip_holiday, week, month, year, hour) và theo lịch được
    nêu hoặc lịch của phiên, hoặc NULL nếu chưa có hồ sơ kết thúc. |
    Return the average time of the ended dossiers in one unit (working_day, working_hour, day,
    day_skip_holiday, week, month, year, hour), on the calendar that is given or else on the one of
    the session, or NULL if no dossier ended.";

@template calendar_aggregate name="processing_time" base="processing" state="bigint[]"
    arguments="received motcua.moment, ended motcua.moment, unit text"
    combine="processing_combine" final="processing_final" initial="{0,0,0,0}"
    comment="Trả về thời gian giải quyết trung bình của các hồ sơ đã kết thúc theo một đơn vị
    (working_day, working_hour, day, day_skip_holiday, week, month, year, hour) và theo lịch được
    nêu hoặc lịch của phiên, hoặc NULL nếu chưa có hồ sơ kết thúc. |
    Return the average time of the ended dossiers in one unit (working_day, working_hour, day,
    day_skip_holiday, week, month, year, hour), on the calendar that is given or else on the one of
    the session, or NULL if no dossier ended.";

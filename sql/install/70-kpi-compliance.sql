-- Plain aggregates of how citizens are treated: satisfaction_rate (Decision 766) and apology_rate
-- (apologies sent in time). States are int8[]: {favourable, counted}, for satisfaction_rate
-- followed by the two days of the period.

CREATE FUNCTION motcua_internal.satisfaction_combine(state bigint[], other bigint[])
    RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_combine'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_combine(bigint[], bigint[])
    IS 'Internal: combine function of satisfaction_rate';
CREATE FUNCTION motcua_internal.satisfaction_final(state bigint[]) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_final(bigint[])
    IS 'Internal: final function of satisfaction_rate';

@template moving_aggregate name="satisfaction_rate" base="satisfaction" state="bigint[]"
    arguments="received motcua.moment, due motcua.moment, ended motcua.moment, period daterange,
    disliked boolean"
    combine="satisfaction_combine" final="satisfaction_final"
    initial="{0,0,-2147483648,-2147483648}"
    comment="Share of the dossiers to handle in a period that are neither late, overdue nor
    disliked: received, due, ended, period, disliked";

@template moving_aggregate name="satisfaction_rate" base="satisfaction" state="bigint[]"
    arguments="received motcua.moment, due motcua.moment, ended motcua.moment, period daterange,
    disliked boolean, paused_since motcua.moment"
    combine="satisfaction_combine" final="satisfaction_final"
    initial="{0,0,-2147483648,-2147483648}"
    comment="Share of the dossiers to handle in a period that are neither late, overdue nor
    disliked: received, due, ended, period, disliked, paused_since";

@template moving_aggregate name="apology_rate" base="apology" state="bigint[]"
    arguments="due motcua.moment, ended motcua.moment, apology motcua.moment,
    reappointments integer"
    combine="share_combine" final="share_final" initial="{0,0}"
    comment="Share of the late or re-appointed dossiers whose apology was sent in time: original
    due, ended, apology, reappointments";

@template calendar_aggregate name="apology_rate" base="apology" state="bigint[]"
    arguments="due motcua.moment, ended motcua.moment, apology motcua.moment,
    reappointments integer, notice text"
    combine="share_combine" final="share_final" initial="{0,0}"
    comment="Share of the late or re-appointed dossiers whose apology was sent in time: original
    due, ended, apology, reappointments, notice (day, working_day, same_day), calendar";

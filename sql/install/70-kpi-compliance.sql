-- Plain aggregates of how citizens are treated: satisfaction_rate (Decision 766) and apology_rate (apologies sent in time).
-- States are int8[]: {favourable, counted}, for satisfaction_rate followed by the two days of the period.

CREATE FUNCTION motcua_internal.satisfaction_combine(state bigint[], other bigint[]) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_combine'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_combine(bigint[], bigint[]) IS 'Internal: combine function of satisfaction_rate';
CREATE FUNCTION motcua_internal.satisfaction_final(state bigint[]) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_final(bigint[]) IS 'Internal: final function of satisfaction_rate';

CREATE FUNCTION motcua_internal.satisfaction_add(state bigint[], received motcua.moment, due motcua.moment, ended motcua.moment, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_add(bigint[], motcua.moment, motcua.moment, motcua.moment, daterange, boolean) IS 'Internal: transition function of satisfaction_rate';
CREATE FUNCTION motcua_internal.satisfaction_remove(state bigint[], received motcua.moment, due motcua.moment, ended motcua.moment, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_remove(bigint[], motcua.moment, motcua.moment, motcua.moment, daterange, boolean) IS 'Internal: inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(motcua.moment, motcua.moment, motcua.moment, daterange, boolean) (
    SFUNC = motcua_internal.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua_internal.satisfaction_final,
    COMBINEFUNC = motcua_internal.satisfaction_combine,
    MSFUNC = motcua_internal.satisfaction_add, MINVFUNC = motcua_internal.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua_internal.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(motcua.moment, motcua.moment, motcua.moment, daterange, boolean) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked';

CREATE FUNCTION motcua_internal.satisfaction_add(state bigint[], received motcua.moment, due motcua.moment, ended motcua.moment, period daterange, disliked boolean, paused_since motcua.moment) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_add(bigint[], motcua.moment, motcua.moment, motcua.moment, daterange, boolean, motcua.moment) IS 'Internal: transition function of satisfaction_rate';
CREATE FUNCTION motcua_internal.satisfaction_remove(state bigint[], received motcua.moment, due motcua.moment, ended motcua.moment, period daterange, disliked boolean, paused_since motcua.moment) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_remove(bigint[], motcua.moment, motcua.moment, motcua.moment, daterange, boolean, motcua.moment) IS 'Internal: inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(motcua.moment, motcua.moment, motcua.moment, daterange, boolean, motcua.moment) (
    SFUNC = motcua_internal.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua_internal.satisfaction_final,
    COMBINEFUNC = motcua_internal.satisfaction_combine,
    MSFUNC = motcua_internal.satisfaction_add, MINVFUNC = motcua_internal.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua_internal.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(motcua.moment, motcua.moment, motcua.moment, daterange, boolean, motcua.moment) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked, paused_since';

CREATE FUNCTION motcua_internal.apology_add(state bigint[], due motcua.moment, ended motcua.moment, apology motcua.moment, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_add(bigint[], motcua.moment, motcua.moment, motcua.moment, integer) IS 'Internal: transition function of apology_rate';
CREATE FUNCTION motcua_internal.apology_remove(state bigint[], due motcua.moment, ended motcua.moment, apology motcua.moment, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_remove(bigint[], motcua.moment, motcua.moment, motcua.moment, integer) IS 'Internal: inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(motcua.moment, motcua.moment, motcua.moment, integer) (
    SFUNC = motcua_internal.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.apology_add, MINVFUNC = motcua_internal.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(motcua.moment, motcua.moment, motcua.moment, integer) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments';

CREATE FUNCTION motcua_internal.apology_add(state bigint[], due motcua.moment, ended motcua.moment, apology motcua.moment, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_add(bigint[], motcua.moment, motcua.moment, motcua.moment, integer, text, text) IS 'Internal: transition function of apology_rate';
CREATE FUNCTION motcua_internal.apology_remove(state bigint[], due motcua.moment, ended motcua.moment, apology motcua.moment, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_remove(bigint[], motcua.moment, motcua.moment, motcua.moment, integer, text, text) IS 'Internal: inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(motcua.moment, motcua.moment, motcua.moment, integer, text, text) (
    SFUNC = motcua_internal.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.apology_add, MINVFUNC = motcua_internal.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(motcua.moment, motcua.moment, motcua.moment, integer, text, text) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar';

CREATE FUNCTION motcua_internal.apology_add(state bigint[], due motcua.moment, ended motcua.moment, apology motcua.moment, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_add(bigint[], motcua.moment, motcua.moment, motcua.moment, integer, text, motcua.work_calendar) IS 'Internal: transition function of apology_rate';
CREATE FUNCTION motcua_internal.apology_remove(state bigint[], due motcua.moment, ended motcua.moment, apology motcua.moment, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_remove(bigint[], motcua.moment, motcua.moment, motcua.moment, integer, text, motcua.work_calendar) IS 'Internal: inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(motcua.moment, motcua.moment, motcua.moment, integer, text, motcua.work_calendar) (
    SFUNC = motcua_internal.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.apology_add, MINVFUNC = motcua_internal.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(motcua.moment, motcua.moment, motcua.moment, integer, text, motcua.work_calendar) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar by value';

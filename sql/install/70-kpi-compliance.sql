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

CREATE FUNCTION motcua_internal.satisfaction_add(state bigint[], received date, due date, ended date, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_add(bigint[], date, date, date, daterange, boolean) IS 'Internal: transition function of satisfaction_rate';
CREATE FUNCTION motcua_internal.satisfaction_remove(state bigint[], received date, due date, ended date, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_remove(bigint[], date, date, date, daterange, boolean) IS 'Internal: inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(date, date, date, daterange, boolean) (
    SFUNC = motcua_internal.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua_internal.satisfaction_final,
    COMBINEFUNC = motcua_internal.satisfaction_combine,
    MSFUNC = motcua_internal.satisfaction_add, MINVFUNC = motcua_internal.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua_internal.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(date, date, date, daterange, boolean) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked';

CREATE FUNCTION motcua_internal.satisfaction_add(state bigint[], received date, due date, ended date, period daterange, disliked boolean, paused_since date) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_add(bigint[], date, date, date, daterange, boolean, date) IS 'Internal: transition function of satisfaction_rate';
CREATE FUNCTION motcua_internal.satisfaction_remove(state bigint[], received date, due date, ended date, period daterange, disliked boolean, paused_since date) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_remove(bigint[], date, date, date, daterange, boolean, date) IS 'Internal: inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(date, date, date, daterange, boolean, date) (
    SFUNC = motcua_internal.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua_internal.satisfaction_final,
    COMBINEFUNC = motcua_internal.satisfaction_combine,
    MSFUNC = motcua_internal.satisfaction_add, MINVFUNC = motcua_internal.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua_internal.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(date, date, date, daterange, boolean, date) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked, paused_since';

CREATE FUNCTION motcua_internal.satisfaction_add(state bigint[], received timestamp, due timestamp, ended timestamp, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_add(bigint[], timestamp, timestamp, timestamp, daterange, boolean) IS 'Internal: transition function of satisfaction_rate';
CREATE FUNCTION motcua_internal.satisfaction_remove(state bigint[], received timestamp, due timestamp, ended timestamp, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_remove(bigint[], timestamp, timestamp, timestamp, daterange, boolean) IS 'Internal: inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(timestamp, timestamp, timestamp, daterange, boolean) (
    SFUNC = motcua_internal.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua_internal.satisfaction_final,
    COMBINEFUNC = motcua_internal.satisfaction_combine,
    MSFUNC = motcua_internal.satisfaction_add, MINVFUNC = motcua_internal.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua_internal.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(timestamp, timestamp, timestamp, daterange, boolean) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked';

CREATE FUNCTION motcua_internal.satisfaction_add(state bigint[], received timestamp, due timestamp, ended timestamp, period daterange, disliked boolean, paused_since timestamp) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_add(bigint[], timestamp, timestamp, timestamp, daterange, boolean, timestamp) IS 'Internal: transition function of satisfaction_rate';
CREATE FUNCTION motcua_internal.satisfaction_remove(state bigint[], received timestamp, due timestamp, ended timestamp, period daterange, disliked boolean, paused_since timestamp) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_remove(bigint[], timestamp, timestamp, timestamp, daterange, boolean, timestamp) IS 'Internal: inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(timestamp, timestamp, timestamp, daterange, boolean, timestamp) (
    SFUNC = motcua_internal.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua_internal.satisfaction_final,
    COMBINEFUNC = motcua_internal.satisfaction_combine,
    MSFUNC = motcua_internal.satisfaction_add, MINVFUNC = motcua_internal.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua_internal.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(timestamp, timestamp, timestamp, daterange, boolean, timestamp) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked, paused_since';

CREATE FUNCTION motcua_internal.satisfaction_add(state bigint[], received timestamptz, due timestamptz, ended timestamptz, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_add(bigint[], timestamptz, timestamptz, timestamptz, daterange, boolean) IS 'Internal: transition function of satisfaction_rate';
CREATE FUNCTION motcua_internal.satisfaction_remove(state bigint[], received timestamptz, due timestamptz, ended timestamptz, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_remove(bigint[], timestamptz, timestamptz, timestamptz, daterange, boolean) IS 'Internal: inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(timestamptz, timestamptz, timestamptz, daterange, boolean) (
    SFUNC = motcua_internal.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua_internal.satisfaction_final,
    COMBINEFUNC = motcua_internal.satisfaction_combine,
    MSFUNC = motcua_internal.satisfaction_add, MINVFUNC = motcua_internal.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua_internal.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(timestamptz, timestamptz, timestamptz, daterange, boolean) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked';

CREATE FUNCTION motcua_internal.satisfaction_add(state bigint[], received timestamptz, due timestamptz, ended timestamptz, period daterange, disliked boolean, paused_since timestamptz) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_add(bigint[], timestamptz, timestamptz, timestamptz, daterange, boolean, timestamptz) IS 'Internal: transition function of satisfaction_rate';
CREATE FUNCTION motcua_internal.satisfaction_remove(state bigint[], received timestamptz, due timestamptz, ended timestamptz, period daterange, disliked boolean, paused_since timestamptz) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_remove(bigint[], timestamptz, timestamptz, timestamptz, daterange, boolean, timestamptz) IS 'Internal: inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(timestamptz, timestamptz, timestamptz, daterange, boolean, timestamptz) (
    SFUNC = motcua_internal.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua_internal.satisfaction_final,
    COMBINEFUNC = motcua_internal.satisfaction_combine,
    MSFUNC = motcua_internal.satisfaction_add, MINVFUNC = motcua_internal.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua_internal.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(timestamptz, timestamptz, timestamptz, daterange, boolean, timestamptz) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked, paused_since';

CREATE FUNCTION motcua_internal.satisfaction_add(state bigint[], received timestamp, due date, ended timestamp, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_add(bigint[], timestamp, date, timestamp, daterange, boolean) IS 'Internal: transition function of satisfaction_rate';
CREATE FUNCTION motcua_internal.satisfaction_remove(state bigint[], received timestamp, due date, ended timestamp, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_remove(bigint[], timestamp, date, timestamp, daterange, boolean) IS 'Internal: inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(timestamp, date, timestamp, daterange, boolean) (
    SFUNC = motcua_internal.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua_internal.satisfaction_final,
    COMBINEFUNC = motcua_internal.satisfaction_combine,
    MSFUNC = motcua_internal.satisfaction_add, MINVFUNC = motcua_internal.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua_internal.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(timestamp, date, timestamp, daterange, boolean) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked';

CREATE FUNCTION motcua_internal.satisfaction_add(state bigint[], received timestamp, due date, ended timestamp, period daterange, disliked boolean, paused_since timestamp) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_add(bigint[], timestamp, date, timestamp, daterange, boolean, timestamp) IS 'Internal: transition function of satisfaction_rate';
CREATE FUNCTION motcua_internal.satisfaction_remove(state bigint[], received timestamp, due date, ended timestamp, period daterange, disliked boolean, paused_since timestamp) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_remove(bigint[], timestamp, date, timestamp, daterange, boolean, timestamp) IS 'Internal: inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(timestamp, date, timestamp, daterange, boolean, timestamp) (
    SFUNC = motcua_internal.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua_internal.satisfaction_final,
    COMBINEFUNC = motcua_internal.satisfaction_combine,
    MSFUNC = motcua_internal.satisfaction_add, MINVFUNC = motcua_internal.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua_internal.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(timestamp, date, timestamp, daterange, boolean, timestamp) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked, paused_since';

CREATE FUNCTION motcua_internal.satisfaction_add(state bigint[], received timestamptz, due date, ended timestamptz, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_add(bigint[], timestamptz, date, timestamptz, daterange, boolean) IS 'Internal: transition function of satisfaction_rate';
CREATE FUNCTION motcua_internal.satisfaction_remove(state bigint[], received timestamptz, due date, ended timestamptz, period daterange, disliked boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_remove(bigint[], timestamptz, date, timestamptz, daterange, boolean) IS 'Internal: inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(timestamptz, date, timestamptz, daterange, boolean) (
    SFUNC = motcua_internal.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua_internal.satisfaction_final,
    COMBINEFUNC = motcua_internal.satisfaction_combine,
    MSFUNC = motcua_internal.satisfaction_add, MINVFUNC = motcua_internal.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua_internal.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(timestamptz, date, timestamptz, daterange, boolean) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked';

CREATE FUNCTION motcua_internal.satisfaction_add(state bigint[], received timestamptz, due date, ended timestamptz, period daterange, disliked boolean, paused_since timestamptz) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_add_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_add(bigint[], timestamptz, date, timestamptz, daterange, boolean, timestamptz) IS 'Internal: transition function of satisfaction_rate';
CREATE FUNCTION motcua_internal.satisfaction_remove(state bigint[], received timestamptz, due date, ended timestamptz, period daterange, disliked boolean, paused_since timestamptz) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_satisfaction_remove_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.satisfaction_remove(bigint[], timestamptz, date, timestamptz, daterange, boolean, timestamptz) IS 'Internal: inverse transition function of satisfaction_rate';
CREATE AGGREGATE motcua.satisfaction_rate(timestamptz, date, timestamptz, daterange, boolean, timestamptz) (
    SFUNC = motcua_internal.satisfaction_add, STYPE = bigint[], INITCOND = '{0,0,-2147483648,-2147483648}', FINALFUNC = motcua_internal.satisfaction_final,
    COMBINEFUNC = motcua_internal.satisfaction_combine,
    MSFUNC = motcua_internal.satisfaction_add, MINVFUNC = motcua_internal.satisfaction_remove, MSTYPE = bigint[], MINITCOND = '{0,0,-2147483648,-2147483648}', MFINALFUNC = motcua_internal.satisfaction_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.satisfaction_rate(timestamptz, date, timestamptz, daterange, boolean, timestamptz) IS 'Share of the dossiers to handle in a period that are neither late, overdue nor disliked: received, due, ended, period, disliked, paused_since';

CREATE FUNCTION motcua_internal.apology_add(state bigint[], due date, ended date, apology date, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_add(bigint[], date, date, date, integer) IS 'Internal: transition function of apology_rate';
CREATE FUNCTION motcua_internal.apology_remove(state bigint[], due date, ended date, apology date, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_remove(bigint[], date, date, date, integer) IS 'Internal: inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(date, date, date, integer) (
    SFUNC = motcua_internal.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.apology_add, MINVFUNC = motcua_internal.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(date, date, date, integer) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments';

CREATE FUNCTION motcua_internal.apology_add(state bigint[], due date, ended date, apology date, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_date_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_add(bigint[], date, date, date, integer, text, text) IS 'Internal: transition function of apology_rate';
CREATE FUNCTION motcua_internal.apology_remove(state bigint[], due date, ended date, apology date, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_date_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_remove(bigint[], date, date, date, integer, text, text) IS 'Internal: inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(date, date, date, integer, text, text) (
    SFUNC = motcua_internal.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.apology_add, MINVFUNC = motcua_internal.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(date, date, date, integer, text, text) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar';

CREATE FUNCTION motcua_internal.apology_add(state bigint[], due date, ended date, apology date, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_add(bigint[], date, date, date, integer, text, motcua.work_calendar) IS 'Internal: transition function of apology_rate';
CREATE FUNCTION motcua_internal.apology_remove(state bigint[], due date, ended date, apology date, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_remove(bigint[], date, date, date, integer, text, motcua.work_calendar) IS 'Internal: inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(date, date, date, integer, text, motcua.work_calendar) (
    SFUNC = motcua_internal.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.apology_add, MINVFUNC = motcua_internal.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(date, date, date, integer, text, motcua.work_calendar) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar by value';

CREATE FUNCTION motcua_internal.apology_add(state bigint[], due timestamp, ended timestamp, apology timestamp, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_add(bigint[], timestamp, timestamp, timestamp, integer) IS 'Internal: transition function of apology_rate';
CREATE FUNCTION motcua_internal.apology_remove(state bigint[], due timestamp, ended timestamp, apology timestamp, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamp'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_remove(bigint[], timestamp, timestamp, timestamp, integer) IS 'Internal: inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(timestamp, timestamp, timestamp, integer) (
    SFUNC = motcua_internal.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.apology_add, MINVFUNC = motcua_internal.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(timestamp, timestamp, timestamp, integer) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments';

CREATE FUNCTION motcua_internal.apology_add(state bigint[], due timestamp, ended timestamp, apology timestamp, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamp_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_add(bigint[], timestamp, timestamp, timestamp, integer, text, text) IS 'Internal: transition function of apology_rate';
CREATE FUNCTION motcua_internal.apology_remove(state bigint[], due timestamp, ended timestamp, apology timestamp, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamp_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_remove(bigint[], timestamp, timestamp, timestamp, integer, text, text) IS 'Internal: inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(timestamp, timestamp, timestamp, integer, text, text) (
    SFUNC = motcua_internal.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.apology_add, MINVFUNC = motcua_internal.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(timestamp, timestamp, timestamp, integer, text, text) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar';

CREATE FUNCTION motcua_internal.apology_add(state bigint[], due timestamp, ended timestamp, apology timestamp, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamp_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_add(bigint[], timestamp, timestamp, timestamp, integer, text, motcua.work_calendar) IS 'Internal: transition function of apology_rate';
CREATE FUNCTION motcua_internal.apology_remove(state bigint[], due timestamp, ended timestamp, apology timestamp, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamp_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_remove(bigint[], timestamp, timestamp, timestamp, integer, text, motcua.work_calendar) IS 'Internal: inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(timestamp, timestamp, timestamp, integer, text, motcua.work_calendar) (
    SFUNC = motcua_internal.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.apology_add, MINVFUNC = motcua_internal.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(timestamp, timestamp, timestamp, integer, text, motcua.work_calendar) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar by value';

CREATE FUNCTION motcua_internal.apology_add(state bigint[], due timestamptz, ended timestamptz, apology timestamptz, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_add(bigint[], timestamptz, timestamptz, timestamptz, integer) IS 'Internal: transition function of apology_rate';
CREATE FUNCTION motcua_internal.apology_remove(state bigint[], due timestamptz, ended timestamptz, apology timestamptz, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamptz'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_remove(bigint[], timestamptz, timestamptz, timestamptz, integer) IS 'Internal: inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(timestamptz, timestamptz, timestamptz, integer) (
    SFUNC = motcua_internal.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.apology_add, MINVFUNC = motcua_internal.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(timestamptz, timestamptz, timestamptz, integer) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments';

CREATE FUNCTION motcua_internal.apology_add(state bigint[], due timestamptz, ended timestamptz, apology timestamptz, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamptz_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_add(bigint[], timestamptz, timestamptz, timestamptz, integer, text, text) IS 'Internal: transition function of apology_rate';
CREATE FUNCTION motcua_internal.apology_remove(state bigint[], due timestamptz, ended timestamptz, apology timestamptz, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamptz_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_remove(bigint[], timestamptz, timestamptz, timestamptz, integer, text, text) IS 'Internal: inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(timestamptz, timestamptz, timestamptz, integer, text, text) (
    SFUNC = motcua_internal.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.apology_add, MINVFUNC = motcua_internal.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(timestamptz, timestamptz, timestamptz, integer, text, text) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar';

CREATE FUNCTION motcua_internal.apology_add(state bigint[], due timestamptz, ended timestamptz, apology timestamptz, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamptz_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_add(bigint[], timestamptz, timestamptz, timestamptz, integer, text, motcua.work_calendar) IS 'Internal: transition function of apology_rate';
CREATE FUNCTION motcua_internal.apology_remove(state bigint[], due timestamptz, ended timestamptz, apology timestamptz, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamptz_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_remove(bigint[], timestamptz, timestamptz, timestamptz, integer, text, motcua.work_calendar) IS 'Internal: inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(timestamptz, timestamptz, timestamptz, integer, text, motcua.work_calendar) (
    SFUNC = motcua_internal.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.apology_add, MINVFUNC = motcua_internal.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(timestamptz, timestamptz, timestamptz, integer, text, motcua.work_calendar) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar by value';

CREATE FUNCTION motcua_internal.apology_add(state bigint[], due date, ended timestamp, apology timestamp, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_add(bigint[], date, timestamp, timestamp, integer) IS 'Internal: transition function of apology_rate';
CREATE FUNCTION motcua_internal.apology_remove(state bigint[], due date, ended timestamp, apology timestamp, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamp_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_remove(bigint[], date, timestamp, timestamp, integer) IS 'Internal: inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(date, timestamp, timestamp, integer) (
    SFUNC = motcua_internal.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.apology_add, MINVFUNC = motcua_internal.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(date, timestamp, timestamp, integer) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments';

CREATE FUNCTION motcua_internal.apology_add(state bigint[], due date, ended timestamp, apology timestamp, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamp_due_date_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_add(bigint[], date, timestamp, timestamp, integer, text, text) IS 'Internal: transition function of apology_rate';
CREATE FUNCTION motcua_internal.apology_remove(state bigint[], due date, ended timestamp, apology timestamp, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamp_due_date_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_remove(bigint[], date, timestamp, timestamp, integer, text, text) IS 'Internal: inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(date, timestamp, timestamp, integer, text, text) (
    SFUNC = motcua_internal.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.apology_add, MINVFUNC = motcua_internal.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(date, timestamp, timestamp, integer, text, text) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar';

CREATE FUNCTION motcua_internal.apology_add(state bigint[], due date, ended timestamp, apology timestamp, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamp_due_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_add(bigint[], date, timestamp, timestamp, integer, text, motcua.work_calendar) IS 'Internal: transition function of apology_rate';
CREATE FUNCTION motcua_internal.apology_remove(state bigint[], due date, ended timestamp, apology timestamp, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamp_due_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_remove(bigint[], date, timestamp, timestamp, integer, text, motcua.work_calendar) IS 'Internal: inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(date, timestamp, timestamp, integer, text, motcua.work_calendar) (
    SFUNC = motcua_internal.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.apology_add, MINVFUNC = motcua_internal.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(date, timestamp, timestamp, integer, text, motcua.work_calendar) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar by value';

CREATE FUNCTION motcua_internal.apology_add(state bigint[], due date, ended timestamptz, apology timestamptz, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_add(bigint[], date, timestamptz, timestamptz, integer) IS 'Internal: transition function of apology_rate';
CREATE FUNCTION motcua_internal.apology_remove(state bigint[], due date, ended timestamptz, apology timestamptz, reappointments integer) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamptz_due_date'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_remove(bigint[], date, timestamptz, timestamptz, integer) IS 'Internal: inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(date, timestamptz, timestamptz, integer) (
    SFUNC = motcua_internal.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.apology_add, MINVFUNC = motcua_internal.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(date, timestamptz, timestamptz, integer) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments';

CREATE FUNCTION motcua_internal.apology_add(state bigint[], due date, ended timestamptz, apology timestamptz, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamptz_due_date_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_add(bigint[], date, timestamptz, timestamptz, integer, text, text) IS 'Internal: transition function of apology_rate';
CREATE FUNCTION motcua_internal.apology_remove(state bigint[], due date, ended timestamptz, apology timestamptz, reappointments integer, notice text, calendar text) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamptz_due_date_on'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_remove(bigint[], date, timestamptz, timestamptz, integer, text, text) IS 'Internal: inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(date, timestamptz, timestamptz, integer, text, text) (
    SFUNC = motcua_internal.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.apology_add, MINVFUNC = motcua_internal.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(date, timestamptz, timestamptz, integer, text, text) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar';

CREATE FUNCTION motcua_internal.apology_add(state bigint[], due date, ended timestamptz, apology timestamptz, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_add_timestamptz_due_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_add(bigint[], date, timestamptz, timestamptz, integer, text, motcua.work_calendar) IS 'Internal: transition function of apology_rate';
CREATE FUNCTION motcua_internal.apology_remove(state bigint[], due date, ended timestamptz, apology timestamptz, reappointments integer, notice text, calendar motcua.work_calendar) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_apology_remove_timestamptz_due_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.apology_remove(bigint[], date, timestamptz, timestamptz, integer, text, motcua.work_calendar) IS 'Internal: inverse transition function of apology_rate';
CREATE AGGREGATE motcua.apology_rate(date, timestamptz, timestamptz, integer, text, motcua.work_calendar) (
    SFUNC = motcua_internal.apology_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.apology_add, MINVFUNC = motcua_internal.apology_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.apology_rate(date, timestamptz, timestamptz, integer, text, motcua.work_calendar) IS 'Share of the late or re-appointed dossiers whose apology was sent in time: original due, ended, apology, reappointments, notice (day, working_day, same_day), calendar by value';

-- Aggregates of lateness: lateness(due, ended [, calendar]), their average days_late(due, ended [, calendar]), merge(lateness).
-- The state is a lateness; it begins empty, so that nothing late gives an empty one.

CREATE FUNCTION motcua_internal.lateness_merge(state motcua.lateness, other motcua.lateness) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_merge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_merge(motcua.lateness, motcua.lateness) IS 'Internal: merges two latenesses (transition and combine function)';
CREATE FUNCTION motcua_internal.lateness_unmerge(state motcua.lateness, other motcua.lateness) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_unmerge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_unmerge(motcua.lateness, motcua.lateness) IS 'Internal: takes a lateness out of another (moving frames)';
CREATE FUNCTION motcua_internal.lateness_final(state motcua.lateness) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_final(motcua.lateness) IS 'Internal: final function of lateness';
CREATE AGGREGATE motcua.merge(motcua.lateness) (
    SFUNC = motcua_internal.lateness_merge, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_merge, MINVFUNC = motcua_internal.lateness_unmerge, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.merge(motcua.lateness) IS 'Merges latenesses of disjoint sets of dossiers: of several units, periods, servers or partitions';

CREATE FUNCTION motcua_internal.lateness_add(state motcua.lateness, due date, ended date) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_add(motcua.lateness, date, date) IS 'Internal: counts a row into a lateness';
CREATE FUNCTION motcua_internal.lateness_remove(state motcua.lateness, due date, ended date) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_remove(motcua.lateness, date, date) IS 'Internal: takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(date, date) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(date, date) IS 'Counts late dossiers by the working days between due day and end, on the session''s calendar';
CREATE AGGREGATE motcua.days_late(date, date) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(date, date) IS 'Average working days late of the late dossiers, on the session''s calendar; NULL when none is late';

CREATE FUNCTION motcua_internal.lateness_add(state motcua.lateness, due date, ended date, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_add(motcua.lateness, date, date, text) IS 'Internal: counts a row into a lateness';
CREATE FUNCTION motcua_internal.lateness_remove(state motcua.lateness, due date, ended date, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_remove(motcua.lateness, date, date, text) IS 'Internal: takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(date, date, text) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(date, date, text) IS 'Counts late dossiers by the working days between due day and end, on a calendar';
CREATE AGGREGATE motcua.days_late(date, date, text) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(date, date, text) IS 'Average working days late of the late dossiers, on a calendar; NULL when none is late';

CREATE FUNCTION motcua_internal.lateness_add(state motcua.lateness, due date, ended date, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_add(motcua.lateness, date, date, motcua.work_calendar) IS 'Internal: counts a row into a lateness';
CREATE FUNCTION motcua_internal.lateness_remove(state motcua.lateness, due date, ended date, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_remove(motcua.lateness, date, date, motcua.work_calendar) IS 'Internal: takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(date, date, motcua.work_calendar) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(date, date, motcua.work_calendar) IS 'Counts late dossiers by the working days between due day and end, on a calendar by value';
CREATE AGGREGATE motcua.days_late(date, date, motcua.work_calendar) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(date, date, motcua.work_calendar) IS 'Average working days late of the late dossiers, on a calendar by value; NULL when none is late';

CREATE FUNCTION motcua_internal.lateness_add(state motcua.lateness, due timestamp, ended timestamp) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_add(motcua.lateness, timestamp, timestamp) IS 'Internal: counts a row into a lateness';
CREATE FUNCTION motcua_internal.lateness_remove(state motcua.lateness, due timestamp, ended timestamp) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_remove(motcua.lateness, timestamp, timestamp) IS 'Internal: takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(timestamp, timestamp) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(timestamp, timestamp) IS 'Counts late dossiers by the working days between due day and end, on the session''s calendar';
CREATE AGGREGATE motcua.days_late(timestamp, timestamp) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(timestamp, timestamp) IS 'Average working days late of the late dossiers, on the session''s calendar; NULL when none is late';

CREATE FUNCTION motcua_internal.lateness_add(state motcua.lateness, due timestamp, ended timestamp, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_add(motcua.lateness, timestamp, timestamp, text) IS 'Internal: counts a row into a lateness';
CREATE FUNCTION motcua_internal.lateness_remove(state motcua.lateness, due timestamp, ended timestamp, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamp'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_remove(motcua.lateness, timestamp, timestamp, text) IS 'Internal: takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(timestamp, timestamp, text) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(timestamp, timestamp, text) IS 'Counts late dossiers by the working days between due day and end, on a calendar';
CREATE AGGREGATE motcua.days_late(timestamp, timestamp, text) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(timestamp, timestamp, text) IS 'Average working days late of the late dossiers, on a calendar; NULL when none is late';

CREATE FUNCTION motcua_internal.lateness_add(state motcua.lateness, due timestamp, ended timestamp, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamp_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_add(motcua.lateness, timestamp, timestamp, motcua.work_calendar) IS 'Internal: counts a row into a lateness';
CREATE FUNCTION motcua_internal.lateness_remove(state motcua.lateness, due timestamp, ended timestamp, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamp_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_remove(motcua.lateness, timestamp, timestamp, motcua.work_calendar) IS 'Internal: takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(timestamp, timestamp, motcua.work_calendar) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(timestamp, timestamp, motcua.work_calendar) IS 'Counts late dossiers by the working days between due day and end, on a calendar by value';
CREATE AGGREGATE motcua.days_late(timestamp, timestamp, motcua.work_calendar) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(timestamp, timestamp, motcua.work_calendar) IS 'Average working days late of the late dossiers, on a calendar by value; NULL when none is late';

CREATE FUNCTION motcua_internal.lateness_add(state motcua.lateness, due timestamptz, ended timestamptz) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_add(motcua.lateness, timestamptz, timestamptz) IS 'Internal: counts a row into a lateness';
CREATE FUNCTION motcua_internal.lateness_remove(state motcua.lateness, due timestamptz, ended timestamptz) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_remove(motcua.lateness, timestamptz, timestamptz) IS 'Internal: takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(timestamptz, timestamptz) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(timestamptz, timestamptz) IS 'Counts late dossiers by the working days between due day and end, on the session''s calendar';
CREATE AGGREGATE motcua.days_late(timestamptz, timestamptz) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(timestamptz, timestamptz) IS 'Average working days late of the late dossiers, on the session''s calendar; NULL when none is late';

CREATE FUNCTION motcua_internal.lateness_add(state motcua.lateness, due timestamptz, ended timestamptz, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_add(motcua.lateness, timestamptz, timestamptz, text) IS 'Internal: counts a row into a lateness';
CREATE FUNCTION motcua_internal.lateness_remove(state motcua.lateness, due timestamptz, ended timestamptz, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamptz'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_remove(motcua.lateness, timestamptz, timestamptz, text) IS 'Internal: takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(timestamptz, timestamptz, text) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(timestamptz, timestamptz, text) IS 'Counts late dossiers by the working days between due day and end, on a calendar';
CREATE AGGREGATE motcua.days_late(timestamptz, timestamptz, text) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(timestamptz, timestamptz, text) IS 'Average working days late of the late dossiers, on a calendar; NULL when none is late';

CREATE FUNCTION motcua_internal.lateness_add(state motcua.lateness, due timestamptz, ended timestamptz, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamptz_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_add(motcua.lateness, timestamptz, timestamptz, motcua.work_calendar) IS 'Internal: counts a row into a lateness';
CREATE FUNCTION motcua_internal.lateness_remove(state motcua.lateness, due timestamptz, ended timestamptz, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamptz_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_remove(motcua.lateness, timestamptz, timestamptz, motcua.work_calendar) IS 'Internal: takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(timestamptz, timestamptz, motcua.work_calendar) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(timestamptz, timestamptz, motcua.work_calendar) IS 'Counts late dossiers by the working days between due day and end, on a calendar by value';
CREATE AGGREGATE motcua.days_late(timestamptz, timestamptz, motcua.work_calendar) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(timestamptz, timestamptz, motcua.work_calendar) IS 'Average working days late of the late dossiers, on a calendar by value; NULL when none is late';

CREATE FUNCTION motcua_internal.lateness_add(state motcua.lateness, due date, ended timestamp) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamp_due_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_add(motcua.lateness, date, timestamp) IS 'Internal: counts a row into a lateness';
CREATE FUNCTION motcua_internal.lateness_remove(state motcua.lateness, due date, ended timestamp) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamp_due_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_remove(motcua.lateness, date, timestamp) IS 'Internal: takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(date, timestamp) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(date, timestamp) IS 'Counts late dossiers by the working days between due day and end, on the session''s calendar';
CREATE AGGREGATE motcua.days_late(date, timestamp) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(date, timestamp) IS 'Average working days late of the late dossiers, on the session''s calendar; NULL when none is late';

CREATE FUNCTION motcua_internal.lateness_add(state motcua.lateness, due date, ended timestamp, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamp_due_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_add(motcua.lateness, date, timestamp, text) IS 'Internal: counts a row into a lateness';
CREATE FUNCTION motcua_internal.lateness_remove(state motcua.lateness, due date, ended timestamp, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamp_due_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_remove(motcua.lateness, date, timestamp, text) IS 'Internal: takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(date, timestamp, text) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(date, timestamp, text) IS 'Counts late dossiers by the working days between due day and end, on a calendar';
CREATE AGGREGATE motcua.days_late(date, timestamp, text) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(date, timestamp, text) IS 'Average working days late of the late dossiers, on a calendar; NULL when none is late';

CREATE FUNCTION motcua_internal.lateness_add(state motcua.lateness, due date, ended timestamp, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamp_due_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_add(motcua.lateness, date, timestamp, motcua.work_calendar) IS 'Internal: counts a row into a lateness';
CREATE FUNCTION motcua_internal.lateness_remove(state motcua.lateness, due date, ended timestamp, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamp_due_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_remove(motcua.lateness, date, timestamp, motcua.work_calendar) IS 'Internal: takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(date, timestamp, motcua.work_calendar) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(date, timestamp, motcua.work_calendar) IS 'Counts late dossiers by the working days between due day and end, on a calendar by value';
CREATE AGGREGATE motcua.days_late(date, timestamp, motcua.work_calendar) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(date, timestamp, motcua.work_calendar) IS 'Average working days late of the late dossiers, on a calendar by value; NULL when none is late';

CREATE FUNCTION motcua_internal.lateness_add(state motcua.lateness, due date, ended timestamptz) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamptz_due_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_add(motcua.lateness, date, timestamptz) IS 'Internal: counts a row into a lateness';
CREATE FUNCTION motcua_internal.lateness_remove(state motcua.lateness, due date, ended timestamptz) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamptz_due_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_remove(motcua.lateness, date, timestamptz) IS 'Internal: takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(date, timestamptz) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(date, timestamptz) IS 'Counts late dossiers by the working days between due day and end, on the session''s calendar';
CREATE AGGREGATE motcua.days_late(date, timestamptz) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(date, timestamptz) IS 'Average working days late of the late dossiers, on the session''s calendar; NULL when none is late';

CREATE FUNCTION motcua_internal.lateness_add(state motcua.lateness, due date, ended timestamptz, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamptz_due_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_add(motcua.lateness, date, timestamptz, text) IS 'Internal: counts a row into a lateness';
CREATE FUNCTION motcua_internal.lateness_remove(state motcua.lateness, due date, ended timestamptz, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamptz_due_date'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_remove(motcua.lateness, date, timestamptz, text) IS 'Internal: takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(date, timestamptz, text) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(date, timestamptz, text) IS 'Counts late dossiers by the working days between due day and end, on a calendar';
CREATE AGGREGATE motcua.days_late(date, timestamptz, text) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(date, timestamptz, text) IS 'Average working days late of the late dossiers, on a calendar; NULL when none is late';

CREATE FUNCTION motcua_internal.lateness_add(state motcua.lateness, due date, ended timestamptz, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_timestamptz_due_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_add(motcua.lateness, date, timestamptz, motcua.work_calendar) IS 'Internal: counts a row into a lateness';
CREATE FUNCTION motcua_internal.lateness_remove(state motcua.lateness, due date, ended timestamptz, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_timestamptz_due_date_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_remove(motcua.lateness, date, timestamptz, motcua.work_calendar) IS 'Internal: takes a row out of a lateness (moving frames)';
CREATE AGGREGATE motcua.lateness(date, timestamptz, motcua.work_calendar) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(date, timestamptz, motcua.work_calendar) IS 'Counts late dossiers by the working days between due day and end, on a calendar by value';
CREATE AGGREGATE motcua.days_late(date, timestamptz, motcua.work_calendar) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua.average,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua.average,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.days_late(date, timestamptz, motcua.work_calendar) IS 'Average working days late of the late dossiers, on a calendar by value; NULL when none is late';

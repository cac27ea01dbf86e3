-- Aggregates of lateness: lateness(due, ended [, calendar]) and merge(lateness).
-- The state is a lateness; it begins empty, so that nothing late gives an empty one.

CREATE FUNCTION motcua_internal.lateness_merge(state motcua.lateness, other motcua.lateness) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_merge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_merge(motcua.lateness, motcua.lateness) IS
    'Internal: transition function of merge, combine function of merge and lateness';
CREATE FUNCTION motcua_internal.lateness_unmerge(state motcua.lateness, other motcua.lateness) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_unmerge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_unmerge(motcua.lateness, motcua.lateness) IS
    'Internal: inverse transition function of merge';
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

CREATE FUNCTION motcua_internal.lateness_add(state motcua.lateness, due motcua.moment, ended motcua.moment) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_add(motcua.lateness, motcua.moment, motcua.moment) IS
    'Internal: transition function of lateness';
CREATE FUNCTION motcua_internal.lateness_remove(state motcua.lateness, due motcua.moment, ended motcua.moment) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_remove(motcua.lateness, motcua.moment, motcua.moment) IS 'Internal: inverse transition function of lateness';
CREATE AGGREGATE motcua.lateness(motcua.moment, motcua.moment) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(motcua.moment, motcua.moment) IS 'Counts late dossiers by the working days between due day and end, on the session''s calendar';

CREATE FUNCTION motcua_internal.lateness_add(state motcua.lateness, due motcua.moment, ended motcua.moment, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_add(motcua.lateness, motcua.moment, motcua.moment, text) IS 'Internal: transition function of lateness';
CREATE FUNCTION motcua_internal.lateness_remove(state motcua.lateness, due motcua.moment, ended motcua.moment, calendar text) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_remove(motcua.lateness, motcua.moment, motcua.moment, text) IS 'Internal: inverse transition function of lateness';
CREATE AGGREGATE motcua.lateness(motcua.moment, motcua.moment, text) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(motcua.moment, motcua.moment, text) IS 'Counts late dossiers by the working days between due day and end, on a calendar';

CREATE FUNCTION motcua_internal.lateness_add(state motcua.lateness, due motcua.moment, ended motcua.moment, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_add_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_add(motcua.lateness, motcua.moment, motcua.moment, motcua.work_calendar) IS 'Internal: transition function of lateness';
CREATE FUNCTION motcua_internal.lateness_remove(state motcua.lateness, due motcua.moment, ended motcua.moment, calendar motcua.work_calendar) RETURNS motcua.lateness
    AS 'MODULE_PATHNAME', 'motcua_lateness_remove_by_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.lateness_remove(motcua.lateness, motcua.moment, motcua.moment, motcua.work_calendar) IS 'Internal: inverse transition function of lateness';
CREATE AGGREGATE motcua.lateness(motcua.moment, motcua.moment, motcua.work_calendar) (
    SFUNC = motcua_internal.lateness_add, STYPE = motcua.lateness, INITCOND = '{}', FINALFUNC = motcua_internal.lateness_final,
    COMBINEFUNC = motcua_internal.lateness_merge,
    MSFUNC = motcua_internal.lateness_add, MINVFUNC = motcua_internal.lateness_remove, MSTYPE = motcua.lateness, MINITCOND = '{}', MFINALFUNC = motcua_internal.lateness_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.lateness(motcua.moment, motcua.moment, motcua.work_calendar) IS 'Counts late dossiers by the working days between due day and end, on a calendar by value';

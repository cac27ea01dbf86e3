-- Aggregates over dossiers: folding a table of status changes, and counting.

CREATE FUNCTION motcua.dossier_agg_add(state bytea, at timestamptz, event text, detail text) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_dossier_agg_add'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_agg_add(bytea, timestamptz, text, text) IS 'Internal: transition function of dossier_agg';
CREATE FUNCTION motcua.dossier_agg_add_on(state bytea, at timestamptz, event text, detail text, calendar text) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_dossier_agg_add_on'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_agg_add_on(bytea, timestamptz, text, text, text) IS 'Internal: transition function of dossier_agg';
CREATE FUNCTION motcua.dossier_agg_add_on_value(state bytea, at timestamptz, event text, detail text, calendar motcua.work_calendar) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_dossier_agg_add_on_value'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_agg_add_on_value(bytea, timestamptz, text, text, motcua.work_calendar) IS 'Internal: transition function of dossier_agg';
CREATE FUNCTION motcua.dossier_agg_combine(a bytea, b bytea) RETURNS bytea
    AS 'MODULE_PATHNAME', 'motcua_dossier_agg_combine'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_agg_combine(bytea, bytea) IS 'Internal: combine function of dossier_agg';
CREATE FUNCTION motcua.dossier_agg_final(state bytea) RETURNS motcua.dossier
    AS 'MODULE_PATHNAME', 'motcua_dossier_agg_final'
    LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.dossier_agg_final(bytea) IS 'Internal: final function of dossier_agg';

CREATE AGGREGATE motcua.dossier_agg(at timestamptz, event text, detail text) (
    SFUNC = motcua.dossier_agg_add, STYPE = bytea, FINALFUNC = motcua.dossier_agg_final,
    COMBINEFUNC = motcua.dossier_agg_combine, PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.dossier_agg(timestamptz, text, text) IS 'Folds status changes into a dossier, sorted by time; events receive (detail: the limit), pause (reason), resume (rule), reappoint (new due date), resolve, withdraw, refuse, stop';
CREATE AGGREGATE motcua.dossier_agg(at timestamptz, event text, detail text, calendar text) (
    SFUNC = motcua.dossier_agg_add_on, STYPE = bytea, FINALFUNC = motcua.dossier_agg_final,
    COMBINEFUNC = motcua.dossier_agg_combine, PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.dossier_agg(timestamptz, text, text, text) IS 'Folds status changes into a dossier on a calendar, sorted by time; events receive (detail: the limit), pause (reason), resume (rule), reappoint (new due date), resolve, withdraw, refuse, stop';
CREATE AGGREGATE motcua.dossier_agg(at timestamptz, event text, detail text, calendar motcua.work_calendar) (
    SFUNC = motcua.dossier_agg_add_on_value, STYPE = bytea, FINALFUNC = motcua.dossier_agg_final,
    COMBINEFUNC = motcua.dossier_agg_combine, PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.dossier_agg(timestamptz, text, text, motcua.work_calendar) IS 'Folds status changes into a dossier on a calendar by value, sorted by time; events receive (detail: the limit), pause (reason), resume (rule), reappoint (new due date), resolve, withdraw, refuse, stop';

CREATE FUNCTION motcua.tally_add_dossier(state motcua.tally, dossier motcua.dossier, period daterange, online boolean) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_add_dossier'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_add_dossier(motcua.tally, motcua.dossier, daterange, boolean) IS 'Internal: transition function of tally(dossier, period, online)';
CREATE FUNCTION motcua.tally_remove_dossier(state motcua.tally, dossier motcua.dossier, period daterange, online boolean) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_remove_dossier'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tally_remove_dossier(motcua.tally, motcua.dossier, daterange, boolean) IS 'Internal: inverse transition function of tally(dossier, period, online)';
CREATE AGGREGATE motcua.tally(motcua.dossier, daterange, boolean) (
    SFUNC = motcua.tally_add_dossier, STYPE = motcua.tally, FINALFUNC = motcua.tally_final,
    COMBINEFUNC = motcua.tally_merge,
    MSFUNC = motcua.tally_add_dossier, MINVFUNC = motcua.tally_remove_dossier, MSTYPE = motcua.tally, MFINALFUNC = motcua.tally_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.tally(motcua.dossier, daterange, boolean) IS 'Counts dossiers over a period, each as of its last day by its original due date: dossier, period, online';

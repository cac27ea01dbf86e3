-- The aggregate tally counts rows: tally(received, due, ended, period), and the full form with
-- (..., online, ended_as, granularity, paused_since). merge adds tallies that were counted apart.
-- Transitions change the state in place; the state is an ordinary value, so it travels anywhere.

CREATE FUNCTION motcua_internal.tally_merge(state motcua.tally, other motcua.tally) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_merge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.tally_merge(motcua.tally, motcua.tally) IS
    'Internal: transition function of merge, combine function of merge and tally';
CREATE FUNCTION motcua_internal.tally_unmerge(state motcua.tally, other motcua.tally) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_unmerge'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.tally_unmerge(motcua.tally, motcua.tally) IS
    'Internal: inverse transition function of merge';
CREATE FUNCTION motcua_internal.tally_final(state motcua.tally) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.tally_final(motcua.tally) IS 'Internal: final function of the aggregate tally';
CREATE AGGREGATE motcua.merge(motcua.tally) (
    SFUNC = motcua_internal.tally_merge, STYPE = motcua.tally,
    COMBINEFUNC = motcua_internal.tally_merge,
    MSFUNC = motcua_internal.tally_merge, MINVFUNC = motcua_internal.tally_unmerge, MSTYPE = motcua.tally,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.merge(motcua.tally) IS 'Merges tallies of one period: of several units, servers or partitions';

CREATE FUNCTION motcua_internal.tally_add(state motcua.tally, received motcua.moment, due motcua.moment, ended motcua.moment, period daterange) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_add'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.tally_add(motcua.tally, motcua.moment, motcua.moment, motcua.moment, daterange) IS 'Internal: transition function of tally';
CREATE FUNCTION motcua_internal.tally_remove(state motcua.tally, received motcua.moment, due motcua.moment, ended motcua.moment, period daterange) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_remove'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.tally_remove(motcua.tally, motcua.moment, motcua.moment, motcua.moment, daterange) IS 'Internal: inverse transition function of tally';
CREATE AGGREGATE motcua.tally(motcua.moment, motcua.moment, motcua.moment, daterange) (
    SFUNC = motcua_internal.tally_add, STYPE = motcua.tally, FINALFUNC = motcua_internal.tally_final,
    COMBINEFUNC = motcua_internal.tally_merge,
    MSFUNC = motcua_internal.tally_add, MINVFUNC = motcua_internal.tally_remove, MSTYPE = motcua.tally, MFINALFUNC = motcua_internal.tally_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.tally(motcua.moment, motcua.moment, motcua.moment, daterange) IS 'Counts dossiers over a period: received, due, ended, period';

CREATE FUNCTION motcua_internal.tally_add(state motcua.tally, received motcua.moment, due motcua.moment, ended motcua.moment, period daterange, online boolean, ended_as text, granularity text, paused_since motcua.moment) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_add'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.tally_add(motcua.tally, motcua.moment, motcua.moment, motcua.moment, daterange, boolean, text, text, motcua.moment) IS 'Internal: transition function of tally';
CREATE FUNCTION motcua_internal.tally_remove(state motcua.tally, received motcua.moment, due motcua.moment, ended motcua.moment, period daterange, online boolean, ended_as text, granularity text, paused_since motcua.moment) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_remove'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.tally_remove(motcua.tally, motcua.moment, motcua.moment, motcua.moment, daterange, boolean, text, text, motcua.moment) IS 'Internal: inverse transition function of tally';
CREATE AGGREGATE motcua.tally(motcua.moment, motcua.moment, motcua.moment, daterange, boolean, text, text, motcua.moment) (
    SFUNC = motcua_internal.tally_add, STYPE = motcua.tally, FINALFUNC = motcua_internal.tally_final,
    COMBINEFUNC = motcua_internal.tally_merge,
    MSFUNC = motcua_internal.tally_add, MINVFUNC = motcua_internal.tally_remove, MSTYPE = motcua.tally, MFINALFUNC = motcua_internal.tally_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.tally(motcua.moment, motcua.moment, motcua.moment, daterange, boolean, text, text, motcua.moment) IS 'Counts dossiers over a period: received, due, ended, period, online, ended_as, granularity, paused_since';

-- ---- dossiers ----

CREATE FUNCTION motcua_internal.tally_add(state motcua.tally, dossier motcua.dossier, period daterange, online boolean) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_add_dossier'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.tally_add(motcua.tally, motcua.dossier, daterange, boolean) IS
    'Internal: transition function of tally';
CREATE FUNCTION motcua_internal.tally_remove(state motcua.tally, dossier motcua.dossier, period daterange, online boolean) RETURNS motcua.tally
    AS 'MODULE_PATHNAME', 'motcua_tally_remove_dossier'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.tally_remove(motcua.tally, motcua.dossier, daterange, boolean) IS 'Internal: inverse transition function of tally';
CREATE AGGREGATE motcua.tally(motcua.dossier, daterange, boolean) (
    SFUNC = motcua_internal.tally_add, STYPE = motcua.tally, FINALFUNC = motcua_internal.tally_final,
    COMBINEFUNC = motcua_internal.tally_merge,
    MSFUNC = motcua_internal.tally_add, MINVFUNC = motcua_internal.tally_remove, MSTYPE = motcua.tally, MFINALFUNC = motcua_internal.tally_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.tally(motcua.dossier, daterange, boolean) IS 'Counts dossiers over a period, each as of its last day by its original due date: dossier, period, online';

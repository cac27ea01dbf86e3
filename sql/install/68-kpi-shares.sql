-- Plain aggregates over columns: share(boolean), on_time_rate(due, ended).
-- The state is an int8[] {favourable, counted}.

CREATE FUNCTION motcua_internal.share_add(state bigint[], favourable boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_share_add'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.share_add(bigint[], boolean) IS 'Internal: transition function of share';
CREATE FUNCTION motcua_internal.share_remove(state bigint[], favourable boolean) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_share_remove'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.share_remove(bigint[], boolean) IS 'Internal: inverse transition function of share';
CREATE FUNCTION motcua_internal.share_combine(state bigint[], other bigint[]) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_share_combine'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.share_combine(bigint[], bigint[]) IS 'Internal: combine function of share, on_time_rate and apology_rate';
CREATE FUNCTION motcua_internal.share_final(state bigint[]) RETURNS numeric
    AS 'MODULE_PATHNAME', 'motcua_share_final'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.share_final(bigint[]) IS 'Internal: final function of share, on_time_rate and apology_rate';
CREATE AGGREGATE motcua.share(boolean) (
    SFUNC = motcua_internal.share_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.share_add, MINVFUNC = motcua_internal.share_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.share(boolean) IS 'Share of true among the known cases: e-documents, signatures, online payment, digitisation';

CREATE FUNCTION motcua_internal.on_time_add(state bigint[], due motcua.moment, ended motcua.moment) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_on_time_add'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.on_time_add(bigint[], motcua.moment, motcua.moment) IS 'Internal: transition function of on_time_rate';
CREATE FUNCTION motcua_internal.on_time_remove(state bigint[], due motcua.moment, ended motcua.moment) RETURNS bigint[]
    AS 'MODULE_PATHNAME', 'motcua_on_time_remove'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua_internal.on_time_remove(bigint[], motcua.moment, motcua.moment) IS 'Internal: inverse transition function of on_time_rate';
CREATE AGGREGATE motcua.on_time_rate(motcua.moment, motcua.moment) (
    SFUNC = motcua_internal.on_time_add, STYPE = bigint[], INITCOND = '{0,0}', FINALFUNC = motcua_internal.share_final,
    COMBINEFUNC = motcua_internal.share_combine,
    MSFUNC = motcua_internal.on_time_add, MINVFUNC = motcua_internal.on_time_remove, MSTYPE = bigint[], MINITCOND = '{0,0}', MFINALFUNC = motcua_internal.share_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE motcua.on_time_rate(motcua.moment, motcua.moment) IS 'Share of ended dossiers that ended on or before the due day, or had none (basis resolved)';
